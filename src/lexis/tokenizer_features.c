/* Features of token and sentence boundaries; see tokenizer_features.h. Cost: O(1) a place. */
#include "lexis/tokenizer_features.h"

enum { CASE_NONE, CASE_LOWER, CASE_CAPITALISED, CASE_UPPER, CASE_MIXED };

#define MAX_SHAPE 6 /* characters of a shape, repetitions left out */

/* The list of features being filled: each number is the hash of a template's number and its values. */
typedef struct {
  guint32 *features;
  guint n;
  guint32 template;
} Sink;

static inline void
add (Sink *sink, guint32 a, guint32 b, guint32 c)
{
  guint64 h = ++sink->template;

  h = (h * REL_TOKEN_HASH_BASE + a) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  h = ((h ^ (h >> 29)) + b) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  h = ((h ^ (h >> 31)) + c) * REL_TOKEN_HASH_BASE;
  sink->features[sink->n++] = (guint32) (h >> 32);
}

/* Classes of @n characters from @from on, those outside @chunk as edges, as one number. */
static guint32
pack_classes (const RelTokenLine *self, const RelTokenChunk *chunk, gint64 from, guint n)
{
  guint64 packed = 0;

  for (guint i = 0; i < n; i++) {
    gint64 at = from + i;
    guint8 class = at < chunk->start || at >= chunk->end ? REL_CLASS_EDGE : self->classes[at];

    packed = packed * 131 + class + 1;
  }
  return rel_token_hash_fold (packed);
}

static guint32
pack_letters (const RelTokenLine *self, const RelTokenChunk *chunk, gint64 from, guint n)
{
  gint64 start = CLAMP (from, chunk->start, chunk->end), end = CLAMP (from + n, chunk->start, chunk->end);

  return rel_token_line_hash (self, (guint) start, (guint) end) + (guint32) (end - from) * 31u;
}

static guint32
hash_previous (const RelTokenLine *self, const RelTokenChunk *chunk)
{
  return chunk->previous_end > chunk->previous_start
           ? rel_token_line_hash (self, chunk->previous_start, chunk->previous_end)
           : 0;
}

static guint32
hash_next (const RelTokenLine *self, const RelTokenChunk *chunk)
{
  return chunk->next_end > chunk->next_start ? rel_token_line_hash (self, chunk->next_start, chunk->next_end) : 0;
}

/* The places inside a run of letters, most of all: seldom a boundary ("can|not", "gon|na", "it|s"). */
static void
add_inner_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at, Sink *sink)
{
  guint first = self->run_first[at], end = self->run_end[at];
  guint32 left = rel_token_line_hash (self, first, at), right = rel_token_line_hash (self, at, end);
  guint32 kind = pack_classes (self, chunk, (gint64) at - 2, 4);

  sink->template = 100;
  add (sink, left, right, 0);
  add (sink, left, right, hash_previous (self, chunk));
  add (sink, left, right, hash_next (self, chunk));
  add (sink, left, kind, 0);
  add (sink, right, kind, 0);
  add (sink, right, MIN (at - first, 3u), 0);
  add (sink, left, MIN (end - at, 3u), 0);
  add (sink, pack_letters (self, chunk, (gint64) at - 2, 4), 0, 0);
  add (sink, pack_letters (self, chunk, (gint64) at - 3, 6), 0, 0);
  add (sink, pack_classes (self, chunk, (gint64) at - 3, 6), 0, 0);
  add (sink, kind, chunk->is_address, 0);
}

static void
add_window_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at, Sink *sink)
{
  guint32 pair = (guint32) self->lower[at - 1] * 2097152u + (guint32) self->lower[at];
  gint64 i = at;

  sink->template = 200;
  add (sink, pair, 0, 0);
  add (sink, pair, chunk->is_address, 0);
  add (sink, pack_letters (self, chunk, i - 2, 3), 1, 0);
  add (sink, pack_letters (self, chunk, i - 1, 3), 2, 0);
  add (sink, pack_letters (self, chunk, i - 2, 4), 0, 0);
  add (sink, pack_letters (self, chunk, i - 4, 5), 0, 0);
  add (sink, pack_letters (self, chunk, i - 1, 5), 0, 0);
  add (sink, pack_letters (self, chunk, i - 3, 6), 0, 0);
  add (sink, pack_classes (self, chunk, i - 1, 2), chunk->is_address, 0);
  add (sink, pack_classes (self, chunk, i - 2, 4), chunk->is_address, 0);
  add (sink, pack_classes (self, chunk, i - 3, 4), 0, 0);
  add (sink, pack_classes (self, chunk, i - 1, 4), 0, 0);
  add (sink, pack_classes (self, chunk, i - 3, 6), 0, 0);
  add (sink, pack_classes (self, chunk, i - 5, 9), 0, 0);
}

static void
add_piece_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at, Sink *sink)
{
  guint left_first = MAX (self->run_first[at - 1], chunk->start), right_end = MIN (self->run_end[at], chunk->end);
  guint32 left = rel_token_line_hash (self, left_first, at), right = rel_token_line_hash (self, at, right_end);
  guint32 prefix = rel_token_line_hash (self, chunk->start, at), suffix = rel_token_line_hash (self, at, chunk->end);
  guint32 pair = pack_classes (self, chunk, (gint64) at - 1, 2);
  guint8 next = chunk->next_end > chunk->next_start ? self->classes[chunk->next_start] : REL_CLASS_EDGE;
  guint32 edges = MIN (at - chunk->start, 4u) * 8 + MIN (chunk->end - at, 4u);

  sink->template = 300;
  add (sink, left, (guint32) self->lower[at], 0);
  add (sink, right, (guint32) self->lower[at - 1], 0);
  add (sink, left, right, 0);
  add (sink, prefix, pair, 0);
  add (sink, suffix, pair, 0);
  add (sink, prefix, suffix, 0);
  add (sink, prefix, suffix, hash_previous (self, chunk));
  add (sink, prefix, suffix, hash_next (self, chunk));
  add (sink, prefix, suffix, next);
  add (sink, left, suffix, 0);
  add (sink, left, suffix, next);
  add (sink, edges, pair, 0);
  add (sink, edges, pair, next);
  add (sink, MIN (at - left_first, 6u), pair, next);
  add (sink, suffix, next, self->classes[at - 1]);
}

guint
rel_token_line_add_split_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at,
                                   guint32 features[REL_TOKEN_MAX_FEATURES])
{
  Sink sink = { .features = features };

  if (self->run_first[at] < at && self->classes[at] != REL_CLASS_DIGIT && self->classes[at - 1] != REL_CLASS_DIGIT) {
    add_inner_features (self, chunk, at, &sink);
  } else {
    add_window_features (self, chunk, at, &sink);
    add_piece_features (self, chunk, at, &sink);
  }
  return sink.n;
}

static guint8
find_case (const RelTokenLine *self, guint start, guint end)
{
  guint n_upper = 0, n_lower = 0;

  for (guint i = start; i < end; i++) {
    n_upper += self->classes[i] == REL_CLASS_UPPER;
    n_lower += self->classes[i] == REL_CLASS_LOWER;
  }
  if (n_upper == 0)
    return n_lower == 0 ? CASE_NONE : CASE_LOWER;
  if (n_lower == 0)
    return n_upper == 1 ? CASE_CAPITALISED : CASE_UPPER;
  return n_upper == 1 && self->classes[start] == REL_CLASS_UPPER ? CASE_CAPITALISED : CASE_MIXED;
}

static guint32
hash_shape (const RelTokenLine *self, guint start, guint end)
{
  guint64 shape = 0;
  guint8 last = REL_CLASS_EDGE;

  for (guint i = start, n = 0; i < end && n < MAX_SHAPE; i++)
    if (self->classes[i] != last) {
      last = self->classes[i];
      shape = shape * 131 + last;
      n++;
    }
  return rel_token_hash_fold (shape * 4 + MIN (end - start, 3u));
}

RelTokenPiece
rel_token_line_make_piece (const RelTokenLine *self, guint start, guint end)
{
  return (RelTokenPiece){
    .start = start,
    .end = end,
    .hash = rel_token_line_hash (self, start, end),
    .shape = hash_shape (self, start, end),
    .tail = rel_token_line_hash (self, end - MIN (3u, end - start), end),
    .first_class = self->classes[start],
    .last_class = self->classes[end - 1],
    .letter_case = find_case (self, start, end),
  };
}

static gboolean
is_quote (const RelTokenLine *self, const RelTokenPiece *piece)
{
  gunichar c = self->lower[piece->start];

  return (piece->end - piece->start == 1 && (c == '"' || c == '\''))
         || (piece->end - piece->start == 2 && c == '\'' && self->lower[piece->start + 1] == '\'');
}

static gboolean
is_closing (const RelTokenLine *self, const RelTokenPiece *piece)
{
  return is_quote (self, piece) || piece->first_class == ')' || piece->first_class == ']'
         || piece->first_class == REL_CLASS_CLOSE;
}

static gboolean
is_opening (const RelTokenLine *self, const RelTokenPiece *piece)
{
  return is_quote (self, piece) || piece->first_class == '(' || piece->first_class == '['
         || piece->first_class == REL_CLASS_OPEN;
}

static guint
bucket (guint n)
{
  return n < 6 ? n : n < 9 ? 6 : n < 14 ? 7 : n < 22 ? 8 : n < 35 ? 9 : 10;
}

void
rel_break_state_enter (RelBreakState *self, const RelTokenLine *line, const RelTokenPiece *pieces, guint at)
{
  const RelTokenPiece *piece = &pieces[at];
  guint8 class = piece->first_class;

  if (line->lower[piece->start] == '"')
    self->n_quotes++;
  if (class == REL_CLASS_OPEN)
    self->n_open_quotes++;
  else if (class == REL_CLASS_CLOSE && line->lower[piece->start] == '"')
    self->n_open_quotes--;
  if (class == '(' || class == '[')
    self->n_brackets++;
  else if ((class == ')' || class == ']') && self->n_brackets > 0)
    self->n_brackets--;
}

void
rel_break_state_leave (RelBreakState *self, guint at, gboolean breaks)
{
  if (!breaks)
    return;
  self->first = at + 1;
  self->n_brackets = 0;
}

/* A token, or the paragraph's edge. */
static RelTokenPiece
piece_or_edge (const RelTokenPiece *pieces, guint n, gint64 at)
{
  return at < 0 || at >= n ? (RelTokenPiece){ .hash = at < 0 ? 1 : 2, .shape = at < 0 ? 1 : 2, .tail = 1 } : pieces[at];
}

/* The last token that is no closing quote or bracket, the first that is no opening one: what ends, what begins. */
static void
find_ends (const RelTokenLine *self, const RelTokenPiece *pieces, guint n, guint at, RelTokenPiece *last,
           RelTokenPiece *first)
{
  gint64 i = at, j = (gint64) at + 1;

  while (i > 0 && at - i < 3 && is_closing (self, &pieces[i]))
    i--;
  while (j + 1 < n && j - at < 4 && is_opening (self, &pieces[j]))
    j++;
  *last = pieces[i];
  *first = pieces[j];
}

static void
add_word_features (const RelTokenPiece *before, const RelTokenPiece *left, const RelTokenPiece *right,
                   const RelTokenPiece *behind, guint32 space, Sink *sink)
{
  guint32 right_form = right->hash * 8 + right->letter_case, left_form = left->hash * 8 + left->letter_case;

  sink->template = 400;
  add (sink, left->hash, space, 0);
  add (sink, right_form, space, 0);
  add (sink, left->hash, right->hash, 0);
  add (sink, left->shape, space, 0);
  add (sink, right->shape, space, 0);
  add (sink, left->shape, right->shape, space);
  add (sink, left->hash, right->shape, 0);
  add (sink, left->shape, right_form, 0);
  add (sink, left->letter_case, right_form, left->last_class);
  add (sink, left_form, right->letter_case, right->first_class);
  add (sink, before->hash, left->hash, 0);
  add (sink, before->hash, left->hash, right->shape);
  add (sink, before->shape, left->shape, right->shape);
  add (sink, before->shape, left->hash, right->shape);
  add (sink, right_form, behind->hash, 0);
  add (sink, left->shape, right_form, behind->shape);
  add (sink, left->hash, right->shape, behind->shape);
  add (sink, left->tail, right->shape, 0);
  add (sink, left->tail, right->tail, right->letter_case);
  add (sink, left->shape, right->tail, right->letter_case);
  add (sink, behind->hash, left->shape, right->letter_case);
  add (sink, before->hash, left->shape, right->shape);
}

static void
add_state_features (const RelTokenLine *self, const RelTokenPiece *pieces, guint n, guint at,
                    const RelBreakState *state, guint32 space, Sink *sink)
{
  const RelTokenPiece *left = &pieces[at], *right = &pieces[at + 1], *opening = &pieces[state->first];
  guint so_far = bucket (at - state->first), to_come = bucket (n - 2 - at);
  guint32 quotes = (state->n_quotes & 1) * 4 + (state->n_open_quotes > 0) * 2 + (is_quote (self, right) ? 1 : 0);
  RelTokenPiece last, first;

  find_ends (self, pieces, n, at, &last, &first);
  sink->template = 500;
  add (sink, last.shape, first.hash * 8 + first.letter_case, 0);
  add (sink, last.hash, first.shape, quotes);
  add (sink, last.hash, first.shape, MIN (state->n_brackets, 2));
  add (sink, left->hash, right->hash * 2 + space, quotes);
  add (sink, left->shape, right->shape, quotes);
  add (sink, last.last_class, first.letter_case, so_far);
  add (sink, left->shape, right->letter_case, so_far);
  add (sink, left->shape, right->letter_case, to_come);
  add (sink, last.last_class, right->first_class, to_come);
  add (sink, opening->hash, left->shape, right->letter_case);
  add (sink, opening->shape, left->shape, so_far);
  add (sink, opening->letter_case, left->letter_case, 8 * right->letter_case + MIN (so_far, 3u));
  add (sink, so_far, right->hash * 8 + right->letter_case, 0);
}

guint
rel_token_line_add_break_features (const RelTokenLine *self, const RelTokenPiece *pieces, guint n, guint at,
                                   const RelBreakState *state, guint32 features[REL_TOKEN_MAX_FEATURES])
{
  Sink sink = { .features = features };
  RelTokenPiece before = piece_or_edge (pieces, n, (gint64) at - 1),
                behind = piece_or_edge (pieces, n, (gint64) at + 2);
  guint32 space = pieces[at].end != pieces[at + 1].start;

  add_word_features (&before, &pieces[at], &pieces[at + 1], &behind, space, &sink);
  add_state_features (self, pieces, n, at, state, space, &sink);
  return sink.n;
}

/* Features of token and sentence boundaries; see tokenizer_features.h. Cost: O(1) a place, O(n) a paragraph. */
#include "lexis/tokenizer_features.h"

#include <string.h>

/* Classes of characters: punctuation and symbols of ASCII are classes of their own. */
enum {
  CLASS_EDGE = 0, /* outside the chunk */
  CLASS_SPACE = 1,
  CLASS_UPPER,
  CLASS_LOWER,
  CLASS_DIGIT,
  CLASS_LETTER, /* neither upper nor lower case: other scripts */
  CLASS_MARK,
  CLASS_DASH,
  CLASS_OPEN,  /* brackets and quotes beyond ASCII */
  CLASS_CLOSE,
  CLASS_POINT, /* other punctuation beyond ASCII */
  CLASS_SYMBOL,
  CLASS_OTHER,
};

enum { CASE_NONE, CASE_LOWER, CASE_CAPITALISED, CASE_UPPER, CASE_MIXED };

#define PADDING 8         /* characters before and behind the line that windows may touch */
#define MAX_PIECE 20      /* longer pieces count as one kind: their letters say little, and this bounds the work */
#define MAX_SHAPE 6       /* characters of a shape, repetitions left out */
#define MAX_ADDRESS_START 100 /* an address shows within as many characters */
#define HASH_BASE G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) /* 2^64 / golden ratio (Knuth, TAOCP 6.4) */

RelTokenLine *
rel_token_line_new (void)
{
  return g_new0 (RelTokenLine, 1);
}

static void
free_arrays (RelTokenLine *self)
{
  if (self->n_allocated == 0)
    return;
  g_free (self->starts);
  g_free (self->lower - PADDING);
  g_free (self->classes - PADDING);
  g_free (self->hashes);
  g_free (self->run_first);
  g_free (self->run_end);
}

void
rel_token_line_free (RelTokenLine *self)
{
  if (self == NULL)
    return;
  free_arrays (self);
  g_free (self);
}

static void
allocate_arrays (RelTokenLine *self, guint n)
{
  if (n <= self->n_allocated)
    return;
  free_arrays (self);
  self->n_allocated = n;
  self->starts = g_new (guint32, n + 1);
  self->lower = g_new0 (gunichar, n + 2 * PADDING) + PADDING;
  self->classes = g_new0 (guint8, n + 2 * PADDING) + PADDING;
  self->hashes = g_new (guint64, n + 1);
  self->run_first = g_new (guint32, n + 1);
  self->run_end = g_new (guint32, n + 1);
}

/* Class of a character beyond ASCII. */
static guint8
classify_wide (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
    return CLASS_UPPER;
  case G_UNICODE_LOWERCASE_LETTER:
    return CLASS_LOWER;
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
    return CLASS_LETTER;
  case G_UNICODE_DECIMAL_NUMBER:
    return CLASS_DIGIT;
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
    return CLASS_MARK;
  case G_UNICODE_DASH_PUNCTUATION:
    return CLASS_DASH;
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
    return CLASS_OPEN;
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return CLASS_CLOSE;
  case G_UNICODE_OTHER_PUNCTUATION:
  case G_UNICODE_CONNECT_PUNCTUATION:
    return CLASS_POINT;
  case G_UNICODE_CURRENCY_SYMBOL:
  case G_UNICODE_MATH_SYMBOL:
  case G_UNICODE_MODIFIER_SYMBOL:
  case G_UNICODE_OTHER_SYMBOL:
    return CLASS_SYMBOL;
  default:
    return g_unichar_isspace (c) ? CLASS_SPACE : CLASS_OTHER;
  }
}

static guint8
classify (gunichar c)
{
  if (c >= 0x80)
    return classify_wide (c);
  if (g_ascii_islower ((gchar) c))
    return CLASS_LOWER;
  if (g_ascii_isupper ((gchar) c))
    return CLASS_UPPER;
  if (g_ascii_isdigit ((gchar) c))
    return CLASS_DIGIT;
  if (c <= ' ')
    return CLASS_SPACE;
  return (guint8) c;
}

/* The typewriter's form of a quotation mark or apostrophe, else the lower-case form. */
static gunichar
normalise (gunichar c, guint8 class)
{
  switch (c) {
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
  case 0x02BC: /* ʼ */
  case '`':
    return '\'';
  case 0x201C: /* “ */
  case 0x201D: /* ” */
    return '"';
  default:
    if (class == CLASS_UPPER)
      return c < 0x80 ? c | 0x20 : g_unichar_tolower (c);
    return c;
  }
}

static gboolean
is_word_class (guint8 class)
{
  return class >= CLASS_UPPER && class <= CLASS_MARK;
}

static void
find_runs (RelTokenLine *self)
{
  guint first = 0;

  for (guint i = 0; i < self->n; i++) {
    guint8 class = self->classes[i];
    gboolean goes_on = i > 0 && ((is_word_class (class) && is_word_class (self->classes[i - 1])) ||
                                 (class == CLASS_SPACE && self->classes[i - 1] == CLASS_SPACE));

    if (!goes_on)
      first = i;
    self->run_first[i] = first;
  }
  for (guint i = self->n; i-- > 0;)
    self->run_end[i] = i + 1 < self->n && self->run_first[i + 1] == self->run_first[i] ? self->run_end[i + 1] : i + 1;
}

void
rel_token_line_read (RelTokenLine *self, const gchar *text, RelSpan span)
{
  guint n = 0;

  allocate_arrays (self, span.end - span.start + 1);
  self->text = text;
  self->hashes[0] = 0;
  for (const gchar *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);
    guint8 class = classify (c);

    self->starts[n] = (guint32) (p - text);
    self->classes[n] = class;
    self->lower[n] = normalise (c, class);
    self->hashes[n + 1] = self->hashes[n] * HASH_BASE + self->lower[n] + 1;
  }
  self->n = n;
  self->starts[n] = span.end;
  memset (self->lower + n, 0, PADDING * sizeof *self->lower);
  memset (self->classes + n, 0, PADDING);
  find_runs (self);
}

static guint64
power_of_base (guint n)
{
  guint64 power = 1, square = HASH_BASE;

  for (; n > 0; n >>= 1, square *= square)
    if (n & 1)
      power *= square;
  return power;
}

static inline guint32
fold (guint64 h)
{
  h ^= h >> 32;
  h *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return (guint32) (h >> 32);
}

/* Hash of lower[start..end); all pieces longer than MAX_PIECE with the same ends are alike. */
static guint32
hash_piece (const RelTokenLine *self, guint start, guint end)
{
  if (end - start > MAX_PIECE) {
    guint32 head = hash_piece (self, start, start + 2), tail = hash_piece (self, end - 2, end);
    return fold ((guint64) head * HASH_BASE + tail);
  }
  return fold (self->hashes[end] - self->hashes[start] * power_of_base (end - start));
}

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

  h = (h * HASH_BASE + a) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  h = ((h ^ (h >> 29)) + b) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  h = ((h ^ (h >> 31)) + c) * HASH_BASE;
  sink->features[sink->n++] = (guint32) (h >> 32);
}

/* Whether the characters from @at on are those of @sign. */
static gboolean
matches (const RelTokenLine *self, guint at, guint end, const gchar *sign)
{
  while (*sign != '\0' && at < end && self->lower[at] == (gunichar) *sign) {
    sign++;
    at++;
  }
  return *sign == '\0';
}

static gboolean
looks_like_address (const RelTokenLine *self, guint start, guint end)
{
  if (matches (self, start, end, "www."))
    return TRUE;
  end = MIN (end, start + MAX_ADDRESS_START);
  for (guint i = start + 1; i < end; i++)
    if (self->lower[i] == '@' || (self->lower[i] == ':' && matches (self, i, end, "://")))
      return TRUE;
  return FALSE;
}

static void
find_bounds (const RelTokenLine *self, guint from, guint *start, guint *end)
{
  if (from < self->n && self->classes[from] == CLASS_SPACE)
    from = self->run_end[from];
  *start = from;
  while (from < self->n && self->classes[from] != CLASS_SPACE)
    from = self->run_end[from];
  *end = from;
}

gboolean
rel_token_line_find_chunk (const RelTokenLine *self, guint from, const RelTokenChunk *previous, RelTokenChunk *chunk)
{
  RelTokenChunk found = { 0 };

  if (previous != NULL) {
    found.previous_start = previous->start;
    found.previous_end = previous->end;
    found.start = previous->next_start;
    found.end = previous->next_end;
  } else {
    find_bounds (self, from, &found.start, &found.end);
  }
  if (found.start >= found.end)
    return FALSE;
  find_bounds (self, found.end, &found.next_start, &found.next_end);
  found.is_address = looks_like_address (self, found.start, found.end);
  found.hash = hash_piece (self, found.start, found.end);
  *chunk = found;
  return TRUE;
}

/* Classes of @n characters from @from on, those outside @chunk as edges, as one number. */
static guint32
pack_classes (const RelTokenLine *self, const RelTokenChunk *chunk, gint64 from, guint n)
{
  guint64 packed = 0;

  for (guint i = 0; i < n; i++) {
    gint64 at = from + i;
    guint8 class = at < chunk->start || at >= chunk->end ? CLASS_EDGE : self->classes[at];

    packed = packed * 131 + class + 1;
  }
  return fold (packed);
}

static guint32
pack_letters (const RelTokenLine *self, const RelTokenChunk *chunk, gint64 from, guint n)
{
  gint64 start = CLAMP (from, chunk->start, chunk->end), end = CLAMP (from + n, chunk->start, chunk->end);

  return hash_piece (self, (guint) start, (guint) end) + (guint32) (end - from) * 31u;
}

static guint32
hash_previous (const RelTokenLine *self, const RelTokenChunk *chunk)
{
  return chunk->previous_end > chunk->previous_start ? hash_piece (self, chunk->previous_start, chunk->previous_end) : 0;
}

static guint32
hash_next (const RelTokenLine *self, const RelTokenChunk *chunk)
{
  return chunk->next_end > chunk->next_start ? hash_piece (self, chunk->next_start, chunk->next_end) : 0;
}

/* The places inside a run of letters, most of all: seldom a boundary ("can|not", "gon|na", "it|s"). */
static void
add_inner_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at, Sink *sink)
{
  guint first = self->run_first[at], end = self->run_end[at];
  guint32 left = hash_piece (self, first, at), right = hash_piece (self, at, end);
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
  guint32 left = hash_piece (self, left_first, at), right = hash_piece (self, at, right_end);
  guint32 prefix = hash_piece (self, chunk->start, at), suffix = hash_piece (self, at, chunk->end);
  guint32 pair = pack_classes (self, chunk, (gint64) at - 1, 2);
  guint8 next = chunk->next_end > chunk->next_start ? self->classes[chunk->next_start] : CLASS_EDGE;
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

  if (self->run_first[at] < at && self->classes[at] != CLASS_DIGIT && self->classes[at - 1] != CLASS_DIGIT) {
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
    n_upper += self->classes[i] == CLASS_UPPER;
    n_lower += self->classes[i] == CLASS_LOWER;
  }
  if (n_upper == 0)
    return n_lower == 0 ? CASE_NONE : CASE_LOWER;
  if (n_lower == 0)
    return n_upper == 1 ? CASE_CAPITALISED : CASE_UPPER;
  return n_upper == 1 && self->classes[start] == CLASS_UPPER ? CASE_CAPITALISED : CASE_MIXED;
}

static guint32
hash_shape (const RelTokenLine *self, guint start, guint end)
{
  guint64 shape = 0;
  guint8 last = CLASS_EDGE;

  for (guint i = start, n = 0; i < end && n < MAX_SHAPE; i++)
    if (self->classes[i] != last) {
      last = self->classes[i];
      shape = shape * 131 + last;
      n++;
    }
  return fold (shape * 4 + MIN (end - start, 3u));
}

RelTokenPiece
rel_token_line_make_piece (const RelTokenLine *self, guint start, guint end)
{
  return (RelTokenPiece) {
    .start = start,
    .end = end,
    .hash = hash_piece (self, start, end),
    .shape = hash_shape (self, start, end),
    .tail = hash_piece (self, end - MIN (3u, end - start), end),
    .first_class = self->classes[start],
    .last_class = self->classes[end - 1],
    .letter_case = find_case (self, start, end),
  };
}

static gboolean
is_quote (const RelTokenLine *self, const RelTokenPiece *piece)
{
  gunichar c = self->lower[piece->start];

  return (piece->end - piece->start == 1 && (c == '"' || c == '\'')) ||
         (piece->end - piece->start == 2 && c == '\'' && self->lower[piece->start + 1] == '\'');
}

static gboolean
is_closing (const RelTokenLine *self, const RelTokenPiece *piece)
{
  return is_quote (self, piece) || piece->first_class == ')' || piece->first_class == ']' ||
         piece->first_class == CLASS_CLOSE;
}

static gboolean
is_opening (const RelTokenLine *self, const RelTokenPiece *piece)
{
  return is_quote (self, piece) || piece->first_class == '(' || piece->first_class == '[' ||
         piece->first_class == CLASS_OPEN;
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
  if (class == CLASS_OPEN)
    self->n_open_quotes++;
  else if (class == CLASS_CLOSE && line->lower[piece->start] == '"')
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
  return at < 0 || at >= n ? (RelTokenPiece) { .hash = at < 0 ? 1 : 2, .shape = at < 0 ? 1 : 2, .tail = 1 } : pieces[at];
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
  RelTokenPiece before = piece_or_edge (pieces, n, (gint64) at - 1), behind = piece_or_edge (pieces, n, (gint64) at + 2);
  guint32 space = pieces[at].end != pieces[at + 1].start;

  add_word_features (&before, &pieces[at], &pieces[at + 1], &behind, space, &sink);
  add_state_features (self, pieces, n, at, state, space, &sink);
  return sink.n;
}

/* Sentence and token boundaries: a paragraph in, tokens and sentences out.
 *
 * White space parts tokens. Every other place between two characters is decided by a logistic regression over the
 * characters and pieces around it; behind every token another one decides whether the sentence ends. The end of a
 * paragraph always ends a sentence. Texts that come one sentence a line, or with blanks between the tokens, are cut no
 * further. Weights are learned by tokenizer_train.c. Cost: linear in the text.
 */
#include "lexis/tokenizer_model.h"

#include <string.h>

/* Log-odds that a sentence's end needs where no mark shows it. The mail of the training texts ends many so, news does not:
 * keeps headlines whole ("Italian PM Meloni") for 0.7 F1 of sentences on EWT dev. */
#define UNMARKED_MARGIN 1.5f
#define MAX_NUMBER_PARTS 4 /* of a number with hyphens that are looked at on either side */
#define MAX_WORDS 16       /* of one surface token; keeps RelToken.n_words small */

/* The weights of one model, in place in the mapped file. */
typedef struct {
  const RelTokenizerHeader *header;
  const gint8 *splits;
  const gint8 *breaks;
} Tokenizer;

/* What is found in a document, paragraph after paragraph. */
typedef struct {
  const Tokenizer *tokenizer;
  const RelDocument *document;
  RelTokenLine *line;
  GArray *pieces;    /* RelTokenPiece, of the paragraph */
  GArray *begins;    /* guint8, beside pieces: RelSplit before it */
  GArray *tokens;    /* RelToken */
  GArray *sentences; /* RelSentence */
} Work;

static gpointer
load_tokenizer (const RelModel *model, GError **error)
{
  gsize n_bytes = 0;
  const gchar *bytes = rel_model_get_section (model, REL_TOKENIZER_SECTION, &n_bytes);
  const RelTokenizerHeader *header = (const RelTokenizerHeader *) (gconstpointer) bytes;
  Tokenizer *self;

  if (n_bytes < sizeof *header || header->version != REL_TOKENIZER_VERSION || header->split_bits < 8
      || header->split_bits > 24 || header->break_bits < 8 || header->break_bits > 24
      || n_bytes != sizeof *header + ((gsize) 2 << header->split_bits) + ((gsize) 1 << header->break_bits)) {
    g_set_error (
      error, REL_ERROR, REL_ERROR_MODEL,
      "%s: holds no tokenizer, or one of another version; train it anew or take the model that came with relata",
      rel_model_get_path (model));
    return NULL;
  }
  self = g_new0 (Tokenizer, 1);
  self->header = header;
  self->splits = (const gint8 *) (header + 1);
  self->breaks = self->splits + ((gsize) 2 << header->split_bits);
  return self;
}

static void
score_split (const Tokenizer *self, const RelTokenLine *line, const RelTokenChunk *chunk, guint at, gint32 scores[2])
{
  guint32 features[REL_TOKEN_MAX_FEATURES];
  guint n = rel_token_line_add_split_features (line, chunk, at, features);

  rel_tokenizer_sum_split (self->splits, self->header->split_bits, features, n, scores);
}

/* Whether character @at is a hyphen between two word characters of @chunk. */
static gboolean
is_hyphen (const RelTokenLine *line, const RelTokenChunk *chunk, guint at)
{
  return at > chunk->start && at < chunk->end - 1 && line->lower[at] == '-' && rel_class_is_word (line->classes[at - 1])
         && rel_class_is_word (line->classes[at + 1]);
}

/* The token scores of both sides of the hyphen @at. */
static gint32
score_hyphen (const Tokenizer *self, const RelTokenLine *line, const RelTokenChunk *chunk, guint at)
{
  gint32 before[2], behind[2];

  score_split (self, line, chunk, at, before);
  score_split (self, line, chunk, at + 1, behind);
  return before[1] + behind[1];
}

static gboolean
is_number_hyphen (const RelTokenLine *line, const RelTokenChunk *chunk, guint at)
{
  return is_hyphen (line, chunk, at) && line->classes[at - 1] == REL_CLASS_DIGIT
         && line->classes[at + 1] == REL_CLASS_DIGIT;
}

/* A hyphen is parted from both its sides or from none, and those of one number together: "2026-01-19". */
static gboolean
parts_hyphen (const Tokenizer *self, const RelTokenLine *line, const RelTokenChunk *chunk, guint at)
{
  gint32 score = 0;

  if (!is_number_hyphen (line, chunk, at))
    return score_hyphen (self, line, chunk, at) > 0;
  for (guint i = 0; i < MAX_NUMBER_PARTS && is_number_hyphen (line, chunk, line->run_first[at - 1] - 1); i++)
    at = line->run_first[at - 1] - 1;
  for (guint i = 0; i < 2 * MAX_NUMBER_PARTS && is_number_hyphen (line, chunk, at); i++) {
    score += score_hyphen (self, line, chunk, at);
    at = line->run_end[at + 1];
  }
  return score > 0;
}

static RelSplit
decide_split (const Tokenizer *self, const RelTokenLine *line, const RelTokenChunk *chunk, guint at)
{
  gint32 scores[2];

  if (is_hyphen (line, chunk, at) || is_hyphen (line, chunk, at - 1)) {
    guint hyphen = is_hyphen (line, chunk, at) ? at : at - 1;
    return parts_hyphen (self, line, chunk, hyphen) ? REL_SPLIT_TOKEN : REL_SPLIT_NONE;
  }
  score_split (self, line, chunk, at, scores);
  if (MAX (scores[0], scores[1]) <= 0)
    return REL_SPLIT_NONE;
  return scores[0] > scores[1] ? REL_SPLIT_WORD : REL_SPLIT_TOKEN;
}

static void
add_piece (Work *work, guint start, guint end, RelSplit begin)
{
  RelTokenPiece piece = rel_token_line_make_piece (work->line, start, end);
  guint8 value = (guint8) begin;

  g_array_append_val (work->pieces, piece);
  g_array_append_val (work->begins, value);
}

static void
cut_chunk (Work *work, const RelTokenChunk *chunk)
{
  guint start = chunk->start, n_words = 1;
  RelSplit begin = REL_SPLIT_TOKEN;

  for (guint at = chunk->start + 1; at < chunk->end && !work->document->tokenized; at++) {
    RelSplit split = decide_split (work->tokenizer, work->line, chunk, at);

    if (split == REL_SPLIT_NONE)
      continue;
    add_piece (work, start, at, begin);
    n_words = split == REL_SPLIT_WORD ? n_words + 1 : 1;
    if (n_words > MAX_WORDS) {
      split = REL_SPLIT_TOKEN;
      n_words = 1;
    }
    begin = split;
    start = at;
  }
  add_piece (work, start, chunk->end, begin);
}

/* Whether a token may end a sentence by itself: neither a word nor a comma, a dash or a closing bracket. */
static gboolean
is_mark (const RelTokenPiece *piece)
{
  guint8 class = piece->last_class;

  return !rel_class_is_word (class) && class != ')' && class != '-' && class != REL_CLASS_DASH && class != ',';
}

static gboolean
decide_break (const Work *work, const RelBreakState *state, guint at)
{
  const Tokenizer *self = work->tokenizer;
  const RelTokenPiece *pieces = (const RelTokenPiece *) (gpointer) work->pieces->data;
  guint32 features[REL_TOKEN_MAX_FEATURES];
  guint n = rel_token_line_add_break_features (work->line, pieces, work->pieces->len, at, state, features);

  return (gfloat) rel_tokenizer_sum_break (self->breaks, self->header->break_bits, features, n)
           * self->header->break_scale
         > (is_mark (&pieces[at]) ? 0 : UNMARKED_MARGIN);
}

/* Where to cut a sentence whose tokens [@first, @end) are too many: behind the last clause mark of the second half, else
 * at the last white space, else at the limit; never inside a surface token. */
static guint
choose_cut (const Work *work, guint first, guint end)
{
  const RelTokenPiece *pieces = (const RelTokenPiece *) (gpointer) work->pieces->data;
  guint middle = first + (end - first) / 2, space = 0;

  for (guint i = end; i > middle; i--) {
    gboolean parts_words = i < work->begins->len && g_array_index (work->begins, guint8, i) == REL_SPLIT_WORD;
    guint8 class = pieces[i - 1].first_class;

    if (!parts_words && (class == ',' || class == ';' || class == ':') && pieces[i - 1].end - pieces[i - 1].start == 1)
      return i;
    if (space == 0 && i < work->pieces->len && pieces[i].start > pieces[i - 1].end)
      space = i;
  }
  if (space != 0)
    return space;
  while (g_array_index (work->begins, guint8, end) == REL_SPLIT_WORD)
    end--;
  return end;
}

static void
emit_token (Work *work, guint i)
{
  const RelTokenPiece *piece = &g_array_index (work->pieces, RelTokenPiece, i);
  const RelTokenPiece *next = i + 1 < work->pieces->len ? piece + 1 : NULL;
  RelToken token = { 0 };

  token.span = (RelSpan){ work->line->starts[piece->start], work->line->starts[piece->end] };
  token.form = rel_arena_strndup (work->document->arena, work->document->text + token.span.start,
                                  token.span.end - token.span.start);
  token.space_after = next == NULL || next->start > piece->end;
  if (g_array_index (work->begins, guint8, i) != REL_SPLIT_WORD)
    for (token.n_words = 1; i + token.n_words < work->begins->len; token.n_words++)
      if (g_array_index (work->begins, guint8, i + token.n_words) != REL_SPLIT_WORD)
        break;
  g_array_append_val (work->tokens, token);
}

static void
emit_sentence (Work *work, guint paragraph, guint first, guint end, gboolean too_long)
{
  RelSentence sentence = { .first = work->tokens->len, .n_tokens = end - first, .paragraph = paragraph };

  for (guint i = first; i < end; i++)
    emit_token (work, i);
  sentence.too_long = too_long;
  sentence.span = (RelSpan){ g_array_index (work->tokens, RelToken, sentence.first).span.start,
                             g_array_index (work->tokens, RelToken, work->tokens->len - 1).span.end };
  g_array_append_val (work->sentences, sentence);
}

static void
cut_sentences (Work *work, guint paragraph)
{
  const RelTokenPiece *pieces = (const RelTokenPiece *) (gpointer) work->pieces->data;
  RelBreakState state = { 0 };
  gboolean may_break = !work->document->paragraph_is_sentence;
  guint n = work->pieces->len, first = 0;

  for (guint at = 0; at < n; at++) {
    gboolean breaks, begins_token = at + 1 == n || g_array_index (work->begins, guint8, at + 1) != REL_SPLIT_WORD;

    rel_break_state_enter (&state, work->line, pieces, at);
    breaks = at + 1 == n || (may_break && begins_token && decide_break (work, &state, at));
    if (at + 1 - first > REL_SENTENCE_MAX_TOKENS) {
      guint cut = choose_cut (work, first, at);

      emit_sentence (work, paragraph, first, cut, TRUE);
      first = cut;
    }
    if (breaks) {
      emit_sentence (work, paragraph, first, at + 1, FALSE);
      first = at + 1;
    }
    rel_break_state_leave (&state, at, breaks);
  }
}

static void
cut_paragraph (Work *work, guint index)
{
  RelTokenChunk chunk;

  rel_token_line_read (work->line, work->document->text, work->document->paragraphs[index].span);
  g_array_set_size (work->pieces, 0);
  g_array_set_size (work->begins, 0);
  for (gboolean found = rel_token_line_find_chunk (work->line, NULL, &chunk); found;
       found = rel_token_line_find_chunk (work->line, &chunk, &chunk))
    cut_chunk (work, &chunk);
  cut_sentences (work, index);
}

static gboolean
is_prose (RelParagraphKind kind)
{
  return kind == REL_PARAGRAPH_BODY || kind == REL_PARAGRAPH_HEADING || kind == REL_PARAGRAPH_CAPTION;
}

static gpointer
move_array (RelArena *arena, GArray *array, gsize item_size)
{
  gpointer copy = rel_arena_alloc (arena, MAX (array->len * item_size, 1));

  if (array->len > 0)
    memcpy (copy, array->data, array->len * item_size);
  g_array_unref (array);
  return copy;
}

gboolean
rel_tokens_annotate (const RelModel *model, RelDocument *document, GError **error)
{
  Work work = { .document = document };

  g_return_val_if_fail (model != NULL && document != NULL, FALSE);

  work.tokenizer = rel_model_get_part (model, REL_TOKENIZER_SECTION, load_tokenizer, g_free, error);
  if (work.tokenizer == NULL)
    return FALSE;
  work.line = rel_token_line_new ();
  work.pieces = g_array_new (FALSE, FALSE, sizeof (RelTokenPiece));
  work.begins = g_array_new (FALSE, FALSE, sizeof (guint8));
  work.tokens = g_array_new (FALSE, FALSE, sizeof (RelToken));
  work.sentences = g_array_new (FALSE, FALSE, sizeof (RelSentence));
  for (guint i = 0; i < document->n_paragraphs; i++)
    if (is_prose (document->paragraphs[i].kind))
      cut_paragraph (&work, i);

  document->n_tokens = work.tokens->len;
  document->n_sentences = work.sentences->len;
  document->tokens = move_array (document->arena, work.tokens, sizeof (RelToken));
  document->sentences = move_array (document->arena, work.sentences, sizeof (RelSentence));
  g_array_unref (work.pieces);
  g_array_unref (work.begins);
  rel_token_line_free (work.line);
  return TRUE;
}

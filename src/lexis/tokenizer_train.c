/* Training of the tokenizer: two logistic regressions over hashed features, by stochastic gradient descent with a step
 * of its own for each weight (AdaGrad: Duchi, Hazan, Singer 2011).
 *
 *   documents ─ read_paragraph ─► Example[] ─ shuffle, descend, n epochs ─► float weights ─ quantise ─► gint8 section
 */
#include "lexis/tokenizer_train.h"

#include "lexis/tokenizer_model.h"

#include <math.h>
#include <string.h>

/* Tuned on EWT and GUM dev, see tests/accuracy. */
#define SPLIT_BITS 17
#define BREAK_BITS 17
#define N_EPOCHS 8
#define STEP 0.15f
#define ADAGRAD_START 0.1f
#define DECAY 2e-6f /* of a weight's square, each time it is used */

/* One place with its answer; its features stand in a common array. */
typedef struct {
  gsize first;
  guint8 n;
  guint8 label;
} Example;

typedef struct {
  GArray *examples; /* Example */
  GArray *features; /* guint32 */
  guint n_classes;  /* with class 0, whose weights are 0 */
} ExampleSet;

static ExampleSet
example_set_new (guint n_classes)
{
  return (ExampleSet){ g_array_new (FALSE, FALSE, sizeof (Example)), g_array_new (FALSE, FALSE, sizeof (guint32)),
                       n_classes };
}

static void
example_set_clear (ExampleSet *self)
{
  g_array_unref (self->examples);
  g_array_unref (self->features);
}

static void
example_set_add (ExampleSet *self, const guint32 *features, guint n, guint label)
{
  Example example = { self->features->len, (guint8) n, (guint8) label };

  g_array_append_vals (self->features, features, n);
  g_array_append_val (self->examples, example);
}

/* The known answers of one paragraph. */
typedef struct {
  RelTokenLine *line;
  GArray *splits; /* guint8 [n + 1]: RelSplit before each character */
  GArray *pieces; /* RelTokenPiece */
  GArray *breaks; /* guint8, beside pieces: a sentence ends behind it */
} Paragraph;

/* Character of the line that begins at byte @offset, at or behind character @from. */
static guint
find_character (const RelTokenLine *line, guint from, guint32 offset)
{
  while (from < line->n && line->starts[from] < offset)
    from++;
  return from;
}

static void
add_sentence (Paragraph *paragraph, const RelDocument *document, const RelSentence *sentence, guint *at)
{
  const RelToken *tokens = rel_sentence_get_tokens (document, sentence);

  for (guint i = 0; i < sentence->n_tokens; i++) {
    guint start = find_character (paragraph->line, *at, tokens[i].span.start);
    guint end = find_character (paragraph->line, start, tokens[i].span.end);
    guint8 ends_sentence = i + 1 == sentence->n_tokens;
    RelTokenPiece piece;

    if (start >= end) { /* the words of a multiword token that are not its parts */
      g_array_index (paragraph->breaks, guint8, paragraph->breaks->len - 1) |= ends_sentence;
      continue;
    }
    piece = rel_token_line_make_piece (paragraph->line, start, end);
    g_array_append_val (paragraph->pieces, piece);
    g_array_append_val (paragraph->breaks, ends_sentence);
    g_array_index (paragraph->splits, guint8, start) = tokens[i].n_words > 0 ? REL_SPLIT_TOKEN : REL_SPLIT_WORD;
    *at = end;
  }
}

static void
add_split_examples (const Paragraph *paragraph, ExampleSet *set)
{
  RelTokenChunk chunk;
  guint32 features[REL_TOKEN_MAX_FEATURES];

  for (gboolean found = rel_token_line_find_chunk (paragraph->line, NULL, &chunk); found;
       found = rel_token_line_find_chunk (paragraph->line, &chunk, &chunk))
    for (guint at = chunk.start + 1; at < chunk.end; at++) {
      guint n = rel_token_line_add_split_features (paragraph->line, &chunk, at, features);
      example_set_add (set, features, n, g_array_index (paragraph->splits, guint8, at));
    }
}

static void
add_break_examples (const Paragraph *paragraph, ExampleSet *set)
{
  const RelTokenPiece *pieces = (const RelTokenPiece *) (gpointer) paragraph->pieces->data;
  guint n = paragraph->pieces->len;
  RelBreakState state = { 0 };
  guint32 features[REL_TOKEN_MAX_FEATURES];

  for (guint at = 0; at + 1 < n; at++) {
    guint8 breaks = g_array_index (paragraph->breaks, guint8, at);
    guint n_features;

    rel_break_state_enter (&state, paragraph->line, pieces, at);
    n_features = rel_token_line_add_break_features (paragraph->line, pieces, n, at, &state, features);
    example_set_add (set, features, n_features, breaks);
    rel_break_state_leave (&state, at, breaks);
  }
}

static void
add_document (Paragraph *paragraph, const RelDocument *document, ExampleSet *splits, ExampleSet *breaks)
{
  for (guint s = 0; s < document->n_sentences;) {
    guint index = document->sentences[s].paragraph, at = 0;

    rel_token_line_read (paragraph->line, document->text, document->paragraphs[index].span);
    g_array_set_size (paragraph->splits, 0);
    g_array_set_size (paragraph->splits, paragraph->line->n + 1);
    memset (paragraph->splits->data, 0, paragraph->splits->len);
    g_array_set_size (paragraph->pieces, 0);
    g_array_set_size (paragraph->breaks, 0);
    for (; s < document->n_sentences && document->sentences[s].paragraph == index; s++)
      add_sentence (paragraph, document, &document->sentences[s], &at);
    add_split_examples (paragraph, splits);
    add_break_examples (paragraph, breaks);
  }
}

/* A permutation by Fisher and Yates, from a generator that is the same everywhere (xorshift64*, Vigna 2016). */
static void
shuffle (GArray *examples, guint64 *state)
{
  for (guint i = examples->len; i > 1; i--) {
    Example *last = &g_array_index (examples, Example, i - 1), *other, kept;

    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    other = &g_array_index (examples, Example, ((*state * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D)) >> 33) % i);
    kept = *last;
    *last = *other;
    *other = kept;
  }
}

/* Weights of the classes but the first, and the sums of their squared gradients: [2^bits][n_classes - 1]. */
typedef struct {
  gfloat *weights;
  gfloat *squares;
  guint bits;
  guint n;
} Regression;

static void
compute_gradients (const Regression *self, const guint32 *features, guint n_features, guint label, gfloat *gradients)
{
  gfloat scores[REL_N_SPLITS] = { 0 }, sum = 1.0f, top = 0.0f;

  for (guint i = 0; i < n_features; i++)
    for (guint c = 0; c < self->n; c++)
      scores[c] += self->weights[(gsize) (features[i] >> (32 - self->bits)) * self->n + c];
  for (guint c = 0; c < self->n; c++)
    top = MAX (top, scores[c]);
  sum = expf (-top);
  for (guint c = 0; c < self->n; c++)
    sum += scores[c] = expf (scores[c] - top);
  for (guint c = 0; c < self->n; c++)
    gradients[c] = scores[c] / sum - (label == c + 1);
}

static void
descend (Regression *self, const guint32 *features, guint n_features, const gfloat *gradients)
{
  for (guint c = 0; c < self->n; c++) {
    if (fabsf (gradients[c]) < 1e-4f) /* no news; saves most of the time */
      continue;
    for (guint i = 0; i < n_features; i++) {
      gsize at = (gsize) (features[i] >> (32 - self->bits)) * self->n + c;
      gfloat gradient = gradients[c] + DECAY * self->weights[at];

      self->squares[at] += gradient * gradient;
      self->weights[at] -= STEP * gradient / sqrtf (ADAGRAD_START + self->squares[at]);
    }
  }
}

static Regression
learn (ExampleSet *set, guint bits, guint64 seed)
{
  gsize n_weights = ((gsize) 1 << bits) * (set->n_classes - 1);
  Regression regression = { g_new0 (gfloat, n_weights), g_new0 (gfloat, n_weights), bits, set->n_classes - 1 };
  guint64 state = seed | 1;

  for (guint epoch = 0; epoch < N_EPOCHS; epoch++) {
    shuffle (set->examples, &state);
    for (guint i = 0; i < set->examples->len; i++) {
      const Example *example = &g_array_index (set->examples, Example, i);
      const guint32 *features = &g_array_index (set->features, guint32, example->first);
      gfloat gradients[REL_N_SPLITS];

      compute_gradients (&regression, features, example->n, example->label, gradients);
      descend (&regression, features, example->n, gradients);
    }
  }
  return regression;
}

/* Appends the weights in 8 bits; returns the value of one step. */
static gfloat
quantise (Regression *self, GByteArray *out)
{
  gsize n_weights = ((gsize) 1 << self->bits) * self->n;
  gfloat largest = 1e-6f;

  for (gsize i = 0; i < n_weights; i++)
    largest = MAX (largest, fabsf (self->weights[i]));
  for (gsize i = 0; i < n_weights; i++) {
    gint8 weight = (gint8) lrintf (self->weights[i] / largest * G_MAXINT8);
    g_byte_array_append (out, (const guint8 *) &weight, 1);
  }
  g_free (self->weights);
  g_free (self->squares);
  return largest / G_MAXINT8;
}

void
rel_tokenizer_train (RelDocument *const *documents, guint n_documents, guint64 seed, RelModelWriter *writer)
{
  ExampleSet splits = example_set_new (REL_N_SPLITS), breaks = example_set_new (2);
  RelTokenizerHeader header = { .version = REL_TOKENIZER_VERSION, .split_bits = SPLIT_BITS, .break_bits = BREAK_BITS };
  g_autoptr (GByteArray) section = g_byte_array_new ();
  Paragraph paragraph = { rel_token_line_new (), g_array_new (FALSE, TRUE, 1),
                          g_array_new (FALSE, FALSE, sizeof (RelTokenPiece)), g_array_new (FALSE, FALSE, 1) };
  Regression regression;

  for (guint i = 0; i < n_documents; i++)
    add_document (&paragraph, documents[i], &splits, &breaks);
  rel_token_line_free (paragraph.line);
  g_array_unref (paragraph.splits);
  g_array_unref (paragraph.pieces);
  g_array_unref (paragraph.breaks);

  g_byte_array_append (section, (const guint8 *) &header, sizeof header);
  regression = learn (&splits, SPLIT_BITS, seed);
  header.split_scale = quantise (&regression, section);
  regression = learn (&breaks, BREAK_BITS, seed);
  header.break_scale = quantise (&regression, section);
  memcpy (section->data, &header, sizeof header);
  rel_model_writer_set_section (writer, REL_TOKENIZER_SECTION, section->data, section->len);
  example_set_clear (&splits);
  example_set_clear (&breaks);
}

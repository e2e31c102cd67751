/* The training loop of the network that tags words: all tasks at once, a batch of sentences of like length at a time.
 *
 * Each epoch sees all sentences of the treebanks and a part of those that have names only, some of them with their letter
 * case changed, as in headlines. The rate of learning rises over the first steps, then falls to zero along a cosine
 * (Loshchilov and Hutter 2017). What is saved is a running average of the weights.
 */
#include "lexis/words_train.h"

#include "learn/optimizer.h"
#include "lexis/bio.h"
#include "lexis/conllu.h"
#include "lexis/gum_entities.h"
#include "lexis/word_scores.h"

#include <math.h>
#include <string.h>

/* Tuned on EWT dev, see src/learn/models/en.md. */
#define BATCH_TOKENS 500
#define PEAK_RATE 2e-3
#define WARM_UP_STEPS 300
#define CLASS_MIN_COUNT 2       /* tags and scripts seen once are mistakes or accidents */
#define NAMES_PART 0.5f         /* of the sentences that have names only, in each epoch */
#define LETTER_CASE_PART 0.03f  /* of sentences in each of: all lower, all upper, all words capitalised */
#define SWAP_PART 0.2f           /* of sentences with names: others of their type and length in their place */
#define SWAP_MAX_WORDS 4
#define LENGTH_JITTER 3.0f      /* tokens by which sentences of a batch may differ */

/* A sentence with its targets. */
typedef struct {
  const RelToken *tokens; /* [n] */
  guint n;
  RelTreebank treebank;
  gboolean has_tree, has_names, has_etypes;
  gint32 *open[REL_N_WORD_HEADS]; /* [n] classes of XPOS, FEATS and LEMMA; NULL for the others */
} Example;

typedef struct {
  const RelWordTraining *options;
  GPtrArray *documents;                /* RelDocument *, which hold the tokens */
  GArray *examples;                    /* Example */
  GHashTable *ids[REL_N_WORD_HEADS];   /* string → class + 1 */
  RelWordClasses classes;              /* strings belong to the keys of ids */
  RelWordNetwork words;
  GPtrArray *swaps[REL_N_NAME_TYPES][SWAP_MAX_WORDS + 1]; /* const RelToken *: names by type and length */
  GArray *places;                      /* (nullable) keys of words.places */
  RelOptimizer *optimizer;
  RelScratch *scratch;
  RelBatch *batch;
  RelTraining training;
  GPtrArray *forms;                    /* gchar *: words whose letter case was changed for this batch */
  gint32 *targets[REL_N_WORD_HEADS];   /* [room] */
  guint room;
  guint64 n_steps, n_all_steps;
} Trainer;

static void
example_clear (gpointer data)
{
  Example *example = data;

  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    g_free (example->open[h]);
}

static void
trainer_init (Trainer *self, const RelWordTraining *options)
{
  memset (self, 0, sizeof *self);
  self->options = options;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  self->examples = g_array_new (FALSE, FALSE, sizeof (Example));
  g_array_set_clear_func (self->examples, example_clear);
  self->scratch = rel_scratch_new ();
  self->batch = rel_batch_new (REL_N_WORD_GROUPS);
  self->forms = g_ptr_array_new_with_free_func (g_free);
  self->training.random = options->seed * 2 + 1;
  for (guint type = 0; type < REL_N_NAME_TYPES; type++)
    for (guint length = 0; length <= SWAP_MAX_WORDS; length++)
      self->swaps[type][length] = g_ptr_array_new ();
}

static void
trainer_clear (Trainer *self)
{
  rel_optimizer_free (self->optimizer);
  rel_network_free (self->words.network);
  g_clear_pointer (&self->places, g_array_unref);
  g_array_unref (self->examples);
  g_ptr_array_unref (self->documents);
  rel_scratch_free (self->scratch);
  rel_batch_free (self->batch);
  g_ptr_array_unref (self->forms);
  for (guint type = 0; type < REL_N_NAME_TYPES; type++)
    for (guint length = 0; length <= SWAP_MAX_WORDS; length++)
      g_ptr_array_unref (self->swaps[type][length]);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++) {
    g_clear_pointer (&self->ids[h], g_hash_table_unref);
    g_free (self->classes.strings[h]);
    g_free (self->targets[h]);
  }
}

/* Length of the name that begins at token @i, 0: none. */
static guint
measure_name (const Example *example, guint i)
{
  const RelToken *tokens = example->tokens;
  guint end = i + 1;

  if (!tokens[i].name_begins)
    return 0;
  while (end < example->n && tokens[end].name == tokens[i].name && !tokens[end].name_begins)
    end++;
  return end - i;
}

static void
collect_names (Trainer *self, const Example *example)
{
  for (guint i = 0; i < example->n; i++) {
    guint length = measure_name (example, i);

    if (length > 0 && length <= SWAP_MAX_WORDS)
      g_ptr_array_add (self->swaps[example->tokens[i].name][length], (gpointer) &example->tokens[i]);
  }
}

static void
add_examples (Trainer *self, RelDocument *document, const Example *like)
{
  for (guint s = 0; s < document->n_sentences; s++) {
    Example example = *like;

    example.tokens = rel_sentence_get_tokens (document, &document->sentences[s]);
    example.n = document->sentences[s].n_tokens;
    if (example.n > REL_SENTENCE_MAX_TOKENS)
      continue;
    g_array_append_val (self->examples, example);
    if (example.has_names)
      collect_names (self, &example);
  }
  g_ptr_array_add (self->documents, document);
}

static gboolean
read_treebank (Trainer *self, const gchar *path, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);
  GError *cause = NULL;

  if (reader == NULL)
    return FALSE;
  for (;;) {
    const gchar **misc = NULL;
    RelDocument *document = rel_conllu_reader_next (reader, &misc, &cause);
    Example like = { .has_tree = TRUE };

    if (document == NULL)
      break;
    like.has_names = like.has_etypes = rel_gum_entities_annotate (document, misc);
    like.treebank = like.has_names ? REL_TREEBANK_GUM : REL_TREEBANK_EWT;
    add_examples (self, document, &like);
  }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static gboolean
read_names (Trainer *self, const gchar *path, GError **error)
{
  g_autoptr (RelBioReader) reader = rel_bio_reader_open (path, error);
  Example like = { .has_names = TRUE, .treebank = REL_TREEBANK_NAMES };
  RelDocument *document;
  GError *cause = NULL;

  if (reader == NULL)
    return FALSE;
  while ((document = rel_bio_reader_next (reader, &cause)) != NULL)
    add_examples (self, document, &like);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static gboolean
read_files (Trainer *self, GError **error)
{
  const gchar *const *treebanks = self->options->treebanks, *const *names = self->options->names;

  for (guint i = 0; treebanks[i] != NULL; i++)
    if (!read_treebank (self, treebanks[i], error))
      return FALSE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!read_names (self, names[i], error))
      return FALSE;
  if (self->options->places != NULL) {
    self->places = rel_place_names_read (self->options->places, error);
    if (self->places == NULL)
      return FALSE;
    self->words.places.keys = (const guint32 *) (gpointer) self->places->data;
    self->words.places.n_keys = self->places->len;
  }
  if (self->examples->len == 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: holds no sentence to learn from",
                 treebanks[0] != NULL ? treebanks[0] : "training data");
    return FALSE;
  }
  return TRUE;
}

/* The string that the token's class of an open head stands for. */
static gchar *
make_class (RelWordHead head, const RelToken *token, const gchar *form)
{
  switch (head) {
  case REL_WORD_XPOS:
    return g_strdup (token->xpos);
  case REL_WORD_FEATS:
    return g_strdup (token->feats);
  case REL_WORD_LEMMA:
    return strcmp (token->lemma, "_") == 0 ? NULL : rel_lemma_script_new (form, token->lemma);
  default:
    return NULL;
  }
}

static gboolean
is_open (guint head)
{
  return head == REL_WORD_XPOS || head == REL_WORD_FEATS || head == REL_WORD_LEMMA;
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* Numbers the strings that are frequent enough, in alphabetical order. */
static void
number_classes (Trainer *self, guint head, GHashTable *counts)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer string, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &string, &count))
    if (GPOINTER_TO_UINT (count) >= CLASS_MIN_COUNT)
      g_ptr_array_add (strings, string);
  if (strings->len == 0)
    g_ptr_array_add (strings, (gpointer) (head == REL_WORD_LEMMA ? "l;0,;0," : "_"));
  g_ptr_array_sort (strings, compare_strings);
  self->ids[head] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes.counts[head] = strings->len;
  self->classes.strings[head] = g_new0 (const gchar *, strings->len + 1);
  for (guint c = 0; c < strings->len; c++) {
    gchar *key = g_strdup (g_ptr_array_index (strings, c));

    g_hash_table_insert (self->ids[head], key, GUINT_TO_POINTER (c + 1));
    self->classes.strings[head][c] = key;
  }
}

static gint32
find_class (const Trainer *self, guint head, const gchar *string)
{
  return string == NULL ? -1 : (gint32) GPOINTER_TO_UINT (g_hash_table_lookup (self->ids[head], string)) - 1;
}

static void
make_classes (Trainer *self, guint head)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = 0; k < self->examples->len; k++) {
    const Example *example = &g_array_index (self->examples, Example, k);

    for (guint i = 0; example->has_tree && i < example->n; i++) {
      gchar *string = make_class ((RelWordHead) head, &example->tokens[i], example->tokens[i].form);

      if (string != NULL)
        g_hash_table_replace (counts, string, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, string)) + 1));
    }
  }
  number_classes (self, head, counts);
  for (guint k = 0; k < self->examples->len; k++) {
    Example *example = &g_array_index (self->examples, Example, k);

    if (!example->has_tree)
      continue;
    example->open[head] = g_new (gint32, example->n);
    for (guint i = 0; i < example->n; i++) {
      g_autofree gchar *string = make_class ((RelWordHead) head, &example->tokens[i], example->tokens[i].form);

      example->open[head][i] = find_class (self, head, string);
    }
  }
}

/* Target of head @head for token @i of @example, whose form has become @form; -1: not known. */
static gint32
get_target (const Trainer *self, const Example *example, guint head, guint i, const gchar *form)
{
  const RelToken *token = &example->tokens[i];

  if (head == REL_WORD_NAME)
    return !example->has_names ? -1
           : token->name == REL_NAME_NONE ? 0
                                          : 2 * (gint32) token->name - (token->name_begins ? 1 : 0);
  if (head == REL_WORD_ETYPE)
    return example->has_etypes ? token->etype : -1;
  if (!example->has_tree)
    return -1;
  switch ((RelWordHead) head) {
  case REL_WORD_UPOS:
    return (gint32) token->upos;
  case REL_WORD_ARC:
    return token->head + 1;
  case REL_WORD_DEPREL:
    return (gint32) token->deprel;
  case REL_WORD_LEMMA:
    if (form != token->form) {
      g_autofree gchar *script = make_class (REL_WORD_LEMMA, token, form);

      return find_class (self, head, script);
    }
    return example->open[head][i];
  default:
    return example->open[head][i];
  }
}

static gchar *
capitalize (const gchar *form)
{
  gchar first[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (form)), first);
  return g_strconcat (first, g_utf8_next_char (form), NULL);
}

/* Puts other names of the same type and length in the place of those of @example, so that the network learns to know a
 * name by what stands around it (Dai, Adel 2020). */
static void
swap_names (Trainer *self, const Example *example, const gchar **forms)
{
  for (guint i = 0; i < example->n; i++) {
    guint length = measure_name (example, i);
    const GPtrArray *others = length > 0 && length <= SWAP_MAX_WORDS ? self->swaps[example->tokens[i].name][length] : NULL;
    const RelToken *other;

    if (others == NULL)
      continue;
    other = g_ptr_array_index (others, rel_random_next (&self->training.random) % others->len);
    for (guint k = 0; k < length; k++)
      forms[i + k] = other[k].form;
  }
}

/* The words of @example as the network is to see them; now and then in another letter case or with other names. */
static void
choose_forms (Trainer *self, const Example *example, const gchar **forms)
{
  gfloat choice = rel_random_next_float (&self->training.random) / LETTER_CASE_PART;

  for (guint i = 0; i < example->n; i++) {
    const gchar *form = example->tokens[i].form;

    if (choice < 3) {
      gchar *changed = choice < 1   ? g_utf8_strdown (form, -1)
                       : choice < 2 ? g_utf8_strup (form, -1)
                                    : capitalize (form);

      g_ptr_array_add (self->forms, changed);
      form = changed;
    }
    forms[i] = form;
  }
  if (choice >= 3 && example->has_names && rel_random_next_float (&self->training.random) < SWAP_PART)
    swap_names (self, example, forms);
}

static void
make_room (Trainer *self, guint n_tokens)
{
  if (n_tokens <= self->room)
    return;
  self->room = 2 * n_tokens;
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    self->targets[h] = g_renew (gint32, self->targets[h], self->room);
}

static void
add_to_batch (Trainer *self, const Example *example)
{
  const gchar *forms[REL_SENTENCE_MAX_TOKENS];
  guint first = self->batch->n_tokens;

  make_room (self, first + example->n);
  choose_forms (self, example, forms);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    for (guint i = 0; i < example->n; i++)
      self->targets[h][first + i] = get_target (self, example, h, i, forms[i]);
  rel_word_features_add (self->batch, forms, example->n, &self->words.places, example->treebank);
}

static gdouble
get_rate (const Trainer *self)
{
  gdouble step = (gdouble) self->n_steps, part = step / (gdouble) self->n_all_steps;
  gdouble n_warm_up = MIN (WARM_UP_STEPS, 1.0 + (gdouble) self->n_all_steps / 10);

  return PEAK_RATE * MIN (1.0, (step + 1) / n_warm_up) * 0.5 * (1.0 + cos (G_PI * MIN (part, 1.0)));
}

typedef struct {
  gfloat key;
  guint example;
} Place;

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? 1 : -1;
  return left->example < right->example ? -1 : left->example > right->example;
}

static gint
compare_lengths (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Trainer *self = user_data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  guint n_left = g_array_index (self->examples, Example, left).n, n_right = g_array_index (self->examples, Example, right).n;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* Examples of one epoch in batches: arrays of indices, each longest first, in random order. */
static GPtrArray *
plan_epoch (Trainer *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GPtrArray *batches = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *batch = NULL;
  guint n_tokens = 0;

  for (guint k = 0; k < self->examples->len; k++) {
    const Example *example = &g_array_index (self->examples, Example, k);
    Place place = { (gfloat) example->n + LENGTH_JITTER * rel_random_next_float (&self->training.random), k };

    if (example->has_tree || rel_random_next_float (&self->training.random) < NAMES_PART)
      g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  for (guint k = 0; k < places->len; k++) {
    guint example = g_array_index (places, Place, k).example;

    if (batch == NULL || n_tokens >= BATCH_TOKENS) {
      batch = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (batches, batch);
      n_tokens = 0;
    }
    g_array_append_val (batch, example);
    n_tokens += g_array_index (self->examples, Example, example).n;
  }
  for (guint k = batches->len; k > 1; k--) { /* Fisher, Yates */
    guint other = (guint) (rel_random_next (&self->training.random) % k);
    gpointer kept = batches->pdata[k - 1];

    batches->pdata[k - 1] = batches->pdata[other];
    batches->pdata[other] = kept;
  }
  for (guint k = 0; k < batches->len; k++)
    g_array_sort_with_data (batches->pdata[k], compare_lengths, self);
  return batches;
}

static void
learn_batch (Trainer *self, const GArray *indices, gdouble *losses, guint *counts)
{
  gdouble batch_losses[REL_N_WORD_HEADS];
  guint batch_counts[REL_N_WORD_HEADS];

  rel_batch_clear (self->batch);
  for (guint k = 0; k < indices->len; k++)
    add_to_batch (self, &g_array_index (self->examples, Example, g_array_index (indices, guint, k)));
  rel_batch_pack (self->batch);
  rel_scratch_reset (self->scratch);
  rel_network_learn (self->words.network, self->batch, (const gint32 *const *) self->targets, self->scratch,
                     &self->training, batch_losses, batch_counts);
  rel_optimizer_step (self->optimizer, (gfloat) get_rate (self));
  self->n_steps++;
  for (guint h = 0; h < REL_N_WORD_HEADS; h++) {
    losses[h] += batch_losses[h];
    counts[h] += batch_counts[h];
  }
  g_ptr_array_set_size (self->forms, 0);
}

static gboolean
measure_files (const Trainer *self, const gchar *const *paths, gboolean are_treebanks, RelTrainLogFunc log,
               gpointer user_data, GError **error)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++) {
    RelWordScores scores = { 0 };
    g_autofree gchar *text = NULL;
    g_autofree gchar *line = NULL;

    if (!(are_treebanks ? rel_word_scores_add_conllu : rel_word_scores_add_bio) (&scores, &self->words, paths[i], error))
      return FALSE;
    text = rel_word_scores_to_string (&scores);
    line = g_strdup_printf ("  %s: %s", paths[i], text);
    log (line, user_data);
  }
  return TRUE;
}

/* Measures and saves the averaged weights. */
static gboolean
end_epoch (Trainer *self, RelTrainLogFunc log, RelTrainSaveFunc save, gpointer user_data, GError **error)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  gboolean ok;

  rel_optimizer_swap_averages (self->optimizer);
  ok = measure_files (self, self->options->dev_treebanks, TRUE, log, user_data, error) &&
       measure_files (self, self->options->dev_names, FALSE, log, user_data, error);
  if (ok) {
    rel_word_network_write (&self->words, writer);
    ok = save (writer, user_data, error);
  }
  rel_optimizer_swap_averages (self->optimizer);
  return ok;
}

static void
log_epoch (const Trainer *self, guint epoch, const gdouble *losses, const guint *counts, gdouble seconds,
           RelTrainLogFunc log, gpointer user_data)
{
  GString *line = g_string_new (NULL);

  g_string_printf (line, "epoch %u of %u: %.0f s, rate %.5f, losses", epoch + 1, self->options->n_epochs, seconds,
                   get_rate (self));
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    g_string_append_printf (line, " %s %.4f", self->words.network->spec.heads[h].name, losses[h] / MAX (counts[h], 1));
  log (line->str, user_data);
  g_string_free (line, TRUE);
}

static gboolean
run_epoch (Trainer *self, guint epoch, RelTrainLogFunc log, RelTrainSaveFunc save, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) batches = plan_epoch (self);
  gdouble losses[REL_N_WORD_HEADS] = { 0 };
  guint counts[REL_N_WORD_HEADS] = { 0 };
  gint64 start = g_get_monotonic_time ();

  self->n_all_steps = (guint64) batches->len * self->options->n_epochs;
  for (guint k = 0; k < batches->len; k++)
    learn_batch (self, g_ptr_array_index (batches, k), losses, counts);
  log_epoch (self, epoch, losses, counts, (gdouble) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, log, user_data);
  return end_epoch (self, log, save, user_data, error);
}

static gboolean
run_training (Trainer *self, RelTrainLogFunc log, RelTrainSaveFunc save, gpointer user_data, GError **error)
{
  RelNetworkSpec spec;

  if (!read_files (self, error))
    return FALSE;
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (is_open (h))
      make_classes (self, h);
  rel_word_network_spec (&spec, self->classes.counts);
  self->words.network = rel_network_new (&spec, self->options->seed);
  self->words.classes = self->classes;
  self->words.treebank = REL_TREEBANK_UNKNOWN; /* no habits in particular: best on both treebanks together */
  self->optimizer = rel_optimizer_new (self->words.network);
  for (guint epoch = 0; epoch < self->options->n_epochs; epoch++)
    if (!run_epoch (self, epoch, log, save, user_data, error))
      return FALSE;
  return TRUE;
}

gboolean
rel_words_train (const RelWordTraining *options, RelTrainLogFunc log, RelTrainSaveFunc save, gpointer user_data,
                 GError **error)
{
  Trainer self;
  gboolean ok;

  trainer_init (&self, options);
  ok = run_training (&self, log, save, user_data, error);
  trainer_clear (&self);
  return ok;
}

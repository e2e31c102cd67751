/* The training loop of the network that tags words: all tasks at once, a batch of sentences of like length at a time.
 *
 * Each epoch sees all sentences of the treebanks and a part of those that have names only, some of them with their letter
 * case changed, as in headlines. The rate of learning rises over the first steps, then falls to zero along a cosine
 * (Loshchilov and Hutter 2017). What is saved is a running average of the weights.
 */
#include "lexis/words_train.h"

#include "learn/optimizer.h"
#include "lexis/word_scores.h"
#include "lexis/word_variants.h"

#include <math.h>
#include <string.h>

/* Tuned on EWT dev, see src/learn/models/en.md. */
#define BATCH_TOKENS 500
#define PEAK_RATE 2e-3
#define WARM_UP_STEPS 300
#define NAMES_PART 0.5f    /* of the sentences that have names only, in each epoch */
#define LENGTH_JITTER 3.0f /* tokens by which sentences of a batch may differ */

typedef struct {
  const RelWordTraining *options;
  RelWordExamples *examples;
  RelWordVariants *variants;
  RelWordNetwork words;
  RelRoleFile *roles;
  GArray *places;            /* (nullable) keys of words.knowledge.places */
  RelWordSenseTable *senses; /* (nullable) of words.knowledge.senses */
  RelOptimizer *optimizer;
  RelScratch *scratch;
  RelBatch *batch;
  RelTraining training;
  gint32 *targets[REL_N_WORD_HEADS]; /* [room]; of REL_WORD_ROLE those of role_targets */
  guint room;
  GArray *predicates, *sentences_of_predicates; /* guint32: the anchors of the batch */
  GArray *role_targets;                         /* gint32, for each of their pairs */
  guint64 n_steps, n_all_steps;
} Trainer;

static void
trainer_init (Trainer *self, const RelWordTraining *options)
{
  memset (self, 0, sizeof *self);
  self->options = options;
  self->examples = rel_word_examples_new ();
  self->scratch = rel_scratch_new ();
  self->batch = rel_batch_new (REL_N_WORD_GROUPS);
  self->roles = rel_role_file_new ();
  self->predicates = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sentences_of_predicates = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->role_targets = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->training.random = options->seed * 2 + 1;
}

static void
trainer_clear (Trainer *self)
{
  rel_optimizer_free (self->optimizer);
  rel_network_free (self->words.network);
  g_clear_pointer (&self->places, g_array_unref);
  rel_word_sense_table_free (self->senses);
  rel_role_file_free (self->roles);
  g_array_unref (self->predicates);
  g_array_unref (self->sentences_of_predicates);
  g_array_unref (self->role_targets);
  rel_word_variants_free (self->variants);
  rel_word_examples_free (self->examples);
  rel_scratch_free (self->scratch);
  rel_batch_free (self->batch);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (h != REL_WORD_ROLE)
      g_free (self->targets[h]);
}

static gboolean
read_knowledge (Trainer *self, GError **error)
{
  RelWordKnowledge *knowledge = &self->words.knowledge;

  if (self->options->places != NULL) {
    self->places = rel_place_names_read (self->options->places, error);
    if (self->places == NULL)
      return FALSE;
    knowledge->places = (RelPlaceNames){ (const guint32 *) (gpointer) self->places->data, self->places->len };
  }
  if (self->options->senses != NULL) {
    self->senses = rel_word_senses_read (self->options->senses, self->options->lexicon, error);
    if (self->senses == NULL)
      return FALSE;
    knowledge->senses = (RelWordSenses){ (const guint32 *) (gpointer) self->senses->keys->data,
                                         (const guint8 *) self->senses->classes->data, self->senses->keys->len };
  }
  return TRUE;
}

static gboolean
read_files (Trainer *self, GError **error)
{
  const gchar *const *treebanks = self->options->treebanks, *const *names = self->options->names;
  const gchar *const *roles = self->options->roles;

  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    if (!rel_role_file_read (self->roles, roles[i], error))
      return FALSE;
  for (guint i = 0; treebanks[i] != NULL; i++)
    if (!rel_word_examples_add_treebank (self->examples, treebanks[i], self->roles, self->options->teacher, error))
      return FALSE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!rel_word_examples_add_names (self->examples, names[i], error))
      return FALSE;
  if (!read_knowledge (self, error))
    return FALSE;
  if (self->examples->examples->len == 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: holds no sentence to learn from",
                 treebanks[0] != NULL ? treebanks[0] : "training data");
    return FALSE;
  }
  return TRUE;
}

static void
make_room (Trainer *self, guint n_tokens)
{
  if (n_tokens <= self->room)
    return;
  self->room = 2 * n_tokens;
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (h != REL_WORD_ROLE)
      self->targets[h] = g_renew (gint32, self->targets[h], self->room);
}

/* Each predicate of a sentence whose roles are known, with the role of every word of the sentence; those too rare to have a
 * name are not known. */
static void
add_roles (Trainer *self, const RelWordExample *example, guint32 first, guint32 sentence)
{
  for (guint p = 0; example->has_roles && p < example->n; p++) {
    const RelToken *predicate = &example->tokens[p];
    guint start = self->role_targets->len;
    guint32 anchor = first + p;

    if (!rel_token_has_arguments (predicate))
      continue;
    g_array_append_val (self->predicates, anchor);
    g_array_append_val (self->sentences_of_predicates, sentence);
    g_array_set_size (self->role_targets, start + example->n);
    memset (&g_array_index (self->role_targets, gint32, start), 0, example->n * sizeof (gint32));
    for (guint k = 0; k < predicate->n_roles; k++)
      if (predicate->roles[k].token < example->n)
        g_array_index (self->role_targets, gint32, start + predicate->roles[k].token)
          = predicate->roles[k].role == REL_PB_NONE ? -1 : (gint32) predicate->roles[k].role;
  }
}

static void
add_to_batch (Trainer *self, const RelWordExample *example)
{
  const gchar *forms[REL_SENTENCE_MAX_TOKENS];
  guint first = self->batch->n_tokens;

  make_room (self, first + example->n);
  rel_word_variants_choose (self->variants, example, forms, &self->training.random);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    for (guint i = 0; h != REL_WORD_ROLE && i < example->n; i++)
      self->targets[h][first + i]
        = rel_word_examples_get_target (self->examples, example, (RelWordHead) h, i, forms[i]);
  add_roles (self, example, first, self->batch->lengths->len);
  rel_word_features_add (self->batch, forms, example->n, &self->words.knowledge, example->treebank);
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
  guint n_left = rel_word_examples_get (self->examples, left)->n;
  guint n_right = rel_word_examples_get (self->examples, right)->n;

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

  for (guint k = 0; k < self->examples->examples->len; k++) {
    const RelWordExample *example = rel_word_examples_get (self->examples, k);
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
    n_tokens += rel_word_examples_get (self->examples, example)->n;
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
  RelAnchors anchors;

  rel_batch_clear (self->batch);
  g_array_set_size (self->predicates, 0);
  g_array_set_size (self->sentences_of_predicates, 0);
  g_array_set_size (self->role_targets, 0);
  for (guint k = 0; k < indices->len; k++)
    add_to_batch (self, rel_word_examples_get (self->examples, g_array_index (indices, guint, k)));
  rel_batch_pack (self->batch);
  rel_scratch_reset (self->scratch);
  anchors = (RelAnchors){ (const guint32 *) (gpointer) self->predicates->data,
                          (const guint32 *) (gpointer) self->sentences_of_predicates->data, self->predicates->len };
  self->targets[REL_WORD_ROLE] = (gint32 *) (gpointer) self->role_targets->data;
  rel_network_learn (self->words.network, self->batch, (const gint32 *const *) self->targets, &anchors, self->scratch,
                     &self->training, batch_losses, batch_counts);
  rel_optimizer_step (self->optimizer, (gfloat) get_rate (self));
  self->n_steps++;
  for (guint h = 0; h < REL_N_WORD_HEADS; h++) {
    losses[h] += batch_losses[h];
    counts[h] += batch_counts[h];
  }
  rel_word_variants_clear (self->variants);
}

static gboolean
measure_files (const Trainer *self, const gchar *const *paths, gboolean are_treebanks, RelTrainLogFunc log,
               gpointer user_data, GError **error)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++) {
    RelWordScores scores = { 0 };
    g_autofree gchar *text = NULL;
    g_autofree gchar *line = NULL;

    if (!(are_treebanks ? rel_word_scores_add_conllu : rel_word_scores_add_bio) (&scores, &self->words, paths[i],
                                                                                 self->roles, error))
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
  ok = measure_files (self, self->options->dev_treebanks, TRUE, log, user_data, error)
       && measure_files (self, self->options->dev_names, FALSE, log, user_data, error);
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

static void
add_organization (const gchar *name, gpointer user_data)
{
  rel_word_variants_add_name (user_data, REL_NAME_ORG, name);
}

static gboolean
run_training (Trainer *self, RelTrainLogFunc log, RelTrainSaveFunc save, gpointer user_data, GError **error)
{
  RelNetworkSpec spec;

  if (!read_files (self, error))
    return FALSE;
  rel_word_examples_number_classes (self->examples);
  self->variants = rel_word_variants_new (self->examples);
  if (self->options->lexicon != NULL)
    rel_word_senses_foreach_organization (self->options->lexicon, add_organization, self->variants);
  rel_word_network_spec (&spec, self->examples->classes.counts);
  self->words.network = rel_network_new (&spec, self->options->seed);
  self->words.classes = self->examples->classes;
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

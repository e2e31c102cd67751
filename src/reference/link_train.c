/* Learning to rank antecedents: maximises the probability that softmax gives to all right candidates of a mention together
 * (Durrett, Klein 2013) by Adam (Kingma, Ba 2015) with decay of the weights; the mean of the weights over the second half is
 * kept. Examples are shuffled by a generator with a seed, so that the result is the same every time.
 */
#include <reference/link_cues.h>
#include <reference/link_train.h>

#include <math.h>
#include <string.h>

#define BATCH 32
#define BETA_1 0.9f
#define BETA_2 0.999f
#define EPSILON 1e-8f
#define DROPPED G_MAXUINT16

/* Numbers in a row: of the mention; then for each candidate, whether it is right, those of the antecedent, those of the
 * pair; each list with its length before it. */
struct _RelLinkTrainer {
  RelLinkModel *names;
  GArray *numbers;  /* guint16 */
  GArray *examples; /* gsize: where each begins */
};

/* Vectors of as many numbers as the model has weights, the output weights behind the rows. */
typedef struct {
  RelLinkModel *model;
  gsize n;
  gfloat *gradient, *mean, *square, *average; /* [n] */
  guint n_steps, n_averaged;
  guint32 random;
} Fit;

RelLinkTrainer *
rel_link_trainer_new (void)
{
  RelLinkTrainer *self = g_new0 (RelLinkTrainer, 1);

  self->names = rel_link_model_new ();
  self->names->grows = TRUE;
  rel_link_cues_bind (self->names);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->examples = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
rel_link_trainer_free (RelLinkTrainer *self)
{
  if (self == NULL)
    return;
  rel_link_model_free (self->names);
  g_array_unref (self->numbers);
  g_array_unref (self->examples);
  g_free (self);
}

RelLinkModel *
rel_link_trainer_get_model (RelLinkTrainer *self)
{
  return self->names;
}

static void
append_list (RelLinkTrainer *self, const guint16 *numbers, guint n)
{
  guint16 length = (guint16) n;

  g_array_append_val (self->numbers, length);
  g_array_append_vals (self->numbers, numbers, n);
}

void
rel_link_trainer_add (RelLinkTrainer *self, const RelDiscourse *discourse, guint32 index,
                      const RelLinkCandidate *candidates, const gboolean *is_right, guint n)
{
  const RelReferent *referent = rel_discourse_get (discourse, index);
  gsize start = self->numbers->len;
  guint16 n_candidates = (guint16) n;

  g_array_append_val (self->examples, start);
  append_list (self, referent->attributes, referent->n_attributes);
  g_array_append_val (self->numbers, n_candidates);
  for (guint i = 0; i < n; i++) {
    guint16 right = (guint16) is_right[i];
    const RelReferent *before
      = candidates[i].mention != REL_NO_REFERENT ? rel_discourse_get (discourse, candidates[i].mention) : NULL;

    g_array_append_val (self->numbers, right);
    append_list (self, before != NULL ? before->attributes : NULL, before != NULL ? before->n_attributes : 0);
    append_list (self, candidates[i].cues, candidates[i].n_cues);
  }
}

/* xorshift (Marsaglia 2003) */
static guint32
draw (Fit *fit)
{
  fit->random ^= fit->random << 13;
  fit->random ^= fit->random >> 17;
  fit->random ^= fit->random << 5;
  return fit->random;
}

/* How many mentions have each name. */
static guint *
count_names (const RelLinkTrainer *self)
{
  guint *counts = g_new0 (guint, self->names->names->len);

  for (guint i = 0; i < self->examples->len; i++) {
    const guint16 *p = &g_array_index (self->numbers, guint16, g_array_index (self->examples, gsize, i));
    for (guint k = 1; k <= p[0]; k++)
      counts[p[k]]++;
  }
  return counts;
}

/* The names that are common enough, in the order of the alphabet; the examples get their new numbers. */
static RelLinkModel *
choose_names (RelLinkTrainer *self, guint min_count)
{
  RelLinkModel *model = rel_link_model_new ();
  g_autofree guint *counts = count_names (self);
  g_autofree guint16 *numbers = g_new (guint16, self->names->names->len);

  model->grows = TRUE;
  rel_link_cues_bind (model);
  for (guint i = 0; i < self->names->names->len; i++) {
    const gchar *name = g_ptr_array_index (self->names->names, i);
    gboolean known = g_hash_table_contains (model->numbers, name);

    numbers[i] = known || counts[i] >= min_count ? (guint16) rel_link_model_get_number (model, name) : DROPPED;
  }
  for (guint i = 0; i < self->examples->len; i++) {
    guint16 *p = &g_array_index (self->numbers, guint16, g_array_index (self->examples, gsize, i));
    guint16 n = *p++;

    for (; n > 0; n--, p++)
      *p = numbers[*p];
    for (guint16 n_candidates = *p++; n_candidates > 0; n_candidates--) {
      p++;
      for (guint list = 0; list < 2; list++)
        for (n = *p++; n > 0; n--, p++)
          *p = numbers[*p];
    }
  }
  model->grows = FALSE;
  return model;
}

/* Adds the rows of a list behind @p, which begins with its length, but those dropped; what was used is kept in @used. */
static const guint16 *
sum_list (Fit *fit, RelLinkRole role, const guint16 *p, guint32 dropout, gfloat *sum, guint16 *used, guint *n_used)
{
  guint n = *p++;

  *n_used = 0;
  for (guint i = 0; i < n; i++)
    if (p[i] != DROPPED && (dropout == 0 || draw (fit) >= dropout))
      used[(*n_used)++] = p[i];
  rel_link_model_add_rows (fit->model, role, used, *n_used, sum);
  return p + n;
}

static void
add_gradient (Fit *fit, RelLinkRole role, const guint16 *used, guint n_used, const gfloat *of_sum)
{
  for (guint i = 0; i < n_used; i++) {
    gfloat *row = fit->gradient + ((gsize) used[i] * REL_N_LINK_ROLES + role) * REL_LINK_ROW;
    for (guint k = 0; k < REL_LINK_ROW; k++)
      row[k] += of_sum[k];
  }
}

typedef struct {
  gfloat sum[REL_LINK_ROW];
  guint16 before[REL_LINK_MAX_ATTRIBUTES], pair[REL_LINK_MAX_CUES];
  guint n_before, n_pair;
  gboolean is_right;
  gdouble score, probability;
} Weighed;

/* Probabilities of the candidates; returns the loss. */
static gdouble
normalize (Weighed *weighed, guint n, gdouble *right)
{
  gdouble highest = weighed[0].score, total = 0;

  for (guint i = 1; i < n; i++)
    highest = MAX (highest, weighed[i].score);
  for (guint i = 0; i < n; i++)
    total += weighed[i].probability = exp (weighed[i].score - highest);
  *right = 0;
  for (guint i = 0; i < n; i++) {
    weighed[i].probability /= total;
    *right += weighed[i].is_right ? weighed[i].probability : 0;
  }
  *right = MAX (*right, 1e-12);
  return -log (*right);
}

/* One example forth and back; returns its loss. */
static gdouble
learn_example (Fit *fit, const guint16 *p, guint32 dropout)
{
  gfloat of_mention[REL_LINK_ROW] = { 0 }, mention_gradient[REL_LINK_ROW] = { 0 };
  guint16 attributes[REL_LINK_MAX_ATTRIBUTES];
  guint n_attributes;
  gdouble right;

  p = sum_list (fit, REL_LINK_ANAPHOR, p, dropout, of_mention, attributes, &n_attributes);

  guint n = *p++;
  g_autofree Weighed *weighed = g_new (Weighed, n);

  for (guint i = 0; i < n; i++) {
    Weighed *w = &weighed[i];

    w->is_right = *p++ != 0;
    memcpy (w->sum, of_mention, sizeof of_mention);
    p = sum_list (fit, REL_LINK_ANTECEDENT, p, dropout, w->sum, w->before, &w->n_before);
    p = sum_list (fit, REL_LINK_PAIR, p, 0, w->sum, w->pair, &w->n_pair);
    w->score = rel_link_model_get_score (fit->model, w->sum);
  }

  gdouble loss = normalize (weighed, n, &right);
  gfloat *output_gradient = fit->gradient + fit->n - REL_LINK_HIDDEN;

  for (guint i = 0; i < n; i++) {
    Weighed *w = &weighed[i];
    gfloat slope = (gfloat) (w->probability - (w->is_right ? w->probability / right : 0));
    gfloat of_sum[REL_LINK_ROW];

    for (guint k = 0; k < REL_LINK_HIDDEN; k++) {
      of_sum[k] = w->sum[k] > 0 ? slope * fit->model->output[k] : 0;
      output_gradient[k] += slope * MAX (w->sum[k], 0.0f);
    }
    of_sum[REL_LINK_HIDDEN] = slope;
    for (guint k = 0; k < REL_LINK_ROW; k++)
      mention_gradient[k] += of_sum[k];
    add_gradient (fit, REL_LINK_ANTECEDENT, w->before, w->n_before, of_sum);
    add_gradient (fit, REL_LINK_PAIR, w->pair, w->n_pair, of_sum);
  }
  add_gradient (fit, REL_LINK_ANAPHOR, attributes, n_attributes, mention_gradient);
  return loss;
}

static gfloat *
get_weight (const Fit *fit, gsize i)
{
  gsize n_rows = fit->n - REL_LINK_HIDDEN;

  return i < n_rows ? &g_array_index (fit->model->weights, gfloat, i) : &fit->model->output[i - n_rows];
}

static void
step (Fit *fit, gfloat rate, gfloat decay, gboolean averages)
{
  fit->n_steps++;

  gfloat scale_1 = 1 / (1 - powf (BETA_1, (gfloat) fit->n_steps)),
         scale_2 = 1 / (1 - powf (BETA_2, (gfloat) fit->n_steps));

  for (gsize i = 0; i < fit->n; i++) {
    gfloat *weight = get_weight (fit, i), g = fit->gradient[i] / BATCH;

    fit->mean[i] = BETA_1 * fit->mean[i] + (1 - BETA_1) * g;
    fit->square[i] = BETA_2 * fit->square[i] + (1 - BETA_2) * g * g;
    *weight -= rate * (fit->mean[i] * scale_1 / (sqrtf (fit->square[i] * scale_2) + EPSILON) + decay * *weight);
    fit->gradient[i] = 0;
    if (averages)
      fit->average[i] += *weight;
  }
  fit->n_averaged += averages;
}

static void
initialize (Fit *fit)
{
  for (gsize i = 0; i < fit->n; i++)
    *get_weight (fit, i) = ((gfloat) (draw (fit) >> 8) / (1 << 24) - 0.5f) * 0.2f;
  /* weights straight into the score begin at nothing */
  for (gsize i = REL_LINK_HIDDEN; i < fit->n - REL_LINK_HIDDEN; i += REL_LINK_ROW)
    *get_weight (fit, i) = 0;
}

static void
shuffle (Fit *fit, guint *order, guint n)
{
  for (guint i = n; i > 1; i--) {
    guint k = draw (fit) % i, other = order[k];
    order[k] = order[i - 1];
    order[i - 1] = other;
  }
}

static void
run_epochs (const RelLinkTrainer *self, Fit *fit, const RelLinkTrainOptions *options,
            void (*report) (guint epoch, gdouble loss))
{
  guint n = self->examples->len;
  g_autofree guint *order = g_new (guint, n);
  guint32 dropout = (guint32) (options->dropout * G_MAXUINT32);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < options->n_epochs; epoch++) {
    gfloat rate = (gfloat) (options->step * (1 - 0.9 * epoch / options->n_epochs));
    gdouble loss = 0;

    shuffle (fit, order, n);
    for (guint i = 0; i < n; i++) {
      loss += learn_example (
        fit, &g_array_index (self->numbers, guint16, g_array_index (self->examples, gsize, order[i])), dropout);
      if ((i + 1) % BATCH == 0 || i + 1 == n)
        step (fit, rate, (gfloat) options->decay, 2 * epoch >= options->n_epochs);
    }
    if (report != NULL)
      report (epoch, loss / n);
  }
}

RelLinkModel *
rel_link_trainer_fit (RelLinkTrainer *self, const RelLinkTrainOptions *options,
                      void (*report) (guint epoch, gdouble loss))
{
  Fit fit = { .model = choose_names (self, options->min_count), .random = options->seed };
  g_autofree gfloat *vectors = NULL;

  fit.n = fit.model->weights->len + REL_LINK_HIDDEN;
  vectors = g_new0 (gfloat, 4 * fit.n);
  fit.gradient = vectors;
  fit.mean = vectors + fit.n;
  fit.square = vectors + 2 * fit.n;
  fit.average = vectors + 3 * fit.n;
  initialize (&fit);
  run_epochs (self, &fit, options, report);
  for (gsize i = 0; i < fit.n && fit.n_averaged > 0; i++)
    *get_weight (&fit, i) = fit.average[i] / (gfloat) fit.n_averaged;
  return fit.model;
}

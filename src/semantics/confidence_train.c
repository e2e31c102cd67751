/* Learning how sure propositions are: examples with soft targets in, weights out.
 *
 * Minimises the cross-entropy between target and probability plus LAMBDA/2 |w|^2 by gradient descent with a step per weight
 * (Adagrad: Duchi, Hazan, Singer 2011), examples in their given order, so that the result is the same every time.
 * O(EPOCHS × features of all examples).
 */
#include <semantics/confidence.h>

#include <math.h>
#include <string.h>

#define EPOCHS 60
#define STEP 0.1
#define LAMBDA 200.0 /* over all examples; by cross-validation on CaRB's development data, see tests/accuracy */
#define N_FOLDS 10
#define MIN_WEIGHT 0.0005

typedef struct {
  GHashTable *numbers; /* feature → number + 1 */
  GPtrArray *names;    /* [number] */
  guint **features;    /* [n_examples][n_features[i]] */
  guint *n_features;   /* [n_examples] */
} Table;

static guint
get_number (Table *table, const gchar *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (table->numbers, name));

  if (number == 0) {
    gchar *copy = g_strdup (name);

    g_ptr_array_add (table->names, copy);
    number = table->names->len;
    g_hash_table_insert (table->numbers, copy, GUINT_TO_POINTER (number));
  }
  return number - 1;
}

static void
table_fill (Table *table, const RelConfidenceExample *examples, guint n_examples)
{
  table->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  table->names = g_ptr_array_new_with_free_func (g_free);
  table->features = g_new0 (guint *, n_examples);
  table->n_features = g_new0 (guint, n_examples);
  for (guint i = 0; i < n_examples; i++) {
    g_auto (GStrv) names = g_strsplit (examples[i].features, " ", -1);
    guint n = g_strv_length (names);

    table->features[i] = g_new0 (guint, MAX (n, 1));
    for (guint k = 0; k < n; k++)
      if (names[k][0] != '\0')
        table->features[i][table->n_features[i]++] = get_number (table, names[k]);
  }
}

static void
table_clear (Table *table, guint n_examples)
{
  for (guint i = 0; i < n_examples; i++)
    g_free (table->features[i]);
  g_free (table->features);
  g_free (table->n_features);
  g_hash_table_unref (table->numbers);
  g_ptr_array_unref (table->names);
}

static gdouble
predict (const Table *table, const gdouble *weights, guint example)
{
  gdouble sum = 0;

  for (guint k = 0; k < table->n_features[example]; k++)
    sum += weights[table->features[example][k]];
  return 1 / (1 + exp (-sum));
}

/* Weights from all examples whose group is not in @fold (G_MAXUINT: from all). */
static void
fit (const Table *table, const RelConfidenceExample *examples, guint n_examples, guint fold, gdouble *weights)
{
  guint n_weights = table->names->len;
  gdouble *squares = g_new (gdouble, n_weights);

  for (guint k = 0; k < n_weights; k++) {
    weights[k] = 0;
    squares[k] = 1e-3;
  }
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < n_examples; i++) {
      gdouble slope;

      if (examples[i].group % N_FOLDS == fold)
        continue;
      slope = predict (table, weights, i) - examples[i].target;
      for (guint k = 0; k < table->n_features[i]; k++) {
        guint number = table->features[i][k];
        gdouble gradient = slope + LAMBDA / n_examples * weights[number];

        squares[number] += gradient * gradient;
        weights[number] -= STEP * gradient / sqrt (squares[number]);
      }
    }
  g_free (squares);
}

GHashTable *
rel_confidence_train (const RelConfidenceExample *examples, guint n_examples, gdouble *held_out)
{
  GHashTable *result = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Table table;
  gdouble *weights;

  table_fill (&table, examples, n_examples);
  weights = g_new0 (gdouble, MAX (table.names->len, 1));
  for (guint fold = 0; held_out && fold < N_FOLDS; fold++) {
    fit (&table, examples, n_examples, fold, weights);
    for (guint i = 0; i < n_examples; i++)
      if (examples[i].group % N_FOLDS == fold)
        held_out[i] = predict (&table, weights, i);
  }
  fit (&table, examples, n_examples, G_MAXUINT, weights);
  for (guint k = 0; k < table.names->len; k++)
    if (fabs (weights[k]) >= MIN_WEIGHT) {
      gdouble *weight = g_new (gdouble, 1);

      *weight = weights[k];
      g_hash_table_insert (result, g_strdup (g_ptr_array_index (table.names, k)), weight);
    }
  g_free (weights);
  table_clear (&table, n_examples);
  return result;
}

/* The gradient of every kind of layer against finite differences of the loss. */
#include "learn/network.h"

#include <math.h>
#include <string.h>

static RelNetworkSpec
make_spec (gfloat dropout)
{
  RelNetworkSpec spec = { .n_groups = 2, .n_layers = 2, .n_units = 5, .n_projections = 7, .n_heads = 5 };

  spec.input_dropout = spec.state_dropout = spec.recurrent_dropout = spec.projection_dropout = dropout;
  spec.groups[0] = (RelGroupSpec){ "form", 7, 4, dropout, 0 };
  spec.groups[1] = (RelGroupSpec){ "affix", 5, 3, 0, 1 };
  spec.projections[0] = (RelProjectionSpec){ "tagger", 1, 6 };
  spec.projections[1] = (RelProjectionSpec){ "dependent", 0, 4 };
  spec.projections[2] = (RelProjectionSpec){ "head", 0, 4 };
  spec.projections[3] = (RelProjectionSpec){ "labelled", 0, 3 };
  spec.projections[4] = (RelProjectionSpec){ "labelling", 0, 3 };
  spec.projections[5] = (RelProjectionSpec){ "predicate", 0, 3 };
  spec.projections[6] = (RelProjectionSpec){ "argument", 1, 3 };
  spec.heads[0] = (RelHeadSpec){ "upos", REL_HEAD_TAGS, 4, { 0, 0 }, 0.7f };
  spec.heads[1] = (RelHeadSpec){ "arc", REL_HEAD_ARCS, 0, { 1, 2 }, 1.0f };
  spec.heads[2] = (RelHeadSpec){ "label", REL_HEAD_LABELS, 3, { 3, 4 }, 1.3f };
  spec.heads[3] = (RelHeadSpec){ "name", REL_HEAD_TAGS, 2, { 0, 0 }, 0.5f };
  spec.heads[4] = (RelHeadSpec){ "role", REL_HEAD_PAIRS, 4, { 5, 6 }, 0.8f };
  return spec;
}

/* Two tokens of the first sentence and one of the third: 5 + 5 + 3 pairs. */
static const guint32 anchor_tokens[] = { 1, 4, 9 }, anchor_sentences[] = { 0, 0, 2 };
static const RelAnchors anchors = { anchor_tokens, anchor_sentences, 3 };

static RelBatch *
make_batch (guint64 *random)
{
  static const guint lengths[] = { 5, 3, 3, 1 };
  RelBatch *batch = rel_batch_new (2);

  for (guint s = 0; s < G_N_ELEMENTS (lengths); s++) {
    rel_batch_add_sentence (batch, lengths[s]);
    for (guint i = 0; i < lengths[s]; i++) {
      rel_batch_add_feature (batch, 0, rel_random_next (random));
      for (guint k = 0; k < 1 + i % 3; k++)
        rel_batch_add_feature (batch, 1, rel_random_next (random));
      rel_batch_end_token (batch);
    }
  }
  rel_batch_pack (batch);
  return batch;
}

/* Weighted loss per token, with the same dropout at each call. */
static gdouble
measure_loss (RelNetwork *network, const RelBatch *batch, const gint32 *const *targets, RelScratch *scratch)
{
  RelTraining training = { 99 };
  gdouble losses[5], sum = 0;
  guint counts[5];

  rel_scratch_reset (scratch);
  rel_network_learn (network, batch, targets, &anchors, scratch, &training, losses, counts);
  for (guint h = 0; h < 5; h++)
    sum += losses[h] * (gdouble) network->spec.heads[h].weight / batch->n_tokens;
  return sum;
}

/* The derivative after weight @i of @parameter by a step of @epsilon to each side. */
static gdouble
derive (RelNetwork *network, RelParameter *parameter, gsize i, gfloat epsilon, const RelBatch *batch,
        const gint32 *const *targets, RelScratch *scratch)
{
  gfloat value = parameter->values[i];
  gdouble above, below;

  parameter->values[i] = value + epsilon;
  above = measure_loss (network, batch, targets, scratch);
  parameter->values[i] = value - epsilon;
  below = measure_loss (network, batch, targets, scratch);
  parameter->values[i] = value;
  return (above - below) / (2 * (gdouble) epsilon);
}

static void
check_parameter (RelNetwork *network, guint place, const gfloat *gradient, const RelBatch *batch,
                 const gint32 *const *targets, RelScratch *scratch)
{
  RelParameter *parameter = &network->parameters[place];
  gsize n = (gsize) parameter->n_rows * parameter->n_columns;
  gdouble difference = 0, size = 0;

  for (gsize i = 0; i < n; i++) {
    /* A long step may cross the bend of a rectifier, a short one drowns in the rounding of single precision. */
    gdouble far = derive (network, parameter, i, 4e-3f, batch, targets, scratch) - (gdouble) gradient[i];
    gdouble near = derive (network, parameter, i, 4e-4f, batch, targets, scratch) - (gdouble) gradient[i];

    difference += MIN (far * far, near * near);
    size += (gdouble) gradient[i] * (gdouble) gradient[i];
  }
  g_test_message ("%s: |gradient| %.5f, error %.6f", parameter->name, sqrt (size), sqrt (difference));
  g_assert_cmpfloat (sqrt (difference), <, 0.01 * sqrt (size) + 2e-4);
}

static void
check_gradients (gfloat dropout)
{
  RelNetworkSpec spec = make_spec (dropout);
  g_autoptr (RelNetwork) network = rel_network_new (&spec, 1);
  g_autoptr (RelScratch) scratch = rel_scratch_new ();
  guint64 random = 5;
  g_autoptr (RelBatch) batch = make_batch (&random);
  static const gint32 tags[] = { 1, 0, 3, -1, 2, 2, 1, 0, 3, 3, 0, 1 };
  static const gint32 arcs[] = { 2, 0, 2, 3, 1, 0, 1, 2, -1, -1, -1, 0 };
  static const gint32 labels[] = { 1, 0, 2, 2, 1, 0, 1, 2, -1, -1, -1, 0 };
  static const gint32 names[] = { 1, 0, 1, 1, 0, -1, -1, -1, 1, 0, 0, 1 };
  static const gint32 roles[] = { 1, 0, 2, 3, 0, /**/ 0, 0, -1, 1, 2, /**/ 0, 3, 1 };
  const gint32 *targets[] = { tags, arcs, labels, names, roles };
  g_autoptr (GPtrArray) gradients = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < network->n_parameters; i++) { /* large enough to matter in every layer */
    gsize n = (gsize) network->parameters[i].n_rows * network->parameters[i].n_columns;

    for (gsize k = 0; k < n; k++)
      network->parameters[i].values[k] += rel_random_next_float (&random) - 0.5f;
  }
  measure_loss (network, batch, targets, scratch);
  for (guint i = 0; i < network->n_parameters; i++) {
    gsize n_bytes = (gsize) network->parameters[i].n_rows * network->parameters[i].n_columns * sizeof (gfloat);

    g_ptr_array_add (gradients, g_memdup2 (network->parameters[i].gradient, n_bytes));
  }
  for (guint i = 0; i < network->n_parameters; i++)
    check_parameter (network, i, g_ptr_array_index (gradients, i), batch, targets, scratch);
}

static void
test_gradients (void)
{
  check_gradients (0.0f);
}

static void
test_gradients_with_dropout (void)
{
  check_gradients (0.3f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/gradients", test_gradients);
  g_test_add_func ("/network/gradients-with-dropout", test_gradients_with_dropout);
  return g_test_run ();
}

/* The way back through the network: from the losses to the gradient of every weight; see network.h and, for the way
 * forward, network_forward.c. Each function takes the gradient of what its counterpart gave and adds to the gradients of
 * what its counterpart took. The loss is the weighted sum over heads and known targets of the negative log-probability,
 * divided by the number of tokens of the batch.
 */
#include "learn/kernels.h"
#include "learn/network.h"

#include <math.h>
#include <string.h>

/* Gradients of the numbers of a pass. */
typedef struct {
  const RelBatch *batch;
  const RelPass *pass;
  RelScratch *scratch;
  gfloat *projections[REL_NETWORK_MAX_PROJECTIONS]; /* [N][n_units] */
  gfloat *states;                                   /* [N][2 n_units] */
  gfloat *x_rows;                                   /* [N][n_inputs] */
  gfloat *h;                                        /* [N][2 n_units] packed, of the layer at work */
} Gradients;

/* gradient of weight += inputs^T outputs; of bias += sum of outputs; of inputs += outputs weight^T, unless NULL. */
static void
go_back_dense (RelNetwork *self, guint weight_place, guint first_row, gint bias_place, guint n_tokens,
               const gfloat *inputs, gfloat *d_inputs, guint n_inputs, const gfloat *d_outputs, guint n_outputs)
{
  RelParameter *weight = &self->parameters[weight_place];
  gsize first = (gsize) first_row * n_outputs;

  rel_gemm (REL_TRANSPOSED, REL_PLAIN, n_inputs, n_outputs, n_tokens, inputs, n_inputs, d_outputs, n_outputs, 1.0f,
            weight->gradient + first, n_outputs);
  if (bias_place >= 0)
    rel_matrix_sum_rows (self->parameters[bias_place].gradient, d_outputs, n_tokens, n_outputs, n_outputs);
  if (d_inputs != NULL)
    rel_gemm (REL_PLAIN, REL_TRANSPOSED, n_tokens, n_inputs, n_outputs, d_outputs, n_outputs, weight->values + first,
              n_outputs, 1.0f, d_inputs, n_inputs);
}

/* From scores to their gradient, in place; returns the loss. */
static gdouble
go_back_softmax (gfloat *scores, guint n, gint32 target, gfloat scale)
{
  gdouble loss = 0;

  if (target < 0) {
    memset (scores, 0, n * sizeof *scores);
    return 0;
  }
  rel_vector_log_softmax (scores, n);
  loss = -scores[target];
  for (guint c = 0; c < n; c++)
    scores[c] = expf (scores[c]) * scale;
  scores[target] -= scale;
  return loss;
}

static gdouble
go_back_tags (RelNetwork *self, guint h, const gint32 *targets, gfloat scale, Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_tokens = gradients->batch->n_tokens, n = head->n_classes;
  gfloat *d_scores = gradients->pass->scores[h];
  gdouble loss = 0;

  for (guint i = 0; i < n_tokens; i++)
    loss += go_back_softmax (d_scores + (gsize) i * n, n, targets[i], scale);
  go_back_dense (self, self->heads[h].weight, 0, (gint) self->heads[h].bias, n_tokens, gradients->pass->projections[p],
                 gradients->projections[p], self->spec.projections[p].n_units, d_scores, n);
  return loss;
}

/* One sentence's arcs: d_scores[n][n + 1] to the gradients of the dependents' inputs, the heads and the root. */
static void
go_back_arcs_of_sentence (RelNetwork *self, guint h, guint sentence, const gfloat *d_scores, gfloat *d_inputs,
                          Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[1], n_units = self->spec.projections[p].n_units;
  guint n = g_array_index (gradients->batch->lengths, guint, sentence);
  gsize first = (gsize) gradients->batch->starts[sentence] * n_units;
  const gfloat *inputs = gradients->pass->arc_inputs[h] + first, *heads = gradients->pass->projections[p] + first;
  RelParameter *root = &self->parameters[self->heads[h].root];

  rel_gemm (REL_PLAIN, REL_PLAIN, n, n_units, n, d_scores + 1, n + 1, heads, n_units, 0.0f, d_inputs + first, n_units);
  rel_gemm (REL_TRANSPOSED, REL_PLAIN, n, n_units, n, d_scores + 1, n + 1, inputs, n_units, 1.0f,
            gradients->projections[p] + first, n_units);
  for (guint d = 0; d < n; d++) {
    gfloat d_root = d_scores[(gsize) d * (n + 1)];

    rel_vector_add_scaled (d_inputs + first + (gsize) d * n_units, root->values, d_root, n_units);
    rel_vector_add_scaled (root->gradient, inputs + (gsize) d * n_units, d_root, n_units);
  }
}

static gdouble
go_back_arcs (RelNetwork *self, guint h, const gint32 *targets, gfloat scale, Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_units = self->spec.projections[p].n_units;
  gfloat *d_scores = gradients->pass->scores[h];
  gfloat *d_inputs = rel_scratch_alloc (gradients->scratch, (gsize) gradients->batch->n_tokens * n_units);
  gdouble loss = 0;

  for (guint s = 0; s < gradients->batch->lengths->len; s++) {
    guint n = g_array_index (gradients->batch->lengths, guint, s);

    for (guint d = 0; d < n; d++) {
      gfloat *row = d_scores + (gsize) d * (n + 1);

      loss += go_back_softmax (row, n + 1, targets[gradients->batch->starts[s] + d], scale);
      row[1 + d] = 0;
    }
    go_back_arcs_of_sentence (self, h, s, d_scores, d_inputs, gradients);
    d_scores += (gsize) n * (n + 1);
  }
  go_back_dense (self, self->heads[h].weight, 0, (gint) self->heads[h].bias, gradients->batch->n_tokens,
                 gradients->pass->projections[p], gradients->projections[p], n_units, d_inputs, n_units);
  return loss;
}

/* Adds the gradients of the gathered head sides to the rows they were copied from. */
static void
scatter_heads (RelNetwork *self, guint h, const gint32 *heads, const gfloat *d_v, Gradients *gradients)
{
  guint p = self->spec.heads[h].projections[1], n_units = self->spec.projections[p].n_units;
  const RelBatch *batch = gradients->batch;

  for (guint s = 0; s < batch->lengths->len; s++)
    for (guint i = 0; i < g_array_index (batch->lengths, guint, s); i++) {
      guint token = batch->starts[s] + i;
      gfloat *row = heads[token] <= 0
                      ? self->parameters[self->heads[h].root].gradient
                      : gradients->projections[p] + (gsize) (batch->starts[s] + heads[token] - 1) * n_units;

      rel_vector_add (row, d_v + (gsize) token * n_units, n_units);
    }
}

#define LABEL_CHUNK 128 /* as on the way forward */

/* The bilinear part of the labels. */
static void
go_back_label_products (RelNetwork *self, guint h, const gfloat *d_scores, const gfloat *v, gfloat *d_v,
                        Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_units = self->spec.projections[p].n_units, n = head->n_classes;
  gsize width = (gsize) n * n_units;
  gfloat *products = rel_scratch_alloc (gradients->scratch, LABEL_CHUNK * width);
  const gfloat *u = gradients->pass->projections[p];

  for (guint first = 0; first < gradients->batch->n_tokens; first += LABEL_CHUNK) {
    guint n_rows = MIN (LABEL_CHUNK, gradients->batch->n_tokens - first);

    rel_gemm (REL_PLAIN, REL_PLAIN, n_rows, (guint) width, n_units, u + (gsize) first * n_units, n_units,
              self->parameters[self->heads[h].weight].values, (guint) width, 0.0f, products, (guint) width);
    for (guint i = 0; i < n_rows; i++)
      for (guint c = 0; c < n; c++) {
        gfloat *product = products + i * width + (gsize) c * n_units, d = d_scores[(gsize) (first + i) * n + c];

        rel_vector_add_scaled (d_v + (gsize) (first + i) * n_units, product, d, n_units);
        memset (product, 0, n_units * sizeof *product);
        rel_vector_add_scaled (product, v + (gsize) (first + i) * n_units, d, n_units);
      }
    go_back_dense (self, self->heads[h].weight, 0, -1, n_rows, u + (gsize) first * n_units,
                   gradients->projections[p] + (gsize) first * n_units, n_units, products, (guint) width);
  }
}

static gdouble
go_back_labels (RelNetwork *self, guint h, const gint32 *heads, const gint32 *targets, gfloat scale,
                Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_units = self->spec.projections[p].n_units, n = head->n_classes;
  guint n_tokens = gradients->batch->n_tokens;
  gfloat *d_scores = gradients->pass->scores[h];
  gfloat *v = rel_network_gather_heads (self, gradients->batch, h, heads, gradients->scratch, gradients->pass);
  gfloat *d_v = rel_scratch_alloc_zeros (gradients->scratch, (gsize) n_tokens * n_units);
  gdouble loss = 0;

  for (guint i = 0; i < n_tokens; i++)
    loss += go_back_softmax (d_scores + (gsize) i * n, n, targets[i], scale);
  go_back_dense (self, self->heads[h].linear, 0, (gint) self->heads[h].bias, n_tokens, gradients->pass->projections[p],
                 gradients->projections[p], n_units, d_scores, n);
  go_back_dense (self, self->heads[h].linear, n_units, -1, n_tokens, v, d_v, n_units, d_scores, n);
  go_back_label_products (self, h, d_scores, v, d_v, gradients);
  scatter_heads (self, h, heads, d_v, gradients);
  return loss;
}

/* The blocks of the anchors: @d_products[n_anchors][n_classes n_units], @d_of_anchors[n_anchors][n_classes] and
 * @d_of_tokens[N][n_classes] are what rel_network_score_pairs() adds up; @products is the first's counterpart. */
static void
go_back_blocks (RelNetwork *self, guint h, const RelAnchors *anchors, const gfloat *products, gfloat *d_products,
                gfloat *d_of_anchors, gfloat *d_of_tokens, Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  const RelBatch *batch = gradients->batch;
  guint p = head->projections[1], n_units = self->spec.projections[p].n_units, n = head->n_classes;
  gsize width = (gsize) n * n_units;
  const gfloat *d_scores = gradients->pass->scores[h];

  for (guint k = 0; k < anchors->n_anchors; k++) {
    guint sentence = anchors->sentences[k], n_tokens = g_array_index (batch->lengths, guint, sentence);
    gsize first = batch->starts[sentence];

    rel_gemm (REL_TRANSPOSED, REL_PLAIN, n, n_units, n_tokens, d_scores, n,
              gradients->pass->projections[p] + first * n_units, n_units, 0.0f, d_products + k * width, n_units);
    rel_gemm (REL_PLAIN, REL_PLAIN, n_tokens, n_units, n, d_scores, n, products + k * width, n_units, 1.0f,
              gradients->projections[p] + first * n_units, n_units);
    rel_matrix_sum_rows (d_of_anchors + (gsize) k * n, d_scores, n_tokens, n, n);
    rel_vector_add (d_of_tokens + first * n, d_scores, n_tokens * n);
    d_scores += (gsize) n_tokens * n;
  }
}

static gdouble
go_back_pairs (RelNetwork *self, guint h, const RelAnchors *anchors, const gint32 *targets, gfloat scale,
               Gradients *gradients)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_units = self->spec.projections[p].n_units, n = head->n_classes;
  guint n_tokens = gradients->batch->n_tokens, n_anchors = anchors->n_anchors;
  gsize width = (gsize) n * n_units, n_pairs = rel_anchors_count_pairs (anchors, gradients->batch);
  RelScratch *scratch = gradients->scratch;
  gfloat *d_scores = gradients->pass->scores[h];
  gfloat *u = rel_network_gather_anchors (self, h, anchors, scratch, gradients->pass);
  gfloat *d_u = rel_scratch_alloc_zeros (scratch, (gsize) n_anchors * n_units);
  gfloat *products = rel_scratch_alloc (scratch, n_anchors * width);
  gfloat *d_products = rel_scratch_alloc (scratch, n_anchors * width);
  gfloat *d_of_anchors = rel_scratch_alloc_zeros (scratch, (gsize) n_anchors * n);
  gfloat *d_of_tokens = rel_scratch_alloc_zeros (scratch, (gsize) n_tokens * n);
  gdouble loss = 0;

  for (gsize i = 0; i < n_pairs; i++)
    loss += go_back_softmax (d_scores + i * n, n, targets[i], scale);
  rel_gemm (REL_PLAIN, REL_PLAIN, n_anchors, (guint) width, n_units, u, n_units,
            self->parameters[self->heads[h].weight].values, (guint) width, 0.0f, products, (guint) width);
  go_back_blocks (self, h, anchors, products, d_products, d_of_anchors, d_of_tokens, gradients);
  go_back_dense (self, self->heads[h].weight, 0, -1, n_anchors, u, d_u, n_units, d_products, (guint) width);
  go_back_dense (self, self->heads[h].linear, 0, -1, n_anchors, u, d_u, n_units, d_of_anchors, n);
  go_back_dense (self, self->heads[h].linear, n_units, (gint) self->heads[h].bias, n_tokens,
                 gradients->pass->projections[head->projections[1]], gradients->projections[head->projections[1]],
                 n_units, d_of_tokens, n);
  for (guint k = 0; k < n_anchors; k++)
    rel_vector_add (gradients->projections[p] + (gsize) anchors->tokens[k] * n_units, d_u + (gsize) k * n_units,
                    n_units);
  return loss;
}

static void
go_back_projection (RelNetwork *self, guint p, Gradients *gradients)
{
  const RelProjectionSpec *spec = &self->spec.projections[p];
  guint n_tokens = gradients->batch->n_tokens, n_states = 2 * self->spec.n_units;
  gsize size = (gsize) n_tokens * spec->n_units;
  gfloat *d_outputs = gradients->projections[p];

  if (gradients->pass->projection_masks[p] != NULL)
    rel_vector_multiply (d_outputs, gradients->pass->projection_masks[p], (guint) size);
  rel_vector_rectify_backward (d_outputs, gradients->pass->projections[p], (guint) size);
  go_back_dense (self, self->projection_weights[p], 0, (gint) self->projection_biases[p], n_tokens,
                 gradients->pass->states, gradients->states, n_states, d_outputs, spec->n_units);
  if (spec->sees_input)
    go_back_dense (self, self->projection_weights[p], n_states, -1, n_tokens, gradients->pass->x_rows,
                   gradients->x_rows, self->n_inputs, d_outputs, spec->n_units);
}

/* From the states, sentence after sentence, to the packed outputs of the last layer. */
static void
scatter_states (RelNetwork *self, Gradients *gradients)
{
  guint n_columns = 2 * self->spec.n_units;
  const RelBatch *batch = gradients->batch;

  gradients->h = rel_scratch_alloc (gradients->scratch, (gsize) batch->n_tokens * n_columns);
  for (guint s = 0; s < batch->lengths->len; s++)
    for (guint i = 0; i < g_array_index (batch->lengths, guint, s); i++) {
      guint token = batch->starts[s] + i;
      gfloat *out = gradients->h + (gsize) batch->packed_rows[token] * n_columns;

      memcpy (out, gradients->states + (gsize) token * n_columns, n_columns * sizeof *out);
      if (gradients->pass->states_mask != NULL)
        rel_vector_multiply (out, gradients->pass->states_mask + (gsize) s * n_columns, n_columns);
    }
}

/* One direction, against the order it was run in; the activations of the gates become the gradients of their sums. */
static void
go_back_direction (RelNetwork *self, guint l, guint direction, Gradients *gradients)
{
  const RelBatch *batch = gradients->batch;
  const RelPass *pass = gradients->pass;
  guint n_units = self->spec.n_units, stride = 8 * n_units, n_sentences = batch->lengths->len;
  const RelParameter *weight = &self->parameters[self->layers[l].recurrent[direction]];
  const gfloat *c = pass->layers[l].c[direction], *tanh_c = pass->layers[l].tanh_c[direction];
  gfloat *d_c = rel_scratch_alloc_zeros (gradients->scratch, (gsize) n_sentences * n_units);
  gfloat *d_h = rel_scratch_alloc_zeros (gradients->scratch, (gsize) n_sentences * n_units);

  for (guint k = 0; k < batch->n_steps; k++) {
    gboolean is_first = k == batch->n_steps - 1; /* in the order of the way forward */
    guint t = direction == 0 ? batch->n_steps - 1 - k : k;
    guint last = direction == 0 ? t - 1 : t + 1;
    guint n_before = is_first ? 0 : MIN (batch->active[t], batch->active[last]);
    gsize row = batch->offsets[t], row_before = is_first ? 0 : batch->offsets[last];
    gfloat *gates = pass->layers[l].gates + row * stride + direction * 4 * n_units;

    for (guint s = 0; s < batch->active[t]; s++) {
      rel_vector_add (d_h + (gsize) s * n_units, gradients->h + (row + s) * 2 * n_units + direction * n_units, n_units);
      rel_lstm_step_backward (gates + (gsize) s * stride, s < n_before ? c + (row_before + s) * n_units : NULL,
                              tanh_c + (row + s) * n_units, d_h + (gsize) s * n_units, d_c + (gsize) s * n_units,
                              n_units);
    }
    memset (d_h, 0, (gsize) n_sentences * n_units * sizeof *d_h);
    if (n_before > 0)
      rel_gemm (REL_PLAIN, REL_TRANSPOSED, n_before, n_units, 4 * n_units, gates, stride, weight->values, 4 * n_units,
                0.0f, d_h, n_units);
    rel_vector_multiply (d_h, pass->layers[l].recurrent_mask[direction], n_before * n_units);
    for (guint s = n_before; s < batch->active[t]; s++)
      memset (d_c + (gsize) s * n_units, 0, n_units * sizeof *d_c);
  }
  rel_gemm (REL_TRANSPOSED, REL_PLAIN, n_units, 4 * n_units, batch->n_tokens, pass->layers[l].before[direction],
            n_units, pass->layers[l].gates + direction * 4 * n_units, stride, 1.0f, weight->gradient, 4 * n_units);
}

/* Leaves the gradient of the layer's packed inputs in gradients->h. */
static void
go_back_layer (RelNetwork *self, guint l, Gradients *gradients)
{
  const RelBatch *batch = gradients->batch;
  guint n_units = self->spec.n_units, n_inputs = l == 0 ? self->n_inputs : 2 * n_units;
  gfloat *d_inputs = rel_scratch_alloc_zeros (gradients->scratch, (gsize) batch->n_tokens * n_inputs);
  const gfloat *mask = gradients->pass->layers[l].mask;

  for (guint direction = 0; direction < 2; direction++)
    go_back_direction (self, l, direction, gradients);
  go_back_dense (self, self->layers[l].input, 0, (gint) self->layers[l].bias, batch->n_tokens,
                 gradients->pass->layers[l].input, d_inputs, n_inputs, gradients->pass->layers[l].gates, 8 * n_units);
  if (mask != NULL)
    for (guint t = 0; t < batch->n_steps; t++)
      for (guint s = 0; s < batch->active[t]; s++)
        rel_vector_multiply (d_inputs + (gsize) (batch->offsets[t] + s) * n_inputs, mask + (gsize) s * n_inputs,
                             n_inputs);
  gradients->h = d_inputs;
}

static void
touch_row (RelParameter *table, guint32 row)
{
  if (table->is_touched[row])
    return;
  table->is_touched[row] = 1;
  g_array_append_val (table->touched, row);
}

static void
go_back_tables (RelNetwork *self, Gradients *gradients)
{
  const RelBatch *batch = gradients->batch;

  for (guint token = 0; token < batch->n_tokens; token++) {
    gfloat *d_x = gradients->h + (gsize) batch->packed_rows[token] * self->n_inputs;

    rel_vector_add (d_x, gradients->x_rows + (gsize) token * self->n_inputs, self->n_inputs);
    if (gradients->pass->x_mask != NULL)
      rel_vector_multiply (d_x, gradients->pass->x_mask + (gsize) batch->packed_rows[token] * self->n_inputs,
                           self->n_inputs);
    for (guint g = 0; g < self->spec.n_groups; g++) {
      RelParameter *table = &self->parameters[self->tables[g]];
      const guint32 *offsets = (const guint32 *) (gpointer) batch->bags[g].offsets->data;
      const guint32 *ids = (const guint32 *) (gpointer) batch->bags[g].ids->data;

      gfloat scale = rel_group_get_scale (&self->spec.groups[g], offsets[token + 1] - offsets[token]);

      for (guint32 k = offsets[token]; k < offsets[token + 1]; k++) {
        guint32 row = ids[k] % table->n_rows;

        touch_row (table, row);
        rel_vector_add_scaled (table->gradient + (gsize) row * table->n_columns, d_x, scale, table->n_columns);
      }
      d_x += table->n_columns;
    }
  }
}

/* The arcs that the labels of head @h stand on: targets of the first head of arcs. */
static const gint32 *
find_arc_targets (const RelNetwork *self, const gint32 *const *targets)
{
  for (guint h = 0; h < self->spec.n_heads; h++)
    if (self->spec.heads[h].kind == REL_HEAD_ARCS)
      return targets[h];
  return NULL;
}

static guint
count_known (const gint32 *targets, gsize n)
{
  guint n_known = 0;

  for (gsize i = 0; targets != NULL && i < n; i++)
    n_known += targets[i] >= 0;
  return n_known;
}

static void
go_back_heads (RelNetwork *self, RelPass *pass, const gint32 *const *targets, const RelAnchors *anchors,
               Gradients *gradients, gdouble *losses, guint *counts)
{
  const RelBatch *batch = gradients->batch;
  gsize n_pairs = anchors != NULL ? rel_anchors_count_pairs (anchors, batch) : 0;

  for (guint h = 0; h < self->spec.n_heads; h++) {
    const RelHeadSpec *head = &self->spec.heads[h];
    gfloat scale = head->weight / (gfloat) batch->n_tokens;

    losses[h] = 0;
    counts[h] = count_known (targets[h], head->kind == REL_HEAD_PAIRS ? n_pairs : batch->n_tokens);
    if (counts[h] == 0)
      continue;
    switch ((RelHeadKind) head->kind) {
    case REL_HEAD_TAGS:
      losses[h] = go_back_tags (self, h, targets[h], scale, gradients);
      break;
    case REL_HEAD_ARCS:
      losses[h] = go_back_arcs (self, h, targets[h], scale, gradients);
      break;
    case REL_HEAD_LABELS:
      rel_network_score_labels (self, batch, h, find_arc_targets (self, targets), gradients->scratch, pass);
      losses[h] = go_back_labels (self, h, find_arc_targets (self, targets), targets[h], scale, gradients);
      break;
    case REL_HEAD_PAIRS:
      rel_network_score_pairs (self, batch, h, anchors, gradients->scratch, pass);
      losses[h] = go_back_pairs (self, h, anchors, targets[h], scale, gradients);
      break;
    }
  }
}

void
rel_network_learn (RelNetwork *self, const RelBatch *batch, const gint32 *const *targets, const RelAnchors *anchors,
                   RelScratch *scratch, RelTraining *training, gdouble *losses, guint *counts)
{
  RelPass pass;
  Gradients gradients = { batch, &pass, scratch, { NULL }, NULL, NULL, NULL };

  rel_network_run (self, batch, scratch, training, &pass);
  for (guint p = 0; p < self->spec.n_projections; p++)
    gradients.projections[p]
      = rel_scratch_alloc_zeros (scratch, (gsize) batch->n_tokens * self->spec.projections[p].n_units);
  gradients.states = rel_scratch_alloc_zeros (scratch, (gsize) batch->n_tokens * 2 * self->spec.n_units);
  gradients.x_rows = rel_scratch_alloc_zeros (scratch, (gsize) batch->n_tokens * self->n_inputs);

  go_back_heads (self, &pass, targets, anchors, &gradients, losses, counts);
  for (guint p = 0; p < self->spec.n_projections; p++)
    go_back_projection (self, p, &gradients);
  scatter_states (self, &gradients);
  for (guint l = self->spec.n_layers; l-- > 0;)
    go_back_layer (self, l, &gradients);
  go_back_tables (self, &gradients);
}

/* The way through the network from features to scores; see network.h.
 *
 * Cost for a token, in multiplications: n_inputs 8 n_units + 8 n_units^2 for the first layer, 24 n_units^2 for each
 * further one, and the projections and heads; all of it in matrix products over the whole batch but for the recurrent
 * part, which is a product over all sentences for each step.
 */
#include "learn/kernels.h"
#include "learn/network.h"

#include <math.h>
#include <string.h>

static const gfloat *
get_values (const RelNetwork *self, guint place)
{
  return self->parameters[place].values;
}

/* out[m][n_columns] += inputs[m][rows] weights, with the first or the second part of the rows of a matrix. */
static void
add_product (const RelNetwork *self, guint place, guint part, guint m, const gfloat *inputs, guint stride, gfloat *out,
             guint stride_out, RelScratch *scratch)
{
  const RelParameter *weight = &self->parameters[place];
  guint first = part == 0 ? 0 : weight->n_first;
  guint n_rows = part == 0 && weight->n_first > 0 ? weight->n_first : weight->n_rows - first;

  if (weight->parts[part] != NULL)
    rel_quantized_multiply (weight->parts[part], m, inputs, stride, out, stride_out, scratch);
  else
    rel_gemm (REL_PLAIN, REL_PLAIN, m, weight->n_columns, n_rows, inputs, stride,
              weight->values + (gsize) first * weight->n_columns, weight->n_columns, 1.0f, out, stride_out);
}

/* Room for @n_rows rows that hold the bias. */
static gfloat *
alloc_biased (const RelNetwork *self, guint bias, guint n_rows, RelScratch *scratch)
{
  guint n = self->parameters[bias].n_columns;
  gfloat *rows = rel_scratch_alloc (scratch, (gsize) n_rows * n);

  for (gsize i = 0; i < n_rows; i++)
    memcpy (rows + i * n, self->parameters[bias].values, n * sizeof *rows);
  return rows;
}

/* Zeros in @rate of the places, 1 / (1 - rate) in the others, so that the expectation stays. */
static gfloat *
make_mask (RelScratch *scratch, RelTraining *training, gsize n, gfloat rate)
{
  gfloat *mask;
  guint32 threshold = (guint32) (rate * 65536.0f);
  gfloat keep = 1.0f / (1.0f - rate);

  if (training == NULL || rate <= 0)
    return NULL;
  mask = rel_scratch_alloc (scratch, n);
  for (gsize i = 0; i < n; i += 4) {
    guint64 random = rel_random_next (&training->random);

    for (gsize k = i; k < MIN (i + 4, n); k++, random >>= 16)
      mask[k] = (random & 0xffff) < threshold ? 0.0f : keep;
  }
  return mask;
}

gfloat
rel_group_get_scale (const RelGroupSpec *group, guint n_features)
{
  return group->is_averaged && n_features > 1 ? 1.0f / sqrtf ((gfloat) n_features) : 1.0f;
}

/* Adds up the embeddings of a token's features in one group. */
static void
add_embeddings (const RelParameter *table, const RelGroupSpec *group, const RelFeatureBag *bag, guint token,
                gfloat *out)
{
  const guint32 *offsets = (const guint32 *) (gpointer) bag->offsets->data;
  const guint32 *ids = (const guint32 *) (gpointer) bag->ids->data;
  guint n_columns = table->n_columns;
  gfloat scale = rel_group_get_scale (group, offsets[token + 1] - offsets[token]);

  for (guint32 k = offsets[token]; k < offsets[token + 1]; k++) {
    gsize row = ids[k] % table->n_rows;

    if (table->bytes != NULL)
      rel_vector_add_bytes (out, table->bytes + row * n_columns, table->scales[row] * scale, n_columns);
    else
      rel_vector_add_scaled (out, table->values + row * n_columns, scale, n_columns);
  }
}

/* A zero for each group that is dropped as a whole at this token. */
static void
drop_groups (const RelNetwork *self, RelTraining *training, gfloat *mask)
{
  for (guint g = 0; g < self->spec.n_groups; g++) {
    guint n_columns = self->spec.groups[g].n_columns;

    if (self->spec.groups[g].dropout > 0 && rel_random_next_float (&training->random) < self->spec.groups[g].dropout)
      memset (mask, 0, n_columns * sizeof *mask);
    mask += n_columns;
  }
}

static void
run_tables (const RelNetwork *self, const RelBatch *batch, RelScratch *scratch, RelTraining *training, RelPass *pass)
{
  gsize size = (gsize) batch->n_tokens * self->n_inputs;

  pass->x = rel_scratch_alloc_zeros (scratch, size);
  pass->x_rows = rel_scratch_alloc (scratch, size);
  pass->x_mask = make_mask (scratch, training, size, self->spec.input_dropout);
  for (guint token = 0; token < batch->n_tokens; token++) {
    gsize row = (gsize) batch->packed_rows[token] * self->n_inputs;
    guint column = 0;

    for (guint g = 0; g < self->spec.n_groups; g++) {
      add_embeddings (&self->parameters[self->tables[g]], &self->spec.groups[g], &batch->bags[g], token,
                      pass->x + row + column);
      column += self->spec.groups[g].n_columns;
    }
    if (pass->x_mask != NULL) {
      drop_groups (self, training, pass->x_mask + row);
      rel_vector_multiply (pass->x + row, pass->x_mask + row, self->n_inputs);
    }
    memcpy (pass->x_rows + (gsize) token * self->n_inputs, pass->x + row, self->n_inputs * sizeof (gfloat));
  }
}

/* The recurrent inputs of the rows of step @t: outputs of the step before, dropped out; zeros where there is none. */
static void
fill_before (const RelBatch *batch, guint t, guint n_before, const gfloat *h_before, guint n_units, const gfloat *mask,
             gfloat *before)
{
  for (guint s = 0; s < batch->active[t]; s++, before += n_units) {
    if (s >= n_before) {
      memset (before, 0, n_units * sizeof *before);
      continue;
    }
    memcpy (before, h_before + (gsize) s * 2 * n_units, n_units * sizeof *before);
    rel_vector_multiply (before, mask + (gsize) s * n_units, n_units);
  }
}

/* One direction of a layer whose gates hold the sums of the inputs. */
static void
run_direction (const RelNetwork *self, const RelBatch *batch, guint l, guint direction, RelScratch *scratch,
               RelPass *pass)
{
  guint n_units = self->spec.n_units, stride = 8 * n_units, weight = self->layers[l].recurrent[direction];
  gfloat *before = pass->layers[l].before[direction], *h = pass->layers[l].h + direction * n_units;
  gfloat *c = pass->layers[l].c[direction], *tanh_c = pass->layers[l].tanh_c[direction];

  for (guint k = 0; k < batch->n_steps; k++) {
    guint t = direction == 0 ? k : batch->n_steps - 1 - k;
    guint last = direction == 0 ? t - 1 : t + 1; /* the step before, when k > 0 */
    guint n_before = k == 0 ? 0 : MIN (batch->active[t], batch->active[last]);
    gsize row = batch->offsets[t], row_before = k == 0 ? 0 : batch->offsets[last];
    gfloat *gates = pass->layers[l].gates + row * stride + direction * 4 * n_units;

    if (before != NULL)
      fill_before (batch, t, n_before, h + row_before * 2 * n_units, n_units, pass->layers[l].recurrent_mask[direction],
                   before + row * n_units);
    if (n_before > 0 && before != NULL)
      add_product (self, weight, 0, n_before, before + row * n_units, n_units, gates, stride, scratch);
    else if (n_before > 0)
      add_product (self, weight, 0, n_before, h + row_before * 2 * n_units, 2 * n_units, gates, stride, scratch);
    for (guint s = 0; s < batch->active[t]; s++)
      rel_lstm_step (gates + (gsize) s * stride, s < n_before ? c + (row_before + s) * n_units : NULL,
                     c + (row + s) * n_units, tanh_c + (row + s) * n_units, h + (row + s) * 2 * n_units, n_units);
  }
}

/* Multiplies each packed row with the mask of its sentence. */
static gfloat *
mask_rows (const RelBatch *batch, RelScratch *scratch, const gfloat *rows, guint n_columns, const gfloat *mask)
{
  gfloat *out = rel_scratch_alloc (scratch, (gsize) batch->n_tokens * n_columns);

  memcpy (out, rows, (gsize) batch->n_tokens * n_columns * sizeof *out);
  for (guint t = 0; t < batch->n_steps; t++)
    for (guint s = 0; s < batch->active[t]; s++)
      rel_vector_multiply (out + (gsize) (batch->offsets[t] + s) * n_columns, mask + (gsize) s * n_columns, n_columns);
  return out;
}

static void
run_layer (const RelNetwork *self, const RelBatch *batch, guint l, RelScratch *scratch, RelTraining *training,
           RelPass *pass)
{
  guint n_units = self->spec.n_units, n_inputs = l == 0 ? self->n_inputs : 2 * n_units;
  gsize n_tokens = batch->n_tokens, n_sentences = batch->lengths->len;

  pass->layers[l].input = l == 0 ? pass->x : pass->layers[l - 1].h;
  pass->layers[l].mask
    = l == 0 ? NULL : make_mask (scratch, training, n_sentences * n_inputs, self->spec.state_dropout);
  if (pass->layers[l].mask != NULL)
    pass->layers[l].input = mask_rows (batch, scratch, pass->layers[l].input, n_inputs, pass->layers[l].mask);

  pass->layers[l].h = rel_scratch_alloc (scratch, n_tokens * 2 * n_units);
  pass->layers[l].gates = alloc_biased (self, self->layers[l].bias, batch->n_tokens, scratch);
  add_product (self, self->layers[l].input, 0, batch->n_tokens, pass->layers[l].input, n_inputs, pass->layers[l].gates,
               8 * n_units, scratch);
  for (guint direction = 0; direction < 2; direction++) {
    gfloat *mask = make_mask (scratch, training, n_sentences * n_units, self->spec.recurrent_dropout);

    if (training != NULL && mask == NULL) { /* the backward pass needs the recurrent inputs in any case */
      mask = rel_scratch_alloc (scratch, n_sentences * n_units);
      for (gsize i = 0; i < n_sentences * n_units; i++)
        mask[i] = 1.0f;
    }
    pass->layers[l].recurrent_mask[direction] = mask;
    pass->layers[l].before[direction] = mask != NULL ? rel_scratch_alloc (scratch, n_tokens * n_units) : NULL;
    pass->layers[l].c[direction] = rel_scratch_alloc (scratch, n_tokens * n_units);
    pass->layers[l].tanh_c[direction] = rel_scratch_alloc (scratch, n_tokens * n_units);
    run_direction (self, batch, l, direction, scratch, pass);
  }
}

/* The outputs of the last layer, sentence after sentence. */
static void
gather_states (const RelNetwork *self, const RelBatch *batch, RelScratch *scratch, RelTraining *training, RelPass *pass)
{
  guint n_columns = 2 * self->spec.n_units;
  const gfloat *h = pass->layers[self->spec.n_layers - 1].h;

  pass->states_mask = make_mask (scratch, training, (gsize) batch->lengths->len * n_columns, self->spec.state_dropout);
  pass->states = rel_scratch_alloc (scratch, (gsize) batch->n_tokens * n_columns);
  for (guint s = 0; s < batch->lengths->len; s++)
    for (guint i = 0; i < g_array_index (batch->lengths, guint, s); i++) {
      guint token = batch->starts[s] + i;
      gfloat *out = pass->states + (gsize) token * n_columns;

      memcpy (out, h + (gsize) batch->packed_rows[token] * n_columns, n_columns * sizeof *out);
      if (pass->states_mask != NULL)
        rel_vector_multiply (out, pass->states_mask + (gsize) s * n_columns, n_columns);
    }
}

static void
run_projection (const RelNetwork *self, const RelBatch *batch, guint p, RelScratch *scratch, RelTraining *training,
                RelPass *pass)
{
  const RelProjectionSpec *spec = &self->spec.projections[p];
  guint n_states = 2 * self->spec.n_units, n_units = spec->n_units;
  gsize size = (gsize) batch->n_tokens * n_units;
  guint weight = self->projection_weights[p];
  gfloat *out = pass->projections[p] = alloc_biased (self, self->projection_biases[p], batch->n_tokens, scratch);

  add_product (self, weight, 0, batch->n_tokens, pass->states, n_states, out, n_units, scratch);
  if (spec->sees_input)
    add_product (self, weight, 1, batch->n_tokens, pass->x_rows, self->n_inputs, out, n_units, scratch);
  rel_vector_rectify (out, (guint) size);
  pass->projection_masks[p] = make_mask (scratch, training, size, self->spec.projection_dropout);
  if (pass->projection_masks[p] != NULL)
    rel_vector_multiply (out, pass->projection_masks[p], (guint) size);
}

static void
run_tags (const RelNetwork *self, const RelBatch *batch, guint h, RelScratch *scratch, RelPass *pass)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint p = head->projections[0], n_units = self->spec.projections[p].n_units, n = head->n_classes;
  gfloat *scores = pass->scores[h] = alloc_biased (self, self->heads[h].bias, batch->n_tokens, scratch);

  add_product (self, self->heads[h].weight, 0, batch->n_tokens, pass->projections[p], n_units, scores, n, scratch);
}

gsize
rel_batch_get_arcs_offset (const RelBatch *batch, guint sentence)
{
  gsize offset = 0;

  for (guint s = 0; s < sentence; s++) {
    gsize n = g_array_index (batch->lengths, guint, s);

    offset += n * (n + 1);
  }
  return offset;
}

/* scores[d][h] = (dependent_d weight + bias) head_h, with the root's vector for h = 0. */
static void
run_arcs (const RelNetwork *self, const RelBatch *batch, guint h, RelScratch *scratch, RelPass *pass)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint n_units = self->spec.projections[head->projections[0]].n_units;
  const gfloat *heads = pass->projections[head->projections[1]], *root = get_values (self, self->heads[h].root);
  gfloat *inputs = pass->arc_inputs[h] = alloc_biased (self, self->heads[h].bias, batch->n_tokens, scratch);
  gfloat *scores = pass->scores[h]
    = rel_scratch_alloc (scratch, rel_batch_get_arcs_offset (batch, batch->lengths->len));

  add_product (self, self->heads[h].weight, 0, batch->n_tokens, pass->projections[head->projections[0]], n_units,
               inputs, n_units, scratch);
  for (guint s = 0; s < batch->lengths->len; s++) {
    guint n = g_array_index (batch->lengths, guint, s);
    gsize first = (gsize) batch->starts[s] * n_units;

    rel_gemm (REL_PLAIN, REL_TRANSPOSED, n, n, n_units, inputs + first, n_units, heads + first, n_units, 0.0f,
              scores + 1, n + 1);
    for (guint d = 0; d < n; d++, scores += n + 1) {
      scores[0] = rel_vector_dot (inputs + first + (gsize) d * n_units, root, n_units);
      scores[1 + d] = -1e9f; /* no token is its own head */
    }
  }
}

void
rel_network_run (const RelNetwork *self, const RelBatch *batch, RelScratch *scratch, RelTraining *training,
                 RelPass *pass)
{
  memset (pass, 0, sizeof *pass);
  run_tables (self, batch, scratch, training, pass);
  for (guint l = 0; l < self->spec.n_layers; l++)
    run_layer (self, batch, l, scratch, training, pass);
  gather_states (self, batch, scratch, training, pass);
  for (guint p = 0; p < self->spec.n_projections; p++)
    run_projection (self, batch, p, scratch, training, pass);
  for (guint h = 0; h < self->spec.n_heads; h++)
    switch ((RelHeadKind) self->spec.heads[h].kind) {
    case REL_HEAD_TAGS:
      run_tags (self, batch, h, scratch, pass);
      break;
    case REL_HEAD_ARCS:
      run_arcs (self, batch, h, scratch, pass);
      break;
    case REL_HEAD_LABELS:
    case REL_HEAD_PAIRS:
      break;
    }
}

#define LABEL_CHUNK 128 /* tokens whose label products are held at a time: 1.5 MB, within the cache */

/* The head's side of the arc into each token: rows of the projection, or of the root. */
gfloat *
rel_network_gather_heads (const RelNetwork *self, const RelBatch *batch, guint h, const gint32 *heads,
                          RelScratch *scratch, const RelPass *pass)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint n_units = self->spec.projections[head->projections[1]].n_units;
  const gfloat *rows = pass->projections[head->projections[1]], *root = get_values (self, self->heads[h].root);
  gfloat *out = rel_scratch_alloc (scratch, (gsize) batch->n_tokens * n_units);

  for (guint s = 0; s < batch->lengths->len; s++)
    for (guint i = 0; i < g_array_index (batch->lengths, guint, s); i++) {
      guint token = batch->starts[s] + i;
      const gfloat *row = heads[token] <= 0 ? root : rows + (gsize) (batch->starts[s] + heads[token] - 1) * n_units;

      memcpy (out + (gsize) token * n_units, row, n_units * sizeof *out);
    }
  return out;
}

void
rel_network_score_labels (const RelNetwork *self, const RelBatch *batch, guint h, const gint32 *heads,
                          RelScratch *scratch, RelPass *pass)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint n_units = self->spec.projections[head->projections[0]].n_units, n = head->n_classes;
  const gfloat *u = pass->projections[head->projections[0]];
  const gfloat *v = rel_network_gather_heads (self, batch, h, heads, scratch, pass);
  gfloat *scores = pass->scores[h] = alloc_biased (self, self->heads[h].bias, batch->n_tokens, scratch);
  gsize product_size = (gsize) LABEL_CHUNK * n * n_units;
  gfloat *products = rel_scratch_alloc (scratch, product_size);

  add_product (self, self->heads[h].linear, 0, batch->n_tokens, u, n_units, scores, n, scratch);
  add_product (self, self->heads[h].linear, 1, batch->n_tokens, v, n_units, scores, n, scratch);
  for (guint first = 0; first < batch->n_tokens; first += LABEL_CHUNK) {
    guint n_rows = MIN (LABEL_CHUNK, batch->n_tokens - first);

    memset (products, 0, product_size * sizeof *products);
    add_product (self, self->heads[h].weight, 0, n_rows, u + (gsize) first * n_units, n_units, products, n * n_units,
                 scratch);
    for (guint i = 0; i < n_rows; i++)
      for (guint c = 0; c < n; c++)
        scores[(gsize) (first + i) * n + c]
          += rel_vector_dot (products + ((gsize) i * n + c) * n_units, v + (gsize) (first + i) * n_units, n_units);
  }
}

gsize
rel_anchors_count_pairs (const RelAnchors *self, const RelBatch *batch)
{
  gsize n = 0;

  for (guint k = 0; k < self->n_anchors; k++)
    n += g_array_index (batch->lengths, guint, self->sentences[k]);
  return n;
}

gfloat *
rel_network_gather_anchors (const RelNetwork *self, guint h, const RelAnchors *anchors, RelScratch *scratch,
                            const RelPass *pass)
{
  guint p = self->spec.heads[h].projections[0], n_units = self->spec.projections[p].n_units;
  gfloat *out = rel_scratch_alloc (scratch, (gsize) anchors->n_anchors * n_units + 1);

  for (guint k = 0; k < anchors->n_anchors; k++)
    memcpy (out + (gsize) k * n_units, pass->projections[p] + (gsize) anchors->tokens[k] * n_units,
            n_units * sizeof *out);
  return out;
}

/* One product for each anchor, then inner products with the tokens of its sentence. */
void
rel_network_score_pairs (const RelNetwork *self, const RelBatch *batch, guint h, const RelAnchors *anchors,
                         RelScratch *scratch, RelPass *pass)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  guint n_units = self->spec.projections[head->projections[0]].n_units, n = head->n_classes;
  gsize width = (gsize) n * n_units;
  const gfloat *u = rel_network_gather_anchors (self, h, anchors, scratch, pass);
  const gfloat *v = pass->projections[head->projections[1]];
  gfloat *of_tokens = alloc_biased (self, self->heads[h].bias, batch->n_tokens, scratch);
  gfloat *of_anchors = rel_scratch_alloc_zeros (scratch, (gsize) anchors->n_anchors * n + 1);
  gfloat *products = rel_scratch_alloc_zeros (scratch, anchors->n_anchors * width + 1);
  gfloat *scores = pass->scores[h] = rel_scratch_alloc (scratch, rel_anchors_count_pairs (anchors, batch) * n + 1);

  add_product (self, self->heads[h].linear, 0, anchors->n_anchors, u, n_units, of_anchors, n, scratch);
  add_product (self, self->heads[h].linear, 1, batch->n_tokens, v, n_units, of_tokens, n, scratch);
  add_product (self, self->heads[h].weight, 0, anchors->n_anchors, u, n_units, products, (guint) width, scratch);
  for (guint k = 0; k < anchors->n_anchors; k++) {
    guint sentence = anchors->sentences[k], n_tokens = g_array_index (batch->lengths, guint, sentence);
    gsize first = batch->starts[sentence];

    memcpy (scores, of_tokens + first * n, (gsize) n_tokens * n * sizeof *scores);
    rel_gemm (REL_PLAIN, REL_TRANSPOSED, n_tokens, n, n_units, v + first * n_units, n_units, products + k * width,
              n_units, 1.0f, scores, n);
    for (guint i = 0; i < n_tokens; i++, scores += n)
      rel_vector_add (scores, of_anchors + (gsize) k * n, n);
  }
}

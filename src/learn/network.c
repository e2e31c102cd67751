/* The parameters of a network: their shapes from the spec, their first values at random. See network.h.
 *
 * Dense weights begin uniform as Glorot and Bengio 2010 have it, recurrent ones with the same range, biases at zero but
 * for the forget gates, which begin open (Jozefowicz et al. 2015).
 */
#include "learn/network.h"

#include "learn/kernels.h"

#include <math.h>
#include <string.h>

static guint
add_parameter (RelNetwork *self, guint n_rows, guint n_columns, const gchar *format, ...)
{
  RelParameter *parameter;
  va_list arguments;

  self->parameters = g_renew (RelParameter, self->parameters, self->n_parameters + 1);
  parameter = &self->parameters[self->n_parameters];
  memset (parameter, 0, sizeof *parameter);
  parameter->n_rows = n_rows;
  parameter->n_columns = n_columns;
  va_start (arguments, format);
  g_vsnprintf (parameter->name, sizeof parameter->name, format, arguments);
  va_end (arguments);
  return self->n_parameters++;
}

static void
add_layers (RelNetwork *self)
{
  guint n_units = self->spec.n_units, n_inputs = self->n_inputs;

  for (guint l = 0; l < self->spec.n_layers; l++) {
    RelLayerPlaces *layer = &self->layers[l];

    layer->input = add_parameter (self, n_inputs, 8 * n_units, "network.layer%u.input", l);
    layer->recurrent[0] = add_parameter (self, n_units, 4 * n_units, "network.layer%u.forward", l);
    layer->recurrent[1] = add_parameter (self, n_units, 4 * n_units, "network.layer%u.backward", l);
    layer->bias = add_parameter (self, 1, 8 * n_units, "network.layer%u.bias", l);
    n_inputs = 2 * n_units;
  }
}

static void
add_head (RelNetwork *self, guint h)
{
  const RelHeadSpec *head = &self->spec.heads[h];
  RelHeadPlaces *places = &self->heads[h];
  guint n_units = self->spec.projections[head->projections[0]].n_units;

  switch ((RelHeadKind) head->kind) {
  case REL_HEAD_TAGS:
    places->weight = add_parameter (self, n_units, head->n_classes, "network.%s.weight", head->name);
    places->bias = add_parameter (self, 1, head->n_classes, "network.%s.bias", head->name);
    break;
  case REL_HEAD_ARCS:
    places->weight = add_parameter (self, n_units, n_units, "network.%s.weight", head->name);
    places->bias = add_parameter (self, 1, n_units, "network.%s.bias", head->name);
    places->root = add_parameter (self, 1, n_units, "network.%s.root", head->name);
    break;
  case REL_HEAD_LABELS:
    places->weight = add_parameter (self, n_units, head->n_classes * n_units, "network.%s.weight", head->name);
    places->linear = add_parameter (self, 2 * n_units, head->n_classes, "network.%s.linear", head->name);
    self->parameters[places->linear].n_first = n_units;
    places->bias = add_parameter (self, 1, head->n_classes, "network.%s.bias", head->name);
    places->root = add_parameter (self, 1, n_units, "network.%s.root", head->name);
    break;
  case REL_HEAD_PAIRS:
    places->weight = add_parameter (self, n_units, head->n_classes * n_units, "network.%s.weight", head->name);
    places->linear = add_parameter (self, 2 * n_units, head->n_classes, "network.%s.linear", head->name);
    self->parameters[places->linear].n_first = n_units;
    places->bias = add_parameter (self, 1, head->n_classes, "network.%s.bias", head->name);
    break;
  }
}

RelNetwork *
rel_network_new_empty (const RelNetworkSpec *spec)
{
  RelNetwork *self = g_new0 (RelNetwork, 1);

  rel_kernels_init ();
  self->spec = *spec;
  for (guint g = 0; g < spec->n_groups; g++) {
    const RelGroupSpec *group = &spec->groups[g];

    self->tables[g] = add_parameter (self, group->n_rows, group->n_columns, "network.table.%s", group->name);
    self->parameters[self->tables[g]].is_table = TRUE;
    self->n_inputs += group->n_columns;
  }
  add_layers (self);
  for (guint p = 0; p < spec->n_projections; p++) {
    const RelProjectionSpec *projection = &spec->projections[p];
    guint n_inputs = 2 * spec->n_units + (projection->sees_input ? self->n_inputs : 0);

    self->projection_weights[p]
      = add_parameter (self, n_inputs, projection->n_units, "network.%s.weight", projection->name);
    self->parameters[self->projection_weights[p]].n_first = 2 * spec->n_units;
    self->projection_biases[p] = add_parameter (self, 1, projection->n_units, "network.%s.bias", projection->name);
  }
  for (guint h = 0; h < spec->n_heads; h++)
    add_head (self, h);
  return self;
}

static void
fill_uniform (RelParameter *parameter, gfloat range, guint64 *random)
{
  gsize n = (gsize) parameter->n_rows * parameter->n_columns;

  for (gsize i = 0; i < n; i++)
    parameter->values[i] = (2.0f * rel_random_next_float (random) - 1.0f) * range;
}

static gfloat
glorot_range (guint n_inputs, guint n_outputs)
{
  return sqrtf (6.0f / (gfloat) (n_inputs + n_outputs));
}

static void
fill_parameters (RelNetwork *self, guint64 seed)
{
  guint n_units = self->spec.n_units;
  guint64 random = seed;

  for (guint i = 0; i < self->n_parameters; i++) {
    RelParameter *parameter = &self->parameters[i];

    if (parameter->is_table)
      fill_uniform (parameter, 0.1f, &random); /* small beside what is learned; several rows add up */
    else if (parameter->n_rows > 1)
      fill_uniform (parameter, glorot_range (parameter->n_rows, parameter->n_columns), &random);
  }
  for (guint l = 0; l < self->spec.n_layers; l++) {
    RelParameter *input = &self->parameters[self->layers[l].input];
    gfloat *bias = self->parameters[self->layers[l].bias].values;

    fill_uniform (input, glorot_range (input->n_rows, n_units), &random);
    for (guint direction = 0; direction < 2; direction++) {
      fill_uniform (&self->parameters[self->layers[l].recurrent[direction]], glorot_range (n_units, n_units), &random);
      for (guint j = 0; j < n_units; j++)
        bias[direction * 4 * n_units + n_units + j] = 1.0f;
    }
  }
  for (guint h = 0; h < self->spec.n_heads; h++)
    if (self->spec.heads[h].kind == REL_HEAD_LABELS) {
      RelParameter *weight = &self->parameters[self->heads[h].weight];

      fill_uniform (weight, 0.5f * glorot_range (weight->n_rows, weight->n_rows), &random);
    }
}

RelNetwork *
rel_network_new (const RelNetworkSpec *spec, guint64 seed)
{
  RelNetwork *self = rel_network_new_empty (spec);

  for (guint i = 0; i < self->n_parameters; i++) {
    RelParameter *parameter = &self->parameters[i];
    gsize n = (gsize) parameter->n_rows * parameter->n_columns;

    parameter->values = g_new0 (gfloat, n);
    parameter->gradient = g_new0 (gfloat, n);
    if (parameter->is_table) {
      parameter->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
      parameter->is_touched = g_new0 (guint8, parameter->n_rows);
    }
  }
  fill_parameters (self, seed);
  return self;
}

void
rel_network_free (RelNetwork *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_parameters; i++) {
    RelParameter *parameter = &self->parameters[i];

    g_free (parameter->values);
    rel_quantized_free (parameter->parts[0]);
    rel_quantized_free (parameter->parts[1]);
    g_free (parameter->gradient);
    g_free (parameter->is_touched);
    g_clear_pointer (&parameter->touched, g_array_unref);
  }
  g_free (self->parameters);
  g_free (self);
}

/* Networks in model files: the spec as it is, each parameter as a section of its own name.
 *
 *   network.spec                RelNetworkSpec
 *   network.layer0.input, ...   scales float[n_rows], then int8[n_rows][n_columns]
 *
 * Eight bits for a weight and a scale for each row. Tables, most of the file, are used in place; dense weights are
 * rearranged when loaded, some three million of them in a few milliseconds. Biases (one row) are stored as floats.
 */
#include "learn/network.h"

#include <math.h>
#include <string.h>

static gsize
stored_size (const RelParameter *parameter)
{
  gsize n = (gsize) parameter->n_rows * parameter->n_columns;

  return parameter->n_rows == 1 ? n * sizeof (gfloat) : parameter->n_rows * sizeof (gfloat) + n;
}

static void
quantize_row (const gfloat *values, guint n, gfloat *scale, gint8 *bytes)
{
  gfloat largest = 0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, fabsf (values[i]));
  *scale = largest / 127.0f;
  for (guint i = 0; i < n; i++)
    bytes[i] = largest > 0 ? (gint8) lrintf (values[i] / *scale) : 0;
}

static void
write_parameter (const RelParameter *parameter, RelModelWriter *writer)
{
  gsize n_bytes = stored_size (parameter);
  g_autofree guint8 *bytes = g_malloc (n_bytes);
  gfloat *scales = (gfloat *) (gpointer) bytes;
  gint8 *weights = (gint8 *) (bytes + parameter->n_rows * sizeof (gfloat));

  if (parameter->n_rows == 1)
    memcpy (bytes, parameter->values, n_bytes);
  else
    for (gsize row = 0; row < parameter->n_rows; row++)
      quantize_row (parameter->values + row * parameter->n_columns, parameter->n_columns, &scales[row],
                    weights + row * parameter->n_columns);
  rel_model_writer_set_section (writer, parameter->name, bytes, n_bytes);
}

void
rel_network_write (const RelNetwork *self, RelModelWriter *writer)
{
  rel_model_writer_set_section (writer, "network.spec", &self->spec, sizeof self->spec);
  for (guint i = 0; i < self->n_parameters; i++)
    write_parameter (&self->parameters[i], writer);
}

/* Biases become floats; the rest stays in 8 bits, in the order that products want. */
static void
load_dense (RelParameter *parameter, const guint8 *bytes)
{
  const gfloat *scales = (const gfloat *) (gconstpointer) bytes;
  const gint8 *weights = (const gint8 *) (bytes + parameter->n_rows * sizeof (gfloat));
  guint n_first = parameter->n_first > 0 ? parameter->n_first : parameter->n_rows;

  if (parameter->n_rows == 1) {
    parameter->values = g_memdup2 (bytes, parameter->n_columns * sizeof (gfloat));
    return;
  }
  parameter->parts[0] = rel_quantized_new (weights, scales, n_first, parameter->n_columns);
  if (n_first < parameter->n_rows)
    parameter->parts[1] = rel_quantized_new (weights + (gsize) n_first * parameter->n_columns, scales + n_first,
                                             parameter->n_rows - n_first, parameter->n_columns);
}

static gboolean
load_parameter (RelParameter *parameter, const RelModel *model, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = rel_model_get_section (model, parameter->name, &n_bytes);

  if (bytes == NULL || n_bytes != stored_size (parameter)) {
    g_set_error (error, REL_ERROR, REL_ERROR_MODEL, "%s: model file has no fitting section %s; train it again",
                 rel_model_get_path (model), parameter->name);
    return FALSE;
  }
  if (parameter->is_table && parameter->n_rows > 1) {
    parameter->scales = (const gfloat *) (gconstpointer) bytes;
    parameter->bytes = (const gint8 *) (bytes + parameter->n_rows * sizeof (gfloat));
  } else {
    load_dense (parameter, bytes);
  }
  return TRUE;
}

/* Bounds that no sensible network passes, so that a bad spec asks for no absurd memory. */
#define SPEC_MAX_SIZE (1u << 20)

static gboolean
is_valid_spec (const RelNetworkSpec *spec)
{
  if (spec->n_groups == 0 || spec->n_groups > REL_NETWORK_MAX_GROUPS || spec->n_layers == 0
      || spec->n_layers > REL_NETWORK_MAX_LAYERS || spec->n_units == 0 || spec->n_units > SPEC_MAX_SIZE / 8
      || spec->n_projections > REL_NETWORK_MAX_PROJECTIONS || spec->n_heads > REL_NETWORK_MAX_HEADS)
    return FALSE;
  for (guint g = 0; g < spec->n_groups; g++)
    if (spec->groups[g].n_rows == 0 || spec->groups[g].n_rows > SPEC_MAX_SIZE || spec->groups[g].n_columns == 0
        || spec->groups[g].n_columns > SPEC_MAX_SIZE || spec->groups[g].name[REL_NETWORK_NAME - 1] != '\0')
      return FALSE;
  for (guint p = 0; p < spec->n_projections; p++)
    if (spec->projections[p].n_units == 0 || spec->projections[p].n_units > SPEC_MAX_SIZE
        || spec->projections[p].name[REL_NETWORK_NAME - 1] != '\0')
      return FALSE;
  for (guint h = 0; h < spec->n_heads; h++)
    if (spec->heads[h].kind > REL_HEAD_PAIRS || spec->heads[h].n_classes > SPEC_MAX_SIZE
        || spec->heads[h].projections[0] >= spec->n_projections || spec->heads[h].projections[1] >= spec->n_projections
        || spec->heads[h].name[REL_NETWORK_NAME - 1] != '\0')
      return FALSE;
  return TRUE;
}

RelNetwork *
rel_network_load (const RelModel *model, GError **error)
{
  gsize n_bytes = 0;
  const RelNetworkSpec *spec = rel_model_get_section (model, "network.spec", &n_bytes);
  g_autoptr (RelNetwork) self = NULL;

  if (spec == NULL || n_bytes != sizeof *spec || !is_valid_spec (spec)) {
    g_set_error (error, REL_ERROR, REL_ERROR_MODEL, "%s: model file holds no network that this relata reads",
                 rel_model_get_path (model));
    return NULL;
  }
  self = rel_network_new_empty (spec);
  for (guint i = 0; i < self->n_parameters; i++)
    if (!load_parameter (&self->parameters[i], model, error))
      return NULL;
  return g_steal_pointer (&self);
}

/* Adam (Kingma and Ba 2015). Rows of tables that no token of the batch used are left alone ("lazy" Adam), since almost
 * all of a table is unused in any batch. The average of the weights is exponential (Polyak and Juditsky 1992). */
#include "learn/optimizer.h"

#include "learn/kernels.h"

#include <math.h>
#include <string.h>

#define MAX_GRADIENT_NORM 5.0 /* Dozat and Manning 2017 */
#define ADAM_EPSILON 1e-8
#define AVERAGE_EVERY 10   /* steps */
#define AVERAGE_RATE 0.02f /* a window of about 500 steps: under an epoch */

typedef struct {
  gfloat *means;
  gfloat *variances;
  gfloat *average;
} Moments;

struct _RelOptimizer {
  RelNetwork *network;
  Moments *moments; /* [n_parameters] */
  guint64 n_steps;
  guint64 n_averages;
};

static gsize
count_values (const RelParameter *parameter)
{
  return (gsize) parameter->n_rows * parameter->n_columns;
}

RelOptimizer *
rel_optimizer_new (RelNetwork *network)
{
  RelOptimizer *self = g_new0 (RelOptimizer, 1);

  self->network = network;
  self->moments = g_new0 (Moments, network->n_parameters);
  for (guint i = 0; i < network->n_parameters; i++) {
    gsize n = count_values (&network->parameters[i]);

    self->moments[i].means = g_new0 (gfloat, n);
    self->moments[i].variances = g_new0 (gfloat, n);
    self->moments[i].average = g_memdup2 (network->parameters[i].values, n * sizeof (gfloat));
  }
  return self;
}

void
rel_optimizer_free (RelOptimizer *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->network->n_parameters; i++) {
    g_free (self->moments[i].means);
    g_free (self->moments[i].variances);
    g_free (self->moments[i].average);
  }
  g_free (self->moments);
  g_free (self);
}

static gdouble
measure_gradient (const RelNetwork *network)
{
  gdouble sum = 0;

  for (guint i = 0; i < network->n_parameters; i++) {
    const RelParameter *parameter = &network->parameters[i];

    if (!parameter->is_table) {
      sum += rel_vector_dot (parameter->gradient, parameter->gradient, (guint) count_values (parameter));
      continue;
    }
    for (guint k = 0; k < parameter->touched->len; k++) {
      const gfloat *row
        = parameter->gradient + (gsize) g_array_index (parameter->touched, guint32, k) * parameter->n_columns;

      sum += rel_vector_dot (row, row, parameter->n_columns);
    }
  }
  return sqrt (sum);
}

static void
step_values (RelParameter *parameter, Moments *moments, gsize first, gsize n, gfloat scale, gfloat rate, gfloat epsilon)
{
  rel_adam_step (parameter->values + first, moments->means + first, moments->variances + first,
                 parameter->gradient + first, scale, rate, epsilon, (guint) n);
  memset (parameter->gradient + first, 0, n * sizeof (gfloat));
}

static void
step_parameter (RelParameter *parameter, Moments *moments, gfloat scale, gfloat rate, gfloat epsilon)
{
  if (!parameter->is_table) {
    step_values (parameter, moments, 0, count_values (parameter), scale, rate, epsilon);
    return;
  }
  for (guint k = 0; k < parameter->touched->len; k++) {
    guint32 row = g_array_index (parameter->touched, guint32, k);

    step_values (parameter, moments, (gsize) row * parameter->n_columns, parameter->n_columns, scale, rate, epsilon);
    parameter->is_touched[row] = 0;
  }
  g_array_set_size (parameter->touched, 0);
}

/* Of the first weights the plain mean, so that a short training keeps nothing of where it began. */
static void
update_averages (RelOptimizer *self)
{
  gfloat rate = MAX (AVERAGE_RATE, 1.0f / (gfloat) ++self->n_averages);

  for (guint i = 0; i < self->network->n_parameters; i++)
    rel_vector_approach (self->moments[i].average, self->network->parameters[i].values, rate,
                         (guint) count_values (&self->network->parameters[i]));
}

void
rel_optimizer_step (RelOptimizer *self, gfloat rate)
{
  gdouble norm = measure_gradient (self->network);
  gfloat scale = norm > MAX_GRADIENT_NORM ? (gfloat) (MAX_GRADIENT_NORM / norm) : 1.0f;
  gdouble correction1, correction2;

  if (!isfinite (norm)) /* a batch that overflowed teaches nothing */
    scale = 0.0f;
  self->n_steps++;
  correction1 = 1.0 - pow (REL_ADAM_BETA1, (gdouble) self->n_steps);
  correction2 = sqrt (1.0 - pow (REL_ADAM_BETA2, (gdouble) self->n_steps));
  for (guint i = 0; i < self->network->n_parameters; i++)
    step_parameter (&self->network->parameters[i], &self->moments[i], scale,
                    (gfloat) (rate * correction2 / correction1), (gfloat) (ADAM_EPSILON * correction2));

  if (self->n_steps % AVERAGE_EVERY == 0 || self->n_steps < AVERAGE_EVERY)
    update_averages (self);
}

void
rel_optimizer_swap_averages (RelOptimizer *self)
{
  for (guint i = 0; i < self->network->n_parameters; i++) {
    gfloat *values = self->network->parameters[i].values;

    self->network->parameters[i].values = self->moments[i].average;
    self->moments[i].average = values;
  }
}

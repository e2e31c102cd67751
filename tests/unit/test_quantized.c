/* Products in 8 bits: near those in single precision, and the same whichever kernel the processor has. */
#include "learn/quantized.h"

#include <math.h>
#include <string.h>

typedef struct {
  guint m, n_rows, n_columns;
} Shape;

static const Shape shapes[] = { { 1, 4, 64 }, { 3, 192, 768 }, { 7, 313, 17 }, { 4, 1, 1 }, { 9, 65, 130 } };

static void
check_shape (const Shape *shape, GRand *random)
{
  guint n_weights = shape->n_rows * shape->n_columns;
  g_autofree gint8 *weights = g_new (gint8, n_weights);
  g_autofree gfloat *scales = g_new (gfloat, shape->n_rows), *x = g_new (gfloat, shape->m * shape->n_rows);
  g_autofree gfloat *y = g_new (gfloat, shape->m * shape->n_columns);
  g_autoptr (RelScratch) scratch = rel_scratch_new ();
  g_autoptr (RelQuantized) matrix = NULL;

  for (guint i = 0; i < n_weights; i++)
    weights[i] = (gint8) g_rand_int_range (random, -127, 128);
  for (guint i = 0; i < shape->n_rows; i++)
    scales[i] = (gfloat) g_rand_double_range (random, 0.001, 0.004);
  for (guint i = 0; i < shape->m * shape->n_rows; i++)
    x[i] = (gfloat) g_rand_double_range (random, -1, 1);
  for (guint i = 0; i < shape->m * shape->n_columns; i++)
    y[i] = 0.5f;
  matrix = rel_quantized_new (weights, scales, shape->n_rows, shape->n_columns);
  rel_quantized_multiply (matrix, shape->m, x, shape->n_rows, y, shape->n_columns, scratch);

  for (guint i = 0; i < shape->m; i++)
    for (guint j = 0; j < shape->n_columns; j++) {
      gdouble sum = 0.5, size = 0;

      for (guint k = 0; k < shape->n_rows; k++) {
        gdouble product = (gdouble) x[i * shape->n_rows + k] * (gdouble) scales[k] * weights[k * shape->n_columns + j];

        sum += product;
        size += product * product;
      }
      g_assert_cmpfloat (fabs (sum - (gdouble) y[i * shape->n_columns + j]), <, 0.05 * sqrt (size) + 0.01);
    }
}

static void
test_products (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    check_shape (&shapes[i], random);
}

static void
test_zeros (void)
{
  const gint8 weights[2] = { 5, -5 };
  const gfloat scales[1] = { 1.0f }, x[1] = { 0.0f };
  gfloat y[2] = { 1.0f, 2.0f };
  g_autoptr (RelScratch) scratch = rel_scratch_new ();
  g_autoptr (RelQuantized) matrix = rel_quantized_new (weights, scales, 1, 2);

  rel_quantized_multiply (matrix, 1, x, 1, y, 2, scratch);
  g_assert_cmpfloat (y[0], ==, 1.0f);
  g_assert_cmpfloat (y[1], ==, 2.0f);
}

/* Extreme numbers, where a kernel with saturating sums would differ. */
static void
test_kernels_agree (void)
{
  static const gchar *const names[] = { "avx2", "avx512vnni" };
  enum { N_QUADS = 50, STRIDE = 4 * N_QUADS };
  g_autofree gint8 *weights = g_new (gint8, N_QUADS * 64 * 4);
  g_autofree guint8 *x = g_new (guint8, 4 * STRIDE);
  gint32 expected[4 * 64], sums[4 * 64];
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 4; round++) {
    for (guint i = 0; i < N_QUADS * 64 * 4; i++)
      weights[i] = round == 0 ? -127 : (gint8) g_rand_int_range (random, -127, 128);
    for (guint i = 0; i < 4 * STRIDE; i++)
      x[i] = round < 2 ? 255 : (guint8) g_rand_int_range (random, 0, 256);
    for (guint m = 1; m <= 4; m++) {
      rel_quantized_find_kernel ("plain") (weights, N_QUADS, x, STRIDE, m, expected);
      for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
        RelQuantizedKernel kernel = rel_quantized_find_kernel (names[k]);

        if (kernel == NULL)
          continue;
        kernel (weights, N_QUADS, x, STRIDE, m, sums);
        g_assert_cmpmem (sums, m * 64 * sizeof *sums, expected, m * 64 * sizeof *expected);
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantized/products", test_products);
  g_test_add_func ("/quantized/zeros", test_zeros);
  g_test_add_func ("/quantized/kernels-agree", test_kernels_agree);
  return g_test_run ();
}

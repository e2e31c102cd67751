/* Products with weights of 8 bits, for decoding.
 *
 * The numbers of each row of inputs are rounded to 8 bits too, with a scale for the row, and the sums are whole numbers:
 * the result is the same with every kind of vector register, and several times faster than in single precision.
 */
#pragma once

#include "learn/scratch.h"

G_BEGIN_DECLS

typedef struct _RelQuantized RelQuantized; /* opaque: src/learn/quantized.c */

/* A matrix [n_rows][n_columns] whose weight at (i, j) is @weights[i][j] * @scales[i]; @scales is borrowed for its life. */
RelQuantized *rel_quantized_new (const gint8 *weights, const gfloat *scales, guint n_rows, guint n_columns);
void rel_quantized_free (RelQuantized *self);

/* y[m][n_columns] += x[m][n_rows] weights; @stride_x and @stride_y in floats. */
void rel_quantized_multiply (const RelQuantized *self, guint m, const gfloat *x, guint stride_x, gfloat *y,
                             guint stride_y, RelScratch *scratch);

/* The kernels by name, "plain", "avx2", "avx512vnni": for tests and benchmarks; NULL where the processor lacks it. */
typedef void (*RelQuantizedKernel) (const gint8 *weights, guint n_quads, const guint8 *x, guint stride_x, guint m,
                                    gint32 *sums);
RelQuantizedKernel rel_quantized_find_kernel (const gchar *name);

/* For tests and benchmarks: matrices made from now on use @kernel, NULL the best that the processor has. Not for a process
 * in which other threads load models. */
void rel_quantized_set_kernel (RelQuantizedKernel kernel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelQuantized, rel_quantized_free)

G_END_DECLS

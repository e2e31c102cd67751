/* The arithmetic of the network: matrix products by OpenBLAS, and loops over vectors compiled once for each kind of
 * vector register and chosen at run time. Matrices are row-major; "stride" is the distance of two rows in floats. */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

typedef enum { REL_PLAIN, REL_TRANSPOSED } RelTransposition;

/* c[m][n] = op(a)[m][k] op(b)[k][n] + beta c */
void rel_gemm (RelTransposition op_a, RelTransposition op_b, guint m, guint n, guint k, const gfloat *a, guint stride_a,
               const gfloat *b, guint stride_b, gfloat beta, gfloat *c, guint stride_c);

/* One thread for all products of this process, so that results do not depend on the number of processors and the
 * threads of the caller do not fight over them. Called once, by whoever makes a network. */
void rel_kernels_init (void);

/* y += scale x */
void rel_vector_add_scaled (gfloat *y, const gfloat *x, gfloat scale, guint n);
void rel_vector_add (gfloat *y, const gfloat *x, guint n);
void rel_vector_multiply (gfloat *y, const gfloat *x, guint n);
gfloat rel_vector_dot (const gfloat *x, const gfloat *y, guint n);
/* y += scale x for bytes: rows of tables kept in 8 bits */
void rel_vector_add_bytes (gfloat *y, const gint8 *x, gfloat scale, guint n);

/* bytes = 128 + x scales / step, rounded, with the step that makes the largest 127 of 128; returns the step. */
gfloat rel_vector_quantize (const gfloat *x, const gfloat *scales, guint n, guint8 *bytes);
/* y += (sums - zeros) step */
void rel_vector_add_sums (gfloat *y, const gint32 *sums, const gint32 *zeros, gfloat step, guint n);

/* x = max(x, slope x), the leaky rectifier, and the gradient through it given its output */
#define REL_RECTIFIER_SLOPE 0.1f /* Dozat and Manning 2017 */
void rel_vector_rectify (gfloat *x, guint n);
void rel_vector_rectify_backward (gfloat *gradient, const gfloat *output, guint n);

/* sums[n_columns] += sum of the rows */
void rel_matrix_sum_rows (gfloat *sums, const gfloat *matrix, guint n_rows, guint n_columns, guint stride);

/* scores become log-probabilities in place. */
void rel_vector_log_softmax (gfloat *scores, guint n);

/* One step of one cell of Hochreiter and Schmidhuber 1997 with forget gates: gates[4n] hold the sums for input,
 * forget, candidate, output and receive their activations; c_before is NULL at the first step. */
void rel_lstm_step (gfloat *gates, const gfloat *c_before, gfloat *c, gfloat *tanh_c, gfloat *h, guint n);
/* Gradients of one step: gates[4n] hold activations and receive the gradients of the sums; d_c is read as the gradient
 * that comes from the later step and left as the one for the earlier. */
void rel_lstm_step_backward (gfloat *gates, const gfloat *c_before, const gfloat *tanh_c, const gfloat *d_h,
                             gfloat *d_c, guint n);

/* Adam (Kingma and Ba 2015) on n weights: rate and epsilon already hold the correction of the bias. */
void rel_adam_step (gfloat *weights, gfloat *means, gfloat *variances, const gfloat *gradient, gfloat gradient_scale,
                    gfloat rate, gfloat epsilon, guint n);
#define REL_ADAM_BETA1 0.9f
#define REL_ADAM_BETA2 0.98f

/* y += rate (x - y) */
void rel_vector_approach (gfloat *y, const gfloat *x, gfloat rate, guint n);

G_END_DECLS

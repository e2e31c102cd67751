/* Vector loops and matrix products of the network; see kernels.h.
 *
 * The loops are plain C that the compiler turns into vector code, once for AVX-512, once for AVX2 and once for any
 * x86-64; the loader picks one. exp is the polynomial of Cephes (Moshier 1992), error below 2 units in the last place.
 */
#include "learn/kernels.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

/* Comparisons of floats become selections only when no one waits for their exceptions. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VECTOR_LOOP                                                                                                    \
  __attribute__ ((target_clones ("arch=x86-64-v4", "arch=x86-64-v3", "default"),                                       \
                  optimize ("O3", "no-trapping-math", "fp-contract=off")))
#define VECTOR_PART                                                                                                    \
  static inline __attribute__ ((always_inline, optimize ("O3", "no-trapping-math", "fp-contract=off")))
#else
#define VECTOR_LOOP
#define VECTOR_PART static inline
#endif

void
rel_kernels_init (void)
{
  openblas_set_num_threads (1);
}

void
rel_gemm (RelTransposition op_a, RelTransposition op_b, guint m, guint n, guint k, const gfloat *a, guint stride_a,
          const gfloat *b, guint stride_b, gfloat beta, gfloat *c, guint stride_c)
{
  cblas_sgemm (CblasRowMajor, op_a == REL_PLAIN ? CblasNoTrans : CblasTrans,
               op_b == REL_PLAIN ? CblasNoTrans : CblasTrans, (blasint) m, (blasint) n, (blasint) k, 1.0f, a,
               (blasint) stride_a, b, (blasint) stride_b, beta, c, (blasint) stride_c);
}

VECTOR_LOOP void
rel_vector_add_scaled (gfloat *restrict y, const gfloat *restrict x, gfloat scale, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += scale * x[i];
}

VECTOR_LOOP void
rel_vector_add (gfloat *restrict y, const gfloat *restrict x, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += x[i];
}

VECTOR_LOOP void
rel_vector_multiply (gfloat *restrict y, const gfloat *restrict x, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] *= x[i];
}

VECTOR_LOOP gfloat
rel_vector_dot (const gfloat *restrict x, const gfloat *restrict y, guint n)
{
  gfloat lanes[16] = { 0 }, sum = 0; /* sixteen sums, so that all vector widths add in the same order */
  guint i = 0;

  for (; i + 16 <= n; i += 16)
    for (guint lane = 0; lane < 16; lane++)
      lanes[lane] += x[i + lane] * y[i + lane];
  for (; i < n; i++)
    lanes[i % 16] += x[i] * y[i];
  for (guint lane = 0; lane < 16; lane++)
    sum += lanes[lane];
  return sum;
}

VECTOR_LOOP void
rel_vector_add_bytes (gfloat *restrict y, const gint8 *restrict x, gfloat scale, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += scale * (gfloat) x[i];
}

VECTOR_LOOP gfloat
rel_vector_quantize (const gfloat *restrict x, const gfloat *restrict scales, guint n, guint8 *restrict bytes)
{
  gfloat lanes[16] = { 0 }, largest = 0, inverse;
  guint i = 0;

  for (; i + 16 <= n; i += 16)
    for (guint lane = 0; lane < 16; lane++) {
      gfloat size = __builtin_fabsf (x[i + lane] * scales[i + lane]);

      lanes[lane] = lanes[lane] > size ? lanes[lane] : size;
    }
  for (; i < n; i++) {
    gfloat size = __builtin_fabsf (x[i] * scales[i]);

    lanes[0] = lanes[0] > size ? lanes[0] : size;
  }
  for (guint lane = 0; lane < 16; lane++)
    largest = lanes[lane] > largest ? lanes[lane] : largest;
  inverse = largest > 0 ? 127.0f / largest : 0.0f;
  for (i = 0; i < n; i++)
    bytes[i] = (guint8) (gint32) (x[i] * scales[i] * inverse + 128.5f);
  return largest / 127.0f;
}

VECTOR_LOOP void
rel_vector_add_sums (gfloat *restrict y, const gint32 *restrict sums, const gint32 *restrict zeros, gfloat step,
                     guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += (gfloat) (sums[i] - zeros[i]) * step;
}

VECTOR_LOOP void
rel_vector_rectify (gfloat *x, guint n)
{
  for (guint i = 0; i < n; i++)
    x[i] = x[i] > 0 ? x[i] : REL_RECTIFIER_SLOPE * x[i];
}

VECTOR_LOOP void
rel_vector_rectify_backward (gfloat *restrict gradient, const gfloat *restrict output, guint n)
{
  for (guint i = 0; i < n; i++)
    gradient[i] *= output[i] > 0 ? 1.0f : REL_RECTIFIER_SLOPE;
}

void
rel_matrix_sum_rows (gfloat *sums, const gfloat *matrix, guint n_rows, guint n_columns, guint stride)
{
  for (guint i = 0; i < n_rows; i++)
    rel_vector_add (sums, matrix + (gsize) i * stride, n_columns);
}

/* e to the x, for x in [-87, 88]; outside it stays at the ends. */
VECTOR_PART gfloat
exponential (gfloat x)
{
  union {
    gint32 bits;
    gfloat value;
  } power;
  gfloat n, r, p;

  x = x < -87.0f ? -87.0f : x > 88.0f ? 88.0f : x;
  n = (x * 1.44269504f + 12582912.0f) - 12582912.0f; /* 1.5 2^23: rounds to a whole number */
  r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  power.bits = ((gint32) n + 127) << 23;
  return p * power.value;
}

VECTOR_PART gfloat
logistic (gfloat x)
{
  return 1.0f / (1.0f + exponential (-x));
}

VECTOR_PART gfloat
hyperbolic_tangent (gfloat x)
{
  return 2.0f / (1.0f + exponential (-2.0f * x)) - 1.0f;
}

VECTOR_LOOP void
rel_vector_log_softmax (gfloat *scores, guint n)
{
  gfloat best = scores[0], lanes[16] = { 0 }, sum = 0;
  guint i = 0;

  for (guint k = 1; k < n; k++)
    best = scores[k] > best ? scores[k] : best;
  for (; i + 16 <= n; i += 16)
    for (guint lane = 0; lane < 16; lane++)
      lanes[lane] += exponential (scores[i + lane] - best);
  for (; i < n; i++)
    lanes[i % 16] += exponential (scores[i] - best);
  for (guint lane = 0; lane < 16; lane++)
    sum += lanes[lane];
  sum = best + logf (sum);
  for (i = 0; i < n; i++)
    scores[i] -= sum;
}

VECTOR_LOOP static void
lstm_step_from (gfloat *restrict gates, const gfloat *restrict c_before, gfloat *restrict c, gfloat *restrict tanh_c,
                gfloat *restrict h, guint n)
{
  gfloat *restrict in = gates, *restrict forget = gates + n, *restrict candidate = gates + 2 * n,
                   *restrict out = gates + 3 * n;

  for (guint j = 0; j < n; j++) {
    in[j] = logistic (in[j]);
    forget[j] = logistic (forget[j]);
    candidate[j] = hyperbolic_tangent (candidate[j]);
    out[j] = logistic (out[j]);
    c[j] = forget[j] * c_before[j] + in[j] * candidate[j];
    tanh_c[j] = hyperbolic_tangent (c[j]);
    h[j] = out[j] * tanh_c[j];
  }
}

VECTOR_LOOP static void
lstm_step_first (gfloat *restrict gates, gfloat *restrict c, gfloat *restrict tanh_c, gfloat *restrict h, guint n)
{
  gfloat *restrict in = gates, *restrict forget = gates + n, *restrict candidate = gates + 2 * n,
                   *restrict out = gates + 3 * n;

  for (guint j = 0; j < n; j++) {
    in[j] = logistic (in[j]);
    forget[j] = logistic (forget[j]);
    candidate[j] = hyperbolic_tangent (candidate[j]);
    out[j] = logistic (out[j]);
    c[j] = in[j] * candidate[j];
    tanh_c[j] = hyperbolic_tangent (c[j]);
    h[j] = out[j] * tanh_c[j];
  }
}

void
rel_lstm_step (gfloat *gates, const gfloat *c_before, gfloat *c, gfloat *tanh_c, gfloat *h, guint n)
{
  if (c_before != NULL)
    lstm_step_from (gates, c_before, c, tanh_c, h, n);
  else
    lstm_step_first (gates, c, tanh_c, h, n);
}

VECTOR_LOOP static void
lstm_step_backward (gfloat *restrict gates, const gfloat *restrict c_before, gfloat has_before,
                    const gfloat *restrict tanh_c, const gfloat *restrict d_h, gfloat *restrict d_c, guint n)
{
  gfloat *restrict in = gates, *restrict forget = gates + n, *restrict candidate = gates + 2 * n,
                   *restrict out = gates + 3 * n;

  for (guint j = 0; j < n; j++) {
    gfloat i = in[j], f = forget[j], g = candidate[j], o = out[j], tc = tanh_c[j];
    gfloat dc = d_c[j] + d_h[j] * o * (1.0f - tc * tc);

    in[j] = dc * g * i * (1.0f - i);
    forget[j] = has_before * dc * c_before[j] * f * (1.0f - f);
    candidate[j] = dc * i * (1.0f - g * g);
    out[j] = d_h[j] * tc * o * (1.0f - o);
    d_c[j] = dc * f;
  }
}

void
rel_lstm_step_backward (gfloat *gates, const gfloat *c_before, const gfloat *tanh_c, const gfloat *d_h, gfloat *d_c,
                        guint n)
{
  lstm_step_backward (gates, c_before != NULL ? c_before : tanh_c, c_before != NULL ? 1.0f : 0.0f, tanh_c, d_h, d_c, n);
}

VECTOR_LOOP void
rel_adam_step (gfloat *restrict weights, gfloat *restrict means, gfloat *restrict variances,
               const gfloat *restrict gradient, gfloat gradient_scale, gfloat rate, gfloat epsilon, guint n)
{
  for (guint i = 0; i < n; i++) {
    gfloat g = gradient[i] * gradient_scale;

    means[i] = REL_ADAM_BETA1 * means[i] + (1.0f - REL_ADAM_BETA1) * g;
    variances[i] = REL_ADAM_BETA2 * variances[i] + (1.0f - REL_ADAM_BETA2) * g * g;
    weights[i] -= rate * means[i] / (__builtin_sqrtf (variances[i]) + epsilon);
  }
}

VECTOR_LOOP void
rel_vector_approach (gfloat *restrict y, const gfloat *restrict x, gfloat rate, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += rate * (x[i] - y[i]);
}

/* Products of 8-bit numbers; see quantized.h.
 *
 * Weights are kept in panels of 64 columns, and in a panel four rows together, as the VNNI instructions of x86 take
 * them: panel[n_quads][64][4]. Inputs are unsigned with 128 for zero, which is taken off again with the sums of the
 * columns. A kernel computes the sums of up to four rows of inputs with one panel.
 */
#include "learn/quantized.h"

#include "learn/kernels.h"

#include <string.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#define PANEL 64 /* columns */
#define KERNEL_ROWS 4
#define ZERO 128 /* of an input */

struct _RelQuantized {
  guint n_rows, n_columns;
  guint n_quads; /* groups of four rows, the last filled up with zeros */
  guint n_panels;
  gint8 *panels;        /* [n_panels][n_quads][PANEL][4] */
  gint32 *column_sums;  /* [n_panels * PANEL], times ZERO */
  const gfloat *scales; /* [n_rows] */
  RelQuantizedKernel kernel;
};

/* sums[KERNEL_ROWS][PANEL] of m <= KERNEL_ROWS rows of inputs. */
static void
multiply_panel_plain (const gint8 *weights, guint n_quads, const guint8 *x, guint stride_x, guint m, gint32 *sums)
{
  memset (sums, 0, sizeof *sums * KERNEL_ROWS * PANEL);
  for (guint i = 0; i < m; i++)
    for (guint q = 0; q < n_quads; q++)
      for (guint j = 0; j < PANEL; j++)
        for (guint k = 0; k < 4; k++)
          sums[i * PANEL + j] += x[i * stride_x + 4 * q + k] * weights[((gsize) q * PANEL + j) * 4 + k];
}

#ifdef __x86_64__
static inline gint32
load_quad (const guint8 *x)
{
  gint32 quad;

  memcpy (&quad, x, sizeof quad);
  return quad;
}

/* 16 columns at a time; pairs of 16-bit products are added, and the two sums of a column at the end. */
__attribute__ ((target ("avx2"))) static void
multiply_panel_avx2 (const gint8 *weights, guint n_quads, const guint8 *x, guint stride_x, guint m, gint32 *sums)
{
  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < PANEL; j += 16) {
      __m256i total[4]
        = { _mm256_setzero_si256 (), _mm256_setzero_si256 (), _mm256_setzero_si256 (), _mm256_setzero_si256 () };

      for (guint q = 0; q < n_quads; q++) {
        __m256i input
          = _mm256_broadcastq_epi64 (_mm_cvtepu8_epi16 (_mm_cvtsi32_si128 (load_quad (x + i * stride_x + 4 * q))));
        const gint8 *w = weights + ((gsize) q * PANEL + j) * 4;

        for (guint part = 0; part < 4; part++) {
          __m256i weight = _mm256_cvtepi8_epi16 (_mm_loadu_si128 ((const __m128i *) (w + 16 * part)));

          total[part] = _mm256_add_epi32 (total[part], _mm256_madd_epi16 (input, weight));
        }
      }
      for (guint part = 0; part < 4; part += 2) {
        __m256i both = _mm256_permute4x64_epi64 (_mm256_hadd_epi32 (total[part], total[part + 1]), 0xd8);

        _mm256_storeu_si256 ((__m256i *) (sums + i * PANEL + j + 4 * part), both);
      }
    }
}

/* Sixteen sums in registers: four rows by the four vectors of a panel. Rows that are missing repeat the last. */
__attribute__ ((target ("avx512f,avx512bw,avx512vnni"))) static void
multiply_panel_avx512vnni (const gint8 *weights, guint n_quads, const guint8 *x, guint stride_x, guint m, gint32 *sums)
{
  const guint8 *rows[KERNEL_ROWS];
  __m512i total[KERNEL_ROWS][4];

#pragma GCC unroll 4
  for (guint i = 0; i < KERNEL_ROWS; i++) {
    rows[i] = x + (gsize) MIN (i, m - 1) * stride_x;
#pragma GCC unroll 4
    for (guint part = 0; part < 4; part++)
      total[i][part] = _mm512_setzero_si512 ();
  }
  for (guint q = 0; q < n_quads; q++, weights += PANEL * 4) {
    __m512i w0 = _mm512_loadu_si512 (weights), w1 = _mm512_loadu_si512 (weights + 64);
    __m512i w2 = _mm512_loadu_si512 (weights + 128), w3 = _mm512_loadu_si512 (weights + 192);

#pragma GCC unroll 4
    for (guint i = 0; i < KERNEL_ROWS; i++) {
      __m512i input = _mm512_set1_epi32 (load_quad (rows[i] + 4 * q));

      total[i][0] = _mm512_dpbusd_epi32 (total[i][0], input, w0);
      total[i][1] = _mm512_dpbusd_epi32 (total[i][1], input, w1);
      total[i][2] = _mm512_dpbusd_epi32 (total[i][2], input, w2);
      total[i][3] = _mm512_dpbusd_epi32 (total[i][3], input, w3);
    }
  }
#pragma GCC unroll 4
  for (guint i = 0; i < KERNEL_ROWS; i++)
#pragma GCC unroll 4
    for (guint part = 0; part < 4; part++)
      _mm512_storeu_si512 (sums + i * PANEL + 16 * part, total[i][part]);
}
#endif

RelQuantizedKernel
rel_quantized_find_kernel (const gchar *name)
{
#ifdef __x86_64__
  if (strcmp (name, "avx512vnni") == 0)
    return __builtin_cpu_supports ("avx512vnni") && __builtin_cpu_supports ("avx512bw") ? multiply_panel_avx512vnni
                                                                                        : NULL;
  if (strcmp (name, "avx2") == 0)
    return __builtin_cpu_supports ("avx2") ? multiply_panel_avx2 : NULL;
#endif
  return strcmp (name, "plain") == 0 ? multiply_panel_plain : NULL;
}

static RelQuantizedKernel forced_kernel; /* NULL but in tests and benchmarks */

void
rel_quantized_set_kernel (RelQuantizedKernel kernel)
{
  forced_kernel = kernel;
}

static RelQuantizedKernel
choose_kernel (void)
{
  static const gchar *const names[] = { "avx512vnni", "avx2", "plain" };
  RelQuantizedKernel kernel = forced_kernel;

  for (guint i = 0; kernel == NULL; i++)
    kernel = rel_quantized_find_kernel (names[i]);
  return kernel;
}

RelQuantized *
rel_quantized_new (const gint8 *weights, const gfloat *scales, guint n_rows, guint n_columns)
{
  RelQuantized *self = g_new0 (RelQuantized, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->n_quads = (n_rows + 3) / 4;
  self->n_panels = (n_columns + PANEL - 1) / PANEL;
  self->scales = scales;
  self->kernel = choose_kernel ();
  self->panels = g_malloc0 ((gsize) self->n_panels * self->n_quads * PANEL * 4);
  self->column_sums = g_new0 (gint32, (gsize) self->n_panels * PANEL);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++) {
      gint8 weight = weights[(gsize) row * n_columns + column];
      gsize panel = column / PANEL, quad = row / 4;

      self->panels[((panel * self->n_quads + quad) * PANEL + column % PANEL) * 4 + row % 4] = weight;
      self->column_sums[column] += ZERO * weight;
    }
  return self;
}

void
rel_quantized_free (RelQuantized *self)
{
  if (self == NULL)
    return;
  g_free (self->panels);
  g_free (self->column_sums);
  g_free (self);
}

void
rel_quantized_multiply (const RelQuantized *self, guint m, const gfloat *x, guint stride_x, gfloat *y, guint stride_y,
                        RelScratch *scratch)
{
  guint width = 4 * self->n_quads;
  guint8 *inputs = (guint8 *) rel_scratch_alloc (scratch, ((gsize) m * width + 3) / 4);
  gfloat *steps = rel_scratch_alloc (scratch, m);
  gint32 sums[KERNEL_ROWS * PANEL];

  for (guint i = 0; i < m; i++) {
    memset (inputs + (gsize) i * width + self->n_rows, ZERO, width - self->n_rows);
    steps[i] = rel_vector_quantize (x + (gsize) i * stride_x, self->scales, self->n_rows, inputs + (gsize) i * width);
  }
  for (guint p = 0; p < self->n_panels; p++) {
    guint column = p * PANEL, n = MIN (PANEL, self->n_columns - column);
    const gint8 *panel = self->panels + (gsize) p * self->n_quads * PANEL * 4;

    for (guint i = 0; i < m; i += KERNEL_ROWS) {
      guint n_rows = MIN (KERNEL_ROWS, m - i);

      self->kernel (panel, self->n_quads, inputs + (gsize) i * width, width, n_rows, sums);
      for (guint k = 0; k < n_rows; k++)
        rel_vector_add_sums (y + (gsize) (i + k) * stride_y + column, sums + k * PANEL, self->column_sums + column,
                             steps[i + k], n);
    }
  }
}

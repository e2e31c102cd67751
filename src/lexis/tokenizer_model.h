/* The weights of the tokenizer, as they stand in the section "tokenizer" of a model file.
 *
 *   header    version u32, bits of the two tables u32, scale of each f32
 *   splits    gint8 [2^split_bits][2]: of WORD and TOKEN against NONE, which has weight 0
 *   breaks    gint8 [2^break_bits]:    of a sentence's end against none
 *
 * A feature's row is its hash cut to the bits of the table. A decision's log-odds are scale times the sum of the weights.
 */
#pragma once

#include "lexis/tokenizer_features.h"

G_BEGIN_DECLS

#define REL_TOKENIZER_SECTION "tokenizer"
#define REL_TOKENIZER_VERSION 1

typedef struct {
  guint32 version;
  guint32 split_bits;
  guint32 break_bits;
  gfloat split_scale;
  gfloat break_scale;
  guint32 reserved[3];
} RelTokenizerHeader;

/* Scores of a place; what is above 0 is likelier than NONE. */
static inline void
rel_tokenizer_sum_split (const gint8 *weights, guint bits, const guint32 *features, guint n, gint32 scores[2])
{
  scores[0] = scores[1] = 0;
  for (guint i = 0; i < n; i++) {
    const gint8 *row = weights + 2 * (gsize) (features[i] >> (32 - bits));

    scores[0] += row[0];
    scores[1] += row[1];
  }
}

static inline gint32
rel_tokenizer_sum_break (const gint8 *weights, guint bits, const guint32 *features, guint n)
{
  gint32 score = 0;

  for (guint i = 0; i < n; i++)
    score += weights[features[i] >> (32 - bits)];
  return score;
}

G_END_DECLS

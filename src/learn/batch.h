/* Some sentences that go through the network together.
 *
 * Features and targets stand sentence after sentence. The recurrent layers work on "packed" rows instead: step by step,
 * in each step the sentences that are long enough, longest first, so that no product is spent on padding:
 *
 *   lengths 3 2 1:   packed rows   a0 b0 c0 | a1 b1 | a2
 */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

/* Features of a kind: token i has ids[offsets[i] .. offsets[i + 1]). */
typedef struct {
  GArray *offsets; /* guint32 [n_tokens + 1] */
  GArray *ids;     /* guint32, not yet taken modulo the rows of the table */
} RelFeatureBag;

typedef struct {
  guint n_groups;
  RelFeatureBag *bags; /* [n_groups] */
  GArray *lengths;     /* guint, of each sentence; descending once packed */
  guint n_tokens;

  guint n_steps;      /* length of the longest */
  guint *active;      /* [n_steps] sentences that have the step */
  guint *offsets;     /* [n_steps + 1] first packed row of the step */
  guint *starts;      /* [n_sentences] first token of the sentence */
  guint *packed_rows; /* [n_tokens] packed row of each token */
} RelBatch;

RelBatch *rel_batch_new (guint n_groups);
void rel_batch_free (RelBatch *self);
void rel_batch_clear (RelBatch *self);

/* Adds a sentence: then come the features of its tokens. Sentences are added longest first. */
void rel_batch_add_sentence (RelBatch *self, guint n_tokens);
/* Adds a feature to the token that is being described in bag @group; rel_batch_end_token() goes on to the next. */
static inline void
rel_batch_add_feature (RelBatch *self, guint group, guint64 hash)
{
  guint32 id = (guint32) (hash >> 20);

  g_array_append_val (self->bags[group].ids, id);
}
void rel_batch_end_token (RelBatch *self);
/* Works out the packed rows once all sentences are there. */
void rel_batch_pack (RelBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelBatch, rel_batch_free)

G_END_DECLS

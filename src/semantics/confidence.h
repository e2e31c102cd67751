/* How sure a proposition is: named features in, probability out. */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

/* Weights by feature name, from ontology/85-confidence-en.ttl. Opaque: confidence.c */
typedef struct _RelConfidence RelConfidence;

RelConfidence *rel_confidence_new (const RelLexicon *lexicon);
void rel_confidence_free (RelConfidence *self);

/* Probability that a reader would agree, 0..1: the logistic function of the sum of the weights. @features is what
 * rel_proposition_describe() gives. 0.5 for all when there are no weights. */
gfloat rel_confidence_get (const RelConfidence *self, const gchar *features);

/* The weight of one feature, 0 for an unknown one. */
gdouble rel_confidence_get_weight (const RelConfidence *self, const gchar *feature);

/* The features of @proposition, parted by blanks: "rule=clause objects=1 …". (transfer full) */
gchar *rel_proposition_describe (const RelDocument *document, const RelProposition *proposition);

/* One example to learn from. */
typedef struct {
  gfloat target; /* share of the proposition's words that a reader agrees with, 0..1 */
  gchar *features;
  guint group; /* the sentence: examples of one group stay together in cross-validation */
} RelConfidenceExample;

/**
 * rel_confidence_train:
 * @examples: [n_examples]
 * @held_out: (out caller-allocates) (nullable): [n_examples] probability of each by a model that has not seen its group
 *
 * Logistic regression with a quadratic penalty, to soft targets; deterministic.
 *
 * Returns: (transfer full): feature name → weight (gdouble *), without features whose weight is nil
 */
GHashTable *rel_confidence_train (const RelConfidenceExample *examples, guint n_examples, gdouble *held_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelConfidence, rel_confidence_free)

G_END_DECLS

/* Which property of the ontology a wording means between two nodes. */
#pragma once

#include <triples/fact_draft.h>

G_BEGIN_DECLS

typedef struct {
  const gchar *iri;  /* (nullable) in the lexicon */
  gboolean is_same;  /* the wording means just the property, not a kind of it */
  gboolean is_given; /* it is one of the user's ontology */
  gboolean reversed; /* it holds of the object and the subject */
} RelPropertyMatch;

/* The property that fits the wording of @predicate and the classes of @subject and @object (nullable) best. */
RelPropertyMatch rel_property_match (const RelLexicon *lexicon, const RelPredicateDraft *predicate,
                                     const RelNode *subject, const RelNode *object);

/* The first wording that means @property; (nullable). */
const gchar *rel_property_get_wording (const RelLexicon *lexicon, const gchar *property);

/* Whether domain and range of @property allow the two nodes; @object: NULL where there is none. */
gboolean rel_property_fits (const RelLexicon *lexicon, const gchar *property, const RelNode *subject,
                            const RelNode *object, guint *n_ends);

G_END_DECLS

/* Triples by subject, for whoever asks what a graph says of a thing. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* What is said of one subject: a slice of the index. */
typedef struct {
  const RelTriple *const *triples; /* [n] by predicate, object; of all graphs, each once */
  guint n;
} RelDescription;

typedef struct _RelTripleIndex RelTripleIndex; /* opaque: src/writers/triple_index.c */

/* @triples must outlive the index and not change. O(n log n). */
RelTripleIndex *rel_triple_index_new (const RelTripleSet *triples);
void rel_triple_index_free (RelTripleIndex *self);

/* The subjects, sorted. */
const gchar *const *rel_triple_index_get_subjects (const RelTripleIndex *self, guint *n_subjects);

/* Empty where nothing is said of @subject. */
RelDescription rel_triple_index_describe (const RelTripleIndex *self, const gchar *subject);

/* Whether any graph has the triple of subject, predicate and object (datatype and language too) of @triple. */
gboolean rel_triple_index_contains (const RelTripleIndex *self, const RelTriple *triple);

/* The first object that @predicate has in @description, NULL: none. */
const RelTriple *rel_description_find (RelDescription description, const gchar *predicate);

/* Whether the subject has the class @type. */
gboolean rel_description_has_type (RelDescription description, const gchar *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelTripleIndex, rel_triple_index_free)

G_END_DECLS

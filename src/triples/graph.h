/* Inside src/triples: what the RDF model asks of a graph beside its facts. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* A document that facts come from. */
typedef struct {
  const gchar *id;
  const gchar *iri;
  const gchar *title, *url, *source; /* (nullable) */
  const gchar *date;                 /* (nullable) ISO 8601 */
  const gchar *text;                 /* (nullable) whole, where the options ask for it */
} RelGraphDocument;

const RelGraphOptions *rel_graph_get_options (const RelGraph *self);
const RelGraphDocument *const *rel_graph_get_documents (RelGraph *self, guint *n_documents); /* by IRI */

/* 1 - (1 - c1)(1 - c2)...: the chance that one of n independent pieces of evidence is right; below 1. @document: NULL for
 * all evidence, else the IRI of the document whose evidence counts. */
gfloat rel_evidence_combine (const RelEvidence *evidence, guint n_evidence, const gchar *document_iri);

G_END_DECLS

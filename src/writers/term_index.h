/* Triples as numbers, in three orders, for whoever looks them up by pattern. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* An IRI or a literal. Strings live in the triples that were indexed. */
typedef struct {
  const gchar *value;
  const gchar *datatype; /* (nullable) never xsd:string, which is the same as none */
  const gchar *language; /* (nullable) */
  gboolean is_literal;
} RelTerm;

/* Terms are numbered from 1; 0 stands for any term in a pattern. */
typedef guint32 RelTermId;
#define REL_TERM_ANY 0

typedef struct {
  RelTermId subject, predicate, object;
} RelIdTriple;

/* A slice of the index. */
typedef struct {
  const RelIdTriple *triples; /* [n] */
  gsize n;
} RelIdTripleRange;

typedef struct _RelTermIndex RelTermIndex; /* opaque: src/writers/term_index.c */

/* @triples must outlive the index. Triples that several graphs state count once. O(n log n). */
RelTermIndex *rel_term_index_new (const RelTripleSet *triples);
void rel_term_index_free (RelTermIndex *self);

guint32 rel_term_index_get_n_terms (const RelTermIndex *self);
/* @id: 1..n_terms */
const RelTerm *rel_term_index_get_term (const RelTermIndex *self, RelTermId id);
/* 0: no triple has it; language tags are compared without regard to case. */
RelTermId rel_term_index_find_term (const RelTermIndex *self, const RelTerm *term);

/* All triples that fit; O(log n). */
RelIdTripleRange rel_term_index_find (const RelTermIndex *self, RelIdTriple pattern);

/* Whether @graph states @triple. */
gboolean rel_term_index_graph_has (const RelTermIndex *self, RelTermId graph, RelIdTriple triple);

/* The names of the graphs, sorted. */
const gchar *const *rel_term_index_get_graphs (const RelTermIndex *self, guint *n_graphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelTermIndex, rel_term_index_free)

G_END_DECLS

/* Our triples as rasqal's source of triples. */
#pragma once

#include "writers/term_index.h"

#include <rasqal/rasqal.h>

G_BEGIN_DECLS

/* Terms of an index as rasqal's literals, each made once. Opaque: src/writers/query_source.c */
typedef struct _RelQuerySource RelQuerySource;

/* Has queries of @world look up triples in @index. Both must outlive the result, which must outlive the queries. */
RelQuerySource *rel_query_source_new (rasqal_world *world, const RelTermIndex *index);
void rel_query_source_free (RelQuerySource *self);

/* The term that @literal is, when it came from the index unchanged; NULL: it was computed. */
const RelTerm *rel_query_source_find_term (const RelQuerySource *self, const rasqal_literal *literal);

const RelTermIndex *rel_query_source_get_index (const RelQuerySource *self);

/* The literal of a term; lives as long as @self. */
rasqal_literal *rel_query_source_get_literal (RelQuerySource *self, RelTermId id);

/* A walk over the triples that fit @triple, whose variables have the values that they have now, in @graph (nullable).
 * Opaque: src/writers/query_source.c */
typedef struct _RelQueryWalk RelQueryWalk;

RelQueryWalk *rel_query_walk_new (RelQuerySource *self, rasqal_triple *triple, rasqal_literal *graph);
/* FALSE: there are no more. */
gboolean rel_query_walk_next (RelQueryWalk *self, RelIdTriple *triple);
void rel_query_walk_free (RelQueryWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelQuerySource, rel_query_source_free)

G_END_DECLS

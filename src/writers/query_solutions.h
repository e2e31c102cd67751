/* Solutions of a query's pattern where rasqal's own joins are wrong. */
#pragma once

#include "writers/query_source.h"

G_BEGIN_DECLS

/* Whether the WHERE of @query has OPTIONAL, UNION, BIND or MINUS: rasqal 0.9.33 joins these to other patterns without looking at
 * every variable that they share. */
gboolean rel_query_needs_joins (rasqal_query *query);

/* Values of the variables of a query. Opaque: src/writers/query_solutions.c */
typedef struct _RelSolutions RelSolutions;

/**
 * rel_solutions_new:
 * @query: prepared and checked, without aggregates
 *
 * Returns: (transfer full) (nullable): its solutions, in order, distinct, within its limits; NULL with %REL_ERROR_LIMIT
 */
RelSolutions *rel_solutions_new (RelQuerySource *source, rasqal_world *world, rasqal_query *query, const gchar *name,
                                 GError **error);
void rel_solutions_free (RelSolutions *self);

guint rel_solutions_get_length (const RelSolutions *self);
/* Gives the variables of the query the values that they have in solution @i. */
void rel_solutions_bind (RelSolutions *self, guint i);
/* (transfer full) (nullable): the value of @variable, bound or computed, in the solution that was bound last. */
rasqal_literal *rel_solutions_evaluate (RelSolutions *self, rasqal_variable *variable);

G_END_DECLS

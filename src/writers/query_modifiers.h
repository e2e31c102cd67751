/* Solutions of a pattern and what ORDER BY, DISTINCT, LIMIT and OFFSET make of them. */
#pragma once

#include "writers/query_solutions.h"

G_BEGIN_DECLS

typedef rasqal_literal **RelSolution; /* [n_slots] */

struct _RelSolutions {
  RelQuerySource *source;
  rasqal_query *query;
  rasqal_evaluation_context *context;
  RelArena *arena;       /* the solutions; their literals belong to @source or are in @computed */
  GPtrArray *computed;   /* of rasqal_literal, by BIND */
  GHashTable *slots;     /* rasqal_variable → index + 1 */
  GPtrArray *variables;  /* by index */
  GPtrArray *solutions;  /* of RelSolution */
  rasqal_literal *graph; /* (nullable) inside of GRAPH */
  guint n_made;
};

/* Gives the variables of the query the values of @solution. */
void rel_solutions_set (RelSolutions *self, const RelSolution solution);

/* Orders the solutions, drops repetitions, and cuts to what is asked for. */
void rel_solutions_modify (RelSolutions *self);

gboolean rel_literal_is_number (const rasqal_literal *literal);

G_END_DECLS

/* What rasqal 0.9.33 parses and then answers wrongly, found by comparing its answers with those of other engines
 * (tests/conformance/queries.sh): such queries are refused, with what to write instead.
 */
#include "writers/query_limits.h"
#include "writers/query_solutions.h"

#include <relata/base.h>

typedef struct {
  const gchar *name;
  GError **error;
  rasqal_query *query;
  const gchar *wrong; /* (nullable) what is wrong with an expression */
} Check;

static gboolean
refuse (const Check *self, const gchar *what)
{
  g_set_error (self->error, REL_ERROR, REL_ERROR_USAGE, "%s: %s", self->name, what);
  return FALSE;
}

static gboolean
check_operator (const Check *self, rasqal_graph_pattern_operator operator)
{
  switch (operator) {
  case RASQAL_GRAPH_PATTERN_OPERATOR_SERVICE:
    return refuse (self, "SERVICE would reach over the network, which query does not");
  case RASQAL_GRAPH_PATTERN_OPERATOR_VALUES:
    return refuse (self, "VALUES is not answered here; write FILTER (?x IN (…)), or ask a triple store");
  default:
    return TRUE;
  }
}

static int
visit (void *user_data, rasqal_expression *expression)
{
  Check *self = user_data;

  switch (expression->op) {
  case RASQAL_EXPR_MIN:
  case RASQAL_EXPR_MAX:
    self->wrong = "MIN and MAX are not answered here; write ORDER BY and LIMIT 1, or ask a triple store";
    break;
  case RASQAL_EXPR_CONCAT:
    self->wrong
      = "CONCAT is not answered here, since rasqal reads freed memory for it; ask for its parts, or ask a triple store";
    break;
  case RASQAL_EXPR_GROUP_CONCAT:
    self->wrong = "GROUP_CONCAT is not answered here; ask for the rows, or ask a triple store";
    break;
  case RASQAL_EXPR_COUNT:
  case RASQAL_EXPR_SUM:
  case RASQAL_EXPR_AVG:
  case RASQAL_EXPR_SAMPLE:
    if (rel_query_needs_joins (self->query))
      self->wrong
        = "COUNT and the like beside OPTIONAL, UNION, BIND or MINUS are not answered here; ask a triple store";
    break;
  default:
    break;
  }
  return self->wrong != NULL;
}

/* One pattern and those in it. An inner SELECT sees what its neighbours have bound. @is_alone: the pattern has no neighbours
 * anywhere above it. */
static gboolean
check_pattern (Check *self, rasqal_graph_pattern *pattern, gboolean is_alone)
{
  rasqal_graph_pattern_operator operator= rasqal_graph_pattern_get_operator (pattern);
  raptor_sequence *parts = rasqal_graph_pattern_get_sub_graph_pattern_sequence (pattern);
  gint n_parts = parts != NULL ? raptor_sequence_size (parts) : 0;

  if (!check_operator (self, operator))
    return FALSE;
  if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_SELECT && (!is_alone || rel_query_needs_joins (self->query)))
    return refuse (self, "SELECT beside other patterns is not answered here; ask a triple store");
  if ((operator== RASQAL_GRAPH_PATTERN_OPERATOR_FILTER || operator== RASQAL_GRAPH_PATTERN_OPERATOR_LET)
      && rasqal_graph_pattern_get_filter_expression (pattern) != NULL)
    rasqal_expression_visit (rasqal_graph_pattern_get_filter_expression (pattern), visit, self);
  for (gint i = 0; i < n_parts; i++)
    if (!check_pattern (self, raptor_sequence_get_at (parts, i), is_alone && n_parts == 1))
      return FALSE;
  return TRUE;
}

static gboolean
check_expressions (Check *self, rasqal_query *query)
{
  raptor_sequence *variables = rasqal_query_get_bound_variable_sequence (query);

  for (gint i = 0; variables != NULL && i < raptor_sequence_size (variables); i++) {
    rasqal_variable *variable = raptor_sequence_get_at (variables, i);

    if (variable->expression != NULL)
      rasqal_expression_visit (variable->expression, visit, self);
  }
  if (self->wrong == NULL && rel_query_needs_joins (query) && rasqal_query_get_group_condition (query, 0) != NULL)
    self->wrong = "GROUP BY beside OPTIONAL, UNION, BIND or MINUS is not answered here; ask a triple store";
  return self->wrong == NULL || refuse (self, self->wrong);
}

gboolean
rel_query_check (rasqal_query *query, const gchar *name, GError **error)
{
  Check self = { .name = name, .error = error, .query = query };
  rasqal_graph_pattern *pattern = rasqal_query_get_query_graph_pattern (query);
  raptor_sequence *graphs = rasqal_query_get_data_graph_sequence (query);

  switch (rasqal_query_get_verb (query)) {
  case RASQAL_QUERY_VERB_SELECT:
  case RASQAL_QUERY_VERB_CONSTRUCT:
  case RASQAL_QUERY_VERB_ASK:
    break;
  case RASQAL_QUERY_VERB_DESCRIBE:
    return refuse (&self, "DESCRIBE is not answered here; write CONSTRUCT { <x> ?p ?o } WHERE { <x> ?p ?o }");
  default:
    return refuse (&self, "files are not changed by queries; use SELECT, ASK or CONSTRUCT");
  }
  if (graphs != NULL && raptor_sequence_size (graphs) > 0)
    return refuse (
      &self, "FROM names a graph to fetch; name the files on the command line, and write GRAPH for one of theirs");
  return (pattern == NULL || check_pattern (&self, pattern, TRUE)) && check_expressions (&self, query);
}

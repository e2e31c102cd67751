/* RelSolutions of a pattern, by the algebra of SPARQL 1.1 (section 18): a group is its parts one after the other, each of which
 * sees what those before it have bound, and then its filters. rasqal parses, and evaluates expressions.
 *
 * Cost: a look-up in the index for each solution and triple pattern; all solutions are in memory.
 */
#include "writers/query_modifiers.h"

#include <string.h>

/* About 2 GB; more is work for a triple store. */
#define MAX_SOLUTIONS 5000000u

static gboolean
needs_joins (rasqal_graph_pattern *pattern)
{
  raptor_sequence *parts = rasqal_graph_pattern_get_sub_graph_pattern_sequence (pattern);

  switch (rasqal_graph_pattern_get_operator (pattern)) {
  case RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL:
  case RASQAL_GRAPH_PATTERN_OPERATOR_UNION:
  case RASQAL_GRAPH_PATTERN_OPERATOR_LET:
  case RASQAL_GRAPH_PATTERN_OPERATOR_MINUS:
    return TRUE;
  default:
    break;
  }
  for (gint i = 0; parts != NULL && i < raptor_sequence_size (parts); i++)
    if (needs_joins (raptor_sequence_get_at (parts, i)))
      return TRUE;
  return FALSE;
}

gboolean
rel_query_needs_joins (rasqal_query *query)
{
  rasqal_graph_pattern *pattern = rasqal_query_get_query_graph_pattern (query);

  return pattern != NULL && needs_joins (pattern);
}

static void
add_slot (RelSolutions *self, rasqal_variable *variable)
{
  if (variable == NULL || g_hash_table_contains (self->slots, variable))
    return;
  g_ptr_array_add (self->variables, variable);
  g_hash_table_insert (self->slots, variable, GUINT_TO_POINTER (self->variables->len));
}

static void
add_slot_of (RelSolutions *self, rasqal_literal *literal)
{
  if (literal != NULL)
    add_slot (self, rasqal_literal_as_variable (literal));
}

/* All variables that @pattern binds. */
static void
collect_slots (RelSolutions *self, rasqal_graph_pattern *pattern)
{
  raptor_sequence *parts = rasqal_graph_pattern_get_sub_graph_pattern_sequence (pattern);
  rasqal_triple *triple;

  if (rasqal_graph_pattern_get_operator (pattern) == RASQAL_GRAPH_PATTERN_OPERATOR_BASIC)
    for (gint i = 0; (triple = rasqal_graph_pattern_get_triple (pattern, i)) != NULL; i++) {
      add_slot_of (self, triple->subject);
      add_slot_of (self, triple->predicate);
      add_slot_of (self, triple->object);
    }
  if (rasqal_graph_pattern_get_operator (pattern) == RASQAL_GRAPH_PATTERN_OPERATOR_LET)
    add_slot (self, rasqal_graph_pattern_get_variable (pattern));
  if (rasqal_graph_pattern_get_operator (pattern) == RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH)
    add_slot_of (self, rasqal_graph_pattern_get_origin (pattern));
  for (gint i = 0; parts != NULL && i < raptor_sequence_size (parts); i++)
    collect_slots (self, raptor_sequence_get_at (parts, i));
}

void
rel_solutions_set (RelSolutions *self, const RelSolution solution)
{
  for (guint i = 0; i < self->variables->len; i++)
    rasqal_variable_set_value (g_ptr_array_index (self->variables, i),
                               solution[i] != NULL ? rasqal_new_literal_from_literal (solution[i]) : NULL);
}

/* A copy of @solution, in the arena. */
static RelSolution
copy_solution (RelSolutions *self, const RelSolution solution)
{
  RelSolution copy = rel_arena_new_array (self->arena, rasqal_literal *, MAX (self->variables->len, 1));

  memcpy (copy, solution, self->variables->len * sizeof *copy);
  self->n_made++;
  return copy;
}

static void
set_slot (RelSolutions *self, RelSolution solution, rasqal_variable *variable, rasqal_literal *value)
{
  guint slot = variable != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, variable)) : 0;

  if (slot > 0)
    solution[slot - 1] = value;
}

static GPtrArray *evaluate (RelSolutions *self, rasqal_graph_pattern *pattern, const RelSolution seed);

/* Adds to @out what one triple pattern makes of @in. */
static void
match_triple (RelSolutions *self, rasqal_triple *triple, const RelSolution in, GPtrArray *out)
{
  RelQueryWalk *walk;
  RelIdTriple found;

  rel_solutions_set (self, in);
  walk = rel_query_walk_new (self->source, triple, self->graph);
  while (self->n_made < MAX_SOLUTIONS && rel_query_walk_next (walk, &found)) {
    RelSolution solution = copy_solution (self, in);

    set_slot (self, solution, rasqal_literal_as_variable (triple->subject),
              rel_query_source_get_literal (self->source, found.subject));
    set_slot (self, solution, rasqal_literal_as_variable (triple->predicate),
              rel_query_source_get_literal (self->source, found.predicate));
    set_slot (self, solution, rasqal_literal_as_variable (triple->object),
              rel_query_source_get_literal (self->source, found.object));
    g_ptr_array_add (out, solution);
  }
  rel_query_walk_free (walk);
}

/* Each of @in by all triples of @pattern, one after the other. Frees @in. */
static GPtrArray *
join_basic (RelSolutions *self, rasqal_graph_pattern *pattern, GPtrArray *in)
{
  rasqal_triple *triple;

  for (gint i = 0; (triple = rasqal_graph_pattern_get_triple (pattern, i)) != NULL; i++) {
    GPtrArray *out = g_ptr_array_new ();

    for (guint k = 0; k < in->len; k++)
      match_triple (self, triple, g_ptr_array_index (in, k), out);
    g_ptr_array_unref (in);
    in = out;
  }
  return in;
}

static void
append_all (GPtrArray *out, GPtrArray *in)
{
  g_ptr_array_extend (out, in, NULL, NULL);
  g_ptr_array_unref (in);
}

/* The effective boolean value (SPARQL 1.1, 17.2.2). */
static gboolean
is_truth (const rasqal_literal *value)
{
  if (value->type == RASQAL_LITERAL_BOOLEAN)
    return value->value.integer != 0;
  if (rel_literal_is_number (value))
    return g_ascii_strtod ((const gchar *) value->string, NULL) != 0;
  return value->type == RASQAL_LITERAL_STRING && value->string_len > 0;
}

/* An error in a filter is no. */
static gboolean
is_true (RelSolutions *self, rasqal_expression *expression, const RelSolution solution)
{
  int failed = 0;
  rasqal_literal *value;
  gboolean truth;

  rel_solutions_set (self, solution);
  value = rasqal_expression_evaluate2 (expression, self->context, &failed);
  if (value == NULL)
    return FALSE;
  truth = !failed && is_truth (value);
  rasqal_free_literal (value);
  return truth;
}

/* BIND: an error leaves the variable unbound. */
static void
extend (RelSolutions *self, rasqal_graph_pattern *pattern, RelSolution solution)
{
  int failed = 0;
  rasqal_literal *value;

  rel_solutions_set (self, solution);
  value = rasqal_expression_evaluate2 (rasqal_graph_pattern_get_filter_expression (pattern), self->context, &failed);
  if (value == NULL)
    return;
  g_ptr_array_add (self->computed, value);
  if (!failed)
    set_slot (self, solution, rasqal_graph_pattern_get_variable (pattern), value);
}

/* Whether the two have a variable in common, and agree on all that they have. */
static gboolean
excludes (const RelSolutions *self, const RelSolution a, const RelSolution b)
{
  gboolean shares = FALSE;

  for (guint i = 0; i < self->variables->len; i++) {
    if (a[i] == NULL || b[i] == NULL)
      continue;
    if (a[i] != b[i] && !rasqal_literal_same_term (a[i], b[i]))
      return FALSE;
    shares = TRUE;
  }
  return shares;
}

static GPtrArray *
subtract (RelSolutions *self, rasqal_graph_pattern *part, GPtrArray *in)
{
  RelSolution nothing = rel_arena_new_array (self->arena, rasqal_literal *, MAX (self->variables->len, 1));
  g_autoptr (GPtrArray) others = evaluate (self, part, nothing);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < in->len; i++) {
    gboolean is_excluded = FALSE;

    for (guint k = 0; k < others->len && !is_excluded; k++)
      is_excluded = excludes (self, g_ptr_array_index (in, i), g_ptr_array_index (others, k));
    if (!is_excluded)
      g_ptr_array_add (out, g_ptr_array_index (in, i));
  }
  g_ptr_array_unref (in);
  return out;
}

/* The parts of @pattern, one after the other, from @seed on. */
static GPtrArray *evaluate_parts (RelSolutions *self, rasqal_graph_pattern *pattern, const RelSolution seed);

/* GRAPH: in the graph named, or in each. */
static GPtrArray *
evaluate_graph (RelSolutions *self, rasqal_graph_pattern *pattern, const RelSolution seed)
{
  rasqal_literal *origin = rasqal_graph_pattern_get_origin (pattern), *outer = self->graph;
  rasqal_variable *variable = rasqal_literal_as_variable (origin);
  GPtrArray *out = g_ptr_array_new ();
  guint n_graphs = 0;
  const gchar *const *graphs = rel_term_index_get_graphs (rel_query_source_get_index (self->source), &n_graphs);

  for (guint i = 0; i < n_graphs; i++) {
    RelTermId id
      = rel_term_index_find_term (rel_query_source_get_index (self->source), &(RelTerm){ .value = graphs[i] });
    rasqal_literal *name = rel_query_source_get_literal (self->source, id);
    RelSolution solution = copy_solution (self, seed);
    guint slot = variable != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, variable)) : 0;
    rasqal_literal *asked = variable == NULL ? origin : slot > 0 ? seed[slot - 1] : NULL;

    if (asked != NULL && !rasqal_literal_same_term (asked, name))
      continue;
    set_slot (self, solution, variable, name);
    self->graph = name;
    append_all (out, evaluate_parts (self, pattern, solution));
    self->graph = outer;
  }
  return out;
}

/* One part of a group: what it makes of @in, which is freed. */
static GPtrArray *
evaluate_part (RelSolutions *self, rasqal_graph_pattern *part, GPtrArray *in)
{
  rasqal_graph_pattern_operator operator= rasqal_graph_pattern_get_operator (part);
  GPtrArray *out;

  if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_BASIC)
    return join_basic (self, part, in);
  if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_FILTER)
    return in;
  if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_MINUS)
    return subtract (self, part, in);
  out = g_ptr_array_new ();
  for (guint i = 0; i < in->len; i++) {
    RelSolution solution = g_ptr_array_index (in, i);

    if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_LET) {
      solution = copy_solution (self, solution);
      extend (self, part, solution);
      g_ptr_array_add (out, solution);
    } else {
      GPtrArray *found = evaluate (self, part, solution);

      if (operator== RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL && found->len == 0)
        g_ptr_array_add (found, solution);
      append_all (out, found);
    }
  }
  g_ptr_array_unref (in);
  return out;
}

static GPtrArray *
evaluate_parts (RelSolutions *self, rasqal_graph_pattern *pattern, const RelSolution seed)
{
  raptor_sequence *parts = rasqal_graph_pattern_get_sub_graph_pattern_sequence (pattern);
  gint n_parts = parts != NULL ? raptor_sequence_size (parts) : 0;
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, seed);
  if (rasqal_graph_pattern_get_operator (pattern) == RASQAL_GRAPH_PATTERN_OPERATOR_BASIC)
    return join_basic (self, pattern, all);
  for (gint i = 0; i < n_parts && all->len > 0; i++)
    all = evaluate_part (self, raptor_sequence_get_at (parts, i), all);
  for (gint i = 0; i < n_parts; i++) {
    rasqal_graph_pattern *part = raptor_sequence_get_at (parts, i);
    guint n_kept = 0;

    if (rasqal_graph_pattern_get_operator (part) != RASQAL_GRAPH_PATTERN_OPERATOR_FILTER)
      continue;
    for (guint k = 0; k < all->len; k++)
      if (is_true (self, rasqal_graph_pattern_get_filter_expression (part), g_ptr_array_index (all, k)))
        all->pdata[n_kept++] = g_ptr_array_index (all, k);
    g_ptr_array_set_size (all, (gint) n_kept);
  }
  return all;
}

/* (transfer container): the solutions of @pattern that agree with @seed. */
static GPtrArray *
evaluate (RelSolutions *self, rasqal_graph_pattern *pattern, const RelSolution seed)
{
  raptor_sequence *parts = rasqal_graph_pattern_get_sub_graph_pattern_sequence (pattern);
  GPtrArray *out;

  switch (rasqal_graph_pattern_get_operator (pattern)) {
  case RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH:
    return evaluate_graph (self, pattern, seed);
  case RASQAL_GRAPH_PATTERN_OPERATOR_UNION:
    out = g_ptr_array_new ();
    for (gint i = 0; parts != NULL && i < raptor_sequence_size (parts); i++)
      append_all (out, evaluate (self, raptor_sequence_get_at (parts, i), seed));
    return out;
  default:
    return evaluate_parts (self, pattern, seed);
  }
}

rasqal_literal *
rel_solutions_evaluate (RelSolutions *self, rasqal_variable *variable)
{
  int failed = 0;

  if (variable->expression != NULL)
    return rasqal_expression_evaluate2 (variable->expression, self->context, &failed);
  return variable->value != NULL ? rasqal_new_literal_from_literal (variable->value) : NULL;
}

RelSolutions *
rel_solutions_new (RelQuerySource *source, rasqal_world *world, rasqal_query *query, const gchar *name, GError **error)
{
  RelSolutions *self = g_new0 (RelSolutions, 1);
  rasqal_graph_pattern *pattern = rasqal_query_get_query_graph_pattern (query);
  RelSolution nothing;

  self->source = source;
  self->query = query;
  self->context = rasqal_new_evaluation_context (world, NULL, RASQAL_COMPARE_XQUERY);
  self->arena = rel_arena_new ();
  self->computed = g_ptr_array_new_with_free_func ((GDestroyNotify) rasqal_free_literal);
  self->slots = g_hash_table_new (NULL, NULL);
  self->variables = g_ptr_array_new ();
  collect_slots (self, pattern);
  nothing = rel_arena_new_array (self->arena, rasqal_literal *, MAX (self->variables->len, 1));
  self->solutions = evaluate (self, pattern, nothing);
  if (self->n_made >= MAX_SOLUTIONS) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT,
                 "%s: more than %u solutions on the way; write the rarer patterns first, or ask a triple store", name,
                 MAX_SOLUTIONS);
    rel_solutions_free (self);
    return NULL;
  }
  rel_solutions_modify (self);
  return self;
}

void
rel_solutions_free (RelSolutions *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->variables->len; i++)
    rasqal_variable_set_value (g_ptr_array_index (self->variables, i), NULL);
  rasqal_free_evaluation_context (self->context);
  g_ptr_array_unref (self->solutions);
  g_ptr_array_unref (self->computed);
  g_ptr_array_unref (self->variables);
  g_hash_table_unref (self->slots);
  rel_arena_free (self->arena);
  g_free (self);
}

guint
rel_solutions_get_length (const RelSolutions *self)
{
  return self->solutions->len;
}

void
rel_solutions_bind (RelSolutions *self, guint i)
{
  rel_solutions_set (self, g_ptr_array_index (self->solutions, i));
}

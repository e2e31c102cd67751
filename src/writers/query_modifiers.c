/* ORDER BY, DISTINCT, LIMIT and OFFSET (SPARQL 1.1, 15 and 18.2.5). Cost: a sort of the solutions. */
#include "writers/query_modifiers.h"

#include <string.h>

gboolean
rel_literal_is_number (const rasqal_literal *literal)
{
  switch (literal->type) {
  case RASQAL_LITERAL_INTEGER:
  case RASQAL_LITERAL_INTEGER_SUBTYPE:
  case RASQAL_LITERAL_DECIMAL:
  case RASQAL_LITERAL_DOUBLE:
  case RASQAL_LITERAL_FLOAT:
    return TRUE;
  default:
    return FALSE;
  }
}

/* SPARQL 1.1, 15.1: unbound, then IRIs, then literals; numbers by value, all else by its characters. */
static gint
compare_values (rasqal_literal *a, rasqal_literal *b)
{
  gint rank_a = a == NULL ? 0 : a->type == RASQAL_LITERAL_URI ? 1 : 2;
  gint rank_b = b == NULL ? 0 : b->type == RASQAL_LITERAL_URI ? 1 : 2;

  if (rank_a != rank_b || a == NULL)
    return rank_a - rank_b;
  if (rel_literal_is_number (a) && rel_literal_is_number (b)) {
    gdouble x = g_ascii_strtod ((const gchar *) a->string, NULL), y = g_ascii_strtod ((const gchar *) b->string, NULL);

    return x < y ? -1 : x > y;
  }
  return strcmp ((const gchar *) rasqal_literal_as_string (a), (const gchar *) rasqal_literal_as_string (b));
}

typedef struct {
  RelSolution solution;
  rasqal_literal **keys; /* [n_keys] owned */
  guint number;          /* where it stood: keeps the order of equals */
} Sortable;

static gint
compare_sortables (gconstpointer a, gconstpointer b, gpointer query)
{
  const Sortable *x = a, *y = b;
  rasqal_expression *condition;

  for (gint i = 0; (condition = rasqal_query_get_order_condition (query, i)) != NULL; i++) {
    gint order = compare_values (x->keys[i], y->keys[i]);

    if (order != 0)
      return condition->op == RASQAL_EXPR_ORDER_COND_DESC ? -order : order;
  }
  return x->number < y->number ? -1 : 1;
}

static void
sort_solutions (RelSolutions *self)
{
  raptor_sequence *conditions = rasqal_query_get_order_conditions_sequence (self->query);
  guint n_keys = conditions != NULL ? (guint) raptor_sequence_size (conditions) : 0;
  g_autofree Sortable *sortables = g_new0 (Sortable, self->solutions->len + 1);

  if (n_keys == 0)
    return;
  for (guint i = 0; i < self->solutions->len; i++) {
    sortables[i] = (Sortable){ g_ptr_array_index (self->solutions, i), g_new0 (rasqal_literal *, n_keys), i };
    rel_solutions_set (self, sortables[i].solution);
    for (guint k = 0; k < n_keys; k++) {
      int failed = 0;
      rasqal_expression *condition = rasqal_query_get_order_condition (self->query, (gint) k);

      sortables[i].keys[k] = rasqal_expression_evaluate2 (condition->arg1, self->context, &failed);
    }
  }
  g_qsort_with_data (sortables, (gint) self->solutions->len, sizeof *sortables, compare_sortables, self->query);
  for (guint i = 0; i < self->solutions->len; i++) {
    self->solutions->pdata[i] = sortables[i].solution;
    for (guint k = 0; k < n_keys; k++)
      if (sortables[i].keys[k] != NULL)
        rasqal_free_literal (sortables[i].keys[k]);
    g_free (sortables[i].keys);
  }
}

/* (transfer full): what the row of the solution that is bound says. */
static gchar *
make_row_key (RelSolutions *self)
{
  GString *key = g_string_new (NULL);
  raptor_sequence *variables = rasqal_query_get_bound_variable_sequence (self->query);

  for (gint i = 0; variables != NULL && i < raptor_sequence_size (variables); i++) {
    rasqal_literal *value = rel_solutions_evaluate (self, raptor_sequence_get_at (variables, i));
    raptor_uri *datatype = value != NULL ? rasqal_literal_datatype (value) : NULL;

    g_string_append_printf (key, "%d%s%s%s",
                            value == NULL                       ? 0
                            : value->type == RASQAL_LITERAL_URI ? 1
                                                                : 2,
                            value != NULL ? (const gchar *) rasqal_literal_as_string (value) : "",
                            value != NULL && value->language != NULL ? value->language : "",
                            datatype != NULL ? (const gchar *) raptor_uri_as_string (datatype) : "");
    if (value != NULL)
      rasqal_free_literal (value);
  }
  return g_string_free (key, FALSE);
}

static void
drop_repetitions (RelSolutions *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_kept = 0;

  if (rasqal_query_get_distinct (self->query) == 0)
    return;
  for (guint i = 0; i < self->solutions->len; i++) {
    rel_solutions_bind (self, i);
    if (g_hash_table_add (seen, make_row_key (self)))
      self->solutions->pdata[n_kept++] = g_ptr_array_index (self->solutions, i);
  }
  g_ptr_array_set_size (self->solutions, (gint) n_kept);
}

static void
cut_to_limits (RelSolutions *self)
{
  gint offset = MAX (rasqal_query_get_offset (self->query), 0), limit = rasqal_query_get_limit (self->query);

  g_ptr_array_remove_range (self->solutions, 0, MIN ((guint) offset, self->solutions->len));
  if (limit >= 0 && self->solutions->len > (guint) limit)
    g_ptr_array_set_size (self->solutions, limit);
}

void
rel_solutions_modify (RelSolutions *self)
{
  sort_solutions (self);
  drop_repetitions (self);
  cut_to_limits (self);
}

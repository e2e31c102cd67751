/* What the facts of one proposition share: time, place, source, participants; and the putting down of each.
 *
 * Cost: the product of the nodes of subject and object, both bounded by MAX_NODES.
 */
#include <triples/fact_clause.h>

#include <string.h>

/* A list longer than this is an enumeration; beyond it, pairs would swamp the graph. */
#define MAX_NODES 16

GPtrArray *
rel_fact_clause_get_nodes (RelFactClause *clause, const RelArgument *argument)
{
  GPtrArray *nodes = g_ptr_array_new ();

  rel_drafts_collect_argument (clause->draft, clause->proposition->sentence, argument, nodes);
  if (nodes->len > MAX_NODES)
    g_ptr_array_set_size (nodes, MAX_NODES);
  return nodes;
}

void
rel_fact_clause_emit (RelFactClause *clause, const RelNode *subject, RelPredicateDraft predicate, const RelNode *object)
{
  RelFactDraft fact = clause->common;

  fact.subject = subject;
  fact.predicate = predicate;
  fact.object = object;
  rel_drafts_add (clause->draft, &fact);
  clause->n_made += subject != object;
}

void
rel_fact_clause_emit_all (RelFactClause *clause, const GPtrArray *subjects, RelPredicateDraft predicate,
                          const GPtrArray *objects)
{
  for (guint i = 0; i < subjects->len; i++)
    for (guint k = 0; k < objects->len; k++)
      rel_fact_clause_emit (clause, g_ptr_array_index (subjects, i), predicate, g_ptr_array_index (objects, k));
}

const RelArgument *
rel_fact_clause_find_argument (const RelProposition *proposition, RelRole role, const gchar *preposition)
{
  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];

    if (argument->role == role && (preposition == NULL || g_strcmp0 (argument->preposition, preposition) == 0))
      return argument;
  }
  return NULL;
}

static gboolean
is_actor (const RelNode *node)
{
  return g_strcmp0 (node->type, "Person") == 0 || g_strcmp0 (node->type, "Organization") == 0;
}

/* Who else takes part, beside the subject and object of each fact. */
static void
set_participants (RelFactClause *clause)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < clause->proposition->n_arguments; i++) {
    const RelArgument *argument = &clause->proposition->arguments[i];

    if (argument->role != REL_ROLE_INDIRECT && argument->role != REL_ROLE_OBLIQUE)
      continue;
    g_autoptr (GPtrArray) nodes = rel_fact_clause_get_nodes (clause, argument);
    for (guint k = 0; k < nodes->len; k++)
      if (is_actor (g_ptr_array_index (nodes, k)) && !g_ptr_array_find (all, g_ptr_array_index (nodes, k), NULL))
        g_ptr_array_add (all, g_ptr_array_index (nodes, k));
  }

  const RelNode **list = rel_arena_new_array (clause->draft->arena, const RelNode *, all->len + 1);

  for (guint i = 0; i < all->len; i++)
    list[i] = g_ptr_array_index (all, i);
  clause->common.participants = list;
  clause->common.n_participants = all->len;
}

static void
set_circumstances (RelFactClause *clause)
{
  const RelProposition *proposition = clause->proposition;

  clause->common.time = rel_drafts_find_time (clause->draft, proposition);
  if (clause->common.time == NULL)
    clause->common.relative_time = rel_drafts_find_relative_time (clause->draft, proposition);
  clause->common.place = rel_drafts_find_event_place (clause->draft, proposition);
  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];

    if (argument->role == REL_ROLE_PLACE && clause->common.place == NULL) {
      g_autoptr (GPtrArray) places = rel_fact_clause_get_nodes (clause, argument);
      if (places->len > 0 && ((const RelNode *) g_ptr_array_index (places, 0))->iri != NULL)
        clause->common.place = g_ptr_array_index (places, 0);
    }
  }
}

void
rel_fact_clause_set_context (RelFactClause *clause)
{
  set_circumstances (clause);
  clause->common.source = rel_drafts_find_proposition_source (clause->draft, clause->proposition);
  set_participants (clause);
}

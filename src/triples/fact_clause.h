/* One proposition while its facts are made: what they share, and how they are put down. */
#pragma once

#include <triples/fact_draft.h>

G_BEGIN_DECLS

typedef struct {
  RelFactDrafts *draft;
  const RelProposition *proposition;
  RelFactDraft common;       /* what all its facts share */
  RelPredicateDraft plain;   /* the predicate alone */
  const RelArgument *object; /* (nullable) first argument with that role */
  GPtrArray *subjects;       /* of RelNode */
  guint n_made;
} RelFactClause;

/* (transfer full): what @argument stands for, at most a bounded number of nodes. */
GPtrArray *rel_fact_clause_get_nodes (RelFactClause *clause, const RelArgument *argument);

/* Puts down a fact with all that the clause's facts share; @object may be NULL. */
void rel_fact_clause_emit (RelFactClause *clause, const RelNode *subject, RelPredicateDraft predicate,
                           const RelNode *object);
/* The same for each pair. */
void rel_fact_clause_emit_all (RelFactClause *clause, const GPtrArray *subjects, RelPredicateDraft predicate,
                               const GPtrArray *objects);

/* The first argument with that role and preposition (NULL: any); NULL: none. */
const RelArgument *rel_fact_clause_find_argument (const RelProposition *proposition, RelRole role,
                                                  const gchar *preposition);

/* Fills clause->common with time, place, source and further participants. */
void rel_fact_clause_set_context (RelFactClause *clause);

/* modifier_facts.c */

/* (transfer full): the nodes of the phrase headed by @head and of those coordinated with it. */
GPtrArray *rel_fact_clause_get_phrase_nodes (RelFactClause *clause, gint32 head);

/* What stands behind the object's noun, which must be one: of a verb, of a copula. */
void rel_fact_clause_add_object_modifiers (RelFactClause *clause);
void rel_fact_clause_add_description_modifiers (RelFactClause *clause);
/* All facts of a possessive: "Meloni's daughter". */
void rel_fact_clause_add_possessive (RelFactClause *clause);

G_END_DECLS

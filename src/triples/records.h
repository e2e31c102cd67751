/* The tables under a RelGraph: nodes, predicates and facts by what makes them the same. */
#pragma once

#include <triples/fact_draft.h>

G_BEGIN_DECLS

/* A set of strings that comes out sorted. */
typedef GHashTable RelStringSet;

typedef struct {
  RelNode node; /* aliases and links are set by rel_node_record_close() */
  const gchar *key;
  RelStringSet *aliases, *links;
  gboolean used; /* by a fact that is shown */
} RelNodeRecord;

typedef struct {
  RelPredicate predicate; /* forms are set by rel_predicate_record_close() */
  RelStringSet *forms;
  guint rank; /* of the label */
  gboolean used;
} RelPredicateRecord;

typedef struct {
  RelFact fact; /* pointers to nodes, predicate and evidence are set when the graph is shown */
  RelNodeRecord *subject, *object, *source, *place;
  RelPredicateRecord *predicate;
  GPtrArray *participants; /* of RelNodeRecord */
  GArray *evidence;        /* of RelEvidence */
} RelFactRecord;

typedef struct {
  RelArena *arena; /* strings and records */
  const RelLexicon *lexicon;
  const gchar *base;
  GHashTable *nodes;      /* key → RelNodeRecord */
  GHashTable *predicates; /* IRI → RelPredicateRecord */
  GHashTable *facts;      /* IRI → RelFactRecord */
} RelRecords;

RelRecords *rel_records_new (const RelLexicon *lexicon, const gchar *base);
void rel_records_free (RelRecords *self);

/* The record of @node, made or brought up to date; NULL for NULL. */
RelNodeRecord *rel_records_intern_node (RelRecords *self, const RelNode *node);
RelPredicateRecord *rel_records_intern_predicate (RelRecords *self, const RelPredicateDraft *predicate,
                                                  const RelNode *object);

/* Adds @draft to its fact, made if new, with one more piece of evidence. */
void rel_records_add (RelRecords *self, const RelFactDraft *draft, const RelEvidence *evidence);

/* Makes the arrays of the public structs, in @arena, and sorted. */
void rel_node_record_close (RelNodeRecord *self, RelArena *arena);
void rel_predicate_record_close (RelPredicateRecord *self, RelArena *arena);
void rel_fact_record_close (RelFactRecord *self, RelArena *arena);

G_END_DECLS

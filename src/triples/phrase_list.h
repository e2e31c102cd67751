/* All the phrases of a sentence that could be an end of a fact, each with the label that its node would have.
 *
 * Unlike propositions, frames learned from examples may tie any two phrases: "drama film" inside "a 1999 American drama film".
 */
#pragma once

#include <triples/fact_draft.h>

G_BEGIN_DECLS

typedef struct {
  gint32 first, end; /* tokens [first, end) */
  gint32 head;       /* the one whose head is outside */
  const gchar *label;
  const gchar *shape;        /* what kind of phrase: "person", "time", "title", "noun", ... */
  const RelMention *mention; /* (nullable) */
} RelPhrase;

/* (transfer full) (element-type RelPhrase): in the order of their tokens, longer first; labels do not repeat. */
GArray *rel_drafts_list_phrases (RelFactDrafts *self, guint32 sentence);

/* Adds the words that read like one of @values (keys in lower case) and are no phrase yet. */
void rel_phrases_add_values (RelFactDrafts *self, const RelTree *tree, GArray *phrases, GHashTable *values);

/* Index of the phrase that the sentence is about, its subject; -1: none. @shapes (nullable): shape → gfloat, how often a phrase of
 * that shape is the name of what it names. */
gint rel_phrases_find_topic (const GArray *phrases, const RelTree *tree, GHashTable *shapes);
/* Index of the phrase around token @head that names it best; -1: none. */
gint rel_phrases_find_head (const GArray *phrases, gint32 head, GHashTable *shapes);
/* Whether a phrase of its shape can be the name of a thing. */
gboolean rel_phrase_can_name (const RelPhrase *phrase);

/* The node of @phrase; (nullable). */
const RelNode *rel_drafts_get_phrase_node (RelFactDrafts *self, guint32 sentence, const RelPhrase *phrase);

G_END_DECLS

/* A proposition while it is being put together. */
#pragma once

#include <semantics/argument_phrase.h>

G_BEGIN_DECLS

#define REL_DRAFT_MAX_ARGUMENTS 16 /* more are left out: nobody reads them */
#define REL_DRAFT_MAX_RELATION 48

typedef struct {
  const gchar *rule;
  gint32 predicate;
  gint32 relation[REL_DRAFT_MAX_RELATION]; /* [n_relation] tokens in any order, perhaps repeated */
  guint n_relation;
  RelTokenList tail; /* prepositions of the object, behind all other words of the relation wherever they stand */
  const gchar *relation_text; /* (nullable): with supplied words; NULL: that of the tokens */
  const gchar *lemma;
  RelArgument arguments[REL_DRAFT_MAX_ARGUMENTS]; /* [n_arguments] subject first */
  gint32 case_heads[REL_DRAFT_MAX_ARGUMENTS]; /* [n_arguments] token whose prepositions are the argument's: its head, or
                                                     the relative pronoun that stands for it */
  guint n_arguments;
  gboolean passive;
  gboolean inferred;
  RelMood mood;
} RelDraft;

/* A draft of @rule about @predicate with the mood of that token. */
RelDraft rel_draft_new (const RelView *view, const gchar *rule, gint32 predicate);

void rel_draft_add_word (RelDraft *self, gint32 token);
void rel_draft_remove_word (RelDraft *self, gint32 token);
void rel_draft_add_words (RelDraft *self, RelTokenList words);
void rel_draft_add_argument (RelDraft *self, RelArgument argument);

/* Adds the proposition to view->found: subject first, the object second, the rest in text order. A draft whose subject has
 * no text, or that has neither object nor relation, is dropped. */
void rel_draft_finish (RelView *view, const RelDraft *self);

G_END_DECLS

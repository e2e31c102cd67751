/* The arguments of a predicate: children in, roles and phrases out. */
#pragma once

#include <semantics/argument_role.h>
#include <semantics/verb_group.h>

G_BEGIN_DECLS

/* Cuts of subjects and objects, chosen on CaRB's development data: relative clauses and appositions of the subject have
 * propositions of their own. */
#define REL_SUBJECT_CUTS (REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION | REL_PHRASE_KEEP_NAME)
#define REL_OBJECT_CUTS REL_SUBJECT_CUTS

/* A time that the parser hung on the name before the verb: "Lee on Monday met", -1: none. */
gint32 rel_view_find_stray_time (const RelView *view, gint32 subject);

/* Adds the subject, and a stray time as an argument of its own. */
void rel_draft_add_subject (RelView *view, RelDraft *draft, gint32 subject, guint cuts);

/* Adds the arguments of all predicates of @chain to @draft, subject aside. */
void rel_verb_chain_add_arguments (RelView *view, const RelVerbChain *chain, RelDraft *draft);

/* Puts the object at the second place, or moves the preposition of the first phrase behind the verb to the end of the
 * relation: "led to | the river". Adds that preposition to the lemma. */
void rel_draft_settle_object (RelView *view, RelDraft *draft);

G_END_DECLS

/* The words of a relation: a predicate in, its chain of verbs ("agreed to deepen") with their auxiliaries out. */
#pragma once

#include <semantics/draft.h>

G_BEGIN_DECLS

#define REL_CHAIN_MAX 8 /* "is said to have been about to agree to try to help to win" is long enough */

/* Predicates that share one subject, each the open complement of the one before; the last one has the objects. */
typedef struct {
  gint32 predicates[REL_CHAIN_MAX]; /* [n] outermost first */
  guint n;
} RelVerbChain;

/* Whether the open complement @child is read as part of its governor's relation: "agreed to deepen", "began building", but
 * not "asked her to come". */
gboolean rel_verb_chain_takes (const RelView *view, gint32 child);

/* The chain that ends in @leaf. */
RelVerbChain rel_verb_chain_new (const RelView *view, gint32 leaf);

/* Adds the words of the chain to the relation of @draft: auxiliaries, negation, adverbs before the verb, particles, "to". */
void rel_verb_chain_add_words (const RelView *view, const RelVerbChain *chain, RelDraft *draft);

/* The normal form: "agree to deepen"; verbs that only carry modality, time or polarity are left out. */
const gchar *rel_verb_chain_to_lemma (RelView *view, const RelVerbChain *chain);

/* What is claimed of the whole chain: of its last verb, but of the one above it where that is a commitment: "agreed to
 * build" is a fact. */
RelMood rel_verb_chain_get_mood (const RelView *view, const RelVerbChain *chain);

/* The adverbs that stand before their verb inside its group, or right before it. */
gboolean rel_verb_takes_adverb (const RelView *view, gint32 verb, gint32 adverb);

gboolean rel_verb_is_passive (const RelView *view, gint32 verb);

G_END_DECLS

/* What somebody is to something: "president of", "daughter of", "member of". */
#pragma once

#include <semantics/draft.h>

G_BEGIN_DECLS

/**
 * rel_add_role:
 * @base: a draft that says that its subject is a noun phrase: its object, whose relation ("is", "was") begins that of the
 *   new proposition
 * @role: head of that noun phrase, "president" in "the president of Italy" or "Italy's president"
 *
 * Adds "Meloni is president of Italy" when the role is tied to something by a preposition, a possessor or a demonym.
 */
void rel_add_role (RelView *view, const RelDraft *base, gint32 role);

G_END_DECLS

/* What somebody is to something: "president of", "daughter of", "member of". */
#pragma once

#include <semantics/draft.h>

G_BEGIN_DECLS

/**
 * rel_add_role:
 * @who: head of the phrase that has the role
 * @role: head of the noun phrase that names it, "president" in "the president of Italy" or "Italy's president"
 * @base: the proposition that says that @who is @role: its relation ("is", "was") begins that of the new one
 *
 * Adds "@who is president of Italy" when the role is tied to something by a preposition, a possessor or a demonym.
 */
void rel_add_role (RelView *view, gint32 who, gint32 role, const RelDraft *base);

G_END_DECLS

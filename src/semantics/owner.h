/* Who a possessor is. */
#pragma once

#include <semantics/argument_phrase.h>

G_BEGIN_DECLS

/**
 * rel_owner_to_argument:
 * @token: head of a possessor: "Meloni" in "Meloni's daughter", "her" in "her daughter"
 * @having: (out): the form of "have" that goes with it
 *
 * The possessor as a subject. A pronoun gives way to a noun phrase of the same sentence that means the same, and else
 * becomes its subject form: "she".
 */
RelArgument rel_owner_to_argument (RelView *view, gint32 token, const gchar **having);

G_END_DECLS

/* The extent of a noun phrase around its head. */
#pragma once

#include <relata/parse.h>

G_BEGIN_DECLS

/* Tokens [*first, *end) of the phrase of @head: one piece, without preposition, coordinated phrases, apposition, clauses
 * and what stands in brackets or behind a comma. */
void rel_phrase_measure (const RelTree *tree, gint32 head, gint32 *first, gint32 *end);

/* The child of @head that @token is below or is; @head itself for @head; -1: @token is not below @head. */
gint32 rel_phrase_get_branch (const RelTree *tree, gint32 token, gint32 head);

G_END_DECLS

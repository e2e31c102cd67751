/* The role of a phrase or clause in its clause: head and preposition in, time, place, cause, … out. */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

/* Whether the phrase of @head names a time, a place. */
gboolean rel_view_is_time (const RelView *view, gint32 head);
gboolean rel_view_is_place (const RelView *view, gint32 head);

/* Whether one of the prepositions of @head is of one of @classes. */
gboolean rel_view_has_case (const RelView *view, gint32 head, RelWordClasses classes);

/* The role of a phrase with a preposition (nullable) in a clause, by the type of its head and by the lexicon. */
RelRole rel_argument_find_role (const RelView *view, gint32 head, const gchar *preposition);

/* The role of an adverbial clause, by its marker; @marker (out): that word, -1: none. */
RelRole rel_clause_find_role (const RelView *view, gint32 clause, gint32 *marker);

G_END_DECLS

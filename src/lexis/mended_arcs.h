/* Arcs that the network gets wrong, put right where the words leave no doubt. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* "President X and Prime Minister Y": names side by side are taken for one thing (appos) even with an "and" between them; they
 * are coordinated. @tokens: [n] of one piece of a sentence, tokens[0] its token @offset. */
void rel_arcs_join_coordinations (RelToken *tokens, guint n, gint32 offset);

/* "Countryman Lawrence Cherono won": a verb has no two subjects or objects side by side; the first one describes the name behind it. */
void rel_arcs_join_descriptions (RelToken *tokens, guint n, gint32 offset);

/* "reported the quake occurred at night": what stands before a finite clause without a subject, and has a role in it, is its
 * subject, not the object of the verb before. Needs roles. */
void rel_arcs_raise_subjects (RelToken *tokens, guint n, gint32 offset);

G_END_DECLS

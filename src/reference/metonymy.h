/* Capitals that stand for states. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

/* IRI of the state that the capital with its head at token @head stands for there; NULL: it is the city. */
const gchar *rel_metonymy_find_state (const RelDiscourse *self, guint32 sentence, gint32 head, const gchar *capital);

G_END_DECLS

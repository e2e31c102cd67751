/* What a name names, and of which type that is. */
#pragma once

#include <reference/name_phrase.h>

G_BEGIN_DECLS

/* Whether the word at token @i is that of a people: "Italians", "South Koreans". */
gboolean rel_name_is_people (const RelDiscourse *self, const RelTree *tree, gint32 i);

/* IRI of the place or organization that @name, which reads @text and has its head at @head, stands for there; NULL: none. */
const gchar *rel_name_choose_resource (const RelDiscourse *self, guint32 sentence, gint32 head, const gchar *text,
                                       const RelNamePhrase *name);

/* The type of what @referent, a mention with @name and perhaps a resource, names. */
RelEntityType rel_name_get_type (const RelDiscourse *self, const RelTree *tree, const RelReferent *referent,
                                 const RelNamePhrase *name);

G_END_DECLS

/* Names and entity types from the MISC items "Entity=" of the GUM corpus, for training. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Sets name, name_begins and etype of all tokens of @document, whose MISC fields are @misc [n_tokens]. FALSE when no
 * token has an Entity= item: then nothing is known of names. */
gboolean rel_gum_entities_annotate (RelDocument *document, const gchar *const *misc);

G_END_DECLS

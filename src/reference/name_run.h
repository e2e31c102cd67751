/* The words of a name, with title and without; and questions to the word lists of ontology/ that decide about them. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

/* Tokens [*first, *end) of the tagged name around @token, without article and punctuation at the ends. */
void rel_name_run_get_tagged (const RelDiscourse *self, const RelTree *tree, gint32 token, gint32 *first, gint32 *end);

/* The same for a proper noun without tag. */
void rel_name_run_get_untagged (const RelDiscourse *self, const RelTree *tree, gint32 head, gint32 *first, gint32 *end);

/* (transfer full): the words of tokens [first, end), parted as the text parts them. */
gchar *rel_name_run_join (const RelToken *tokens, gint32 first, gint32 end);

gboolean rel_name_is_given (const RelDiscourse *self, const gchar *form); /* "Giorgia" */
gboolean rel_name_is_surname (const RelDiscourse *self, const RelTree *tree, gint32 token);
gboolean rel_name_is_common_noun (const RelDiscourse *self, const gchar *form); /* "Peninsula" */

G_END_DECLS

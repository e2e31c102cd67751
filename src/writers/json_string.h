/* Strings as JSON writes them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @string, UTF-8, in quotation marks; only what JSON must escape is escaped. */
void rel_json_append_string (GString *text, const gchar *string);

G_END_DECLS

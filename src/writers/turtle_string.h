/* Strings between quotation marks, as Turtle and SPARQL write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the escape of @c where it may not stand as it is; FALSE, and nothing appended, where it may. */
gboolean rel_turtle_append_escape (GString *text, gchar c);

G_END_DECLS

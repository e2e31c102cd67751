/* Escapes of Turtle (RDF 1.1 Turtle, section 6.4); see turtle_string.h. */
#include "writers/turtle_string.h"

gboolean
rel_turtle_append_escape (GString *text, gchar c)
{
  switch (c) {
  case '\t':
    g_string_append (text, "\\t");
    return TRUE;
  case '\n':
    g_string_append (text, "\\n");
    return TRUE;
  case '\r':
    g_string_append (text, "\\r");
    return TRUE;
  case '"':
  case '\\':
    g_string_append_printf (text, "\\%c", c);
    return TRUE;
  default:
    return FALSE;
  }
}

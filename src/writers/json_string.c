/* Strings as JSON writes them (RFC 8259, section 7). json-glib builds a tree of a whole file before it writes a byte, which
 * a graph of millions of triples has no room for. */
#include "writers/json_string.h"

static void
append_control (GString *text, gchar c)
{
  switch (c) {
  case '\n':
    g_string_append (text, "\\n");
    break;
  case '\r':
    g_string_append (text, "\\r");
    break;
  case '\t':
    g_string_append (text, "\\t");
    break;
  default:
    g_string_append_printf (text, "\\u%04x", (guint) (guchar) c);
  }
}

void
rel_json_append_string (GString *text, const gchar *string)
{
  const gchar *start = string;

  g_string_append_c (text, '"');
  for (const gchar *p = string; *p != '\0'; p++) {
    gboolean is_control = (guchar) *p < 0x20 || *p == 0x7f;

    if (!is_control && *p != '"' && *p != '\\')
      continue;
    g_string_append_len (text, start, p - start);
    if (is_control)
      append_control (text, *p);
    else
      g_string_append_printf (text, "\\%c", *p);
    start = p + 1;
  }
  g_string_append (text, start);
  g_string_append_c (text, '"');
}

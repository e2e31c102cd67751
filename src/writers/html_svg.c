/* SVG of Graphviz to SVG inside HTML. What goes: the XML prolog, which HTML does not know; comments and titles, which
 * repeat the names of nodes; and the families of fonts, which the page names once. One pass over the bytes. */
#include "writers/html_page.h"

#include <string.h>

static const struct {
  const gchar *start, *end;
} dropped[] = {
  { "<!--", "-->" },
  { "<title>", "</title>" },
  { " font-family=\"", "\"" },
};

/* The end of what is dropped at @p, NULL: nothing is. */
static const gchar *
skip_dropped (const gchar *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (g_str_has_prefix (p, dropped[i].start)) {
      const gchar *end = strstr (p + strlen (dropped[i].start), dropped[i].end);

      return end != NULL ? end + strlen (dropped[i].end) : p + strlen (p);
    }
  return NULL;
}

gchar *
rel_html_svg_new (GBytes *svg)
{
  gsize n_bytes = 0;
  const gchar *bytes = g_bytes_get_data (svg, &n_bytes);
  g_autofree gchar *text = g_strndup (bytes, n_bytes);
  const gchar *p = strstr (text, "<svg");
  GString *kept = g_string_sized_new (n_bytes);

  while (p != NULL && *p != '\0') {
    const gchar *after = *p == '<' || *p == ' ' ? skip_dropped (p) : NULL;

    if (after != NULL)
      p = after;
    else
      g_string_append_c (kept, *p++);
  }
  return g_string_free (kept, FALSE);
}

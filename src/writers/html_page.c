/* The page: the template of src/writers/page with style, picture, data and script in their places.
 *
 * Nothing is loaded from anywhere, and the page says so itself (Content-Security-Policy): the only script and style that
 * a browser runs are those whose SHA-256 the page names, so that a label that got past the escaping stays text.
 */
#include "writers/html_page.h"
#include "writers/drawing_text.h"

#include <string.h>

#define FOLDER "/relata/page/"

/* Made of src/writers/page by glib-compile-resources; see Makefile. */
GResource *rel_page_get_resource (void);

/* Parts of the script, in the order in which they need each other. */
static const gchar *const scripts[] = { "data.js", "view.js", "evidence.js", "filter.js", "finder.js", "page.js" };

static void
append_asset (GString *text, const gchar *name)
{
  g_autofree gchar *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (rel_page_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* The rule that turns one colour of the picture into that of the other theme. */
static void
append_color (GString *style, const gchar *theme, const gchar *from, const gchar *to)
{
  static const gchar *const properties[] = { "fill", "stroke" };

  if (g_ascii_strcasecmp (from, to) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_string_append_printf (style, ":root[data-theme=%s] svg [%s=\"%s\" i]{%s:%s}\n", theme, properties[i], from,
                            properties[i], to);
}

/* What makes the picture, drawn in the colours of its theme, look like @other. */
static void
append_other_theme (GString *style, const RelPicture *picture, const RelTheme *other, const GArray *legend)
{
  const RelTheme *theme = picture->theme;

  append_color (style, other->name, theme->background, other->background);
  append_color (style, other->name, theme->ink, other->ink);
  append_color (style, other->name, theme->quiet, other->quiet);
  for (guint i = 0; i < REL_N_LINE_STYLES; i++) {
    append_color (style, other->name, theme->lines[i].color, other->lines[i].color);
    append_color (style, other->name, theme->lines[i].text, other->lines[i].text);
  }
  for (guint i = 0; i < legend->len; i++) {
    const RelNodeLook *from = g_array_index (picture->legend, RelLegendEntry, i).look;
    const RelNodeLook *to = g_array_index (legend, RelLegendEntry, i).look;

    append_color (style, other->name, from->fill, to->fill);
    append_color (style, other->name, from->border, to->border);
  }
  if (g_str_equal (theme->background, "#FFFFFF")) /* of which Graphviz writes the name */
    append_color (style, other->name, "white", other->background);
}

/* A page can be light or dark unless its colours were chosen by hand. */
static gboolean
has_themes (const RelPicture *picture)
{
  return !picture->theme->is_changed && !g_str_equal (picture->theme->name, "print");
}

static gchar *
make_style (const RelPicture *picture)
{
  GString *style = g_string_new (NULL);

  append_asset (style, "page.css");
  if (has_themes (picture)) {
    gboolean is_dark = g_str_equal (picture->theme->name, "dark");
    g_autoptr (RelTheme) other = rel_theme_new (is_dark ? "light" : "dark");
    g_autoptr (GArray) legend = rel_legend_new (picture->drawing, picture->selection, other);

    append_other_theme (style, picture, other, legend);
  } else
    g_string_append_printf (style, "#stage{background:%s}#stage .veil{fill:%s}\n", picture->theme->background,
                            picture->theme->background);
  return g_string_free (style, FALSE);
}

static gchar *
make_script (void)
{
  GString *script = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    append_asset (script, scripts[i]);
  return g_string_free (script, FALSE);
}

static gchar *
hash (const gchar *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n_digest = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &n_digest);
  return g_base64_encode (digest, n_digest);
}

static gchar *
make_policy (const gchar *style, const gchar *script)
{
  g_autofree gchar *style_hash = hash (style), *script_hash = hash (script);

  return g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; img-src data:; "
                          "base-uri 'none'; form-action 'none'",
                          style_hash, script_hash);
}

/* What stands for @NAME@ in the template. */
typedef struct {
  const gchar *name;
  const gchar *value;
} Slot;

/* The template with the slots filled in one pass, so that nothing in a value is taken for a slot. */
static GBytes *
fill_template (const Slot *slots, gsize n_slots)
{
  g_autoptr (GString) template = g_string_new (NULL);
  GString *page = g_string_new (NULL);

  append_asset (template, "page.html");
  for (const gchar *p = template->str; *p != '\0';) {
    gsize i = 0;

    while (i < n_slots && !g_str_has_prefix (p, slots[i].name))
      i++;
    if (i < n_slots) {
      g_string_append (page, slots[i].value);
      p += strlen (slots[i].name);
    } else
      g_string_append_c (page, *p++);
  }
  return g_string_free_to_bytes (page);
}

static gchar *
make_remark (const RelPicture *picture)
{
  g_autofree gchar *omissions = rel_dot_tell_omissions (picture);
  g_autofree gchar *text = NULL;

  if (picture->selection->n_nodes == 0)
    return g_strdup ("The graph has nothing to draw.");
  text = g_strdup_printf ("%s%s%s", omissions != NULL ? omissions : "", picture->filter != NULL ? " " : "",
                          picture->filter != NULL ? picture->filter : "");
  return g_markup_escape_text (text, -1);
}

GBytes *
rel_html_page_new (const RelPicture *picture, GBytes *svg)
{
  g_autofree gchar *clean = picture->title != NULL ? rel_drawing_text_clean (picture->title) : NULL;
  g_autofree gchar *title = g_markup_escape_text (clean != NULL && *clean != '\0' ? clean : "Knowledge graph", -1);
  g_autofree gchar *style = make_style (picture), *script = make_script ();
  g_autofree gchar *policy = make_policy (style, script);
  g_autofree gchar *data = rel_html_data_new (picture, has_themes (picture));
  g_autofree gchar *inline_svg = rel_html_svg_new (svg), *remark = make_remark (picture);
  const Slot slots[] = {
    { "@THEME@", g_str_equal (picture->theme->name, "dark") ? "dark" : "light" },
    { "@POLICY@", policy },
    { "@VERSION@", REL_VERSION },
    { "@TITLE@", title },
    { "@STYLE@", style },
    { "@PICTURE@", inline_svg },
    { "@REMARK@", remark },
    { "@DATA@", data },
    { "@SCRIPT@", script },
  };

  return fill_template (slots, G_N_ELEMENTS (slots));
}

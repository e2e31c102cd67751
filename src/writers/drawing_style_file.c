/* A style file: a GKeyFile that changes colours, shapes, lines and font of a theme.
 *
 *   [picture]            background text quiet font
 *   [type Person]        fill border shape          by name in the legend or IRI of the class
 *   [line stated]        color text style           stated, reported, planned, denied
 *
 * Values are checked against what a theme can mean: colours are #RRGGBB, shapes and line styles come from short lists, a
 * font is names of families. Nothing in it can name another file. What has too little contrast is drawn, with a remark.
 */
#include "writers/drawing_theme.h"

#include <string.h>

#define MIN_CONTRAST 4.5 /* WCAG 2.2, 1.4.3, level AA */

static const gchar *const shapes[]
  = { "box",   "ellipse", "oval", "circle", "hexagon", "octagon", "diamond",   "note",    "tab", "component",
      "box3d", "folder",  "cds",  "house",  "rect",    "plain",   "underline", "rounded", NULL };
static const gchar *const line_styles[] = { "solid", "dashed", "dotted", "bold", NULL };

/* In the order of RelLineStyle. */
static const gchar *const line_names[] = { "stated", "reported", "planned", "denied", NULL };

typedef struct {
  RelTheme *theme;
  GKeyFile *file;
  const gchar *path;
} StyleFile;

static gboolean
refuse (const StyleFile *self, GError **error, const gchar *group, const gchar *key, const gchar *advice)
{
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: [%s]%s%s: %s", self->path, group, key != NULL ? " " : "",
               key != NULL ? key : "", advice);
  return FALSE;
}

static gboolean
is_color (const gchar *value)
{
  return rel_color_contrast (value, "#000000") > 0;
}

static gboolean
is_shape (const gchar *value)
{
  return g_strv_contains (shapes, value);
}

static gboolean
is_line_style (const gchar *value)
{
  return g_strv_contains (line_styles, value);
}

/* Families of fonts: letters, digits, blanks, commas, hyphens. */
static gboolean
is_font (const gchar *value)
{
  for (const gchar *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && strchr (" ,-", *p) == NULL)
      return FALSE;
  return *value != '\0';
}

/* What a group may set, and where it goes. */
typedef struct {
  const gchar *key;
  const gchar **target;
  gboolean (*check) (const gchar *value);
  const gchar *advice;
} Setting;

#define COLOR_ADVICE "no colour; write it as #RRGGBB"
#define SHAPE_ADVICE "no shape; choose box, rounded, ellipse, hexagon, octagon, diamond, note, tab, folder or component"

static gboolean
read_group (StyleFile *self, const gchar *group, const Setting *settings, gsize n_settings, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree gchar *value = g_key_file_get_string (self->file, group, keys[i], NULL);
    gsize k = 0;

    while (k < n_settings && !g_str_equal (keys[i], settings[k].key))
      k++;
    if (k == n_settings)
      return refuse (self, error, group, keys[i], "no such setting; see relata(1), \"Style files\"");
    if (value == NULL || !settings[k].check (value))
      return refuse (self, error, group, keys[i], settings[k].advice);
    *settings[k].target = g_string_chunk_insert_const (self->theme->strings, value);
  }
  return TRUE;
}

static gboolean
read_picture (StyleFile *self, const gchar *group, GError **error)
{
  const Setting settings[] = {
    { "background", &self->theme->background, is_color, COLOR_ADVICE },
    { "text", &self->theme->ink, is_color, COLOR_ADVICE },
    { "quiet", &self->theme->quiet, is_color, COLOR_ADVICE },
    { "font", &self->theme->font, is_font, "no names of fonts; separate them by commas" },
  };

  return read_group (self, group, settings, G_N_ELEMENTS (settings), error);
}

static gboolean
read_type (StyleFile *self, const gchar *group, const gchar *type, GError **error)
{
  RelTypeLook entry = { g_string_chunk_insert_const (self->theme->strings, type), self->theme->looks[REL_LOOK_GREY] };
  const Setting settings[] = {
    { "fill", &entry.look.fill, is_color, COLOR_ADVICE },
    { "border", &entry.look.border, is_color, COLOR_ADVICE },
    { "shape", &entry.look.shape, is_shape, SHAPE_ADVICE },
  };

  entry.look.style = "filled";
  entry.look.told = NULL;
  if (!read_group (self, group, settings, G_N_ELEMENTS (settings), error))
    return FALSE;
  if (g_str_equal (entry.look.shape, "rounded"))
    entry.look.shape = "box", entry.look.style = "filled,rounded";
  g_array_append_val (self->theme->types, entry);
  return TRUE;
}

static gboolean
read_line (StyleFile *self, const gchar *group, const gchar *name, GError **error)
{
  guint style = 0;

  while (line_names[style] != NULL && !g_str_equal (line_names[style], name))
    style++;
  if (line_names[style] == NULL)
    return refuse (self, error, group, NULL, "no such line; choose stated, reported, planned or denied");

  RelLineLook *look = &self->theme->lines[style];
  const Setting settings[] = {
    { "color", &look->color, is_color, COLOR_ADVICE },
    { "text", &look->text, is_color, COLOR_ADVICE },
    { "style", &look->style, is_line_style, "no style of lines; choose solid, dashed, dotted or bold" },
  };
  return read_group (self, group, settings, G_N_ELEMENTS (settings), error);
}

static gboolean
read_any_group (StyleFile *self, const gchar *group, GError **error)
{
  if (g_str_equal (group, "picture"))
    return read_picture (self, group, error);
  if (g_str_has_prefix (group, "type ") && group[strlen ("type ")] != '\0')
    return read_type (self, group, group + strlen ("type "), error);
  if (g_str_has_prefix (group, "line "))
    return read_line (self, group, group + strlen ("line "), error);
  return refuse (self, error, group, NULL, "no such group; there are [picture], [type NAME] and [line NAME]");
}

static void
remark_on (GString *remarks, const gchar *path, const gchar *what, const gchar *text, const gchar *ground)
{
  gdouble contrast = rel_color_contrast (text, ground);

  if (contrast < MIN_CONTRAST)
    g_string_append_printf (remarks, "%s%s: %s: text %s on %s has a contrast of %.1f; from 4.5 it is easy to read",
                            remarks->len > 0 ? "\n" : "", path, what, text, ground, contrast);
}

static void
check_contrast (const RelTheme *theme, const gchar *path, GString *remarks)
{
  remark_on (remarks, path, "[picture]", theme->ink, theme->background);
  remark_on (remarks, path, "[picture] quiet", theme->quiet, theme->background);
  for (guint i = 0; i < REL_N_LINE_STYLES; i++)
    remark_on (remarks, path, line_names[i], theme->lines[i].text, theme->background);
  for (guint i = 0; i < theme->types->len; i++) {
    const RelTypeLook *entry = &g_array_index (theme->types, RelTypeLook, i);

    remark_on (remarks, path, entry->type, theme->ink, entry->look.fill);
  }
}

gboolean
rel_theme_load (RelTheme *self, const gchar *path, GString *remarks, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  g_auto (GStrv) groups = NULL;
  StyleFile style = { self, file, path };

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &reason)) {
    g_set_error (error, REL_ERROR, reason->domain == G_KEY_FILE_ERROR ? REL_ERROR_FORMAT : REL_ERROR_IO,
                 "%s: no style file can be read: %s", path, reason->message);
    return FALSE;
  }
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_any_group (&style, groups[i], error))
      return FALSE;
  self->is_changed = groups[0] != NULL;
  check_contrast (self, path, remarks);
  return TRUE;
}

/* Themes can be read, and style files change them or say why not. */
#include <glib/gstdio.h>
#include <string.h>
#include <relata/relata.h>
#include <writers/drawing_theme.h>

#define EASY_TO_READ 4.5 /* WCAG 2.2, 1.4.3 */
#define EASY_TO_SEE 3.0  /* WCAG 2.2, 1.4.11, for lines and borders */

static void
assert_contrast (const gchar *theme, const gchar *a, const gchar *b, gdouble least)
{
  if (rel_color_contrast (a, b) < least)
    g_error ("%s: %s on %s has a contrast of %.2f", theme, a, b, rel_color_contrast (a, b));
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (rel_color_contrast ("#000000", "#FFFFFF"), 21.0, 0.01);
  g_assert_cmpfloat (rel_color_contrast ("red", "#FFFFFF"), ==, 0);
  for (guint i = 0; rel_theme_names[i] != NULL; i++) {
    g_autoptr (RelTheme) theme = rel_theme_new (rel_theme_names[i]);

    assert_contrast (theme->name, theme->ink, theme->background, EASY_TO_READ);
    assert_contrast (theme->name, theme->quiet, theme->background, EASY_TO_READ);
    for (guint k = 0; k < REL_N_LINE_STYLES; k++) {
      assert_contrast (theme->name, theme->lines[k].text, theme->background, EASY_TO_READ);
      assert_contrast (theme->name, theme->lines[k].color, theme->background, EASY_TO_SEE);
      for (guint n = 0; n < REL_N_LOOKS; n++) /* what is denied of a thing stands in it */
        assert_contrast (theme->name, theme->lines[k].text, theme->looks[n].fill, EASY_TO_READ);
    }
    for (guint n = 0; n < REL_N_LOOKS; n++) {
      assert_contrast (theme->name, theme->ink, theme->looks[n].fill, EASY_TO_READ);
      assert_contrast (theme->name, theme->quiet, theme->looks[n].fill, EASY_TO_READ);
      assert_contrast (theme->name, theme->looks[n].border, theme->background, EASY_TO_SEE);
    }
  }
}

/* Loads @text as a style file over the light theme. */
static RelTheme *
load (const gchar *text, GString *remarks, GError **error)
{
  g_autofree gchar *path = NULL;
  g_autoptr (RelTheme) theme = rel_theme_new (NULL);
  gint fd = g_file_open_tmp ("relata-style-XXXXXX", &path, NULL);
  gboolean loaded;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  loaded = rel_theme_load (theme, path, remarks, error);
  g_unlink (path);
  return loaded ? g_steal_pointer (&theme) : NULL;
}

static void
test_style_file (void)
{
  g_autoptr (GString) remarks = g_string_new (NULL);
  g_autoptr (RelTheme) theme
    = load ("[picture]\nbackground=#FFFFF0\nfont=Noto Sans, Arial\n[type Person]\nfill=#FFFFFF\nshape=rounded\n"
            "[line denied]\ncolor=#AA0000\nstyle=dashed\n",
            remarks, NULL);

  g_assert_nonnull (theme);
  g_assert_cmpstr (theme->background, ==, "#FFFFF0");
  g_assert_cmpstr (theme->lines[REL_LINE_NEGATED].style, ==, "dashed");
  g_assert_cmpstr (rel_theme_find_type (theme, "https://schema.org/Person", "person")->style, ==, "filled,rounded");
  g_assert_null (rel_theme_find_type (theme, "https://schema.org/Place", "Place"));
  g_assert_true (theme->is_changed);
  g_assert_cmpuint (remarks->len, ==, 0);
}

static void
test_remarks (void)
{
  g_autoptr (GString) remarks = g_string_new (NULL);
  g_autoptr (RelTheme) theme = load ("[picture]\ntext=#CCCCCC\n", remarks, NULL);

  g_assert_nonnull (theme);
  g_assert_nonnull (strstr (remarks->str, "#CCCCCC on #FFFFFF has a contrast of 1.6"));
}

static void
test_mistakes (void)
{
  static const struct {
    const gchar *text, *said;
  } mistakes[] = {
    { "[picture]\nbackground=white\n", "[picture] background: no colour" },
    { "[picture]\nbackground=#12345G\n", "[picture] background: no colour" },
    { "[picture]\nimage=/etc/passwd\n", "[picture] image: no such setting" },
    { "[picture]\nfont=Arial\" onload=\"x\n", "[picture] font: no names of fonts" },
    { "[type Person]\nshape=epsf\n", "[type Person] shape: no shape" },
    { "[type ]\nshape=box\n", "no such group" },
    { "[line imagined]\nstyle=solid\n", "no such line" },
    { "[line stated]\nstyle=wavy\n", "no style of lines" },
    { "[people]\n", "no such group" },
    { "background=#FFFFFF\n", "no style file can be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autoptr (GString) remarks = g_string_new (NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (load (mistakes[i].text, remarks, &error));
    g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
    g_assert_nonnull (strstr (error->message, mistakes[i].said));
  }
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-theme/contrast", test_contrast);
  g_test_add_func ("/drawing-theme/style-file", test_style_file);
  g_test_add_func ("/drawing-theme/remarks", test_remarks);
  g_test_add_func ("/drawing-theme/mistakes", test_mistakes);
  return g_test_run ();
}

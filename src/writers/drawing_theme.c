/* The themes. The hues are those of Okabe and Ito, "Color Universal Design" (2008), which people with any colour vision
 * tell apart; borders are darkened, on dark pages lightened, for contrast. Shapes differ too, for grey print.
 * tests/unit/test_drawing_theme.c measures the contrast of all of them.
 */
#include "writers/drawing_theme.h"

#include <math.h>
#include <string.h>

/* Liberation Sans has the widths of Arial and Helvetica, so that a picture measured with one of them fits when it is shown
 * with another. Scripts that they lack come from what fontconfig or the browser finds. */
#define FONT "Liberation Sans,Arial,Helvetica,sans-serif"

#define SAMPLE_SOLID "\xE2\x94\x81\xE2\x94\x81\xE2\x94\x81"
#define SAMPLE_DOTTED "\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7"
#define SAMPLE_DASHED "\xE2\x95\xB8 \xE2\x95\xB8 \xE2\x95\xB8"
#define SAMPLE_CROSSED "\xE2\x94\x81\xE2\x95\x8B\xE2\x94\x81"

#define LINES(color, text, denied, denied_text)                                                                        \
  {                                                                                                                    \
    [REL_LINE_ASSERTED] = { color, text, "solid", "normal", SAMPLE_SOLID, "stated" },                                  \
    [REL_LINE_REPORTED] = { color, text, "dotted", "normal", SAMPLE_DOTTED, "reported" },                              \
    [REL_LINE_UNCERTAIN] = { color, text, "dashed", "normal", SAMPLE_DASHED, "planned or possible" },                  \
    [REL_LINE_NEGATED] = { denied, denied_text, "solid", "normaltee", SAMPLE_CROSSED, "denied" },                      \
  }

const gchar *const rel_theme_names[] = { "light", "dark", "print", NULL };

/* In the order of rel_theme_names. */
static const RelTheme themes[] = {
  { .name = "light",
    .background = "#FFFFFF",
    .ink = "#111111",
    .quiet = "#595959",
    .font = FONT,
    .looks = { [REL_LOOK_BLUE] = { "#DCEAF7", "#00609C", "box", "filled,rounded" },
               [REL_LOOK_ORANGE] = { "#FCE5D4", "#B34E00", "box", "filled" },
               [REL_LOOK_GREEN] = { "#DCF1E8", "#007A59", "ellipse", "filled" },
               [REL_LOOK_PURPLE] = { "#F5E2EE", "#9A4479", "tab", "filled" },
               [REL_LOOK_PALE] = { "#F8F7F0", "#85806B", "box", "filled" },
               [REL_LOOK_YELLOW] = { "#FBF3C8", "#8A6D00", "note", "filled" },
               [REL_LOOK_SKY] = { "#E2F3FC", "#2B7FAE", "component", "filled" },
               [REL_LOOK_BROWN] = { "#EFE6DC", "#7A5230", "box3d", "filled" },
               [REL_LOOK_GREY] = { "#F2F2F2", "#6B6B6B", "box", "filled,rounded" } },
    .lines = LINES ("#4D4D4D", "#1A1A1A", "#B3001B", "#A00018") },
  { .name = "dark",
    .background = "#14181D",
    .ink = "#F5F5F5",
    .quiet = "#BAC0C7",
    .font = FONT,
    .looks = { [REL_LOOK_BLUE] = { "#16324A", "#6CB2EB", "box", "filled,rounded" },
               [REL_LOOK_ORANGE] = { "#4A2A12", "#F0A063", "box", "filled" },
               [REL_LOOK_GREEN] = { "#123D30", "#4FC99A", "ellipse", "filled" },
               [REL_LOOK_PURPLE] = { "#44223A", "#E08CC4", "tab", "filled" },
               [REL_LOOK_PALE] = { "#2E2C25", "#B8B39A", "box", "filled" },
               [REL_LOOK_YELLOW] = { "#423A10", "#E3C94D", "note", "filled" },
               [REL_LOOK_SKY] = { "#123644", "#7CCBEE", "component", "filled" },
               [REL_LOOK_BROWN] = { "#3B2A1C", "#CFA37E", "box3d", "filled" },
               [REL_LOOK_GREY] = { "#2B2E33", "#A0A6AD", "box", "filled,rounded" } },
    .lines = LINES ("#AEB4BB", "#EAEAEA", "#FF6B78", "#FF969E") },
  { .name = "print",
    .background = "#FFFFFF",
    .ink = "#000000",
    .quiet = "#404040",
    .font = FONT,
    .looks = { [REL_LOOK_BLUE] = { "#FFFFFF", "#000000", "box", "filled,rounded,bold", "rounded" },
               [REL_LOOK_ORANGE] = { "#FFFFFF", "#000000", "box", "filled,bold", "bold" },
               [REL_LOOK_GREEN] = { "#FFFFFF", "#000000", "ellipse", "filled", "oval" },
               [REL_LOOK_PURPLE] = { "#F0F0F0", "#000000", "tab", "filled", "tab" },
               [REL_LOOK_PALE] = { "#FFFFFF", "#707070", "box", "filled", "thin" },
               [REL_LOOK_YELLOW] = { "#FFFFFF", "#000000", "note", "filled", "note" },
               [REL_LOOK_SKY] = { "#FFFFFF", "#000000", "component", "filled", "component" },
               [REL_LOOK_BROWN] = { "#FFFFFF", "#000000", "box3d", "filled", "deep" },
               [REL_LOOK_GREY] = { "#F0F0F0", "#707070", "box", "filled,rounded", "grey" } },
    .lines = LINES ("#303030", "#000000", "#000000", "#000000") },
};

RelTheme *
rel_theme_new (const gchar *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (name == NULL || g_str_equal (name, themes[i].name)) {
      RelTheme *self = g_new (RelTheme, 1);

      *self = themes[i];
      self->types = g_array_new (FALSE, FALSE, sizeof (RelTypeLook));
      self->strings = g_string_chunk_new (1024);
      return self;
    }
  return NULL;
}

void
rel_theme_free (RelTheme *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->types);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const RelNodeLook *
rel_theme_find_type (const RelTheme *self, const gchar *iri, const gchar *label)
{
  for (guint i = 0; i < self->types->len; i++) {
    const RelTypeLook *entry = &g_array_index (self->types, RelTypeLook, i);

    if (g_strcmp0 (entry->type, iri) == 0 || g_ascii_strcasecmp (entry->type, label) == 0)
      return &entry->look;
  }
  return NULL;
}

/* Relative luminance of "#RRGGBB", negative: it is none. */
static gdouble
luminance (const gchar *color)
{
  gdouble linear[3];

  if (strlen (color) != 7 || color[0] != '#')
    return -1.0;
  for (guint i = 0; i < G_N_ELEMENTS (linear); i++) {
    gint high = g_ascii_xdigit_value (color[1 + 2 * i]), low = g_ascii_xdigit_value (color[2 + 2 * i]);
    gdouble part = (16 * high + low) / 255.0;

    if (high < 0 || low < 0)
      return -1.0;
    linear[i] = part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

gdouble
rel_color_contrast (const gchar *a, const gchar *b)
{
  gdouble x = luminance (a), y = luminance (b);

  return x < 0 || y < 0 ? 0 : (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* Colours, shapes, lines and type of a picture: three themes, and a file that changes one of them. */
#pragma once

#include "writers/drawing.h"

G_BEGIN_DECLS

/* How the things of one class look. */
typedef struct {
  const gchar *fill;   /* text on it has a contrast of 4.5 and more */
  const gchar *border; /* of the same hue, for contrast with @fill and the page */
  const gchar *shape;  /* of Graphviz */
  const gchar *style;
  const gchar *told; /* (nullable) in the legend, where no colour tells it: "oval" */
} RelNodeLook;

/* How facts of one style look. */
typedef struct {
  const gchar *color;  /* of the line */
  const gchar *text;   /* of its label: contrast of 4.5 and more on the page and on every fill */
  const gchar *style;  /* of Graphviz */
  const gchar *arrow;  /* of Graphviz */
  const gchar *sample; /* a piece of line for the legend, in characters */
  const gchar *name;   /* in the legend */
} RelLineLook;

/* The looks of classes, by hue. */
typedef enum {
  REL_LOOK_BLUE,
  REL_LOOK_ORANGE,
  REL_LOOK_GREEN,
  REL_LOOK_PURPLE,
  REL_LOOK_PALE,
  REL_LOOK_YELLOW,
  REL_LOOK_SKY,
  REL_LOOK_BROWN,
  REL_LOOK_GREY, /* what has no class, or one of too many */
} RelLook;
#define REL_N_LOOKS (REL_LOOK_GREY + 1)

/* A class that a style file gives a look of its own. */
typedef struct {
  const gchar *type; /* name or IRI */
  RelNodeLook look;
} RelTypeLook;

typedef struct {
  const gchar *name;
  const gchar *background;
  const gchar *ink;   /* names of things */
  const gchar *quiet; /* circumstances, remarks */
  const gchar *font;  /* families, the first one that is installed */
  RelNodeLook looks[REL_N_LOOKS];
  RelLineLook lines[REL_N_LINE_STYLES];
  GArray *types;         /* of RelTypeLook */
  gboolean is_changed;   /* by a style file */
  GStringChunk *strings; /* of a style file */
} RelTheme;

/* "light", "dark", "print", NULL-terminated. */
extern const gchar *const rel_theme_names[];

/**
 * rel_theme_new:
 * @name: (nullable): one of rel_theme_names; NULL: the first
 *
 * Returns: (nullable) (transfer full): NULL: there is no such theme
 */
RelTheme *rel_theme_new (const gchar *name);
void rel_theme_free (RelTheme *self);

/* The look that a style file gives to the class @iri, called @label; NULL: none. */
const RelNodeLook *rel_theme_find_type (const RelTheme *self, const gchar *iri, const gchar *label);

/**
 * rel_theme_load:
 * @path: a style file, see relata(1): groups [picture], [type NAME], [line NAME] of key=value
 * @remarks: what is allowed but hard to read, a line each, is appended
 *
 * Returns: %FALSE with an error that names group and key; @self is half changed then
 */
gboolean rel_theme_load (RelTheme *self, const gchar *path, GString *remarks,
                         GError **error); /* drawing_style_file.c */

/* Contrast of two "#RRGGBB" by WCAG 2.2, 1 to 21; 0: one of them is no such colour. */
gdouble rel_color_contrast (const gchar *a, const gchar *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelTheme, rel_theme_free)

G_END_DECLS

/* Colours, shapes and lines: which class of things and which kind of fact looks how. */
#pragma once

#include "writers/drawing.h"

G_BEGIN_DECLS

/* How the things of one class look. */
typedef struct {
  const gchar *fill;   /* light: black text on it has a contrast of 14 and more */
  const gchar *border; /* dark, of the same hue */
  const gchar *shape;  /* of Graphviz */
  const gchar *style;
} RelNodeLook;

/* How facts of one style look. */
typedef struct {
  const gchar *color;  /* of the line */
  const gchar *text;   /* of its label: contrast of 4.5 and more on white */
  const gchar *style;  /* of Graphviz */
  const gchar *sample; /* a piece of line for the legend, in characters */
  const gchar *name;   /* in the legend */
} RelLineLook;

/* One class in the legend. */
typedef struct {
  const gchar *type; /* (nullable) IRI; NULL: all others */
  gchar *name;
  const RelNodeLook *look;
  guint n_nodes;
} RelLegendEntry;

/* Returns: (element-type RelLegendEntry) (transfer full): the classes of the shown nodes, the most frequent first, the rest
 * under one entry at the end */
GArray *rel_legend_new (RelDrawing *drawing, const RelDrawingSelection *selection);

/* The entry for a node of class @type (nullable). */
const RelLegendEntry *rel_legend_find (const GArray *legend, const gchar *type);

const RelLineLook *rel_line_look (RelLineStyle style);

G_END_DECLS

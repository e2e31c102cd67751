/* The legend: which class of things has which look of the theme. */
#pragma once

#include "writers/drawing_theme.h"

G_BEGIN_DECLS

/* One class in the legend. */
typedef struct {
  const gchar *type; /* (nullable) IRI; NULL: all others */
  gchar *name;
  const RelNodeLook *look;
  guint n_nodes;
} RelLegendEntry;

/* Returns: (element-type RelLegendEntry) (transfer full): the classes of the shown nodes, the most frequent first, the rest
 * under one entry at the end; @theme must outlive it */
GArray *rel_legend_new (RelDrawing *drawing, const RelDrawingSelection *selection, const RelTheme *theme);

/* The place in the legend of a node of class @type (nullable). */
guint rel_legend_find (const GArray *legend, const gchar *type);
const RelLegendEntry *rel_legend_get (const GArray *legend, const gchar *type);

G_END_DECLS

/* The HTML-like labels of Graphviz that a picture is written in. All text in them is escaped. */
#pragma once

#include "writers/drawing_style.h"

G_BEGIN_DECLS

/* Each (transfer full), without the outer angle brackets. */
gchar *rel_dot_label_of_node (const RelDrawingNode *node, gdouble points);
gchar *rel_dot_label_of_edge (const RelDrawingEdge *edge, gboolean with_background);
gchar *rel_dot_label_of_graph (const RelDrawing *drawing, const RelDrawingSelection *selection, const GArray *legend,
                               const gchar *title);

/* Plain text for tooltips, with line ends. */
gchar *rel_dot_tooltip_of_node (const RelDrawingNode *node, const gchar *type);
gchar *rel_dot_tooltip_of_edge (const RelDrawing *drawing, const RelDrawingEdge *edge);

G_END_DECLS

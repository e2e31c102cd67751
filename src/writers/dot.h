/* The drawing as a graph of Graphviz, with all attributes that make its look. */
#pragma once

#include "writers/drawing.h"

#include <graphviz/cgraph.h>

G_BEGIN_DECLS

/**
 * rel_dot_new:
 * @engine: layout that the labels are made for, and that the file asks for: "dot", "sfdp"
 * @title: (nullable): above the legend
 *
 * Returns: (transfer full): to be closed with agclose(); writing it with agwrite() needs a GString as the channel
 */
Agraph_t *rel_dot_new (RelDrawing *drawing, const RelDrawingSelection *selection, const gchar *engine,
                       const gchar *title);

G_END_DECLS

/* Layout and rendering through Graphviz. */
#pragma once

#include <graphviz/cgraph.h>
#include <relata/writers.h>

G_BEGIN_DECLS

/* The engine that suits a graph of this size: "dot", or "sfdp" where that would take long. */
const gchar *rel_render_choose_engine (guint n_nodes, guint n_edges);

/**
 * rel_render:
 * @graph: made by rel_dot_new()
 * @format: DOT, SVG or PNG
 * @engine: Graphviz' name of the layout
 * @warnings: (out) (nullable): what Graphviz had to say, one message per line
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *rel_render (Agraph_t *graph, RelFormat format, const gchar *engine, gchar **warnings, GError **error);

G_END_DECLS

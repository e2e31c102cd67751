/* Layout and rendering through Graphviz. */
#pragma once

#include <graphviz/cgraph.h>
#include <relata/writers.h>

G_BEGIN_DECLS

/* The engine that suits a graph of this size: "dot", or "sfdp" where that would take long. */
const gchar *rel_render_choose_engine (guint n_nodes, guint n_edges);

typedef struct {
  const gchar *engine; /* Graphviz' name of the layout */
  guint dpi;           /* of a bitmap; 0: what is good and fits */
} RelRenderOptions;

/**
 * rel_render:
 * @graph: made by rel_dot_new()
 * @format: DOT, SVG, PNG or PDF
 * @warnings: (out) (nullable): what Graphviz had to say, one message per line
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *rel_render (Agraph_t *graph, RelFormat format, const RelRenderOptions *options, gchar **warnings,
                    GError **error);

G_END_DECLS

/* Layout and rendering through Graphviz. */
#pragma once

#include <graphviz/cgraph.h>
#include <relata/writers.h>

G_BEGIN_DECLS

/* Graphviz takes the places that nodes have; see drawing_layout.h. */
#define REL_ENGINE_PLACED "nop"

/* The engine that suits a graph of this size: "dot", or REL_ENGINE_PLACED where that would take long. */
const gchar *rel_render_choose_engine (guint n_nodes, guint n_edges);

typedef struct {
  const gchar *engine; /* Graphviz' name of the layout */
  guint dpi;           /* of a bitmap; 0: what is good and fits */
  guint seconds;       /* the layout is given up after so many; 0: it ends by itself */
} RelRenderOptions;

/* Seconds for a layout of Graphviz that its size makes a risk; 0: it is none. @has_frames: clusters, which cost much. */
guint rel_render_choose_limit (const gchar *engine, guint n_nodes, guint n_edges, gboolean has_frames);

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

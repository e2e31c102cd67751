/* Labels of edges where they cover nothing. */
#pragma once

#include <glib.h>
#include <graphviz/cgraph.h>

G_BEGIN_DECLS

/* Moves the labels of @graph, which is laid out, along their edges until they cover no node and no other label; where that
 * cannot be, a label is not drawn. Returns how many are not. */
guint rel_label_place_all (Agraph_t *graph);

G_END_DECLS

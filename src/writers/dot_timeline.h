/* What has a date, from left to right. */
#pragma once

#include "writers/dot_labels.h"

#include <graphviz/cgraph.h>

G_BEGIN_DECLS

/**
 * rel_dot_timeline_fill:
 * @graph: empty, with the defaults of rel_dot_new()
 * @max_cards: the surest are shown
 *
 * Fills @graph with a card for each dated fact, below its date.
 *
 * Returns: (transfer full) (nullable): a sentence on what is not shown
 */
gchar *rel_dot_timeline_fill (Agraph_t *graph, const RelPicture *picture, guint max_cards);

G_END_DECLS

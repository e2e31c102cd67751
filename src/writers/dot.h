/* The drawing as a graph of Graphviz, with all attributes that make its look. */
#pragma once

#include "writers/dot_labels.h"

#include <graphviz/cgraph.h>

G_BEGIN_DECLS

/* Returns: (transfer full): to be closed with agclose(); writing it with agwrite() needs a GString as the channel */
Agraph_t *rel_dot_new (const RelPicture *picture);

G_END_DECLS

/* Which way edges run through the ranks of dot, so that a picture fills a page. */
#pragma once

#include "writers/drawing.h"

G_BEGIN_DECLS

typedef struct {
  gboolean *flipped; /* [n_edges] laid out from target to source; the arrow stays where it was */
  guint *columns;    /* [n_edges] how many columns of nodes the edge goes beyond the next one */
} RelDotFlow;

/* @has_ranks: whether the layout has any; if not, all edges run as they point. */
RelDotFlow *rel_dot_flow_new (const RelDrawing *drawing, const RelDrawingSelection *selection, gboolean has_ranks);
void rel_dot_flow_free (RelDotFlow *self);

G_END_DECLS

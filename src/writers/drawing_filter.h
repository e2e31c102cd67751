/* Only what was asked for: facts of some predicates or sure enough, things of some classes. */
#pragma once

#include "writers/drawing.h"

G_BEGIN_DECLS

/* Drops facts; @things are then those that the facts left speak of. FALSE: a predicate that the graph does not have. */
gboolean rel_drawing_filter_facts (RelDrawing *self, const RelDrawingFilter *filter, GHashTable *things,
                                   GError **error);

/* Drops nodes, and the facts about them; edges are not made yet. FALSE: a class that the graph does not have. */
gboolean rel_drawing_filter_nodes (RelDrawing *self, const RelDrawingFilter *filter, GError **error);

/* "Only things: Person, Place; confidence: 0.70 and more.", clean. NULL: nothing was asked for. (transfer full) */
gchar *rel_drawing_filter_tell (const RelDrawingFilter *filter);

G_END_DECLS

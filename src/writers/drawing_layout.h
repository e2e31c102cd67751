/* Places for the things of a graph that is too large for dot. */
#pragma once

#include "writers/drawing.h"

G_BEGIN_DECLS

/* A box in points; x and y are its middle. */
typedef struct {
  gdouble x, y;
  gdouble width, height;
} RelBox;

/**
 * rel_drawing_layout:
 * @boxes: [n_nodes] with width and height; x and y are written for those that @selection shows
 *
 * Things that are linked come to lie near each other, and no two boxes overlap. The same graph has the same layout. About
 * a second for 10,000 things.
 */
void rel_drawing_layout (const RelDrawing *drawing, const RelDrawingSelection *selection, RelBox *boxes);

/* Links from one end to the other of the longest part; exact for a chain or tree, else perhaps a little less. */
guint rel_drawing_get_diameter (const RelDrawing *drawing, const RelDrawingSelection *selection);

G_END_DECLS

/* Boxes by cells of a grid: column and row are hashed, so that the grid has no bounds. */
#include "writers/drawing_grid.h"

#include <math.h>
#include <string.h>

guint
rel_grid_find_cell (const RelGrid *self, gint column, gint row)
{
  return ((guint) column * 73856093u ^ (guint) row * 19349663u) & (self->n_cells - 1);
}

void
rel_grid_init (RelGrid *self, guint n, guint n_nodes, gdouble width, gdouble height)
{
  self->n_cells = 16;
  while (self->n_cells < 2 * n)
    self->n_cells *= 2;
  self->first = g_new (guint, self->n_cells);
  self->next = g_new (guint, n_nodes + 1);
  self->width = width;
  self->height = height;
  memset (self->first, 0xFF, sizeof *self->first * self->n_cells);
}

void
rel_grid_add (RelGrid *self, guint node, const RelBox *box)
{
  guint cell = rel_grid_find_cell (self, (gint) floor (box->x / self->width), (gint) floor (box->y / self->height));

  self->next[node] = self->first[cell];
  self->first[cell] = node;
}

void
rel_grid_clear (RelGrid *self)
{
  g_free (self->first);
  g_free (self->next);
}

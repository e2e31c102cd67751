/* Boxes by cells of a grid, so that those near a place are found without looking at all. */
#pragma once

#include "writers/drawing_layout.h"

G_BEGIN_DECLS

#define REL_GRID_END G_MAXUINT

/* A cell is a list: @first of its slot, then @next of each thing, up to REL_GRID_END. Cells may share a slot. */
typedef struct {
  guint n_cells; /* slots, a power of two */
  guint *first;  /* [n_cells] */
  guint *next;   /* [n_nodes] */
  gdouble width, height;
} RelGrid;

/* @n: things that will be in it, whose numbers are below @n_nodes. */
void rel_grid_init (RelGrid *self, guint n, guint n_nodes, gdouble width, gdouble height);
void rel_grid_add (RelGrid *self, guint node, const RelBox *box);
void rel_grid_clear (RelGrid *self);

guint rel_grid_find_cell (const RelGrid *self, gint column, gint row);

/* drawing_place.c: boxes so that no two overlap. */
#define REL_BOX_GAP 14.0   /* points between boxes, at least */
#define REL_PAGE_RATIO 1.5 /* width to height */

/* Each of @nodes [n], in their order, takes the free place nearest to where its box is. @n_nodes: length of @boxes. */
void rel_boxes_part (RelBox *boxes, guint n_nodes, const guint *nodes, guint n);

/* Sets @nodes in rows: who is above whom, and in a row who is left of whom, stays. @nodes are reordered. */
void rel_boxes_line_up (RelBox *boxes, guint *nodes, guint n);

G_END_DECLS

/* Boxes so that no two overlap: each near to where it wants to be, by a search, or of very many all in rows. */
#include "writers/drawing_grid.h"

#include <math.h>

static gboolean
overlaps (const RelBox *a, const RelBox *b)
{
  return fabs (a->x - b->x) < (a->width + b->width) / 2 + REL_BOX_GAP
         && fabs (a->y - b->y) < (a->height + b->height) / 2 + REL_BOX_GAP;
}

/* Whether @box overlaps nothing in @grid, whose cells are as large as the largest box. */
static gboolean
is_free (const RelBox *boxes, const RelGrid *grid, const RelBox *box)
{
  gint column = (gint) floor (box->x / grid->width), row = (gint) floor (box->y / grid->height);

  for (gint i = -1; i <= 1; i++)
    for (gint k = -1; k <= 1; k++)
      for (guint other = grid->first[rel_grid_find_cell (grid, column + i, row + k)]; other != REL_GRID_END;
           other = grid->next[other])
        if (overlaps (box, &boxes[other]))
          return FALSE;
  return TRUE;
}

/* The free place nearest to where @box is, along ellipses around it. @rings [grid->n_cells]: how far those had to go that
 * wanted a place in the same cell, which this one need not try again. */
static void
find_place (const RelBox *boxes, const RelGrid *grid, guint *rings, RelBox *box)
{
  gdouble x = box->x, y = box->y, step = (box->height + REL_BOX_GAP) / 2;
  guint cell = rel_grid_find_cell (grid, (gint) floor (x / grid->width), (gint) floor (y / grid->height));

  for (guint ring = MAX (rings[cell], 1); !is_free (boxes, grid, box); ring++) {
    rings[cell] = ring - ring / 4;
    for (guint i = 0, n = 6 * ring; i < n; i++) {
      gdouble angle = 2 * G_PI * i / n + ring;

      box->x = x + REL_PAGE_RATIO * ring * step * cos (angle);
      box->y = y + ring * step * sin (angle);
      if (is_free (boxes, grid, box))
        return;
    }
  }
}

void
rel_boxes_part (RelBox *boxes, guint n_nodes, const guint *nodes, guint n)
{
  gdouble width = 1, height = 1;
  g_autofree guint *rings = NULL;
  RelGrid grid;

  for (guint i = 0; i < n; i++) {
    width = MAX (width, boxes[nodes[i]].width);
    height = MAX (height, boxes[nodes[i]].height);
  }
  rel_grid_init (&grid, n, n_nodes, width + REL_BOX_GAP, height + REL_BOX_GAP);
  rings = g_new0 (guint, grid.n_cells);
  for (guint i = 0; i < n; i++) {
    RelBox *box = &boxes[nodes[i]];

    find_place (boxes, &grid, rings, box);
    rel_grid_add (&grid, nodes[i], box);
  }
  rel_grid_clear (&grid);
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer boxes)
{
  gdouble x = ((const RelBox *) boxes)[*(const guint *) a].y, y = ((const RelBox *) boxes)[*(const guint *) b].y;

  return x != y ? (x > y ? -1 : 1) : *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static gint
compare_columns (gconstpointer a, gconstpointer b, gpointer boxes)
{
  gdouble x = ((const RelBox *) boxes)[*(const guint *) a].x, y = ((const RelBox *) boxes)[*(const guint *) b].x;

  return x != y ? (x < y ? -1 : 1) : *(const guint *) a < *(const guint *) b ? -1 : 1;
}

void
rel_boxes_line_up (RelBox *boxes, guint *nodes, guint n)
{
  gdouble total = 0, height = 0, y = 0;
  guint n_rows, n_in_row;

  for (guint i = 0; i < n; i++) {
    total += boxes[nodes[i]].width + REL_BOX_GAP;
    height = MAX (height, boxes[nodes[i]].height + REL_BOX_GAP);
  }
  n_rows = (guint) MAX (sqrt (total / height / REL_PAGE_RATIO), 1);
  n_in_row = n / n_rows + 1;
  g_qsort_with_data (nodes, (gint) n, sizeof *nodes, compare_rows, boxes);
  for (guint i = 0; i < n; i += n_in_row, y -= height) {
    guint n_here = MIN (n_in_row, n - i);
    gdouble x = 0;

    g_qsort_with_data (nodes + i, (gint) n_here, sizeof *nodes, compare_columns, boxes);
    for (guint k = i; k < i + n_here; k++) {
      RelBox *box = &boxes[nodes[k]];

      box->x = x + box->width / 2;
      box->y = y;
      x += box->width + REL_BOX_GAP;
    }
  }
}

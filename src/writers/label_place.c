/* Labels of edges where they cover nothing.
 *
 * Graphviz sets the label of a straight line on its middle, whatever is there. Here each label is tried on several places
 * of its edge, the middle first; boxes of nodes and of labels set before are found through a grid. What finds no place is
 * not drawn: its text is in the tooltip. Edges come in the order of the file, so that the same graph looks the same.
 */
#include "writers/label_place.h"

#include <graphviz/gvc.h>
#include <math.h>

#define CELL 96.0 /* points; about a node */
#define MAX_TRIES 11
#define SLACK 1.0 /* points by which boxes may touch */

typedef struct {
  gdouble left, bottom, right, top;
} Area;

typedef struct {
  GHashTable *cells; /* of column and row → GArray of Area */
} Ground;

static gint64
cell_key (gint column, gint row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

/* The cell that a coordinate is in; one that no layout gave (labels that Graphviz left out) is in the first. */
static gint
find_cell (gdouble coordinate)
{
  return isfinite (coordinate) ? (gint) floor (CLAMP (coordinate / CELL, -1e6, 1e6)) : 0;
}

static Area
area_around (pointf middle, gdouble width, gdouble height)
{
  return (Area){ middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2 };
}

static gboolean
overlap (const Area *a, const Area *b)
{
  return a->left < b->right - SLACK && b->left < a->right - SLACK && a->bottom < b->top - SLACK
         && b->bottom < a->top - SLACK;
}

#define FOR_CELLS(area, column, row)                                                                                   \
  for (gint column = find_cell ((area)->left); column <= find_cell ((area)->right); column++)                          \
    for (gint row = find_cell ((area)->bottom); row <= find_cell ((area)->top); row++)

static void
ground_add (Ground *self, const Area *area)
{
  FOR_CELLS (area, column, row)
  {
    gint64 key = cell_key (column, row);
    GArray *cell = g_hash_table_lookup (self->cells, &key);

    if (cell == NULL) {
      cell = g_array_new (FALSE, FALSE, sizeof (Area));
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
    g_array_append_val (cell, *area);
  }
}

static gboolean
ground_is_free (const Ground *self, const Area *area)
{
  FOR_CELLS (area, column, row)
  {
    gint64 key = cell_key (column, row);
    const GArray *cell = g_hash_table_lookup (self->cells, &key);

    for (guint i = 0; cell != NULL && i < cell->len; i++)
      if (overlap (area, &g_array_index (cell, Area, i)))
        return FALSE;
  }
  return TRUE;
}

/* The point of a Bézier curve at @t of 0 to 1. */
static pointf
point_on (const pointf *p, gdouble t)
{
  gdouble s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (pointf){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                   a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/* The @try-th place on the edge: 1/2, then to both sides of it. */
static pointf
find_place (const bezier *curve, guint try)
{
  gdouble share = 0.5 + (try % 2 == 1 ? 1 : -1) * ((try + 1) / 2) * (0.8 / MAX_TRIES);
  gint n_pieces = (curve->size - 1) / 3;
  gdouble at = share * n_pieces;
  gint piece = CLAMP ((gint) floor (at), 0, n_pieces - 1);

  return point_on (curve->list + 3 * piece, at - piece);
}

/* FALSE: the label covers something wherever it is. */
static gboolean
place_label (Ground *self, edge_t *edge)
{
  textlabel_t *label = ED_label (edge);
  Area area = area_around (label->pos, label->dimen.x, label->dimen.y);

  for (guint try = 0; try < MAX_TRIES && !ground_is_free (self, &area); try++) {
    if (ED_spl (edge) == NULL || ED_spl (edge)->size < 1 || ED_spl (edge)->list[0].size < 4)
      return FALSE;
    label->pos = find_place (&ED_spl (edge)->list[0], try);
    area = area_around (label->pos, label->dimen.x, label->dimen.y);
  }
  if (!ground_is_free (self, &area))
    return FALSE;
  ground_add (self, &area);
  return TRUE;
}

guint
rel_label_place_all (Agraph_t *graph)
{
  Ground ground = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref) };
  guint n_hidden = 0;

  for (node_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node)) {
    Area area = area_around (ND_coord (node), ND_lw (node) + ND_rw (node), ND_ht (node));

    ground_add (&ground, &area);
  }
  for (node_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    for (edge_t *edge = agfstout (graph, node); edge != NULL; edge = agnxtout (graph, edge))
      if (ED_label (edge) != NULL && ED_label (edge)->set && !place_label (&ground, edge)) {
        ED_label (edge)->set = FALSE;
        n_hidden++;
      }
  g_hash_table_unref (ground.cells);
  return n_hidden;
}

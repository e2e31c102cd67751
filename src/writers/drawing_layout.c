/* Places for the things of a large graph.
 *
 * Each part that hangs together is laid out alone: first as a tree around its most linked thing (those few steps away from
 * it inside, an angle for each branch by its number of things), then by forces as in Fruchterman and Reingold, "Graph
 * Drawing by Force-directed Placement" (1991), with their grid, so that only near things repel each other. Then each thing,
 * the most linked first, takes the free place nearest to where the forces put it (of very many, one in rows that keep what
 * is above and left of what), and the parts are set in rows.
 *
 * Cost: a pass over things and links for each of FORCE_PASSES steps; a search around the wanted place for each thing.
 */
#include "writers/drawing_grid.h"

#include <math.h>
#include <string.h>

#define FORCE_PASSES 60
#define SPACE 1.9     /* room for a box, as a multiple of its area: below 1.5 lines have no way through */
#define PART_GAP 40.0 /* points between parts */
#define NOWHERE G_MAXUINT
#define MAX_SEARCHED 600 /* things; the search for free places takes a second for so many */
#define MAX_NEAR 64      /* things that one repels in a pass; more are as good as these */

typedef struct {
  const RelDrawing *drawing;
  const RelDrawingSelection *selection;
  RelBox *boxes;
  guint *starts; /* [n_nodes + 1] into @others */
  guint *others; /* [2 × edges shown] what each thing is linked to */
  guint *part;   /* [n_nodes] things of the part at hand, from its middle outwards */
  guint n_part;
  guint *parent;  /* [n_nodes] in the tree of the part; NOWHERE: not reached yet */
  guint *depth;   /* [n_nodes] */
  gdouble *size;  /* [n_nodes] things in the branch */
  gdouble *angle; /* [n_nodes] where the branch begins */
  gdouble *dx, *dy;
  gdouble unit; /* distance that links aim at */
} Layout;

static guint
degree (const Layout *self, guint node)
{
  return self->starts[node + 1] - self->starts[node];
}

static void
link_nodes (Layout *self)
{
  const RelDrawing *drawing = self->drawing;
  g_autofree guint *next = NULL;

  self->starts = g_new0 (guint, drawing->n_nodes + 2);
  for (guint i = 0; i < drawing->n_edges; i++)
    if (self->selection->edges[i]) {
      self->starts[drawing->edges[i].source + 1]++;
      self->starts[drawing->edges[i].target + 1]++;
    }
  for (guint i = 0; i < drawing->n_nodes; i++)
    self->starts[i + 1] += self->starts[i];
  self->others = g_new (guint, self->starts[drawing->n_nodes] + 1);
  next = g_memdup2 (self->starts, sizeof *next * (drawing->n_nodes + 1));
  for (guint i = 0; i < drawing->n_edges; i++)
    if (self->selection->edges[i]) {
      self->others[next[drawing->edges[i].source]++] = drawing->edges[i].target;
      self->others[next[drawing->edges[i].target]++] = drawing->edges[i].source;
    }
}

/* Collects in @part what can be reached from @root, nearest first, and hangs it into a tree. */
static void
grow_tree (Layout *self, guint root)
{
  self->part[0] = root;
  self->n_part = 1;
  self->parent[root] = root;
  self->depth[root] = 0;
  for (guint i = 0; i < self->n_part; i++) {
    guint node = self->part[i];

    self->size[node] = 1;
    for (guint k = self->starts[node]; k < self->starts[node + 1]; k++)
      if (self->parent[self->others[k]] == NOWHERE) {
        self->parent[self->others[k]] = node;
        self->depth[self->others[k]] = self->depth[node] + 1;
        self->part[self->n_part++] = self->others[k];
      }
  }
  for (guint i = self->n_part - 1; i > 0; i--)
    self->size[self->parent[self->part[i]]] += self->size[self->part[i]];
}

/* From the root outwards, each thing so far that the disc inside is as dense everywhere; a branch has an angle for its
 * things. */
static void
place_on_disc (Layout *self)
{
  guint root = self->part[0];

  self->angle[root] = 0;
  self->boxes[root].x = self->boxes[root].y = 0;
  for (guint i = 1; i < self->n_part; i++) {
    guint node = self->part[i], parent = self->parent[node];
    gdouble share = 2 * G_PI * self->size[node] / self->size[root], radius = 0.8 * self->unit * sqrt (i);

    self->angle[node] = self->angle[parent];
    self->angle[parent] += share; /* where the next one begins */
    self->boxes[node].x = radius * cos (self->angle[node] + share / 2);
    self->boxes[node].y = radius * sin (self->angle[node] + share / 2);
  }
}

static void
repel (Layout *self, guint node, guint other)
{
  gdouble x = self->boxes[node].x - self->boxes[other].x, y = self->boxes[node].y - self->boxes[other].y;
  gdouble square = x * x + y * y, push;

  if (square < 1e-6) { /* two on one spot part by their numbers */
    x = node < other ? -1 : 1;
    y = (gdouble) (node % 7) - 3;
    square = x * x + y * y;
  }
  if (square > 9 * self->unit * self->unit)
    return;
  push = self->unit * self->unit / square;
  self->dx[node] += x * push;
  self->dy[node] += y * push;
}

static void
repel_near (Layout *self, const RelGrid *grid, guint node)
{
  gint column = (gint) floor (self->boxes[node].x / grid->width),
       row = (gint) floor (self->boxes[node].y / grid->height);
  guint n_near = 0;

  for (gint i = -1; i <= 1; i++)
    for (gint k = -1; k <= 1; k++)
      for (guint other = grid->first[rel_grid_find_cell (grid, column + i, row + k)];
           other != REL_GRID_END && n_near < MAX_NEAR; other = grid->next[other])
        if (other != node) {
          repel (self, node, other);
          n_near++;
        }
}

static void
attract (Layout *self, guint node)
{
  for (guint k = self->starts[node]; k < self->starts[node + 1]; k++) {
    guint other = self->others[k];
    gdouble x = self->boxes[other].x - self->boxes[node].x, y = self->boxes[other].y - self->boxes[node].y;
    gdouble pull = sqrt (x * x + y * y) / self->unit / sqrt (MAX (degree (self, node), 1));

    self->dx[node] += x * MIN (pull, 4);
    self->dy[node] += y * MIN (pull, 4);
  }
}

/* One step: all things move along the force on them, at most @limit points. */
static void
apply_forces (Layout *self, gdouble limit)
{
  RelGrid grid;

  rel_grid_init (&grid, self->n_part, self->drawing->n_nodes, 3 * self->unit, 3 * self->unit);
  for (guint i = 0; i < self->n_part; i++)
    rel_grid_add (&grid, self->part[i], &self->boxes[self->part[i]]);
  for (guint i = 0; i < self->n_part; i++) {
    guint node = self->part[i];

    self->dx[node] = self->dy[node] = 0;
    repel_near (self, &grid, node);
    attract (self, node);
  }
  for (guint i = 0; i < self->n_part; i++) {
    guint node = self->part[i];
    gdouble length = sqrt (self->dx[node] * self->dx[node] + self->dy[node] * self->dy[node]);
    gdouble share = length > limit ? limit / length : 1;

    self->boxes[node].x += self->dx[node] * share;
    self->boxes[node].y += self->dy[node] * share;
  }
  rel_grid_clear (&grid);
}

/* The most linked first; else from the middle of the part outwards; else by IRI, which the order of things is. */
static gint
compare_degrees (gconstpointer a, gconstpointer b, gpointer layout)
{
  const Layout *self = layout;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (degree (self, x) != degree (self, y))
    return degree (self, x) > degree (self, y) ? -1 : 1;
  if (self->depth[x] != self->depth[y])
    return self->depth[x] < self->depth[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
sort_by_degree (Layout *self, guint *nodes, guint n)
{
  g_qsort_with_data (nodes, (gint) n, sizeof *nodes, compare_degrees, self);
}

static void
lay_out_part (Layout *self)
{
  gdouble area = 0;

  for (guint i = 0; i < self->n_part; i++) {
    const RelBox *box = &self->boxes[self->part[i]];

    area += (box->width + REL_BOX_GAP) * (box->height + REL_BOX_GAP);
  }
  self->unit = sqrt (SPACE * area / self->n_part);
  place_on_disc (self);
  for (guint pass = 0; pass < FORCE_PASSES && self->n_part > 2; pass++)
    apply_forces (self, 2 * self->unit * (FORCE_PASSES - pass) / FORCE_PASSES);
  for (guint i = 0; i < self->n_part; i++)
    self->boxes[self->part[i]].x *= REL_PAGE_RATIO;
  if (self->n_part <= MAX_SEARCHED) {
    sort_by_degree (self, self->part, self->n_part);
    rel_boxes_part (self->boxes, self->drawing->n_nodes, self->part, self->n_part);
  } else
    rel_boxes_line_up (self->boxes, self->part, self->n_part);
}

/* A part that is laid out: its things, and the box around them. */
typedef struct {
  guint *nodes; /* [n_nodes] */
  guint n_nodes;
  RelBox frame;
} Part;

static void
clear_part (gpointer part)
{
  g_free (((Part *) part)->nodes);
}

static Part
make_part (const Layout *self)
{
  gdouble left = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = G_MAXDOUBLE, top = -G_MAXDOUBLE;
  Part part = { g_memdup2 (self->part, sizeof *self->part * self->n_part), self->n_part, { 0 } };

  for (guint i = 0; i < self->n_part; i++) {
    const RelBox *box = &self->boxes[self->part[i]];

    left = MIN (left, box->x - box->width / 2);
    right = MAX (right, box->x + box->width / 2);
    bottom = MIN (bottom, box->y - box->height / 2);
    top = MAX (top, box->y + box->height / 2);
  }
  part.frame = (RelBox){ (left + right) / 2, (bottom + top) / 2, right - left, top - bottom };
  return part;
}

static gint
compare_heights (gconstpointer a, gconstpointer b)
{
  const Part *x = a, *y = b;

  if (x->frame.height != y->frame.height)
    return x->frame.height > y->frame.height ? -1 : 1;
  return x->nodes[0] < y->nodes[0] ? -1 : x->nodes[0] > y->nodes[0];
}

static void
move_part (const Layout *self, const Part *part, gdouble x, gdouble y)
{
  for (guint i = 0; i < part->n_nodes; i++) {
    self->boxes[part->nodes[i]].x += x - part->frame.x;
    self->boxes[part->nodes[i]].y += y - part->frame.y;
  }
}

/* Sets parts in rows, the highest first, on a page of about REL_PAGE_RATIO. */
static void
set_in_rows (const Layout *self, GArray *parts)
{
  gdouble area = 0, widest = 0, x = 0, y = 0, row_height = 0, page_width;

  for (guint i = 0; i < parts->len; i++) {
    const RelBox *frame = &g_array_index (parts, Part, i).frame;

    area += (frame->width + PART_GAP) * (frame->height + PART_GAP);
    widest = MAX (widest, frame->width);
  }
  page_width = MAX (widest, sqrt (area * REL_PAGE_RATIO));
  g_array_sort (parts, compare_heights);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);

    if (x > 0 && x + part->frame.width > page_width) {
      y -= row_height + PART_GAP;
      x = row_height = 0;
    }
    move_part (self, part, x + part->frame.width / 2, y - part->frame.height / 2);
    x += part->frame.width + PART_GAP;
    row_height = MAX (row_height, part->frame.height);
  }
}

/* The thing with the most links among those that no part has, NOWHERE: there is none. @order [n]: by links. */
static guint
find_root (const Layout *self, const guint *order, guint n, guint *next)
{
  while (*next < n && self->parent[order[*next]] != NOWHERE)
    (*next)++;
  return *next < n ? order[*next] : NOWHERE;
}

static void
lay_out_parts (Layout *self, GArray *parts)
{
  g_autofree guint *order = g_new (guint, self->drawing->n_nodes + 1);
  guint n = 0, next = 0, root;

  for (guint i = 0; i < self->drawing->n_nodes; i++)
    if (self->selection->nodes[i])
      order[n++] = i;
  sort_by_degree (self, order, n);
  while ((root = find_root (self, order, n, &next)) != NOWHERE) {
    Part part;

    grow_tree (self, root);
    lay_out_part (self);
    part = make_part (self);
    g_array_append_val (parts, part);
  }
}

static void
layout_init (Layout *self, const RelDrawing *drawing, const RelDrawingSelection *selection)
{
  guint n = drawing->n_nodes + 1;

  *self = (Layout){ .drawing = drawing, .selection = selection };
  self->part = g_new (guint, n);
  self->parent = g_new (guint, n);
  memset (self->parent, 0xFF, sizeof *self->parent * n);
  self->depth = g_new0 (guint, n);
  self->size = g_new0 (gdouble, n);
  self->angle = g_new0 (gdouble, n);
  self->dx = g_new0 (gdouble, n);
  self->dy = g_new0 (gdouble, n);
  link_nodes (self);
}

static void
layout_clear (Layout *self)
{
  g_free (self->part);
  g_free (self->parent);
  g_free (self->depth);
  g_free (self->size);
  g_free (self->angle);
  g_free (self->dx);
  g_free (self->dy);
  g_free (self->starts);
  g_free (self->others);
}

void
rel_drawing_layout (const RelDrawing *drawing, const RelDrawingSelection *selection, RelBox *boxes)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Layout self;

  g_array_set_clear_func (parts, clear_part);
  layout_init (&self, drawing, selection);
  self.boxes = boxes;
  lay_out_parts (&self, parts);
  set_in_rows (&self, parts);
  layout_clear (&self);
}

/* From the last thing of a tree another tree: its depth is the length of the longest way that was found. */
guint
rel_drawing_get_diameter (const RelDrawing *drawing, const RelDrawingSelection *selection)
{
  guint longest = 0;
  Layout self;

  layout_init (&self, drawing, selection);
  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i] && self.parent[i] == NOWHERE) {
      guint last;

      grow_tree (&self, i);
      last = self.part[self.n_part - 1];
      for (guint k = 0; k < self.n_part; k++)
        self.parent[self.part[k]] = NOWHERE;
      grow_tree (&self, last);
      longest = MAX (longest, self.depth[self.part[self.n_part - 1]]);
    }
  layout_clear (&self);
  return longest;
}

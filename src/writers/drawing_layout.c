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
#include "writers/drawing_layout.h"

#include <math.h>
#include <string.h>

#define FORCE_PASSES 60
#define SPACE 1.9      /* room for a box, as a multiple of its area: below 1.5 lines have no way through */
#define GAP 14.0       /* points between boxes, at least */
#define PART_GAP 40.0  /* points between parts */
#define PAGE_RATIO 1.5 /* width to height */
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

/* Things by cells of a grid, hashed; a cell lists those in it. */
typedef struct {
  guint n_cells; /* a power of two */
  guint *first;  /* [n_cells] thing, NOWHERE */
  guint *next;   /* [n_nodes] */
  gdouble width, height;
} Grid;

static guint
find_cell (const Grid *self, gint column, gint row)
{
  return ((guint) column * 73856093u ^ (guint) row * 19349663u) & (self->n_cells - 1);
}

static void
grid_init (Grid *self, guint n, guint n_nodes, gdouble width, gdouble height)
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

static void
grid_add (Grid *self, guint node, const RelBox *box)
{
  guint cell = find_cell (self, (gint) floor (box->x / self->width), (gint) floor (box->y / self->height));

  self->next[node] = self->first[cell];
  self->first[cell] = node;
}

static void
grid_clear (Grid *self)
{
  g_free (self->first);
  g_free (self->next);
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
repel_near (Layout *self, const Grid *grid, guint node)
{
  gint column = (gint) floor (self->boxes[node].x / grid->width),
       row = (gint) floor (self->boxes[node].y / grid->height);
  guint n_near = 0;

  for (gint i = -1; i <= 1; i++)
    for (gint k = -1; k <= 1; k++)
      for (guint other = grid->first[find_cell (grid, column + i, row + k)]; other != NOWHERE && n_near < MAX_NEAR;
           other = grid->next[other])
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
  Grid grid;

  grid_init (&grid, self->n_part, self->drawing->n_nodes, 3 * self->unit, 3 * self->unit);
  for (guint i = 0; i < self->n_part; i++)
    grid_add (&grid, self->part[i], &self->boxes[self->part[i]]);
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
  grid_clear (&grid);
}

static gboolean
overlaps (const RelBox *a, const RelBox *b)
{
  return fabs (a->x - b->x) < (a->width + b->width) / 2 + GAP && fabs (a->y - b->y) < (a->height + b->height) / 2 + GAP;
}

/* Whether @box overlaps nothing in @grid, whose cells are as large as the largest box. */
static gboolean
is_free (const Layout *self, const Grid *grid, const RelBox *box)
{
  gint column = (gint) floor (box->x / grid->width), row = (gint) floor (box->y / grid->height);

  for (gint i = -1; i <= 1; i++)
    for (gint k = -1; k <= 1; k++)
      for (guint other = grid->first[find_cell (grid, column + i, row + k)]; other != NOWHERE;
           other = grid->next[other])
        if (overlaps (box, &self->boxes[other]))
          return FALSE;
  return TRUE;
}

/* The free place nearest to where @box is, along ellipses around it. @rings [grid->n_cells]: how far those had to go that
 * wanted a place in the same cell, which this one need not try again. */
static void
find_place (const Layout *self, const Grid *grid, guint *rings, RelBox *box)
{
  gdouble x = box->x, y = box->y, step = (box->height + GAP) / 2;
  guint cell = find_cell (grid, (gint) floor (x / grid->width), (gint) floor (y / grid->height));

  for (guint ring = MAX (rings[cell], 1); !is_free (self, grid, box); ring++) {
    rings[cell] = ring - ring / 4;
    for (guint i = 0, n = 6 * ring; i < n; i++) {
      gdouble angle = 2 * G_PI * i / n + ring;

      box->x = x + PAGE_RATIO * ring * step * cos (angle);
      box->y = y + ring * step * sin (angle);
      if (is_free (self, grid, box))
        return;
    }
  }
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
part_boxes (Layout *self)
{
  gdouble width = 1, height = 1;
  g_autofree guint *rings = NULL;
  Grid grid;

  for (guint i = 0; i < self->n_part; i++) {
    width = MAX (width, self->boxes[self->part[i]].width);
    height = MAX (height, self->boxes[self->part[i]].height);
  }
  sort_by_degree (self, self->part, self->n_part);
  grid_init (&grid, self->n_part, self->drawing->n_nodes, width + GAP, height + GAP);
  rings = g_new0 (guint, grid.n_cells);
  for (guint i = 0; i < self->n_part; i++) {
    RelBox *box = &self->boxes[self->part[i]];

    find_place (self, &grid, rings, box);
    grid_add (&grid, self->part[i], box);
  }
  grid_clear (&grid);
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

/* Sets the things of a very large part in rows: who is above whom, and in a row who is left of whom, stays. */
static void
line_up (Layout *self)
{
  gdouble total = 0, height = 0, y = 0;
  guint n_rows, n_in_row;

  for (guint i = 0; i < self->n_part; i++) {
    total += self->boxes[self->part[i]].width + GAP;
    height = MAX (height, self->boxes[self->part[i]].height + GAP);
  }
  n_rows = (guint) MAX (sqrt (total / height / PAGE_RATIO), 1);
  n_in_row = self->n_part / n_rows + 1;
  g_qsort_with_data (self->part, (gint) self->n_part, sizeof *self->part, compare_rows, self->boxes);
  for (guint i = 0; i < self->n_part; i += n_in_row, y -= height) {
    guint n = MIN (n_in_row, self->n_part - i);
    gdouble x = 0;

    g_qsort_with_data (self->part + i, (gint) n, sizeof *self->part, compare_columns, self->boxes);
    for (guint k = i; k < i + n; k++) {
      RelBox *box = &self->boxes[self->part[k]];

      box->x = x + box->width / 2;
      box->y = y;
      x += box->width + GAP;
    }
  }
}

static void
lay_out_part (Layout *self)
{
  gdouble area = 0;

  for (guint i = 0; i < self->n_part; i++) {
    const RelBox *box = &self->boxes[self->part[i]];

    area += (box->width + GAP) * (box->height + GAP);
  }
  self->unit = sqrt (SPACE * area / self->n_part);
  place_on_disc (self);
  for (guint pass = 0; pass < FORCE_PASSES && self->n_part > 2; pass++)
    apply_forces (self, 2 * self->unit * (FORCE_PASSES - pass) / FORCE_PASSES);
  for (guint i = 0; i < self->n_part; i++)
    self->boxes[self->part[i]].x *= PAGE_RATIO;
  if (self->n_part <= MAX_SEARCHED)
    part_boxes (self);
  else
    line_up (self);
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

/* Sets parts in rows, the highest first, on a page of about PAGE_RATIO. */
static void
set_in_rows (const Layout *self, GArray *parts)
{
  gdouble area = 0, widest = 0, x = 0, y = 0, row_height = 0, page_width;

  for (guint i = 0; i < parts->len; i++) {
    const RelBox *frame = &g_array_index (parts, Part, i).frame;

    area += (frame->width + PART_GAP) * (frame->height + PART_GAP);
    widest = MAX (widest, frame->width);
  }
  page_width = MAX (widest, sqrt (area * PAGE_RATIO));
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

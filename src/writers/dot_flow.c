/* Which way edges run through the ranks of dot, so that a picture fills a page.
 *
 * dot puts what an edge leads to on the right of where it comes from. The things that a news report is about lead to
 * twenty others each, which would make one column many pages high. Bounded work: a few passes over the edges.
 */
#include "writers/dot_flow.h"

/* Looked at on news graphs of 40 to 60 nodes. */
#define MIN_SHARED 4        /* fewer shared neighbours do not make a column */
#define MAX_SHARED_DEGREE 4 /* what has more edges is no mere neighbour */
#define MAX_HUBS 4
#define MIN_LEAVES 4
#define LEAVES_PER_COLUMN 10

/* The node with the most edges of those not marked in @done, n_nodes: there is none. */
static guint
find_hub (const RelDrawing *drawing, const RelDrawingSelection *selection, const guint *degrees, const gboolean *done)
{
  guint hub = drawing->n_nodes;

  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i] && !done[i] && (hub == drawing->n_nodes || degrees[i] > degrees[hub]))
      hub = i;
  return hub;
}

/* Turns the edges of those that do the same as @hub to many others, unless they are @done; marks them so. */
static void
flip_partners (RelDotFlow *self, const RelDrawing *drawing, const RelDrawingSelection *selection, const guint *degrees,
               guint hub, gboolean *done)
{
  g_autofree gboolean *of_hub = g_new0 (gboolean, drawing->n_nodes + 1);
  g_autofree guint *n_shared = g_new0 (guint, drawing->n_nodes + 1);

  done[hub] = TRUE;
  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i] && drawing->edges[i].source == hub
        && degrees[drawing->edges[i].target] <= MAX_SHARED_DEGREE)
      of_hub[drawing->edges[i].target] = TRUE;
  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i] && of_hub[drawing->edges[i].target] && !done[drawing->edges[i].source])
      n_shared[drawing->edges[i].source]++;
  for (guint i = 0; i < drawing->n_edges; i++) {
    const RelDrawingEdge *edge = &drawing->edges[i];

    if (n_shared[edge->source] >= MIN_SHARED && (of_hub[edge->target] || edge->target == hub)) {
      self->flipped[i] = TRUE;
      done[edge->source] = TRUE;
    }
  }
}

/* Where two things do the same to many others ("Lee and Meloni discussed ..."), the second one is better placed beyond
 * the others than below the first: its edges to them are laid out backwards, with the arrow where it was. What much
 * else is said of is no such other. */
static void
flip_shared_edges (RelDotFlow *self, const RelDrawing *drawing, const RelDrawingSelection *selection,
                   const guint *degrees)
{
  g_autofree gboolean *done = g_new0 (gboolean, drawing->n_nodes + 1);

  for (guint i = 0; i < MAX_HUBS; i++) {
    guint hub = find_hub (drawing, selection, degrees, done);

    if (hub == drawing->n_nodes)
      break;
    flip_partners (self, drawing, selection, degrees, hub, done);
  }
}

/* A thing that does much to things that nothing else is said of would have them all in one long column: every second one
 * goes to the other side, and where they are very many, to one of several columns there. */
static void
spread_leaves (RelDotFlow *self, const RelDrawing *drawing, const RelDrawingSelection *selection, const guint *degrees)
{
  g_autofree guint *n_leaves = g_new0 (guint, drawing->n_nodes + 1);
  g_autofree guint *n_placed = g_new0 (guint, drawing->n_nodes + 1);

  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i] && degrees[drawing->edges[i].target] == 1)
      n_leaves[drawing->edges[i].source]++;
  for (guint i = 0; i < drawing->n_edges; i++) {
    const RelDrawingEdge *edge = &drawing->edges[i];
    guint n = n_leaves[edge->source], place;

    if (!selection->edges[i] || degrees[edge->target] != 1 || n < MIN_LEAVES)
      continue;
    place = n_placed[edge->source]++;
    self->flipped[i] = place % 2 == 1;
    self->columns[i] = place / 2 % (n / (2 * LEAVES_PER_COLUMN) + 1);
  }
}

RelDotFlow *
rel_dot_flow_new (const RelDrawing *drawing, const RelDrawingSelection *selection, gboolean has_ranks)
{
  RelDotFlow *self = g_new0 (RelDotFlow, 1);
  g_autofree guint *degrees = g_new0 (guint, drawing->n_nodes + 1);

  self->flipped = g_new0 (gboolean, drawing->n_edges + 1);
  self->columns = g_new0 (guint, drawing->n_edges + 1);
  if (!has_ranks)
    return self;
  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i]) {
      degrees[drawing->edges[i].source]++;
      degrees[drawing->edges[i].target]++;
    }
  flip_shared_edges (self, drawing, selection, degrees);
  spread_leaves (self, drawing, selection, degrees);
  return self;
}

void
rel_dot_flow_free (RelDotFlow *self)
{
  g_free (self->flipped);
  g_free (self->columns);
  g_free (self);
}

/* The bounded, chosen part of a graph that is drawn.
 *
 * Nodes are taken one by one, the most important first; one that is linked to those taken before counts double, so that
 * what is shown hangs together. Then the edges between them, the best edge of each node first, up to a number that
 * can still be told apart. Cost: nodes shown times nodes, at worst.
 */
#include "writers/drawing.h"

#include <stdlib.h>
#include <string.h>

/* Looked at on news graphs: above it, lines cross more than they connect. */
#define EDGES_PER_NODE 1.4
#define UNLINKED_WEIGHT 0.5

/* With so many things that hang together, one that stands alone only distracts. */
#define MANY_LINKED 12

/* The edges at each node. */
typedef struct {
  guint *starts; /* [n_nodes + 1] into edges */
  guint *edges;  /* [2 × n_edges] */
} Incidence;

static guint
other_end (const RelDrawingEdge *edge, guint node)
{
  return edge->source == node ? edge->target : edge->source;
}

static Incidence
make_incidence (const RelDrawing *drawing)
{
  Incidence self = { g_new0 (guint, drawing->n_nodes + 2), g_new (guint, MAX (2 * drawing->n_edges, 1)) };

  for (guint i = 0; i < drawing->n_edges; i++) {
    self.starts[drawing->edges[i].source + 2]++;
    self.starts[drawing->edges[i].target + 2]++;
  }
  for (guint i = 2; i < drawing->n_nodes + 2; i++)
    self.starts[i] += self.starts[i - 1];
  for (guint i = 0; i < drawing->n_edges; i++) {
    self.edges[self.starts[drawing->edges[i].source + 1]++] = i;
    self.edges[self.starts[drawing->edges[i].target + 1]++] = i;
  }
  return self;
}

static void
incidence_clear (Incidence *self)
{
  g_free (self->starts);
  g_free (self->edges);
}

/* Whether @node is what the user calls @name (case-folded). */
static gboolean
is_called (const RelDrawingNode *node, const gchar *name, const gchar *folded)
{
  g_autofree gchar *label = g_utf8_casefold (node->label, -1);
  g_auto (GStrv) aliases = NULL;

  if (g_str_equal (node->iri, name) || g_str_equal (label, folded))
    return TRUE;
  aliases = g_strsplit (node->aliases != NULL ? node->aliases : "", ", ", -1);
  for (guint i = 0; aliases[i] != NULL; i++) {
    g_autofree gchar *alias = g_utf8_casefold (aliases[i], -1);

    if (g_str_equal (alias, folded))
      return TRUE;
  }
  return FALSE;
}

/* Marks in @near what is called @focus and what is up to @depth edges away; FALSE: nothing is called so. */
static gboolean
mark_near (const RelDrawing *drawing, const Incidence *incidence, const gchar *focus, guint depth, gboolean *near)
{
  g_autofree gchar *folded = g_utf8_casefold (focus, -1);
  g_autofree guint *queue = g_new (guint, MAX (drawing->n_nodes, 1));
  guint n_queue = 0, next = 0;

  for (guint i = 0; i < drawing->n_nodes; i++)
    if (is_called (&drawing->nodes[i], focus, folded))
      near[queue[n_queue++] = i] = TRUE;
  if (n_queue == 0)
    return FALSE;
  for (guint step = 0; step < depth; step++)
    for (guint end = n_queue; next < end; next++)
      for (guint k = incidence->starts[queue[next]]; k < incidence->starts[queue[next] + 1]; k++) {
        guint other = other_end (&drawing->edges[incidence->edges[k]], queue[next]);

        if (!near[other])
          near[queue[n_queue++] = other] = TRUE;
      }
  return TRUE;
}

/* Marks in @candidates what may be shown: what has an edge; in a graph of few edges, what has a line inside, too; in a
 * graph of bare names, every name. */
static void
mark_worth_showing (const RelDrawing *drawing, gboolean *candidates)
{
  guint n_linked = 0;

  for (guint i = 0; i < drawing->n_nodes; i++)
    n_linked += drawing->nodes[i].degree > 0;
  for (guint i = 0; i < drawing->n_nodes; i++)
    candidates[i] = drawing->nodes[i].degree > 0 || drawing->facts->len == 0
                    || (n_linked < MANY_LINKED && drawing->nodes[i].lines->len > 0);
}

/* The best node not taken yet among @candidates, n_nodes: none. */
static guint
find_best (const RelDrawing *drawing, const gboolean *candidates, const gboolean *taken, const gboolean *linked)
{
  guint best = drawing->n_nodes;
  gdouble best_score = -1.0;

  for (guint i = 0; i < drawing->n_nodes; i++) {
    gdouble score = drawing->nodes[i].score * (linked[i] ? 1.0 : UNLINKED_WEIGHT);

    if (candidates[i] && !taken[i] && score > best_score)
      best = i, best_score = score;
  }
  return best;
}

static void
select_nodes (RelDrawingSelection *self, const RelDrawing *drawing, const Incidence *incidence,
              const gboolean *candidates, guint max_nodes)
{
  g_autofree gboolean *linked = g_new0 (gboolean, drawing->n_nodes + 1);
  guint n_candidates = 0;

  for (guint i = 0; i < drawing->n_nodes; i++)
    n_candidates += candidates[i] != FALSE;
  if (n_candidates <= max_nodes) {
    memcpy (self->nodes, candidates, sizeof *candidates * drawing->n_nodes);
    self->n_nodes = n_candidates;
    return;
  }
  while (self->n_nodes < max_nodes) {
    guint best = find_best (drawing, candidates, self->nodes, linked);

    if (best == drawing->n_nodes)
      break;
    self->nodes[best] = TRUE;
    self->n_nodes++;
    for (guint k = incidence->starts[best]; k < incidence->starts[best + 1]; k++)
      linked[other_end (&drawing->edges[incidence->edges[k]], best)] = TRUE;
  }
}

/* An edge with its rank: the best of a node before all that are not, then by score, then by place. */
typedef struct {
  guint edge;
  gboolean best_of_node;
  gdouble score;
} RankedEdge;

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const RankedEdge *x = a, *y = b;

  if (x->best_of_node != y->best_of_node)
    return y->best_of_node - x->best_of_node;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->edge < y->edge ? -1 : 1;
}

static gboolean
is_between_shown (const RelDrawingSelection *self, const RelDrawingEdge *edge)
{
  return self->nodes[edge->source] && self->nodes[edge->target];
}

/* Marks in @best the edge of each shown node that matters most for it. */
static void
mark_best_edges (const RelDrawingSelection *self, const RelDrawing *drawing, const Incidence *incidence, gboolean *best)
{
  for (guint i = 0; i < drawing->n_nodes; i++) {
    guint choice = drawing->n_edges;

    for (guint k = incidence->starts[i]; self->nodes[i] && k < incidence->starts[i + 1]; k++) {
      guint edge = incidence->edges[k];

      if (is_between_shown (self, &drawing->edges[edge])
          && (choice == drawing->n_edges || drawing->edges[edge].score > drawing->edges[choice].score))
        choice = edge;
    }
    best[choice] = TRUE;
  }
}

static void
select_edges (RelDrawingSelection *self, const RelDrawing *drawing, const Incidence *incidence, guint max_edges)
{
  g_autofree gboolean *best = g_new0 (gboolean, drawing->n_edges + 1);
  g_autofree RankedEdge *ranked = g_new (RankedEdge, MAX (drawing->n_edges, 1));
  guint n_ranked = 0;

  mark_best_edges (self, drawing, incidence, best);
  for (guint i = 0; i < drawing->n_edges; i++)
    if (is_between_shown (self, &drawing->edges[i]))
      ranked[n_ranked++] = (RankedEdge){ i, best[i], drawing->edges[i].score };
  qsort (ranked, n_ranked, sizeof *ranked, compare_ranked);
  self->n_edges = MIN (n_ranked, max_edges);
  for (guint i = 0; i < self->n_edges; i++)
    self->edges[ranked[i].edge] = TRUE;
}

/* Takes back nodes that nothing shown speaks of, because all that they are linked to was left out. */
static void
drop_loose_nodes (RelDrawingSelection *self, const RelDrawing *drawing, const Incidence *incidence)
{
  for (guint i = 0; i < drawing->n_nodes; i++) {
    guint n_shown = 0;

    for (guint k = incidence->starts[i]; k < incidence->starts[i + 1]; k++)
      n_shown += self->edges[incidence->edges[k]] != FALSE;
    if (self->nodes[i] && n_shown == 0 && drawing->nodes[i].degree > 0 && drawing->nodes[i].lines->len == 0
        && self->n_nodes > 1) {
      self->nodes[i] = FALSE;
      self->n_nodes--;
    }
  }
}

RelDrawingSelection *
rel_drawing_select (RelDrawing *drawing, guint max_nodes, const gchar *focus, guint depth, GError **error)
{
  g_autoptr (RelDrawingSelection) self = g_new0 (RelDrawingSelection, 1);
  g_autofree gboolean *candidates = g_new0 (gboolean, drawing->n_nodes + 1);
  Incidence incidence = make_incidence (drawing);

  self->nodes = g_new0 (gboolean, drawing->n_nodes + 1);
  self->edges = g_new0 (gboolean, drawing->n_edges + 1);
  if (focus != NULL && !mark_near (drawing, &incidence, focus, depth, candidates)) {
    incidence_clear (&incidence);
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "nothing in the graph is called \"%s\"; give its label or IRI as the "
                 "graph has it",
                 focus);
    return NULL;
  }
  if (focus == NULL)
    mark_worth_showing (drawing, candidates);
  select_nodes (self, drawing, &incidence, candidates, max_nodes);
  select_edges (self, drawing, &incidence, (guint) MAX (max_nodes * EDGES_PER_NODE, 1));
  drop_loose_nodes (self, drawing, &incidence);
  incidence_clear (&incidence);
  return g_steal_pointer (&self);
}

void
rel_drawing_selection_free (RelDrawingSelection *self)
{
  if (self == NULL)
    return;
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self);
}

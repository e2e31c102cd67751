/* Maximum spanning arborescence with one child of the root: Chu and Liu 1965, Edmonds 1967, by contracting cycles in
 * the dense matrix of scores. A large constant taken off every arc of the root makes the best tree use one of them only
 * (Stanojević and Cohen 2021). When the best heads of all tokens are a tree already, as they mostly are, O(n^2) for
 * reading the scores; else O(n^2) for each cycle that is contracted.
 */
#include "learn/arborescence.h"

#include <string.h>

/* Nodes 0 (the root), 1..n (tokens), then one for each contracted cycle. */
typedef struct {
  gint32 head;
  gint32 dependent;
} Arc; /* between nodes 0..n */

typedef struct {
  guint n_leaves;  /* n + 1 */
  guint n_nodes;   /* leaves and contracted cycles so far */
  guint n_slots;   /* rows of the matrix: n + 1; a cycle takes the slot of one of its members */
  gdouble *scores; /* [n_slots][n_slots], head by dependent */
  Arc *arcs;       /* [n_slots][n_slots] the arc between leaves that the score stands for */
  gint32 *node_of; /* [n_slots] node in the slot, -1 once contracted into another */
  gint32 *parent;  /* [2 n_slots] cycle that the node was contracted into, -1: none */
  Arc *entering;   /* [2 n_slots] arc chosen into the node */
  gint32 *best;    /* [n_slots] slot of the best head */
} Contraction;

static gboolean
is_tree (const gint32 *heads, guint n, guint8 *marks)
{
  guint n_roots = 0;

  memset (marks, 0, n);
  for (guint i = 0; i < n; i++) {
    guint at = i;

    n_roots += heads[i] < 0;
    while (marks[at] == 0 && heads[at] >= 0) {
      marks[at] = 1; /* on the path */
      at = (guint) heads[at];
    }
    if (marks[at] == 1)
      return FALSE;
    marks[at] = 2;
    for (at = i; marks[at] == 1; at = (guint) heads[at])
      marks[at] = 2;
  }
  return n_roots == 1;
}

static void
choose_greedily (const gfloat *scores, guint n, gint32 *heads)
{
  for (guint d = 0; d < n; d++) {
    guint best = 0;

    for (guint h = 1; h <= n; h++)
      if (h != d + 1 && scores[(gsize) h * n + d] > scores[(gsize) best * n + d])
        best = h;
    heads[d] = (gint32) best - 1;
  }
}

static void
contraction_init (Contraction *self, const gfloat *scores, guint n)
{
  gdouble low = scores[0], high = scores[0], penalty;
  guint m = n + 1;

  self->n_leaves = self->n_nodes = self->n_slots = m;
  self->scores = g_new (gdouble, (gsize) m * m);
  self->arcs = g_new (Arc, (gsize) m * m);
  self->node_of = g_new (gint32, m);
  self->best = g_new (gint32, m);
  self->parent = g_new (gint32, 2 * m);
  self->entering = g_new0 (Arc, 2 * m);
  for (guint h = 0; h < m; h++)
    for (guint d = 0; d < n; d++)
      if (h != d + 1) {
        low = MIN (low, (gdouble) scores[(gsize) h * n + d]);
        high = MAX (high, (gdouble) scores[(gsize) h * n + d]);
      }
  penalty = 1.0 + (high - low) * (gdouble) m;
  for (guint h = 0; h < m; h++) {
    self->node_of[h] = (gint32) h;
    for (guint d = 1; d < m; d++) {
      self->scores[(gsize) h * m + d] = (gdouble) scores[(gsize) h * n + d - 1] - (h == 0 ? penalty : 0);
      self->arcs[(gsize) h * m + d] = (Arc){ (gint32) h, (gint32) d };
    }
  }
  for (guint i = 0; i < 2 * m; i++)
    self->parent[i] = -1;
}

static void
contraction_clear (Contraction *self)
{
  g_free (self->scores);
  g_free (self->arcs);
  g_free (self->node_of);
  g_free (self->best);
  g_free (self->parent);
  g_free (self->entering);
}

static void
choose_best_heads (Contraction *self)
{
  guint m = self->n_slots;

  for (guint d = 1; d < m; d++) {
    gint32 best = -1;

    if (self->node_of[d] < 0)
      continue;
    for (guint h = 0; h < m; h++)
      if (h != d && self->node_of[h] >= 0
          && (best < 0 || self->scores[(gsize) h * m + d] > self->scores[(gsize) best * m + d]))
        best = (gint32) h;
    self->best[d] = best;
    self->entering[self->node_of[d]] = self->arcs[(gsize) best * m + d];
  }
}

/* Slots of a cycle among the best heads into @cycle; their number, 0 when there is none. */
static guint
find_cycle (const Contraction *self, guint32 *marks, gint32 *cycle)
{
  guint m = self->n_slots, n = 0;

  memset (marks, 0, m * sizeof *marks);
  for (guint d = 1; d < m; d++) {
    gint32 at = (gint32) d;

    if (self->node_of[d] < 0)
      continue;
    while (at != 0 && marks[at] == 0) {
      marks[at] = d;
      at = self->best[at];
    }
    if (at == 0 || marks[at] != d)
      continue;
    do {
      cycle[n++] = at;
      at = self->best[at];
    } while (at != cycle[0]);
    return n;
  }
  return 0;
}

/* Scores between the cycle, which takes the slot cycle[0], and the slot @other outside. */
static void
contract_slot (Contraction *self, const gint32 *cycle, guint n_cycle, const gdouble *kept, guint other)
{
  guint m = self->n_slots;
  gsize out = (gsize) cycle[0] * m + other, in = (gsize) other * m + (guint) cycle[0];
  gdouble best_out = 0, best_in = 0;
  Arc arc_out = { 0, 0 }, arc_in = { 0, 0 };

  for (guint i = 0; i < n_cycle; i++) {
    gsize from = (gsize) cycle[i] * m + other, into = (gsize) other * m + (guint) cycle[i];

    if (other != 0 && (i == 0 || self->scores[from] > best_out)) {
      best_out = self->scores[from];
      arc_out = self->arcs[from];
    }
    if (i == 0 || self->scores[into] - kept[i] > best_in) {
      best_in = self->scores[into] - kept[i];
      arc_in = self->arcs[into];
    }
  }
  self->scores[in] = best_in;
  self->arcs[in] = arc_in;
  if (other != 0) {
    self->scores[out] = best_out;
    self->arcs[out] = arc_out;
  }
}

static void
contract_cycle (Contraction *self, const gint32 *cycle, guint n_cycle, gdouble *kept)
{
  guint m = self->n_slots;
  gint32 node = (gint32) self->n_nodes++;

  for (guint i = 0; i < n_cycle; i++) {
    kept[i] = self->scores[(gsize) self->best[cycle[i]] * m + (guint) cycle[i]];
    self->parent[self->node_of[cycle[i]]] = node;
    self->node_of[cycle[i]] = -1;
  }
  for (guint other = 0; other < m; other++)
    if (self->node_of[other] >= 0)
      contract_slot (self, cycle, n_cycle, kept, other);
  self->node_of[cycle[0]] = node;
}

/* Opens the cycles again, the last contracted first: the arc into a cycle breaks it at the member that it enters. */
static void
expand_cycles (Contraction *self)
{
  for (guint node = self->n_nodes; node-- > self->n_leaves;) {
    gint32 member = self->entering[node].dependent;

    while (self->parent[member] != (gint32) node)
      member = self->parent[member];
    self->entering[member] = self->entering[node];
  }
}

static void
find_by_contraction (const gfloat *scores, guint n, gint32 *heads)
{
  Contraction self;
  g_autofree guint32 *marks = g_new (guint32, n + 1);
  g_autofree gint32 *cycle = g_new (gint32, n + 1);
  g_autofree gdouble *kept = g_new (gdouble, n + 1);
  guint n_cycle;

  contraction_init (&self, scores, n);
  choose_best_heads (&self);
  while ((n_cycle = find_cycle (&self, marks, cycle)) > 0) {
    contract_cycle (&self, cycle, n_cycle, kept);
    choose_best_heads (&self);
  }
  expand_cycles (&self);
  for (guint d = 0; d < n; d++)
    heads[d] = self.entering[d + 1].head - 1;
  contraction_clear (&self);
}

void
rel_arborescence_find (const gfloat *scores, guint n, gint32 *heads)
{
  g_autofree guint8 *marks = g_new (guint8, n);

  choose_greedily (scores, n, heads);
  if (!is_tree (heads, n, marks))
    find_by_contraction (scores, n, heads);
}

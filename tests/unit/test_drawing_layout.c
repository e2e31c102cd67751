/* Places of things in large graphs: nothing overlaps, what is linked is near, the same twice. */
#include "triple_text.h"

#include <math.h>
#include <writers/drawing_layout.h>

typedef struct {
  RelTripleSet *set;
  RelDrawing *drawing;
  RelDrawingSelection *selection;
  RelBox *boxes;
} Placed;

static Placed
place (const gchar *turtle)
{
  Placed self = { .set = triples_from_turtle (turtle) };

  self.drawing = rel_drawing_new (self.set);
  self.selection = rel_drawing_select (self.drawing, 5000, NULL, 0, NULL);
  self.boxes = g_new0 (RelBox, self.drawing->n_nodes + 1);
  for (guint i = 0; i < self.drawing->n_nodes; i++)
    self.boxes[i] = (RelBox){ .width = 40 + 13 * (i % 9), .height = 20 + 11 * (i % 4) };
  rel_drawing_layout (self.drawing, self.selection, self.boxes);
  return self;
}

static void
placed_clear (Placed *self)
{
  g_free (self->boxes);
  rel_drawing_selection_free (self->selection);
  rel_drawing_free (self->drawing);
  rel_triple_set_free (self->set);
}

static void
assert_no_overlap (const Placed *self)
{
  for (guint i = 0; i < self->drawing->n_nodes; i++)
    for (guint k = 0; k < i; k++) {
      const RelBox *a = &self->boxes[i], *b = &self->boxes[k];

      if (self->selection->nodes[i] && self->selection->nodes[k])
        g_assert_true (fabs (a->x - b->x) >= (a->width + b->width) / 2
                       || fabs (a->y - b->y) >= (a->height + b->height) / 2);
    }
}

static gdouble
distance (const Placed *self, guint a, guint b)
{
  return hypot (self->boxes[a].x - self->boxes[b].x, self->boxes[a].y - self->boxes[b].y);
}

/* Linked things lie nearer to each other than things do on average. */
static void
assert_links_are_short (const Placed *self)
{
  gdouble linked = 0, all = 0;
  guint n = self->drawing->n_nodes;

  for (guint i = 0; i < self->drawing->n_edges; i++)
    linked += distance (self, self->drawing->edges[i].source, self->drawing->edges[i].target) / self->drawing->n_edges;
  for (guint i = 0; i < n; i++)
    all += distance (self, i, (i * 7 + n / 2) % n) / n;
  g_assert_cmpfloat (linked, <, 0.7 * all);
}

static gchar *
make_tree (guint n)
{
  GString *turtle = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (turtle, "e:n%u p:q e:n%u .\n", i, (i - 1) / 3);
  return g_string_free (turtle, FALSE);
}

static void
test_trees (void)
{
  static const guint sizes[] = { 2, 3, 40, 400, 1500 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree gchar *turtle = make_tree (sizes[i]);
    Placed first = place (turtle), second = place (turtle);

    assert_no_overlap (&first);
    if (sizes[i] > 3)
      assert_links_are_short (&first);
    for (guint k = 0; k < first.drawing->n_nodes; k++)
      g_assert_true (first.boxes[k].x == second.boxes[k].x && first.boxes[k].y == second.boxes[k].y);
    placed_clear (&first);
    placed_clear (&second);
  }
}

static void
test_star_and_parts (void)
{
  g_autoptr (GString) turtle = g_string_new ("e:self p:q e:self .\n");

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (turtle, "e:hub p:q e:arm%u . e:a%u p:q e:b%u .\n", i, i, i);

  Placed star = place (turtle->str);

  assert_no_overlap (&star);
  placed_clear (&star);
}

static void
test_nothing_and_one (void)
{
  Placed nothing = place (""), one = place ("e:a p:q e:a .");

  g_assert_cmpuint (nothing.drawing->n_nodes, ==, 0);
  g_assert_true (isfinite (one.boxes[0].x) && isfinite (one.boxes[0].y));
  placed_clear (&nothing);
  placed_clear (&one);
}

static void
test_diameter (void)
{
  Placed chain = place ("e:a p:q e:b . e:b p:q e:c . e:d p:q e:c . e:x p:q e:y .");

  g_assert_cmpuint (rel_drawing_get_diameter (chain.drawing, chain.selection), ==, 3);
  placed_clear (&chain);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-layout/trees", test_trees);
  g_test_add_func ("/drawing-layout/star-and-parts", test_star_and_parts);
  g_test_add_func ("/drawing-layout/nothing-and-one", test_nothing_and_one);
  g_test_add_func ("/drawing-layout/diameter", test_diameter);
  return g_test_run ();
}

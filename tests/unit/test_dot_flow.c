/* Which edges run backwards, and how far the arms of a star reach. */
#include "triple_text.h"

#include <writers/dot_flow.h>

typedef struct {
  RelTripleSet *set;
  RelDrawing *drawing;
  RelDrawingSelection *selection;
  RelDotFlow *flow;
} Flow;

static Flow
make_flow (const gchar *turtle, gboolean has_ranks)
{
  Flow self = { .set = triples_from_turtle (turtle) };

  self.drawing = rel_drawing_new (self.set);
  self.selection = rel_drawing_select (self.drawing, 200, NULL, 0, NULL);
  self.flow = rel_dot_flow_new (self.drawing, self.selection, has_ranks);
  return self;
}

static void
flow_clear (Flow *self)
{
  rel_dot_flow_free (self->flow);
  rel_drawing_selection_free (self->selection);
  rel_drawing_free (self->drawing);
  rel_triple_set_free (self->set);
}

/* How many edges from the node @label run backwards. */
static guint
count_flipped (const Flow *self, const gchar *label)
{
  guint n = 0;

  for (guint i = 0; i < self->drawing->n_edges; i++)
    if (g_str_equal (self->drawing->nodes[self->drawing->edges[i].source].label, label))
      n += self->flow->flipped[i] != FALSE;
  return n;
}

#define SHARED "e:Ann p:saw e:a, e:b, e:c, e:d, e:e . e:Bob p:saw e:a, e:b, e:c, e:d . e:Bob p:met e:Ann, e:Cem .\n"

static void
test_partner_goes_beyond (void)
{
  Flow flow = make_flow (SHARED, TRUE);

  /* Ann and Bob have six edges each; the first of them by IRI is the hub. */
  g_assert_cmpuint (count_flipped (&flow, "Ann"), ==, 0);
  g_assert_cmpuint (count_flipped (&flow, "Bob"), ==, 5); /* to a, b, c, d and Ann, not to Cem */
  flow_clear (&flow);
}

static void
test_no_ranks_no_flow (void)
{
  Flow flow = make_flow (SHARED, FALSE);

  g_assert_cmpuint (count_flipped (&flow, "Ann") + count_flipped (&flow, "Bob"), ==, 0);
  flow_clear (&flow);
}

static void
test_arms_on_both_sides (void)
{
  g_autoptr (GString) turtle = g_string_new (NULL);
  guint farthest = 0;
  Flow flow;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (turtle, "e:Hub p:has e:arm%02u .\n", i);
  flow = make_flow (turtle->str, TRUE);
  g_assert_cmpuint (count_flipped (&flow, "Hub"), ==, 25);
  for (guint i = 0; i < flow.drawing->n_edges; i++)
    farthest = MAX (farthest, flow.flow->columns[i]);
  g_assert_cmpuint (farthest, ==, 2);
  flow_clear (&flow);
}

static void
test_few_arms_stay (void)
{
  Flow flow = make_flow ("e:Hub p:has e:a, e:b, e:c .", TRUE);

  g_assert_cmpuint (count_flipped (&flow, "Hub"), ==, 0);
  flow_clear (&flow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot-flow/partner-goes-beyond", test_partner_goes_beyond);
  g_test_add_func ("/dot-flow/no-ranks-no-flow", test_no_ranks_no_flow);
  g_test_add_func ("/dot-flow/arms-on-both-sides", test_arms_on_both_sides);
  g_test_add_func ("/dot-flow/few-arms-stay", test_few_arms_stay);
  return g_test_run ();
}

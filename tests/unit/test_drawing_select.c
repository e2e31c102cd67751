/* The part of a graph that is drawn: bounded, connected, near what was asked for. */
#include "triple_text.h"

#include <string.h>
#include <writers/drawing.h>

/* A hub with 20 arms, and a chain of five beside it. */
static RelTripleSet *
make_graph (void)
{
  g_autoptr (GString) turtle = g_string_new ("e:hub rdfs:label \"The hub\" .\n");

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (turtle, "e:hub p:has e:arm%02u .\n", i);
  for (guint i = 0; i < 5; i++)
    g_string_append_printf (turtle, "e:link%u p:next e:link%u .\n", i, i + 1);
  return triples_from_turtle (turtle->str);
}

static gboolean
is_shown (const RelDrawing *drawing, const RelDrawingSelection *selection, const gchar *label)
{
  for (guint i = 0; i < drawing->n_nodes; i++)
    if (g_str_equal (drawing->nodes[i].label, label))
      return selection->nodes[i];
  g_assert_not_reached ();
}

static void
test_everything_fits (void)
{
  g_autoptr (RelTripleSet) set = make_graph ();
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (RelDrawingSelection) selection = rel_drawing_select (drawing, 60, NULL, 0, NULL);

  g_assert_cmpuint (selection->n_nodes, ==, 27);
  g_assert_cmpuint (selection->n_edges, ==, 25);
}

static void
test_bound_keeps_the_hub (void)
{
  g_autoptr (RelTripleSet) set = make_graph ();
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (RelDrawingSelection) selection = rel_drawing_select (drawing, 8, NULL, 0, NULL);

  g_assert_cmpuint (selection->n_nodes, <=, 8);
  g_assert_cmpuint (selection->n_nodes, >=, 6);
  g_assert_true (is_shown (drawing, selection, "The hub"));
  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i]) {
      g_assert_true (selection->nodes[drawing->edges[i].source]);
      g_assert_true (selection->nodes[drawing->edges[i].target]);
    }
}

static void
test_focus (void)
{
  g_autoptr (RelTripleSet) set = make_graph ();
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (RelDrawingSelection) selection = rel_drawing_select (drawing, 60, "LINK0", 2, NULL);

  g_assert_cmpuint (selection->n_nodes, ==, 3);
  g_assert_true (is_shown (drawing, selection, "link2"));
  g_assert_false (is_shown (drawing, selection, "link3"));
}

static void
test_unknown_focus (void)
{
  g_autoptr (RelTripleSet) set = make_graph ();
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_drawing_select (drawing, 60, "nobody", 2, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "nobody"));
}

static void
test_empty (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (RelDrawingSelection) selection = rel_drawing_select (drawing, 60, NULL, 0, NULL);

  g_assert_cmpuint (selection->n_nodes, ==, 0);
  g_assert_cmpuint (selection->n_edges, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-select/everything-fits", test_everything_fits);
  g_test_add_func ("/drawing-select/bound-keeps-the-hub", test_bound_keeps_the_hub);
  g_test_add_func ("/drawing-select/focus", test_focus);
  g_test_add_func ("/drawing-select/unknown-focus", test_unknown_focus);
  g_test_add_func ("/drawing-select/empty", test_empty);
  return g_test_run ();
}

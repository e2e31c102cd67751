/* Only what was asked for is drawn, and names that the graph does not have are told. */
#include "triple_text.h"

#include <string.h>
#include <writers/drawing_cluster.h>
#include <writers/drawing_filter.h>

#define GRAPH                                                                                                          \
  "e:Lee a schema:Person ; rdfs:label \"Lee\" ; p:visited e:Rome ; p:born 1963 .\n"                                    \
  "e:Ann a schema:Person ; rdfs:label \"Ann\" ; p:met e:Lee .\n"                                                       \
  "e:Rome a schema:Place ; rdfs:label \"Rome\" .\n"                                                                    \
  "f:1 a rdf:Statement ; rdf:subject e:Lee ; rdf:predicate p:visited ; rdf:object e:Rome ; rel:confidence 0.4 .\n"

static RelDrawing *
draw (RelTripleSet *set, const gchar *type, const gchar *predicate, gdouble confidence, GError **error)
{
  const gchar *types[] = { type, NULL }, *predicates[] = { predicate, NULL };
  RelDrawingFilter filter = { type != NULL ? types : NULL, predicate != NULL ? predicates : NULL, confidence };

  return rel_drawing_new_filtered (set, &filter, error);
}

static void
assert_size (const gchar *type, const gchar *predicate, gdouble confidence, guint n_nodes, guint n_edges)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (GRAPH);
  g_autoptr (RelDrawing) drawing = draw (set, type, predicate, confidence, NULL);

  g_assert_nonnull (drawing);
  g_assert_cmpuint (drawing->n_nodes, ==, n_nodes);
  g_assert_cmpuint (drawing->n_edges, ==, n_edges);
}

static void
test_filters (void)
{
  assert_size (NULL, NULL, 0, 3, 2);
  assert_size ("person", NULL, 0, 2, 1);
  assert_size ("https://schema.org/Person", NULL, 0, 2, 1);
  assert_size (NULL, "Met", 0, 2, 1);
  assert_size (NULL, "born", 0, 1, 0);
  assert_size (NULL, NULL, 0.5, 2, 1); /* what has no confidence stays */
  assert_size ("place", "visited", 0, 1, 0);
}

static void
test_unknown_names (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (GRAPH);
  g_autoptr (GError) error = NULL;

  g_assert_null (draw (set, "Planet", NULL, 0, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "\"Planet\"; there are: Person, Place"));
  g_clear_error (&error);
  g_assert_null (draw (set, NULL, "flew", 0, &error));
  g_assert_nonnull (strstr (error->message, "\"flew\"; there are: born, met, visited"));
}

static void
test_told (void)
{
  const gchar *types[] = { "Person", "Place", NULL };
  RelDrawingFilter filter = { types, NULL, 0.5 }, none = { NULL };
  g_autofree gchar *told = rel_drawing_filter_tell (&filter);

  g_assert_cmpstr (told, ==, "Only things: Person, Place; confidence: 0.50 and more.");
  g_assert_null (rel_drawing_filter_tell (&none));
}

/* Two triangles with one link between them are two communities. */
static void
test_communities (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (
    "e:a p:q e:b . e:b p:q e:c . e:c p:q e:a . e:x p:q e:y . e:y p:q e:z . e:z p:q e:x . e:c p:q e:x . e:lone p:q 1 .");
  g_autoptr (RelDrawing) drawing = rel_drawing_new (set);
  g_autoptr (RelDrawingSelection) selection = rel_drawing_select (drawing, 50, NULL, 0, NULL);
  g_autoptr (RelTheme) theme = rel_theme_new (NULL);
  g_autoptr (GArray) legend = rel_legend_new (drawing, selection, theme);
  g_autoptr (RelDrawingClusters) clusters = rel_drawing_clusters_new (drawing, selection, legend, "community");

  g_assert_cmpuint (clusters->names->len, ==, 2);
  g_assert_cmpuint (clusters->of_node[0], ==, clusters->of_node[1]); /* a, b */
  g_assert_cmpuint (clusters->of_node[0], ==, clusters->of_node[2]); /* c */
  g_assert_cmpuint (clusters->of_node[3], ==, REL_NO_CLUSTER);       /* lone */
  g_assert_cmpuint (clusters->of_node[4], ==, clusters->of_node[5]); /* x, y */
  g_assert_cmpuint (clusters->of_node[0], !=, clusters->of_node[4]);
  g_assert_cmpstr (g_ptr_array_index (clusters->names, 0), ==, "around c");
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-filter/filters", test_filters);
  g_test_add_func ("/drawing-filter/unknown-names", test_unknown_names);
  g_test_add_func ("/drawing-filter/told", test_told);
  g_test_add_func ("/drawing-filter/communities", test_communities);
  return g_test_run ();
}

/* RDF files: what is read, what is refused and where the message says it went wrong. */
#include <glib/gstdio.h>
#include <relata/triples.h>
#include <string.h>

static RelTripleSet *
load (const gchar *ending, const gchar *text, GError **error)
{
  g_autofree gchar *name = g_strconcat ("relata-XXXXXX", ending, NULL);
  g_autofree gchar *path = NULL;
  g_autoptr (GError) problem = NULL;
  gint file = g_file_open_tmp (name, &path, &problem);

  g_assert_no_error (problem);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  RelTripleSet *set = rel_triple_set_load (path, error);
  g_unlink (path);
  return set;
}

static void
test_turtle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) set
    = load (".ttl", "@prefix e: <http://x/e/> .\ne:b e:p \"zwei\"@de , 2 ; a e:T .\ne:a e:p [ e:q e:b ] .\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (set->n_triples, ==, 5);
  g_assert_cmpstr (set->triples[0].subject, ==, "http://x/e/a");
  g_assert_cmpstr (set->triples[1].predicate, ==, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  g_assert_cmpstr (set->triples[2].object, ==, "2");
  g_assert_cmpstr (set->triples[2].datatype, ==, "http://www.w3.org/2001/XMLSchema#integer");
  g_assert_cmpstr (set->triples[3].language, ==, "de");
  g_assert_cmpstr (g_hash_table_lookup (set->prefixes, "e"), ==, "http://x/e/");
}

static void
test_graphs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) quads = load (".nq", "<http://x/a> <http://x/p> \"v\" <http://x/g> .\n", &error);
  g_autoptr (RelTripleSet) trig = load (".trig", "<http://x/g> { <http://x/a> <http://x/p> \"v\" . }\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (quads->triples[0].graph, ==, "http://x/g");
  g_assert_cmpstr (trig->triples[0].graph, ==, "http://x/g");
}

static void
test_repetition (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) set
    = load (".nt", "<http://x/a> <http://x/p> \"v\" .\n<http://x/a> <http://x/p> \"v\" .\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (set->n_triples, ==, 1);
}

static void
test_broken (void)
{
  static const gchar *const texts[][2] = {
    { "<http://x/a> <http://x/p> .\n", ":1:" },
    { "\n\n<http://x/a> <http://x/p> \"open\n", ":3:" },
    { "e:a e:p e:b .\n", "" },
    { "<http://x/a> <http://x/p> \"\xff\" .\n", ":1:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (".ttl", texts[i][0], &error));
    g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
    g_assert_nonnull (strstr (error->message, ".ttl"));
    g_assert_nonnull (strstr (error->message, texts[i][1]));
  }
}

static void
test_missing (void)
{
  g_autoptr (GError) missing = NULL, folder = NULL;

  g_assert_null (rel_triple_set_load ("/nonexistent/graph.ttl", &missing));
  g_assert_error (missing, REL_ERROR, REL_ERROR_IO);
  g_assert_null (rel_triple_set_load ("/tmp", &folder));
  g_assert_error (folder, REL_ERROR, REL_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/triple-load/turtle", test_turtle);
  g_test_add_func ("/triple-load/graphs", test_graphs);
  g_test_add_func ("/triple-load/repetition", test_repetition);
  g_test_add_func ("/triple-load/broken", test_broken);
  g_test_add_func ("/triple-load/missing", test_missing);
  return g_test_run ();
}

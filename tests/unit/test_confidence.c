/* Confidence: weights from Turtle, the sum of them as a probability, and learning them back from examples. */
#include <glib/gstdio.h>
#include <semantics/confidence.h>

static void
test_weights (void)
{
  g_autofree gchar *folder = g_dir_make_tmp ("relata-XXXXXX", NULL);
  g_autofree gchar *path = g_build_filename (folder, "weights.ttl", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelLexicon) lexicon = NULL;
  g_autoptr (RelConfidence) confidence = NULL;

  g_assert_true (
    g_file_set_contents (path,
                         "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                         "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
                         "@prefix rel: <https://w3id.org/relata/ns#> .\n"
                         "rel:f1 a rel:ConfidenceFeature ; rdfs:label \"good\" ; rel:confidenceWeight 2.0 .\n"
                         "rel:f2 a rel:ConfidenceFeature ; rdfs:label \"bad\" ; rel:confidenceWeight -3.0 .\n",
                         -1, &error));
  lexicon = rel_lexicon_new (folder, NULL, &error);
  g_assert_no_error (error);
  confidence = rel_confidence_new (lexicon);
  g_assert_cmpfloat_with_epsilon (rel_confidence_get (confidence, "good"), 0.8808, 1e-3);
  g_assert_cmpfloat_with_epsilon (rel_confidence_get (confidence, "good bad unknown"), 0.2689, 1e-3);
  g_assert_cmpfloat_with_epsilon (rel_confidence_get (confidence, ""), 0.5, 1e-6);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_learning (void)
{
  RelConfidenceExample examples[400];
  gdouble held_out[G_N_ELEMENTS (examples)];
  g_autoptr (GHashTable) weights = NULL;
  const gdouble *good, *bad;

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    examples[i].group = i;
    examples[i].features = (gchar *) (i % 2 ? "bias good" : "bias bad");
    examples[i].target = i % 2 ? 0.9f : 0.2f;
  }
  weights = rel_confidence_train (examples, G_N_ELEMENTS (examples), held_out);
  good = g_hash_table_lookup (weights, "good");
  bad = g_hash_table_lookup (weights, "bad");
  g_assert_nonnull (good);
  g_assert_nonnull (bad);
  g_assert_cmpfloat (*good, >, *bad);
  g_assert_cmpfloat (held_out[1], >, 0.6);
  g_assert_cmpfloat (held_out[0], <, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confidence/weights", test_weights);
  g_test_add_func ("/confidence/learning", test_learning);
  return g_test_run ();
}

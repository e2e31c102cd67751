/* Statements of two arguments out of one of many. */
#include "tree_document.h"

static void
test_split (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("She she PRON PRP 2 nsubj\n"
                                                         "built build VERB VBD 0 root\n"
                                                         "boats boat NOUN NNS 2 obj\n"
                                                         "on on ADP IN 6 case\n"
                                                         "the the DET DT 6 det\n"
                                                         "banks bank NOUN NNS 2 obl\n"
                                                         "of of ADP IN 8 case\n"
                                                         "lakes lake NOUN NNS 6 nmod\n"
                                                         "and and CCONJ CC 10 cc\n"
                                                         "rivers river NOUN NNS 8 conj\n");
  const RelProposition *whole = tree_document_find (document, "She | built | boats | on the banks of lakes and rivers");
  static const gchar *const expected[]
    = { "She | built | boats", "She | built boats on | the banks of lakes and rivers",
        "She | built boats on the banks of | lakes", "She | built boats on the banks of | rivers" };
  guint n = 0;
  const RelProposition *statements;

  g_assert_nonnull (whole);
  statements = rel_proposition_split (document, whole, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++) {
    g_autofree gchar *line = tree_document_describe (&statements[i]);

    g_assert_cmpstr (line, ==, expected[i]);
  }
}

static void
test_nothing_to_split (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("She she PRON PRP 2 nsubj\n"
                                                         "slept sleep VERB VBD 0 root\n");
  guint n = 7;

  rel_proposition_split (document, &document->propositions[0], &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/binary/split", test_split);
  g_test_add_func ("/binary/nothing-to-split", test_nothing_to_split);
  return g_test_run ();
}

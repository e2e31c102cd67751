/* Coordination spread: which parts a proposition has, and which it must not have. */
#include "tree_document.h"

static void
test_subject_and_object (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("Lee Lee PROPN NNP 4 nsubj\n"
                                                         "and and CCONJ CC 3 cc\n"
                                                         "Kim Kim PROPN NNP 1 conj\n"
                                                         "sold sell VERB VBD 0 root\n"
                                                         "their their PRON PRP$ 6 nmod:poss\n"
                                                         "house house NOUN NN 4 obj\n"
                                                         "and and CCONJ CC 8 cc\n"
                                                         "car car NOUN NN 6 conj\n");
  const RelProposition *whole = tree_document_find (document, "Lee and Kim | sold | their house and car");
  static const gchar *const expected[]
    = { "Lee | sold | their house", "Lee | sold | their car", "Kim | sold | their house", "Kim | sold | their car" };

  g_assert_nonnull (whole);
  g_assert_cmpuint (whole->n_parts, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < whole->n_parts; i++) {
    g_autofree gchar *line = tree_document_describe (&whole->parts[i]);

    g_assert_cmpstr (line, ==, expected[i]);
  }
  g_assert_cmpint (whole->parts[2].arguments[0].head, ==, 2);
}

static void
test_no_coordination (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("Lee Lee PROPN NNP 2 nsubj\n"
                                                         "slept sleep VERB VBD 0 root\n");

  g_assert_cmpuint (document->n_propositions, ==, 1);
  g_assert_null (document->propositions[0].parts);
}

static void
test_inside_a_name (void)
{
  static const gchar rows[] = "Trinidad Trinidad PROPN NNP 4 nsubj\n"
                              "and and CCONJ CC 3 cc\n"
                              "Tobago Tobago PROPN NNP 1 conj\n"
                              "won win VERB VBD 0 root\n";
  const gchar *folder = g_getenv ("RELATA_ONTOLOGY");
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new (folder ? folder : "ontology", NULL, NULL);
  g_autoptr (RelDocument) document = tree_document_new (rows);

  for (guint i = 0; i < 3; i++) {
    document->tokens[i].name = REL_NAME_LOC;
    document->tokens[i].name_begins = i == 0;
  }
  g_assert_true (rel_propositions_annotate (NULL, lexicon, document, NULL));
  g_assert_cmpuint (document->n_propositions, ==, 1);
  g_assert_cmpuint (document->propositions[0].n_parts, ==, 0);
}

/* What is said are two clauses; one without a subject of its own stays with the first. */
static void
test_clauses (void)
{
  static const gchar said[] = "She she PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nthat that SCONJ IN 5 mark\n"
                              "dams dam NOUN NNS 5 nsubj\nbroke break VERB VBD 2 ccomp\nand and CCONJ CC 8 cc\n"
                              "towns town NOUN NNS 8 nsubj\nburned burn VERB VBD 5 conj\n";
  static const gchar shared[] = "She she PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\ndams dam NOUN NNS 4 nsubj\n"
                                "leaked leak VERB VBD 2 ccomp\nand and CCONJ CC 6 cc\nbroke break VERB VBD 4 conj\n";
  g_autoptr (RelDocument) document = tree_document_read (said), other = tree_document_read (shared);
  const RelProposition *whole = tree_document_find (document, "She | said that | dams broke and towns burned");
  const RelProposition *single = tree_document_find (other, "She | said | dams leaked and broke");
  g_autofree gchar *first = NULL, *second = NULL;

  g_assert_nonnull (whole);
  g_assert_cmpuint (whole->n_parts, ==, 2);
  first = tree_document_describe (&whole->parts[0]);
  second = tree_document_describe (&whole->parts[1]);
  g_assert_cmpstr (first, ==, "She | said that | dams broke");
  g_assert_cmpstr (second, ==, "She | said that | towns burned");
  g_assert_nonnull (single);
  g_assert_cmpuint (single->n_parts, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/subject-and-object", test_subject_and_object);
  g_test_add_func ("/distribution/no-coordination", test_no_coordination);
  g_test_add_func ("/distribution/inside-a-name", test_inside_a_name);
  g_test_add_func ("/distribution/clauses", test_clauses);
  return g_test_run ();
}

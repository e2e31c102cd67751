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

/* All statements of the only proposition that reads @line, parted by newlines. */
static void
assert_split (const gchar *rows, const gchar *line, const gchar *expected)
{
  g_autoptr (RelDocument) document = tree_document_read (rows);
  const RelProposition *whole = tree_document_find (document, line);
  g_autoptr (GString) found = g_string_new (NULL);
  const RelProposition *statements;
  guint n = 0;

  g_assert_nonnull (whole);
  statements = rel_proposition_split (document, whole, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree gchar *statement = tree_document_describe (&statements[i]);

    g_string_append_printf (found, "%s\n", statement);
  }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Only what the verb takes goes into the relation of the further arguments. */
static void
test_phrase_in_place_of_object (void)
{
  assert_split ("It it PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nbuilt build VERB VBN 0 root\n"
                "in in ADP IN 5 case\nLyon Lyon PROPN NNP 3 obl\nas as ADP IN 7 case\nbarn barn NOUN NN 3 obl\n",
                "It | was built in | Lyon | as barn", "It | was built in | Lyon\nIt | was built as | barn\n");
}

/* "in honour of" is one preposition. */
static void
test_noun_inside_preposition (void)
{
  assert_split ("They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nin in ADP IN 4 case\n"
                "honour honour NOUN NN 2 obl\nof of ADP IN 6 case\nAnna Anna PROPN NNP 4 nmod\n",
                "They | met in | honour of Anna", "They | met in honour of | Anna\n");
}

static void
test_infinitive (void)
{
  assert_split ("They they PRON PRP 2 nsubj\nsold sell VERB VBD 0 root\nships ship NOUN NNS 2 obj\n"
                "to to PART TO 5 mark\npay pay VERB VB 2 advcl\ndebts debt NOUN NNS 5 obj\n",
                "They | sold | ships | to pay debts", "They | sold | ships\nThey | sold ships to pay | debts\n");
}

/* What the object is tied to has a statement of its own; an "of" is part of it. */
static void
test_shortest_object (void)
{
  assert_split ("They they PRON PRP 2 nsubj\nheld hold VERB VBD 0 root\npart part NOUN NN 2 obj\nof of ADP IN 5 case\n"
                "talks talk NOUN NNS 3 nmod\non on ADP IN 7 case\ntrade trade NOUN NN 3 nmod\n",
                "They | held | part of talks on trade",
                "They | held | part of talks\nThey | held part of | talks\nThey | held part of talks on | trade\n");
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
  g_test_add_func ("/binary/phrase-in-place-of-object", test_phrase_in_place_of_object);
  g_test_add_func ("/binary/noun-inside-preposition", test_noun_inside_preposition);
  g_test_add_func ("/binary/infinitive", test_infinitive);
  g_test_add_func ("/binary/shortest-object", test_shortest_object);
  g_test_add_func ("/binary/nothing-to-split", test_nothing_to_split);
  return g_test_run ();
}

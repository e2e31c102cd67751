/* Propositions over given trees: fields that the cases do not show, hostile trees, the same result every time. */
#include "tree_document.h"

static const gchar agreed[] = "The the DET DT 2 det\n"
                              "leaders leader NOUN NNS 3 nsubj\n"
                              "agreed agree VERB VBD 0 root\n"
                              "to to PART TO 5 mark\n"
                              "deepen deepen VERB VB 3 xcomp\n"
                              "cooperation cooperation NOUN NN 5 obj\n"
                              "in in ADP IN 8 case\n"
                              "Seoul Seoul PROPN NNP 5 obl\n"
                              ". . PUNCT . 3 punct\n";

static void
test_lemma_and_roles (void)
{
  g_autoptr (RelDocument) document = tree_document_read (agreed);
  const RelProposition *found
    = tree_document_find (document, "The leaders | agreed to deepen | cooperation | in Seoul");

  g_assert_nonnull (found);
  g_assert_cmpstr (found->lemma, ==, "agree to deepen");
  g_assert_cmpint (found->modality, ==, REL_MODALITY_FACT);
  g_assert_cmpint (found->predicate, ==, 2);
  g_assert_cmpint (found->arguments[0].role, ==, REL_ROLE_SUBJECT);
  g_assert_cmpint (found->arguments[1].role, ==, REL_ROLE_OBJECT);
  g_assert_cmpint (found->arguments[1].head, ==, 5);
  g_assert_cmpstr (found->arguments[2].preposition, ==, "in");
  g_assert_cmpint (found->arguments[2].head, ==, 7);
  g_assert_true (found->confidence > 0 && found->confidence < 1);
}

static void
test_passive (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("Bridges bridge NOUN NNS 3 nsubj:pass\n"
                                                         "were be AUX VBD 3 aux:pass\n"
                                                         "built build VERB VBN 0 root\n"
                                                         "by by ADP IN 5 case\n"
                                                         "Eiffel Eiffel PROPN NNP 3 obl:agent\n");
  const RelProposition *found = tree_document_find (document, "Bridges | were built by | Eiffel");

  g_assert_nonnull (found);
  g_assert_true (found->passive);
  g_assert_cmpstr (found->lemma, ==, "build");
  g_assert_cmpstr (found->arguments[1].preposition, ==, "by");
}

static void
test_preposition_in_lemma (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("He he PRON PRP 2 nsubj\n"
                                                         "served serve VERB VBD 0 root\n"
                                                         "as as ADP IN 4 case\n"
                                                         "consul consul NOUN NN 2 obl\n");
  const RelProposition *found = tree_document_find (document, "He | served as | consul");

  g_assert_nonnull (found);
  g_assert_cmpstr (found->lemma, ==, "serve as");
  g_assert_cmpuint (found->tokens.n, ==, 2);
}

static void
test_negative_implicative (void)
{
  g_autoptr (RelDocument) document = tree_document_read ("They they PRON PRP 2 nsubj\n"
                                                         "failed fail VERB VBD 0 root\n"
                                                         "to to PART TO 4 mark\n"
                                                         "pay pay VERB VB 2 xcomp\n");
  const RelProposition *found = tree_document_find (document, "They | failed to pay");

  g_assert_nonnull (found);
  g_assert_cmpint (found->polarity, ==, REL_POLARITY_NEGATIVE);
  g_assert_cmpstr (found->lemma, ==, "pay");
}

/* Cycles, roots without end, labels that make no sense: no crash, no endless walk, and never an empty subject. */
static void
test_hostile_trees (void)
{
  static const gchar *const deprels[]
    = { "conj",      "xcomp",     "acl:relcl", "nsubj", "advcl", "ccomp", "cop",   "nmod:poss", "appos",
        "nmod:desc", "parataxis", "obl",       "root",  "obj",   "case",  "punct", "expl" };
  static const gchar *const words[]
    = { "said say VERB VBD", "to to PART TO",  "who who PRON WP",     "Lee Lee PROPN NNP", "( ( PUNCT (",
        "not not PART RB",   "was be AUX VBD", "talks talk NOUN NNS", "by by ADP IN" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++) {
    g_autoptr (GString) rows = g_string_new (NULL);
    gint n = g_rand_int_range (random, 1, 30);
    g_autoptr (RelDocument) document = NULL;

    for (gint i = 0; i < n; i++)
      g_string_append_printf (rows, "%s %d %s\n", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                              g_rand_int_range (random, 0, n + 1),
                              deprels[g_rand_int_range (random, 0, G_N_ELEMENTS (deprels))]);
    document = tree_document_new (rows->str);
    for (guint i = 0; i < document->n_tokens; i++) /* what the reader may have refused */
      document->tokens[i].head = g_rand_int_range (random, -1, n);
    rel_document_free (g_steal_pointer (&document));
    document = tree_document_read (rows->str);
    for (guint i = 0; i < document->n_propositions; i++) {
      const RelProposition *proposition = &document->propositions[i];
      guint n_statements;

      g_assert_cmpint (proposition->arguments[0].role, ==, REL_ROLE_SUBJECT);
      g_assert_cmpstr (proposition->relation, !=, "");
      rel_proposition_split (document, proposition, &n_statements);
    }
  }
}

static void
test_determinism (void)
{
  g_autoptr (RelDocument) first = tree_document_read (agreed);
  g_autoptr (RelDocument) second = tree_document_read (agreed);

  g_assert_cmpuint (first->n_propositions, ==, second->n_propositions);
  for (guint i = 0; i < first->n_propositions; i++) {
    g_assert_cmpstr (first->propositions[i].relation, ==, second->propositions[i].relation);
    g_assert_cmpfloat (first->propositions[i].confidence, ==, second->propositions[i].confidence);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/propositions/lemma-and-roles", test_lemma_and_roles);
  g_test_add_func ("/propositions/passive", test_passive);
  g_test_add_func ("/propositions/preposition-in-lemma", test_preposition_in_lemma);
  g_test_add_func ("/propositions/negative-implicative", test_negative_implicative);
  g_test_add_func ("/propositions/hostile-trees", test_hostile_trees);
  g_test_add_func ("/propositions/determinism", test_determinism);
  return g_test_run ();
}

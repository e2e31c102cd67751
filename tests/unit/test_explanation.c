/* Explanations: every rule that finds something has a description, words are told by number, weights add up. */
#include "tree_document.h"

#include <math.h>

static RelLexicon *
open_lexicon (void)
{
  const gchar *folder = g_getenv ("RELATA_ONTOLOGY");
  RelLexicon *lexicon = rel_lexicon_new (folder ? folder : "ontology", NULL, NULL);

  g_assert_nonnull (lexicon);
  return lexicon;
}

static const gchar may_visit[] = "Lee Lee PROPN NNP 3 nsubj\n"
                                 "may may AUX MD 3 aux\n"
                                 "visit visit VERB VB 0 root\n"
                                 "Rome Rome PROPN NNP 3 obj\n";

static void
test_slots (void)
{
  g_autoptr (RelLexicon) lexicon = open_lexicon ();
  g_autoptr (RelExplainer) explainer = rel_explainer_new (lexicon);
  g_autoptr (RelDocument) document = tree_document_read (may_visit);
  g_autofree gchar *tree = rel_explainer_write_tree (explainer, document, 0);
  g_autofree gchar *reasons = rel_explainer_write_proposition (explainer, document, &document->propositions[0]);

  g_assert_nonnull (strstr (tree, "3  visit  VERB root\n"));
  g_assert_nonnull (strstr (tree, "4    Rome  PROPN obj of 3 visit\n"));
  g_assert_nonnull (strstr (reasons, "rule        clause: "));
  g_assert_nonnull (strstr (reasons, "relation    may 2, visit 3; lemma \"visit\"\n"));
  g_assert_nonnull (strstr (reasons, "object      Rome 4; head 4\n"));
  g_assert_nonnull (strstr (reasons, "modality    possible\n"));
  g_assert_nonnull (strstr (reasons, "mood words  may 2 (possible modal)\n"));
}

/* The logistic function of the weights that are told is the confidence, but for their rounding. */
static void
test_weights (void)
{
  g_autoptr (RelLexicon) lexicon = open_lexicon ();
  g_autoptr (RelExplainer) explainer = rel_explainer_new (lexicon);
  g_autoptr (RelDocument) document = tree_document_read (may_visit);
  g_autofree gchar *reasons = rel_explainer_write_proposition (explainer, document, &document->propositions[0]);
  const gchar *line = strstr (reasons, "confidence  ");
  g_auto (GStrv) words = NULL;
  gdouble sum = 0;

  g_assert_nonnull (line);
  words = g_strsplit_set (line, " ,\n", -1);
  for (guint i = 0; words[i]; i++)
    if (words[i][0] == '+' || words[i][0] == '-')
      sum += g_ascii_strtod (words[i], NULL);
  g_assert_cmpfloat (fabs (1 / (1 + exp (-sum)) - document->propositions[0].confidence), <, 0.02);
}

/* A subject that nobody says has no words. */
static void
test_unsaid_subject (void)
{
  g_autoptr (RelLexicon) lexicon = open_lexicon ();
  g_autoptr (RelExplainer) explainer = rel_explainer_new (lexicon);
  g_autoptr (RelDocument) document = tree_document_read ("Send send VERB VB 0 root\n"
                                                         "me I PRON PRP 1 iobj\n"
                                                         "reports report NOUN NNS 1 obj\n");
  const RelProposition *found = tree_document_find (document, "you | Send | reports | me");
  g_autofree gchar *reasons = NULL;

  g_assert_nonnull (found);
  g_assert_cmpint (found->arguments[0].head, ==, -1);
  g_assert_cmpuint (found->arguments[0].tokens.n, ==, 0);
  g_assert_true (found->inferred);
  g_assert_cmpint (found->modality, ==, REL_MODALITY_OBLIGATORY);
  reasons = rel_explainer_write_proposition (explainer, document, found);
  g_assert_nonnull (strstr (reasons, "subject     no words of the sentence\n"));
}

/* Heads that form a cycle: no endless walk. */
static void
test_cycle (void)
{
  g_autoptr (RelLexicon) lexicon = open_lexicon ();
  g_autoptr (RelExplainer) explainer = rel_explainer_new (lexicon);
  g_autoptr (RelDocument) document = tree_document_read (may_visit);
  g_autofree gchar *tree = NULL, *reasons = NULL;

  document->tokens[2].head = 3;
  document->tokens[3].head = 2;
  tree = rel_explainer_write_tree (explainer, document, 0);
  reasons = rel_explainer_write_proposition (explainer, document, &document->propositions[0]);
  g_assert_nonnull (strstr (tree, "visit"));
  g_assert_nonnull (strstr (reasons, "relation    may 2, visit 3"));
}

static void
test_descriptions (void)
{
  static const gchar *const rules[]
    = { "clause",      "relative",   "conjunction", "control",    "participle",    "adverbial", "copula",
        "existential", "impersonal", "quotation",   "fragment",   "command",       "note",      "light",
        "apposition",  "title",      "role",        "possessive", "nominalisation" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_nonnull (rel_rule_get_description (rules[i]));
  g_assert_null (rel_rule_get_description ("guess"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/slots", test_slots);
  g_test_add_func ("/explanation/weights", test_weights);
  g_test_add_func ("/explanation/unsaid-subject", test_unsaid_subject);
  g_test_add_func ("/explanation/cycle", test_cycle);
  g_test_add_func ("/explanation/descriptions", test_descriptions);
  return g_test_run ();
}

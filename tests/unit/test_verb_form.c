/* Forms of verbs by rule, and by the lexicon where no rule holds. */
#include "triples/verb_form.h"

static void
check (const RelLexicon *lexicon, const gchar *lemma, const gchar *past, const gchar *present)
{
  g_autofree gchar *made_past = rel_verb_form_new (lexicon, lemma, REL_VERB_PAST);
  g_autofree gchar *made_present = rel_verb_form_new (lexicon, lemma, REL_VERB_PRESENT);

  g_assert_cmpstr (made_past, ==, past);
  g_assert_cmpstr (made_present, ==, present);
}

static void
test_rules (void)
{
  check (NULL, "reaffirm", "reaffirmed", "reaffirms");
  check (NULL, "include", "included", "includes");
  check (NULL, "carry", "carried", "carries");
  check (NULL, "play", "played", "plays");
  check (NULL, "stop", "stopped", "stops");
  check (NULL, "fix", "fixed", "fixes");
  check (NULL, "climb", "climbed", "climbs");
  check (NULL, "visit", "visited", "visits");
  check (NULL, "need", "needed", "needs");
  check (NULL, "reach", "reached", "reaches");
  check (NULL, "veto", "vetoed", "vetoes");
  check (NULL, "x", "xed", "xes");
  check (NULL, "", "", "");
}

static void
test_lexicon (void)
{
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new ("ontology", NULL, NULL);

  g_assert_nonnull (lexicon);
  check (lexicon, "seek", "sought", "seeks");
  check (lexicon, "have", "had", "has");
  check (lexicon, "commit", "committed", "commits");
  check (lexicon, "reaffirm", "reaffirmed", "reaffirms");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-form/rules", test_rules);
  g_test_add_func ("/verb-form/lexicon", test_lexicon);
  return g_test_run ();
}

/* Numbers in figures and words, word by word. */
#include <reference/number_words.h>

static RelLexicon *lexicon;

/* NULL when a word is none of a number. */
static gchar *
read_number (const gchar *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  RelNumberReader reader = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    if (!rel_number_reader_add (&reader, lexicon, words[i]))
      return NULL;
  return rel_number_reader_to_string (&reader);
}

static void
check (const gchar *phrase, const gchar *expected)
{
  g_autofree gchar *value = read_number (phrase);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_figures (void)
{
  check ("3", "3");
  check ("92,153", "92153");
  check ("6.3", "6.3");
  check ("1,000,000", "1000000");
  check ("1,00", NULL);
  check ("1.2.3", NULL);
  check (",", NULL);
  check ("12a", NULL);
}

static void
test_words (void)
{
  check ("three", "3");
  check ("twenty-one", "21");
  check ("two hundred", "200");
  check ("two hundred thousand", "200000");
  check ("one million two hundred thousand", "1200000");
  check ("two dozen", "24");
  check ("hundred", "100");
  check ("leaders", NULL);
}

static void
test_mixed (void)
{
  check ("8.08 billion", "8080000000");
  check ("1.3 billion", "1300000000");
  check ("3.4 trillion", "3400000000000");
  check ("0.5 million", "500000");
}

static void
test_long (void)
{
  g_autofree gchar *figures = g_strnfill (10000, '9');

  check (figures, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = rel_lexicon_new ("ontology", NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/number_words/figures", test_figures);
  g_test_add_func ("/number_words/words", test_words);
  g_test_add_func ("/number_words/mixed", test_mixed);
  g_test_add_func ("/number_words/long", test_long);
  status = g_test_run ();
  rel_lexicon_free (lexicon);
  return status;
}

/* Lemma scripts: made and applied again they give the lemma; scripts that do not fit are refused. */
#include <relata/lexis.h>

static void
check_script (const gchar *form, const gchar *lemma, const gchar *expected)
{
  g_autofree gchar *script = rel_lemma_script_new (form, lemma);
  g_autofree gchar *made = rel_lemma_script_apply (script, form);

  g_assert_cmpstr (script, ==, expected);
  g_assert_cmpstr (made, ==, lemma);
}

static void
test_round_trip (void)
{
  check_script ("The", "the", "l;0,;0,");
  check_script ("Korea", "Korea", "k;0,;0,");
  check_script ("KOREA", "Korea", "t;0,;0,");
  check_script ("Studies", "study", "l;0,;3,y");
  check_script ("Koreans", "Korean", "k;0,;1,");
  check_script ("unties", "tie", "l;2,;1,");
  check_script ("is", "be", "=be");
  check_script ("n't", "not", "l;0,;2,ot");
  check_script ("Été", "été", "l;0,;0,");
  check_script (",", ",", "k;0,;0,");
  check_script ("=;=", "=;=", "k;0,;0,");
  check_script ("a", "=", "==");
}

static void
test_other_words (void)
{
  g_autofree gchar *study = rel_lemma_script_apply ("l;0,;3,y", "PARTIES");

  g_assert_cmpstr (study, ==, "party");
}

static void
test_misfits (void)
{
  static const gchar *const scripts[] = { "",
                                          "x",
                                          "l",
                                          "l;",
                                          "l;0",
                                          "l;0,",
                                          "l;0,;",
                                          "l;0,;x,",
                                          "l;-1,;0,",
                                          "l;0,;9,",
                                          "l;3,;0,",
                                          "z;0,;0,",
                                          "l;99999999999999999999,;0," };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    g_assert_null (rel_lemma_script_apply (scripts[i], "abc"));
}

static void
test_long_words (void)
{
  g_autofree gchar *form = g_strnfill (5000, 'A');
  g_autofree gchar *script = rel_lemma_script_new (form, form);
  g_autofree gchar *made = rel_lemma_script_apply (script, form);

  g_assert_cmpstr (made, ==, form);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lemma-script/round-trip", test_round_trip);
  g_test_add_func ("/lemma-script/other-words", test_other_words);
  g_test_add_func ("/lemma-script/misfits", test_misfits);
  g_test_add_func ("/lemma-script/long-words", test_long_words);
  return g_test_run ();
}

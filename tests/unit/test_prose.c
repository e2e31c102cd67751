/* What is English prose: languages, code, headlines. */
#include <relata/document.h>
#include <semantics/prose.h>

#include <string.h>

/* @text is cut at blanks; "(" behind a letter is a token of its own. */
static gboolean
is_readable (const gchar *text)
{
  const gchar *folder = g_getenv ("RELATA_ONTOLOGY");
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new (folder ? folder : "ontology", NULL, NULL);
  g_autoptr (RelProse) prose = NULL;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  g_autofree RelToken *tokens = g_new0 (RelToken, n + 1);

  g_assert_nonnull (lexicon);
  prose = rel_prose_new (lexicon);
  for (guint i = 0; i < n; i++) {
    tokens[i].form = words[i];
    tokens[i].span = (RelSpan){ 100 * i, 100 * i + (guint32) strlen (words[i]) };
    if (strcmp (words[i], "(") == 0 && i > 0)
      tokens[i].span.start = tokens[i - 1].span.end;
  }
  return rel_prose_is_readable (prose, tokens, n);
}

static void
test_english (void)
{
  g_assert_true (is_readable ("The mayor of Lyon opened a bridge on Monday ."));
  g_assert_true (is_readable ("Mayor opens new bridge"));
  g_assert_true (is_readable ("POLICE ARREST THREE AFTER FIRE"));
  g_assert_true (is_readable ("The Institut Constant de Rebecque is a think tank named after the writer ."));
  g_assert_true (is_readable ("He sang at La Scala ."));
  g_assert_true (is_readable (""));
}

static void
test_other_languages (void)
{
  g_assert_false (is_readable ("Der Bürgermeister von Hamburg eröffnete am Montag eine neue Brücke über die Elbe ."));
  g_assert_false (is_readable ("Le maire de Lyon a inauguré un nouveau pont sur le fleuve ."));
  g_assert_false (is_readable ("El alcalde inauguró el lunes un nuevo puente sobre el río ."));
  g_assert_false (is_readable ("Il sindaco di Torino ha aperto un nuovo ponte sul fiume ."));
  g_assert_false (is_readable ("Мэр города открыл новый мост ."));
  g_assert_false (is_readable ("시장이 새 다리를 개통했다 ."));
}

static void
test_code (void)
{
  g_assert_false (is_readable ("for ( int i = 0 ; i < n ; i++ ) { sum += a[i] ; }"));
  g_assert_true (is_readable ("The firm ( based in Lyon ) sold 30 % of its shares for $ 5 ."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prose/english", test_english);
  g_test_add_func ("/prose/other-languages", test_other_languages);
  g_test_add_func ("/prose/code", test_code);
  return g_test_run ();
}

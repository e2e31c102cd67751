/* Reading CoNLL-U: text, spans, multiword tokens and trees; what breaks the format is named by line. */
#include "lexis/conllu.h"

#include <string.h>

#define WORD(id, form, head, deprel, misc)                                                                             \
  id "\t" form "\t" form "\tNOUN\tNN\tNumber=Sing\t" head "\t" deprel "\t_\t" misc "\n"

static const gchar two_documents[]
  = "# newdoc id = first\n# sent_id = s1\n# text = They don't.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod:foo\t_\tEntity=(1-x)\n"
    "3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    "# newpar\n# sent_id = s2\n"
    "1-2\tgonna\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD ("1", "going", "0", "root", "_")
      WORD ("2", "to", "1", "mark", "_") "\n"
                                         "# newdoc id = second\n" WORD ("1", "Seoul", "0", "root", "_") "\n";

static RelConlluReader *
read_string (const gchar *string)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (string, -1, NULL);

  return rel_conllu_reader_new (stream, "folder/test.conllu");
}

static gchar *
dup_span (const RelDocument *document, const RelToken *token)
{
  return g_strndup (document->text + token->span.start, token->span.end - token->span.start);
}

static void
test_documents (void)
{
  g_autoptr (RelConlluReader) reader = read_string (two_documents);
  g_autoptr (GError) error = NULL;
  const gchar **misc = NULL;
  g_autoptr (RelDocument) first = rel_conllu_reader_next (reader, &misc, &error);
  g_autoptr (RelDocument) second = NULL;
  g_autofree gchar *not = NULL, *going = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (first->id, ==, "first");
  g_assert_cmpstr (first->text, ==, "They don't.\n\ngonna");
  g_assert_cmpuint (first->n_sentences, ==, 2);
  g_assert_cmpuint (first->n_paragraphs, ==, 2);
  g_assert_cmpuint (first->n_tokens, ==, 6);
  g_assert_cmpstr (first->sentences[0].sent_id, ==, "s1");
  g_assert_cmpstr (first->sentences[1].comments, ==, "# newpar\n# sent_id = s2\n");
  g_assert_cmpuint (first->sentences[1].paragraph, ==, 1);
  g_assert_cmpint (first->tokens[0].head, ==, 1);
  g_assert_cmpint (first->tokens[1].head, ==, -1);
  g_assert_cmpuint (first->tokens[2].deprel, ==, REL_DEPREL_ADVMOD);
  g_assert_cmpuint (first->tokens[1].n_words, ==, 2);
  g_assert_cmpuint (first->tokens[2].n_words, ==, 0);
  g_assert_false (first->tokens[2].space_after);
  g_assert_true (rel_token_has_feature (&first->tokens[0], "Number=Plur"));
  g_assert_false (rel_token_has_feature (&first->tokens[0], "Number=Plu"));
  g_assert_cmpstr (misc[2], ==, "Entity=(1-x)");
  not = dup_span (first, &first->tokens[2]);
  g_assert_cmpstr (not, ==, "n't");
  going = dup_span (first, &first->tokens[4]);
  g_assert_cmpstr (going, ==, "gonna"); /* its words do not add up to it */

  second = rel_conllu_reader_next (reader, NULL, &error);
  g_assert_cmpstr (second->id, ==, "second");
  g_assert_null (rel_conllu_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

static void
test_no_name (void)
{
  g_autoptr (RelConlluReader) reader = read_string (WORD ("1", "Seoul", "0", "root", "_")); /* no blank line either */
  g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, NULL, NULL);

  g_assert_cmpstr (document->id, ==, "test");
  g_assert_cmpuint (document->n_tokens, ==, 1);
}

static void
assert_refused (const gchar *string, RelError code, const gchar *where)
{
  g_autoptr (RelConlluReader) reader = read_string (string);
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_conllu_reader_next (reader, NULL, &error));
  g_assert_error (error, REL_ERROR, (gint) code);
  g_assert_true (g_str_has_prefix (error->message, where));
}

static void
test_bad_lines (void)
{
  assert_refused ("# x\n1\tone\ttwo\n\n", REL_ERROR_FORMAT, "folder/test.conllu:2: ");
  assert_refused (WORD ("1", "a", "0", "root", "_") WORD ("3", "b", "1", "obj", "_") "\n", REL_ERROR_FORMAT,
                  "folder/test.conllu:2: ");
  assert_refused (WORD ("1", "a", "x", "root", "_") "\n", REL_ERROR_FORMAT, "folder/test.conllu:1: ");
  assert_refused (WORD ("1", "a", "-4", "root", "_") "\n", REL_ERROR_FORMAT, "folder/test.conllu:1: ");
  assert_refused ("1-3\tabc\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD ("1", "a", "0", "root", "_") "\n", REL_ERROR_FORMAT,
                  "folder/test.conllu:2: ");
  assert_refused ("1\ta\xff"
                  "b\n\n",
                  REL_ERROR_ENCODING, "folder/test.conllu:1: ");
}

static void
test_goes_on (void)
{
  g_autoptr (RelConlluReader) reader
    = read_string (WORD ("1", "first", "0", "root", "_") "\nbad\n\n" WORD ("1", "good", "0", "root", "_") "\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RelDocument) before = rel_conllu_reader_next (reader, NULL, &error), document = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (before->text, ==, "first");
  g_assert_null (rel_conllu_reader_next (reader, NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
  document = rel_conllu_reader_next (reader, NULL, NULL);
  g_assert_cmpstr (document->text, ==, "good");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conllu/documents", test_documents);
  g_test_add_func ("/conllu/no-name", test_no_name);
  g_test_add_func ("/conllu/bad-lines", test_bad_lines);
  g_test_add_func ("/conllu/goes-on", test_goes_on);
  return g_test_run ();
}

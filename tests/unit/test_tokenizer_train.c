/* What training owes: the same bytes from the same texts, and that the texts themselves are cut as they were. */
#include "lexis/conllu.h"
#include "lexis/tokenizer_train.h"

#include <glib/gstdio.h>
#include <string.h>

static const gchar text[]
  = "# newdoc\n"
    "1\tLee\tlee\tX\t_\t_\t0\troot\t_\t_\n2\tleft\tleave\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n3\t.\t.\tX\t_\t_"
    "\t1\tdep\t_\t_\n\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tDo\tdo\tX\t_\t_\t0\troot\t_\t_\n2\tn't\tnot\tX\t_\t_\t1\tdep\t_"
    "\t_\n"
    "3\t!\t!\tX\t_\t_\t1\tdep\t_\t_\n\n"
    "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tX\t_\t_\t0\troot\t_\t_\n2\tle\tle\tX\t_\t_\t1\tdep\t_\t_\n\n"
    "# newpar\n"
    "1\tYes\tyes\tX\t_\t_\t0\troot\t_\t_\n\n";

static RelDocument *
read_text (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "text.conllu");
  GError *error = NULL;
  RelDocument *document = rel_conllu_reader_next (reader, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The file that training on @n documents gives, as bytes; NULL path: not kept. */
static GBytes *
train (RelDocument *const *documents, guint n, guint64 seed, gchar **path)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autofree gchar *name = NULL;
  gchar *bytes = NULL;
  gsize n_bytes = 0;

  rel_tokenizer_train (documents, n, seed, writer);
  g_close (g_file_open_tmp ("train-XXXXXX.relm", &name, NULL), NULL);
  g_assert_true (rel_model_writer_save (writer, name, NULL));
  g_assert_true (g_file_get_contents (name, &bytes, &n_bytes, NULL));
  if (path != NULL)
    *path = g_steal_pointer (&name);
  else
    g_unlink (name);
  return g_bytes_new_take (bytes, n_bytes);
}

static void
test_same_bytes (void)
{
  g_autoptr (RelDocument) document = read_text ();
  g_autoptr (GBytes) first = train (&document, 1, 5, NULL), second = train (&document, 1, 5, NULL);
  g_autoptr (GBytes) nothing = train (NULL, 0, 5, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, nothing));
}

static void
test_remembers (void)
{
  RelDocument *documents[30];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelModel) model = NULL;
  g_autofree gchar *path = NULL;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    documents[i] = read_text ();
  bytes = train (documents, G_N_ELEMENTS (documents), 1, &path);
  model = rel_model_open (path, &error);
  g_assert_no_error (error);
  g_unlink (path);

  g_assert_true (rel_tokens_annotate (model, documents[0], &error));
  g_assert_cmpuint (documents[0]->n_sentences, ==, documents[1]->n_sentences);
  for (guint i = 0; i < documents[0]->n_sentences; i++) {
    g_assert_cmpuint (documents[0]->sentences[i].span.start, ==, documents[1]->sentences[i].span.start);
    g_assert_cmpuint (documents[0]->sentences[i].span.end, ==, documents[1]->sentences[i].span.end);
  }
  /* "du" cannot be cut into "de" and "le", so it is one token. */
  g_assert_cmpuint (documents[0]->n_tokens, ==, documents[1]->n_tokens - 1);
  g_assert_cmpstr (documents[0]->tokens[3].form, ==, "Do");
  g_assert_cmpuint (documents[0]->tokens[3].n_words, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    rel_document_free (documents[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-train/same-bytes", test_same_bytes);
  g_test_add_func ("/tokenizer-train/remembers", test_remembers);
  return g_test_run ();
}

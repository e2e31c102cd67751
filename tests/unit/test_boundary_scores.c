/* Counting what a tokenizer gets right, on one that was trained on the very text, and on one that was not. */
#include "lexis/boundary_scores.h"
#include "lexis/conllu.h"
#include "lexis/tokenizer_train.h"

#include <glib/gstdio.h>
#include <string.h>

static const gchar text[]
  = "# newdoc\n"
    "1\tLee\tlee\tX\t_\t_\t0\troot\t_\t_\n2\tleft\tleave\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n3\t.\t.\tX\t_\t_"
    "\t1\tdep\t_\t_\n\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tX\t_\t_\t0\troot\t_\t_\n2\tn't\tnot\tX\t_\t_\t1\tdep\t_\t_\n"
    "3\tgo\tgo\tX\t_\t_\t1\tdep\t_\t_\n\n";

/* A model that learned @n copies of the text. */
static RelModel *
train (const gchar *path, guint n)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  g_autofree gchar *name = NULL;
  RelModel *model;

  for (guint i = 0; i < n; i++) {
    g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, NULL);
    g_ptr_array_add (documents, rel_conllu_reader_next (reader, NULL, NULL));
  }
  rel_tokenizer_train ((RelDocument *const *) documents->pdata, documents->len, 1, writer);
  g_close (g_file_open_tmp ("boundary-XXXXXX.relm", &name, NULL), NULL);
  g_assert_true (rel_model_writer_save (writer, name, NULL));
  model = rel_model_open (name, NULL);
  g_unlink (name);
  return model;
}

static void
assert_counts (RelSpanCounts counts, guint right, guint n_system, guint n_gold)
{
  g_assert_cmpuint (counts.right, ==, right);
  g_assert_cmpuint (counts.n_system, ==, n_system);
  g_assert_cmpuint (counts.n_gold, ==, n_gold);
}

static void
test_counts (void)
{
  g_autofree gchar *path = NULL;
  RelBoundaryScores learned = { 0 }, blank = { 0 };
  GError *error = NULL;

  g_close (g_file_open_tmp ("boundary-XXXXXX.conllu", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (RelModel) good = train (path, 40);
  g_autoptr (RelModel) none = train (path, 0);

  g_assert_true (rel_boundary_scores_add_conllu (&learned, good, path, &error));
  assert_counts (learned.tokens, 5, 5, 5);
  assert_counts (learned.words, 6, 6, 6);
  assert_counts (learned.sentences, 2, 2, 2);

  /* Without weights only white space cuts: "Lee", "left.", "Don't", "go", all in one sentence. */
  g_assert_true (rel_boundary_scores_add_conllu (&blank, none, path, &error));
  assert_counts (blank.tokens, 3, 4, 5);
  assert_counts (blank.words, 2, 4, 6);
  assert_counts (blank.sentences, 0, 1, 2);
  g_unlink (path);

  g_assert_false (rel_boundary_scores_add_conllu (&blank, none, path, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
  g_error_free (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boundary-scores/counts", test_counts);
  return g_test_run ();
}

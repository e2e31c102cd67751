/* From a few sentences to a model and back to tags: training, the file, annotation; the same weights each time. */
#include "lexis/conllu.h"
#include "lexis/name_teacher.h"
#include "lexis/word_scores.h"
#include "lexis/words_train.h"

#include <glib/gstdio.h>
#include <string.h>

static const gchar lessons[]
  = "# newdoc id = GUM_small\n"
    "# sent_id = s-1\n"
    "1\tLee\tLee\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-sgl)\n"
    "2\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\tministers\tminister\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\tEntity=(2-person-new-n-cf2-1-sgl)\n"
    "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n"
    "5\tSeoul\tSeoul\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tEntity=(3-place-new-n-cf3-1-sgl)\n"
    "6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    "# sent_id = s-2\n"
    "1\tThe\tthe\tDET\tDT\tPronType=Art\t2\tdet\t_\tEntity=(4-object-new-n-cf1-2-sgl\n"
    "2\tships\tship\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\tEntity=4)\n"
    "3\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "4\tBusan\tBusan\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tEntity=(5-place-new-n-cf2-1-sgl)\n"
    "5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

static const gchar roles[] = "s-1\t2\tmeet.03\tmeet\tARG0:1-1:1 ARG1:3-3:3 ARGM-LOC:4-5:5\n"
                             "s-2\t3\tleave.01\tleave\tARG0:1-2:2 ARG1:4-4:4\n";

typedef struct {
  gchar *folder;
  gchar *treebank;
  gchar *places;
  gchar *roles;
  gchar *model;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  fixture->folder = g_dir_make_tmp ("relata-words-XXXXXX", NULL);
  fixture->treebank = g_build_filename (fixture->folder, "small.conllu", NULL);
  fixture->places = g_build_filename (fixture->folder, "places.csv", NULL);
  fixture->roles = g_build_filename (fixture->folder, "roles.tsv", NULL);
  fixture->model = g_build_filename (fixture->folder, "small.relm", NULL);
  for (guint i = 0; i < 30; i++)
    g_string_append (text, lessons);
  g_assert_true (g_file_set_contents (fixture->treebank, text->str, -1, NULL));
  g_assert_true (
    g_file_set_contents (fixture->places, "name,country,province\nSeoul,South Korea,\nBusan,South Korea,\n", -1, NULL));
  g_assert_true (g_file_set_contents (fixture->roles, roles, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->treebank);
  g_unlink (fixture->places);
  g_unlink (fixture->roles);
  g_unlink (fixture->model);
  g_rmdir (fixture->folder);
  g_free (fixture->treebank);
  g_free (fixture->places);
  g_free (fixture->roles);
  g_free (fixture->model);
  g_free (fixture->folder);
}

static void
ignore_line (const gchar *line, gpointer user_data)
{
}

static gboolean
save (RelModelWriter *writer, gpointer user_data, GError **error)
{
  return rel_model_writer_save (writer, user_data, error);
}

static void
train (const Fixture *fixture, guint n_epochs)
{
  const gchar *treebanks[] = { fixture->treebank, NULL }, *role_files[] = { fixture->roles, NULL };
  RelWordTraining options
    = { .treebanks = treebanks, .roles = role_files, .places = fixture->places, .n_epochs = n_epochs, .seed = 3 };
  g_autoptr (GError) error = NULL;

  g_assert_true (rel_words_train (&options, ignore_line, save, fixture->model, &error));
  g_assert_no_error (error);
}

static gchar *
dup_hash (const gchar *path)
{
  g_autoptr (RelModel) model = rel_model_open (path, NULL);

  return g_strdup (rel_model_get_hash (model));
}

static void
test_learns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModel) model = NULL;
  const RelWordNetwork *words;
  RelWordScores scores = { 0 };
  g_autoptr (RelRoleFile) gold_roles = rel_role_file_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (rel_role_file_read (gold_roles, fixture->roles, NULL));
  train (fixture, 60);
  model = rel_model_open (fixture->model, &error);
  words = rel_model_get_part (model, "words", rel_word_network_load, rel_word_network_free, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->knowledge.places.n_keys, ==, 3);
  g_assert_true (rel_word_scores_add_conllu (&scores, words, fixture->treebank, gold_roles, &error));
  g_assert_cmpuint (scores.n_words, ==, 330);
  g_assert_cmpuint (scores.upos, >=, 280);
  g_assert_cmpuint (scores.lemmas, >=, 280);
  g_assert_cmpuint (scores.arcs, >=, 280);
  g_assert_cmpuint (scores.names, >, 60);
  g_assert_cmpuint (scores.n_gold_names, ==, 90);
  g_assert_cmpuint (scores.n_gold_roles, ==, 150);
  g_assert_cmpuint (scores.roles, >=, 120);
}

/* A treebank without names gets those that a model sees in its proper nouns. */
static void
test_teacher (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModel) model = NULL;
  g_autoptr (RelDocument) document = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lessons, -1, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "made");
  const RelWordNetwork *words;

  train (fixture, 60);
  model = rel_model_open (fixture->model, NULL);
  words = rel_model_get_part (model, "words", rel_word_network_load, rel_word_network_free, NULL);
  document = rel_conllu_reader_next (reader, NULL, NULL);
  rel_name_teacher_annotate (words, document);
  g_assert_cmpuint (document->tokens[0].name, ==, REL_NAME_PER);
  g_assert_true (document->tokens[0].name_begins);
  g_assert_cmpuint (document->tokens[4].name, ==, REL_NAME_LOC);
  g_assert_cmpuint (document->tokens[5].name, ==, REL_NAME_NONE);
  g_assert_cmpuint (document->tokens[1].upos, ==, REL_UPOS_VERB); /* gold tags are kept */
  g_assert_cmpint (document->tokens[0].head, ==, 1);
}

static void
test_same_each_time (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *first = NULL, *second = NULL;

  train (fixture, 1);
  first = dup_hash (fixture->model);
  train (fixture, 1);
  second = dup_hash (fixture->model);
  g_assert_cmpstr (first, ==, second);
}

/* A document of one sentence of @n words. */
static RelDocument *
make_document (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (RelConlluReader) reader = NULL;

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%u\tship%u\t_\t_\t_\t_\t_\t_\t_\t_\n", i, i % 7);
  stream = g_memory_input_stream_new_from_data (text->str, -1, NULL);
  reader = rel_conllu_reader_new (stream, "made");
  return rel_conllu_reader_next (reader, NULL, NULL);
}

static void
test_long_sentence (Fixture *fixture, gconstpointer data)
{
  const guint n = 3 * REL_SENTENCE_MAX_TOKENS + 5;
  g_autoptr (RelDocument) document = make_document (n);
  g_autoptr (RelModel) model = NULL;
  guint n_roots = 0;

  train (fixture, 1);
  model = rel_model_open (fixture->model, NULL);
  g_assert_true (rel_words_annotate (model, document, NULL));
  for (guint i = 0; i < n; i++) {
    gint32 at = (gint32) i;
    guint steps = 0;

    n_roots += document->tokens[i].head < 0;
    g_assert_nonnull (document->tokens[i].lemma);
    while (at >= 0 && steps++ <= n)
      at = document->tokens[at].head;
    g_assert_cmpint (at, ==, -1);
  }
  g_assert_cmpuint (n_roots, ==, 1);
}

static void
test_model_without_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (RelDocument) document = make_document (3);
  g_autoptr (RelModel) model = NULL;
  g_autoptr (GError) error = NULL;

  rel_model_writer_set_section (writer, "network.spec", "x", 1);
  g_assert_true (rel_model_writer_save (writer, fixture->model, NULL));
  model = rel_model_open (fixture->model, NULL);
  g_assert_false (rel_words_annotate (model, document, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_MODEL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/words/learns", Fixture, NULL, set_up, test_learns, tear_down);
  g_test_add ("/words/teacher", Fixture, NULL, set_up, test_teacher, tear_down);
  g_test_add ("/words/same-each-time", Fixture, NULL, set_up, test_same_each_time, tear_down);
  g_test_add ("/words/long-sentence", Fixture, NULL, set_up, test_long_sentence, tear_down);
  g_test_add ("/words/model-without-network", Fixture, NULL, set_up, test_model_without_network, tear_down);
  return g_test_run ();
}

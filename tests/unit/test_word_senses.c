/* Classes of words from files in WordNet's format, in all inflections and in phrases. */
#include "lexis/word_senses.h"

#include <glib/gstdio.h>
#include <string.h>

/* The format of wndb(5WN), with senses made up for the test. */
static const struct {
  const gchar *name, *text;
} files[] = {
  { "data.noun", "  1 the licence comes first\n"
                 "00000100 18 n 01 man 0 000 | a person\n"
                 "00000200 15 n 01 Busan 0 000 | a port\n"
                 "00000300 10 n 02 report 0 account 0 000 | what is told\n"
                 "00000400 18 n 01 prime_minister 0 000 | heads a cabinet\n"
                 "00000500 06 n 01 report 1 000 | a shot\n" },
  { "index.noun", "  1 the licence comes first\n"
                  "busan n 1 0 1 0 00000200  \n"
                  "man n 1 1 @ 1 1 00000100  \n"
                  "prime_minister n 1 0 1 0 00000400  \n"
                  "report n 2 0 2 1 00000300 00000500  \n" },
  { "noun.exc", "men man\nmice mouse\n" },
  { "data.verb", "00000900 32 v 01 report 0 000 01 + 08 00 | tell\n" },
  { "index.verb", "report v 1 0 1 0 00000900  \n" },
  { "verb.exc", "" },
};

typedef struct {
  gchar *folder;
  RelWordSenseTable *table;
  RelWordSenses senses;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relata-senses-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree gchar *path = g_build_filename (fixture->folder, files[i].name, NULL);

    g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
  }
  fixture->table = rel_word_senses_read (fixture->folder, NULL, NULL);
  g_assert_nonnull (fixture->table);
  fixture->senses = (RelWordSenses){ (const guint32 *) (gpointer) fixture->table->keys->data,
                                     (const guint8 *) fixture->table->classes->data, fixture->table->keys->len };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree gchar *path = g_build_filename (fixture->folder, files[i].name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  rel_word_sense_table_free (fixture->table);
}

static void
check_word (const Fixture *fixture, const gchar *form, guint n, const guint8 *expected)
{
  guint8 classes[REL_WORD_MAX_SENSES];

  g_assert_cmpmem (classes, rel_word_senses_find (&fixture->senses, form, classes), expected, n);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  check_word (fixture, "man", 1, (const guint8[]){ 18 });
  check_word (fixture, "Men", 1, (const guint8[]){ 18 });
  check_word (fixture, "BUSAN", 1, (const guint8[]){ 15 | REL_SENSE_IS_NAME });
  check_word (fixture, "report", 3, (const guint8[]){ 10, 32, 6 | REL_SENSE_IS_MINOR });
  check_word (fixture, "reports", 3, (const guint8[]){ 10, 6 | REL_SENSE_IS_MINOR, 32 });
  check_word (fixture, "reported", 1, (const guint8[]){ 32 });
  check_word (fixture, "mice", 0, NULL); /* the list of exceptions alone knows it */
  check_word (fixture, "", 0, NULL);
  check_word (fixture, "2026", 0, NULL);
}

static void
test_phrases (Fixture *fixture, gconstpointer data)
{
  const gchar *const forms[] = { "Prime", "Minister", "Lee" };
  guint8 sense = 0;

  g_assert_cmpuint (rel_word_senses_match (&fixture->senses, forms, 3, &sense), ==, 2);
  g_assert_cmpuint (sense, ==, 18);
  g_assert_cmpuint (rel_word_senses_match (&fixture->senses, forms, 1, &sense), ==, 0);
  g_assert_cmpuint (rel_word_senses_match (&fixture->senses, forms + 1, 2, &sense), ==, 0);
  g_assert_cmpuint (rel_word_senses_match (&fixture->senses, forms, 0, &sense), ==, 0);
}

static void
test_no_database (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_word_senses_read ("/nowhere", NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/data.noun: "));
}

static void
test_nothing_known (void)
{
  const RelWordSenses none = { NULL, NULL, 0 };
  const gchar *const forms[] = { "two", "words" };
  guint8 classes[REL_WORD_MAX_SENSES];

  g_assert_cmpuint (rel_word_senses_find (&none, "word", classes), ==, 0);
  g_assert_cmpuint (rel_word_senses_match (&none, forms, 2, classes), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/word-senses/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/word-senses/phrases", Fixture, NULL, set_up, test_phrases, tear_down);
  g_test_add_func ("/word-senses/no-database", test_no_database);
  g_test_add_func ("/word-senses/nothing-known", test_nothing_known);
  return g_test_run ();
}

/* Model files: what is written comes back; whatever else stands in the file is refused with its name. */
#include <relata/learn.h>

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  gchar *folder;
  gchar *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relata-model-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "small.relm", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
write_small_model (const gchar *path)
{
  static const gchar *const words[] = { "one", "", "three" };
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (GError) error = NULL;

  rel_model_writer_set_section (writer, "a.numbers", "12345", 5);
  rel_model_writer_set_strings (writer, "b.words", words, 3);
  rel_model_writer_set_section (writer, "a.empty", NULL, 0);
  g_assert_true (rel_model_writer_save (writer, path, &error));
  g_assert_no_error (error);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModel) model = NULL;
  g_autofree const gchar **words = NULL;
  gsize n_bytes = 99;
  guint n_words = 0;

  write_small_model (fixture->path);
  model = rel_model_open (fixture->path, NULL);
  g_assert_nonnull (model);
  g_assert_cmpuint (rel_model_get_n_sections (model), ==, 3);
  g_assert_cmpstr (rel_model_get_section_name (model, 1), ==, "b.words");
  g_assert_cmpmem (rel_model_get_section (model, "a.numbers", &n_bytes), 5, "12345", 5);
  g_assert_cmpuint (n_bytes, ==, 5);
  g_assert_cmpuint (GPOINTER_TO_SIZE (rel_model_get_section (model, "a.numbers", NULL)) % 64, ==, 0);
  words = rel_model_get_strings (model, "b.words", &n_words);
  g_assert_cmpuint (n_words, ==, 3);
  g_assert_cmpstr (words[1], ==, "");
  g_assert_cmpstr (words[2], ==, "three");
  g_assert_null (rel_model_get_section (model, "c", &n_bytes));
  g_assert_cmpuint (n_bytes, ==, 0);
  g_assert_cmpuint (strlen (rel_model_get_hash (model)), ==, 16);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (RelModel) old = NULL, new = NULL;
  g_autofree gchar *hash = NULL;

  write_small_model (fixture->path);
  old = rel_model_open (fixture->path, NULL);
  hash = g_strdup (rel_model_get_hash (old));
  rel_model_writer_set_section (writer, "a.other", "6", 1);
  rel_model_writer_copy_sections (writer, old, "a.");
  g_assert_true (rel_model_writer_save (writer, fixture->path, NULL));
  new = rel_model_open (fixture->path, NULL);
  g_assert_cmpuint (rel_model_get_n_sections (new), ==, 2);
  g_assert_nonnull (rel_model_get_section (new, "a.other", NULL));
  g_assert_nonnull (rel_model_get_section (new, "b.words", NULL));
  g_assert_cmpstr (hash, !=, rel_model_get_hash (new));
}

static void
assert_refused (const gchar *path, const gchar *bytes, gsize n_bytes, const gchar *because)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) n_bytes, NULL));
  g_assert_null (rel_model_open (path, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_MODEL);
  g_assert_true (g_str_has_prefix (error->message, path));
  if (because != NULL)
    g_assert_nonnull (strstr (error->message, because));
}

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *bytes = NULL;
  gsize n_bytes = 0;

  write_small_model (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  for (gsize n = 0; n < n_bytes; n++)
    assert_refused (fixture->path, bytes, n, n < 8 ? "not a relata model" : "truncated");
  for (gsize i = 0; i < n_bytes; i++) {
    bytes[i] ^= 0x55;
    assert_refused (fixture->path, bytes, n_bytes, NULL);
    bytes[i] ^= 0x55;
  }
  bytes[8]++;
  assert_refused (fixture->path, bytes, n_bytes, "version 2");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_model_open (fixture->path, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (rel_model_open (fixture->folder, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autofree gchar *path = g_build_filename (fixture->folder, "missing", "model.relm", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (rel_model_writer_save (writer, path, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
}

static guint n_loads;

static gpointer
load_part (const RelModel *model, GError **error)
{
  n_loads++;
  return g_strdup (rel_model_get_section (model, "a.numbers", NULL));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelModel) model = NULL;
  gconstpointer first;

  write_small_model (fixture->path);
  model = rel_model_open (fixture->path, NULL);
  n_loads = 0;
  first = rel_model_get_part (model, "part", load_part, g_free, NULL);
  g_assert_true (first == rel_model_get_part (model, "part", load_part, g_free, NULL));
  g_assert_cmpuint (n_loads, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model-file/sections", Fixture, NULL, set_up, test_sections, tear_down);
  g_test_add ("/model-file/update", Fixture, NULL, set_up, test_update, tear_down);
  g_test_add ("/model-file/damage", Fixture, NULL, set_up, test_damage, tear_down);
  g_test_add ("/model-file/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/model-file/unwritable", Fixture, NULL, set_up, test_unwritable, tear_down);
  g_test_add ("/model-file/parts", Fixture, NULL, set_up, test_parts, tear_down);
  return g_test_run ();
}

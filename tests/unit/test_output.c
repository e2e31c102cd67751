/* Files appear whole or not at all, and failures are told. */
#include <relata/writers.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  gchar *folder;
  gchar *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("relata-output-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "graph.ttl", NULL);
}

static guint
count_files (const gchar *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
tear_down (Place *place, gconstpointer data)
{
  const gchar *name;
  GDir *dir = g_dir_open (place->folder, 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree gchar *path = g_build_filename (place->folder, name, NULL);

    g_remove (path);
  }
  g_dir_close (dir);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
write_text (RelOutput *output, const gchar *text)
{
  g_assert_true (g_output_stream_write_all (rel_output_get_stream (output), text, strlen (text), NULL, NULL, NULL));
}

static void
assert_content (const gchar *path, const gchar *expected)
{
  g_autofree gchar *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_appears_on_close (Place *place, gconstpointer data)
{
  RelOutput *output = rel_output_open (place->path, NULL);

  write_text (output, "whole\n");
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (rel_output_close (output, NULL));
  assert_content (place->path, "whole\n");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_abandoned_leaves_the_old (Place *place, gconstpointer data)
{
  RelOutput *output;

  g_assert_true (g_file_set_contents (place->path, "old\n", -1, NULL));
  output = rel_output_open (place->path, NULL);
  write_text (output, "half");
  rel_output_abandon (output);
  assert_content (place->path, "old\n");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_keeps_mode_and_link (Place *place, gconstpointer data)
{
  g_autofree gchar *target = g_build_filename (place->folder, "target", NULL);
  RelOutput *output;
  struct stat status;

  g_assert_true (g_file_set_contents (target, "old\n", -1, NULL));
  g_chmod (target, 0640);
  g_assert_cmpint (symlink ("target", place->path), ==, 0);
  output = rel_output_open (place->path, NULL);
  write_text (output, "new\n");
  g_assert_true (rel_output_close (output, NULL));
  assert_content (target, "new\n");
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (target, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

static void
test_missing_folder (Place *place, gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (place->folder, "none", "graph.ttl", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_output_open (path, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "create the folder"));
}

static void
test_folder_as_file (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_output_open (place->folder, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
}

static void
test_full_disk (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  RelTriple triple = { .subject = "http://x/s", .predicate = "http://x/p", .object = "http://x/o" };
  RelOutput *output;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS)) {
    g_test_skip ("no /dev/full here");
    return;
  }
  rel_triple_set_add (set, &triple);
  output = rel_output_open ("/dev/full", NULL);
  g_assert_nonnull (output);
  g_assert_false (rel_triple_set_write (set, REL_FORMAT_TURTLE, rel_output_get_stream (output), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  rel_output_abandon (output);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/output/appears-on-close", Place, NULL, set_up, test_appears_on_close, tear_down);
  g_test_add ("/output/abandoned-leaves-the-old", Place, NULL, set_up, test_abandoned_leaves_the_old, tear_down);
  g_test_add ("/output/keeps-mode-and-link", Place, NULL, set_up, test_keeps_mode_and_link, tear_down);
  g_test_add ("/output/missing-folder", Place, NULL, set_up, test_missing_folder, tear_down);
  g_test_add ("/output/folder-as-file", Place, NULL, set_up, test_folder_as_file, tear_down);
  g_test_add ("/output/full-disk", Place, NULL, set_up, test_full_disk, tear_down);
  return g_test_run ();
}

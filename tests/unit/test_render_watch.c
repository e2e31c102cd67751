/* Work in a process of its own: what it gives, what it says, and that it is ended when its time is over. */
#include <relata/base.h>
#include <string.h>
#include <unistd.h>
#include <writers/render_watch.h>

#define MANY_BYTES (3 * 1024 * 1024) /* more than a pipe holds */

static GBytes *
give_bytes (gpointer data, GError **error)
{
  gchar *bytes = g_malloc (MANY_BYTES);

  memset (bytes, *(const gchar *) data, MANY_BYTES);
  return g_bytes_new_take (bytes, MANY_BYTES);
}

static GBytes *
give_nothing (gpointer data, GError **error)
{
  return g_bytes_new_static ("", 0);
}

static GBytes *
fail (gpointer data, GError **error)
{
  g_set_error_literal (error, REL_ERROR, REL_ERROR_USAGE, "no such layout");
  return NULL;
}

static GBytes *
sleep_for_ever (gpointer data, GError **error)
{
  while (data == NULL)
    g_usleep (G_USEC_PER_SEC);
  return NULL;
}

static GBytes *
die (gpointer data, GError **error)
{
  _exit (1);
}

static void
test_results (void)
{
  gchar letter = 'x';
  g_autoptr (GBytes) bytes = rel_watch_run (give_bytes, &letter, 60, NULL);
  g_autoptr (GBytes) nothing = rel_watch_run (give_nothing, NULL, 60, NULL);
  gsize n_bytes = 0;
  const gchar *data = g_bytes_get_data (bytes, &n_bytes);

  g_assert_cmpuint (n_bytes, ==, MANY_BYTES);
  g_assert_cmpint (data[0], ==, 'x');
  g_assert_cmpint (data[MANY_BYTES - 1], ==, 'x');
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
}

static void
test_failures (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_watch_run (fail, NULL, 60, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_USAGE);
  g_assert_cmpstr (error->message, ==, "no such layout");
  g_clear_error (&error);
  g_assert_null (rel_watch_run (die, NULL, 60, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_LIMIT);
}

static void
test_time_is_over (void)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (rel_watch_run (sleep_for_ever, NULL, 1, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "more than 1 s"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-watch/results", test_results);
  g_test_add_func ("/render-watch/failures", test_failures);
  g_test_add_func ("/render-watch/time-is-over", test_time_is_over);
  return g_test_run ();
}

/* Work that may take for ever, in a process of its own that is ended when its time is over. Graphviz cannot be asked to
 * stop, and a thread of it cannot be ended: so the child works and sends its result through a pipe, one byte for how it
 * went before it. */
#include "writers/render_watch.h"

#include <relata/base.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIECE (64 * 1024)
#define DONE 'd'
#define FAILED 'f'

static void
write_all (int fd, const gchar *bytes, gsize n_bytes)
{
  while (n_bytes > 0) {
    gssize n = write (fd, bytes, n_bytes);

    if (n < 0 && errno != EINTR)
      return;
    if (n > 0)
      bytes += n, n_bytes -= (gsize) n;
  }
}

/* In the child: never returns. */
static void
work_and_exit (RelWatchedWork work, gpointer data, int fd)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = work (data, &error);
  gchar kind = result != NULL ? DONE : FAILED;
  gsize n_bytes = 0;
  const gchar *bytes = result != NULL ? g_bytes_get_data (result, &n_bytes) : error->message;

  write_all (fd, &kind, 1);
  write_all (fd, bytes, result != NULL ? n_bytes : strlen (bytes));
  _exit (0);
}

/* Reads into @text until the other end is closed; FALSE: the time was over before. */
static gboolean
read_until (int fd, GString *text, gint64 deadline)
{
  g_autofree gchar *piece = g_malloc (PIECE);

  for (;;) {
    struct pollfd wait = { .fd = fd, .events = POLLIN };
    gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
    gssize n;

    if (left <= 0)
      return FALSE;
    if (poll (&wait, 1, (int) left) <= 0)
      continue;
    n = read (fd, piece, PIECE);
    if (n == 0)
      return TRUE;
    if (n > 0)
      g_string_append_len (text, piece, n);
    else if (errno != EINTR)
      return TRUE;
  }
}

static GBytes *
take_result (GString *text, GError **error)
{
  if (text->len > 0 && text->str[0] == DONE)
    return g_bytes_new (text->str + 1, text->len - 1);
  if (text->len > 0)
    g_set_error_literal (error, REL_ERROR, REL_ERROR_USAGE, text->str + 1);
  else
    g_set_error_literal (error, REL_ERROR, REL_ERROR_LIMIT, "the layout broke off");
  return NULL;
}

GBytes *
rel_watch_run (RelWatchedWork work, gpointer data, guint seconds, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_time;
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    return work (data, error); /* as good as can be had */
  if (child == 0) {
    close (ends[0]);
    work_and_exit (work, data, ends[1]);
  }
  close (ends[1]);
  in_time = read_until (ends[0], text, deadline);
  close (ends[0]);
  if (!in_time)
    kill (child, SIGKILL);
  while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
    ;
  if (in_time)
    return take_result (text, error);
  g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "the layout takes more than %u s", seconds);
  return NULL;
}

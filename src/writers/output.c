/* Where results go: standard output as it is, or a file that appears under its name only when it is whole.
 *
 * A new file is written to NAME.XXXXXX in the same folder and renamed by rel_output_close(). It is not synced to disk: a
 * program that dies leaves the old file, a machine that dies may leave either. What is no regular file (a device, a pipe)
 * is written in place, and a symbolic link keeps pointing at the file that is replaced.
 */
#include <relata/writers.h>

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _RelOutput {
  GOutputStream *stream;
  gchar *path;      /* (nullable) for messages and rename; NULL: standard output */
  gchar *temporary; /* (nullable) beside @path; NULL: written in place */
};

/* Says why @path cannot be written, and what to do about it. */
static void
set_error (GError **error, const gchar *path, int number)
{
  const gchar *advice = "";

  if (number == ENOENT || number == ENOTDIR)
    advice = "; create the folder first";
  else if (number == EISDIR)
    advice = "; name a file in it";
  else if (number == EACCES || number == EPERM || number == EROFS)
    advice = "; choose another place with -o";
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot be written: %s%s", path, g_strerror (number), advice);
}

/* The permissions of a file that is replaced, or of any new file. */
static mode_t
mode_for (const struct stat *existing)
{
  mode_t mask;

  if (existing != NULL)
    return existing->st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

/* Opens @self->path itself or a file beside it; -1: errno says why. */
static int
open_file (RelOutput *self)
{
  struct stat status;
  gboolean exists = stat (self->path, &status) == 0;
  int fd;

  if (exists && !S_ISREG (status.st_mode))
    return open (self->path, O_WRONLY | O_CLOEXEC);
  if (exists && access (self->path, W_OK) != 0)
    return -1;
  if (exists) {
    gchar *target = realpath (self->path, NULL);

    if (target == NULL)
      return -1;
    g_free (self->path);
    self->path = g_strdup (target);
    free (target);
  }
  self->temporary = g_strconcat (self->path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0) {
    int number = errno;

    g_clear_pointer (&self->temporary, g_free);
    errno = number;
  } else if (fchmod (fd, mode_for (exists ? &status : NULL)) != 0) {
    g_debug ("%s: permissions not set: %s", self->temporary, g_strerror (errno));
  }
  return fd;
}

RelOutput *
rel_output_open (const gchar *path, GError **error)
{
  RelOutput *self = g_new0 (RelOutput, 1);
  int fd;

  if (path == NULL || g_str_equal (path, "-")) {
    self->stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
    return self;
  }
  self->path = g_strdup (path);
  fd = open_file (self);
  if (fd < 0) {
    set_error (error, path, errno);
    rel_output_abandon (self);
    return NULL;
  }
  self->stream = g_unix_output_stream_new (fd, TRUE);
  return self;
}

GOutputStream *
rel_output_get_stream (RelOutput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

gboolean
rel_output_close (RelOutput *self, GError **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  done = g_output_stream_flush (self->stream, NULL, error) && g_output_stream_close (self->stream, NULL, error);
  if (!done)
    g_prefix_error (error, "%s: ", self->path != NULL ? self->path : "standard output");
  if (done && self->temporary != NULL) {
    done = g_rename (self->temporary, self->path) == 0;
    if (done)
      g_clear_pointer (&self->temporary, g_free);
    else
      set_error (error, self->path, errno);
  }
  rel_output_abandon (self);
  return done;
}

void
rel_output_abandon (RelOutput *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    g_output_stream_close (self->stream, NULL, NULL);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_object (&self->stream);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

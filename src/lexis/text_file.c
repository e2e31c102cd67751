/* Opening the files of annotated text: the same message for CoNLL-U and BIO. */
#include "lexis/text_file.h"

#include <relata/base.h>

GInputStream *
rel_text_file_open (const gchar *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  GFileInputStream *stream = g_file_read (file, NULL, &cause);

  if (stream == NULL)
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", path, cause->message);
  return stream != NULL ? G_INPUT_STREAM (stream) : NULL;
}

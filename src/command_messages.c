/* Messages, exit statuses and the parsing of options, the same for all commands; see command_messages.h. */
#include "command_messages.h"

#include <gio/gio.h>
#include <relata/base.h>
#include <stdio.h>
#include <string.h>

G_GNUC_PRINTF (1, 0)
static void
print_line (const gchar *format, va_list arguments)
{
  g_autofree gchar *message = g_strdup_vprintf (format, arguments);

  fprintf (stderr, "relata: %s\n", message);
}

void
rel_messages_print_error (const gchar *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_line (format, arguments);
  va_end (arguments);
}

void
rel_messages_print_warning (const RelMessages *self, const gchar *format, ...)
{
  va_list arguments;

  if (self->quiet)
    return;
  va_start (arguments, format);
  print_line (format, arguments);
  va_end (arguments);
}

void
rel_messages_print_note (const RelMessages *self, const gchar *format, ...)
{
  va_list arguments;

  if (!self->verbose)
    return;
  va_start (arguments, format);
  print_line (format, arguments);
  va_end (arguments);
}

void
rel_messages_print_failure (const gchar *path, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return;
  if (path == NULL || strcmp (path, "-") == 0 || g_str_has_prefix (error->message, path))
    rel_messages_print_error ("%s", error->message);
  else
    rel_messages_print_error ("%s: %s", path, error->message);
}

RelExit
rel_exit_from_error (const GError *error)
{
  if (error->domain != REL_ERROR)
    return REL_EXIT_IO;
  switch ((RelError) error->code) {
  case REL_ERROR_USAGE:
    return REL_EXIT_USAGE;
  case REL_ERROR_INTERNAL:
    return REL_EXIT_INTERNAL;
  default:
    return REL_EXIT_IO;
  }
}

gboolean
rel_command_parse (GOptionContext *context, const gchar *command, int *argc, char ***argv)
{
  g_autofree gchar *program = g_strdup_printf ("relata %s", command);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  rel_messages_print_error ("%s: %s; see %s --help", command, error->message, program);
  return FALSE;
}

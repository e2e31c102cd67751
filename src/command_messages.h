/* What the commands tell their user on standard error, and the status that they exit with. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  REL_EXIT_OK = 0,
  REL_EXIT_SOME_FAILED = 1, /* some documents failed, the output of the others is valid */
  REL_EXIT_USAGE = 2,       /* options that are wrong or do not go together             */
  REL_EXIT_IO = 3,          /* input or output: nothing could be read, or not all written */
  REL_EXIT_INTERNAL = 4,    /* a mistake of relata                                      */
} RelExit;

/* How much to say: filled by --quiet and --verbose. Errors are always said. */
typedef struct {
  gboolean quiet;   /* no warnings */
  gboolean verbose; /* what is being done, and how long it took */
} RelMessages;

/* Each prints "relata: " and the message on a line of standard error. */
void rel_messages_print_error (const gchar *format, ...) G_GNUC_PRINTF (1, 2);
void rel_messages_print_warning (const RelMessages *self, const gchar *format, ...) G_GNUC_PRINTF (2, 3);
void rel_messages_print_note (const RelMessages *self, const gchar *format, ...) G_GNUC_PRINTF (2, 3);

/* Prints @error, behind @path unless its message names @path already; says nothing of a pipe that the reader closed.
 * @path may be NULL. */
void rel_messages_print_failure (const gchar *path, const GError *error);

/* The status that a command ends with when @error stops it. */
RelExit rel_exit_from_error (const GError *error);

/**
 * rel_command_parse:
 * @context: the options of the command; not freed
 * @command: its name, "build"
 *
 * Takes the options out of @argv; what is left behind argv[0] are the FILEs. --help prints and exits.
 *
 * Returns: %FALSE when the options are wrong, and says so: exit with %REL_EXIT_USAGE
 */
gboolean rel_command_parse (GOptionContext *context, const gchar *command, int *argc, char ***argv);

G_END_DECLS

/* What all commands share: their names and their exit statuses. */
#pragma once

#include <relata/relata.h>

G_BEGIN_DECLS

enum {
  REL_EXIT_OK = 0,
  REL_EXIT_SOME_FAILED = 1, /* some documents failed, the rest is valid */
  REL_EXIT_USAGE = 2,
  REL_EXIT_IO = 3,
  REL_EXIT_INTERNAL = 4,
};

/* Each is called with argv[0] being its own name and returns an exit status. */
gint rel_command_build (gint argc, gchar **argv);
gint rel_command_extract (gint argc, gchar **argv);
gint rel_command_annotate (gint argc, gchar **argv);
gint rel_command_draw (gint argc, gchar **argv);
gint rel_command_train (gint argc, gchar **argv);
gint rel_command_score (gint argc, gchar **argv);

G_END_DECLS

/* The commands by name, for main.c and the files that hold them. */
#pragma once

#include "command_messages.h"

G_BEGIN_DECLS

/* Each is called with argv[0] being its own name and returns a RelExit. */
gint rel_command_build (gint argc, gchar **argv);
gint rel_command_explain (gint argc, gchar **argv);
gint rel_command_extract (gint argc, gchar **argv);
gint rel_command_annotate (gint argc, gchar **argv);
gint rel_command_draw (gint argc, gchar **argv);
gint rel_command_query (gint argc, gchar **argv);
gint rel_command_check (gint argc, gchar **argv);
gint rel_command_merge (gint argc, gchar **argv);
gint rel_command_load (gint argc, gchar **argv);
gint rel_command_learn (gint argc, gchar **argv);
gint rel_command_train (gint argc, gchar **argv);
gint rel_command_score (gint argc, gchar **argv);

G_END_DECLS

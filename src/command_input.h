/* The input of the commands that read texts: their options, the pipeline, and the documents one after the other.
 *
 *   FILE… ─ reader by --input-format ─► RelDocument ─ pipeline ─► the command's function, once per document
 *
 * A command has a RelCommandInput on its stack:
 *
 *   RelCommandInput input = REL_COMMAND_INPUT_INIT;
 *   rel_command_input_add_options (&input, context);
 *   if (!rel_command_parse (context, "extract", &argc, &argv))
 *     return REL_EXIT_USAGE;
 *   if (rel_command_input_open (&input))
 *     rel_command_input_run (&input, argv + 1, REL_STAGE_PROPOSITIONS, print_document, &state);
 *   return rel_command_input_close (&input);
 */
#pragma once

#include "command_messages.h"

#include <relata/pipeline.h>

G_BEGIN_DECLS

typedef struct {
  /* Set by the options. */
  gchar *format_name;
  gchar *encoding;
  gchar *date;
  gboolean tokenized;
  gboolean keep_trees; /* CoNLL-U input: believe its tags and trees, too */
  gchar *model;
  gchar **ontology;
  gint n_threads; /* documents annotated at once */
  gboolean progress;
  RelMessages messages;
  void (*prepare) (
    RelDocument *document); /* (nullable) set by the command: called with each document before the stages */

  /* Set by rel_command_input_open(). */
  RelInputOptions options;
  RelPipeline *pipeline;

  /* The account of the work so far. */
  guint n_done;   /* documents that went well */
  guint n_failed; /* documents and files that did not */
  RelExit worst;  /* status of the failures */
  gboolean stopped;
  gdouble seconds[REL_N_STAGES];
} RelCommandInput;

#define REL_COMMAND_INPUT_INIT                                                                                         \
  {                                                                                                                    \
    .n_threads = 1                                                                                                     \
  }

/* Adds --input-format, --encoding, --date, --tokenized, --keep-trees, --model, --ontology, --jobs, --progress, --quiet and
 * --verbose to the main options of @context, which must not outlive @self. */
void rel_command_input_add_options (RelCommandInput *self, GOptionContext *context);

/* Checks the options and opens the pipeline; FALSE when either fails, and says so. */
gboolean rel_command_input_open (RelCommandInput *self);

/**
 * RelDocumentFunc:
 * @document: annotated as far as asked for; freed by the caller, whose graph may hold what it needs of it
 *
 * Returns: %FALSE with @error when the output cannot be written, which ends the work
 */
typedef gboolean (*RelDocumentFunc) (RelCommandInput *input, RelDocument *document, gpointer user_data, GError **error);

/**
 * rel_command_input_run:
 * @paths: (array zero-terminated=1): "-" is standard input, as is having none
 * @until: the last stage to run
 *
 * Reads, annotates and hands over each document of each of @paths. What fails is reported, counted and skipped.
 * Tokens and sentences of CoNLL-U and BIO input are kept; what the input says of them is forgotten before the pipeline
 * says it anew, unless --keep-trees is given.
 */
void rel_command_input_run (RelCommandInput *self, gchar *const *paths, RelStage until, RelDocumentFunc each,
                            gpointer user_data);

/* Has the pipeline believe the file of identities @path; FALSE when it cannot be used, and says so. */
gboolean rel_command_input_load_identities (RelCommandInput *self, const gchar *path);

/* Reports that the output @path (nullable) failed, and has rel_command_input_close() return a status that says so. */
void rel_command_input_fail_output (RelCommandInput *self, const gchar *path, const GError *error);

/* Frees what @self holds, tells the time of the stages if --verbose, and returns the status to exit with. */
RelExit rel_command_input_close (RelCommandInput *self);

G_END_DECLS

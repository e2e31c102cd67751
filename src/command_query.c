/* relata query: SPARQL over RDF files. */
#include "command.h"
#include "command_graphs.h"

#include <gio/gio.h>
#include <relata/writers.h>
#include <string.h>

typedef struct {
  gchar *query_path;
  gchar *format_name;
  gchar *output;
  RelMessages messages;
} QueryOptions;

/* What to write: rows or truth, or triples. */
typedef struct {
  gint rows;    /* RelAnswersFormat */
  gint triples; /* RelFormat */
} Formats;

static void
add_options (QueryOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "query", 'q', 0, G_OPTION_ARG_FILENAME, &self->query_path, "read the query from FILE; all arguments are graphs",
      "FILE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_name,
      "table, csv, tsv, json or xml (default: table); of CONSTRUCT an RDF format (default: turtle)", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, "write to FILE (default: standard output)", "FILE" },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &self->messages.quiet, "no warnings", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "say how much was read and found", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context, "Answers a SPARQL query (SELECT, ASK or CONSTRUCT) over RDF files: Turtle, N-Triples, N-Quads or TriG.\n"
             "The prefixes of the files and of relata's vocabularies need no declaration.");
}

static gboolean
choose_formats (const QueryOptions *self, Formats *formats)
{
  *formats = (Formats){ REL_ANSWERS_FORMAT_TABLE, REL_FORMAT_TURTLE };
  if (self->format_name == NULL)
    return TRUE;
  formats->rows = rel_answers_format_from_name (self->format_name);
  formats->triples = rel_format_from_name (self->format_name);
  if (formats->rows >= 0 || formats->triples >= 0)
    return TRUE;
  rel_messages_print_error ("query: \"%s\" is no format; choose table, csv, tsv, json, xml or an RDF format",
                            self->format_name);
  return FALSE;
}

/* (transfer full) (nullable): all of @path, UTF-8. */
static gchar *
read_query (const gchar *path, GError **error)
{
  gchar *text = NULL;
  gsize n_bytes = 0;

  if (!g_file_get_contents (path, &text, &n_bytes, error)) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  if (g_utf8_validate_len (text, (gssize) n_bytes, NULL))
    return text;
  g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: not UTF-8", path);
  g_free (text);
  return NULL;
}

static gboolean
write_answers (const RelAnswers *answers, const Formats *formats, GOutputStream *stream, GError **error)
{
  const RelTripleSet *triples = rel_answers_get_triples (answers);

  if (triples != NULL && formats->triples >= 0)
    return rel_triple_set_write (triples, (RelFormat) formats->triples, stream, error);
  if (triples == NULL && formats->rows < 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "query: an RDF format is for CONSTRUCT; choose table, csv, tsv, json or xml");
    return FALSE;
  }
  return rel_answers_write (answers, (RelAnswersFormat) MAX (formats->rows, 0), stream, error);
}

static RelExit
run (const QueryOptions *self, const Formats *formats, const gchar *query, const gchar *name, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) triples = rel_graphs_read (paths, &error);
  g_autoptr (RelAnswers) answers = triples != NULL ? rel_triple_set_query (triples, query, name, &error) : NULL;
  RelOutput *output = answers != NULL ? rel_output_open (self->output, &error) : NULL;

  if (output != NULL && !write_answers (answers, formats, rel_output_get_stream (output), &error)) {
    rel_output_abandon (output);
    output = NULL;
  }
  if (output == NULL || !rel_output_close (output, &error)) {
    rel_messages_print_failure (answers != NULL ? self->output : NULL, error);
    return rel_exit_from_error (error);
  }
  rel_messages_print_note (&self->messages, "%" G_GSIZE_FORMAT " triples read, %u rows found", triples->n_triples,
                           rel_answers_get_n_rows (answers));
  return REL_EXIT_OK;
}

/* With -q all arguments are graphs; without it the last one is the query. */
static RelExit
start (const QueryOptions *self, gint argc, gchar **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *query = NULL;
  Formats formats;

  if (!choose_formats (self, &formats))
    return REL_EXIT_USAGE;
  if (self->query_path != NULL) {
    query = read_query (self->query_path, &error);
    if (query != NULL)
      return run (self, &formats, query, self->query_path, argv + 1);
    rel_messages_print_failure (NULL, error);
    return rel_exit_from_error (error);
  }
  if (argc < 2) {
    rel_messages_print_error ("query: no query; write it behind the files, or name its file with -q");
    return REL_EXIT_USAGE;
  }
  query = g_utf8_make_valid (argv[argc - 1], -1);
  argv[argc - 1] = NULL;
  return run (self, &formats, query, "query", argv + 1);
}

gint
rel_command_query (gint argc, gchar **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("GRAPH… QUERY");
  QueryOptions options = { NULL };
  RelExit status = REL_EXIT_USAGE;

  add_options (&options, context);
  if (rel_command_parse (context, "query", &argc, &argv))
    status = start (&options, argc, argv);
  g_free (options.query_path);
  g_free (options.format_name);
  g_free (options.output);
  return status;
}

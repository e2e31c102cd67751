/* relata merge: several graphs to one. */
#include "command.h"
#include "command_graphs.h"

#include <relata/writers.h>
#include <string.h>

typedef struct {
  gchar *format_name;
  gchar *output;
  gchar *rules;
  gchar *report;
  RelMessages messages;
} MergeOptions;

static void
add_options (MergeOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_name,
      "turtle, ntriples, nquads, trig, rdfxml, jsonld or turtle12 (by the ending of -o, else turtle)", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, "write to FILE (default: standard output)", "FILE" },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &self->rules,
      "RDF with owl:sameAs for things to join always, owl:differentFrom for those to join never", "FILE" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self->report,
      "write what was joined to FILE: IRI kept, IRI gone, reason, parted by tabs", "FILE" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->messages.quiet, "no warnings", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "say how much was read and joined", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context,
    "Joins RDF files (Turtle, N-Triples, N-Quads, TriG) to one graph: things that are the same get one IRI,\n"
    "statements that say the same become one with all their evidence. The order of the files does not matter.");
}

/* -1: not understood, and said so. */
static gint
choose_format (const MergeOptions *self)
{
  gint format = REL_FORMAT_TURTLE;

  if (self->format_name != NULL)
    format = rel_format_from_name (self->format_name);
  else if (self->output != NULL && strcmp (self->output, "-") != 0)
    format = rel_format_from_path (self->output);
  if (format >= 0 && format != REL_FORMAT_TSV && !rel_format_is_picture ((RelFormat) format))
    return format;
  if (self->format_name != NULL)
    rel_messages_print_error ("merge: \"%s\" is no RDF format; see --help", self->format_name);
  else
    rel_messages_print_error ("%s: the ending names no RDF format; end it in .ttl or .nq, or use -f", self->output);
  return -1;
}

/* Formats of one graph have no place for the names of several. */
static void
forget_graphs (RelTripleSet *set)
{
  for (gsize i = 0; i < set->n_triples; i++)
    set->triples[i].graph = NULL;
  rel_triple_set_sort (set);
}

static gboolean
write_report (const MergeOptions *self, const GPtrArray *report, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RelOutput *output;

  if (self->report == NULL)
    return TRUE;
  for (guint i = 0; i < report->len; i++) {
    const RelMergeReport *entry = g_ptr_array_index (report, i);

    g_string_append_printf (text, "%s\t%s\t%s\n", entry->kept, entry->merged, entry->reason);
  }
  output = rel_output_open (self->report, error);
  if (output == NULL)
    return FALSE;
  if (g_output_stream_write_all (rel_output_get_stream (output), text->str, text->len, NULL, NULL, error))
    return rel_output_close (output, error);
  rel_output_abandon (output);
  return FALSE;
}

static gboolean
write_graph (const MergeOptions *self, const RelTripleSet *graph, RelFormat format, GError **error)
{
  RelOutput *output = rel_output_open (self->output, error);

  if (output == NULL)
    return FALSE;
  if (rel_triple_set_write (graph, format, rel_output_get_stream (output), error))
    return rel_output_close (output, error);
  rel_output_abandon (output);
  return FALSE;
}

static RelExit
fail (const gchar *path, const GError *error)
{
  rel_messages_print_failure (path, error);
  return rel_exit_from_error (error);
}

static RelExit
run (const MergeOptions *self, gchar *const *paths, RelFormat format)
{
  gchar *const rule_paths[] = { self->rules, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (RelTripleSet) graphs = rel_graphs_read (paths, &error);
  g_autoptr (RelTripleSet) rules = graphs != NULL && self->rules != NULL ? rel_graphs_read (rule_paths, &error) : NULL;
  g_autoptr (RelTripleSet) merged = NULL;

  if (error != NULL)
    return fail (NULL, error);
  if (format != REL_FORMAT_NQUADS && format != REL_FORMAT_TRIG && format != REL_FORMAT_JSONLD)
    forget_graphs (graphs);
  merged = rel_triple_set_merge (graphs, rules, &report);
  if (!write_graph (self, merged, format, &error))
    return fail (self->output, error);
  if (!write_report (self, report, &error))
    return fail (self->report, error);
  rel_messages_print_note (&self->messages,
                           "%" G_GSIZE_FORMAT " triples read, %u things joined, %" G_GSIZE_FORMAT " triples written",
                           graphs->n_triples, report->len, merged->n_triples);
  return REL_EXIT_OK;
}

gint
rel_command_merge (gint argc, gchar **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[GRAPH…]");
  MergeOptions options = { NULL };
  RelExit status = REL_EXIT_USAGE;
  gint format;

  add_options (&options, context);
  if (rel_command_parse (context, "merge", &argc, &argv) && (format = choose_format (&options)) >= 0)
    status = run (&options, argv + 1, (RelFormat) format);
  g_free (options.format_name);
  g_free (options.output);
  g_free (options.rules);
  g_free (options.report);
  return status;
}

/* relata check: a graph against the ontology, its shapes, and the texts that it cites. */
#include "command.h"
#include "command_graphs.h"
#include "command_names.h"

#include <relata/pipeline.h>
#include <string.h>

typedef struct {
  gchar **texts;
  gchar **ontology;
  gchar *output;
  RelMessages messages;
} CheckOptions;

static void
add_options (CheckOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "text", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->texts,
      "a text that the graph was made of; may be repeated: cited sentences must stand in it", "FILE" },
    { "ontology", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->ontology,
      "RDF that defines more classes and properties, or has shapes; may be repeated", "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, "write to FILE (default: standard output)", "FILE" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->messages.quiet, "no warnings", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "say how much was checked", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context,
    "Lists what is wrong with RDF files: cited sentences that do not stand in the text, classes and properties\n"
    "that are not defined, domains, ranges and shapes that do not hold, contradictions. One finding a line:\n"
    "kind, what it is about, message, parted by tabs. Exit status 1 when there are any.");
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* (transfer full) (nullable): the Turtle files of the ontology's folder, in order, and those given. */
static RelTripleSet *
read_ontology (const CheckOptions *self, GError **error)
{
  g_autofree gchar *folder = rel_ontology_find (NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const gchar *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ttl"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; self->ontology != NULL && self->ontology[i] != NULL; i++)
    g_ptr_array_add (paths, g_strdup (self->ontology[i]));
  g_ptr_array_add (paths, NULL);
  return rel_graphs_read ((gchar *const *) paths->pdata, error);
}

static void
warn (const gchar *message, gpointer user_data)
{
  rel_messages_print_warning (user_data, "%s", message);
}

/* Adds the documents of @path, which have names as relata build gives them. */
static gboolean
read_text (const CheckOptions *self, const gchar *path, const gchar *name, GPtrArray *documents, GError **error)
{
  const RelInputOptions options = { .id = name };
  g_autoptr (RelDocumentReader) reader
    = rel_document_reader_open (path, &options, warn, (gpointer) &self->messages, error);
  RelDocument *document;
  GError *problem = NULL;

  if (reader == NULL)
    return FALSE;
  while ((document = rel_document_reader_next (reader, &problem)) != NULL)
    g_ptr_array_add (documents, document);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
read_texts (const CheckOptions *self, GPtrArray *documents, GError **error)
{
  g_auto (GStrv) names = self->texts != NULL ? rel_input_names_new (self->texts) : NULL;

  for (guint i = 0; names != NULL && self->texts[i] != NULL; i++)
    if (!read_text (self, self->texts[i], names[i], documents, error))
      return FALSE;
  return TRUE;
}

/* (transfer full): one line a finding. */
static GString *
format_findings (const GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const RelFinding *finding = g_ptr_array_index (findings, i);
    gsize start;

    g_string_append_printf (text, "%s\t%s\t", rel_finding_kind_get_name (finding->kind), finding->subject);
    start = text->len;
    g_string_append (text, finding->message);
    for (gsize k = start; k < text->len; k++)
      if (g_ascii_iscntrl (text->str[k]))
        text->str[k] = ' ';
    g_string_append_c (text, '\n');
  }
  return text;
}

static gboolean
write_findings (const CheckOptions *self, const GPtrArray *findings, GError **error)
{
  GString *text = format_findings (findings);
  RelOutput *output = rel_output_open (self->output, error);
  gboolean done
    = output != NULL
      && g_output_stream_write_all (rel_output_get_stream (output), text->str, text->len, NULL, NULL, error);

  g_string_free (text, TRUE);
  if (output != NULL && !done)
    rel_output_abandon (output);
  return done && rel_output_close (output, error);
}

static RelExit
run (const CheckOptions *self, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) graph = rel_graphs_read (paths, &error);
  g_autoptr (RelTripleSet) ontology = graph != NULL ? read_ontology (self, &error) : NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  g_autoptr (GPtrArray) findings = NULL;

  if (ontology != NULL && read_texts (self, documents, &error))
    findings = rel_triple_set_check (graph, ontology, (RelDocument *const *) documents->pdata, documents->len);
  if (findings == NULL || !write_findings (self, findings, &error)) {
    rel_messages_print_failure (findings != NULL ? self->output : NULL, error);
    return rel_exit_from_error (error);
  }
  rel_messages_print_note (&self->messages, "%" G_GSIZE_FORMAT " triples, %u texts, %u findings", graph->n_triples,
                           documents->len, findings->len);
  return findings->len > 0 ? REL_EXIT_SOME_FAILED : REL_EXIT_OK;
}

gint
rel_command_check (gint argc, gchar **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[GRAPH…]");
  CheckOptions options = { NULL };
  RelExit status = REL_EXIT_USAGE;

  add_options (&options, context);
  if (rel_command_parse (context, "check", &argc, &argv))
    status = run (&options, argv + 1);
  g_strfreev (options.texts);
  g_strfreev (options.ontology);
  g_free (options.output);
  return status;
}

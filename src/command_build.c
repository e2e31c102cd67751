/* relata build: texts in, one knowledge graph out.
 *
 * Formats that can be written document by document (N-Quads, TriG, TSV) are: each document is a graph of its own, written and
 * forgotten. For the others one graph takes in all documents and is written at the end.
 */
#include "command.h"
#include "command_input.h"
#include "command_node_report.h"

#include <relata/writers.h>

#include <string.h>

typedef struct {
  gchar *format_name;
  gchar *output_path;
  gchar *base;
  gchar *facts_name;
  gchar *provenance_name;
  gchar *min_confidence;
  gboolean assert_reported;
  gboolean only_ontology;
  gchar *identities;
  gchar *merge_report;
} Options;

typedef struct {
  RelGraphOptions graph_options;
  RelFormat format;
  RelGraph *graph;       /* NULL while streaming */
  RelNodeReport *report; /* (nullable) */
  RelOutput *output;
  guint n_written; /* documents, while streaming */
  guint n_sentences;
  guint n_facts;
} Build;

static const gchar *const fact_models[] = { "plain", "statement", "event" };  /* RelFactModel */
static const gchar *const provenances[] = { "none", "document", "sentence" }; /* RelProvenance */

static void
add_options (Options *options, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format_name,
      "turtle, ntriples, nquads, trig, rdfxml, jsonld, tsv, dot, svg, png, pdf or html (by the ending of --output, "
      "else turtle)",
      "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output_path, "Write to FILE instead of standard output",
      "FILE" },
    { "base", 0, 0, G_OPTION_ARG_STRING, &options->base,
      "IRI under which nodes are named (https://example.org/relata/)", "IRI" },
    { "facts", 0, 0, G_OPTION_ARG_STRING, &options->facts_name,
      "plain: direct triples; statement: and a node for each fact; event: and events; rdf12: nodes as reifiers of RDF "
      "1.2 (event)",
      "MODEL" },
    { "provenance", 0, 0, G_OPTION_ARG_STRING, &options->provenance_name,
      "What is cited for a fact: none, document or sentence (sentence)", "WHAT" },
    { "min-confidence", 0, 0, G_OPTION_ARG_STRING, &options->min_confidence, "Leave out facts less sure than X (0)",
      "X" },
    { "assert-reported", 0, 0, G_OPTION_ARG_NONE, &options->assert_reported,
      "Direct triples also for what somebody else is said to have said", NULL },
    { "only-ontology", 0, 0, G_OPTION_ARG_NONE, &options->only_ontology,
      "Only facts of properties that --ontology brings; without it, of those of relata's own", NULL },
    { "identities", 0, 0, G_OPTION_ARG_FILENAME, &options->identities,
      "Names that are one thing, or are not, as FILE says", "FILE" },
    { "merge-report", 0, 0, G_OPTION_ARG_FILENAME, &options->merge_report,
      "Write to FILE which mentions became which node, and why", "FILE" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

static void
options_clear (Options *options)
{
  g_free (options->format_name);
  g_free (options->output_path);
  g_free (options->base);
  g_free (options->facts_name);
  g_free (options->provenance_name);
  g_free (options->min_confidence);
  g_free (options->identities);
  g_free (options->merge_report);
}

static gboolean
refuse (const gchar *option, const gchar *value, const gchar *expected)
{
  rel_messages_print_error ("%s: not %s: %s; see --help", option, expected, value);
  return FALSE;
}

static gint
find_name (const gchar *name, const gchar *const *names, gint n_names)
{
  for (gint i = 0; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return -1;
}

static gboolean
read_format (const Options *options, RelFormat *format)
{
  gint found = REL_FORMAT_TURTLE;

  if (options->format_name != NULL) {
    found = rel_format_from_name (options->format_name);
    if (found < 0)
      return refuse ("--format", options->format_name, "a format");
  } else if (options->output_path != NULL && strcmp (options->output_path, "-") != 0) {
    found = rel_format_from_path (options->output_path);
    if (found < 0)
      return refuse ("--output", options->output_path, "a name that ends like a format; give --format");
  }
  *format = (RelFormat) found;
  return TRUE;
}

/* RDF 1.2 has the facts of "event", in a syntax of its own. */
static gboolean
read_fact_model (const Options *options, RelFormat *format)
{
  if (options->facts_name == NULL || strcmp (options->facts_name, "rdf12") != 0)
    return TRUE;
  if (*format != REL_FORMAT_TURTLE && *format != REL_FORMAT_TURTLE12)
    return refuse ("--format", rel_format_get_name (*format), "a format that has RDF 1.2; choose turtle");
  *format = REL_FORMAT_TURTLE12;
  return TRUE;
}

/* An absolute IRI to which a name can be appended. */
static gboolean
is_base (const gchar *iri)
{
  g_autofree gchar *scheme = g_uri_parse_scheme (iri);

  return scheme != NULL && strlen (iri) > strlen (scheme) + 1 && g_utf8_validate (iri, -1, NULL)
         && strpbrk (iri, " \t\r\n<>\"{}|\\^`") == NULL;
}

static gboolean
read_graph_options (const Options *options, RelFormat format, RelGraphOptions *graph)
{
  const gchar *facts = options->facts_name != NULL && format != REL_FORMAT_TURTLE12 ? options->facts_name : "event";
  const gchar *provenance = options->provenance_name != NULL ? options->provenance_name : "sentence";
  gint fact_model = find_name (facts, fact_models, G_N_ELEMENTS (fact_models));
  gint cited = find_name (provenance, provenances, G_N_ELEMENTS (provenances));
  gchar *end = NULL;

  if (fact_model < 0)
    return refuse ("--facts", facts, "plain, statement, event or rdf12");
  if (cited < 0)
    return refuse ("--provenance", provenance, "none, document or sentence");
  if (options->base != NULL && !is_base (options->base))
    return refuse ("--base", options->base, "an absolute IRI");
  if (options->min_confidence != NULL) {
    graph->min_confidence = (gfloat) g_ascii_strtod (options->min_confidence, &end);
    if (end == options->min_confidence || *end != '\0' || !(graph->min_confidence >= 0 && graph->min_confidence <= 1))
      return refuse ("--min-confidence", options->min_confidence, "a number from 0 to 1");
  }
  graph->base = options->base;
  graph->facts = (RelFactModel) fact_model;
  graph->provenance = (RelProvenance) cited;
  graph->assert_reported = options->assert_reported;
  graph->only_ontology = options->only_ontology;
  graph->keep_text = format == REL_FORMAT_HTML;
  graph->program = "relata " REL_VERSION;
  return TRUE;
}

static gboolean
write_streaming (RelCommandInput *input, RelDocument *document, Build *build, GError **error)
{
  g_autoptr (RelGraph) graph = rel_graph_new (rel_pipeline_get_lexicon (input->pipeline), &build->graph_options);
  GOutputStream *stream = rel_output_get_stream (build->output);
  guint n_facts = 0;

  rel_graph_add_document (graph, document);
  rel_graph_get_facts (graph, &n_facts);
  build->n_facts += n_facts;
  if (build->n_written++ == 0)
    return rel_graph_write (graph, build->format, stream, error);
  return rel_graph_append (graph, build->format, stream, error);
}

static gboolean
add_document (RelCommandInput *input, RelDocument *document, gpointer user_data, GError **error)
{
  Build *build = user_data;

  build->n_sentences += document->n_sentences;
  if (build->report != NULL && !rel_node_report_add (build->report, document, error))
    return FALSE;
  if (build->graph == NULL)
    return write_streaming (input, document, build, error);
  rel_graph_add_document (build->graph, document);
  return TRUE;
}

/* What a stream of documents leaves to do at its end: the whole graph, or the table's header when no document came. */
static gboolean
write_rest (RelCommandInput *input, Build *build, GError **error)
{
  GOutputStream *stream = rel_output_get_stream (build->output);

  if (build->graph != NULL) {
    rel_graph_get_facts (build->graph, &build->n_facts);
    return rel_graph_write (build->graph, build->format, stream, error);
  }
  if (build->n_written > 0)
    return TRUE;

  g_autoptr (RelGraph) empty = rel_graph_new (rel_pipeline_get_lexicon (input->pipeline), &build->graph_options);
  return rel_graph_write (empty, build->format, stream, error);
}

static void
finish_report (RelCommandInput *input, Build *build, const gchar *path)
{
  g_autoptr (GError) error = NULL;

  if (build->report == NULL)
    return;
  if (input->stopped || (input->n_done == 0 && input->n_failed > 0))
    rel_node_report_abandon (build->report);
  else if (!rel_node_report_close (build->report, &error))
    rel_command_input_fail_output (input, path, error);
}

/* When every input failed there is no graph, and whatever stood at the output's place stays. */
static void
finish_output (RelCommandInput *input, Build *build, const gchar *path, const gchar *report_path)
{
  g_autoptr (GError) error = NULL;
  RelOutput *output = build->output;

  finish_report (input, build, report_path);
  if (input->stopped || (input->n_done == 0 && input->n_failed > 0)) {
    rel_output_abandon (output);
    return;
  }
  if (!write_rest (input, build, &error)) {
    rel_output_abandon (output);
    rel_command_input_fail_output (input, path, error);
    return;
  }
  if (!rel_output_close (output, &error)) {
    rel_command_input_fail_output (input, path, error);
    return;
  }
  rel_messages_print_note (&input->messages, "%u documents, %u sentences, %u facts", input->n_done, build->n_sentences,
                           build->n_facts);
}

static void
run (RelCommandInput *input, const Options *options, Build *build, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;

  if (options->identities != NULL && !rel_command_input_load_identities (input, options->identities))
    return;
  if (options->merge_report != NULL) {
    build->report = rel_node_report_open (options->merge_report, options->base, &error);
    if (build->report == NULL) {
      rel_command_input_fail_output (input, options->merge_report, error);
      return;
    }
  }
  build->graph_options.model_hash = rel_model_get_hash (rel_pipeline_get_model (input->pipeline));
  build->output = rel_output_open (options->output_path, &error);
  if (build->output == NULL) {
    rel_node_report_abandon (build->report);
    rel_command_input_fail_output (input, options->output_path, error);
    return;
  }
  if (!rel_format_is_streaming (build->format))
    build->graph = rel_graph_new (rel_pipeline_get_lexicon (input->pipeline), &build->graph_options);
  rel_command_input_run (input, paths, REL_STAGE_PROPOSITIONS, add_document, build);
  finish_output (input, build, options->output_path, options->merge_report);
  rel_graph_free (build->graph);
}

gint
rel_command_build (gint argc, gchar **argv)
{
  Options options = { NULL };
  RelCommandInput input = REL_COMMAND_INPUT_INIT;
  Build build = { .graph = NULL };
  GOptionContext *context = g_option_context_new ("[FILE…]");
  gint status = REL_EXIT_USAGE;

  g_option_context_set_summary (context, "Turns texts into a knowledge graph. No FILE, or -, is standard input.");
  add_options (&options, context);
  rel_command_input_add_options (&input, context);

  gboolean ok = rel_command_parse (context, "build", &argc, &argv) && read_format (&options, &build.format)
                && read_fact_model (&options, &build.format)
                && read_graph_options (&options, build.format, &build.graph_options);

  if (ok && rel_command_input_open (&input))
    run (&input, &options, &build, argv + 1);
  if (ok)
    status = rel_command_input_close (&input);
  else
    rel_command_input_close (&input);
  g_option_context_free (context);
  options_clear (&options);
  return status;
}

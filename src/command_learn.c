/* relata learn: sentences with triples of the user's ontology in, a lexicon of frames out.
 *
 * Examples are JSON Lines, one sentence or short text a line, in either shape:
 *   {"text": "...", "triples": [{"subject": "...", "property": "...", "object": "..."}]}
 *   {"text": "...", "sub_label": "...", "rel_label": "...", "obj_label": "..."}
 * with "sent" for "text", "sub", "rel" and "obj" for the long names as in published data.
 */
#include "command.h"

#include <json-glib/json-glib.h>
#include <relata/relata.h>

#include <string.h>

typedef struct {
  gchar *output;
  gchar *model;
  gchar **ontology;
  gboolean complete;
  RelMessages messages;
} Options;

typedef struct {
  const Options *options;
  RelPipeline *pipeline;
  RelFrameLearner *learner;
  GHashTable *unknown; /* names of properties that the ontology does not have */
  guint n_examples, n_triples, n_failed;
} Learning;

/* Room for what one line says; a longer line is no example. */
#define MAX_LINE_BYTES (1u << 20)
#define MAX_TRIPLES 1000

static const gchar *const text_names[] = { "text", "sent", "sentence", NULL };
static const gchar *const subject_names[] = { "subject", "sub", "sub_label", NULL };
static const gchar *const property_names[] = { "property", "predicate", "rel", "rel_label", NULL };
static const gchar *const object_names[] = { "object", "obj", "obj_label", NULL };
/* Where labels stand beside identifiers, labels are meant. */
static const gchar *const flat_subject_names[] = { "sub_label", "subject", "sub", NULL };
static const gchar *const flat_property_names[] = { "rel_label", "property", "predicate", "rel", NULL };
static const gchar *const flat_object_names[] = { "obj_label", "object", "obj", NULL };

/* The first of the members @names, as a string; numbers are written out. (transfer full) (nullable) */
static gchar *
dup_member (JsonObject *object, const gchar *const *names)
{
  for (guint i = 0; names[i] != NULL; i++) {
    JsonNode *node = json_object_get_member (object, names[i]);

    if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
      continue;
    if (json_node_get_value_type (node) == G_TYPE_STRING)
      return json_node_dup_string (node);
    return json_to_string (node, FALSE);
  }
  return NULL;
}

/* Names of the DBpedia kind have "_" for blanks. */
static gchar *
dup_label (JsonObject *object, const gchar *const *names)
{
  gchar *label = dup_member (object, names);

  return label != NULL ? g_strdelimit (label, "_", ' ') : NULL;
}

static void
clear_triple (gpointer data)
{
  RelExampleTriple *triple = data;

  g_free ((gchar *) triple->subject);
  g_free ((gchar *) triple->property);
  g_free ((gchar *) triple->object);
}

static void
take_triple (GArray *triples, gchar *subject, gchar *property, gchar *object)
{
  RelExampleTriple triple = { subject, property, object };

  if (subject != NULL && property != NULL && object != NULL && triples->len < MAX_TRIPLES)
    g_array_append_val (triples, triple);
  else
    clear_triple (&triple);
}

static GArray *
read_triples (JsonObject *example)
{
  GArray *triples = g_array_new (FALSE, FALSE, sizeof (RelExampleTriple));
  JsonNode *list = json_object_get_member (example, "triples");

  g_array_set_clear_func (triples, clear_triple);
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list)) {
    take_triple (triples, dup_label (example, flat_subject_names), dup_member (example, flat_property_names),
                 dup_label (example, flat_object_names));
    return triples;
  }

  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_OBJECT (node))
      continue;
    JsonObject *object = json_node_get_object (node);
    take_triple (triples, dup_label (object, subject_names), dup_member (object, property_names),
                 dup_label (object, object_names));
  }
  return triples;
}

static gboolean
learn_example (Learning *self, JsonObject *example, GError **error)
{
  g_autofree gchar *text = dup_member (example, text_names);
  g_autoptr (GArray) triples = read_triples (example);
  g_autoptr (RelDocument) document = NULL;

  if (text == NULL || triples->len == 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "no \"text\" with \"triples\"; see relata(1) for the shape of an example");
    return FALSE;
  }
  document = rel_document_new ("example", text, -1, NULL, error);
  if (document == NULL || !rel_pipeline_annotate (self->pipeline, document, REL_STAGE_PROPOSITIONS, NULL, error))
    return FALSE;
  for (guint i = 0; i < triples->len; i++) {
    const gchar *name = g_array_index (triples, RelExampleTriple, i).property;
    if (rel_frame_learner_find_property (self->learner, name) == NULL)
      g_hash_table_add (self->unknown, g_strdup (name));
  }
  rel_frame_learner_add (self->learner, document, (const RelExampleTriple *) triples->data, triples->len);
  self->n_examples++;
  self->n_triples += triples->len;
  return TRUE;
}

static gboolean
learn_line (Learning *self, const gchar *line, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (strlen (line) > MAX_LINE_BYTES) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "a line of more than %u bytes is no example", MAX_LINE_BYTES);
    return FALSE;
  }
  if (!json_parser_load_from_data (parser, line, -1, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "not a JSON object");
    return FALSE;
  }
  return learn_example (self, json_node_get_object (json_parser_get_root (parser)), error);
}

static gboolean
learn_file (Learning *self, const gchar *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (strcmp (path, "-") == 0 ? "/dev/stdin" : path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GDataInputStream) lines = NULL;
  guint number = 0;

  if (stream == NULL)
    return FALSE;
  lines = g_data_input_stream_new (G_INPUT_STREAM (stream));
  for (;;) {
    GError *cause = NULL;
    g_autofree gchar *line = g_data_input_stream_read_line (lines, NULL, NULL, &cause);

    if (cause != NULL) {
      g_propagate_error (error, cause);
      return FALSE;
    }
    if (line == NULL)
      return TRUE;
    number++;
    g_strstrip (line);
    if (*line == '\0' || learn_line (self, line, &cause))
      continue;
    rel_messages_print_error ("%s:%u: %s", path, number, cause->message);
    g_clear_error (&cause);
    self->n_failed++;
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
report (const Learning *self, gsize n_written)
{
  g_autoptr (GList) unknown = g_list_sort (g_hash_table_get_keys (self->unknown), compare_names);

  for (GList *name = unknown; name != NULL; name = name->next)
    rel_messages_print_warning (&self->options->messages,
                                "the ontology has no property '%s'; its triples are passed over",
                                (const gchar *) name->data);
  rel_messages_print_note (&self->options->messages, "%u examples, %u triples, %" G_GSIZE_FORMAT " triples of frames",
                           self->n_examples, self->n_triples, n_written);
}

static gboolean
write_lexicon (Learning *self, GError **error)
{
  g_autoptr (RelTripleSet) set = rel_frame_learner_to_triples (self->learner);
  RelOutput *output = rel_output_open (self->options->output, error);

  if (output == NULL)
    return FALSE;
  report (self, set->n_triples);
  if (!rel_triple_set_write (set, REL_FORMAT_TURTLE, rel_output_get_stream (output), error)) {
    rel_output_abandon (output);
    return FALSE;
  }
  return rel_output_close (output, error);
}

static RelExit
learn (Learning *self, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  RelExit worst = REL_EXIT_OK;

  self->pipeline
    = rel_pipeline_new (self->options->model, NULL, (const gchar *const *) self->options->ontology, &error);
  if (self->pipeline == NULL) {
    rel_messages_print_failure (NULL, error);
    return rel_exit_from_error (error);
  }
  self->learner = rel_frame_learner_new (rel_pipeline_get_lexicon (self->pipeline), self->options->complete);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!learn_file (self, paths[i], &error)) {
      rel_messages_print_failure (paths[i], error);
      g_clear_error (&error);
      worst = REL_EXIT_IO;
    }
  if (self->n_examples == 0) {
    rel_messages_print_error ("learn: there are no examples to learn from; %s is left as it is",
                              self->options->output != NULL ? self->options->output : "the output");
    return REL_EXIT_IO;
  }
  if (!write_lexicon (self, &error)) {
    rel_messages_print_failure (self->options->output, error);
    return REL_EXIT_IO;
  }
  return worst != REL_EXIT_OK || self->n_failed > 0 ? REL_EXIT_SOME_FAILED : REL_EXIT_OK;
}

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->model);
  g_strfreev (options->ontology);
}

gint
rel_command_learn (gint argc, gchar **argv)
{
  Options options = { NULL };
  Learning learning = { .options = &options };
  g_autoptr (GOptionContext) context = g_option_context_new ("EXAMPLES…");
  const GOptionEntry entries[]
    = { { "ontology", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.ontology,
          "Turtle file with the properties to learn; may be repeated", "FILE" },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to FILE instead of standard output",
          "FILE" },
        { "complete", 0, 0, G_OPTION_ARG_NONE, &options.complete,
          "The triples of an example are all that it states of these properties", NULL },
        { "model", 0, 0, G_OPTION_ARG_FILENAME, &options.model, "Model file ($RELATA_MODEL, or the one installed)",
          "FILE" },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.messages.quiet, "No warnings, errors only", NULL },
        { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options.messages.verbose, "Say what is done", NULL },
        G_OPTION_ENTRY_NULL };
  RelExit status = REL_EXIT_USAGE;

  g_option_context_set_summary (context,
                                "Learns how texts word the properties of an ontology, from JSON Lines of sentences\n"
                                "with triples, and writes it as a lexicon for build --ontology.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (rel_command_parse (context, "learn", &argc, &argv)) {
    learning.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (options.ontology == NULL || argc < 2)
      rel_messages_print_error ("learn: needs --ontology FILE and EXAMPLES; see relata learn --help");
    else
      status = learn (&learning, argv + 1);
    g_hash_table_unref (learning.unknown);
    rel_frame_learner_free (learning.learner);
    rel_pipeline_free (learning.pipeline);
  }
  options_clear (&options);
  return status;
}

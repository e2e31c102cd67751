/* relata extract: texts in, propositions out, one a line.
 *
 * The table has a line "sentence TAB confidence TAB subject TAB relation TAB object TAB further argument …", the form that
 * the benchmarks of open information extraction read; JSON Lines have everything that is known of a proposition, with
 * offsets in code points of the document's text.
 */
#include "command.h"
#include "command_input.h"

#include <json-glib/json-glib.h>
#include <relata/writers.h>

#include <string.h>

typedef struct {
  gchar *format_name;
  gchar *output_path;
  gchar *min_confidence;
  gboolean explicit_only; /* no supplied words */
  gboolean explain;       /* for a person: tree, rule, words, mood, weights */
  gboolean binary;        /* coordination spread, further arguments as triples of their own */
} Options;

typedef struct {
  const Options *options;
  gboolean json;
  gdouble min_confidence;
  RelExplainer *explainer; /* (nullable) */
  guint32 next_sentence;   /* of the document at hand: the first whose tree is still to be explained */
  RelOutput *output;
} Extract;

/* A field of the table: tabs and line ends become blanks. */
static void
append_field (GString *line, const gchar *text, gssize n_bytes)
{
  gsize start = line->len;

  g_string_append_len (line, text, n_bytes);
  for (gsize i = start; i < line->len; i++)
    if (line->str[i] == '\t' || line->str[i] == '\n' || line->str[i] == '\r')
      line->str[i] = ' ';
}

/* The sentence, or the whole line of the input where each line is one sentence. */
static void
append_sentence (GString *line, const RelDocument *document, guint32 index)
{
  const RelSentence *sentence = &document->sentences[index];
  RelSpan span = sentence->span;

  if (document->paragraph_is_sentence && sentence->paragraph < document->n_paragraphs)
    span = document->paragraphs[sentence->paragraph].span;
  append_field (line, document->text + span.start, span.end - span.start);
}

static void
begin_line (GString *line, const RelDocument *document, const RelProposition *proposition)
{
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];

  append_sentence (line, document, proposition->sentence);
  g_string_append_printf (line, "\t%s\t", g_ascii_formatd (number, sizeof number, "%.4f", proposition->confidence));
  append_field (line, proposition->arguments[0].text, -1);
  g_string_append_c (line, '\t');
  append_field (line, proposition->relation, -1);
}

static void
append_row (GString *lines, const RelDocument *document, const RelProposition *proposition)
{
  begin_line (lines, document, proposition);
  for (guint i = 1; i < proposition->n_arguments; i++) {
    g_string_append_c (lines, '\t');
    append_field (lines, proposition->arguments[i].text, -1);
  }
  g_string_append_c (lines, '\n');
}

static void
add_string (JsonBuilder *builder, const gchar *name, const gchar *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* [[start, end], …]: the runs of neighbouring words. */
static void
add_spans (JsonBuilder *builder, RelDocument *document, guint32 sentence, RelTokenList list)
{
  const RelToken *tokens = rel_sentence_get_tokens (document, &document->sentences[sentence]);

  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list.n;) {
    guint last = i;

    while (last + 1 < list.n && list.tokens[last + 1] == list.tokens[last] + 1)
      last++;
    json_builder_begin_array (builder);
    json_builder_add_int_value (builder, rel_document_get_char_offset (document, tokens[list.tokens[i]].span.start));
    json_builder_add_int_value (builder, rel_document_get_char_offset (document, tokens[list.tokens[last]].span.end));
    json_builder_end_array (builder);
    i = last + 1;
  }
  json_builder_end_array (builder);
}

static void
add_argument (JsonBuilder *builder, RelDocument *document, const RelProposition *proposition,
              const RelArgument *argument)
{
  json_builder_begin_object (builder);
  add_string (builder, "role", rel_role_get_name (argument->role));
  add_string (builder, "text", argument->text);
  add_string (builder, "preposition", argument->preposition);
  add_spans (builder, document, proposition->sentence, argument->tokens);
  json_builder_end_object (builder);
}

static void
add_relation (JsonBuilder *builder, RelDocument *document, const RelProposition *proposition)
{
  json_builder_set_member_name (builder, "relation");
  json_builder_begin_object (builder);
  add_string (builder, "text", proposition->relation);
  add_string (builder, "lemma", proposition->lemma);
  add_spans (builder, document, proposition->sentence, proposition->tokens);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "arguments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposition->n_arguments; i++)
    add_argument (builder, document, proposition, &proposition->arguments[i]);
  json_builder_end_array (builder);
}

static void
add_attributes (JsonBuilder *builder, const RelProposition *proposition)
{
  add_string (builder, "polarity", proposition->polarity == REL_POLARITY_NEGATIVE ? "negative" : "positive");
  add_string (builder, "modality", rel_modality_get_name (proposition->modality));
  add_string (builder, "source", proposition->source_text);
  json_builder_set_member_name (builder, "passive");
  json_builder_add_boolean_value (builder, proposition->passive);
  json_builder_set_member_name (builder, "inferred");
  json_builder_add_boolean_value (builder, proposition->inferred);
  add_string (builder, "rule", proposition->rule);
  json_builder_set_member_name (builder, "confidence");
  json_builder_add_double_value (builder, (gint) (proposition->confidence * 10000 + 0.5) / 10000.0);
}

static void
append_object (GString *lines, RelDocument *document, const RelProposition *proposition)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree gchar *text = NULL;
  g_autoptr (GString) sentence = g_string_new (NULL);
  const RelSpan span = document->sentences[proposition->sentence].span;

  append_sentence (sentence, document, proposition->sentence);
  json_builder_begin_object (builder);
  add_string (builder, "document", document->id);
  add_string (builder, "sentence", sentence->str);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, rel_document_get_char_offset (document, span.start));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, rel_document_get_char_offset (document, span.end));
  add_relation (builder, document, proposition);
  add_attributes (builder, proposition);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_string_append_printf (lines, "%s\n", text);
}

/* Sentences and their trees up to @end, those without propositions included. */
static void
explain_sentences (GString *lines, Extract *extract, RelDocument *document, guint32 end)
{
  for (; extract->next_sentence < end; extract->next_sentence++) {
    g_autofree gchar *tree = NULL;

    if (document->sentences[extract->next_sentence].n_tokens == 0)
      continue;
    tree = rel_explainer_write_tree (extract->explainer, document, extract->next_sentence);
    append_sentence (lines, document, extract->next_sentence);
    g_string_append_printf (lines, "\n%s\n", tree);
  }
}

static void
append_explanation (GString *lines, Extract *extract, RelDocument *document, const RelProposition *proposition)
{
  g_autofree gchar *reasons = rel_explainer_write_proposition (extract->explainer, document, proposition);

  explain_sentences (lines, extract, document, proposition->sentence + 1);
  g_string_append (lines, "  ");
  append_field (lines, proposition->arguments[0].text, -1);
  g_string_append (lines, " | ");
  append_field (lines, proposition->relation, -1);
  for (guint i = 1; i < proposition->n_arguments; i++) {
    g_string_append (lines, " | ");
    append_field (lines, proposition->arguments[i].text, -1);
  }
  g_string_append_printf (lines, "\n%s\n", reasons);
}

static void
append_proposition (GString *lines, Extract *extract, RelDocument *document, const RelProposition *proposition)
{
  if (proposition->confidence < extract->min_confidence || (extract->options->explicit_only && proposition->inferred))
    return;
  if (extract->explainer != NULL)
    append_explanation (lines, extract, document, proposition);
  else if (extract->json)
    append_object (lines, document, proposition);
  else
    append_row (lines, document, proposition);
}

static void
append_split (GString *lines, Extract *extract, RelDocument *document, const RelProposition *proposition)
{
  guint n = 0;
  const RelProposition *statements = rel_proposition_split (document, proposition, &n);

  for (guint i = 0; i < n; i++)
    append_proposition (lines, extract, document, &statements[i]);
}

static gboolean
write_document (RelCommandInput *input, RelDocument *document, gpointer user_data, GError **error)
{
  Extract *extract = user_data;
  g_autoptr (GString) lines = g_string_new (NULL);

  extract->next_sentence = 0;
  for (guint i = 0; i < document->n_propositions; i++) {
    const RelProposition *whole = &document->propositions[i];

    if (!extract->options->binary)
      append_proposition (lines, extract, document, whole);
    else if (whole->n_parts == 0)
      append_split (lines, extract, document, whole);
    for (guint k = 0; extract->options->binary && k < whole->n_parts; k++)
      append_split (lines, extract, document, &whole->parts[k]);
  }
  if (extract->explainer != NULL)
    explain_sentences (lines, extract, document, document->n_sentences);
  return g_output_stream_write_all (rel_output_get_stream (extract->output), lines->str, lines->len, NULL, NULL, error);
}

static gboolean
read_options (const Options *options, Extract *extract)
{
  const gchar *format = options->format_name != NULL ? options->format_name : "tsv";
  gchar *end = NULL;

  extract->options = options;
  extract->json = strcmp (format, "jsonl") == 0;
  if (!extract->json && strcmp (format, "tsv") != 0) {
    rel_messages_print_error ("--format: not tsv or jsonl: %s; see --help", format);
    return FALSE;
  }
  if (options->explain && options->format_name != NULL) {
    rel_messages_print_error ("--explain has a form of its own, and goes not with --format; see --help");
    return FALSE;
  }
  if (options->min_confidence != NULL) {
    extract->min_confidence = g_ascii_strtod (options->min_confidence, &end);
    if (end == options->min_confidence || *end != '\0'
        || !(extract->min_confidence >= 0 && extract->min_confidence <= 1)) {
      rel_messages_print_error ("--min-confidence: not a number from 0 to 1: %s; see --help", options->min_confidence);
      return FALSE;
    }
  }
  return TRUE;
}

static void
extract_all (RelCommandInput *input, gchar *const *paths, const gchar *output_path, Extract *extract)
{
  g_autoptr (GError) error = NULL;

  extract->output = rel_output_open (output_path, &error);
  if (extract->output == NULL) {
    rel_command_input_fail_output (input, output_path, error);
    return;
  }
  rel_command_input_run (input, paths, REL_STAGE_PROPOSITIONS, write_document, extract);
  if (input->stopped || (input->n_done == 0 && input->n_failed > 0))
    rel_output_abandon (extract->output);
  else if (!rel_output_close (extract->output, &error))
    rel_command_input_fail_output (input, output_path, error);
}

gint
rel_command_extract (gint argc, gchar **argv)
{
  RelCommandInput input = REL_COMMAND_INPUT_INIT;
  Options options = { NULL };
  Extract extract = { NULL };
  const GOptionEntry entries[] = { { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format_name,
                                     "tsv: a line each; jsonl: all attributes (tsv)", "FORMAT" },
                                   { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output_path,
                                     "Write to FILE instead of standard output", "FILE" },
                                   { "min-confidence", 0, 0, G_OPTION_ARG_STRING, &options.min_confidence,
                                     "Leave out what is less sure than X (0)", "X" },
                                   { "explicit", 0, 0, G_OPTION_ARG_NONE, &options.explicit_only,
                                     "Leave out propositions with supplied words", NULL },
                                   { "binary", 0, 0, G_OPTION_ARG_NONE, &options.binary,
                                     "Spread coordination, and make further arguments triples of their own", NULL },
                                   { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
                                     "Tell trees, rules, words and weights of propositions, for a person", NULL },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE…]");

  g_option_context_set_summary (context, "Writes the propositions of texts: who did what, one a line.");
  g_option_context_add_main_entries (context, entries, NULL);
  rel_command_input_add_options (&input, context);
  if (!rel_command_parse (context, "extract", &argc, &argv) || !read_options (&options, &extract))
    input.worst = REL_EXIT_USAGE;
  else if (rel_command_input_open (&input)) {
    if (options.explain)
      extract.explainer = rel_explainer_new (rel_pipeline_get_lexicon (input.pipeline));
    extract_all (&input, argv + 1, options.output_path, &extract);
  }
  rel_explainer_free (extract.explainer);
  g_free (options.format_name);
  g_free (options.output_path);
  g_free (options.min_confidence);
  return rel_command_input_close (&input);
}

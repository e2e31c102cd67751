/* relata explain: why a fact is in the graph of these texts. The sentence that states it, its tree, the rule and the words that
 * it read, and the mentions that subject and object were made of, each with its reason.
 *
 * A fact is named by its IRI, which is the same whenever the texts are, or by words of its subject, predicate and object.
 */
#include "command.h"
#include "command_input.h"

#include <relata/writers.h>

#include <string.h>

#define MAX_FACTS 20 /* shown: more are no explanation */

typedef struct {
  const gchar *wanted;
  gchar **words; /* of .wanted, in lower case */
  RelGraphOptions graph_options;
  RelExplainer *explainer;
  RelOutput *output;
  guint n_found;
} Explain;

static gchar *
dup_statement (const RelFact *fact)
{
  const RelNode *object = fact->object;

  return g_strdup_printf ("%s – %s%s%s", fact->subject->label, fact->predicate->label, object != NULL ? " – " : "",
                          object == NULL          ? ""
                          : object->label != NULL ? object->label
                                                  : object->value);
}

/* Whether the fact has the IRI, with or without what stands before its last name, or all the words. */
static gboolean
is_wanted (const Explain *self, const RelFact *fact)
{
  const gchar *wanted = g_str_has_prefix (self->wanted, "f:") ? self->wanted + strlen ("f:") : self->wanted;
  gsize n = strlen (fact->iri), n_wanted = strlen (wanted);

  if (n_wanted > 0 && n >= n_wanted && strcmp (fact->iri + n - n_wanted, wanted) == 0
      && (n == n_wanted || strchr ("/#", fact->iri[n - n_wanted - 1]) != NULL))
    return TRUE;

  g_autofree gchar *statement = dup_statement (fact);
  g_autofree gchar *lower = rel_utf8_to_lower (statement);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (lower, self->words[i]) == NULL)
      return FALSE;
  return self->words[0] != NULL;
}

static void
append_place (GString *out, RelDocument *document, RelSpan span)
{
  g_string_append_printf (out, "%s, characters %u–%u", document->id,
                          rel_document_get_char_offset (document, span.start),
                          rel_document_get_char_offset (document, span.end));
}

/* What the fact says of itself. */
static void
append_fact (GString *out, const RelFact *fact)
{
  g_autofree gchar *statement = dup_statement (fact);

  g_string_append_printf (out, "%s\n  %s\n  %s, confidence %.2f", statement, fact->iri,
                          fact->asserted ? "asserted" : "not asserted", (gdouble) fact->confidence);
  if (fact->polarity == REL_POLARITY_NEGATIVE)
    g_string_append (out, ", negative");
  if (fact->modality != REL_MODALITY_FACT)
    g_string_append_printf (out, ", %s", rel_modality_get_name (fact->modality));
  if (fact->source != NULL)
    g_string_append_printf (out, ", source %s", fact->source->label);
  if (fact->time != NULL)
    g_string_append_printf (out, ", time %s", fact->time);
  if (fact->place != NULL)
    g_string_append_printf (out, ", place %s", fact->place->label);
  g_string_append_c (out, '\n');
}

/* The sentence that begins at a code point of the text; -1: none. */
static gint
find_sentence (RelDocument *document, guint32 start)
{
  for (guint i = 0; i < document->n_sentences; i++)
    if (rel_document_get_char_offset (document, document->sentences[i].span.start) == start)
      return (gint) i;
  return -1;
}

static void
append_indented (GString *out, const gchar *text, const gchar *indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (out, "%s%s\n", indent, lines[i]);
}

static void
append_evidence (GString *out, const Explain *self, RelDocument *document, const RelEvidence *evidence)
{
  gint sentence = find_sentence (document, evidence->start);
  const gchar *description = rel_rule_get_description (evidence->rule);

  g_string_append_printf (out, "\n  %s, characters %u–%u: %s\n", evidence->document, evidence->start, evidence->end,
                          evidence->text);
  if (sentence < 0)
    return;

  g_autofree gchar *tree = rel_explainer_write_tree (self->explainer, document, (guint32) sentence);

  append_indented (out, tree, "    ");
  g_string_append_printf (out, "  pattern %s%s%s, confidence %.2f\n", evidence->rule, description != NULL ? ": " : "",
                          description != NULL ? description : "", (gdouble) evidence->confidence);
  for (guint i = 0; i < document->n_propositions; i++) {
    const RelProposition *proposition = &document->propositions[i];

    if (proposition->sentence != (guint32) sentence || g_strcmp0 (proposition->rule, evidence->rule) != 0)
      continue;

    g_autofree gchar *reasons = rel_explainer_write_proposition (self->explainer, document, proposition);

    append_indented (out, reasons, "    ");
  }
}

static gboolean
is_entity_of (const Explain *self, const RelEntity *entity, const RelNode *node)
{
  g_autofree gchar *iri = rel_entity_dup_iri (entity, self->graph_options.base);

  if (iri != NULL)
    return strcmp (iri, node->iri) == 0;
  return g_strcmp0 (entity->name, node->label) == 0;
}

static void
append_near_misses (GString *out, RelDocument *document, guint32 entity)
{
  for (guint i = 0; i < document->n_near_misses; i++) {
    const RelNearMiss *miss = &document->near_misses[i];
    const RelMention *mention = &document->mentions[miss->mention];

    if (document->mentions[miss->antecedent].entity != entity)
      continue;
    g_string_append_printf (out, "    kept apart: \"%.*s\" (", (int) (mention->span.end - mention->span.start),
                            document->text + mention->span.start);
    append_place (out, document, mention->span);
    g_string_append_printf (out, "): %s\n", miss->reason);
  }
}

static void
append_mentions (GString *out, RelDocument *document, const RelEntity *entity)
{
  for (guint i = 0; i < entity->n_mentions; i++) {
    const RelMention *mention = &document->mentions[entity->mentions[i]];

    g_string_append_printf (out, "    \"%.*s\" (", (int) (mention->span.end - mention->span.start),
                            document->text + mention->span.start);
    append_place (out, document, mention->span);
    g_string_append_printf (out, "): %s\n", mention->reason != NULL ? mention->reason : "");
  }
}

/* The mentions that a node was made of, plurals that stand for it among others, and what was kept apart from it. */
static void
append_node (GString *out, const Explain *self, RelDocument *document, const gchar *role, const RelNode *node)
{
  if (node == NULL || node->iri == NULL)
    return;
  g_string_append_printf (out, "\n  %s %s <%s>%s%s\n", role, node->label, node->iri, *node->type != '\0' ? ", " : "",
                          node->type);
  for (guint i = 0; i < document->n_entities; i++) {
    const RelEntity *entity = &document->entities[i];

    if (is_entity_of (self, entity, node)) {
      append_mentions (out, document, entity);
      append_near_misses (out, document, i);
    }
    for (guint k = 0; k < entity->n_members; k++)
      if (is_entity_of (self, &document->entities[entity->members[k]], node))
        append_mentions (out, document, entity);
  }
}

static gboolean
explain_document (RelCommandInput *input, RelDocument *document, gpointer user_data, GError **error)
{
  Explain *self = user_data;
  g_autoptr (RelGraph) graph = rel_graph_new (rel_pipeline_get_lexicon (input->pipeline), &self->graph_options);
  g_autoptr (GString) out = g_string_new (NULL);
  const RelFact *const *facts;
  guint n_facts = 0;

  rel_graph_add_document (graph, document);
  facts = rel_graph_get_facts (graph, &n_facts);
  for (guint i = 0; i < n_facts; i++) {
    if (!is_wanted (self, facts[i]) || self->n_found++ >= MAX_FACTS)
      continue;
    if (self->n_found > 1)
      g_string_append_c (out, '\n');
    append_fact (out, facts[i]);
    for (guint k = 0; k < facts[i]->n_evidence; k++)
      append_evidence (out, self, document, &facts[i]->evidence[k]);
    append_node (out, self, document, "subject", facts[i]->subject);
    append_node (out, self, document, "object", facts[i]->object);
  }
  return g_output_stream_write_all (rel_output_get_stream (self->output), out->str, out->len, NULL, NULL, error);
}

static void
run (RelCommandInput *input, Explain *self, const gchar *output_path, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *lower = rel_utf8_to_lower (self->wanted);

  self->words = g_strsplit_set (g_strstrip (lower), " \t", -1);
  self->explainer = rel_explainer_new (rel_pipeline_get_lexicon (input->pipeline));
  self->output = rel_output_open (output_path, &error);
  if (self->output == NULL) {
    rel_command_input_fail_output (input, output_path, error);
    return;
  }
  rel_command_input_run (input, paths, REL_STAGE_PROPOSITIONS, explain_document, self);
  if (input->stopped || (input->n_done == 0 && input->n_failed > 0))
    rel_output_abandon (self->output);
  else if (!rel_output_close (self->output, &error))
    rel_command_input_fail_output (input, output_path, error);
  else if (self->n_found == 0)
    rel_messages_print_warning (&input->messages, "no fact is or has the words '%s'", self->wanted);
  else if (self->n_found > MAX_FACTS)
    rel_messages_print_warning (&input->messages, "%u facts have the words '%s'; %u are shown", self->n_found,
                                self->wanted, MAX_FACTS);
}

gint
rel_command_explain (gint argc, gchar **argv)
{
  RelCommandInput input = REL_COMMAND_INPUT_INIT;
  Explain explain = { .n_found = 0 };
  g_autofree gchar *output_path = NULL, *base = NULL, *identities = NULL;
  const GOptionEntry entries[]
    = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, "Write to FILE instead of standard output", "FILE" },
        { "base", 0, 0, G_OPTION_ARG_STRING, &base, "IRI under which the graph's nodes are named, as for build",
          "IRI" },
        { "identities", 0, 0, G_OPTION_ARG_FILENAME, &identities, "Names that are one thing, or are not, as for build",
          "FILE" },
        G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new ("FACT [FILE…]");

  g_option_context_set_summary (context,
                                "Tells why a fact is in the graph of texts. FACT is its IRI, or words of its subject, "
                                "predicate and object.");
  g_option_context_add_main_entries (context, entries, NULL);
  rel_command_input_add_options (&input, context);
  if (!rel_command_parse (context, "explain", &argc, &argv)) {
    input.worst = REL_EXIT_USAGE;
  } else if (argc < 2 || argv[1][strspn (argv[1], " \t")] == '\0') {
    rel_messages_print_error ("explain: no FACT; see relata explain --help");
    input.worst = REL_EXIT_USAGE;
  } else if (rel_command_input_open (&input)
             && (identities == NULL || rel_command_input_load_identities (&input, identities))) {
    explain.wanted = argv[1];
    explain.graph_options.base = base;
    run (&input, &explain, output_path, argv + 2);
  }
  rel_explainer_free (explain.explainer);
  g_strfreev (explain.words);
  return rel_command_input_close (&input);
}

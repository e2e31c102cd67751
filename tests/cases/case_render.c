/* Text in, lines out: one small renderer per folder of cases. README.md in this folder shows each kind of line.
 *
 * Every renderer runs the stages up to its own and prints nothing of later ones, so that a case fails in the folder
 * whose code is to blame.
 */
#include "case_render.h"

#include <string.h>

static RelDocument *
read_text (const RelPipeline *pipeline, const RelCaseInput *input, gint until, GError **error)
{
  RelDocument *document = rel_document_new ("case", input->text, -1, &input->options, error);

  if (document != NULL && until >= 0 && !rel_pipeline_annotate (pipeline, document, (RelStage) until, NULL, error))
    g_clear_pointer (&document, rel_document_free);
  return document;
}

/* The bytes of @span on one line. */
static gchar *
dup_line (const RelDocument *document, RelSpan span)
{
  return g_strdelimit (g_strndup (document->text + span.start, span.end - span.start), "\n\t", ' ');
}

/* ─── document: "heading: text", then what was read of the document itself ─── */

static const gchar *const paragraph_names[] = {
  [REL_PARAGRAPH_BODY] = "body",         [REL_PARAGRAPH_HEADING] = "heading", [REL_PARAGRAPH_CAPTION] = "caption",
  [REL_PARAGRAPH_METADATA] = "metadata", [REL_PARAGRAPH_NOISE] = "noise",
};

static void
add_property (GPtrArray *lines, const gchar *name, const gchar *value)
{
  if (value != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("%s = %s", name, value));
}

static gboolean
render_document (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, -1, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_paragraphs; i++) {
    g_autofree gchar *text = dup_line (document, document->paragraphs[i].span);
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", paragraph_names[document->paragraphs[i].kind], text));
  }
  add_property (lines, "title", document->title);
  add_property (lines, "source", document->source);
  add_property (lines, "place", document->dateline_place);
  if (document->date.year != 0) {
    g_autofree gchar *date = rel_date_to_string (document->date);
    add_property (lines, "date", date);
  }
  return TRUE;
}

/* ─── lexis: a sentence a line, tokens parted by blanks ─── */

static gboolean
render_lexis (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, REL_STAGE_TOKENS, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_sentences; i++) {
    const RelSentence *sentence = &document->sentences[i];
    const RelToken *tokens = rel_sentence_get_tokens (document, sentence);
    GString *line = g_string_new (NULL);

    for (guint t = 0; t < sentence->n_tokens; t++)
      g_string_append_printf (line, "%s%s", t > 0 ? " " : "", tokens[t].form);
    g_ptr_array_add (lines, g_string_free (line, FALSE));
  }
  return TRUE;
}

/* ─── parse: "form/lemma/UPOS deprel head" ─── */

static gboolean
render_parse (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, REL_STAGE_WORDS, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_sentences; i++) {
    const RelSentence *sentence = &document->sentences[i];
    const RelToken *tokens = rel_sentence_get_tokens (document, sentence);

    for (guint t = 0; t < sentence->n_tokens; t++) {
      const RelToken *token = &tokens[t];
      g_ptr_array_add (lines, g_strdup_printf ("%s/%s/%s %s %s", token->form, token->lemma,
                                               rel_upos_get_name (token->upos), rel_deprel_get_name (token->deprel),
                                               token->head >= 0 ? tokens[token->head].form : "-"));
    }
  }
  return TRUE;
}

/* ─── reference: "name (type) : mentions", "= aliases", "+ members", "@ value" ─── */

static void
add_entity_line (GPtrArray *lines, const RelEntity *entity, const gchar *mark, GString *list)
{
  if (list->len > 0)
    g_ptr_array_add (
      lines, g_strdup_printf ("%s (%s) %s %s", entity->name, rel_entity_type_get_name (entity->type), mark, list->str));
  g_string_free (list, TRUE);
}

static void
append_item (GString *list, const gchar *item)
{
  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append (list, item);
}

static void
add_entity (GPtrArray *lines, const RelDocument *document, const RelEntity *entity)
{
  GString *mentions = g_string_new (NULL);
  GString *aliases = g_string_new (NULL);
  GString *members = g_string_new (NULL);
  GString *value = g_string_new (NULL);

  for (guint m = 0; m < entity->n_mentions; m++) {
    g_autofree gchar *text = dup_line (document, document->mentions[entity->mentions[m]].span);
    append_item (mentions, text);
  }
  for (guint a = 0; a < entity->n_aliases; a++)
    append_item (aliases, entity->aliases[a]);
  for (guint m = 0; m < entity->n_members; m++)
    append_item (members, document->entities[entity->members[m]].name);
  if (entity->value != NULL)
    g_string_append_printf (value, "%s%s%s", entity->value, entity->unit != NULL ? " " : "",
                            entity->unit != NULL ? entity->unit : "");
  add_entity_line (lines, entity, ":", mentions);
  add_entity_line (lines, entity, "=", aliases);
  add_entity_line (lines, entity, "+", members);
  add_entity_line (lines, entity, "@", value);
}

static gboolean
render_reference (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, REL_STAGE_ENTITIES, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_entities; i++)
    add_entity (lines, document, &document->entities[i]);
  return TRUE;
}

/* ─── semantics: "subject | relation | object | further… [marks]" ─── */

/* Takes @marks. */
static void
append_marks (GString *line, GPtrArray *marks)
{
  g_ptr_array_add (marks, NULL);
  if (marks->len > 1) {
    g_autofree gchar *joined = g_strjoinv (", ", (gchar **) marks->pdata);
    g_string_append_printf (line, " [%s]", joined);
  }
  g_ptr_array_unref (marks);
}

static void
add_proposition (GPtrArray *lines, const RelProposition *proposition)
{
  GString *line = g_string_new (NULL);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  guint first = 0;

  if (proposition->n_arguments > 0 && proposition->arguments[0].role == REL_ROLE_SUBJECT)
    g_string_append (line, proposition->arguments[first++].text);
  g_string_append_printf (line, " | %s", proposition->relation);
  for (guint a = first; a < proposition->n_arguments; a++)
    g_string_append_printf (line, " | %s", proposition->arguments[a].text);
  if (proposition->polarity == REL_POLARITY_NEGATIVE)
    g_ptr_array_add (marks, g_strdup ("negative"));
  if (proposition->modality != REL_MODALITY_FACT)
    g_ptr_array_add (marks, g_strdup (rel_modality_get_name (proposition->modality)));
  if (proposition->source_text != NULL)
    g_ptr_array_add (marks, g_strdup_printf ("source %s", proposition->source_text));
  if (proposition->inferred)
    g_ptr_array_add (marks, g_strdup ("inferred"));
  append_marks (line, marks);
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

static gboolean
render_semantics (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, REL_STAGE_PROPOSITIONS, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_propositions; i++)
    add_proposition (lines, &document->propositions[i]);
  return TRUE;
}

/* ─── triples: "subject | predicate | object [marks]", with the labels that the graph shows ─── */

static void
add_mark (GPtrArray *marks, const gchar *name, const gchar *value)
{
  if (value != NULL)
    g_ptr_array_add (marks, g_strdup_printf ("%s %s", name, value));
}

static void
add_fact (GPtrArray *lines, const RelFact *fact)
{
  GString *line = g_string_new (fact->subject->label);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  g_string_append_printf (line, " | %s", fact->label);
  if (fact->object != NULL)
    g_string_append_printf (line, " | %s", fact->object->value != NULL ? fact->object->value : fact->object->label);
  if (fact->polarity == REL_POLARITY_NEGATIVE)
    g_ptr_array_add (marks, g_strdup ("negative"));
  if (fact->modality != REL_MODALITY_FACT)
    g_ptr_array_add (marks, g_strdup (rel_modality_get_name (fact->modality)));
  add_mark (marks, "source", fact->source != NULL ? fact->source->label : NULL);
  add_mark (marks, "time", fact->time);
  add_mark (marks, "relative time", fact->relative_time);
  add_mark (marks, "place", fact->place != NULL ? fact->place->label : NULL);
  for (guint p = 0; p < fact->n_participants; p++)
    add_mark (marks, "with", fact->participants[p]->label);
  if (!fact->asserted && marks->len == 0)
    g_ptr_array_add (marks, g_strdup ("not asserted"));
  append_marks (line, marks);
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

static gboolean
render_triples (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error)
{
  g_autoptr (RelDocument) document = read_text (pipeline, input, REL_STAGE_PROPOSITIONS, error);

  if (document == NULL)
    return FALSE;

  g_autoptr (RelGraph) graph
    = rel_graph_new (rel_pipeline_get_lexicon (pipeline),
                     &(RelGraphOptions){ .facts = REL_FACTS_EVENT, .provenance = REL_PROVENANCE_SENTENCE });
  guint n_facts = 0;

  rel_graph_add_document (graph, document);
  const RelFact *const *facts = rel_graph_get_facts (graph, &n_facts);
  for (guint i = 0; i < n_facts; i++)
    add_fact (lines, facts[i]);
  return TRUE;
}

static const RelCaseRenderer renderers[] = {
  { "document", TRUE, render_document },    { "lexis", TRUE, render_lexis },
  { "parse", FALSE, render_parse },         { "reference", FALSE, render_reference },
  { "semantics", FALSE, render_semantics }, { "triples", FALSE, render_triples },
};

const RelCaseRenderer *
rel_case_renderer_find (const gchar *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (renderers); i++)
    if (strcmp (renderers[i].folder, folder) == 0)
      return &renderers[i];
  return NULL;
}

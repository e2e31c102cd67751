/* The graph as RDF: one direct triple for what is asserted, a statement node for every fact, an event node where the text
 * gives time, place or further participants; nodes, predicates, sentences and documents besides.
 *
 * How much of it is written is for RelGraphOptions to say: facts PLAIN, STATEMENT or EVENT; provenance NONE, DOCUMENT
 * or SENTENCE. With graphs, each document is a named graph that holds what it states by itself.
 *
 * Cost: linear in facts and evidence, then a sort; with graphs, times the documents that share a fact.
 */
#include <triples/graph.h>
#include <triples/iri.h>
#include <triples/node_type.h>
#include <triples/vocabulary.h>

#include <string.h>

typedef struct {
  RelGraph *graph;
  const RelGraphOptions *options;
  RelTripleSet *set;
  const gchar *document_iri; /* (nullable) graph that is being written; NULL: all in one */
  GHashTable *told;          /* nodes and predicates that the present graph has told of */
} Model;

static void
add_iri (Model *model, const gchar *subject, const gchar *predicate, const gchar *object)
{
  rel_triple_set_add (
    model->set,
    &(RelTriple){ .subject = subject, .predicate = predicate, .object = object, .graph = model->document_iri });
}

static void
add_literal (Model *model, const gchar *subject, const gchar *predicate, const gchar *value, const gchar *datatype,
             const gchar *language)
{
  rel_triple_set_add (model->set, &(RelTriple){ .subject = subject,
                                                .predicate = predicate,
                                                .object = value,
                                                .datatype = datatype,
                                                .language = language,
                                                .is_literal = TRUE,
                                                .graph = model->document_iri });
}

/* A fact without object is said of its subject alone: the object is the truth of it. */
static void
add_object (Model *model, const gchar *subject, const gchar *predicate, const RelNode *object)
{
  if (object == NULL)
    add_literal (model, subject, predicate, "true", REL_XSD "boolean", NULL);
  else if (object->iri != NULL)
    add_iri (model, subject, predicate, object->iri);
  else
    add_literal (model, subject, predicate, object->value, object->type_iri, object->type_iri == NULL ? "en" : NULL);
}

/* Whether this is the first time that the present graph speaks of @thing. */
static gboolean
is_new (Model *model, gconstpointer thing)
{
  return g_hash_table_add (model->told, (gpointer) thing);
}

static void
add_node (Model *model, const RelNode *node)
{
  if (node == NULL || node->iri == NULL || !is_new (model, node))
    return;

  if (node->type_iri != NULL)
    add_iri (model, node->iri, REL_RDF "type", node->type_iri);
  add_literal (model, node->iri, REL_RDFS "label", node->label, NULL, "en");
  for (guint i = 0; i < node->n_aliases; i++)
    add_literal (model, node->iri, REL_SKOS "altLabel", node->aliases[i], NULL, "en");
  for (guint i = 0; i < node->n_links; i++)
    add_iri (model, node->iri, REL_SKOS "exactMatch", node->links[i]);
}

static void
add_predicate (Model *model, const RelPredicate *predicate)
{
  if (!is_new (model, predicate))
    return;

  add_iri (model, predicate->iri, REL_RDF "type",
           predicate->takes_literal ? REL_OWL "DatatypeProperty" : REL_OWL "ObjectProperty");
  add_literal (model, predicate->iri, REL_RDFS "label", predicate->label, NULL, "en");
  for (guint i = 0; i < predicate->n_forms; i++)
    add_literal (model, predicate->iri, REL_SKOS "altLabel", predicate->forms[i], NULL, "en");
  if (predicate->super_property != NULL)
    add_iri (model, predicate->iri, REL_RDFS "subPropertyOf", predicate->super_property);
}

static void
add_time (Model *model, const gchar *event, const gchar *predicate, const gchar *value)
{
  const gchar *local = rel_node_type_get_time (value);
  g_autofree gchar *datatype = local != NULL ? g_strconcat (REL_XSD, local, NULL) : NULL;

  if (g_strcmp0 (local, "duration") == 0)
    predicate = REL_SCHEMA "duration";
  add_literal (model, event, predicate, value, datatype, NULL);
}

/* "2008/2016" has a start and an end; either may be missing. */
static void
add_interval (Model *model, const gchar *event, const gchar *time)
{
  const gchar *slash = strchr (time, '/');

  if (slash == NULL) {
    add_time (model, event, REL_SCHEMA "startDate", time);
    return;
  }

  g_autofree gchar *start = g_strndup (time, slash - time);

  if (*start != '\0' && strcmp (start, "..") != 0)
    add_time (model, event, REL_SCHEMA "startDate", start);
  if (slash[1] != '\0' && strcmp (slash + 1, "..") != 0)
    add_time (model, event, REL_SCHEMA "endDate", slash + 1);
}

/* The object of a fact acts in its event when it is somebody. */
static gboolean
is_actor (const RelNode *node)
{
  return node != NULL && node->iri != NULL && node->type_iri != NULL
         && (strcmp (node->type_iri, REL_SCHEMA "Person") == 0
             || strcmp (node->type_iri, REL_SCHEMA "Organization") == 0);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* The actors of the event, sorted: the same for "Lee met Meloni" and "Meloni met Lee", which are one event. */
static GPtrArray *
get_actors (const RelFact *fact)
{
  GPtrArray *actors = g_ptr_array_new ();

  g_ptr_array_add (actors, (gpointer) fact->subject->iri);
  if (is_actor (fact->object))
    g_ptr_array_add (actors, (gpointer) fact->object->iri);
  for (guint i = 0; i < fact->n_participants; i++)
    g_ptr_array_add (actors, (gpointer) fact->participants[i]->iri);
  qsort (actors->pdata, actors->len, sizeof (gpointer), compare_strings);
  return actors;
}

static gchar *
mint_event (Model *model, const RelFact *fact, const GPtrArray *actors)
{
  g_autoptr (GString) key = g_string_new (fact->predicate->iri);

  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (key, "\x1f%s", (const gchar *) g_ptr_array_index (actors, i));
  g_string_append_printf (key, "\x1f%s%s\x1f%s\x1f%d\x1f%d\x1f%s", fact->time != NULL ? fact->time : "",
                          fact->relative_time != NULL ? fact->relative_time : "",
                          fact->place != NULL ? fact->place->iri : "", (gint) fact->polarity, (gint) fact->modality,
                          fact->source != NULL ? fact->source->iri : "");
  if (fact->object != NULL && !is_actor (fact->object))
    g_string_append_printf (key, "\x1f%s", fact->object->iri != NULL ? fact->object->iri : fact->object->value);

  g_autofree gchar *local = g_strdup_printf ("e%016" G_GINT64_MODIFIER "x", rel_hash_string (key->str, 0));
  return rel_iri_join (model->options->base, "event/", local);
}

static void
add_event (Model *model, const RelFact *fact)
{
  if (fact->time == NULL && fact->relative_time == NULL && fact->place == NULL && fact->n_participants == 0)
    return;

  g_autoptr (GPtrArray) actors = get_actors (fact);
  g_autofree gchar *event = mint_event (model, fact, actors);

  add_iri (model, fact->iri, REL_NS "event", event);
  add_iri (model, event, REL_RDF "type", REL_SEM "Event");
  add_iri (model, event, REL_SEM "eventType", fact->predicate->iri);
  for (guint i = 0; i < actors->len; i++)
    add_iri (model, event, REL_SEM "hasActor", g_ptr_array_index (actors, i));
  if (fact->place != NULL)
    add_iri (model, event, REL_SEM "hasPlace", fact->place->iri);
  if (fact->time != NULL)
    add_interval (model, event, fact->time);
  if (fact->relative_time != NULL)
    add_literal (model, event, REL_NS "relativeTime", fact->relative_time, NULL, "en");
  add_node (model, fact->place);
  for (guint i = 0; i < fact->n_participants; i++)
    add_node (model, fact->participants[i]);
}

static void
add_sentence (Model *model, const RelEvidence *evidence, const gchar *sentence)
{
  g_autofree gchar *start = g_strdup_printf ("%u", evidence->start);
  g_autofree gchar *end = g_strdup_printf ("%u", evidence->end);

  add_iri (model, sentence, REL_RDF "type", REL_NIF "Sentence");
  add_iri (model, sentence, REL_NIF "referenceContext", evidence->document_iri);
  add_literal (model, sentence, REL_NIF "beginIndex", start, REL_XSD "nonNegativeInteger", NULL);
  add_literal (model, sentence, REL_NIF "endIndex", end, REL_XSD "nonNegativeInteger", NULL);
  add_literal (model, sentence, REL_NIF "anchorOf", evidence->text, NULL, "en");
}

static void
add_evidence (Model *model, const RelFact *fact)
{
  for (guint i = 0; i < fact->n_evidence; i++) {
    const RelEvidence *evidence = &fact->evidence[i];

    if (model->document_iri != NULL && strcmp (evidence->document_iri, model->document_iri) != 0)
      continue;
    if (model->options->provenance == REL_PROVENANCE_DOCUMENT) {
      add_iri (model, fact->iri, REL_PROV "wasDerivedFrom", evidence->document_iri);
      continue;
    }

    g_autofree gchar *sentence
      = g_strdup_printf ("%s#char=%u,%u", evidence->document_iri, evidence->start, evidence->end);
    add_iri (model, fact->iri, REL_PROV "wasDerivedFrom", sentence);
    if (is_new (model, evidence->text))
      add_sentence (model, evidence, sentence);
  }
}

static void
add_statement (Model *model, const RelFact *fact)
{
  static const gchar *const modalities[] = { NULL, "Planned", "Possible", "Desired", "Obligatory", "Hypothetical" };
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];
  gfloat confidence = rel_evidence_combine (fact->evidence, fact->n_evidence, model->document_iri);

  add_iri (model, fact->iri, REL_RDF "type", REL_RDF "Statement");
  add_iri (model, fact->iri, REL_RDF "subject", fact->subject->iri);
  add_iri (model, fact->iri, REL_RDF "predicate", fact->predicate->iri);
  add_object (model, fact->iri, REL_RDF "object", fact->object);
  add_literal (model, fact->iri, REL_NS "confidence", g_ascii_formatd (number, sizeof number, "%.2f", confidence),
               REL_XSD "decimal", NULL);
  if (fact->polarity == REL_POLARITY_NEGATIVE)
    add_iri (model, fact->iri, REL_NS "polarity", REL_NS "Negative");
  if ((guint) fact->modality < G_N_ELEMENTS (modalities) && modalities[fact->modality] != NULL) {
    g_autofree gchar *modality = g_strconcat (REL_NS, modalities[fact->modality], NULL);
    add_iri (model, fact->iri, REL_NS "modality", modality);
  }
  if (strcmp (fact->label, fact->predicate->label) != 0)
    add_literal (model, fact->iri, REL_NS "wording", fact->label, NULL, "en");
  if (fact->source != NULL)
    add_iri (model, fact->iri, REL_PROV "wasAttributedTo", fact->source->iri);
  add_node (model, fact->source);
  if (model->options->facts == REL_FACTS_EVENT)
    add_event (model, fact);
  if (model->options->provenance != REL_PROVENANCE_NONE)
    add_evidence (model, fact);
}

static void
add_fact (Model *model, const RelFact *fact)
{
  if (!fact->asserted && model->options->facts == REL_FACTS_PLAIN)
    return;

  add_node (model, fact->subject);
  add_node (model, fact->object);
  add_predicate (model, fact->predicate);
  if (fact->asserted)
    add_object (model, fact->subject->iri, fact->predicate->iri, fact->object);
  if (model->options->facts != REL_FACTS_PLAIN)
    add_statement (model, fact);
}

/* What was done to the document: which program, which model. No time of day: it would change the bytes of every run. */
static void
add_activity (Model *model, const RelGraphDocument *document)
{
  g_autofree gchar *activity = g_strconcat (document->iri, "#activity", NULL);

  add_iri (model, activity, REL_RDF "type", REL_PROV "Activity");
  add_iri (model, activity, REL_PROV "used", document->iri);
  if (model->options->program != NULL)
    add_literal (model, activity, REL_NS "program", model->options->program, NULL, NULL);
  if (model->options->model_hash != NULL)
    add_literal (model, activity, REL_NS "modelHash", model->options->model_hash, NULL, NULL);
}

static void
add_document (Model *model, const RelGraphDocument *document)
{
  const gchar *datatype = document->date != NULL ? rel_node_type_get_time (document->date) : NULL;
  g_autofree gchar *type = datatype != NULL ? g_strconcat (REL_XSD, datatype, NULL) : NULL;

  add_iri (model, document->iri, REL_RDF "type", REL_NIF "Context");
  add_literal (model, document->iri, REL_DCTERMS "identifier", document->id, NULL, NULL);
  if (document->title != NULL)
    add_literal (model, document->iri, REL_DCTERMS "title", document->title, NULL, "en");
  if (document->date != NULL)
    add_literal (model, document->iri, REL_DCTERMS "date", document->date, type, NULL);
  if (document->source != NULL)
    add_literal (model, document->iri, REL_DCTERMS "publisher", document->source, NULL, "en");
  if (document->url != NULL)
    add_literal (model, document->iri, REL_SCHEMA "url", document->url, REL_XSD "anyURI", NULL);
  if (document->text != NULL)
    add_literal (model, document->iri, REL_NIF "isString", document->text, NULL, NULL);
  add_activity (model, document);
}

static gboolean
is_stated_by (const RelFact *fact, const gchar *document_iri)
{
  for (guint i = 0; i < fact->n_evidence; i++)
    if (strcmp (fact->evidence[i].document_iri, document_iri) == 0)
      return TRUE;
  return FALSE;
}

static void
add_named_graph (Model *model, const RelGraphDocument *document)
{
  guint n_facts = 0;
  const RelFact *const *facts = rel_graph_get_facts (model->graph, &n_facts);

  model->document_iri = document->iri;
  g_hash_table_remove_all (model->told);
  if (model->options->provenance != REL_PROVENANCE_NONE)
    add_document (model, document);
  for (guint i = 0; i < n_facts; i++)
    if (is_stated_by (facts[i], document->iri))
      add_fact (model, facts[i]);
}

static void
add_all (Model *model)
{
  guint n_facts = 0, n_documents = 0;
  const RelFact *const *facts = rel_graph_get_facts (model->graph, &n_facts);
  const RelGraphDocument *const *documents = rel_graph_get_documents (model->graph, &n_documents);

  for (guint i = 0; i < n_documents && model->options->provenance != REL_PROVENANCE_NONE; i++)
    add_document (model, documents[i]);
  for (guint i = 0; i < n_facts; i++)
    add_fact (model, facts[i]);
}

RelTripleSet *
rel_graph_to_triples (RelGraph *self, gboolean with_graphs)
{
  g_return_val_if_fail (self != NULL, NULL);

  guint n_documents = 0;
  const RelGraphDocument *const *documents = rel_graph_get_documents (self, &n_documents);
  Model model = { .graph = self, .options = rel_graph_get_options (self), .set = rel_triple_set_new () };

  model.told = g_hash_table_new (NULL, NULL);
  rel_vocabulary_add_prefixes (model.set, model.options->base, documents, n_documents);
  if (with_graphs)
    for (guint i = 0; i < n_documents; i++)
      add_named_graph (&model, documents[i]);
  else
    add_all (&model);
  g_hash_table_unref (model.told);
  rel_triple_set_sort (model.set);
  return model.set;
}

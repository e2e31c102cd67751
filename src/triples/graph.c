/* A graph: documents in, shared facts with their evidence out, in an order that does not depend on how they came.
 *
 * Facts are shown sorted by IRI; the arrays for that are made when first asked for after a document was added.
 * Cost: a few hash look-ups a fact to add, a sort to show; memory grows with the facts, not with the texts.
 */
#include <triples/graph.h>
#include <triples/iri.h>
#include <triples/learned_frames.h>
#include <triples/records.h>

#include <string.h>

struct _RelGraph {
  RelGraphOptions options; /* strings are in the records' arena */
  RelRecords *records;
  GHashTable *documents; /* IRI → RelGraphDocument */

  /* The view: made by show(), dropped when a document is added. */
  RelArena *view;
  const RelFact **facts;
  guint n_facts;
  const RelNode **nodes;
  guint n_nodes;
  const RelPredicate **predicates;
  guint n_predicates;
  const RelGraphDocument **sorted_documents;
};

/* No number of sentences makes certain. */
#define MAX_CONFIDENCE 0.999f

static const gchar *
dup_nullable (RelArena *arena, const gchar *string)
{
  return string != NULL ? rel_arena_strdup (arena, string) : NULL;
}

RelGraph *
rel_graph_new (const RelLexicon *lexicon, const RelGraphOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  RelGraph *self = g_new0 (RelGraph, 1);

  self->records = rel_records_new (lexicon, NULL);
  self->options = *options;
  self->options.base = dup_nullable (self->records->arena, options->base);
  self->options.program = dup_nullable (self->records->arena, options->program);
  self->options.model_hash = dup_nullable (self->records->arena, options->model_hash);
  self->records->base = self->options.base;
  self->documents = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
rel_graph_free (RelGraph *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->documents);
  rel_arena_free (self->view);
  rel_records_free (self->records);
  g_free (self);
}

const RelGraphOptions *
rel_graph_get_options (const RelGraph *self)
{
  return &self->options;
}

gfloat
rel_evidence_combine (const RelEvidence *evidence, guint n_evidence, const gchar *document_iri)
{
  gdouble wrong = 1.0;

  for (guint i = 0; i < n_evidence; i++)
    if (document_iri == NULL || strcmp (evidence[i].document_iri, document_iri) == 0)
      wrong *= 1.0 - CLAMP (evidence[i].confidence, 0.0f, 1.0f);
  return MIN ((gfloat) (1.0 - wrong), MAX_CONFIDENCE);
}

static const RelGraphDocument *
add_document (RelGraph *self, const RelDocument *document)
{
  RelArena *arena = self->records->arena;
  g_autofree gchar *segment = rel_iri_segment (document->id);
  g_autofree gchar *iri = rel_iri_join (self->options.base, "doc/", segment);
  RelGraphDocument *entry = g_hash_table_lookup (self->documents, iri);

  if (entry != NULL)
    return entry;

  entry = rel_arena_new_array (arena, RelGraphDocument, 1);
  entry->id = rel_arena_strdup (arena, document->id);
  entry->iri = rel_arena_strdup (arena, iri);
  entry->title = dup_nullable (arena, document->title);
  entry->url = dup_nullable (arena, document->url);
  entry->source = dup_nullable (arena, document->source);
  entry->text = self->options.keep_text ? rel_arena_strndup (arena, document->text, document->n_bytes) : NULL;
  if (document->date.year != 0) {
    g_autofree gchar *date = rel_date_to_string (document->date);
    entry->date = rel_arena_strdup (arena, date);
  }
  g_hash_table_insert (self->documents, (gpointer) entry->iri, entry);
  return entry;
}

/* The sentence as evidence, in code points; its text is copied once however many facts it states. */
static const RelEvidence *
get_evidence (RelGraph *self, const RelDocument *document, const RelGraphDocument *entry, guint32 sentence,
              RelEvidence *cache)
{
  RelEvidence *evidence = &cache[sentence];

  if (evidence->text == NULL) {
    RelSpan span = document->sentences[sentence].span;
    RelDocument *counted = (RelDocument *) document; /* the table of offsets is made at the first call */

    evidence->document = entry->id;
    evidence->document_iri = entry->iri;
    evidence->start = rel_document_get_char_offset (counted, span.start);
    evidence->end = rel_document_get_char_offset (counted, span.end);
    evidence->text = rel_arena_strndup (self->records->arena, document->text + span.start, span.end - span.start);
  }
  return evidence;
}

void
rel_graph_add_document (RelGraph *self, const RelDocument *document)
{
  g_return_if_fail (self != NULL && document != NULL);

  const RelGraphDocument *entry = add_document (self, document);
  RelFactDrafts *draft = rel_drafts_new (document, self->records->lexicon, self->options.base);
  g_autofree RelEvidence *cache = g_new0 (RelEvidence, document->n_sentences + 1);

  rel_drafts_add_propositions (draft);
  rel_drafts_add_phrases (draft);
  rel_drafts_add_descriptors (draft);
  rel_drafts_add_learned (draft);
  rel_drafts_map_properties (draft, self->options.only_ontology);
  for (guint i = 0; i < draft->facts->len; i++) {
    const RelFactDraft *fact = g_ptr_array_index (draft->facts, i);
    RelEvidence evidence = *get_evidence (self, document, entry, fact->sentence, cache);

    evidence.rule = rel_arena_strdup (self->records->arena, fact->rule != NULL ? fact->rule : "");
    evidence.confidence = fact->confidence;
    rel_records_add (self->records, fact, &evidence);
  }
  rel_drafts_free (draft);
  g_clear_pointer (&self->view, rel_arena_free);
}

static gint
compare_facts (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelFact *const *) a)->iri, (*(const RelFact *const *) b)->iri);
}

static gint
compare_node_iris (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelNode *const *) a)->iri, (*(const RelNode *const *) b)->iri);
}

static gint
compare_predicates (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelPredicate *const *) a)->iri, (*(const RelPredicate *const *) b)->iri);
}

static gint
compare_documents (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelGraphDocument *const *) a)->iri, (*(const RelGraphDocument *const *) b)->iri);
}

static void
use_node (RelNodeRecord *record)
{
  if (record != NULL)
    record->used = TRUE;
}

static void
show_facts (RelGraph *self)
{
  GHashTableIter iter;
  gpointer value;

  self->facts = rel_arena_new_array (self->view, const RelFact *, g_hash_table_size (self->records->facts) + 1);
  self->n_facts = 0;
  g_hash_table_iter_init (&iter, self->records->facts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    RelFactRecord *record = value;
    RelFact *fact = &record->fact;

    rel_fact_record_close (record, self->view);
    fact->confidence = rel_evidence_combine (fact->evidence, fact->n_evidence, NULL);
    fact->asserted = fact->polarity == REL_POLARITY_POSITIVE && fact->modality == REL_MODALITY_FACT
                     && (fact->source == NULL || self->options.assert_reported);
    if (fact->confidence < self->options.min_confidence)
      continue;

    self->facts[self->n_facts++] = fact;
    use_node (record->subject);
    use_node (record->object);
    use_node (record->source);
    use_node (record->place);
    for (guint i = 0; i < record->participants->len; i++)
      use_node (g_ptr_array_index (record->participants, i));
    record->predicate->used = TRUE;
  }
  qsort (self->facts, self->n_facts, sizeof *self->facts, compare_facts);
}

static void
show_nodes (RelGraph *self)
{
  GHashTableIter iter;
  gpointer value;

  self->nodes = rel_arena_new_array (self->view, const RelNode *, g_hash_table_size (self->records->nodes) + 1);
  self->n_nodes = 0;
  g_hash_table_iter_init (&iter, self->records->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    RelNodeRecord *record = value;

    rel_node_record_close (record, self->view);
    if (record->used && record->node.iri != NULL)
      self->nodes[self->n_nodes++] = &record->node;
  }
  qsort (self->nodes, self->n_nodes, sizeof *self->nodes, compare_node_iris);
}

static void
show_predicates (RelGraph *self)
{
  GHashTableIter iter;
  gpointer value;

  self->predicates
    = rel_arena_new_array (self->view, const RelPredicate *, g_hash_table_size (self->records->predicates) + 1);
  self->n_predicates = 0;
  g_hash_table_iter_init (&iter, self->records->predicates);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    RelPredicateRecord *record = value;

    rel_predicate_record_close (record, self->view);
    if (record->used)
      self->predicates[self->n_predicates++] = &record->predicate;
  }
  qsort (self->predicates, self->n_predicates, sizeof *self->predicates, compare_predicates);
}

static void
show_documents (RelGraph *self)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  self->sorted_documents
    = rel_arena_new_array (self->view, const RelGraphDocument *, g_hash_table_size (self->documents) + 1);
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->sorted_documents[n++] = value;
  qsort (self->sorted_documents, n, sizeof *self->sorted_documents, compare_documents);
}

static void
show (RelGraph *self)
{
  if (self->view != NULL)
    return;

  self->view = rel_arena_new ();
  show_facts (self);
  show_nodes (self);
  show_predicates (self);
  show_documents (self);
}

const RelFact *const *
rel_graph_get_facts (RelGraph *self, guint *n_facts)
{
  g_return_val_if_fail (self != NULL, NULL);

  show (self);
  *n_facts = self->n_facts;
  return self->facts;
}

const RelNode *const *
rel_graph_get_nodes (RelGraph *self, guint *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);

  show (self);
  *n_nodes = self->n_nodes;
  return self->nodes;
}

const RelPredicate *const *
rel_graph_get_predicates (RelGraph *self, guint *n_predicates)
{
  g_return_val_if_fail (self != NULL, NULL);

  show (self);
  *n_predicates = self->n_predicates;
  return self->predicates;
}

const RelGraphDocument *const *
rel_graph_get_documents (RelGraph *self, guint *n_documents)
{
  show (self);
  *n_documents = g_hash_table_size (self->documents);
  return self->sorted_documents;
}

/* Sharing: nodes, predicates and facts of many documents, each once.
 *
 * Whatever is chosen among several (a label, a type) is the least of them, so that the order in which they come does not
 * matter. Cost: a hash look-up for each part of each fact.
 */
#include <triples/iri.h>
#include <triples/records.h>

#include <string.h>

RelRecords *
rel_records_new (const RelLexicon *lexicon, const gchar *base)
{
  RelRecords *self = g_new0 (RelRecords, 1);

  self->arena = rel_arena_new ();
  self->lexicon = lexicon;
  self->base = base;
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  self->predicates = g_hash_table_new (g_str_hash, g_str_equal);
  self->facts = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
rel_records_free (RelRecords *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self == NULL)
    return;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    g_hash_table_unref (((RelNodeRecord *) value)->aliases);
    g_hash_table_unref (((RelNodeRecord *) value)->links);
  }
  g_hash_table_iter_init (&iter, self->predicates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_unref (((RelPredicateRecord *) value)->forms);
  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    g_ptr_array_unref (((RelFactRecord *) value)->participants);
    g_array_unref (((RelFactRecord *) value)->evidence);
  }
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->predicates);
  g_hash_table_unref (self->facts);
  rel_arena_free (self->arena);
  g_free (self);
}

static void
add_string (RelRecords *self, RelStringSet *set, const gchar *string)
{
  if (string != NULL && *string != '\0' && !g_hash_table_contains (set, string))
    g_hash_table_add (set, rel_arena_strdup (self->arena, string));
}

static gchar *
make_node_key (const RelNode *node)
{
  if (node->iri != NULL)
    return g_strdup (node->iri);
  return g_strconcat ("\"", node->value, "\"", node->type_iri != NULL ? node->type_iri : "", NULL);
}

static const gchar *
get_least (RelRecords *self, const gchar *a, const gchar *b)
{
  if (b == NULL || *b == '\0')
    return a;
  if (a != NULL && *a != '\0' && strcmp (a, b) <= 0)
    return a;
  return rel_arena_strdup (self->arena, b);
}

RelNodeRecord *
rel_records_intern_node (RelRecords *self, const RelNode *node)
{
  if (node == NULL)
    return NULL;

  g_autofree gchar *key = make_node_key (node);
  RelNodeRecord *record = g_hash_table_lookup (self->nodes, key);

  if (record == NULL) {
    record = rel_arena_new_array (self->arena, RelNodeRecord, 1);
    record->key = rel_arena_strdup (self->arena, key);
    record->aliases = g_hash_table_new (g_str_hash, g_str_equal);
    record->links = g_hash_table_new (g_str_hash, g_str_equal);
    record->node.iri = node->iri != NULL ? record->key : NULL;
    record->node.value = node->iri == NULL ? rel_arena_strdup (self->arena, node->value) : NULL;
    record->node.type = "";
    g_hash_table_insert (self->nodes, (gpointer) record->key, record);
  }

  record->node.label = get_least (self, record->node.label, node->label);
  record->node.type = get_least (self, record->node.type, node->type);
  record->node.type_iri = get_least (self, record->node.type_iri, node->type_iri);
  for (guint i = 0; i < node->n_aliases; i++)
    add_string (self, record->aliases, node->aliases[i]);
  for (guint i = 0; i < node->n_links; i++)
    add_string (self, record->links, node->links[i]);
  return record;
}

/* Whether the predicate of a literal goes below its property: OWL keeps properties of things and of literals apart. */
static gboolean
goes_below (const RelRecords *self, const gchar *property, gboolean literal)
{
  return property != NULL
         && (!literal || rel_lexicon_has (self->lexicon, property, "rdf:type", "owl:DatatypeProperty"));
}

/* A property of the user's has its own IRI. A predicate that means a property of ours has its local name, another one that of
 * its lemmas. */
static gchar *
mint_predicate (const RelRecords *self, const RelPredicateDraft *predicate, gboolean literal)
{
  const gchar *end = predicate->property != NULL && predicate->is_same ? strrchr (predicate->property, '#') : NULL;

  if (predicate->is_given && predicate->is_same)
    return g_strdup (predicate->property);

  g_autofree gchar *words = rel_iri_camel_case (predicate->key);
  g_autofree gchar *segment = g_strconcat (
    end != NULL ? end + 1 : words, literal && !goes_below (self, predicate->property, TRUE) ? "Value" : "", NULL);

  return rel_iri_join (self->base, "predicate/", segment);
}

/* (nullable): how the property reads that @predicate means. */
static const gchar *
get_property_label (const RelRecords *self, const RelPredicateDraft *predicate)
{
  const gchar *label = NULL;

  if (predicate->property == NULL || !predicate->is_same)
    return NULL;
  label = rel_lexicon_get_value (self->lexicon, predicate->property, "rdfs:label");
  if (label == NULL)
    label = rel_lexicon_get_value (self->lexicon, predicate->property, "skos:prefLabel");
  return label;
}

RelPredicateRecord *
rel_records_intern_predicate (RelRecords *self, const RelPredicateDraft *predicate, const RelNode *object)
{
  gboolean literal = object == NULL || object->iri == NULL;
  g_autofree gchar *iri = mint_predicate (self, predicate, literal);
  RelPredicateRecord *record = g_hash_table_lookup (self->predicates, iri);
  const gchar *label = get_property_label (self, predicate);

  if (record == NULL) {
    record = rel_arena_new_array (self->arena, RelPredicateRecord, 1);
    record->forms = g_hash_table_new (g_str_hash, g_str_equal);
    record->predicate.iri = rel_arena_strdup (self->arena, iri);
    record->predicate.takes_literal = literal;
    record->predicate.super_property
      = goes_below (self, predicate->property, literal) && strcmp (predicate->property, iri) != 0 ? predicate->property
                                                                                                  : NULL;
    record->rank = G_MAXUINT;
    if (label != NULL) {
      record->predicate.label = rel_arena_strdup (self->arena, label);
      record->rank = 0;
    }
    g_hash_table_insert (self->predicates, (gpointer) record->predicate.iri, record);
  }

  add_string (self, record->forms, predicate->label);
  if (label == NULL
      && (predicate->rank < record->rank
          || (predicate->rank == record->rank && strcmp (predicate->label, record->predicate.label) < 0))) {
    record->rank = predicate->rank;
    record->predicate.label = rel_arena_strdup (self->arena, predicate->label);
  }
  return record;
}

/* The parts that make a fact the same, apart by a character that no text holds. */
static gchar *
make_fact_iri (const RelRecords *self, const RelFactRecord *record)
{
  g_autofree gchar *key = g_strdup_printf (
    "%s\x1f%s\x1f%s\x1f%d\x1f%d\x1f%s\x1f%s\x1f%s%s", record->subject->key, record->predicate->predicate.iri,
    record->object != NULL ? record->object->key : "", (gint) record->fact.polarity, (gint) record->fact.modality,
    record->source != NULL ? record->source->key : "", record->fact.time != NULL ? record->fact.time : "",
    record->place != NULL ? record->place->key : "",
    record->fact.relative_time != NULL ? record->fact.relative_time : "");
  g_autofree gchar *local = g_strdup_printf ("f%016" G_GINT64_MODIFIER "x", rel_hash_string (key, 0));

  return rel_iri_join (self->base, "fact/", local);
}

/* (transfer full): the label of @predicate with its verb as the lemma has it: what is not done is not told in the past. */
static gchar *
dup_base_label (const RelPredicateDraft *predicate)
{
  gsize lemma = strcspn (predicate->key, " "), verb = strcspn (predicate->label, " ");
  g_autofree gchar *base = g_strndup (predicate->key, lemma);

  return g_strconcat (base, predicate->label + verb, NULL);
}

static void
set_label (RelRecords *self, RelFactRecord *record, const RelFactDraft *draft)
{
  g_autofree gchar *label = NULL;

  if (draft->modality == REL_MODALITY_FACT)
    return;
  label = dup_base_label (&draft->predicate);
  record->fact.label = get_least (self, record->fact.label, label);
}

static RelFactRecord *
intern_fact (RelRecords *self, const RelFactDraft *draft)
{
  RelFactRecord new = {
    .subject = rel_records_intern_node (self, draft->subject),
    .object = rel_records_intern_node (self, draft->object),
    .source = rel_records_intern_node (self, draft->source),
    .place = rel_records_intern_node (self, draft->place),
    .predicate = rel_records_intern_predicate (self, &draft->predicate, draft->object),
    .fact = { .polarity = draft->polarity,
              .modality = draft->modality,
              .time = draft->time,
              .relative_time = draft->relative_time },
  };
  g_autofree gchar *iri = make_fact_iri (self, &new);
  RelFactRecord *record = g_hash_table_lookup (self->facts, iri);

  if (record != NULL) {
    set_label (self, record, draft);
    return record;
  }

  record = rel_arena_new_array (self->arena, RelFactRecord, 1);
  *record = new;
  record->fact.iri = rel_arena_strdup (self->arena, iri);
  record->fact.time = draft->time != NULL ? rel_arena_strdup (self->arena, draft->time) : NULL;
  record->fact.relative_time
    = draft->relative_time != NULL ? rel_arena_strdup (self->arena, draft->relative_time) : NULL;
  set_label (self, record, draft);
  record->participants = g_ptr_array_new ();
  record->evidence = g_array_new (FALSE, TRUE, sizeof (RelEvidence));
  g_hash_table_insert (self->facts, (gpointer) record->fact.iri, record);
  return record;
}

static gint
compare_evidence (const RelEvidence *left, const RelEvidence *right)
{
  gint order = strcmp (left->document_iri, right->document_iri);

  return order != 0 ? order : (left->start > right->start) - (left->start < right->start);
}

/* Where @evidence stands or belongs in @list, which is in order; it is looked for from the end, where new evidence mostly goes. */
static guint
find_evidence (const GArray *list, const RelEvidence *evidence)
{
  guint first = 0, end = list->len;

  if (end > 0 && compare_evidence (&g_array_index (list, RelEvidence, end - 1), evidence) < 0)
    return end;
  while (first < end) {
    guint middle = first + (end - first) / 2;

    if (compare_evidence (&g_array_index (list, RelEvidence, middle), evidence) < 0)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

/* One sentence is one piece of evidence, however many rules found the fact in it: the surest counts. */
static void
add_evidence (RelFactRecord *record, const RelEvidence *evidence)
{
  guint at = find_evidence (record->evidence, evidence);
  RelEvidence *known = at < record->evidence->len ? &g_array_index (record->evidence, RelEvidence, at) : NULL;

  if (known == NULL || compare_evidence (known, evidence) != 0) {
    g_array_insert_vals (record->evidence, at, evidence, 1);
    return;
  }
  if (evidence->confidence > known->confidence
      || (evidence->confidence == known->confidence && strcmp (evidence->rule, known->rule) < 0)) {
    known->confidence = evidence->confidence;
    known->rule = evidence->rule;
  }
}

void
rel_records_add (RelRecords *self, const RelFactDraft *draft, const RelEvidence *evidence)
{
  RelFactRecord *record = intern_fact (self, draft);

  for (guint i = 0; i < draft->n_participants; i++) {
    RelNodeRecord *participant = rel_records_intern_node (self, draft->participants[i]);

    if (participant != record->subject && participant != record->object
        && !g_ptr_array_find (record->participants, participant, NULL))
      g_ptr_array_add (record->participants, participant);
  }
  add_evidence (record, evidence);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* The strings of @set without @except, sorted. */
static const gchar *const *
make_sorted (RelStringSet *set, const gchar *except, RelArena *arena, guint *n)
{
  GHashTableIter iter;
  gpointer string;
  const gchar **sorted = rel_arena_new_array (arena, const gchar *, g_hash_table_size (set) + 1);

  *n = 0;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &string, NULL))
    if (g_strcmp0 (string, except) != 0)
      sorted[(*n)++] = string;
  qsort (sorted, *n, sizeof *sorted, compare_strings);
  return sorted;
}

void
rel_node_record_close (RelNodeRecord *self, RelArena *arena)
{
  self->node.aliases = make_sorted (self->aliases, self->node.label, arena, &self->node.n_aliases);
  self->node.links = make_sorted (self->links, NULL, arena, &self->node.n_links);
}

void
rel_predicate_record_close (RelPredicateRecord *self, RelArena *arena)
{
  self->predicate.forms = make_sorted (self->forms, self->predicate.label, arena, &self->predicate.n_forms);
}

static gint
compare_nodes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(RelNodeRecord *const *) a)->key, (*(RelNodeRecord *const *) b)->key);
}

void
rel_fact_record_close (RelFactRecord *self, RelArena *arena)
{
  RelFact *fact = &self->fact;
  const RelNode **participants = rel_arena_new_array (arena, const RelNode *, self->participants->len + 1);

  g_ptr_array_sort (self->participants, compare_nodes);
  for (guint i = 0; i < self->participants->len; i++)
    participants[i] = &((RelNodeRecord *) g_ptr_array_index (self->participants, i))->node;

  fact->subject = &self->subject->node;
  fact->predicate = &self->predicate->predicate;
  if (fact->label == NULL || fact->modality == REL_MODALITY_FACT)
    fact->label = fact->predicate->label;
  fact->object = self->object != NULL ? &self->object->node : NULL;
  fact->source = self->source != NULL ? &self->source->node : NULL;
  fact->place = self->place != NULL ? &self->place->node : NULL;
  fact->participants = participants;
  fact->n_participants = self->participants->len;
  fact->evidence = (const RelEvidence *) self->evidence->data;
  fact->n_evidence = self->evidence->len;
}

/* Several graphs as one: things that are the same have one IRI, statements that say the same are one statement with all their
 * evidence, and a thing has one label.
 *
 *   triples ─ merge_identities.c ─► same things ─► same statements ─► one confidence, one label each ─► triples
 *
 * Each named graph is joined by itself, so that what a document says stays with the document. Cost: three passes, each a sort.
 */
#include "writers/merge.h"

#include <string.h>
#include <triples/vocabulary.h>

static const gchar *
get_identity (GHashTable *identities, const gchar *iri)
{
  const gchar *found = g_hash_table_lookup (identities, iri);

  return found != NULL ? found : iri;
}

/* (transfer full): @set with each thing named as @identities has it. */
static RelTripleSet *
rename_things (const RelTripleSet *set, GHashTable *identities)
{
  RelTripleSet *renamed = rel_triple_set_new ();

  for (gsize i = 0; i < set->n_triples; i++) {
    RelTriple triple = set->triples[i];

    triple.subject = get_identity (identities, triple.subject);
    if (!triple.is_literal)
      triple.object = get_identity (identities, triple.object);
    rel_triple_set_add (renamed, &triple);
  }
  g_hash_table_unref (renamed->prefixes);
  renamed->prefixes = g_hash_table_ref (set->prefixes);
  rel_triple_set_sort (renamed);
  return renamed;
}

/* The end of the run of triples from @start on that share graph and subject. */
static gsize
find_end (const RelTripleSet *set, gsize start)
{
  gsize end = start + 1;

  while (end < set->n_triples && g_strcmp0 (set->triples[end].graph, set->triples[start].graph) == 0
         && strcmp (set->triples[end].subject, set->triples[start].subject) == 0)
    end++;
  return end;
}

static gboolean
is_statement (const RelTripleSet *set, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (strcmp (set->triples[i].predicate, REL_RDF "type") == 0
        && strcmp (set->triples[i].object, REL_RDF "Statement") == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): all that makes a statement this one and no other: not its confidence and evidence, nor its event, which is
 * minted from the same. */
static gchar *
make_key (const RelTripleSet *set, gsize start, gsize end)
{
  GString *key = g_string_new (set->triples[start].graph);

  for (gsize i = start; i < end; i++) {
    const RelTriple *triple = &set->triples[i];

    if (strcmp (triple->predicate, REL_NS "confidence") == 0
        || strcmp (triple->predicate, REL_PROV "wasDerivedFrom") == 0)
      continue;
    g_string_append_printf (key, "\x1f%s\x1f%s\x1f%s\x1f%s", triple->predicate, triple->object,
                            triple->datatype != NULL ? triple->datatype : "",
                            triple->language != NULL ? triple->language : "");
  }
  return g_string_free (key, FALSE);
}

/* (transfer full): statement → the first one that says the same. */
static GHashTable *
find_same_statements (const RelTripleSet *set)
{
  GHashTable *same = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0, end; i < set->n_triples; i = end) {
    gchar *key;
    const gchar *other;

    end = find_end (set, i);
    if (!is_statement (set, i, end))
      continue;
    key = make_key (set, i, end);
    other = g_hash_table_lookup (first, key);
    if (other != NULL && strcmp (other, set->triples[i].subject) != 0)
      g_hash_table_insert (same, (gpointer) set->triples[i].subject, (gpointer) other);
    if (other == NULL)
      g_hash_table_insert (first, g_steal_pointer (&key), (gpointer) set->triples[i].subject);
    g_free (key);
  }
  return same;
}

/* What the triples [start, end) of one subject have to agree on. */
typedef struct {
  guint n_confidences, n_evidence, n_classes;
  gdouble doubt, best; /* of the confidences: product of what is missing to 1, and the highest */
  const RelTriple *label;
} Summary;

static Summary
summarize (const RelTripleSet *set, gsize start, gsize end)
{
  Summary summary = { .doubt = 1 };

  for (gsize i = start; i < end; i++) {
    const RelTriple *triple = &set->triples[i];

    if (strcmp (triple->predicate, REL_NS "confidence") == 0) {
      gdouble value = CLAMP (g_ascii_strtod (triple->object, NULL), 0, 1);

      summary.n_confidences++;
      summary.doubt *= 1 - value;
      summary.best = MAX (summary.best, value);
    } else if (strcmp (triple->predicate, REL_PROV "wasDerivedFrom") == 0) {
      summary.n_evidence++;
    } else if (strcmp (triple->predicate, REL_RDF "type") == 0) {
      summary.n_classes++;
    } else if (strcmp (triple->predicate, REL_RDFS "label") == 0
               && (summary.label == NULL || strlen (triple->object) > strlen (summary.label->object))) {
      summary.label = triple; /* the fullest name */
    }
  }
  return summary;
}

/* Sentences are independent witnesses; two numbers for the same sentence are not. */
static void
add_confidence (RelTripleSet *result, const RelTriple *triple, const Summary *summary)
{
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];
  gdouble value = summary->n_evidence >= summary->n_confidences ? 1 - summary->doubt : summary->best;
  RelTriple joined = *triple;

  joined.object = g_ascii_formatd (number, sizeof number, "%.2f", MIN (value, 0.99));
  rel_triple_set_add (result, &joined);
}

/* Adds the triples [start, end), which share graph and subject. */
static void
add_subject (RelTripleSet *result, const RelTripleSet *set, gsize start, gsize end)
{
  Summary summary = summarize (set, start, end);

  for (gsize i = start; i < end; i++) {
    RelTriple triple = set->triples[i];

    if (strcmp (triple.predicate, REL_NS "confidence") == 0 && summary.n_confidences > 1) {
      add_confidence (result, &triple, &summary);
      continue;
    }
    if (strcmp (triple.predicate, REL_RDF "type") == 0 && summary.n_classes > 1
        && strcmp (triple.object, REL_NS "Abstract") == 0)
      continue;
    if (strcmp (triple.predicate, REL_RDFS "label") == 0 && strcmp (triple.object, summary.label->object) != 0)
      triple.predicate = REL_SKOS "altLabel";
    else if (strcmp (triple.predicate, REL_SKOS "altLabel") == 0 && summary.label != NULL
             && strcmp (triple.object, summary.label->object) == 0)
      continue;
    rel_triple_set_add (result, &triple);
  }
}

static void
report_free (gpointer data)
{
  RelMergeReport *report = data;

  g_free (report->kept);
  g_free (report->merged);
  g_free (report->reason);
  g_free (report);
}

RelTripleSet *
rel_triple_set_merge (const RelTripleSet *graphs, const RelTripleSet *rules, GPtrArray **report)
{
  g_autoptr (RelTripleIndex) index = rel_triple_index_new (graphs);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (report_free);
  g_autoptr (GHashTable) things = rel_merge_find_identities (index, rules, merged);
  g_autoptr (RelTripleSet) renamed = rename_things (graphs, things);
  g_autoptr (GHashTable) statements = find_same_statements (renamed);
  g_autoptr (RelTripleSet) joined = rename_things (renamed, statements);
  RelTripleSet *result = rel_triple_set_new ();

  for (gsize i = 0, end; i < joined->n_triples; i = end) {
    end = find_end (joined, i);
    add_subject (result, joined, i, end);
  }
  rel_triple_set_sort (result);
  g_hash_table_unref (result->prefixes);
  result->prefixes = g_hash_table_ref (graphs->prefixes);
  if (report != NULL)
    *report = g_steal_pointer (&merged);
  return result;
}

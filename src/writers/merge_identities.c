/* Which things of joined graphs are the same, and which IRI stands for them.
 *
 * IRIs are minted from names, so that most things have met already. What is left:
 *
 *   a person says so        owl:sameAs; owl:differentFrom forbids
 *   one identity outside    the same skos:exactMatch
 *   one name, one class     the same rdfs:label, where one has a class that says something and the others have none
 *
 * Merging too much is as wrong as too little: a name that two classes share joins nothing. Unnamed things of a document
 * (".../thing/...") stay apart. Cost: linear in the things, times the size of the groups.
 */
#include "writers/merge.h"

#include <string.h>
#include <triples/vocabulary.h>

#define THING "/thing/"

typedef struct {
  const RelTripleIndex *index;
  GHashTable *groups;    /* IRI → GPtrArray of the IRIs that are the same, itself too; shared by all of them */
  GHashTable *different; /* "a\nb", a < b */
  GPtrArray *report;
} Merging;

static gchar *
make_pair (const gchar *a, const gchar *b)
{
  return strcmp (a, b) < 0 ? g_strconcat (a, "\n", b, NULL) : g_strconcat (b, "\n", a, NULL);
}

static GPtrArray *
get_group (Merging *self, const gchar *iri)
{
  GPtrArray *group = g_hash_table_lookup (self->groups, iri);

  if (group == NULL) {
    group = g_ptr_array_new ();
    g_ptr_array_add (group, (gpointer) iri);
    g_hash_table_insert (self->groups, (gpointer) iri, group);
  }
  return group;
}

static gboolean
are_forbidden (const Merging *self, const GPtrArray *one, const GPtrArray *other)
{
  if (g_hash_table_size (self->different) == 0)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    for (guint k = 0; k < other->len; k++) {
      g_autofree gchar *pair = make_pair (g_ptr_array_index (one, i), g_ptr_array_index (other, k));

      if (g_hash_table_contains (self->different, pair))
        return TRUE;
    }
  return FALSE;
}

static void
join (Merging *self, const gchar *a, const gchar *b, const gchar *reason)
{
  GPtrArray *one = get_group (self, a), *other = get_group (self, b);
  RelMergeReport *report;

  if (one == other || are_forbidden (self, one, other))
    return;
  for (guint i = 0; i < other->len; i++) {
    g_ptr_array_add (one, g_ptr_array_index (other, i));
    g_hash_table_insert (self->groups, g_ptr_array_index (other, i), one);
  }
  g_ptr_array_unref (other);
  report = g_new0 (RelMergeReport, 1);
  report->kept = g_strdup (a); /* put right when the groups are complete */
  report->merged = g_strdup (b);
  report->reason = g_strdup (reason);
  g_ptr_array_add (self->report, report);
}

/* A class that tells what a thing is; NULL: none. */
static const gchar *
find_class (const Merging *self, const gchar *iri)
{
  RelDescription description = rel_triple_index_describe (self->index, iri);

  for (guint i = 0; i < description.n; i++)
    if (strcmp (description.triples[i]->predicate, REL_RDF "type") == 0
        && strcmp (description.triples[i]->object, REL_NS "Abstract") != 0)
      return description.triples[i]->object;
  return NULL;
}

static void
take_rules (Merging *self, const RelTripleSet *rules)
{
  for (gsize i = 0; rules != NULL && i < rules->n_triples; i++)
    if (strcmp (rules->triples[i].predicate, REL_OWL "differentFrom") == 0)
      g_hash_table_add (self->different, make_pair (rules->triples[i].subject, rules->triples[i].object));
  for (gsize i = 0; rules != NULL && i < rules->n_triples; i++)
    if (strcmp (rules->triples[i].predicate, REL_OWL "sameAs") == 0 && !rules->triples[i].is_literal)
      join (self, rules->triples[i].subject, rules->triples[i].object, "owl:sameAs");
}

/* Things under one key: the same label or the same identity. */
static GHashTable *
list_by (const Merging *self, const gchar *predicate)
{
  GHashTable *lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n);

  for (guint i = 0; i < n; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);
    const RelTriple *triple = rel_description_find (description, predicate);
    GPtrArray *list;

    if (triple == NULL || strstr (subjects[i], THING) != NULL
        || rel_description_has_type (description, REL_OWL "ObjectProperty")
        || rel_description_has_type (description, REL_OWL "DatatypeProperty"))
      continue;
    list = g_hash_table_lookup (lists, triple->object);
    if (list == NULL) {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) triple->object, list);
    }
    g_ptr_array_add (list, (gpointer) subjects[i]);
  }
  return lists;
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
join_by_identity (Merging *self)
{
  g_autoptr (GHashTable) lists = list_by (self, REL_SKOS "exactMatch");
  GList *keys = g_list_sort (g_hash_table_get_keys (lists), compare_strings);

  for (const GList *l = keys; l != NULL; l = l->next) {
    const GPtrArray *list = g_hash_table_lookup (lists, l->data);
    g_autofree gchar *reason = g_strdup_printf ("both are <%s>", (const gchar *) l->data);

    for (guint i = 1; i < list->len; i++)
      join (self, g_ptr_array_index (list, 0), g_ptr_array_index (list, i), reason);
  }
  g_list_free (keys);
}

/* Joins the things of one label that have no class to the one that has. */
static void
join_namesakes (Merging *self, const gchar *label, const GPtrArray *list)
{
  g_autofree gchar *reason = g_strdup_printf ("both are called “%s”, one has no class", label);
  const gchar *known = NULL;

  for (guint i = 0; i < list->len; i++) {
    const gchar *iri = g_ptr_array_index (list, i);

    if (find_class (self, iri) == NULL)
      continue;
    if (known != NULL && get_group (self, known) != get_group (self, iri))
      return;
    known = iri;
  }
  for (guint i = 0; known != NULL && i < list->len; i++)
    if (g_ptr_array_index (list, i) != known && find_class (self, g_ptr_array_index (list, i)) == NULL)
      join (self, known, g_ptr_array_index (list, i), reason);
}

static void
join_by_label (Merging *self)
{
  g_autoptr (GHashTable) lists = list_by (self, REL_RDFS "label");
  GList *keys = g_list_sort (g_hash_table_get_keys (lists), compare_strings);

  for (const GList *l = keys; l != NULL; l = l->next) {
    const GPtrArray *list = g_hash_table_lookup (lists, l->data);

    if (list->len > 1)
      join_namesakes (self, l->data, list);
  }
  g_list_free (keys);
}

/* A class first, then most said of it, then the alphabet. */
static const gchar *
choose (const Merging *self, const GPtrArray *group)
{
  const gchar *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < group->len; i++) {
    const gchar *iri = g_ptr_array_index (group, i);
    guint n = rel_triple_index_describe (self->index, iri).n;
    guint rank = 2 * MIN (n, G_MAXUINT / 8) + (find_class (self, iri) != NULL ? G_MAXUINT / 2 : 0);

    if (best == NULL || rank > best_rank || (rank == best_rank && strcmp (iri, best) < 0)) {
      best = iri;
      best_rank = rank;
    }
  }
  return best;
}

static void
close_groups (Merging *self, GHashTable *identities)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer iri, group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, &iri, &group)) {
    const gchar *chosen = choose (self, group);

    if (strcmp (chosen, iri) != 0)
      g_hash_table_insert (identities, iri, (gpointer) chosen);
    g_hash_table_add (seen, group);
  }
  for (guint i = 0; i < self->report->len; i++) {
    RelMergeReport *report = g_ptr_array_index (self->report, i);
    const gchar *chosen = g_hash_table_lookup (identities, report->kept);

    if (chosen != NULL && strcmp (chosen, report->merged) == 0) {
      g_free (report->merged);
      report->merged = g_steal_pointer (&report->kept);
    }
    if (chosen != NULL) {
      g_free (report->kept);
      report->kept = g_strdup (chosen);
    }
  }
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    g_ptr_array_unref (group);
}

GHashTable *
rel_merge_find_identities (const RelTripleIndex *index, const RelTripleSet *rules, GPtrArray *report)
{
  GHashTable *identities = g_hash_table_new (g_str_hash, g_str_equal);
  Merging self = { index, g_hash_table_new (g_str_hash, g_str_equal),
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), report };

  take_rules (&self, rules);
  join_by_identity (&self);
  join_by_label (&self);
  close_groups (&self, identities);
  g_hash_table_unref (self.groups);
  g_hash_table_unref (self.different);
  return identities;
}

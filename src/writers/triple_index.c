/* Triples sorted by subject, predicate and object over all graphs, with a hash table from subject to its slice. */
#include "writers/triple_index.h"
#include "writers/drawing_vocabulary.h"

#include <string.h>

struct _RelTripleIndex {
  const RelTriple **triples; /* [n_triples] sorted, each once */
  guint n_triples;
  const gchar **subjects; /* [n_subjects] sorted */
  guint n_subjects;
  GHashTable *slices;  /* subject → RelDescription */
  GHashTable *members; /* set of triples */
};

static gint
compare_triples (gconstpointer a, gconstpointer b)
{
  const RelTriple *x = *(const RelTriple *const *) a, *y = *(const RelTriple *const *) b;
  gint order = strcmp (x->subject, y->subject);

  if (order == 0)
    order = strcmp (x->predicate, y->predicate);
  if (order == 0)
    order = strcmp (x->object, y->object);
  if (order == 0)
    order = x->is_literal - y->is_literal;
  if (order == 0)
    order = g_strcmp0 (x->datatype, y->datatype);
  return order != 0 ? order : g_strcmp0 (x->language, y->language);
}

static guint
hash_triple (gconstpointer key)
{
  const RelTriple *triple = key;

  return (guint) rel_hash_string (triple->object,
                                  rel_hash_string (triple->predicate, rel_hash_string (triple->subject, 0)));
}

static gboolean
equal_triples (gconstpointer a, gconstpointer b)
{
  return compare_triples (&a, &b) == 0;
}

static void
sort_triples (RelTripleIndex *self, const RelTripleSet *set)
{
  guint n = 0;

  self->triples = g_new (const RelTriple *, MAX (set->n_triples, 1));
  for (gsize i = 0; i < set->n_triples; i++)
    self->triples[i] = &set->triples[i];
  if (set->n_triples > 1)
    qsort (self->triples, set->n_triples, sizeof *self->triples, compare_triples);
  for (gsize i = 0; i < set->n_triples; i++)
    if (n == 0 || compare_triples (&self->triples[n - 1], &self->triples[i]) != 0)
      self->triples[n++] = self->triples[i];
  self->n_triples = n;
}

RelTripleIndex *
rel_triple_index_new (const RelTripleSet *triples)
{
  RelTripleIndex *self = g_new0 (RelTripleIndex, 1);

  g_return_val_if_fail (triples->n_triples < G_MAXUINT32, NULL);

  sort_triples (self, triples);
  self->subjects = g_new (const gchar *, MAX (self->n_triples, 1));
  self->slices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->members = g_hash_table_new (hash_triple, equal_triples);
  for (guint i = 0, end; i < self->n_triples; i = end) {
    const gchar *subject = self->triples[i]->subject;
    RelDescription *slice = g_new (RelDescription, 1);

    for (end = i; end < self->n_triples && g_str_equal (self->triples[end]->subject, subject); end++)
      g_hash_table_add (self->members, (gpointer) self->triples[end]);
    *slice = (RelDescription){ self->triples + i, end - i };
    g_hash_table_insert (self->slices, (gpointer) subject, slice);
    self->subjects[self->n_subjects++] = subject;
  }
  return self;
}

void
rel_triple_index_free (RelTripleIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->slices);
  g_hash_table_unref (self->members);
  g_free (self->triples);
  g_free (self->subjects);
  g_free (self);
}

const gchar *const *
rel_triple_index_get_subjects (const RelTripleIndex *self, guint *n_subjects)
{
  *n_subjects = self->n_subjects;
  return self->subjects;
}

RelDescription
rel_triple_index_describe (const RelTripleIndex *self, const gchar *subject)
{
  const RelDescription *slice = g_hash_table_lookup (self->slices, subject);

  return slice != NULL ? *slice : (RelDescription){ NULL, 0 };
}

gboolean
rel_triple_index_contains (const RelTripleIndex *self, const RelTriple *triple)
{
  return g_hash_table_contains (self->members, triple);
}

const RelTriple *
rel_description_find (RelDescription description, const gchar *predicate)
{
  for (guint i = 0; i < description.n; i++)
    if (g_str_equal (description.triples[i]->predicate, predicate))
      return description.triples[i];
  return NULL;
}

gboolean
rel_description_has_type (RelDescription description, const gchar *type)
{
  for (guint i = 0; i < description.n; i++)
    if (g_str_equal (description.triples[i]->predicate, REL_RDF "type") && !description.triples[i]->is_literal
        && g_str_equal (description.triples[i]->object, type))
      return TRUE;
  return FALSE;
}

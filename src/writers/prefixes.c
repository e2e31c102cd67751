/* IRIs abbreviated by prefixes. Each distinct IRI is looked at once: the strings of a set of triples are shared, so that
 * its address finds what was made of it. Cost: linear in the triples. */
#include "writers/prefixes.h"

#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

struct _RelPrefixes {
  GHashTable *known;  /* namespace → prefix, borrowed from the triples */
  GHashTable *used;   /* prefix → namespace */
  GHashTable *curies; /* address of an IRI → its abbreviation; NULL: none */
  GPtrArray *names;   /* the keys of @used, sorted */
  GString *room;
};

gboolean
rel_is_local_name (const gchar *name)
{
  if (!g_ascii_isalpha (*name))
    return FALSE;
  for (const gchar *p = name + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;
  return TRUE;
}

const gchar *
rel_iri_find_local_name (const gchar *iri)
{
  const gchar *p = strrchr (iri, '#');

  if (p == NULL)
    p = strrchr (iri, '/');
  return p != NULL ? p + 1 : NULL;
}

/* (transfer full) (nullable); notes that the prefix is used. */
static gchar *
make_curie (RelPrefixes *self, const gchar *iri)
{
  const gchar *local = rel_iri_find_local_name (iri);
  gpointer name_space = NULL, prefix = NULL;

  if (local == NULL || !rel_is_local_name (local))
    return NULL;
  g_string_truncate (self->room, 0);
  g_string_append_len (self->room, iri, local - iri);
  if (!g_hash_table_lookup_extended (self->known, self->room->str, &name_space, &prefix))
    return NULL;
  if (!g_hash_table_contains (self->used, prefix)) {
    g_hash_table_insert (self->used, prefix, name_space);
    g_ptr_array_add (self->names, prefix);
  }
  return g_strconcat (prefix, ":", local, NULL);
}

static void
note (RelPrefixes *self, const gchar *iri)
{
  if (iri != NULL && !g_hash_table_contains (self->curies, iri))
    g_hash_table_insert (self->curies, (gpointer) iri, make_curie (self, iri));
}

/* Namespaces of @triples' prefixes; of several prefixes for one namespace the first in the alphabet. */
static void
list_namespaces (RelPrefixes *self, const RelTripleSet *triples)
{
  GHashTableIter iter;
  gpointer prefix, iri;

  if (triples->prefixes == NULL)
    return;
  g_hash_table_iter_init (&iter, triples->prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &iri)) {
    const gchar *other = g_hash_table_lookup (self->known, iri);

    if (rel_is_local_name (prefix) && (other == NULL || strcmp (prefix, other) < 0))
      g_hash_table_insert (self->known, iri, prefix);
  }
  if (g_hash_table_size (self->known) > 0 && g_hash_table_lookup (self->known, XSD) == NULL
      && g_hash_table_lookup (triples->prefixes, "xsd") == NULL)
    g_hash_table_insert (self->known, XSD, "xsd");
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

RelPrefixes *
rel_prefixes_new (const RelTripleSet *triples)
{
  RelPrefixes *self = g_new0 (RelPrefixes, 1);

  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->used = g_hash_table_new (g_str_hash, g_str_equal);
  self->curies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->names = g_ptr_array_new ();
  self->room = g_string_new (NULL);
  list_namespaces (self, triples);
  for (gsize i = 0; i < triples->n_triples && g_hash_table_size (self->known) > 0; i++) {
    const RelTriple *triple = &triples->triples[i];

    note (self, triple->graph);
    note (self, triple->subject);
    if (strcmp (triple->predicate, RDF_TYPE) != 0)
      note (self, triple->predicate);
    note (self, triple->is_literal ? triple->datatype : triple->object);
  }
  g_ptr_array_sort (self->names, compare_names);
  return self;
}

void
rel_prefixes_free (RelPrefixes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->curies);
  g_ptr_array_unref (self->names);
  g_string_free (self->room, TRUE);
  g_free (self);
}

const gchar *const *
rel_prefixes_get_names (const RelPrefixes *self, guint *n_names)
{
  *n_names = self->names->len;
  return (const gchar *const *) self->names->pdata;
}

const gchar *
rel_prefixes_get_namespace (const RelPrefixes *self, const gchar *name)
{
  return g_hash_table_lookup (self->used, name);
}

const gchar *
rel_prefixes_abbreviate (const RelPrefixes *self, const gchar *iri)
{
  return g_hash_table_lookup (self->curies, iri);
}

/* Classes and properties above others. Ontologies may be cyclic: everything is visited once. Cost: linear in what is above. */
#include "writers/check.h"

#include <string.h>
#include <triples/vocabulary.h>

/* (transfer container): @start and all that is reached over @predicate, breadth first. */
static GPtrArray *
list_above (const RelTripleIndex *schema, const gchar *start, const gchar *predicate)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (found, (gpointer) start);
  g_hash_table_add (seen, (gpointer) start);
  for (guint i = 0; i < found->len; i++) {
    RelDescription description = rel_triple_index_describe (schema, g_ptr_array_index (found, i));

    for (guint k = 0; k < description.n; k++) {
      const RelTriple *triple = description.triples[k];

      if (!triple->is_literal && strcmp (triple->predicate, predicate) == 0
          && g_hash_table_add (seen, (gpointer) triple->object))
        g_ptr_array_add (found, (gpointer) triple->object);
    }
  }
  return found;
}

GPtrArray *
rel_schema_list_super_properties (const RelTripleIndex *schema, const gchar *property)
{
  return list_above (schema, property, REL_RDFS "subPropertyOf");
}

static gboolean
is_everything (const gchar *class_iri)
{
  return strcmp (class_iri, REL_OWL "Thing") == 0 || strcmp (class_iri, REL_RDFS "Resource") == 0;
}

/* The members of the list @head, one after the other; NULL at its end, or after more members than a list of people has. */
static const gchar *
next_member (const RelTripleIndex *schema, const gchar **head, guint *n_left)
{
  RelDescription cell = rel_triple_index_describe (schema, *head);
  const RelTriple *first = rel_description_find (cell, REL_RDF "first");
  const RelTriple *rest = rel_description_find (cell, REL_RDF "rest");

  if (first == NULL || rest == NULL || *n_left == 0)
    return NULL;
  (*n_left)--;
  *head = rest->object;
  return first->object;
}

/* Whether @class_iri, or a member of the union that it is, is among @classes. */
static gboolean
is_among (const RelTripleIndex *schema, const GPtrArray *classes, const gchar *class_iri)
{
  const RelTriple *list = rel_description_find (rel_triple_index_describe (schema, class_iri), REL_OWL "unionOf");
  const gchar *head, *member;
  guint n_left = 1000;

  if (g_ptr_array_find_with_equal_func ((GPtrArray *) classes, class_iri, g_str_equal, NULL))
    return TRUE;
  if (list == NULL)
    return FALSE;
  head = list->object;
  while ((member = next_member (schema, &head, &n_left)) != NULL)
    if (g_ptr_array_find_with_equal_func ((GPtrArray *) classes, member, g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

gboolean
rel_schema_is_instance (const RelTripleIndex *schema, const gchar *node, const gchar *class_iri)
{
  RelDescription description = rel_triple_index_describe (schema, node);
  gboolean has_class = FALSE;

  if (is_everything (class_iri))
    return TRUE;
  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];
    g_autoptr (GPtrArray) classes = NULL;

    if (triple->is_literal || strcmp (triple->predicate, REL_RDF "type") != 0)
      continue;
    has_class = TRUE;
    classes = list_above (schema, triple->object, REL_RDFS "subClassOf");
    if (is_among (schema, classes, class_iri))
      return TRUE;
  }
  return !has_class;
}

/* SHACL shapes over a graph: the part of SHACL that 90-shapes.ttl uses.
 *
 *   shape  sh:targetClass C ; sh:nodeKind K ; sh:property P …
 *   P      sh:path predicate ; sh:minCount, sh:maxCount, sh:datatype, sh:nodeKind, sh:class, sh:minInclusive, sh:maxInclusive
 *
 * Cost: things of the target classes times the properties of their shapes.
 */
#include "writers/check.h"

#include <string.h>
#include <triples/vocabulary.h>

#define SH "http://www.w3.org/ns/shacl#"

static const gchar *
get_object (RelDescription description, const gchar *predicate)
{
  const RelTriple *triple = rel_description_find (description, predicate);

  return triple != NULL ? triple->object : NULL;
}

static gboolean
is_of_kind (const gchar *node, gboolean is_literal, const gchar *kind)
{
  gboolean is_iri = !is_literal; /* blank nodes became IRIs when the graph was read */

  if (strcmp (kind, SH "IRI") == 0)
    return is_iri;
  if (strcmp (kind, SH "Literal") == 0)
    return is_literal;
  if (strcmp (kind, SH "IRIOrLiteral") == 0 || strcmp (kind, SH "BlankNodeOrLiteral") == 0)
    return TRUE;
  return !is_literal;
}

static const gchar *
get_datatype (const RelTriple *triple)
{
  if (triple->language != NULL)
    return REL_RDF "langString";
  return triple->datatype != NULL ? triple->datatype : REL_XSD "string";
}

/* The rules for one value. */
static void
check_value (RelCheck *self, const gchar *subject, const gchar *name, RelDescription shape, const RelTriple *value)
{
  const gchar *datatype = get_object (shape, SH "datatype");
  const gchar *kind = get_object (shape, SH "nodeKind");
  const gchar *class_iri = get_object (shape, SH "class");
  const gchar *low = get_object (shape, SH "minInclusive"), *high = get_object (shape, SH "maxInclusive");

  if (datatype != NULL && (!value->is_literal || strcmp (get_datatype (value), datatype) != 0))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: “%s” is no <%s>", name, value->object, datatype);
  if (kind != NULL && !is_of_kind (value->object, value->is_literal, kind))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: “%s” is no %s", name, value->object, kind + strlen (SH));
  if (class_iri != NULL
      && (value->is_literal || rel_triple_index_describe (self->schema, value->object).n == 0
          || !rel_schema_is_instance (self->schema, value->object, class_iri)))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: “%s” is no <%s>", name, value->object, class_iri);
  if ((low != NULL && !(g_ascii_strtod (value->object, NULL) >= g_ascii_strtod (low, NULL)))
      || (high != NULL && !(g_ascii_strtod (value->object, NULL) <= g_ascii_strtod (high, NULL))))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: %s is not from %s to %s", name, value->object,
                   low != NULL ? low : "…", high != NULL ? high : "…");
}

static void
check_property (RelCheck *self, const gchar *subject, RelDescription description, const gchar *property_shape)
{
  RelDescription shape = rel_triple_index_describe (self->schema, property_shape);
  const gchar *path = get_object (shape, SH "path");
  const gchar *least = get_object (shape, SH "minCount"), *most = get_object (shape, SH "maxCount");
  g_autofree gchar *name = path != NULL ? rel_check_dup_name (self, path) : NULL;
  guint n = 0;

  if (path == NULL)
    return;
  for (guint i = 0; i < description.n; i++)
    if (strcmp (description.triples[i]->predicate, path) == 0) {
      n++;
      check_value (self, subject, name, shape, description.triples[i]);
    }
  if (least != NULL && n < g_ascii_strtoull (least, NULL, 10))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: %u values, at least %s expected", name, n, least);
  if (most != NULL && n > g_ascii_strtoull (most, NULL, 10))
    rel_check_add (self, REL_FINDING_SHAPE, subject, "%s: %u values, at most %s expected", name, n, most);
}

/* All that @shape asks of @subject. */
static void
check_node (RelCheck *self, const gchar *subject, RelDescription description, const gchar *shape_iri)
{
  RelDescription shape = rel_triple_index_describe (self->schema, shape_iri);

  for (guint i = 0; i < shape.n; i++)
    if (strcmp (shape.triples[i]->predicate, SH "property") == 0)
      check_property (self, subject, description, shape.triples[i]->object);
}

/* Shapes by target class: class → GPtrArray of shapes. */
static GHashTable *
list_shapes (const RelCheck *self)
{
  GHashTable *shapes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->schema, &n_subjects);

  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->schema, subjects[i]);

    for (guint k = 0; k < description.n; k++) {
      const RelTriple *triple = description.triples[k];
      GPtrArray *list;

      if (strcmp (triple->predicate, SH "targetClass") != 0)
        continue;
      list = g_hash_table_lookup (shapes, triple->object);
      if (list == NULL) {
        list = g_ptr_array_new ();
        g_hash_table_insert (shapes, (gpointer) triple->object, list);
      }
      g_ptr_array_add (list, (gpointer) subjects[i]);
    }
  }
  return shapes;
}

void
rel_check_shapes (RelCheck *self)
{
  g_autoptr (GHashTable) shapes = list_shapes (self);
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n_subjects);

  for (guint i = 0; i < n_subjects && g_hash_table_size (shapes) > 0; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    for (guint k = 0; k < description.n; k++) {
      const GPtrArray *list = NULL;

      if (strcmp (description.triples[k]->predicate, REL_RDF "type") == 0)
        list = g_hash_table_lookup (shapes, description.triples[k]->object);
      for (guint s = 0; list != NULL && s < list->len; s++)
        check_node (self, subjects[i], description, g_ptr_array_index (list, s));
    }
  }
}

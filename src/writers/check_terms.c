/* Whether all classes and properties of a graph are defined, by itself or by the ontology, and whether subjects and objects
 * are what the domain and range of each property, and of those above it, ask for. A thing without a class may be anything.
 */
#include "writers/check.h"

#include <string.h>
#include <triples/vocabulary.h>

/* Datatypes whose values are also values of another (XML Schema 1.1, part 2); partial dates are dates of lesser precision. */
static const gchar *const wider[][2] = {
  { "nonNegativeInteger", "integer" },
  { "positiveInteger", "nonNegativeInteger" },
  { "int", "integer" },
  { "long", "integer" },
  { "integer", "decimal" },
  { "gYear", "gYearMonth" },
  { "gYearMonth", "date" },
  { "date", "dateTime" },
};

static gboolean
is_datatype (const gchar *iri)
{
  return g_str_has_prefix (iri, REL_XSD) || strcmp (iri, REL_RDFS "Literal") == 0
         || strcmp (iri, REL_RDF "langString") == 0;
}

static const gchar *
get_datatype (const RelTriple *triple)
{
  if (triple->language != NULL)
    return REL_RDF "langString";
  return triple->datatype != NULL ? triple->datatype : REL_XSD "string";
}

/* Text is text, with or without a language. */
static gboolean
is_of_datatype (const gchar *datatype, const gchar *range)
{
  if (strcmp (range, REL_RDFS "Literal") == 0 || strcmp (datatype, range) == 0)
    return TRUE;
  if (strcmp (datatype, REL_RDF "langString") == 0)
    return strcmp (range, REL_XSD "string") == 0;
  if (strcmp (range, REL_RDF "langString") == 0)
    return strcmp (datatype, REL_XSD "string") == 0;
  if (!g_str_has_prefix (datatype, REL_XSD) || !g_str_has_prefix (range, REL_XSD))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    if (strcmp (datatype + strlen (REL_XSD), wider[i][0]) == 0) {
      g_autofree gchar *next = g_strconcat (REL_XSD, wider[i][1], NULL);

      return is_of_datatype (next, range);
    }
  return FALSE;
}

static gboolean
fits_range (const RelCheck *self, const RelTriple *triple, const gchar *range)
{
  if (triple->is_literal)
    return is_datatype (range) ? is_of_datatype (get_datatype (triple), range)
                               : strcmp (range, REL_RDFS "Resource") == 0;
  return !is_datatype (range) && rel_schema_is_instance (self->schema, triple->object, range);
}

/* What is said of a fact: by a direct triple, or by a statement that is not asserted. */
static void
check_use (RelCheck *self, const gchar *about, const RelTriple *use)
{
  g_autoptr (GPtrArray) properties = rel_schema_list_super_properties (self->schema, use->predicate);

  for (guint i = 0; i < properties->len; i++) {
    const gchar *property = g_ptr_array_index (properties, i);
    RelDescription description = rel_triple_index_describe (self->schema, property);

    for (guint k = 0; k < description.n; k++) {
      const RelTriple *rule = description.triples[k];
      gboolean is_domain = strcmp (rule->predicate, REL_RDFS "domain") == 0;
      g_autofree gchar *name = NULL, *expected = NULL, *object = NULL;

      if (!is_domain && strcmp (rule->predicate, REL_RDFS "range") != 0)
        continue;
      if (is_domain ? rel_schema_is_instance (self->schema, use->subject, rule->object)
                    : fits_range (self, use, rule->object))
        continue;
      name = rel_check_dup_name (self, property);
      expected = rel_check_dup_name (self, rule->object);
      object = use->is_literal ? g_strdup_printf ("“%s”", use->object) : g_strdup_printf ("<%s>", use->object);
      if (is_domain)
        rel_check_add (self, REL_FINDING_DOMAIN, about, "“%s” is said of what is no %s: <%s>", name, expected,
                       use->subject);
      else
        rel_check_add (self, REL_FINDING_RANGE, about, "“%s” has an object that is no %s: %s", name, expected, object);
    }
  }
}

/* Whether anything but its own use tells of @term. */
static gboolean
is_defined (const RelCheck *self, const gchar *term)
{
  return rel_description_find (rel_triple_index_describe (self->schema, term), REL_RDF "type") != NULL;
}

static void
check_definition (RelCheck *self, GHashTable *told, const gchar *term, const gchar *what)
{
  if (is_defined (self, term) || !g_hash_table_add (told, (gpointer) term))
    return;
  rel_check_add (self, REL_FINDING_TERM, term, "this %s is defined neither in the graph nor in the ontology", what);
}

static void
check_statement (RelCheck *self, const gchar *statement, RelDescription description)
{
  const RelTriple *subject = rel_description_find (description, REL_RDF "subject");
  const RelTriple *predicate = rel_description_find (description, REL_RDF "predicate");
  const RelTriple *object = rel_description_find (description, REL_RDF "object");
  RelTriple fact;

  if (subject == NULL || predicate == NULL || object == NULL)
    return; /* the shapes tell of it */
  fact = *object;
  fact.subject = subject->object;
  fact.predicate = predicate->object;
  if (!rel_triple_index_contains (self->index, &fact))
    check_use (self, statement, &fact);
}

void
rel_check_terms (RelCheck *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n_subjects);

  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    for (guint k = 0; k < description.n; k++) {
      const RelTriple *triple = description.triples[k];

      check_definition (self, told, triple->predicate, "property");
      if (strcmp (triple->predicate, REL_RDF "type") == 0 && !triple->is_literal)
        check_definition (self, told, triple->object, "class");
      else
        check_use (self, triple->subject, triple);
    }
    if (rel_description_has_type (description, REL_RDF "Statement"))
      check_statement (self, subjects[i], description);
  }
}

/* The context of a JSON-LD file: prefixes, "id" and "type", and a name for each predicate, by which its values are plain.
 *
 *   "met": {"@id": "p:met", "@type": "@id"}      so that    "met": "e:Giorgia_Meloni"
 *   "label": {"@id": "rdfs:label", "@language": "en"}       "label": "Giorgia Meloni"
 *
 * A predicate is called by its local name where no other has it. Cost: one look at each triple.
 */
#include "writers/json_string.h"
#include "writers/jsonld.h"

#include <string.h>
#include <triples/vocabulary.h>

struct _RelJsonContext {
  const RelPrefixes *prefixes;
  GHashTable *terms; /* address of a predicate → RelJsonTerm */
  GPtrArray *sorted; /* the terms, by name */
};

gboolean
rel_json_is_native (const RelTriple *triple)
{
  const gchar *digits = triple->object + (*triple->object == '-' ? 1 : 0);
  gsize n;

  if (!triple->is_literal || triple->datatype == NULL || triple->language != NULL)
    return FALSE;
  if (strcmp (triple->datatype, REL_XSD "boolean") == 0)
    return strcmp (triple->object, "true") == 0 || strcmp (triple->object, "false") == 0;
  n = strspn (digits, "0123456789");
  /* Every program's numbers hold 15 digits; "007" and "-0" would lose their spelling. */
  return strcmp (triple->datatype, REL_XSD "integer") == 0 && n > 0 && n <= 15 && digits[n] == '\0'
         && (*digits != '0' || (n == 1 && digits == triple->object));
}

/* What @triple's object would have its predicate be. */
static RelCoercion
classify (const RelTriple *triple, const gchar **value)
{
  *value = NULL;
  if (!triple->is_literal)
    return REL_COERCION_IRI;
  if (triple->language != NULL) {
    *value = triple->language;
    return REL_COERCION_LANGUAGE;
  }
  if (triple->datatype == NULL || strcmp (triple->datatype, REL_XSD "string") == 0)
    return REL_COERCION_PLAIN;
  if (rel_json_is_native (triple))
    return REL_COERCION_NATIVE;
  *value = triple->datatype;
  return REL_COERCION_DATATYPE;
}

static void
note (RelJsonContext *self, const RelTriple *triple)
{
  RelJsonTerm *term = g_hash_table_lookup (self->terms, triple->predicate);
  const gchar *value;
  RelCoercion coercion = classify (triple, &value);

  if (term == NULL) {
    term = g_new0 (RelJsonTerm, 1);
    term->iri = triple->predicate;
    g_hash_table_insert (self->terms, (gpointer) triple->predicate, term);
    g_ptr_array_add (self->sorted, term);
  }
  if (term->coercion == REL_COERCION_UNKNOWN) {
    term->coercion = coercion;
    term->value = value;
  } else if (term->coercion != coercion
             || (value != term->value && (value == NULL || g_ascii_strcasecmp (value, term->value) != 0))) {
    term->coercion = REL_COERCION_MIXED;
    term->value = NULL;
  }
}

static gint
compare_iris (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelJsonTerm *const *) a)->iri, (*(const RelJsonTerm *const *) b)->iri);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const RelJsonTerm *const *) a)->name, (*(const RelJsonTerm *const *) b)->name);
}

/* Names that a predicate cannot have: the context gives them another meaning. */
static gboolean
is_taken (const RelJsonContext *self, const gchar *name)
{
  return strcmp (name, "id") == 0 || strcmp (name, "type") == 0 || strcmp (name, "graph") == 0
         || rel_prefixes_get_namespace (self->prefixes, name) != NULL;
}

static void
name_terms (RelJsonContext *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sorted->len; i++) {
    RelJsonTerm *term = g_ptr_array_index (self->sorted, i);
    const gchar *local = rel_iri_find_local_name (term->iri);

    term->name = local != NULL && rel_is_local_name (local) && !is_taken (self, local) ? local : NULL;
    if (term->name != NULL)
      g_hash_table_insert (counts, (gpointer) local,
                           GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, local))));
  }
  for (guint i = 0; i < self->sorted->len; i++) {
    RelJsonTerm *term = g_ptr_array_index (self->sorted, i);
    const gchar *curie = rel_prefixes_abbreviate (self->prefixes, term->iri);

    if (term->name == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (counts, term->name)) > 1)
      term->name = curie != NULL ? curie : term->iri;
  }
  g_ptr_array_sort (self->sorted, compare_names);
}

RelJsonContext *
rel_json_context_new (const RelTripleSet *triples, const RelPrefixes *prefixes)
{
  RelJsonContext *self = g_new0 (RelJsonContext, 1);

  self->prefixes = prefixes;
  self->terms = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->sorted = g_ptr_array_new ();
  for (gsize i = 0; i < triples->n_triples; i++)
    if (triples->triples[i].is_literal || strcmp (triples->triples[i].predicate, REL_RDF "type") != 0)
      note (self, &triples->triples[i]);
  g_ptr_array_sort (self->sorted, compare_iris);
  name_terms (self);
  return self;
}

void
rel_json_context_free (RelJsonContext *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->terms);
  g_ptr_array_unref (self->sorted);
  g_free (self);
}

const RelJsonTerm *
rel_json_context_get_term (const RelJsonContext *self, const gchar *predicate)
{
  return g_hash_table_lookup (self->terms, predicate);
}

static void
append_iri (const RelJsonContext *self, GString *text, const gchar *iri)
{
  const gchar *curie = rel_prefixes_abbreviate (self->prefixes, iri);

  rel_json_append_string (text, curie != NULL ? curie : iri);
}

static void
append_term (const RelJsonContext *self, GString *text, const RelJsonTerm *term, const gchar **separator)
{
  gboolean is_plain = term->coercion == REL_COERCION_PLAIN || term->coercion == REL_COERCION_NATIVE
                      || term->coercion == REL_COERCION_MIXED;

  if (is_plain && strchr (term->name, ':') != NULL)
    return; /* the name says itself */
  g_string_append_printf (text, "%s\n    ", *separator);
  *separator = ",";
  rel_json_append_string (text, term->name);
  g_string_append (text, is_plain ? ": " : ": {\"@id\": ");
  append_iri (self, text, term->iri);
  if (is_plain)
    return;
  g_string_append (text, term->coercion == REL_COERCION_LANGUAGE ? ", \"@language\": " : ", \"@type\": ");
  if (term->coercion == REL_COERCION_IRI) {
    g_string_append (text, "\"@id\"");
  } else if (term->coercion == REL_COERCION_LANGUAGE) {
    g_autofree gchar *language = g_ascii_strdown (term->value, -1);

    rel_json_append_string (text, language);
  } else {
    append_iri (self, text, term->value);
  }
  g_string_append_c (text, '}');
}

const gchar *
rel_json_context_get_keyword (const RelJsonContext *self, const gchar *keyword)
{
  return rel_prefixes_get_namespace (self->prefixes, keyword + 1) == NULL ? keyword + 1 : keyword;
}

void
rel_json_context_append (const RelJsonContext *self, GString *text)
{
  guint n_names = 0;
  const gchar *const *names = rel_prefixes_get_names (self->prefixes, &n_names);

  static const gchar *const keywords[] = { "@id", "@type", "@graph" };
  const gchar *separator = "";

  g_string_append_c (text, '{');
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++) {
    const gchar *alias = rel_json_context_get_keyword (self, keywords[i]);

    if (alias == keywords[i])
      continue;
    g_string_append_printf (text, "%s\n    \"%s\": \"%s\"", separator, alias, keywords[i]);
    separator = ",";
  }
  for (guint i = 0; i < n_names; i++) {
    g_string_append_printf (text, "%s\n    ", separator);
    separator = ",";
    rel_json_append_string (text, names[i]);
    g_string_append (text, ": ");
    rel_json_append_string (text, rel_prefixes_get_namespace (self->prefixes, names[i]));
  }
  for (guint i = 0; i < self->sorted->len; i++)
    append_term (self, text, g_ptr_array_index (self->sorted, i), &separator);
  g_string_append (text, "\n  }");
}

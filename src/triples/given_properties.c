/* The user's ontology, made ready for questions: words → properties, counterparts → properties.
 *
 * RDFS, OWL and SKOS say it all: rdfs:label, skos:prefLabel and skos:altLabel give the words, the local name where there are
 * none; owl:equivalentProperty, rdfs:subPropertyOf, skos:exactMatch and skos:closeMatch give the counterparts.
 *
 * Cost: linear in the labels of the properties, once for each lexicon; a hash look-up each question.
 */
#include <triples/given_properties.h>

#include <string.h>

struct _RelGivenProperties {
  GHashTable *by_words;       /* words in lower case → GPtrArray of IRIs, which the lexicon owns */
  GHashTable *by_counterpart; /* IRI → GPtrArray of IRIs */
};

static const gchar *const classes[]
  = { "owl:ObjectProperty", "owl:DatatypeProperty", "owl:FunctionalProperty", "rdf:Property" };
static const gchar *const words_properties[] = { "rdfs:label", "skos:prefLabel", "skos:altLabel" };
static const gchar *const same_properties[]
  = { "owl:equivalentProperty", "rdfs:subPropertyOf", "skos:exactMatch", "skos:closeMatch" };

gchar *
rel_given_properties_dup_words (const gchar *name)
{
  GString *words = g_string_new (NULL);
  g_autofree gchar *lower = NULL;

  for (const gchar *c = name; *c != '\0'; c++) {
    gboolean joint = *c == '_' || g_ascii_isspace (*c);
    gboolean hump = g_ascii_isupper (*c) && c > name && g_ascii_islower (c[-1]);

    if ((joint || hump) && words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
    if (!joint)
      g_string_append_c (words, *c);
  }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  lower = rel_utf8_to_lower (words->str);
  g_string_free (words, TRUE);
  return g_steal_pointer (&lower);
}

static void
add (GHashTable *table, gchar *key, const gchar *iri)
{
  GPtrArray *properties = g_hash_table_lookup (table, key);

  if (properties == NULL) {
    properties = g_ptr_array_new ();
    g_hash_table_insert (table, key, properties);
  } else {
    g_free (key);
  }
  if (!g_ptr_array_find (properties, iri, NULL))
    g_ptr_array_add (properties, (gpointer) iri);
}

static const gchar *
get_local_name (const gchar *iri)
{
  const gchar *end = strrchr (iri, '#');

  if (end == NULL)
    end = strrchr (iri, '/');
  return end != NULL ? end + 1 : iri;
}

static void
add_property (RelGivenProperties *self, const RelLexicon *lexicon, const gchar *iri)
{
  guint n_words = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (words_properties); i++) {
    guint n = 0;
    const gchar *const *labels = rel_lexicon_get_values (lexicon, iri, words_properties[i], &n);

    for (guint k = 0; k < n; k++)
      add (self->by_words, rel_given_properties_dup_words (labels[k]), iri);
    n_words += n;
  }
  if (n_words == 0)
    add (self->by_words, rel_given_properties_dup_words (get_local_name (iri)), iri);

  add (self->by_counterpart, g_strdup (iri), iri);
  for (gsize i = 0; i < G_N_ELEMENTS (same_properties); i++) {
    guint n = 0;
    const gchar *const *others = rel_lexicon_get_values (lexicon, iri, same_properties[i], &n);

    for (guint k = 0; k < n; k++)
      add (self->by_counterpart, g_strdup (others[k]), iri);
  }
}

static gpointer
load (const RelLexicon *lexicon)
{
  RelGivenProperties *self = g_new0 (RelGivenProperties, 1);

  self->by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_counterpart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++) {
    guint n = 0;
    const gchar *const *properties = rel_lexicon_get_subjects (lexicon, "rdf:type", classes[i], &n);

    for (guint k = 0; k < n; k++)
      if (rel_lexicon_is_given (lexicon, properties[k]))
        add_property (self, lexicon, properties[k]);
  }
  return self;
}

static void
given_properties_free (gpointer data)
{
  RelGivenProperties *self = data;

  g_hash_table_unref (self->by_words);
  g_hash_table_unref (self->by_counterpart);
  g_free (self);
}

const RelGivenProperties *
rel_given_properties_get (const RelLexicon *lexicon)
{
  const RelGivenProperties *self = rel_lexicon_get_part (lexicon, "given properties", load, given_properties_free);

  return g_hash_table_size (self->by_words) > 0 ? self : NULL;
}

const GPtrArray *
rel_given_properties_find (const RelGivenProperties *self, const gchar *words)
{
  return g_hash_table_lookup (self->by_words, words);
}

const GPtrArray *
rel_given_properties_find_counterparts (const RelGivenProperties *self, const gchar *iri)
{
  return g_hash_table_lookup (self->by_counterpart, iri);
}

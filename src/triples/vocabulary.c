/* Prefixes for the writers that abbreviate. */
#include <triples/iri.h>
#include <triples/vocabulary.h>

/* More documents than this would make the head of a file longer than it is worth. */
#define MAX_DOCUMENT_PREFIXES 20

static void
add_prefix (RelTripleSet *set, const gchar *prefix, const gchar *iri)
{
  g_hash_table_replace (set->prefixes, g_string_chunk_insert_const (set->strings, prefix),
                        g_string_chunk_insert_const (set->strings, iri));
}

static void
add_folder (RelTripleSet *set, const gchar *base, const gchar *prefix, const gchar *folder, const gchar *segment)
{
  g_autofree gchar *iri = rel_iri_join (base, folder, segment);

  add_prefix (set, prefix, iri);
}

/* ASCII letters, digits and "-" are fit for a prefix in every syntax. */
static gboolean
is_prefix (const gchar *prefix)
{
  for (; *prefix != '\0'; prefix++)
    if (!g_ascii_isalnum (*prefix) && *prefix != '-')
      return FALSE;
  return TRUE;
}

void
rel_vocabulary_add_prefixes (RelTripleSet *set, const gchar *base, const RelGraphDocument *const *documents,
                             guint n_documents)
{
  static const gchar *const vocabularies[][2] = {
    { "rel", REL_NS },  { "rdf", REL_RDF },       { "rdfs", REL_RDFS },       { "owl", REL_OWL },
    { "xsd", REL_XSD }, { "skos", REL_SKOS },     { "prov", REL_PROV },       { "nif", REL_NIF },
    { "sem", REL_SEM }, { "schema", REL_SCHEMA }, { "dcterms", REL_DCTERMS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    add_prefix (set, vocabularies[i][0], vocabularies[i][1]);
  add_folder (set, base, "e", "entity/", "");
  add_folder (set, base, "p", "predicate/", "");
  add_folder (set, base, "f", "fact/", "");
  add_folder (set, base, "ev", "event/", "");
  add_folder (set, base, "doc", "doc/", "");
  for (guint i = 0; i < n_documents && n_documents <= MAX_DOCUMENT_PREFIXES; i++) {
    g_autofree gchar *segment = rel_iri_segment (documents[i]->id);
    g_autofree gchar *folder = g_strconcat ("thing/", segment, "/", NULL);
    g_autofree gchar *prefix = g_strconcat ("t-", segment, NULL);

    if (is_prefix (prefix))
      add_folder (set, base, prefix, folder, "");
  }
}

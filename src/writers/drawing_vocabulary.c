/* IRIs that mean something to a picture: tables of the vocabularies that relata writes and that other RDF uses. */
#include "writers/drawing_vocabulary.h"

#define FOAF "http://xmlns.com/foaf/0.1/"
#define DC "http://purl.org/dc/elements/1.1/"
#define SCHEMA_HTTP "http://schema.org/"
#define VOID "http://rdfs.org/ns/void#"

typedef struct {
  const gchar *iri;
  RelDrawingTerm term;
} Term;

/* Labels by rank: the first of these that a thing has is shown. */
static const Term thing_terms[] = {
  { REL_RDFS "label", REL_TERM_LABEL },
  { REL_SKOS "prefLabel", REL_TERM_LABEL },
  { REL_SCHEMA "name", REL_TERM_LABEL },
  { SCHEMA_HTTP "name", REL_TERM_LABEL },
  { FOAF "name", REL_TERM_LABEL },
  { REL_DCTERMS "title", REL_TERM_LABEL },
  { DC "title", REL_TERM_LABEL },
  { REL_RDF "type", REL_TERM_TYPE },
  { REL_SKOS "altLabel", REL_TERM_ALIAS },
  { REL_SCHEMA "alternateName", REL_TERM_ALIAS },
  { SCHEMA_HTTP "alternateName", REL_TERM_ALIAS },
  { FOAF "nick", REL_TERM_ALIAS },
  { REL_RDFS "comment", REL_TERM_COMMENT },
  { REL_SKOS "definition", REL_TERM_COMMENT },
  { DC "description", REL_TERM_COMMENT },
  { REL_DCTERMS "description", REL_TERM_COMMENT },
  { REL_SCHEMA "description", REL_TERM_COMMENT },
  { SCHEMA_HTTP "description", REL_TERM_COMMENT },
  { REL_RDFS "isDefinedBy", REL_TERM_HIDDEN },
  { REL_RDFS "seeAlso", REL_TERM_HIDDEN },
  { REL_OWL "sameAs", REL_TERM_HIDDEN },
  { REL_SKOS "exactMatch", REL_TERM_HIDDEN },
  { REL_SKOS "closeMatch", REL_TERM_HIDDEN },
  { REL_SKOS "inScheme", REL_TERM_HIDDEN },
};

static const Term statement_terms[] = {
  { REL_NS "event", REL_TERM_EVENT },
  { REL_NS "modality", REL_TERM_MODALITY },
  { REL_NS "wording", REL_TERM_WORDING },
  { REL_NS "polarity", REL_TERM_POLARITY },
  { REL_NS "confidence", REL_TERM_CONFIDENCE },
  { REL_NS "time", REL_TERM_TIME },
  { REL_NS "place", REL_TERM_PLACE },
  { REL_SCHEMA "startDate", REL_TERM_TIME },
  { SCHEMA_HTTP "startDate", REL_TERM_TIME },
  { REL_SCHEMA "temporalCoverage", REL_TERM_TIME },
  { REL_SCHEMA "duration", REL_TERM_TIME },
  { REL_SCHEMA "endDate", REL_TERM_END },
  { SCHEMA_HTTP "endDate", REL_TERM_END },
  { REL_SEM "hasEndTimeStamp", REL_TERM_END },
  { REL_SEM "hasTime", REL_TERM_TIME },
  { REL_SEM "hasTimeStamp", REL_TERM_TIME },
  { REL_SEM "hasBeginTimeStamp", REL_TERM_TIME },
  { REL_SEM "hasPlace", REL_TERM_PLACE },
  { REL_SEM "hasActor", REL_TERM_ACTOR },
  { REL_SCHEMA "location", REL_TERM_PLACE },
  { SCHEMA_HTTP "location", REL_TERM_PLACE },
  { REL_PROV "wasAttributedTo", REL_TERM_SOURCE },
  { REL_PROV "wasDerivedFrom", REL_TERM_EVIDENCE },
  { REL_PROV "wasQuotedFrom", REL_TERM_EVIDENCE },
  { REL_NIF "anchorOf", REL_TERM_SENTENCE },
};

static const gchar *const hidden_class_prefixes[] = { REL_PROV, REL_NIF, VOID };
static const gchar *const hidden_property_prefixes[] = { REL_PROV, REL_NIF, VOID, REL_RDF };
static const gchar *const empty_classes[]
  = { REL_OWL "NamedIndividual", REL_OWL "Thing", REL_RDFS "Resource", REL_SKOS "Concept" };

static const Term *
find_term (const Term *terms, gsize n_terms, const gchar *iri)
{
  for (gsize i = 0; i < n_terms; i++)
    if (g_str_equal (terms[i].iri, iri))
      return &terms[i];
  return NULL;
}

static gboolean
has_one_prefix (const gchar *iri, const gchar *const *prefixes, gsize n_prefixes)
{
  for (gsize i = 0; i < n_prefixes; i++)
    if (g_str_has_prefix (iri, prefixes[i]))
      return TRUE;
  return FALSE;
}

RelDrawingTerm
rel_drawing_term_of_thing (const gchar *predicate)
{
  const Term *term = find_term (thing_terms, G_N_ELEMENTS (thing_terms), predicate);

  if (term != NULL)
    return term->term;
  return has_one_prefix (predicate, hidden_property_prefixes, G_N_ELEMENTS (hidden_property_prefixes)) ? REL_TERM_HIDDEN
                                                                                                       : REL_TERM_FACT;
}

RelDrawingTerm
rel_drawing_term_of_statement (const gchar *predicate)
{
  const Term *term = find_term (statement_terms, G_N_ELEMENTS (statement_terms), predicate);

  return term != NULL ? term->term : REL_TERM_HIDDEN;
}

guint
rel_drawing_term_get_rank (const gchar *predicate)
{
  const Term *term = find_term (thing_terms, G_N_ELEMENTS (thing_terms), predicate);

  return term != NULL ? (guint) (term - thing_terms) : G_N_ELEMENTS (thing_terms);
}

gboolean
rel_drawing_is_hidden_class (const gchar *class_iri)
{
  return g_str_equal (class_iri, REL_RDF "Statement") || g_str_equal (class_iri, REL_RDF "Property")
         || g_str_equal (class_iri, REL_OWL "ObjectProperty") || g_str_equal (class_iri, REL_OWL "DatatypeProperty")
         || g_str_equal (class_iri, REL_OWL "AnnotationProperty") || g_str_equal (class_iri, REL_OWL "Ontology")
         || has_one_prefix (class_iri, hidden_class_prefixes, G_N_ELEMENTS (hidden_class_prefixes));
}

gboolean
rel_drawing_is_empty_class (const gchar *class_iri)
{
  for (gsize i = 0; i < G_N_ELEMENTS (empty_classes); i++)
    if (g_str_equal (empty_classes[i], class_iri))
      return TRUE;
  return FALSE;
}

/* The vocabularies that a graph is written in. */
#pragma once

#include <triples/graph.h>

G_BEGIN_DECLS

#define REL_NS "https://w3id.org/relata/ns#"
#define REL_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define REL_RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define REL_OWL "http://www.w3.org/2002/07/owl#"
#define REL_XSD "http://www.w3.org/2001/XMLSchema#"
#define REL_SKOS "http://www.w3.org/2004/02/skos/core#"
#define REL_PROV "http://www.w3.org/ns/prov#"
#define REL_NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define REL_SEM "http://semanticweb.cs.vu.nl/2009/11/sem/"
#define REL_SCHEMA "https://schema.org/"
#define REL_DCTERMS "http://purl.org/dc/terms/"

/* Names the vocabularies and the folders under @base in the prefix table of @set: e: entities, p: predicates, f: facts,
 * ev: events, and one prefix for the unnamed things of each of the first documents. */
void rel_vocabulary_add_prefixes (RelTripleSet *set, const gchar *base, const RelGraphDocument *const *documents,
                                  guint n_documents);

G_END_DECLS

/* relata/triples.h: facts, merged over sentences and documents, and the RDF that says them.
 *
 *   propositions + ontology ─► RelFact[] in a RelGraph ─► RelTriple[] in the model of README, "The RDF"
 */
#pragma once

#include <relata/semantics.h>

G_BEGIN_DECLS

/* The IRI of the node of a named entity under @base (nullable: the default). It shows the type only where that is not the one
 * expected: that of the thing of that name in the ontology, else a person. So "Seoul" is .../entity/Seoul and a person called
 * Seoul .../entity/Seoul-person. (transfer full) (nullable): NULL for what has no name. */
gchar *rel_entity_dup_iri (const RelEntity *entity, const gchar *base);

/* One node of the graph. Strings live in the graph. */
typedef struct {
  const gchar *iri; /* minted from name and type; (nullable) for a literal */
  const gchar *label;
  const gchar *type;           /* short name of the class, "Person"; "" unknown; a literal: its datatype's, "gYear" */
  const gchar *type_iri;       /* (nullable) class; a literal: IRI of its datatype, NULL: plain English text */
  const gchar *value;          /* (nullable) lexical form of a literal; NULL for a node with an IRI */
  const gchar *const *aliases; /* [n_aliases] sorted */
  guint n_aliases;
  const gchar *const *links; /* [n_links] identities outside (skos:exactMatch), sorted */
  guint n_links;
} RelNode;

typedef struct {
  const gchar *iri;
  const gchar *label;        /* "agreed to deepen", "signed memorandum on" */
  const gchar *const *forms; /* [n_forms] surface forms, sorted */
  guint n_forms;
  const gchar *super_property; /* (nullable) IRI of the ontology's property above it */
  gboolean takes_literal;      /* owl:DatatypeProperty */
} RelPredicate;

/* One sentence that states a fact. */
typedef struct {
  const gchar *document; /* id */
  const gchar *document_iri;
  guint32 start, end; /* code points [start, end) of the sentence in the document's text */
  const gchar *text;  /* the sentence */
  const gchar *rule;
  gfloat confidence;
} RelEvidence;

/* One fact, with all the evidence for it. Two sentences state the same fact when subject, predicate, object,
 * polarity, modality, source, time and place are the same. */
typedef struct {
  const gchar *iri;
  const RelNode *subject;
  const RelPredicate *predicate;
  const RelNode *object; /* (nullable) "Chirac died" */
  const gchar *label; /* of the predicate as this fact reads: "visit" for what is planned, else the predicate's own */
  gboolean asserted;  /* positive, no modality, not merely reported: has a direct triple */
  RelPolarity polarity;
  RelModality modality;
  const RelNode *source; /* (nullable) who says so */
  const gchar *time;     /* (nullable) ISO 8601 */
  const gchar
    *relative_time;     /* (nullable) the words of a time that nothing dates: "last June" in a text without date */
  const RelNode *place; /* (nullable) */
  const RelNode *const *participants; /* [n_participants] further ones of the event */
  guint n_participants;
  gfloat confidence;           /* of all evidence together */
  const RelEvidence *evidence; /* [n_evidence] by document, then start */
  guint n_evidence;
} RelFact;

typedef enum { REL_PROVENANCE_NONE, REL_PROVENANCE_DOCUMENT, REL_PROVENANCE_SENTENCE } RelProvenance;
typedef enum { REL_FACTS_PLAIN, REL_FACTS_STATEMENT, REL_FACTS_EVENT } RelFactModel;

typedef struct {
  const gchar *base;  /* (nullable) IRI under which nodes are minted; NULL: "https://example.org/relata/" */
  RelFactModel facts; /* PLAIN: direct triples only; STATEMENT: + statement nodes; EVENT: + event nodes */
  RelProvenance provenance;
  gfloat min_confidence;    /* facts below are left out */
  gboolean assert_reported; /* reported facts get direct triples too */
  gboolean only_ontology;   /* only facts of properties of the user's ontology; without one, of ours */
  gboolean keep_text;       /* documents come with their whole text (nif:isString), for readers of the evidence */
  const gchar *program;     /* (nullable) name and version of the program, for provenance: "relata 0.1.0" */
  const gchar *model_hash;  /* (nullable) rel_model_get_hash(), for provenance */
} RelGraphOptions;

/* Facts of one or more documents. Opaque: src/triples/graph.c */
typedef struct _RelGraph RelGraph;

/**
 * rel_graph_new:
 * @lexicon: (nullable): the ontology, which must outlive the graph; NULL: predicates stand alone
 * @options: copied; all zero is a good start, but for @provenance
 */
RelGraph *rel_graph_new (const RelLexicon *lexicon, const RelGraphOptions *options);
void rel_graph_free (RelGraph *self);

/* Adds the facts of an annotated document. The document may be freed afterwards. The order in which documents
 * are added does not matter to what comes out. */
void rel_graph_add_document (RelGraph *self, const RelDocument *document);

/* Facts sorted by IRI; borrowed until the next rel_graph_add_document(). */
const RelFact *const *rel_graph_get_facts (RelGraph *self, guint *n_facts);
/* Nodes with an IRI that these facts speak of, and their predicates, sorted by IRI; borrowed likewise. */
const RelNode *const *rel_graph_get_nodes (RelGraph *self, guint *n_nodes);
const RelPredicate *const *rel_graph_get_predicates (RelGraph *self, guint *n_predicates);

/* One RDF triple. Subjects and predicates are IRIs. */
typedef struct {
  const gchar *subject;
  const gchar *predicate;
  const gchar *object;   /* IRI or lexical form */
  const gchar *datatype; /* (nullable) IRI of a literal's datatype */
  const gchar *language; /* (nullable) of a literal */
  gboolean is_literal;
  const gchar *graph; /* (nullable) IRI of the document it was read from */
} RelTriple;

/* Triples in an order that is the same whenever the graph is, without repetitions; strings live in the set. */
typedef struct {
  RelTriple *triples; /* [n_triples] by graph, subject, predicate, object; rdf:type first under a subject */
  gsize n_triples;
  GHashTable *prefixes; /* prefix → IRI, for writers that abbreviate */
  GStringChunk *strings;
} RelTripleSet;

/**
 * rel_graph_to_triples:
 * @with_graphs: each triple names the document it comes from (N-Quads); a triple that two documents state comes twice
 *
 * Returns: (transfer full): the graph as RDF
 */
RelTripleSet *rel_graph_to_triples (RelGraph *self, gboolean with_graphs);

/* An empty set to fill with rel_triple_set_add(), and sorted by rel_triple_set_sort(). */
RelTripleSet *rel_triple_set_new (void);
void rel_triple_set_add (RelTripleSet *self, const RelTriple *triple);
void rel_triple_set_sort (RelTripleSet *self);
void rel_triple_set_free (RelTripleSet *self);

/* Reads Turtle, N-Triples, N-Quads or TriG (serd) by the ending of @path; "-": standard input as Turtle. */
RelTripleSet *rel_triple_set_load (const gchar *path, GError **error);

/* Adds what the file @path says to @self, which is left unsorted. @file_number: 0, 1, … for the files of one set, whose
 * blank nodes stay apart. FALSE: some triples may have been added. */
gboolean rel_triple_set_read (RelTripleSet *self, const gchar *path, guint file_number, GError **error);

/* One triple that a sentence is said to state, by labels; the property by label, name or IRI. */
typedef struct {
  const gchar *subject, *property, *object;
} RelExampleTriple;

/* Frames of the user's properties, from sentences with triples. Opaque: src/triples/frame_learner.c */
typedef struct _RelFrameLearner RelFrameLearner;

/**
 * rel_frame_learner_new:
 * @lexicon: with the ontology whose properties are learned; must outlive the learner
 * @complete: the triples of an example are all that it states of these properties
 */
RelFrameLearner *rel_frame_learner_new (const RelLexicon *lexicon, gboolean complete);
void rel_frame_learner_free (RelFrameLearner *self);

/* IRI of the property that @name (label, local name or IRI) is; NULL: the ontology has none. */
const gchar *rel_frame_learner_find_property (const RelFrameLearner *self, const gchar *name);

/* Learns from one example: a text with all its annotation, and triples; those with a property that the ontology does not have
 * are passed over. */
void rel_frame_learner_add (RelFrameLearner *self, const RelDocument *document, const RelExampleTriple *triples,
                            guint n_triples);

/* (transfer full): the frames as entries of a lexicon, for `build --ontology`. */
RelTripleSet *rel_frame_learner_to_triples (const RelFrameLearner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelFrameLearner, rel_frame_learner_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelGraph, rel_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelTripleSet, rel_triple_set_free)

G_END_DECLS

/* relata/writers.h: graphs to files: RDF for stores, tables for scripts, pictures for people. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

typedef enum {
  REL_FORMAT_TURTLE,
  REL_FORMAT_NTRIPLES,
  REL_FORMAT_NQUADS,
  REL_FORMAT_RDFXML,
  REL_FORMAT_TSV,
  REL_FORMAT_DOT,
  REL_FORMAT_SVG,
  REL_FORMAT_PNG,
  REL_FORMAT_PDF,
  REL_FORMAT_HTML, /* one file: the picture, its facts, and the sentences they come from */
  REL_FORMAT_TRIG,
  REL_FORMAT_JSONLD,
  REL_FORMAT_TURTLE12, /* RDF 1.2: statements as reifiers of triple terms */
} RelFormat;

/* By name or alias ("turtle", "ttl"), -1: none; by the ending of a file name, -1: none known. */
gint rel_format_from_name (const gchar *name);
gint rel_format_from_path (const gchar *path);
const gchar *rel_format_get_name (RelFormat format);
/* Whether documents can be written one after the other without holding the graph (N-Quads, TriG, TSV). */
gboolean rel_format_is_streaming (RelFormat format);
/* Whether rel_triple_set_draw() makes it. */
gboolean rel_format_is_picture (RelFormat format);

/**
 * rel_graph_write:
 * @graph: a graph
 * @format: any format
 * @stream: where to; not closed
 *
 * Returns: %FALSE with %REL_ERROR_IO or an error of @stream; part of the output may have been written
 */
gboolean rel_graph_write (RelGraph *graph, RelFormat format, GOutputStream *stream, GError **error);

/* As rel_graph_write(), behind an earlier graph on the same stream: without what may stand there once only, the header
 * line of a table. For the formats of rel_format_is_streaming(). */
gboolean rel_graph_append (RelGraph *graph, RelFormat format, GOutputStream *stream, GError **error);

/* RDF formats and pictures of triples that come from anywhere; %REL_ERROR_USAGE for TSV, which needs facts. */
gboolean rel_triple_set_write (const RelTripleSet *triples, RelFormat format, GOutputStream *stream, GError **error);

/**
 * rel_output_open:
 * @path: (nullable): a file; NULL or "-": standard output
 *
 * A stream that becomes the file @path when rel_output_close() succeeds: it is written beside its name and renamed.
 */
typedef struct _RelOutput RelOutput; /* opaque: src/writers/output.c */
RelOutput *rel_output_open (const gchar *path, GError **error);
GOutputStream *rel_output_get_stream (RelOutput *self);
/* Flushes, checks, renames; frees @self in any case. FALSE: nothing was left at @path. */
gboolean rel_output_close (RelOutput *self, GError **error);
/* Gives up: removes what was written; frees @self, which may be NULL. */
void rel_output_abandon (RelOutput *self);

/* How to draw; zero-initialised: as one would for a reader who asked for nothing. */
typedef struct {
  guint max_nodes;           /* 0: 60; the most important are chosen, and the picture says how many were left out */
  const gchar *engine;       /* (nullable) Graphviz layout, "dot", "sfdp"; NULL: by size */
  const gchar *focus;        /* (nullable) label or IRI of an entity: only what is near it */
  guint depth;               /* with @focus: steps away from it; 0: 2 */
  const gchar *title;        /* (nullable) under the picture */
  const gchar *theme;        /* (nullable) "light", "dark", "print"; NULL: light */
  const gchar *style_file;   /* (nullable) changes the theme; see relata(1) */
  const gchar *const *types; /* (nullable) (array zero-terminated=1) only things of these classes, by name or IRI */
  const gchar *const *predicates; /* (nullable) (array zero-terminated=1) only these facts, by label or IRI */
  gdouble min_confidence;         /* only facts at least so sure; those of which nothing is said stay */
  const gchar *cluster_by;        /* (nullable) "type", "document", "community": in a frame each */
  gboolean timeline;              /* what has a date, from left to right */
  guint dpi;                      /* of a bitmap; 0: 144, or what fits */
} RelDrawOptions;

/* What rel_triple_set_draw() understood and drew. */
typedef struct {
  guint n_nodes, n_nodes_shown;
  guint n_edges, n_edges_shown; /* parallel facts of one kind count as one edge */
  guint n_facts;                /* on edges or inside nodes */
  const gchar *engine;
  gchar *warnings; /* (nullable) what Graphviz complained of; owned by the caller */
} RelDrawReport;

/**
 * rel_triple_set_draw:
 * @triples: any RDF; relata's statement and event nodes become styles and qualifiers of the edges they speak of
 * @format: one of rel_format_is_picture()
 * @options: (nullable)
 * @report: (nullable) (out)
 *
 * Returns: %FALSE with %REL_ERROR_USAGE (no such engine, theme or class, nothing has the name of the focus), %REL_ERROR_LIMIT (too large
 *   for a bitmap), %REL_ERROR_INTERNAL (Graphviz failed) or an error of @stream
 */
gboolean rel_triple_set_draw (const RelTripleSet *triples, RelFormat format, const RelDrawOptions *options,
                              GOutputStream *stream, RelDrawReport *report, GError **error);

/* How to reach a triple store; zero-initialised but for @url. */
typedef struct {
  const gchar *url;       /* of its Graph Store Protocol endpoint, http or https */
  const gchar *query_url; /* (nullable) of its query endpoint; NULL: guessed from @url */
  const gchar *user;      /* (nullable) for Basic or Digest */
  const gchar *password;  /* (nullable) */
  const gchar *token;     /* (nullable) for Bearer */
  guint timeout;          /* seconds without a sign of life; 0: 60 */
  guint n_retries;        /* after a failure that may pass */
} RelStoreOptions;

/* A triple store that speaks the SPARQL 1.1 Graph Store HTTP Protocol. Opaque: src/writers/store.c */
typedef struct _RelStore RelStore;

/* Returns: (transfer full) (nullable): NULL with %REL_ERROR_USAGE for URLs that cannot be used; nothing is sent yet */
RelStore *rel_store_new (const RelStoreOptions *options, GError **error);
void rel_store_free (RelStore *self);

/* Whether there is a query endpoint to count by. */
gboolean rel_store_can_count (const RelStore *self);

/* What one graph of a store came to. */
typedef struct {
  gsize n_sent;
  gint64 n_before, n_after; /* triples in the graph; -1: not counted */
} RelStoreReport;

/**
 * rel_store_send:
 * @graph: (nullable): IRI of the graph; NULL: the default graph
 * @triples: of which those are sent that are in @source
 * @source: (nullable): the graph's name in @triples
 * @replaces: PUT, the graph has these triples only; else POST, it has them, too
 * @report: (out)
 *
 * Sends the triples in one request, again when that fails in a way that may pass, and counts them in the store.
 *
 * Returns: %FALSE with %REL_ERROR_IO when the store refused or could not be reached, or when the count says that not all
 *   arrived
 */
gboolean rel_store_send (RelStore *self, const gchar *graph, const RelTripleSet *triples, const gchar *source,
                         gboolean replaces, RelStoreReport *report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelStore, rel_store_free)

/* Two things that became one. */
typedef struct {
  gchar *kept;   /* IRI that stands for both */
  gchar *merged; /* IRI that is gone */
  gchar *reason;
} RelMergeReport;

/**
 * rel_triple_set_merge:
 * @graphs: all of them together; must outlive the result, whose prefixes are theirs
 * @rules: (nullable): owl:sameAs and owl:differentFrom between things
 * @report: (nullable) (out) (transfer full) (element-type RelMergeReport)
 *
 * Joins things with one identity outside (skos:exactMatch) or one name of which one has a class and the others none, and
 * statements that say the same; a named graph by itself.
 *
 * Returns: (transfer full)
 */
RelTripleSet *rel_triple_set_merge (const RelTripleSet *graphs, const RelTripleSet *rules, GPtrArray **report);

/* What is wrong with a graph. */
typedef enum {
  REL_FINDING_EVIDENCE,      /* a cited sentence does not stand where the graph says */
  REL_FINDING_TERM,          /* a class or property that nobody defines */
  REL_FINDING_DOMAIN,        /* a subject that its property does not have */
  REL_FINDING_RANGE,         /* an object that its property does not have */
  REL_FINDING_SHAPE,         /* too few, too many or wrong values, by the shapes of the ontology */
  REL_FINDING_CONTRADICTION, /* what cannot be true at once */
  REL_FINDING_ASSERTION,     /* asserted, though no statement says that it is so */
} RelFindingKind;

const gchar *rel_finding_kind_get_name (RelFindingKind kind); /* "evidence" */

typedef struct {
  RelFindingKind kind;
  gchar *subject; /* IRI of what the finding is about */
  gchar *message;
} RelFinding;

/**
 * rel_triple_set_check:
 * @graph: what is checked
 * @ontology: classes, properties and SHACL shapes (of these: target classes; paths that are one property; minCount, maxCount,
 *   datatype, nodeKind, class, minInclusive, maxInclusive)
 * @texts: (array length=n_texts): the documents that @graph was made of, by the names that it knows them by
 *
 * Returns: (transfer full) (element-type RelFinding): by kind, subject and message; empty where all is well
 */
GPtrArray *rel_triple_set_check (const RelTripleSet *graph, const RelTripleSet *ontology, RelDocument *const *texts,
                                 guint n_texts);

/* How the answers to a query are written: for people, for spreadsheets, and as SPARQL's own formats. */
typedef enum {
  REL_ANSWERS_FORMAT_TABLE,
  REL_ANSWERS_FORMAT_CSV,
  REL_ANSWERS_FORMAT_TSV,
  REL_ANSWERS_FORMAT_JSON,
  REL_ANSWERS_FORMAT_XML,
} RelAnswersFormat;

/* "table", "csv", "tsv", "json", "xml"; -1: none of them. */
gint rel_answers_format_from_name (const gchar *name);

/* Rows of SELECT, the truth of ASK, or the triples of CONSTRUCT. Opaque: src/writers/answers.h */
typedef struct _RelAnswers RelAnswers;

/**
 * rel_triple_set_query:
 * @triples: what is asked; a pattern outside of GRAPH sees the triples of all graphs, each once
 * @query: SPARQL; prefixes of @triples and of relata's vocabularies need no declaration
 * @name: of the query, for messages
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_USAGE when the query is wrong, or is one that would be answered
 *   wrongly (property paths, EXISTS, VALUES, MIN, MAX …)
 */
RelAnswers *rel_triple_set_query (const RelTripleSet *triples, const gchar *query, const gchar *name, GError **error);
void rel_answers_free (RelAnswers *self);

guint rel_answers_get_n_rows (const RelAnswers *self);
/* (nullable): the triples of CONSTRUCT, for any of the RDF writers; NULL for other queries */
const RelTripleSet *rel_answers_get_triples (const RelAnswers *self);

/* Writes rows or truth. FALSE: an error of @stream, or %REL_ERROR_USAGE for the triples of CONSTRUCT. */
gboolean rel_answers_write (const RelAnswers *self, RelAnswersFormat format, GOutputStream *stream, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelAnswers, rel_answers_free)

/**
 * rel_document_write_conllu:
 * @document: with sentences and tokens; trees, names, mentions and entities are written where they are there
 * @stream: where to; not closed
 *
 * Writes CoNLL-U with mentions of entities in MISC ("Entity=(1-person"), a blank line behind each sentence.
 *
 * Returns: %FALSE with an error of @stream
 */
gboolean rel_document_write_conllu (const RelDocument *document, GOutputStream *stream, GError **error);

/* Likewise as BIO: a word, a tab and the tag of its name on a line. */
gboolean rel_document_write_bio (const RelDocument *document, GOutputStream *stream, GError **error);

G_END_DECLS

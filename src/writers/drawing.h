/* The drawing model: what of a graph a reader sees, before anything is placed.
 *
 *   RelTripleSet ─ drawing_facts.c ─► RelDrawingFact[] ─ drawing.c ─► nodes, edges ─ drawing_select.c ─► those shown
 *     ─ dot.c ─► Agraph
 *
 * Nodes are things with a name; their types, literals and further names are inside them. Parallel facts are one edge
 * with several lines. Statement and event nodes become style, time and place of the fact that they speak of.
 */
#pragma once

#include "writers/triple_index.h"

G_BEGIN_DECLS

/* How sure the text is; in rising order of what the reader must not overlook. */
typedef enum {
  REL_LINE_ASSERTED,  /* solid  */
  REL_LINE_REPORTED,  /* dotted: somebody says so                    */
  REL_LINE_UNCERTAIN, /* dashed: planned, possible, desired, if      */
  REL_LINE_NEGATED,   /* red                                         */
} RelLineStyle;
#define REL_N_LINE_STYLES (REL_LINE_NEGATED + 1)

#define REL_NO_CONFIDENCE (-1.0)

/* One fact, from a direct triple or a statement. Strings live in the drawing or in the triples. */
typedef struct {
  const gchar *subject;   /* IRI */
  const gchar *predicate; /* IRI */
  const gchar *object;    /* (nullable) IRI or lexical form */
  gboolean is_literal;
  RelLineStyle style;
  const gchar *label;            /* of the predicate, clean */
  const gchar *qualifier;        /* "2026-01-19, Seoul", clean; "" for none */
  const gchar *time, *end;       /* (nullable) as the graph has them; @end of an interval */
  const gchar *place, *source;   /* (nullable) names */
  const gchar *others;           /* (nullable) names of further participants: "Ann, Bob" */
  const gchar *modality;         /* (nullable) "planned" */
  gdouble confidence;            /* 0 to 1; NO_CONFIDENCE: the graph does not say */
  const gchar *evidence;         /* (nullable) the first sentence that states it, clean */
  const gchar *const *sentences; /* [n_sentences] IRIs of what states it; NULL: the graph does not say */
  guint n_sentences;             /* of this fact alone, not of those that were joined with it */
  guint n_evidence;              /* how many sentences state it or what was joined with it, at least 1 */
} RelDrawingFact;

typedef struct {
  const gchar *iri;
  const gchar *label;   /* clean, never empty, never an IRI */
  const gchar *type;    /* (nullable) IRI of the class that colours it */
  const gchar *aliases; /* (nullable) clean, for the tooltip */
  const gchar *comment; /* (nullable) clean, for the tooltip */
  GPtrArray *lines;     /* of RelDrawingFact: those with a literal object or none, sorted */
  guint degree;         /* edges at it */
  gdouble score;        /* importance: facts at it, weighted by sureness and evidence */
} RelDrawingNode;

typedef struct {
  guint source, target; /* indices of nodes */
  RelLineStyle style;
  GPtrArray *facts; /* of RelDrawingFact, sorted by label, each label once */
  guint n_evidence;
  gdouble score;
} RelDrawingEdge;

typedef struct {
  RelArena *arena;
  RelTripleIndex *index;
  GPtrArray *facts;      /* of RelDrawingFact */
  RelDrawingNode *nodes; /* [n_nodes] by IRI */
  guint n_nodes;
  RelDrawingEdge *edges; /* [n_edges] by source, target, style */
  guint n_edges;
} RelDrawing;

/* What of the graph is wanted at all; zero-initialised: everything. */
typedef struct {
  const gchar *const *types;      /* (nullable) (array zero-terminated=1) names or IRIs */
  const gchar *const *predicates; /* (nullable) (array zero-terminated=1) names or IRIs */
  gdouble min_confidence;         /* facts whose confidence is not known stay */
} RelDrawingFilter;

/* @triples must outlive the drawing. */
RelDrawing *rel_drawing_new (const RelTripleSet *triples);
/* NULL with %REL_ERROR_USAGE: the graph has nothing of a name that @filter gives. */
RelDrawing *rel_drawing_new_filtered (const RelTripleSet *triples, const RelDrawingFilter *filter, GError **error);
void rel_drawing_free (RelDrawing *self);

/* The name of @iri: its label in the graph, else one made from the IRI; for a blank node one made from its class. Clean,
 * in the drawing's arena. */
const gchar *rel_drawing_get_label (RelDrawing *self, const gchar *iri);

/* The name of a class as the legend has it, likewise. */
const gchar *rel_drawing_get_type_name (RelDrawing *self, const gchar *type);

/* drawing_facts.c: fills self->facts and adds to @things all IRIs that are nodes even if no fact speaks of them. */
void rel_drawing_collect_facts (RelDrawing *self, const RelTripleSet *triples, GHashTable *things);

/* drawing_select.c: which nodes and edges are shown. */
typedef struct {
  gboolean *nodes; /* [n_nodes] */
  gboolean *edges; /* [n_edges] */
  guint n_nodes, n_edges;
} RelDrawingSelection;

/**
 * rel_drawing_select:
 * @max_nodes: at least 1
 * @focus: (nullable): label or IRI; only things up to @depth edges away from it
 *
 * Returns: (nullable): NULL with %REL_ERROR_USAGE when nothing is called @focus
 */
RelDrawingSelection *rel_drawing_select (RelDrawing *self, guint max_nodes, const gchar *focus, guint depth,
                                         GError **error);
void rel_drawing_selection_free (RelDrawingSelection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDrawing, rel_drawing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDrawingSelection, rel_drawing_selection_free)

G_END_DECLS

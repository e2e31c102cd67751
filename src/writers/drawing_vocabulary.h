/* IRIs that mean something to a picture, and what they mean there. */
#pragma once

#include <triples/vocabulary.h>

G_BEGIN_DECLS

/* What a property does in a picture. */
typedef enum {
  REL_TERM_FACT,    /* an edge, or a line inside the node */
  REL_TERM_LABEL,   /* names the node; see rel_drawing_term_get_rank() */
  REL_TERM_TYPE,    /* colours the node */
  REL_TERM_ALIAS,   /* further names: tooltip */
  REL_TERM_COMMENT, /* prose about the node: tooltip */
  REL_TERM_HIDDEN,  /* identities elsewhere, bookkeeping */
  /* Of statements and of their events: */
  REL_TERM_EVENT,
  REL_TERM_TIME,
  REL_TERM_END,
  REL_TERM_PLACE,
  REL_TERM_ACTOR,
  REL_TERM_SOURCE,
  REL_TERM_MODALITY,
  REL_TERM_POLARITY,
  REL_TERM_CONFIDENCE,
  REL_TERM_EVIDENCE,
  REL_TERM_SENTENCE,
  REL_TERM_WORDING, /* what the predicate is called in this statement */
} RelDrawingTerm;

/* What @predicate does on a thing; and what it does on a statement, an event or a piece of evidence. */
RelDrawingTerm rel_drawing_term_of_thing (const gchar *predicate);
RelDrawingTerm rel_drawing_term_of_statement (const gchar *predicate);

/* Among names of one thing the lowest rank is shown. */
guint rel_drawing_term_get_rank (const gchar *predicate);

/* Whether @class_iri is one of things that a reader of the picture does not care for: statements, sentences, data sets. */
gboolean rel_drawing_is_hidden_class (const gchar *class_iri);

/* Whether @class_iri tells nothing of what a thing is (owl:NamedIndividual, rdfs:Resource). */
gboolean rel_drawing_is_empty_class (const gchar *class_iri);

G_END_DECLS

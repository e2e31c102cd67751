/* What a query found, before it is written. */
#pragma once

#include "writers/term_index.h"

#include <relata/writers.h>

G_BEGIN_DECLS

typedef enum { REL_ANSWERS_ROWS, REL_ANSWERS_TRUTH, REL_ANSWERS_TRIPLES } RelAnswersKind;

struct _RelAnswers {
  RelAnswersKind kind;
  GPtrArray *names;      /* of gchar, the variables, without "?" */
  GArray *values;        /* of RelTerm, row by row; value NULL: unbound */
  gboolean truth;        /* of ASK */
  RelTripleSet *triples; /* of CONSTRUCT; otherwise holds the prefixes to write rows with */
  RelArena *arena;       /* strings of @values */
};

/* Appends the answers to @text in one format each. */
void rel_answers_append_table (const RelAnswers *self, GString *text); /* answers_table.c */
void rel_answers_append_csv (const RelAnswers *self, GString *text);
void rel_answers_append_tsv (const RelAnswers *self, GString *text);
void rel_answers_append_json (const RelAnswers *self, GString *text); /* answers_json.c */
void rel_answers_append_xml (const RelAnswers *self, GString *text);  /* answers_xml.c */

/* The value of @column in @row. */
const RelTerm *rel_answers_get (const RelAnswers *self, guint row, guint column);

G_END_DECLS

/* How well the tokenizer does: the text of a treebank in, counts of the boundaries that are right out. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Spans of the system, of the gold standard, and those that are in both. */
typedef struct {
  guint right, n_system, n_gold;
} RelSpanCounts;

typedef struct {
  RelSpanCounts tokens;    /* of the surface: "don't" is one */
  RelSpanCounts words;     /* "do" and "n't" are two         */
  RelSpanCounts sentences; /* from the first word to the last */
} RelBoundaryScores;

/* Adds to @scores what the tokenizer of @model makes of the text of each document of a CoNLL-U file. */
gboolean rel_boundary_scores_add_conllu (RelBoundaryScores *scores, const RelModel *model, const gchar *path,
                                         GError **error);

G_END_DECLS

/* How well the network does: gold tokens in, counts of what is right out. */
#pragma once

#include "lexis/role_file.h"
#include "lexis/word_network.h"

G_BEGIN_DECLS

/* Words and how many of them have the right tag; spans of names. */
typedef struct {
  guint n_words, upos, xpos, feats, lemmas, heads, arcs; /* arcs: head and relation without subtype */
  guint n_etypes, etypes;                                /* heads of nominal mentions */
  guint n_gold_names, n_names, names;                    /* spans; right ones */
  guint n_gold_roles, n_roles, roles;                    /* predicate, role, head of argument, but for auxiliaries */
} RelWordScores;

/* Adds to @scores what @words makes of a copy of each sentence of the file. Names count where they are of type PER,
 * ORG or LOC; trees and tags only for CoNLL-U; semantic roles where @roles (nullable) knows them. */
gboolean rel_word_scores_add_conllu (RelWordScores *scores, const RelWordNetwork *words, const gchar *path,
                                     const RelRoleFile *roles, GError **error);
gboolean rel_word_scores_add_bio (RelWordScores *scores, const RelWordNetwork *words, const gchar *path,
                                  const RelRoleFile *roles, GError **error);

/* (transfer full): all scores on one line, in percent. */
gchar *rel_word_scores_to_string (const RelWordScores *scores);

G_END_DECLS

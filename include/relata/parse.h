/* relata/parse.h: dependency trees over the tokens of one sentence.
 *
 * Arcs are scored by the network of relata/learn.h and decoded to the best tree with one root (Chu and Liu 1965,
 * Edmonds 1967; Dozat and Manning 2017). The tree stands in RelToken.head, .deprel and .margin; here are
 * the ways to walk it. Indices are token indices in the sentence, -1 is "none".
 */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/**
 * rel_tree_decode:
 * @scores: [n + 1][n]: scores[h][d] of head h for token d; row 0 is the root, row i + 1 token i
 * @n: number of tokens, at least 1
 * @heads: (out caller-allocates) [n]: head of each token, -1 for the root
 *
 * Finds the maximum spanning tree with exactly one root. O(n^2) for the tree, O(n^3) only where cycles nest.
 */
void rel_tree_decode (const gfloat *scores, guint n, gint32 *heads);

/* Children of each token in text order, made once per sentence; lives in the arena given. */
typedef struct {
  const RelToken *tokens; /* [n] of the sentence */
  gint32 n;
  gint32 root;
  gint32 *first_child;  /* [n] leftmost child, -1: none */
  gint32 *next_sibling; /* [n] next child of the same head to the right, -1: none */
  gint32 *left;         /* [n] leftmost token of the subtree */
  gint32 *right;        /* [n] rightmost token of the subtree */
} RelTree;

/* Works on any heads, trees or not: tokens on a cycle hang on nothing and have no subtree but themselves. */
RelTree *rel_tree_new (RelArena *arena, const RelDocument *document, const RelSentence *sentence);

/* First child of @token with @deprel, -1: none. */
gint32 rel_tree_get_child (const RelTree *self, gint32 token, RelDeprel deprel);
/* Next such child behind @child. */
gint32 rel_tree_get_next (const RelTree *self, gint32 child, RelDeprel deprel);
/* Whether @ancestor is @token or above it. */
gboolean rel_tree_is_below (const RelTree *self, gint32 token, gint32 ancestor);

/* Iterates over all children of a token. */
#define REL_TREE_EACH_CHILD(tree, token, child) \
  for (gint32 child = (tree)->first_child[token]; child >= 0; child = (tree)->next_sibling[child])

G_END_DECLS

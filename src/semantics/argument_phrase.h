/* Words of a phrase or relation: head in, token list and readable text out. */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

/* What to leave out of the subtree of a head. Punctuation at the ends and beside gaps always goes. */
typedef enum {
  REL_PHRASE_WHOLE = 0,
  REL_PHRASE_NO_CASE = 1 << 0,       /* prepositions and possessive markers of the head           */
  REL_PHRASE_NO_RELATIVE = 1 << 1,   /* relative clauses of the head                              */
  REL_PHRASE_NO_APPOSITION = 1 << 2, /* appositions of the head                                   */
  REL_PHRASE_NO_CONJUNCTS = 1 << 3,  /* what is coordinated with the head                         */
  REL_PHRASE_PREDICATE = 1 << 4,     /* what belongs to the clause of a predicate noun: subject, copula, adverbials */
  REL_PHRASE_NO_MARK = 1 << 5,       /* "that", "to", "if" of a clause                            */
  REL_PHRASE_NO_TITLE = 1 << 6,      /* title before a name                                       */
  REL_PHRASE_NO_OWNER = 1 << 7,      /* possessor                                                 */
  REL_PHRASE_NO_PREPOSITIONAL = 1 << 8, /* nmod behind the head                                   */
  REL_PHRASE_NO_DETERMINER = 1 << 9,    /* articles                                                  */
  REL_PHRASE_NO_CLAUSE = 1 << 10,       /* acl, advcl: participles and infinitives of the head       */
  REL_PHRASE_KEEP_NAME = 1 << 11,       /* with NO_APPOSITION: not a name right behind its noun, "spy Karl Weber" */
} RelPhraseCut;

/* What an argument is without: prepositions go to the relation or are added back by the caller. */
#define REL_PHRASE_NOMINAL REL_PHRASE_NO_CASE

/**
 * rel_phrase_collect:
 * @cuts: a sum of RelPhraseCut
 * @without: further token whose subtree is left out, -1: none
 *
 * The tokens of the phrase of @head, in text order, tidied. O(size of the subtree).
 */
RelTokenList rel_phrase_collect (RelView *view, gint32 head, guint cuts, gint32 without);

/* A list of the given tokens, sorted; no repetitions. */
RelTokenList rel_token_list_new (RelView *view, const gint32 *tokens, guint n);

/* @list without the words of @removed. */
RelTokenList rel_token_list_subtract (RelView *view, RelTokenList list, RelTokenList removed);

/* As in the document's text where the tokens are neighbours there, gaps as one blank; tabs and line ends become blanks. */
const gchar *rel_token_list_to_text (RelView *view, RelTokenList list);

/* Prepositions before @head ("because of", "on"): tokens in text order, and their lemma form in lower case (nullable). */
RelTokenList rel_phrase_collect_case (RelView *view, gint32 head, const gchar **preposition);

/**
 * rel_phrase_to_argument:
 * @with_case: whether the preposition belongs to the text
 */
RelArgument rel_phrase_to_argument (RelView *view, RelRole role, gint32 head, guint cuts, gboolean with_case);

G_END_DECLS

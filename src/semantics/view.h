/* One sentence as the constructions see it: tokens, tree, word classes, moods, and the propositions found so far.
 *
 *   RelDocument ─ rel_view_new ─► RelView ─ constructions (propositions.c) ─► RelProposition*[] found
 *
 * Everything lives in the document's arena. A sentence has at most REL_SENTENCE_MAX_TOKENS tokens; every walk up the tree
 * is bounded by that number, so heads that form a cycle do no harm.
 */
#pragma once

#include <relata/semantics.h>
#include <semantics/word_class.h>

G_BEGIN_DECLS

/* What is claimed of a clause: worked out for each token from its head downwards (mood.c). */
typedef struct {
  RelPolarity polarity;
  RelModality modality;
  gint32 source; /* head token of who says it, -1: the text */
} RelMood;

typedef struct {
  RelArena *arena;
  RelDocument *document;
  const RelLexicon *lexicon;
  const RelWordTable *words;
  guint32 sentence;
  const RelToken *tokens; /* [n] */
  gint32 n;
  const RelTree *tree;
  const RelWordClasses *classes; /* [n] */
  const gint32 *order;           /* [n_order] tokens, heads before their children */
  gint32 n_order;                /* tokens on a cycle are left out */
  RelMood *moods;                /* [n] */
  guint8 *keep;                  /* [n] scratch of argument_phrase.c, all 0 between calls */
  gint32 *stack;                 /* [n] scratch of argument_phrase.c */
  GPtrArray *found;              /* RelProposition* in the order of discovery */
} RelView;

/* Reads sentence @index of a document that has trees. @found (nullable) collects what the constructions find; without
 * @lexicon and @words (nullable) all words are of no class. */
RelView *rel_view_new (RelDocument *document, guint32 index, const RelLexicon *lexicon, const RelWordTable *words,
                       GPtrArray *found);

/* Fills self->moods. */
void rel_view_read_moods (RelView *self);

static inline gboolean
rel_view_is (const RelView *self, gint32 token, RelWordClasses classes)
{
  return token >= 0 && (self->classes[token] & classes) != 0;
}

static inline gboolean
rel_view_has_deprel (const RelView *self, gint32 token, RelDeprel deprel)
{
  return token >= 0 && self->tokens[token].deprel == deprel;
}

/* First child with @deprel, -1: none. */
static inline gint32
rel_view_child (const RelView *self, gint32 token, RelDeprel deprel)
{
  return rel_tree_get_child (self->tree, token, deprel);
}

/* Whether the token's lemma (or form, where there is none) is @word. For function words of the syntax only; what
 * words mean is asked of the lexicon. */
gboolean rel_view_is_word (const RelView *self, gint32 token, const gchar *word);

/* Whether the deprel is a nominal subject, a clausal subject, either in the passive. */
gboolean rel_deprel_is_subject (RelDeprel deprel);
gboolean rel_deprel_is_passive_subject (RelDeprel deprel);

/* Whether the token heads a clause that can state something: a verb, or any word with a copula. */
gboolean rel_view_is_clause (const RelView *self, gint32 token);

/* Whether the clause is the main one of a question: its question word stands for what is asked. */
gboolean rel_view_is_asked (const RelView *self, gint32 clause);

/* The clause that a conjunct begins with: up the conj arcs; the token itself when it is no conjunct. */
gint32 rel_view_first_conjunct (const RelView *self, gint32 token);

/* Whether the token is a pronoun that stands for the noun of its relative clause. */
gboolean rel_view_is_relative_pronoun (const RelView *self, gint32 token);

/* The noun or clause that the relative clause of @predicate (or of its first conjunct) hangs on, -1: none. */
gint32 rel_view_antecedent (const RelView *self, gint32 predicate);

/* Name of the country that a demonym ("Italian") speaks of, NULL: the token is none. */
const gchar *rel_view_find_country (const RelView *view, gint32 token);

/* Whether an infinitive that the parser took for an adverbial of purpose is what the object is asked or made to do:
 * "ordered the firm to pay". */
gboolean rel_view_is_open_object_complement (const RelView *self, gint32 clause);

/* Whether an infinitive that the parser took for an adverbial of purpose belongs to the verb right before it: "promised to
 * build". */
gboolean rel_view_is_open_complement (const RelView *self, gint32 clause);

/* Whether a gerund with a preposition right behind its verb is the verb's object: "called for finding", "agreed on
 * building"; not "left without paying". */
gboolean rel_view_is_gerund_object (const RelView *self, gint32 clause);

/* The "that" clause behind the person told, which the parser may hang on the person: "told the players that the match was
 * off". -1: none. */
gint32 rel_view_find_told_clause (const RelView *self, gint32 object);

/* How a predicate came by its subject; the rule name of its propositions. */
typedef enum {
  REL_SHARING_OWN,
  REL_SHARING_RELATIVE,
  REL_SHARING_CONJUNCTION,
  REL_SHARING_CONTROL,
  REL_SHARING_PARTICIPLE,
  REL_SHARING_ADVERBIAL,
} RelSharing;
const gchar *rel_sharing_get_rule (RelSharing sharing); /* "clause", "relative", ... */

/**
 * rel_view_find_subject:
 * @predicate: head of a clause
 * @sharing: (out): how it was found
 *
 * The head of the subject, own or shared: of the verb that governs an infinitive, of the first conjunct, of the noun
 * that a participle or relative clause modifies, of the main clause of an adverbial without one.
 *
 * Returns: -1 when there is none
 */
gint32 rel_view_find_subject (const RelView *self, gint32 predicate, RelSharing *sharing);

/* The first auxiliary or copula of @verb, -1: none. */
gint32 rel_view_first_auxiliary (const RelView *self, gint32 verb);

G_END_DECLS

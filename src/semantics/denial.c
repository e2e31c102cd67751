/* What denies a clause from within: adverbs, noun phrases, conjunctions; which words do it is said in ontology/80-lexicon-en.ttl.
 * O(children of the clause and of its phrases). */
#include <semantics/mood.h>

static gboolean
is_negation (const RelView *view, gint32 token)
{
  return rel_view_is (view, token, REL_CLASS_NEGATION) && !rel_view_is (view, token, REL_CLASS_DEGREE_ADVERB);
}

gboolean
rel_phrase_is_negative (const RelView *view, gint32 head)
{
  if (rel_view_is (view, head, REL_CLASS_NEGATIVE_NOUN))
    return TRUE;
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && child + 1 < head && is_negation (view, child)
        && (view->tokens[child + 1].deprel == REL_DEPREL_DET || view->tokens[child + 1].deprel == REL_DEPREL_NUMMOD)
        && view->tokens[child + 1].head == head && rel_view_child (view, head, REL_DEPREL_CONJ) < 0)
      return TRUE; /* "not all ministers", "not one minister" */
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if ((view->tokens[child].deprel == REL_DEPREL_DET || view->tokens[child].deprel == REL_DEPREL_CC_PRECONJ)
        && rel_view_is (view, child, REL_CLASS_NEGATIVE_NOUN | REL_CLASS_NEGATION))
      return TRUE;
  return FALSE;
}

/* "appeared in no films", "at no time did"; not "left with no money", "was dismissed for no reason", which say how and why, nor
 * 'voted on "no deal"'. */
static gboolean
is_negative_oblique (const RelView *view, gint32 child)
{
  gint32 preposition = rel_view_child (view, child, REL_DEPREL_CASE);
  gint32 determiner = rel_view_child (view, child, REL_DEPREL_DET);

  if (rel_view_is (view, child, REL_CLASS_NEGATION))
    return TRUE;
  return rel_phrase_is_negative (view, child) && !rel_view_is_word (view, preposition, "with")
         && !rel_view_is_word (view, preposition, "for")
         && !rel_view_is (view, preposition, REL_CLASS_NEGATIVE_MARKER | REL_CLASS_OPPOSING)
         && (determiner <= 0 || view->tokens[determiner - 1].upos != REL_UPOS_PUNCT);
}

/* An adverb that denies its clause: "not", "no longer"; "nearly", only before its verb. */
static gboolean
is_negative_adverb (const RelView *view, gint32 clause, gint32 child)
{
  if (view->tokens[child].deprel == REL_DEPREL_OBL)
    return is_negative_oblique (view, child);
  if (view->tokens[child].deprel != REL_DEPREL_ADVMOD && view->tokens[child].deprel != REL_DEPREL_AMOD)
    return FALSE;
  if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && rel_view_is (view, child, REL_CLASS_NEGATION))
    return !rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB)
           || (child < clause && view->tokens[clause].upos == REL_UPOS_VERB);
  REL_TREE_EACH_CHILD (view->tree, child, word)
    if (view->tokens[word].deprel == REL_DEPREL_ADVMOD && word < child
        && rel_view_is (view, word, REL_CLASS_NEGATIVE_NOUN))
      return TRUE;
  return FALSE;
}

/* "neither … nor": both verbs are denied. */
static gboolean
is_negative_conjunction (const RelView *view, gint32 child)
{
  RelDeprel deprel = view->tokens[child].deprel;

  return (deprel == REL_DEPREL_CC || deprel == REL_DEPREL_CC_PRECONJ) && is_negation (view, child);
}

/* Whether @child is the subject or object of the clause; a second subject behind the verb is of something else ("visited Rome
 * and Turin, none of which"). */
static gboolean
is_core (const RelView *view, gint32 clause, gint32 child)
{
  RelDeprel deprel = view->tokens[child].deprel;

  if (deprel == REL_DEPREL_OBJ)
    return TRUE;
  return rel_deprel_is_subject (deprel) && (child < clause || rel_view_child (view, clause, deprel) == child);
}

gboolean
rel_clause_is_denied (const RelView *view, gint32 clause)
{
  gboolean denied = FALSE, by_phrase = FALSE;

  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    if (is_negative_adverb (view, clause, child))
      denied = !denied;
    else if (is_negative_conjunction (view, child)
             || (is_core (view, clause, child) && rel_phrase_is_negative (view, child)))
      by_phrase = TRUE;
  }
  if (rel_view_child (view, clause, REL_DEPREL_COP) >= 0 && rel_phrase_is_negative (view, clause))
    by_phrase = TRUE;
  return denied || by_phrase
         || rel_clause_has_marker (view, clause, REL_CLASS_NEGATIVE_MARKER | REL_CLASS_CONTRARY_MARKER);
}

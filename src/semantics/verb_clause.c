/* Clauses with a verb, active or passive: "Eiffel built the tower", "the tower was built by Eiffel in 1889". Relative
 * clauses, participles, infinitives and later conjuncts are clauses whose subject stands elsewhere. */
#include <semantics/constructions.h>
#include <semantics/supplied_subject.h>
#include <semantics/verb_arguments.h>

/* Whether a further verb follows in the chain, so that this one is no leaf. */
static gboolean
has_link_below (const RelView *view, gint32 verb)
{
  REL_TREE_EACH_CHILD (view->tree, verb, child)
    if (rel_verb_chain_takes (view, child))
      return TRUE;
  return FALSE;
}

/* Subjects that stand for nothing: "it" of weather and "there", question words inside a sentence, relative pronouns that found
 * no noun. "Who wants to help?" asks about the one who does. */
static gboolean
is_empty_subject (const RelView *view, gint32 subject)
{
  const RelToken *word = &view->tokens[subject];

  if (word->deprel != REL_DEPREL_EXPL && word->upos == REL_UPOS_PRON && rel_view_is_asked (view, word->head))
    return FALSE;
  return word->deprel == REL_DEPREL_EXPL || rel_view_is_relative_pronoun (view, subject)
         || rel_token_has_feature (word, "PronType=Int");
}

/* "…, Lee said": quotation.c says what was said. */
static gboolean
is_parenthesis (const RelView *view, gint32 verb)
{
  return view->tokens[verb].deprel == REL_DEPREL_PARATAXIS && rel_view_is (view, verb, REL_CLASS_REPORTING)
         && rel_view_child (view, verb, REL_DEPREL_CCOMP) < 0 && rel_view_child (view, verb, REL_DEPREL_OBJ) < 0;
}

/* "The problem is that they left": the copula is not of this verb. */
static gboolean
has_outer_subject (const RelView *view, gint32 verb)
{
  return rel_view_child (view, verb, REL_DEPREL_NSUBJ_OUTER) >= 0
         || rel_view_child (view, verb, REL_DEPREL_CSUBJ_OUTER) >= 0;
}

/* What the subject is without. A noun that is itself the predicate of a clause ("Lee is a writer who …") leaves that clause. */
static guint
cuts_of_subject (const RelView *view, gint32 subject, RelSharing sharing)
{
  guint cuts = REL_SUBJECT_CUTS;

  if (sharing == REL_SHARING_PARTICIPLE)
    cuts |= REL_PHRASE_NO_CLAUSE;
  if ((sharing == REL_SHARING_PARTICIPLE || sharing == REL_SHARING_RELATIVE) && rel_view_is_clause (view, subject))
    cuts |= REL_PHRASE_PREDICATE | REL_PHRASE_NO_CONJUNCTS;
  return cuts;
}

void
rel_find_verb_clause (RelView *view, gint32 token, const gchar *rule)
{
  RelSharing sharing;
  RelVerbChain chain;
  RelDraft draft;
  gint32 subject;

  if ((view->tokens[token].upos != REL_UPOS_VERB && !rel_verb_chain_takes (view, token))
      || (view->tokens[token].upos == REL_UPOS_VERB && !rel_view_is_clause (view, token))
      || (rel_view_child (view, token, REL_DEPREL_COP) >= 0 && !has_outer_subject (view, token))
      || has_link_below (view, token) || rel_view_child (view, token, REL_DEPREL_EXPL) >= 0)
    return;
  if (is_parenthesis (view, token))
    return;
  subject = rel_view_find_subject (view, token, &sharing);
  if (subject >= 0 && is_empty_subject (view, subject))
    return;
  chain = rel_verb_chain_new (view, token);
  draft = rel_draft_new (view, sharing == REL_SHARING_OWN ? rule : rel_sharing_get_rule (sharing), chain.predicates[0]);
  draft.mood = rel_verb_chain_get_mood (view, &chain);
  draft.passive = rel_verb_is_passive (view, token);
  draft.lemma = rel_verb_chain_to_lemma (view, &chain);
  rel_verb_chain_add_words (view, &chain, &draft);
  if (has_outer_subject (view, token))
    rel_draft_remove_word (&draft, rel_view_child (view, token, REL_DEPREL_COP));
  if (subject < 0 && !rel_draft_supply_subject (view, token, &draft))
    return;
  if (subject >= 0)
    rel_draft_add_subject (view, &draft, subject, cuts_of_subject (view, subject, sharing));
  rel_verb_chain_add_arguments (view, &chain, &draft);
  rel_draft_settle_object (view, &draft);
  rel_draft_finish (view, &draft);
}

/* Events named by nouns: "Meloni's visit to Seoul", "the signing of the treaty by Italy". The noun with its preposition is
 * the relation; what is said needs no supplied word. */
#include <semantics/constructions.h>
#include <semantics/owner.h>
#include <semantics/verb_arguments.h>

/* First nmod of the noun with a preposition other than @without. */
static gint32
find_complement (RelView *view, gint32 noun, gint32 without)
{
  REL_TREE_EACH_CHILD (view->tree, noun, child)
    if (child != without && view->tokens[child].deprel == REL_DEPREL_NMOD && child > noun
        && rel_view_child (view, child, REL_DEPREL_CASE) >= 0)
      return child;
  return -1;
}

/* The doer: the possessor, else the phrase with "by". */
static gint32
find_doer (const RelView *view, gint32 noun)
{
  gint32 doer = rel_view_child (view, noun, REL_DEPREL_NMOD_POSS);

  if (doer >= 0)
    return doer;
  REL_TREE_EACH_CHILD (view->tree, noun, child)
    if (view->tokens[child].deprel == REL_DEPREL_NMOD
        && rel_view_is_word (view, rel_view_child (view, child, REL_DEPREL_CASE), "by"))
      return child;
  return -1;
}

/* "his future trip" is planned, "his alleged murder" possible; an event inside a clause that is not claimed is not claimed. */
static RelModality
modality_of_noun (const RelView *view, gint32 noun)
{
  REL_TREE_EACH_CHILD (view->tree, noun, child)
    if (view->tokens[child].deprel == REL_DEPREL_AMOD && rel_view_is (view, child, REL_CLASS_PLAN_ADJECTIVE))
      return REL_MODALITY_PLANNED;
    else if (view->tokens[child].deprel == REL_DEPREL_AMOD
             && rel_view_is (view, child, REL_CLASS_POSSIBLE_ADJECTIVE | REL_CLASS_REPORTING))
      return REL_MODALITY_POSSIBLE;
  for (gint32 head = view->tokens[noun].head, steps = 0; head >= 0 && steps < view->n;
       head = view->tokens[head].head, steps++)
    if (rel_view_is_clause (view, head))
      return view->moods[head].modality;
  return REL_MODALITY_FACT;
}

/* "blocked Apple's acquisition of Sony": the event that the verb keeps from being. */
static RelPolarity
polarity_of_noun (const RelView *view, gint32 noun)
{
  RelDeprel deprel = view->tokens[noun].deprel;

  if ((deprel == REL_DEPREL_OBJ || deprel == REL_DEPREL_NSUBJ_PASS) && view->tokens[noun].head >= 0
      && view->moods[view->tokens[noun].head].polarity == REL_POLARITY_POSITIVE
      && rel_view_is (view, view->tokens[noun].head, REL_CLASS_PREVENTIVE)
      && !rel_view_is (view, view->tokens[noun].head, REL_CLASS_COPULA)) /* "kept" */
    return REL_POLARITY_NEGATIVE;
  return REL_POLARITY_POSITIVE;
}

void
rel_find_nominalisation (RelView *view, gint32 token, const gchar *rule)
{
  gint32 doer, complement;
  RelDraft draft;
  RelTokenList case_words;
  const gchar *preposition, *having;

  if (view->tokens[token].upos != REL_UPOS_NOUN || !rel_view_is (view, token, REL_CLASS_EVENT_NOUN))
    return;
  doer = find_doer (view, token);
  complement = doer >= 0 ? find_complement (view, token, doer) : -1;
  if (complement < 0 || rel_view_is_relative_pronoun (view, doer))
    return;
  draft = rel_draft_new (view, rule, token);
  draft.mood = (RelMood){ polarity_of_noun (view, token), modality_of_noun (view, token), view->moods[token].source };
  case_words = rel_phrase_collect_case (view, complement, &preposition);
  rel_draft_add_word (&draft, token);
  rel_draft_add_words (&draft, case_words);
  {
    g_autofree gchar *lemma = g_strconcat (view->tokens[token].lemma, " ", preposition, NULL);

    draft.lemma = rel_arena_strdup (view->arena, lemma);
  }
  rel_draft_add_argument (&draft, view->tokens[doer].deprel == REL_DEPREL_NMOD_POSS
                                    ? rel_owner_to_argument (view, doer, &having)
                                    : rel_phrase_to_argument (view, REL_ROLE_SUBJECT, doer, REL_SUBJECT_CUTS, FALSE));
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, rel_argument_find_role (view, complement, preposition),
                                                          complement, REL_OBJECT_CUTS, FALSE));
  if (draft.n_arguments < 2)
    return;
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (view->tokens[child].deprel == REL_DEPREL_NMOD && child != complement && child != doer) {
      rel_phrase_collect_case (view, child, &preposition);
      rel_draft_add_argument (&draft, rel_phrase_to_argument (view, rel_argument_find_role (view, child, preposition),
                                                              child, REL_OBJECT_CUTS, TRUE));
    }
  rel_draft_finish (view, &draft);
}

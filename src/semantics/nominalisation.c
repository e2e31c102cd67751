/* Events named by nouns: "Meloni's visit to Seoul", "the signing of the treaty by Italy". The noun with its preposition is
 * the relation; what is said needs no supplied word. */
#include <semantics/constructions.h>
#include <semantics/mood.h>
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
  draft.mood = rel_mood_of_event (view, token);
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

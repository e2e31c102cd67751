/* Owners: "Meloni's daughter", "her daughter". "has" is supplied. */
#include <semantics/constructions.h>
#include <semantics/draft.h>
#include <semantics/owner.h>

void
rel_find_possessive (RelView *view, gint32 token, const gchar *rule)
{
  gint32 owned = view->tokens[token].head;
  const gchar *having;
  RelDraft draft;

  if (view->tokens[token].deprel != REL_DEPREL_NMOD_POSS || owned < 0 || rel_view_is_relative_pronoun (view, token)
      || rel_view_is (view, token, REL_CLASS_TIME_NOUN | REL_CLASS_TIME_ADVERB))
    return;
  draft = rel_draft_new (view, rule, owned);
  draft.mood = (RelMood){ REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[owned].source };
  draft.inferred = TRUE;
  draft.lemma = "have";
  rel_draft_add_argument (&draft, rel_owner_to_argument (view, token, &having));
  draft.relation_text = having;
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, owned,
                                                          REL_PHRASE_NO_OWNER | REL_PHRASE_NO_RELATIVE
                                                            | REL_PHRASE_NO_APPOSITION | REL_PHRASE_PREDICATE
                                                            | REL_PHRASE_NO_CONJUNCTS,
                                                          FALSE));
  if (draft.n_arguments == 2)
    rel_draft_finish (view, &draft);
}

/* Owners: "Meloni's daughter", "the roof of the house" read as having. "has" is supplied. */
#include <semantics/constructions.h>
#include <semantics/draft.h>

static gboolean
is_plural_owner (const RelView *view, gint32 owner)
{
  return rel_token_has_feature (&view->tokens[owner], "Number=Plur") || rel_view_child (view, owner, REL_DEPREL_CONJ) >= 0;
}

void
rel_find_possessive (RelView *view, gint32 token, const gchar *rule)
{
  gint32 owned = view->tokens[token].head;
  RelDraft draft;

  if (view->tokens[token].deprel != REL_DEPREL_NMOD_POSS || owned < 0 || rel_view_is_relative_pronoun (view, token))
    return;
  draft = rel_draft_new (view, rule, owned);
  draft.mood = (RelMood) { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[owned].source };
  draft.inferred = TRUE;
  draft.relation_text = is_plural_owner (view, token) ? "have" : "has";
  draft.lemma = "have";
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, token,
                                                          REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, FALSE));
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, owned,
                                                          REL_PHRASE_NO_OWNER | REL_PHRASE_NO_RELATIVE
                                                              | REL_PHRASE_NO_APPOSITION | REL_PHRASE_PREDICATE
                                                              | REL_PHRASE_NO_CONJUNCTS,
                                                          FALSE));
  if (draft.n_arguments == 2)
    rel_draft_finish (view, &draft);
}

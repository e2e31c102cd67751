/* Owners: "Meloni's daughter", "her daughter". "has" is supplied. A pronoun gives way to a noun phrase of the same sentence
 * that means the same, and else becomes a subject: "she". */
#include <semantics/constructions.h>
#include <semantics/draft.h>

static gboolean
is_plural_owner (const RelView *view, gint32 owner)
{
  return rel_token_has_feature (&view->tokens[owner], "Number=Plur") || rel_view_child (view, owner, REL_DEPREL_CONJ) >= 0;
}

/* The head of the first phrase of the sentence that the pronoun stands for, the pronoun itself when there is none. */
static gint32
find_owner (const RelView *view, gint32 token)
{
  const RelMention *pronoun = rel_document_find_mention (view->document, view->sentence, token);

  if (view->tokens[token].upos != REL_UPOS_PRON || !pronoun)
    return token;
  for (gint32 i = 0; i < view->n; i++) {
    const RelMention *mention = i == token || view->tokens[i].upos == REL_UPOS_PRON
                                    ? NULL
                                    : rel_document_find_mention (view->document, view->sentence, i);

    if (mention && mention->entity == pronoun->entity && mention->form != REL_MENTION_PRONOUN
        && mention->form != REL_MENTION_DEMONYM && !rel_tree_is_below (view->tree, token, i))
      return i;
  }
  return token;
}

void
rel_find_possessive (RelView *view, gint32 token, const gchar *rule)
{
  gint32 owned = view->tokens[token].head, owner;
  const gchar *pronoun, *subject_form = NULL;
  RelDraft draft;
  RelArgument subject;

  if (view->tokens[token].deprel != REL_DEPREL_NMOD_POSS || owned < 0 || rel_view_is_relative_pronoun (view, token))
    return;
  owner = find_owner (view, token);
  draft = rel_draft_new (view, rule, owned);
  draft.mood = (RelMood) { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[owned].source };
  draft.inferred = TRUE;
  draft.relation_text = is_plural_owner (view, owner) ? "have" : "has";
  draft.lemma = "have";
  subject = rel_phrase_to_argument (view, REL_ROLE_SUBJECT, owner, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, FALSE);
  pronoun = view->tokens[owner].upos == REL_UPOS_PRON
                ? rel_lexicon_find (view->lexicon, view->tokens[owner].form, "rel:PossessivePronoun")
                : NULL;
  if (pronoun)
    subject_form = rel_lexicon_get_value (view->lexicon, pronoun, "rel:subjectForm");
  if (subject_form) {
    subject.text = subject_form;
    draft.relation_text = rel_lexicon_get_value (view->lexicon, pronoun, "rel:having");
  }
  rel_draft_add_argument (&draft, subject);
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, owned,
                                                          REL_PHRASE_NO_OWNER | REL_PHRASE_NO_RELATIVE
                                                              | REL_PHRASE_NO_APPOSITION | REL_PHRASE_PREDICATE
                                                              | REL_PHRASE_NO_CONJUNCTS,
                                                          FALSE));
  if (draft.n_arguments == 2)
    rel_draft_finish (view, &draft);
}

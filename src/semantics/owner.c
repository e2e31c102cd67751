/* Possessors as subjects: "her" in, "Giorgia Meloni" or "she" out. Pronouns are looked up in the entities, their subject forms
 * in ontology/80-lexicon-en.ttl. */
#include <semantics/owner.h>

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

RelArgument
rel_owner_to_argument (RelView *view, gint32 token, const gchar **having)
{
  gint32 owner = find_owner (view, token);
  gboolean plural
    = rel_token_has_feature (&view->tokens[owner], "Number=Plur") || rel_view_child (view, owner, REL_DEPREL_CONJ) >= 0;
  RelArgument subject
    = rel_phrase_to_argument (view, REL_ROLE_SUBJECT, owner, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, FALSE);
  const gchar *pronoun = view->tokens[owner].upos == REL_UPOS_PRON
                           ? rel_lexicon_find (view->lexicon, view->tokens[owner].form, "rel:PossessivePronoun")
                           : NULL;
  const gchar *form = pronoun ? rel_lexicon_get_value (view->lexicon, pronoun, "rel:subjectForm") : NULL;

  *having = plural ? "have" : "has";
  if (form) {
    subject.text = rel_arena_strdup (view->arena, form); /* the document outlives the lexicon */
    *having = rel_arena_strdup (view->arena, rel_lexicon_get_value (view->lexicon, pronoun, "rel:having"));
  }
  return subject;
}

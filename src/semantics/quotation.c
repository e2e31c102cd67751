/* What is said before its speaker: "The talks went well," Lee said. The sentence without the parenthesis is the object. */
#include <semantics/constructions.h>
#include <semantics/verb_arguments.h>

void
rel_find_quotation (RelView *view, gint32 token, const gchar *rule)
{
  gint32 quoted = view->tokens[token].head, subject;
  RelVerbChain chain = { .predicates = { token }, .n = 1 };
  RelSharing sharing;
  RelDraft draft;
  RelArgument argument;

  if (view->tokens[token].deprel != REL_DEPREL_PARATAXIS || quoted < 0
      || !rel_view_is (view, token, REL_CLASS_REPORTING) || rel_view_child (view, token, REL_DEPREL_CCOMP) >= 0
      || rel_view_child (view, token, REL_DEPREL_OBJ) >= 0)
    return;
  subject = rel_view_find_subject (view, token, &sharing);
  if (subject < 0)
    return;
  draft = rel_draft_new (view, rule, token);
  draft.lemma = rel_verb_chain_to_lemma (view, &chain);
  rel_verb_chain_add_words (view, &chain, &draft);
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, subject, REL_SUBJECT_CUTS, FALSE));
  argument = (RelArgument){ .role = REL_ROLE_CLAUSE, .head = quoted };
  /* The head's own parataxis is cut by the phrase; so is the speaker's. */
  argument.tokens = rel_phrase_collect (view, quoted, REL_PHRASE_WHOLE, token);
  argument.text = rel_token_list_to_text (view, argument.tokens);
  rel_draft_add_argument (&draft, argument);
  rel_verb_chain_add_arguments (view, &chain, &draft);
  rel_draft_finish (view, &draft);
}

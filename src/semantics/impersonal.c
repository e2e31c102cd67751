/* Clauses whose subject is an empty "it": "it is clear that prices fell", "it was reported that". What stands behind is the
 * object; "it" is kept as the subject, since nothing else is. */
#include <semantics/constructions.h>
#include <semantics/verb_arguments.h>

static gint32
find_clause (const RelView *view, gint32 predicate)
{
  REL_TREE_EACH_CHILD (view->tree, predicate, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (child > predicate
        && (deprel == REL_DEPREL_CCOMP || deprel == REL_DEPREL_CSUBJ || deprel == REL_DEPREL_CSUBJ_PASS))
      return child;
  }
  return -1;
}

void
rel_find_impersonal (RelView *view, gint32 token, const gchar *rule)
{
  gint32 it = rel_view_child (view, token, REL_DEPREL_EXPL);
  gint32 clause = it >= 0 && it < token ? find_clause (view, token) : -1;
  gint32 mark = clause >= 0 ? rel_view_child (view, clause, REL_DEPREL_MARK) : -1;
  RelVerbChain chain = { .predicates = { token }, .n = 1 };
  RelDraft draft;
  RelArgument argument;

  if (clause < 0 || !rel_view_is_word (view, it, "it"))
    return;
  draft = rel_draft_new (view, rule, token);
  rel_verb_chain_add_words (view, &chain, &draft);
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && child < token
        && rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB))
      rel_draft_add_word (&draft, child);
  if (view->tokens[token].upos == REL_UPOS_NOUN) /* "it was club policy to" */
    rel_draft_add_words (&draft, rel_phrase_collect (view, token, REL_PHRASE_PREDICATE, -1));
  draft.lemma = rel_verb_chain_to_lemma (view, &chain);
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, it, REL_SUBJECT_CUTS, FALSE));
  argument = rel_phrase_to_argument (view, REL_ROLE_CLAUSE, clause, REL_PHRASE_WHOLE, TRUE);
  if (rel_view_is_word (view, mark, "that") || rel_view_is_word (view, mark, "to")) {
    rel_draft_add_word (&draft, mark);
    argument.tokens = rel_phrase_collect (view, clause, REL_PHRASE_WHOLE, mark);
    argument.text = rel_token_list_to_text (view, argument.tokens);
  }
  rel_draft_add_argument (&draft, argument);
  rel_draft_finish (view, &draft);
}

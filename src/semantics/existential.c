/* "There is a painting on the wall": the painting is on the wall; without a place, "there is" keeps its own subject. */
#include <semantics/constructions.h>
#include <semantics/verb_arguments.h>

/* The phrase that says where: of the verb, else of the noun. */
static gint32
find_where (RelView *view, gint32 verb, gint32 subject)
{
  const gint32 heads[] = { verb, subject };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    REL_TREE_EACH_CHILD (view->tree, heads[i], child) {
      const gchar *preposition;

      if (view->tokens[child].deprel != REL_DEPREL_OBL && view->tokens[child].deprel != REL_DEPREL_NMOD)
        continue;
      rel_phrase_collect_case (view, child, &preposition);
      if (preposition && rel_argument_find_role (view, child, preposition) == REL_ROLE_PLACE)
        return child;
    }
  return -1;
}

void
rel_find_existential (RelView *view, gint32 token, const gchar *rule)
{
  gint32 there = rel_view_child (view, token, REL_DEPREL_EXPL);
  gint32 subject = rel_view_child (view, token, REL_DEPREL_NSUBJ), where;
  RelVerbChain chain = { .predicates = { token }, .n = 1 };
  RelDraft draft;

  if (!rel_view_is_word (view, there, "there") || subject < 0)
    return;
  draft = rel_draft_new (view, rule, token);
  rel_verb_chain_add_words (view, &chain, &draft);
  where = find_where (view, token, subject);
  if (where >= 0) {
    const gchar *preposition;
    g_autofree gchar *lemma = NULL;

    draft.tail = rel_phrase_collect_case (view, where, &preposition);
    lemma = g_strconcat ("be ", preposition, NULL);
    draft.lemma = rel_arena_strdup (view->arena, lemma);
    rel_draft_add_argument (
      &draft, rel_phrase_to_argument (
                view, REL_ROLE_SUBJECT, subject,
                REL_SUBJECT_CUTS | (view->tokens[where].head == subject ? REL_PHRASE_NO_PREPOSITIONAL : 0u), FALSE));
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_PLACE, where, REL_OBJECT_CUTS, FALSE));
  } else {
    draft.lemma = "exist";
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, there, REL_SUBJECT_CUTS, FALSE));
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, subject, REL_OBJECT_CUTS, FALSE));
  }
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (child != where
        && (view->tokens[child].deprel == REL_DEPREL_OBL || view->tokens[child].deprel == REL_DEPREL_OBL_UNMARKED)) {
      const gchar *preposition;

      rel_phrase_collect_case (view, child, &preposition);
      rel_draft_add_argument (&draft, rel_phrase_to_argument (view, rel_argument_find_role (view, child, preposition),
                                                              child, REL_OBJECT_CUTS, TRUE));
    }
  rel_draft_finish (view, &draft);
}

/* Verbs that lend only their tense to the noun behind them: "held talks with | Italy", "signed an MOU on | semiconductors".
 * The noun belongs to the relation, what hangs on it by a preposition is the object. */
#include <semantics/constructions.h>
#include <semantics/verb_arguments.h>

/* "including agreements on": a part of what the noun names. */
static gboolean
is_example (const RelView *view, gint32 child)
{
  return rel_view_is (view, rel_view_child (view, child, REL_DEPREL_CASE), REL_CLASS_PREPOSITIONAL_PARTICIPLE);
}

static gboolean
is_complement (RelView *view, gint32 noun, gint32 child)
{
  const gchar *preposition;
  RelRole role;

  if (child < noun || (view->tokens[child].deprel != REL_DEPREL_NMOD && view->tokens[child].deprel != REL_DEPREL_OBL))
    return FALSE;
  rel_phrase_collect_case (view, child, &preposition);
  if (!preposition || g_strcmp0 (preposition, "of") == 0 || is_example (view, child))
    return FALSE;
  role = rel_argument_find_role (view, child, preposition);
  return role != REL_ROLE_TIME && role != REL_ROLE_PLACE && role != REL_ROLE_CAUSE;
}

/* The phrase that completes the noun: one of its own, of what it is of ("memorandum of understanding on"), or of the verb
 * right behind it. */
static gint32
find_complement (RelView *view, gint32 verb, gint32 noun)
{
  const gint32 heads[] = { noun, rel_view_child (view, noun, REL_DEPREL_NMOD), verb };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (heads[i] >= 0)
      REL_TREE_EACH_CHILD (view->tree, heads[i], child)
        if (is_complement (view, noun, child))
          return child;
  return -1;
}

/* "sign memorandum of understanding on". */
static const gchar *
make_lemma (RelView *view, const RelVerbChain *chain, gint32 noun, const gchar *preposition)
{
  g_autoptr (GString) lemma = g_string_new (rel_verb_chain_to_lemma (view, chain));
  gint32 of = rel_view_child (view, noun, REL_DEPREL_NMOD);

  REL_TREE_EACH_CHILD (view->tree, noun, child)
    if (view->tokens[child].deprel == REL_DEPREL_COMPOUND && child < noun)
      g_string_append_printf (lemma, " %s", view->tokens[child].form);
  g_string_append_printf (lemma, " %s", view->tokens[noun].lemma);
  if (of >= 0 && rel_view_is_word (view, rel_view_child (view, of, REL_DEPREL_CASE), "of")
      && rel_view_is (view, of, REL_CLASS_TERM_NOUN))
    g_string_append_printf (lemma, " of %s", view->tokens[of].lemma);
  g_string_append_printf (lemma, " %s", preposition);
  return rel_arena_strdup (view->arena, lemma->str);
}

/* The noun with what stands between it and the complement: "a memorandum of understanding". */
static void
add_noun (RelView *view, gint32 noun, gint32 complement, RelDraft *draft)
{
  RelTokenList words = rel_phrase_collect (view, noun,
                                           REL_PHRASE_NO_CASE | REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION
                                             | REL_PHRASE_NO_CONJUNCTS | REL_PHRASE_NO_CLAUSE,
                                           -1);

  for (guint i = 0; i < words.n; i++)
    if (words.tokens[i] <= noun
        || (words.tokens[i] < view->tree->left[complement]
            && rel_tree_is_below (view->tree, words.tokens[i], rel_view_child (view, noun, REL_DEPREL_NMOD))
            && rel_tree_is_below (view->tree, complement, rel_view_child (view, noun, REL_DEPREL_NMOD))))
      rel_draft_add_word (draft, words.tokens[i]);
}

/* The proposition about @noun, the object of the last verb of @chain or an example of it, and its @complement. */
static void
add_light (RelView *view, const RelVerbChain *chain, gint32 subject, gint32 noun, gint32 complement, const gchar *rule)
{
  gint32 verb = chain->predicates[chain->n - 1], object = rel_view_child (view, verb, REL_DEPREL_OBJ);
  RelDraft draft = rel_draft_new (view, rule, chain->predicates[0]), rest = rel_draft_new (view, rule, verb);
  const gchar *preposition;
  RelTokenList case_words = rel_phrase_collect_case (view, complement, &preposition);

  draft.mood = rel_verb_chain_get_mood (view, chain);
  rel_verb_chain_add_words (view, chain, &draft);
  if (rel_view_child (view, verb, REL_DEPREL_NSUBJ_OUTER) >= 0) /* "the plan is that they hold talks" */
    rel_draft_remove_word (&draft, rel_view_child (view, verb, REL_DEPREL_COP));
  add_noun (view, noun, complement, &draft);
  rel_draft_add_words (&draft, case_words);
  draft.lemma = make_lemma (view, chain, noun, preposition);
  rel_draft_add_subject (view, &draft, subject, REL_SUBJECT_CUTS);
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, complement, REL_OBJECT_CUTS, FALSE));
  rel_verb_chain_add_arguments (view, chain, &rest);
  for (guint i = 0; i < rest.n_arguments; i++)
    if (rest.arguments[i].head != object && rest.arguments[i].head != complement)
      rel_draft_add_argument (&draft, rest.arguments[i]);
  rel_draft_finish (view, &draft);
}

void
rel_find_light_verb (RelView *view, gint32 token, const gchar *rule)
{
  gint32 noun = rel_view_child (view, token, REL_DEPREL_OBJ), complement, subject;
  RelVerbChain chain;
  RelSharing sharing;

  if (noun < token || !rel_view_is (view, token, REL_CLASS_LIGHT) || !rel_view_is (view, noun, REL_CLASS_LIGHT_NOUN)
      || !rel_view_is_clause (view, token) || rel_verb_is_passive (view, token))
    return;
  subject = rel_view_find_subject (view, token, &sharing);
  if (subject < 0 || rel_view_is_relative_pronoun (view, subject))
    return;
  chain = rel_verb_chain_new (view, token);
  complement = find_complement (view, token, noun);
  if (complement >= 0)
    add_light (view, &chain, subject, noun, complement, rule);
  for (gint32 child = rel_view_child (view, noun, REL_DEPREL_NMOD); child >= 0;
       child = rel_tree_get_next (view->tree, child, REL_DEPREL_NMOD))
    if (is_example (view, child) && rel_view_is (view, child, REL_CLASS_LIGHT_NOUN)
        && (complement = find_complement (view, child, child)) >= 0)
      add_light (view, &chain, subject, child, complement, rule);
}

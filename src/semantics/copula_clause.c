/* Clauses with "be": "Meloni is prime minister", "Seoul is in Korea", "they are responsible for it", "the problem is that".
 * The predicate is a noun, an adjective, a phrase with a preposition or a clause; the relation is what stands before it. */
#include <semantics/constructions.h>
#include <semantics/role_noun.h>
#include <semantics/supplied_subject.h>
#include <semantics/verb_arguments.h>

/* The lemma of the verbs above the predicate and of "be": "continue to be". */
static const gchar *
lemma_of_copula (RelView *view, const RelVerbChain *chain, const gchar *tail)
{
  RelVerbChain above = *chain;
  g_autofree gchar *lemma = NULL;

  above.n--;
  if (above.n > 0) {
    const gchar *head = rel_verb_chain_to_lemma (view, &above);

    lemma = g_strconcat (head, " to be", tail ? " " : "", tail, NULL);
  } else {
    lemma = g_strconcat ("be", tail ? " " : "", tail, NULL);
  }
  return rel_arena_strdup (view->arena, lemma);
}

static gboolean
is_nominal (const RelView *view, gint32 token)
{
  switch (view->tokens[token].upos) {
  case REL_UPOS_ADJ:
  case REL_UPOS_ADV:
  case REL_UPOS_VERB:
  case REL_UPOS_ADP:
    return FALSE;
  default:
    return TRUE;
  }
}

/* "is in Seoul": the preposition belongs to the relation. */
static void
add_predicate_phrase (RelView *view, gint32 predicate, const RelVerbChain *chain, RelDraft *draft)
{
  const gchar *preposition;
  RelTokenList words = rel_phrase_collect_case (view, predicate, &preposition);
  RelArgument argument
    = rel_phrase_to_argument (view, REL_ROLE_OBJECT, predicate, REL_PHRASE_PREDICATE | REL_OBJECT_CUTS, FALSE);

  rel_draft_add_words (draft, words);
  draft->lemma = lemma_of_copula (view, chain, preposition);
  if (preposition)
    argument.role = rel_argument_find_role (view, predicate, preposition);
  rel_draft_add_argument (draft, argument);
}

/* Adjectives with a complement go into the relation: "is responsible for | security". */
static gboolean
has_complement (const RelView *view, gint32 predicate)
{
  REL_TREE_EACH_CHILD (view->tree, predicate, child)
    if (child > predicate
        && (view->tokens[child].deprel == REL_DEPREL_OBL || view->tokens[child].deprel == REL_DEPREL_CCOMP))
      return view->tokens[child].deprel == REL_DEPREL_CCOMP || rel_view_child (view, child, REL_DEPREL_CASE) >= 0;
  return FALSE;
}

static gint32
find_outer_subject (const RelView *view, gint32 predicate)
{
  gint32 outer = rel_view_child (view, predicate, REL_DEPREL_NSUBJ_OUTER);

  return outer >= 0 ? outer : rel_view_child (view, predicate, REL_DEPREL_CSUBJ_OUTER);
}

/* "The problem is that they left": the predicate is a clause. */
static void
add_outer_clause (RelView *view, gint32 predicate, gint32 outer, const gchar *rule)
{
  RelDraft draft = rel_draft_new (view, rule, predicate);
  gint32 copula = rel_view_child (view, predicate, REL_DEPREL_COP);
  RelArgument clause;
  RelTokenList left_out;
  gint32 mark = rel_view_child (view, predicate, REL_DEPREL_MARK);

  rel_draft_add_word (&draft, copula);
  if (rel_view_is_word (view, mark, "that"))
    rel_draft_add_word (&draft, mark);
  else
    mark = -1;
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, outer, REL_SUBJECT_CUTS, FALSE));
  clause = rel_phrase_to_argument (view, REL_ROLE_CLAUSE, predicate, REL_PHRASE_WHOLE, TRUE);
  left_out = rel_phrase_collect (view, outer, REL_PHRASE_WHOLE, -1);
  clause.tokens = rel_token_list_subtract (view, clause.tokens, left_out);
  clause.tokens
    = rel_token_list_subtract (view, clause.tokens, rel_token_list_new (view, draft.relation, draft.n_relation));
  clause.text = rel_token_list_to_text (view, clause.tokens);
  rel_draft_add_argument (&draft, clause);
  draft.lemma = "be";
  rel_draft_finish (view, &draft);
}

/* "the group of which Italy is a member": the role is tied to the noun of the relative clause. */
static gboolean
add_relative_role (RelView *view, const RelDraft *base, gint32 role)
{
  for (guint i = 2; i < base->n_arguments; i++) {
    const RelArgument *argument = &base->arguments[i];
    RelDraft draft = *base;
    RelTokenList words;
    const gchar *preposition;
    g_autofree gchar *lemma = NULL, *lower = NULL;

    if (base->case_heads[i] == argument->head || !argument->preposition)
      continue;
    words = rel_phrase_collect (view, role,
                                REL_PHRASE_PREDICATE | REL_PHRASE_NO_DETERMINER | REL_PHRASE_NO_PREPOSITIONAL, -1);
    lower = rel_utf8_to_lower (rel_token_list_to_text (view, words));
    lemma = g_strconcat ("be ", lower, " ", argument->preposition, NULL);
    draft.rule = "role";
    draft.lemma = rel_arena_strdup (view->arena, lemma);
    rel_draft_add_words (&draft,
                         rel_phrase_collect (view, role, REL_PHRASE_PREDICATE | REL_PHRASE_NO_PREPOSITIONAL, -1));
    draft.tail = rel_phrase_collect_case (view, base->case_heads[i], &preposition);
    draft.arguments[1] = rel_phrase_to_argument (view, REL_ROLE_OBJECT, argument->head,
                                                 REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, FALSE);
    draft.n_arguments = 2;
    rel_draft_finish (view, &draft);
    return TRUE;
  }
  return FALSE;
}

static gboolean
has_chain_below (const RelView *view, gint32 predicate)
{
  REL_TREE_EACH_CHILD (view->tree, predicate, child)
    if (rel_verb_chain_takes (view, child))
      return TRUE;
  return FALSE;
}

/* Nothing is said of an empty "it" or of a question word, but what is asked for in a question: "What is the nearest park?" */
static gboolean
is_empty (const RelView *view, gint32 predicate, gint32 subject)
{
  if (rel_view_is_word (view, predicate, "so") && subject > predicate)
    return TRUE; /* "so are the harbours" */
  if (rel_view_child (view, predicate, REL_DEPREL_EXPL) >= 0 || rel_view_has_deprel (view, subject, REL_DEPREL_EXPL))
    return TRUE;
  if (rel_view_is_asked (view, predicate)
      && (view->tokens[predicate].upos == REL_UPOS_PRON
          || (subject >= 0 && view->tokens[subject].upos == REL_UPOS_PRON)))
    return FALSE;
  if (subject >= 0 && rel_view_is_relative_pronoun (view, subject))
    return TRUE;
  return (subject >= 0 && rel_token_has_feature (&view->tokens[subject], "PronType=Int"))
         || rel_view_is_relative_pronoun (view, predicate)
         || rel_token_has_feature (&view->tokens[predicate], "PronType=Int");
}

void
rel_find_copula_clause (RelView *view, gint32 token, const gchar *rule)
{
  RelSharing sharing;
  RelVerbChain chain;
  RelDraft draft;
  gint32 subject, outer = find_outer_subject (view, token);

  if (rel_view_child (view, token, REL_DEPREL_COP) < 0 || has_chain_below (view, token))
    return;
  if (outer >= 0) {
    add_outer_clause (view, token, outer, rule);
    return;
  }
  subject = rel_view_find_subject (view, token, &sharing);
  if (is_empty (view, token, subject))
    return;
  chain = rel_verb_chain_new (view, token);
  draft = rel_draft_new (view, sharing == REL_SHARING_OWN ? rule : rel_sharing_get_rule (sharing), token);
  draft.lemma = "be";
  rel_verb_chain_add_words (view, &chain, &draft);
  if (subject < 0 && !rel_draft_supply_subject (view, token, &draft))
    return;
  if (subject >= 0)
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, subject, REL_SUBJECT_CUTS, FALSE));
  if (is_nominal (view, token) || !has_complement (view, token)) {
    rel_draft_remove_word (&draft, token);
    add_predicate_phrase (view, token, &chain, &draft);
    rel_verb_chain_add_arguments (view, &chain, &draft);
    rel_draft_finish (view, &draft);
    if (is_nominal (view, token) && rel_view_child (view, token, REL_DEPREL_CASE) < 0
        && !add_relative_role (view, &draft, token))
      rel_add_role (view, &draft, token);
    return;
  }
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && child < token
        && rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB))
      rel_draft_add_word (&draft, child);
  rel_verb_chain_add_arguments (view, &chain, &draft);
  {
    g_autofree gchar *lower = rel_utf8_to_lower (view->tokens[token].form);

    draft.lemma = lemma_of_copula (view, &chain, lower);
  }
  rel_draft_settle_object (view, &draft);
  rel_draft_finish (view, &draft);
}

/* Coordination of subjects and objects, spread over propositions of their own. A later conjunct has the possessor, the
 * article and the preposition of the first when it has none itself: "its morale and image", "in Seoul and Busan". */
#include <semantics/distribution.h>
#include <semantics/verb_arguments.h>

#include <string.h>

#define MAX_PARTS 20

/* Whether the conjunct belongs to the same name as the head. */
static gboolean
is_inside_name (const RelView *view, gint32 head, gint32 conjunct)
{
  if (view->tokens[head].name == REL_NAME_NONE)
    return FALSE;
  for (gint32 i = head + 1; i <= conjunct; i++)
    if (view->tokens[i].name != view->tokens[head].name || view->tokens[i].name_begins)
      return FALSE;
  return TRUE;
}

static gboolean
is_nominal (const RelView *view, gint32 token)
{
  switch (view->tokens[token].upos) {
  case REL_UPOS_NOUN:
  case REL_UPOS_PROPN:
  case REL_UPOS_PRON:
  case REL_UPOS_NUM:
  case REL_UPOS_ADJ:
  case REL_UPOS_SYM:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Adds the children of @head with @deprel, with all below them, to @list, unless @conjunct has one of its own. */
static RelTokenList
share_child (RelView *view, gint32 head, gint32 conjunct, RelDeprel deprel, RelTokenList list)
{
  gint32 child = rel_view_child (view, head, deprel);
  RelTokenList shared;
  gint32 *tokens;

  if (child < 0 || child > head || rel_view_child (view, conjunct, deprel) >= 0)
    return list;
  shared = rel_phrase_collect (view, child, REL_PHRASE_WHOLE, -1);
  tokens = rel_arena_new_array (view->arena, gint32, shared.n + list.n);
  for (guint i = 0; i < shared.n + list.n; i++)
    tokens[i] = i < shared.n ? shared.tokens[i] : list.tokens[i - shared.n];
  return rel_token_list_new (view, tokens, shared.n + list.n);
}

/* "The mayor and council": a definite article is that of both; "a cold or fever" has one for the first only. */
static RelTokenList
share_article (RelView *view, gint32 head, gint32 conjunct, RelTokenList list)
{
  gint32 article = rel_view_child (view, head, REL_DEPREL_DET);

  if (article < 0 || rel_token_has_feature (&view->tokens[article], "Definite=Ind"))
    return list;
  return share_child (view, head, conjunct, REL_DEPREL_DET, list);
}

/* The phrase of a later conjunct, as the argument of the first would have it. */
static RelTokenList
collect_conjunct (RelView *view, const RelArgument *whole, gint32 conjunct)
{
  const gchar *preposition;
  gboolean with_case = rel_phrase_collect_case (view, whole->head, &preposition).n > 0 && whole->tokens.n > 0
                       && whole->tokens.tokens[0] < view->tree->left[whole->head] + 1
                       && rel_view_child (view, whole->head, REL_DEPREL_CASE) == whole->tokens.tokens[0];
  guint cuts = REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION | REL_PHRASE_NO_CONJUNCTS | REL_PHRASE_PREDICATE
               | (with_case ? 0u : REL_PHRASE_NO_CASE);
  RelTokenList list = rel_phrase_collect (view, conjunct, cuts, -1);

  if (view->tokens[conjunct].upos == REL_UPOS_NOUN && rel_view_child (view, conjunct, REL_DEPREL_DET) < 0)
    list = share_child (view, whole->head, conjunct, REL_DEPREL_NMOD_POSS, list);
  if (view->tokens[conjunct].upos == REL_UPOS_NOUN && rel_view_child (view, conjunct, REL_DEPREL_NMOD_POSS) < 0
      && rel_view_child (view, conjunct, REL_DEPREL_NUMMOD) < 0
      && !rel_token_has_feature (&view->tokens[conjunct], "Number=Plur"))
    list = share_article (view, whole->head, conjunct, list);
  if (with_case)
    list = share_child (view, whole->head, conjunct, REL_DEPREL_CASE, list);
  return list;
}

/* "Lee, not Yoon": whether the conjunct is named only to be left out. */
static gboolean
is_denied_conjunct (const RelView *view, gint32 conjunct)
{
  REL_TREE_EACH_CHILD (view->tree, conjunct, child)
    if (child < conjunct && view->tokens[child].deprel == REL_DEPREL_ADVMOD
        && rel_view_is (view, child, REL_CLASS_NEGATION) && !rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB))
      return TRUE;
  return FALSE;
}

static gboolean
has_own_subject (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (rel_deprel_is_subject (view->tokens[child].deprel))
      return TRUE;
  return FALSE;
}

/* "said that the dam broke and that the town was flooded": each of the clauses, when all have subjects of their own. */
static guint
distribute_clause (RelView *view, const RelArgument *whole, RelArgument *parts)
{
  RelTokenList rest = whole->tokens;
  guint n = 1;

  for (gint32 child = rel_view_child (view, whole->head, REL_DEPREL_CONJ); child >= 0;
       child = rel_tree_get_next (view->tree, child, REL_DEPREL_CONJ)) {
    RelTokenList words = rel_phrase_collect (view, child, REL_PHRASE_WHOLE, -1);

    if (!rel_view_is_clause (view, child) || !has_own_subject (view, child) || n >= REL_MAX_CONJUNCTS)
      return 1;
    rest = rel_token_list_subtract (view, rest, words);
    parts[n] = *whole;
    parts[n].head = child;
    parts[n].tokens = rel_phrase_collect (view, child, REL_PHRASE_NO_MARK | REL_PHRASE_NO_CONJUNCTS, -1);
    parts[n].text = rel_token_list_to_text (view, parts[n].tokens);
    n++;
  }
  parts[0].tokens = rest;
  parts[0].text = rel_token_list_to_text (view, rest);
  return n;
}

guint
rel_argument_distribute (RelView *view, const RelArgument *whole, RelArgument *parts)
{
  guint n = 1;

  parts[0] = *whole;
  if (whole->role == REL_ROLE_CLAUSE && whole->tokens.n > 0 && view->tokens[whole->head].deprel == REL_DEPREL_CCOMP)
    return distribute_clause (view, whole, parts);
  if (whole->role == REL_ROLE_CLAUSE || whole->tokens.n == 0 || !is_nominal (view, whole->head)
      || (whole->preposition && strcmp (whole->preposition, "between") == 0))
    return 1;
  for (gint32 child = rel_view_child (view, whole->head, REL_DEPREL_CONJ); child >= 0;
       child = rel_tree_get_next (view->tree, child, REL_DEPREL_CONJ)) {
    if (!is_nominal (view, child) || rel_view_is_clause (view, child) || is_denied_conjunct (view, child)
        || rel_view_child (view, child, REL_DEPREL_NSUBJ) >= 0)
      continue;
    if (is_inside_name (view, whole->head, child) || n >= REL_MAX_CONJUNCTS)
      return 1;
    parts[n] = *whole;
    parts[n].head = child;
    parts[n].tokens = collect_conjunct (view, whole, child);
    parts[n].text = rel_token_list_to_text (view, parts[n].tokens);
    if (parts[n].text[0] != '\0')
      n++;
  }
  if (n > 1) {
    /* The first conjunct: the whole phrase less the others. */
    RelTokenList rest = whole->tokens;

    for (gint32 child = rel_view_child (view, whole->head, REL_DEPREL_CONJ); child >= 0;
         child = rel_tree_get_next (view->tree, child, REL_DEPREL_CONJ))
      rest = rel_token_list_subtract (view, rest, rel_phrase_collect (view, child, REL_PHRASE_WHOLE, -1));
    for (gint32 child = rel_view_child (view, whole->head, REL_DEPREL_CC_PRECONJ); child >= 0; child = -1)
      rest = rel_token_list_subtract (view, rest, rel_phrase_collect (view, child, REL_PHRASE_WHOLE, -1));
    parts[0].tokens = rest;
    parts[0].text = rel_token_list_to_text (view, rest);
  }
  return n;
}

void
rel_proposition_distribute (RelView *view, RelProposition *proposition)
{
  RelArgument subjects[REL_MAX_CONJUNCTS], objects[REL_MAX_CONJUNCTS];
  guint n_subjects = rel_argument_distribute (view, &proposition->arguments[0], subjects);
  guint n_objects
    = proposition->n_arguments > 1 ? rel_argument_distribute (view, &proposition->arguments[1], objects) : 1;
  guint n = n_subjects * n_objects;
  RelProposition *parts;

  if (n <= 1 || n > MAX_PARTS)
    return;
  parts = rel_arena_new_array (view->arena, RelProposition, n);
  for (guint i = 0; i < n; i++) {
    RelArgument *arguments = rel_arena_new_array (view->arena, RelArgument, proposition->n_arguments);

    memcpy (arguments, proposition->arguments, proposition->n_arguments * sizeof *arguments);
    arguments[0] = subjects[i / n_objects];
    if (proposition->n_arguments > 1)
      arguments[1] = objects[i % n_objects];
    parts[i] = *proposition;
    parts[i].arguments = arguments;
  }
  proposition->parts = parts;
  proposition->n_parts = n;
}

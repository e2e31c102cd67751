/* From the children of a predicate to arguments with roles. Relative pronouns give way to their nouns, shared objects and
 * times come from the first conjunct. O(children of the chain + phrases). */
#include <semantics/verb_arguments.h>

#include <string.h>

#define MAX_CONNECTIVE 5 /* tokens of "on the other hand", commas included */

static void
add_nominal (RelView *view, RelDraft *draft, RelRole role, gint32 head)
{
  gboolean with_case = role != REL_ROLE_OBJECT && role != REL_ROLE_INDIRECT;

  rel_draft_add_argument (draft, rel_phrase_to_argument (view, role, head, REL_OBJECT_CUTS, with_case));
}

/* The last phrase inside an object that says when, or where an event was: "hold | talks | in Seoul | on Monday". -1: none. */
static gint32
find_circumstance (const RelView *view, gint32 object)
{
  gboolean event = rel_view_is (view, object, REL_CLASS_EVENT_NOUN | REL_CLASS_LIGHT_NOUN);

  REL_TREE_EACH_CHILD (view->tree, object, child) {
    if (child < object || view->tokens[child].deprel != REL_DEPREL_NMOD
        || view->tree->right[child] != view->tree->right[object]
        || !rel_view_has_case (view, child, REL_CLASS_PLACE_PREPOSITION | REL_CLASS_TIME_MARKER))
      continue;
    if (rel_view_is_time (view, child) || (event && rel_view_is_place (view, child)))
      return child;
  }
  return -1;
}

static void
add_object (RelView *view, RelDraft *draft, RelRole role, gint32 head)
{
  gint32 circumstance = find_circumstance (view, head), told = rel_view_find_told_clause (view, head);
  RelArgument argument = rel_phrase_to_argument (view, role, head, REL_OBJECT_CUTS, FALSE);

  if (told >= 0) {
    argument.role = REL_ROLE_INDIRECT;
    argument.tokens
      = rel_token_list_subtract (view, argument.tokens, rel_phrase_collect (view, told, REL_PHRASE_WHOLE, -1));
    argument.text = rel_token_list_to_text (view, argument.tokens);
    rel_draft_add_argument (draft, rel_phrase_to_argument (view, REL_ROLE_CLAUSE, told, REL_PHRASE_WHOLE, TRUE));
  }

  if (circumstance >= 0) {
    argument.tokens
      = rel_token_list_subtract (view, argument.tokens, rel_phrase_collect (view, circumstance, REL_PHRASE_WHOLE, -1));
    argument.text = rel_token_list_to_text (view, argument.tokens);
  }
  rel_draft_add_argument (draft, argument);
  if (circumstance >= 0)
    add_nominal (view, draft, rel_view_is_time (view, circumstance) ? REL_ROLE_TIME : REL_ROLE_PLACE, circumstance);
}

/* An argument that is a relative pronoun: its noun, with the preposition that the pronoun had. */
static void
add_antecedent (RelView *view, RelDraft *draft, RelRole role, gint32 pronoun, gint32 antecedent)
{
  guint cuts = REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION
               | (rel_view_is_clause (view, antecedent) ? REL_PHRASE_PREDICATE : 0u);
  RelArgument argument = rel_phrase_to_argument (view, role, antecedent, cuts, FALSE);
  RelTokenList words = { NULL, 0 };

  argument.preposition = NULL;
  if (pronoun >= 0)
    words = rel_phrase_collect_case (view, pronoun, &argument.preposition);
  if (argument.preposition) {
    gint32 *tokens = rel_arena_new_array (view->arena, gint32, words.n + argument.tokens.n);

    memcpy (tokens, words.tokens, words.n * sizeof *tokens);
    memcpy (tokens + words.n, argument.tokens.tokens, argument.tokens.n * sizeof *tokens);
    {
      g_autofree gchar *text = g_strconcat (rel_token_list_to_text (view, words), " ", argument.text, NULL);

      argument.text = rel_arena_strdup (view->arena, text);
    }
    argument.tokens = rel_token_list_new (view, tokens, words.n + argument.tokens.n);
  }
  rel_draft_add_argument (draft, argument);
  if (pronoun >= 0 && draft->n_arguments > 0)
    draft->case_heads[draft->n_arguments - 1] = pronoun;
}

/* "for example", "as a result": ties the sentence to the one before it and says nothing of the verb. */
static gboolean
is_connective (RelView *view, gint32 head)
{
  RelTokenList words;

  if (!view->lexicon || view->tree->right[head] - view->tree->left[head] >= MAX_CONNECTIVE
      || rel_view_child (view, head, REL_DEPREL_CASE) < 0)
    return FALSE;
  words = rel_phrase_collect (view, head, REL_PHRASE_WHOLE, -1);
  return rel_lexicon_find (view->lexicon, rel_token_list_to_text (view, words), "rel:ConnectivePhrase") != NULL;
}

static void
add_oblique (RelView *view, RelDraft *draft, gint32 child, gint32 antecedent)
{
  const gchar *preposition;

  /* A stranded preposition ("the house she lives in") belongs to the relation; add_gap() brings the noun. */
  if (view->tokens[child].upos == REL_UPOS_ADP && view->tree->left[child] == view->tree->right[child]) {
    rel_draft_add_word (draft, child);
    return;
  }
  if (child == view->moods[view->tokens[child].head].source)
    return; /* "according to Lee" says who says it */
  if (is_connective (view, child))
    return;
  rel_phrase_collect_case (view, child, &preposition);
  if (antecedent >= 0 && rel_view_is_relative_pronoun (view, child))
    add_antecedent (view, draft, rel_argument_find_role (view, antecedent, preposition), child, antecedent);
  else if (view->tokens[child].deprel == REL_DEPREL_OBL_AGENT)
    add_nominal (view, draft, REL_ROLE_OBLIQUE, child);
  else
    add_nominal (view, draft, rel_argument_find_role (view, child, preposition), child);
}

static void
add_adverb (RelView *view, RelDraft *draft, gint32 verb, gint32 child, gint32 antecedent)
{
  RelRole role = REL_ROLE_MANNER;

  if (antecedent >= 0 && rel_view_is_relative_pronoun (view, child)) {
    const gchar *preposition;
    gboolean where = rel_view_is (view, child, REL_CLASS_PLACE_MARKER);

    rel_phrase_collect_case (view, antecedent, &preposition);
    if (preposition
        && rel_view_has_case (view, antecedent,
                              where ? REL_CLASS_PLACE_PREPOSITION : REL_CLASS_TIME_MARKER | REL_CLASS_PLACE_PREPOSITION)
        && (where || rel_view_is (view, child, REL_CLASS_TIME_MARKER)))
      add_antecedent (view, draft, where ? REL_ROLE_PLACE : REL_ROLE_TIME, antecedent, antecedent);
    return;
  }
  if (rel_verb_takes_adverb (view, verb, child) || rel_view_is (view, child, REL_CLASS_CONJUNCTIVE_ADVERB)
      || (child < verb && rel_view_child (view, verb, REL_DEPREL_COP) >= 0
          && rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB))
      || rel_view_is_relative_pronoun (view, child) || g_strcmp0 (view->tokens[child].xpos, "WRB") == 0)
    return;
  if (rel_view_is (view, child, REL_CLASS_TIME_ADVERB) || rel_view_is_time (view, child))
    role = REL_ROLE_TIME;
  else if (rel_view_is (view, child, REL_CLASS_PLACE_ADVERB))
    role = REL_ROLE_PLACE;
  add_nominal (view, draft, role, child);
}

static gboolean
has_clause (const RelDraft *draft)
{
  for (guint i = 0; i < draft->n_arguments; i++)
    if (draft->arguments[i].role == REL_ROLE_CLAUSE)
      return TRUE;
  return FALSE;
}

/* "told Meloni that": the conjunction stays with the clause. */
static gboolean
has_addressee (const RelView *view, gint32 clause)
{
  gint32 verb = view->tokens[clause].head;

  return rel_view_child (view, verb, REL_DEPREL_IOBJ) >= 0 || rel_view_child (view, verb, REL_DEPREL_OBJ) >= 0;
}

static void
add_clause (RelView *view, RelDraft *draft, gint32 clause)
{
  RelArgument argument = rel_phrase_to_argument (view, REL_ROLE_CLAUSE, clause, REL_PHRASE_WHOLE, TRUE);
  gint32 mark = rel_view_child (view, clause, REL_DEPREL_MARK);

  if (rel_view_is_word (view, mark, "that") && !has_clause (draft) && !has_addressee (view, clause)) {
    argument.tokens = rel_phrase_collect (view, clause, REL_PHRASE_WHOLE, mark);
    argument.text = rel_token_list_to_text (view, argument.tokens);
    if (mark > draft->predicate)
      rel_draft_add_word (draft, mark);
  }
  rel_draft_add_argument (draft, argument);
}

static void
add_adverbial_clause (RelView *view, RelDraft *draft, gint32 clause)
{
  gint32 marker;
  RelRole role = rel_clause_find_role (view, clause, &marker);
  RelArgument argument;

  if (rel_view_is_open_complement (view, clause)
      || (marker < 0 && !rel_view_is (view, clause, REL_CLASS_PREPOSITIONAL_PARTICIPLE)))
    return; /* "retaining a following": a proposition of its own */
  if (rel_view_is_gerund_object (view, clause))
    role = REL_ROLE_OBLIQUE;
  argument = rel_phrase_to_argument (view, role, clause, REL_PHRASE_WHOLE, TRUE);
  {
    g_autofree gchar *lower = rel_utf8_to_lower (view->tokens[marker >= 0 ? marker : clause].form);

    argument.preposition = rel_arena_strdup (view->arena, lower);
  }
  rel_draft_add_argument (draft, argument);
}

/* One child of one predicate of the chain. @next is the predicate behind it in the chain, which is no argument. */
static void
add_child (RelView *view, RelDraft *draft, gint32 verb, gint32 child, gint32 antecedent)
{
  switch (view->tokens[child].deprel) {
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ: {
    RelRole role = view->tokens[child].deprel == REL_DEPREL_OBJ ? REL_ROLE_OBJECT : REL_ROLE_INDIRECT;

    if (antecedent >= 0 && rel_view_is_relative_pronoun (view, child))
      add_antecedent (view, draft, role, -1, antecedent);
    else if (!rel_view_is_relative_pronoun (view, child)) /* one that found no noun says nothing */
      add_object (view, draft, role, child);
    break;
  }
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
    add_oblique (view, draft, child, antecedent);
    break;
  case REL_DEPREL_OBL_UNMARKED:
    add_nominal (view, draft, rel_view_is_time (view, child) ? REL_ROLE_TIME : REL_ROLE_MANNER, child);
    break;
  case REL_DEPREL_ADVMOD:
    add_adverb (view, draft, verb, child, antecedent);
    break;
  case REL_DEPREL_CCOMP:
    add_clause (view, draft, child);
    break;
  case REL_DEPREL_XCOMP:
    if (!rel_verb_chain_takes (view, child))
      rel_draft_add_argument (
        draft, rel_phrase_to_argument (view, rel_view_is_clause (view, child) ? REL_ROLE_CLAUSE : REL_ROLE_OBJECT,
                                       child, REL_OBJECT_CUTS, TRUE));
    break;
  case REL_DEPREL_ADVCL:
    add_adverbial_clause (view, draft, child);
    break;
  default:
    break;
  }
}

static gboolean
has_object (const RelDraft *draft)
{
  for (guint i = 0; i < draft->n_arguments; i++)
    if (draft->arguments[i].role == REL_ROLE_OBJECT || draft->arguments[i].role == REL_ROLE_CLAUSE)
      return TRUE;
  return FALSE;
}

/* Whether nothing stands between two verbs but commas and a conjunction. */
static gboolean
is_side_by_side (const RelView *view, gint32 verb, gint32 next)
{
  for (gint32 i = verb + 1; i < next; i++)
    if (view->tokens[i].upos != REL_UPOS_PUNCT && view->tokens[i].deprel != REL_DEPREL_CC)
      return FALSE;
  return TRUE;
}

/* "buy and sell shares", "wrote, directed and produced the film": the object of the last verb is that of those right before
 * it (right node raising). */
static void
add_object_of_next (RelView *view, RelDraft *draft, gint32 verb)
{
  gint32 first = rel_view_first_conjunct (view, verb), last = verb;

  for (gint32 next = rel_view_child (view, first, REL_DEPREL_CONJ); next >= 0;
       next = rel_tree_get_next (view->tree, next, REL_DEPREL_CONJ)) {
    gint32 object = rel_view_child (view, next, REL_DEPREL_OBJ);

    if (next <= last)
      continue;
    if (view->tokens[next].upos != REL_UPOS_VERB || !is_side_by_side (view, last, next))
      return;
    if (object > next) {
      add_child (view, draft, next, object, -1);
      return;
    }
    last = next;
  }
}

/* What a later conjunct has from the first: what stands before the subject, and an object behind both verbs. */
static void
add_shared (RelView *view, RelDraft *draft, gint32 verb)
{
  gint32 first = rel_view_first_conjunct (view, verb);
  gint32 subject = -1;

  if (first == verb)
    return;
  REL_TREE_EACH_CHILD (view->tree, verb, child)
    if (rel_deprel_is_subject (view->tokens[child].deprel))
      return;
  REL_TREE_EACH_CHILD (view->tree, first, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (rel_deprel_is_subject (deprel) && subject < 0)
      subject = child;
    if (subject < 0 && child < first && (deprel == REL_DEPREL_OBL || deprel == REL_DEPREL_OBL_UNMARKED))
      add_child (view, draft, first, child, -1);
    else if (child > verb && deprel == REL_DEPREL_OBJ && !has_object (draft))
      add_child (view, draft, first, child, -1);
    else if (child > verb && (deprel == REL_DEPREL_OBL || deprel == REL_DEPREL_OBL_UNMARKED))
      add_child (view, draft, first, child, -1);
  }
}

static gboolean
uses_pronoun (const RelView *view, const RelVerbChain *chain)
{
  for (guint i = 0; i < chain->n; i++)
    REL_TREE_EACH_CHILD (view->tree, chain->predicates[i], child)
      if (rel_view_is_relative_pronoun (view, child)
          && (rel_deprel_is_subject (view->tokens[child].deprel) || view->tokens[child].deprel == REL_DEPREL_OBJ
              || view->tokens[child].deprel == REL_DEPREL_OBL || view->tokens[child].deprel == REL_DEPREL_ADVMOD))
        return TRUE;
  return FALSE;
}

/* "the house she built", "the house she lives in": the noun is the object where nothing else is. */
static void
add_gap (RelView *view, const RelVerbChain *chain, RelDraft *draft, gint32 antecedent)
{
  RelSharing sharing;
  gint32 leaf = chain->predicates[chain->n - 1];

  if (antecedent < 0 || uses_pronoun (view, chain) || has_object (draft)
      || rel_view_find_subject (view, leaf, &sharing) == antecedent || rel_verb_is_passive (view, leaf))
    return;
  add_antecedent (view, draft, REL_ROLE_OBJECT, -1, antecedent);
}

void
rel_verb_chain_add_arguments (RelView *view, const RelVerbChain *chain, RelDraft *draft)
{
  gint32 leaf = chain->predicates[chain->n - 1];
  gint32 antecedent = rel_view_antecedent (view, leaf);

  for (guint i = chain->n; i-- > 0;)
    REL_TREE_EACH_CHILD (view->tree, chain->predicates[i], child)
      add_child (view, draft, chain->predicates[i], child, antecedent);
  add_gap (view, chain, draft, antecedent);
  add_shared (view, draft, leaf);
  if (!has_object (draft))
    add_object_of_next (view, draft, leaf);
}

gint32
rel_view_find_stray_time (const RelView *view, gint32 subject)
{
  gint32 last = subject;

  REL_TREE_EACH_CHILD (view->tree, subject, child)
    if (view->tokens[child].deprel == REL_DEPREL_CONJ)
      last = child;
  if (view->tokens[last].upos != REL_UPOS_PROPN)
    return -1;
  REL_TREE_EACH_CHILD (view->tree, last, child)
    if (child > last && view->tokens[child].deprel == REL_DEPREL_NMOD && rel_view_is_time (view, child)
        && rel_view_child (view, child, REL_DEPREL_CASE) >= 0 && view->tree->right[child] == view->tree->right[subject])
      return child;
  return -1;
}

void
rel_draft_add_subject (RelView *view, RelDraft *draft, gint32 subject, guint cuts)
{
  gint32 time = rel_view_find_stray_time (view, subject), source = draft->mood.source;
  RelArgument argument = rel_phrase_to_argument (view, REL_ROLE_SUBJECT, subject, cuts, FALSE);
  const gint32 strays[] = { time, source >= 0 && view->tokens[source].head == subject ? source : -1 };

  for (guint i = 0; i < G_N_ELEMENTS (strays); i++)
    if (strays[i] >= 0) { /* "the bank, according to Reuters, sold" */
      argument.tokens
        = rel_token_list_subtract (view, argument.tokens, rel_phrase_collect (view, strays[i], REL_PHRASE_WHOLE, -1));
      argument.text = rel_token_list_to_text (view, argument.tokens);
    }
  rel_draft_add_argument (draft, argument);
  if (time >= 0)
    add_nominal (view, draft, REL_ROLE_TIME, time);
}

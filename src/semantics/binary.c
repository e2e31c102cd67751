/* Statements of two arguments out of one of many. Each further argument, and each phrase inside an argument, becomes the object
 * of a relation that takes in all words before it: "made bombs on the outskirts of | Murray". O(arguments × phrase). */
#include <semantics/distribution.h>

#include <string.h>

#define MAX_STATEMENTS 24
#define MAX_DEPTH 2 /* phrases further down say nothing of the subject */

typedef struct {
  RelView *view;
  const RelProposition *whole;
  RelProposition *statements; /* [n] */
  guint n;
} Split;

static RelTokenList
join_lists (RelView *view, RelTokenList a, RelTokenList b)
{
  gint32 *tokens = rel_arena_new_array (view->arena, gint32, MAX (a.n + b.n, 1));

  for (guint i = 0; i < a.n + b.n; i++)
    tokens[i] = i < a.n ? a.tokens[i] : b.tokens[i - a.n];
  return rel_token_list_new (view, tokens, a.n + b.n);
}

static const gchar *
join_text (RelView *view, const gchar *a, const gchar *b)
{
  g_autofree gchar *text = g_strconcat (a, b[0] != '\0' ? " " : "", b, NULL);

  return rel_arena_strdup (view->arena, text);
}

/* Whether the phrase of @child adds to @head what a statement of its own can say: "talks | in Seoul"; an "of" stays. */
static gboolean
is_further (RelView *view, gint32 head, gint32 child)
{
  const gchar *preposition;

  if (child < head)
    return FALSE;
  if (view->tokens[child].deprel == REL_DEPREL_ACL)
    return view->tokens[child].upos == REL_UPOS_VERB;
  if (view->tokens[child].deprel != REL_DEPREL_NMOD)
    return FALSE;
  rel_phrase_collect_case (view, child, &preposition);
  return preposition && !g_str_has_prefix (preposition, "of");
}

/* "in | honour | of", "in | respect | of": a bare noun that only ties its preposition to the next one. */
static gboolean
is_inside_preposition (RelView *view, gint32 noun)
{
  gint32 tied = -1;

  if (view->tokens[noun].upos != REL_UPOS_NOUN || rel_token_has_feature (&view->tokens[noun], "Number=Plur")
      || noun == 0 || view->tokens[noun - 1].deprel != REL_DEPREL_CASE || view->tokens[noun - 1].head != noun)
    return FALSE;
  REL_TREE_EACH_CHILD (view->tree, noun, child)
    if (child > noun && tied < 0
        && (view->tokens[child].deprel == REL_DEPREL_NMOD || view->tokens[child].deprel == REL_DEPREL_ACL))
      tied = child;
  return tied >= 0 && view->tree->left[tied] == noun + 1
         && (view->tokens[noun + 1].upos == REL_UPOS_ADP || view->tokens[noun + 1].upos == REL_UPOS_PART);
}

/* Whether two nouns stand in one name: "University of Turin". */
static gboolean
is_inside_name (const RelView *view, gint32 head, gint32 child)
{
  if (view->tokens[head].name == REL_NAME_NONE)
    return FALSE;
  for (gint32 i = head + 1; i <= child; i++)
    if (view->tokens[i].name != view->tokens[head].name || view->tokens[i].name_begins)
      return FALSE;
  return TRUE;
}

/* The words of @list, part of the phrase of @head, without the phrases that have statements of their own. */
static RelTokenList
leave_out_further (RelView *view, gint32 head, RelTokenList list)
{
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if (is_further (view, head, child) && !is_inside_name (view, head, child))
      list = rel_token_list_subtract (view, list, rel_phrase_collect (view, child, REL_PHRASE_WHOLE, -1));
  return list;
}

static gboolean
is_known (const Split *split, const RelProposition *statement)
{
  for (guint i = 0; i < split->n; i++)
    if (strcmp (split->statements[i].relation, statement->relation) == 0
        && strcmp (split->statements[i].arguments[1].text, statement->arguments[1].text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_one (Split *split, RelTokenList relation, const gchar *relation_text, RelArgument object)
{
  RelView *view = split->view;
  RelArgument *arguments = rel_arena_new_array (view->arena, RelArgument, 2);
  RelProposition *statement = &split->statements[split->n];

  if (split->n >= MAX_STATEMENTS || object.tokens.n == 0)
    return;
  if (object.role != REL_ROLE_CLAUSE && object.head >= 0) {
    object.tokens = leave_out_further (view, object.head, object.tokens);
    object.text = rel_token_list_to_text (view, object.tokens);
  }
  arguments[0] = split->whole->arguments[0];
  arguments[1] = object;
  *statement = *split->whole;
  statement->tokens = relation;
  statement->relation = relation_text;
  statement->arguments = arguments;
  statement->n_arguments = 2;
  statement->parts = NULL;
  statement->n_parts = 0;
  if (!is_known (split, statement))
    split->n++;
}

/* "subject | @relation | object", one for each conjunct: @object without its preposition, which is at the end of the relation. */
static void
add_statement (Split *split, RelTokenList relation, const gchar *relation_text, RelArgument object)
{
  RelArgument parts[REL_MAX_CONJUNCTS];
  guint n = rel_argument_distribute (split->view, &object, parts);

  for (guint i = 0; i < n; i++)
    add_one (split, relation, relation_text, parts[i]);
}

/* The leading words of @list that stand before @token. */
static RelTokenList
words_before (RelTokenList list, gint32 token)
{
  RelTokenList before = { list.tokens, 0 };

  while (before.n < list.n && list.tokens[before.n] < token)
    before.n++;
  return before;
}

static gboolean
holds (RelTokenList list, gint32 token)
{
  for (guint i = 0; i < list.n; i++)
    if (list.tokens[i] == token)
      return TRUE;
  return FALSE;
}

/* @list without the phrases of @head beside that of @child. */
static RelTokenList
leave_out_siblings (RelView *view, gint32 head, gint32 child, RelTokenList list)
{
  REL_TREE_EACH_CHILD (view->tree, head, sibling)
    if (sibling < child && is_further (view, head, sibling))
      list = rel_token_list_subtract (view, list, rel_phrase_collect (view, sibling, REL_PHRASE_WHOLE, -1));
  return list;
}

/* Whether the clause has no subject and no tense: "to win the race", "reassure investors". */
static gboolean
is_infinitive (const RelView *view, gint32 clause)
{
  RelDeprel deprel = view->tokens[clause].deprel;

  if (view->tokens[clause].upos != REL_UPOS_VERB || g_strcmp0 (view->tokens[clause].xpos, "VB") != 0
      || (deprel != REL_DEPREL_XCOMP && deprel != REL_DEPREL_ADVCL && deprel != REL_DEPREL_ACL))
    return FALSE;
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (rel_deprel_is_subject (view->tokens[child].deprel) || view->tokens[child].deprel == REL_DEPREL_AUX)
      return FALSE;
  return TRUE;
}

/* "helped the firm reassure | its investors", "fought to regain | the throne": an infinitive joins the relation, its object is
 * the object. */
static void
add_infinitive (Split *split, RelTokenList stem, const gchar *stem_text, gint32 clause)
{
  RelView *view = split->view;
  gint32 object = rel_view_child (view, clause, REL_DEPREL_OBJ);
  RelTokenList words;

  if (object < clause)
    return;
  words = words_before (rel_phrase_collect (view, clause, REL_PHRASE_WHOLE, -1), view->tree->left[object]);
  add_statement (
    split, join_lists (view, stem, words), join_text (view, stem_text, rel_token_list_to_text (view, words)),
    rel_phrase_to_argument (view, REL_ROLE_OBJECT, object, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, FALSE));
}

/* The infinitives of a noun: "is the only ship to cross | the strait". */
static void
add_inner_infinitives (Split *split, RelTokenList relation, const gchar *relation_text, const RelArgument *argument)
{
  RelView *view = split->view;

  for (gint32 child = rel_view_child (view, argument->head, REL_DEPREL_ACL); child >= 0;
       child = rel_tree_get_next (view->tree, child, REL_DEPREL_ACL)) {
    RelTokenList before;

    if (child < argument->head || !is_infinitive (view, child) || !holds (argument->tokens, child))
      continue;
    before = words_before (leave_out_siblings (view, argument->head, child, argument->tokens), view->tree->left[child]);
    add_infinitive (split, join_lists (view, relation, before),
                    join_text (view, relation_text, rel_token_list_to_text (view, before)), child);
  }
}

/* The phrases inside @argument: its nominal modifiers, and theirs in turn, down the chain of the last ones. */
static void
add_inner (Split *split, RelTokenList relation, const gchar *relation_text, const RelArgument *argument)
{
  RelView *view = split->view;
  gint32 head = argument->head;

  for (guint depth = 0; depth < MAX_DEPTH && head >= 0; depth++) {
    gint32 next = -1;

    for (gint32 child = rel_view_child (view, head, REL_DEPREL_NMOD); child >= 0;
         child = rel_tree_get_next (view->tree, child, REL_DEPREL_NMOD)) {
      const gchar *preposition;
      RelTokenList words = rel_phrase_collect_case (view, child, &preposition), before;
      RelArgument object;

      if (child < head || !preposition || !holds (argument->tokens, child) || is_inside_name (view, head, child))
        continue;
      before = words_before (leave_out_siblings (view, head, child, argument->tokens), view->tree->left[child]);
      object = rel_phrase_to_argument (view, REL_ROLE_OBJECT, child, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION,
                                       FALSE);
      if (!is_inside_preposition (view, child))
        add_statement (split, join_lists (view, relation, join_lists (view, before, words)),
                       join_text (view, relation_text, rel_token_list_to_text (view, join_lists (view, before, words))),
                       object);
      next = child;
    }
    head = next;
  }
}

/* Adverbs are no objects of a relation, nor are clauses with a verb of their own, but for those that say when: they are
 * propositions themselves. */
static gboolean
can_be_object (const RelView *view, const RelArgument *argument)
{
  RelDeprel deprel = view->tokens[argument->head].deprel;

  if (deprel == REL_DEPREL_ADVMOD)
    return argument->role == REL_ROLE_TIME && argument->tokens.n > 1; /* "years later" */
  return argument->tokens.n > 0
         && (deprel != REL_DEPREL_ADVCL || argument->role == REL_ROLE_TIME || argument->role == REL_ROLE_OBLIQUE);
}

/* The words that tie @argument to the verb: its prepositions, or the marker of a clause. */
static RelTokenList
collect_tie (RelView *view, const RelArgument *argument)
{
  const gchar *preposition;
  RelTokenList words = { NULL, 0 };

  if (!argument->preposition)
    return words;
  words = rel_phrase_collect_case (view, argument->head, &preposition);
  if (words.n == 0)
    words = (RelTokenList){ argument->tokens.tokens, 1 };
  return words;
}

/* What the further arguments are tied to: the verb with its object; not with a phrase that only took the object's place, as in
 * "built in | Lyon". */
static void
find_stem (RelView *view, const RelProposition *whole, RelTokenList *words, const gchar **text)
{
  const RelArgument *object = &whole->arguments[1];

  if (object->preposition && object->role != REL_ROLE_OBJECT && object->role != REL_ROLE_INDIRECT && !whole->inferred) {
    *words = rel_token_list_subtract (view, whole->tokens, collect_tie (view, object));
    *text = rel_token_list_to_text (view, *words);
  } else {
    RelTokenList own = leave_out_further (view, object->head, object->tokens);

    *words = join_lists (view, whole->tokens, own);
    *text = join_text (view, whole->relation, rel_token_list_to_text (view, own));
  }
}

static void
split_further (Split *split, const RelArgument *argument)
{
  RelView *view = split->view;
  RelTokenList words, stem;
  RelArgument rest = *argument;
  const gchar *text;

  if (is_infinitive (view, argument->head)) {
    find_stem (view, split->whole, &stem, &text);
    add_infinitive (split, stem, text, argument->head);
    return;
  }
  if (!can_be_object (view, argument))
    return;
  words = collect_tie (view, argument);
  rest.tokens = rel_token_list_subtract (view, argument->tokens, words);
  rest.text = rel_token_list_to_text (view, rest.tokens);
  find_stem (view, split->whole, &stem, &text);
  text = join_text (view, text, rel_token_list_to_text (view, words));
  if (!is_inside_preposition (view, argument->head))
    add_statement (split, join_lists (view, stem, words), text, rest);
  if (argument->role != REL_ROLE_TIME) /* "in August of that year" */
    add_inner (split, join_lists (view, stem, words), text, &rest);
}

/* The subject with the object; a preposition that is still in the object's text goes to the relation. */
static void
split_object (Split *split)
{
  RelView *view = split->view;
  const RelProposition *whole = split->whole;
  RelArgument object = whole->arguments[1];
  RelTokenList words = collect_tie (view, &object), relation = whole->tokens;
  const gchar *text = whole->relation;

  if (words.n > 0 && holds (object.tokens, words.tokens[0])) {
    object.tokens = rel_token_list_subtract (view, object.tokens, words);
    object.text = rel_token_list_to_text (view, object.tokens);
    relation = join_lists (view, relation, words);
    text = join_text (view, text, rel_token_list_to_text (view, words));
  }
  if (!is_inside_preposition (view, object.head))
    add_one (split, relation, text, object);
  if (object.role == REL_ROLE_CLAUSE)
    return;
  add_inner (split, relation, text, &object);
  add_inner_infinitives (split, relation, text, &object);
}

const RelProposition *
rel_proposition_split (RelDocument *document, const RelProposition *proposition, guint *n)
{
  Split split = { .whole = proposition };

  g_return_val_if_fail (document != NULL && proposition != NULL && n != NULL, NULL);
  split.view = rel_view_new (document, proposition->sentence, NULL, NULL, NULL);
  split.statements = rel_arena_new_array (document->arena, RelProposition, MAX_STATEMENTS + 1);
  if (proposition->n_arguments > 1)
    split_object (&split);
  for (guint i = 2; i < proposition->n_arguments; i++)
    split_further (&split, &proposition->arguments[i]);
  *n = split.n;
  return split.statements;
}

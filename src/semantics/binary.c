/* Statements of two arguments out of one of many. Each further argument, and each phrase inside an argument, becomes the object
 * of a relation that takes in all words before it: "made bombs on the outskirts of | Murray". O(arguments × phrase). */
#include <semantics/distribution.h>

#define MAX_STATEMENTS 24

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

static void
add_one (Split *split, RelTokenList relation, const gchar *relation_text, RelArgument object)
{
  RelView *view = split->view;
  RelArgument *arguments = rel_arena_new_array (view->arena, RelArgument, 2);
  RelProposition *statement = &split->statements[split->n];

  if (split->n >= MAX_STATEMENTS || object.tokens.n == 0)
    return;
  arguments[0] = split->whole->arguments[0];
  arguments[1] = object;
  *statement = *split->whole;
  statement->tokens = relation;
  statement->relation = relation_text;
  statement->arguments = arguments;
  statement->n_arguments = 2;
  statement->parts = NULL;
  statement->n_parts = 0;
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

/* The phrases inside @argument: its nominal modifiers, and theirs in turn, down the chain of the last ones. */
static void
add_inner (Split *split, RelTokenList relation, const gchar *relation_text, const RelArgument *argument)
{
  RelView *view = split->view;
  gint32 head = argument->head;

  for (guint depth = 0; depth < 4 && head >= 0; depth++) {
    gint32 next = -1;

    for (gint32 child = rel_view_child (view, head, REL_DEPREL_NMOD); child >= 0;
         child = rel_tree_get_next (view->tree, child, REL_DEPREL_NMOD)) {
      const gchar *preposition;
      RelTokenList words = rel_phrase_collect_case (view, child, &preposition), before;
      RelArgument object;

      if (child < head || !preposition || !holds (argument->tokens, child))
        continue;
      before = words_before (argument->tokens, view->tree->left[child]);
      object = rel_phrase_to_argument (view, REL_ROLE_OBJECT, child, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION,
                                       FALSE);
      add_statement (split, join_lists (view, relation, join_lists (view, before, words)),
                     join_text (view, relation_text, rel_token_list_to_text (view, join_lists (view, before, words))),
                     object);
      next = child;
    }
    head = next;
  }
}

/* Adverbs and clauses are no objects of a relation. */
static gboolean
can_be_object (const RelView *view, const RelArgument *argument)
{
  if (view->tokens[argument->head].deprel == REL_DEPREL_ADVMOD)
    return FALSE;
  return argument->tokens.n > 0;
}

static void
split_further (Split *split, const RelArgument *argument)
{
  RelView *view = split->view;
  const RelProposition *whole = split->whole;
  const RelArgument *object = &whole->arguments[1];
  RelTokenList words = { NULL, 0 }, relation;
  RelArgument rest = *argument;
  const gchar *text;

  if (!can_be_object (view, argument))
    return;
  if (argument->preposition) {
    const gchar *preposition;

    words = rel_phrase_collect_case (view, argument->head, &preposition);
    if (words.n == 0) { /* the marker of a clause */
      words.tokens = argument->tokens.tokens;
      words.n = 1;
    }
    rest.tokens = rel_token_list_subtract (view, argument->tokens, words);
    rest.text = rel_token_list_to_text (view, rest.tokens);
  }
  relation = join_lists (view, whole->tokens, object->tokens);
  text = join_text (view, join_text (view, whole->relation, object->text), rel_token_list_to_text (view, words));
  add_statement (split, join_lists (view, relation, words), text, rest);
  add_inner (split, join_lists (view, relation, words), text, &rest);
}

const RelProposition *
rel_proposition_split (RelDocument *document, const RelProposition *proposition, guint *n)
{
  Split split = { .whole = proposition };

  g_return_val_if_fail (document != NULL && proposition != NULL && n != NULL, NULL);
  split.view = rel_view_new (document, proposition->sentence, NULL, NULL, NULL);
  split.statements = rel_arena_new_array (document->arena, RelProposition, MAX_STATEMENTS + 1);
  split.statements[0] = *proposition;
  split.statements[0].n_arguments = MIN (proposition->n_arguments, 2);
  split.n = proposition->n_arguments > 1 ? 1 : 0;
  if (proposition->n_arguments > 1 && proposition->arguments[1].role != REL_ROLE_CLAUSE)
    add_inner (&split, proposition->tokens, proposition->relation, &proposition->arguments[1]);
  for (guint i = 2; i < proposition->n_arguments; i++)
    split_further (&split, &proposition->arguments[i]);
  *n = split.n;
  return split.statements;
}

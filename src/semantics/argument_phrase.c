/* Phrases: a head's subtree less what is not wanted, tidied and written out.
 *
 * The subtree is walked with a stack of at most n tokens. Text is cut from the document, so that "Italy's" and
 * "$8.08 billion" keep their spacing; where words were left out, one blank stands. O(n) a phrase.
 */
#include <semantics/argument_phrase.h>

#include <string.h>

/* Children that say something of the clause and not of the predicate noun that heads it. */
static gboolean
is_clause_dependent (const RelView *view, gint32 head, gint32 child)
{
  switch (view->tokens[child].deprel) {
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_NSUBJ_OUTER:
  case REL_DEPREL_CSUBJ:
  case REL_DEPREL_CSUBJ_PASS:
  case REL_DEPREL_CSUBJ_OUTER:
  case REL_DEPREL_COP:
  case REL_DEPREL_AUX:
  case REL_DEPREL_AUX_PASS:
  case REL_DEPREL_MARK:
  case REL_DEPREL_EXPL:
  case REL_DEPREL_ADVCL:
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_OBL_UNMARKED:
  case REL_DEPREL_CCOMP:
  case REL_DEPREL_ADVCL_RELCL:
  case REL_DEPREL_XCOMP:
    return TRUE;
  case REL_DEPREL_ADVMOD: /* "nearly 500" stays, "is now a member" does not */
    return !(child < head && rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB));
  default:
    return FALSE;
  }
}

/* "spy Karl Weber", which the parser may take for two phrases: a name right behind its noun is one with it. */
static gboolean
is_name_behind_noun (const RelView *view, gint32 head, gint32 child)
{
  return view->tree->left[child] == head + 1 && view->tokens[head + 1].upos != REL_UPOS_PUNCT
         && view->tokens[head].upos == REL_UPOS_NOUN && view->tokens[child].upos == REL_UPOS_PROPN
         && (view->tokens[child].name == REL_NAME_PER || rel_view_is (view, head, REL_CLASS_ROLE_NOUN));
}

static gboolean
is_determiner (const RelView *view, gint32 child)
{
  return view->tokens[child].deprel == REL_DEPREL_DET;
}

/* Whether a direct child of the head is left out. */
static gboolean
is_cut (const RelView *view, gint32 head, gint32 child, guint cuts)
{
  switch (view->tokens[child].deprel) {
  case REL_DEPREL_CASE:
    return (cuts & REL_PHRASE_NO_CASE) != 0;
  case REL_DEPREL_ACL_RELCL:
    return (cuts & REL_PHRASE_NO_RELATIVE) != 0;
  case REL_DEPREL_APPOS:
    return (cuts & REL_PHRASE_NO_APPOSITION) != 0
           && !((cuts & REL_PHRASE_KEEP_NAME) && is_name_behind_noun (view, head, child));
  case REL_DEPREL_CONJ:
    return (cuts & REL_PHRASE_NO_CONJUNCTS) != 0
           || ((cuts & REL_PHRASE_PREDICATE)
               && (rel_view_is_clause (view, child) || rel_view_child (view, child, REL_DEPREL_NSUBJ) >= 0));
  case REL_DEPREL_CC_PRECONJ:
    return (cuts & REL_PHRASE_NO_CONJUNCTS) != 0;
  case REL_DEPREL_CC:
    return TRUE; /* "and" before the head itself */
  case REL_DEPREL_MARK:
    if (cuts & REL_PHRASE_NO_MARK)
      return TRUE;
    break;
  case REL_DEPREL_NMOD_DESC:
    return (cuts & REL_PHRASE_NO_TITLE) != 0;
  case REL_DEPREL_NMOD_POSS:
    return (cuts & REL_PHRASE_NO_OWNER) != 0;
  case REL_DEPREL_NMOD:
    if (child < head && (cuts & REL_PHRASE_PREDICATE) && rel_view_is_relative_pronoun (view, child))
      return TRUE; /* "of which Italy is a member" */
    return (cuts & REL_PHRASE_NO_PREPOSITIONAL) && child > head;
  case REL_DEPREL_ACL:
  case REL_DEPREL_ADVCL:
    if (cuts & REL_PHRASE_NO_CLAUSE)
      return TRUE;
    break;
  case REL_DEPREL_DET:
    return (cuts & REL_PHRASE_NO_DETERMINER) && is_determiner (view, child);
  case REL_DEPREL_PARATAXIS:
  case REL_DEPREL_DISCOURSE:
  case REL_DEPREL_VOCATIVE:
  case REL_DEPREL_REPARANDUM:
  case REL_DEPREL_LIST:
    return TRUE;
  default:
    break;
  }
  return (cuts & REL_PHRASE_PREDICATE) && is_clause_dependent (view, head, child);
}

/* "by the engineer Tomas Lindqvist": the preposition may hang on the title. */
static gboolean
is_case_of_title (const RelView *view, gint32 head, gint32 token)
{
  gint32 title = view->tokens[token].head;

  return view->tokens[token].deprel == REL_DEPREL_CASE && title >= 0 && token < title && title < head
         && view->tokens[title].deprel == REL_DEPREL_NMOD_DESC && view->tokens[title].head == head;
}

/* The token that closes what @token opens, NULL: it opens nothing. */
static const gchar *
closing_of (const gchar *form)
{
  static const struct {
    const gchar *open, *close;
  } pairs[] = { { "(", ")" }, { "-LRB-", "-RRB-" }, { "[", "]" },   { "``", "''" },
                { "“", "”" }, { "‘", "’" },         { "\"", "\"" }, { "`", "'" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (form, pairs[i].open) == 0)
      return pairs[i].close;
  return NULL;
}

/* Marks with 2 the quotes and brackets that have their partner in the list, so that tidying spares them. */
static void
mark_pairs (RelView *view, gint32 left, gint32 right)
{
  for (gint32 i = left; i <= right; i++) {
    const gchar *close;

    if (view->keep[i] != 1 || view->tokens[i].upos != REL_UPOS_PUNCT || !(close = closing_of (view->tokens[i].form)))
      continue;
    for (gint32 k = i + 1; k <= right && view->keep[k]; k++)
      if (view->keep[k] == 1 && strcmp (view->tokens[k].form, close) == 0) {
        view->keep[i] = view->keep[k] = 2;
        break;
      }
  }
}

static gboolean
is_mark (const RelView *view, gint32 token)
{
  return view->keep[token] == 1 && view->tokens[token].upos == REL_UPOS_PUNCT;
}

static gboolean
is_conjunction (const RelView *view, gint32 token)
{
  return view->keep[token] == 1 && view->tokens[token].deprel == REL_DEPREL_CC;
}

/* Brackets around the whole phrase are the writer's, not the phrase's. */
static void
drop_outer_brackets (RelView *view, gint32 left, gint32 right)
{
  const gchar *close;

  while (left < right && !view->keep[left])
    left++;
  while (right > left && !view->keep[right])
    right--;
  close = closing_of (view->tokens[left].form);
  if (left < right && view->keep[left] == 2 && close && strcmp (view->tokens[right].form, close) == 0
      && (close[0] == ')' || close[0] == ']' || close[0] == '-'))
    view->keep[left] = view->keep[right] = 0;
}

/* Punctuation that ends up at an end or beside a gap is dropped, and conjunctions with nothing behind (or, at the left end,
 * before) them. */
static void
tidy (RelView *view, gint32 left, gint32 right)
{
  gboolean begun = FALSE;

  mark_pairs (view, left, right);
  drop_outer_brackets (view, left, right);
  for (gint32 i = left; i <= right; i++) {
    if ((is_mark (view, i) && (i == left || !view->keep[i - 1])) || (is_conjunction (view, i) && !begun))
      view->keep[i] = 0;
    begun = begun || view->keep[i];
  }
  /* "The plan works," said Lee: the comma before the last quote is the sentence's. */
  if (right > left && view->keep[right] == 2 && is_mark (view, right - 1))
    view->keep[right - 1] = 0;
  for (gint32 i = right; i >= left; i--)
    if ((is_mark (view, i) || is_conjunction (view, i)) && (i == right || !view->keep[i + 1]))
      view->keep[i] = 0;
}

/* The kept tokens as a list; clears the scratch. */
static RelTokenList
take_kept (RelView *view, gint32 left, gint32 right)
{
  RelTokenList list = { NULL, 0 };
  gint32 *tokens;
  guint n = 0;

  for (gint32 i = left; i <= right; i++)
    n += view->keep[i] != 0;
  tokens = rel_arena_new_array (view->arena, gint32, MAX (n, 1));
  for (gint32 i = left; i <= right; i++) {
    if (view->keep[i])
      tokens[list.n++] = i;
    view->keep[i] = 0;
  }
  list.tokens = tokens;
  return list;
}

RelTokenList
rel_phrase_collect (RelView *view, gint32 head, guint cuts, gint32 without)
{
  gint32 depth = 0, left = head, right = head;

  view->keep[head] = 1;
  view->stack[depth++] = head;
  while (depth > 0) {
    gint32 token = view->stack[--depth];

    left = MIN (left, token);
    right = MAX (right, token);
    REL_TREE_EACH_CHILD (view->tree, token, child) {
      if (child == without || view->keep[child] || (token == head && is_cut (view, head, child, cuts))
          || ((cuts & REL_PHRASE_NO_CASE) && is_case_of_title (view, head, child)))
        continue;
      view->keep[child] = 1;
      view->stack[depth++] = child;
    }
  }
  tidy (view, left, right);
  return take_kept (view, left, right);
}

RelTokenList
rel_token_list_new (RelView *view, const gint32 *tokens, guint n)
{
  gint32 left = view->n, right = -1;

  for (guint i = 0; i < n; i++) {
    view->keep[tokens[i]] = 1;
    left = MIN (left, tokens[i]);
    right = MAX (right, tokens[i]);
  }
  return take_kept (view, left, right);
}

RelTokenList
rel_token_list_subtract (RelView *view, RelTokenList list, RelTokenList removed)
{
  if (list.n == 0)
    return list;
  for (guint i = 0; i < list.n; i++)
    view->keep[list.tokens[i]] = 1;
  for (guint i = 0; i < removed.n; i++)
    view->keep[removed.tokens[i]] = 0;
  tidy (view, list.tokens[0], list.tokens[list.n - 1]);
  return take_kept (view, list.tokens[0], list.tokens[list.n - 1]);
}

/* Whether white space stands between two neighbours, or one of them is not where the other ends. */
static gboolean
has_blank_between (const RelToken *left, const RelToken *right)
{
  return left->span.end != right->span.start;
}

const gchar *
rel_token_list_to_text (RelView *view, RelTokenList list)
{
  GString *text = g_string_new (NULL);
  const gchar *result;

  for (guint i = 0; i < list.n; i++) {
    const RelToken *word = &view->tokens[list.tokens[i]];

    if (i > 0
        && (list.tokens[i] != list.tokens[i - 1] + 1 ? word->upos != REL_UPOS_PUNCT || i + 1 < list.n
                                                     : has_blank_between (word - 1, word)))
      g_string_append_c (text, ' ');
    /* The words of "dei" share one span; the text must not repeat it. */
    if (i == 0 || list.tokens[i] != list.tokens[i - 1] + 1 || word->span.start >= word[-1].span.end)
      g_string_append (text, word->form);
  }
  g_strdelimit (text->str, "\t\n\r", ' ');
  result = rel_arena_strndup (view->arena, text->str, text->len);
  g_string_free (text, TRUE);
  return result;
}

/* Adds a preposition and the words fixed to it: "because of", "according to". */
static void
keep_fixed (RelView *view, gint32 token)
{
  view->keep[token] = 1;
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (view->tokens[child].deprel == REL_DEPREL_FIXED)
      view->keep[child] = 1;
}

RelTokenList
rel_phrase_collect_case (RelView *view, gint32 head, const gchar **preposition)
{
  RelTokenList list;
  GString *lemma;

  *preposition = NULL;
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if (view->tokens[child].deprel == REL_DEPREL_CASE && child < head)
      keep_fixed (view, child);
    else if (view->tokens[child].deprel == REL_DEPREL_NMOD_DESC)
      REL_TREE_EACH_CHILD (view->tree, child, word)
        if (is_case_of_title (view, head, word))
          keep_fixed (view, word);
  list = take_kept (view, 0, head);
  if (list.n == 0)
    return list;
  lemma = g_string_new (NULL);
  for (guint i = 0; i < list.n; i++) {
    g_autofree gchar *form = rel_utf8_to_lower (view->tokens[list.tokens[i]].form);

    g_string_append_printf (lemma, "%s%s", i > 0 ? " " : "", form);
  }
  *preposition = rel_arena_strndup (view->arena, lemma->str, lemma->len);
  g_string_free (lemma, TRUE);
  return list;
}

RelArgument
rel_phrase_to_argument (RelView *view, RelRole role, gint32 head, guint cuts, gboolean with_case)
{
  RelArgument argument = { .role = role, .head = head };

  if (with_case)
    cuts &= ~(guint) REL_PHRASE_NO_CASE;
  else
    cuts |= REL_PHRASE_NO_CASE;
  rel_phrase_collect_case (view, head, &argument.preposition);
  argument.tokens = rel_phrase_collect (view, head, cuts, -1);
  argument.text = rel_token_list_to_text (view, argument.tokens);
  return argument;
}

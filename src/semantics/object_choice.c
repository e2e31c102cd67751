/* Which argument is the object: what the verb takes, else the clause that is said, else the phrase with a preposition behind the
 * verb, whose preposition moves to the end of the relation ("led to | the river"); times and adverbs come last. The order is
 * that of the annotators of CaRB's development data. O(arguments). */
#include <semantics/verb_arguments.h>

#include <string.h>

/* Moves argument @from to place @to. */
static void
move_argument (RelDraft *draft, guint from, guint to)
{
  RelArgument moved = draft->arguments[from];
  gint32 case_head = draft->case_heads[from];

  memmove (&draft->arguments[to + 1], &draft->arguments[to], (from - to) * sizeof moved);
  memmove (&draft->case_heads[to + 1], &draft->case_heads[to], (from - to) * sizeof case_head);
  draft->arguments[to] = moved;
  draft->case_heads[to] = case_head;
}

/* "agreed to deepen ties", where the parser has "deepen" as an adjective: the infinitive that stands behind "to", -1: none. */
static gint32
find_hidden_infinitive (const RelView *view, const RelArgument *argument, RelTokenList words)
{
  gint32 governor = view->tokens[argument->head].head;
  gint32 first;

  if (governor < 0 || words.n != 1 || words.tokens[0] != governor + 1 || !rel_view_is_word (view, words.tokens[0], "to")
      || !rel_view_is (view, governor, REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_DESIRE))
    return -1;
  first = words.tokens[0] + 1;
  return first < argument->head && rel_view_is (view, first, REL_CLASS_INFINITIVE)
             && (view->tokens[first].deprel == REL_DEPREL_AMOD || view->tokens[first].deprel == REL_DEPREL_COMPOUND)
           ? first
           : -1;
}

/* Moves the preposition of the object to the end of the relation and of the lemma. */
static void
move_preposition (RelView *view, RelDraft *draft)
{
  RelArgument *argument = &draft->arguments[1];
  const gchar *preposition;
  RelTokenList words = rel_phrase_collect_case (view, draft->case_heads[1], &preposition);
  g_autofree gchar *lemma = NULL;
  gint32 infinitive;

  if (!preposition && rel_view_is_gerund_object (view, argument->head)) {
    words = rel_token_list_new (view, argument->tokens.tokens, 1);
    preposition = argument->preposition;
  }
  if (!preposition)
    return;
  infinitive = find_hidden_infinitive (view, argument, words);
  if (infinitive >= 0) {
    const gint32 both[] = { words.tokens[0], infinitive };
    g_autofree gchar *form = rel_utf8_to_lower (view->tokens[infinitive].form);
    g_autofree gchar *tail = g_strconcat ("to ", form, NULL);

    words = rel_token_list_new (view, both, G_N_ELEMENTS (both));
    preposition = rel_arena_strdup (view->arena, tail);
    argument->preposition = NULL;
    argument->role = REL_ROLE_OBJECT;
  }
  draft->tail = words;
  argument->tokens = rel_token_list_subtract (view, argument->tokens, words);
  argument->text = rel_token_list_to_text (view, argument->tokens);
  if (draft->passive && strcmp (preposition, "by") == 0)
    return; /* the active lemma with passive set says it */
  lemma = g_strconcat (draft->lemma, " ", preposition, NULL);
  draft->lemma = rel_arena_strdup (view->arena, lemma);
}

/* How well an argument stands as the object; the order of the enum decides. */
typedef enum {
  RANK_NONE,   /* an adverb                                       */
  RANK_BARE,   /* an adverbial phrase or clause                   */
  RANK_PHRASE, /* a time, cause, … with a preposition             */
  RANK_PLACE,  /* from here on the preposition joins the relation */
  RANK_OBLIQUE,
  RANK_AGENT,
  RANK_INDIRECT,
  RANK_CLAUSE,
  RANK_OBJECT,
} Rank;

static Rank
rank_argument (const RelView *view, const RelDraft *draft, guint i)
{
  const RelArgument *argument = &draft->arguments[i];
  RelDeprel deprel = view->tokens[argument->head].deprel;
  gboolean is_behind = argument->head > draft->predicate || draft->case_heads[i] != argument->head;

  if (argument->role == REL_ROLE_OBJECT)
    return RANK_OBJECT;
  if (argument->role == REL_ROLE_CLAUSE
      && (deprel == REL_DEPREL_CCOMP || deprel == REL_DEPREL_ACL || deprel == REL_DEPREL_ACL_RELCL))
    return RANK_CLAUSE;
  if (argument->role == REL_ROLE_INDIRECT)
    return RANK_INDIRECT;
  if (deprel == REL_DEPREL_OBL_AGENT)
    return RANK_AGENT;
  if (argument->role == REL_ROLE_OBLIQUE && argument->preposition && is_behind)
    return RANK_OBLIQUE;
  if (argument->role == REL_ROLE_PLACE && argument->preposition && is_behind)
    return RANK_PLACE;
  if (deprel == REL_DEPREL_ADVMOD)
    return RANK_NONE;
  return argument->preposition ? RANK_PHRASE : RANK_BARE;
}

void
rel_draft_settle_object (RelView *view, RelDraft *draft)
{
  guint best = 0;
  Rank best_rank = RANK_NONE;

  for (guint i = 1; i < draft->n_arguments; i++) {
    Rank rank = rank_argument (view, draft, i);

    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  if (best == 0)
    return;
  move_argument (draft, best, 1);
  if (best_rank >= RANK_PLACE && best_rank <= RANK_AGENT)
    move_preposition (view, draft);
}

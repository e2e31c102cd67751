/* Verb groups and chains of verbs. What is in the relation: every auxiliary, negation, particle and infinitive marker, and
 * the adverbs inside the group, as the annotators of CaRB's development data write it. O(children of the chain). */
#include <semantics/mood.h>
#include <semantics/verb_group.h>

/* "The storm destroyed forty houses", where the parser has a noun with a participle: one with an object is in the past tense. */
static gboolean
is_headless_clause (const RelView *view, gint32 verb)
{
  gint32 noun = view->tokens[verb].head;

  return view->tokens[verb].deprel == REL_DEPREL_ACL && view->tokens[noun].head < 0
         && rel_view_child (view, verb, REL_DEPREL_OBJ) > verb && rel_view_child (view, verb, REL_DEPREL_OBL_AGENT) < 0;
}

gboolean
rel_verb_is_passive (const RelView *view, gint32 verb)
{
  if (rel_view_child (view, verb, REL_DEPREL_AUX_PASS) >= 0)
    return TRUE;
  REL_TREE_EACH_CHILD (view->tree, verb, child)
    if (rel_deprel_is_passive_subject (view->tokens[child].deprel))
      return TRUE;
  if (view->tokens[verb].deprel == REL_DEPREL_CONJ && view->tokens[verb].head >= 0
      && g_strcmp0 (view->tokens[verb].xpos, "VBN") == 0) {
    gint32 first = rel_view_first_conjunct (view, verb);

    return rel_view_child (view, verb, REL_DEPREL_AUX) < 0 && g_strcmp0 (view->tokens[first].xpos, "VBN") == 0
           && rel_view_child (view, first, REL_DEPREL_AUX_PASS) >= 0;
  }
  if (is_headless_clause (view, verb))
    return FALSE;
  return (view->tokens[verb].deprel == REL_DEPREL_ACL || view->tokens[verb].deprel == REL_DEPREL_ADVCL)
         && g_strcmp0 (view->tokens[verb].xpos, "VBN") == 0 && rel_view_child (view, verb, REL_DEPREL_AUX) < 0;
}

/* Adjectives with a complement of their own: "became responsible for | security", "seems likely to win". */
static gboolean
is_adjective_with_complement (const RelView *view, gint32 token)
{
  if (view->tokens[token].upos != REL_UPOS_ADJ)
    return FALSE;
  REL_TREE_EACH_CHILD (view->tree, token, child)
    if (child > token
        && ((view->tokens[child].deprel == REL_DEPREL_OBL && rel_view_child (view, child, REL_DEPREL_CASE) >= 0)
            || (view->tokens[child].deprel == REL_DEPREL_XCOMP && view->tokens[child].upos == REL_UPOS_VERB)))
      return TRUE;
  return FALSE;
}

static gboolean
is_verbal (const RelView *view, gint32 token)
{
  if (is_adjective_with_complement (view, token))
    return TRUE;
  return view->tokens[token].upos == REL_UPOS_VERB || view->tokens[token].upos == REL_UPOS_AUX
         || rel_view_child (view, token, REL_DEPREL_COP) >= 0;
}

gboolean
rel_verb_chain_takes (const RelView *view, gint32 child)
{
  gint32 governor = view->tokens[child].head;

  if (rel_view_is_open_complement (view, child))
    return TRUE;
  if (g_strcmp0 (view->tokens[child].xpos, "VBD") == 0 || g_strcmp0 (view->tokens[child].xpos, "VBZ") == 0)
    return FALSE; /* "the book he wrote sold well": another clause, hung too low */
  if (governor < 0 || view->tokens[child].deprel != REL_DEPREL_XCOMP || child < governor || !is_verbal (view, child))
    return FALSE;
  if (rel_view_child (view, governor, REL_DEPREL_OBJ) >= 0 || rel_view_child (view, governor, REL_DEPREL_IOBJ) >= 0)
    return FALSE;
  return rel_view_is_clause (view, governor) || view->tokens[governor].deprel == REL_DEPREL_XCOMP;
}

RelVerbChain
rel_verb_chain_new (const RelView *view, gint32 leaf)
{
  gint32 upwards[REL_CHAIN_MAX];
  RelVerbChain chain = { .n = 0 };
  guint n = 0;

  for (gint32 token = leaf; token >= 0 && n < REL_CHAIN_MAX;) {
    gint32 first = rel_view_first_conjunct (view, token);

    upwards[n++] = token;
    if (first != token && g_strcmp0 (view->tokens[first].xpos, view->tokens[token].xpos) != 0)
      break; /* "agreeing to work … and reaffirming": beside the governor, not under it */
    token = rel_verb_chain_takes (view, first) ? view->tokens[first].head : -1;
  }
  while (n > 0)
    chain.predicates[chain.n++] = upwards[--n];
  return chain;
}

gboolean
rel_verb_takes_adverb (const RelView *view, gint32 verb, gint32 adverb)
{
  gint32 auxiliary = rel_view_first_auxiliary (view, verb);

  if (rel_view_is (view, adverb, REL_CLASS_NEGATION)
      || (adverb == verb + 1 && rel_view_is (view, adverb, REL_CLASS_VERB_PARTICLE)))
    return TRUE;
  if (adverb > verb || view->tree->left[adverb] != adverb || view->tree->right[adverb] != adverb
      || rel_view_is_relative_pronoun (view, adverb))
    return FALSE;
  if (auxiliary >= 0 && adverb > auxiliary)
    return TRUE;
  /* Right before the verb, or before another such adverb, with no comma between. */
  for (gint32 i = adverb + 1; i < (auxiliary >= 0 ? auxiliary : verb); i++)
    if (view->tokens[i].head != verb || view->tokens[i].deprel != REL_DEPREL_ADVMOD)
      return FALSE;
  return adverb > 0 && view->tokens[adverb - 1].upos != REL_UPOS_PUNCT;
}

/* Whether the later verb can have the auxiliaries of the first: "has built and sold", though "sold" alone may be past tense. In
 * the passive, only when it stands right behind: "was built and sold". */
static gboolean
is_same_form (const RelView *view, gint32 first, gint32 later)
{
  const gchar *a = view->tokens[first].xpos, *b = view->tokens[later].xpos;

  if (g_strcmp0 (a, "VBN") == 0 && g_strcmp0 (b, "VBD") == 0) {
    gint32 link = rel_view_child (view, later, REL_DEPREL_CC);

    return later == first + 2
           || (link > 0 && link + 1 == later && view->tokens[link - 1].upos != REL_UPOS_PUNCT
               && rel_view_child (view, first, REL_DEPREL_AUX) >= 0
               && rel_view_child (view, first, REL_DEPREL_AUX_PASS) < 0);
  }
  return g_strcmp0 (a, b) == 0 && g_strcmp0 (b, "VBD") != 0;
}

/* Auxiliaries of the first conjunct that the later one does without: "has built and sold". */
static void
add_shared_auxiliaries (const RelView *view, gint32 verb, RelDraft *draft)
{
  gint32 first = rel_view_first_conjunct (view, verb);

  if (first == verb || rel_view_first_auxiliary (view, verb) >= 0 || rel_view_child (view, verb, REL_DEPREL_MARK) >= 0
      || !is_same_form (view, first, verb))
    return;
  REL_TREE_EACH_CHILD (view->tree, verb, child)
    if (rel_deprel_is_subject (view->tokens[child].deprel))
      return;
  REL_TREE_EACH_CHILD (view->tree, first, child)
    if (view->tokens[child].deprel == REL_DEPREL_AUX || view->tokens[child].deprel == REL_DEPREL_AUX_PASS
        || (view->tokens[child].deprel == REL_DEPREL_MARK && view->tokens[child].upos == REL_UPOS_PART))
      rel_draft_add_word (draft, child);
}

static void
add_verb (const RelView *view, gint32 verb, gboolean inner, RelDraft *draft)
{
  rel_draft_add_word (draft, verb);
  REL_TREE_EACH_CHILD (view->tree, verb, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    switch (deprel) {
    case REL_DEPREL_AUX:
    case REL_DEPREL_AUX_PASS:
    case REL_DEPREL_COP:
    case REL_DEPREL_COMPOUND_PRT:
      rel_draft_add_word (draft, child);
      break;
    case REL_DEPREL_MARK:
      if (inner && view->tokens[child].upos == REL_UPOS_PART)
        rel_draft_add_word (draft, child);
      break;
    case REL_DEPREL_ADVMOD:
      if (view->tokens[verb].upos == REL_UPOS_ADJ && child < verb && rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB)
          && rel_view_child (view, verb, REL_DEPREL_COP) < 0) {
        rel_draft_add_word (draft, child);
        break;
      }
      /* "only half right": the degree belongs to what is linked */
      if (rel_verb_takes_adverb (view, verb, child)
          && !(rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB) && rel_view_child (view, verb, REL_DEPREL_COP) >= 0))
        rel_draft_add_word (draft, child);
      break;
    default:
      break;
    }
  }
  add_shared_auxiliaries (view, verb, draft);
}

void
rel_verb_chain_add_words (const RelView *view, const RelVerbChain *chain, RelDraft *draft)
{
  for (guint i = 0; i < chain->n; i++)
    add_verb (view, chain->predicates[i], i > 0, draft);
}

RelMood
rel_verb_chain_get_mood (const RelView *view, const RelVerbChain *chain)
{
  gint32 governor = chain->n > 1 ? chain->predicates[chain->n - 2] : -1;
  gboolean commits
    = rel_view_is (view, governor, REL_CLASS_COMMITMENT)
      || (governor >= 0 && view->tokens[governor].upos == REL_UPOS_VERB && !rel_view_has_signature (view, governor));
  RelMood mood = view->moods[chain->predicates[commits ? chain->n - 2 : chain->n - 1]];

  /* "decided not to visit" */
  if (commits && rel_clause_is_denied (view, chain->predicates[chain->n - 1]))
    mood.polarity = mood.polarity == REL_POLARITY_NEGATIVE ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
  for (guint i = 0; i < chain->n && mood.source < 0; i++)
    mood.source = view->moods[chain->predicates[i]].source;
  return mood;
}

/* Verbs whose infinitive says all: what they add is in the proposition's modality and polarity. */
static gboolean
is_transparent (const RelView *view, gint32 verb)
{
  return rel_view_is (view, verb,
                      REL_CLASS_PLAN | REL_CLASS_DESIRE | REL_CLASS_IMPLICATIVE | REL_CLASS_NEGATIVE_IMPLICATIVE
                        | REL_CLASS_EPISTEMIC | REL_CLASS_OBLIGATION | REL_CLASS_POSSIBLE_ADJECTIVE
                        | REL_CLASS_NEGATIVE_ADJECTIVE)
         && !rel_view_is (view, verb, REL_CLASS_COMMITMENT);
}

static void
append_lemma (const RelView *view, gint32 verb, GString *lemma)
{
  const RelToken *word = &view->tokens[verb];
  const gchar *base = word->lemma && g_strcmp0 (word->lemma, "_") != 0 ? word->lemma : word->form;
  g_autofree gchar *lower = rel_utf8_to_lower (base);

  if (rel_view_child (view, verb, REL_DEPREL_COP) >= 0)
    g_string_append (lemma, "be ");
  g_string_append (lemma, lower);
  REL_TREE_EACH_CHILD (view->tree, verb, child)
    if (view->tokens[child].deprel == REL_DEPREL_COMPOUND_PRT)
      g_string_append_printf (lemma, " %s", view->tokens[child].form);
}

const gchar *
rel_verb_chain_to_lemma (RelView *view, const RelVerbChain *chain)
{
  GString *lemma = g_string_new (NULL);
  const gchar *result;

  for (guint i = 0; i < chain->n; i++) {
    gint32 verb = chain->predicates[i];

    if (i + 1 < chain->n && is_transparent (view, verb))
      continue;
    if (lemma->len > 0) {
      gint32 mark = rel_view_child (view, verb, REL_DEPREL_MARK);

      g_string_append (lemma, mark >= 0 ? " to " : " ");
    }
    append_lemma (view, verb, lemma);
  }
  result = rel_arena_strndup (view->arena, lemma->str, lemma->len);
  g_string_free (lemma, TRUE);
  return result;
}

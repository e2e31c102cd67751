/* What the text claims of each clause: tree and word classes in, polarity, modality and source out.
 *
 *   mood (clause) = what it says of itself (not, may, if, perhaps) over what its governor makes of it (hope that, fail to)
 *
 * Tokens are visited heads first, so that each clause finds the mood of its governor ready. What governors do is in
 * embedding.c, what the clause says in denial.c and modality.c, who says it in attribution.c. O(n).
 */
#include <semantics/mood.h>
#include <semantics/supplied_subject.h>

static const RelMood plain = { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, -1 };

/* "said the mine closed but the railway survived": the second clause hangs on "said", but without a comma it was said, too. */
static gboolean
is_told_too (const RelView *view, gint32 head, gint32 clause)
{
  gint32 told = rel_view_child (view, head, REL_DEPREL_CCOMP), link = rel_view_child (view, clause, REL_DEPREL_CC);

  return rel_view_is (view, head, REL_CLASS_REPORTING) && told > head && told < clause && link > told
         && view->tokens[link - 1].upos != REL_UPOS_PUNCT && rel_view_child (view, clause, REL_DEPREL_NSUBJ) > link
         && !rel_view_is (view, clause, REL_CLASS_REPORTING);
}

/* Whether the conjunct needs an auxiliary that only the first verb has: "will meet and sign", "will be sold and demolished". */
static gboolean
shares_auxiliary (const RelView *view, gint32 head, gint32 clause)
{
  const gchar *xpos = view->tokens[clause].xpos;

  return g_strcmp0 (xpos, "VB") == 0
         || (g_strcmp0 (xpos, view->tokens[head].xpos) == 0
             && (g_strcmp0 (xpos, "VBN") == 0 || g_strcmp0 (xpos, "VBG") == 0)
             && rel_view_child (view, head, REL_DEPREL_AUX) >= 0
             && rel_view_child (view, clause, REL_DEPREL_AUX_PASS) < 0);
}

/* Without an auxiliary of its own a conjunct has that of the first: "will meet and sign". So it has the "not": "did not visit
 * Kenya and meet Lee", "has not gone or written". */
static RelMood
mood_of_conjunct (const RelView *view, gint32 head, gint32 clause, const RelMood *embedded)
{
  gint32 link = rel_view_child (view, clause, REL_DEPREL_CC);
  gboolean bare = shares_auxiliary (view, head, clause);
  RelMood mood;

  /* "agreeing to work … and reaffirming": the conjunct of the governor, hung too low. */
  if (view->tokens[head].deprel == REL_DEPREL_XCOMP && view->tokens[head].head >= 0
      && g_strcmp0 (view->tokens[clause].xpos, "VBG") == 0 && g_strcmp0 (view->tokens[head].xpos, "VB") == 0)
    return embedded[view->tokens[head].head];
  if (is_told_too (view, head, clause))
    return embedded[rel_view_child (view, head, REL_DEPREL_CCOMP)];
  mood = embedded[head];
  if (rel_view_child (view, clause, REL_DEPREL_AUX) >= 0 || rel_view_child (view, clause, REL_DEPREL_NSUBJ) >= 0)
    return mood;
  if (bare)
    mood.modality = view->moods[head].modality;
  if ((bare && rel_view_is_word (view, link, "and")) || rel_view_is_word (view, link, "or"))
    mood.polarity = view->moods[head].polarity;
  return mood;
}

/* "Keller said: the bank is safe": clauses side by side, the first or the last of which reports the other. */
static RelMood
mood_of_parataxis (const RelView *view, gint32 head, gint32 clause)
{
  RelMood mood = plain;
  RelSharing sharing;

  if (rel_view_is (view, head, REL_CLASS_REPORTING) && !rel_view_is (view, clause, REL_CLASS_REPORTING)
      && rel_view_child (view, head, REL_DEPREL_CCOMP) < 0
      && (clause > head || rel_view_child (view, head, REL_DEPREL_OBJ) < 0)
      && !rel_clause_is_inverted_condition (view, head))
    mood.source = rel_view_find_subject (view, head, &sharing);
  return mood;
}

/* What is above the clause, before its own words. */
static RelMood
mood_from_above (const RelView *view, gint32 clause, const RelMood *embedded)
{
  gint32 head = view->tokens[clause].head;

  if (head < 0)
    return plain;
  if (rel_view_is_open_complement (view, clause))
    return rel_clause_is_bound_gerund (view, head, clause) ? rel_mood_of_gerund (view, head, clause)
                                                           : rel_mood_of_infinitive (view, head, clause);
  switch (view->tokens[clause].deprel) {
  case REL_DEPREL_CCOMP:
    if (rel_clause_is_bound_gerund (view, head, clause) && rel_view_child (view, clause, REL_DEPREL_NSUBJ) < 0)
      return rel_mood_of_gerund (view, head, clause);
    return rel_mood_of_complement (view, head, clause);
  case REL_DEPREL_CSUBJ:
  case REL_DEPREL_CSUBJ_PASS:
  case REL_DEPREL_CSUBJ_OUTER:
    return rel_mood_of_complement (view, head, clause);
  case REL_DEPREL_XCOMP:
    if (rel_clause_is_bound_gerund (view, head, clause))
      return rel_mood_of_gerund (view, head, clause);
    return rel_mood_of_infinitive (view, head, clause);
  case REL_DEPREL_ACL:
  case REL_DEPREL_ACL_RELCL:
    return rel_mood_of_noun_clause (view, head, clause);
  case REL_DEPREL_ADVCL:
    return rel_mood_of_adverbial (view, head, clause);
  case REL_DEPREL_CONJ:
    return mood_of_conjunct (view, head, clause, embedded);
  case REL_DEPREL_PARATAXIS:
    return mood_of_parataxis (view, head, clause);
  default:
    return (RelMood){ REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[head].source };
  }
}

/* What kind of sentence the main clause makes: a question, a command, a headline ("Lee to visit Rome"). */
static RelModality
read_main_clause (const RelView *view, gint32 token, RelModality modality)
{
  if (rel_view_is_asked (view, token) && token + 1 < view->n)
    return REL_MODALITY_HYPOTHETICAL;
  if (rel_view_is_command (view, token))
    return REL_MODALITY_OBLIGATORY;
  if (view->tokens[token].head < 0 && rel_clause_is_to_infinitive (view, token))
    return REL_MODALITY_PLANNED;
  return modality;
}

static void
apply_own_words (const RelView *view, gint32 clause, RelMood *mood)
{
  mood->modality = rel_clause_read_modality (view, clause, mood);
  if (rel_clause_is_denied (view, clause))
    mood->polarity = mood->polarity == REL_POLARITY_NEGATIVE ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
  if (rel_view_is (view, clause, REL_CLASS_ROLE_NOUN))
    *mood = rel_mood_of_role (view, clause, *mood);
}

void
rel_view_read_moods (RelView *self)
{
  RelMood *embedded = rel_arena_new_array (self->arena, RelMood, MAX (self->n, 1));

  for (gint32 i = 0; i < self->n; i++)
    self->moods[i] = embedded[i] = plain;
  for (gint32 k = 0; k < self->n_order; k++) {
    gint32 token = self->order[k];
    RelMood mood = mood_from_above (self, token, embedded);

    mood.modality = read_main_clause (self, token, mood.modality);
    if (mood.source < 0)
      mood.source = rel_clause_find_speaker (self, token);
    embedded[token] = mood;
    if (rel_view_is_clause (self, token))
      apply_own_words (self, token, &mood);
    self->moods[token] = mood;
  }
}

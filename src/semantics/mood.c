/* What the text claims of each clause: tree and word classes in, polarity, modality and source out.
 *
 *   mood (clause) = what it says of itself (not, may, if, perhaps) over what its governor makes of it (hope that, fail to)
 *
 * Tokens are visited heads first, so that each clause finds the mood of its governor ready. Implication signatures
 * follow Karttunen (1971): "manage" hands on polarity, "fail" turns it, "want" drops the claim; which verb does what is said
 * in ontology/80-lexicon-en.ttl. O(n).
 */
#include <semantics/view.h>

static const RelMood plain = { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, -1 };

/* What a verb makes of the infinitive or small clause inside it; the first class that fits counts. */
static const struct {
  RelWordClasses classes;
  RelModality modality; /* FACT: hand on the governor's */
  gboolean turns;       /* the polarity */
} infinitives[] = {
  { REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_NEGATIVE_ADJECTIVE, REL_MODALITY_FACT, TRUE },
  { REL_CLASS_OBLIGATION, REL_MODALITY_OBLIGATORY, FALSE },
  { REL_CLASS_IMPLICATIVE | REL_CLASS_ASPECT, REL_MODALITY_FACT, FALSE },
  { REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_PLAN_ADJECTIVE, REL_MODALITY_PLANNED, FALSE },
  { REL_CLASS_DESIRE | REL_CLASS_DESIRE_ADJECTIVE, REL_MODALITY_DESIRED, FALSE },
  { REL_CLASS_PERMISSION | REL_CLASS_POSSIBLE_ADJECTIVE, REL_MODALITY_POSSIBLE, FALSE },
  { REL_CLASS_CAUSATIVE, REL_MODALITY_FACT, FALSE },
  { REL_CLASS_EPISTEMIC | REL_CLASS_REPORTING, REL_MODALITY_POSSIBLE, FALSE },
  { REL_CLASS_BECOMING | REL_CLASS_FACTIVE, REL_MODALITY_FACT, FALSE },
};

static gboolean
is_to_infinitive (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_MARK && view->tokens[child].upos == REL_UPOS_PART)
      return TRUE;
  return FALSE;
}

/* A noun phrase that denies its clause: "no one", "nothing", "no plans". */
static gboolean
is_negative_phrase (const RelView *view, gint32 head)
{
  if (rel_view_is (view, head, REL_CLASS_NEGATIVE_NOUN))
    return TRUE;
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && child + 1 < head
        && rel_view_is (view, child, REL_CLASS_NEGATION) && !rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB)
        && view->tokens[child + 1].deprel == REL_DEPREL_DET && view->tokens[child + 1].head == head
        && rel_view_child (view, head, REL_DEPREL_CONJ) < 0)
      return TRUE; /* "not all ministers" */
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if ((view->tokens[child].deprel == REL_DEPREL_DET || view->tokens[child].deprel == REL_DEPREL_CC_PRECONJ)
        && rel_view_is (view, child, REL_CLASS_NEGATIVE_NOUN | REL_CLASS_NEGATION))
      return TRUE;
  return FALSE;
}

static RelModality
modality_of_modal (const RelView *view, gint32 modal)
{
  if (rel_view_is (view, modal, REL_CLASS_FUTURE_MODAL))
    return REL_MODALITY_PLANNED;
  if (rel_view_is (view, modal, REL_CLASS_POSSIBLE_MODAL))
    return REL_MODALITY_POSSIBLE;
  if (rel_view_is (view, modal, REL_CLASS_OBLIGATORY_MODAL))
    return REL_MODALITY_OBLIGATORY;
  if (rel_view_is (view, modal, REL_CLASS_HYPOTHETICAL_MODAL))
    return REL_MODALITY_HYPOTHETICAL;
  return REL_MODALITY_FACT;
}

/* Whether the marker of a clause, "as if" and the like included, is of one of @classes. */
static gboolean
has_marker (const RelView *view, gint32 clause, RelWordClasses classes)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if ((deprel == REL_DEPREL_MARK || deprel == REL_DEPREL_CASE
         || (deprel == REL_DEPREL_CC && view->tokens[clause].deprel == REL_DEPREL_ADVCL))
        && rel_view_is (view, child, classes))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_conditional (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVCL && has_marker (view, child, REL_CLASS_CONDITION)
        && !is_to_infinitive (view, child))
      return TRUE;
  return FALSE;
}

/* An adverb that denies its clause: "not", "no longer", "at no time did"; "nearly", only before its verb. */
static gboolean
is_negative_adverb (const RelView *view, gint32 clause, gint32 child)
{
  gint32 subject = rel_view_child (view, clause, REL_DEPREL_NSUBJ);
  gint32 auxiliary = rel_view_child (view, clause, REL_DEPREL_AUX);

  if (view->tokens[child].deprel == REL_DEPREL_OBL) /* moved to the front, with the verb behind it */
    return child < auxiliary && auxiliary < subject && is_negative_phrase (view, child);
  if (view->tokens[child].deprel != REL_DEPREL_ADVMOD && view->tokens[child].deprel != REL_DEPREL_AMOD)
    return FALSE;
  if (view->tokens[child].deprel == REL_DEPREL_ADVMOD && rel_view_is (view, child, REL_CLASS_NEGATION))
    return !rel_view_is (view, child, REL_CLASS_DEGREE_ADVERB)
           || (child < clause && view->tokens[clause].upos == REL_UPOS_VERB);
  REL_TREE_EACH_CHILD (view->tree, child, word)
    if (view->tokens[word].deprel == REL_DEPREL_ADVMOD && word < child
        && rel_view_is (view, word, REL_CLASS_NEGATIVE_NOUN))
      return TRUE;
  return FALSE;
}

/* What the words of the clause itself say, laid over @mood. */
static void
apply_own_words (const RelView *view, gint32 clause, RelMood *mood)
{
  gboolean negative = FALSE;

  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (deprel == REL_DEPREL_AUX && modality_of_modal (view, child) != REL_MODALITY_FACT) {
      /* "said that he would visit" is a plan seen from the past. */
      if (rel_view_is (view, child, REL_CLASS_HYPOTHETICAL_MODAL) && mood->source >= 0)
        mood->modality = REL_MODALITY_PLANNED;
      else
        mood->modality = modality_of_modal (view, child);
    } else if (is_negative_adverb (view, clause, child)) {
      negative = !negative;
    } else if (deprel == REL_DEPREL_ADVMOD && rel_view_is (view, child, REL_CLASS_POSSIBLE_ADVERB)) {
      mood->modality = REL_MODALITY_POSSIBLE;
    } else if ((rel_deprel_is_subject (deprel) || deprel == REL_DEPREL_OBJ) && is_negative_phrase (view, child)) {
      negative = TRUE;
    }
  }
  if (rel_view_child (view, clause, REL_DEPREL_COP) >= 0 && is_negative_phrase (view, clause))
    negative = TRUE;
  if (has_marker (view, clause, REL_CLASS_NEGATIVE_MARKER | REL_CLASS_CONTRARY_MARKER))
    negative = TRUE;
  if (has_marker (view, clause, REL_CLASS_CONDITION) || is_conditional (view, clause))
    mood->modality = REL_MODALITY_HYPOTHETICAL;
  if (negative)
    mood->polarity = mood->polarity == REL_POLARITY_NEGATIVE ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
}

/* "They hope that", "Lee denied that": what @governor makes of its finite complement. */
static RelMood
mood_of_complement (const RelView *view, gint32 governor, gint32 clause)
{
  const RelMood above = view->moods[governor];
  const RelWordClasses classes = view->classes[governor];
  RelMood mood = above;
  RelSharing sharing;
  gint32 speaker = rel_view_find_subject (view, governor, &sharing);
  gboolean subjunctive = g_strcmp0 (view->tokens[clause].xpos, "VB") == 0 && !is_to_infinitive (view, clause)
                         && rel_view_child (view, clause, REL_DEPREL_AUX) < 0;
  gboolean passive = rel_view_child (view, governor, REL_DEPREL_AUX_PASS) >= 0;

  mood.polarity = REL_POLARITY_POSITIVE;
  if (passive || rel_view_is (view, speaker, REL_CLASS_NEGATIVE_NOUN))
    speaker = rel_view_child (view, governor, REL_DEPREL_OBL_AGENT);
  if (classes & REL_CLASS_NEGATIVE_ADJECTIVE) {
    mood.polarity = REL_POLARITY_NEGATIVE;
  } else if (classes & REL_CLASS_DENYING) {
    mood.polarity = REL_POLARITY_NEGATIVE;
    mood.source = speaker;
  } else if ((classes & REL_CLASS_DESIRE) && (subjunctive || !(classes & REL_CLASS_REPORTING))) {
    mood.modality = REL_MODALITY_DESIRED;
    mood.source = speaker;
  } else if (classes & REL_CLASS_REPORTING) {
    if (passive && speaker < 0)
      mood.modality = REL_MODALITY_POSSIBLE;
    mood.source = speaker;
  } else if (classes & (REL_CLASS_COMMITMENT | REL_CLASS_PLAN)) {
    mood.modality = REL_MODALITY_PLANNED;
    mood.source = speaker;
  } else if (classes & REL_CLASS_FACTIVE) {
    return mood;
  } else if (classes & (REL_CLASS_DOUBTING | REL_CLASS_EPISTEMIC | REL_CLASS_POSSIBLE_ADJECTIVE)) {
    mood.modality = REL_MODALITY_POSSIBLE;
  }
  if (above.polarity == REL_POLARITY_NEGATIVE)
    mood.modality = REL_MODALITY_HYPOTHETICAL;
  return mood;
}

/* "agreed to", "failed to", "is likely to": what @governor makes of its open complement. */
static RelMood
mood_of_infinitive (const RelView *view, gint32 governor, gint32 clause)
{
  const RelMood above = view->moods[governor];
  const RelWordClasses classes = view->classes[governor];
  RelMood mood = above;
  gboolean to = is_to_infinitive (view, clause);

  /* "going to", "is to": a plan; "have" obliges only with "to" and without an object that does it. */
  if (to && rel_view_is_word (view, governor, "be"))
    mood.modality = REL_MODALITY_OBLIGATORY;
  else if (to && rel_view_is_word (view, governor, "go"))
    mood.modality = REL_MODALITY_PLANNED;
  else {
    gboolean with_object = rel_view_child (view, governor, REL_DEPREL_OBJ) >= 0;

    for (guint i = 0; i < G_N_ELEMENTS (infinitives); i++) {
      if (!(classes & infinitives[i].classes)
          || (infinitives[i].modality == REL_MODALITY_OBLIGATORY && (!to || with_object)))
        continue;
      if (infinitives[i].turns)
        mood.polarity = above.polarity == REL_POLARITY_NEGATIVE ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
      if (infinitives[i].modality == REL_MODALITY_FACT)
        return mood;
      mood.modality = infinitives[i].modality;
      mood.polarity = REL_POLARITY_POSITIVE;
      if (above.polarity == REL_POLARITY_NEGATIVE)
        mood.modality = REL_MODALITY_HYPOTHETICAL;
      return mood;
    }
    if (to && above.modality == REL_MODALITY_FACT)
      mood.modality = REL_MODALITY_POSSIBLE;
  }
  return mood;
}

/* Whether a clause behind a noun of saying, with a subject of its own, may be what was said. */
static gboolean
is_told_relative (const RelView *view, gint32 noun, gint32 clause)
{
  gint32 subject = rel_view_child (view, clause, REL_DEPREL_NSUBJ);

  if (subject < 0)
    subject = rel_view_child (view, clause, REL_DEPREL_NSUBJ_PASS);
  return rel_view_is (view, noun, REL_CLASS_REPORTING_NOUN) && subject > noun
         && !rel_view_is_word (view, subject, "that") && !rel_view_is_word (view, subject, "which");
}

static RelMood
mood_of_noun_clause (const RelView *view, gint32 noun, gint32 clause)
{
  RelMood mood = plain;

  if (rel_view_find_told_clause (view, noun) == clause)
    return mood_of_complement (view, view->tokens[noun].head, clause);
  mood.source = view->moods[noun].source;
  /* "reports that Lee met Yoon" is often taken for "reports that Lee wrote". */
  if (view->tokens[clause].deprel == REL_DEPREL_ACL_RELCL && !is_told_relative (view, noun, clause)) {
    if (is_negative_phrase (view, noun)) /* "no evidence that", "nobody who" */
      mood.modality = REL_MODALITY_HYPOTHETICAL;
    return mood;
  }
  if (is_to_infinitive (view, clause)) {
    mood.modality = REL_MODALITY_PLANNED;
  } else if (is_told_relative (view, noun, clause)
             || (rel_view_child (view, clause, REL_DEPREL_MARK) >= 0
                 && rel_view_is (view, noun, REL_CLASS_REPORTING_NOUN))) {
    gint32 owner = rel_view_child (view, noun, REL_DEPREL_NMOD_POSS);

    mood.modality = REL_MODALITY_POSSIBLE;
    if (owner >= 0)
      mood.source = owner;
  }
  return mood;
}

/* "banned them from buying", "proposed buying": a gerund that the verb is about, not what goes on beside it. */
static gboolean
is_bound_gerund (const RelView *view, gint32 governor, gint32 clause)
{
  gint32 first = view->tree->left[clause];

  return g_strcmp0 (view->tokens[clause].xpos, "VBG") == 0 && clause > governor && first > 0
         && view->tokens[first].upos != REL_UPOS_PUNCT && view->tokens[first - 1].upos != REL_UPOS_PUNCT
         && !has_marker (view, clause, REL_CLASS_TIME_MARKER | REL_CLASS_MEANS_MARKER | REL_CLASS_CAUSE_MARKER);
}

/* "proposed buying", "ruled out buying": right behind the verb or its particle. */
static gboolean
is_next_gerund (const RelView *view, gint32 governor, gint32 clause)
{
  gint32 particle = rel_view_child (view, governor, REL_DEPREL_COMPOUND_PRT);

  return is_bound_gerund (view, governor, clause) && view->tree->left[clause] == clause
         && (clause == governor + 1 || (particle == governor + 1 && clause == particle + 1));
}

static RelMood
mood_of_adverbial (const RelView *view, gint32 governor, gint32 clause)
{
  RelMood mood = plain;

  mood.source = view->moods[governor].source;
  if (rel_view_is_open_object_complement (view, clause) || rel_view_is_open_complement (view, clause))
    return mood_of_infinitive (view, governor, clause);
  if (rel_view_is (view, governor, REL_CLASS_PREVENTIVE) && is_bound_gerund (view, governor, clause))
    mood.polarity = REL_POLARITY_NEGATIVE;
  else if (rel_view_is (view, governor, REL_CLASS_ACCUSING) && is_bound_gerund (view, governor, clause))
    mood.modality = REL_MODALITY_POSSIBLE;
  else if ((rel_view_is_gerund_object (view, clause) || is_next_gerund (view, governor, clause))
           && rel_view_is (view, governor,
                           REL_CLASS_DESIRE | REL_CLASS_PLAN | REL_CLASS_COMMITMENT | REL_CLASS_NEGATIVE_IMPLICATIVE))
    return mood_of_infinitive (view, governor, clause);
  else if (is_to_infinitive (view, clause))
    mood.modality = REL_MODALITY_PLANNED;
  else if (g_strcmp0 (view->tokens[clause].xpos, "VBG") == 0)
    mood.modality = view->moods[governor].modality;
  return mood;
}

/* "..., Lee said": the speaker of a parenthesis that reports @clause, -1: none. */
static gint32
find_parenthetic_speaker (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;
    RelSharing sharing;

    if (deprel == REL_DEPREL_PARATAXIS && rel_view_is (view, child, REL_CLASS_REPORTING)
        && rel_view_child (view, child, REL_DEPREL_CCOMP) < 0 && rel_view_child (view, child, REL_DEPREL_OBJ) < 0)
      return rel_view_find_subject (view, child, &sharing);
    if (deprel == REL_DEPREL_OBL || deprel == REL_DEPREL_ADVMOD || deprel == REL_DEPREL_ADVCL)
      REL_TREE_EACH_CHILD (view->tree, child, marker)
        if (rel_view_is_word (view, marker, "accord") || rel_view_is_word (view, marker, "according"))
          return child;
  }
  return -1;
}

/* What is above the clause, before its own words. */
static RelMood
mood_from_above (const RelView *view, gint32 clause, const RelMood *embedded)
{
  gint32 head = view->tokens[clause].head;
  RelMood mood = plain;

  if (head < 0)
    return plain;
  switch (view->tokens[clause].deprel) {
  case REL_DEPREL_CCOMP:
  case REL_DEPREL_CSUBJ:
  case REL_DEPREL_CSUBJ_OUTER:
    return mood_of_complement (view, head, clause);
  case REL_DEPREL_XCOMP:
    return mood_of_infinitive (view, head, clause);
  case REL_DEPREL_ACL:
  case REL_DEPREL_ACL_RELCL:
    return mood_of_noun_clause (view, head, clause);
  case REL_DEPREL_ADVCL:
    return mood_of_adverbial (view, head, clause);
  case REL_DEPREL_CONJ:
    /* "agreeing to work … and reaffirming": the conjunct of the governor, hung too low. */
    if (view->tokens[head].deprel == REL_DEPREL_XCOMP && view->tokens[head].head >= 0
        && g_strcmp0 (view->tokens[clause].xpos, "VBG") == 0 && g_strcmp0 (view->tokens[head].xpos, "VB") == 0)
      return embedded[view->tokens[head].head];
    mood = embedded[head];
    /* Without an auxiliary of its own the conjunct has that of the first: "will meet and sign". */
    if (rel_view_child (view, clause, REL_DEPREL_AUX) < 0 && rel_view_child (view, clause, REL_DEPREL_NSUBJ) < 0) {
      gint32 link = rel_view_child (view, clause, REL_DEPREL_CC);
      gboolean bare = g_strcmp0 (view->tokens[clause].xpos, "VB") == 0;

      if (bare)
        mood.modality = view->moods[head].modality;
      /* So it has the "not": "did not visit Kenya and meet Lee", "has not gone or written". */
      if ((bare && rel_view_is_word (view, link, "and")) || rel_view_is_word (view, link, "or"))
        mood.polarity = view->moods[head].polarity;
    }
    return mood;
  case REL_DEPREL_PARATAXIS:
    if (rel_view_is (view, head, REL_CLASS_REPORTING) && clause > head
        && !rel_view_is (view, clause, REL_CLASS_REPORTING) && rel_view_child (view, head, REL_DEPREL_CCOMP) < 0) {
      RelSharing sharing;

      mood.source = rel_view_find_subject (view, head, &sharing);
    }
    return mood;
  default:
    mood.source = view->moods[head].source;
    return mood;
  }
}

static gboolean
is_question (const RelView *view)
{
  for (gint32 i = view->n - 1; i >= 0 && view->tokens[i].upos == REL_UPOS_PUNCT; i--)
    if (view->tokens[i].form[0] == '?')
      return TRUE;
  return FALSE;
}

void
rel_view_read_moods (RelView *self)
{
  RelMood *embedded = rel_arena_new_array (self->arena, RelMood, MAX (self->n, 1));
  gboolean question = is_question (self);

  for (gint32 i = 0; i < self->n; i++)
    self->moods[i] = embedded[i] = plain;
  for (gint32 k = 0; k < self->n_order; k++) {
    gint32 token = self->order[k];
    RelMood mood = mood_from_above (self, token, embedded);
    gint32 speaker = -1;

    if (self->tokens[token].head < 0 && question && token + 1 < self->n)
      mood.modality = REL_MODALITY_HYPOTHETICAL;
    else if (self->tokens[token].head < 0 && is_to_infinitive (self, token)) /* a headline: "Lee to visit Rome" */
      mood.modality = REL_MODALITY_PLANNED;
    if (mood.source < 0)
      speaker = find_parenthetic_speaker (self, token);
    if (speaker >= 0)
      mood.source = speaker;
    embedded[token] = mood;
    if (rel_view_is_clause (self, token))
      apply_own_words (self, token, &mood);
    self->moods[token] = mood;
  }
}

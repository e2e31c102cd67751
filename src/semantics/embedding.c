/* What a governor makes of the clause inside it: word classes and the governor's mood in, mood of the clause out.
 *
 * Implication signatures follow Karttunen (1971) and Nairn, Condoravdi, Karttunen (2006): "manage" hands on polarity,
 * "fail" turns it, "want" drops the claim, "know" claims whatever is said of the knowing. Which word does what is said in
 * ontology/80-lexicon-en.ttl. O(children of the governor).
 */
#include <semantics/mood.h>

static const RelMood plain = { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, -1 };

typedef enum { KEEPS, TURNS, DENIES } Effect; /* on the governor's polarity; DENIES: negative whatever it is */

/* What a word makes of the infinitive, gerund or small clause inside it; the first class that fits counts. */
static const struct {
  RelWordClasses classes;
  RelModality modality; /* FACT: hand on the governor's */
  Effect effect;
} signatures[] = {
  { REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_NEGATIVE_ADJECTIVE, REL_MODALITY_FACT, TURNS },
  { REL_CLASS_OPPOSING, REL_MODALITY_DESIRED, DENIES },
  { REL_CLASS_OBLIGATION, REL_MODALITY_OBLIGATORY, KEEPS },
  { REL_CLASS_IMPLICATIVE | REL_CLASS_ASPECT, REL_MODALITY_FACT, KEEPS },
  { REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_PLAN_ADJECTIVE, REL_MODALITY_PLANNED, KEEPS },
  { REL_CLASS_DESIRE | REL_CLASS_DESIRE_ADJECTIVE, REL_MODALITY_DESIRED, KEEPS },
  { REL_CLASS_PERMISSION | REL_CLASS_POSSIBLE_ADJECTIVE, REL_MODALITY_POSSIBLE, KEEPS },
  { REL_CLASS_CAUSATIVE, REL_MODALITY_FACT, KEEPS },
  { REL_CLASS_EPISTEMIC | REL_CLASS_REPORTING | REL_CLASS_DOUBTING, REL_MODALITY_POSSIBLE, KEEPS },
  { REL_CLASS_BECOMING | REL_CLASS_FACTIVE | REL_CLASS_SHOWING, REL_MODALITY_FACT, KEEPS },
};

static gboolean
is_gerund (const RelView *view, gint32 clause)
{
  return g_strcmp0 (view->tokens[clause].xpos, "VBG") == 0;
}

static RelPolarity
turn (RelPolarity polarity)
{
  return polarity == REL_POLARITY_NEGATIVE ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
}

gboolean
rel_clause_is_to_infinitive (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_MARK && view->tokens[child].upos == REL_UPOS_PART)
      return TRUE;
  return FALSE;
}

/* "demanded that he leave": the bare verb of a wish. */
static gboolean
is_subjunctive (const RelView *view, gint32 clause)
{
  gint32 auxiliary = rel_view_child (view, clause, REL_DEPREL_AUX_PASS);

  if (auxiliary < 0)
    auxiliary = rel_view_child (view, clause, REL_DEPREL_COP);
  return g_strcmp0 (view->tokens[auxiliary >= 0 ? auxiliary : clause].xpos, "VB") == 0
         && !rel_clause_is_to_infinitive (view, clause) && rel_view_child (view, clause, REL_DEPREL_AUX) < 0;
}

/* What the text claims of a clause inside one with mood @above, if that clause is not sure of itself. */
static RelModality
weaken (const RelMood *above, RelModality modality)
{
  return above->polarity == REL_POLARITY_NEGATIVE ? REL_MODALITY_HYPOTHETICAL : modality;
}

RelMood
rel_mood_of_complement (const RelView *view, gint32 governor, gint32 clause)
{
  const RelMood above = view->moods[governor];
  const RelWordClasses classes = view->classes[governor];
  RelMood mood = { REL_POLARITY_POSITIVE, above.modality, above.source };
  gint32 speaker = rel_view_find_speaker_of_verb (view, governor);

  if (classes & REL_CLASS_CONDITION) { /* "provided that" */
    mood.modality = REL_MODALITY_HYPOTHETICAL;
    return mood;
  }
  if ((classes & REL_CLASS_IMPLICATIVE) && !(classes & (REL_CLASS_FACTIVE | REL_CLASS_SHOWING | REL_CLASS_REPORTING)))
    return above; /* "it is not true that" */
  if (classes & (REL_CLASS_NEGATIVE_ADJECTIVE | REL_CLASS_DENYING))
    mood.polarity = REL_POLARITY_NEGATIVE;
  if (classes & REL_CLASS_POSSIBLE_ADJECTIVE)
    mood.modality = REL_MODALITY_POSSIBLE;
  else if ((classes & REL_CLASS_DESIRE) && (is_subjunctive (view, clause) || !(classes & REL_CLASS_REPORTING)))
    mood.modality = REL_MODALITY_DESIRED;
  else if (!(classes & REL_CLASS_REPORTING) && (classes & (REL_CLASS_COMMITMENT | REL_CLASS_PLAN)))
    mood.modality = REL_MODALITY_PLANNED;
  else if (!(classes & REL_CLASS_REPORTING) && (classes & REL_CLASS_FACTIVE))
    return (RelMood){ REL_POLARITY_POSITIVE, above.source >= 0 ? above.modality : REL_MODALITY_FACT, above.source };
  else if (!(classes & REL_CLASS_REPORTING) && (classes & (REL_CLASS_DOUBTING | REL_CLASS_EPISTEMIC)))
    mood.modality = REL_MODALITY_POSSIBLE;
  else if ((classes & REL_CLASS_REPORTING) && speaker < 0 && mood.modality == REL_MODALITY_FACT)
    mood.modality = REL_MODALITY_POSSIBLE; /* "it is said that": somebody says it, nobody knows who */
  if (classes & (REL_CLASS_DENYING | REL_CLASS_DESIRE | REL_CLASS_REPORTING | REL_CLASS_COMMITMENT | REL_CLASS_PLAN))
    mood.source = speaker;
  mood.modality = weaken (&above, mood.modality);
  return mood;
}

/* The row of signatures for the governor of an infinitive or gerund, -1: none. "have" obliges only with "to"
 * and without an object that does it. */
static gint
find_signature (const RelView *view, gint32 governor, gboolean infinitive)
{
  gboolean with_object = rel_view_child (view, governor, REL_DEPREL_OBJ) >= 0;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if ((view->classes[governor] & signatures[i].classes)
        && (signatures[i].modality != REL_MODALITY_OBLIGATORY || (infinitive && !with_object)))
      return (gint) i;
  return -1;
}

/* Whether what @governor says is not even claimed as somebody's will: the infinitive inside is no surer. */
static gboolean
is_open (const RelView *view, gint32 governor)
{
  RelModality modality = view->moods[governor].modality;

  return (modality == REL_MODALITY_HYPOTHETICAL || modality == REL_MODALITY_POSSIBLE)
         && view->moods[governor].polarity == REL_POLARITY_POSITIVE;
}

/* "would like to": a wish, politely. */
static gboolean
is_polite_wish (const RelView *view, gint32 governor)
{
  return rel_view_is (view, governor, REL_CLASS_DESIRE)
         && rel_view_is (view, rel_view_child (view, governor, REL_DEPREL_AUX), REL_CLASS_HYPOTHETICAL_MODAL);
}

gboolean
rel_view_has_signature (const RelView *view, gint32 governor)
{
  return rel_view_is (view, governor, REL_CLASS_COPULA) || find_signature (view, governor, TRUE) >= 0;
}

static RelMood
apply_signature (const RelView *view, gint32 governor, guint row)
{
  const RelWordClasses unsure = REL_CLASS_NEGATIVE_ADJECTIVE | REL_CLASS_POSSIBLE_ADJECTIVE;
  const RelMood above = view->moods[governor];
  RelMood mood = above;

  if ((view->classes[governor] & unsure) == unsure) /* "is unlikely to" */
    mood.modality = REL_MODALITY_POSSIBLE;
  if (signatures[row].effect == TURNS)
    mood.polarity = turn (above.polarity);
  if (signatures[row].modality == REL_MODALITY_FACT)
    return mood;
  if (is_open (view, governor) && !is_polite_wish (view, governor))
    return mood; /* "may want to", "if he wants to" */
  mood.polarity = signatures[row].effect == DENIES ? REL_POLARITY_NEGATIVE : REL_POLARITY_POSITIVE;
  mood.modality = weaken (&above, signatures[row].modality);
  return mood;
}

RelMood
rel_mood_of_infinitive (const RelView *view, gint32 governor, gint32 clause)
{
  RelMood mood = view->moods[governor];
  gboolean to = rel_clause_is_to_infinitive (view, clause);
  gint row;

  /* "is to", "is going to": a plan. */
  if (to
      && (rel_view_is_word (view, governor, "be")
          || (rel_view_is_word (view, governor, "go") && (view->classes[governor] & REL_CLASS_COPULA)))) {
    mood.modality = REL_MODALITY_PLANNED;
    return mood;
  }
  row = find_signature (view, governor, to || g_strcmp0 (view->tokens[clause].xpos, "VB") == 0);
  if (row >= 0)
    return apply_signature (view, governor, (guint) row);
  if (to && mood.modality == REL_MODALITY_FACT)
    mood.modality = REL_MODALITY_POSSIBLE;
  return mood;
}

gboolean
rel_clause_is_bound_gerund (const RelView *view, gint32 governor, gint32 clause)
{
  gint32 first = view->tree->left[clause];

  return is_gerund (view, clause) && clause > governor && first > 0 && view->tokens[first].upos != REL_UPOS_PUNCT
         && view->tokens[first - 1].upos != REL_UPOS_PUNCT
         && !rel_clause_has_marker (view, clause,
                                    REL_CLASS_TIME_MARKER | REL_CLASS_MEANS_MARKER | REL_CLASS_CAUSE_MARKER
                                      | REL_CLASS_NEGATIVE_MARKER | REL_CLASS_CONTRARY_MARKER);
}

/* "proposed buying", "ruled out buying", "called for buying": right behind the verb, its particle or its preposition. */
static gboolean
is_next_gerund (const RelView *view, gint32 governor, gint32 clause)
{
  gint32 particle = rel_view_child (view, governor, REL_DEPREL_COMPOUND_PRT);
  gint32 first = view->tree->left[clause];

  return first == governor + 1 || (particle == governor + 1 && first == particle + 1)
         || rel_view_is_gerund_object (view, clause);
}

/* "came close to winning": a phrase that turns its gerund. */
static gboolean
is_close_to (const RelView *view, gint32 governor, gint32 clause)
{
  return rel_view_is (view, governor, REL_CLASS_NEGATIVE_IMPLICATIVE)
         && rel_view_child (view, governor, REL_DEPREL_OBJ) < 0 && rel_view_child (view, clause, REL_DEPREL_MARK) >= 0;
}

RelMood
rel_mood_of_gerund (const RelView *view, gint32 governor, gint32 clause)
{
  const RelMood above = view->moods[governor];
  const RelWordClasses classes = view->classes[governor];
  const RelWordClasses intended = REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_DESIRE;
  gboolean next = is_next_gerund (view, governor, clause);
  gint row = classes & REL_CLASS_SHOWING ? -1 : find_signature (view, governor, FALSE); /* "this means leaving" */
  RelMood mood = { REL_POLARITY_POSITIVE, above.modality, above.source };

  if (rel_view_is_word (view, rel_view_child (view, clause, REL_DEPREL_MARK), "into")
      && rel_view_child (view, governor, REL_DEPREL_OBJ) >= 0)
    return above; /* "talked him into signing": he did when they did */
  if ((classes & REL_CLASS_PREVENTIVE)
      && !(next && (classes & (REL_CLASS_COPULA | REL_CLASS_ASPECT)))) { /* "kept singing", "stopped singing" */
    mood.polarity = turn (above.polarity);
    if (above.polarity == REL_POLARITY_NEGATIVE) /* "nothing prevents them from selling" */
      mood.modality = REL_MODALITY_POSSIBLE;
  } else if (classes & REL_CLASS_ACCUSING) {
    mood.modality = REL_MODALITY_POSSIBLE;
  } else if ((classes & REL_CLASS_OPPOSING) || rel_clause_has_marker (view, clause, REL_CLASS_OPPOSING)) {
    mood.polarity = REL_POLARITY_NEGATIVE;
    mood.modality = classes & REL_CLASS_COMMITMENT ? REL_MODALITY_PLANNED : REL_MODALITY_DESIRED;
  } else if ((classes & REL_CLASS_DENYING) && !(classes & REL_CLASS_DESIRE)) {
    mood.polarity = REL_POLARITY_NEGATIVE;
    mood.source = rel_view_find_speaker_of_verb (view, governor);
    mood.modality = weaken (&above, mood.modality);
  } else if (next && (classes & REL_CLASS_FACTIVE)) { /* "did not regret selling", "know nothing about selling" */
    mood.modality
      = rel_view_child (view, clause, REL_DEPREL_MARK) < 0 ? above.modality : weaken (&above, above.modality);
  } else if (row >= 0 && (next || (classes & intended) || is_close_to (view, governor, clause))) {
    return apply_signature (view, governor, (guint) row);
  } else if (next) {
    mood.modality = weaken (&above, mood.modality);
  }
  return mood;
}

/* The verb that the infinitive @clause is of: "bid to host, with Ghana winning", which goes on beside the bidding. */
static gint32
find_finite (const RelView *view, gint32 clause)
{
  for (gint32 steps = 0;
       steps < view->n && view->tokens[clause].head >= 0 && view->tokens[clause].deprel == REL_DEPREL_XCOMP; steps++)
    clause = view->tokens[clause].head;
  return clause;
}

RelMood
rel_mood_of_adverbial (const RelView *view, gint32 governor, gint32 clause)
{
  RelMood mood = plain;

  if (rel_clause_is_bound_gerund (view, governor, clause) && rel_view_child (view, clause, REL_DEPREL_NSUBJ) < 0)
    return rel_mood_of_gerund (view, governor, clause);
  if (rel_view_is_open_object_complement (view, clause))
    return rel_mood_of_infinitive (view, governor, clause);
  mood.source = view->moods[governor].source;
  if (is_gerund (view, clause) && rel_view_child (view, clause, REL_DEPREL_NSUBJ) >= 0)
    mood.modality = view->moods[find_finite (view, governor)].modality;
  else if (rel_clause_is_to_infinitive (view, clause))
    mood.modality = REL_MODALITY_PLANNED;
  else if (is_gerund (view, clause))
    mood.modality = view->moods[governor].modality;
  else if (rel_view_is (view, governor, REL_CLASS_EPISTEMIC) && view->tree->left[clause] == governor + 1)
    mood.modality = REL_MODALITY_POSSIBLE; /* "it looks like" */
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

/* "It was not Keller who found it": the relative clause is what the sentence denies or claims. */
static gboolean
is_cleft (const RelView *view, gint32 noun)
{
  gint32 subject = rel_view_child (view, noun, REL_DEPREL_NSUBJ);

  if (subject < 0)
    subject = rel_view_child (view, noun, REL_DEPREL_EXPL);
  return rel_view_child (view, noun, REL_DEPREL_COP) >= 0 && view->tokens[noun].upos == REL_UPOS_PROPN
         && rel_view_is_word (view, subject, "it");
}

/* "the man who leads": what the noun is part of leaves it open only when the noun is nobody, or made up. */
static RelMood
mood_of_relative (const RelView *view, gint32 noun, gint32 clause)
{
  gint32 fiction = rel_view_find_fiction (view, noun, clause);
  RelMood mood = { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[noun].source };

  if (is_cleft (view, noun))
    return view->moods[noun];
  if (fiction == noun || rel_phrase_is_negative (view, noun)) /* "plays a man who", "no evidence that", "nobody who" */
    mood.modality = REL_MODALITY_HYPOTHETICAL;
  else if (fiction >= 0)
    mood.source = fiction;
  return mood;
}

RelMood
rel_mood_of_noun_clause (const RelView *view, gint32 noun, gint32 clause)
{
  RelMood mood = plain;

  if (rel_view_is_open_object_complement (view, clause))
    return rel_mood_of_infinitive (view, view->tokens[noun].head, clause);
  if (rel_view_find_told_clause (view, noun) == clause)
    return rel_mood_of_complement (view, view->tokens[noun].head, clause);
  /* "reports that Lee met Yoon" is often taken for "reports that Lee wrote". */
  if (view->tokens[clause].deprel == REL_DEPREL_ACL_RELCL && !is_told_relative (view, noun, clause))
    return mood_of_relative (view, noun, clause);
  mood.source = view->moods[noun].source;
  if (rel_clause_is_to_infinitive (view, clause)) {
    mood.modality = REL_MODALITY_PLANNED;
  } else if (is_gerund (view, clause)
             && rel_view_is (view, noun, REL_CLASS_PLAN_NOUN | REL_CLASS_ACCUSING | REL_CLASS_REPORTING_NOUN)
             && rel_view_child (view, clause, REL_DEPREL_MARK) >= 0) {
    mood.modality = rel_view_is (view, noun, REL_CLASS_PLAN_NOUN) ? REL_MODALITY_PLANNED : REL_MODALITY_POSSIBLE;
  } else if (is_told_relative (view, noun, clause)
             || (rel_view_child (view, clause, REL_DEPREL_MARK) >= 0
                 && rel_view_is (view, noun, REL_CLASS_REPORTING_NOUN))) {
    gint32 owner = rel_view_child (view, noun, REL_DEPREL_NMOD_POSS);

    mood.modality = REL_MODALITY_POSSIBLE;
    if (owner >= 0)
      mood.source = owner;
  }
  if (rel_view_is (view, rel_view_child (view, noun, REL_DEPREL_CASE), REL_CLASS_NEGATIVE_MARKER))
    mood.polarity = REL_POLARITY_NEGATIVE; /* "without anyone asking" */
  return mood;
}

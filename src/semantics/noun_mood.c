/* Moods of nouns: an event that was planned, alleged, called off; a role that somebody is only said to have. Classes of the
 * adjectives before the noun and of the verb above it in, mood out. O(children of the noun + depth). */
#include <semantics/mood.h>

/* What the adjectives of the noun say of it; FALSE: nothing. */
static gboolean
read_adjectives (const RelView *view, gint32 noun, RelMood *mood)
{
  REL_TREE_EACH_CHILD (view->tree, noun, child) {
    gboolean participle = view->tokens[child].upos == REL_UPOS_VERB && child < noun; /* "the attempted murder" */

    if (view->tokens[child].deprel != REL_DEPREL_AMOD)
      continue;
    if (rel_view_is (view, child, REL_CLASS_PLAN_ADJECTIVE | (participle ? REL_CLASS_PLAN : 0)))
      mood->modality = REL_MODALITY_PLANNED;
    else if (rel_view_is (view, child, REL_CLASS_POSSIBLE_ADJECTIVE | REL_CLASS_REPORTING))
      mood->modality = REL_MODALITY_POSSIBLE;
    else if (rel_view_is (view, child,
                          REL_CLASS_NEGATIVE_ADJECTIVE
                            | (participle ? REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_PREVENTIVE : 0)))
      mood->polarity = REL_POLARITY_NEGATIVE;
    else
      continue;
    return TRUE;
  }
  return FALSE;
}

/* The verb that the noun is the object of, that happens to it, or that it follows by a preposition ("agreed on"); -1. */
static gint32
find_verb (const RelView *view, gint32 noun)
{
  RelDeprel deprel = view->tokens[noun].deprel;
  gint32 verb = view->tokens[noun].head;

  if (verb < 0 || view->tokens[verb].upos != REL_UPOS_VERB)
    return -1;
  return deprel == REL_DEPREL_OBJ || deprel == REL_DEPREL_NSUBJ_PASS
             || (deprel == REL_DEPREL_OBL && noun > verb && rel_view_child (view, noun, REL_DEPREL_CASE) == verb + 1)
           ? verb
           : -1;
}

/* "blocked the merger", "proposed the merger", "completed the merger". */
static void
read_verb (const RelView *view, gint32 verb, RelMood *mood)
{
  const RelMood above = view->moods[verb];
  const RelWordClasses classes = view->classes[verb];
  gboolean negative = above.polarity == REL_POLARITY_NEGATIVE;

  *mood = (RelMood){ REL_POLARITY_POSITIVE, above.modality, above.source };
  if ((classes & REL_CLASS_PREVENTIVE) && !(classes & REL_CLASS_COPULA)) { /* "kept" */
    mood->polarity = negative ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
  } else if (classes & REL_CLASS_DENYING) {
    mood->polarity = REL_POLARITY_NEGATIVE;
    mood->source = rel_view_find_speaker_of_verb (view, verb);
  } else if (classes & REL_CLASS_OPPOSING) {
    mood->modality = REL_MODALITY_POSSIBLE;
  } else if (classes & REL_CLASS_NEGATIVE_IMPLICATIVE) {
    mood->polarity = negative ? REL_POLARITY_POSITIVE : REL_POLARITY_NEGATIVE;
  } else if (classes & (REL_CLASS_ASPECT | REL_CLASS_IMPLICATIVE)) {
    mood->polarity = above.polarity;
  } else if (classes & (REL_CLASS_PLAN | REL_CLASS_COMMITMENT)) {
    mood->modality = negative ? REL_MODALITY_HYPOTHETICAL : REL_MODALITY_PLANNED;
  } else if ((classes & REL_CLASS_DESIRE) && !(classes & (REL_CLASS_CAUSATIVE | REL_CLASS_BECOMING))) {
    mood->modality = REL_MODALITY_DESIRED;
  } else if ((classes & REL_CLASS_DOUBTING) && !(classes & REL_CLASS_BECOMING)) {
    mood->modality = REL_MODALITY_POSSIBLE;
  }
}

/* "Weber's bid failed": the verb, intransitive, whose subject the noun is. */
static gboolean
has_failed (const RelView *view, gint32 noun)
{
  gint32 verb = view->tokens[noun].head;

  return view->tokens[noun].deprel == REL_DEPREL_NSUBJ && rel_view_is (view, verb, REL_CLASS_NEGATIVE_IMPLICATIVE)
         && rel_view_child (view, verb, REL_DEPREL_XCOMP) < 0 && rel_view_child (view, verb, REL_DEPREL_OBJ) < 0
         && view->moods[verb].polarity == REL_POLARITY_POSITIVE;
}

RelMood
rel_mood_of_event (const RelView *view, gint32 noun)
{
  RelMood mood = { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[noun].source };
  gint32 verb = find_verb (view, noun);

  if (read_adjectives (view, noun, &mood))
    return mood;
  if (verb >= 0) {
    read_verb (view, verb, &mood);
    return mood;
  }
  if (has_failed (view, noun))
    mood.polarity = REL_POLARITY_NEGATIVE;
  /* An event inside a clause that is not claimed is not claimed. */
  for (gint32 head = view->tokens[noun].head, steps = 0; head >= 0 && steps < view->n;
       head = view->tokens[head].head, steps++)
    if (rel_view_is_clause (view, head)) {
      mood.modality = view->moods[head].modality;
      break;
    }
  return mood;
}

RelMood
rel_mood_of_role (const RelView *view, gint32 noun, RelMood said)
{
  RelMood mood = said;

  if (said.modality == REL_MODALITY_FACT && said.polarity == REL_POLARITY_POSITIVE
      && read_adjectives (view, noun, &mood) && mood.modality == REL_MODALITY_POSSIBLE)
    return mood;
  return said;
}

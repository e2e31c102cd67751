/* Pronouns: the most salient thing before that fits in person, number, gender and place.
 *
 * Candidates are the mentions of the sentence so far and of the sentences before it, each with a salience in the manner
 * of Lappin and Leass (1994): how near, subject before object before other, named, often mentioned. Binding rules a pronoun
 * out beside its own antecedent in a clause. A bounded number of candidates is looked at, so a text of pronouns costs
 * linear time.
 */
#include <reference/discourse.h>

#include <math.h>
#include <string.h>

#define MAX_SENTENCES_BACK 3
#define MAX_CANDIDATES 200 /* mentions looked at before a pronoun */
#define MAX_MEMBERS 8

/* Saliences; tuned by hand on GUM train. */
#define SALIENCE_PER_SENTENCE (-2.0) /* for each sentence back */
#define SALIENCE_SUBJECT 2.0
#define SALIENCE_OBJECT 0.8
#define SALIENCE_POSSESSOR 0.6
#define SALIENCE_SAME_PLACE 0.5  /* subject again, object again */
#define SALIENCE_NAMED 0.5
#define SALIENCE_PRONOUN 0.7     /* what was a pronoun before stays one */
#define SALIENCE_GENDER_KNOWN 1.5
#define SALIENCE_PER_MENTION 0.4 /* times the logarithm of the number of mentions */
#define SALIENCE_INDEFINITE (-0.5)
#define SALIENCE_OTHER_QUOTE (-2.0) /* one inside, the other outside a quotation */
#define LEAST_SALIENCE (-4.0)
#define LEAST_SALIENCE_THING 0.5 /* "it" must have a clear antecedent: subject or topic close by */

typedef struct {
  guint32 root;
  gdouble salience;
  guint32 members[MAX_MEMBERS];
  guint n_members; /* a coordination; 0: @root */
} Candidate;

/* Coordinated phrases that agree in type are one plural. */
static guint
get_coordination (const RelDiscourse *self, guint32 index, guint32 pronoun, guint32 *members)
{
  guint n = rel_discourse_get_conjuncts (self, index, members, MAX_MEMBERS);

  for (guint i = 0; i < n; i++) {
    if (members[i] >= pronoun || rel_discourse_get (self, members[i])->mention.type != rel_discourse_get (self, index)->mention.type)
      return 0;
    members[i] = rel_discourse_find (self, members[i]);
    for (guint k = 0; k < i; k++)
      if (members[k] == members[i])
        return 0;
  }
  return n >= 2 ? n : 0;
}

/* Number, gender and type. "they" may stand for one organization, but a plural is likelier: those only. */
static gboolean
agrees (const RelReferent *pronoun, const RelReferent *root, guint n_members)
{
  if (root->mention.form == REL_MENTION_QUANTITY || root->mention.type == REL_ENTITY_TIME || root->person == 1 || root->person == 2)
    return FALSE;
  if (pronoun->is_plural)
    return n_members > 0 || root->is_plural;
  if (root->is_plural)
    return FALSE;
  if (pronoun->gender == REL_GENDER_NEUTER)
    return root->mention.type != REL_ENTITY_PERSON && root->gender != REL_GENDER_MALE && root->gender != REL_GENDER_FEMALE;
  return (root->mention.type == REL_ENTITY_PERSON || root->mention.type == REL_ENTITY_ANIMAL)
         && rel_gender_agrees (pronoun->gender, root->gender);
}

/* "Meloni told her": the subject of the clause is not its object, unless the pronoun is reflexive. */
static gboolean
is_bound (const RelReferent *pronoun, const RelReferent *candidate)
{
  if (pronoun->mention.sentence != candidate->mention.sentence)
    return FALSE;
  if (candidate->mention.first <= pronoun->mention.first && candidate->mention.end >= pronoun->mention.end)
    return TRUE;
  return !pronoun->is_reflexive && pronoun->clause == candidate->clause && pronoun->grammar != REL_GRAMMAR_POSSESSOR
         && candidate->grammar != REL_GRAMMAR_POSSESSOR && pronoun->clause >= 0;
}

/* Who speaks is not "she" in the own words. */
static gboolean
is_speaker (const RelDiscourse *self, const RelReferent *pronoun, guint32 root)
{
  return pronoun->is_quoted && pronoun->speaker != REL_NO_REFERENT && rel_discourse_find (self, pronoun->speaker) == root;
}

static gdouble
get_grammar_salience (RelGrammar grammar)
{
  switch (grammar) {
  case REL_GRAMMAR_SUBJECT: return SALIENCE_SUBJECT;
  case REL_GRAMMAR_OBJECT: return SALIENCE_OBJECT;
  case REL_GRAMMAR_POSSESSOR: return SALIENCE_POSSESSOR;
  default: return 0;
  }
}

static gdouble
get_salience (const RelReferent *pronoun, const RelReferent *candidate, const RelReferent *root)
{
  gdouble salience = SALIENCE_PER_SENTENCE * (pronoun->mention.sentence - candidate->mention.sentence);

  salience += get_grammar_salience (candidate->grammar);
  if (candidate->grammar == pronoun->grammar)
    salience += SALIENCE_SAME_PLACE;
  if (root->is_named)
    salience += SALIENCE_NAMED;
  if (candidate->mention.form == REL_MENTION_PRONOUN)
    salience += SALIENCE_PRONOUN;
  if (root->gender == pronoun->gender && (pronoun->gender == REL_GENDER_MALE || pronoun->gender == REL_GENDER_FEMALE))
    salience += SALIENCE_GENDER_KNOWN;
  if (!candidate->is_definite)
    salience += SALIENCE_INDEFINITE;
  if (candidate->is_quoted != pronoun->is_quoted)
    salience += SALIENCE_OTHER_QUOTE;
  return salience + SALIENCE_PER_MENTION * log (root->n_mentions);
}

/* Weighs @index as antecedent; FALSE when it can be none. */
static gboolean
weigh (const RelDiscourse *self, const RelReferent *pronoun, guint32 pronoun_index, guint32 index, Candidate *candidate)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const RelReferent *root;

  candidate->root = rel_discourse_find (self, index);
  candidate->n_members = pronoun->is_plural ? get_coordination (self, index, pronoun_index, candidate->members) : 0;
  root = rel_discourse_get (self, candidate->root);
  if (!agrees (pronoun, root, candidate->n_members) || is_bound (pronoun, referent) || is_speaker (self, pronoun, candidate->root))
    return FALSE;
  candidate->salience = get_salience (pronoun, referent, root);
  return TRUE;
}

static gboolean
find_antecedent (const RelDiscourse *self, guint32 index, Candidate *best)
{
  const RelReferent *pronoun = rel_discourse_get (self, index);
  guint32 oldest = pronoun->mention.sentence > MAX_SENTENCES_BACK ? pronoun->mention.sentence - MAX_SENTENCES_BACK : 0;
  guint32 first = MAX (self->first_referent[oldest], index > MAX_CANDIDATES ? index - MAX_CANDIDATES : 0);

  best->salience = pronoun->gender == REL_GENDER_NEUTER ? LEAST_SALIENCE_THING : LEAST_SALIENCE;
  best->root = REL_NO_REFERENT;
  for (guint32 i = index; i-- > first;) {
    Candidate candidate;
    const RelMention *mention = &rel_discourse_get (self, i)->mention;

    if (mention->sentence == pronoun->mention.sentence && mention->head > pronoun->mention.head)
      continue;
    if (pronoun->is_reflexive && mention->sentence != pronoun->mention.sentence)
      break;
    if (weigh (self, pronoun, index, i, &candidate) && candidate.salience > best->salience)
      *best = candidate;
  }
  return best->root != REL_NO_REFERENT;
}

/* "I" in a quotation is who says it; outside, all of them are the writer, all "you" the reader. */
static gboolean
link_speaker (RelDiscourse *self, guint32 index)
{
  RelReferent *pronoun = rel_discourse_get (self, index);
  guint slot = pronoun->person == 2 ? 2 : pronoun->is_plural;

  if (pronoun->is_quoted) {
    if (pronoun->person != 1 || pronoun->is_plural || pronoun->speaker == REL_NO_REFERENT || pronoun->speaker == index)
      return FALSE;

    const RelReferent *speaker = rel_discourse_get (self, rel_discourse_find (self, pronoun->speaker));

    if (speaker->mention.type != REL_ENTITY_PERSON || speaker->is_plural)
      return FALSE;
    rel_discourse_join (self, pronoun->speaker, index, "speaker");
    return TRUE;
  }
  if (self->speaker_of_text[slot] == REL_NO_REFERENT) {
    self->speaker_of_text[slot] = index;
    return FALSE;
  }
  rel_discourse_join (self, self->speaker_of_text[slot], index, "speaker");
  return TRUE;
}

gboolean
rel_discourse_link_pronoun (RelDiscourse *self, guint32 index)
{
  const RelReferent *pronoun = rel_discourse_get (self, index);
  Candidate best;

  if (pronoun->person == 1 || pronoun->person == 2)
    return link_speaker (self, index);
  if (pronoun->person != 3 || !find_antecedent (self, index, &best))
    return FALSE;
  if (best.n_members > 0)
    rel_discourse_join_members (self, index, best.members, best.n_members, "coordination");
  else
    rel_discourse_join (self, best.root, index, "pronoun");
  return TRUE;
}

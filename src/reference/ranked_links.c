/* Antecedents by ranking: the things that a mention may mean are weighed against each other and against a new thing.
 *
 * Candidates are the last mentions before, and those further back that share a word. A bounded number is weighed, so
 * a text of pronouns costs linear time.
 */
#include <reference/link_cues.h>

#include <math.h>
#include <string.h>

#define MAX_CANDIDATES 128
#define WINDOW 60 /* mentions looked at before a mention */
#define MAX_SENTENCES_BACK 8
#define MAX_SENTENCES_BACK_OF_PRONOUN 4
#define MAX_WITH_WORD 8 /* mentions further back that share a word */
#define MAX_OF_CHAIN 2  /* candidates from one chain */
#define MAX_MEMBERS 8

/* Over "nothing before", for any candidate; tuned on the development data of GUM. */
#define BONUS 0.6f
/* How probable a link must be to make one node of two, of a pronoun and of others; tuned on facts of articles. */
#define LEAST_OF_PRONOUN 0.3
#define LEAST_PROBABILITY 0.7
/* How probable a link must be to be told of when it was not made. */
#define NEAR_PROBABILITY 0.2

typedef struct {
  RelDiscourse *discourse;
  guint32 index;
  gboolean has_nearest; /* whether one that agrees was found */
  gboolean has_head;    /* whether one with the same head was found */
  guint n;
  RelLinkCandidate candidates[MAX_CANDIDATES];
} Ranking;

static gboolean
is_third_person (const RelReferent *referent)
{
  return referent->mention.form == REL_MENTION_PRONOUN && referent->person != 1 && referent->person != 2;
}

/* A person is no thing, a man no woman, Italy not France; "two" is no antecedent. */
static gboolean
may_be (const RelReferent *a, const RelReferent *b, const RelReferent *root)
{
  gboolean is_time = a->mention.type == REL_ENTITY_TIME;

  if (b->mention.form == REL_MENTION_QUANTITY || root->person == 1 || root->person == 2)
    return FALSE;
  if (b->mention.form == REL_MENTION_TIME && !is_time
      && (a->mention.form != REL_MENTION_PRONOUN || a->grammar == REL_GRAMMAR_POSSESSOR))
    return FALSE;
  if (a->resource != NULL && root->resource != NULL && strcmp (a->resource, root->resource) != 0)
    return FALSE;
  if ((a->gender == REL_GENDER_MALE && root->gender == REL_GENDER_FEMALE)
      || (a->gender == REL_GENDER_FEMALE && root->gender == REL_GENDER_MALE))
    return FALSE;
  if (a->is_reflexive && a->mention.sentence != b->mention.sentence)
    return FALSE;
  return TRUE;
}

/* Two names are one thing only when they share a word; a place that ontology/ knows is nothing that it does not know. */
static gboolean
may_be_same_name (const RelReferent *a, const RelReferent *b, const RelReferent *root)
{
  if (!a->is_named || !root->is_named)
    return TRUE;
  if (!b->is_named || (a->resource != NULL) != (root->resource != NULL))
    return FALSE;
  if (a->head_word == b->head_word)
    return TRUE;
  for (guint i = 0; i < a->n_content; i++)
    for (guint k = 0; k < b->n_content; k++)
      if (a->words[i] == b->words[k] || a->words[i] == b->head_word || a->head_word == b->words[k])
        return TRUE;
  return FALSE;
}

/* "a 66-year-old man", "a 36-year-old man": each has a number that the other lacks. */
static gboolean
have_other_numbers (const RelReferent *a, const RelReferent *b)
{
  guint n_a = 0, n_b = 0;

  for (guint i = 0; i < a->n_before; i++)
    if (a->numerals & (1u << i)) {
      n_a++;
      for (guint k = 0; k < b->n_before; k++)
        if (a->words[i] == b->words[k])
          return FALSE;
    }
  for (guint k = 0; k < b->n_before; k++)
    n_b += (b->numerals & (1u << k)) != 0;
  return n_a > 0 && n_b > 0;
}

static gboolean
is_nested (const RelMention *a, const RelMention *b)
{
  return a->sentence == b->sentence
         && ((a->first <= b->first && a->end >= b->end) || (b->first <= a->first && b->end >= a->end));
}

/* Coordinated phrases of one type before the mention. */
static guint
count_coordinated (const RelDiscourse *self, guint32 before, guint32 index)
{
  guint32 members[MAX_MEMBERS];
  guint n = rel_discourse_get_conjuncts (self, before, members, MAX_MEMBERS);

  for (guint i = 0; i < n; i++) {
    if (members[i] >= index
        || rel_discourse_get (self, members[i])->mention.type != rel_discourse_get (self, before)->mention.type)
      return 0;
    for (guint k = 0; k < i; k++)
      if (rel_discourse_find (self, members[k]) == rel_discourse_find (self, members[i]))
        return 0;
  }
  return n >= 2 ? n : 0;
}

static gboolean
agrees (const RelReferent *a, const RelReferent *root)
{
  if (a->is_plural != root->is_plural)
    return FALSE;
  if (a->gender == REL_GENDER_MALE || a->gender == REL_GENDER_FEMALE)
    return root->mention.type == REL_ENTITY_PERSON || root->mention.type == REL_ENTITY_ANIMAL;
  return a->gender != REL_GENDER_NEUTER || root->mention.type != REL_ENTITY_PERSON;
}

static void
push (Ranking *ranking, guint32 before, guint n_members, gboolean is_nearest)
{
  RelLinkCandidate *candidate = &ranking->candidates[ranking->n++];

  candidate->mention = before;
  candidate->n_members = n_members;
  rel_link_compare (ranking->discourse, ranking->index, is_nearest, candidate);
}

static void
consider (Ranking *ranking, guint32 before)
{
  RelDiscourse *self = ranking->discourse;
  const RelReferent *a = rel_discourse_get (self, ranking->index), *b = rel_discourse_get (self, before);
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, before));
  gboolean is_pronoun = a->mention.form == REL_MENTION_PRONOUN;
  guint n_members = is_pronoun && a->is_plural ? count_coordinated (self, before, ranking->index) : 0;

  if (ranking->n + 2 > MAX_CANDIDATES || is_nested (&a->mention, &b->mention))
    return;
  if (n_members > 0)
    push (ranking, before, n_members, FALSE);
  if (!may_be (a, b, root) || !may_be_same_name (a, b, root) || have_other_numbers (a, b))
    return;
  if (is_pronoun && rel_link_is_bound (a, b))
    return;
  if (root->stamp != ranking->index + 1) {
    root->stamp = ranking->index + 1;
    root->n_stamps = 0;
  }
  if (root->n_stamps++ >= MAX_OF_CHAIN)
    return;

  gboolean is_nearest = !ranking->has_nearest && agrees (a, root);

  ranking->has_nearest = ranking->has_nearest || is_nearest;
  push (ranking, before, 0, is_nearest);
  if (!is_pronoun && b->mention.form != REL_MENTION_PRONOUN && a->head_word == b->head_word) {
    rel_link_add_cue (self, &ranking->candidates[ranking->n - 1], REL_CUE_NEAREST_HEAD, ranking->has_head ? 0 : 1);
    ranking->has_head = TRUE;
  }
}

static void
consider_last (Ranking *ranking)
{
  RelDiscourse *self = ranking->discourse;
  const RelReferent *referent = rel_discourse_get (self, ranking->index);
  guint32 max_back = is_third_person (referent) ? MAX_SENTENCES_BACK_OF_PRONOUN : MAX_SENTENCES_BACK;
  guint n = self->passed->len;

  for (guint i = n; i-- > 0 && n - i <= WINDOW;) {
    guint32 before = g_array_index (self->passed, guint32, i);

    if (referent->mention.sentence - rel_discourse_get (self, before)->mention.sentence > max_back)
      break;
    consider (ranking, before);
  }
}

/* The last mentions with the word. */
static void
consider_with_word (Ranking *ranking, guint32 word)
{
  const GArray *mentions = g_ptr_array_index (ranking->discourse->by_word, word);

  for (guint i = mentions->len; i-- > 0 && mentions->len - i <= MAX_WITH_WORD;)
    consider (ranking, g_array_index (mentions, guint32, i));
}

/* How many mentions before have the head's word. */
static guint
count_with_word (const RelDiscourse *self, const RelReferent *referent)
{
  return ((const GArray *) g_ptr_array_index (self->by_word, referent->head_word))->len;
}

static gfloat *
get_antecedent_sum (const RelDiscourse *self, guint32 before)
{
  RelReferent *referent = rel_discourse_get (self, before);

  if (referent->as_antecedent == NULL) {
    referent->as_antecedent = rel_arena_new_array (self->scratch, gfloat, REL_LINK_ROW);
    memset (referent->as_antecedent, 0, REL_LINK_ROW * sizeof (gfloat));
    rel_link_model_add_rows (self->links, REL_LINK_ANTECEDENT, referent->attributes, referent->n_attributes,
                             referent->as_antecedent);
  }
  return referent->as_antecedent;
}

/* The number of the best candidate. */
static guint
choose_best (RelDiscourse *self, guint32 index, RelLinkCandidate *candidates, guint n)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  gfloat of_mention[REL_LINK_ROW] = { 0 };
  guint best = 0;

  rel_link_model_add_rows (self->links, REL_LINK_ANAPHOR, referent->attributes, referent->n_attributes, of_mention);
  for (guint i = 0; i < n; i++) {
    gfloat sum[REL_LINK_ROW];

    memcpy (sum, of_mention, sizeof sum);
    if (candidates[i].mention != REL_NO_REFERENT) {
      const gfloat *of_antecedent = get_antecedent_sum (self, candidates[i].mention);
      for (guint k = 0; k < REL_LINK_ROW; k++)
        sum[k] += of_antecedent[k];
    }
    rel_link_model_add_rows (self->links, REL_LINK_PAIR, candidates[i].cues, candidates[i].n_cues, sum);
    candidates[i].score = rel_link_model_get_score (self->links, sum);
    if (candidates[i].score + (i > 0 ? BONUS : 0) > candidates[best].score + (best > 0 ? BONUS : 0))
      best = i;
  }
  return best;
}

static const gchar *
get_reason (const RelReferent *referent, const RelReferent *before)
{
  if (referent->mention.form == REL_MENTION_PRONOUN)
    return "pronoun";
  if (*referent->key != '\0' && strcmp (referent->key, before->key) == 0)
    return "same words";
  return referent->head_word == before->head_word ? "same head" : "context";
}

/* "a man" after "a man" is another one, as far as the text says. */
static gboolean
is_indefinite (const RelDiscourse *self, const RelReferent *referent)
{
  const RelTree *tree = self->trees[referent->mention.sentence];
  gint32 determiner = rel_tree_get_child (tree, referent->mention.head, REL_DEPREL_DET);

  return referent->mention.form == REL_MENTION_NOMINAL && determiner >= 0
         && rel_token_has_feature (&tree->tokens[determiner], "Definite=Ind");
}

/* The probability of the chain of candidate @chosen among all. */
static gdouble
get_probability (const RelDiscourse *self, const RelLinkCandidate *candidates, guint n, guint chosen)
{
  gdouble total = 0, of_chain = 0;

  for (guint i = 0; i < n; i++) {
    gdouble weight = exp ((gdouble) candidates[i].score - (gdouble) candidates[chosen].score);

    total += weight;
    if (i == chosen
        || (i > 0 && candidates[i].n_members == 0 && candidates[chosen].n_members == 0
            && rel_discourse_find (self, candidates[i].mention)
                 == rel_discourse_find (self, candidates[chosen].mention)))
      of_chain += weight;
  }
  return of_chain / total;
}

static void
join_coordination (RelDiscourse *self, guint32 index, guint32 before)
{
  guint32 members[MAX_MEMBERS];
  guint n = rel_discourse_get_conjuncts (self, before, members, MAX_MEMBERS);

  for (guint i = 0; i < n; i++)
    members[i] = rel_discourse_find (self, members[i]);
  rel_discourse_join_members (self, index, members, n, "coordination");
}

static void
link_to (RelDiscourse *self, guint32 index, const RelLinkCandidate *candidate, gboolean is_sure)
{
  RelReferent *referent = rel_discourse_get (self, index);
  const RelReferent *before = rel_discourse_get (self, candidate->mention);
  RelArcClass arc = rel_link_get_arc (self, index, candidate->mention);

  if (candidate->n_members > 0) {
    join_coordination (self, index, candidate->mention);
    return;
  }
  referent->describes
    = referent->mention.form == REL_MENTION_NOMINAL && (arc == REL_ARC_APPOSITION || arc == REL_ARC_PREDICATE);
  if (referent->describes || !is_sure)
    referent->takes_up = candidate->mention;
  else
    rel_discourse_join (self, before->describes ? before->takes_up : candidate->mention, index,
                        get_reason (referent, before));
}

static void
note_near_miss (RelDiscourse *self, guint32 index, guint32 before, gdouble probability, const gchar *why)
{
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree gchar *reason
    = g_strdup_printf ("probability %s%s", g_ascii_formatd (number, sizeof number, "%.2f", probability), why);

  rel_discourse_note_near_miss (self, before, index, reason);
}

/* The best of the candidates but "nothing before". */
static guint
get_best_before (const RelLinkCandidate *candidates, guint n)
{
  guint best = 1;

  for (guint i = 2; i < n; i++)
    if (candidates[i].score > candidates[best].score)
      best = i;
  return best;
}

/* Chooses by the scores; FALSE: nothing before. */
static gboolean
link_by_score (RelDiscourse *self, guint32 index, RelLinkCandidate *candidates, guint n)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  guint chosen = choose_best (self, index, candidates, n), best = chosen > 0 ? chosen : get_best_before (candidates, n);
  gdouble probability = get_probability (self, candidates, n, best);
  gboolean may_join = referent->mention.form == REL_MENTION_PRONOUN || !is_indefinite (self, referent);
  gboolean is_sure
    = probability >= (referent->mention.form == REL_MENTION_PRONOUN ? LEAST_OF_PRONOUN : LEAST_PROBABILITY);

  if ((chosen == 0 && probability >= NEAR_PROBABILITY) || (chosen > 0 && !(may_join && is_sure)))
    note_near_miss (self, index, candidates[best].mention, probability,
                    may_join ? "" : ", but with an indefinite article");
  if (chosen > 0)
    link_to (self, index, &candidates[chosen], may_join && is_sure);
  return chosen > 0;
}

gboolean
rel_discourse_link_ranked (RelDiscourse *self, guint32 index)
{
  RelReferent *referent = rel_discourse_get (self, index);
  g_autofree Ranking *ranking = g_new (Ranking, 1);
  guint chosen;

  ranking->discourse = self;
  ranking->index = index;
  ranking->has_nearest = FALSE;
  ranking->has_head = FALSE;
  ranking->n = 1;
  ranking->candidates[0].mention = REL_NO_REFERENT;
  ranking->candidates[0].n_members = 0;
  ranking->candidates[0].n_cues = 0;
  rel_link_add_cue (self, &ranking->candidates[0], REL_CUE_NONE, 0);
  if (referent->mention.form != REL_MENTION_PRONOUN)
    rel_link_add_cue (self, &ranking->candidates[0], REL_CUE_REPEATS, MIN (count_with_word (self, referent), 3));
  consider_last (ranking);
  if (referent->mention.form != REL_MENTION_PRONOUN)
    consider_with_word (ranking, referent->head_word);
  if (referent->mention.form == REL_MENTION_NAME)
    for (guint i = 0; i < referent->n_content; i++)
      consider_with_word (ranking, referent->words[i]);
  if (ranking->n == 1)
    return FALSE;
  if (self->choose == NULL)
    return link_by_score (self, index, ranking->candidates, ranking->n);
  chosen = self->choose (self, index, ranking->candidates, ranking->n, self->choose_data);
  if (chosen > 0)
    link_to (self, index, &ranking->candidates[chosen], TRUE);
  return chosen > 0;
}

static void
note_word (RelDiscourse *self, guint32 word, guint32 index)
{
  GArray *mentions = g_ptr_array_index (self->by_word, word);

  if (mentions->len == 0 || g_array_index (mentions, guint32, mentions->len - 1) != index)
    g_array_append_val (mentions, index);
}

void
rel_discourse_pass (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, index));

  g_array_append_val (self->passed, index);
  root->n_seen++;
  root->last_seen = index;
  if (referent->mention.form == REL_MENTION_PRONOUN)
    return;
  note_word (self, referent->head_word, index);
  if (referent->mention.form == REL_MENTION_NAME)
    for (guint i = 0; i < referent->n_content; i++)
      note_word (self, referent->words[i], index);
}

/* Cues of the ranking of antecedents: which words two mentions share, how the tree joins them, how far apart they are and
 * whether they agree. O(words of the two) a pair.
 */
#include <reference/link_cues.h>

#include <string.h>

#define MAX_CLAUSES 3 /* from a clause up to that of the subject looked for */

/* Name and number of classes of each family, in the order of RelCueFamily. */
static const struct {
  const gchar *name;
  guint n_classes;
} families[REL_N_CUE_FAMILIES] = {
  { "none", 1 },    { "back", 8 },         { "chain-back", 8 }, { "between", 8 },   { "paragraphs", 4 },
  { "nearest", 2 }, { "nearest-head", 2 }, { "repeats", 4 },    { "clause", 4 },    { "arc", 5 },
  { "role", 3 },    { "key", 3 },          { "head", 5 },       { "unmatched", 3 }, { "lacking", 3 },
  { "behind", 4 },  { "shared", 3 },       { "class", 2 },      { "number", 2 },    { "gender", 3 },
  { "type", 2 },    { "chain-type", 2 },   { "possessor", 6 },  { "quote", 4 },     { "size", 5 },
  { "named", 4 },   { "members", 2 },      { "governor", 2 },
};

G_STATIC_ASSERT (REL_N_CUE_FAMILIES <= REL_LINK_MAX_FAMILIES);

void
rel_link_cues_bind (RelLinkModel *model)
{
  for (guint family = 0; family < REL_N_CUE_FAMILIES; family++)
    for (guint class = 0; class < families[family].n_classes; class ++) {
      g_autofree gchar *name = g_strdup_printf ("%s=%u", families[family].name, class);
      model->cues[family][class] = rel_link_model_get_number (model, name);
    }
}

gpointer
rel_link_cues_load (const RelLexicon *lexicon)
{
  RelLinkModel *model = rel_link_model_read (lexicon);

  rel_link_cues_bind (model);
  return model;
}

void
rel_link_add_cue (const RelDiscourse *self, RelLinkCandidate *candidate, RelCueFamily family, guint class)
{
  gint number = self->links->cues[family][class];

  if (number >= 0 && candidate->n_cues < REL_LINK_MAX_CUES)
    candidate->cues[candidate->n_cues++] = (guint16) number;
}

/* 0, 1, 2, 3, 4 to 5, 6 to 9, 10 to 19, more. */
static guint
get_distance_class (guint32 distance)
{
  static const guint32 bounds[] = { 0, 1, 2, 3, 5, 9, 19 };
  guint class = 0;

  while (class < G_N_ELEMENTS (bounds) && distance > bounds[class])
    class ++;
  return class;
}

static guint
get_logarithm_class (guint32 n, guint n_classes)
{
  guint class = 0;

  while (n > 1 && class + 1 < n_classes) {
    n /= 2;
    class ++;
  }
  return class;
}

static gboolean
has_word (const RelReferent *referent, guint first, guint end, guint32 word)
{
  for (guint i = first; i < end; i++)
    if (referent->words[i] == word)
      return TRUE;
  return FALSE;
}

/* How many of the words [first, end) of @a the mention @b has, as head or else. */
static guint
count_shared (const RelReferent *a, guint first, guint end, const RelReferent *b)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += a->words[i] == b->head_word || has_word (b, 0, b->n_content, a->words[i]);
  return n;
}

static void
compare_words (const RelDiscourse *self, const RelReferent *a, const RelReferent *b, RelLinkCandidate *candidate)
{
  gboolean same_head = a->head_word == b->head_word;
  guint n_shared = count_shared (a, 0, a->n_content, b);
  guint n_behind = a->n_content - a->n_before;
  guint unmatched = a->n_before - count_shared (a, 0, a->n_before, b);
  guint lacking = b->n_before - count_shared (b, 0, b->n_before, a);

  if (*a->key != '\0' && *b->key != '\0')
    rel_link_add_cue (self, candidate, REL_CUE_KEY, strcmp (a->key, b->key) == 0 ? 2 : 1);
  if (same_head)
    rel_link_add_cue (self, candidate, REL_CUE_HEAD, a->is_plural == b->is_plural ? 1 : 2);
  else if (has_word (b, 0, b->n_content, a->head_word))
    rel_link_add_cue (self, candidate, REL_CUE_HEAD, 3);
  else if (has_word (a, 0, a->n_content, b->head_word))
    rel_link_add_cue (self, candidate, REL_CUE_HEAD, 4);
  else
    rel_link_add_cue (self, candidate, REL_CUE_HEAD, 0);
  if (!same_head && n_shared == 0)
    return;
  rel_link_add_cue (self, candidate, REL_CUE_UNMATCHED, MIN (unmatched, 2));
  rel_link_add_cue (self, candidate, REL_CUE_UNMATCHED_BACK, MIN (lacking, 2));
  rel_link_add_cue (self, candidate, REL_CUE_SHARED, MIN (n_shared, 2));
  if (n_behind == 0)
    rel_link_add_cue (self, candidate, REL_CUE_BEHIND, b->n_content > b->n_before ? 1 : 0);
  else
    rel_link_add_cue (self, candidate, REL_CUE_BEHIND, count_shared (a, a->n_before, a->n_content, b) > 0 ? 2 : 3);
}

gboolean
rel_link_is_bound (const RelReferent *referent, const RelReferent *before)
{
  if (referent->mention.sentence != before->mention.sentence)
    return FALSE;
  if (before->mention.first <= referent->mention.first && before->mention.end >= referent->mention.end)
    return TRUE;
  if (before->mention.first >= referent->mention.first && before->mention.end <= referent->mention.end)
    return TRUE;
  return !referent->is_reflexive && referent->clause == before->clause && referent->grammar != REL_GRAMMAR_POSSESSOR
         && before->grammar != REL_GRAMMAR_POSSESSOR && referent->clause >= 0;
}

/* "Lee said that he …": whether @subject is that of a verb whose clause the other's is part of. */
static gboolean
is_subject_above (const RelTree *tree, const RelReferent *referent, const RelReferent *subject)
{
  gint32 clause = referent->clause;

  if (subject->grammar != REL_GRAMMAR_SUBJECT || subject->clause < 0)
    return FALSE;
  for (guint steps = 0; steps < MAX_CLAUSES && clause >= 0 && clause < tree->n; steps++) {
    clause = tree->tokens[clause].head;
    if (clause == subject->clause)
      return TRUE;
  }
  return FALSE;
}

RelArcClass
rel_link_get_arc (const RelDiscourse *self, guint32 index, guint32 before)
{
  const RelMention *a = &rel_discourse_get (self, index)->mention, *b = &rel_discourse_get (self, before)->mention;
  const RelTree *tree = self->trees[a->sentence];

  if (a->sentence != b->sentence)
    return REL_ARC_NONE;

  const RelToken *token = &tree->tokens[a->head], *other = &tree->tokens[b->head];

  if (token->head == b->head) {
    if (token->deprel == REL_DEPREL_APPOS)
      return REL_ARC_APPOSITION;
    if (token->deprel == REL_DEPREL_CONJ)
      return REL_ARC_CONJUNCT;
  }
  if (other->head == a->head) {
    if ((other->deprel == REL_DEPREL_NSUBJ || other->deprel == REL_DEPREL_NSUBJ_OUTER)
        && rel_tree_get_child (tree, a->head, REL_DEPREL_COP) >= 0)
      return REL_ARC_PREDICATE;
  }
  if (token->deprel == REL_DEPREL_CONJ && other->deprel == REL_DEPREL_CONJ && token->head == other->head)
    return REL_ARC_CONJUNCT;
  if (is_subject_above (tree, rel_discourse_get (self, index), rel_discourse_get (self, before)))
    return REL_ARC_SUBJECT_ABOVE;
  return REL_ARC_NONE;
}

static void
compare_places (const RelDiscourse *self, guint32 index, const RelReferent *root, RelLinkCandidate *candidate)
{
  const RelReferent *a = rel_discourse_get (self, index), *b = rel_discourse_get (self, candidate->mention);
  const RelSentence *sentences = self->document->sentences;
  guint32 last = rel_discourse_get (self, root->last_seen)->mention.sentence;
  guint32 back = a->mention.sentence - b->mention.sentence;
  guint32 paragraphs = sentences[a->mention.sentence].paragraph - sentences[b->mention.sentence].paragraph;
  guint32 between = index > candidate->mention ? index - candidate->mention : 0;

  rel_link_add_cue (self, candidate, REL_CUE_BACK, get_distance_class (back));
  rel_link_add_cue (self, candidate, REL_CUE_CHAIN_BACK, get_distance_class (a->mention.sentence - last));
  rel_link_add_cue (self, candidate, REL_CUE_BETWEEN, get_logarithm_class (between, 8));
  rel_link_add_cue (self, candidate, REL_CUE_PARAGRAPHS, MIN (paragraphs, 3));
  rel_link_add_cue (self, candidate, REL_CUE_ARC, rel_link_get_arc (self, index, candidate->mention));
  if (back == 0)
    rel_link_add_cue (self, candidate, REL_CUE_CLAUSE, rel_link_is_bound (a, b) ? 2 : a->clause == b->clause ? 1 : 0);
  rel_link_add_cue (self, candidate, REL_CUE_ROLE,
                    a->grammar == b->grammar ? a->grammar == REL_GRAMMAR_SUBJECT ? 2 : 1 : 0);
}

static void
compare_possessors (const RelDiscourse *self, guint32 index, const RelReferent *a, const RelReferent *b,
                    RelLinkCandidate *candidate)
{
  guint32 chain = rel_discourse_find (self, candidate->mention);

  if (a->possessor != REL_NO_REFERENT && rel_discourse_find (self, a->possessor) == chain)
    rel_link_add_cue (self, candidate, REL_CUE_POSSESSOR, 5);
  else if (a->is_possessed && b->is_possessed)
    rel_link_add_cue (self, candidate, REL_CUE_POSSESSOR,
                      a->possessor != REL_NO_REFERENT && b->possessor != REL_NO_REFERENT
                          && rel_discourse_find (self, a->possessor) == rel_discourse_find (self, b->possessor)
                        ? 4
                        : 3);
  else
    rel_link_add_cue (self, candidate, REL_CUE_POSSESSOR, a->is_possessed ? 2 : b->is_possessed ? 1 : 0);
}

/* "the city" for a city, "the country" for a country of ontology/. */
static gboolean
is_class_noun (const RelDiscourse *self, const RelReferent *referent, const RelReferent *root)
{
  static const gchar *const classes[] = { "schema:Country", "schema:City" };
  const gchar *noun;

  if (root->resource == NULL || referent->mention.form != REL_MENTION_NOMINAL)
    return FALSE;
  noun = rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head].lemma;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (rel_discourse_is_head_noun (self, classes[i], noun)
        && rel_lexicon_has (self->lexicon, root->resource, "rdf:type", classes[i]))
      return TRUE;
  return FALSE;
}

static guint
get_gender_class (RelGender a, RelGender b)
{
  if (a == REL_GENDER_UNKNOWN || b == REL_GENDER_UNKNOWN)
    return 0;
  return a == b ? 1 : 2;
}

static guint
get_quote_class (const RelDiscourse *self, const RelReferent *a, const RelReferent *b, guint32 chain)
{
  if (a->is_quoted && a->speaker != REL_NO_REFERENT && rel_discourse_find (self, a->speaker) == chain)
    return 3;
  if (a->is_quoted != b->is_quoted)
    return a->is_quoted ? 1 : 2;
  return 0;
}

static void
compare_kinds (const RelDiscourse *self, const RelReferent *a, const RelReferent *b, const RelReferent *root,
               RelLinkCandidate *candidate)
{
  gboolean is_plural = candidate->n_members > 0 || root->is_plural;

  rel_link_add_cue (self, candidate, REL_CUE_NUMBER, a->is_plural == is_plural);
  rel_link_add_cue (self, candidate, REL_CUE_GENDER, get_gender_class (a->gender, root->gender));
  rel_link_add_cue (self, candidate, REL_CUE_TYPE, a->mention.type == b->mention.type);
  rel_link_add_cue (self, candidate, REL_CUE_CHAIN_TYPE, a->mention.type == root->mention.type);
  rel_link_add_cue (self, candidate, REL_CUE_QUOTE,
                    get_quote_class (self, a, b, rel_discourse_find (self, candidate->mention)));
  rel_link_add_cue (self, candidate, REL_CUE_SIZE, get_logarithm_class (root->n_seen, 5));
  rel_link_add_cue (self, candidate, REL_CUE_NAMED, (root->is_named ? 2u : 0u) + (a->is_named ? 1u : 0u));
  rel_link_add_cue (self, candidate, REL_CUE_MEMBERS, candidate->n_members > 0);
  rel_link_add_cue (self, candidate, REL_CUE_CLASS, is_class_noun (self, a, root));
}

/* "Lee said … he said" */
static gboolean
have_same_governor (const RelDiscourse *self, const RelReferent *a, const RelReferent *b)
{
  if (a->clause < 0 || b->clause < 0)
    return FALSE;

  const gchar *x = rel_discourse_get_tokens (self, a->mention.sentence)[a->clause].lemma;
  const gchar *y = rel_discourse_get_tokens (self, b->mention.sentence)[b->clause].lemma;

  return x != NULL && y != NULL && strcmp (x, y) == 0;
}

void
rel_link_compare (const RelDiscourse *self, guint32 index, gboolean is_nearest, RelLinkCandidate *candidate)
{
  const RelReferent *a = rel_discourse_get (self, index), *b = rel_discourse_get (self, candidate->mention);
  const RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, candidate->mention));

  candidate->n_cues = 0;
  rel_link_add_cue (self, candidate, REL_CUE_NEAREST, is_nearest);
  compare_places (self, index, root, candidate);
  if (a->mention.form != REL_MENTION_PRONOUN && b->mention.form != REL_MENTION_PRONOUN)
    compare_words (self, a, b, candidate);
  compare_kinds (self, a, b, root, candidate);
  compare_possessors (self, index, a, b, candidate);
  rel_link_add_cue (self, candidate, REL_CUE_GOVERNOR, have_same_governor (self, a, b));
}

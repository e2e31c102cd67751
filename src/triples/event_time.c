/* Time and place of what a clause was part of: "At the start of the summit, Lee told ..." holds on the day of the summit,
 * "during their talks in Seoul" in Seoul.
 *
 * An occasion has the day that the document tells of it, in whatever sentence, as long as that is only one: two summits of
 * one document are told apart by no more than their times. A day that stands inside the subject ("Wednesday's tremor damaged",
 * "the November 4 issue says") or inside what the clause begins with ("In a letter published on Tuesday, ...") is the clause's, too.
 *
 * Cost: a pass over the propositions and mentions of the document; then the words of one phrase for each proposition.
 */
#include <triples/fact_draft.h>

#include <string.h>

static gboolean
is_lemma_of (const RelFactDrafts *self, const gchar *group, const RelToken *token)
{
  return self->lexicon != NULL && token->lemma != NULL
         && rel_lexicon_has (self->lexicon, group, "rel:lemma", token->lemma);
}

static gboolean
is_occasion (const RelFactDrafts *self, const RelToken *token)
{
  return token->upos == REL_UPOS_NOUN && is_lemma_of (self, "rel:Occasion", token);
}

/* A time as sharp as a day. */
static gboolean
is_day (const gchar *value)
{
  RelDate date;

  return value != NULL && rel_date_parse (value, &date) && date.day != 0;
}

/* "protest", "protests": one is not several. */
static const gchar *
get_key (RelFactDrafts *self, const RelToken *noun)
{
  g_autofree gchar *key = g_strconcat (noun->lemma, rel_token_has_feature (noun, "Number=Plur") ? " +" : "", NULL);

  return rel_arena_strdup (self->arena, key);
}

static void
note_occasion (RelFactDrafts *self, const RelToken *noun, const gchar *value)
{
  const gchar *key = get_key (self, noun);
  const gchar *known = g_hash_table_lookup (self->event_times, key);

  if (!is_day (value))
    return; /* of a summit of last year the text does not go on to speak as of the summit */
  if (known == NULL)
    g_hash_table_insert (self->event_times, (gpointer) key, (gpointer) value);
  else if (strcmp (known, value) != 0)
    g_hash_table_insert (self->event_times, (gpointer) key, (gpointer) "");
}

/* Notes @value of the occasions in the phrase of @head: of "summit talks" both. */
static void
note_phrase (RelFactDrafts *self, guint32 sentence, gint32 head, const gchar *value)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);

  if (is_occasion (self, &tree->tokens[head]))
    note_occasion (self, &tree->tokens[head], value);
  for (gint32 child = rel_tree_get_child (tree, head, REL_DEPREL_COMPOUND); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_COMPOUND))
    if (is_occasion (self, &tree->tokens[child]))
      note_occasion (self, &tree->tokens[child], value);
}

static gboolean
is_time (const RelMention *mention)
{
  return mention != NULL && mention->form == REL_MENTION_TIME && mention->value != NULL && mention->value[0] != 'P'
         && mention->value[0] != 'R';
}

/* "held talks on Monday", "shook hands during their talks on Monday" */
static gboolean
shares_time (const RelFactDrafts *self, const RelArgument *argument)
{
  return argument->role == REL_ROLE_SUBJECT || argument->role == REL_ROLE_OBJECT
         || (argument->role == REL_ROLE_OBLIQUE && argument->preposition != NULL && self->lexicon != NULL
             && rel_lexicon_has (self->lexicon, "rel:DuringPreposition", "rel:lemma", argument->preposition));
}

/* Notes @value of the occasions that the nouns above @token name: "talks at the palace in Seoul on Monday". */
static void
note_nouns_above (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 token, const gchar *value)
{
  gint32 steps = tree->n;

  for (gint32 at = tree->tokens[token].head; at >= 0 && steps-- > 0; at = tree->tokens[at].head) {
    note_phrase (self, sentence, at, value);
    if (tree->tokens[at].deprel != REL_DEPREL_NMOD)
      return;
  }
}

/* Times that clauses tell of their subjects and objects, and times that hang on nouns. */
static void
note_occasions (RelFactDrafts *self)
{
  const RelDocument *document = self->document;

  self->event_times = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < document->n_propositions; i++) {
    const RelProposition *proposition = &document->propositions[i];
    const gchar *value = proposition->inferred || proposition->modality != REL_MODALITY_FACT
                           ? NULL
                           : rel_drafts_find_own_time (self, proposition);

    for (guint k = 0; value != NULL && k < proposition->n_arguments; k++) {
      const RelArgument *argument = &proposition->arguments[k];
      if (argument->head >= 0 && shares_time (self, argument))
        note_phrase (self, proposition->sentence, argument->head, value);
    }
  }
  for (guint i = 0; i < document->n_mentions; i++) {
    const RelMention *mention = &document->mentions[i];
    const RelTree *tree = is_time (mention) ? rel_drafts_get_tree (self, mention->sentence) : NULL;

    if (tree != NULL && rel_drafts_find_time_host (self, mention) < 0)
      note_nouns_above (self, tree, mention->sentence, mention->head, mention->value);
  }
}

static const gchar *
get_occasion_time (RelFactDrafts *self, const RelToken *token)
{
  const gchar *value = NULL;

  if (!is_occasion (self, token))
    return NULL;
  if (self->event_times == NULL)
    note_occasions (self);
  value = g_hash_table_lookup (self->event_times, get_key (self, token));
  return value != NULL && *value != '\0' ? value : NULL;
}

/* "the summit", "their talks": one that has been told of. */
static gboolean
is_known_thing (const RelTree *tree, gint32 noun)
{
  gint32 article = rel_tree_get_child (tree, noun, REL_DEPREL_DET);

  return rel_tree_get_child (tree, noun, REL_DEPREL_NMOD_POSS) >= 0
         || (article >= 0
             && (rel_token_has_feature (&tree->tokens[article], "Definite=Def")
                 || rel_token_has_feature (&tree->tokens[article], "PronType=Dem")));
}

/* Whether @token is below @head without a clause with a subject of its own between: "published on Tuesday", but not "that
 * the inquiry began on Tuesday". */
static gboolean
is_said_of (const RelTree *tree, gint32 token, gint32 head)
{
  gint32 steps = tree->n;

  for (gint32 at = token; at >= 0 && steps-- > 0; at = tree->tokens[at].head) {
    if (at == head)
      return TRUE;
    if (rel_tree_get_child (tree, at, REL_DEPREL_NSUBJ) >= 0
        || rel_tree_get_child (tree, at, REL_DEPREL_NSUBJ_PASS) >= 0)
      return FALSE;
  }
  return FALSE;
}

/* "the 2015 election": not the one that the text speaks of. */
static gboolean
has_own_time (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 noun)
{
  REL_TREE_EACH_CHILD (tree, noun, child)
    if (is_time (rel_document_find_mention (self->document, sentence, child)))
      return TRUE;
  return FALSE;
}

/* The time in the phrase of @head that is as sharp as a day, or of the occasion there. */
static const gchar *
find_in_phrase (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 head, gboolean any_occasion)
{
  for (gint32 i = tree->left[head]; i <= tree->right[head]; i++) {
    const RelMention *mention = rel_document_find_mention (self->document, sentence, i);
    const gchar *value = NULL;

    if (is_time (mention) && is_day (mention->value) && is_said_of (tree, i, head))
      return mention->value;
    if ((any_occasion || is_known_thing (tree, i)) && !has_own_time (self, tree, sentence, i))
      value = get_occasion_time (self, &tree->tokens[i]);
    if (value != NULL && is_said_of (tree, i, head))
      return value;
  }
  return NULL;
}

/* "during the summit", "at the end of the talks", "in a statement issued on Monday" */
static const gchar *
find_in_adjunct (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 head)
{
  gint32 mark = rel_tree_get_child (tree, head, REL_DEPREL_CASE);
  const RelToken *noun = &tree->tokens[head];

  if (mark < 0 || !is_lemma_of (self, "rel:DuringPreposition", &tree->tokens[mark]))
    return NULL;
  if (is_lemma_of (self, "rel:Utterance", noun))
    return find_in_phrase (self, tree, sentence, head, TRUE);
  if (is_occasion (self, noun) || is_lemma_of (self, "rel:OccasionPart", noun))
    return find_in_phrase (self, tree, sentence, head, FALSE);
  return NULL;
}

/* "Monday's summit", "the November 4 issue", "the summit on Monday" */
static const gchar *
find_in_subject (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 subject)
{
  REL_TREE_EACH_CHILD (tree, subject, child) {
    const RelMention *mention = rel_document_find_mention (self->document, sentence, child);

    if (is_time (mention) && is_day (mention->value) && child < subject)
      return mention->value;
  }
  return is_known_thing (tree, subject) ? get_occasion_time (self, &tree->tokens[subject]) : NULL;
}

const gchar *
rel_drafts_find_event_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  const gchar *value = NULL;

  if (proposition->inferred || proposition->predicate < 0 || tree->tokens[proposition->predicate].upos != REL_UPOS_VERB)
    return NULL;
  REL_TREE_EACH_CHILD (tree, proposition->predicate, child)
    if (value == NULL && tree->tokens[child].deprel == REL_DEPREL_OBL)
      value = find_in_adjunct (self, tree, proposition->sentence, child);
  if (value == NULL && proposition->n_arguments > 0 && proposition->arguments[0].role == REL_ROLE_SUBJECT
      && proposition->arguments[0].head >= 0)
    value = find_in_subject (self, tree, proposition->sentence, proposition->arguments[0].head);
  return value;
}

/* The place in the phrase of @head; NULL: none. */
static const RelNode *
find_place_in_phrase (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 head)
{
  for (gint32 i = tree->left[head]; i <= tree->right[head]; i++) {
    const RelMention *mention = rel_document_find_mention (self->document, sentence, i);

    if (mention != NULL && mention->form == REL_MENTION_NAME && mention->type == REL_ENTITY_PLACE
        && tree->tokens[i].deprel == REL_DEPREL_NMOD && is_said_of (tree, i, head))
      return rel_drafts_get_entity (self, mention->entity);
  }
  return NULL;
}

const RelNode *
rel_drafts_find_event_place (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);

  if (proposition->inferred || proposition->predicate < 0)
    return NULL;
  REL_TREE_EACH_CHILD (tree, proposition->predicate, child) {
    gint32 mark = rel_tree_get_child (tree, child, REL_DEPREL_CASE);

    if (tree->tokens[child].deprel == REL_DEPREL_OBL && mark >= 0 && is_occasion (self, &tree->tokens[child])
        && is_lemma_of (self, "rel:DuringPreposition", &tree->tokens[mark]))
      return find_place_in_phrase (self, tree, proposition->sentence, child);
  }
  return NULL;
}

/* Phrases of a sentence: mentions, runs of capitals, quotations, nouns with what stands before them.
 *
 * Titles of works are what taggers of names miss most often: a run of words in capitals, the words between quotation
 * marks and the whole subject of the sentence are phrases, too. Cost: linear in the sentence, but for repeated labels.
 */
#include <triples/phrase_list.h>

#include <string.h>

#define MAX_RUN_TOKENS 14  /* longer titles are rare, and runs of capitals that long are headlines */
#define MAX_VALUE_TOKENS 6 /* longer values are sentences */
#define MAX_GAP_TOKENS 2   /* "Lord of the Rings" */

typedef struct {
  RelFactDrafts *drafts;
  const RelTree *tree;
  guint32 sentence;
  GArray *phrases;
} List;

/* (transfer full): the words of [first, end) with the blanks of the text. */
static gchar *
dup_words (const RelTree *tree, gint32 first, gint32 end)
{
  GString *words = g_string_new (NULL);

  for (gint32 i = first; i < end; i++) {
    if (i > first && tree->tokens[i - 1].space_after)
      g_string_append_c (words, ' ');
    g_string_append (words, tree->tokens[i].form);
  }
  return g_string_free (words, FALSE);
}

static gint32
find_head (const RelTree *tree, gint32 first, gint32 end)
{
  for (gint32 i = first; i < end; i++)
    if (tree->tokens[i].head < first || tree->tokens[i].head >= end)
      return i;
  return first;
}

static gboolean
has_label (const GArray *phrases, const gchar *label)
{
  for (guint i = 0; i < phrases->len; i++)
    if (strcmp (g_array_index (phrases, RelPhrase, i).label, label) == 0)
      return TRUE;
  return FALSE;
}

static void
add (List *list, gint32 first, gint32 end, const gchar *label, const gchar *shape, const RelMention *mention)
{
  if (first >= end || label == NULL || *label == '\0' || has_label (list->phrases, label))
    return;

  RelPhrase phrase = {
    .first = first,
    .end = end,
    .head = find_head (list->tree, first, end),
    .label = rel_arena_strdup (list->drafts->arena, label),
    .shape = shape,
    .mention = mention,
  };
  g_array_append_val (list->phrases, phrase);
}

static gboolean
is_quote (const RelToken *token)
{
  return (strchr ("\"", token->form[0]) != NULL || strcmp (token->form, "``") == 0 || strcmp (token->form, "''") == 0
          || strcmp (token->form, "“") == 0 || strcmp (token->form, "”") == 0);
}

/* The words of [first, end) but for quotation marks at their ends. */
static void
add_words (List *list, gint32 first, gint32 end, const gchar *shape)
{
  while (first < end && is_quote (&list->tree->tokens[first]))
    first++;
  while (end > first && is_quote (&list->tree->tokens[end - 1]))
    end--;

  g_autofree gchar *words = first < end ? dup_words (list->tree, first, end) : NULL;

  add (list, first, end, words, shape, NULL);
}

static void
add_mention (List *list, const RelMention *mention)
{
  const RelEntity *entity = &list->drafts->document->entities[mention->entity];
  const RelNode *node = NULL;

  switch (mention->form) {
  case REL_MENTION_TIME:
  case REL_MENTION_QUANTITY:
    if (mention->value != NULL)
      add (list, mention->first, mention->end, mention->value, mention->form == REL_MENTION_TIME ? "time" : "number",
           mention);
    return;
  case REL_MENTION_NAME:
    node = rel_drafts_get_entity (list->drafts, mention->entity);
    if (node != NULL)
      add (list, mention->first, mention->end, node->label, rel_entity_type_get_name (mention->type), mention);
    return;
  case REL_MENTION_DEMONYM:
    node = rel_drafts_get_entity (list->drafts, mention->entity);
    if (node != NULL)
      add (list, mention->first, mention->end, node->label, "demonym", mention);
    return;
  default:
    if (entity->is_named && (node = rel_drafts_get_entity (list->drafts, mention->entity)) != NULL)
      add (list, mention->first, mention->end, node->label, "nominal", mention);
  }
}

static gboolean
is_capital (const RelToken *token)
{
  gunichar c = g_utf8_get_char (token->form);

  return g_unichar_isupper (c) || g_unichar_isdigit (c);
}

/* What may stand between two words of a title: "of the", ":", "'s", "-". */
static gboolean
joins (const RelToken *token)
{
  switch (token->upos) {
  case REL_UPOS_ADP:
  case REL_UPOS_DET:
  case REL_UPOS_CCONJ:
  case REL_UPOS_PART:
    return TRUE;
  case REL_UPOS_PUNCT:
    return strchr (":-'&!.", token->form[0]) != NULL;
  default:
    return FALSE;
  }
}

/* The end of the run of capitals that begins at @first. */
static gint32
find_run_end (const RelTree *tree, gint32 first)
{
  gint32 end = first + 1, i = first + 1;

  while (i < tree->n && i - first < MAX_RUN_TOKENS && i - end <= MAX_GAP_TOKENS) {
    const RelToken *token = &tree->tokens[i];

    if (is_capital (token))
      end = ++i;
    else if (joins (token))
      i++;
    else
      break;
  }
  return end;
}

static void
add_runs (List *list)
{
  const RelTree *tree = list->tree;
  gint32 first = 0;

  while (first < tree->n) {
    if (!is_capital (&tree->tokens[first])) {
      first++;
      continue;
    }
    gint32 end = find_run_end (tree, first);
    add_words (list, first, end, "title");
    if (tree->tokens[first].upos == REL_UPOS_DET || tree->tokens[first].upos == REL_UPOS_ADP)
      add_words (list, first + 1, end, "title");
    /* "Greene, Maine" */
    if (end + 1 < tree->n && strcmp (tree->tokens[end].form, ",") == 0 && is_capital (&tree->tokens[end + 1]))
      add_words (list, first, find_run_end (tree, end + 1), "titles");
    first = end;
  }
}

static void
add_quotations (List *list)
{
  gint32 open = -1;

  for (gint32 i = 0; i < list->tree->n; i++) {
    if (!is_quote (&list->tree->tokens[i]))
      continue;
    if (open >= 0 && i - open <= MAX_RUN_TOKENS && i > open + 1) {
      gint32 end = i;
      while (end > open + 1 && list->tree->tokens[end - 1].upos == REL_UPOS_PUNCT)
        end--;
      add_words (list, open + 1, end, "quotation");
      open = -1;
    } else {
      open = i;
    }
  }
}

static gint32
find_subject (const RelTree *tree)
{
  gint32 subject = tree->root >= 0 ? rel_tree_get_child (tree, tree->root, REL_DEPREL_NSUBJ) : -1;

  if (subject < 0 && tree->root >= 0)
    subject = rel_tree_get_child (tree, tree->root, REL_DEPREL_NSUBJ_PASS);
  return subject;
}

static gboolean
ends_opening (const RelToken *token)
{
  return ((token->upos == REL_UPOS_AUX || token->upos == REL_UPOS_VERB) && !is_capital (token))
         || (token->upos == REL_UPOS_PUNCT && strchr ("(,;", token->form[0]) != NULL);
}

static gboolean
opens_circumstance (const RelToken *token)
{
  switch (token->upos) {
  case REL_UPOS_ADP:
  case REL_UPOS_ADV:
  case REL_UPOS_CCONJ:
  case REL_UPOS_PRON:
  case REL_UPOS_SCONJ:
    return TRUE;
  default:
    return FALSE;
  }
}

/* What the sentence opens with, up to its first verb, comma or parenthesis, when all of it could be a name: "1925 Ada Lane
 * was discovered". It is found by the words alone, because names that are no words mislead the parser. */
static void
add_opening (List *list)
{
  const RelTree *tree = list->tree;
  gint32 first = 0, end;

  while (first < tree->n && is_quote (&tree->tokens[first]))
    first++;
  if (first == tree->n || opens_circumstance (&tree->tokens[first])
      || (first + 1 < tree->n && tree->tokens[first].upos == REL_UPOS_VERB
          && tree->tokens[first + 1].upos == REL_UPOS_ADP)) /* "Directed by Ada Lane, …" */
    return;
  for (end = first; end < tree->n && !ends_opening (&tree->tokens[end]); end++)
    if (!is_capital (&tree->tokens[end]) && !joins (&tree->tokens[end]) && !is_quote (&tree->tokens[end])
        && (end == first || tree->tokens[end - 1].space_after))
      return;
  while (end > first && is_quote (&tree->tokens[end - 1]))
    end--;
  if (end == tree->n || end - first > MAX_RUN_TOKENS || end == first || !is_capital (&tree->tokens[end - 1])
      || (end == first + 1 && tree->tokens[first].upos == REL_UPOS_DET))
    return;
  gboolean article = tree->tokens[first].upos == REL_UPOS_DET;

  add_words (list, first, end, article ? "opening with article" : "opening");
  if (article)
    add_words (list, first + 1, end, "bare opening");
}

/* The whole subject up to a comma or parenthesis: a title may hold any words. */
static void
add_subject (List *list)
{
  const RelTree *tree = list->tree;
  gint32 subject = find_subject (tree), first, end;

  if (subject < 0 || tree->tokens[subject].upos == REL_UPOS_PRON)
    return;
  first = tree->left[subject];
  while (first < subject && tree->tokens[first].upos == REL_UPOS_PUNCT)
    first++;
  for (end = first; end <= tree->right[subject] && end < tree->n; end++)
    if (end > first && tree->tokens[end].upos == REL_UPOS_PUNCT && strchr ("(,", tree->tokens[end].form[0]) != NULL)
      break;
  if (!is_capital (&tree->tokens[first]))
    return;
  gboolean article = tree->tokens[first].upos == REL_UPOS_DET;

  add_words (list, first, end,
             article                                        ? "subject with article"
             : tree->tokens[subject].upos == REL_UPOS_PROPN ? "subject"
                                                            : "described subject");
  if (article)
    add_words (list, first + 1, end, "bare subject");
}

/* A noun with the nouns and adjectives before it, each way: "American drama film", "drama film", "film". */
static void
add_nouns (List *list, gint32 head)
{
  const RelTree *tree = list->tree;
  const RelToken *token = &tree->tokens[head];
  gint32 first = head;

  if (token->upos != REL_UPOS_NOUN && token->upos != REL_UPOS_PROPN && token->upos != REL_UPOS_ADJ
      && token->upos != REL_UPOS_NUM)
    return;
  if (token->upos == REL_UPOS_NOUN)
    add (list, tree->left[head], tree->right[head] + 1, rel_drafts_get_phrase (list->drafts, list->sentence, head),
         "phrase", NULL);
  while (first > 0 && head - first < 4
         && (tree->tokens[first - 1].upos == REL_UPOS_NOUN || tree->tokens[first - 1].upos == REL_UPOS_PROPN
             || tree->tokens[first - 1].upos == REL_UPOS_ADJ
             || (tree->tokens[first - 1].upos == REL_UPOS_PUNCT && tree->tokens[first - 1].form[0] == '-')))
    first--;
  for (gint32 i = first; i < head; i++)
    if (tree->tokens[i].upos != REL_UPOS_PUNCT)
      add_words (list, i, head + 1, "nouns");
  add_words (list, head, head + 1, token->upos == REL_UPOS_ADJ ? "adjective" : "noun");
  if (token->upos == REL_UPOS_NOUN && token->lemma != NULL)
    add (list, head, head + 1, token->lemma, "lemma", NULL);
}

/* Words that are known as values, wherever they stand: "killed in action". */
void
rel_phrases_add_values (RelFactDrafts *self, const RelTree *tree, GArray *phrases, GHashTable *values)
{
  List list = { self, tree, 0, phrases };

  for (gint32 first = 0; first < tree->n; first++)
    for (gint32 end = first + 1; end <= MIN (first + MAX_VALUE_TOKENS, tree->n); end++) {
      g_autofree gchar *words = dup_words (tree, first, end);
      g_autofree gchar *lower = rel_utf8_to_lower (words);

      if (g_hash_table_contains (values, lower))
        add (&list, first, end, words, "value", NULL);
    }
}

GArray *
rel_drafts_list_phrases (RelFactDrafts *self, guint32 sentence)
{
  List list = { self, rel_drafts_get_tree (self, sentence), sentence, g_array_new (FALSE, TRUE, sizeof (RelPhrase)) };

  for (guint i = self->first_mention[sentence]; i < self->first_mention[sentence + 1]; i++)
    add_mention (&list, &self->document->mentions[i]);
  add_opening (&list);
  add_quotations (&list);
  add_subject (&list);
  add_runs (&list);
  for (gint32 head = 0; head < list.tree->n; head++)
    add_nouns (&list, head);
  return list.phrases;
}

/* How well a phrase names a thing, where nothing was learned of that; 0: not at all. */
static gfloat
rank_name (const RelPhrase *phrase)
{
  static const struct {
    const gchar *shape;
    gfloat rank;
  } ranks[] = {
    { "opening", 0.5f },       { "opening with article", 0.4f },
    { "bare opening", 0.35f }, { "subject", 0.3f },
    { "quotation", 0.3f },     { "bare subject", 0.15f },
    { "title", 0.1f },         { "subject with article", 0.1f },
    { "demonym", 0.05f },      { "time", 0.0f },
    { "number", 0.0f },        { "described subject", 0.2f },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strcmp (phrase->shape, ranks[i].shape) == 0)
      return ranks[i].rank;
  return phrase->mention != NULL ? 0.2f : 0.0f;
}

gboolean
rel_phrase_can_name (const RelPhrase *phrase)
{
  return rank_name (phrase) > 0;
}

static gfloat
rank (const RelPhrase *phrase, GHashTable *shapes)
{
  const gfloat *learned = shapes != NULL ? g_hash_table_lookup (shapes, phrase->shape) : NULL;

  return learned != NULL && rank_name (phrase) > 0 ? *learned : rank_name (phrase);
}

gint
rel_phrases_find_head (const GArray *phrases, gint32 head, GHashTable *shapes)
{
  gint best = -1;
  gfloat best_rank = 0;

  for (guint i = 0; i < phrases->len; i++) {
    const RelPhrase *phrase = &g_array_index (phrases, RelPhrase, i);
    gfloat own = rank (phrase, shapes);

    if (head < phrase->first || head >= phrase->end || own <= best_rank)
      continue;
    best = (gint) i;
    best_rank = own;
  }
  return best;
}

gint
rel_phrases_find_topic (const GArray *phrases, const RelTree *tree, GHashTable *shapes)
{
  gint32 subject = find_subject (tree);
  gint topic = -1;

  for (guint i = 0; i < phrases->len && topic < 0; i++)
    if (g_str_has_prefix (g_array_index (phrases, RelPhrase, i).shape, "opening"))
      topic = rel_phrases_find_head (phrases, g_array_index (phrases, RelPhrase, i).head, shapes);
  if (topic < 0 && subject >= 0) { /* "Ada Lane's second flight was …" is about her */
    gint32 owner = rel_tree_get_child (tree, subject, REL_DEPREL_NMOD_POSS);

    if (owner >= 0 && tree->tokens[owner].upos == REL_UPOS_PROPN)
      topic = rel_phrases_find_head (phrases, owner, shapes);
  }
  if (topic < 0 && subject >= 0)
    topic = rel_phrases_find_head (phrases, subject, shapes);
  for (guint i = 0; i < phrases->len && topic < 0; i++)
    if (rank_name (&g_array_index (phrases, RelPhrase, i)) > 0)
      topic = rel_phrases_find_head (phrases, g_array_index (phrases, RelPhrase, i).head, shapes);
  return topic;
}

const RelNode *
rel_drafts_get_phrase_node (RelFactDrafts *self, guint32 sentence, const RelPhrase *phrase)
{
  const RelMention *mention = phrase->mention;

  if (mention != NULL && mention->form != REL_MENTION_TIME && mention->form != REL_MENTION_QUANTITY)
    return rel_drafts_get_entity (self, mention->entity);

  RelNode *node = (RelNode *) rel_drafts_make_text (self, phrase->label);

  if (mention != NULL) {
    g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
    rel_drafts_collect_head (self, sentence, mention->head, nodes);
    if (nodes->len == 1 && ((const RelNode *) g_ptr_array_index (nodes, 0))->type_iri != NULL) {
      *node = *(const RelNode *) g_ptr_array_index (nodes, 0);
      node->label = phrase->label; /* the value: what the user's ontology asks for, not how the text words it */
    }
  }
  return node;
}

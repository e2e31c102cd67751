/* Who says what a proposition states, where its own clause does not tell: by where the source stands in the sentence.
 *
 *   "..., Lee said."                                  the speaker of the quotation
 *   In a report of the council, the storm damaged ...    the council
 *   The leaders stressed its importance, Yonhap reported.   Yonhap
 *   The leaders agreed on joint efforts, according to the statement.   the statement
 *
 * Parsers hang the last two on the nearest noun or verb; a comma before and nothing behind show that they belong to the whole
 * sentence. What somebody is said to have said at an opening "In a statement" is theirs already.
 *
 * Cost: linear in the sentence.
 */
#include <triples/fact_clause.h>

#include <string.h>

static gboolean
is_lemma_of (const RelFactDrafts *self, const gchar *group, const RelToken *token)
{
  return self->lexicon != NULL && token->lemma != NULL
         && rel_lexicon_has (self->lexicon, group, "rel:lemma", token->lemma);
}

static gboolean
is_reporting (const RelFactDrafts *self, const RelToken *token)
{
  return self->lexicon != NULL && token->upos == REL_UPOS_VERB && token->lemma != NULL
         && rel_lexicon_find (self->lexicon, token->lemma, "rel:ReportingVerb") != NULL;
}

static gboolean
is_mark (const RelTree *tree, gint32 token)
{
  return token >= 0 && token < tree->n && tree->tokens[token].upos == REL_UPOS_PUNCT;
}

static gboolean
is_at_end (const RelTree *tree, gint32 token)
{
  while (token < tree->n && is_mark (tree, token))
    token++;
  return token == tree->n;
}

/* First token below @head that is no punctuation. */
static gint32
get_first_word (const RelTree *tree, gint32 head)
{
  gint32 first = tree->left[head];

  while (first < head && is_mark (tree, first))
    first++;
  return first;
}

/* "..., Yonhap reported." at the end of the sentence: its verb, -1: none. */
static gint32
find_trailing_reporter (const RelFactDrafts *self, const RelTree *tree)
{
  gint32 verb = tree->n - 1;

  while (verb > 0 && is_mark (tree, verb))
    verb--;
  if (verb <= 0 || !is_reporting (self, &tree->tokens[verb])
      || (tree->tokens[verb].deprel != REL_DEPREL_CCOMP && tree->tokens[verb].deprel != REL_DEPREL_PARATAXIS)
      || rel_tree_get_child (tree, verb, REL_DEPREL_NSUBJ) < 0 || rel_tree_get_child (tree, verb, REL_DEPREL_MARK) >= 0
      || !is_mark (tree, get_first_word (tree, verb) - 1))
    return -1;
  return verb;
}

gboolean
rel_drafts_is_reporter (RelFactDrafts *self, guint32 sentence, gint32 token)
{
  return token >= 0 && find_trailing_reporter (self, rel_drafts_get_tree (self, sentence)) == token;
}

/* The noun of "..., according to the statement" at the end of the sentence; -1: none. */
static gint32
find_trailing_origin (const RelFactDrafts *self, const RelTree *tree)
{
  for (gint32 i = tree->n - 1; i > 0; i--) {
    gint32 noun = tree->tokens[i].head;

    if (tree->tokens[i].deprel == REL_DEPREL_CASE && noun > i
        && is_lemma_of (self, "rel:OriginPreposition", &tree->tokens[i]) && is_mark (tree, i - 1)
        && is_at_end (tree, tree->right[noun] + 1))
      return noun;
  }
  return -1;
}

static const RelNode *
get_node (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  if (head >= 0)
    rel_drafts_collect_head (self, sentence, head, nodes);
  return nodes->len > 0 ? rel_drafts_get_thing (self, g_ptr_array_index (nodes, 0)) : NULL;
}

/* Persons and organizations speak, of places those that have a name. */
static gboolean
is_speaker (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  const RelNode *node = get_node (self, sentence, head);
  const RelMention *mention = head >= 0 ? rel_document_find_mention (self->document, sentence, head) : NULL;

  if (node == NULL)
    return FALSE;
  return g_strcmp0 (node->type, "Person") == 0 || g_strcmp0 (node->type, "Organization") == 0
         || (g_strcmp0 (node->type, "Place") == 0 && mention != NULL && mention->form != REL_MENTION_NOMINAL);
}

/* "In a letter, the mayor rejected the plan": one whose own words they are. */
static gboolean
has_speaking_subject (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 predicate)
{
  return is_speaker (self, sentence, rel_tree_get_child (tree, predicate, REL_DEPREL_NSUBJ));
}

/* Who stands behind an opening "In a report of the council, ...": the council, else the report; -1: none, or @predicate
 * is part of the opening. */
static gint32
find_opening_utterance (RelFactDrafts *self, const RelTree *tree, guint32 sentence, gint32 predicate)
{
  for (gint32 noun = 1; noun < tree->n; noun++) {
    const RelToken *token = &tree->tokens[noun];
    gint32 owner = -1;

    if (token->deprel != REL_DEPREL_OBL || tree->left[noun] != 0 || !is_lemma_of (self, "rel:Utterance", token)
        || tree->tokens[0].deprel != REL_DEPREL_CASE || tree->tokens[0].head != noun
        || !is_lemma_of (self, "rel:DuringPreposition", &tree->tokens[0]))
      continue;
    if (rel_tree_is_below (tree, predicate, noun))
      return -1;
    REL_TREE_EACH_CHILD (tree, noun, child)
      if (owner < 0
          && (tree->tokens[child].deprel == REL_DEPREL_NMOD_POSS
              || (tree->tokens[child].deprel == REL_DEPREL_NMOD && child > noun)))
        owner = child;
    return owner >= 0 || has_speaking_subject (self, tree, sentence, predicate) ? owner : noun;
  }
  return -1;
}

/* "expressed hope that visits would help, adding that ...": visits add nothing; the first subject above who can speak. */
static gint32
find_subject_above (RelFactDrafts *self, guint32 sentence, gint32 token)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  gint32 steps = tree->n;

  for (gint32 at = tree->tokens[token].head; at >= 0 && steps-- > 0; at = tree->tokens[at].head) {
    gint32 subject = rel_tree_get_child (tree, at, REL_DEPREL_NSUBJ);

    if (is_speaker (self, sentence, subject))
      return subject;
  }
  return -1;
}

gint32
rel_drafts_find_speaking_subject (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  const RelToken *verb = proposition->predicate >= 0 ? &tree->tokens[proposition->predicate] : NULL;
  gint32 subject = proposition->n_arguments > 0 ? proposition->arguments[0].head : -1;

  if (verb == NULL || subject < 0 || !is_reporting (self, verb) || g_strcmp0 (verb->xpos, "VBG") != 0
      || verb->deprel != REL_DEPREL_ADVCL || is_lemma_of (self, "rel:Utterance", &tree->tokens[subject]))
    return -1;
  if (is_speaker (self, proposition->sentence, subject))
    return -1;
  return find_subject_above (self, proposition->sentence, proposition->predicate);
}

/* A thing that neither speaks nor is spoken or written. */
static gboolean
is_mute (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  const RelToken *token = rel_drafts_get_token (self, sentence, head);

  return token->upos != REL_UPOS_PROPN && token->upos != REL_UPOS_PRON && !is_speaker (self, sentence, head)
         && !is_lemma_of (self, "rel:Utterance", token);
}

/* The source that the proposition itself has. */
static const RelNode *
find_own_source (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelNode *node = get_node (self, proposition->sentence, proposition->source);

  if (node != NULL && is_mute (self, proposition->sentence, proposition->source)) {
    const RelNode *above
      = get_node (self, proposition->sentence, find_subject_above (self, proposition->sentence, proposition->source));
    return above != NULL ? above : node;
  }
  if (node == NULL && proposition->source_text != NULL && *proposition->source_text != '\0')
    node = rel_drafts_find_source (self, proposition->source_text);
  return node;
}

/* The source that stands at the beginning or end of the sentence, of all that it says. */
static const RelNode *
find_outer_source (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  gint32 verb = find_trailing_reporter (self, tree), found = -1;

  if (proposition->predicate < 0 || (proposition->predicate == verb))
    return NULL;
  if (verb >= 0)
    found = rel_tree_get_child (tree, verb, REL_DEPREL_NSUBJ);
  if (found < 0)
    found = find_trailing_origin (self, tree);
  if (found < 0 && !is_reporting (self, &tree->tokens[proposition->predicate]))
    found = find_opening_utterance (self, tree, proposition->sentence, proposition->predicate);
  return get_node (self, proposition->sentence, found);
}

/* What an apposition, a title or a possessive takes for granted is the text's own word even inside a report (Potts 2005:
 * such asides are commitments of the writer), but not inside a quotation. */
const RelNode *
rel_drafts_find_proposition_source (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelNode *node = NULL;

  if (!proposition->inferred && !rel_drafts_is_reporter (self, proposition->sentence, proposition->predicate)) {
    node = find_own_source (self, proposition);
    if (node == NULL)
      node = find_outer_source (self, proposition);
  }
  if (node == NULL)
    node = rel_drafts_find_speaker (self, proposition->sentence, proposition->predicate);
  return node;
}

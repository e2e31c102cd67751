/* What the words before a name say of its bearer: "Italian Prime Minister Giorgia Meloni", "the daily Morning Post".
 *
 * The words are found by their order rather than by the tree: which of them hangs on which is what parsers of news get
 * wrong most often, while their order is fixed. A title of the ontology is an office of the place or
 * organization that stands before it or, with "of", behind the name. What is presupposed so is the text's own word.
 *
 * Cost: linear in mentions.
 */
#include <triples/fact_draft.h>

#include <math.h>
#include <string.h>

/* How often a reader would agree, by the margin of the name tag in log-probability: of 55 facts of news reports 50 were
 * right. */
static gfloat
get_confidence (gfloat margin)
{
  return 0.92f / (1.0f + expf (-1.5f - margin));
}

/* "deputy undersecretary of defense for policy" is about as long as they come. */
#define MAX_DESCRIPTOR_TOKENS 8
#define MAX_TITLE_TOKENS 4

/* A name with what stands before it. */
typedef struct {
  RelFactDrafts *drafts;
  const RelTree *tree;
  const RelMention *name;
  const RelNode *node;
  gint32 first, end;       /* tokens of the descriptor; it ends where the name begins, or the first of several */
  const RelMention *owner; /* (nullable) place or organization that it begins with */
} Described;

/* The name, adjective of a place, or time that ends before token @end; NULL: none. */
static const RelMention *
find_mention_ending (const Described *self, gint32 end)
{
  const RelMention *found = NULL;

  for (gint32 head = end - 1; head >= 0 && head >= end - MAX_DESCRIPTOR_TOKENS; head--) {
    const RelMention *mention = rel_document_find_mention (self->drafts->document, self->name->sentence, head);

    if (mention != NULL && mention->end == end
        && (mention->type == REL_ENTITY_TIME
            || (mention->form != REL_MENTION_NOMINAL && mention->form != REL_MENTION_PRONOUN)))
      found = mention;
  }
  return found;
}

static gboolean
is_owner (const RelMention *mention)
{
  return (mention->form == REL_MENTION_NAME || mention->form == REL_MENTION_DEMONYM)
         && (mention->type == REL_ENTITY_PLACE || mention->type == REL_ENTITY_ORGANIZATION);
}

static gboolean
is_descriptive (const RelToken *token)
{
  switch (token->upos) {
  case REL_UPOS_NOUN:
  case REL_UPOS_PROPN:
  case REL_UPOS_ADJ:
  case REL_UPOS_NUM:
  case REL_UPOS_CCONJ:
    return TRUE;
  case REL_UPOS_PUNCT:
    return strcmp (token->form, "-") == 0;
  default:
    return FALSE;
  }
}

/* "on Sunday Presidents A and B signed": taggers run the day into the title. */
static gboolean
is_weekday (const Described *self, gint32 token)
{
  const RelLexicon *lexicon = self->drafts->lexicon;

  return lexicon != NULL && rel_lexicon_find (lexicon, self->tree->tokens[token].form, "rel:Weekday") != NULL;
}

/* Walks to the left from the name as far as words describe it; a name on the way owns what stands behind it. */
static void
find_descriptor (Described *self)
{
  gint32 at = self->name->first;

  while (at > 0 && self->name->first - at < MAX_DESCRIPTOR_TOKENS) {
    gint32 before = at - 1;
    gboolean possessive
      = strcmp (self->tree->tokens[before].form, "'s") == 0 || strcmp (self->tree->tokens[before].form, "’s") == 0;
    const RelMention *mention = find_mention_ending (self, possessive ? before : at);

    if (mention != NULL) {
      if (is_owner (mention) && (at < self->name->first || mention->form == REL_MENTION_DEMONYM)
          && self->tree->tokens[at].upos != REL_UPOS_CCONJ)
        self->owner = mention;
      break;
    }
    if (!is_descriptive (&self->tree->tokens[before]) || is_weekday (self, before))
      break;
    at = before;
  }
  while (at < self->name->first && self->tree->tokens[at].upos == REL_UPOS_CCONJ)
    at++;
  /* "the 55-member union": a word cut at its hyphen is none. */
  self->first = self->tree->tokens[at].upos == REL_UPOS_PUNCT ? self->name->first : at;
}

/* (transfer full): the words [first, end), the last one in the singular. */
static gchar *
dup_words (const Described *self, gint32 first, gint32 end, gboolean by_lemma)
{
  GString *words = g_string_new (NULL);

  for (gint32 i = first; i < end; i++) {
    const RelToken *token = &self->tree->tokens[i];
    gboolean lemma = by_lemma && i == end - 1 && rel_token_has_feature (token, "Number=Plur");

    if (i > first && self->tree->tokens[i - 1].space_after)
      g_string_append_c (words, ' ');
    g_string_append (words, lemma ? token->lemma : token->form);
  }
  return g_string_free (words, FALSE);
}

/* Whether the descriptor ends in a title that the ontology knows. */
static gboolean
has_title (const Described *self)
{
  for (gint32 n = MAX_TITLE_TOKENS; n > 0; n--) {
    gint32 first = self->end - n;

    if (first < self->first || self->drafts->lexicon == NULL)
      continue;
    for (gint by_lemma = 0; by_lemma <= 1; by_lemma++) {
      g_autofree gchar *words = dup_words (self, first, self->end, by_lemma);
      if (rel_lexicon_find (self->drafts->lexicon, words, "rel:Title") != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

/* "of Nigeria" right behind the name. */
static const RelMention *
find_owner_behind (const Described *self)
{
  gint32 at = self->name->end;

  if (at + 1 >= self->tree->n || g_ascii_strcasecmp (self->tree->tokens[at].form, "of") != 0)
    return NULL;
  at += 1 + (self->tree->tokens[at + 1].upos == REL_UPOS_DET);
  for (gint32 head = at; head < self->tree->n && head < at + MAX_DESCRIPTOR_TOKENS; head++) {
    const RelMention *mention = rel_document_find_mention (self->drafts->document, self->name->sentence, head);

    if (mention != NULL && mention->first <= at && mention->form == REL_MENTION_NAME && is_owner (mention))
      return mention;
  }
  return NULL;
}

static void
add_fact (const Described *self, RelPredicateDraft predicate, const RelNode *object)
{
  rel_drafts_add (self->drafts,
                  &(RelFactDraft){
                    .subject = self->node,
                    .predicate = predicate,
                    .object = object,
                    .source = rel_drafts_find_speaker (self->drafts, self->name->sentence, self->name->head),
                    .sentence = self->name->sentence,
                    .rule = "descriptor",
                    .confidence = get_confidence (self->tree->tokens[self->name->head].name_margin),
                  });
}

/* "is prime minister of – Italy" */
static void
add_office (const Described *self, const RelMention *owner)
{
  RelPredicateDraft predicate = rel_drafts_make_role (self->drafts, self->name->sentence, self->first, self->end, "of");

  add_fact (self, predicate, rel_drafts_get_entity (self->drafts, owner->entity));
}

/* "is – Italian Prime Minister" */
static void
add_description (const Described *self)
{
  gint32 first = self->owner != NULL && self->owner->form == REL_MENTION_DEMONYM ? self->owner->first : self->first;
  g_autofree gchar *words = dup_words (self, first, self->end, TRUE);

  add_fact (self, (RelPredicateDraft){ .key = "be", .label = "is" }, rel_drafts_make_text (self->drafts, words));
}

/* "Italian artist Maurizio Cattelan" */
static void
add_origin (const Described *self)
{
  if (self->owner == NULL || self->owner->form != REL_MENTION_DEMONYM || self->name->type != REL_ENTITY_PERSON)
    return;
  add_fact (self, (RelPredicateDraft){ .key = "be from", .label = "is from" },
            rel_drafts_get_entity (self->drafts, self->owner->entity));
}

/* "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin": what stands before the first name in the plural
 * describes the others, too. */
static void
take_shared_descriptor (Described *self)
{
  const RelToken *token = &self->tree->tokens[self->name->head];
  const RelMention *first = token->deprel == REL_DEPREL_CONJ && token->head >= 0
                              ? rel_document_find_mention (self->drafts->document, self->name->sentence, token->head)
                              : NULL;

  if (first == NULL || first->form != REL_MENTION_NAME || first->first == 0
      || !rel_token_has_feature (&self->tree->tokens[first->first - 1], "Number=Plur"))
    return;

  Described shared = *self;

  shared.name = first;
  find_descriptor (&shared);
  self->first = shared.first;
  self->end = first->first;
}

/* "," or a preposition that says where. */
static gboolean
is_place_joint (const Described *self, const RelToken *token)
{
  return strcmp (token->form, ",") == 0
         || (token->upos == REL_UPOS_ADP && self->drafts->lexicon != NULL
             && rel_lexicon_has (self->drafts->lexicon, "rel:locatedIn", "rel:phraseFrame", token->form));
}

/* "Chicago, Illinois", "Blenheim Palace in Oxfordshire": a place in a place, unless they are enumerated. */
static void
add_place_behind (Described *self)
{
  gint32 comma = self->name->end;
  const RelMention *around = NULL;

  if (self->name->type != REL_ENTITY_PLACE || comma + 1 >= self->tree->n
      || !is_place_joint (self, &self->tree->tokens[comma]))
    return;
  for (gint32 head = comma + 1; head < self->tree->n && head <= comma + MAX_TITLE_TOKENS && around == NULL; head++) {
    around = rel_document_find_mention (self->drafts->document, self->name->sentence, head);
    if (around != NULL && around->first != comma + 1)
      around = NULL;
  }
  if (around == NULL || around->form != REL_MENTION_NAME || around->type != REL_ENTITY_PLACE
      || self->tree->tokens[around->head].deprel == REL_DEPREL_CONJ
      || rel_tree_get_child (self->tree, self->name->head, REL_DEPREL_CONJ) >= 0)
    return;
  self->node = rel_drafts_get_entity (self->drafts, self->name->entity);
  add_fact (self, (RelPredicateDraft){ .key = "be in", .label = "is in" },
            rel_drafts_get_entity (self->drafts, around->entity));
}

static void
add_name (RelFactDrafts *drafts, const RelMention *name)
{
  Described described
    = { .drafts = drafts, .tree = rel_drafts_get_tree (drafts, name->sentence), .name = name, .end = name->first };

  add_place_behind (&described);
  find_descriptor (&described);
  if (described.first == described.end)
    take_shared_descriptor (&described);
  described.node = rel_drafts_get_entity (drafts, name->entity);
  if (described.node == NULL)
    return;
  add_origin (&described);
  if (described.first == described.end)
    return;

  gboolean title = has_title (&described);

  if (!title && described.tree->tokens[described.end - 1].upos != REL_UPOS_NOUN)
    return;
  add_description (&described);
  if (described.owner == NULL && title)
    described.owner = find_owner_behind (&described);
  /* The adjective of a place makes nobody an officer of it: "Italian artist". */
  if (described.owner != NULL && (title || described.owner->form == REL_MENTION_NAME))
    add_office (&described, described.owner);
}

void
rel_drafts_add_descriptors (RelFactDrafts *self)
{
  for (guint i = 0; i < self->document->n_mentions; i++)
    if (self->document->mentions[i].form == REL_MENTION_NAME)
      add_name (self, &self->document->mentions[i]);
  rel_drafts_add_origins (self);
}

/* Where somebody or something is from, by the name of a place in the words before: "the Seoul-based agency", "a Leeds man",
 * "the Swiss city of Basel".
 *
 * Cost: linear in mentions.
 */
#include <triples/fact_draft.h>

#include <math.h>
#include <string.h>

/* How often a reader would agree, by the margin of the place's arc in log-probability; as in phrase_facts.c. */
static gfloat
get_confidence (gfloat margin)
{
  return 0.95f / (1.0f + expf (-0.1f - 1.05f * margin));
}

static gboolean
is_lemma_of (const RelFactDrafts *self, const gchar *group, const RelToken *token)
{
  return self->lexicon != NULL && token->lemma != NULL
         && rel_lexicon_has (self->lexicon, group, "rel:lemma", token->lemma);
}

static const RelNode *
get_only_node (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  rel_drafts_collect_head (self, sentence, head, nodes);
  return nodes->len == 1 ? g_ptr_array_index (nodes, 0) : NULL;
}

static void
add_fact (RelFactDrafts *self, const RelMention *place, gint32 head, RelPredicateDraft predicate)
{
  const RelTree *tree = rel_drafts_get_tree (self, place->sentence);

  rel_drafts_add (self, &(RelFactDraft){
                          .subject = get_only_node (self, place->sentence, head),
                          .predicate = predicate,
                          .object = rel_drafts_get_entity (self, place->entity),
                          .source = rel_drafts_find_speaker (self, place->sentence, head),
                          .sentence = place->sentence,
                          .rule = "origin",
                          .confidence = get_confidence (tree->tokens[place->head].margin),
                        });
}

/* "Seoul-based": the noun that it stands before, -1: none. */
static gint32
find_seated (const RelFactDrafts *self, const RelTree *tree, const RelMention *place)
{
  gint32 hyphen = place->end, seat = hyphen + 1;
  gint32 noun = seat < tree->n ? tree->tokens[seat].head : -1;

  if (noun <= seat || strcmp (tree->tokens[hyphen].form, "-") != 0 || tree->tokens[hyphen].space_after
      || !is_lemma_of (self, "rel:SeatParticiple", &tree->tokens[seat]))
    return -1;
  return noun;
}

static gboolean
is_noun_for_person (const RelFactDrafts *self, guint32 sentence, gint32 noun)
{
  const RelMention *mention = rel_document_find_mention (self->document, sentence, noun);

  return mention != NULL && mention->form == REL_MENTION_NOMINAL && mention->type == REL_ENTITY_PERSON;
}

static void
add_place (RelFactDrafts *self, const RelMention *place)
{
  const RelTree *tree = rel_drafts_get_tree (self, place->sentence);
  const RelToken *token = &tree->tokens[place->head];
  gint32 seated = find_seated (self, tree, place);
  gint32 noun = token->head;

  if (seated >= 0) {
    add_fact (self, place, seated, (RelPredicateDraft){ .key = "be based in", .label = "is based in" });
    return;
  }
  if (noun <= place->head || (token->deprel != REL_DEPREL_COMPOUND && token->deprel != REL_DEPREL_AMOD)
      || tree->tokens[noun].upos != REL_UPOS_NOUN || rel_token_has_feature (&tree->tokens[noun], "Number=Plur"))
    return;
  if (is_lemma_of (self, "rel:NamedKind", &tree->tokens[noun]))
    add_fact (self, place, noun, (RelPredicateDraft){ .key = "be in", .label = "is in" });
  else if (is_lemma_of (self, "rel:Inhabitant", &tree->tokens[noun])
           && is_noun_for_person (self, place->sentence, noun))
    add_fact (self, place, noun, (RelPredicateDraft){ .key = "be from", .label = "is from" });
}

void
rel_drafts_add_origins (RelFactDrafts *self)
{
  for (guint i = 0; i < self->document->n_mentions; i++) {
    const RelMention *mention = &self->document->mentions[i];

    if ((mention->form == REL_MENTION_NAME || mention->form == REL_MENTION_DEMONYM)
        && mention->type == REL_ENTITY_PLACE)
      add_place (self, mention);
  }
}

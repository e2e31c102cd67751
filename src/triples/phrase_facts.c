/* Facts that a sentence states in passing, inside its noun phrases: "talks in Seoul", "fields such as aerospace".
 *
 * They are presupposed rather than claimed, and so stay the text's own even where the clause around them is
 * somebody else's (projection: Karttunen 1973); in a clause that is planned or possible they are so, too, and in a
 * negated one they are left out.
 *
 * Cost: linear in the sentence, times its propositions.
 */
#include <triples/fact_draft.h>

#include <string.h>

/* How often a reader would agree: a first guess. */
#define PHRASE_CONFIDENCE 0.6f

/* The proposition of the nearest clause around @token, NULL: none. */
static const RelProposition *
find_clause (const RelFactDrafts *self, guint32 sentence, const RelTree *tree, gint32 token)
{
  gint32 steps = tree->n;

  for (gint32 at = token; at >= 0 && steps-- > 0; at = tree->tokens[at].head)
    for (guint i = 0; i < self->document->n_propositions; i++) {
      const RelProposition *proposition = &self->document->propositions[i];

      if (proposition->sentence == sentence && proposition->predicate == at && !proposition->inferred)
        return proposition;
    }
  return NULL;
}

gchar *
rel_drafts_dup_preposition (const RelTree *tree, gint32 token)
{
  gint32 mark = rel_tree_get_child (tree, token, REL_DEPREL_CASE);
  g_autoptr (GString) words = NULL;

  if (mark < 0 || mark > token)
    return NULL;
  words = g_string_new (tree->tokens[mark].form);
  REL_TREE_EACH_CHILD (tree, mark, child)
    if (tree->tokens[child].deprel == REL_DEPREL_FIXED)
      g_string_append_printf (words, " %s", tree->tokens[child].form);
  return g_utf8_strdown (words->str, -1);
}

/* The property that @preposition says of two nouns, by the class of the second where the property has a range; NULL: none. */
static const gchar *
find_property (const RelFactDrafts *self, const gchar *preposition, const gchar *class_iri)
{
  guint n_properties = 0;
  const gchar *const *properties = NULL;

  if (self->lexicon != NULL)
    properties = rel_lexicon_get_subjects (self->lexicon, "rel:phraseFrame", preposition, &n_properties);
  for (guint i = 0; i < n_properties; i++) {
    const gchar *range = rel_lexicon_get_value (self->lexicon, properties[i], "rdfs:range");

    if (range == NULL || g_strcmp0 (range, class_iri) == 0)
      return properties[i];
  }
  return NULL;
}

gboolean
rel_drafts_is_example (const RelFactDrafts *self, const gchar *preposition)
{
  const gchar *property = find_property (self, preposition, NULL);

  return property != NULL && rel_lexicon_has (self->lexicon, property, "rel:frame", "include");
}

static void
add_phrase (RelFactDrafts *self, guint32 sentence, gint32 noun, gint32 modifier, const gchar *preposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  const RelProposition *clause = find_clause (self, sentence, tree, noun);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  if (clause != NULL && clause->polarity == REL_POLARITY_NEGATIVE)
    return;
  rel_drafts_collect_head (self, sentence, noun, subjects);
  rel_drafts_collect_head (self, sentence, modifier, objects);
  for (gint32 other = rel_tree_get_child (tree, modifier, REL_DEPREL_CONJ); other >= 0;
       other = rel_tree_get_next (tree, other, REL_DEPREL_CONJ))
    rel_drafts_collect_head (self, sentence, other, objects);
  if (subjects->len != 1)
    return; /* of the members of a group it may not hold */

  for (guint i = 0; i < objects->len; i++) {
    const RelNode *object = g_ptr_array_index (objects, i);
    const gchar *property = find_property (self, preposition, object->type_iri);

    if (object->iri == NULL || property == NULL)
      continue;
    rel_drafts_add (self, &(RelFactDraft){
      .subject = g_ptr_array_index (subjects, 0),
      .predicate = {
        .key = rel_lexicon_get_value (self->lexicon, property, "rel:frame"),
        .label = rel_lexicon_get_value (self->lexicon, property, "rdfs:label"),
      },
      .object = object,
      .modality = clause != NULL ? clause->modality : REL_MODALITY_FACT,
      .sentence = sentence,
      .rule = "phrase",
      .confidence = PHRASE_CONFIDENCE,
    });
  }
}

static gboolean
is_noun (const RelToken *token)
{
  return token->upos == REL_UPOS_NOUN || token->upos == REL_UPOS_PROPN;
}

static void
add_sentence (RelFactDrafts *self, guint32 sentence)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);

  for (gint32 modifier = 0; modifier < tree->n; modifier++) {
    const RelToken *token = &tree->tokens[modifier];

    if (token->deprel != REL_DEPREL_NMOD || token->head < 0 || token->head >= modifier || !is_noun (token)
        || !is_noun (&tree->tokens[token->head]))
      continue;

    g_autofree gchar *preposition = rel_drafts_dup_preposition (tree, modifier);

    if (preposition != NULL)
      add_phrase (self, sentence, token->head, modifier, preposition);
  }
}

void
rel_drafts_add_phrases (RelFactDrafts *self)
{
  for (guint32 i = 0; i < self->document->n_sentences; i++)
    add_sentence (self, i);
}

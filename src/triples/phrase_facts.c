/* Facts that a sentence states in passing, inside its noun phrases: "talks in Seoul", "fields such as aerospace".
 *
 * They are presupposed rather than claimed, and so stay the text's own even where the clause around them is
 * somebody else's (projection: Karttunen 1973), unless it is quoted word by word; in a clause that is planned or possible they are so, too, and in a
 * negated one they are left out.
 *
 * Cost: linear in the sentence, times its propositions.
 */
#include <triples/property_match.h>

#include <math.h>
#include <string.h>

/* How often a reader would agree, by the margin of the arc between the nouns in log-probability. Fitted by eye to 85 facts
 * of news reports: below 1, 65 % were right, from 1 to 3 90 %, above 95 %. */
static gfloat
get_confidence (gfloat margin)
{
  return 0.95f / (1.0f + expf (-0.1f - 1.05f * margin));
}

/* The proposition of the nearest clause around @token, NULL: none. */
static const RelProposition *
find_clause (const RelFactDrafts *self, guint32 sentence, const RelTree *tree, gint32 token)
{
  gint32 steps = tree->n;

  for (gint32 at = token; at >= 0 && steps-- > 0; at = tree->tokens[at].head) {
    const RelProposition *proposition = rel_drafts_find_proposition (self, sentence, at);

    if (proposition != NULL)
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
  return rel_utf8_to_lower (words->str);
}

/* Whether @property has no class at its end @end ("rdfs:domain", "rdfs:range"), or that of @node. */
static gboolean
fits (const RelFactDrafts *self, const gchar *property, const gchar *end, const RelNode *node)
{
  const gchar *class_iri = rel_lexicon_get_value (self->lexicon, property, end);

  return class_iri == NULL || (node != NULL && g_strcmp0 (class_iri, node->type_iri) == 0);
}

/* The property that @preposition says of two nodes (nullable), by @frame, "rel:phraseFrame" of any, "rel:nameFrame" of
 * names; NULL: none. */
static const gchar *
find_property (const RelFactDrafts *self, const gchar *frame, const gchar *preposition, const RelNode *subject,
               const RelNode *object)
{
  guint n_properties = 0;
  const gchar *const *properties = NULL;

  if (self->lexicon != NULL)
    properties = rel_lexicon_get_subjects (self->lexicon, frame, preposition, &n_properties);
  for (guint i = 0; i < n_properties; i++)
    if (fits (self, properties[i], "rdfs:domain", subject) && fits (self, properties[i], "rdfs:range", object))
      return properties[i];
  return NULL;
}

gboolean
rel_drafts_is_example (const RelFactDrafts *self, const gchar *preposition)
{
  return self->lexicon != NULL && rel_lexicon_has (self->lexicon, "rel:includes", "rel:phraseFrame", preposition);
}

static gboolean
is_name (const RelFactDrafts *self, guint32 sentence, gint32 head)
{
  const RelMention *mention = rel_document_find_mention (self->document, sentence, head);

  return mention != NULL && mention->form == REL_MENTION_NAME;
}

static void
add_fact (RelFactDrafts *self, guint32 sentence, gint32 noun, const RelProposition *clause, const RelNode *subject,
          const gchar *property, const RelNode *object, gfloat margin)
{
  const gchar *wording = rel_property_get_wording (self->lexicon, property);

  if (wording == NULL)
    return;
  rel_drafts_add (self, &(RelFactDraft){
    .subject = subject,
    .predicate = {
      .key = wording,
      .label = rel_lexicon_get_value (self->lexicon, property, "rdfs:label"),
    },
    .object = object,
    .modality = clause != NULL ? clause->modality : REL_MODALITY_FACT,
    .source = rel_drafts_find_speaker (self, sentence, noun),
    .sentence = sentence,
    .rule = "phrase",
    .confidence = get_confidence (margin),
  });
}

/* "on Friday in Istanbul": a time is nowhere. */
static gboolean
is_time (const RelFactDrafts *self, guint32 sentence, gint32 noun)
{
  const RelMention *mention = rel_document_find_mention (self->document, sentence, noun);

  return mention != NULL && mention->form == REL_MENTION_TIME;
}

/* "a bird about the size of a hen" */
static gboolean
is_rough_measure (const RelFactDrafts *self, const gchar *preposition, const RelToken *noun)
{
  return self->lexicon != NULL && noun->lemma != NULL
         && rel_lexicon_find (self->lexicon, preposition, "rel:Approximator") != NULL
         && rel_lexicon_has (self->lexicon, "rel:Dimension", "rel:lemma", noun->lemma);
}

/* "partner of South Korea in the European Union": behind a name that hangs on a role by a preposition, the phrase belongs to the
 * role as often as not. */
static gboolean
is_behind_hanging_name (const RelFactDrafts *self, guint32 sentence, const RelTree *tree, gint32 noun)
{
  const RelToken *role = tree->tokens[noun].head >= 0 ? &tree->tokens[tree->tokens[noun].head] : NULL;

  return self->lexicon != NULL && role != NULL && role->lemma != NULL && role->upos == REL_UPOS_NOUN
         && tree->tokens[noun].deprel == REL_DEPREL_NMOD && is_name (self, sentence, noun)
         && rel_tree_get_child (tree, noun, REL_DEPREL_CASE) >= 0
         && rel_lexicon_find (self->lexicon, role->lemma, "rel:RoleNoun") != NULL;
}

static void
add_phrase (RelFactDrafts *self, guint32 sentence, gint32 noun, gint32 modifier, const gchar *preposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  const RelProposition *clause = find_clause (self, sentence, tree, noun);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  if (clause != NULL && (clause->polarity == REL_POLARITY_NEGATIVE || clause->predicate == noun))
    return; /* what a noun says as predicate, its clause says of the subject */
  if (is_behind_hanging_name (self, sentence, tree, noun))
    return;
  rel_drafts_collect_head (self, sentence, noun, subjects);
  rel_drafts_collect_head (self, sentence, modifier, objects);
  for (gint32 other = rel_tree_get_child (tree, modifier, REL_DEPREL_CONJ); other >= 0;
       other = rel_tree_get_next (tree, other, REL_DEPREL_CONJ))
    rel_drafts_collect_head (self, sentence, other, objects);
  if (subjects->len != 1)
    return; /* of the members of a group it may not hold */

  /* "Ane Alencar, in remarks to the press, said": of a person such a phrase says where only with a name. */
  for (guint i = 0; i < objects->len; i++) {
    const RelNode *subject = g_ptr_array_index (subjects, 0), *object = g_ptr_array_index (objects, i);
    const gchar *property = NULL;

    if (is_name (self, sentence, noun) && is_name (self, sentence, modifier))
      property = find_property (self, "rel:nameFrame", preposition, subject, object);
    if (property == NULL && (g_strcmp0 (subject->type, "Person") != 0 || is_name (self, sentence, modifier)))
      property = find_property (self, "rel:phraseFrame", preposition, subject, object);
    if (object->iri != NULL && property != NULL)
      add_fact (self, sentence, noun, clause, subject, property, object, tree->tokens[modifier].margin);
  }
}

static gboolean
is_noun (const RelToken *token)
{
  return token->upos == REL_UPOS_NOUN || token->upos == REL_UPOS_PROPN;
}

/* The number that belongs to @measure: "36" of "36-year-old", "6.3" of "magnitude 6.3"; -1: none. */
static gint32
find_number (const RelTree *tree, gint32 measure)
{
  for (gint32 i = tree->left[measure]; i <= tree->right[measure]; i++)
    if (tree->tokens[i].upos == REL_UPOS_NUM && rel_tree_is_below (tree, i, measure))
      return i;
  return -1;
}

/* "a 36-year-old man", "a magnitude 6.3 earthquake": the noun has the measure. */
static void
add_measure (RelFactDrafts *self, guint32 sentence, const RelTree *tree, gint32 measure)
{
  gint32 noun = tree->tokens[measure].head;
  gint32 number = find_number (tree, measure);
  guint n = 0;
  const gchar *const *properties = NULL;

  if (self->lexicon == NULL || number < 0 || noun < 0 || !is_noun (&tree->tokens[noun]))
    return;
  properties = rel_lexicon_get_subjects (self->lexicon, "rel:measureFrame", tree->tokens[measure].lemma, &n);
  if (n == 0)
    return;

  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  rel_drafts_collect_head (self, sentence, noun, nodes);
  if (nodes->len == 1)
    add_fact (self, sentence, noun, NULL, g_ptr_array_index (nodes, 0), properties[0],
              rel_drafts_make_number (self, tree->tokens[number].form), tree->tokens[measure].margin);
}

/* "son-in-law", "Stratford-on-Avon": one word, whatever its parts. */
static gboolean
is_part_of_word (const RelTree *tree, gint32 modifier)
{
  gint32 mark = rel_tree_get_child (tree, modifier, REL_DEPREL_CASE);

  return mark > 0 && tree->tokens[mark - 1].upos == REL_UPOS_PUNCT && !tree->tokens[mark - 1].space_after;
}

static void
add_sentence (RelFactDrafts *self, guint32 sentence)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);

  for (gint32 modifier = 0; modifier < tree->n; modifier++) {
    const RelToken *token = &tree->tokens[modifier];

    if (token->lemma != NULL
        && (token->deprel == REL_DEPREL_AMOD || token->deprel == REL_DEPREL_COMPOUND
            || token->deprel == REL_DEPREL_NMOD))
      add_measure (self, sentence, tree, modifier);
    if (token->deprel != REL_DEPREL_NMOD || token->head < 0 || token->head >= modifier || !is_noun (token)
        || !is_noun (&tree->tokens[token->head]) || is_part_of_word (tree, modifier))
      continue;

    g_autofree gchar *preposition = rel_drafts_dup_preposition (tree, modifier);

    if (preposition != NULL && !is_time (self, sentence, token->head) && !is_rough_measure (self, preposition, token))
      add_phrase (self, sentence, token->head, modifier, preposition);
  }
}

void
rel_drafts_add_phrases (RelFactDrafts *self)
{
  for (guint32 i = 0; i < self->document->n_sentences; i++)
    add_sentence (self, i);
}

/* Facts by learned frames: every two phrases of a sentence whose cues mean a property, by how much the cues agree.
 *
 *   phrases ─ pair_cues ─► cues ─ learned_frames ─► precision of each family ─ 1 - Π(1 - p) ─► the best objects of a property
 *
 * Polarity, modality and source are those of the clause around the object. Cost: phrases times three subjects, a sentence.
 */
#include <triples/learned_frames.h>
#include <triples/property_match.h>

#include <string.h>

/* Tuned on the development part of Text2KGBench, see tests/accuracy. */
#define MIN_PRECISION 0.12f
#define MIN_OF_BEST 0.60f /* objects of one property and subject, next to the surest of them */

#define MIN_WEIGHT 0.05f /* of a kind of subject that was never seen */

typedef struct {
  const gchar *property;
  gint subject, object; /* indices of phrases */
  gfloat precision;
  gfloat choice; /* precision, weighed by how often a subject of its kind is meant */
} Finding;

typedef struct {
  RelFactDrafts *drafts;
  const RelLearnedFrames *frames;
  const RelTree *tree;
  guint32 sentence;
  GArray *phrases;
  GArray *findings; /* of Finding */
} Search;

static const RelPhrase *
get_phrase (const Search *search, gint index)
{
  return &g_array_index (search->phrases, RelPhrase, index);
}

/* Keeps the surest subject for an object of a property. */
static void
add_finding (Search *search, const Finding *finding)
{
  for (guint i = 0; i < search->findings->len; i++) {
    Finding *known = &g_array_index (search->findings, Finding, i);

    if (known->object != finding->object || strcmp (known->property, finding->property) != 0)
      continue;
    if (finding->choice > known->choice)
      *known = *finding;
    return;
  }
  g_array_append_vals (search->findings, finding, 1);
}

typedef struct {
  const gchar *property;
  gfloat precision[REL_N_CUE_FAMILIES];
} Tally;

static Tally *
get_tally (GArray *tallies, const gchar *property)
{
  for (guint i = 0; i < tallies->len; i++)
    if (strcmp (g_array_index (tallies, Tally, i).property, property) == 0)
      return &g_array_index (tallies, Tally, i);
  g_array_append_vals (tallies, &(Tally){ .property = property }, 1);
  return &g_array_index (tallies, Tally, tallies->len - 1);
}

static gfloat
get_learned (const Search *search, const gchar *shape)
{
  const gfloat *learned = g_hash_table_lookup (rel_learned_frames_get_shapes (search->frames), shape);

  return learned != NULL ? *learned + MIN_WEIGHT : 1.0f;
}

/* How often the subject of a triple is of the shape of @subject, and what @role tells: the "topic" of the sentence, "near" in
 * the clause, or "other". */
static gfloat
get_weight (const Search *search, const RelPhrase *subject, const gchar *role)
{
  return get_learned (search, subject->shape) * get_learned (search, role);
}

static void
try_pair (Search *search, gint subject, gint object, const gchar *role)
{
  gboolean is_near = strcmp (role, "other") != 0;
  const RelPhrase *from = get_phrase (search, subject), *to = get_phrase (search, object);
  g_autoptr (GPtrArray) cues = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) tallies = g_array_new (FALSE, TRUE, sizeof (Tally));

  if (to->first >= from->first && to->end <= from->end)
    return;
  rel_cues_collect (search->tree, from, to, is_near, cues);
  for (guint i = 0; i < cues->len; i++) {
    const gchar *cue = g_ptr_array_index (cues, i);
    const GArray *meanings = rel_learned_frames_find (search->frames, cue);
    RelCueFamily family = rel_cue_get_family (cue);

    for (guint k = 0; meanings != NULL && k < meanings->len; k++) {
      const RelFrameMeaning *meaning = &g_array_index (meanings, RelFrameMeaning, k);
      Tally *tally = get_tally (tallies, meaning->property);
      tally->precision[family] = MAX (tally->precision[family], meaning->precision);
    }
  }
  for (guint i = 0; i < tallies->len; i++) {
    const Tally *tally = &g_array_index (tallies, Tally, i);
    gfloat wrong = 1.0f;

    for (guint family = 0; family < REL_N_CUE_FAMILIES; family++)
      wrong *= 1.0f - tally->precision[family];
    if (1.0f - wrong >= MIN_PRECISION)
      add_finding (search, &(Finding){ tally->property, subject, object, 1.0f - wrong,
                                       (1.0f - wrong) * get_weight (search, from, role) });
  }
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const Finding *x = a, *y = b;

  if (x->precision != y->precision)
    return x->precision > y->precision ? -1 : 1;
  if (x->object != y->object)
    return x->object - y->object;
  return strcmp (x->property, y->property);
}

static gboolean
overlap (const RelPhrase *a, const RelPhrase *b)
{
  return a->first < b->end && b->first < a->end;
}

/* Whether a surer finding of the same property takes the words of @finding, or is much surer. */
static gboolean
is_beaten (const Search *search, const GArray *kept, const Finding *finding)
{
  for (guint i = 0; i < kept->len; i++) {
    const Finding *better = &g_array_index (kept, Finding, i);

    if (strcmp (better->property, finding->property) != 0)
      continue;
    if (overlap (get_phrase (search, better->object), get_phrase (search, finding->object))
        || (better->subject == finding->subject && finding->precision < MIN_OF_BEST * better->precision))
      return TRUE;
  }
  return FALSE;
}

static const RelProposition *
find_clause (const Search *search, gint32 token)
{
  gint32 steps = search->tree->n;

  for (gint32 at = token; at >= 0 && steps-- > 0; at = search->tree->tokens[at].head) {
    const RelProposition *proposition = rel_drafts_find_proposition (search->drafts, search->sentence, at);

    if (proposition != NULL)
      return proposition;
  }
  return NULL;
}

static const RelNode *
find_source (Search *search, const RelProposition *clause)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  if (clause->source >= 0)
    rel_drafts_collect_head (search->drafts, search->sentence, clause->source, nodes);
  if (nodes->len > 0)
    return rel_drafts_get_thing (search->drafts, g_ptr_array_index (nodes, 0));
  return clause->source_text != NULL ? rel_drafts_find_source (search->drafts, clause->source_text) : NULL;
}

static void
add_fact (Search *search, const Finding *finding)
{
  RelFactDrafts *drafts = search->drafts;
  const RelPhrase *object = get_phrase (search, finding->object);
  const RelProposition *clause = find_clause (search, object->head);
  const RelNode *from = rel_drafts_get_phrase_node (drafts, search->sentence, get_phrase (search, finding->subject));
  const RelNode *to = rel_drafts_get_phrase_node (drafts, search->sentence, object);
  const gchar *label = rel_lexicon_get_value (drafts->lexicon, finding->property, "rdfs:label");
  guint n_ends = 0;

  if (from == NULL || to == NULL || !rel_property_fits (drafts->lexicon, finding->property, from, to, &n_ends))
    return;
  rel_drafts_add (drafts, &(RelFactDraft){
                            .subject = from,
                            .predicate = {
                              .key = label != NULL ? label : finding->property,
                              .label = label != NULL ? label : finding->property,
                              .property = finding->property,
                              .is_same = TRUE,
                              .is_given = rel_lexicon_is_given (drafts->lexicon, finding->property),
                            },
                            .object = to,
                            .polarity = clause != NULL ? clause->polarity : REL_POLARITY_POSITIVE,
                            .modality = clause != NULL ? clause->modality : REL_MODALITY_FACT,
                            .source = clause != NULL ? find_source (search, clause) : NULL,
                            .sentence = search->sentence,
                            .rule = "learned",
                            .confidence = finding->precision,
                          });
}

static void
add_findings (Search *search)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Finding));

  g_array_sort (search->findings, compare_findings);
  for (guint i = 0; i < search->findings->len; i++) {
    const Finding *finding = &g_array_index (search->findings, Finding, i);

    if (is_beaten (search, kept, finding))
      continue;
    g_array_append_vals (kept, finding, 1);
    add_fact (search, finding);
  }
}

static void
search_sentence (Search *search)
{
  GHashTable *shapes = rel_learned_frames_get_shapes (search->frames);
  gint topic = rel_phrases_find_topic (search->phrases, search->tree, shapes);

  for (guint object = 0; object < search->phrases->len; object++) {
    gint32 head = get_phrase (search, (gint) object)->head;
    gint32 local = rel_cues_find_local_subject (search->tree, head);
    gint near = local >= 0 ? rel_phrases_find_head (search->phrases, local, shapes) : -1;

    if (near >= 0)
      try_pair (search, near, (gint) object, near == topic ? "topic" : "near");
    if (topic >= 0 && topic != near)
      try_pair (search, topic, (gint) object, "topic");
    for (guint i = 0; i < search->phrases->len; i++) {
      const RelPhrase *other = get_phrase (search, (gint) i);
      if ((gint) i != near && (gint) i != topic && i != object && rel_phrase_can_name (other))
        try_pair (search, (gint) i, (gint) object, "other");
    }
  }
  add_findings (search);
}

void
rel_drafts_add_learned (RelFactDrafts *self)
{
  const RelLearnedFrames *frames = self->lexicon != NULL ? rel_learned_frames_get (self->lexicon) : NULL;

  for (guint32 i = 0; frames != NULL && i < self->document->n_sentences; i++) {
    Search search = {
      .drafts = self,
      .frames = frames,
      .tree = rel_drafts_get_tree (self, i),
      .sentence = i,
      .phrases = rel_drafts_list_phrases (self, i),
      .findings = g_array_new (FALSE, FALSE, sizeof (Finding)),
    };

    rel_phrases_add_values (self, search.tree, search.phrases, rel_learned_frames_get_values (frames));
    search_sentence (&search);
    g_array_unref (search.phrases);
    g_array_unref (search.findings);
  }
}

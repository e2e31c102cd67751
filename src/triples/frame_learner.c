/* Learns frames from sentences with triples that they state: counts which cues stand between the ends of a triple.
 *
 * Distant supervision (Mintz et al. 2009): the triples need not be all that a sentence states, and it need not state them. The
 * precision of a cue for a property is therefore counted among the phrases of the sentences that have a triple of the
 * property; what it does in other sentences counts little, unless the examples are said to be complete.
 *
 * Cost: phrases of a sentence times its triples; memory grows with the different cues.
 */
#include <triples/given_properties.h>
#include <triples/learned_frames.h>

#include <string.h>

/* Weights of a cue in sentences that have no triple of the property: where not all is said it may well hold there, too. Tuned on
 * the development part of Text2KGBench, see tests/accuracy. */
#define OTHER_WEIGHT 0.05
#define OTHER_WEIGHT_COMPLETE 0.5

#define MIN_PRECISION 0.10 /* less says nothing */
#define MIN_POSITIVE 1 /* what was seen once helps where nothing better is known, and weighs little: see SMOOTHING */
#define SMOOTHING 1.0  /* examples against it that every cue is taken to have */

typedef struct {
  guint n_positive, n_seen;
} Count;

typedef struct {
  guint n_seen;
  GHashTable *by_property; /* IRI → Count */
} CueCount;

struct _RelFrameLearner {
  const RelLexicon *lexicon;
  gboolean complete;
  GHashTable *cues;   /* cue → CueCount */
  GHashTable *shapes; /* shape → Count: how often a phrase that could be the subject's name was it */
};

static void
cue_count_free (gpointer data)
{
  CueCount *count = data;

  g_hash_table_unref (count->by_property);
  g_free (count);
}

RelFrameLearner *
rel_frame_learner_new (const RelLexicon *lexicon, gboolean complete)
{
  g_return_val_if_fail (lexicon != NULL, NULL);

  RelFrameLearner *self = g_new0 (RelFrameLearner, 1);

  self->lexicon = lexicon;
  self->complete = complete;
  self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cue_count_free);
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
rel_frame_learner_free (RelFrameLearner *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cues);
  g_hash_table_unref (self->shapes);
  g_free (self);
}

const gchar *
rel_frame_learner_find_property (const RelFrameLearner *self, const gchar *name)
{
  const RelGivenProperties *given = rel_given_properties_get (self->lexicon);
  g_autofree gchar *words = rel_given_properties_dup_words (name);
  const GPtrArray *found = NULL;

  if (given != NULL) {
    found = rel_given_properties_find_counterparts (given, name);
    if (found == NULL)
      found = rel_given_properties_find (given, words);
  }
  if (found != NULL)
    return g_ptr_array_index (found, 0);
  return rel_lexicon_find (self->lexicon, name, "owl:ObjectProperty");
}

/* One sentence of an example. */
typedef struct {
  RelFrameLearner *learner;
  RelFactDrafts *drafts;
  const RelTree *tree;
  GArray *phrases;
  gint topic;
  GHashTable *seen; /* cues counted for the sentence already */
} Lesson;

/* (transfer full): what two spellings of a label share: letter case and the kinds of blanks do not count. */
static gchar *
fold (const gchar *label)
{
  g_autofree gchar *lower = rel_utf8_to_lower (label);
  GString *folded = g_string_new (NULL);

  for (const gchar *c = lower; *c != '\0'; c++)
    if (*c != '_' && *c != '"' && !g_ascii_isspace (*c))
      g_string_append_c (folded, *c);
  return g_string_free (folded, FALSE);
}

static gboolean
is_same_number (const gchar *a, const gchar *b)
{
  gchar *end_a = NULL, *end_b = NULL;
  gdouble x = g_ascii_strtod (a, &end_a), y = g_ascii_strtod (b, &end_b);

  return end_a != a && end_b != b && *end_a == '\0' && *end_b == '\0' && x == y;
}

static gboolean
reads (const RelPhrase *phrase, const gchar *label)
{
  g_autofree gchar *a = fold (phrase->label);
  g_autofree gchar *b = fold (label);

  return strcmp (a, b) == 0 || is_same_number (a, b);
}

static gint
find_phrase (const Lesson *lesson, const gchar *label)
{
  for (guint i = 0; i < lesson->phrases->len; i++)
    if (reads (&g_array_index (lesson->phrases, RelPhrase, i), label))
      return (gint) i;
  return -1;
}

static CueCount *
get_count (RelFrameLearner *self, const gchar *cue)
{
  CueCount *count = g_hash_table_lookup (self->cues, cue);

  if (count == NULL) {
    count = g_new0 (CueCount, 1);
    count->by_property = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    g_hash_table_insert (self->cues, g_strdup (cue), count);
  }
  return count;
}

/* Whether @subject is what the clause around @object, or the sentence, is about. */
static gboolean
is_near (const Lesson *lesson, gint subject, const RelPhrase *object)
{
  gint32 local = rel_cues_find_local_subject (lesson->tree, object->head);

  return subject == lesson->topic || (local >= 0 && rel_phrases_find_head (lesson->phrases, local, NULL) == subject);
}

static GPtrArray *
collect (const Lesson *lesson, gint subject, guint object)
{
  GPtrArray *cues = g_ptr_array_new_with_free_func (g_free);
  const RelPhrase *from = &g_array_index (lesson->phrases, RelPhrase, subject);
  const RelPhrase *to = &g_array_index (lesson->phrases, RelPhrase, object);

  if (to->first < from->first || to->end > from->end)
    rel_cues_collect (lesson->tree, from, to, is_near (lesson, subject, to), cues);
  return cues;
}

/* Every cue of the sentence once, whatever it means. */
static void
count_all (Lesson *lesson, gint subject)
{
  for (guint object = 0; object < lesson->phrases->len; object++) {
    g_autoptr (GPtrArray) cues = collect (lesson, subject, object);

    for (guint i = 0; i < cues->len; i++)
      if (g_hash_table_add (lesson->seen, g_strdup (g_ptr_array_index (cues, i))))
        get_count (lesson->learner, g_ptr_array_index (cues, i))->n_seen++;
  }
}

/* Whether a triple of the example gives @subject the property with the object @label. */
static gboolean
is_object (const RelFrameLearner *self, const RelPhrase *object, const gchar *property, const RelExampleTriple *triples,
           guint n_triples)
{
  for (guint i = 0; i < n_triples; i++)
    if (g_strcmp0 (rel_frame_learner_find_property (self, triples[i].property), property) == 0
        && reads (object, triples[i].object))
      return TRUE;
  return FALSE;
}

static void
count_property (Lesson *lesson, gint subject, const gchar *property, const RelExampleTriple *triples, guint n_triples)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint object = 0; object < lesson->phrases->len; object++) {
    g_autoptr (GPtrArray) cues = collect (lesson, subject, object);
    gboolean positive
      = is_object (lesson->learner, &g_array_index (lesson->phrases, RelPhrase, object), property, triples, n_triples);

    for (guint i = 0; i < cues->len; i++) {
      CueCount *all = get_count (lesson->learner, g_ptr_array_index (cues, i));
      Count *count = g_hash_table_lookup (all->by_property, property);

      if (count == NULL) {
        count = g_new0 (Count, 1);
        g_hash_table_insert (all->by_property, (gpointer) property, count);
      }
      count->n_seen++;
      count->n_positive += positive;
    }
  }
}

static Count *
get_shape_count (RelFrameLearner *self, const gchar *shape)
{
  Count *count = g_hash_table_lookup (self->shapes, shape);

  if (count == NULL) {
    count = g_new0 (Count, 1);
    g_hash_table_insert (self->shapes, g_strdup (shape), count);
  }
  return count;
}

static gboolean
is_around (const Lesson *lesson, gint phrase, gint32 token)
{
  return phrase >= 0 && g_array_index (lesson->phrases, RelPhrase, phrase).first <= token
         && token < g_array_index (lesson->phrases, RelPhrase, phrase).end;
}

/* Which of the phrases that could be names is the one that the example gives its subject. */
static void
count_shapes (Lesson *lesson, const gchar *label)
{
  for (guint i = 0; i < lesson->phrases->len; i++) {
    const RelPhrase *phrase = &g_array_index (lesson->phrases, RelPhrase, i);
    Count *count = NULL;

    if (!rel_phrase_can_name (phrase))
      continue;
    count = get_shape_count (lesson->learner, phrase->shape);
    count->n_seen++;
    count->n_positive += reads (phrase, label);
  }
}

/* Whether the subject is what the sentence is about or what the clause around the object is about, where these differ. */
static void
count_roles (Lesson *lesson, gint subject, const gchar *object)
{
  gint found = find_phrase (lesson, object);
  gint32 head = found >= 0 ? g_array_index (lesson->phrases, RelPhrase, found).head : -1;
  gint32 local = head >= 0 ? rel_cues_find_local_subject (lesson->tree, head) : -1;
  gint near = local >= 0 ? rel_phrases_find_head (lesson->phrases, local, NULL) : -1;
  gint32 at = g_array_index (lesson->phrases, RelPhrase, subject).head;
  const gchar *const roles[] = { "topic", "near", "other" };
  const gboolean is_role[] = { is_around (lesson, lesson->topic, at), is_around (lesson, near, at),
                               !is_around (lesson, lesson->topic, at) && !is_around (lesson, near, at) };

  if (found < 0 || near < 0 || lesson->topic < 0 || near == lesson->topic)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++) {
    Count *count = get_shape_count (lesson->learner, roles[i]);
    count->n_seen++;
    count->n_positive += is_role[i];
  }
}

static void
learn_sentence (Lesson *lesson, const RelExampleTriple *triples, guint n_triples)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (lesson->topic >= 0)
    count_all (lesson, lesson->topic);
  for (guint i = 0; i < n_triples; i++) {
    const gchar *property = rel_frame_learner_find_property (lesson->learner, triples[i].property);
    gint subject = find_phrase (lesson, triples[i].subject);

    if (subject >= 0) {
      count_shapes (lesson, triples[i].subject);
      count_roles (lesson, subject, triples[i].object);
    } else {
      subject = lesson->topic;
    }
    if (property == NULL || subject < 0 || find_phrase (lesson, triples[i].object) < 0
        || !g_hash_table_add (done, g_strdup_printf ("%d %s", subject, property)))
      continue;
    if (subject != lesson->topic)
      count_all (lesson, subject);
    count_property (lesson, subject, property, triples, n_triples);
  }
}

/* The objects of the triples in lower case, a set. */
static GHashTable *
make_values (const RelExampleTriple *triples, guint n_triples)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_triples; i++)
    g_hash_table_add (values, rel_utf8_to_lower (triples[i].object));
  return values;
}

void
rel_frame_learner_add (RelFrameLearner *self, const RelDocument *document, const RelExampleTriple *triples,
                       guint n_triples)
{
  g_return_if_fail (self != NULL && document != NULL);

  RelFactDrafts *drafts = rel_drafts_new (document, self->lexicon, NULL);

  for (guint32 i = 0; i < document->n_sentences; i++) {
    g_autoptr (GArray) phrases = rel_drafts_list_phrases (drafts, i);
    g_autoptr (GHashTable) values = make_values (triples, n_triples);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    const RelTree *tree = rel_drafts_get_tree (drafts, i);

    rel_phrases_add_values (drafts, tree, phrases, values);
    Lesson lesson = { self, drafts, tree, phrases, rel_phrases_find_topic (phrases, tree, NULL), seen };

    learn_sentence (&lesson, triples, n_triples);
  }
  rel_drafts_free (drafts);
}

static gdouble
get_precision (const RelFrameLearner *self, const CueCount *all, const Count *count)
{
  gdouble others = all->n_seen > count->n_seen ? all->n_seen - count->n_seen : 0;
  gdouble weight = self->complete ? OTHER_WEIGHT_COMPLETE : OTHER_WEIGHT;

  return count->n_positive / (count->n_seen + weight * others + SMOOTHING);
}

#define REL_NS "https://w3id.org/relata/ns#"
#define LEARNED_NS "https://w3id.org/relata/frame/learned/"
#define ONTOLEX_DENOTES "http://www.w3.org/ns/lemon/ontolex#denotes"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
add_literal (RelTripleSet *set, const gchar *subject, const gchar *name, const gchar *value, const gchar *datatype)
{
  g_autofree gchar *predicate = g_strconcat (REL_NS, name, NULL);

  rel_triple_set_add (
    set, &(RelTriple){
           .subject = subject, .predicate = predicate, .object = value, .datatype = datatype, .is_literal = TRUE });
}

static const gchar *
get_local_name (const gchar *iri)
{
  const gchar *hash = strrchr (iri, '#'), *slash = strrchr (iri, '/');

  return hash != NULL ? hash + 1 : slash != NULL ? slash + 1 : iri;
}

static void
write_frame (const RelFrameLearner *self, RelTripleSet *set, const gchar *cue, const gchar *property,
             const Count *count, gdouble precision)
{
  gchar **fields = rel_cue_split (cue);
  g_autofree gchar *key = g_strconcat (property, "\x1f", cue, NULL);
  g_autofree gchar *frame = g_strdup_printf (LEARNED_NS "%s-%012" G_GINT64_MODIFIER "x", get_local_name (property),
                                             rel_hash_string (key, 0) >> 16);
  g_autofree gchar *support = g_strdup_printf ("%u", count->n_positive);
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];

  rel_triple_set_add (set, &(RelTriple){ .subject = frame, .predicate = RDF_TYPE, .object = REL_NS "LearnedFrame" });
  rel_triple_set_add (set, &(RelTriple){ .subject = frame, .predicate = ONTOLEX_DENOTES, .object = property });
  for (guint i = 0; i < REL_N_CUE_FIELDS; i++) {
    if (fields[i] != NULL)
      add_literal (set, frame, rel_cue_field_get_name ((RelCueField) i), fields[i], NULL);
    g_free (fields[i]);
  }
  g_free (fields);
  add_literal (set, frame, "precision", g_ascii_formatd (number, sizeof number, "%.2f", precision), XSD "decimal");
  add_literal (set, frame, "support", support, XSD "integer");
}

static void
write_shape (RelTripleSet *set, const gchar *shape, const Count *count)
{
  g_autofree gchar *frame = g_strconcat (LEARNED_NS "name-", shape, NULL);
  g_autofree gchar *support = g_strdup_printf ("%u", count->n_positive);
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];

  g_strdelimit (frame, " ", '-');
  rel_triple_set_add (set, &(RelTriple){ .subject = frame, .predicate = RDF_TYPE, .object = REL_NS "LearnedName" });
  add_literal (set, frame, "shape", shape, NULL);
  add_literal (set, frame, "precision",
               g_ascii_formatd (number, sizeof number, "%.2f", count->n_positive / (count->n_seen + SMOOTHING)),
               XSD "decimal");
  add_literal (set, frame, "support", support, XSD "integer");
}

static gboolean
is_telling (const Count *count, gdouble precision)
{
  return count->n_positive >= MIN_POSITIVE && precision >= MIN_PRECISION;
}

RelTripleSet *
rel_frame_learner_to_triples (const RelFrameLearner *self)
{
  RelTripleSet *set = rel_triple_set_new ();
  GHashTableIter cues, properties;
  gpointer cue, all, property, count;

  g_return_val_if_fail (self != NULL, set);

  g_hash_table_iter_init (&cues, self->cues);
  while (g_hash_table_iter_next (&cues, &cue, &all)) {
    g_hash_table_iter_init (&properties, ((CueCount *) all)->by_property);
    while (g_hash_table_iter_next (&properties, &property, &count)) {
      gdouble precision = get_precision (self, all, count);
      if (is_telling (count, precision))
        write_frame (self, set, cue, property, count, precision);
    }
  }
  g_hash_table_iter_init (&cues, self->shapes);
  while (g_hash_table_iter_next (&cues, &cue, &count))
    write_shape (set, cue, count);
  g_hash_table_insert (set->prefixes, (gpointer) "rel", (gpointer) REL_NS);
  g_hash_table_insert (set->prefixes, (gpointer) "frame", (gpointer) LEARNED_NS);
  g_hash_table_insert (set->prefixes, (gpointer) "ontolex", (gpointer) "http://www.w3.org/ns/lemon/ontolex#");
  g_hash_table_insert (set->prefixes, (gpointer) "xsd", (gpointer) XSD);
  rel_triple_set_sort (set);
  return set;
}

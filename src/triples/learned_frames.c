/* rel:LearnedFrame entries of the lexicon → a table of cues. An entry may be edited or added by hand: what counts are its
 * fields (rel:governor, rel:link, ...), what it denotes, and rel:precision; without one it is taken for sure.
 *
 * Cost: linear in the entries, once for each lexicon.
 */
#include <triples/learned_frames.h>

struct _RelLearnedFrames {
  GHashTable *meanings; /* cue → GArray of RelFrameMeaning */
  GHashTable *shapes;   /* shape → gfloat */
  GHashTable *values;   /* set of lower-case words */
};

static gfloat
get_precision (const RelLexicon *lexicon, const gchar *entry)
{
  const gchar *value = rel_lexicon_get_value (lexicon, entry, "rel:precision");

  return value != NULL ? CLAMP ((gfloat) g_ascii_strtod (value, NULL), 0.0f, 1.0f) : 1.0f;
}

static void
add_entry (RelLearnedFrames *self, const RelLexicon *lexicon, const gchar *entry)
{
  const gchar *fields[REL_N_CUE_FIELDS];
  guint n_properties = 0;
  const gchar *const *properties = rel_lexicon_get_values (lexicon, entry, "ontolex:denotes", &n_properties);

  for (guint i = 0; i < REL_N_CUE_FIELDS; i++) {
    g_autofree gchar *name = g_strconcat ("rel:", rel_cue_field_get_name ((RelCueField) i), NULL);
    fields[i] = rel_lexicon_get_value (lexicon, entry, name);
  }
  if (fields[REL_CUE_VALUE] != NULL)
    g_hash_table_add (self->values, (gpointer) fields[REL_CUE_VALUE]);
  for (guint i = 0; i < n_properties; i++) {
    gchar *cue = rel_cue_new (fields);
    RelFrameMeaning meaning = { properties[i], get_precision (lexicon, entry) };
    GArray *meanings = g_hash_table_lookup (self->meanings, cue);

    if (meanings == NULL) {
      meanings = g_array_new (FALSE, FALSE, sizeof (RelFrameMeaning));
      g_hash_table_insert (self->meanings, cue, meanings);
    } else {
      g_free (cue);
    }
    g_array_append_val (meanings, meaning);
  }
}

static void
add_shape (RelLearnedFrames *self, const RelLexicon *lexicon, const gchar *entry)
{
  const gchar *shape = rel_lexicon_get_value (lexicon, entry, "rel:shape");
  gfloat precision = get_precision (lexicon, entry);

  if (shape != NULL)
    g_hash_table_insert (self->shapes, g_strdup (shape), g_memdup2 (&precision, sizeof precision));
}

static gpointer
load (const RelLexicon *lexicon)
{
  RelLearnedFrames *self = g_new0 (RelLearnedFrames, 1);
  guint n = 0;
  const gchar *const *entries = rel_lexicon_get_subjects (lexicon, "rdf:type", "rel:LearnedFrame", &n);

  self->values = g_hash_table_new (g_str_hash, g_str_equal);
  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    add_entry (self, lexicon, entries[i]);
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  entries = rel_lexicon_get_subjects (lexicon, "rdf:type", "rel:LearnedName", &n);
  for (guint i = 0; i < n; i++)
    add_shape (self, lexicon, entries[i]);
  return self;
}

static void
learned_frames_free (gpointer data)
{
  RelLearnedFrames *self = data;

  g_hash_table_unref (self->meanings);
  g_hash_table_unref (self->shapes);
  g_hash_table_unref (self->values);
  g_free (self);
}

const RelLearnedFrames *
rel_learned_frames_get (const RelLexicon *lexicon)
{
  const RelLearnedFrames *self = rel_lexicon_get_part (lexicon, "learned frames", load, learned_frames_free);

  return g_hash_table_size (self->meanings) > 0 ? self : NULL;
}

const GArray *
rel_learned_frames_find (const RelLearnedFrames *self, const gchar *cue)
{
  return g_hash_table_lookup (self->meanings, cue);
}

GHashTable *
rel_learned_frames_get_shapes (const RelLearnedFrames *self)
{
  return self->shapes;
}

GHashTable *
rel_learned_frames_get_values (const RelLearnedFrames *self)
{
  return self->values;
}

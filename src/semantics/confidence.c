/* Confidence: a logistic regression over features that can be read, with weights that are data (ontology/85-confidence-en.ttl,
 * written by tests/accuracy/train_confidence). O(features) a proposition. */
#include <semantics/confidence.h>

#include <math.h>
#include <string.h>

struct _RelConfidence {
  GHashTable *weights; /* feature → gdouble* */
};

RelConfidence *
rel_confidence_new (const RelLexicon *lexicon)
{
  RelConfidence *self = g_new0 (RelConfidence, 1);
  guint n_features = 0;
  const gchar *const *features = rel_lexicon_get_subjects (lexicon, "rdf:type", "rel:ConfidenceFeature", &n_features);

  self->weights = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < n_features; i++) {
    const gchar *name = rel_lexicon_get_value (lexicon, features[i], "rdfs:label");
    const gchar *value = rel_lexicon_get_value (lexicon, features[i], "rel:confidenceWeight");
    gdouble *weight;

    if (!name || !value)
      continue;
    weight = g_new (gdouble, 1);
    *weight = g_ascii_strtod (value, NULL);
    g_hash_table_insert (self->weights, (gpointer) name, weight);
  }
  return self;
}

void
rel_confidence_free (RelConfidence *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->weights);
  g_free (self);
}

gdouble
rel_confidence_get_weight (const RelConfidence *self, const gchar *feature)
{
  const gdouble *weight = g_hash_table_lookup (self->weights, feature);

  return weight ? *weight : 0;
}

gfloat
rel_confidence_get (const RelConfidence *self, const gchar *features)
{
  gdouble sum = 0;
  gchar name[64];

  while (*features != '\0') {
    gsize n = strcspn (features, " ");

    if (n < sizeof name) {
      memcpy (name, features, n);
      name[n] = '\0';
      sum += rel_confidence_get_weight (self, name);
    }
    features += n;
    features += strspn (features, " ");
  }
  return (gfloat) (1 / (1 + exp (-sum)));
}

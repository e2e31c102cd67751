/* From wordings to properties: the entries of the lexicon, the words of the user's own properties, and domains and ranges.
 *
 *   "be premier of", Person, Place ─ entry in 82-frames-en.ttl ─► rel:primeMinisterOf ─ counterpart or label ─► the user's
 *
 * Of several properties that fit, the user's come first, then what means the property itself, then the one that says most of
 * its ends. A role with words before its noun is a kind of the role: "be largest trading partner of".
 *
 * Cost: some hash look-ups a question.
 */
#include <triples/given_properties.h>
#include <triples/property_match.h>

#include <string.h>

#define MAX_CLASSES 64 /* above one class; of ours there are four */

typedef struct {
  const RelLexicon *lexicon;
  const RelGivenProperties *given; /* (nullable) */
  const RelNode *subject, *object;
  RelPropertyMatch best;
  guint score;
} Search;

/* Whether @above is @class_iri or one of the classes above it. */
static gboolean
is_below (const RelLexicon *lexicon, const gchar *class_iri, const gchar *above)
{
  const gchar *seen[MAX_CLASSES] = { class_iri };
  guint n_seen = 1;

  for (guint i = 0; i < n_seen; i++) {
    guint n = 0;
    const gchar *const *supers = rel_lexicon_get_values (lexicon, seen[i], "rdfs:subClassOf", &n);

    if (strcmp (seen[i], above) == 0)
      return TRUE;
    for (guint k = 0; k < n && n_seen < MAX_CLASSES; k++) {
      guint known = 0;
      while (known < n_seen && strcmp (seen[known], supers[k]) != 0)
        known++;
      if (known == n_seen)
        seen[n_seen++] = supers[k];
    }
  }
  return FALSE;
}

/* A class of the user's ontology that hangs on none of ours allows everything, because nodes have our classes. */
static gboolean
is_foreign (const RelLexicon *lexicon, const gchar *class_iri)
{
  guint n = 0;

  if (!rel_lexicon_is_given (lexicon, class_iri))
    return rel_lexicon_get_value (lexicon, class_iri, "rdf:type") == NULL;
  rel_lexicon_get_values (lexicon, class_iri, "rdfs:subClassOf", &n);
  return n == 0;
}

static gboolean
allows (const RelLexicon *lexicon, const gchar *class_iri, const RelNode *node)
{
  return node == NULL || node->type_iri == NULL || is_below (lexicon, node->type_iri, class_iri)
         || is_below (lexicon, class_iri, node->type_iri) || is_foreign (lexicon, class_iri);
}

/* Several classes at one end are alternatives for the user's properties: that is how they are mostly meant. */
static gboolean
end_fits (const RelLexicon *lexicon, const gchar *property, const gchar *end, const RelNode *node, guint *n_ends)
{
  guint n = 0;
  const gchar *const *ends = rel_lexicon_get_values (lexicon, property, end, &n);

  if (n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (allows (lexicon, ends[i], node)) {
      (*n_ends)++;
      return TRUE;
    }
  return FALSE;
}

gboolean
rel_property_fits (const RelLexicon *lexicon, const gchar *property, const RelNode *subject, const RelNode *object,
                   guint *n_ends)
{
  gboolean literal = object == NULL || object->iri == NULL;
  gboolean given = rel_lexicon_is_given (lexicon, property);

  *n_ends = 0;
  if (!literal && !given && rel_lexicon_has (lexicon, property, "rdf:type", "owl:DatatypeProperty"))
    return FALSE;
  return end_fits (lexicon, property, "rdfs:domain", subject, n_ends)
         && (literal || end_fits (lexicon, property, "rdfs:range", object, n_ends));
}

static void
consider (Search *search, const gchar *property, gboolean is_same, gboolean reversed)
{
  guint n_ends = 0, score;
  gboolean given = rel_lexicon_is_given (search->lexicon, property);
  const RelNode *subject = reversed ? search->object : search->subject;
  const RelNode *object = reversed ? search->subject : search->object;

  if ((reversed && (search->object == NULL || search->object->iri == NULL))
      || !rel_property_fits (search->lexicon, property, subject, object, &n_ends))
    return;
  score = 1 + n_ends + (reversed ? 0 : 4) + (is_same ? 8 : 0) + (given ? 16 : 0);
  if (score <= search->score)
    return;
  search->score = score;
  search->best = (RelPropertyMatch){ property, is_same, given, reversed };
}

static void
consider_entries (Search *search, const gchar *wording, gboolean is_same)
{
  guint n_entries = 0;
  const gchar *const *entries = rel_lexicon_get_subjects (search->lexicon, "rdfs:label", wording, &n_entries);

  for (guint i = 0; i < n_entries; i++) {
    guint n = 0;
    const gchar *const *properties = rel_lexicon_get_values (search->lexicon, entries[i], "ontolex:denotes", &n);

    for (guint k = 0; k < n; k++)
      consider (search, properties[k], is_same, FALSE);
    properties = rel_lexicon_get_values (search->lexicon, entries[i], "rel:narrows", &n);
    for (guint k = 0; k < n; k++)
      consider (search, properties[k], FALSE, FALSE);
  }
}

/* "be fourth-largest trading partner of": kinds of "be trading partner of" and "be partner of". */
static void
consider_shorter_roles (Search *search, const gchar *wording)
{
  g_auto (GStrv) words = g_str_has_prefix (wording, "be ") ? g_strsplit (wording, " ", -1) : NULL;
  guint n_words = words != NULL ? g_strv_length (words) : 0;

  for (guint i = 1; i + 3 <= n_words && search->score == 0; i++) {
    if (rel_lexicon_find (search->lexicon, words[i], "rel:FramePreposition") != NULL)
      return;
    g_autofree gchar *rest = g_strjoinv (" ", words + i + 1);
    g_autofree gchar *shorter = g_strconcat ("be ", rest, NULL);
    consider_entries (search, shorter, FALSE);
  }
}

static void
consider_words (Search *search, const gchar *words, gboolean reversed)
{
  g_autofree gchar *lower = rel_given_properties_dup_words (words);
  const GPtrArray *properties = rel_given_properties_find (search->given, lower);

  for (guint i = 0; properties != NULL && i < properties->len; i++)
    consider (search, g_ptr_array_index (properties, i), TRUE, reversed);
}

/* What stands behind @prefix; NULL: @string does not begin so. */
static const gchar *
skip (const gchar *string, const gchar *prefix)
{
  return g_str_has_prefix (string, prefix) ? string + strlen (prefix) : NULL;
}

/* The user's properties by their own words: "was born in" by "born in", "is mayor of – Paris" by "mayor" of Paris, "Ada
 * founded Acme" by "founded by" of Acme. */
static void
consider_given (Search *search, const RelPredicateDraft *predicate)
{
  static const gchar *const copulas[] = { "is ", "was ", "has " };
  const gchar *role = skip (predicate->key, "be ");
  const gchar *owned = skip (predicate->key, "have ");
  g_autofree gchar *passive = g_strconcat (predicate->label, " by", NULL);

  consider_words (search, predicate->key, FALSE);
  consider_words (search, predicate->label, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (copulas); i++)
    if (skip (predicate->label, copulas[i]) != NULL)
      consider_words (search, skip (predicate->label, copulas[i]), FALSE);
  if (owned != NULL)
    consider_words (search, owned, FALSE);
  if (role != NULL && g_str_has_suffix (role, " of")) {
    g_autofree gchar *noun = g_strndup (role, strlen (role) - strlen (" of"));
    consider_words (search, noun, TRUE);
  }
  consider_words (search, passive, TRUE);
}

/* The user's properties that are the same as @property of ours, or as one of its counterparts, or are called like it. */
static void
consider_counterparts (Search *search, const gchar *property, gboolean reversed)
{
  static const gchar *const ties[] = { "rdfs:subPropertyOf", "skos:closeMatch", "skos:exactMatch" };
  static const gchar *const labels[] = { "rdfs:label", "skos:altLabel" };
  const GPtrArray *same = rel_given_properties_find_counterparts (search->given, property);
  guint n = 0;

  for (guint i = 0; same != NULL && i < same->len; i++)
    consider (search, g_ptr_array_index (same, i), TRUE, reversed);
  for (gsize t = 0; t < G_N_ELEMENTS (ties); t++) {
    const gchar *const *others = rel_lexicon_get_values (search->lexicon, property, ties[t], &n);
    for (guint i = 0; i < n; i++) {
      same = rel_given_properties_find_counterparts (search->given, others[i]);
      for (guint k = 0; same != NULL && k < same->len; k++)
        consider (search, g_ptr_array_index (same, k), TRUE, reversed);
    }
  }
  for (gsize t = 0; t < G_N_ELEMENTS (labels); t++) {
    const gchar *const *words = rel_lexicon_get_values (search->lexicon, property, labels[t], &n);
    for (guint i = 0; i < n; i++)
      consider_words (search, words[i], reversed);
  }
}

static void
consider_ours (Search *search)
{
  const gchar *ours = search->best.is_given || search->best.reversed ? NULL : search->best.iri;
  guint n = 0;
  const gchar *const *inverses
    = ours != NULL ? rel_lexicon_get_values (search->lexicon, ours, "owl:inverseOf", &n) : NULL;

  if (ours == NULL)
    return;
  consider_counterparts (search, ours, FALSE);
  for (guint i = 0; i < n; i++)
    consider_counterparts (search, inverses[i], TRUE);
}

RelPropertyMatch
rel_property_match (const RelLexicon *lexicon, const RelPredicateDraft *predicate, const RelNode *subject,
                    const RelNode *object)
{
  Search search = { .lexicon = lexicon, .subject = subject, .object = object };

  if (lexicon == NULL)
    return search.best;
  search.given = rel_given_properties_get (lexicon);
  consider_entries (&search, predicate->key, TRUE);
  if (search.score == 0)
    consider_shorter_roles (&search, predicate->key);
  if (search.given != NULL) {
    consider_ours (&search);
    consider_given (&search, predicate);
  }
  return search.best;
}

const gchar *
rel_property_get_wording (const RelLexicon *lexicon, const gchar *property)
{
  guint n = 0;
  const gchar *const *entries = rel_lexicon_get_subjects (lexicon, "ontolex:denotes", property, &n);

  return n > 0 ? rel_lexicon_get_value (lexicon, entries[0], "rdfs:label") : NULL;
}

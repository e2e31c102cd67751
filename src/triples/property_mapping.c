/* Facts in the words of the text → facts of the properties that the words mean; see property_match.h.
 *
 * A property of ours is put above the predicate, which keeps a name of its own (README, "The RDF"); one of the user's takes its
 * place. Where the user's property runs the other way ("director" for "directed"), the fact is turned round.
 *
 * Cost: linear in the facts.
 */
#include <triples/given_properties.h>
#include <triples/property_match.h>

#include <string.h>

static void
turn_round (RelFactDraft *fact)
{
  const RelNode *object = fact->object;

  fact->object = fact->subject;
  fact->subject = object;
}

/* A user's property of things has things as objects, one of literals has literals. */
static void
fit_object (RelFactDrafts *self, RelFactDraft *fact, const gchar *property)
{
  if (fact->object == NULL)
    return;
  if (fact->object->iri == NULL && rel_lexicon_has (self->lexicon, property, "rdf:type", "owl:ObjectProperty"))
    fact->object = rel_drafts_get_thing (self, fact->object);
  else if (fact->object->iri != NULL && rel_lexicon_has (self->lexicon, property, "rdf:type", "owl:DatatypeProperty"))
    fact->object = rel_drafts_make_text (self, fact->object->label);
}

static void
map (RelFactDrafts *self, RelFactDraft *fact)
{
  RelPropertyMatch match = rel_property_match (self->lexicon, &fact->predicate, fact->subject, fact->object);

  fact->predicate.property = match.iri;
  fact->predicate.is_same = match.is_same;
  fact->predicate.is_given = match.is_given;
  if (match.iri == NULL || !match.is_given || !match.is_same)
    return;
  if (match.reversed)
    turn_round (fact);
  fit_object (self, fact, match.iri);
}

/* Whether --only-ontology keeps @fact: the user's properties, or ours where the user brought none. */
static gboolean
is_kept (const RelFactDraft *fact, gboolean any_given)
{
  return fact->predicate.property != NULL && fact->object != NULL && (fact->predicate.is_given || !any_given);
}

/* What frames were learned from says better whose property it is: "X is a song by Y" is of X, not of "song". */
static gboolean
is_outdone (const RelFactDrafts *self, const RelFactDraft *fact)
{
  if (!fact->predicate.is_given || fact->object == NULL || g_strcmp0 (fact->rule, "learned") == 0)
    return FALSE;
  for (guint i = 0; i < self->facts->len; i++) {
    const RelFactDraft *other = g_ptr_array_index (self->facts, i);

    if (other->sentence == fact->sentence && g_strcmp0 (other->rule, "learned") == 0
        && g_strcmp0 (other->predicate.property, fact->predicate.property) == 0
        && strcmp (other->object->label, fact->object->label) == 0 && other->subject != fact->subject)
      return TRUE;
  }
  return FALSE;
}

static void
map_all (RelFactDrafts *self)
{
  for (guint i = 0; i < self->facts->len; i++) {
    RelFactDraft *fact = g_ptr_array_index (self->facts, i);

    if (fact->predicate.property == NULL)
      map (self, fact);
    else if (fact->predicate.is_given)
      fit_object (self, fact, fact->predicate.property); /* by a learned frame */
  }
}

void
rel_drafts_map_properties (RelFactDrafts *self, gboolean only_ontology)
{
  gboolean any_given = self->lexicon != NULL && rel_given_properties_get (self->lexicon) != NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (self->lexicon != NULL)
    map_all (self);
  for (guint i = 0; i < self->facts->len; i++) {
    RelFactDraft *fact = g_ptr_array_index (self->facts, i);

    if ((!only_ontology || is_kept (fact, any_given)) && !(any_given && is_outdone (self, fact)))
      g_ptr_array_add (kept, fact);
  }
  g_ptr_array_unref (self->facts);
  self->facts = g_steal_pointer (&kept);
}

/* Facts in the words of the text → facts of the properties that the words mean; see property_match.h.
 *
 * A property of ours is put above the predicate, which keeps a name of its own (README, "The RDF"); one of the user's takes its
 * place. Where the user's property runs the other way ("director" for "directed"), the fact is turned round.
 *
 * Cost: linear in the facts.
 */
#include <triples/given_properties.h>
#include <triples/property_match.h>

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

void
rel_drafts_map_properties (RelFactDrafts *self, gboolean only_ontology)
{
  gboolean any_given = self->lexicon != NULL && rel_given_properties_get (self->lexicon) != NULL;
  guint n_kept = 0;

  for (guint i = 0; i < self->facts->len; i++) {
    RelFactDraft *fact = g_ptr_array_index (self->facts, i);

    if (self->lexicon != NULL && fact->predicate.property == NULL)
      map (self, fact);
    if (!only_ontology || is_kept (fact, any_given))
      self->facts->pdata[n_kept++] = fact;
  }
  g_ptr_array_set_size (self->facts, (gint) n_kept);
}

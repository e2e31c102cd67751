/* Turtle files as the lexicon wants them; see base/rdf_read.c. */
#include "base/rdf_read.h"
#include <lexis/turtle_read.h>

typedef struct {
  RelTurtleTripleFunc on_triple;
  RelTurtlePrefixFunc on_prefix;
  gpointer user_data;
} Reading;

static gboolean
take_statement (const RelRdfStatement *statement, gpointer user_data, GError **error)
{
  const Reading *reading = user_data;
  const RelTurtleTriple triple = { statement->subject, statement->predicate, statement->object, statement->is_literal };

  reading->on_triple (&triple, reading->user_data);
  return TRUE;
}

static void
take_prefix (const gchar *prefix, const gchar *iri, gpointer user_data)
{
  const Reading *reading = user_data;

  reading->on_prefix (prefix, iri, reading->user_data);
}

gboolean
rel_turtle_read (const gchar *path, RelTurtleTripleFunc on_triple, RelTurtlePrefixFunc on_prefix, gpointer user_data,
                 GError **error)
{
  Reading reading = { on_triple, on_prefix, user_data };

  return rel_rdf_read (path, REL_RDF_TURTLE, take_statement, take_prefix, &reading, error);
}

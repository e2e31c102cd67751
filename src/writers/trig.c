/* TriG: each document a graph of its own, written as Turtle; see serd_statements.c. */
#include "writers/serd_statements.h"
#include "writers/writer.h"

gboolean
rel_trig_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_serd_statements_write (triples, SERD_TRIG, stream, error);
}

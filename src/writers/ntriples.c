/* N-Triples: one graph, one triple per line, UTF-8 as it is; see serd_statements.c. */
#include "writers/serd_statements.h"
#include "writers/single_graph.h"
#include "writers/writer.h"

gboolean
rel_ntriples_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  g_autoptr (RelTripleSet) flat = NULL;
  const RelTripleSet *graph = rel_single_graph (triples, &flat);

  return rel_serd_statements_write (graph, SERD_NTRIPLES, stream, error);
}

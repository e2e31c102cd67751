/* N-Quads: one triple and the document it comes from per line, UTF-8 as it is; see serd_statements.c. Graphs written one
 * behind the other are one data set, so memory need not hold more than a document. */
#include "writers/serd_statements.h"
#include "writers/writer.h"

gboolean
rel_nquads_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_serd_statements_write (triples, SERD_NQUADS, stream, error);
}

/* Triples of several graphs as those of one, for the formats that hold one. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/**
 * rel_single_graph:
 * @flat: (out): what to free afterwards, before @triples; NULL where nothing had to be made
 *
 * Returns: (transfer none): @triples itself when it names no graphs, else @flat: each triple once, in order, without the
 *   name of its graph
 */
const RelTripleSet *rel_single_graph (const RelTripleSet *triples, RelTripleSet **flat);

G_END_DECLS

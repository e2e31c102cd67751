/* Which things of joined graphs are the same. */
#pragma once

#include "writers/triple_index.h"

#include <relata/writers.h>

G_BEGIN_DECLS

/**
 * rel_merge_find_identities:
 * @index: of all graphs together
 * @rules: (nullable): owl:sameAs and owl:differentFrom that a person has written
 * @report: (element-type RelMergeReport): is added to
 *
 * Returns: (transfer full): IRI → the IRI that stands for it, for all that change; borrowed from the triples
 */
GHashTable *rel_merge_find_identities (const RelTripleIndex *index, const RelTripleSet *rules, GPtrArray *report);

G_END_DECLS

/* RDF files as the input of the commands that work on graphs. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): what all of @paths (array zero-terminated=1) say, sorted; none is standard input. NULL with an
 * error that names file and line. */
RelTripleSet *rel_graphs_read (gchar *const *paths, GError **error);

G_END_DECLS

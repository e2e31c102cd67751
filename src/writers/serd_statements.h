/* Triples to Turtle, N-Triples and N-Quads through serd's writer. */
#pragma once

#include <gio/gio.h>
#include <relata/triples.h>
#include <serd/serd.h>

G_BEGIN_DECLS

/* Writes @triples, in their order, as @syntax. Graph names are left out unless @syntax is SERD_NQUADS; the caller sees
 * to it that no triple then comes twice. */
gboolean rel_serd_statements_write (const RelTripleSet *triples, SerdSyntax syntax, GOutputStream *stream,
                                    GError **error);

G_END_DECLS

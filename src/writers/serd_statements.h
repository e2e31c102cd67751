/* Triples to Turtle, N-Triples, N-Quads and TriG through serd's writer. */
#pragma once

#include <gio/gio.h>
#include <relata/triples.h>
#include <serd/serd.h>

G_BEGIN_DECLS

/* Writes @triples, in their order, as @syntax. Graph names are left out unless @syntax is SERD_NQUADS or SERD_TRIG; the caller sees
 * to it that no triple then comes twice. */
gboolean rel_serd_statements_write (const RelTripleSet *triples, SerdSyntax syntax, GOutputStream *stream,
                                    GError **error);

/* Whether Turtle reads @value without quotation marks as a literal of @datatype (nullable). */
gboolean rel_literal_is_bare (const gchar *datatype, const gchar *value);

G_END_DECLS

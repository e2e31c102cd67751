/* relata/writers.h: graphs to files: RDF for stores, tables for scripts, pictures for people. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

typedef enum {
  REL_FORMAT_TURTLE,
  REL_FORMAT_NTRIPLES,
  REL_FORMAT_NQUADS,
  REL_FORMAT_RDFXML,
  REL_FORMAT_TSV,
  REL_FORMAT_DOT,
  REL_FORMAT_SVG,
  REL_FORMAT_PNG,
} RelFormat;

/* By name or alias ("turtle", "ttl"), -1: none; by the ending of a file name, -1: none known. */
gint rel_format_from_name (const gchar *name);
gint rel_format_from_path (const gchar *path);
const gchar *rel_format_get_name (RelFormat format);
/* Whether documents can be written one after the other without holding the graph (N-Quads, TSV). */
gboolean rel_format_is_streaming (RelFormat format);

/**
 * rel_graph_write:
 * @graph: a graph
 * @format: any format
 * @stream: where to; not closed
 *
 * Returns: %FALSE with %REL_ERROR_IO or an error of @stream; part of the output may have been written
 */
gboolean rel_graph_write (RelGraph *graph, RelFormat format, GOutputStream *stream, GError **error);

/* RDF formats and pictures of triples that come from anywhere. */
gboolean rel_triple_set_write (const RelTripleSet *triples, RelFormat format, GOutputStream *stream, GError **error);

/**
 * rel_output_open:
 * @path: (nullable): a file; NULL or "-": standard output
 *
 * A stream that becomes the file @path when rel_output_close() succeeds: it is written beside its name and renamed.
 */
typedef struct _RelOutput RelOutput;
RelOutput *rel_output_open (const gchar *path, GError **error);
GOutputStream *rel_output_get_stream (RelOutput *self);
/* Flushes, checks, renames; frees @self in any case. FALSE: nothing was left at @path. */
gboolean rel_output_close (RelOutput *self, GError **error);
/* Gives up: removes what was written; frees @self. */
void rel_output_abandon (RelOutput *self);

G_END_DECLS

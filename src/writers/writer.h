/* The one small interface behind which each format stands: triples in, bytes into a stream out. */
#pragma once

#include <relata/writers.h>

G_BEGIN_DECLS

/* Writes all of @triples in one format. FALSE: an error of the stream, or triples that the format cannot say. */
typedef gboolean (*RelTriplesWriter) (const RelTripleSet *triples, GOutputStream *stream, GError **error);

gboolean rel_turtle_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);   /* turtle.c */
gboolean rel_ntriples_write (const RelTripleSet *triples, GOutputStream *stream, GError **error); /* ntriples.c */
gboolean rel_nquads_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);   /* nquads.c */
gboolean rel_trig_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);     /* trig.c */
gboolean rel_jsonld_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);   /* jsonld.c */
gboolean rel_turtle12_write (const RelTripleSet *triples, GOutputStream *stream, GError **error); /* turtle12.c */
gboolean rel_rdfxml_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);   /* rdfxml.c */
gboolean rel_dot_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);      /* draw.c */
gboolean rel_svg_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);      /* draw.c */
gboolean rel_png_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);      /* draw.c */
gboolean rel_pdf_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);      /* draw.c */
gboolean rel_html_write (const RelTripleSet *triples, GOutputStream *stream, GError **error);     /* draw.c */

/* A table of facts, which triples do not carry as such. */
gboolean rel_tsv_write (RelGraph *graph, gboolean with_header, GOutputStream *stream, GError **error); /* tsv.c */

G_END_DECLS

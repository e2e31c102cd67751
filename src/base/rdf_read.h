/* RDF text to statements: strict, streaming, and safe with hostile files. */
#pragma once

#include <relata/base.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum { REL_RDF_TURTLE, REL_RDF_NTRIPLES, REL_RDF_NQUADS, REL_RDF_TRIG } RelRdfSyntax;

/* By the ending of a file name; Turtle where it says nothing. */
RelRdfSyntax rel_rdf_syntax_from_path (const gchar *path);

/* One statement; the strings are valid during the call. IRIs are absolute wherever the file has a base. */
typedef struct {
  const gchar *subject;   /* IRI, or "_:name" of a blank node */
  const gchar *predicate; /* IRI */
  const gchar *object;    /* IRI, "_:name", or the lexical form of a literal */
  const gchar *datatype;  /* (nullable) IRI, of a literal */
  const gchar *language;  /* (nullable) of a literal */
  const gchar *graph;     /* (nullable) IRI or "_:name" */
  gboolean is_literal;
} RelRdfStatement;

/* FALSE with @error set ends the reading. */
typedef gboolean (*RelRdfStatementFunc) (const RelRdfStatement *statement, gpointer user_data, GError **error);
typedef void (*RelRdfPrefixFunc) (const gchar *prefix, const gchar *iri, gpointer user_data);

/**
 * rel_rdf_read:
 * @path: a file; "-": standard input
 * @on_prefix: (nullable)
 *
 * Calls back for what stands in the file, in its order. Relative IRIs are resolved against the IRI of the file.
 *
 * Returns: %FALSE with %REL_ERROR_IO, or with %REL_ERROR_FORMAT or %REL_ERROR_LIMIT and a message that names file, line and
 *   column; callbacks may have been called before
 */
gboolean rel_rdf_read (const gchar *path, RelRdfSyntax syntax, RelRdfStatementFunc on_statement,
                       RelRdfPrefixFunc on_prefix, gpointer user_data, GError **error);

/* The same for an open file, which stays open; @name stands in messages, @base (nullable) is an IRI. */
gboolean rel_rdf_read_stream (FILE *file, const gchar *name, const gchar *base, RelRdfSyntax syntax,
                              RelRdfStatementFunc on_statement, RelRdfPrefixFunc on_prefix, gpointer user_data,
                              GError **error);

G_END_DECLS

/* Reading Turtle, triple by triple, with serd. */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

/* One triple of a file: full IRIs; blank nodes as "_:name". */
typedef struct {
  const gchar *subject;
  const gchar *predicate;
  const gchar *object;
  gboolean is_literal;
} RelTurtleTriple;

typedef void (*RelTurtleTripleFunc) (const RelTurtleTriple *triple, gpointer user_data);
typedef void (*RelTurtlePrefixFunc) (const gchar *prefix, const gchar *iri, gpointer user_data);

/* Calls back for what stands in the file @path, in its order. FALSE with %REL_ERROR_IO or %REL_ERROR_FORMAT, which
 * names line and column; callbacks may have been called before. */
gboolean rel_turtle_read (const gchar *path, RelTurtleTripleFunc on_triple, RelTurtlePrefixFunc on_prefix,
                          gpointer user_data, GError **error);

G_END_DECLS

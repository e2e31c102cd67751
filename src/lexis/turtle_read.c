/* Turtle file → triples, by serd: strict and streaming. Prefixed names and relative IRIs are expanded here. */
#include <lexis/turtle_read.h>

#include <errno.h>
#include <serd/serd.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const gchar *path;
  RelTurtleTripleFunc on_triple;
  RelTurtlePrefixFunc on_prefix;
  gpointer user_data;
  SerdEnv *env;
  gchar *message; /* of the first error, with its place */
} Reading;

static SerdStatus
on_error (void *handle, const SerdError *serd_error)
{
  Reading *reading = handle;

  if (reading->message == NULL) {
    g_autofree gchar *what = g_strdup_vprintf (serd_error->fmt, *serd_error->args);
    reading->message
      = g_strdup_printf ("%s:%u:%u: %s", reading->path, serd_error->line, serd_error->col, g_strchomp (what));
  }
  return SERD_SUCCESS;
}

static SerdStatus
on_base (void *handle, const SerdNode *uri)
{
  Reading *reading = handle;
  return serd_env_set_base_uri (reading->env, uri);
}

static SerdStatus
on_prefix (void *handle, const SerdNode *name, const SerdNode *uri)
{
  Reading *reading = handle;

  reading->on_prefix ((const gchar *) name->buf, (const gchar *) uri->buf, reading->user_data);
  return serd_env_set_prefix (reading->env, name, uri);
}

/* A new string: the full IRI of a name, "_:id" of a blank node, the value of a literal; NULL: undeclared prefix. */
static gchar *
expand (Reading *reading, const SerdNode *node)
{
  if (node->type == SERD_LITERAL)
    return g_strndup ((const gchar *) node->buf, node->n_bytes);
  if (node->type == SERD_BLANK)
    return g_strdup_printf ("_:%s", (const gchar *) node->buf);

  SerdNode full = serd_env_expand_node (reading->env, node);
  gchar *result = full.buf != NULL ? g_strndup ((const gchar *) full.buf, full.n_bytes) : NULL;
  serd_node_free (&full);
  return result;
}

static SerdStatus
on_statement (void *handle, SerdStatementFlags flags, const SerdNode *graph, const SerdNode *subject,
              const SerdNode *predicate, const SerdNode *object, const SerdNode *datatype, const SerdNode *language)
{
  Reading *reading = handle;
  g_autofree gchar *s = expand (reading, subject);
  g_autofree gchar *p = expand (reading, predicate);
  g_autofree gchar *o = expand (reading, object);

  if (s == NULL || p == NULL || o == NULL) {
    if (reading->message == NULL)
      reading->message = g_strdup_printf ("%s: near <%s>: a name has a prefix that is not declared", reading->path,
                                          s != NULL ? s : (const gchar *) subject->buf);
    return SERD_ERR_BAD_CURIE;
  }

  RelTurtleTriple triple = { s, p, o, object->type == SERD_LITERAL };
  reading->on_triple (&triple, reading->user_data);
  return SERD_SUCCESS;
}

gboolean
rel_turtle_read (const gchar *path, RelTurtleTripleFunc on_triple, RelTurtlePrefixFunc on_prefix_func,
                 gpointer user_data, GError **error)
{
  FILE *file = fopen (path, "rb");

  if (file == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: %s", path, g_strerror (errno));
    return FALSE;
  }

  Reading reading = { path, on_triple, on_prefix_func, user_data, serd_env_new (NULL), NULL };
  SerdReader *reader = serd_reader_new (SERD_TURTLE, &reading, NULL, on_base, on_prefix, on_statement, NULL);

  serd_reader_set_strict (reader, true);
  serd_reader_set_error_sink (reader, on_error, &reading);
  SerdStatus status = serd_reader_read_file_handle (reader, file, (const guint8 *) path);
  gboolean unreadable = ferror (file) != 0;

  if (status > SERD_FAILURE || reading.message != NULL || unreadable)
    g_set_error (error, REL_ERROR, unreadable ? REL_ERROR_IO : REL_ERROR_FORMAT, "%s",
                 reading.message != NULL ? reading.message : (const gchar *) serd_strerror (status));

  gboolean ok = status <= SERD_FAILURE && reading.message == NULL && !unreadable;

  serd_reader_free (reader);
  serd_env_free (reading.env);
  g_free (reading.message);
  fclose (file);
  return ok;
}

/* RDF files in, triples out, by serd: strict and streaming.
 *
 * Blank nodes become IRIs under the well-known path for that (RDF 1.1, 3.5), because our triples have none. A file is
 * bounded by REL_TRIPLES_MAX triples, a literal by what serd holds in one node. Cost: linear in the file.
 */
#include <relata/triples.h>

#include <errno.h>
#include <serd/serd.h>
#include <stdio.h>
#include <string.h>

/* About 1 GB of triples; a larger graph belongs in a store. */
#define REL_TRIPLES_MAX 10000000u

#define GENID "https://example.org/.well-known/genid/"

typedef struct {
  const gchar *path;
  RelTripleSet *set;
  SerdEnv *env;
  GError *error; /* the first one, with its place */
} Loading;

static SerdStatus
on_error (void *handle, const SerdError *serd_error)
{
  Loading *loading = handle;

  if (loading->error == NULL) {
    g_autofree gchar *what = g_strdup_vprintf (serd_error->fmt, *serd_error->args);
    g_set_error (&loading->error, REL_ERROR, REL_ERROR_FORMAT, "%s:%u:%u: %s", loading->path, serd_error->line,
                 serd_error->col, g_strchomp (what));
  }
  return SERD_SUCCESS;
}

static SerdStatus
on_base (void *handle, const SerdNode *uri)
{
  return serd_env_set_base_uri (((Loading *) handle)->env, uri);
}

static SerdStatus
on_prefix (void *handle, const SerdNode *name, const SerdNode *uri)
{
  Loading *loading = handle;
  SerdStatus status = serd_env_set_prefix (loading->env, name, uri);
  SerdNode full = serd_env_expand_node (loading->env, uri);
  const gchar *iri = (const gchar *) (full.buf != NULL ? full.buf : uri->buf);

  g_hash_table_replace (loading->set->prefixes,
                        g_string_chunk_insert_const (loading->set->strings, (const gchar *) name->buf),
                        g_string_chunk_insert_const (loading->set->strings, iri));
  serd_node_free (&full);
  return status;
}

/* (transfer full): NULL and the error set when the prefix of @node is not declared. */
static gchar *
expand (Loading *loading, const SerdNode *node)
{
  if (node->type == SERD_LITERAL)
    return g_strndup ((const gchar *) node->buf, node->n_bytes);
  if (node->type == SERD_BLANK)
    return g_strconcat (GENID, (const gchar *) node->buf, NULL);

  SerdNode full = serd_env_expand_node (loading->env, node);
  gchar *iri = full.buf != NULL ? g_strndup ((const gchar *) full.buf, full.n_bytes) : NULL;

  serd_node_free (&full);
  if (iri == NULL && loading->error == NULL)
    g_set_error (&loading->error, REL_ERROR, REL_ERROR_FORMAT,
                 "%s: triple %" G_GSIZE_FORMAT ": the prefix of %s is not declared", loading->path,
                 loading->set->n_triples + 1, (const gchar *) node->buf);
  return iri;
}

static SerdStatus
on_statement (void *handle, SerdStatementFlags flags, const SerdNode *graph, const SerdNode *subject,
              const SerdNode *predicate, const SerdNode *object, const SerdNode *datatype, const SerdNode *language)
{
  Loading *loading = handle;
  g_autofree gchar *s = expand (loading, subject);
  g_autofree gchar *p = expand (loading, predicate);
  g_autofree gchar *o = expand (loading, object);
  g_autofree gchar *d = datatype != NULL && datatype->buf != NULL ? expand (loading, datatype) : NULL;
  g_autofree gchar *g = graph != NULL && graph->buf != NULL ? expand (loading, graph) : NULL;

  if (loading->error != NULL)
    return SERD_ERR_BAD_CURIE;
  if (loading->set->n_triples >= REL_TRIPLES_MAX) {
    g_set_error (&loading->error, REL_ERROR, REL_ERROR_LIMIT, "%s: more than %u triples; load them into a triple store",
                 loading->path, REL_TRIPLES_MAX);
    return SERD_ERR_INTERNAL;
  }

  RelTriple triple = {
    .subject = s,
    .predicate = p,
    .object = o,
    .datatype = d,
    .language = language != NULL && language->n_bytes > 0 ? (const gchar *) language->buf : NULL,
    .is_literal = object->type == SERD_LITERAL,
    .graph = g,
  };
  rel_triple_set_add (loading->set, &triple);
  return SERD_SUCCESS;
}

static SerdSyntax
get_syntax (const gchar *path)
{
  static const struct {
    const gchar *ending;
    SerdSyntax syntax;
  } syntaxes[] = {
    { ".nt", SERD_NTRIPLES },
    { ".nq", SERD_NQUADS },
    { ".trig", SERD_TRIG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (syntaxes); i++)
    if (g_str_has_suffix (path, syntaxes[i].ending))
      return syntaxes[i].syntax;
  return SERD_TURTLE;
}

static FILE *
open_file (const gchar *path, GError **error)
{
  FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "rb");

  if (file == NULL)
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: %s", path, g_strerror (errno));
  else if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    fclose (file);
    file = NULL;
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: is a directory; give a file", path);
  }
  return file;
}

/* Reads the open @file; FALSE with loading->error set. */
static gboolean
read_file (Loading *loading, FILE *file)
{
  SerdReader *reader
    = serd_reader_new (get_syntax (loading->path), loading, NULL, on_base, on_prefix, on_statement, NULL);

  serd_reader_set_strict (reader, true);
  serd_reader_set_error_sink (reader, on_error, loading);

  SerdStatus status = serd_reader_read_file_handle (reader, file, (const guint8 *) loading->path);

  if (loading->error == NULL && ferror (file))
    g_set_error (&loading->error, REL_ERROR, REL_ERROR_IO, "%s: %s", loading->path, g_strerror (errno));
  if (loading->error == NULL && status > SERD_FAILURE)
    g_set_error (&loading->error, REL_ERROR, REL_ERROR_FORMAT, "%s: %s", loading->path,
                 (const gchar *) serd_strerror (status));
  serd_reader_free (reader);
  return loading->error == NULL;
}

RelTripleSet *
rel_triple_set_load (const gchar *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  FILE *file = open_file (path, error);

  if (file == NULL)
    return NULL;

  Loading loading = { .path = path, .set = rel_triple_set_new (), .env = serd_env_new (NULL) };
  gboolean ok = read_file (&loading, file);

  if (file != stdin)
    fclose (file);
  serd_env_free (loading.env);
  if (!ok) {
    g_propagate_error (error, loading.error);
    rel_triple_set_free (loading.set);
    return NULL;
  }
  rel_triple_set_sort (loading.set);
  return loading.set;
}

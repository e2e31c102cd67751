/* RDF text to statements, by serd.
 *
 * serd reads the four line and Turtle syntaxes strictly and in a stream. What it leaves to its user is done here: prefixed
 * names and relative IRIs are expanded, and an undeclared prefix is an error with a line. rdf_guard.c stands between the file and serd. Cost: linear in the file; memory for one statement.
 */
#include "base/rdf_read.h"
#include "base/rdf_guard.h"

#include <errno.h>
#include <serd/serd.h>
#include <string.h>

/* Subject, predicate, object, datatype, graph. */
#define N_NAMES 5

typedef struct {
  RelRdfGuard guard;
  RelRdfStatementFunc on_statement;
  RelRdfPrefixFunc on_prefix;
  gpointer user_data;
  SerdEnv *env;
  GString *names[N_NAMES]; /* room for what is expanded in one statement */
  GError *error;           /* the first one */
} Reading;

RelRdfSyntax
rel_rdf_syntax_from_path (const gchar *path)
{
  static const struct {
    const gchar *ending;
    RelRdfSyntax syntax;
  } syntaxes[] = {
    { ".nt", REL_RDF_NTRIPLES },
    { ".nq", REL_RDF_NQUADS },
    { ".trig", REL_RDF_TRIG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (syntaxes); i++)
    if (g_str_has_suffix (path, syntaxes[i].ending))
      return syntaxes[i].syntax;
  return REL_RDF_TURTLE;
}

static void
set_error (Reading *self, guint line, guint column, const gchar *what)
{
  if (self->error == NULL)
    g_set_error (&self->error, REL_ERROR, REL_ERROR_FORMAT, "%s:%u:%u: %s", self->guard.name, line, column, what);
}

static SerdStatus
on_error (void *handle, const SerdError *serd_error)
{
  Reading *self = handle;
  g_autofree gchar *what = g_strdup_vprintf (serd_error->fmt, *serd_error->args);
  g_autofree gchar *valid = g_utf8_make_valid (g_strchomp (what), -1);

  if (self->guard.error == NULL)
    set_error (self, serd_error->line, serd_error->col, valid);
  return SERD_SUCCESS;
}

static SerdStatus
on_base (void *handle, const SerdNode *uri)
{
  return serd_env_set_base_uri (((Reading *) handle)->env, uri);
}

static SerdStatus
on_prefix (void *handle, const SerdNode *name, const SerdNode *uri)
{
  Reading *self = handle;
  SerdStatus status = serd_env_set_prefix (self->env, name, uri);
  SerdNode full = serd_env_expand_node (self->env, uri);

  if (self->on_prefix != NULL)
    self->on_prefix ((const gchar *) name->buf, (const gchar *) (full.buf != NULL ? full.buf : uri->buf),
                     self->user_data);
  serd_node_free (&full);
  return status;
}

/* Whether @iri begins with a scheme, so that no base changes it. */
static gboolean
is_absolute (const gchar *iri)
{
  const gchar *p = iri;

  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;
  return *p == ':';
}

/* The full IRI of @node, or "_:name"; NULL with the error set. Borrowed from @node or held in @room. */
static const gchar *
expand (Reading *self, const SerdNode *node, GString *room)
{
  const gchar *text = (const gchar *) node->buf;
  SerdChunk prefix, suffix;

  if (node->type == SERD_BLANK) {
    g_string_assign (room, "_:");
    return g_string_append (room, text)->str;
  }
  if (node->type == SERD_CURIE) {
    if (serd_env_expand (self->env, node, &prefix, &suffix) != SERD_SUCCESS) {
      g_autofree gchar *what = g_strdup_printf ("the prefix of %s is not declared", text);
      set_error (self, self->guard.line, self->guard.column, what);
      return NULL;
    }
    g_string_truncate (room, 0);
    g_string_append_len (room, (const gchar *) prefix.buf, (gssize) prefix.len);
    text = g_string_append_len (room, (const gchar *) suffix.buf, (gssize) suffix.len)->str;
  } else if (!is_absolute (text)) {
    SerdNode full = serd_env_expand_node (self->env, node);

    g_string_assign (room, full.buf != NULL ? (const gchar *) full.buf : text);
    serd_node_free (&full);
    text = room->str;
  }
  return text;
}

static gboolean
is_given (const SerdNode *node)
{
  return node != NULL && node->buf != NULL && node->type != SERD_NOTHING;
}

static SerdStatus
on_statement (void *handle, SerdStatementFlags flags, const SerdNode *graph, const SerdNode *subject,
              const SerdNode *predicate, const SerdNode *object, const SerdNode *datatype, const SerdNode *language)
{
  Reading *self = handle;
  RelRdfStatement statement = { .is_literal = object->type == SERD_LITERAL };

  if (self->error != NULL)
    return SERD_ERR_INTERNAL;
  statement.subject = expand (self, subject, self->names[0]);
  statement.predicate = expand (self, predicate, self->names[1]);
  statement.object = statement.is_literal ? (const gchar *) object->buf : expand (self, object, self->names[2]);
  if (is_given (datatype))
    statement.datatype = expand (self, datatype, self->names[3]);
  if (is_given (graph))
    statement.graph = expand (self, graph, self->names[4]);
  if (is_given (language) && language->n_bytes > 0)
    statement.language = (const gchar *) language->buf;
  if (self->error != NULL)
    return SERD_ERR_BAD_CURIE;
  return self->on_statement (&statement, self->user_data, &self->error) ? SERD_SUCCESS : SERD_ERR_INTERNAL;
}

static SerdReader *
make_reader (Reading *self, RelRdfSyntax syntax)
{
  static const SerdSyntax syntaxes[] = { [REL_RDF_TURTLE] = SERD_TURTLE,
                                         [REL_RDF_NTRIPLES] = SERD_NTRIPLES,
                                         [REL_RDF_NQUADS] = SERD_NQUADS,
                                         [REL_RDF_TRIG] = SERD_TRIG };
  SerdReader *reader = serd_reader_new (syntaxes[syntax], self, NULL, on_base, on_prefix, on_statement, NULL);

  serd_reader_set_strict (reader, true);
  serd_reader_set_error_sink (reader, on_error, self);
  return reader;
}

/* Of the errors of the callback, of the guard and of serd the one that came first, with its place. */
static gboolean
finish (Reading *self, SerdStatus status, GError **error)
{
  GError *first = self->guard.error != NULL ? self->guard.error : self->error;

  if (first == NULL && ferror (self->guard.file))
    g_set_error (&first, REL_ERROR, REL_ERROR_IO, "%s: %s", self->guard.name, g_strerror (errno));
  if (first == NULL && status > SERD_FAILURE)
    g_set_error (&first, REL_ERROR, REL_ERROR_FORMAT, "%s:%u:%u: %s", self->guard.name, self->guard.line,
                 self->guard.column, (const gchar *) serd_strerror (status));
  if (self->error != first)
    g_clear_error (&self->error);
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, first);
  return FALSE;
}

gboolean
rel_rdf_read_stream (FILE *file, const gchar *name, const gchar *base, RelRdfSyntax syntax,
                     RelRdfStatementFunc on_statement_func, RelRdfPrefixFunc on_prefix_func, gpointer user_data,
                     GError **error)
{
  Reading self = { .on_statement = on_statement_func, .on_prefix = on_prefix_func, .user_data = user_data };
  SerdNode base_node = serd_node_from_string (SERD_URI, (const guint8 *) base);
  SerdReader *reader = make_reader (&self, syntax);
  SerdStatus status;

  rel_rdf_guard_init (&self.guard, file, name);
  self.env = serd_env_new (base != NULL ? &base_node : NULL);
  for (guint i = 0; i < N_NAMES; i++)
    self.names[i] = g_string_new (NULL);
  errno = 0;
  status = serd_reader_read_source (reader, rel_rdf_guard_read, rel_rdf_guard_is_failed, &self.guard,
                                    (const guint8 *) name, 1);
  serd_reader_free (reader);
  serd_env_free (self.env);
  for (guint i = 0; i < N_NAMES; i++)
    g_string_free (self.names[i], TRUE);
  return finish (&self, status, error);
}

static FILE *
open_file (const gchar *path, GError **error)
{
  FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "rb");

  if (file == NULL)
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: %s", path, g_strerror (errno));
  else if (file != stdin && g_file_test (path, G_FILE_TEST_IS_DIR)) {
    fclose (file);
    file = NULL;
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: is a directory; give a file", path);
  }
  return file;
}

gboolean
rel_rdf_read (const gchar *path, RelRdfSyntax syntax, RelRdfStatementFunc on_statement_func,
              RelRdfPrefixFunc on_prefix_func, gpointer user_data, GError **error)
{
  FILE *file = open_file (path, error);
  g_autofree gchar *absolute = file != NULL && file != stdin ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree gchar *base = absolute != NULL ? g_filename_to_uri (absolute, NULL, NULL) : NULL;
  gboolean done;

  if (file == NULL)
    return FALSE;
  done = rel_rdf_read_stream (file, strcmp (path, "-") == 0 ? "standard input" : path, base, syntax, on_statement_func,
                              on_prefix_func, user_data, error);
  if (file != stdin)
    fclose (file);
  return done;
}

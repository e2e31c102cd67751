/* Triples to Turtle, N-Triples and N-Quads through serd's writer.
 *
 * serd and not raptor writes these: raptor 2.0.15 escapes all that is not ASCII in N-Triples and N-Quads, and its Turtle
 * holds the graph in trees of its own, turns "5"^^xsd:decimal into an integer and "1.0"^^xsd:double into a decimal, lower-
 * cases language tags on one path and not on another, and puts all objects on one line, which no diff likes. serd's
 * writer keeps UTF-8, puts one object on a line and needs no memory beyond a page.
 *
 * serd would abbreviate any IRI below a prefix and any literal typed as a number. We decide both here: a local name is a
 * letter followed by letters, digits, "_" and "-", else the IRI is written out; and a number is bare only if Turtle's
 * grammar reads it back with the type it has. Cost: linear, one hash look-up per IRI.
 */
#include "writers/serd_statements.h"
#include "writers/byte_sink.h"

#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* What the writing of one set needs. */
typedef struct {
  SerdWriter *writer;
  SerdEnv *env;
  GHashTable *names;  /* namespace IRI → prefix, both borrowed from the set; empty: no abbreviations */
  GString *curies[4]; /* room for the abbreviations of one statement */
  guint n_curies;
  GString *language; /* room for a language tag in lower case */
} Abbreviator;

static gboolean
is_local_name (const gchar *name)
{
  if (!g_ascii_isalpha (*name))
    return FALSE;
  for (const gchar *p = name + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;
  return TRUE;
}

/* Where the local name of @iri begins: behind the last "#" or "/". */
static const gchar *
find_local_name (const gchar *iri)
{
  const gchar *p = strrchr (iri, '#');

  if (p == NULL)
    p = strrchr (iri, '/');
  return p != NULL ? p + 1 : NULL;
}

/* The prefix under which @iri can be abbreviated; @local is then its local name. */
static const gchar *
find_prefix (GHashTable *names, const gchar *iri, const gchar **local)
{
  g_autofree gchar *name_space = NULL;

  *local = find_local_name (iri);
  if (*local == NULL || !is_local_name (*local))
    return NULL;
  name_space = g_strndup (iri, (gsize) (*local - iri));
  return g_hash_table_lookup (names, name_space);
}

static SerdNode
node_of (SerdType type, const gchar *string)
{
  return serd_node_from_string (type, (const guint8 *) string);
}

static SerdNode
resource_node (Abbreviator *self, const gchar *iri)
{
  const gchar *local = NULL, *prefix = NULL;
  GString *curie;

  if (g_str_has_prefix (iri, "_:"))
    return node_of (SERD_BLANK, iri + 2);
  if (g_hash_table_size (self->names) > 0)
    prefix = find_prefix (self->names, iri, &local);
  if (prefix == NULL)
    return node_of (SERD_URI, iri);
  curie = self->curies[self->n_curies++];
  g_string_assign (curie, prefix);
  g_string_append_c (curie, ':');
  g_string_append (curie, local);
  return node_of (SERD_CURIE, curie->str);
}

static gsize
count_digits (const gchar *p)
{
  return strspn (p, "0123456789");
}

/* Whether Turtle reads the bare @value as @type, a name in XML Schema. */
static gboolean
is_bare (const gchar *type, const gchar *value)
{
  const gchar *p = value + (*value == '-' || *value == '+' ? 1 : 0);
  gsize n = count_digits (p);

  if (g_str_equal (type, "boolean"))
    return g_str_equal (value, "true") || g_str_equal (value, "false");
  if (g_str_equal (type, "integer"))
    return n > 0 && p[n] == '\0';
  if (!g_str_equal (type, "decimal") || p[n] != '.')
    return FALSE;
  p += n + 1;
  n = count_digits (p);
  return n > 0 && p[n] == '\0';
}

/* serd takes a datatype that is an IRI as leave to write the literal bare, and one that is a CURIE not. */
static SerdNode
datatype_node (Abbreviator *self, const RelTriple *triple)
{
  if (g_str_has_prefix (triple->datatype, XSD) && is_bare (triple->datatype + strlen (XSD), triple->object))
    return node_of (SERD_URI, triple->datatype);
  return resource_node (self, triple->datatype);
}

/* Language tags are the same whatever their case; one case makes the same bytes of them, and of what raptor writes. */
static SerdNode
language_node (Abbreviator *self, const gchar *language)
{
  g_string_assign (self->language, language);
  g_string_ascii_down (self->language);
  return node_of (SERD_LITERAL, self->language->str);
}

static SerdStatus
write_statement (Abbreviator *self, const RelTriple *triple, gboolean with_graph)
{
  SerdNode subject, predicate, object, graph = SERD_NODE_NULL, datatype = SERD_NODE_NULL, language = SERD_NODE_NULL;
  gboolean is_string = g_strcmp0 (triple->datatype, XSD "string") == 0;

  self->n_curies = 0;
  subject = resource_node (self, triple->subject);
  predicate = g_str_equal (triple->predicate, RDF_TYPE) ? node_of (SERD_URI, triple->predicate) /* serd writes "a" */
                                                        : resource_node (self, triple->predicate);
  object = triple->is_literal ? node_of (SERD_LITERAL, triple->object) : resource_node (self, triple->object);
  if (triple->is_literal && triple->language != NULL)
    language = language_node (self, triple->language);
  else if (triple->is_literal && triple->datatype != NULL && !is_string)
    datatype = datatype_node (self, triple);
  if (with_graph && triple->graph != NULL)
    graph = resource_node (self, triple->graph);
  return serd_writer_write_statement (self->writer, 0, graph.buf != NULL ? &graph : NULL, &subject, &predicate, &object,
                                      &datatype, &language);
}

/* Notes that @iri is used: its namespace will need a prefix. */
static void
note_namespace (GHashTable *known, GHashTable *used, const gchar *iri)
{
  const gchar *local = NULL, *prefix = NULL;
  gpointer name_space = NULL;

  if (iri == NULL || (prefix = find_prefix (known, iri, &local)) == NULL)
    return;
  g_autofree gchar *key = g_strndup (iri, (gsize) (local - iri));
  g_hash_table_lookup_extended (known, key, &name_space, NULL);
  g_hash_table_insert (used, name_space, (gpointer) prefix);
}

/* Namespaces of @triples' prefixes; of several prefixes for one namespace the first in the alphabet. */
static GHashTable *
list_namespaces (const RelTripleSet *triples)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer prefix, iri;

  if (triples->prefixes == NULL)
    return known;
  g_hash_table_iter_init (&iter, triples->prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &iri)) {
    const gchar *other = g_hash_table_lookup (known, iri);

    if (is_local_name (prefix) && (other == NULL || strcmp (prefix, other) < 0))
      g_hash_table_insert (known, iri, prefix);
  }
  return known;
}

/* The namespaces that @triples use and have a prefix for. */
static GHashTable *
find_used_namespaces (const RelTripleSet *triples)
{
  g_autoptr (GHashTable) known = list_namespaces (triples);
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);

  if (g_hash_table_size (known) == 0)
    return used;
  if (g_hash_table_lookup (known, XSD) == NULL && g_hash_table_lookup (triples->prefixes, "xsd") == NULL)
    g_hash_table_insert (known, XSD, "xsd");
  for (gsize i = 0; i < triples->n_triples; i++) {
    const RelTriple *triple = &triples->triples[i];

    note_namespace (known, used, triple->subject);
    note_namespace (known, used, g_str_equal (triple->predicate, RDF_TYPE) ? NULL : triple->predicate);
    note_namespace (known, used, triple->is_literal ? triple->datatype : triple->object);
  }
  return used;
}

static gint
compare_prefixes (gconstpointer a, gconstpointer b, gpointer names)
{
  return strcmp (g_hash_table_lookup (names, a), g_hash_table_lookup (names, b));
}

/* Declares the prefixes in the order of the alphabet. */
static void
declare_prefixes (Abbreviator *self)
{
  GList *name_spaces = g_hash_table_get_keys (self->names);

  name_spaces = g_list_sort_with_data (name_spaces, compare_prefixes, self->names);
  for (const GList *l = name_spaces; l != NULL; l = l->next) {
    SerdNode prefix = node_of (SERD_LITERAL, g_hash_table_lookup (self->names, l->data));
    SerdNode iri = node_of (SERD_URI, l->data);

    serd_env_set_prefix (self->env, &prefix, &iri);
    serd_writer_set_prefix (self->writer, &prefix, &iri);
  }
  g_list_free (name_spaces);
}

static void
abbreviator_init (Abbreviator *self, const RelTripleSet *triples, SerdSyntax syntax, RelByteSink *sink)
{
  self->env = serd_env_new (NULL);
  self->writer = serd_writer_new (syntax, syntax == SERD_TURTLE ? SERD_STYLE_ABBREVIATED : 0, self->env, NULL,
                                  rel_byte_sink_write, sink);
  self->names = syntax == SERD_TURTLE ? find_used_namespaces (triples) : g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (self->curies); i++)
    self->curies[i] = g_string_new (NULL);
  self->language = g_string_new (NULL);
}

static void
abbreviator_clear (Abbreviator *self)
{
  serd_writer_free (self->writer);
  serd_env_free (self->env);
  g_hash_table_unref (self->names);
  for (guint i = 0; i < G_N_ELEMENTS (self->curies); i++)
    g_string_free (self->curies[i], TRUE);
  g_string_free (self->language, TRUE);
}

gboolean
rel_serd_statements_write (const RelTripleSet *triples, SerdSyntax syntax, GOutputStream *stream, GError **error)
{
  Abbreviator abbreviator;
  RelByteSink sink;
  SerdStatus status = SERD_SUCCESS;
  const RelTriple *triple = triples->triples;

  rel_byte_sink_init (&sink, stream);
  abbreviator_init (&abbreviator, triples, syntax, &sink);
  declare_prefixes (&abbreviator);
  for (gsize i = 0; i < triples->n_triples && status == SERD_SUCCESS && sink.error == NULL; i++, triple++)
    status = write_statement (&abbreviator, triple, syntax == SERD_NQUADS);
  if (status == SERD_SUCCESS)
    status = serd_writer_finish (abbreviator.writer);
  abbreviator_clear (&abbreviator);
  if (!rel_byte_sink_finish (&sink, error))
    return FALSE;
  if (status != SERD_SUCCESS) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "a triple with subject <%s> cannot be written: %s",
                 triple[-1].subject, (const gchar *) serd_strerror (status));
    return FALSE;
  }
  return TRUE;
}

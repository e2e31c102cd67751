/* Triples to Turtle, N-Triples, N-Quads and TriG through serd's writer.
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
#include "writers/prefixes.h"

#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* What the writing of one set needs. */
typedef struct {
  SerdWriter *writer;
  SerdEnv *env;
  RelPrefixes *prefixes; /* (nullable) NULL: no abbreviations */
  GString *language;     /* room for a language tag in lower case */
} Abbreviator;

static SerdNode
node_of (SerdType type, const gchar *string)
{
  return serd_node_from_string (type, (const guint8 *) string);
}

static SerdNode
resource_node (Abbreviator *self, const gchar *iri)
{
  const gchar *curie;

  if (g_str_has_prefix (iri, "_:"))
    return node_of (SERD_BLANK, iri + 2);
  curie = self->prefixes != NULL ? rel_prefixes_abbreviate (self->prefixes, iri) : NULL;
  return curie != NULL ? node_of (SERD_CURIE, curie) : node_of (SERD_URI, iri);
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

gboolean
rel_literal_is_bare (const gchar *datatype, const gchar *value)
{
  return datatype != NULL && g_str_has_prefix (datatype, XSD) && is_bare (datatype + strlen (XSD), value);
}

/* serd takes a datatype that is an IRI as leave to write the literal bare, and one that is a CURIE not. */
static SerdNode
datatype_node (Abbreviator *self, const RelTriple *triple)
{
  if (rel_literal_is_bare (triple->datatype, triple->object))
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

  subject = resource_node (self, triple->subject);
  predicate = g_str_equal (triple->predicate, RDF_TYPE) ? node_of (SERD_URI, triple->predicate) /* serd writes "a" */
                                                        : resource_node (self, triple->predicate);
  object = triple->is_literal ? node_of (SERD_LITERAL, triple->object) : resource_node (self, triple->object);
  object.flags
    = 0; /* else serd writes line ends as they are, and parsers that read text files lose a carriage return */
  if (triple->is_literal && triple->language != NULL)
    language = language_node (self, triple->language);
  else if (triple->is_literal && triple->datatype != NULL && !is_string)
    datatype = datatype_node (self, triple);
  if (with_graph && triple->graph != NULL)
    graph = resource_node (self, triple->graph);
  return serd_writer_write_statement (self->writer, 0, graph.buf != NULL ? &graph : NULL, &subject, &predicate, &object,
                                      &datatype, &language);
}

/* Declares the prefixes in the order of the alphabet. */
static void
declare_prefixes (Abbreviator *self)
{
  guint n_names = 0;
  const gchar *const *names = self->prefixes != NULL ? rel_prefixes_get_names (self->prefixes, &n_names) : NULL;

  for (guint i = 0; i < n_names; i++) {
    SerdNode prefix = node_of (SERD_LITERAL, names[i]);
    SerdNode iri = node_of (SERD_URI, rel_prefixes_get_namespace (self->prefixes, names[i]));

    serd_env_set_prefix (self->env, &prefix, &iri);
    serd_writer_set_prefix (self->writer, &prefix, &iri);
  }
}

static void
abbreviator_init (Abbreviator *self, const RelTripleSet *triples, SerdSyntax syntax, RelByteSink *sink)
{
  gboolean abbreviates = syntax == SERD_TURTLE || syntax == SERD_TRIG;

  self->env = serd_env_new (NULL);
  self->writer
    = serd_writer_new (syntax, abbreviates ? SERD_STYLE_ABBREVIATED : 0, self->env, NULL, rel_byte_sink_write, sink);
  self->prefixes = abbreviates ? rel_prefixes_new (triples) : NULL;
  self->language = g_string_new (NULL);
}

static void
abbreviator_clear (Abbreviator *self)
{
  serd_writer_free (self->writer);
  serd_env_free (self->env);
  rel_prefixes_free (self->prefixes);
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
    status = write_statement (&abbreviator, triple, syntax == SERD_NQUADS || syntax == SERD_TRIG);
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

/* RDF/XML through raptor2's abbreviating serializer: one element per subject, named by its type.
 *
 * What XML cannot say is an error and not left out: control characters in a literal, and a predicate whose IRI does not
 * end in an XML name. raptor keeps the whole graph in memory before it writes.
 */
#include "writers/byte_sink.h"
#include "writers/single_graph.h"
#include "writers/writer.h"

#include <raptor2/raptor2.h>
#include <string.h>

typedef struct {
  raptor_world *world;
  raptor_serializer *serializer;
  gchar *complaint; /* (nullable) the first message of raptor's */
} RdfXml;

static void
keep_complaint (void *user_data, raptor_log_message *message)
{
  RdfXml *self = user_data;

  if (message->level >= RAPTOR_LOG_LEVEL_ERROR && self->complaint == NULL)
    self->complaint = g_strdup (message->text);
}

static int
write_bytes (void *sink, const void *bytes, size_t size, size_t n_members)
{
  rel_byte_sink_write (bytes, size * n_members, sink);
  return (int) n_members;
}

static int
write_byte (void *sink, const int byte)
{
  gchar c = (gchar) byte;

  rel_byte_sink_write (&c, 1, sink);
  return 0;
}

static const raptor_iostream_handler sink_handler = {
  .version = 2,
  .write_byte = write_byte,
  .write_bytes = write_bytes,
};

static raptor_term *
resource_term (RdfXml *self, const gchar *iri)
{
  if (g_str_has_prefix (iri, "_:"))
    return raptor_new_term_from_blank (self->world, (const guint8 *) iri + 2);
  return raptor_new_term_from_uri_string (self->world, (const guint8 *) iri);
}

static raptor_term *
object_term (RdfXml *self, const RelTriple *triple)
{
  g_autofree gchar *language = NULL;
  raptor_uri *datatype = NULL;
  raptor_term *term;

  if (!triple->is_literal)
    return resource_term (self, triple->object);
  if (triple->language != NULL)
    language = g_ascii_strdown (triple->language, -1); /* as the other formats write it */
  if (triple->language == NULL && triple->datatype != NULL
      && !g_str_equal (triple->datatype, "http://www.w3.org/2001/XMLSchema#string"))
    datatype = raptor_new_uri (self->world, (const guint8 *) triple->datatype);
  term
    = raptor_new_term_from_literal (self->world, (const guint8 *) triple->object, datatype, (const guint8 *) language);
  if (datatype != NULL)
    raptor_free_uri (datatype);
  return term;
}

/* The first character that XML 1.0 has no way to write, NULL: none. */
static const gchar *
find_forbidden_character (const gchar *text)
{
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF)
      return p;
  }
  return NULL;
}

static gboolean
check_triple (const RelTriple *triple, GError **error)
{
  const gchar *bad = triple->is_literal ? find_forbidden_character (triple->object) : NULL;
  const gchar *end = triple->predicate + strlen (triple->predicate);

  if (bad != NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "<%s>: a literal has the character U+%04X, which XML cannot hold; "
                 "write Turtle instead",
                 triple->subject, g_utf8_get_char (bad));
    return FALSE;
  }
  while (end > triple->predicate && (g_ascii_isalnum (end[-1]) || strchr ("_-.", end[-1]) != NULL || (end[-1] & 0x80)))
    end--;
  while (*end != '\0' && !g_ascii_isalpha (*end) && *end != '_' && !(*end & 0x80))
    end++;
  if (*end == '\0') {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "<%s>: RDF/XML has no way to write a predicate that does not end in "
                 "a name; write Turtle instead",
                 triple->predicate);
    return FALSE;
  }
  return TRUE;
}

static gboolean
write_triple (RdfXml *self, const RelTriple *triple, GError **error)
{
  raptor_statement statement;
  int failed;

  if (!check_triple (triple, error))
    return FALSE;
  raptor_statement_init (&statement, self->world);
  statement.subject = resource_term (self, triple->subject);
  statement.predicate = resource_term (self, triple->predicate);
  statement.object = object_term (self, triple);
  failed = statement.subject == NULL || statement.predicate == NULL || statement.object == NULL
           || raptor_serializer_serialize_statement (self->serializer, &statement) != 0;
  raptor_statement_clear (&statement);
  if (failed)
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "a triple with subject <%s> cannot be written as RDF/XML: %s",
                 triple->subject, self->complaint != NULL ? self->complaint : "raptor does not say why");
  return !failed;
}

/* Declares the prefixes that are XML names and belong to a namespace, in the order of the alphabet. */
static void
declare_prefixes (RdfXml *self, const RelTripleSet *triples)
{
  GList *prefixes = triples->prefixes != NULL ? g_hash_table_get_keys (triples->prefixes) : NULL;

  prefixes = g_list_sort (prefixes, (GCompareFunc) strcmp);
  for (const GList *l = prefixes; l != NULL; l = l->next) {
    const gchar *prefix = l->data, *iri = g_hash_table_lookup (triples->prefixes, prefix);
    raptor_uri *uri;

    if (!g_ascii_isalpha (*prefix) || g_ascii_strncasecmp (prefix, "xml", 3) == 0 || g_str_equal (prefix, "rdf"))
      continue;
    uri = raptor_new_uri (self->world, (const guint8 *) iri);
    raptor_serializer_set_namespace (self->serializer, uri, (const guint8 *) prefix);
    raptor_free_uri (uri);
  }
  g_list_free (prefixes);
}

static gboolean
write_all (RdfXml *self, const RelTripleSet *triples, raptor_iostream *stream, GError **error)
{
  if (self->serializer == NULL || raptor_serializer_start_to_iostream (self->serializer, NULL, stream) != 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_INTERNAL, "raptor's RDF/XML serializer does not start");
    return FALSE;
  }
  declare_prefixes (self, triples);
  for (gsize i = 0; i < triples->n_triples; i++)
    if (!write_triple (self, &triples->triples[i], error))
      return FALSE;
  if (raptor_serializer_serialize_end (self->serializer) == 0 && self->complaint == NULL)
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "the graph cannot be written as RDF/XML: %s",
               self->complaint != NULL ? self->complaint : "raptor does not say why");
  return FALSE;
}

gboolean
rel_rdfxml_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  g_autoptr (RelTripleSet) flat = NULL;
  const RelTripleSet *graph = rel_single_graph (triples, &flat);
  RdfXml self = { .world = raptor_new_world () };
  raptor_iostream *iostream;
  RelByteSink sink;
  gboolean done, written;

  raptor_world_set_log_handler (self.world, &self, keep_complaint);
  rel_byte_sink_init (&sink, stream);
  iostream = raptor_new_iostream_from_handler (self.world, &sink, &sink_handler);
  self.serializer = raptor_new_serializer (self.world, "rdfxml-abbrev");
  done = write_all (&self, graph, iostream, error);
  raptor_free_serializer (self.serializer);
  raptor_free_iostream (iostream);
  raptor_free_world (self.world);
  g_free (self.complaint);
  written = rel_byte_sink_finish (&sink, done ? error : NULL);
  return done && written;
}

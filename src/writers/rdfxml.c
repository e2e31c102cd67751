/* RDF/XML: one element per subject, named by its class, with one element per triple in it.
 *
 *   <schema:Person rdf:about="…"><p:met rdf:resource="…"/></schema:Person>
 *
 * What XML cannot say is an error and not left out: control characters in a literal, and a predicate whose IRI does not end in
 * an XML name. raptor's writer, which stood here, keeps the whole graph in trees of its own and takes ten times as long.
 */
#include "writers/byte_sink.h"
#include "writers/prefixes.h"
#include "writers/single_graph.h"
#include "writers/writer.h"

#include <string.h>
#include <triples/vocabulary.h>

typedef struct {
  const RelTripleSet *triples;
  RelPrefixes *prefixes;
  GString *text; /* of one subject */
} Writing;

/* Names under rdf: that the syntax uses itself (RDF 1.1 XML Syntax, 5.1); as predicate or class they would mean that. */
static const gchar *const syntax_terms[]
  = { "RDF",         "ID", "about",     "parseType", "resource",        "nodeID", "datatype",
      "Description", "li", "aboutEach", "bagID",     "aboutEachPrefix", NULL };

static void
append_escaped (GString *text, const gchar *value, gboolean is_attribute)
{
  for (const gchar *p = value; *p != '\0'; p++)
    if (*p == '&')
      g_string_append (text, "&amp;");
    else if (*p == '<')
      g_string_append (text, "&lt;");
    else if (*p == '>')
      g_string_append (text, "&gt;");
    else if (*p == '"' && is_attribute)
      g_string_append (text, "&quot;");
    else if (*p == '\r' || (is_attribute && (*p == '\n' || *p == '\t')))
      g_string_append_printf (text, "&#x%X;", (guint) *p);
    else
      g_string_append_c (text, *p);
}

static void
append_attribute (GString *text, const gchar *name, const gchar *value)
{
  g_string_append_printf (text, " %s=\"", name);
  append_escaped (text, value, TRUE);
  g_string_append_c (text, '"');
}

/* What @resource is called in an attribute: an IRI, or a blank node's name. */
static void
append_reference (GString *text, const gchar *name, const gchar *resource)
{
  if (g_str_has_prefix (resource, "_:"))
    append_attribute (text, "rdf:nodeID", resource + 2);
  else
    append_attribute (text, name, resource);
}

/* NameStartChar of XML 1.0, fifth edition, but for ":". */
static gboolean
is_name_start (gunichar c)
{
  static const gunichar ranges[][2]
    = { { 'A', 'Z' },       { '_', '_' },       { 'a', 'z' },       { 0xC0, 0xD6 },     { 0xD8, 0xF6 },
        { 0xF8, 0x2FF },    { 0x370, 0x37D },   { 0x37F, 0x1FFF },  { 0x200C, 0x200D }, { 0x2070, 0x218F },
        { 0x2C00, 0x2FEF }, { 0x3001, 0xD7FF }, { 0xF900, 0xFDCF }, { 0xFDF0, 0xFFFD }, { 0x10000, 0xEFFFF } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

static gboolean
is_name_character (gunichar c)
{
  return is_name_start (c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7 || (c >= 0x300 && c <= 0x36F)
         || c == 0x203F || c == 0x2040;
}

/* Where the XML name that @iri ends in begins; NULL: it ends in none. */
static const gchar *
find_xml_name (const gchar *iri)
{
  const gchar *p = iri + strlen (iri), *before = p;

  while (p > iri && (before = g_utf8_prev_char (p)) >= iri && is_name_character (g_utf8_get_char (before)))
    p = before;
  while (*p != '\0' && !is_name_start (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p != '\0' && p > iri ? p : NULL;
}

/* Prefixes that XML keeps for itself, and rdf where it means something else. */
static gboolean
is_usable (const Writing *self, const gchar *prefix)
{
  if (strcmp (prefix, "rdf") == 0)
    return strcmp (rel_prefixes_get_namespace (self->prefixes, prefix), REL_RDF) == 0;
  return g_ascii_strncasecmp (prefix, "xml", 3) != 0;
}

static gboolean
is_syntax_term (const gchar *iri)
{
  return g_str_has_prefix (iri, REL_RDF) && g_strv_contains (syntax_terms, iri + strlen (REL_RDF));
}

/* (nullable): "p:met" when its prefix is declared on the root */
static const gchar *
find_element (const Writing *self, const gchar *iri)
{
  const gchar *curie = rel_prefixes_abbreviate (self->prefixes, iri);
  g_autofree gchar *prefix = curie != NULL ? g_strndup (curie, strcspn (curie, ":")) : NULL;

  return curie != NULL && is_usable (self, prefix) ? curie : NULL;
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

  if (bad != NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "<%s>: a literal has the character U+%04X, which XML cannot hold; "
                 "write Turtle instead",
                 triple->subject, g_utf8_get_char (bad));
    return FALSE;
  }
  if (find_xml_name (triple->predicate) == NULL || is_syntax_term (triple->predicate)) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "<%s>: RDF/XML has no way to write a predicate that does not end in "
                 "a name; write Turtle instead",
                 triple->predicate);
    return FALSE;
  }
  return TRUE;
}

static void
append_literal (GString *text, const RelTriple *triple)
{
  if (triple->language != NULL) {
    g_autofree gchar *language = g_ascii_strdown (triple->language, -1); /* as the other formats write it */

    append_attribute (text, "xml:lang", language);
  } else if (triple->datatype != NULL && strcmp (triple->datatype, REL_XSD "string") != 0) {
    append_attribute (text, "rdf:datatype", triple->datatype);
  }
  g_string_append_c (text, '>');
  append_escaped (text, triple->object, FALSE);
}

static gboolean
append_triple (Writing *self, const RelTriple *triple, GError **error)
{
  gboolean is_type = strcmp (triple->predicate, REL_RDF "type") == 0;
  const gchar *element = is_type ? "rdf:type" : find_element (self, triple->predicate);
  const gchar *local;

  if (!check_triple (triple, error))
    return FALSE;
  local = find_xml_name (triple->predicate);
  g_string_append (self->text, "    <");
  if (element != NULL) {
    g_string_append (self->text, element);
  } else {
    g_autofree gchar *name_space = g_strndup (triple->predicate, (gsize) (local - triple->predicate));

    g_string_append_printf (self->text, "ns0:%s", local);
    append_attribute (self->text, "xmlns:ns0", name_space);
  }
  if (!triple->is_literal) {
    append_reference (self->text, "rdf:resource", triple->object);
    g_string_append (self->text, "/>\n");
    return TRUE;
  }
  append_literal (self->text, triple);
  if (element != NULL)
    g_string_append_printf (self->text, "</%s>\n", element);
  else
    g_string_append_printf (self->text, "</ns0:%s>\n", local);
  return TRUE;
}

/* The triple whose class names the element of the subject, NULL: none fits. */
static const RelTriple *
find_class (const Writing *self, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++) {
    const RelTriple *triple = &self->triples->triples[i];

    if (!triple->is_literal && strcmp (triple->predicate, REL_RDF "type") == 0 && !is_syntax_term (triple->object)
        && find_element (self, triple->object) != NULL)
      return triple;
  }
  return NULL;
}

/* All triples of one subject. */
static gboolean
append_subject (Writing *self, gsize start, gsize end, GError **error)
{
  const RelTriple *class_triple = find_class (self, start, end);
  const gchar *element = class_triple != NULL ? find_element (self, class_triple->object) : "rdf:Description";

  g_string_append_printf (self->text, "  <%s", element);
  append_reference (self->text, "rdf:about", self->triples->triples[start].subject);
  g_string_append (self->text, ">\n");
  for (gsize i = start; i < end; i++)
    if (&self->triples->triples[i] != class_triple && !append_triple (self, &self->triples->triples[i], error))
      return FALSE;
  g_string_append_printf (self->text, "  </%s>\n", element);
  return TRUE;
}

/* Declares the prefixes in the order of the alphabet. */
static void
append_head (Writing *self)
{
  guint n_names = 0;
  const gchar *const *names = rel_prefixes_get_names (self->prefixes, &n_names);

  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF xmlns:rdf=\"" REL_RDF "\"");
  for (guint i = 0; i < n_names; i++)
    if (strcmp (names[i], "rdf") != 0 && is_usable (self, names[i])) {
      g_string_append_printf (self->text, "\n  xmlns:%s=\"", names[i]);
      append_escaped (self->text, rel_prefixes_get_namespace (self->prefixes, names[i]), TRUE);
      g_string_append_c (self->text, '"');
    }
  g_string_append (self->text, ">\n");
}

static gboolean
write_all (Writing *self, RelByteSink *sink, GError **error)
{
  const RelTripleSet *set = self->triples;

  append_head (self);
  for (gsize i = 0, end; i < set->n_triples && sink->error == NULL; i = end) {
    for (end = i + 1; end < set->n_triples && strcmp (set->triples[end].subject, set->triples[i].subject) == 0;)
      end++;
    if (!append_subject (self, i, end, error))
      return FALSE;
    rel_byte_sink_write (self->text->str, self->text->len, sink);
    g_string_truncate (self->text, 0);
  }
  g_string_append (self->text, "</rdf:RDF>\n");
  rel_byte_sink_write (self->text->str, self->text->len, sink);
  return TRUE;
}

gboolean
rel_rdfxml_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  g_autoptr (RelTripleSet) flat = NULL;
  Writing self = { .triples = rel_single_graph (triples, &flat), .text = g_string_new (NULL) };
  RelByteSink sink;
  gboolean done, written;

  self.prefixes = rel_prefixes_new (self.triples);
  rel_byte_sink_init (&sink, stream);
  done = write_all (&self, &sink, error);
  g_string_free (self.text, TRUE);
  rel_prefixes_free (self.prefixes);
  written = rel_byte_sink_finish (&sink, done ? error : NULL);
  return done && written;
}

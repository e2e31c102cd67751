/* JSON-LD 1.1: a context, then one object per thing, with one value per line.
 *
 *   {"@context": {…}, "@graph": [
 *     {"id": "e:Lee_Jae_Myung", "type": "schema:Person", "label": "Lee Jae Myung", "met": "e:Giorgia_Meloni"}, …
 *
 * Triples of named graphs are in objects that have a "graph" of their own. Written in a stream, so that a large graph needs
 * no second copy in memory.
 */
#include "writers/byte_sink.h"
#include "writers/json_string.h"
#include "writers/jsonld.h"
#include "writers/writer.h"

#include <string.h>
#include <triples/vocabulary.h>

typedef struct {
  const RelTripleSet *triples;
  RelPrefixes *prefixes;
  RelJsonContext *context;
  GString *text; /* of one thing */
  gint indent;   /* of things: deeper inside of a named graph */
  GError *error; /* (nullable) */
} Writing;

static void
append_line_start (Writing *self, gint depth)
{
  g_string_append_c (self->text, '\n');
  for (gint i = 0; i < self->indent + depth; i++)
    g_string_append (self->text, "  ");
}

/* Whether the scheme of @iri is also a prefix of the file. */
static gboolean
is_ambiguous (const Writing *self, const gchar *iri)
{
  const gchar *colon = strchr (iri, ':');
  g_autofree gchar *scheme = NULL;

  if (colon == NULL || g_str_has_prefix (colon, "://"))
    return FALSE;
  scheme = g_strndup (iri, (gsize) (colon - iri));
  return rel_prefixes_get_namespace (self->prefixes, scheme) != NULL;
}

static void
append_iri (Writing *self, const gchar *iri)
{
  const gchar *curie = rel_prefixes_abbreviate (self->prefixes, iri);

  if (curie == NULL && is_ambiguous (self, iri) && self->error == NULL)
    g_set_error (
      &self->error, REL_ERROR, REL_ERROR_FORMAT,
      "<%s>: begins like a prefix of the graph, so that JSON-LD would read another IRI; write Turtle instead", iri);
  rel_json_append_string (self->text, curie != NULL ? curie : iri);
}

/* A value whose predicate does not say what it is. */
static void
append_full_value (Writing *self, const RelTriple *triple)
{
  if (!triple->is_literal) {
    g_string_append_printf (self->text, "{\"%s\": ", rel_json_context_get_keyword (self->context, "@id"));
    append_iri (self, triple->object);
    g_string_append_c (self->text, '}');
    return;
  }
  g_string_append (self->text, "{\"@value\": ");
  rel_json_append_string (self->text, triple->object);
  if (triple->language != NULL) {
    g_autofree gchar *language = g_ascii_strdown (triple->language, -1);

    g_string_append (self->text, ", \"@language\": ");
    rel_json_append_string (self->text, language);
  } else {
    g_string_append (self->text, ", \"@type\": ");
    append_iri (self, triple->datatype);
  }
  g_string_append_c (self->text, '}');
}

static void
append_value (Writing *self, const RelTriple *triple, const RelJsonTerm *term)
{
  gboolean is_string = triple->is_literal && triple->language == NULL
                       && (triple->datatype == NULL || strcmp (triple->datatype, REL_XSD "string") == 0);

  if (term == NULL || term->coercion == REL_COERCION_IRI)
    append_iri (self, triple->object);
  else if (term->coercion != REL_COERCION_DATATYPE && rel_json_is_native (triple))
    g_string_append (self->text, triple->object);
  else if (is_string || term->coercion == REL_COERCION_LANGUAGE || term->coercion == REL_COERCION_DATATYPE)
    rel_json_append_string (self->text, triple->object);
  else
    append_full_value (self, triple);
}

/* The triples [start, end), which share subject and predicate. */
static void
append_values (Writing *self, gsize start, gsize end)
{
  const RelTriple *triples = self->triples->triples;
  gboolean is_type = strcmp (triples[start].predicate, REL_RDF "type") == 0 && !triples[start].is_literal;
  const RelJsonTerm *term = is_type ? NULL : rel_json_context_get_term (self->context, triples[start].predicate);

  g_string_append_c (self->text, ',');
  append_line_start (self, 3);
  if (is_type)
    rel_json_append_string (self->text, rel_json_context_get_keyword (self->context, "@type"));
  else
    rel_json_append_string (self->text, term->name);
  g_string_append (self->text, end - start > 1 ? ": [" : ": ");
  for (gsize i = start; i < end; i++) {
    if (end - start > 1)
      append_line_start (self, 4);
    append_value (self, &triples[i], term);
    if (i + 1 < end)
      g_string_append_c (self->text, ',');
  }
  if (end - start > 1)
    g_string_append_c (self->text, ']');
}

/* The end of the run of triples from @start on that share graph and subject. */
static gsize
find_end (const RelTripleSet *set, gsize start)
{
  const RelTriple *first = &set->triples[start];
  gsize end = start + 1;

  while (end < set->n_triples && g_strcmp0 (set->triples[end].graph, first->graph) == 0
         && strcmp (set->triples[end].subject, first->subject) == 0)
    end++;
  return end;
}

/* The end of those that share the predicate, too, and with rdf:type, which has a name of its own, being literals or not. */
static gsize
find_end_of_values (const RelTripleSet *set, gsize start, gsize end)
{
  const RelTriple *first = &set->triples[start];
  gboolean is_type = strcmp (first->predicate, REL_RDF "type") == 0;
  gsize i = start + 1;

  while (i < end && strcmp (set->triples[i].predicate, first->predicate) == 0
         && (!is_type || set->triples[i].is_literal == first->is_literal))
    i++;
  return i;
}

static void
append_thing (Writing *self, gsize start, gsize end)
{
  append_line_start (self, 2);
  g_string_append_c (self->text, '{');
  append_line_start (self, 3);
  g_string_append_printf (self->text, "\"%s\": ", rel_json_context_get_keyword (self->context, "@id"));
  append_iri (self, self->triples->triples[start].subject);
  for (gsize i = start, next; i < end; i = next) {
    next = find_end_of_values (self->triples, i, end);
    append_values (self, i, next);
  }
  append_line_start (self, 2);
  g_string_append_c (self->text, '}');
}

/* Closes the named graph that is being written, if any, and opens that of @graph, if any. */
static void
change_graph (Writing *self, const gchar *graph)
{
  if (self->indent > 0) {
    g_string_append (self->text, "\n    ]}");
    self->indent = 0;
  }
  if (graph == NULL)
    return;
  g_string_append_printf (self->text, "\n    {\"%s\": ", rel_json_context_get_keyword (self->context, "@id"));
  append_iri (self, graph);
  g_string_append_printf (self->text, ", \"%s\": [", rel_json_context_get_keyword (self->context, "@graph"));
  self->indent = 1;
}

static void
write_things (Writing *self, RelByteSink *sink)
{
  const gchar *graph = NULL;

  for (gsize i = 0, end; i < self->triples->n_triples && sink->error == NULL && self->error == NULL; i = end) {
    const gchar *own = self->triples->triples[i].graph;
    gboolean changes = g_strcmp0 (own, graph) != 0;

    end = find_end (self->triples, i);
    if (changes && self->indent > 0)
      change_graph (self, NULL);
    if (i > 0)
      g_string_append_c (self->text, ',');
    if (changes)
      change_graph (self, own);
    graph = own;
    append_thing (self, i, end);
    rel_byte_sink_write (self->text->str, self->text->len, sink);
    g_string_truncate (self->text, 0);
  }
  change_graph (self, NULL);
}

gboolean
rel_jsonld_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  Writing self = { .triples = triples, .text = g_string_new ("{\n  \"@context\": ") };
  RelByteSink sink;

  self.prefixes = rel_prefixes_new (triples);
  self.context = rel_json_context_new (triples, self.prefixes);
  rel_byte_sink_init (&sink, stream);
  rel_json_context_append (self.context, self.text);
  g_string_append (self.text, ",\n  \"@graph\": [");
  write_things (&self, &sink);
  g_string_append (self.text, "\n  ]\n}\n");
  rel_byte_sink_write (self.text->str, self.text->len, &sink);
  g_string_free (self.text, TRUE);
  rel_json_context_free (self.context);
  rel_prefixes_free (self.prefixes);
  if (!rel_byte_sink_finish (&sink, self.error == NULL ? error : NULL))
    return FALSE;
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

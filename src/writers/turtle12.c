/* Turtle of RDF 1.2: Turtle as ever, but a statement node says what it is about in one line, as a reifier of a triple term.
 *
 *   f:f3a9 rdf:reifies <<( e:Lee p:met e:Meloni )>> ; rel:confidence 0.93 .
 *
 * instead of rdf:Statement, rdf:subject, rdf:predicate and rdf:object. serd does not write this syntax yet. Cost: linear.
 */
#include "writers/byte_sink.h"
#include "writers/prefixes.h"
#include "writers/serd_statements.h"
#include "writers/single_graph.h"
#include "writers/turtle_string.h"
#include "writers/writer.h"

#include <string.h>
#include <triples/vocabulary.h>

typedef struct {
  const RelTripleSet *triples;
  RelPrefixes *prefixes;
  GString *text; /* of one subject */
} Writing;

static void
append_escaped (GString *text, const gchar *value)
{
  for (const gchar *p = value; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\n\r", *p) == NULL)
      g_string_append_printf (text, "\\u%04X", (guint) (guchar) *p);
    else if (!rel_turtle_append_escape (text, *p))
      g_string_append_c (text, *p);
}

static void
append_resource (Writing *self, const gchar *iri)
{
  const gchar *curie = rel_prefixes_abbreviate (self->prefixes, iri);

  if (curie != NULL)
    g_string_append (self->text, curie);
  else
    g_string_append_printf (self->text, g_str_has_prefix (iri, "_:") ? "%s" : "<%s>", iri);
}

static void
append_object (Writing *self, const RelTriple *triple)
{
  if (!triple->is_literal) {
    append_resource (self, triple->object);
  } else if (triple->language == NULL && rel_literal_is_bare (triple->datatype, triple->object)) {
    g_string_append (self->text, triple->object);
  } else {
    g_string_append_c (self->text, '"');
    append_escaped (self->text, triple->object);
    g_string_append_c (self->text, '"');
    if (triple->language != NULL) {
      g_autofree gchar *language = g_ascii_strdown (triple->language, -1);

      g_string_append_printf (self->text, "@%s", language);
    } else if (triple->datatype != NULL && strcmp (triple->datatype, REL_XSD "string") != 0) {
      g_string_append (self->text, "^^");
      append_resource (self, triple->datatype);
    }
  }
}

static void
append_predicate (Writing *self, const gchar *predicate)
{
  if (strcmp (predicate, REL_RDF "type") == 0)
    g_string_append_c (self->text, 'a');
  else
    append_resource (self, predicate);
}

/* The four triples of a subject that make it a statement. */
typedef struct {
  const RelTriple *type, *subject, *predicate, *object;
} Statement;

/* Whether @triples [start, end) have each part of a statement exactly once. */
static gboolean
find_statement (const RelTriple *triples, gsize start, gsize end, Statement *statement)
{
  const struct {
    const gchar *predicate;
    const RelTriple **slot;
  } parts[] = { { REL_RDF "subject", &statement->subject },
                { REL_RDF "predicate", &statement->predicate },
                { REL_RDF "object", &statement->object } };

  *statement = (Statement){ NULL };
  for (gsize i = start; i < end; i++) {
    if (strcmp (triples[i].predicate, REL_RDF "type") == 0 && strcmp (triples[i].object, REL_RDF "Statement") == 0)
      statement->type = &triples[i];
    for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
      if (strcmp (triples[i].predicate, parts[k].predicate) == 0) {
        if (*parts[k].slot != NULL)
          return FALSE;
        *parts[k].slot = &triples[i];
      }
  }
  return statement->type != NULL && statement->subject != NULL && !statement->subject->is_literal
         && statement->predicate != NULL && !statement->predicate->is_literal && statement->object != NULL;
}

static void
append_reifies (Writing *self, const Statement *statement)
{
  gboolean has_prefix = g_strcmp0 (rel_prefixes_get_namespace (self->prefixes, "rdf"), REL_RDF) == 0;

  g_string_append (self->text, has_prefix ? "rdf:reifies <<( " : "<" REL_RDF "reifies> <<( ");
  append_resource (self, statement->subject->object);
  g_string_append_c (self->text, ' ');
  append_predicate (self, statement->predicate->object);
  g_string_append_c (self->text, ' ');
  append_object (self, statement->object);
  g_string_append (self->text, " )>>");
}

/* All triples of one subject. */
static void
append_subject (Writing *self, gsize start, gsize end)
{
  const RelTriple *triples = self->triples->triples, *last = NULL;
  Statement statement;
  gboolean is_statement = find_statement (triples, start, end, &statement);

  append_resource (self, triples[start].subject);
  if (is_statement) {
    g_string_append (self->text, "\n\t");
    append_reifies (self, &statement);
  }
  for (gsize i = start; i < end; i++) {
    const RelTriple *triple = &triples[i];

    if (is_statement
        && (triple == statement.type || triple == statement.subject || triple == statement.predicate
            || triple == statement.object))
      continue;
    if (last != NULL && strcmp (last->predicate, triple->predicate) == 0) {
      g_string_append (self->text, " ,\n\t\t");
    } else {
      g_string_append (self->text, last != NULL || is_statement ? " ;\n\t" : "\n\t");
      append_predicate (self, triple->predicate);
      g_string_append_c (self->text, ' ');
    }
    append_object (self, triple);
    last = triple;
  }
  g_string_append (self->text, " .\n\n");
}

static void
append_head (Writing *self)
{
  guint n_names = 0;
  const gchar *const *names = rel_prefixes_get_names (self->prefixes, &n_names);

  g_string_append (self->text, "VERSION \"1.2\"\n");
  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (self->text, "@prefix %s: <%s> .\n", names[i],
                            rel_prefixes_get_namespace (self->prefixes, names[i]));
  g_string_append_c (self->text, '\n');
}

gboolean
rel_turtle12_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  g_autoptr (RelTripleSet) flat = NULL;
  Writing self = { .triples = rel_single_graph (triples, &flat), .text = g_string_new (NULL) };
  RelByteSink sink;

  self.prefixes = rel_prefixes_new (self.triples);
  rel_byte_sink_init (&sink, stream);
  append_head (&self);
  for (gsize i = 0, end; i < self.triples->n_triples && sink.error == NULL; i = end) {
    for (end = i + 1; end < self.triples->n_triples
                      && strcmp (self.triples->triples[end].subject, self.triples->triples[i].subject) == 0;)
      end++;
    append_subject (&self, i, end);
    rel_byte_sink_write (self.text->str, self.text->len, &sink);
    g_string_truncate (self.text, 0);
  }
  rel_byte_sink_write (self.text->str, self.text->len, &sink);
  g_string_free (self.text, TRUE);
  rel_prefixes_free (self.prefixes);
  return rel_byte_sink_finish (&sink, error);
}

/* Answers to queries: which format is which, and the two tables of SPARQL 1.1 (CSV, TSV). */
#include "writers/answers.h"
#include "writers/byte_sink.h"
#include "writers/turtle_string.h"

#include <string.h>

static const struct {
  const gchar *name;
  void (*append) (const RelAnswers *self, GString *text);
} formats[] = {
  [REL_ANSWERS_FORMAT_TABLE] = { "table", rel_answers_append_table },
  [REL_ANSWERS_FORMAT_CSV] = { "csv", rel_answers_append_csv },
  [REL_ANSWERS_FORMAT_TSV] = { "tsv", rel_answers_append_tsv },
  [REL_ANSWERS_FORMAT_JSON] = { "json", rel_answers_append_json },
  [REL_ANSWERS_FORMAT_XML] = { "xml", rel_answers_append_xml },
};

gint
rel_answers_format_from_name (const gchar *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      return (gint) i;
  return -1;
}

guint
rel_answers_get_n_rows (const RelAnswers *self)
{
  return self->names->len > 0 ? self->values->len / self->names->len : 0;
}

const RelTripleSet *
rel_answers_get_triples (const RelAnswers *self)
{
  return self->kind == REL_ANSWERS_TRIPLES ? self->triples : NULL;
}

const RelTerm *
rel_answers_get (const RelAnswers *self, guint row, guint column)
{
  return &g_array_index (self->values, RelTerm, row * self->names->len + column);
}

gboolean
rel_answers_write (const RelAnswers *self, RelAnswersFormat format, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), FALSE);

  if (self->kind == REL_ANSWERS_TRIPLES) {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "CONSTRUCT gives triples; choose an RDF format for them, not %s",
                 formats[format].name);
    return FALSE;
  }
  formats[format].append (self, text);
  return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error);
}

/* RFC 4180: quoted where it must be. */
static void
append_csv_value (GString *text, const gchar *value)
{
  if (strpbrk (value, ",\"\r\n") == NULL) {
    g_string_append (text, value);
    return;
  }
  g_string_append_c (text, '"');
  for (const gchar *p = value; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *p);
  }
  g_string_append_c (text, '"');
}

void
rel_answers_append_csv (const RelAnswers *self, GString *text)
{
  guint n_rows = rel_answers_get_n_rows (self);

  if (self->kind == REL_ANSWERS_TRUTH) {
    g_string_append (text, self->truth ? "true\r\n" : "false\r\n");
    return;
  }
  for (guint i = 0; i < self->names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const gchar *) g_ptr_array_index (self->names, i));
  g_string_append (text, "\r\n");
  for (guint row = 0; row < n_rows; row++) {
    for (guint i = 0; i < self->names->len; i++) {
      const RelTerm *term = rel_answers_get (self, row, i);

      g_string_append (text, i > 0 ? "," : "");
      append_csv_value (text, term->value != NULL ? term->value : "");
    }
    g_string_append (text, "\r\n");
  }
}

/* A term as Turtle writes it. */
static void
append_tsv_term (GString *text, const RelTerm *term)
{
  if (term->value == NULL)
    return;
  if (!term->is_literal) {
    g_string_append_printf (text, g_str_has_prefix (term->value, "_:") ? "%s" : "<%s>", term->value);
    return;
  }
  g_string_append_c (text, '"');
  for (const gchar *p = term->value; *p != '\0'; p++)
    if (!rel_turtle_append_escape (text, *p))
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
  if (term->language != NULL)
    g_string_append_printf (text, "@%s", term->language);
  else if (term->datatype != NULL)
    g_string_append_printf (text, "^^<%s>", term->datatype);
}

void
rel_answers_append_tsv (const RelAnswers *self, GString *text)
{
  guint n_rows = rel_answers_get_n_rows (self);

  if (self->kind == REL_ANSWERS_TRUTH) {
    g_string_append (text, self->truth ? "true\n" : "false\n");
    return;
  }
  for (guint i = 0; i < self->names->len; i++)
    g_string_append_printf (text, "%s?%s", i > 0 ? "\t" : "", (const gchar *) g_ptr_array_index (self->names, i));
  g_string_append_c (text, '\n');
  for (guint row = 0; row < n_rows; row++) {
    for (guint i = 0; i < self->names->len; i++) {
      g_string_append (text, i > 0 ? "\t" : "");
      append_tsv_term (text, rel_answers_get (self, row, i));
    }
    g_string_append_c (text, '\n');
  }
}

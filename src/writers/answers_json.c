/* Answers as SPARQL 1.1 Query Results JSON: a line for each row. */
#include "writers/answers.h"
#include "writers/json_string.h"

static const gchar *
get_type (const RelTerm *term)
{
  if (term->is_literal)
    return "literal";
  return g_str_has_prefix (term->value, "_:") ? "bnode" : "uri";
}

static void
append_term (GString *text, const gchar *name, const RelTerm *term)
{
  rel_json_append_string (text, name);
  g_string_append_printf (text, ": {\"type\": \"%s\", \"value\": ", get_type (term));
  rel_json_append_string (text, term->value);
  if (term->language != NULL) {
    g_string_append (text, ", \"xml:lang\": ");
    rel_json_append_string (text, term->language);
  } else if (term->datatype != NULL) {
    g_string_append (text, ", \"datatype\": ");
    rel_json_append_string (text, term->datatype);
  }
  g_string_append_c (text, '}');
}

static void
append_row (const RelAnswers *self, guint row, GString *text)
{
  const gchar *separator = "";

  g_string_append_c (text, '{');
  for (guint i = 0; i < self->names->len; i++) {
    const RelTerm *term = rel_answers_get (self, row, i);

    if (term->value == NULL)
      continue;
    g_string_append (text, separator);
    append_term (text, g_ptr_array_index (self->names, i), term);
    separator = ", ";
  }
  g_string_append_c (text, '}');
}

void
rel_answers_append_json (const RelAnswers *self, GString *text)
{
  guint n_rows = rel_answers_get_n_rows (self);

  if (self->kind == REL_ANSWERS_TRUTH) {
    g_string_append_printf (text, "{\"head\": {}, \"boolean\": %s}\n", self->truth ? "true" : "false");
    return;
  }
  g_string_append (text, "{\"head\": {\"vars\": [");
  for (guint i = 0; i < self->names->len; i++) {
    g_string_append (text, i > 0 ? ", " : "");
    rel_json_append_string (text, g_ptr_array_index (self->names, i));
  }
  g_string_append (text, "]}, \"results\": {\"bindings\": [");
  for (guint row = 0; row < n_rows; row++) {
    g_string_append (text, row > 0 ? ",\n  " : "\n  ");
    append_row (self, row, text);
  }
  g_string_append (text, "\n]}}\n");
}

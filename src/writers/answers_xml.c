/* Answers as SPARQL Query Results XML. What XML cannot hold (control characters) becomes U+FFFD. */
#include "writers/answers.h"

static void
append_escaped (GString *text, const gchar *value)
{
  for (const gchar *p = value; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '<')
      g_string_append (text, "&lt;");
    else if (c == '>')
      g_string_append (text, "&gt;");
    else if (c == '&')
      g_string_append (text, "&amp;");
    else if (c == '"')
      g_string_append (text, "&quot;");
    else if (c == '\r')
      g_string_append (text, "&#13;");
    else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
      g_string_append (text, "\xEF\xBF\xBD");
    else
      g_string_append_unichar (text, c);
  }
}

static void
append_attribute (GString *text, const gchar *name, const gchar *value)
{
  g_string_append_printf (text, " %s=\"", name);
  append_escaped (text, value);
  g_string_append_c (text, '"');
}

static void
append_term (GString *text, const RelTerm *term)
{
  gboolean is_blank = !term->is_literal && g_str_has_prefix (term->value, "_:");
  const gchar *element = term->is_literal ? "literal" : is_blank ? "bnode" : "uri";

  g_string_append_printf (text, "<%s", element);
  if (term->language != NULL)
    append_attribute (text, "xml:lang", term->language);
  else if (term->datatype != NULL)
    append_attribute (text, "datatype", term->datatype);
  g_string_append_c (text, '>');
  append_escaped (text, is_blank ? term->value + 2 : term->value);
  g_string_append_printf (text, "</%s>", element);
}

static void
append_row (const RelAnswers *self, guint row, GString *text)
{
  g_string_append (text, "    <result>\n");
  for (guint i = 0; i < self->names->len; i++) {
    const RelTerm *term = rel_answers_get (self, row, i);

    if (term->value == NULL)
      continue;
    g_string_append (text, "      <binding");
    append_attribute (text, "name", g_ptr_array_index (self->names, i));
    g_string_append_c (text, '>');
    append_term (text, term);
    g_string_append (text, "</binding>\n");
  }
  g_string_append (text, "    </result>\n");
}

void
rel_answers_append_xml (const RelAnswers *self, GString *text)
{
  guint n_rows = rel_answers_get_n_rows (self);

  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n  <head>\n");
  for (guint i = 0; i < self->names->len; i++) {
    g_string_append (text, "    <variable");
    append_attribute (text, "name", g_ptr_array_index (self->names, i));
    g_string_append (text, "/>\n");
  }
  g_string_append (text, "  </head>\n");
  if (self->kind == REL_ANSWERS_TRUTH) {
    g_string_append_printf (text, "  <boolean>%s</boolean>\n", self->truth ? "true" : "false");
  } else {
    g_string_append (text, "  <results>\n");
    for (guint row = 0; row < n_rows; row++)
      append_row (self, row, text);
    g_string_append (text, "  </results>\n");
  }
  g_string_append (text, "</sparql>\n");
}

/* Numbers in figures and words → decimal numbers. The words are those of ontology/: rel:NumberWord, rel:Multiplier. */
#include <reference/number_words.h>

#include <math.h>
#include <string.h>

#define MAX_FIGURES 300 /* fits a double */

gboolean
rel_number_parse_figures (const gchar *word, gdouble *value)
{
  gchar figures[MAX_FIGURES + 1];
  gsize n = 0;
  gboolean has_point = FALSE;

  for (const gchar *c = word; *c != '\0'; c++) {
    if (*c == ',') {
      if (n == 0 || has_point || !g_ascii_isdigit (c[1]) || !g_ascii_isdigit (c[2]) || !g_ascii_isdigit (c[3]))
        return FALSE;
      continue;
    }
    if (*c == '.' && (has_point || !g_ascii_isdigit (c[1])))
      return FALSE;
    if ((*c != '.' && !g_ascii_isdigit (*c)) || n == MAX_FIGURES)
      return FALSE;
    has_point = has_point || *c == '.';
    figures[n++] = *c;
  }
  figures[n] = '\0';
  if (n == 0)
    return FALSE;
  *value = g_ascii_strtod (figures, NULL);
  return isfinite (*value);
}

static gboolean
get_number (const RelLexicon *lexicon, const gchar *word, const gchar *class_name, gdouble *value)
{
  const gchar *resource = rel_lexicon_find (lexicon, word, class_name);
  const gchar *number = resource != NULL ? rel_lexicon_get_value (lexicon, resource, "rel:number") : NULL;

  if (number == NULL)
    return FALSE;
  *value = g_ascii_strtod (number, NULL);
  return TRUE;
}

static void
multiply (RelNumberReader *self, gdouble factor)
{
  if (self->current == 0)
    self->current = 1;
  self->current *= factor;
  if (factor < 1000)
    return;
  self->total += self->current;
  self->current = 0;
}

/* "twenty-one": both parts are numbers. */
static gboolean
add_compound (RelNumberReader *self, const RelLexicon *lexicon, const gchar *word)
{
  const gchar *hyphen = strchr (word, '-');
  gdouble tens = 0, ones = 0;

  if (hyphen == NULL)
    return FALSE;

  g_autofree gchar *first = g_strndup (word, (gsize) (hyphen - word));

  if (!get_number (lexicon, first, "rel:NumberWord", &tens)
      || !get_number (lexicon, hyphen + 1, "rel:NumberWord", &ones))
    return FALSE;
  self->current += tens + ones;
  return TRUE;
}

gboolean
rel_number_reader_add (RelNumberReader *self, const RelLexicon *lexicon, const gchar *word)
{
  gdouble value = 0;

  if (rel_number_parse_figures (word, &value) || get_number (lexicon, word, "rel:NumberWord", &value))
    self->current += value;
  else if (get_number (lexicon, word, "rel:Multiplier", &value))
    multiply (self, value);
  else if (!add_compound (self, lexicon, word))
    return FALSE;
  self->n_words++;
  return TRUE;
}

gchar *
rel_number_reader_to_string (const RelNumberReader *self)
{
  gchar buffer[G_ASCII_DTOSTR_BUF_SIZE + 400];
  gdouble value = self->total + self->current;
  gdouble rounded = round (value);

  /* 8.08 times a thousand million is off by parts of a unit. */
  if (fabs (value) >= 1000 && fabs (value - rounded) < 1e-6 * fabs (value))
    value = rounded;
  if (value == rounded)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", value);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.10g", value);
  return g_strdup (buffer);
}

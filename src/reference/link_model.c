/* The weights of the ranking of antecedents: from Turtle, to Turtle, sums of rows. O(cues) a pair. */
#include <reference/link_model.h>

#include <string.h>

#define OUTPUT_NAME "output" /* the row that holds the weights of the hidden units */

/* Properties of rel:LinkCue that hold a row of weights as numbers with a blank between, in the order of RelLinkRole. */
static const gchar *const role_properties[REL_N_LINK_ROLES]
  = { "rel:weightsOfMention", "rel:weightsOfAntecedent", "rel:weightsOfPair" };

RelLinkModel *
rel_link_model_new (void)
{
  RelLinkModel *self = g_new0 (RelLinkModel, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->weights = g_array_new (FALSE, TRUE, sizeof (gfloat));
  return self;
}

void
rel_link_model_free (RelLinkModel *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_array_unref (self->weights);
  g_free (self);
}

static guint
add_name (RelLinkModel *self, const gchar *name)
{
  gchar *copy = g_strdup (name);

  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (self->names->len));
  g_array_set_size (self->weights, self->names->len * REL_N_LINK_ROLES * REL_LINK_ROW);
  return self->names->len - 1;
}

gint
rel_link_model_get_number (RelLinkModel *self, const gchar *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));

  if (number == 0 && self->grows && self->names->len < G_MAXUINT16)
    return (gint) add_name (self, name);
  return (gint) number - 1;
}

/* Reads up to @n numbers with blanks between. */
static void
read_numbers (const gchar *text, gfloat *numbers, guint n)
{
  for (guint i = 0; i < n && *text != '\0'; i++) {
    gchar *end = NULL;

    numbers[i] = (gfloat) g_ascii_strtod (text, &end);
    if (end == text)
      return;
    text = end;
  }
}

RelLinkModel *
rel_link_model_read (const RelLexicon *lexicon)
{
  RelLinkModel *self = rel_link_model_new ();
  guint n_cues = 0;
  const gchar *const *cues = rel_lexicon_get_subjects (lexicon, "rdf:type", "rel:LinkCue", &n_cues);

  for (guint i = 0; i < n_cues && i < G_MAXUINT16; i++) {
    const gchar *name = rel_lexicon_get_value (lexicon, cues[i], "rdfs:label");

    if (name == NULL || g_hash_table_contains (self->numbers, name))
      continue;

    guint number = add_name (self, name);

    for (guint role = 0; role < REL_N_LINK_ROLES; role++) {
      const gchar *weights = rel_lexicon_get_value (lexicon, cues[i], role_properties[role]);
      if (weights != NULL)
        read_numbers (weights, rel_link_model_get_row (self, number, role), REL_LINK_ROW);
    }
    if (strcmp (name, OUTPUT_NAME) == 0)
      memcpy (self->output, rel_link_model_get_row (self, number, REL_LINK_PAIR), sizeof self->output);
  }
  return self;
}

static void
append_row (GString *out, const gchar *property, const gfloat *row)
{
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " ;\n  %s \"", property);
  for (guint i = 0; i < REL_LINK_ROW; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            g_ascii_formatd (number, sizeof number, "%.2f", (gdouble) row[i] + 0.0));
  g_string_append_c (out, '"');
}

static gboolean
is_zero (const gfloat *row)
{
  for (guint i = 0; i < REL_LINK_ROW; i++)
    if (row[i] >= 0.005f || row[i] <= -0.005f)
      return FALSE;
  return TRUE;
}

gchar *
rel_link_model_to_turtle (const RelLinkModel *self)
{
  GString *out = g_string_new (NULL);
  gfloat output[REL_LINK_ROW] = { 0 };

  memcpy (output, self->output, sizeof self->output);
  g_string_append (out, "link:output a rel:LinkCue ; rdfs:label \"" OUTPUT_NAME "\"");
  append_row (out, role_properties[REL_LINK_PAIR], output);
  g_string_append (out, " .\n");
  for (guint i = 0; i < self->names->len; i++) {
    g_autofree gchar *name = g_strescape (g_ptr_array_index (self->names, i), NULL);

    if (strcmp (name, OUTPUT_NAME) == 0)
      continue;
    g_string_append_printf (out, "link:c%03u a rel:LinkCue ; rdfs:label \"%s\"", i, name);
    for (guint role = 0; role < REL_N_LINK_ROLES; role++)
      if (!is_zero (rel_link_model_get_row (self, i, role)))
        append_row (out, role_properties[role], rel_link_model_get_row (self, i, role));
    g_string_append (out, " .\n");
  }
  return g_string_free (out, FALSE);
}

void
rel_link_model_add_rows (const RelLinkModel *self, RelLinkRole role, const guint16 *numbers, guint n, gfloat *sum)
{
  for (guint i = 0; i < n; i++) {
    const gfloat *row = rel_link_model_get_row (self, numbers[i], role);
    for (guint k = 0; k < REL_LINK_ROW; k++)
      sum[k] += row[k];
  }
}

gfloat
rel_link_model_get_score (const RelLinkModel *self, const gfloat *sum)
{
  gfloat score = sum[REL_LINK_HIDDEN];

  for (guint k = 0; k < REL_LINK_HIDDEN; k++)
    score += self->output[k] * MAX (sum[k], 0.0f);
  return score;
}

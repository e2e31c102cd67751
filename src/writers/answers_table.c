/* Answers for people: a table in columns, IRIs by their prefixes, literals without quotes. */
#include "writers/answers.h"

#include <string.h>

/* A longer value pushes its own row out of line instead of all rows. */
#define MAX_WIDTH 60

/* Columns that @text takes on a terminal. */
static guint
measure (const gchar *text)
{
  guint width = 0;

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

/* The longest namespace that @iri begins with, and its prefix. */
static const gchar *
find_prefix (GHashTable *prefixes, const gchar *iri, gsize *n_namespace)
{
  const gchar *best = NULL;
  GHashTableIter iter;
  gpointer prefix, name_space;

  *n_namespace = 0;
  g_hash_table_iter_init (&iter, prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &name_space)) {
    gsize n = strlen (name_space);

    if (!g_str_has_prefix (iri, name_space) || iri[n] == '\0' || strpbrk (iri + n, "/#") != NULL)
      continue;
    if (n > *n_namespace || (n == *n_namespace && strcmp (prefix, best) < 0)) {
      best = prefix;
      *n_namespace = n;
    }
  }
  return best;
}

/* (transfer full): on one line */
static gchar *
make_cell (const RelAnswers *self, const RelTerm *term)
{
  gchar *cell;

  if (term->value == NULL)
    return g_strdup ("");
  if (!term->is_literal) {
    gsize n_namespace = 0;
    const gchar *prefix = find_prefix (self->triples->prefixes, term->value, &n_namespace);

    return prefix != NULL ? g_strdup_printf ("%s:%s", prefix, term->value + n_namespace)
                          : g_strdup_printf ("<%s>", term->value);
  }
  cell = g_strdup (term->value);
  for (gchar *p = cell; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return cell;
}

static void
append_cell (GString *text, const gchar *cell, guint width, gboolean is_last)
{
  g_string_append (text, cell);
  for (guint i = measure (cell); !is_last && i < width + 2; i++)
    g_string_append_c (text, ' ');
}

static void
append_rule (GString *text, const guint *widths, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++) {
    for (guint k = 0; k < widths[i]; k++)
      g_string_append (text, "─");
    g_string_append (text, i + 1 < n_columns ? "  " : "\n");
  }
}

void
rel_answers_append_table (const RelAnswers *self, GString *text)
{
  guint n_columns = self->names->len, n_rows = rel_answers_get_n_rows (self);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *widths = g_new0 (guint, n_columns + 1);

  if (self->kind == REL_ANSWERS_TRUTH) {
    g_string_append (text, self->truth ? "true\n" : "false\n");
    return;
  }
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (g_ptr_array_index (self->names, i)));
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      g_ptr_array_add (cells, make_cell (self, rel_answers_get (self, row, i)));
  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], MIN (measure (g_ptr_array_index (cells, i)), MAX_WIDTH));
  for (guint i = 0; i < cells->len; i++) {
    gboolean is_last = i % n_columns + 1 == n_columns;

    append_cell (text, g_ptr_array_index (cells, i), widths[i % n_columns], is_last);
    if (is_last)
      g_string_append_c (text, '\n');
    if (i + 1 == n_columns)
      append_rule (text, widths, n_columns);
  }
}

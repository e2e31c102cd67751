/* Only what was asked for: facts of some predicates or sure enough, things of some classes.
 *
 * Names are compared without regard to case with labels, with the last part of the IRI and with the IRI itself. A name that
 * nothing in the graph has is a mistake worth telling, together with the names that there are.
 */
#include "writers/drawing_filter.h"
#include "writers/drawing_text.h"

#include <string.h>

#define MAX_NAMES_TOLD 15

static gboolean
is_name_of (const gchar *wanted, const gchar *iri, const gchar *label)
{
  g_autofree gchar *folded = g_utf8_casefold (wanted, -1), *of_label = g_utf8_casefold (label, -1);
  g_autofree gchar *from_iri = rel_drawing_text_from_iri (iri), *of_iri = g_utf8_casefold (from_iri, -1);

  return g_str_equal (wanted, iri) || g_str_equal (folded, of_label) || g_str_equal (folded, of_iri);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* "met, visited, praised", by the alphabet. @labels: IRI → label. */
static gchar *
list_labels (GHashTable *labels)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *list = g_string_new (NULL);
  GHashTableIter iter;
  gpointer label;
  guint n_told = 0;

  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, NULL, &label))
    g_ptr_array_add (names, label);

  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len && n_told < MAX_NAMES_TOLD; i++) {
    const gchar *name = g_ptr_array_index (names, i);

    if (i == 0 || !g_str_equal (name, g_ptr_array_index (names, i - 1)))
      g_string_append_printf (list, "%s%s", n_told++ > 0 ? ", " : "", name);
  }
  if (n_told == MAX_NAMES_TOLD)
    g_string_append (list, " \xE2\x80\xA6");
  return g_string_free (list, FALSE);
}

/* Returns: (nullable): the set of IRIs in @labels that have one of @names; NULL: one of these is nobody's */
static GHashTable *
choose (GHashTable *labels, const gchar *const *names, const gchar *what, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names[i] != NULL; i++) {
    GHashTableIter iter;
    gpointer iri, label;
    gboolean found = FALSE;

    g_hash_table_iter_init (&iter, labels);
    while (g_hash_table_iter_next (&iter, &iri, &label))
      if (is_name_of (names[i], iri, label)) {
        g_hash_table_add (chosen, iri);
        found = TRUE;
      }
    if (!found) {
      g_autofree gchar *known = list_labels (labels);

      g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "nothing in the graph has the %s \"%s\"; there are: %s", what,
                   names[i], *known != '\0' ? known : "none");
      return NULL;
    }
  }
  return g_steal_pointer (&chosen);
}

static GHashTable *
collect_predicates (const RelDrawing *drawing)
{
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drawing->facts->len; i++) {
    const RelDrawingFact *fact = g_ptr_array_index (drawing->facts, i);

    g_hash_table_insert (labels, (gpointer) fact->predicate, (gpointer) fact->label);
  }
  return labels;
}

static void
add_end (GHashTable *things, const gchar *iri)
{
  g_hash_table_add (things, (gpointer) iri);
}

/* The things that the facts left speak of. */
static void
collect_ends (const RelDrawing *drawing, GHashTable *things)
{
  g_hash_table_remove_all (things);
  for (guint i = 0; i < drawing->facts->len; i++) {
    const RelDrawingFact *fact = g_ptr_array_index (drawing->facts, i);

    add_end (things, fact->subject);
    if (fact->object != NULL && !fact->is_literal)
      add_end (things, fact->object);
  }
}

gboolean
rel_drawing_filter_facts (RelDrawing *self, const RelDrawingFilter *filter, GHashTable *things, GError **error)
{
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GHashTable) chosen = NULL;
  guint n_kept = 0;

  if (filter->predicates == NULL && filter->min_confidence <= 0)
    return TRUE;
  if (filter->predicates != NULL) {
    labels = collect_predicates (self);
    chosen = choose (labels, filter->predicates, "predicate", error);
    if (chosen == NULL)
      return FALSE;
  }
  for (guint i = 0; i < self->facts->len; i++) {
    RelDrawingFact *fact = g_ptr_array_index (self->facts, i);
    gboolean is_unsure = fact->confidence >= 0 && fact->confidence < filter->min_confidence;

    if (!is_unsure && (chosen == NULL || g_hash_table_contains (chosen, fact->predicate)))
      self->facts->pdata[n_kept++] = fact;
  }
  g_ptr_array_set_size (self->facts, (gint) n_kept);
  collect_ends (self, things);
  return TRUE;
}

static GHashTable *
collect_types (RelDrawing *drawing)
{
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drawing->n_nodes; i++) {
    const gchar *type = drawing->nodes[i].type;

    if (type != NULL && !g_hash_table_contains (labels, type))
      g_hash_table_insert (labels, (gpointer) type, (gpointer) rel_drawing_get_type_name (drawing, type));
  }
  return labels;
}

/* Drops the facts that speak of a thing that is no more in @things. */
static void
drop_facts (RelDrawing *self, GHashTable *things)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->facts->len; i++) {
    RelDrawingFact *fact = g_ptr_array_index (self->facts, i);
    gboolean has_object = fact->object == NULL || fact->is_literal || g_hash_table_contains (things, fact->object);

    if (has_object && g_hash_table_contains (things, fact->subject))
      self->facts->pdata[n_kept++] = fact;
  }
  g_ptr_array_set_size (self->facts, (gint) n_kept);
}

gboolean
rel_drawing_filter_nodes (RelDrawing *self, const RelDrawingFilter *filter, GError **error)
{
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (GHashTable) things = NULL;
  guint n_kept = 0;

  if (filter->types == NULL)
    return TRUE;
  labels = collect_types (self);
  chosen = choose (labels, filter->types, "class", error);
  if (chosen == NULL)
    return FALSE;
  things = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_nodes; i++) {
    RelDrawingNode *node = &self->nodes[i];

    if (node->type != NULL && g_hash_table_contains (chosen, node->type)) {
      add_end (things, node->iri);
      self->nodes[n_kept++] = *node;
    } else
      g_ptr_array_unref (node->lines);
  }
  self->n_nodes = n_kept;
  drop_facts (self, things);
  return TRUE;
}

static gchar *
join (const gchar *const *names)
{
  return g_strjoinv (", ", (gchar **) names);
}

gchar *
rel_drawing_filter_tell (const RelDrawingFilter *filter)
{
  g_autofree gchar *types = filter->types != NULL ? join (filter->types) : NULL;
  g_autofree gchar *predicates = filter->predicates != NULL ? join (filter->predicates) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];

  if (types != NULL)
    g_string_append_printf (text, "; things: %s", types);
  if (predicates != NULL)
    g_string_append_printf (text, "; facts: %s", predicates);
  if (filter->min_confidence > 0)
    g_string_append_printf (text, "; confidence: %s and more",
                            g_ascii_formatd (number, sizeof number, "%.2f", filter->min_confidence));
  if (text->len == 0)
    return NULL;

  g_autofree gchar *clean = rel_drawing_text_clean (text->str + strlen ("; "));
  return g_strdup_printf ("Only %s.", clean);
}

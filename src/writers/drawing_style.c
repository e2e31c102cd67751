/* Looks for the classes of a picture: those that most graphs have get the same one everywhere, others the next free one,
 * by frequency. */
#include "writers/drawing_style.h"
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"

#include <string.h>

/* Classes that most graphs have look the same in all pictures; by the last part of their IRI. */
static const struct {
  const gchar *name;
  guint look;
  const gchar *shown; /* (nullable) in the legend, where the name is a philosopher's */
} fixed_looks[] = {
  { "Person", REL_LOOK_BLUE, NULL },         { "Organization", REL_LOOK_ORANGE, NULL },
  { "Place", REL_LOOK_GREEN, NULL },         { "Event", REL_LOOK_PURPLE, NULL },
  { "Abstract", REL_LOOK_PALE, "Topic" },    { "Concept", REL_LOOK_PALE, NULL },
  { "CreativeWork", REL_LOOK_YELLOW, NULL },
};

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const RelLegendEntry *x = a, *y = b;

  if ((x->type == NULL) != (y->type == NULL))
    return x->type == NULL ? 1 : -1;
  if (x->n_nodes != y->n_nodes)
    return x->n_nodes > y->n_nodes ? -1 : 1;
  return g_strcmp0 (x->type, y->type);
}

static void
count_type (GArray *legend, const gchar *type)
{
  RelLegendEntry entry = { .type = type, .n_nodes = 1 };

  for (guint i = 0; i < legend->len; i++)
    if (g_strcmp0 (g_array_index (legend, RelLegendEntry, i).type, type) == 0) {
      g_array_index (legend, RelLegendEntry, i).n_nodes++;
      return;
    }
  g_array_append_val (legend, entry);
}

static void
clear_entry (gpointer entry)
{
  g_free (((RelLegendEntry *) entry)->name);
}

/* The row of @type among the fixed looks, -1: none. */
static gint
find_fixed_look (const gchar *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (fixed_looks); i++) {
    gsize n_type = strlen (type), n_name = strlen (fixed_looks[i].name);

    if (n_type > n_name && g_str_has_suffix (type, fixed_looks[i].name)
        && strchr ("/#", type[n_type - n_name - 1]) != NULL)
      return (gint) i;
  }
  return -1;
}

/* The first look that nobody has, REL_LOOK_GREY: all are taken. */
static guint
find_free_look (const gboolean *taken)
{
  guint look = REL_LOOK_YELLOW;

  while (look < REL_LOOK_GREY && taken[look])
    look++;
  return look;
}

const gchar *
rel_drawing_get_type_name (RelDrawing *self, const gchar *type)
{
  gint fixed = find_fixed_look (type);

  return fixed >= 0 && fixed_looks[fixed].shown != NULL ? fixed_looks[fixed].shown : rel_drawing_get_label (self, type);
}

/* Gives @entry its look and name; FALSE: none is left for its class. */
static gboolean
choose_look (RelDrawing *drawing, RelLegendEntry *entry, const RelTheme *theme, gboolean *taken)
{
  gint fixed = find_fixed_look (entry->type);
  guint look = fixed >= 0 ? fixed_looks[fixed].look : entry->type != NULL ? find_free_look (taken) : REL_LOOK_GREY;
  const gchar *name = entry->type != NULL ? rel_drawing_get_type_name (drawing, entry->type) : NULL;
  const RelNodeLook *own = name != NULL ? rel_theme_find_type (theme, entry->type, name) : NULL;

  entry->look = own != NULL ? own : &theme->looks[look];
  if (own == NULL)
    taken[look] = TRUE;
  if (own == NULL && look == REL_LOOK_GREY)
    return FALSE;
  entry->name = g_strdup (name);
  return TRUE;
}

/* Gives looks to the classes; those that get none join the last entry. */
static void
assign_looks (RelDrawing *drawing, GArray *legend, const RelTheme *theme)
{
  gboolean taken[REL_N_LOOKS] = { FALSE };
  guint n_kept = 0;
  RelLegendEntry others = { .look = &theme->looks[REL_LOOK_GREY] };

  for (guint i = 0; i < legend->len; i++) {
    gint fixed = find_fixed_look (g_array_index (legend, RelLegendEntry, i).type);

    if (fixed >= 0)
      taken[fixed_looks[fixed].look] = TRUE;
  }
  for (guint i = 0; i < legend->len; i++) {
    RelLegendEntry entry = g_array_index (legend, RelLegendEntry, i);

    if (choose_look (drawing, &entry, theme, taken))
      g_array_index (legend, RelLegendEntry, n_kept++) = entry;
    else
      others.n_nodes += entry.n_nodes;
  }
  g_array_set_size (legend, n_kept);
  others.name = g_strdup (n_kept > 0 ? "other" : "thing");
  g_array_append_val (legend, others);
}

GArray *
rel_legend_new (RelDrawing *drawing, const RelDrawingSelection *selection, const RelTheme *theme)
{
  GArray *legend = g_array_new (FALSE, TRUE, sizeof (RelLegendEntry));

  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i])
      count_type (legend, drawing->nodes[i].type);
  g_array_sort (legend, compare_entries);
  assign_looks (drawing, legend, theme);
  g_array_set_clear_func (legend, clear_entry);
  return legend;
}

guint
rel_legend_find (const GArray *legend, const gchar *type)
{
  for (guint i = 0; i + 1 < legend->len; i++)
    if (g_strcmp0 (g_array_index (legend, RelLegendEntry, i).type, type) == 0)
      return i;
  return legend->len - 1;
}

const RelLegendEntry *
rel_legend_get (const GArray *legend, const gchar *type)
{
  return &g_array_index (legend, RelLegendEntry, rel_legend_find (legend, type));
}

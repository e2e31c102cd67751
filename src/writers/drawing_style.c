/* Colours, shapes and lines. The hues are those of Okabe and Ito, "Color Universal Design" (2008), which people with any
 * colour vision tell apart; borders are darkened for contrast. Shapes differ too, for grey print. */
#include "writers/drawing_style.h"
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"

#include <string.h>

enum { BLUE, ORANGE, GREEN, PURPLE, PALE, YELLOW, SKY, BROWN, GREY };

static const RelNodeLook looks[] = {
  [BLUE] = { "#DCEAF7", "#00609C", "box", "filled,rounded" }, [ORANGE] = { "#FCE5D4", "#B34E00", "box", "filled" },
  [GREEN] = { "#DCF1E8", "#007A59", "ellipse", "filled" },    [PURPLE] = { "#F5E2EE", "#9A4479", "tab", "filled" },
  [PALE] = { "#F8F7F0", "#85806B", "box", "filled" },         [YELLOW] = { "#FBF3C8", "#8A6D00", "note", "filled" },
  [SKY] = { "#E2F3FC", "#2B7FAE", "component", "filled" },    [BROWN] = { "#EFE6DC", "#7A5230", "box3d", "filled" },
  [GREY] = { "#F2F2F2", "#6B6B6B", "box", "filled,rounded" },
};

/* Classes that most graphs have look the same in all pictures; by the last part of their IRI. */
static const struct {
  const gchar *name;
  guint look;
  const gchar *shown; /* (nullable) in the legend, where the name is a philosopher's */
} fixed_looks[] = {
  { "Person", BLUE, NULL },         { "Organization", ORANGE, NULL }, { "Place", GREEN, NULL },
  { "Event", PURPLE, NULL },        { "Abstract", PALE, "Topic" },    { "Concept", PALE, NULL },
  { "CreativeWork", YELLOW, NULL },
};

static const RelLineLook lines[REL_N_LINE_STYLES] = {
  [REL_LINE_ASSERTED] = { "#4D4D4D", "#1A1A1A", "solid", "\xE2\x94\x81\xE2\x94\x81\xE2\x94\x81", "stated" },
  [REL_LINE_REPORTED] = { "#4D4D4D", "#1A1A1A", "dotted", "\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7", "reported" },
  [REL_LINE_UNCERTAIN]
  = { "#4D4D4D", "#1A1A1A", "dashed", "\xE2\x95\xB8 \xE2\x95\xB8 \xE2\x95\xB8", "planned or possible" },
  [REL_LINE_NEGATED] = { "#B3001B", "#A00018", "solid", "\xE2\x94\x81\xE2\x94\x81\xE2\x94\x81", "denied" },
};

const RelLineLook *
rel_line_look (RelLineStyle style)
{
  return &lines[style];
}

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

/* The first look that nobody has, GREY: all are taken. */
static guint
find_free_look (const gboolean *taken)
{
  guint look = YELLOW;

  while (look < GREY && taken[look])
    look++;
  return look;
}

/* The look of the class of @entry, and what it is called; GREY: it gets none. */
static guint
choose_look (RelDrawing *drawing, RelLegendEntry *entry, const gboolean *taken)
{
  gint fixed = find_fixed_look (entry->type);
  guint look = fixed >= 0 ? fixed_looks[fixed].look : entry->type != NULL ? find_free_look (taken) : GREY;

  entry->look = &looks[look];
  if (look != GREY)
    entry->name
      = g_strdup (fixed >= 0 && fixed_looks[fixed].shown != NULL ? fixed_looks[fixed].shown
                                                                 : rel_drawing_get_label (drawing, entry->type));
  return look;
}

/* Gives looks to the classes; those that get none join the last entry. */
static void
assign_looks (RelDrawing *drawing, GArray *legend)
{
  gboolean taken[G_N_ELEMENTS (looks)] = { FALSE };
  guint n_kept = 0;
  RelLegendEntry others = { .look = &looks[GREY] };

  for (guint i = 0; i < legend->len; i++) {
    gint fixed = find_fixed_look (g_array_index (legend, RelLegendEntry, i).type);

    if (fixed >= 0)
      taken[fixed_looks[fixed].look] = TRUE;
  }
  for (guint i = 0; i < legend->len; i++) {
    RelLegendEntry entry = g_array_index (legend, RelLegendEntry, i);
    guint look = choose_look (drawing, &entry, taken);

    taken[look] = TRUE;
    if (look == GREY)
      others.n_nodes += entry.n_nodes;
    else
      g_array_index (legend, RelLegendEntry, n_kept++) = entry;
  }
  g_array_set_size (legend, n_kept);
  others.name = g_strdup (n_kept > 0 ? "other" : "thing");
  g_array_append_val (legend, others);
}

GArray *
rel_legend_new (RelDrawing *drawing, const RelDrawingSelection *selection)
{
  GArray *legend = g_array_new (FALSE, TRUE, sizeof (RelLegendEntry));

  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i])
      count_type (legend, drawing->nodes[i].type);
  g_array_sort (legend, compare_entries);
  assign_looks (drawing, legend);
  g_array_set_clear_func (legend, clear_entry);
  return legend;
}

const RelLegendEntry *
rel_legend_find (const GArray *legend, const gchar *type)
{
  for (guint i = 0; i + 1 < legend->len; i++)
    if (g_strcmp0 (g_array_index (legend, RelLegendEntry, i).type, type) == 0)
      return &g_array_index (legend, RelLegendEntry, i);
  return &g_array_index (legend, RelLegendEntry, legend->len - 1);
}

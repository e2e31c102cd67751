/* A timeline: dates as ranks of dot from left to right, below each the facts of that date as cards, and between cards that
 * speak of the same subject a thin line. Dates are those of the graph, as partial as they are; they sort as text, which
 * for ISO 8601 is their order (before the year 0 and after 9999 there are none in news).
 */
#include "writers/dot_timeline.h"
#include "writers/drawing_text.h"

#include <string.h>

#define CARD_COLUMNS 28

typedef struct {
  const RelDrawingFact *fact;
  const RelDrawingNode *subject;
  const gchar *names; /* of all subjects of whom the same is said, clean */
  guint index;        /* among the facts of the drawing */
} Card;

/* "2026-01-19", "1956", not "P3D". */
static gboolean
is_date (const gchar *time)
{
  if (time == NULL || strlen (time) < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (time[i]))
      return FALSE;
  return time[4] == '\0' || time[4] == '-';
}

/* Dates are told to the day. */
static gchar *
day_of (const gchar *time)
{
  return g_strndup (time, 10);
}

static gdouble
weight_of (const Card *card)
{
  return (card->fact->confidence >= 0 ? card->fact->confidence : 1.0) + 0.2 * (card->fact->n_evidence - 1)
         + 0.01 * card->subject->score;
}

static gint
compare_weights (gconstpointer a, gconstpointer b)
{
  const Card *x = a, *y = b;
  gdouble difference = weight_of (y) - weight_of (x);

  return difference != 0 ? (difference > 0 ? 1 : -1) : (x->index < y->index ? -1 : x->index > y->index);
}

static gint
compare_dates (gconstpointer a, gconstpointer b)
{
  const Card *x = a, *y = b;
  gint order = strncmp (x->fact->time, y->fact->time, 10);

  return order != 0 ? order : (x->index < y->index ? -1 : x->index > y->index);
}

/* Facts are sorted by subject, as nodes are by IRI. */
static GArray *
collect_cards (const RelPicture *picture)
{
  const RelDrawing *drawing = picture->drawing;
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (Card));
  guint node = 0;

  for (guint i = 0; i < drawing->facts->len; i++) {
    const RelDrawingFact *fact = g_ptr_array_index (drawing->facts, i);

    while (!g_str_equal (drawing->nodes[node].iri, fact->subject))
      node++;
    if (is_date (fact->time) && picture->selection->nodes[node]) {
      Card card = { fact, &drawing->nodes[node], drawing->nodes[node].label, i };

      g_array_append_val (cards, card);
    }
  }
  return cards;
}

/* The same deed of two people is one card. */
static gboolean
says_the_same (const RelDrawingFact *a, const RelDrawingFact *b)
{
  return strncmp (a->time, b->time, 10) == 0 && g_str_equal (a->label, b->label) && a->style == b->style
         && a->is_literal == b->is_literal && g_strcmp0 (a->object, b->object) == 0
         && g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->source, b->source) == 0;
}

/* @cards are by date. What is said of several subjects goes to the first one's card. */
static void
join_cards (const RelPicture *picture, GArray *cards)
{
  guint n_kept = 0, first = 0;

  for (guint i = 0; i < cards->len; i++) {
    Card card = g_array_index (cards, Card, i);
    guint k;

    if (n_kept > 0 && strncmp (g_array_index (cards, Card, n_kept - 1).fact->time, card.fact->time, 10) != 0)
      first = n_kept;
    for (k = first; k < n_kept && !says_the_same (g_array_index (cards, Card, k).fact, card.fact); k++)
      ;
    if (k < n_kept) {
      Card *other = &g_array_index (cards, Card, k);
      g_autofree gchar *names = g_strconcat (other->names, ", ", card.names, NULL);

      if (other->subject != card.subject)
        other->names = rel_arena_strdup (picture->drawing->arena, names);
      continue;
    }
    g_array_index (cards, Card, n_kept++) = card;
  }
  g_array_set_size (cards, n_kept);
}

static const gchar *
find_label (const RelPicture *picture, const RelDrawingFact *fact)
{
  return rel_drawing_get_label (picture->drawing, fact->object);
}

static void
append_wrapped (GString *label, const gchar *text)
{
  g_autofree gchar *wrapped = rel_drawing_text_wrap (text, CARD_COLUMNS, 3);
  g_auto (GStrv) lines = g_strsplit (wrapped, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree gchar *escaped = g_markup_escape_text (lines[i], -1);

    g_string_append_printf (label, "%s%s", i > 0 ? "<BR/>" : "", escaped);
  }
}

/* "Lee Jae Myung / met Giorgia Meloni / Seoul" */
static gchar *
make_label (const RelPicture *picture, const Card *card)
{
  const RelDrawingFact *fact = card->fact;
  GString *label = g_string_new ("<B>");
  g_autofree gchar *value = fact->is_literal && fact->object != NULL ? rel_drawing_text_clean (fact->object) : NULL;
  const gchar *object = fact->object == NULL ? "" : value != NULL ? value : find_label (picture, fact);
  g_autofree gchar *text
    = g_strstrip (g_strconcat (fact->style == REL_LINE_NEGATED ? "not: " : "", fact->label, " ", object, NULL));
  g_autoptr (GString) around = g_string_new (NULL);

  append_wrapped (label, card->names);
  g_string_append (label, "</B><BR/>");
  append_wrapped (label, text);
  for (guint i = 0; i < 3; i++) {
    const gchar *part = i == 0   ? (fact->style == REL_LINE_UNCERTAIN ? fact->modality : NULL)
                        : i == 1 ? fact->place
                                 : fact->source;

    if (part != NULL)
      g_string_append_printf (around, "%s%s%s", around->len > 0 ? ", " : "", i == 2 ? "says " : "", part);
  }
  if (around->len > 0) {
    g_string_append_printf (label, "<BR/><FONT POINT-SIZE=\"9\" COLOR=\"%s\"><I>", picture->theme->quiet);
    append_wrapped (label, around->str);
    g_string_append (label, "</I></FONT>");
  }
  return g_string_free (label, FALSE);
}

static void
set (void *object, const gchar *name, const gchar *value)
{
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}

static void
set_html (Agraph_t *graph, void *object, const gchar *name, const gchar *html)
{
  char *kept = agstrdup_html (graph, (char *) html);

  agset (object, (char *) name, kept);
  agstrfree (graph, kept);
}

static Agnode_t *
add_card (Agraph_t *graph, Agraph_t *column, const RelPicture *picture, const Card *card)
{
  const RelLegendEntry *entry = rel_legend_get (picture->legend, card->subject->type);
  const RelLineLook *line = &picture->theme->lines[card->fact->style];
  g_autofree gchar *name = g_strdup_printf ("fact %u", card->index);
  g_autofree gchar *label = make_label (picture, card);
  g_autofree gchar *style = g_strconcat ("filled,", line->style, NULL);
  Agnode_t *node = agnode (column, name, TRUE);

  set_html (graph, node, "label", label);
  set (node, "shape", "box");
  set (node, "fontsize", "10");
  set (node, "style", style);
  set (node, "fillcolor", entry->look->fill);
  set (node, "color", card->fact->style == REL_LINE_NEGATED ? line->color : entry->look->border);
  if (card->fact->evidence != NULL) {
    g_autofree gchar *tooltip = g_markup_escape_text (card->fact->evidence, -1);

    set (node, "tooltip", tooltip);
  }
  return node;
}

static Agnode_t *
add_date (Agraph_t *column, const RelPicture *picture, const gchar *day)
{
  g_autofree gchar *clean = rel_drawing_text_clean (day);
  Agnode_t *node = agnode (column, clean, TRUE);

  set (node, "label", clean);
  set (node, "shape", "plaintext");
  set (node, "fontsize", "14");
  set (node, "style", "bold");
  set (node, "fontcolor", picture->theme->ink);
  return node;
}

static Agedge_t *
join (Agraph_t *graph, Agnode_t *a, Agnode_t *b, const gchar *style)
{
  Agedge_t *edge = agedge (graph, a, b, NULL, TRUE);

  set (edge, "style", style);
  set (edge, "dir", "none");
  set (edge, "minlen", "1");
  return edge;
}

/* The threads of a story: from each card to the next one, on a later date, of the same subject. */
static void
add_threads (Agraph_t *graph, const RelPicture *picture, const GArray *cards, Agnode_t *const *nodes)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < cards->len; i++) {
    const Card *card = &g_array_index (cards, Card, i);
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (last, card->subject));

    g_hash_table_insert (last, (gpointer) card->subject, GUINT_TO_POINTER (i + 1));
    if (before == 0 || strncmp (g_array_index (cards, Card, before - 1).fact->time, card->fact->time, 10) == 0)
      continue;
    set (join (graph, nodes[before - 1], nodes[i], "solid"), "color",
         rel_legend_get (picture->legend, card->subject->type)->look->border);
  }
}

static void
add_columns (Agraph_t *graph, const RelPicture *picture, const GArray *cards)
{
  g_autofree Agnode_t **nodes = g_new (Agnode_t *, cards->len + 1);
  Agnode_t *date = NULL;

  for (guint i = 0, end; i < cards->len; i = end) {
    g_autofree gchar *day = day_of (g_array_index (cards, Card, i).fact->time);
    g_autofree gchar *name = g_strconcat ("on ", day, NULL);
    Agraph_t *column = agsubg (graph, name, TRUE);
    Agnode_t *before = date, *above;

    set (column, "rank", "same");
    above = date = add_date (column, picture, day);
    if (before != NULL)
      set (join (graph, before, date, "bold"), "weight", "100");
    for (end = i; end < cards->len && strncmp (g_array_index (cards, Card, end).fact->time, day, 10) == 0; end++) {
      nodes[end] = add_card (graph, column, picture, &g_array_index (cards, Card, end));
      join (graph, above, nodes[end], "invis");
      above = nodes[end];
    }
  }
  add_threads (graph, picture, cards, nodes);
}

gchar *
rel_dot_timeline_fill (Agraph_t *graph, const RelPicture *picture, guint max_cards)
{
  g_autoptr (GArray) cards = collect_cards (picture);
  guint n_cards;

  g_array_sort (cards, compare_dates);
  join_cards (picture, cards);
  n_cards = cards->len;
  g_array_sort (cards, compare_weights);
  g_array_set_size (cards, MIN (cards->len, max_cards));
  g_array_sort (cards, compare_dates);
  agattr (graph, AGRAPH, (char *) "rank", (char *) "");
  add_columns (graph, picture, cards);
  if (n_cards == 0)
    return g_strdup ("No fact has a date.");
  if (n_cards > max_cards)
    return g_strdup_printf ("The surest %u of %u facts with a date.", max_cards, n_cards);
  return NULL;
}

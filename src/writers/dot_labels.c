/* The HTML-like labels of Graphviz that a picture is written in. Sizes are in points; nothing is below 9. */
#include "writers/dot_labels.h"
#include "writers/drawing_text.h"

#include <string.h>

#define NODE_COLUMNS 22
#define NODE_LINES 3
#define LITERAL_COLUMNS 30
#define LITERAL_LINES 2
#define MAX_LITERALS 3 /* inside one node */
#define EDGE_COLUMNS 26
#define EDGE_LINES 3
#define MAX_EDGE_FACTS 4 /* on one edge */
#define QUIET_COLUMNS 30
#define QUIET_LINES 2
#define TITLE_COLUMNS 90
#define TOOLTIP_CHARACTERS 400
#define BULLET "\xE2\x80\xA2 "

#define BREAK "<BR/>"
#define LEFT_BREAK "<BR ALIGN=\"LEFT\"/>" /* the line before it is flush left */

/* Appends @text, wrapped, with @line_break between the lines. */
static void
append_wrapped (GString *label, const gchar *text, guint columns, guint max_lines, const gchar *line_break)
{
  g_autofree gchar *wrapped = rel_drawing_text_wrap (text, columns, max_lines);
  g_auto (GStrv) lines = g_strsplit (wrapped, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree gchar *escaped = g_markup_escape_text (lines[i], -1);

    g_string_append (label, i > 0 ? line_break : "");
    g_string_append (label, escaped);
  }
}

static void
append_quiet (GString *label, const RelTheme *theme, const gchar *text, const gchar *line_break)
{
  g_string_append_printf (label, "<FONT POINT-SIZE=\"9\" COLOR=\"%s\"><I>", theme->quiet);
  append_wrapped (label, text, QUIET_COLUMNS, QUIET_LINES, line_break);
  g_string_append (label, "</I></FONT>");
}

/* "founded: 1956 (in Paris)", "not: died" */
static void
append_literal (GString *label, const RelTheme *theme, const RelDrawingFact *fact)
{
  g_autofree gchar *value = fact->object != NULL ? rel_drawing_text_clean (fact->object) : NULL;
  g_autoptr (GString) text = g_string_new (fact->style == REL_LINE_NEGATED ? "not: " : "");

  g_string_append (text, fact->label);
  if (value != NULL)
    g_string_append_printf (text, ": %s", value);
  if (*fact->qualifier != '\0')
    g_string_append_printf (text, " (%s)", fact->qualifier);
  g_string_append_printf (label, "<BR/><FONT POINT-SIZE=\"9\" COLOR=\"%s\">", theme->lines[fact->style].text);
  append_wrapped (label, text->str, LITERAL_COLUMNS, LITERAL_LINES, BREAK);
  g_string_append (label, "</FONT>");
}

/* Ages, numbers, dates and offices are; quotations and clauses are not, nor what a line before says more fully ("his wife",
 * "wife"). */
static gboolean
is_worth_a_line (const RelDrawingNode *node, guint index)
{
  const RelDrawingFact *fact = g_ptr_array_index (node->lines, index);

  if (fact->object == NULL)
    return TRUE;
  if (g_utf8_strlen (fact->object, -1) > LITERAL_COLUMNS || strpbrk (fact->object, "\"\n") != NULL)
    return FALSE;
  for (guint i = 0; i < node->lines->len; i++) {
    const RelDrawingFact *other = g_ptr_array_index (node->lines, i);

    if (i != index && other->object != NULL && g_str_equal (other->label, fact->label)
        && strlen (other->object) > strlen (fact->object) && g_utf8_strlen (other->object, -1) <= LITERAL_COLUMNS
        && g_str_has_suffix (other->object, fact->object))
      return FALSE;
  }
  return TRUE;
}

gchar *
rel_dot_label_of_node (const RelPicture *picture, const RelDrawingNode *node, gdouble points)
{
  const RelTheme *theme = picture->theme;
  GString *label = g_string_new (NULL);
  guint n_lines = 0;
  gchar size[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (label, "<FONT POINT-SIZE=\"%s\"><B>", g_ascii_formatd (size, sizeof size, "%.1f", points));
  append_wrapped (label, node->label, NODE_COLUMNS, NODE_LINES, BREAK);
  g_string_append (label, "</B></FONT>");
  if (picture->boxes != NULL) /* of a large graph, names are enough */
    return g_string_free (label, FALSE);
  for (guint i = 0; i < node->lines->len && n_lines < MAX_LITERALS; i++)
    if (is_worth_a_line (node, i)) {
      append_literal (label, theme, g_ptr_array_index (node->lines, i));
      n_lines++;
    }
  if (n_lines > 0 && n_lines < node->lines->len) {
    g_autofree gchar *more = g_strdup_printf ("and %u more", node->lines->len - n_lines);

    g_string_append (label, "<BR/>");
    append_quiet (label, theme, more, BREAK);
  }
  return g_string_free (label, FALSE);
}

/* Bold type of Liberation Sans is 0.58 of its size wide on average, and 0.67 in capitals; lines are 1.2 apart. */
#define COLUMN_WIDTH 0.66
#define LINE_HEIGHT 1.25
#define BOX_MARGIN 22.0 /* points, of both sides, with the ears of tabs and components */
#define ELLIPSE_FACTOR 1.45

RelBox
rel_dot_estimate_box (const RelPicture *picture, const RelDrawingNode *node)
{
  g_autofree gchar *wrapped = rel_drawing_text_wrap (node->label, NODE_COLUMNS, NODE_LINES);
  g_auto (GStrv) lines = g_strsplit (wrapped, "\n", -1);
  const gchar *shape = rel_legend_get (picture->legend, node->type)->look->shape;
  gdouble factor = g_str_equal (shape, "ellipse") ? ELLIPSE_FACTOR : 1.0;
  guint n_lines = g_strv_length (lines), columns = 1;

  for (guint i = 0; i < n_lines; i++)
    columns = MAX (columns, rel_drawing_text_count_columns (lines[i]));
  return (RelBox){ .width = factor * (columns * COLUMN_WIDTH * REL_DOT_PLACED_POINTS + BOX_MARGIN),
                   .height = factor * (n_lines * LINE_HEIGHT * REL_DOT_PLACED_POINTS + BOX_MARGIN / 2) };
}

/* What the edge says, and below it when, where and who says so. */
static void
append_only_fact (GString *label, const RelTheme *theme, const RelDrawingFact *fact)
{
  g_autofree gchar *text = g_strconcat (fact->style == REL_LINE_NEGATED ? "not: " : "", fact->label, NULL);

  append_wrapped (label, text, EDGE_COLUMNS, EDGE_LINES, BREAK);
  if (*fact->qualifier != '\0') {
    g_string_append (label, BREAK);
    append_quiet (label, theme, fact->qualifier, BREAK);
  }
}

/* One of several facts: behind a bullet, with the circumstances in brackets. */
static void
append_fact_of_list (GString *label, const RelDrawingFact *fact)
{
  g_autoptr (GString) text = g_string_new (BULLET);

  g_string_append_printf (text, "%s%s", fact->style == REL_LINE_NEGATED ? "not: " : "", fact->label);
  if (*fact->qualifier != '\0')
    g_string_append_printf (text, " (%s)", fact->qualifier);
  append_wrapped (label, text->str, EDGE_COLUMNS, EDGE_LINES, LEFT_BREAK);
  g_string_append (label, LEFT_BREAK);
}

static void
append_edge_facts (GString *label, const RelTheme *theme, const GPtrArray *facts)
{
  guint n_facts = facts->len > MAX_EDGE_FACTS ? MAX_EDGE_FACTS - 1 : facts->len;

  if (facts->len == 1) {
    append_only_fact (label, theme, g_ptr_array_index (facts, 0));
    return;
  }
  for (guint i = 0; i < n_facts; i++)
    append_fact_of_list (label, g_ptr_array_index (facts, i));
  if (n_facts < facts->len) {
    g_autofree gchar *more = g_strdup_printf ("and %u more", facts->len - n_facts);

    append_quiet (label, theme, more, LEFT_BREAK);
    g_string_append (label, LEFT_BREAK);
  }
}

/* Where lines may run below the label (any layout but that of ranks) it has the page's colour behind it. */
gchar *
rel_dot_label_of_edge (const RelPicture *picture, const RelDrawingEdge *edge)
{
  GString *label = g_string_new (NULL);
  gboolean with_background = !g_str_equal (picture->engine, "dot");

  if (with_background)
    g_string_append_printf (label,
                            "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\" "
                            "BGCOLOR=\"%s\"><TR><TD>",
                            picture->theme->background);
  append_edge_facts (label, picture->theme, edge->facts);
  if (with_background)
    g_string_append (label, "</TD></TR></TABLE>");
  return g_string_free (label, FALSE);
}

static void
append_row (GString *label, const gchar *cells)
{
  g_string_append_printf (label,
                          "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"3\" "
                          "CELLSPACING=\"4\"><TR>%s</TR></TABLE></TD></TR>",
                          cells);
}

/* A coloured cell for each class, and a piece of line for each kind of fact that occurs. */
static void
append_legend (GString *label, const RelPicture *picture)
{
  const RelDrawing *drawing = picture->drawing;
  const GArray *legend = picture->legend;
  g_autoptr (GString) cells = g_string_new (NULL);
  gboolean used[REL_N_LINE_STYLES] = { FALSE };

  for (guint i = 0; i < legend->len; i++) {
    const RelLegendEntry *entry = &g_array_index (legend, RelLegendEntry, i);
    g_autofree gchar *text
      = entry->look->told != NULL ? g_strconcat (entry->name, ": ", entry->look->told, NULL) : g_strdup (entry->name);
    g_autofree gchar *name = g_markup_escape_text (text, -1);

    if (entry->n_nodes > 0)
      g_string_append_printf (cells, "<TD BORDER=\"1\" COLOR=\"%s\" BGCOLOR=\"%s\"%s> %s </TD>", entry->look->border,
                              entry->look->fill,
                              strstr (entry->look->style, "rounded") != NULL ? " STYLE=\"rounded\"" : "", name);
  }
  for (guint i = 0; i < drawing->n_edges; i++)
    if (picture->selection->edges[i])
      used[drawing->edges[i].style] = TRUE;
  for (guint i = 0; i < REL_N_LINE_STYLES; i++)
    if (used[i])
      g_string_append_printf (cells, "<TD><FONT COLOR=\"%s\"><B>%s</B></FONT> %s</TD>", picture->theme->lines[i].color,
                              picture->theme->lines[i].sample, picture->theme->lines[i].name);
  if (cells->len > 0)
    append_row (label, cells->str);
}

static void
append_remark (GString *label, const RelPicture *picture, const gchar *text)
{
  g_autofree gchar *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (label, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"9\" COLOR=\"%s\">%s</FONT></TD></TR>",
                          picture->theme->quiet, escaped);
}

/* What the graph has and the picture has not. */
gchar *
rel_dot_tell_omissions (const RelPicture *picture)
{
  const RelDrawing *drawing = picture->drawing;
  const RelDrawingSelection *selection = picture->selection;

  if (selection->n_edges < drawing->n_edges)
    return g_strdup_printf ("The most connected %u of %u things, %u of %u connections.", selection->n_nodes,
                            drawing->n_nodes, selection->n_edges, drawing->n_edges);
  if (selection->n_nodes < drawing->n_nodes)
    return g_strdup_printf ("Not drawn: %u without connections.", drawing->n_nodes - selection->n_nodes);
  return NULL;
}

gchar *
rel_dot_label_of_graph (const RelPicture *picture, const gchar *omissions)
{
  GString *label = g_string_new ("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">"
                                 "<TR><TD HEIGHT=\"12\"></TD></TR>"); /* off the picture */
  g_autofree gchar *title = picture->title != NULL ? rel_drawing_text_clean (picture->title) : NULL;

  if (title != NULL && *title != '\0') {
    g_string_append (label, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"14\"><B>");
    append_wrapped (label, title, TITLE_COLUMNS, 2, BREAK);
    g_string_append (label, "</B></FONT></TD></TR>");
  }
  if (picture->selection->n_nodes > 0)
    append_legend (label, picture);
  else
    g_string_append (label, "<TR><TD>The graph has nothing to draw.</TD></TR>");
  if (omissions != NULL)
    append_remark (label, picture, omissions);
  if (picture->filter != NULL)
    append_remark (label, picture, picture->filter);
  g_string_append (label, "</TABLE>");
  return g_string_free (label, FALSE);
}

/* Graphviz takes "&name;" in a tooltip for a character, so that the ampersand alone needs escaping. */
static gchar *
finish_tooltip (GString *text)
{
  glong n = g_utf8_strlen (text->str, -1);

  if (n > TOOLTIP_CHARACTERS) {
    g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, TOOLTIP_CHARACTERS) - text->str));
    g_string_append (text, "\xE2\x80\xA6");
  }
  g_string_replace (text, "&", "&amp;", 0);
  return g_string_free (text, FALSE);
}

gchar *
rel_dot_tooltip_of_node (const RelDrawingNode *node, const gchar *type)
{
  GString *text = g_string_new (node->label);

  g_string_append_printf (text, " (%s)", type);
  if (node->aliases != NULL)
    g_string_append_printf (text, "\nalso: %s", node->aliases);
  if (node->comment != NULL)
    g_string_append_printf (text, "\n%s", node->comment);
  return finish_tooltip (text);
}

/* What each line of the edge says, with the sentence that it comes from. */
gchar *
rel_dot_tooltip_of_edge (const RelDrawing *drawing, const RelDrawingEdge *edge)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edge->facts->len; i++) {
    const RelDrawingFact *fact = g_ptr_array_index (edge->facts, i);

    g_string_append_printf (text, "%s%s \xE2\x80\x94 %s%s \xE2\x80\x94 %s", i > 0 ? "\n" : "",
                            drawing->nodes[edge->source].label, fact->style == REL_LINE_NEGATED ? "not: " : "",
                            fact->label, drawing->nodes[edge->target].label);
    if (fact->evidence != NULL)
      g_string_append_printf (text, ": \xE2\x80\x9C%s\xE2\x80\x9D", fact->evidence);
  }
  return finish_tooltip (text);
}

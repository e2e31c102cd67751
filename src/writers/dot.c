/* The drawing as a graph of Graphviz: nodes are named by their labels, so that the DOT file can be read and edited, and
 * come in the order of their IRIs; each attribute has a default that stands once at the top. */
#include "writers/dot.h"
#include "writers/dot_flow.h"
#include "writers/dot_timeline.h"
#include "writers/drawing_text.h"
#include "writers/dot_labels.h"

#include <math.h>
#include <string.h>

/* Names of nodes are larger the more is said of them. */
#define SMALLEST_POINTS 11.0
#define LARGEST_POINTS 16.0

/* Leading curves around nodes that lie anywhere takes 10 s for a chain of 300, straight lines 0.2 s. dot has its ranks
 * and needs no such care. */
#define MAX_ROUTED 100

/* Graphviz adds a fifth on each side of what is in an ellipse by itself. */
#define ELLIPSE_MARGIN "0.02,0.01"

#define CLUSTER_COLUMNS 60
/* With more edges, labels are specks, and to measure them takes longer than all else. */
#define MAX_LABELLED 2000

#define THINNEST_LINE 1.0
#define THICKEST_LINE 3.0

typedef struct {
  const RelPicture *picture;
  RelDrawing *drawing;
  const RelDrawingSelection *selection;
  Agraph_t *graph;
  Agnode_t **nodes;    /* [n_nodes] NULL: not shown */
  Agraph_t **clusters; /* (nullable) frames */
  RelDotFlow *flow;
} Dot;

/* agwrite() hands its text to a GString. */
static int
append_to_string (void *channel, const char *text)
{
  g_string_append (channel, text);
  return 0;
}

static int
flush_nothing (void *channel)
{
  return 0;
}

static Agiodisc_t string_io = { NULL, append_to_string, flush_nothing };
static Agdisc_t string_disciplines = { &AgMemDisc, &AgIdDisc, &string_io };

typedef struct {
  int kind;
  const gchar *name;
  const gchar *value;
} Default;

/* What each kind of thing has unless it says otherwise. */
static const Default defaults[] = {
  { AGRAPH, "charset", "UTF-8" },
  { AGRAPH, "fontsize", "10" },
  { AGRAPH, "label", "" },
  { AGRAPH, "labeljust", "l" },
  { AGRAPH, "labelloc", "b" },
  { AGRAPH, "layout", "dot" },
  { AGRAPH, "nodesep", "0.3" },
  { AGRAPH, "outputorder", "edgesfirst" },
  { AGRAPH, "overlap", "prism" },
  { AGRAPH, "pack", "20" },       /* parts that hang together are laid out apart ... */
  { AGRAPH, "packmode", "node" }, /* ... and put side by side, so that the page is not as high as all of them */
  { AGRAPH, "pad", "0.3" },
  { AGRAPH, "rankdir", "LR" },
  { AGRAPH, "ranksep", "0.2" },
  { AGRAPH, "splines", "true" },
  { AGNODE, "URL", "" },
  { AGNODE, "fontsize", "12" },
  { AGNODE, "height", "0.3" },
  { AGNODE, "label", "" },
  { AGNODE, "margin", "0.12,0.06" },
  { AGNODE, "shape", "box" },
  { AGNODE, "style", "filled,rounded" },
  { AGNODE, "target", "_blank" },
  { AGNODE, "tooltip", "" },
  { AGEDGE, "arrowhead", "normal" },
  { AGEDGE, "arrowsize", "0.7" },
  { AGEDGE, "arrowtail", "normal" },
  { AGEDGE, "dir", "forward" },
  { AGEDGE, "fontsize", "10" },
  { AGEDGE, "label", "" },
  { AGEDGE, "labeltooltip", "" },
  { AGEDGE, "minlen", "2" }, /* the rank between is for the label, which dot forgets when it packs */
  { AGEDGE, "penwidth", "1.0" },
  { AGEDGE, "style", "solid" },
  { AGEDGE, "tooltip", "" },
  { AGEDGE, "weight", "1" },
};

static void
set_html (Agraph_t *graph, void *object, const gchar *name, const gchar *html)
{
  char *kept = agstrdup_html (graph, (char *) html);

  agset (object, (char *) name, kept);
  agstrfree (graph, kept);
}

static void
set_text (void *object, const gchar *name, const gchar *text)
{
  agset (object, (char *) name, (char *) text);
}

static void
set_number (void *object, const gchar *name, gdouble number)
{
  gchar text[G_ASCII_DTOSTR_BUF_SIZE];

  set_text (object, name, g_ascii_formatd (text, sizeof text, "%.3g", number));
}

/* Graphviz writes an URL into SVG as it is. Only web addresses become links; what could end the attribute is escaped. */
static gchar *
make_link (const gchar *iri)
{
  GString *link;

  if (!g_str_has_prefix (iri, "http://") && !g_str_has_prefix (iri, "https://"))
    return g_strdup ("");
  link = g_string_new (NULL);
  for (const gchar *p = iri; *p != '\0'; p++)
    if (*p == '&')
      g_string_append (link, "&amp;");
    else if (g_ascii_iscntrl (*p) || strchr (" \"'<>\\^`{|}", *p) != NULL)
      g_string_append_printf (link, "%%%02X", (guint) (guchar) *p);
    else
      g_string_append_c (link, *p);
  return g_string_free (link, FALSE);
}

/* The label, or where several nodes have it, the label and a number. */
static Agnode_t *
make_node (Agraph_t *graph, const gchar *label)
{
  g_autofree gchar *name = g_strdup (label);

  for (guint i = 2; agnode (graph, name, FALSE) != NULL; i++) {
    g_free (name);
    name = g_strdup_printf ("%s (%u)", label, i);
  }
  return agnode (graph, name, TRUE);
}

static void
explain_node (Agnode_t *made, const RelDrawingNode *node, const gchar *type)
{
  g_autofree gchar *tooltip = rel_dot_tooltip_of_node (node, type);
  g_autofree gchar *link = make_link (node->iri);

  set_text (made, "URL", link);
  set_text (made, "tooltip", tooltip);
}

static void
explain_edge (Agedge_t *made, const RelDrawing *drawing, const RelDrawingEdge *edge)
{
  g_autofree gchar *tooltip = rel_dot_tooltip_of_edge (drawing, edge);

  set_text (made, "tooltip", tooltip);
  set_text (made, "labeltooltip", tooltip);
}

/* By which the script of a page finds what is drawn: "n12", "e3". */
static void
set_id (void *object, gchar kind, guint index)
{
  g_autofree gchar *id = g_strdup_printf ("%c%u", kind, index);

  agsafeset (object, (char *) "id", id, (char *) "");
}

static void
set_place (Agnode_t *made, const RelBox *box)
{
  gchar x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree gchar *place = g_strconcat (g_ascii_formatd (x, sizeof x, "%.1f", box->x), ",",
                                         g_ascii_formatd (y, sizeof y, "%.1f", box->y), NULL);

  agsafeset (made, (char *) "pos", place, (char *) "");
}

static void
add_node (Dot *self, guint index, gdouble highest_score)
{
  const RelDrawingNode *node = &self->drawing->nodes[index];
  const RelLegendEntry *entry = rel_legend_get (self->picture->legend, node->type);
  gdouble share = highest_score > 0 ? sqrt (node->score / highest_score) : 0;
  gdouble points = self->picture->boxes != NULL ? REL_DOT_PLACED_POINTS
                                                : SMALLEST_POINTS + share * (LARGEST_POINTS - SMALLEST_POINTS);
  g_autofree gchar *label = rel_dot_label_of_node (self->picture, node, points);
  Agnode_t *made = make_node (self->graph, node->label);
  guint cluster = self->clusters != NULL ? self->picture->clusters->of_node[index] : REL_NO_CLUSTER;

  self->nodes[index] = made;
  set_html (self->graph, made, "label", label);
  if (self->picture->for_page)
    set_id (made, 'n', index);
  else
    explain_node (made, node, entry->name);
  if (g_str_equal (entry->look->shape, "ellipse"))
    set_text (made, "margin", ELLIPSE_MARGIN);
  set_text (made, "color", entry->look->border);
  set_text (made, "fillcolor", entry->look->fill);
  set_text (made, "shape", entry->look->shape);
  set_text (made, "style", entry->look->style);
  if (self->picture->boxes != NULL)
    set_place (made, &self->picture->boxes[index]);
  if (cluster != REL_NO_CLUSTER)
    agsubnode (self->clusters[cluster], made, TRUE);
}

static void
add_edge (Dot *self, guint index)
{
  const RelDrawingEdge *edge = &self->drawing->edges[index];
  const RelLineLook *look = &self->picture->theme->lines[edge->style];
  guint tail = self->flow->flipped[index] ? edge->target : edge->source;
  guint head = self->flow->flipped[index] ? edge->source : edge->target;
  g_autofree gchar *label = rel_dot_label_of_edge (self->picture, edge);
  Agedge_t *made = agedge (self->graph, self->nodes[tail], self->nodes[head], NULL, TRUE);

  if (self->picture->boxes == NULL || self->selection->n_edges <= MAX_LABELLED)
    set_html (self->graph, made, "label", label);
  set_text (made, "color", look->color);
  set_text (made, self->flow->flipped[index] ? "arrowtail" : "arrowhead", look->arrow);
  set_text (made, "dir", self->flow->flipped[index] ? "back" : "forward");
  set_text (made, "fontcolor", look->text);
  set_text (made, "style", look->style);
  if (self->picture->for_page)
    set_id (made, 'e', index);
  else
    explain_edge (made, self->drawing, edge);
  if (self->flow->columns[index] > 0)
    set_number (made, "minlen", 2.0 * (1 + self->flow->columns[index]));
  set_number (made, "penwidth", MIN (THINNEST_LINE + 0.5 * log2 (edge->n_evidence), THICKEST_LINE));
}

/* A frame for each cluster, with its name above. Frames and packing, or labels of edges within a rank, which frames make
 * unless ranks are found for all at once, make dot 2.42 free memory twice. */
static void
add_clusters (Dot *self)
{
  const RelDrawingClusters *clusters = self->picture->clusters;
  const RelTheme *theme = self->picture->theme;

  set_text (self->graph, "pack", "false");
  set_text (self->graph, "packmode", "");
  agsafeset (self->graph, (char *) "newrank", (char *) "true", (char *) "false");
  self->clusters = g_new0 (Agraph_t *, clusters->names->len + 1);
  for (guint i = 0; i < clusters->names->len; i++) {
    g_autofree gchar *name = g_strdup_printf ("cluster_%u", i);
    g_autofree gchar *title = rel_drawing_text_wrap (g_ptr_array_index (clusters->names, i), CLUSTER_COLUMNS, 1);
    Agraph_t *cluster = agsubg (self->graph, name, TRUE);

    self->clusters[i] = cluster;
    agsafeset (cluster, (char *) "label", title, (char *) "");
    agsafeset (cluster, (char *) "labelloc", (char *) "t", (char *) "b");
    agsafeset (cluster, (char *) "fontsize", (char *) "13", (char *) "10");
    agsafeset (cluster, (char *) "style", (char *) "rounded", (char *) "");
    agsafeset (cluster, (char *) "margin", (char *) "14", (char *) "");
    agsafeset (cluster, (char *) "color", (char *) theme->lines[REL_LINE_ASSERTED].color, (char *) "");
  }
}

static void
fill_graph (Dot *self)
{
  gdouble highest_score = 0;

  for (guint i = 0; i < self->drawing->n_nodes; i++)
    if (self->selection->nodes[i])
      highest_score = MAX (highest_score, self->drawing->nodes[i].score);
  for (guint i = 0; i < self->drawing->n_nodes; i++)
    if (self->selection->nodes[i])
      add_node (self, i, highest_score);
  for (guint i = 0; i < self->drawing->n_edges; i++)
    if (self->selection->edges[i])
      add_edge (self, i);
}

static void
set_defaults (Agraph_t *graph, const RelTheme *theme)
{
  const RelNodeLook *look = &theme->looks[REL_LOOK_GREY];
  const RelLineLook *line = &theme->lines[REL_LINE_ASSERTED];
  const Default of_theme[] = {
    { AGRAPH, "bgcolor", theme->background }, { AGRAPH, "fontcolor", theme->ink }, { AGRAPH, "fontname", theme->font },
    { AGNODE, "color", look->border },        { AGNODE, "fillcolor", look->fill }, { AGNODE, "fontcolor", theme->ink },
    { AGNODE, "fontname", theme->font },      { AGEDGE, "color", line->color },    { AGEDGE, "fontcolor", line->text },
    { AGEDGE, "fontname", theme->font },
  };

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    agattr (graph, defaults[i].kind, (char *) defaults[i].name, (char *) defaults[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (of_theme); i++)
    agattr (graph, of_theme[i].kind, (char *) of_theme[i].name, (char *) of_theme[i].value);
}

static Agraph_t *
fill_timeline (Agraph_t *graph, const RelPicture *picture)
{
  g_autofree gchar *omissions = rel_dot_timeline_fill (graph, picture, picture->max_cards);
  g_autofree gchar *label = rel_dot_label_of_graph (picture, omissions);

  set_html (graph, graph, "label", label);
  set_text (graph, "ranksep", "0.5");
  set_text (graph, "nodesep", "0.12");
  return graph;
}

Agraph_t *
rel_dot_new (const RelPicture *picture)
{
  Dot self = { .picture = picture, .drawing = picture->drawing, .selection = picture->selection };
  gboolean has_ranks = g_str_equal (picture->engine, "dot");

  self.graph = agopen ((char *) "relata", Agdirected, &string_disciplines);
  set_defaults (self.graph, picture->theme);
  set_text (self.graph, "layout", picture->engine);
  if (picture->max_cards > 0)
    return fill_timeline (self.graph, picture);
  if (picture->clusters != NULL)
    add_clusters (&self);
  self.flow = rel_dot_flow_new (self.drawing, self.selection, has_ranks);
  self.nodes = g_new0 (Agnode_t *, self.drawing->n_nodes + 1);
  if (!picture->for_page) {
    g_autofree gchar *omissions = rel_dot_tell_omissions (picture);
    g_autofree gchar *label = rel_dot_label_of_graph (picture, omissions);

    set_html (self.graph, self.graph, "label", label);
  }
  if (picture->boxes != NULL)
    set_text (self.graph, "overlap", "true"); /* they do not */
  if (!has_ranks && self.selection->n_nodes > MAX_ROUTED)
    set_text (self.graph, "splines", "line");
  fill_graph (&self);
  g_free (self.nodes);
  g_free (self.clusters);
  rel_dot_flow_free (self.flow);
  return self.graph;
}

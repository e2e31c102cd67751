/* Triples to a picture: drawing model, selection, graph of Graphviz, bytes. */
#include "writers/dot.h"
#include "writers/drawing_filter.h"
#include "writers/drawing_vocabulary.h"
#include "writers/html_page.h"
#include "writers/render.h"
#include "writers/writer.h"

#include <string.h>

/* More than a page or a screen can hold in type that can be read; one can walk about in an HTML page. */
#define DEFAULT_MAX_NODES 60
#define DEFAULT_MAX_NODES_OF_PAGE 150
#define DEFAULT_DEPTH 2

/* dot sets a chain in one line: of more links than this, it is too long for any page. */
#define MAX_RANKS 20

static const RelDrawOptions no_options = { 0 };

/* The title of the document, where the graph was made from one only; of a page, if there is none, its name. */
static const gchar *
find_title (const RelTripleSet *triples, gboolean for_page)
{
  const gchar *context = NULL, *title = NULL;

  for (gsize i = 0; i < triples->n_triples; i++) {
    const RelTriple *triple = &triples->triples[i];

    if (g_str_equal (triple->predicate, REL_RDF "type") && g_str_equal (triple->object, REL_NIF "Context")) {
      if (context != NULL && !g_str_equal (context, triple->subject))
        return NULL;
      context = triple->subject;
    }
  }
  for (gsize i = 0; context != NULL && i < triples->n_triples && title == NULL; i++)
    if (g_str_equal (triples->triples[i].subject, context)
        && g_str_equal (triples->triples[i].predicate, REL_DCTERMS "title"))
      title = triples->triples[i].object;
  for (gsize i = 0; context != NULL && for_page && i < triples->n_triples && title == NULL; i++)
    if (g_str_equal (triples->triples[i].subject, context)
        && g_str_equal (triples->triples[i].predicate, REL_DCTERMS "identifier"))
      title = triples->triples[i].object;
  return title;
}

/* The theme that is asked for, changed by the style file; remarks on that file go into @remarks. */
static RelTheme *
make_theme (const RelDrawOptions *options, GString *remarks, GError **error)
{
  g_autoptr (RelTheme) theme = rel_theme_new (options->theme);

  if (theme == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "\"%s\" is no theme; choose light, dark or print", options->theme);
    return NULL;
  }
  if (options->style_file != NULL && !rel_theme_load (theme, options->style_file, remarks, error))
    return NULL;
  return g_steal_pointer (&theme);
}

static GBytes *
render (const RelPicture *picture, RelFormat format, const RelDrawOptions *options, GString *remarks, GError **error)
{
  const RelDrawingSelection *selection = picture->selection;
  RelRenderOptions render = { .engine = picture->engine, .dpi = options->dpi };
  g_autofree gchar *warnings = NULL;
  Agraph_t *graph = rel_dot_new (picture);
  GBytes *bytes;

  render.seconds
    = rel_render_choose_limit (picture->engine, selection->n_nodes, selection->n_edges, picture->clusters != NULL);
  bytes = rel_render (graph, format, &render, &warnings, error);
  agclose (graph);
  if (warnings != NULL)
    g_string_append_printf (remarks, "%sGraphviz: %s", remarks->len > 0 ? "\n" : "", warnings);
  return bytes;
}

/* Gives @picture places of our own for its nodes; their boxes are the caller's to free. Our layout has no frames. */
static RelBox *
place_boxes (RelPicture *picture, GString *remarks)
{
  RelBox *boxes = g_new0 (RelBox, picture->drawing->n_nodes + 1);

  for (guint i = 0; i < picture->drawing->n_nodes; i++)
    if (picture->selection->nodes[i])
      boxes[i] = rel_dot_estimate_box (picture, &picture->drawing->nodes[i]);
  rel_drawing_layout (picture->drawing, picture->selection, boxes);
  if (picture->clusters != NULL)
    g_string_append_printf (remarks,
                            "%s%u things are too many for frames; drawn without them (--max-nodes makes it fewer)",
                            remarks->len > 0 ? "\n" : "", picture->selection->n_nodes);
  picture->engine = REL_ENGINE_PLACED;
  picture->clusters = NULL;
  picture->boxes = boxes;
  return boxes;
}

/* The bytes of @picture in @format; what Graphviz says is appended to @remarks. What takes Graphviz too long is laid out by
 * us. */
static GBytes *
make_bytes (RelPicture *picture, RelFormat format, const RelDrawOptions *options, GString *remarks, GError **error)
{
  RelFormat rendered = format == REL_FORMAT_HTML ? REL_FORMAT_SVG : format;
  g_autofree RelBox *boxes = g_str_equal (picture->engine, REL_ENGINE_PLACED) ? place_boxes (picture, remarks) : NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = render (picture, rendered, options, remarks, &reason);

  if (bytes == NULL && boxes == NULL && g_error_matches (reason, REL_ERROR, REL_ERROR_LIMIT)
      && strstr (reason->message, "the layout") != NULL) {
    g_string_append_printf (remarks, "%s%s: %s; drawn with a faster one", remarks->len > 0 ? "\n" : "", picture->engine,
                            reason->message);
    boxes = place_boxes (picture, remarks);
    g_clear_error (&reason);
    bytes = render (picture, rendered, options, remarks, &reason);
  }
  if (bytes == NULL) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return NULL;
  }
  return format == REL_FORMAT_HTML ? rel_html_page_new (picture, bytes) : g_steal_pointer (&bytes);
}

static guint
choose_max_nodes (const RelDrawOptions *options, RelFormat format)
{
  if (options->max_nodes > 0)
    return options->max_nodes;
  return format == REL_FORMAT_HTML ? DEFAULT_MAX_NODES_OF_PAGE : DEFAULT_MAX_NODES;
}

/* What of the drawing is shown; of a timeline, facts are counted, not things. */
static RelDrawingSelection *
make_selection (RelDrawing *drawing, RelFormat format, const RelDrawOptions *options, GError **error)
{
  guint max_nodes = options->timeline ? MAX (drawing->n_nodes, 1) : choose_max_nodes (options, format);

  return rel_drawing_select (drawing, max_nodes, options->focus, options->depth > 0 ? options->depth : DEFAULT_DEPTH,
                             error);
}

static gboolean
check_options (const RelDrawOptions *options, RelFormat format, GError **error)
{
  if (options->timeline && format == REL_FORMAT_HTML)
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "a page has no timeline, but a filter by date; draw the timeline as SVG, PNG, PDF or DOT");
  else if (options->timeline && options->cluster_by != NULL)
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "a timeline has no frames; leave out one of the two");
  else if (options->cluster_by != NULL && !g_strv_contains (rel_drawing_cluster_kinds, options->cluster_by))
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "frames by \"%s\": choose type, document or community",
                 options->cluster_by);
  else
    return TRUE;
  return FALSE;
}

/* Fills in what @picture shows; what it points to is the caller's to free. */
static RelPicture
make_picture (RelDrawing *drawing, const RelDrawingSelection *selection, RelFormat format,
              const RelDrawOptions *options)
{
  RelPicture picture = { .drawing = drawing, .selection = selection, .title = options->title };

  picture.for_page = format == REL_FORMAT_HTML;
  picture.max_cards = options->timeline ? choose_max_nodes (options, format) : 0;
  if (options->timeline)
    picture.engine = "dot";
  else if (options->engine != NULL)
    picture.engine = options->engine;
  else
    picture.engine = rel_drawing_get_diameter (drawing, selection) > MAX_RANKS
                       ? REL_ENGINE_PLACED
                       : rel_render_choose_engine (selection->n_nodes, selection->n_edges);
  return picture;
}

static void
fill_report (RelDrawReport *report, const RelPicture *picture, const GString *remarks)
{
  *report = (RelDrawReport){ .n_nodes = picture->drawing->n_nodes,
                             .n_nodes_shown = picture->selection->n_nodes,
                             .n_edges = picture->drawing->n_edges,
                             .n_edges_shown = picture->selection->n_edges,
                             .n_facts = picture->drawing->facts->len,
                             .engine = g_str_equal (picture->engine, REL_ENGINE_PLACED) ? "forces" : picture->engine,
                             .warnings = remarks->len > 0 ? g_strdup (remarks->str) : NULL };
}

gboolean
rel_triple_set_draw (const RelTripleSet *triples, RelFormat format, const RelDrawOptions *options,
                     GOutputStream *stream, RelDrawReport *report, GError **error)
{
  g_autoptr (GString) remarks = g_string_new (NULL);
  g_autoptr (RelTheme) theme = NULL;
  g_autoptr (RelDrawing) drawing = NULL;
  g_autoptr (RelDrawingSelection) selection = NULL;
  g_autoptr (GArray) legend = NULL;
  g_autoptr (RelDrawingClusters) clusters = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *told = NULL;
  RelDrawingFilter filter;
  RelPicture picture;

  g_return_val_if_fail (rel_format_is_picture (format), FALSE);

  options = options != NULL ? options : &no_options;
  filter = (RelDrawingFilter){ options->types, options->predicates, options->min_confidence };
  if (!check_options (options, format, error) || (theme = make_theme (options, remarks, error)) == NULL
      || (drawing = rel_drawing_new_filtered (triples, &filter, error)) == NULL
      || (selection = make_selection (drawing, format, options, error)) == NULL)
    return FALSE;
  legend = rel_legend_new (drawing, selection, theme);
  if (options->cluster_by != NULL)
    clusters = rel_drawing_clusters_new (drawing, selection, legend, options->cluster_by);
  picture = make_picture (drawing, selection, format, options);
  picture.theme = theme;
  picture.legend = legend;
  picture.clusters = clusters;
  picture.filter = told = rel_drawing_filter_tell (&filter);
  if (picture.title == NULL)
    picture.title = find_title (triples, picture.for_page);
  bytes = make_bytes (&picture, format, options, remarks, error);
  if (report != NULL)
    fill_report (report, &picture, remarks);
  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
                                       error);
}

gboolean
rel_dot_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_triple_set_draw (triples, REL_FORMAT_DOT, NULL, stream, NULL, error);
}

gboolean
rel_svg_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_triple_set_draw (triples, REL_FORMAT_SVG, NULL, stream, NULL, error);
}

gboolean
rel_png_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_triple_set_draw (triples, REL_FORMAT_PNG, NULL, stream, NULL, error);
}

gboolean
rel_pdf_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_triple_set_draw (triples, REL_FORMAT_PDF, NULL, stream, NULL, error);
}

gboolean
rel_html_write (const RelTripleSet *triples, GOutputStream *stream, GError **error)
{
  return rel_triple_set_draw (triples, REL_FORMAT_HTML, NULL, stream, NULL, error);
}

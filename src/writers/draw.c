/* Triples to a picture: drawing model, selection, graph of Graphviz, bytes. */
#include "writers/dot.h"
#include "writers/drawing_vocabulary.h"
#include "writers/html_page.h"
#include "writers/render.h"
#include "writers/writer.h"

/* More than a page or a screen can hold in type that can be read; one can walk about in an HTML page. */
#define DEFAULT_MAX_NODES 60
#define DEFAULT_MAX_NODES_OF_PAGE 150
#define DEFAULT_DEPTH 2

static const RelDrawOptions no_options = { 0 };

/* The title of the document, where the graph was made from one only. */
static const gchar *
find_title (const RelTripleSet *triples)
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

static guint
choose_max_nodes (const RelDrawOptions *options, RelFormat format)
{
  if (options->max_nodes > 0)
    return options->max_nodes;
  return format == REL_FORMAT_HTML ? DEFAULT_MAX_NODES_OF_PAGE : DEFAULT_MAX_NODES;
}

/* The bytes of @picture in @format; what Graphviz says is appended to @remarks. */
static GBytes *
make_bytes (RelPicture *picture, RelFormat format, const RelDrawOptions *options, GString *remarks, GError **error)
{
  g_autoptr (GBytes) svg = NULL;
  g_autofree gchar *warnings = NULL;
  RelRenderOptions render = { .engine = picture->engine, .dpi = options->dpi };
  Agraph_t *graph = rel_dot_new (picture);
  GBytes *bytes = rel_render (graph, format == REL_FORMAT_HTML ? REL_FORMAT_SVG : format, &render, &warnings, error);

  agclose (graph);
  if (warnings != NULL)
    g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? "\n" : "", warnings);
  if (bytes == NULL || format != REL_FORMAT_HTML)
    return bytes;
  svg = bytes;
  return rel_html_page_new (picture, svg);
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
  g_autoptr (GBytes) bytes = NULL;
  RelPicture picture;

  g_return_val_if_fail (rel_format_is_picture (format), FALSE);

  options = options != NULL ? options : &no_options;
  theme = make_theme (options, remarks, error);
  if (theme == NULL)
    return FALSE;
  drawing = rel_drawing_new (triples);
  selection = rel_drawing_select (drawing, choose_max_nodes (options, format), options->focus,
                                  options->depth > 0 ? options->depth : DEFAULT_DEPTH, error);
  if (selection == NULL)
    return FALSE;
  legend = rel_legend_new (drawing, selection, theme);
  picture = (RelPicture){
    .drawing = drawing,
    .selection = selection,
    .theme = theme,
    .legend = legend,
    .title = options->title != NULL ? options->title : find_title (triples),
    .engine
    = options->engine != NULL ? options->engine : rel_render_choose_engine (selection->n_nodes, selection->n_edges),
    .for_page = format == REL_FORMAT_HTML,
  };
  bytes = make_bytes (&picture, format, options, remarks, error);
  if (report != NULL)
    *report = (RelDrawReport){ .n_nodes = drawing->n_nodes,
                               .n_nodes_shown = selection->n_nodes,
                               .n_edges = drawing->n_edges,
                               .n_edges_shown = selection->n_edges,
                               .n_facts = drawing->facts->len,
                               .engine = picture.engine,
                               .warnings = remarks->len > 0 ? g_strdup (remarks->str) : NULL };
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

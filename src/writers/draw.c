/* Triples to a picture: drawing model, selection, graph of Graphviz, bytes. */
#include "writers/dot.h"
#include "writers/drawing.h"
#include "writers/drawing_vocabulary.h"
#include "writers/render.h"
#include "writers/writer.h"

/* More than a page or a screen can hold in type that can be read. */
#define DEFAULT_MAX_NODES 60
#define DEFAULT_DEPTH 2

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

gboolean
rel_triple_set_draw (const RelTripleSet *triples, RelFormat format, const RelDrawOptions *options,
                     GOutputStream *stream, RelDrawReport *report, GError **error)
{
  static const RelDrawOptions no_options = { 0 };
  g_autoptr (RelDrawing) drawing = NULL;
  g_autoptr (RelDrawingSelection) selection = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *warnings = NULL;
  const gchar *engine;
  Agraph_t *graph;

  g_return_val_if_fail (format == REL_FORMAT_DOT || format == REL_FORMAT_SVG || format == REL_FORMAT_PNG, FALSE);

  options = options != NULL ? options : &no_options;
  drawing = rel_drawing_new (triples);
  selection = rel_drawing_select (drawing, options->max_nodes > 0 ? options->max_nodes : DEFAULT_MAX_NODES,
                                  options->focus, options->depth > 0 ? options->depth : DEFAULT_DEPTH, error);
  if (selection == NULL)
    return FALSE;
  engine
    = options->engine != NULL ? options->engine : rel_render_choose_engine (selection->n_nodes, selection->n_edges);
  graph = rel_dot_new (drawing, selection, engine, options->title != NULL ? options->title : find_title (triples));
  bytes = rel_render (graph, format, engine, &warnings, error);
  agclose (graph);
  if (report != NULL)
    *report = (RelDrawReport){ .n_nodes = drawing->n_nodes,
                               .n_nodes_shown = selection->n_nodes,
                               .n_edges = drawing->n_edges,
                               .n_edges_shown = selection->n_edges,
                               .n_facts = drawing->facts->len,
                               .engine = engine,
                               .warnings = g_steal_pointer (&warnings) };
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

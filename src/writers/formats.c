/* The formats by name and by file ending, and the dispatch to the file that writes each. */
#include "writers/writer.h"

#include <string.h>

#define N_SPELLINGS 4

/* In the order of RelFormat. */
static const struct {
  const gchar *name;
  const gchar *aliases[N_SPELLINGS]; /* as rapper and dot call them, and media types' short names */
  const gchar *endings[N_SPELLINGS];
  gboolean streaming;
  RelTriplesWriter write; /* NULL: made of facts, not of triples */
} formats[] = {
  [REL_FORMAT_TURTLE] = { "turtle", { "ttl" }, { ".ttl", ".turtle" }, FALSE, rel_turtle_write },
  [REL_FORMAT_NTRIPLES] = { "ntriples", { "nt", "n-triples" }, { ".nt" }, FALSE, rel_ntriples_write },
  [REL_FORMAT_NQUADS] = { "nquads", { "nq", "n-quads" }, { ".nq" }, TRUE, rel_nquads_write },
  [REL_FORMAT_RDFXML] = { "rdfxml", { "rdf", "rdf/xml", "xml" }, { ".rdf", ".owl", ".xml" }, FALSE, rel_rdfxml_write },
  [REL_FORMAT_TSV] = { "tsv", { "table" }, { ".tsv", ".tab" }, TRUE, NULL },
  [REL_FORMAT_DOT] = { "dot", { "gv" }, { ".dot", ".gv" }, FALSE, rel_dot_write },
  [REL_FORMAT_SVG] = { "svg", { NULL }, { ".svg" }, FALSE, rel_svg_write },
  [REL_FORMAT_PNG] = { "png", { NULL }, { ".png" }, FALSE, rel_png_write },
  [REL_FORMAT_PDF] = { "pdf", { NULL }, { ".pdf" }, FALSE, rel_pdf_write },
  [REL_FORMAT_HTML] = { "html", { "htm" }, { ".html", ".htm" }, FALSE, rel_html_write },
  [REL_FORMAT_TRIG] = { "trig", { NULL }, { ".trig" }, TRUE, rel_trig_write },
  [REL_FORMAT_JSONLD] = { "jsonld", { "json-ld" }, { ".jsonld" }, FALSE, rel_jsonld_write },
  [REL_FORMAT_TURTLE12] = { "turtle12", { "ttl12", "rdf12" }, { NULL }, FALSE, rel_turtle12_write },
};

gint
rel_format_from_name (const gchar *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++) {
    if (g_ascii_strcasecmp (name, formats[format].name) == 0)
      return (gint) format;
    for (guint i = 0; i < N_SPELLINGS && formats[format].aliases[i] != NULL; i++)
      if (g_ascii_strcasecmp (name, formats[format].aliases[i]) == 0)
        return (gint) format;
  }
  return -1;
}

static gboolean
has_ending (const gchar *path, const gchar *ending)
{
  gsize n_path = strlen (path), n_ending = strlen (ending);

  return n_path > n_ending && g_ascii_strcasecmp (path + n_path - n_ending, ending) == 0;
}

gint
rel_format_from_path (const gchar *path)
{
  g_return_val_if_fail (path != NULL, -1);

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    for (guint i = 0; i < N_SPELLINGS && formats[format].endings[i] != NULL; i++)
      if (has_ending (path, formats[format].endings[i]))
        return (gint) format;
  return -1;
}

const gchar *
rel_format_get_name (RelFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].name;
}

gboolean
rel_format_is_streaming (RelFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);

  return formats[format].streaming;
}

gboolean
rel_format_is_picture (RelFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);

  return format == REL_FORMAT_DOT || format == REL_FORMAT_SVG || format == REL_FORMAT_PNG || format == REL_FORMAT_PDF
         || format == REL_FORMAT_HTML;
}

gboolean
rel_triple_set_write (const RelTripleSet *triples, RelFormat format, GOutputStream *stream, GError **error)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);

  if (formats[format].write == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "%s is a table of facts and cannot be made from RDF; choose an RDF "
                 "format or a picture",
                 formats[format].name);
    return FALSE;
  }
  return formats[format].write (triples, stream, error);
}

gboolean
rel_graph_write (RelGraph *graph, RelFormat format, GOutputStream *stream, GError **error)
{
  g_autoptr (RelTripleSet) triples = NULL;

  if (format == REL_FORMAT_TSV)
    return rel_tsv_write (graph, TRUE, stream, error);
  triples = rel_graph_to_triples (graph, format == REL_FORMAT_NQUADS || format == REL_FORMAT_TRIG);
  return rel_triple_set_write (triples, format, stream, error);
}

gboolean
rel_graph_append (RelGraph *graph, RelFormat format, GOutputStream *stream, GError **error)
{
  g_return_val_if_fail (rel_format_is_streaming (format), FALSE);

  if (format == REL_FORMAT_TSV)
    return rel_tsv_write (graph, FALSE, stream, error);
  return rel_graph_write (graph, format, stream, error);
}

/* Graphs into a triple store by the SPARQL 1.1 Graph Store HTTP Protocol, one request for each graph, counted afterwards.
 *
 *   count ─► PUT or POST …?graph=IRI, N-Triples as Turtle ─► count
 *
 * Quads are sent as the triples of one graph after the other: Virtuoso's protocol takes nothing else.
 */
#include "writers/serd_statements.h"
#include "writers/store_http.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _RelStore {
  RelStoreHttp *http;
  gchar *url;
  gchar *query_url; /* (nullable) */
};

/* Where stores have their query endpoint, seen from that of the Graph Store Protocol. */
static const struct {
  const gchar *ending;
  const gchar *query_ending;
} endpoints[] = {
  { "/data", "/sparql" },                   /* Fuseki */
  { "/store", "/query" },                   /* Oxigraph */
  { "/sparql-graph-crud", "/sparql" },      /* Virtuoso */
  { "/sparql-graph-crud-auth", "/sparql" }, /* Virtuoso */
  { "/rdf-graphs/service", "" },            /* RDF4J, GraphDB */
};

static gchar *
guess_query_url (const gchar *url)
{
  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    if (g_str_has_suffix (url, endpoints[i].ending))
      return g_strdup_printf ("%.*s%s", (gint) (strlen (url) - strlen (endpoints[i].ending)), url,
                              endpoints[i].query_ending);
  return NULL;
}

static gboolean
check_url (const gchar *url, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_HAS_PASSWORD, NULL);
  const gchar *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL || (strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0) || g_uri_get_host (uri) == NULL
      || *g_uri_get_host (uri) == '\0') {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "%s: not the address of a store; it begins with http:// or https://", url);
    return FALSE;
  }
  if (g_uri_get_userinfo (uri) != NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "a password in an address is seen by others; write it into a file");
    return FALSE;
  }
  return TRUE;
}

RelStore *
rel_store_new (const RelStoreOptions *options, GError **error)
{
  RelStore *self;

  g_return_val_if_fail (options != NULL && options->url != NULL, NULL);

  if (!check_url (options->url, error) || (options->query_url != NULL && !check_url (options->query_url, error)))
    return NULL;
  self = g_new0 (RelStore, 1);
  self->http = rel_store_http_new (options);
  self->url = g_strdup (options->url);
  self->query_url = options->query_url != NULL ? g_strdup (options->query_url) : guess_query_url (options->url);
  return self;
}

void
rel_store_free (RelStore *self)
{
  if (self == NULL)
    return;
  rel_store_http_free (self->http);
  g_free (self->url);
  g_free (self->query_url);
  g_free (self);
}

gboolean
rel_store_can_count (const RelStore *self)
{
  return self->query_url != NULL;
}

/* The number in the first binding of SPARQL JSON results, -1: none. */
static gint64
parse_count (GBytes *answer)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) found = NULL;
  gsize n = 0;
  const gchar *data = g_bytes_get_data (answer, &n);
  JsonArray *values;

  if (!json_parser_load_from_data (parser, data, (gssize) n, NULL) || json_parser_get_root (parser) == NULL)
    return -1;
  found = json_path_query ("$.results.bindings[0].n.value", json_parser_get_root (parser), NULL);
  values = found != NULL && JSON_NODE_HOLDS_ARRAY (found) ? json_node_get_array (found) : NULL;
  if (values == NULL || json_array_get_length (values) == 0
      || json_node_get_value_type (json_array_get_element (values, 0)) != G_TYPE_STRING)
    return -1;
  return g_ascii_strtoll (json_array_get_string_element (values, 0), NULL, 10);
}

static gboolean
count (RelStore *self, const gchar *graph, gint64 *n, GError **error)
{
  g_autofree gchar *pattern
    = graph != NULL ? g_strdup_printf ("GRAPH <%s> { ?s ?p ?o }", graph) : g_strdup ("?s ?p ?o");
  g_autofree gchar *query = g_strdup_printf ("SELECT (COUNT(*) AS ?n) WHERE { %s }", pattern);
  g_autofree gchar *escaped = g_uri_escape_string (query, NULL, FALSE);
  g_autofree gchar *form = g_strconcat ("query=", escaped, NULL);
  g_autoptr (GBytes) body = g_bytes_new (form, strlen (form));
  g_autoptr (GBytes) answer
    = rel_store_http_request (self->http, "POST", self->query_url, body, "application/x-www-form-urlencoded",
                              "application/sparql-results+json", error);

  if (answer == NULL) {
    g_prefix_error (error, "cannot count: ");
    return FALSE;
  }
  *n = parse_count (answer);
  if (*n >= 0)
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: no answer to a SPARQL query; name the query endpoint with --query",
               self->query_url);
  return FALSE;
}

/* (transfer full): the triples of @source as N-Triples, which is Turtle. */
static GBytes *
make_body (const RelTripleSet *triples, const gchar *source, gsize *n_sent, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  RelTripleSet slice = *triples;
  gsize start = 0;

  while (start < triples->n_triples && g_strcmp0 (triples->triples[start].graph, source) != 0)
    start++;
  slice.triples = triples->triples + start;
  slice.n_triples = 0;
  while (start + slice.n_triples < triples->n_triples && g_strcmp0 (slice.triples[slice.n_triples].graph, source) == 0)
    slice.n_triples++;
  *n_sent = slice.n_triples;
  if (!rel_serd_statements_write (&slice, SERD_NTRIPLES, memory, error) || !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gchar *
make_graph_url (const RelStore *self, const gchar *graph)
{
  g_autofree gchar *escaped = graph != NULL ? g_uri_escape_string (graph, NULL, FALSE) : NULL;
  const gchar *joint = strchr (self->url, '?') != NULL ? "&" : "?";

  return graph != NULL ? g_strconcat (self->url, joint, "graph=", escaped, NULL)
                       : g_strconcat (self->url, joint, "default", NULL);
}

/* Whether the counts bear out that all triples arrived. */
static gboolean
check_counts (const gchar *graph, gboolean replaces, const RelStoreReport *report, GError **error)
{
  gint64 n = (gint64) report->n_sent;
  gboolean is_exact = replaces || report->n_before == 0;

  if (is_exact ? report->n_after == n
               : report->n_after >= MAX (n, report->n_before) && report->n_after <= report->n_before + n)
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_IO,
               "%s%s%s: %" G_GSIZE_FORMAT " triples were sent, but the store has %" G_GINT64_FORMAT
               " (before: %" G_GINT64_FORMAT "); load it again with --replace",
               graph != NULL ? "<" : "the default graph", graph != NULL ? graph : "", graph != NULL ? ">" : "",
               report->n_sent, report->n_after, report->n_before);
  return FALSE;
}

gboolean
rel_store_send (RelStore *self, const gchar *graph, const RelTripleSet *triples, const gchar *source, gboolean replaces,
                RelStoreReport *report, GError **error)
{
  g_autofree gchar *url = make_graph_url (self, graph);
  g_autoptr (GBytes) body = make_body (triples, source, &report->n_sent, error);
  g_autoptr (GBytes) answer = NULL;

  report->n_before = -1;
  report->n_after = -1;
  if (body == NULL || (self->query_url != NULL && !count (self, graph, &report->n_before, error)))
    return FALSE;
  answer = rel_store_http_request (self->http, replaces ? "PUT" : "POST", url, body, "text/turtle", NULL, error);
  if (answer == NULL)
    return FALSE;
  if (self->query_url == NULL)
    return TRUE;
  return count (self, graph, &report->n_after, error) && check_counts (graph, replaces, report, error);
}

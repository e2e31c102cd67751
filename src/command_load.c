/* relata load: RDF files into a triple store. */
#include "command.h"
#include "command_graphs.h"

#include <relata/writers.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  gchar *store;
  gchar *query_url;
  gchar *graph;
  gchar *credentials;
  gint timeout;
  gint n_retries;
  gboolean replaces;
  RelMessages messages;
} LoadOptions;

static void
add_options (LoadOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "store", 's', 0, G_OPTION_ARG_STRING, &self->store, "address of the store's Graph Store Protocol", "URL" },
    { "graph", 'g', 0, G_OPTION_ARG_STRING, &self->graph,
      "load all into the graph IRI (default: named graphs by their names, the rest into the default graph)", "IRI" },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &self->replaces, "replace what the graphs hold (default: add to it)", NULL },
    { "credentials", 0, 0, G_OPTION_ARG_FILENAME, &self->credentials,
      "a file with one line: USER:PASSWORD, or Bearer TOKEN", "FILE" },
    { "query", 0, 0, G_OPTION_ARG_STRING, &self->query_url,
      "address of the store's queries, to count what arrived (default: guessed from --store)", "URL" },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &self->timeout, "give up after N seconds without a sign of life (60)", "N" },
    { "retries", 0, 0, G_OPTION_ARG_INT, &self->n_retries, "try N times more when the store is down or busy (3)", "N" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->messages.quiet, "no warnings", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "say what is sent", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context, "Loads RDF files into a triple store by the SPARQL 1.1 Graph Store Protocol, and counts what arrived.\n"
             "Prints a line for each graph: its IRI, triples sent, triples in it before and now.");
}

/* Reads USER:PASSWORD or "Bearer TOKEN"; what @store points to lives in @line. */
static gboolean
read_credentials (const LoadOptions *self, gchar **line, RelStoreOptions *store, GError **error)
{
  struct stat status;
  gchar *colon;

  if (self->credentials == NULL)
    return TRUE;
  if (!g_file_get_contents (self->credentials, line, NULL, error))
    return FALSE;
  if (stat (self->credentials, &status) == 0 && (status.st_mode & 077) != 0)
    rel_messages_print_warning (&self->messages, "%s: others may read it; chmod 600 helps", self->credentials);
  g_strstrip (*line);
  colon = strchr (*line, ':');
  if (strchr (*line, '\n') == NULL && g_str_has_prefix (*line, "Bearer ") && (*line)[7] != '\0') {
    store->token = *line + 7;
    return TRUE;
  }
  if (strchr (*line, '\n') == NULL && colon != NULL && colon != *line) {
    *colon = '\0';
    store->user = *line;
    store->password = colon + 1;
    return TRUE;
  }
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: not one line with USER:PASSWORD or Bearer TOKEN",
               self->credentials);
  return FALSE;
}

/* The rules of an IRI that matter in a query. */
static gboolean
is_iri (const gchar *text)
{
  g_autofree gchar *scheme = g_uri_parse_scheme (text);

  return scheme != NULL && g_utf8_validate (text, -1, NULL) && strpbrk (text, "<>\"{}|\\^`") == NULL
         && strcspn (text, " \t\r\n") == strlen (text);
}

static gboolean
check_values (const LoadOptions *self)
{
  if (self->store == NULL)
    rel_messages_print_error ("load: no store; name it with --store URL");
  else if (self->graph != NULL && !is_iri (self->graph))
    rel_messages_print_error ("load: --graph %s: not an IRI", self->graph);
  else if (self->timeout < 1)
    rel_messages_print_error ("load: --timeout %d: give a number above 0", self->timeout);
  else if (self->n_retries < 0 || self->n_retries > 20)
    rel_messages_print_error ("load: --retries %d: give a number from 0 to 20", self->n_retries);
  else
    return TRUE;
  return FALSE;
}

static void
print_number (gint64 n, gchar end)
{
  if (n >= 0)
    printf ("%" G_GINT64_FORMAT "%c", n, end);
  else
    printf ("-%c", end);
}

static gboolean
send_graph (const LoadOptions *self, RelStore *store, const RelTripleSet *triples, const gchar *source, GError **error)
{
  const gchar *graph = self->graph != NULL ? self->graph : source;
  RelStoreReport report = { 0 };

  rel_messages_print_note (&self->messages, "sending %s", graph != NULL ? graph : "the default graph");
  if (!rel_store_send (store, graph, triples, source, self->replaces, &report, error))
    return FALSE;
  printf ("%s\t", graph != NULL ? graph : "default");
  print_number ((gint64) report.n_sent, '\t');
  print_number (report.n_before, '\t');
  print_number (report.n_after, '\n');
  return TRUE;
}

/* One request for each graph; the first failure ends the work, and says how far it came. */
static gboolean
send_all (const LoadOptions *self, RelStore *store, RelTripleSet *triples, GError **error)
{
  guint n_done = 0;

  if (self->graph != NULL) {
    for (gsize i = 0; i < triples->n_triples; i++)
      triples->triples[i].graph = NULL;
    rel_triple_set_sort (triples);
  }
  for (gsize i = 0; i < triples->n_triples; n_done++) {
    const gchar *source = triples->triples[i].graph;

    if (!send_graph (self, store, triples, source, error)) {
      if (n_done > 0)
        g_prefix_error (error, "%u graphs were loaded, then: ", n_done);
      return FALSE;
    }
    while (i < triples->n_triples && g_strcmp0 (triples->triples[i].graph, source) == 0)
      i++;
  }
  return TRUE;
}

static RelExit
run (const LoadOptions *self, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *line = NULL;
  RelStoreOptions options = { .url = self->store,
                              .query_url = self->query_url,
                              .timeout = (guint) self->timeout,
                              .n_retries = (guint) self->n_retries };
  g_autoptr (RelStore) store = NULL;
  g_autoptr (RelTripleSet) triples = NULL;

  if (read_credentials (self, &line, &options, &error))
    store = rel_store_new (&options, &error);
  if (store != NULL)
    triples = rel_graphs_read (paths, &error); /* all of it, before the store sees any */
  if (triples != NULL && !rel_store_can_count (store))
    rel_messages_print_warning (&self->messages, "%s: its queries are not known, so nothing is counted; give --query",
                                self->store);
  if (triples == NULL || !send_all (self, store, triples, &error)) {
    fflush (stdout);
    rel_messages_print_failure (NULL, error);
    return rel_exit_from_error (error);
  }
  if (fflush (stdout) == 0)
    return REL_EXIT_OK;
  rel_messages_print_error ("standard output: cannot be written");
  return REL_EXIT_IO;
}

gint
rel_command_load (gint argc, gchar **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("--store=URL [GRAPH…]");
  LoadOptions options = { .timeout = 60, .n_retries = 3 };
  RelExit status = REL_EXIT_USAGE;

  add_options (&options, context);
  if (rel_command_parse (context, "load", &argc, &argv) && check_values (&options))
    status = run (&options, argv + 1);
  g_free (options.store);
  g_free (options.query_url);
  g_free (options.graph);
  g_free (options.credentials);
  return status;
}

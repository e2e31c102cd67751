/* relata draw: RDF of any origin to a picture that a person can read. */
#include "command.h"

#include <relata/writers.h>

typedef struct {
  gchar *format_name;
  gchar *output;
  gchar *engine;
  gchar *focus;
  gchar *title;
  gchar *theme;
  gchar *style_file;
  gchar **types;
  gchar **predicates;
  gchar *min_confidence;
  gchar *cluster_by;
  gboolean timeline;
  gint dpi;
  gint depth;
  gint max_nodes;
  RelMessages messages;
} DrawOptions;

#define NOT_GIVEN G_MININT
#define MIN_DPI 10
#define MAX_DPI 2400

static void
add_options (DrawOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_name,
      "dot, svg, png, pdf or html (default: by the ending of -o, else svg)", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, "write to FILE (default: standard output)", "FILE" },
    { "max-nodes", 0, 0, G_OPTION_ARG_INT, &self->max_nodes, "draw the N most important things (default: 60)", "N" },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &self->focus, "draw only what is near the thing with this label or IRI",
      "NAME" },
    { "depth", 0, 0, G_OPTION_ARG_INT, &self->depth, "with --focus: up to N steps away (default: 2)", "N" },
    { "engine", 'K', 0, G_OPTION_ARG_STRING, &self->engine,
      "layout of Graphviz: dot, sfdp, neato, fdp, circo, twopi (default: by size)", "ENGINE" },
    { "types", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->types,
      "draw only things of these classes, by name or IRI, with commas between; may be repeated", "NAMES" },
    { "predicates", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->predicates, "draw only facts of these predicates, likewise",
      "NAMES" },
    { "min-confidence", 0, 0, G_OPTION_ARG_STRING, &self->min_confidence, "leave out facts less sure than X (0)", "X" },
    { "cluster-by", 0, 0, G_OPTION_ARG_STRING, &self->cluster_by,
      "a frame around things of one type, document or community", "WHAT" },
    { "timeline", 0, 0, G_OPTION_ARG_NONE, &self->timeline, "what has a date, from left to right", NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme, "light, dark or print (default: light)", "THEME" },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &self->style_file, "colours, shapes and fonts from FILE; see relata(1)",
      "FILE" },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &self->dpi, "resolution of PNG (default: 144, or what fits)", "N" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, "line above the legend (default: title of the document)",
      "TEXT" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->messages.quiet, "no warnings", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "say what was understood", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context, "Draws an RDF file (Turtle, N-Triples, N-Quads or TriG, by its ending; Turtle from standard input).\n"
             "Labels are taken from rdfs:label, skos:prefLabel, schema:name, foaf:name or dc:title.");
}

static void
clear_options (DrawOptions *self)
{
  g_free (self->format_name);
  g_free (self->output);
  g_free (self->engine);
  g_free (self->focus);
  g_free (self->title);
  g_free (self->theme);
  g_free (self->style_file);
  g_strfreev (self->types);
  g_strfreev (self->predicates);
  g_free (self->min_confidence);
  g_free (self->cluster_by);
}

/* The names in @arguments, each of which may hold several with commas between; NULL: none are given. */
static gchar **
split_names (gchar *const *arguments)
{
  g_autoptr (GStrvBuilder) names = NULL;

  if (arguments == NULL)
    return NULL;
  names = g_strv_builder_new ();
  for (guint i = 0; arguments[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (arguments[i], ",", -1);

    for (guint k = 0; parts[k] != NULL; k++)
      if (*g_strstrip (parts[k]) != '\0')
        g_strv_builder_add (names, parts[k]);
  }
  return g_strv_builder_end (names);
}

/* -1: not understood, and said so. */
static gint
choose_format (const DrawOptions *self)
{
  gint format = REL_FORMAT_SVG;

  if (self->format_name != NULL)
    format = rel_format_from_name (self->format_name);
  else if (self->output != NULL && !g_str_equal (self->output, "-"))
    format = rel_format_from_path (self->output);
  if (format >= 0 && rel_format_is_picture ((RelFormat) format))
    return format;
  if (self->format_name != NULL)
    rel_messages_print_error ("draw: \"%s\" is no format for pictures; choose dot, svg, png, pdf or html",
                              self->format_name);
  else
    rel_messages_print_error (
      "%s: the ending names no format for pictures; end it in .dot, .svg, .png, .pdf or .html, or use -f",
      self->output);
  return -1;
}

static gboolean
is_share (const gchar *text)
{
  gchar *end = NULL;
  gdouble value = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && value >= 0 && value <= 1;
}

/* The layouts of Graphviz that --help names. */
static const gchar *const engines[] = { "dot", "sfdp", "neato", "fdp", "circo", "twopi", NULL };

static gboolean
check_values (const DrawOptions *self, gint n_files)
{
  if (self->engine != NULL && !g_strv_contains (engines, self->engine))
    rel_messages_print_error ("draw: \"%s\" is no layout; --help lists them", self->engine);
  else if (n_files > 1)
    rel_messages_print_error ("draw: one file at a time; join graphs before drawing them");
  else if (self->max_nodes != NOT_GIVEN && self->max_nodes < 1)
    rel_messages_print_error ("draw: --max-nodes %d: give a number above 0", self->max_nodes);
  else if (self->depth != NOT_GIVEN && self->depth < 1)
    rel_messages_print_error ("draw: --depth %d: give a number above 0", self->depth);
  else if (self->depth != NOT_GIVEN && self->focus == NULL)
    rel_messages_print_error ("draw: --depth needs --focus");
  else if (self->dpi != NOT_GIVEN && (self->dpi < MIN_DPI || self->dpi > MAX_DPI))
    rel_messages_print_error ("draw: --dpi %d: give a number from %d to %d", self->dpi, MIN_DPI, MAX_DPI);
  else if (self->min_confidence != NULL && !is_share (self->min_confidence))
    rel_messages_print_error ("draw: --min-confidence %s: give a number from 0 to 1", self->min_confidence);
  else
    return TRUE;
  return FALSE;
}

/* Says what was understood of the graph, and what Graphviz complained of. */
static void
tell (const DrawOptions *self, const gchar *path, const RelTripleSet *triples, RelDrawReport *report)
{
  if (report->warnings != NULL)
    rel_messages_print_warning (&self->messages, "%s: %s", path, report->warnings);
  g_clear_pointer (&report->warnings, g_free);
  rel_messages_print_note (&self->messages,
                           "%s: %" G_GSIZE_FORMAT " triples: %u things, %u facts on %u connections and in things", path,
                           triples->n_triples, report->n_nodes, report->n_facts, report->n_edges);
  rel_messages_print_note (&self->messages, "%s: drew %u things and %u connections with %s", path,
                           report->n_nodes_shown, report->n_edges_shown, report->engine);
}

/* Whether the name says RDF that draw reads, or nothing. */
static gboolean
is_rdf_name (const gchar *path)
{
  gint format = rel_format_from_path (path);

  return g_str_equal (path, "-") || format == REL_FORMAT_TURTLE || format == REL_FORMAT_NTRIPLES
         || format == REL_FORMAT_NQUADS || format == REL_FORMAT_TRIG;
}

/* A text or a picture given to draw is no broken RDF but no RDF at all. */
static void
tell_unread (const gchar *path, const GError *error)
{
  gboolean is_content
    = error->domain == REL_ERROR && (error->code == REL_ERROR_FORMAT || error->code == REL_ERROR_ENCODING);

  if (is_content && !is_rdf_name (path))
    rel_messages_print_error (
      "%s: no RDF that draw can read, which is Turtle (.ttl), N-Triples (.nt), N-Quads (.nq) or "
      "TriG (.trig); \"relata build -o graph.ttl\" makes it of a text",
      path);
  else
    rel_messages_print_failure (path, error);
}

static RelExit
draw (const DrawOptions *self, const gchar *path, RelFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelTripleSet) triples = rel_triple_set_load (path, &error);
  g_auto (GStrv) types = split_names (self->types);
  g_auto (GStrv) predicates = split_names (self->predicates);
  RelDrawOptions options
    = { .max_nodes = (guint) MAX (self->max_nodes, 0),
        .engine = self->engine,
        .focus = self->focus,
        .depth = (guint) MAX (self->depth, 0),
        .title = self->title,
        .theme = self->theme,
        .style_file = self->style_file,
        .types = (const gchar *const *) types,
        .predicates = (const gchar *const *) predicates,
        .min_confidence = self->min_confidence != NULL ? g_ascii_strtod (self->min_confidence, NULL) : 0,
        .cluster_by = self->cluster_by,
        .timeline = self->timeline,
        .dpi = (guint) MAX (self->dpi, 0) };
  RelDrawReport report = { 0 };
  RelOutput *output;
  gboolean drawn;

  output = triples != NULL ? rel_output_open (self->output, &error) : NULL;
  if (output == NULL) {
    if (triples == NULL)
      tell_unread (path, error);
    else
      rel_messages_print_failure (NULL, error);
    return rel_exit_from_error (error);
  }
  drawn = rel_triple_set_draw (triples, format, &options, rel_output_get_stream (output), &report, &error);
  tell (self, path, triples, &report);
  if (!drawn)
    rel_output_abandon (output);
  else
    drawn = rel_output_close (output, &error);
  if (drawn)
    return REL_EXIT_OK;
  rel_messages_print_failure (error->domain == REL_ERROR ? path : self->output, error);
  return rel_exit_from_error (error);
}

gint
rel_command_draw (gint argc, gchar **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE]");
  DrawOptions options = { .depth = NOT_GIVEN, .max_nodes = NOT_GIVEN, .dpi = NOT_GIVEN };
  RelExit status = REL_EXIT_USAGE;
  gint format;

  add_options (&options, context);
  if (rel_command_parse (context, "draw", &argc, &argv) && check_values (&options, argc - 1)
      && (format = choose_format (&options)) >= 0)
    status = draw (&options, argc > 1 ? argv[1] : "-", (RelFormat) format);
  clear_options (&options);
  return status;
}

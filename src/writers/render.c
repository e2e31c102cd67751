/* Layout and rendering through Graphviz, whose library has global state (fonts, the error function): one graph at a time.
 *
 * Measured with Graphviz 2.42: dot lays out 200 nodes and 350 edges in 3 s and 500 and 900 in over a minute, sfdp the
 * latter in 0.25 s; cairo fails above 32,767 pixels a side.
 */
#include "writers/label_place.h"
#include "writers/render.h"
#include "writers/render_watch.h"

#include <graphviz/gvc.h>
#include <math.h>
#include <string.h>

/* dot is the engine that people can follow; see the measurement above. */
#define DOT_MAX_NODES 150
#define DOT_MAX_EDGES 250

#define PNG_DPI 144.0    /* 12 points are 24 pixels */
#define PNG_MIN_DPI 48.0 /* below it, 9 points are not legible */
#define PNG_MAX_SIDE 16000.0

/* Graphviz, pango and fontconfig keep or forget memory of each graph. A leak checker, which cannot see through libraries
 * without frame pointers, is told not to look while they work. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#define leak_check_pause __lsan_disable
#define leak_check_resume __lsan_enable
#else
static inline void
leak_check_pause (void)
{
}
static inline void
leak_check_resume (void)
{
}
#endif

static GMutex graphviz_lock;
static GString *messages; /* of Graphviz, while the lock is held */

/* Kept until the process ends: its pango plugin remembers a font of the last graph, which lives in the context. */
static GVC_t *context;

/* Graphviz hands over a message in pieces. */
static int
keep_message (char *piece)
{
  if (messages != NULL)
    g_string_append (messages, piece);
  return 0;
}

const gchar *
rel_render_choose_engine (guint n_nodes, guint n_edges)
{
  return n_nodes <= DOT_MAX_NODES && n_edges <= DOT_MAX_EDGES ? "dot" : REL_ENGINE_PLACED;
}

#define MAX_SECONDS 20

guint
rel_render_choose_limit (const gchar *engine, guint n_nodes, guint n_edges, gboolean has_frames)
{
  gboolean is_large = n_nodes > DOT_MAX_NODES || n_edges > DOT_MAX_EDGES || (has_frames && n_nodes > DOT_MAX_NODES / 2);

  return is_large && !g_str_equal (engine, REL_ENGINE_PLACED) ? MAX_SECONDS : 0;
}

/* What Graphviz calls the formats. */
static const gchar *const plugins[] = {
  [REL_FORMAT_SVG] = "svg",
  [REL_FORMAT_PNG] = "png:cairo",
  [REL_FORMAT_PDF] = "pdf:cairo",
};

/* Sets the resolution with which the layout fits a bitmap: @wanted, or if that is 0, what is good and fits. */
static gboolean
fit_bitmap (Agraph_t *graph, guint wanted, GError **error)
{
  boxf box = GD_bb (graph);
  gdouble side = MAX (box.UR.x - box.LL.x, box.UR.y - box.LL.y) / 72.0; /* inches */
  gdouble largest = PNG_MAX_SIDE / MAX (side, 1.0);
  gdouble dpi = wanted > 0 ? wanted : MIN (PNG_DPI, largest);

  if (dpi > largest && largest >= PNG_MIN_DPI) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT,
                 "the picture is %.0f inches wide or high, which fits a bitmap up to --dpi %.0f only; "
                 "lower it, write SVG or PDF, or draw fewer nodes with --max-nodes",
                 side, floor (largest));
    return FALSE;
  }
  if (dpi < PNG_MIN_DPI && wanted == 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT,
                 "the picture would be %.0f inches wide or high, too much for a bitmap; "
                 "write SVG or PDF, or draw fewer nodes with --max-nodes",
                 side);
    return FALSE;
  }
  GD_drawing (graph)->dpi = MIN (dpi, largest);
  return TRUE;
}

/* cairo writes the time of day into a PDF, which would change the bytes of every run: "/CreationDate (D:20260119...)".
 * Only digits are changed, so that all offsets stay. */
static void
clear_date (gchar *data, gsize n_data)
{
  static const gchar key[] = "/CreationDate (D:";
  static const gchar epoch[] = "19700101000000";
  gchar *date = memmem (data, n_data, key, strlen (key));

  if (date == NULL || n_data - (gsize) (date - data) < sizeof key + sizeof epoch)
    return;
  date += strlen (key);
  for (gsize i = 0; i < strlen (epoch) && g_ascii_isdigit (date[i]); i++)
    date[i] = epoch[i];
}

static GBytes *
render_layout (Agraph_t *graph, RelFormat format, guint dpi, GError **error)
{
  char *data = NULL;
  unsigned int n_data = 0;
  GBytes *bytes;

  if (format == REL_FORMAT_PNG && !fit_bitmap (graph, dpi, error))
    return NULL;
  if (gvRenderData (context, graph, plugins[format], &data, &n_data) != 0 || data == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_INTERNAL, "Graphviz cannot write %s: %s", rel_format_get_name (format),
                 messages->len > 0 ? messages->str : "it does not say why");
    return NULL;
  }
  if (format == REL_FORMAT_PDF)
    clear_date (data, n_data);
  bytes = g_bytes_new (data, n_data);
  gvFreeRenderData (data);
  return bytes;
}

static GBytes *
lay_out_and_render (Agraph_t *graph, RelFormat format, const RelRenderOptions *options, GError **error)
{
  GBytes *bytes = NULL;

  if (context == NULL)
    context = gvContext ();
  if (gvLayout (context, graph, options->engine) == 0) {
    rel_label_place_all (graph);
    bytes = render_layout (graph, format, options->dpi, error);
    gvFreeLayout (context, graph);
  } else
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE, "Graphviz has no layout \"%s\" for this graph: %s", options->engine,
                 messages->len > 0 ? g_strchomp (messages->str) : "try dot or sfdp");
  return bytes;
}

/* What a child process works on. */
typedef struct {
  Agraph_t *graph;
  RelFormat format;
  const RelRenderOptions *options;
} Job;

static GBytes *
run_job (gpointer data, GError **error)
{
  Job *job = data;

  return lay_out_and_render (job->graph, job->format, job->options, error);
}

static GBytes *
write_dot (Agraph_t *graph)
{
  GString *text = g_string_new (NULL);

  agwrite (graph, text);
  return g_string_free_to_bytes (text);
}

GBytes *
rel_render (Agraph_t *graph, RelFormat format, const RelRenderOptions *options, gchar **warnings, GError **error)
{
  Job job = { graph, format, options };
  GBytes *bytes;
  agusererrf before;

  g_mutex_lock (&graphviz_lock);
  messages = g_string_new (NULL);
  before = agseterrf (keep_message);
  leak_check_pause ();
  if (format == REL_FORMAT_DOT)
    bytes = write_dot (graph);
  else if (options->seconds > 0)
    bytes = rel_watch_run (run_job, &job, options->seconds, error);
  else
    bytes = run_job (&job, error);
  leak_check_resume ();
  agseterrf (before);
  *warnings = messages->len > 0 ? g_strdup (g_strchomp (messages->str)) : NULL;
  g_string_free (messages, TRUE);
  messages = NULL;
  g_mutex_unlock (&graphviz_lock);
  return bytes;
}

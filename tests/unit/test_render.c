/* Pictures through Graphviz: bytes, limits, messages, and nothing smuggled in by a label. */
#include "triple_text.h"

#include <string.h>

static GBytes *
draw (const RelTripleSet *set, RelFormat format, const RelDrawOptions *options, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  RelDrawReport report = { 0 };
  gboolean done = rel_triple_set_draw (set, format, options, stream, &report, error);

  g_assert_null (report.warnings);
  g_output_stream_close (stream, NULL, NULL);
  return done ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream)) : NULL;
}

static gboolean
has_text (GBytes *bytes, const gchar *text)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text) != NULL;
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a p:q e:b, e:c ; rdfs:label \"A\" . e:b p:r e:c .");

  for (RelFormat format = REL_FORMAT_DOT; format <= REL_FORMAT_PNG; format++) {
    g_autoptr (GBytes) first = draw (set, format, NULL, NULL);
    g_autoptr (GBytes) second = draw (set, format, NULL, NULL);

    g_assert_true (g_bytes_equal (first, second));
  }
}

static void
test_png_is_png (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a p:q e:b .");
  g_autoptr (GBytes) bytes = draw (set, REL_FORMAT_PNG, NULL, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
}

static void
test_hostile_labels (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (
    "e:a rdfs:label \"<b>&amp;\\\"]; evil [label=\\\\N <script>alert(1)</script>\" ; p:q e:b .\n"
    "e:b rdfs:label \"]]>-->\\u0001\\\\\" ; rdfs:comment \"<x>&#0;\\\\E\" ; p:r <http://x/%22onload=%22> .\n"
    "p:q rdfs:label \"</TD></TABLE><IMG SRC='x'/>\" .\n"
    "<javascript:alert(1)> p:q e:a .");
  g_autoptr (GBytes) dot = draw (set, REL_FORMAT_DOT, NULL, NULL);
  g_autoptr (GBytes) svg = draw (set, REL_FORMAT_SVG, NULL, NULL);

  g_assert_false (has_text (svg, "<script"));
  g_assert_false (has_text (svg, "<IMG"));
  g_assert_false (has_text (svg, "javascript:"));
  g_assert_false (has_text (dot, "URL=\"javascript"));
  g_assert_true (has_text (svg, "&lt;script"));
  g_assert_true (has_text (svg, "\xE2\x88\x96N"));
}

static void
test_unknown_engine (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a p:q e:b .");
  g_autoptr (GError) error = NULL;
  RelDrawOptions options = { .engine = "spiral" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_false (rel_triple_set_draw (set, REL_FORMAT_SVG, &options, stream, NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "spiral"));
}

static void
test_left_out_is_said (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a p:q e:b, e:c, e:d, e:e, e:f .");
  RelDrawOptions options = { .max_nodes = 3 };
  g_autoptr (GBytes) svg = draw (set, REL_FORMAT_SVG, &options, NULL);

  g_assert_true (has_text (svg, "3 of 6 things"));
}

static void
test_nothing_and_one (void)
{
  g_autoptr (RelTripleSet) nothing = rel_triple_set_new ();
  g_autoptr (RelTripleSet) one = triples_from_turtle ("e:a rdfs:label \"alone\" .");
  g_autoptr (GBytes) empty = draw (nothing, REL_FORMAT_SVG, NULL, NULL);
  g_autoptr (GBytes) single = draw (one, REL_FORMAT_SVG, NULL, NULL);

  g_assert_true (has_text (empty, "nothing to draw"));
  g_assert_true (has_text (single, "alone"));
}

static void
test_huge_label (void)
{
  g_autofree gchar *label = g_strnfill (10000, 'w');
  g_autofree gchar *turtle = g_strdup_printf ("e:a rdfs:label \"%s\" ; p:q e:a .", label);
  g_autoptr (RelTripleSet) set = triples_from_turtle (turtle);
  g_autoptr (GBytes) svg = draw (set, REL_FORMAT_SVG, NULL, NULL);

  g_assert_true (has_text (svg, "www\xE2\x80\xA6"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/render/png-is-png", test_png_is_png);
  g_test_add_func ("/render/hostile-labels", test_hostile_labels);
  g_test_add_func ("/render/unknown-engine", test_unknown_engine);
  g_test_add_func ("/render/left-out-is-said", test_left_out_is_said);
  g_test_add_func ("/render/nothing-and-one", test_nothing_and_one);
  g_test_add_func ("/render/huge-label", test_huge_label);
  return g_test_run ();
}

/* Names, aliases and endings of the formats. */
#include <relata/writers.h>

static void
test_names (void)
{
  g_assert_cmpint (rel_format_from_name ("turtle"), ==, REL_FORMAT_TURTLE);
  g_assert_cmpint (rel_format_from_name ("TTL"), ==, REL_FORMAT_TURTLE);
  g_assert_cmpint (rel_format_from_name ("nt"), ==, REL_FORMAT_NTRIPLES);
  g_assert_cmpint (rel_format_from_name ("nq"), ==, REL_FORMAT_NQUADS);
  g_assert_cmpint (rel_format_from_name ("trig"), ==, REL_FORMAT_TRIG);
  g_assert_cmpint (rel_format_from_name ("json-ld"), ==, REL_FORMAT_JSONLD);
  g_assert_cmpint (rel_format_from_name ("klingon"), ==, -1);
  g_assert_cmpint (rel_format_from_name (""), ==, -1);
}

static void
test_every_name_leads_back (void)
{
  for (guint format = REL_FORMAT_TURTLE; format <= REL_FORMAT_TURTLE12; format++)
    g_assert_cmpint (rel_format_from_name (rel_format_get_name (format)), ==, (gint) format);
}

static void
test_endings (void)
{
  g_assert_cmpint (rel_format_from_path ("out/graph.ttl"), ==, REL_FORMAT_TURTLE);
  g_assert_cmpint (rel_format_from_path ("graph.SVG"), ==, REL_FORMAT_SVG);
  g_assert_cmpint (rel_format_from_path ("graph.v2.nq"), ==, REL_FORMAT_NQUADS);
  g_assert_cmpint (rel_format_from_path ("graph"), ==, -1);
  g_assert_cmpint (rel_format_from_path (".ttl"), ==, -1);
  g_assert_cmpint (rel_format_from_path ("ttl"), ==, -1);
}

static void
test_streaming (void)
{
  g_assert_true (rel_format_is_streaming (REL_FORMAT_NQUADS));
  g_assert_true (rel_format_is_streaming (REL_FORMAT_TSV));
  g_assert_false (rel_format_is_streaming (REL_FORMAT_TURTLE));
  g_assert_false (rel_format_is_streaming (REL_FORMAT_SVG));
}

static void
test_tsv_needs_facts (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rel_triple_set_write (set, REL_FORMAT_TSV, stream, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/names", test_names);
  g_test_add_func ("/formats/every-name-leads-back", test_every_name_leads_back);
  g_test_add_func ("/formats/endings", test_endings);
  g_test_add_func ("/formats/streaming", test_streaming);
  g_test_add_func ("/formats/tsv-needs-facts", test_tsv_needs_facts);
  return g_test_run ();
}

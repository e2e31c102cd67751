/* What XML cannot hold is an error that says so. */
#include "triple_text.h"

#include <string.h>

static void
assert_refused (RelTriple triple, const gchar *message)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  rel_triple_set_add (set, &triple);
  g_assert_false (rel_triple_set_write (set, REL_FORMAT_RDFXML, stream, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
  if (strstr (error->message, message) == NULL)
    g_error ("%s is not in %s", message, error->message);
}

static void
test_control_character (void)
{
  assert_refused (
    (RelTriple){ .subject = "http://x/s", .predicate = "http://x/p", .object = "a\001b", .is_literal = TRUE },
    "U+0001");
}

static void
test_predicate_without_name (void)
{
  assert_refused ((RelTriple){ .subject = "http://x/s", .predicate = "http://x/2026", .object = "http://x/o" },
                  "http://x/2026");
}

static void
test_grouped_and_escaped (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a a schema:Person ; rdfs:label \"A & <B>\\r\"@en ; p:q e:b .");
  g_autofree gchar *text = text_of_triples (set, REL_FORMAT_RDFXML);

  g_assert_nonnull (strstr (text, "<schema:Person rdf:about=\"http://example.org/e/a\">"));
  g_assert_nonnull (strstr (text, "A &amp; &lt;B&gt;&#xD;"));
  g_assert_nonnull (strstr (text, "<p:q rdf:resource=\"http://example.org/e/b\"/>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rdfxml/control-character", test_control_character);
  g_test_add_func ("/rdfxml/predicate-without-name", test_predicate_without_name);
  g_test_add_func ("/rdfxml/grouped-and-escaped", test_grouped_and_escaped);
  return g_test_run ();
}

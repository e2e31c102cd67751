/* Turtle, N-Triples and N-Quads: what is abbreviated, and what must not be. */
#include "triple_text.h"

#include <string.h>

static void
assert_written (const gchar *turtle, RelFormat format, const gchar *expected)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (turtle);
  g_autofree gchar *text = text_of_triples (set, format);

  if (strstr (text, expected) == NULL)
    g_error ("%s\nis not in\n%s", expected, text);
}

static void
test_one_object_per_line (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:a p:q e:c, e:b ; a e:T .");
  g_autofree gchar *text = text_of_triples (set, REL_FORMAT_TURTLE);

  g_assert_cmpstr (text, ==,
                   "@prefix e: <http://example.org/e/> .\n@prefix p: <http://example.org/p/> .\n\n"
                   "e:a\n\ta e:T ;\n\tp:q e:b ,\n\t\te:c .\n\n");
}

static void
test_local_names (void)
{
  assert_written ("e:Lee_Jae-Myung2 p:q e:b .", REL_FORMAT_TURTLE, "e:Lee_Jae-Myung2\n");
  assert_written ("<http://example.org/e/a.b> p:q e:b .", REL_FORMAT_TURTLE, "<http://example.org/e/a.b>\n");
  assert_written ("<http://example.org/e/1a> p:q e:b .", REL_FORMAT_TURTLE, "<http://example.org/e/1a>\n");
  assert_written ("<http://example.org/e/a%20b> p:q e:b .", REL_FORMAT_TURTLE, "<http://example.org/e/a%20b>\n");
  assert_written ("<http://example.org/e/> p:q e:b .", REL_FORMAT_TURTLE, "<http://example.org/e/>\n");
  assert_written ("<http://example.org/e/\xEC\x84\x9C\xEC\x9A\xB8> p:q e:b .", REL_FORMAT_TURTLE,
                  "<http://example.org/e/\xEC\x84\x9C\xEC\x9A\xB8>\n");
}

static void
test_numbers_keep_their_type (void)
{
  assert_written ("e:a p:q 5 .", REL_FORMAT_TURTLE, "p:q 5 .");
  assert_written ("e:a p:q 5.0 .", REL_FORMAT_TURTLE, "p:q 5.0 .");
  assert_written ("e:a p:q \"5\"^^xsd:decimal .", REL_FORMAT_TURTLE, "\"5\"^^xsd:decimal");
  assert_written ("e:a p:q \"1.0\"^^xsd:double .", REL_FORMAT_TURTLE, "\"1.0\"^^xsd:double");
  assert_written ("e:a p:q \"INF\"^^xsd:double .", REL_FORMAT_TURTLE, "\"INF\"^^xsd:double");
  assert_written ("e:a p:q \"many\"^^xsd:integer .", REL_FORMAT_TURTLE, "\"many\"^^xsd:integer");
  assert_written ("e:a p:q \"1\"^^xsd:boolean .", REL_FORMAT_TURTLE, "\"1\"^^xsd:boolean");
  assert_written ("e:a p:q true .", REL_FORMAT_TURTLE, "p:q true .");
}

static void
test_utf8_stays (void)
{
  assert_written ("e:a p:q \"\xEC\x9D\xB4\xEC\x9E\xAC\xEB\xAA\x85\"@ko .", REL_FORMAT_NTRIPLES,
                  "\"\xEC\x9D\xB4\xEC\x9E\xAC\xEB\xAA\x85\"@ko .\n");
  assert_written ("e:a p:q \"\xF0\x9F\x99\x82\" .", REL_FORMAT_NQUADS, "\"\xF0\x9F\x99\x82\" .\n");
}

static void
test_lines_are_triples (void)
{
  assert_written ("e:a p:q \"a\\nb\\r\\\"c\\\\\" .", REL_FORMAT_NTRIPLES, "\"a\\nb\\r\\\"c\\\\\" .\n");
}

static void
test_language_in_lower_case (void)
{
  assert_written ("e:a p:q \"colour\"@en-GB .", REL_FORMAT_TURTLE, "\"colour\"@en-gb");
  assert_written ("e:a p:q \"colour\"@en-GB .", REL_FORMAT_RDFXML, "xml:lang=\"en-gb\"");
}

static void
test_graphs (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  RelTriple triple
    = { .subject = "http://x/s", .predicate = "http://x/p", .object = "http://x/o", .graph = "http://x/1" };
  g_autofree gchar *quads = NULL, *triples = NULL;

  rel_triple_set_add (set, &triple);
  triple.graph = "http://x/2";
  rel_triple_set_add (set, &triple);
  rel_triple_set_sort (set);
  quads = text_of_triples (set, REL_FORMAT_NQUADS);
  g_assert_cmpstr (quads, ==,
                   "<http://x/s> <http://x/p> <http://x/o> <http://x/1> .\n"
                   "<http://x/s> <http://x/p> <http://x/o> <http://x/2> .\n");
  triples = text_of_triples (set, REL_FORMAT_NTRIPLES);
  g_assert_cmpstr (triples, ==, "<http://x/s> <http://x/p> <http://x/o> .\n");
}

static void
test_empty (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  g_autofree gchar *text = text_of_triples (set, REL_FORMAT_TURTLE);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serd-statements/one-object-per-line", test_one_object_per_line);
  g_test_add_func ("/serd-statements/local-names", test_local_names);
  g_test_add_func ("/serd-statements/numbers-keep-their-type", test_numbers_keep_their_type);
  g_test_add_func ("/serd-statements/utf8-stays", test_utf8_stays);
  g_test_add_func ("/serd-statements/lines-are-triples", test_lines_are_triples);
  g_test_add_func ("/serd-statements/language-in-lower-case", test_language_in_lower_case);
  g_test_add_func ("/serd-statements/graphs", test_graphs);
  g_test_add_func ("/serd-statements/empty", test_empty);
  return g_test_run ();
}

/* Triples by subject. */
#include "triple_text.h"

#include <writers/triple_index.h>

static void
test_describe (void)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle ("e:b p:q 1 . e:a p:z e:c ; a e:T ; p:q \"x\"@en, \"x\"@de .");
  g_autoptr (RelTripleIndex) index = rel_triple_index_new (set);
  RelDescription description = rel_triple_index_describe (index, "http://example.org/e/a");
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (index, &n_subjects);

  g_assert_cmpuint (n_subjects, ==, 2);
  g_assert_cmpstr (subjects[0], ==, "http://example.org/e/a");
  g_assert_cmpuint (description.n, ==, 4);
  g_assert_true (rel_description_has_type (description, "http://example.org/e/T"));
  g_assert_false (rel_description_has_type (description, "http://example.org/e/c"));
  g_assert_cmpstr (rel_description_find (description, "http://example.org/p/q")->language, ==, "de");
  g_assert_null (rel_description_find (description, "http://example.org/p/none"));
  g_assert_cmpuint (rel_triple_index_describe (index, "http://example.org/e/none").n, ==, 0);
}

static void
test_graphs_are_one (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  RelTriple triple = { .subject = "s", .predicate = "p", .object = "o", .graph = "g1" };
  g_autoptr (RelTripleIndex) index = NULL;

  rel_triple_set_add (set, &triple);
  triple.graph = "g2";
  rel_triple_set_add (set, &triple);
  index = rel_triple_index_new (set);
  g_assert_cmpuint (rel_triple_index_describe (index, "s").n, ==, 1);
  triple.graph = NULL;
  g_assert_true (rel_triple_index_contains (index, &triple));
  triple.is_literal = TRUE;
  g_assert_false (rel_triple_index_contains (index, &triple));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/triple-index/describe", test_describe);
  g_test_add_func ("/triple-index/graphs-are-one", test_graphs_are_one);
  return g_test_run ();
}

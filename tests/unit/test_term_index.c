/* The index by patterns, against a search through all triples. */
#include "writers/term_index.h"

#define N_SUBJECTS 5
#define N_PREDICATES 3
#define N_OBJECTS 4

static RelTripleSet *
make_set (void)
{
  RelTripleSet *set = rel_triple_set_new ();

  for (guint i = 0; i < N_SUBJECTS * N_PREDICATES * N_OBJECTS; i++) {
    g_autofree gchar *s = g_strdup_printf ("http://x/s%u", i % N_SUBJECTS);
    g_autofree gchar *p = g_strdup_printf ("http://x/p%u", i / 2 % N_PREDICATES);
    g_autofree gchar *o = g_strdup_printf ("http://x/%c%u", i % 7 == 0 ? 's' : 'o', i * 5 % N_OBJECTS);

    rel_triple_set_add (set, &(RelTriple){ .subject = s, .predicate = p, .object = o, .is_literal = i % 3 == 0 });
  }
  rel_triple_set_sort (set);
  return set;
}

static gboolean
fits (RelIdTriple triple, RelIdTriple pattern)
{
  return (pattern.subject == REL_TERM_ANY || pattern.subject == triple.subject)
         && (pattern.predicate == REL_TERM_ANY || pattern.predicate == triple.predicate)
         && (pattern.object == REL_TERM_ANY || pattern.object == triple.object);
}

static void
check_pattern (const RelTermIndex *index, RelIdTripleRange all, RelIdTriple pattern)
{
  RelIdTripleRange found = rel_term_index_find (index, pattern);
  gsize n_expected = 0;

  for (gsize i = 0; i < all.n; i++)
    n_expected += fits (all.triples[i], pattern) ? 1 : 0;
  g_assert_cmpuint (found.n, ==, n_expected);
  for (gsize i = 0; i < found.n; i++)
    g_assert_true (fits (found.triples[i], pattern));
}

/* Every pattern of terms that there are, bound or not. */
static void
test_patterns (void)
{
  g_autoptr (RelTripleSet) set = make_set ();
  g_autoptr (RelTermIndex) index = rel_term_index_new (set);
  RelIdTripleRange all = rel_term_index_find (index, (RelIdTriple){ 0 });
  guint32 n = rel_term_index_get_n_terms (index);

  g_assert_cmpuint (all.n, ==, set->n_triples);
  for (RelTermId s = 0; s <= n; s++)
    for (RelTermId p = 0; p <= n; p++)
      for (RelTermId o = 0; o <= n; o++)
        check_pattern (index, all, (RelIdTriple){ s, p, o });
}

static void
test_terms (void)
{
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();
  const RelTriple triples[] = {
    { .subject = "http://x/a", .predicate = "http://x/p", .object = "http://x/a", .is_literal = TRUE },
    { .subject = "http://x/a", .predicate = "http://x/p", .object = "v", .is_literal = TRUE, .language = "en-GB" },
    { .subject = "http://x/a",
      .predicate = "http://x/p",
      .object = "v",
      .is_literal = TRUE,
      .datatype = "http://www.w3.org/2001/XMLSchema#string",
      .graph = "http://x/g" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (triples); i++)
    rel_triple_set_add (set, &triples[i]);

  g_autoptr (RelTermIndex) index = rel_term_index_new (set);
  RelTermId iri = rel_term_index_find_term (index, &(RelTerm){ .value = "http://x/a" });
  RelTermId plain = rel_term_index_find_term (index, &(RelTerm){ .value = "v", .is_literal = TRUE });
  RelTermId english
    = rel_term_index_find_term (index, &(RelTerm){ .value = "v", .language = "EN-gb", .is_literal = TRUE });
  RelTermId graph = rel_term_index_find_term (index, &(RelTerm){ .value = "http://x/g" });
  RelTermId predicate = rel_term_index_find_term (index, &(RelTerm){ .value = "http://x/p" });

  g_assert_cmpuint (iri, !=, 0);
  g_assert_cmpuint (plain, !=, 0);
  g_assert_cmpuint (english, !=, 0);
  g_assert_cmpuint (plain, !=, english);
  g_assert_cmpuint (rel_term_index_find_term (index, &(RelTerm){ .value = "v" }), ==, 0);
  g_assert_cmpuint (rel_term_index_find (index, (RelIdTriple){ .object = iri }).n, ==, 0);
  g_assert_true (rel_term_index_graph_has (index, graph, (RelIdTriple){ iri, predicate, plain }));
  g_assert_false (rel_term_index_graph_has (index, graph, (RelIdTriple){ iri, predicate, english }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-index/patterns", test_patterns);
  g_test_add_func ("/term-index/terms", test_terms);
  return g_test_run ();
}

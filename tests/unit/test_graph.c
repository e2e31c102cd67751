/* Facts shared over documents: one node for one name, evidence from both, the same graph in either order. */
#include "document_builder.h"

#include <relata/triples.h>

/* "Lee met Meloni in Seoul .": a proposition with a place. */
static RelDocument *
make_meeting (const gchar *id, RelEntityType place_type, gfloat confidence)
{
  Builder *builder
    = builder_new (id, "Lee Lee PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nMeloni Meloni PROPN NNP 2 obj\n"
                       "in in ADP IN 5 case\nSeoul Seoul PROPN NNP 2 obl\n. . PUNCT . 2 punct\n");
  guint32 lee = builder_add_entity (builder, "Lee Jae Myung", REL_ENTITY_PERSON, TRUE);
  guint32 meloni = builder_add_entity (builder, "Giorgia Meloni", REL_ENTITY_PERSON, TRUE);
  guint32 seoul = builder_add_entity (builder, "Seoul", place_type, TRUE);

  builder_add_mention (builder, 0, 0, 1, 0, REL_MENTION_NAME, lee, NULL);
  builder_add_mention (builder, 0, 2, 3, 2, REL_MENTION_NAME, meloni, NULL);
  builder_add_mention (builder, 0, 4, 5, 4, REL_MENTION_NAME, seoul, NULL);

  const RelArgument arguments[] = {
    builder_make_argument (builder, REL_ROLE_SUBJECT, 0, 1, 0, NULL),
    builder_make_argument (builder, REL_ROLE_OBJECT, 2, 3, 2, NULL),
    builder_make_argument (builder, REL_ROLE_PLACE, 3, 5, 4, "in"),
  };
  builder_add_proposition (builder, 0, "meet", 1, 2, arguments, 3)->confidence = confidence;
  return builder_finish (builder);
}

static const RelGraphOptions plain_options = { .facts = REL_FACTS_EVENT, .provenance = REL_PROVENANCE_SENTENCE };

static void
test_merge (void)
{
  g_autoptr (RelDocument) a = make_meeting ("a", REL_ENTITY_PLACE, 0.5f);
  g_autoptr (RelDocument) b = make_meeting ("b", REL_ENTITY_PLACE, 0.5f);
  g_autoptr (RelGraph) graph = rel_graph_new (NULL, &plain_options);
  guint n_facts = 0, n_nodes = 0;

  rel_graph_add_document (graph, b);
  rel_graph_add_document (graph, a);

  const RelFact *const *facts = rel_graph_get_facts (graph, &n_facts);

  rel_graph_get_nodes (graph, &n_nodes);
  g_assert_cmpuint (n_facts, ==, 1);
  g_assert_cmpuint (n_nodes, ==, 3);
  g_assert_cmpstr (facts[0]->subject->iri, ==, "https://example.org/relata/entity/Lee_Jae_Myung");
  g_assert_cmpstr (facts[0]->predicate->label, ==, "met");
  g_assert_cmpstr (facts[0]->object->label, ==, "Giorgia Meloni");
  g_assert_cmpstr (facts[0]->place->label, ==, "Seoul");
  g_assert_true (facts[0]->asserted);
  g_assert_cmpuint (facts[0]->n_evidence, ==, 2);
  g_assert_cmpstr (facts[0]->evidence[0].document, ==, "a");
  g_assert_cmpfloat_with_epsilon (facts[0]->confidence, 0.75f, 1e-6f);
}

static void
test_types_stay_apart (void)
{
  g_autoptr (RelDocument) a = make_meeting ("a", REL_ENTITY_PLACE, 0.5f);
  g_autoptr (RelDocument) b = make_meeting ("b", REL_ENTITY_ORGANIZATION, 0.5f);
  g_autoptr (RelGraph) graph = rel_graph_new (NULL, &plain_options);
  guint n_nodes = 0;

  rel_graph_add_document (graph, a);
  rel_graph_add_document (graph, b);
  rel_graph_get_nodes (graph, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 4);
}

static void
test_min_confidence (void)
{
  g_autoptr (RelDocument) a = make_meeting ("a", REL_ENTITY_PLACE, 0.5f);
  g_autoptr (RelDocument) b = make_meeting ("b", REL_ENTITY_PLACE, 0.5f);
  RelGraphOptions options = { .min_confidence = 0.6f };
  g_autoptr (RelGraph) graph = rel_graph_new (NULL, &options);
  guint n_facts = 0, n_nodes = 0;

  rel_graph_add_document (graph, a);
  rel_graph_get_facts (graph, &n_facts);
  rel_graph_get_nodes (graph, &n_nodes);
  g_assert_cmpuint (n_facts, ==, 0);
  g_assert_cmpuint (n_nodes, ==, 0);
  rel_graph_add_document (graph, b);
  rel_graph_get_facts (graph, &n_facts);
  g_assert_cmpuint (n_facts, ==, 1);
}

/* What a graph holds, in a form that can be compared. */
static gchar *
print_triples (RelGraph *graph)
{
  RelTripleSet *set = rel_graph_to_triples (graph, FALSE);
  GString *lines = g_string_new (NULL);

  for (gsize i = 0; i < set->n_triples; i++)
    g_string_append_printf (lines, "%s %s %s\n", set->triples[i].subject, set->triples[i].predicate,
                            set->triples[i].object);
  rel_triple_set_free (set);
  return g_string_free (lines, FALSE);
}

static void
test_order_does_not_matter (void)
{
  g_autoptr (RelDocument) a = make_meeting ("a", REL_ENTITY_PLACE, 0.3f);
  g_autoptr (RelDocument) b = make_meeting ("b", REL_ENTITY_ORGANIZATION, 0.7f);
  g_autoptr (RelDocument) c = make_meeting ("c", REL_ENTITY_PLACE, 0.6f);
  g_autoptr (RelGraph) forth = rel_graph_new (NULL, &plain_options);
  g_autoptr (RelGraph) back = rel_graph_new (NULL, &plain_options);

  rel_graph_add_document (forth, a);
  rel_graph_add_document (forth, b);
  rel_graph_add_document (forth, c);
  rel_graph_add_document (back, c);
  rel_graph_add_document (back, b);
  rel_graph_add_document (back, a);

  g_autofree gchar *left = print_triples (forth);
  g_autofree gchar *right = print_triples (back);
  g_assert_cmpstr (left, ==, right);
  g_assert_nonnull (strstr (left, "entity/Seoul-organization"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/merge", test_merge);
  g_test_add_func ("/graph/types-stay-apart", test_types_stay_apart);
  g_test_add_func ("/graph/min-confidence", test_min_confidence);
  g_test_add_func ("/graph/order-does-not-matter", test_order_does_not_matter);
  return g_test_run ();
}

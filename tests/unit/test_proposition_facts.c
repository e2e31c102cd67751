/* What facts a proposition gives: coordination, passives, oblique objects, and what is left unasserted. */
#include "document_builder.h"

#include <relata/triples.h>

typedef struct {
  RelGraph *graph;
  RelDocument *document;
} Fixture;

/* The fact as "subject | predicate | object", "+" when asserted. */
static gchar *
print_fact (const RelFact *fact)
{
  return g_strdup_printf ("%s | %s | %s%s", fact->subject->label, fact->predicate->label,
                          fact->object != NULL ? fact->object->label : "", fact->asserted ? " +" : "");
}

static void
assert_has_fact (RelGraph *graph, const gchar *expected)
{
  guint n_facts = 0;
  const RelFact *const *facts = rel_graph_get_facts (graph, &n_facts);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n_facts; i++) {
    g_autofree gchar *line = print_fact (facts[i]);

    if (strcmp (line, expected) == 0)
      return;
    g_string_append_printf (all, "  %s\n", line);
  }
  g_error ("no fact '%s' among\n%s", expected, all->str);
}

static void
fixture_finish (Fixture *fixture, Builder *builder, gboolean assert_reported)
{
  RelGraphOptions options = { .facts = REL_FACTS_EVENT, .assert_reported = assert_reported };

  fixture->document = builder_finish (builder);
  fixture->graph = rel_graph_new (NULL, &options);
  rel_graph_add_document (fixture->graph, fixture->document);
}

static void
fixture_clear (Fixture *fixture)
{
  rel_graph_free (fixture->graph);
  rel_document_free (fixture->document);
}

/* "Korea and Italy signed three pacts on chips ." */
static Builder *
build_signing (void)
{
  Builder *builder
    = builder_new ("signing", "Korea Korea PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nItaly Italy PROPN NNP 1 conj\n"
                              "signed sign VERB VBD 0 root\nthree three NUM CD 6 nummod\npacts pact NOUN NNS 4 obj\n"
                              "on on ADP IN 8 case\nchips chip NOUN NNS 6 nmod\n. . PUNCT . 4 punct\n");
  guint32 korea = builder_add_entity (builder, "South Korea", REL_ENTITY_PLACE, TRUE);
  guint32 italy = builder_add_entity (builder, "Italy", REL_ENTITY_PLACE, TRUE);
  guint32 pacts = builder_add_entity (builder, "three pacts on chips", REL_ENTITY_ABSTRACT, FALSE);
  guint32 chips = builder_add_entity (builder, "chips", REL_ENTITY_OBJECT, FALSE);

  builder_add_mention (builder, 0, 0, 1, 0, REL_MENTION_NAME, korea, NULL);
  builder_add_mention (builder, 0, 2, 3, 2, REL_MENTION_NAME, italy, NULL);
  builder_add_mention (builder, 0, 4, 8, 5, REL_MENTION_NOMINAL, pacts, NULL);
  builder_add_mention (builder, 0, 7, 8, 7, REL_MENTION_NOMINAL, chips, NULL);

  const RelArgument arguments[] = {
    builder_make_argument (builder, REL_ROLE_SUBJECT, 0, 3, 0, NULL),
    builder_make_argument (builder, REL_ROLE_OBJECT, 4, 8, 5, NULL),
  };
  builder_add_proposition (builder, 0, "sign", 3, 4, arguments, 2);
  return builder;
}

static void
test_coordination (void)
{
  Fixture fixture;

  fixture_finish (&fixture, build_signing (), FALSE);
  assert_has_fact (fixture.graph, "South Korea | signed | three pacts on chips +");
  assert_has_fact (fixture.graph, "Italy | signed | three pacts on chips +");
  assert_has_fact (fixture.graph, "Italy | signed pacts on | chips +");
  fixture_clear (&fixture);
}

static void
test_reported (void)
{
  Fixture fixture;
  Builder *builder = build_signing ();

  g_array_index (builder->propositions, RelProposition, 0).source_text = "a newspaper";
  fixture_finish (&fixture, builder, FALSE);
  assert_has_fact (fixture.graph, "Italy | signed | three pacts on chips");
  fixture_clear (&fixture);

  builder = build_signing ();
  g_array_index (builder->propositions, RelProposition, 0).source_text = "a newspaper";
  fixture_finish (&fixture, builder, TRUE);
  assert_has_fact (fixture.graph, "Italy | signed | three pacts on chips +");
  fixture_clear (&fixture);
}

static void
test_not_asserted (void)
{
  Fixture fixture;
  Builder *builder = build_signing ();

  g_array_index (builder->propositions, RelProposition, 0).modality = REL_MODALITY_PLANNED;
  fixture_finish (&fixture, builder, TRUE);
  assert_has_fact (fixture.graph, "Italy | signed | three pacts on chips");
  fixture_clear (&fixture);

  builder = build_signing ();
  g_array_index (builder->propositions, RelProposition, 0).polarity = REL_POLARITY_NEGATIVE;
  fixture_finish (&fixture, builder, TRUE);
  assert_has_fact (fixture.graph, "Italy | signed | three pacts on chips");
  fixture_clear (&fixture);
}

/* "It was built by Eiffel in 1889 .": turned round, with its time; "it" is the tower. */
static void
test_passive (void)
{
  Fixture fixture;
  Builder *builder
    = builder_new ("tower", "It it PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\n"
                            "built build VERB VBN 0 root\nby by ADP IN 5 case\nEiffel Eiffel PROPN NNP 3 obl:agent\n"
                            "in in ADP IN 7 case\n1889 1889 NUM CD 3 obl\n. . PUNCT . 3 punct\n");
  guint32 tower = builder_add_entity (builder, "Eiffel Tower", REL_ENTITY_OBJECT, TRUE);
  guint32 eiffel = builder_add_entity (builder, "Gustave Eiffel", REL_ENTITY_PERSON, TRUE);
  guint32 year = builder_add_entity (builder, "1889", REL_ENTITY_TIME, FALSE);
  guint n_facts = 0;

  builder_add_mention (builder, 0, 0, 1, 0, REL_MENTION_NAME, tower, NULL);
  builder_add_mention (builder, 0, 4, 5, 4, REL_MENTION_NAME, eiffel, NULL);
  builder_add_mention (builder, 0, 6, 7, 6, REL_MENTION_TIME, year, "1889");

  const RelArgument arguments[] = {
    builder_make_argument (builder, REL_ROLE_SUBJECT, 0, 1, 0, NULL),
    builder_make_argument (builder, REL_ROLE_OBLIQUE, 4, 5, 4, "by"),
    builder_make_argument (builder, REL_ROLE_TIME, 5, 7, 6, "in"),
  };
  builder_add_proposition (builder, 0, "build", 1, 4, arguments, 3)->passive = TRUE;
  fixture_finish (&fixture, builder, FALSE);
  assert_has_fact (fixture.graph, "Gustave Eiffel | built | Eiffel Tower +");

  const RelFact *const *facts = rel_graph_get_facts (fixture.graph, &n_facts);
  g_assert_cmpuint (n_facts, ==, 1);
  g_assert_cmpstr (facts[0]->time, ==, "1889");
  fixture_clear (&fixture);
}

/* "They met": nobody to tell it of. */
static void
test_unresolved_pronoun (void)
{
  Fixture fixture;
  Builder *builder = builder_new ("they", "They they PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n");
  const RelArgument arguments[] = { builder_make_argument (builder, REL_ROLE_SUBJECT, 0, 1, 0, NULL) };
  guint n_facts = 0;

  builder_add_proposition (builder, 0, "leave", 1, 2, arguments, 1);
  fixture_finish (&fixture, builder, FALSE);
  rel_graph_get_facts (fixture.graph, &n_facts);
  g_assert_cmpuint (n_facts, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposition-facts/coordination", test_coordination);
  g_test_add_func ("/proposition-facts/reported", test_reported);
  g_test_add_func ("/proposition-facts/not-asserted", test_not_asserted);
  g_test_add_func ("/proposition-facts/passive", test_passive);
  g_test_add_func ("/proposition-facts/unresolved-pronoun", test_unresolved_pronoun);
  return g_test_run ();
}

/* The graph as RDF: what is asserted directly, what hangs on statements and events, and how much that costs. */
#include "document_builder.h"

#include <relata/triples.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define REL "https://w3id.org/relata/ns#"
#define PROV "http://www.w3.org/ns/prov#"
#define SEM "http://semanticweb.cs.vu.nl/2009/11/sem/"

/* "Ada founded Acme in 1999 .", planned and said by Bo when told so. */
static RelDocument *
make_document (const gchar *id, RelModality modality, gboolean reported)
{
  Builder *builder = builder_new (
    id, "Ada Ada PROPN NNP 2 nsubj\nfounded found VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj\n"
        "in in ADP IN 5 case\n1999 1999 NUM CD 2 obl\nBo Bo PROPN NNP 2 parataxis\n. . PUNCT . 2 punct\n");
  guint32 ada = builder_add_entity (builder, "Ada Example", REL_ENTITY_PERSON, TRUE);
  guint32 acme = builder_add_entity (builder, "Acme", REL_ENTITY_ORGANIZATION, TRUE);
  guint32 year = builder_add_entity (builder, "1999", REL_ENTITY_TIME, FALSE);
  guint32 bo = builder_add_entity (builder, "Bo", REL_ENTITY_PERSON, TRUE);

  builder_add_mention (builder, 0, 0, 1, 0, REL_MENTION_NAME, ada, NULL);
  builder_add_mention (builder, 0, 2, 3, 2, REL_MENTION_NAME, acme, NULL);
  builder_add_mention (builder, 0, 4, 5, 4, REL_MENTION_TIME, year, "1999");
  builder_add_mention (builder, 0, 5, 6, 5, REL_MENTION_NAME, bo, NULL);

  const RelArgument arguments[] = {
    builder_make_argument (builder, REL_ROLE_SUBJECT, 0, 1, 0, NULL),
    builder_make_argument (builder, REL_ROLE_OBJECT, 2, 3, 2, NULL),
    builder_make_argument (builder, REL_ROLE_TIME, 3, 5, 4, "in"),
  };
  RelProposition *proposition = builder_add_proposition (builder, 0, "found", 1, 2, arguments, 3);
  proposition->modality = modality;
  proposition->source = reported ? 5 : -1;
  return builder_finish (builder);
}

static RelTripleSet *
make_triples (const RelDocument *document, RelGraphOptions options, gboolean with_graphs)
{
  g_autoptr (RelGraph) graph = rel_graph_new (NULL, &options);

  rel_graph_add_document (graph, document);
  return rel_graph_to_triples (graph, with_graphs);
}

/* The object of the first triple with @predicate whose subject holds @subject; NULL: none. */
static const gchar *
find_object (const RelTripleSet *set, const gchar *subject, const gchar *predicate)
{
  for (gsize i = 0; i < set->n_triples; i++)
    if (strstr (set->triples[i].subject, subject) != NULL && strcmp (set->triples[i].predicate, predicate) == 0)
      return set->triples[i].object;
  return NULL;
}

static gsize
count_subjects (const RelTripleSet *set, const gchar *part)
{
  gsize n = 0;

  for (gsize i = 0; i < set->n_triples; i++)
    n += strstr (set->triples[i].subject, part) != NULL;
  return n;
}

static void
test_asserted (void)
{
  g_autoptr (RelDocument) document = make_document ("d", REL_MODALITY_FACT, FALSE);
  RelGraphOptions options = { .facts = REL_FACTS_EVENT, .provenance = REL_PROVENANCE_SENTENCE, .program = "relata 0" };
  g_autoptr (RelTripleSet) set = make_triples (document, options, FALSE);

  g_assert_cmpstr (find_object (set, "/Ada_Example", "https://example.org/relata/predicate/found"), ==,
                   "https://example.org/relata/entity/Acme-organization");
  g_assert_cmpstr (find_object (set, "/fact/", RDF "type"), ==, RDF "Statement");
  g_assert_nonnull (strstr (find_object (set, "/fact/", PROV "wasDerivedFrom"), "/doc/d#char=0,"));
  g_assert_cmpstr (find_object (set, "/event/", "https://schema.org/startDate"), ==, "1999");
  g_assert_cmpstr (find_object (set, "#activity", REL "program"), ==, "relata 0");
  /* 7 of the statement, 5 of the event, the direct triple: the cost that the README promises. */
  g_assert_cmpuint (count_subjects (set, "/fact/") + count_subjects (set, "/event/") + 1, <=, 14);
}

static void
test_planned (void)
{
  g_autoptr (RelDocument) document = make_document ("d", REL_MODALITY_PLANNED, TRUE);
  RelGraphOptions options = { .facts = REL_FACTS_EVENT };
  g_autoptr (RelTripleSet) set = make_triples (document, options, FALSE);
  RelGraphOptions plain = { .facts = REL_FACTS_PLAIN };
  g_autoptr (RelTripleSet) nothing = make_triples (document, plain, FALSE);

  g_assert_null (find_object (set, "/Ada_Example", "https://example.org/relata/predicate/found"));
  g_assert_cmpstr (find_object (set, "/fact/", REL "modality"), ==, REL "Planned");
  g_assert_cmpstr (find_object (set, "/fact/", PROV "wasAttributedTo"), ==, "https://example.org/relata/entity/Bo");
  g_assert_null (find_object (set, "/fact/", PROV "wasDerivedFrom"));
  g_assert_cmpuint (nothing->n_triples, ==, 0);
}

static void
test_models (void)
{
  g_autoptr (RelDocument) document = make_document ("d", REL_MODALITY_FACT, FALSE);
  RelGraphOptions options = { .facts = REL_FACTS_STATEMENT, .provenance = REL_PROVENANCE_DOCUMENT };
  g_autoptr (RelTripleSet) statements = make_triples (document, options, FALSE);

  g_assert_null (find_object (statements, "/event/", RDF "type"));
  g_assert_cmpstr (find_object (statements, "/fact/", PROV "wasDerivedFrom"), ==, "https://example.org/relata/doc/d");
  g_assert_cmpuint (count_subjects (statements, "/fact/"), <=, 8);
}

static void
test_named_graphs (void)
{
  g_autoptr (RelDocument) a = make_document ("a", REL_MODALITY_FACT, FALSE);
  g_autoptr (RelDocument) b = make_document ("b", REL_MODALITY_FACT, FALSE);
  RelGraphOptions options = { .facts = REL_FACTS_EVENT, .provenance = REL_PROVENANCE_SENTENCE };
  g_autoptr (RelGraph) both = rel_graph_new (NULL, &options);

  rel_graph_add_document (both, b);
  rel_graph_add_document (both, a);

  /* Each named graph is what its document alone would give, so that documents can be written one by one. */
  g_autoptr (RelTripleSet) together = rel_graph_to_triples (both, TRUE);
  g_autoptr (RelTripleSet) first = make_triples (a, options, TRUE);
  g_autoptr (RelTripleSet) second = make_triples (b, options, TRUE);
  g_assert_cmpuint (together->n_triples, ==, first->n_triples + second->n_triples);
  for (gsize i = 0; i < together->n_triples; i++) {
    const RelTriple *alone = i < first->n_triples ? &first->triples[i] : &second->triples[i - first->n_triples];

    g_assert_cmpstr (together->triples[i].graph, ==, alone->graph);
    g_assert_cmpstr (together->triples[i].subject, ==, alone->subject);
    g_assert_cmpstr (together->triples[i].object, ==, alone->object);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rdf-model/asserted", test_asserted);
  g_test_add_func ("/rdf-model/planned", test_planned);
  g_test_add_func ("/rdf-model/models", test_models);
  g_test_add_func ("/rdf-model/named-graphs", test_named_graphs);
  return g_test_run ();
}

/* Wordings and properties: what fits which ends, roles with more words, the user's own properties, broken hierarchies. */
#include "triples/property_match.h"

#include <glib/gstdio.h>

#define HEAD                                                                                                           \
  "@prefix rel: <https://w3id.org/relata/ns#> .\n@prefix x: <http://example.org/> .\n@prefix schema: "                 \
  "<https://schema.org/> .\n"                                                                                          \
  "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"         \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix skos: "                                       \
  "<http://www.w3.org/2004/02/skos/core#> .\n"                                                                         \
  "@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .\n"

static const gchar ours[] = HEAD
  "schema:Person a rdfs:Class .\nschema:Place a rdfs:Class .\nx:City a rdfs:Class ; rdfs:subClassOf schema:Place .\n"
  "rel:left a owl:ObjectProperty ; rdfs:label \"left\"@en ; rdfs:range schema:Place .\n"
  "rel:quit a owl:ObjectProperty ; rdfs:label \"quit\"@en .\n"
  "rel:born a owl:ObjectProperty ; rdfs:label \"was born in\"@en ; skos:altLabel \"birth place\"@en ;\n"
  "  rdfs:range schema:Place ; rdfs:subPropertyOf schema:birthPlace .\n"
  "rel:partner a owl:ObjectProperty ; rdfs:label \"is partner of\"@en ; owl:inverseOf rel:hasPartner .\n"
  "rel:hasPartner a owl:ObjectProperty ; rdfs:label \"has partner\"@en ; skos:altLabel \"associate\"@en .\n"
  "rel:loopA rdfs:subClassOf rel:loopB . rel:loopB rdfs:subClassOf rel:loopA .\n"
  "rel:odd a owl:ObjectProperty ; rdfs:range rel:loopA .\n"
  "x:of a rel:FramePreposition ; rdfs:label \"of\"@en . x:for a rel:FramePreposition ; rdfs:label \"for\"@en .\n"
  "x:1 a ontolex:LexicalEntry ; rdfs:label \"leave\"@en ; ontolex:denotes rel:quit, rel:left .\n"
  "x:2 a ontolex:LexicalEntry ; rdfs:label \"be born in\"@en ; ontolex:denotes rel:born .\n"
  "x:3 a ontolex:LexicalEntry ; rdfs:label \"be partner of\"@en ; ontolex:denotes rel:partner .\n"
  "x:4 a ontolex:LexicalEntry ; rdfs:label \"depart\"@en ; rel:narrows rel:left .\n"
  "x:5 a ontolex:LexicalEntry ; rdfs:label \"be odd\"@en ; ontolex:denotes rel:odd .\n";

static const RelNode person = { .iri = "e:ada", .label = "Ada", .type_iri = "https://schema.org/Person" };
static const RelNode place = { .iri = "e:oslo", .label = "Oslo", .type_iri = "https://schema.org/Place" };
static const RelNode unknown = { .iri = "e:x", .label = "X" };
static const RelNode text = { .label = "X", .value = "X" };

/* A lexicon of ours and, where not NULL, the @given file. */
static RelLexicon *
make_lexicon (const gchar *given)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *folder = g_dir_make_tmp ("relata-match-XXXXXX", NULL);
  g_autofree gchar *path = g_build_filename (folder, "a.ttl", NULL);
  g_autofree gchar *own = g_strconcat (folder, "-given.ttl", NULL);
  g_autofree gchar *whole = g_strconcat (HEAD, given != NULL ? given : "", NULL);
  const gchar *const files[] = { own, NULL };
  RelLexicon *lexicon = NULL;

  g_assert_true (g_file_set_contents (path, ours, -1, NULL));
  g_assert_true (g_file_set_contents (own, whole, -1, NULL));
  lexicon = rel_lexicon_new (folder, files, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (own);
  g_rmdir (folder);
  return lexicon;
}

static RelPropertyMatch
match (const RelLexicon *lexicon, const gchar *key, const gchar *label, const RelNode *subject, const RelNode *object)
{
  return rel_property_match (lexicon, &(RelPredicateDraft){ .key = key, .label = label }, subject, object);
}

#define NS "https://w3id.org/relata/ns#"

static void
test_ends (void)
{
  g_autoptr (RelLexicon) lexicon = make_lexicon (NULL);

  g_assert_cmpstr (match (lexicon, "leave", "left", &person, &place).iri, ==, NS "left"); /* says more of its ends */
  g_assert_cmpstr (match (lexicon, "leave", "left", &person, &person).iri, ==, NS "quit");
  g_assert_cmpstr (match (lexicon, "be born in", "was born in", &person, &unknown).iri, ==, NS "born");
  g_assert_null (match (lexicon, "be born in", "was born in", &person, &person).iri);
  g_assert_null (match (lexicon, "sing", "sang", &person, &place).iri);
  g_assert_true (match (lexicon, "leave", "left", &person, &place).is_same);
  g_assert_false (match (lexicon, "depart", "departed", &person, &place).is_same);
  g_assert_cmpstr (match (lexicon, "depart", "departed", &person, &place).iri, ==, NS "left");
}

static void
test_roles (void)
{
  g_autoptr (RelLexicon) lexicon = make_lexicon (NULL);
  RelPropertyMatch narrow = match (lexicon, "be third-largest trading partner of", "is …", &place, &place);

  g_assert_cmpstr (narrow.iri, ==, NS "partner");
  g_assert_false (narrow.is_same);
  g_assert_null (match (lexicon, "be candidate for partner of", "is …", &person, &place).iri);
}

static void
test_given (void)
{
  g_autoptr (RelLexicon) lexicon
    = make_lexicon ("x:bp a owl:ObjectProperty ; rdfs:label \"Birth Place\" .\nx:associate a rdf:Property .\n"
                    "x:ruler a owl:ObjectProperty ; rdfs:label \"ruler\" ; rdfs:domain x:Kingdom .\n"
                    "x:madeBy a owl:ObjectProperty .\n");
  RelPropertyMatch found = match (lexicon, "be born in", "was born in", &person, &place);

  g_assert_cmpstr (found.iri, ==, "http://example.org/bp");
  g_assert_true (found.is_given && found.is_same && !found.reversed);

  found = match (lexicon, "be partner of", "is partner of", &person, &person); /* named like the inverse of ours */
  g_assert_cmpstr (found.iri, ==, "http://example.org/associate");
  g_assert_true (found.reversed);

  found = match (lexicon, "be ruler of", "is ruler of", &person, &place); /* its domain is no class of ours */
  g_assert_cmpstr (found.iri, ==, "http://example.org/ruler");
  g_assert_true (found.reversed);

  found = match (lexicon, "make", "made", &person, &unknown);
  g_assert_cmpstr (found.iri, ==, "http://example.org/madeBy");
  g_assert_true (found.reversed);
  g_assert_null (match (lexicon, "make", "made", &person, &text).iri); /* nobody makes by a literal */
}

static void
test_cycle (void)
{
  g_autoptr (RelLexicon) lexicon = make_lexicon ("x:C rdfs:subClassOf x:D . x:D rdfs:subClassOf x:C .\n");

  match (lexicon, "be odd", "is odd", &person, &place); /* ends */
  g_assert_cmpstr (rel_property_get_wording (lexicon, NS "born"), ==, "be born in");
  g_assert_null (rel_property_get_wording (lexicon, NS "nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property_match/ends", test_ends);
  g_test_add_func ("/property_match/roles", test_roles);
  g_test_add_func ("/property_match/given", test_given);
  g_test_add_func ("/property_match/cycle", test_cycle);
  return g_test_run ();
}

/* RDF to the things, edges and lines of a picture. */
#include "triple_text.h"

#include <string.h>
#include <writers/drawing.h>

#define LEE "e:Lee a schema:Person ; rdfs:label \"Lee\"@en .\n"
#define ITALY "e:Italy a schema:Place ; rdfs:label \"Italy\"@en .\n"
#define STATEMENT "f:1 a rdf:Statement ; rdf:subject e:Lee ; rdf:predicate p:visited ; rdf:object e:Italy .\n"

typedef struct {
  RelTripleSet *set;
  RelDrawing *drawing;
} Picture;

static Picture
draw (const gchar *turtle)
{
  Picture picture = { triples_from_turtle (turtle), NULL };

  picture.drawing = rel_drawing_new (picture.set);
  return picture;
}

static void
picture_clear (Picture *self)
{
  rel_drawing_free (self->drawing);
  rel_triple_set_free (self->set);
}

/* Draws @turtle, which has one edge, and checks how it looks. */
static void
assert_edge (const gchar *turtle, RelLineStyle style, const gchar *label, const gchar *qualifier)
{
  Picture picture = draw (turtle);
  const RelDrawingFact *fact;

  g_assert_cmpuint (picture.drawing->n_edges, ==, 1);
  g_assert_cmpint (picture.drawing->edges[0].style, ==, style);
  g_assert_cmpuint (picture.drawing->edges[0].facts->len, ==, 1);
  fact = g_ptr_array_index (picture.drawing->edges[0].facts, 0);
  g_assert_cmpstr (fact->label, ==, label);
  g_assert_cmpstr (fact->qualifier, ==, qualifier);
  picture_clear (&picture);
}

static void
test_styles (void)
{
  assert_edge (LEE ITALY "e:Lee p:visited e:Italy .", REL_LINE_ASSERTED, "visited", "");
  assert_edge (LEE ITALY STATEMENT "e:Lee p:visited e:Italy .", REL_LINE_ASSERTED, "visited", "");
  assert_edge (LEE ITALY STATEMENT "f:1 rel:modality rel:Planned .", REL_LINE_UNCERTAIN, "visited", "planned");
  assert_edge (LEE ITALY STATEMENT "f:1 prov:wasAttributedTo e:Lee .", REL_LINE_REPORTED, "visited", "says Lee");
  assert_edge (LEE ITALY STATEMENT "f:1 rel:polarity rel:Negative .", REL_LINE_NEGATED, "visited", "");
  assert_edge (LEE ITALY STATEMENT "f:1 rel:polarity rel:Negative ; rel:modality rel:Planned .", REL_LINE_NEGATED,
               "visited", "");
}

static void
test_time_and_place (void)
{
  assert_edge (LEE ITALY STATEMENT
               "e:Lee p:visited e:Italy . f:1 rel:event ev:1 . ev:1 a sem:Event ; sem:hasActor e:Lee ;"
               " sem:hasPlace e:Italy ; schema:startDate \"2012\"^^xsd:gYear ; schema:endDate \"2014\"^^xsd:gYear .",
               REL_LINE_ASSERTED, "visited",
               "2012\xE2\x80\x93"
               "2014, Italy");
}

static void
test_further_participants (void)
{
  assert_edge (
    LEE ITALY STATEMENT
    "e:Lee p:visited e:Italy . f:1 rel:event ev:1 . ev:1 a sem:Event ; sem:hasActor e:Lee, e:Ann, e:Italy .\n"
    "e:Ann rdfs:label \"Ann\" .",
    REL_LINE_ASSERTED, "visited", "with Ann");
}

static void
test_bookkeeping_is_hidden (void)
{
  Picture picture
    = draw (LEE ITALY STATEMENT "e:Lee p:visited e:Italy . p:visited rdfs:label \"went to\" ; a rdf:Property .\n"
                                "f:1 prov:wasDerivedFrom <http://example.org/d#1> ; rel:confidence 0.5 .\n"
                                "<http://example.org/d#1> a nif:Sentence ; nif:anchorOf \"Lee went to Italy.\" ;"
                                " nif:referenceContext <http://example.org/d> .\n"
                                "<http://example.org/d> a nif:Context ; rdfs:label \"a report\" .");
  const RelDrawingFact *fact = g_ptr_array_index (picture.drawing->edges[0].facts, 0);

  g_assert_cmpuint (picture.drawing->n_nodes, ==, 2);
  g_assert_cmpuint (picture.drawing->n_edges, ==, 1);
  g_assert_cmpstr (fact->label, ==, "went to");
  g_assert_cmpstr (fact->evidence, ==, "Lee went to Italy.");
  picture_clear (&picture);
}

static void
test_parallel_edges (void)
{
  Picture picture
    = draw (LEE ITALY "e:Lee p:visited e:Italy ; p:praised e:Italy . e:Italy p:honoured e:Lee .\n"
                      "f:2 a rdf:Statement ; rdf:subject e:Lee ; rdf:predicate p:left ; rdf:object e:Italy ;"
                      " rel:modality rel:Possible .");
  const RelDrawing *drawing = picture.drawing;

  g_assert_cmpuint (drawing->n_edges, ==, 3); /* there, perhaps there, back */
  g_assert_cmpstr (drawing->nodes[0].label, ==, "Italy");
  g_assert_cmpuint (drawing->nodes[0].degree, ==, 3);
  g_assert_cmpuint (drawing->edges[1].facts->len, ==, 2);
  picture_clear (&picture);
}

static void
test_literals_are_inside (void)
{
  Picture picture = draw (LEE "e:Lee p:born 1963 ; p:retired true ; rdfs:comment \"a politician\" .");
  const RelDrawingNode *node = &picture.drawing->nodes[0];
  const RelDrawingFact *first, *second;

  g_assert_cmpuint (picture.drawing->n_nodes, ==, 1);
  g_assert_cmpuint (picture.drawing->n_edges, ==, 0);
  g_assert_cmpuint (node->lines->len, ==, 2);
  first = g_ptr_array_index (node->lines, 0);
  second = g_ptr_array_index (node->lines, 1);
  g_assert_cmpstr (first->label, ==, "born");
  g_assert_cmpstr (first->object, ==, "1963");
  g_assert_cmpstr (second->label, ==, "retired");
  g_assert_null (second->object);
  g_assert_cmpstr (node->comment, ==, "a politician");
  picture_clear (&picture);
}

static void
assert_label (const gchar *turtle, const gchar *expected)
{
  Picture picture = draw (turtle);

  g_assert_cmpuint (picture.drawing->n_nodes, ==, 1);
  g_assert_cmpstr (picture.drawing->nodes[0].label, ==, expected);
  picture_clear (&picture);
}

static void
test_labels (void)
{
  assert_label ("e:a rdfs:label \"Rom\"@de, \"Rome\"@en .", "Rome");
  assert_label ("e:a schema:name \"name\" ; rdfs:label \"label\" .", "label");
  assert_label ("e:a <http://xmlns.com/foaf/0.1/name> \"Ann\" .", "Ann");
  assert_label ("e:Ann_Lee p:age 5 .", "Ann Lee");
  assert_label ("e:Ann_Lee rdfs:label \"\" .", "Ann Lee");
  assert_label ("[] a schema:PostalAddress ; p:code 5 .", "(Postal address)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/styles", test_styles);
  g_test_add_func ("/drawing/time-and-place", test_time_and_place);
  g_test_add_func ("/drawing/further-participants", test_further_participants);
  g_test_add_func ("/drawing/bookkeeping-is-hidden", test_bookkeeping_is_hidden);
  g_test_add_func ("/drawing/parallel-edges", test_parallel_edges);
  g_test_add_func ("/drawing/literals-are-inside", test_literals_are_inside);
  g_test_add_func ("/drawing/labels", test_labels);
  return g_test_run ();
}

/* Pages: one file, nothing from elsewhere, no markup out of labels, the same bytes twice. */
#include "triple_text.h"

#include <string.h>

#define SENTENCE                                                                                                       \
  "f:1 a rdf:Statement ; rdf:subject e:Lee ; rdf:predicate p:met ; rdf:object e:Ann ; prov:wasDerivedFrom e:d1 .\n"    \
  "e:d1 a nif:Sentence ; nif:anchorOf \"Lee met Ann.\" ; nif:beginIndex 7 ; nif:endIndex 19 ; nif:referenceContext "   \
  "e:d .\n"

static gchar *
make_page (const gchar *turtle, const RelDrawOptions *options)
{
  g_autoptr (RelTripleSet) set = triples_from_turtle (turtle);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  rel_triple_set_draw (set, REL_FORMAT_HTML, options, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const gchar *text, const gchar *word)
{
  guint n = 0;

  for (const gchar *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

static void
test_one_file (void)
{
  g_autofree gchar *page = make_page ("e:Lee p:met e:Ann .", NULL), *again = make_page ("e:Lee p:met e:Ann .", NULL);

  g_assert_cmpstr (page, ==, again);
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_cmpuint (count (page, "<script"), ==, 2);
  g_assert_cmpuint (count (page, "<style"), ==, 1);
  g_assert_cmpuint (count (page, "src="), ==, 0);
  g_assert_nonnull (strstr (page, "default-src 'none'; style-src 'sha256-"));
  g_assert_nonnull (strstr (page, "id=\"n0\""));
  g_assert_nonnull (strstr (page, "id=\"e0\""));
  g_assert_null (strstr (page, "@DATA@"));
}

static void
test_labels_stay_text (void)
{
  g_autofree gchar *page = make_page ("e:Lee p:met e:Ann ; rdfs:label \"</script><img src=x> @SCRIPT@ <!--\" .\n"
                                      "p:met rdfs:label \"</style>&amp;<b>\" .",
                                      NULL);

  g_assert_cmpuint (count (page, "</script>"), ==, 2);
  g_assert_cmpuint (count (page, "</style>"), ==, 1);
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "<b>"));
  g_assert_null (strstr (page, "<!--"));
  g_assert_nonnull (strstr (page, "\\u003c/script\\u003e"));
}

static void
test_evidence (void)
{
  g_autofree gchar *without = make_page (SENTENCE "e:d a nif:Context .", NULL);
  g_autofree gchar *with = make_page (SENTENCE "e:d nif:isString \"\\U0001F600 Yes. Lee met Ann. So.\" .", NULL);
  g_autofree gchar *wrong = make_page (SENTENCE "e:d nif:isString \"Another text, of enough characters.\" .", NULL);

  g_assert_nonnull (strstr (without, "\"t\":\"Lee met Ann.\""));
  g_assert_null (strstr (with, "\"t\":\"Lee met Ann.\"")); /* it stands in the text, at 7 */
  g_assert_nonnull (strstr (wrong, "\"t\":\"Lee met Ann.\""));
}

/* Two facts that read the same are one line of the picture, and two of the page, each with its own sentences. */
static void
test_joined_facts (void)
{
  g_autofree gchar *page
    = make_page (SENTENCE "p:met rdfs:label \"met\" . p:meet rdfs:label \"met\" .\n"
                          "f:2 a rdf:Statement ; rdf:subject e:Lee ; rdf:predicate p:meet ; rdf:object e:Ann ;"
                          " prov:wasDerivedFrom e:d2 .\n"
                          "e:d2 a nif:Sentence ; nif:anchorOf \"They met.\" ; nif:beginIndex 20 ; nif:endIndex 29 ;"
                          " nif:referenceContext e:d .",
                 NULL);

  g_assert_cmpuint (count (page, "\"p\":\"met\""), ==, 2);
  g_assert_nonnull (strstr (page, "\"by\":[0]"));
  g_assert_nonnull (strstr (page, "\"by\":[1]"));
}

static void
test_themes (void)
{
  RelDrawOptions print = { .theme = "print" }, dark = { .theme = "dark" };
  g_autofree gchar *in_print = make_page ("e:Lee p:met e:Ann .", &print);
  g_autofree gchar *in_dark = make_page ("e:Lee p:met e:Ann .", &dark);

  g_assert_nonnull (strstr (in_print, "\"themes\":false"));
  g_assert_nonnull (strstr (in_dark, "\"themes\":true"));
  g_assert_nonnull (strstr (in_dark, "data-theme=\"dark\""));
  g_assert_nonnull (strstr (in_dark, ":root[data-theme=light] svg [fill="));
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-page/one-file", test_one_file);
  g_test_add_func ("/html-page/labels-stay-text", test_labels_stay_text);
  g_test_add_func ("/html-page/evidence", test_evidence);
  g_test_add_func ("/html-page/joined-facts", test_joined_facts);
  g_test_add_func ("/html-page/themes", test_themes);
  return g_test_run ();
}

/* HTML: the map back to the page, and pages that try to do harm. */
#include "document/input_formats.h"

#include <string.h>

static RelDocument *
read_page (const gchar *page)
{
  const RelInputOptions options = { .format = REL_INPUT_HTML };

  return rel_document_new ("page", page, -1, &options, NULL);
}

/* Each byte that is not white space stands in the page where the map says, or an entity does. */
static void
test_offsets (void)
{
  static const gchar page[] = "<html><head><title>T</title></head><body><h1>The   fair</h1>\n"
                              "<p>Zo\xc3\xab &amp; <b>\xc3\x85sa</b>\n"
                              " opened&nbsp;it &#8212; gladly.<br>Then   they left.</p></body></html>";
  g_autoptr (RelDocument) document = read_page (page);
  guint n_same = 0;

  g_assert_cmpuint (document->n_paragraphs, ==, 2);
  for (guint k = 0; k < document->n_paragraphs; k++)
    for (guint32 i = document->paragraphs[k].span.start; i < document->paragraphs[k].span.end; i++) {
      guint32 offset = document->input_offsets[i];

      g_assert_cmpuint (offset, <, strlen (page));
      g_assert_true (i == 0 || document->input_offsets[i - 1] <= offset);
      if (document->text[i] == page[offset] && document->text[i] != ' ')
        n_same++;
      else if (!g_ascii_isspace (document->text[i]))
        g_assert_true (page[offset] == '&' || page[offset - 1] == '&' || page[offset - 2] == '&');
    }
  g_assert_cmpuint (n_same, >, 30);
  g_assert_cmpuint (document->input_offsets[document->n_bytes], <=, strlen (page));
}

static void
test_long_text (void)
{
  g_autoptr (GString) page = g_string_new ("<p>");
  g_autoptr (RelDocument) document = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (page, "word%u ", i);
  document = read_page (page->str);
  g_assert_cmpuint (document->n_paragraphs, ==, 1);
  for (guint32 i = document->paragraphs[0].span.start; i < document->paragraphs[0].span.end; i++)
    g_assert_cmpint (document->text[i], ==, page->str[document->input_offsets[i]]);
}

static void
test_title (void)
{
  g_autoptr (RelDocument) heading = read_page ("<title>Fair opens - Wire</title><h1>Fair opens</h1><p>It opened.</p>");
  g_autoptr (RelDocument) title = read_page ("<title> Fair opens </title><p>It opened.</p>");
  g_autoptr (RelDocument) meta
    = read_page ("<meta property='og:title' content='The fair'><h1>Fair</h1><p>It opened.</p>");

  g_assert_cmpstr (heading->title, ==, "Fair opens");
  g_assert_cmpstr (title->title, ==, "Fair opens");
  g_assert_cmpstr (meta->title, ==, "The fair");
}

static void
test_date_and_address (void)
{
  g_autoptr (RelDocument) document = read_page ("<link rel='canonical' href='https://example.org/?a=1&amp;b=2'>"
                                                "<p>It opened <time datetime='2026-02-03T10:00'>today</time>.</p>");
  g_autoptr (RelDocument) linked_data
    = read_page ("<script>\"datePublished\": \"2001-01-01\"</script><script type='application/ld+json'>"
                 "{\"@type\": \"NewsArticle\", \"datePublished\" : \"2026-02-04T10:00Z\"}</script><p>It opened.</p>");

  g_assert_cmpstr (document->url, ==, "https://example.org/?a=1&b=2");
  g_assert_cmpint (document->date.day, ==, 3);
  g_assert_cmpint (linked_data->date.day, ==, 4);
  g_assert_cmpint (linked_data->date.year, ==, 2026);
}

static void
test_too_deep (void)
{
  const RelInputOptions options = { .format = REL_INPUT_HTML };
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (page, "<div>");
  g_assert_null (rel_document_new ("page", page->str, -1, &options, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_LIMIT);
}

static void
test_control_characters (void)
{
  g_autoptr (RelDocument) document = read_page ("<p>One&#1;two&#xfeff;three&#x85;four &#0; &#xd800;.</p>");

  g_assert_true (g_utf8_validate (document->text, -1, NULL));
  for (guint32 i = 0; i < document->n_bytes; i++)
    g_assert_true ((guchar) document->text[i] >= 0x20 || document->text[i] == '\n');
  g_assert_null (strstr (document->text, "\xef\xbb\xbf"));
}

static void
test_encoding_name (void)
{
  static const gchar page[] = "<meta http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">";
  g_autofree gchar *name = rel_html_find_encoding (page, strlen (page));

  g_assert_cmpstr (name, ==, "KOI8-R");
  g_assert_null (rel_html_find_encoding ("charset=", 8));
  g_assert_null (rel_html_find_encoding ("<p>", 3));
  for (gsize n = 0; n < strlen (page); n++) {
    g_autofree gchar *copy = g_memdup2 (page, MAX (n, 1));
    g_free (rel_html_find_encoding (copy, n));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/offsets", test_offsets);
  g_test_add_func ("/html/long-text", test_long_text);
  g_test_add_func ("/html/title", test_title);
  g_test_add_func ("/html/date-and-address", test_date_and_address);
  g_test_add_func ("/html/too-deep", test_too_deep);
  g_test_add_func ("/html/control-characters", test_control_characters);
  g_test_add_func ("/html/encoding-name", test_encoding_name);
  return g_test_run ();
}

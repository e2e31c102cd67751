/* Markdown: front matter and the map back to the page. */
#include <relata/document.h>

#include <string.h>

static RelDocument *
read_page (const gchar *page)
{
  const RelInputOptions options = { .format = REL_INPUT_MARKDOWN };

  return rel_document_new ("page", page, -1, &options, NULL);
}

static void
test_front_matter (void)
{
  g_autoptr (RelDocument) yaml
    = read_page ("---\ntitle: \"The fair\"\ndate: 2026-03-04\ntags:\n  - title: no\nsource: Wire\n---\n\nIt opened.\n");
  g_autoptr (RelDocument) toml = read_page ("+++\ntitle = 'The fair'\ndate = 2026-03-04T10:00:00Z\n+++\nIt opened.\n");
  g_autoptr (RelDocument) rule = read_page ("---\n\nIt opened.\n");

  g_assert_cmpstr (yaml->title, ==, "The fair");
  g_assert_cmpstr (yaml->source, ==, "Wire");
  g_assert_cmpint (yaml->date.day, ==, 4);
  g_assert_cmpuint (yaml->n_paragraphs, ==, 1);
  g_assert_cmpstr (toml->title, ==, "The fair");
  g_assert_cmpint (toml->date.month, ==, 3);
  g_assert_cmpuint (toml->n_paragraphs, ==, 1);
  g_assert_cmpuint (rule->n_paragraphs, ==, 1);
}

/* Each byte of a paragraph is the one at its place in the page, unless an entity stands there. */
static void
test_offsets (void)
{
  static const gchar page[] = "# The *fair* ##\n\n> Zo\xc3\xab & **\xc3\x85sa** [opened](x) it\n"
                              "> with `joy` \\* &lt; all.\n\n1. And\n   left.\n";
  g_autoptr (RelDocument) document = read_page (page);

  g_assert_cmpuint (document->n_paragraphs, ==, 3);
  for (guint k = 0; k < document->n_paragraphs; k++)
    for (guint32 i = document->paragraphs[k].span.start; i < document->paragraphs[k].span.end; i++) {
      gchar there = page[document->input_offsets[i]];
      g_assert_true (there == document->text[i] || there == '&' || document->text[i] == '\n');
      g_assert_true (i == 0 || document->input_offsets[i - 1] <= document->input_offsets[i]);
    }
}

/* Marks in great number, closed and open, cost no more than their length. */
static void
test_many_marks (void)
{
  static const gchar *const marks[] = {
    "*a _b ", "[a](", "`a``b```", "<a", "~~a ", "![", "](", "***a", "> ", "&a", "- ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (GString) page = g_string_new (NULL);
    g_autoptr (RelDocument) document = NULL;

    while (page->len < 100000)
      g_string_append (page, marks[i]);
    document = read_page (page->str);
    g_assert_cmpuint (document->n_bytes, <=, page->len + 2);
  }
}

static void
test_code_is_left_out (void)
{
  g_autoptr (RelDocument) document = read_page ("It opened.\n\n~~~\n```\nint x;\n~~~\n\n    int y;\n\n```c\nint z;\n");

  g_assert_cmpuint (document->n_paragraphs, ==, 1);
  g_assert_null (strstr (document->text, "int"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/front-matter", test_front_matter);
  g_test_add_func ("/markdown/offsets", test_offsets);
  g_test_add_func ("/markdown/many-marks", test_many_marks);
  g_test_add_func ("/markdown/code-is-left-out", test_code_is_left_out);
  return g_test_run ();
}

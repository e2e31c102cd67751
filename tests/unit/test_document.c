/* Documents from text in memory. */
#include <relata/document.h>

#include <string.h>

static void
test_text_is_the_same (void)
{
  static const gchar text[] = "  A heading\r\n\r\nThe caf\xc3\xa9\tclosed.\n";
  g_autoptr (RelDocument) document = rel_document_new ("name", text, -1, NULL, NULL);

  g_assert_cmpstr (document->id, ==, "name");
  g_assert_cmpuint (document->n_bytes, ==, strlen (text));
  g_assert_cmpstr (document->text, ==, "  A heading \n \nThe caf\xc3\xa9\tclosed.\n");
  g_assert_null (document->input_offsets);
  g_assert_cmpuint (document->n_paragraphs, ==, 2);
  g_assert_cmpuint (document->paragraphs[0].span.start, ==, 2);
  g_assert_cmpuint (document->paragraphs[0].span.end, ==, 11);
  g_assert_null (document->sentences);
}

static void
test_char_offsets (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RelDocument) document = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "na\xc3\xafve \xed\x95\x9c\xf0\x9f\x98\x80. ");
  document = rel_document_new ("name", text->str, (gssize) text->len, NULL, NULL);
  for (gsize i = 0; i <= text->len; i++)
    if (i == text->len || ((guchar) text->str[i] & 0xc0) != 0x80)
      g_assert_cmpint (rel_document_get_char_offset (document, (guint32) i), ==,
                       g_utf8_pointer_to_offset (text->str, text->str + i));
}

static void
test_char_offsets_of_nothing (void)
{
  g_autoptr (RelDocument) document = rel_document_new ("name", "", 0, NULL, NULL);

  g_assert_cmpuint (document->n_paragraphs, ==, 0);
  g_assert_cmpuint (rel_document_get_char_offset (document, 0), ==, 0);
}

static void
test_refuses (void)
{
  g_autofree gchar *large = g_strnfill (REL_DOCUMENT_MAX_BYTES + 1, 'x');
  g_autoptr (GError) encoding = NULL, limit = NULL, nul = NULL;

  g_assert_null (rel_document_new ("name", "caf\xe9", -1, NULL, &encoding));
  g_assert_error (encoding, REL_ERROR, REL_ERROR_ENCODING);
  g_assert_nonnull (strstr (encoding->message, "name: byte 3"));
  g_assert_null (rel_document_new ("name", large, -1, NULL, &limit));
  g_assert_error (limit, REL_ERROR, REL_ERROR_LIMIT);
  g_assert_null (rel_document_new ("name", "a\0b", 3, NULL, &nul));
  g_assert_error (nul, REL_ERROR, REL_ERROR_ENCODING);
}

static void
test_sentences (void)
{
  const RelInputOptions options = { .format = REL_INPUT_SENTENCES, .tokenized = TRUE };
  g_autoptr (RelDocument) document = rel_document_new ("name", "One .\n\n Two . Three\n", -1, &options, NULL);

  g_assert_true (document->paragraph_is_sentence);
  g_assert_true (document->tokenized);
  g_assert_cmpuint (document->n_paragraphs, ==, 2);
  g_assert_cmpuint (document->paragraphs[1].span.start, ==, 8);
  g_assert_cmpuint (document->paragraphs[1].kind, ==, REL_PARAGRAPH_BODY);
}

/* Paragraphs come in text order, do not overlap, and have no white space at their ends. */
static void
test_paragraphs_are_in_order (void)
{
  static const gchar text[] = "(3rd LD) Head line here\n\n(3rd LD) a-b-c\n\xe2\x96\xb2 A caption. (Pool) (Wire)\n\n"
                              "ROME, May 1 (Wire) -- The fair opened. (Wire)\n\n- one\n- two\n\n(END)\n";
  g_autoptr (RelDocument) document = rel_document_new ("name", text, -1, NULL, NULL);
  guint32 last = 0;

  g_assert_cmpuint (document->n_paragraphs, >=, 8);
  for (guint i = 0; i < document->n_paragraphs; i++) {
    RelSpan span = document->paragraphs[i].span;

    g_assert_cmpuint (span.start, >=, last);
    g_assert_cmpuint (span.start, <, span.end);
    g_assert_false (g_ascii_isspace (text[span.start]) || g_ascii_isspace (text[span.end - 1]));
    last = span.end;
  }
  g_assert_cmpuint (last, <=, document->n_bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text-is-the-same", test_text_is_the_same);
  g_test_add_func ("/document/char-offsets", test_char_offsets);
  g_test_add_func ("/document/char-offsets-of-nothing", test_char_offsets_of_nothing);
  g_test_add_func ("/document/refuses", test_refuses);
  g_test_add_func ("/document/sentences", test_sentences);
  g_test_add_func ("/document/paragraphs-are-in-order", test_paragraphs_are_in_order);
  return g_test_run ();
}

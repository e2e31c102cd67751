/* Reading names as BIO tags. */
#include "lexis/bio.h"

static RelDocument *
read_string (const gchar *string, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (string, -1, NULL);
  g_autoptr (RelBioReader) reader = rel_bio_reader_new (stream, "folder/names.bio");

  return rel_bio_reader_next (reader, error);
}

static void
test_tags (void)
{
  g_autoptr (RelDocument) document
    = read_string ("Lee\tB-PER\r\nJae\tI-PER\nmet\tO\n\n\nSeoul\tx\tB-LOC\nagain\nB\tB-XYZ", NULL);

  g_assert_cmpstr (document->id, ==, "names");
  g_assert_cmpstr (document->text, ==, "Lee Jae met\nSeoul again B");
  g_assert_cmpuint (document->n_sentences, ==, 2);
  g_assert_cmpuint (document->n_tokens, ==, 6);
  g_assert_cmpuint (document->tokens[1].name, ==, REL_NAME_PER);
  g_assert_true (document->tokens[0].name_begins);
  g_assert_false (document->tokens[1].name_begins);
  g_assert_cmpuint (document->tokens[3].name, ==, REL_NAME_LOC);
  g_assert_cmpuint (document->tokens[4].name, ==, REL_NAME_NONE);
  g_assert_cmpuint (document->tokens[5].name, ==, REL_NAME_NONE);
  g_assert_cmpuint (document->tokens[3].span.start, ==, 12);
  g_assert_cmpuint (document->tokens[3].span.end, ==, 17);
}

static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_string ("\n\n", &error));
  g_assert_no_error (error);
}

static void
test_bad_bytes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_string ("Lee\tB-PER\n\xff\tO\n", &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_ENCODING);
  g_assert_true (g_str_has_prefix (error->message, "folder/names.bio:2: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bio/tags", test_tags);
  g_test_add_func ("/bio/nothing", test_nothing);
  g_test_add_func ("/bio/bad-bytes", test_bad_bytes);
  return g_test_run ();
}

/* Files and their damage: what comes out, and what each failure says. */
#include <relata/document.h>

#include <glib/gstdio.h>

#include <string.h>

/* A folder of one test, with what was read and said. */
typedef struct {
  gchar *folder;
  GPtrArray *documents; /* RelDocument */
  GPtrArray *errors;    /* gchar *, of rel_document_reader_next() */
  GPtrArray *warnings;  /* gchar * */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("relata-test-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  for (const gchar *name; (name = g_dir_read_name (folder)) != NULL;) {
    g_autofree gchar *path = g_build_filename (self->folder, name, NULL);
    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->warnings);
}

static gchar *
write_file (Fixture *self, const gchar *name, const gchar *bytes, gssize n_bytes)
{
  gchar *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

static void
keep_warning (const gchar *message, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (message));
}

/* Reads all of @path; returns the code of the error of opening it, or -1. */
static gint
read_all (Fixture *self, const gchar *path, const RelInputOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelDocumentReader) reader = rel_document_reader_open (path, options, keep_warning, self->warnings, &error);

  if (reader == NULL) {
    g_assert_true (error->domain == REL_ERROR);
    g_ptr_array_add (self->errors, g_strdup (error->message));
    return error->code;
  }
  while (!rel_document_reader_is_done (reader)) {
    g_autoptr (GError) failure = NULL;
    RelDocument *document = rel_document_reader_next (reader, &failure);

    g_assert_true (document == NULL || failure == NULL);
    if (document != NULL)
      g_ptr_array_add (self->documents, document);
    else if (failure != NULL)
      g_ptr_array_add (self->errors, g_strdup (failure->message));
  }
  return -1;
}

static const RelDocument *
get_document (const Fixture *self, guint i)
{
  g_assert_cmpuint (self->documents->len, >, i);
  return g_ptr_array_index (self->documents, i);
}

static void
assert_says (const GPtrArray *messages, guint i, const gchar *part)
{
  g_assert_cmpuint (messages->len, >, i);
  if (strstr (g_ptr_array_index (messages, i), part) == NULL)
    g_error ("\"%s\" should say \"%s\"", (const gchar *) g_ptr_array_index (messages, i), part);
}

static void
test_name (Fixture *self, gconstpointer data)
{
  g_autofree gchar *path = write_file (self, "art.icle-1.txt", "One.\n", -1);

  read_all (self, path, NULL);
  g_assert_cmpstr (get_document (self, 0)->id, ==, "art.icle-1");
  g_assert_cmpstr (get_document (self, 0)->path, ==, path);
  g_assert_cmpuint (self->documents->len, ==, 1);
  g_assert_cmpuint (self->warnings->len + self->errors->len, ==, 0);
}

static void
test_cannot_open (Fixture *self, gconstpointer data)
{
  g_autofree gchar *missing = g_build_filename (self->folder, "missing.txt", NULL);
  g_autofree gchar *empty = write_file (self, "some.txt", "One.", -1);
  g_autofree gchar *conllu = write_file (self, "some.conllu", "", -1);
  const RelInputOptions unknown = { .encoding = "KLINGON" }, bio = { .format = REL_INPUT_BIO };

  g_assert_cmpint (read_all (self, missing, NULL), ==, REL_ERROR_IO);
  assert_says (self->errors, 0, "missing.txt: cannot read: ");
  g_assert_cmpint (read_all (self, self->folder, NULL), ==, REL_ERROR_IO);
  assert_says (self->errors, 1, "directory");
  g_assert_cmpint (read_all (self, empty, &unknown), ==, REL_ERROR_ENCODING);
  assert_says (self->errors, 2, "KLINGON");
  g_assert_cmpint (read_all (self, conllu, NULL), ==, REL_ERROR_USAGE);
  assert_says (self->errors, 3, "rel_conllu_reader_open");
  g_assert_cmpint (read_all (self, empty, &bio), ==, REL_ERROR_USAGE);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  static const gchar *const texts[] = { "", " \n\t\n\r\n" };
  static const gchar *const names[] = { "a.txt", "b.html", "c.jsonl", "d.md" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++) {
      g_autofree gchar *path = write_file (self, names[k], texts[i], -1);
      g_ptr_array_set_size (self->warnings, 0);
      g_assert_cmpint (read_all (self, path, NULL), ==, -1);
      g_assert_cmpuint (self->documents->len + self->errors->len, ==, 0);
      g_assert_cmpuint (self->warnings->len, ==, 1);
      assert_says (self->warnings, 0, "empty");
    }
}

static void
test_not_text (Fixture *self, gconstpointer data)
{
  static const gchar utf16[] = "T\0h\0e\0 \0c\0o\0u\0n\0c\0i\0l\0";
  g_autofree gchar *nul = write_file (self, "nul.txt", "ab\0cd", 5);
  g_autofree gchar *latin = write_file (self, "latin.txt", "One.\nThe caf\xe9 closed.\n", -1);
  g_autofree gchar *cut = write_file (self, "cut.txt", "The caf\xc3", -1);
  g_autofree gchar *pdf = write_file (self, "some.pdf", "%PDF-1.4\n\xe2\xe3\xcf\xd3\n", -1);
  g_autofree gchar *wide = write_file (self, "wide.txt", utf16, sizeof utf16 - 1);

  read_all (self, nul, NULL);
  assert_says (self->errors, 0, "nul.txt: byte 2: a NUL byte");
  read_all (self, latin, NULL);
  assert_says (self->errors, 1, "latin.txt: byte 12: 0xE9, on line 2, ");
  assert_says (self->errors, 1, "--encoding");
  read_all (self, cut, NULL);
  assert_says (self->errors, 2, "cut.txt: byte 7: ");
  read_all (self, pdf, NULL);
  assert_says (self->errors, 3, "PDF");
  read_all (self, wide, NULL);
  assert_says (self->errors, 4, "UTF-16LE");
  g_assert_cmpuint (self->documents->len, ==, 0);
  g_assert_cmpuint (self->errors->len, ==, 5);
}

/* A bad byte, or a good character, on the border of two chunks of 64 KiB. */
static void
test_chunk_border (Fixture *self, gconstpointer data)
{
  for (guint i = 65530; i < 65540; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree gchar *path = NULL;
    g_autofree gchar *expected = g_strdup_printf ("byte %u: ", i + 4);

    while (text->len < i)
      g_string_append_c (text, text->len % 100 == 99 ? '\n' : 'x');
    g_string_append (text, "\xf0\x9f\x98\x80 end.\r\nNext.");
    path = write_file (self, "good.txt", text->str, -1);
    g_ptr_array_set_size (self->documents, 0);
    read_all (self, path, NULL);
    g_assert_cmpuint (get_document (self, 0)->n_bytes, ==, text->len);
    g_assert_true (g_str_has_suffix (get_document (self, 0)->text, "\xf0\x9f\x98\x80 end. \nNext."));

    text->str[i + 4] = '\xff';
    g_free (path);
    path = write_file (self, "bad.txt", text->str, -1);
    g_ptr_array_set_size (self->errors, 0);
    read_all (self, path, NULL);
    assert_says (self->errors, 0, expected);
  }
}

static void
check_encoded (Fixture *self, const gchar *encoding, const gchar *mark, gsize n_mark, gboolean is_named)
{
  static const gchar text[] = "Zo\xc3\xab met \xc3\x85sa in \xc3\x89vora.\n";
  const RelInputOptions options = { .encoding = is_named ? encoding : NULL };
  g_autofree gchar *path = NULL;
  gsize n_bytes;
  g_autofree gchar *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr (GString) bytes = g_string_new_len (mark, (gssize) n_mark);

  g_assert_nonnull (encoded);
  g_string_append_len (bytes, encoded, (gssize) n_bytes);
  path = write_file (self, "encoded.txt", bytes->str, (gssize) bytes->len);
  g_ptr_array_set_size (self->documents, 0);
  read_all (self, path, &options);
  g_assert_cmpstr (get_document (self, 0)->text, ==, text);
}

static void
test_encodings (Fixture *self, gconstpointer data)
{
  check_encoded (self, "UTF-8", "\xef\xbb\xbf", 3, FALSE);
  check_encoded (self, "UTF-8", "\xef\xbb\xbf", 3, TRUE);
  check_encoded (self, "UTF-16LE", "\xff\xfe", 2, FALSE);
  check_encoded (self, "UTF-16BE", "\xfe\xff", 2, FALSE);
  check_encoded (self, "UTF-32LE", "\xff\xfe\0\0", 4, FALSE);
  check_encoded (self, "UTF-16LE", "", 0, TRUE);
  check_encoded (self, "UTF-16LE", "\xff\xfe", 2, TRUE);
  check_encoded (self, "ISO-8859-1", "", 0, TRUE);
  check_encoded (self, "WINDOWS-1252", "", 0, TRUE);
}

static void
test_wrong_encoding (Fixture *self, gconstpointer data)
{
  const RelInputOptions ascii = { .encoding = "ASCII" };
  g_autofree gchar *named = write_file (self, "named.txt", "The caf\xe9.", -1);
  g_autofree gchar *odd = write_file (self, "odd.txt", "\xff\xfeL\0e", 5);

  read_all (self, named, &ascii);
  assert_says (self->errors, 0, "named.txt: byte 7: not ASCII");
  read_all (self, odd, NULL);
  assert_says (self->errors, 1, "odd.txt: byte 4: not UTF-16LE");
}

/* Every byte of a long text is in one of its parts. */
static void
test_parts (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Date: 2026-03-04\n\n");
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree gchar *path = NULL;

  for (guint i = 0; text->len < 5 * REL_DOCUMENT_MAX_BYTES / 2; i++)
    g_string_append_printf (text, "The %u. council met in the town hall.\nIt adjourned.\n\n", i);
  path = write_file (self, "long.txt", text->str, -1);
  read_all (self, path, NULL);
  g_assert_cmpuint (self->documents->len, ==, 3);
  g_assert_cmpuint (self->warnings->len, ==, 1);
  assert_says (self->warnings, 0, "long.txt: ");
  for (guint i = 0; i < self->documents->len; i++) {
    const RelDocument *document = get_document (self, i);

    g_assert_cmpuint (document->n_bytes, <=, REL_DOCUMENT_MAX_BYTES);
    g_assert_true (i == 0 || g_str_has_prefix (document->text, "The "));
    g_assert_cmpuint (document->date.day, ==, 4);
    g_string_append (parts, document->text);
  }
  g_assert_cmpstr (get_document (self, 0)->id, ==, "long");
  g_assert_cmpstr (get_document (self, 2)->id, ==, "long.part3");
  g_assert_true (g_string_equal (parts, text));
}

static void
test_json_lines (Fixture *self, gconstpointer data)
{
  static const gchar lines[]
    = "{\"id\": \"a\", \"text\": \"Lee met Ana.\\n\\nThey left.\", \"title\": \"A title\", \"date\": \"2026-01-19\", "
      "\"url\": \"https://example.org/\", \"source\": \"Wire\"}\n"
      "not json\n\n"
      "{\"text\": \"No name \\u00e9\\ud83d\\ude00.\", \"date\": \"soon\"}\r\n"
      "{\"id\": 7, \"text\": 8}\n"
      "[1]\n"
      "{\"id\": 9, \"text\": \"Nine\\u0000 \\ud800 \\\\u0000.\", \"date\": \"2026-05-01T10:00:00Z\"}\n"
      "{\"id\": \"x\xff\", \"text\": \"Bad.\"}\n"
      "{\"id\": \"e\", \"text\": \"\"}";
  g_autofree gchar *path = write_file (self, "some.jsonl", lines, -1);

  g_assert_cmpint (read_all (self, path, NULL), ==, -1);
  g_assert_cmpuint (self->documents->len, ==, 4);
  g_assert_cmpstr (get_document (self, 0)->id, ==, "a");
  g_assert_cmpstr (get_document (self, 0)->title, ==, "A title");
  g_assert_cmpstr (get_document (self, 0)->url, ==, "https://example.org/");
  g_assert_cmpstr (get_document (self, 0)->source, ==, "Wire");
  g_assert_cmpint (get_document (self, 0)->date.day, ==, 19);
  g_assert_cmpuint (get_document (self, 0)->n_paragraphs, ==, 2);
  g_assert_cmpstr (get_document (self, 1)->id, ==, "some-4");
  g_assert_cmpstr (get_document (self, 1)->text, ==, "No name \xc3\xa9\xf0\x9f\x98\x80.");
  g_assert_cmpstr (get_document (self, 2)->id, ==, "9");
  g_assert_true (g_utf8_validate (get_document (self, 2)->text, -1, NULL));
  g_assert_true (g_str_has_suffix (get_document (self, 2)->text, " \\u0000."));
  g_assert_cmpuint (get_document (self, 3)->n_bytes, ==, 0);

  g_assert_cmpuint (self->errors->len, ==, 4);
  assert_says (self->errors, 0, "some.jsonl:2: ");
  assert_says (self->errors, 1, "some.jsonl:5: ");
  assert_says (self->errors, 2, "some.jsonl:6: ");
  assert_says (self->errors, 3, "some.jsonl:8: byte 9 ");
  g_assert_cmpuint (self->warnings->len, ==, 1);
  assert_says (self->warnings, 0, "some.jsonl:4: ");
}

static void
test_deep_json (Fixture *self, gconstpointer data)
{
  g_autofree gchar *brackets = g_strnfill (200000, '[');
  g_autofree gchar *line = g_strconcat ("{\"text\": ", brackets, "\n{\"text\": \"One.\"}\n", NULL);
  g_autofree gchar *path = write_file (self, "deep.jsonl", line, -1);

  read_all (self, path, NULL);
  assert_says (self->errors, 0, "deep.jsonl:1: ");
  g_assert_cmpstr (get_document (self, 0)->text, ==, "One.");
}

static void
test_detection (Fixture *self, gconstpointer data)
{
  static const struct {
    const gchar *name;
    const gchar *bytes;
    const gchar *text; /* of the first paragraph */
  } inputs[] = {
    { "a.txt", "<p>One.</p>", "<p>One.</p>" },
    { "b.htm", "<p>One.</p>", "One." },
    { "c", "<!DOCTYPE html><p>One.</p>", "One." },
    { "d", "\n <html><p>One.</p>", "One." },
    { "e", "<p>One.</p>", "<p>One.</p>" },
    { "f.md", "*One.*", "One." },
    { "g", "*One.*", "*One.*" },
    { "h", "{\"text\": \"One.\"}\n", "One." },
    { "i", "{one}.", "{one}." },
    { "j.HTML", "<p>One.</p>", "One." },
    { "k", "<!-- x --><html><p>One.</p>", "One." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++) {
    g_autofree gchar *path = write_file (self, inputs[i].name, inputs[i].bytes, -1);
    g_autofree gchar *text = NULL;
    const RelDocument *document;

    g_ptr_array_set_size (self->documents, 0);
    g_assert_cmpint (read_all (self, path, NULL), ==, -1);
    document = get_document (self, 0);
    g_assert_cmpuint (document->n_paragraphs, ==, 1);
    text = g_strndup (document->text + document->paragraphs[0].span.start,
                      document->paragraphs[0].span.end - document->paragraphs[0].span.start);
    g_assert_cmpstr (text, ==, inputs[i].text);
  }
}

static void
test_html_encoding (Fixture *self, gconstpointer data)
{
  g_autofree gchar *declared
    = write_file (self, "a.html", "<html><head><meta charset=\"iso-8859-1\"></head><p>The caf\xe9.</p>", -1);
  g_autofree gchar *unknown = write_file (self, "b.html", "<html><head><meta charset=\"klingon\"><p>One.</p>", -1);

  read_all (self, declared, NULL);
  g_assert_true (g_str_has_prefix (get_document (self, 0)->text, "The caf\xc3\xa9."));
  g_assert_cmpint (read_all (self, unknown, NULL), ==, REL_ERROR_ENCODING);
}

int
main (int argc, char **argv)
{
  static const struct {
    const gchar *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/document-reader/name", test_name },
    { "/document-reader/cannot-open", test_cannot_open },
    { "/document-reader/empty", test_empty },
    { "/document-reader/not-text", test_not_text },
    { "/document-reader/chunk-border", test_chunk_border },
    { "/document-reader/encodings", test_encodings },
    { "/document-reader/wrong-encoding", test_wrong_encoding },
    { "/document-reader/parts", test_parts },
    { "/document-reader/json-lines", test_json_lines },
    { "/document-reader/deep-json", test_deep_json },
    { "/document-reader/detection", test_detection },
    { "/document-reader/html-encoding", test_html_encoding },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}

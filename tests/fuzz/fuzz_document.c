/* Fuzzing entry point for the readers of plain text, HTML, Markdown, JSON Lines and sentences.
 *
 * The first byte says how the rest is to be read; whatever it is, the documents that come out keep their promises.
 */
#include <relata/document.h>

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const struct {
  gchar key; /* first byte of the input */
  RelInputFormat format;
  const gchar *encoding;
} modes[] = {
  { 'a', REL_INPUT_AUTO, NULL },       { 't', REL_INPUT_TEXT, NULL },        { 'h', REL_INPUT_HTML, NULL },
  { 'm', REL_INPUT_MARKDOWN, NULL },   { 'j', REL_INPUT_JSONL, NULL },       { 's', REL_INPUT_SENTENCES, NULL },
  { 'l', REL_INPUT_TEXT, "UTF-16LE" }, { 'i', REL_INPUT_HTML, "SHIFT_JIS" },
};

static void
check_string (const gchar *string)
{
  g_assert_true (string == NULL || g_utf8_validate (string, -1, NULL));
}

static void
check_document (RelDocument *document)
{
  guint32 last = 0;

  g_assert_cmpuint (document->n_bytes, <=, REL_DOCUMENT_MAX_BYTES);
  g_assert_cmpuint (strlen (document->text), ==, document->n_bytes);
  check_string (document->text);
  check_string (document->id);
  check_string (document->title);
  check_string (document->url);
  check_string (document->source);
  check_string (document->dateline_place);
  for (guint i = 0; i < document->n_paragraphs; i++) {
    RelSpan span = document->paragraphs[i].span;

    g_assert_true (last <= span.start && span.start < span.end && span.end <= document->n_bytes);
    g_assert_true (g_utf8_validate (document->text + span.start, (gssize) (span.end - span.start), NULL));
    last = span.end;
  }
  g_assert_cmpint (rel_document_get_char_offset (document, document->n_bytes), ==, g_utf8_strlen (document->text, -1));
  if (document->date.year != 0)
    g_free (rel_date_to_string (document->date));
}

static void
check_offsets (const RelDocument *document, gsize size)
{
  /* Input in another encoding is longer as UTF-8: three bytes for two at most, six for one are out of the question. */
  for (guint32 i = 0; document->input_offsets != NULL && i <= document->n_bytes; i++)
    g_assert_cmpuint (document->input_offsets[i], <=, 6 * size + 2);
}

static void
read_all (const gchar *path, const RelInputOptions *options, gsize size)
{
  g_autoptr (RelDocumentReader) reader = rel_document_reader_open (path, options, NULL, NULL, NULL);

  while (reader != NULL && !rel_document_reader_is_done (reader)) {
    g_autoptr (GError) error = NULL;
    g_autoptr (RelDocument) document = rel_document_reader_next (reader, &error);

    if (document != NULL) {
      check_document (document);
      check_offsets (document, size);
    }
    if (error != NULL)
      g_assert_true (error->domain == REL_ERROR && g_utf8_validate (error->message, -1, NULL));
  }
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  RelInputOptions options = { .date = { 2026, 1, 19 } };
  gchar path[64];
  gint file;

  if (size == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (data[0] == modes[i].key) {
      options.format = modes[i].format;
      options.encoding = modes[i].encoding;
    }
  file = memfd_create ("fuzz", MFD_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data + 1, size - 1), ==, (gssize) size - 1);
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", file);
  read_all (path, &options, size);
  close (file);
  return 0;
}

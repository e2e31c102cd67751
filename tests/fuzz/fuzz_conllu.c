/* Any bytes as CoNLL-U: what is read can be written, and reads again as the same words. */
#include "lexis/conllu.h"

#include <relata/writers.h>
#include <string.h>

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_round_trip (const RelDocument *document)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  guint n_tokens = 0;

  g_assert_true (rel_document_write_conllu (document, out, NULL));
  g_output_stream_close (out, NULL, NULL);
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (in, "again.conllu");
  for (;;) {
    g_autoptr (GError) error = NULL;
    g_autoptr (RelDocument) read = rel_conllu_reader_next (reader, NULL, &error);

    g_assert_no_error (error);
    if (read == NULL)
      break;
    n_tokens += read->n_tokens;
  }
  g_assert_cmpuint (n_tokens, ==, document->n_tokens);
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "fuzz.conllu");

  for (;;) {
    g_autoptr (GError) error = NULL;
    g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, NULL, &error);

    if (document == NULL && error == NULL)
      return 0;
    if (document != NULL)
      check_round_trip (document);
  }
}

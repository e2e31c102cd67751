/* Any bytes as BIO: spans lie in the text, sentences cover the tokens, no name begins in the middle of nothing. */
#include "lexis/bio.h"

#include <string.h>

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_document (const RelDocument *document)
{
  guint n_tokens = 0;

  for (guint s = 0; s < document->n_sentences; s++) {
    g_assert_cmpuint (document->sentences[s].first, ==, n_tokens);
    n_tokens += document->sentences[s].n_tokens;
  }
  g_assert_cmpuint (n_tokens, ==, document->n_tokens);
  for (guint i = 0; i < document->n_tokens; i++) {
    const RelToken *token = &document->tokens[i];

    g_assert_cmpuint (token->span.end, <=, document->n_bytes);
    g_assert_cmpmem (document->text + token->span.start, token->span.end - token->span.start, token->form,
                     strlen (token->form));
    g_assert_true (!token->name_begins || token->name != REL_NAME_NONE);
  }
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (RelBioReader) reader = rel_bio_reader_new (stream, "fuzz.bio");

  for (;;) {
    g_autoptr (GError) error = NULL;
    g_autoptr (RelDocument) document = rel_bio_reader_next (reader, &error);

    if (document == NULL)
      return 0;
    check_document (document);
  }
}

/* Names of annotated documents as BIO: a word, a tab and its tag on a line, a blank line behind a sentence. */
#include <relata/writers.h>

#define FLUSH_BYTES (64u << 10) /* so much is collected before it is written: a system call is dear */

static void
append_sentence (GString *out, const RelToken *tokens, guint n)
{
  for (guint t = 0; t < n; t++) {
    gboolean begins = tokens[t].name_begins || t == 0 || tokens[t - 1].name != tokens[t].name;

    g_string_append (out, tokens[t].form);
    if (tokens[t].name == REL_NAME_NONE)
      g_string_append (out, "\tO\n");
    else
      g_string_append_printf (out, "\t%c-%s\n", begins ? 'B' : 'I', rel_name_type_get_name (tokens[t].name));
  }
  g_string_append_c (out, '\n');
}

gboolean
rel_document_write_bio (const RelDocument *document, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (document != NULL && stream != NULL, FALSE);

  for (guint i = 0; i < document->n_sentences; i++) {
    append_sentence (out, rel_sentence_get_tokens (document, &document->sentences[i]), document->sentences[i].n_tokens);
    if (out->len < FLUSH_BYTES)
      continue;
    if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
      return FALSE;
    g_string_truncate (out, 0);
  }
  return g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
}

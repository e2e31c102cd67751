/* Any bytes as one paragraph, cut by a tokenizer of arbitrary weights: every token lies in the text, in order. */
#include "lexis/tokenizer_model.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define BITS 12

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Weights that split and break here and there. */
static RelModel *
make_model (void)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (GByteArray) section = g_byte_array_new ();
  g_autofree gchar *path = NULL;
  RelTokenizerHeader header = {
    .version = REL_TOKENIZER_VERSION, .split_bits = BITS, .break_bits = BITS, .split_scale = 0.05f, .break_scale = 0.05f
  };
  RelModel *model;

  g_byte_array_append (section, (const guint8 *) &header, sizeof header);
  for (guint i = 0; i < 3u << BITS; i++) {
    guint8 weight = (guint8) (rel_hash_bytes (&i, sizeof i, 1) % 41 - 20);
    g_byte_array_append (section, &weight, 1);
  }
  rel_model_writer_set_section (writer, REL_TOKENIZER_SECTION, section->data, section->len);
  g_close (g_file_open_tmp ("fuzz-XXXXXX.relm", &path, NULL), NULL);
  rel_model_writer_save (writer, path, NULL);
  model = rel_model_open (path, NULL);
  g_unlink (path);
  return model;
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static RelModel *model;
  g_autofree gchar *text = g_utf8_make_valid ((const gchar *) data, (gssize) size);
  RelArena *arena = rel_arena_new ();
  RelParagraph paragraph = { { 0, (guint32) strlen (text) }, REL_PARAGRAPH_BODY };
  RelDocument document = { .arena = arena,
                           .id = "fuzz",
                           .path = "fuzz",
                           .text = text,
                           .n_bytes = (guint32) strlen (text),
                           .paragraphs = &paragraph,
                           .n_paragraphs = 1 };
  guint32 at = 0;

  if (model == NULL)
    model = make_model ();
  g_assert_true (rel_tokens_annotate (model, &document, NULL));
  for (guint i = 0; i < document.n_tokens; i++) {
    const RelToken *token = &document.tokens[i];

    g_assert_cmpuint (token->span.start, >=, at);
    g_assert_cmpuint (token->span.end, >, token->span.start);
    g_assert_cmpuint (strlen (token->form), ==, token->span.end - token->span.start);
    at = token->span.end;
  }
  g_assert_cmpuint (at, <=, document.n_bytes);
  for (guint i = 0; i < document.n_sentences; i++)
    g_assert_cmpuint (document.sentences[i].n_tokens, <=, REL_SENTENCE_MAX_TOKENS);
  rel_arena_free (arena);
  return 0;
}

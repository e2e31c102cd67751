/* The tokenizer on a small model that is trained here, on friendly and on hostile text. */
#include "lexis/conllu.h"
#include "lexis/tokenizer_train.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two sentences a paragraph; "|" stands for a token's end without white space, "+" for a word's inside one. */
static const gchar *const lessons[] = {
  "Lee met Kim|.",
  "They do+n't agree|.",
  "Mr. Kim left|, but Lee stayed|.",
  "It opened at 9 a.m. on Monday|.",
  "Seoul+'s port grew|.",
  "Kim (|the minister|) spoke|.",
  "Who came|?",
  "Nobody ca+n't read|.",
  "The three|-|day visit ended|.",
  "Dr. Park wo+n't come|.",
  "He wrote|: \"|We won|.|\"",
  "Ships|, cars and planes moved|.",
};

static void
append_token (GString *conllu, guint id, const gchar *token, gboolean space_after)
{
  const gchar *no_space = space_after ? "_" : "SpaceAfter=No";
  g_auto (GStrv) words = g_strsplit (token, "+", 2);

  if (words[1] != NULL)
    g_string_append_printf (conllu, "%u-%u\t%s%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", id, id + 1, words[0], words[1], no_space);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (conllu, "%u\t%s\t_\tX\t_\t_\t0\troot\t_\t%s\n", id + i, words[i],
                            words[1] == NULL ? no_space : "_");
}

static void
append_lesson (GString *conllu, const gchar *lesson)
{
  g_auto (GStrv) chunks = g_strsplit (lesson, " ", -1);
  guint id = 1;

  for (guint i = 0; chunks[i] != NULL; i++) {
    g_auto (GStrv) tokens = g_strsplit (chunks[i], "|", -1);

    for (guint t = 0; tokens[t] != NULL; t++) {
      append_token (conllu, id, tokens[t], tokens[t + 1] == NULL);
      id += strchr (tokens[t], '+') != NULL ? 2 : 1;
    }
  }
  g_string_append_c (conllu, '\n');
}

static RelModel *
train_model (void)
{
  g_autoptr (GString) conllu = g_string_new ("# newdoc id = lessons\n");
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autofree gchar *path = NULL;
  RelModel *model;
  GError *error = NULL;

  for (guint i = 0; i < 40 * G_N_ELEMENTS (lessons); i++) {
    if (i % 2 == 0)
      g_string_append (conllu, "# newpar\n");
    append_lesson (conllu, lessons[(i * 5 + i / 12) % G_N_ELEMENTS (lessons)]);
  }
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (conllu->str, (gssize) conllu->len, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "lessons.conllu");
  g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  rel_tokenizer_train ((RelDocument *const[]){ document }, 1, 1, writer);

  g_close (g_file_open_tmp ("tokenizer-XXXXXX.relm", &path, &error), NULL);
  rel_model_writer_save (writer, path, &error);
  g_assert_no_error (error);
  model = rel_model_open (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return model;
}

/* A document of one paragraph. */
static RelDocument *
make_document (const gchar *text, gsize n_bytes, RelParagraphKind kind)
{
  RelArena *arena = rel_arena_new ();
  RelDocument *document = rel_arena_new_array (arena, RelDocument, 1);

  document->arena = arena;
  document->id = document->path = "test";
  document->text = rel_arena_strndup (arena, text, n_bytes);
  document->n_bytes = (guint32) n_bytes;
  document->paragraphs = rel_arena_new_array (arena, RelParagraph, 1);
  document->paragraphs[0] = (RelParagraph){ { 0, (guint32) n_bytes }, kind };
  document->n_paragraphs = 1;
  return document;
}

static RelDocument *
annotate (const RelModel *model, const gchar *text, gsize n_bytes)
{
  RelDocument *document = make_document (text, n_bytes, REL_PARAGRAPH_BODY);
  GError *error = NULL;

  rel_tokens_annotate (model, document, &error);
  g_assert_no_error (error);
  return document;
}

/* Tokens parted by blanks, words of one token by "+", sentences by "/". */
static gchar *
render (const RelDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint s = 0; s < document->n_sentences; s++) {
    const RelToken *tokens = rel_sentence_get_tokens (document, &document->sentences[s]);

    if (s > 0)
      g_string_append (out, " / ");
    for (guint t = 0; t < document->sentences[s].n_tokens; t++)
      g_string_append_printf (out, "%s%s", t == 0 ? "" : tokens[t].n_words == 0 ? "+" : " ", tokens[t].form);
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_white (const gchar *text, guint32 from, guint32 to)
{
  for (const gchar *p = text + from; p < text + to; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* What holds of any text: tokens stand in order, leave out nothing but white space, and add up to the sentences. */
static void
assert_covers (const RelDocument *document)
{
  guint32 at = 0, token = 0;

  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    guint words_left = 0;

    g_assert_cmpuint (sentence->first, ==, token);
    g_assert_cmpuint (sentence->n_tokens, >, 0);
    g_assert_cmpuint (sentence->n_tokens, <=, REL_SENTENCE_MAX_TOKENS);
    for (guint t = 0; t < sentence->n_tokens; t++, token++) {
      const RelToken *word = &document->tokens[token];

      g_assert_cmpuint (word->span.start, <, word->span.end);
      g_assert_true (is_white (document->text, at, word->span.start));
      g_assert_cmpmem (word->form, strlen (word->form), document->text + word->span.start,
                       word->span.end - word->span.start);
      if (word->n_words > 0) {
        g_assert_cmpuint (words_left, ==, 0);
        words_left = word->n_words;
      }
      g_assert_cmpuint (words_left, >, 0);
      words_left--;
      if (token + 1 < document->n_tokens)
        g_assert_cmpint (word->space_after, ==, word->span.end < word[1].span.start);
      at = word->span.end;
    }
    g_assert_cmpuint (words_left, ==, 0);
    g_assert_cmpuint (sentence->span.start, ==, document->tokens[sentence->first].span.start);
    g_assert_cmpuint (sentence->span.end, ==, at);
  }
  g_assert_cmpuint (token, ==, document->n_tokens);
  g_assert_true (is_white (document->text, at, document->n_bytes));
}

static void
test_learned (gconstpointer model)
{
  const gchar *text = "Dr. Lee spoke. They can't stay, but Kim left.";
  g_autoptr (RelDocument) document = annotate (model, text, strlen (text));
  g_autofree gchar *lines = render (document);

  g_assert_cmpstr (lines, ==, "Dr. Lee spoke . / They ca+n't stay , but Kim left .");
}

static void
test_any_text (gconstpointer model)
{
  static const gchar *const pieces[]
    = { "a",        "B",   "9",  ".",   ",", " ",        "\n", "\t", "-",
        "'",        "’",   "\"", "“",   "(", ")",        "é",  "김", "\xf0\x9f\x98\x80",
        "\xc2\xa0", "://", "@",  "n't", "x", "\xcc\x81", "?" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (gint n = g_rand_int_range (random, 0, 400); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    g_autoptr (RelDocument) document = annotate (model, text->str, text->len);
    assert_covers (document);
  }
}

/* Hyphens at the ends of the paragraph and of the chunk. */
static void
test_hyphens (gconstpointer model)
{
  static const gchar *const texts[]
    = { "9-9", "-9", "9-", "-", "9-9-9-9-9-9-9-9-9-9-9-9", "a-9-b", "--9", "9--9", " 1-2 ", "a 1-2-3 b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (RelDocument) document = annotate (model, texts[i], strlen (texts[i]));
    assert_covers (document);
  }
}

static void
test_million_characters (gconstpointer model)
{
  static const gchar *const units[] = { "a", ".", "-", "a-", "'s", "  ", "ab ", "é" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    while (text->len < 1000000)
      g_string_append (text, units[i]);
    g_autoptr (RelDocument) document = annotate (model, text->str, text->len);
    assert_covers (document);
  }
}

static void
test_long_sentence (gconstpointer model)
{
  g_autoptr (GString) text = g_string_new ("They moved ships");

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 10 == 9 ? ", ships" : " ships");
  g_autoptr (RelDocument) document = annotate (model, text->str, text->len);
  assert_covers (document);
  g_assert_cmpuint (document->n_sentences, >=, 5500 / REL_SENTENCE_MAX_TOKENS);
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    gboolean is_last = s + 1 == document->n_sentences;

    g_assert_cmpint (sentence->too_long, ==, !is_last);
    if (!is_last)
      g_assert_cmpstr (document->tokens[sentence->first + sentence->n_tokens - 1].form, ==, ",");
  }
}

static void
test_kinds (gconstpointer model)
{
  for (gint kind = REL_PARAGRAPH_BODY; kind <= REL_PARAGRAPH_NOISE; kind++) {
    g_autoptr (RelDocument) document = make_document ("Lee left.", 9, (RelParagraphKind) kind);

    g_assert_true (rel_tokens_annotate (model, document, NULL));
    g_assert_cmpuint (document->n_sentences, ==, kind <= REL_PARAGRAPH_CAPTION ? 1 : 0);
    g_assert_nonnull (document->sentences);
  }
}

static void
test_no_tokenizer (void)
{
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();
  g_autoptr (RelDocument) document = make_document ("Lee left.", 9, REL_PARAGRAPH_BODY);
  g_autofree gchar *path = NULL;
  GError *error = NULL;

  rel_model_writer_set_section (writer, "tokenizer", "too short", 9);
  g_close (g_file_open_tmp ("tokenizer-XXXXXX.relm", &path, NULL), NULL);
  g_assert_true (rel_model_writer_save (writer, path, NULL));
  g_autoptr (RelModel) model = rel_model_open (path, NULL);
  g_unlink (path);
  g_assert_false (rel_tokens_annotate (model, document, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_MODEL);
  g_error_free (error);
  g_assert_null (document->sentences);
}

int
main (int argc, char **argv)
{
  g_autoptr (RelModel) model = NULL;

  g_test_init (&argc, &argv, NULL);
  model = train_model ();
  g_test_add_data_func ("/tokenizer/learned", model, test_learned);
  g_test_add_data_func ("/tokenizer/any-text", model, test_any_text);
  g_test_add_data_func ("/tokenizer/hyphens", model, test_hyphens);
  g_test_add_data_func ("/tokenizer/million-characters", model, test_million_characters);
  g_test_add_data_func ("/tokenizer/long-sentence", model, test_long_sentence);
  g_test_add_data_func ("/tokenizer/kinds", model, test_kinds);
  g_test_add_func ("/tokenizer/no-tokenizer", test_no_tokenizer);
  return g_test_run ();
}

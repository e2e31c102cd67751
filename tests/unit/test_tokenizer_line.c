/* Characters and chunks of a paragraph. */
#include "lexis/tokenizer_line.h"

#include <string.h>

static RelTokenLine *
read_line (const gchar *text)
{
  RelTokenLine *line = rel_token_line_new ();

  rel_token_line_read (line, text, (RelSpan){ 0, (guint32) strlen (text) });
  return line;
}

/* The chunks of @text parted by bars, with a star behind those that look like addresses. */
static gchar *
render_chunks (const gchar *text)
{
  g_autoptr (RelTokenLine) line = read_line (text);
  GString *out = g_string_new (NULL);
  RelTokenChunk chunk;

  for (gboolean found = rel_token_line_find_chunk (line, NULL, &chunk); found;
       found = rel_token_line_find_chunk (line, &chunk, &chunk)) {
    if (out->len > 0)
      g_string_append_c (out, '|');
    g_string_append_len (out, text + line->starts[chunk.start], line->starts[chunk.end] - line->starts[chunk.start]);
    if (chunk.is_address)
      g_string_append_c (out, '*');
  }
  return g_string_free (out, FALSE);
}

static void
test_chunks (void)
{
  static const gchar *const cases[][2] = {
    { "", "" },
    { " \n\t ", "" },
    { "one", "one" },
    { "  one  two\nthree ", "one|two|three" },
    { "caf\xc3\xa9\xc2\xa0noir", "caf\xc3\xa9|noir" }, /* a no-break space is white space */
    { "see http://example.org now", "see|http://example.org*|now" },
    { "www.example.org a@b.c @b wwwa. ://", "www.example.org*|a@b.c*|@b|wwwa.|://" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree gchar *chunks = render_chunks (cases[i][0]);
    g_assert_cmpstr (chunks, ==, cases[i][1]);
  }
}

static void
test_neighbours (void)
{
  g_autoptr (RelTokenLine) line = read_line ("a bc def");
  RelTokenChunk chunk;

  g_assert_true (rel_token_line_find_chunk (line, NULL, &chunk));
  g_assert_cmpuint (chunk.previous_start, ==, chunk.previous_end);
  g_assert_true (rel_token_line_find_chunk (line, &chunk, &chunk));
  g_assert_cmpuint (chunk.previous_start, ==, 0);
  g_assert_cmpuint (chunk.previous_end, ==, 1);
  g_assert_cmpuint (chunk.next_start, ==, 5);
  g_assert_cmpuint (chunk.next_end, ==, 8);
  g_assert_true (rel_token_line_find_chunk (line, &chunk, &chunk));
  g_assert_cmpuint (chunk.next_start, ==, chunk.next_end);
  g_assert_false (rel_token_line_find_chunk (line, &chunk, &chunk));
}

/* Hashes tell pieces apart by their letters, not by case, place or kind of quotation mark. */
static void
test_hash (void)
{
  g_autoptr (RelTokenLine) line
    = read_line ("It's IT’S it.s abcdefghijklmnopqrstuvwxyz abcdefghij0123klmnopqrstuvwxyz");

  g_assert_cmpuint (rel_token_line_hash (line, 0, 4), ==, rel_token_line_hash (line, 5, 9));
  g_assert_cmpuint (rel_token_line_hash (line, 0, 4), !=, rel_token_line_hash (line, 10, 14));
  g_assert_cmpuint (rel_token_line_hash (line, 0, 2), !=, rel_token_line_hash (line, 1, 3));
  g_assert_cmpuint (rel_token_line_hash (line, 15, 41), ==, rel_token_line_hash (line, 42, line->n));
}

static void
test_classes (void)
{
  g_autoptr (RelTokenLine) line = read_line ("aZ5.\xea\xb9\x80\xe2\x80\x94\xe2\x80\x9c\xe2\x80\x9d\xe2\x82\xac ");
  const guint8 expected[]
    = { REL_CLASS_LOWER, REL_CLASS_UPPER,  REL_CLASS_DIGIT, '.', REL_CLASS_LETTER, REL_CLASS_DASH, REL_CLASS_OPEN,
        REL_CLASS_CLOSE, REL_CLASS_SYMBOL, REL_CLASS_SPACE };

  g_assert_cmpmem (line->classes, line->n, expected, sizeof expected);
  g_assert_cmpuint (line->starts[5], ==, 7);
  g_assert_cmpuint (line->run_first[2], ==, 0);
  g_assert_cmpuint (line->run_end[0], ==, 3);
}

/* A line is used again for paragraphs of all lengths; nothing of the longer one is left behind the shorter. */
static void
test_reuse (void)
{
  g_autoptr (RelTokenLine) line = read_line ("a much longer line of words");
  RelTokenChunk chunk;

  rel_token_line_read (line, "ab", (RelSpan){ 0, 1 });
  g_assert_cmpuint (line->n, ==, 1);
  g_assert_true (rel_token_line_find_chunk (line, NULL, &chunk));
  g_assert_cmpuint (chunk.next_start, ==, chunk.next_end);
  g_assert_cmpuint (line->classes[1], ==, REL_CLASS_EDGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-line/chunks", test_chunks);
  g_test_add_func ("/tokenizer-line/neighbours", test_neighbours);
  g_test_add_func ("/tokenizer-line/hash", test_hash);
  g_test_add_func ("/tokenizer-line/classes", test_classes);
  g_test_add_func ("/tokenizer-line/reuse", test_reuse);
  return g_test_run ();
}

/* Repairing text in place, and finding where to cut it. */
#include "document/text.h"

#include <string.h>

static void
check_clean (const gchar *text, const gchar *expected)
{
  g_autofree gchar *copy = g_strdup (text);

  rel_text_clean (copy, strlen (text));
  g_assert_cmpstr (copy, ==, expected);
}

static void
test_clean (void)
{
  check_clean ("tab\tand\nline", "tab\tand\nline");
  check_clean ("bell\a and \x1b[31mcolour\x7f", "bell  and  [31mcolour ");
  check_clean ("DOS\r\nold\rMac\r", "DOS \nold\nMac\n");
  check_clean ("mark\xef\xbb\xbfinside", "mark   inside");
  check_clean ("next\xc2\x85line", "next\n line");
  check_clean ("a\xe2\x80\xa8z", "a\n  z");
  check_clean ("a\xe2\x80\xa9z", "a\n\n z");
  check_clean ("caf\xc3\xa9 \xed\x95\x9c", "caf\xc3\xa9 \xed\x95\x9c");
}

static void
test_trim (void)
{
  static const gchar text[] = " \t\xc2\xa0\xe2\x80\x8bword and word\xe3\x80\x80\n";
  guint32 start = 0, end = (guint32) strlen (text);

  rel_text_trim (text, &start, &end);
  g_assert_cmpint (strncmp (text + start, "word and word", end - start), ==, 0);
  g_assert_cmpuint (end - start, ==, strlen ("word and word"));
  end = start;
  rel_text_trim (text, &start, &end);
  g_assert_cmpuint (start, ==, end);
}

static gboolean
ends (const gchar *text)
{
  return rel_text_ends_sentence (text, 0, (guint32) strlen (text));
}

static void
test_ends_sentence (void)
{
  g_assert_true (ends ("It ended."));
  g_assert_true (ends ("\"Did it?\" "));
  g_assert_true (ends ("(It did.)"));
  g_assert_true (ends ("So it went\xe2\x80\xa6"));
  g_assert_true (ends ("\xe2\x80\x9cYes!\xe2\x80\x9d"));
  g_assert_false (ends ("A heading"));
  g_assert_false (ends ("these:"));
  g_assert_false (ends ("(a note)"));
  g_assert_false (ends (""));
}

static void
test_cut_prefers (void)
{
  g_assert_cmpuint (rel_text_find_cut ("One. Two.\nThree.\n\nFour five six", 31, 25), ==, 18);
  g_assert_cmpuint (rel_text_find_cut ("One two three four.\nfive six seven", 34, 25), ==, 20);
  g_assert_cmpuint (rel_text_find_cut ("One two three four. five six seven", 34, 25), ==, 20);
  g_assert_cmpuint (rel_text_find_cut ("one two three four five six seven", 33, 25), ==, 24);
  g_assert_cmpuint (rel_text_find_cut ("onetwothreefourfivesixseven", 27, 20), ==, 20);
}

static void
test_cut_keeps_characters_whole (void)
{
  static const gchar text[] = "\xed\x95\x9c\xed\x95\x9c\xed\x95\x9c\xed\x95\x9c";

  for (gsize max = 3; max < strlen (text); max++)
    g_assert_cmpuint (rel_text_find_cut (text, strlen (text), max), ==, max / 3 * 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/ends-sentence", test_ends_sentence);
  g_test_add_func ("/text/cut-prefers", test_cut_prefers);
  g_test_add_func ("/text/cut-keeps-characters-whole", test_cut_keeps_characters_whole);
  return g_test_run ();
}

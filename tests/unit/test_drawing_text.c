/* Texts of a picture: cleaned, wrapped, made from IRIs. */
#include <relata/base.h>
#include <writers/drawing_text.h>

static void
assert_clean (const gchar *text, const gchar *expected)
{
  g_autofree gchar *found = rel_drawing_text_clean (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_clean (void)
{
  assert_clean ("  a\t\n b\r ", "a b");
  assert_clean ("\\N", "\xE2\x88\x96N");
  assert_clean ("a\xE2\x80\xAE"
                "b",
                "ab");
  assert_clean ("a\001b", "a b");
  assert_clean ("", "");
}

static void
assert_wrapped (const gchar *text, guint width, guint max_lines, const gchar *expected)
{
  g_autofree gchar *found = rel_drawing_text_wrap (text, width, max_lines);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrapped ("short", 10, 2, "short");
  assert_wrapped ("called for new cooperation in", 26, 3, "called for new\ncooperation in");
  assert_wrapped ("one two three four", 8, 2, "one two\nthree\xE2\x80\xA6");
  assert_wrapped ("private-sector cooperation", 22, 3, "private-sector\ncooperation");
  assert_wrapped ("abcdefghij", 4, 9, "abcd\nefgh\nij");
  assert_wrapped ("", 10, 2, "");
}

static void
test_wrap_wide (void)
{
  assert_wrapped ("\xEB\x8C\x80\xED\x95\x9C\xEB\xAF\xBC\xEA\xB5\xAD", 4, 3,
                  "\xEB\x8C\x80\xED\x95\x9C\n\xEB\xAF\xBC\xEA\xB5\xAD");
}

static void
assert_name (const gchar *iri, const gchar *expected)
{
  g_autofree gchar *found = rel_drawing_text_from_iri (iri);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_from_iri (void)
{
  assert_name ("http://example.org/e/Lee_Jae_Myung", "Lee Jae Myung");
  assert_name ("https://schema.org/birthDate", "birth date");
  assert_name ("http://example.org/ns#knows", "knows");
  assert_name ("http://example.org/S%C3%A3o_Paulo/", "S\xC3\xA3o Paulo");
  assert_name ("http://example.org/%FF", "%FF");
  assert_name ("///", "\xE2\x80\xA6");
}

static void
assert_duration (const gchar *text, const gchar *words)
{
  g_autofree gchar *found = rel_drawing_text_from_duration (text);

  g_assert_cmpstr (found, ==, words);
}

static void
test_durations (void)
{
  assert_duration ("P2Y", "2 years");
  assert_duration ("P1Y6M", "1 year, 6 months");
  assert_duration ("P3W", "3 weeks");
  assert_duration ("PT14M4S", "14 minutes, 4 seconds");
  assert_duration ("P1DT0.5S", "1 day, 0.5 seconds");
  assert_duration ("P", NULL);
  assert_duration ("PM", NULL);
  assert_duration ("Paris", NULL);
  assert_duration ("P2", NULL);
  assert_duration ("P2H", NULL);
  assert_duration ("2Y", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-text/clean", test_clean);
  g_test_add_func ("/drawing-text/wrap", test_wrap);
  g_test_add_func ("/drawing-text/wrap-wide", test_wrap_wide);
  g_test_add_func ("/drawing-text/from-iri", test_from_iri);
  g_test_add_func ("/drawing-text/durations", test_durations);
  return g_test_run ();
}

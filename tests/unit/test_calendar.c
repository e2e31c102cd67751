/* Time expressions against the day of publication: what they come to, and what cannot be told. */
#include <reference/calendar.h>

static RelLexicon *lexicon;

static void
check (const gchar *phrase, const gchar *anchor, gboolean past, const gchar *expected)
{
  RelDate date = { 0 };

  if (anchor != NULL)
    g_assert_true (rel_date_parse (anchor, &date));

  g_autofree gchar *value = rel_time_resolve (lexicon, phrase, date, past);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_weekdays (void)
{
  check ("Monday", "2026-01-19", TRUE, "2026-01-19"); /* the day itself is a Monday */
  check ("on Saturday", "2026-01-19", TRUE, "2026-01-17");
  check ("Sunday", "2026-01-19", FALSE, "2026-01-25");
  check ("last Monday", "2026-01-19", TRUE, "2026-01-12");
  check ("next Friday", "2026-01-19", FALSE, "2026-01-23");
  check ("Monday", "2026-01", TRUE, NULL); /* no day to count from */
}

static void
test_days (void)
{
  check ("yesterday", "2024-03-01", TRUE, "2024-02-29");
  check ("tomorrow", "2023-12-31", FALSE, "2024-01-01");
  check ("this morning", "2019-09-26", TRUE, "2019-09-26");
  check ("last night", "2019-09-26", TRUE, "2019-09-25");
  check ("morning", "2019-09-26", TRUE, NULL);
  check ("today", NULL, TRUE, NULL);
}

static void
test_months (void)
{
  check ("last June", "2026-01-19", TRUE, "2025-06");
  check ("September last year", "2026-01-19", TRUE, "2025-09");
  check ("in September last year", "2026-01-19", TRUE, "2025-09");
  check ("February", "2026-01-19", FALSE, "2026-02");
  check ("December", "2026-01-19", TRUE, "2025-12");
  check ("next month", "2025-12-19", FALSE, "2026-01");
  check ("may", "2026-01-19", TRUE, NULL); /* the verb */
  check ("June 2019", NULL, TRUE, "2019-06");
}

static void
test_dates (void)
{
  check ("Jan. 19", "2026-01-19", TRUE, "2026-01-19");
  check ("July 23", "2019-07-24", TRUE, "2019-07-23");
  check ("Jan. 19, 2026", NULL, TRUE, "2026-01-19");
  check ("23 July 2019", NULL, TRUE, "2019-07-23");
  check ("2026-01-19", NULL, TRUE, "2026-01-19");
  check ("February 31, 2020", NULL, TRUE, NULL);
}

static void
test_years (void)
{
  check ("2012", NULL, TRUE, "2012");
  check ("last year", "2026-01-19", TRUE, "2025");
  check ("two years ago", "2026-01-19", TRUE, "2024");
  check ("a year ago", "2026-01-19", TRUE, "2025");
  check ("the 1990s", NULL, TRUE, "1990/1999");
  check ("the 19th century", NULL, TRUE, "1801/1900");
  check ("the following year", "2026-01-19", TRUE, NULL); /* counts from the time of the story */
}

static void
test_intervals (void)
{
  check ("from 2012 to 2024", NULL, TRUE, "2012/2024");
  check ("1950-53", NULL, TRUE, "1950/1953");
  check ("July to August 2024", NULL, TRUE, "2024-07/2024-08");
  check ("2 to 5 May", "2025-06-01", TRUE, "2025-05-02/2025-05-05");
}

static void
test_durations (void)
{
  check ("three-day", NULL, TRUE, "P3D");
  check ("almost two decades", NULL, TRUE, "P20Y");
  check ("six weeks", NULL, TRUE, "P6W");
  check ("36 hours", NULL, TRUE, "PT36H");
  check ("annually", NULL, TRUE, "R/P1Y");
}

static void
check_story (const gchar *phrase, const RelTimeFrame *frame, const gchar *expected)
{
  g_autofree gchar *value = rel_time_resolve_frame (lexicon, phrase, frame);
  g_assert_cmpstr (value, ==, expected);
}

/* What is counted from the times that the text has told. */
static void
test_story (void)
{
  RelTimeFrame frame = { .anchor = { 2024, 5, 7 }, .past = TRUE };

  check_story ("the previous day", &frame, NULL); /* nothing told */
  rel_time_frame_tell (&frame, "2021-03-01");
  check_story ("the previous day", &frame, "2021-02-28");
  check_story ("the next day", &frame, "2021-03-02");
  check_story ("two weeks later", &frame, "2021-03-15");
  rel_time_frame_tell (&frame, "1998");
  check_story ("the same day", &frame, "2021-03-01"); /* a year has no day */
  check_story ("two years later", &frame, "2000");
  check_story ("that year", &frame, "1998");
  check_story ("earlier this month", &frame, "2024-05");
  check_story ("yesterday", &frame, "2024-05-06");
  rel_time_frame_tell (&frame, "P3D"); /* no date: nothing changes */
  check_story ("that year", &frame, "1998");
}

static void
test_relative (void)
{
  g_assert_true (rel_time_is_relative (lexicon, "last June"));
  g_assert_true (rel_time_is_relative (lexicon, "the following day"));
  g_assert_false (rel_time_is_relative (lexicon, "June 2019"));
  g_assert_false (rel_time_is_relative (lexicon, "the moment"));
}

static void
test_hostile (void)
{
  check ("", "2026-01-19", TRUE, NULL);
  check ("-", "2026-01-19", TRUE, NULL);
  check ("99999999999999 years ago", "2026-01-19", TRUE, NULL);
  check ("5000000 days ago", "2026-01-19", TRUE, NULL);
  check ("Monday", "0001-01-01", TRUE, "0001-01-01");
  check ("Sunday", "0001-01-01", TRUE, NULL); /* before the calendar begins */
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = rel_lexicon_new ("ontology", NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/calendar/weekdays", test_weekdays);
  g_test_add_func ("/calendar/days", test_days);
  g_test_add_func ("/calendar/months", test_months);
  g_test_add_func ("/calendar/dates", test_dates);
  g_test_add_func ("/calendar/years", test_years);
  g_test_add_func ("/calendar/intervals", test_intervals);
  g_test_add_func ("/calendar/durations", test_durations);
  g_test_add_func ("/calendar/story", test_story);
  g_test_add_func ("/calendar/relative", test_relative);
  g_test_add_func ("/calendar/hostile", test_hostile);
  status = g_test_run ();
  rel_lexicon_free (lexicon);
  return status;
}

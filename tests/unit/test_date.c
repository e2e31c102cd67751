/* Dates as people write them, and as options give them. */
#include "document/date.h"

#include <string.h>

static void
test_parse (void)
{
  RelDate date = { 1, 1, 1 };

  g_assert_true (rel_date_parse ("2026-01-19", &date));
  g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, 20260119);
  g_assert_true (rel_date_parse ("2024-02-29", &date));
  g_assert_true (rel_date_parse ("2026-01", &date));
  g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, 20260100);
  g_assert_true (rel_date_parse ("2026", &date));
  g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, 20260000);
}

static void
test_parse_refuses (void)
{
  static const gchar *const wrong[] = {
    "",           "19",       "2026-",       "2026-13",     "2026-00-01", "2026-02-29",
    "2026-01-32", "2026-1-9", "2026-01-19 ", " 2026",       "2026-01-00", "0000-01-01",
    "yesterday",  "20260119", "2026/01/19",  "2026-01-19T",
  };
  RelDate date = { 7, 7, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (rel_date_parse (wrong[i], &date))
      g_error ("\"%s\" was read as a date", wrong[i]);
  g_assert_cmpint (date.year, ==, 7);
}

static void
test_to_string (void)
{
  static const gchar *const strings[] = { "2026-01-19", "2026-01", "2026", "0987-12-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    RelDate date;
    g_autofree gchar *again = NULL;

    g_assert_true (rel_date_parse (strings[i], &date));
    again = rel_date_to_string (date);
    g_assert_cmpstr (again, ==, strings[i]);
  }
}

typedef struct {
  const gchar *text;
  gint n_bytes; /* that belong to the date */
  gint date;    /* year, month and day as one number */
} Written;

static void
test_scan (void)
{
  static const Written written[] = {
    { "2026-01-19", 10, 20260119 },
    { "2026-01-19 13:39:22", 19, 20260119 },
    { "2026-01-19T13:39:22.5Z", 22, 20260119 },
    { "2026-01-19T13:39:22+09:00", 25, 20260119 },
    { "2026/1/9", 8, 20260109 },
    { "January 19, 2026", 16, 20260119 },
    { "Jan. 19, 2026 in Seoul", 13, 20260119 },
    { "Jan. 19 (Agency)", 7, 119 },
    { "Sept. 4", 7, 904 },
    { "May 6, 2024", 11, 20240506 },
    { "January 2026", 12, 20260100 },
    { "19 January 2026", 15, 20260119 },
    { "4 Mar 2025 10:11:12 +0100", 25, 20250304 },
    { "Tuesday, July 23, 2019", 22, 20190723 },
    { "Tue, 23 Jul 2019", 16, 20190723 },
    { "March 3, 2023 9:14 a.m. GMT", 27, 20230303 },
    { "Feb. 29", 7, 229 },
    { "Jan. 5, 12 people", 6, 105 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++) {
    RelDate date = { 0, 0, 0 };
    gsize n = rel_date_scan (written[i].text, strlen (written[i].text), &date);

    g_test_message ("%s", written[i].text);
    g_assert_cmpint ((gint) n, ==, written[i].n_bytes);
    g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, written[i].date);
  }
}

static void
test_scan_refuses (void)
{
  static const gchar *const wrong[] = {
    "",
    "Jan",
    "Janet 5",
    "may 5",
    "January the first",
    "Feb. 30, 2026",
    "31",
    "19 people",
    "2026-13-01",
    "2026-1",
    "Monday",
    "Mayor 5",
    "2026",
    "5-7",
    "Marching 12",
    "13/14/2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    RelDate date;
    if (rel_date_scan (wrong[i], strlen (wrong[i]), &date) != 0)
      g_error ("\"%s\" was read as a date", wrong[i]);
  }
}

/* No byte behind the given length is read. */
static void
test_scan_stays_inside (void)
{
  static const gchar text[] = "Tue, 23 Jul 2019 10:11:12 +0100";

  for (gsize n = 0; n <= strlen (text); n++) {
    g_autofree gchar *copy = g_memdup2 (text, MAX (n, 1));
    RelDate date;
    g_assert_cmpuint (rel_date_scan (copy, n, &date), <=, n);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse-refuses", test_parse_refuses);
  g_test_add_func ("/date/to-string", test_to_string);
  g_test_add_func ("/date/scan", test_scan);
  g_test_add_func ("/date/scan-refuses", test_scan_refuses);
  g_test_add_func ("/date/scan-stays-inside", test_scan_stays_inside);
  return g_test_run ();
}

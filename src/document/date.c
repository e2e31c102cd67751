/* Dates: the written forms of English news and of ISO 8601 → RelDate.
 *
 * The names of months and days come from the C locale of the C library; any beginning of a name with three
 * letters or more is taken for it ("Sept.", "Tues"). Cost: linear in the bytes of the date.
 */
#include "document/date.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define N_MONTHS 12
#define N_WEEKDAYS 7
#define SHORTEST_ABBREVIATION 3
#define LEAP_YEAR 2000
#define LONGEST_ZONE 5

/* A place in the text being read. */
typedef struct {
  const gchar *p;
  const gchar *end;
} Cursor;

static const gchar *
get_name (nl_item item)
{
  static gsize is_ready = 0;
  static locale_t c_locale;

  if (g_once_init_enter (&is_ready)) {
    c_locale = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
    g_once_init_leave (&is_ready, 1);
  }
  return nl_langinfo_l (item, c_locale);
}

static void
skip_blanks (Cursor *cursor)
{
  while (cursor->p < cursor->end && (*cursor->p == ' ' || *cursor->p == '\t'))
    cursor->p++;
}

static gboolean
skip_byte (Cursor *cursor, gchar byte)
{
  if (cursor->p >= cursor->end || *cursor->p != byte)
    return FALSE;
  cursor->p++;
  return TRUE;
}

static gboolean
is_at_word_end (const Cursor *cursor)
{
  return cursor->p >= cursor->end || !(g_ascii_isalnum (*cursor->p) || (guchar) *cursor->p >= 0x80);
}

/* A number of @min to @max digits, with no digit behind it. */
static gboolean
read_digits (Cursor *cursor, guint min, guint max, guint *value)
{
  Cursor start = *cursor;
  guint n = 0;

  *value = 0;
  while (n < max && cursor->p < cursor->end && g_ascii_isdigit (*cursor->p)) {
    *value = *value * 10 + (guint) (*cursor->p++ - '0');
    n++;
  }
  if (n >= min && !(cursor->p < cursor->end && g_ascii_isdigit (*cursor->p)))
    return TRUE;
  *cursor = start;
  return FALSE;
}

/* One of @n names that begin at locale item @first, whole or cut short, perhaps with a full stop: 1..@n; 0: none. */
static guint
read_name (Cursor *cursor, nl_item first, guint n)
{
  gsize length = 0;

  while (cursor->p + length < cursor->end && g_ascii_isalpha (cursor->p[length]))
    length++;
  if (length < SHORTEST_ABBREVIATION || !g_ascii_isupper (*cursor->p))
    return 0;
  for (guint i = 0; i < n; i++) {
    const gchar *name = get_name (first + (nl_item) i);
    if (length > strlen (name) || g_ascii_strncasecmp (name, cursor->p, length) != 0)
      continue;
    cursor->p += length;
    if (length < strlen (name))
      skip_byte (cursor, '.');
    return i + 1;
  }
  return 0;
}

static void
skip_weekday (Cursor *cursor)
{
  if (read_name (cursor, DAY_1, N_WEEKDAYS) != 0) {
    skip_byte (cursor, ',');
    skip_blanks (cursor);
  }
}

static gboolean
is_possible (RelDate date)
{
  if (date.month == 0)
    return date.day == 0;
  if (date.month > N_MONTHS)
    return FALSE;

  /* A day without a year is measured in a leap year. */
  return date.day == 0
         || g_date_valid_dmy (date.day, (GDateMonth) date.month, date.year > 0 ? (GDateYear) date.year : LEAP_YEAR);
}

/* "2026-01-19", "2026/1/19" */
static gboolean
read_numeric (Cursor *cursor, RelDate *date)
{
  Cursor c = *cursor;
  guint year, month, day;
  gchar separator;

  if (!read_digits (&c, 4, 4, &year) || c.p >= c.end || strchr ("-/", *c.p) == NULL)
    return FALSE;
  separator = *c.p++;
  if (!read_digits (&c, 1, 2, &month) || !skip_byte (&c, separator) || !read_digits (&c, 1, 2, &day))
    return FALSE;

  *date = (RelDate){ (gint16) year, (guint8) month, (guint8) day };
  *cursor = c;
  return year > 0 && month > 0 && day > 0;
}

/* "January 19, 2026", "Jan. 19", "January 2026" */
static gboolean
read_month_first (Cursor *cursor, RelDate *date)
{
  Cursor c = *cursor;
  guint month = read_name (&c, MON_1, N_MONTHS), day = 0, year = 0;
  Cursor behind_day;

  if (month == 0)
    return FALSE;
  skip_blanks (&c);
  if (read_digits (&c, 4, 4, &year)) {
    *date = (RelDate){ (gint16) year, (guint8) month, 0 };
    *cursor = c;
    return year > 0;
  }
  if (!read_digits (&c, 1, 2, &day) || day == 0 || !is_at_word_end (&c))
    return FALSE;
  behind_day = c;
  skip_byte (&c, ',');
  skip_blanks (&c);
  if (!read_digits (&c, 4, 4, &year) || !is_at_word_end (&c)) {
    year = 0;
    c = behind_day;
  }
  *date = (RelDate){ (gint16) year, (guint8) month, (guint8) day };
  *cursor = c;
  return TRUE;
}

/* "19 January 2026", "19 Jan" */
static gboolean
read_day_first (Cursor *cursor, RelDate *date)
{
  Cursor c = *cursor;
  guint day, month, year = 0;
  Cursor behind_month;

  if (!read_digits (&c, 1, 2, &day) || day == 0)
    return FALSE;
  skip_blanks (&c);
  month = read_name (&c, MON_1, N_MONTHS);
  if (month == 0)
    return FALSE;
  behind_month = c;
  skip_byte (&c, ',');
  skip_blanks (&c);
  if (!read_digits (&c, 4, 4, &year) || !is_at_word_end (&c)) {
    year = 0;
    c = behind_month;
  }
  *date = (RelDate){ (gint16) year, (guint8) month, (guint8) day };
  *cursor = c;
  return TRUE;
}

/* "AM", "p.m." */
static void
skip_half_day (Cursor *cursor)
{
  Cursor c = *cursor;

  skip_blanks (&c);
  if (c.p >= c.end)
    return;
  if (g_ascii_toupper (*c.p) != get_name (AM_STR)[0] && g_ascii_toupper (*c.p) != get_name (PM_STR)[0])
    return;
  c.p++;
  skip_byte (&c, '.');
  if (!skip_byte (&c, 'm') && !skip_byte (&c, 'M'))
    return;
  skip_byte (&c, '.');
  if (is_at_word_end (&c))
    *cursor = c;
}

/* "GMT", "KST": two to five capitals. */
static void
skip_zone (Cursor *cursor)
{
  Cursor c = *cursor;
  guint n = 0;

  skip_blanks (&c);
  while (n <= LONGEST_ZONE && c.p < c.end && g_ascii_isupper (*c.p)) {
    c.p++;
    n++;
  }
  if (n >= 2 && n <= LONGEST_ZONE && is_at_word_end (&c))
    *cursor = c;
}

/* "13:39", "T13:39:22.5Z", ", 10:00 +0900", " 9:14 AM GMT" */
static void
skip_time (Cursor *cursor)
{
  Cursor c = *cursor;
  guint value;

  if (!skip_byte (&c, 'T')) {
    skip_byte (&c, ',');
    skip_blanks (&c);
  }
  if (!read_digits (&c, 1, 2, &value) || !skip_byte (&c, ':') || !read_digits (&c, 2, 2, &value))
    return;
  if (skip_byte (&c, ':') && read_digits (&c, 2, 2, &value) && skip_byte (&c, '.'))
    read_digits (&c, 1, 9, &value);
  *cursor = c;
  if (skip_byte (&c, 'Z')) {
    *cursor = c;
    return;
  }
  skip_half_day (cursor);
  skip_zone (cursor);
  c = *cursor;
  skip_blanks (&c);
  if ((skip_byte (&c, '+') || skip_byte (&c, '-')) && read_digits (&c, 2, 4, &value)) {
    if (skip_byte (&c, ':'))
      read_digits (&c, 2, 2, &value);
    *cursor = c;
  }
}

gsize
rel_date_scan (const gchar *text, gsize n_bytes, RelDate *date)
{
  Cursor cursor = { text, text + n_bytes };
  RelDate found = { 0, 0, 0 };

  skip_weekday (&cursor);
  if (!read_numeric (&cursor, &found) && !read_month_first (&cursor, &found) && !read_day_first (&cursor, &found))
    return 0;
  if (!is_possible (found))
    return 0;
  skip_time (&cursor);
  *date = found;
  return (gsize) (cursor.p - text);
}

gboolean
rel_date_has_same_day (RelDate a, RelDate b)
{
  return a.month == b.month && a.day == b.day;
}

gboolean
rel_date_parse (const gchar *string, RelDate *date)
{
  Cursor cursor;
  RelDate found = { 0, 0, 0 };
  guint year, month = 0, day = 0;

  g_return_val_if_fail (string != NULL && date != NULL, FALSE);

  cursor = (Cursor){ string, string + strlen (string) };
  if (!read_digits (&cursor, 4, 4, &year) || year == 0)
    return FALSE;
  if (skip_byte (&cursor, '-') && (!read_digits (&cursor, 2, 2, &month) || month == 0))
    return FALSE;
  if (month > 0 && skip_byte (&cursor, '-') && (!read_digits (&cursor, 2, 2, &day) || day == 0))
    return FALSE;
  found = (RelDate){ (gint16) year, (guint8) month, (guint8) day };
  if (cursor.p != cursor.end || !is_possible (found))
    return FALSE;
  *date = found;
  return TRUE;
}

gchar *
rel_date_to_string (RelDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02u", date.year, date.month);
  return g_strdup_printf ("%04d-%02u-%02u", date.year, date.month, date.day);
}

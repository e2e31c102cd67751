/* Time expressions → ISO 8601: "last June" and a date of publication in, "2025-06" out.
 *
 * The words of the phrase fill slots (year, month, day, weekday, unit, number, step); what the slots hold decides the
 * rule, in the manner of HeidelTime (Strötgen, Gertz 2013) on a small scale. A phrase that holds more than a rule can
 * use keeps what the text is sure of: the result is as partial as the text. "The previous day" and "two years later" are
 * counted from the last day or time that the text has told. Linear in the length of the phrase.
 */
#include <reference/calendar.h>
#include <reference/number_words.h>
#include <reference/time_words.h>

#include <math.h>
#include <string.h>

#define FIRST_YEAR 1000 /* four figures are a year from here ... */
#define LAST_YEAR 2199  /* ... to here */

typedef struct {
  gint year, month, day; /* 0: not given */
  gint weekday, relative_day;
  gint step;
  gdouble number; /* of a unit, without a year's or day's figures */
  gint direction;
  const gchar *unit; /* (nullable) duration of a unit */
  const gchar *frequency;
  gint decade;
  gboolean has_relative_day, has_step, has_number, has_season, has_day_part, has_story, is_rank;
} Slots;

static gboolean
is_year (const RelTimeWord *word)
{
  return word->kind == REL_TIME_NUMBER && word->n_figures == 4 && !word->is_rank && word->number >= FIRST_YEAR
         && word->number <= LAST_YEAR;
}

/* A number of one or two figures beside a month is a day. */
static gboolean
is_day (const RelTimeWord *words, guint n, guint i)
{
  if (words[i].kind != REL_TIME_NUMBER || words[i].n_figures == 0 || words[i].n_figures > 2 || words[i].number < 1
      || words[i].number > 31)
    return FALSE;
  return (i > 0 && words[i - 1].kind == REL_TIME_MONTH) || (i + 1 < n && words[i + 1].kind == REL_TIME_MONTH)
         || (i + 2 < n && words[i + 1].kind == REL_TIME_OTHER && words[i + 2].kind == REL_TIME_MONTH);
}

static void
fill_number (Slots *slots, const RelTimeWord *words, guint n, guint i)
{
  if (is_year (&words[i]))
    slots->year = (gint) words[i].number;
  else if (is_day (words, n, i))
    slots->day = (gint) words[i].number;
  else {
    slots->number = slots->has_number ? slots->number * words[i].number : words[i].number;
    slots->has_number = TRUE;
    slots->is_rank = words[i].is_rank;
  }
}

static Slots
fill (const RelTimeWord *words, guint n)
{
  Slots slots = { .number = 1 };

  for (guint i = 0; i < n; i++)
    switch (words[i].kind) {
    case REL_TIME_NUMBER:
      fill_number (&slots, words, n, i);
      break;
    case REL_TIME_MONTH:
      slots.month = (gint) words[i].number;
      break;
    case REL_TIME_WEEKDAY:
      slots.weekday = (gint) words[i].number;
      break;
    case REL_TIME_UNIT:
      slots.unit = words[i].text;
      break;
    case REL_TIME_DECADE:
      slots.decade = (gint) words[i].number;
      break;
    case REL_TIME_FREQUENCY:
      slots.frequency = words[i].text;
      break;
    case REL_TIME_SEASON:
      slots.has_season = TRUE;
      break;
    case REL_TIME_DAY_PART:
      slots.has_day_part = TRUE;
      break;
    case REL_TIME_DIRECTION:
      slots.direction = (gint) words[i].number;
      break;
    case REL_TIME_DAY:
      slots.relative_day = (gint) words[i].number;
      slots.has_relative_day = TRUE;
      break;
    case REL_TIME_STEP:
      slots.step = (gint) words[i].number;
      slots.has_step = TRUE;
      break;
    case REL_TIME_STORY_STEP:
      slots.step = (gint) words[i].number;
      slots.has_step = slots.has_story = TRUE;
      break;
    case REL_TIME_STORY_DIRECTION:
      slots.direction = (gint) words[i].number;
      slots.has_story = TRUE;
      break;
    default:
      break;
    }
  return slots;
}

static gchar *
format_date (gint year, gint month, gint day)
{
  if (year < 1 || year > 9999)
    return NULL;
  if (month == 0)
    return g_strdup_printf ("%04d", year);
  if (day == 0)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The day @n_days from @anchor. */
static gchar *
shift_days (RelDate anchor, gint n_days)
{
  GDate date;

  if (anchor.day == 0 || ABS (n_days) > 4000000
      || !g_date_valid_dmy (anchor.day, (GDateMonth) anchor.month, (GDateYear) anchor.year))
    return NULL;
  g_date_set_dmy (&date, anchor.day, (GDateMonth) anchor.month, (GDateYear) anchor.year);
  if ((gint64) g_date_get_julian (&date) + n_days < 1)
    return NULL;
  if (n_days < 0)
    g_date_subtract_days (&date, (guint) -n_days);
  else
    g_date_add_days (&date, (guint) n_days);
  return format_date (g_date_get_year (&date), (gint) g_date_get_month (&date), g_date_get_day (&date));
}

static gchar *
shift_months (RelDate anchor, gint n_months)
{
  gint months = anchor.year * 12 + (anchor.month - 1) + n_months;

  if (anchor.month == 0 || months < 12)
    return NULL;
  return format_date (months / 12, months % 12 + 1, 0);
}

static gchar *
format_week (RelDate anchor, gint n_weeks)
{
  g_autofree gchar *day = shift_days (anchor, 7 * n_weeks);
  RelDate date;

  if (day == NULL || !rel_date_parse (day, &date))
    return NULL;

  g_autoptr (GDateTime) moment = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);

  if (moment == NULL)
    return NULL;
  return g_strdup_printf ("%04d-W%02d", g_date_time_get_week_numbering_year (moment),
                          g_date_time_get_week_of_year (moment));
}

/* "last Monday", "on Monday": the day of publication itself counts unless a step says otherwise. */
static gchar *
resolve_weekday (const Slots *slots, RelDate anchor, gboolean past)
{
  if (anchor.day == 0 || !g_date_valid_dmy (anchor.day, (GDateMonth) anchor.month, (GDateYear) anchor.year))
    return NULL;

  GDate date;
  g_date_set_dmy (&date, anchor.day, (GDateMonth) anchor.month, (GDateYear) anchor.year);

  gint back = ((gint) g_date_get_weekday (&date) - slots->weekday + 7) % 7;
  gboolean backwards = slots->has_step && slots->step != 0 ? slots->step < 0 : past;

  if (backwards)
    return shift_days (anchor, back == 0 && slots->has_step ? -7 : -back);
  return shift_days (anchor, back == 0 && !slots->has_step ? 0 : 7 - back);
}

/* A month without a year: the nearest on the side that step or tense tells. */
static gint
guess_year (const Slots *slots, RelDate anchor, gboolean past)
{
  gint before = anchor.month - slots->month; /* > 0: the month lies behind in this year */
  gboolean is_same = before == 0;

  if (is_same && slots->day > 0 && anchor.day > 0) {
    before = anchor.day - slots->day;
    is_same = before == 0;
  }
  if (slots->has_step && slots->unit == NULL && slots->step != 0) /* "last June" */
    return slots->step < 0 ? anchor.year - (before <= 0) : anchor.year + (before >= 0);
  if (slots->has_step)
    return anchor.year + slots->step; /* "June last year", "this June" */
  if (is_same)
    return anchor.year;
  return past ? anchor.year - (before < 0) : anchor.year + (before > 0);
}

static gchar *
resolve_month (const Slots *slots, RelDate anchor, gboolean past)
{
  if (slots->year > 0)
    return format_date (slots->year, slots->month, slots->day);
  if (anchor.year == 0 || anchor.month == 0)
    return NULL;
  return format_date (guess_year (slots, anchor, past), slots->month, slots->day);
}

/* "last year", "next week", "the previous day". */
static gchar *
resolve_step (const Slots *slots, RelDate anchor)
{
  if (anchor.year == 0)
    return NULL;
  if (strcmp (slots->unit, "P1D") == 0 && slots->has_story)
    return shift_days (anchor, slots->step);
  if (strcmp (slots->unit, "P1Y") == 0)
    return format_date (anchor.year + slots->step, 0, 0);
  if (strcmp (slots->unit, "P1M") == 0)
    return shift_months (anchor, slots->step);
  if (strcmp (slots->unit, "P1W") == 0)
    return format_week (anchor, slots->step);
  return NULL;
}

/* Number of a unit as duration: "P3D", "PT36H". The unit's own count is a factor: a decade is ten years. */
static gchar *
format_duration (const Slots *slots)
{
  const gchar *count = slots->unit + strcspn (slots->unit, "0123456789");
  g_autofree gchar *mark = g_strndup (slots->unit, (gsize) (count - slots->unit));
  const gchar *unit = count + strspn (count, "0123456789");
  RelNumberReader product = { .total = slots->number * g_ascii_strtod (count, NULL) };
  g_autofree gchar *number = rel_number_reader_to_string (&product);

  return g_strconcat (mark, number, unit, NULL);
}

/* "two years ago": as sharp as the unit. */
static gchar *
resolve_ago (const Slots *slots, RelDate anchor)
{
  gdouble n = round (slots->number * g_ascii_strtod (slots->unit + strcspn (slots->unit, "0123456789"), NULL))
              * slots->direction;

  if (anchor.year == 0 || fabs (n) > 100000 || strncmp (slots->unit, "PT", 2) == 0)
    return NULL;
  switch (slots->unit[strlen (slots->unit) - 1]) {
  case 'Y':
    return format_date (anchor.year + (gint) n, 0, 0);
  case 'M':
    return shift_months (anchor, (gint) n);
  case 'W':
    return shift_days (anchor, 7 * (gint) n);
  default:
    return shift_days (anchor, (gint) n);
  }
}

static gchar *
resolve_century (const Slots *slots)
{
  gint century = (gint) slots->number;

  if (century < 1 || century > 90)
    return NULL;
  return g_strdup_printf ("%04d/%04d", (century - 1) * 100 + 1, century * 100);
}

static gchar *
resolve_unit (const Slots *slots, RelDate anchor)
{
  if (strcmp (slots->unit, "P100Y") == 0 && slots->is_rank)
    return resolve_century (slots);
  if (slots->is_rank)
    return NULL;
  if (slots->direction != 0)
    return resolve_ago (slots, anchor);
  if (slots->has_step && !slots->has_number)
    return resolve_step (slots, anchor);
  return slots->has_number ? format_duration (slots) : NULL;
}

/* What the slots are counted from. "Earlier this month" is of the text, "two months earlier" of its story. */
static RelDate
choose_anchor (Slots *slots, const RelTimeFrame *frame)
{
  gboolean day = slots->weekday > 0 || (slots->unit != NULL && strcmp (slots->unit, "P1D") == 0);

  if (slots->has_step && slots->step > 0 && slots->unit != NULL && day)
    slots->has_story = TRUE; /* "the next day" is never tomorrow */
  if (slots->has_story && slots->direction != 0 && (slots->unit == NULL || !slots->has_number)) {
    slots->has_story = FALSE;
    slots->direction = 0;
  }
  if (!slots->has_story)
    return frame->anchor;
  return day ? frame->story_day : frame->story_time;
}

static gchar *
resolve_slots (Slots *slots, const RelTimeFrame *frame)
{
  RelDate anchor = choose_anchor (slots, frame);
  gboolean past = frame->past;

  if (slots->has_story && anchor.year == 0)
    return NULL;
  if (slots->month > 0)
    return resolve_month (slots, anchor, past);
  if (slots->has_relative_day)
    return anchor.year != 0 ? shift_days (anchor, slots->relative_day) : NULL;
  if (slots->weekday > 0)
    return resolve_weekday (slots, anchor, past);
  if (slots->frequency != NULL)
    return g_strdup (slots->frequency);
  if (slots->year > 0)
    return format_date (slots->year, 0, 0);
  if (slots->decade > 0)
    return g_strdup_printf ("%04d/%04d", slots->decade, slots->decade + 9);
  if (slots->unit != NULL)
    return resolve_unit (slots, anchor);
  if (slots->has_day_part && slots->has_step) /* "this morning", "last night" */
    return anchor.year != 0 ? shift_days (anchor, slots->step) : NULL;
  if (slots->has_season && slots->has_step && anchor.year != 0)
    return format_date (anchor.year + slots->step, 0, 0);
  return NULL;
}

/* The end of "1950-53" is 1953, of "2 to 5 May" a day of the same month; the start of "June to August 2024" is in 2024. */
static void
share_slots (Slots *first, Slots *last)
{
  if (first->year > 0 && last->year == 0 && last->month == 0 && last->has_number && last->number < 100)
    last->year = first->year / 100 * 100 + (gint) last->number;
  if (first->year == 0 && first->month > 0)
    first->year = last->year;
  if (first->month > 0 && last->month == 0 && last->year == 0 && last->has_number && last->number <= 31) {
    last->month = first->month;
    last->day = (gint) last->number;
  }
  if (first->month == 0 && first->has_number && last->month > 0 && last->day > 0 && first->number <= 31) {
    first->month = last->month;
    first->day = (gint) first->number;
    first->year = last->year;
  }
}

static gchar *
resolve_interval (const RelTimeWord *words, guint n, guint joint, const RelTimeFrame *frame)
{
  Slots first = fill (words, joint), last = fill (words + joint + 1, n - joint - 1);

  share_slots (&first, &last);
  if (first.unit != NULL || last.unit != NULL)
    return NULL;

  g_autofree gchar *from = resolve_slots (&first, frame);
  g_autofree gchar *to = resolve_slots (&last, frame);

  if (from == NULL || to == NULL || from[0] == 'P' || to[0] == 'P' || from[0] == 'R' || to[0] == 'R')
    return NULL;
  return g_strconcat (from, "/", to, NULL);
}

gchar *
rel_time_resolve_frame (const RelLexicon *lexicon, const gchar *phrase, const RelTimeFrame *frame)
{
  RelDate date;

  if (strlen (phrase) == strlen ("2026-01-19") && rel_date_parse (phrase, &date))
    return g_strdup (phrase);

  g_autoptr (GArray) array = rel_time_words_read (lexicon, phrase);
  const RelTimeWord *words = (const RelTimeWord *) (gpointer) array->data;

  for (guint i = 1; i + 1 < array->len; i++)
    if (words[i].kind == REL_TIME_JOINT) {
      gchar *interval = resolve_interval (words, array->len, i, frame);
      if (interval != NULL)
        return interval;
    }

  Slots slots = fill (words, array->len);

  return resolve_slots (&slots, frame);
}

gchar *
rel_time_resolve (const RelLexicon *lexicon, const gchar *phrase, RelDate anchor, gboolean past)
{
  g_return_val_if_fail (phrase != NULL, NULL);

  return rel_time_resolve_frame (lexicon, phrase, &(RelTimeFrame){ .anchor = anchor, .past = past });
}

void
rel_time_frame_tell (RelTimeFrame *self, const gchar *value)
{
  RelDate date;

  if (value == NULL || !rel_date_parse (value, &date))
    return;
  self->story_time = date;
  if (date.day != 0)
    self->story_day = date;
}

gboolean
rel_time_is_relative (const RelLexicon *lexicon, const gchar *phrase)
{
  static const RelDate any = { 2000, 1, 15 };
  g_autofree gchar *alone = rel_time_resolve_frame (lexicon, phrase, &(RelTimeFrame){ .past = TRUE });
  g_autofree gchar *dated = rel_time_resolve_frame (
    lexicon, phrase, &(RelTimeFrame){ .anchor = any, .story_day = any, .story_time = any, .past = TRUE });

  return alone == NULL && dated != NULL;
}

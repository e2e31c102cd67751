/* Datelines: "SEOUL, Jan. 19 (Yonhap) -- ", "WASHINGTON (AP) — ", "Paris, 5 January 2019 (AFP) - ".
 *
 * A dateline is a place, then perhaps a date, then perhaps a source in brackets, then a dash and the beginning of
 * a sentence. Nothing in it is written small; one at least of date, source and capitals throughout is needed to
 * tell it from "Lee -- the president -- said". Cost: a bounded look at the front of the paragraph.
 */
#include "document/dateline.h"

#include <string.h>

#include "document/date.h"
#include "document/text.h"

#define MAX_DATELINE_BYTES 160
#define MAX_PLACE_WORDS 7
#define MIN_CAPITALS 3 /* letters of a place that capitals alone show to be one */

/* A dash as wire services write it: "--", an em or en dash, or a hyphen with blanks around it. Weak ones part
 * words in other places as well. */
static gsize
match_dash (const gchar *text, guint32 start, guint32 i, guint32 end, gboolean *is_weak)
{
  gboolean behind_blank = i > start && (text[i - 1] == ' ' || text[i - 1] == ')');

  *is_weak = FALSE;
  if (end - i >= 2 && memcmp (text + i, "--", 2) == 0)
    return 2;
  if (end - i >= 3 && memcmp (text + i, "\xe2\x80\x94", 3) == 0) /* U+2014 */
    return 3;
  *is_weak = TRUE;
  if (behind_blank && end - i >= 3 && memcmp (text + i, "\xe2\x80\x93", 3) == 0) /* U+2013 */
    return 3;
  return behind_blank && text[i] == '-' && (i + 1 == end || text[i + 1] == ' ') ? 1 : 0;
}

/* Takes "(Yonhap)" or "/PRNewswire/" off the end of [start, *end). */
static void
take_source (const gchar *text, guint32 start, guint32 *end, RelSpan *source)
{
  const gchar *open;

  *source = (RelSpan){ *end, *end };
  if (*end <= start + 1 || (text[*end - 1] != ')' && text[*end - 1] != '/'))
    return;
  open = g_strrstr_len (text + start, *end - start - 1, text[*end - 1] == ')' ? "(" : "/");
  if (open == NULL)
    return;
  *source = (RelSpan){ (guint32) (open + 1 - text), *end - 1 };
  rel_text_trim (text, &source->start, &source->end);
  *end = (guint32) (open - text);
}

/* Takes ", Jan. 19" off the end of [start, *end). */
static void
take_date (const gchar *text, guint32 start, guint32 *end, RelDate *date)
{
  rel_text_trim (text, &start, end);
  for (guint32 i = start; i < *end; i++) {
    gboolean at_word = i == start || text[i - 1] == ' ' || text[i - 1] == ',';
    gsize n = at_word ? rel_date_scan (text + i, *end - i, date) : 0;
    if (n > 0 && i + n == *end && i > start) {
      *end = i;
      return;
    }
  }
  *date = (RelDate){ 0, 0, 0 };
}

/* Whether [start, end) is a name in words with a capital each; @all_capitals: written in capitals throughout. */
static gboolean
is_place (const gchar *text, guint32 start, guint32 end, gboolean *all_capitals)
{
  guint n_words = 0, n_capitals = 0, n_small = 0;
  gboolean in_word = FALSE;

  for (const gchar *p = text + start; p < text + end; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (g_unichar_isalpha (character)) {
      if (!in_word && g_unichar_islower (character))
        return FALSE;
      n_words += !in_word;
      n_capitals += g_unichar_isupper (character);
      n_small += g_unichar_islower (character);
      in_word = TRUE;
    } else if ((character < 0x80 && strchr (" ,.'-/", (gint) character) != NULL) || character == 0x2019) {
      in_word = in_word && character != ' ' && character != ',';
    } else {
      return FALSE;
    }
  }
  *all_capitals = n_capitals >= MIN_CAPITALS && n_small == 0;
  return n_words > 0 && n_words <= MAX_PLACE_WORDS;
}

static gboolean
begins_sentence (const gchar *text, guint32 start, guint32 end)
{
  gunichar character;

  if (start == end)
    return TRUE;
  character = g_utf8_get_char (text + start);
  return g_unichar_isupper (character) || g_unichar_isdigit (character) || rel_text_is_opening (character);
}

/* Reads [start, dash) as what stands in front of the dash. */
static gboolean
read_parts (const gchar *text, guint32 start, guint32 dash, gboolean is_weak, RelDateline *dateline)
{
  gboolean all_capitals = FALSE, has_date, has_source;

  rel_text_trim (text, &start, &dash);
  take_source (text, start, &dash, &dateline->source);
  take_date (text, start, &dash, &dateline->date);
  while (dash > start && (text[dash - 1] == ' ' || text[dash - 1] == ','))
    dash--;
  if (dash <= start || !is_place (text, start, dash, &all_capitals))
    return FALSE;

  dateline->place = (RelSpan){ start, dash };
  has_date = dateline->date.month != 0;
  has_source = dateline->source.start < dateline->source.end;
  return has_date || (has_source && (all_capitals || !is_weak)) || (all_capitals && !is_weak);
}

gboolean
rel_dateline_find (const gchar *text, guint32 start, guint32 end, RelDateline *dateline)
{
  guint32 limit = MIN (end, start + MAX_DATELINE_BYTES);

  if (start == end || !g_unichar_isupper (g_utf8_get_char (text + start)))
    return FALSE;
  for (guint32 i = start; i < limit; i++) {
    gboolean is_weak;
    gsize n = match_dash (text, start, i, end, &is_weak);
    guint32 behind = i + (guint32) n, last = end;

    if (n == 0)
      continue;
    rel_text_trim (text, &behind, &last);
    if (!begins_sentence (text, behind, last) || !read_parts (text, start, i, is_weak, dateline))
      return FALSE;
    dateline->end = behind;
    return TRUE;
  }
  return FALSE;
}

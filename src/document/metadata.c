/* What a text says of itself: header fields, dates that stand alone, datelines → the draft's strings.
 *
 * These paragraphs become METADATA; where one stands in front of a sentence, it is cut off. Cost: linear.
 */
#include "document/paragraphs.h"

#include <string.h>

#include "document/date.h"
#include "document/dateline.h"
#include "document/metadata_fields.h"
#include "document/text.h"

#define MAX_DATE_LINE_CHARS 60   /* a line that is there for the sake of its date */
#define MAX_DATE_LINE_WORDS 4    /* beside the date: "Published on ... in London" */
#define MAX_SEARCHED_BYTES 16384 /* for the year of a dateline */

typedef struct {
  RelDocumentDraft *draft;
  const gchar *text;
  GArray *out;       /* RelParagraph: the draft's paragraphs to be */
  gboolean in_front; /* no sentence has come yet */
  RelDate day;       /* of the dateline; its year may be missing */
} Finder;

/* "date 2026-01-19 South Korean President ...": cuts the front off. */
static void
cut_glued_date (Finder *self, RelParagraph *paragraph)
{
  guint32 start = paragraph->span.start, end = paragraph->span.end, name_end = end;
  RelDate date;
  gsize n;

  if (rel_metadata_match_name (self->text, start, &name_end))
    start = name_end;
  while (start < end && strchr (": \t", self->text[start]) != NULL)
    start++;
  if (start == end || !g_ascii_isdigit (self->text[start]))
    return;
  n = rel_date_scan (self->text + start, end - start, &date);
  start += (guint32) n;
  if (n == 0 || date.year == 0 || date.day == 0 || start == end || !g_ascii_isspace (self->text[start]))
    return;
  rel_text_trim (self->text, &start, &end);
  if (start == end || !(g_unichar_isupper (g_utf8_get_char (self->text + start)) || self->text[start] == '"'))
    return;
  if (rel_paragraph_cut_front (self->text, paragraph, start, REL_PARAGRAPH_METADATA, self->out))
    rel_metadata_set_date (self->draft, date);
}

/* Whether the paragraph is there for the sake of a date: "Tuesday, July 23, 2019", "| 2026-01-19 13:39:22",
 * "Published on January 19, 2026". */
static gboolean
is_date_line (const gchar *text, const RelParagraph *paragraph, RelDate *date)
{
  guint32 start = paragraph->span.start, end = paragraph->span.end;
  guint n_words = 0;
  gboolean found = FALSE, at_word = TRUE;

  if (end - start > 4 * MAX_DATE_LINE_CHARS || rel_text_ends_sentence (text, start, end)
      || g_utf8_strlen (text + start, (gssize) (end - start)) > MAX_DATE_LINE_CHARS)
    return FALSE;
  for (guint32 i = start; i < end;) {
    gboolean is_letter = g_ascii_isalnum (text[i]) || (guchar) text[i] >= 0x80;
    gsize n = at_word && is_letter && !found ? rel_date_scan (text + i, end - i, date) : 0;

    if (n > 0 && date->year != 0 && date->day != 0) {
      found = TRUE;
      i += (guint32) n;
      at_word = TRUE;
      continue;
    }
    n_words += at_word && is_letter;
    at_word = !is_letter;
    i++;
  }
  return found && n_words <= MAX_DATE_LINE_WORDS;
}

/* Cuts "SEOUL, Jan. 19 (Yonhap) -- " off the front; TRUE when nothing else is in the paragraph. */
static gboolean
cut_dateline (Finder *self, RelParagraph *paragraph)
{
  RelDateline dateline;

  if (!rel_dateline_find (self->text, paragraph->span.start, paragraph->span.end, &dateline))
    return FALSE;
  if (self->day.month == 0)
    self->day = dateline.date;
  rel_metadata_set_string (&self->draft->place, self->text, dateline.place.start, dateline.place.end);
  rel_metadata_set_string (&self->draft->source, self->text, dateline.source.start, dateline.source.end);
  return !rel_paragraph_cut_front (self->text, paragraph, dateline.end, REL_PARAGRAPH_METADATA, self->out);
}

static void
read_paragraph (Finder *self, RelParagraph paragraph)
{
  RelDate date;

  if (paragraph.kind != REL_PARAGRAPH_BODY) {
    g_array_append_val (self->out, paragraph);
    return;
  }
  if (self->in_front && rel_metadata_read_field (self->draft, self->text, paragraph.span.start, paragraph.span.end)) {
    paragraph.kind = REL_PARAGRAPH_METADATA;
  } else if (is_date_line (self->text, &paragraph, &date)) {
    paragraph.kind = REL_PARAGRAPH_METADATA;
    if (self->in_front)
      rel_metadata_set_date (self->draft, date);
  } else {
    if (self->in_front)
      cut_glued_date (self, &paragraph);
    if (cut_dateline (self, &paragraph))
      paragraph.kind = REL_PARAGRAPH_METADATA;
    else if (rel_text_ends_sentence (self->text, paragraph.span.start, paragraph.span.end))
      self->in_front = FALSE;
  }
  g_array_append_val (self->out, paragraph);
}

/* The year of a day, from a full date somewhere in the text that names the same day; 0: none. */
static gint16
find_year (const gchar *text, gsize n_bytes, RelDate day)
{
  gsize end = MIN (n_bytes, MAX_SEARCHED_BYTES);
  RelDate date;

  for (gsize i = 0; i < end; i++) {
    if (!g_ascii_isalnum (text[i]) || (i > 0 && g_ascii_isalnum (text[i - 1])))
      continue;
    if (rel_date_scan (text + i, n_bytes - i, &date) > 0 && date.year != 0 && rel_date_has_same_day (date, day))
      return date.year;
  }
  return 0;
}

void
rel_metadata_find (RelDocumentDraft *draft)
{
  Finder finder = { draft, draft->text->str, NULL, TRUE, { 0, 0, 0 } };

  finder.out = g_array_sized_new (FALSE, FALSE, sizeof (RelParagraph), draft->paragraphs->len + 1);
  for (guint i = 0; i < draft->paragraphs->len; i++)
    read_paragraph (&finder, g_array_index (draft->paragraphs, RelParagraph, i));
  g_array_unref (draft->paragraphs);
  draft->paragraphs = finder.out;

  if (draft->date.year == 0 && finder.day.month != 0) {
    draft->date = finder.day;
    if (draft->date.year == 0)
      draft->date.year = find_year (draft->text->str, draft->text->len, finder.day);
  }
}

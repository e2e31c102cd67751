/* Header fields, "Date: 2026-01-19", above a text or in the front matter of a page → the draft's strings. */
#include "document/metadata_fields.h"

#include <string.h>

#include "document/date.h"
#include "document/text.h"

typedef enum { FIELD_NONE, FIELD_OTHER, FIELD_RIGHTS, FIELD_TITLE, FIELD_DATE, FIELD_SOURCE, FIELD_URL } Field;

/* Header names of mail and news messages (RFC 5322, RFC 5536), of Dublin Core, and of the news formats that
 * follow them (NewsML). */
static const struct {
  const gchar *name;
  Field field;
} field_names[] = {
  { "author", FIELD_OTHER },     { "byline", FIELD_OTHER },        { "category", FIELD_OTHER },
  { "cc", FIELD_OTHER },         { "contributor", FIELD_OTHER },   { "copyright", FIELD_RIGHTS },
  { "creator", FIELD_OTHER },    { "date", FIELD_DATE },           { "dateline", FIELD_OTHER },
  { "from", FIELD_OTHER },       { "headline", FIELD_TITLE },      { "identifier", FIELD_OTHER },
  { "keywords", FIELD_OTHER },   { "language", FIELD_OTHER },      { "license", FIELD_OTHER },
  { "link", FIELD_URL },         { "message-id", FIELD_OTHER },    { "modified", FIELD_OTHER },
  { "newsgroups", FIELD_OTHER }, { "organization", FIELD_SOURCE }, { "published", FIELD_DATE },
  { "publisher", FIELD_SOURCE }, { "reply-to", FIELD_OTHER },      { "rights", FIELD_RIGHTS },
  { "section", FIELD_OTHER },    { "slug", FIELD_OTHER },          { "source", FIELD_SOURCE },
  { "subject", FIELD_TITLE },    { "tags", FIELD_OTHER },          { "title", FIELD_TITLE },
  { "to", FIELD_OTHER },         { "updated", FIELD_OTHER },       { "url", FIELD_URL },
};

#define MAX_NAME_BYTES 16

/* The field whose name, of letters and hyphens, stands at [start, *end); *end is set behind the name. */
static Field
match_field_name (const gchar *text, guint32 start, guint32 *end)
{
  guint32 i = start;

  while (i < *end && i - start <= MAX_NAME_BYTES && (g_ascii_isalpha (text[i]) || text[i] == '-'))
    i++;
  for (gsize k = 0; k < G_N_ELEMENTS (field_names); k++)
    if (strlen (field_names[k].name) == i - start
        && g_ascii_strncasecmp (field_names[k].name, text + start, i - start) == 0) {
      *end = i;
      return field_names[k].field;
    }
  return FIELD_NONE;
}

/* As match_field_name(), with the colon, or "=" as in TOML: *value is set behind it. */
static Field
match_field (const gchar *text, guint32 start, guint32 end, guint32 *value)
{
  guint32 name_end = end;
  Field field = match_field_name (text, start, &name_end);

  while (field != FIELD_NONE && name_end < end && text[name_end] == ' ')
    name_end++;
  if (field == FIELD_NONE || name_end >= end || (text[name_end] != ':' && text[name_end] != '='))
    return FIELD_NONE;
  *value = name_end + 1;
  return field;
}

gboolean
rel_metadata_is_field (const gchar *text, guint32 start, guint32 end)
{
  guint32 value;

  return match_field (text, start, end, &value) != FIELD_NONE;
}

void
rel_metadata_set_string (gchar **slot, const gchar *text, guint32 start, guint32 end)
{
  rel_text_trim (text, &start, &end);
  if (*slot == NULL && start < end)
    *slot = g_strndup (text + start, end - start);
}

void
rel_metadata_set_date (RelDocumentDraft *draft, RelDate date)
{
  if (draft->date.year == 0 && date.year != 0)
    draft->date = date;
}

/* "https://en.wikinews.org/wiki/... (CC BY 2.5, Wikinews)": an address, then who stands behind it last. */
static void
set_source (RelDocumentDraft *draft, const gchar *text, guint32 start, guint32 end)
{
  guint32 behind = start;

  rel_text_trim (text, &start, &end);
  if (end - start < 8 || strncmp (text + start, "http", 4) != 0) {
    rel_metadata_set_string (&draft->source, text, start, end);
    return;
  }
  for (behind = start; behind < end && !g_ascii_isspace (text[behind]); behind++)
    ;
  rel_metadata_set_string (&draft->url, text, start, behind);
  while (end > behind && (text[end - 1] == ')' || text[end - 1] == ' '))
    end--;
  for (guint32 i = end; i > behind; i--)
    if (text[i - 1] == ',' || text[i - 1] == '(') {
      rel_metadata_set_string (&draft->source, text, i, end);
      return;
    }
}

gboolean
rel_metadata_match_name (const gchar *text, guint32 start, guint32 *end)
{
  return match_field_name (text, start, end) != FIELD_NONE;
}

gboolean
rel_metadata_is_rights (const gchar *text, guint32 start, guint32 end)
{
  guint32 i = end;

  if (match_field_name (text, start, &i) != FIELD_RIGHTS)
    return FALSE;
  while (i < end && (strchr (" ()cC", text[i]) != NULL || (guchar) text[i] >= 0x80))
    i++;
  return i < end && g_ascii_isdigit (text[i]);
}

gboolean
rel_metadata_read_field (RelDocumentDraft *draft, const gchar *text, guint32 start, guint32 end)
{
  guint32 value;
  Field field = match_field (text, start, end, &value);
  RelDate date;

  if (field == FIELD_NONE)
    return FALSE;
  rel_text_trim (text, &value, &end);
  if (end - value >= 2 && (text[value] == '"' || text[value] == '\'') && text[end - 1] == text[value]) {
    value++;
    end--;
  }
  if (field == FIELD_TITLE)
    rel_metadata_set_string (&draft->title, text, value, end);
  else if (field == FIELD_SOURCE)
    set_source (draft, text, value, end);
  else if (field == FIELD_URL)
    rel_metadata_set_string (&draft->url, text, value, end);
  else if (field == FIELD_DATE && rel_date_scan (text + value, end - value, &date) > 0)
    rel_metadata_set_date (draft, date);
  return TRUE;
}

/* Which format an input has, and what is the same for all of them once there is text. */
#include "document/input_formats.h"

#include <string.h>

#include "document/paragraphs.h"

static const struct {
  const gchar *ending;
  RelInputFormat format;
} endings[] = {
  { ".txt", REL_INPUT_TEXT },     { ".text", REL_INPUT_TEXT },         { ".html", REL_INPUT_HTML },
  { ".htm", REL_INPUT_HTML },     { ".xhtml", REL_INPUT_HTML },        { ".md", REL_INPUT_MARKDOWN },
  { ".mkd", REL_INPUT_MARKDOWN }, { ".markdown", REL_INPUT_MARKDOWN }, { ".jsonl", REL_INPUT_JSONL },
  { ".ndjson", REL_INPUT_JSONL }, { ".conllu", REL_INPUT_CONLLU },     { ".conll", REL_INPUT_BIO },
  { ".bio", REL_INPUT_BIO },      { ".iob", REL_INPUT_BIO },           { ".iob2", REL_INPUT_BIO },
};

/* How far into an input an opening tag is looked for, behind comments and declarations. */
#define MAX_SNIFFED_BYTES 1024

static gboolean
begins_with (const gchar *bytes, gsize n_bytes, const gchar *start)
{
  return n_bytes >= strlen (start) && g_ascii_strncasecmp (bytes, start, strlen (start)) == 0;
}

static gboolean
is_html (const gchar *bytes, gsize n_bytes)
{
  if (begins_with (bytes, n_bytes, "<!doctype html") || begins_with (bytes, n_bytes, "<html")
      || begins_with (bytes, n_bytes, "<head") || begins_with (bytes, n_bytes, "<body"))
    return TRUE;
  if (!begins_with (bytes, n_bytes, "<!--") && !begins_with (bytes, n_bytes, "<?xml"))
    return FALSE;
  for (gsize i = 0; i + 5 <= MIN (n_bytes, MAX_SNIFFED_BYTES); i++)
    if (begins_with (bytes + i, n_bytes - i, "<html"))
      return TRUE;
  return FALSE;
}

/* An object that opens with a member name, on its first line. */
static gboolean
is_json (const gchar *bytes, gsize n_bytes)
{
  if (n_bytes == 0 || bytes[0] != '{')
    return FALSE;
  for (gsize i = 1; i < n_bytes; i++)
    if (bytes[i] != ' ' && bytes[i] != '\t')
      return bytes[i] == '"';
  return FALSE;
}

RelInputFormat
rel_input_format_detect (const gchar *path, const gchar *bytes, gsize n_bytes)
{
  const gchar *dot = strrchr (path, '.');

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
      return endings[i].format;

  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    n_bytes -= 3;
  }
  while (n_bytes > 0 && g_ascii_isspace (*bytes)) {
    bytes++;
    n_bytes--;
  }
  if (begins_with (bytes, n_bytes, "# newdoc") || begins_with (bytes, n_bytes, "# sent_id")
      || begins_with (bytes, n_bytes, "# global."))
    return REL_INPUT_CONLLU;
  if (is_html (bytes, n_bytes))
    return REL_INPUT_HTML;
  return is_json (bytes, n_bytes) ? REL_INPUT_JSONL : REL_INPUT_TEXT;
}

/* "Jan. 19" gets the year that lies nearest to @anchor. */
static RelDate
complete_date (RelDate date, RelDate anchor)
{
  if (date.year != 0 || date.month == 0 || anchor.year == 0)
    return date.year != 0 ? date : anchor;

  date.year = anchor.year;
  if (anchor.month != 0 && date.month > anchor.month + 6)
    date.year--;
  else if (date.month + 6 < anchor.month)
    date.year++;
  return date;
}

/* Swallows @draft. */
static RelDocumentDraft *
read_paragraphs (RelDocumentDraft *draft, RelInputFormat format, const gchar *path, GError **error)
{
  RelDocumentDraft *read = NULL;

  if (draft->paragraphs->len > 0)
    return draft;
  if (format == REL_INPUT_HTML)
    read = rel_html_read (draft->text->str, draft->text->len, path, error);
  else if (format == REL_INPUT_MARKDOWN)
    read = rel_markdown_read (draft->text->str, draft->text->len);
  else if (format == REL_INPUT_SENTENCES)
    rel_paragraphs_split_lines (draft);
  else
    rel_paragraphs_split (draft);
  if (read == NULL && format != REL_INPUT_HTML)
    return draft;

  if (read != NULL)
    rel_document_draft_inherit (read, draft);
  rel_document_draft_free (draft);
  return read;
}

RelDocument *
rel_input_format_finish (RelDocumentDraft *draft, const gchar *path, const RelInputOptions *options, GError **error)
{
  RelDocument *document;

  draft = read_paragraphs (draft, options->format, path, error);
  if (draft == NULL)
    return NULL;
  if (options->format != REL_INPUT_SENTENCES) {
    rel_metadata_find (draft);
    rel_paragraphs_classify (draft);
  }
  draft->date = complete_date (draft->date, options->date);
  document = rel_document_draft_finish (draft, path);
  document->paragraph_is_sentence = options->format == REL_INPUT_SENTENCES;
  document->tokenized = document->paragraph_is_sentence && options->tokenized;
  return document;
}

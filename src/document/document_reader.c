/* The documents of one input, one after the other.
 *
 *   RelDecoder ─► pending, the text read ahead ─ take_part ─► rel_input_format_finish ─► RelDocument
 *
 * Plain text, Markdown and sentences are read a part at a time, JSON Lines a line at a time, HTML as a whole. So
 * memory is bounded by one document, or by one page or line of UNIT_MAX_BYTES. Cost: linear.
 */
#include <relata/document.h>

#include <string.h>

#include "document/decoder.h"
#include "document/input_formats.h"
#include "document/text.h"

/* Longest HTML page and longest line of JSON Lines: what is far longer is no text that someone wrote. */
#define UNIT_MAX_BYTES (16u << 20)

struct _RelDocumentReader {
  gchar *path;             /* as given, for messages and the documents */
  gchar *name;             /* names the documents: the file name without its ending */
  RelInputOptions options; /* with the format that was detected */
  RelWarningFunc warn;     /* (nullable) */
  gpointer user_data;
  RelDecoder *decoder;

  GString *lines;   /* JSON Lines: text read ahead */
  gsize line_start; /* in lines */
  guint64 n_lines;  /* lines read off */

  RelDocumentDraft *pending; /* (nullable): what is left of the document that is being given out in parts */
  guint n_parts;             /* of it that were given out */
  gsize n_unclean;           /* bytes at the end of pending that await what follows: 0 or 1 */
  gboolean has_text;         /* something other than white space was found */
  gboolean is_done;
};

/* "news/article-1.txt" → "article-1" */
static gchar *
name_input (const gchar *path)
{
  g_autofree gchar *base = NULL;
  const gchar *dot;

  if (strcmp (path, "-") == 0)
    return g_strdup ("stdin");
  base = g_filename_display_basename (path);
  dot = strrchr (base, '.');
  return dot != NULL && dot > base ? g_strndup (base, (gsize) (dot - base)) : g_strdup (base);
}

static gboolean
check_format (const RelDocumentReader *self, GError **error)
{
  if (self->options.format != REL_INPUT_CONLLU && self->options.format != REL_INPUT_BIO)
    return TRUE;
  if (self->options.format == REL_INPUT_CONLLU)
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "%s: CoNLL-U has its tokens already: give --input-format=conllu, or call rel_conllu_reader_open()",
                 self->path);
  else
    g_set_error (error, REL_ERROR, REL_ERROR_USAGE,
                 "%s: BIO has its tokens already: give --input-format=bio, or call rel_bio_reader_open()", self->path);
  return FALSE;
}

/* What the format needs of the decoder. */
static gboolean
prepare (RelDocumentReader *self, GError **error)
{
  gsize n_bytes;
  const gchar *bytes = rel_decoder_peek (self->decoder, &n_bytes);
  g_autofree gchar *encoding = NULL;

  if (self->options.format == REL_INPUT_AUTO)
    self->options.format = rel_input_format_detect (self->path, bytes, n_bytes);
  if (!check_format (self, error))
    return FALSE;
  if (self->options.format == REL_INPUT_JSONL)
    rel_decoder_set_unchecked (self->decoder);
  if (self->options.format == REL_INPUT_HTML)
    encoding = rel_html_find_encoding (bytes, n_bytes);
  return encoding == NULL || rel_decoder_suggest_encoding (self->decoder, encoding, error);
}

RelDocumentReader *
rel_document_reader_open (const gchar *path, const RelInputOptions *options, RelWarningFunc warn, gpointer user_data,
                          GError **error)
{
  g_autoptr (RelDocumentReader) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (RelDocumentReader, 1);
  self->path = g_strdup (path);
  self->name = options != NULL && options->id != NULL ? g_strdup (options->id) : name_input (path);
  if (options != NULL)
    self->options = *options;
  self->warn = warn;
  self->user_data = user_data;
  self->lines = g_string_new (NULL);
  self->decoder = rel_decoder_open (path, self->options.encoding, error);
  self->options.encoding = NULL; /* is the caller's */
  if (self->decoder == NULL || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
rel_document_reader_free (RelDocumentReader *self)
{
  if (self == NULL)
    return;

  rel_decoder_free (self->decoder);
  rel_document_draft_free (self->pending);
  g_string_free (self->lines, TRUE);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

gboolean
rel_document_reader_is_done (const RelDocumentReader *self)
{
  return self->is_done;
}

static void
warn_of_parts (const RelDocumentReader *self)
{
  g_autofree gchar *message = NULL;

  if (self->warn == NULL)
    return;
  message = g_strdup_printf ("%s: %s is longer than %u bytes: it is read as several documents, %s.part2 and so on",
                             self->path, self->pending->id, REL_DOCUMENT_MAX_BYTES, self->pending->id);
  self->warn (message, self->user_data);
}

static gboolean
is_blank (const gchar *text, gsize n_bytes)
{
  guint32 start = 0, end = (guint32) n_bytes;

  rel_text_trim (text, &start, &end);
  return start == end;
}

/* Adds decoded text to pending until it has @n_bytes or the input ends. All of it is clean but for a carriage
 * return at its very end, which may be half of a line end. */
static gboolean
read_ahead (RelDocumentReader *self, gsize n_bytes, GError **error)
{
  GString *text = self->pending->text;

  while (text->len < n_bytes && !rel_decoder_is_at_end (self->decoder)) {
    gsize from = text->len - self->n_unclean, to;

    if (!rel_decoder_read (self->decoder, text, error))
      return FALSE;
    to = text->len;
    self->n_unclean = to > 0 && text->str[to - 1] == '\r' && !rel_decoder_is_at_end (self->decoder);
    rel_text_clean (text->str + from, to - self->n_unclean - from);
  }
  return TRUE;
}

static RelDocumentDraft *
new_pending (const RelDocumentReader *self)
{
  RelDocumentDraft *draft = rel_document_draft_new (FALSE);

  draft->id = g_strdup (self->name);
  return draft;
}

static RelDocument *
finish_input (RelDocumentReader *self)
{
  g_autofree gchar *message = NULL;

  self->is_done = TRUE;
  if (!self->has_text && self->warn != NULL) {
    message = g_strdup_printf ("%s: empty: there is no text in it", self->path);
    self->warn (message, self->user_data);
  }
  return NULL;
}

/* Gives out the next part of pending. */
static RelDocument *
take_part (RelDocumentReader *self)
{
  RelDocumentDraft *part;
  RelDocument *document;

  if (self->n_parts == 0 && self->pending->text->len > REL_DOCUMENT_MAX_BYTES)
    warn_of_parts (self);
  part = rel_document_draft_take_part (self->pending, REL_DOCUMENT_MAX_BYTES);
  if (++self->n_parts > 1) {
    g_free (part->id);
    part->id = g_strdup_printf ("%s.part%u", self->pending->id, self->n_parts);
  }
  document = rel_input_format_finish (part, self->path, &self->options, NULL);
  if (self->n_parts == 1)
    rel_document_draft_inherit_document (self->pending, document);
  return document;
}

/* Text, Markdown, sentences: a window over the whole input. */
static RelDocument *
next_part_of_text (RelDocumentReader *self, GError **error)
{
  if (self->pending == NULL)
    self->pending = new_pending (self);
  do {
    if (!read_ahead (self, REL_DOCUMENT_MAX_BYTES + 1, error)) {
      self->is_done = TRUE;
      return NULL;
    }
    if (self->pending->text->len == 0)
      return finish_input (self);
    if (!is_blank (self->pending->text->str, self->pending->text->len))
      break;
    g_string_truncate (self->pending->text, 0);
    self->n_unclean = 0;
  } while (TRUE);
  self->has_text = TRUE;
  return take_part (self);
}

/* HTML: one page, perhaps in parts. */
static RelDocument *
next_part_of_page (RelDocumentReader *self, GError **error)
{
  RelDocumentDraft *page;

  if (self->pending == NULL) {
    self->pending = new_pending (self);
    if (!read_ahead (self, UNIT_MAX_BYTES + 1, error)) {
      self->is_done = TRUE;
      return NULL;
    }
    if (self->pending->text->len > UNIT_MAX_BYTES) {
      self->is_done = TRUE;
      g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "%s: an HTML page of more than %u bytes; divide it", self->path,
                   UNIT_MAX_BYTES);
      return NULL;
    }
    page = rel_html_read (self->pending->text->str, self->pending->text->len, self->path, error);
    if (page == NULL) {
      self->is_done = TRUE;
      return NULL;
    }
    rel_document_draft_inherit (page, self->pending);
    rel_document_draft_free (self->pending);
    self->pending = page;
  }
  if (self->pending->text->len == 0 || self->pending->paragraphs->len == 0)
    return finish_input (self);
  self->has_text = TRUE;
  return take_part (self);
}

/* The next line of lines, without its end: NULL without @error at the end of the input. */
static const gchar *
read_line (RelDocumentReader *self, gsize *n_bytes, GError **error)
{
  gsize searched = self->line_start;

  for (;;) {
    const gchar *start = self->lines->str + self->line_start;
    const gchar *newline = memchr (self->lines->str + searched, '\n', self->lines->len - searched);

    if (newline != NULL || (rel_decoder_is_at_end (self->decoder) && self->line_start < self->lines->len)) {
      *n_bytes = newline != NULL ? (gsize) (newline - start) : self->lines->len - self->line_start;
      self->line_start += *n_bytes + (newline != NULL);
      self->n_lines++;
      return start;
    }
    if (rel_decoder_is_at_end (self->decoder))
      return NULL;
    if (self->lines->len - self->line_start > UNIT_MAX_BYTES) {
      g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "%s:%" G_GUINT64_FORMAT ": a line of more than %u bytes",
                   self->path, self->n_lines + 1, UNIT_MAX_BYTES);
      return NULL;
    }
    g_string_erase (self->lines, 0, (gssize) self->line_start);
    searched = self->lines->len;
    self->line_start = 0;
    if (!rel_decoder_read (self->decoder, self->lines, error))
      return NULL;
  }
}

/* JSON Lines: the object of the next line that is not blank becomes pending. */
static gboolean
read_object (RelDocumentReader *self, GError **error)
{
  for (;;) {
    GError *cause = NULL;
    gsize n_bytes;
    const gchar *line = read_line (self, &n_bytes, &cause);
    g_autofree gchar *place = NULL;

    if (line == NULL) {
      self->is_done = TRUE;
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        finish_input (self);
      return FALSE;
    }
    while (n_bytes > 0 && g_ascii_isspace (*line)) {
      line++;
      n_bytes--;
    }
    if (n_bytes == 0)
      continue;

    self->has_text = TRUE;
    place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, self->path, self->n_lines);
    self->pending = rel_jsonl_read (line, n_bytes, place, self->warn, self->user_data, error);
    if (self->pending == NULL)
      return FALSE;
    rel_text_clean (self->pending->text->str, self->pending->text->len);
    if (self->pending->id == NULL)
      self->pending->id = g_strdup_printf ("%s-%" G_GUINT64_FORMAT, self->name, self->n_lines);
    self->n_parts = 0;
    return TRUE;
  }
}

static RelDocument *
next_part_of_object (RelDocumentReader *self, GError **error)
{
  RelDocument *document;

  if (self->pending == NULL && !read_object (self, error))
    return NULL;
  document = take_part (self);
  if (self->pending->text->len == 0)
    g_clear_pointer (&self->pending, rel_document_draft_free);
  return document;
}

RelDocument *
rel_document_reader_next (RelDocumentReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_done)
    return NULL;
  if (self->options.format == REL_INPUT_JSONL)
    return next_part_of_object (self, error);
  if (self->options.format == REL_INPUT_HTML)
    return next_part_of_page (self, error);
  return next_part_of_text (self, error);
}

/* Markdown → paragraphs and headings (CommonMark 0.31, chapters 4 and 5, a little simplified; front matter as site
 * builders write it).
 *
 * Line by line: each line ends the block before it, goes on with it, or begins one. Code is left out. Cost: linear.
 */
#include "document/input_formats.h"

#include <string.h>

#include "document/markdown_inline.h"
#include "document/metadata_fields.h"
#include "document/text.h"

#define CODE_INDENT 4
#define MAX_FRONT_MATTER_LINES 200

typedef struct {
  RelDocumentDraft *draft;
  const gchar *text;
  gsize n_bytes;
  GString *raw;    /* the block being read, with its marks */
  GArray *offsets; /* guint32, beside raw */
  RelParagraphKind kind;
  gchar fence; /* '`' or '~' inside fenced code, '<' inside <script> or a comment, 0 outside */
  gsize fence_length;
  gboolean in_list;  /* indented lines belong to an item */
  gboolean is_table; /* the block is the rows of a table */
} Reader;

/* One line, without its end. */
typedef struct {
  gsize start, end;
  gsize indent; /* blanks in front; a tab counts four */
} Line;

static gboolean
next_line (const Reader *self, gsize *position, Line *line)
{
  const gchar *newline;

  if (*position >= self->n_bytes)
    return FALSE;
  newline = memchr (self->text + *position, '\n', self->n_bytes - *position);
  line->start = *position;
  line->end = newline != NULL ? (gsize) (newline - self->text) : self->n_bytes;
  *position = line->end + 1;
  line->indent = 0;
  while (line->start < line->end && (self->text[line->start] == ' ' || self->text[line->start] == '\t'))
    line->indent += self->text[line->start++] == '\t' ? CODE_INDENT : 1;
  while (line->end > line->start && g_ascii_isspace (self->text[line->end - 1]))
    line->end--;
  return TRUE;
}

static gboolean
is_wholly_strong (const GString *raw)
{
  return raw->len > 4 && strncmp (raw->str, "**", 2) == 0 && strcmp (raw->str + raw->len - 2, "**") == 0;
}

static gboolean
is_image (const GString *raw)
{
  return raw->len > 4 && strncmp (raw->str, "![", 2) == 0 && raw->str[raw->len - 1] == ')';
}

static void
end_block (Reader *self)
{
  RelDocumentDraft *draft = self->draft;
  guint32 start = (guint32) draft->text->len;
  guint n = draft->paragraphs->len;

  if (self->raw->len == 0)
    return;
  rel_markdown_append_inline (draft, self->raw, self->offsets);
  if (self->kind == REL_PARAGRAPH_BODY && is_image (self->raw))
    self->kind = REL_PARAGRAPH_CAPTION;
  else if (self->kind == REL_PARAGRAPH_BODY && is_wholly_strong (self->raw)
           && !rel_text_ends_sentence (draft->text->str, start, (guint32) draft->text->len))
    self->kind = REL_PARAGRAPH_HEADING;
  rel_document_draft_add_paragraph (draft, start, (guint32) draft->text->len, self->kind);
  if (draft->paragraphs->len > n)
    rel_document_draft_append_at (draft, "\n\n", 2, g_array_index (self->offsets, guint32, self->offsets->len - 1) + 1);
  g_string_truncate (self->raw, 0);
  g_array_set_size (self->offsets, 0);
  self->kind = REL_PARAGRAPH_BODY;
  self->is_table = FALSE;
}

static void
add_to_block (Reader *self, gsize start, gsize end)
{
  if (self->raw->len > 0) {
    guint32 offset = (guint32) start;
    g_string_append_c (self->raw, '\n');
    g_array_append_val (self->offsets, offset);
  }
  g_string_append_len (self->raw, self->text + start, (gssize) (end - start));
  for (gsize i = start; i < end; i++) {
    guint32 offset = (guint32) i;
    g_array_append_val (self->offsets, offset);
  }
}

static gboolean
line_is_made_of (const Reader *self, const Line *line, const gchar *marks)
{
  for (gsize i = line->start; i < line->end; i++)
    if (self->text[i] == '\0' || strchr (marks, self->text[i]) == NULL)
      return FALSE;
  return line->end > line->start;
}

static gsize
count_marks (const Reader *self, gsize start, gsize end, gchar mark)
{
  gsize n = 0;

  while (start + n < end && self->text[start + n] == mark)
    n++;
  return n;
}

/* "---", "* * *" */
static gboolean
is_rule (const Reader *self, const Line *line)
{
  gchar mark = self->text[line->start];
  gsize n = 0;

  if (line->end == line->start || strchr ("-*_", mark) == NULL)
    return FALSE;
  for (gsize i = line->start; i < line->end; i++) {
    if (self->text[i] != mark && self->text[i] != ' ')
      return FALSE;
    n += self->text[i] == mark;
  }
  return n >= 3;
}

static gboolean
line_begins (const Reader *self, const Line *line, const gchar *start)
{
  return line->end - line->start >= strlen (start)
         && g_ascii_strncasecmp (self->text + line->start, start, strlen (start)) == 0;
}

/* Inside code, a script or a comment: TRUE while the line belongs to it. */
static gboolean
read_fenced (Reader *self, const Line *line)
{
  if (self->fence == 0)
    return FALSE;
  if (self->fence == '<') {
    const gchar *p = self->text + line->start;
    gssize n = (gssize) (line->end - line->start);
    if (g_strstr_len (p, n, "-->") != NULL || g_strstr_len (p, n, "</script>") != NULL
        || g_strstr_len (p, n, "</style>") != NULL)
      self->fence = 0;
  } else if (count_marks (self, line->start, line->end, self->fence) >= self->fence_length
             && line->start + count_marks (self, line->start, line->end, self->fence) == line->end) {
    self->fence = 0;
  }
  return TRUE;
}

static gboolean
open_fence (Reader *self, const Line *line)
{
  gchar mark = line->start < line->end ? self->text[line->start] : '\0';

  if (mark == '`' || mark == '~') {
    self->fence_length = count_marks (self, line->start, line->end, mark);
    if (self->fence_length < 3
        || memchr (self->text + line->start + self->fence_length, '`', line->end - line->start - self->fence_length)
             != NULL)
      return FALSE;
    end_block (self);
    self->fence = mark;
    return TRUE;
  }
  if (line_begins (self, line, "<!--") || line_begins (self, line, "<script") || line_begins (self, line, "<style")) {
    end_block (self);
    self->fence = '<';
    return read_fenced (self, line);
  }
  return FALSE;
}

/* "## Heading ##" */
static gboolean
read_heading (Reader *self, const Line *line)
{
  gsize n = count_marks (self, line->start, line->end, '#'), start = line->start + n, end = line->end;

  if (n == 0 || n > 6 || (start < end && self->text[start] != ' ' && self->text[start] != '\t'))
    return FALSE;
  end_block (self);
  while (end > start && self->text[end - 1] == '#')
    end--;
  while (start < end && g_ascii_isspace (self->text[start]))
    start++;
  while (end > start && g_ascii_isspace (self->text[end - 1]))
    end--;
  add_to_block (self, start, end);
  self->kind = REL_PARAGRAPH_HEADING;
  end_block (self);
  self->in_list = FALSE;
  return TRUE;
}

/* "====" or "----" below a line of text makes it a heading. */
static gboolean
read_underline (Reader *self, const Line *line)
{
  if (self->raw->len == 0 || !(line_is_made_of (self, line, "=") || line_is_made_of (self, line, "-")))
    return FALSE;
  self->kind = REL_PARAGRAPH_HEADING;
  end_block (self);
  return TRUE;
}

/* The length of "- ", "3. " or "- [x] " at the front of the line; 0: no list item. */
static gsize
measure_marker (const Reader *self, const Line *line)
{
  gsize i = line->start;

  if (i < line->end && strchr ("-*+", self->text[i]) != NULL && self->text[i] != '\0') {
    i++;
  } else {
    while (i < line->end && i < line->start + 9 && g_ascii_isdigit (self->text[i]))
      i++;
    if (i == line->start || i >= line->end || (self->text[i] != '.' && self->text[i] != ')'))
      return 0;
    i++;
  }
  if (i < line->end && self->text[i] != ' ' && self->text[i] != '\t')
    return 0;
  while (i < line->end && (self->text[i] == ' ' || self->text[i] == '\t'))
    i++;
  if (i + 3 < line->end && self->text[i] == '[' && self->text[i + 2] == ']'
      && strchr (" xX", self->text[i + 1]) != NULL)
    i += 3;
  return i - line->start;
}

static gboolean
read_item (Reader *self, const Line *line)
{
  gsize n = measure_marker (self, line);

  /* A number in the middle of a paragraph is only a list when it is the first one. */
  if (n == 0
      || (self->raw->len > 0 && !self->in_list && g_ascii_isdigit (self->text[line->start])
          && self->text[line->start] != '1'))
    return FALSE;
  end_block (self);
  self->in_list = TRUE;
  add_to_block (self, line->start + n, line->end);
  return TRUE;
}

/* "[label]: address" */
static gboolean
is_link_definition (const Reader *self, const Line *line)
{
  const gchar *close;

  if (!line_begins (self, line, "[") || line_begins (self, line, "[^"))
    return FALSE;
  close = memchr (self->text + line->start, ']', line->end - line->start);
  return close != NULL && close + 1 < self->text + line->end && close[1] == ':';
}

/* A line of a table: "| a | b |", or any line above or below "---|---". */
static gboolean
read_row (Reader *self, const Line *line)
{
  gboolean has_bar = memchr (self->text + line->start, '|', line->end - line->start) != NULL;

  if (has_bar && line_is_made_of (self, line, "|-: ")) {
    self->is_table = TRUE;
    self->kind = REL_PARAGRAPH_NOISE;
    return TRUE;
  }
  if (!has_bar || !(self->is_table || (self->text[line->start] == '|' && self->raw->len == 0)))
    return FALSE;
  self->is_table = TRUE;
  self->kind = REL_PARAGRAPH_NOISE;
  add_to_block (self, line->start, line->end);
  return TRUE;
}

static void
read_line (Reader *self, Line *line)
{
  if (read_fenced (self, line))
    return;
  while (line->start < line->end && self->text[line->start] == '>') { /* quotations are read as what they quote */
    line->start++;
    line->indent = 0;
    while (line->start < line->end && self->text[line->start] == ' ')
      line->start++;
  }
  if (line->start == line->end) {
    end_block (self);
    return;
  }
  if (line->indent == 0 && measure_marker (self, line) == 0 && self->raw->len == 0)
    self->in_list = FALSE;
  if (line->indent >= CODE_INDENT && self->raw->len == 0 && !self->in_list)
    return; /* indented code */
  if (open_fence (self, line) || read_underline (self, line) || read_heading (self, line))
    return;
  if (is_rule (self, line)) {
    end_block (self);
    return;
  }
  if (read_item (self, line) || read_row (self, line) || (self->raw->len == 0 && is_link_definition (self, line)))
    return;
  add_to_block (self, line->start, line->end);
}

/* The fields between "---" lines (YAML) or "+++" lines (TOML) at the top; returns the byte behind them. */
static gsize
read_front_matter (Reader *self)
{
  gsize position = 0, behind_first;
  Line line;
  gchar mark;

  if (!next_line (self, &position, &line) || !(line_is_made_of (self, &line, "-") || line_is_made_of (self, &line, "+"))
      || line.end - line.start != 3)
    return 0;
  mark = self->text[line.start];
  behind_first = position;
  for (guint i = 0; i < MAX_FRONT_MATTER_LINES && next_line (self, &position, &line); i++) {
    if (line.end - line.start != 3 || self->text[line.start] != mark || !line_is_made_of (self, &line, "-+"))
      continue;
    for (gsize p = behind_first; p < position && next_line (self, &p, &line);)
      if (line.indent == 0)
        rel_metadata_read_field (self->draft, self->text, (guint32) line.start, (guint32) line.end);
    return position;
  }
  return 0;
}

RelDocumentDraft *
rel_markdown_read (const gchar *page, gsize n_bytes)
{
  Reader reader = { .text = page, .n_bytes = n_bytes };
  gsize position;
  Line line;

  reader.draft = rel_document_draft_new (TRUE);
  reader.draft->headings_are_marked = TRUE;
  reader.raw = g_string_new (NULL);
  reader.offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  position = read_front_matter (&reader);
  while (next_line (&reader, &position, &line))
    read_line (&reader, &line);
  end_block (&reader);
  rel_text_clean (reader.draft->text->str, reader.draft->text->len);
  g_array_unref (reader.offsets);
  g_string_free (reader.raw, TRUE);
  return reader.draft;
}

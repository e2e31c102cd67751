/* Plain text → paragraphs.
 *
 * A blank line always ends a paragraph. Whether a single line end does is decided for the text as a whole and then
 * for each line: text written to a fixed width breaks a line because the next word would not have fitted, while a
 * caption, a heading or a paragraph on one long line ends where its author wanted. Cost: linear.
 */
#include "document/paragraphs.h"

#include <string.h>

#include "document/metadata_fields.h"
#include "document/text.h"

/* A fixed width is at most this many characters; anything wider is one line per paragraph. */
#define MAX_WRAP_WIDTH 120
#define MIN_WRAP_WIDTH 40
/* Of the line ends in question, so many per cent must be such that the next word would not have fitted. */
#define MIN_PERCENT_WRAPPED 50
/* Indentation that begins a paragraph, in blanks. */
#define MIN_INDENT 2

typedef struct {
  guint32 start, end; /* bytes without white space at the ends; start == end: a blank line */
  guint32 n_chars;
  guint32 indent;     /* blanks in front */
  guint32 first_word; /* characters of the first word */
} Line;

/* How the lines of a text were made. */
typedef struct {
  gboolean wrapped;
  guint32 width; /* characters */
} Layout;

static Line
measure_line (const gchar *text, guint32 start, guint32 end)
{
  Line line = { start, end, 0, 0, 0 };

  rel_text_trim (text, &line.start, &line.end);
  line.indent = line.start - start;
  line.n_chars = (guint32) g_utf8_strlen (text + line.start, (gssize) (line.end - line.start));
  for (const gchar *p = text + line.start; p < text + line.end; p = g_utf8_next_char (p)) {
    if (rel_text_is_blank (g_utf8_get_char (p)))
      break;
    line.first_word++;
  }
  return line;
}

static GArray *
find_lines (const GString *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (gsize start = 0; start < text->len;) {
    const gchar *newline = memchr (text->str + start, '\n', text->len - start);
    gsize end = newline != NULL ? (gsize) (newline - text->str) : text->len;
    Line line = measure_line (text->str, (guint32) start, (guint32) end);
    g_array_append_val (lines, line);
    start = end + 1;
  }
  return lines;
}

static gboolean
is_blank (const Line *line)
{
  return line->start == line->end;
}

static gboolean
would_have_fitted (const Line *line, const Line *next, guint32 width)
{
  return line->n_chars + 1 + next->first_word <= width;
}

/* What the line ends inside blocks of lines are like. */
typedef struct {
  guint n_breaks; /* line ends with another line directly behind           */
  guint n_open;   /* of these, inside a sentence                           */
  guint n_full;   /* of these, where the next word would not have fitted   */
  guint32 width;  /* characters of the longest line that another one follows */
} Breaks;

/* Adds what lines [first, last] show, a block with blank lines around it. */
static void
count_breaks (const gchar *text, const GArray *lines, guint first, guint last, Breaks *breaks)
{
  const Line *line = &g_array_index (lines, Line, 0);

  /* By-lines, addresses and other lists of lines do not end as a sentence does. */
  if (!rel_text_ends_sentence (text, line[last].start, line[last].end))
    return;
  for (guint i = first; i < last; i++) {
    breaks->n_breaks++;
    breaks->n_open += !rel_text_ends_sentence (text, line[i].start, line[i].end);
    breaks->n_full += breaks->width > 0 && !would_have_fitted (&line[i], &line[i + 1], breaks->width);
  }
}

static void
visit_blocks (const gchar *text, const GArray *lines, Breaks *breaks)
{
  guint first = 0;

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (is_blank (line))
      first = i + 1;
    else if (i + 1 == lines->len || is_blank (line + 1))
      count_breaks (text, lines, first, i, breaks);
  }
}

/* The longest of the lines that end inside a sentence. */
static guint32
find_width (const gchar *text, const GArray *lines)
{
  guint32 width = 0;

  for (guint i = 0; i + 1 < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (!is_blank (line) && !is_blank (line + 1) && !rel_text_ends_sentence (text, line->start, line->end))
      width = MAX (width, line->n_chars);
  }
  return width;
}

static Layout
find_layout (const gchar *text, const GArray *lines)
{
  Breaks breaks = { .width = find_width (text, lines) };

  if (breaks.width < MIN_WRAP_WIDTH || breaks.width > MAX_WRAP_WIDTH)
    return (Layout){ FALSE, 0 };
  visit_blocks (text, lines, &breaks);

  /* Where a width made the lines, most of them are full and end inside a sentence. */
  return (Layout){ breaks.n_breaks > 0 && breaks.n_full * 100 >= breaks.n_breaks * MIN_PERCENT_WRAPPED
                     && breaks.n_open * 2 >= breaks.n_breaks,
                   breaks.width };
}

/* Whether a line begins with something that lists begin with: "•", "▲", "-", "*", "3.", "(a)". */
static gboolean
begins_with_mark (const gchar *text, const Line *line)
{
  const gchar *p = text + line->start, *end = text + line->end;
  gunichar character = g_utf8_get_char (p);
  GUnicodeType type = g_unichar_type (character);
  const gchar *q = p;

  if (type == G_UNICODE_OTHER_SYMBOL || character == 0x2022 || character == 0x2023 || character == 0xb7)
    return TRUE;
  if ((character == '-' || character == '*' || character == '+' || character == '|') && p + 1 < end && p[1] == ' ')
    return TRUE;
  q += *q == '(';
  while (q < end && g_ascii_isdigit (*q))
    q++;
  return q > p && q + 1 < end && q - p <= 3 && (*q == ')' || (*q == '.' && g_ascii_isdigit (*p))) && q[1] == ' ';
}

/* Whether the line end behind @line ends a paragraph too; @is_first: the paragraph has no line before. */
static gboolean
ends_paragraph (const gchar *text, const Line *line, const Line *next, const Layout *layout, gboolean is_first)
{
  gboolean next_goes_on = g_unichar_islower (g_utf8_get_char (text + next->start));
  gboolean is_open = !rel_text_ends_sentence (text, line->start, line->end);

  if (is_blank (line) || is_blank (next))
    return TRUE;
  if (rel_metadata_is_field (text, next->start, next->end))
    return TRUE;
  if (begins_with_mark (text, next) && (!layout->wrapped || !is_open || !next_goes_on))
    return TRUE;
  if (next_goes_on && is_open)
    return FALSE;
  if (!layout->wrapped || next->indent >= line->indent + MIN_INDENT)
    return TRUE;

  /* A short line above others may be a heading; further down, and inside a sentence, it was broken by hand. */
  return would_have_fitted (line, next, layout->width) && (is_first || !is_open);
}

void
rel_paragraphs_split (RelDocumentDraft *draft)
{
  const gchar *text = draft->text->str;
  g_autoptr (GArray) lines = find_lines (draft->text);
  Layout layout = find_layout (text, lines);
  guint first = 0;

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (i + 1 < lines->len && !ends_paragraph (text, line, line + 1, &layout, i == first))
      continue;
    rel_document_draft_add_paragraph (draft, g_array_index (lines, Line, first).start, line->end, REL_PARAGRAPH_BODY);
    first = i + 1;
  }
}

void
rel_paragraphs_split_lines (RelDocumentDraft *draft)
{
  g_autoptr (GArray) lines = find_lines (draft->text);

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    rel_document_draft_add_paragraph (draft, line->start, line->end, REL_PARAGRAPH_BODY);
  }
}

gboolean
rel_paragraph_cut_front (const gchar *text, RelParagraph *rest, guint32 cut, RelParagraphKind kind, GArray *out)
{
  RelParagraph first = { { rest->span.start, cut }, kind };
  RelSpan second = { cut, rest->span.end };

  rel_text_trim (text, &first.span.start, &first.span.end);
  rel_text_trim (text, &second.start, &second.end);
  if (first.span.start >= first.span.end || second.start >= second.end)
    return FALSE;

  g_array_append_val (out, first);
  rest->span = second;
  return TRUE;
}

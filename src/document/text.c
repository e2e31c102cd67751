/* Looking at and repairing a stretch of UTF-8. Every function is linear in the bytes it is given. */
#include "document/text.h"

#include <string.h>

#define BYTE_ORDER_MARK 0xfeff
#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define MAX_CLOSING_BYTES 8 /* quotes, brackets and blanks behind a full stop */

static void
replace_bytes (gchar *text, gsize n_bytes, const gchar *replacement)
{
  gsize n = strlen (replacement);

  memcpy (text, replacement, n);
  memset (text + n, ' ', n_bytes - n);
}

static void
clean_wide_character (gchar *p, gsize n_bytes)
{
  gunichar character = g_utf8_get_char (p);

  if (character == NEXT_LINE || character == LINE_SEPARATOR)
    replace_bytes (p, n_bytes, "\n");
  else if (character == PARAGRAPH_SEPARATOR)
    replace_bytes (p, n_bytes, "\n\n");
  else if (character < 0xa0 || character == BYTE_ORDER_MARK)
    replace_bytes (p, n_bytes, "");
}

void
rel_text_clean (gchar *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes;) {
    guchar byte = (guchar) text[i];
    gsize n = byte < 0x80 ? 1 : (gsize) g_utf8_skip[byte];

    if (byte == '\r')
      text[i] = i + 1 < n_bytes && text[i + 1] == '\n' ? ' ' : '\n';
    else if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f)
      text[i] = ' ';
    else if (n > 1)
      clean_wide_character (text + i, n);
    i += n;
  }
}

gboolean
rel_text_is_blank (gunichar character)
{
  if (character < 0x80)
    return character == ' ' || (character >= '\t' && character <= '\r');

  /* ZERO WIDTH SPACE to RIGHT-TO-LEFT MARK, WORD JOINER: formatting that shows nothing */
  return g_unichar_isspace (character) || (character >= 0x200b && character <= 0x200f) || character == 0x2060
         || character == BYTE_ORDER_MARK;
}

void
rel_text_trim (const gchar *text, guint32 *start, guint32 *end)
{
  while (*start < *end && rel_text_is_blank (g_utf8_get_char (text + *start)))
    *start += (guint32) g_utf8_skip[(guchar) text[*start]];
  while (*end > *start) {
    const gchar *last = g_utf8_prev_char (text + *end);
    if (!rel_text_is_blank (g_utf8_get_char (last)))
      break;
    *end = (guint32) (last - text);
  }
}

gboolean
rel_text_is_opening (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return character == '"' || character == '\'' || type == G_UNICODE_OPEN_PUNCTUATION
         || type == G_UNICODE_INITIAL_PUNCTUATION;
}

gboolean
rel_text_is_closing (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return character == '"' || character == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION;
}

gboolean
rel_text_ends_sentence (const gchar *text, guint32 start, guint32 end)
{
  rel_text_trim (text, &start, &end);
  while (end > start) {
    const gchar *last = g_utf8_prev_char (text + end);
    gunichar character = g_utf8_get_char (last);

    if (character == '.' || character == '!' || character == '?' || character == 0x2026 || character == 0x203d)
      return TRUE;
    if (!rel_text_is_closing (character))
      return FALSE;
    end = (guint32) (last - text);
  }
  return FALSE;
}

/* The last place in (low, high] behind a line end that @is_good accepts; 0: none. */
static gsize
find_line_end (const gchar *text, gsize low, gsize high, gboolean (*is_good) (const gchar *text, gsize line_end))
{
  for (gsize i = high; i > low; i--)
    if (text[i - 1] == '\n' && is_good (text, i - 1))
      return i;
  return 0;
}

/* Whether the line that ends at @line_end has nothing but blanks in it. */
static gboolean
is_blank_line (const gchar *text, gsize line_end)
{
  while (line_end > 0 && (text[line_end - 1] == ' ' || text[line_end - 1] == '\t'))
    line_end--;
  return line_end > 0 && text[line_end - 1] == '\n';
}

/* Looks back a few bytes only, so that a search over many places stays linear. */
static gboolean
is_sentence_end (const gchar *text, gsize end)
{
  for (guint n = 0; n < MAX_CLOSING_BYTES && end > 0 && strchr (" \t\"')]", text[end - 1]) != NULL; n++)
    end--;
  return end > 0 && strchr (".!?", text[end - 1]) != NULL;
}

static gsize
find_blank (const gchar *text, gsize low, gsize high, gboolean behind_sentence)
{
  for (gsize i = high; i > low; i--)
    if (g_ascii_isspace (text[i - 1]) && (!behind_sentence || (i > 1 && is_sentence_end (text, i - 1))))
      return i;
  return 0;
}

gsize
rel_text_find_cut (const gchar *text, gsize n_bytes, gsize max)
{
  gsize cut = find_line_end (text, max / 2, max, is_blank_line);

  if (cut == 0)
    cut = find_line_end (text, max / 2, max, is_sentence_end);
  if (cut == 0)
    cut = find_blank (text, max / 2, max, TRUE);
  if (cut == 0)
    cut = find_blank (text, max / 2, max, FALSE);
  if (cut == 0) {
    cut = max;
    while (cut > 1 && ((guchar) text[cut] & 0xc0) == 0x80)
      cut--;
  }
  return cut;
}

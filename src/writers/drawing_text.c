/* Texts of a picture. Widths are counted in columns, a wide (CJK) character as two, a combining one as none. */
#include "writers/drawing_text.h"

#include <string.h>

#define SET_MINUS "\xE2\x88\x96" /* U+2216 */
#define ELLIPSIS "\xE2\x80\xA6"  /* U+2026 */

/* Characters that change the order of what is around them could make a label say something else. */
static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

gchar *
rel_drawing_text_clean (const gchar *text)
{
  g_autofree gchar *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const gchar *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_direction_mark (c) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE)
      continue;
    if (g_unichar_isspace (c) || g_unichar_iscntrl (c)) {
      blank = TRUE;
      continue;
    }
    if (blank && clean->len > 0)
      g_string_append_c (clean, ' ');
    blank = FALSE;
    if (c == '\\')
      g_string_append (clean, SET_MINUS);
    else
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

static guint
count_columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* Where the line that begins at @line ends: at the last blank that fits, in a wide character's neighbourhood, or, if a
 * single word fills it, where the columns do. */
static const gchar *
find_line_end (const gchar *line, guint width)
{
  const gchar *best = NULL, *p = line;
  guint columns = 0;

  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);

    if (c == ' ' || (g_unichar_iswide (c) && p > line))
      best = p;
    columns += count_columns (c);
    if (columns > width && c != ' ')
      return best != NULL ? best : p > line ? p : g_utf8_next_char (p);
    p = g_utf8_next_char (p);
  }
  return p;
}

guint
rel_drawing_text_count_columns (const gchar *line)
{
  guint columns = 0;

  for (const gchar *p = line; *p != '\0'; p = g_utf8_next_char (p))
    columns += count_columns (g_utf8_get_char (p));
  return columns;
}

static guint
count_lines (const gchar *text, guint width, guint max_lines)
{
  guint n_lines = 0;

  for (const gchar *line = text; *line != '\0' && n_lines <= max_lines; n_lines++) {
    line = find_line_end (line, width);
    line += *line == ' ' ? 1 : 0;
  }
  return n_lines;
}

/* Columns of the longest stretch of @text that is broken only where it must. */
static guint
find_longest_word (const gchar *text)
{
  guint longest = 1, columns = 0;

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    columns = c == ' ' ? 0 : g_unichar_iswide (c) ? 2 : columns + count_columns (c);
    longest = MAX (longest, columns);
  }
  return longest;
}

/* The least width that needs no more lines than @width and breaks no more words, so that lines are about equally long. */
static guint
balance_width (const gchar *text, guint width, guint max_lines)
{
  guint n_lines = count_lines (text, width, max_lines), least = find_longest_word (text);

  while (n_lines > 1 && n_lines <= max_lines && width > least && count_lines (text, width - 1, max_lines) == n_lines)
    width--;
  return width;
}

gchar *
rel_drawing_text_wrap (const gchar *text, guint width, guint max_lines)
{
  GString *wrapped = g_string_new (NULL);
  const gchar *line = text;

  width = balance_width (text, width, max_lines);
  for (guint n_lines = 1; *line != '\0'; n_lines++) {
    const gchar *end = find_line_end (line, width);

    g_string_append_len (wrapped, line, end - line);
    if (*end == '\0')
      break;
    if (n_lines == max_lines) {
      g_string_append (wrapped, ELLIPSIS);
      break;
    }
    g_string_append_c (wrapped, '\n');
    line = end + (*end == ' ' ? 1 : 0);
  }
  return g_string_free (wrapped, FALSE);
}

/* The last part of @iri that is not empty. */
static gchar *
find_last_part (const gchar *iri)
{
  gsize end = strlen (iri), start;

  while (end > 0 && strchr ("/#:?", iri[end - 1]) != NULL)
    end--;
  for (start = end; start > 0 && strchr ("/#:?=", iri[start - 1]) == NULL; start--)
    ;
  return g_strndup (iri + start, end - start);
}

gchar *
rel_drawing_text_from_iri (const gchar *iri)
{
  g_autofree gchar *part = find_last_part (iri);
  g_autofree gchar *decoded = g_uri_unescape_string (part, NULL);
  const gchar *name = decoded != NULL && g_utf8_validate (decoded, -1, NULL) ? decoded : part;
  g_autoptr (GString) words = g_string_new (NULL);
  gunichar before = 0;
  gchar *clean;

  for (const gchar *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isupper (c) && g_unichar_islower (before)) {
      g_string_append_c (words, ' ');
      if (!g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (p))))
        c = g_unichar_tolower (c);
    }
    g_string_append_unichar (words, c == '_' ? ' ' : c);
    before = c;
  }
  clean = rel_drawing_text_clean (words->str);
  if (*clean == '\0') {
    g_free (clean);
    clean = g_strdup (ELLIPSIS);
  }
  return clean;
}

gchar *
rel_drawing_text_from_duration (const gchar *text)
{
  static const struct {
    gchar letter;
    gboolean is_time;
    const gchar *unit;
  } units[] = { { 'Y', FALSE, "year" }, { 'M', FALSE, "month" }, { 'W', FALSE, "week" }, { 'D', FALSE, "day" },
                { 'H', TRUE, "hour" },  { 'M', TRUE, "minute" }, { 'S', TRUE, "second" } };
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_time = FALSE;

  if (*text != 'P')
    return NULL;
  for (const gchar *p = text + 1; *p != '\0'; p++) {
    gsize n_digits = strspn (p, "0123456789."), i = 0;

    if (n_digits == 0 && *p == 'T' && !is_time) {
      is_time = TRUE;
      continue;
    }
    while (i < G_N_ELEMENTS (units) && (p[n_digits] != units[i].letter || is_time != units[i].is_time))
      i++;
    if (n_digits == 0 || i == G_N_ELEMENTS (units))
      return NULL;
    g_string_append_printf (words, "%s%.*s %s%s", words->len > 0 ? ", " : "", (int) n_digits, p, units[i].unit,
                            n_digits == 1 && *p == '1' ? "" : "s");
    p += n_digits;
  }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* What can be seen of a paragraph without knowing its words: script, capitals, brackets, length. One pass over
 * its characters for each function. */
#include "document/paragraph_shape.h"

#include <string.h>

#include "document/text.h"

#define COPYRIGHT_SIGN 0xa9
#define CIRCLED_C 0x24d2

static gboolean
is_open_bracket (gunichar character)
{
  return character == '(' || character == '[' || g_unichar_type (character) == G_UNICODE_OPEN_PUNCTUATION;
}

static gboolean
is_close_bracket (gunichar character)
{
  return character == ')' || character == ']' || g_unichar_type (character) == G_UNICODE_CLOSE_PUNCTUATION;
}

/* What the walk through a paragraph has seen so far. */
typedef struct {
  RelParagraphShape shape;
  gboolean in_word;
  gint depth;         /* of brackets */
  gboolean came_to_0; /* the outermost brackets were closed before the end */
} Walk;

static void
visit_letter (Walk *walk, gunichar character)
{
  RelParagraphShape *shape = &walk->shape;
  gboolean is_upper = g_unichar_isupper (character) || g_unichar_istitle (character);

  shape->n_letters++;
  shape->n_latin += character < 0x80 || g_unichar_get_script (character) == G_UNICODE_SCRIPT_LATIN;
  shape->n_upper += is_upper;
  if (!walk->in_word)
    shape->n_name_words += is_upper;
}

static void
visit_character (Walk *walk, gunichar character)
{
  RelParagraphShape *shape = &walk->shape;
  gboolean is_letter = g_unichar_isalpha (character), is_digit = g_unichar_isdigit (character);

  if (shape->n_chars++ == 0)
    shape->first = character;
  shape->last = character;
  walk->came_to_0 |= walk->depth == 0 && shape->n_chars > 1;
  walk->depth += is_open_bracket (character);
  walk->depth -= is_close_bracket (character);
  shape->has_right_sign |= character == COPYRIGHT_SIGN || character == CIRCLED_C;
  shape->n_digits += is_digit;
  if (is_letter)
    visit_letter (walk, character);
  if (is_letter || is_digit) {
    shape->n_words += !walk->in_word;
    walk->in_word = TRUE;
  } else if (rel_text_is_blank (character)) {
    walk->in_word = FALSE;
  }
}

RelParagraphShape
rel_paragraph_shape_measure (const gchar *text, RelSpan span)
{
  Walk walk = { 0 };

  for (const gchar *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    visit_character (&walk, g_utf8_get_char (p));
  walk.shape.in_brackets = walk.shape.n_chars > 1 && is_open_bracket (walk.shape.first)
                           && is_close_bracket (walk.shape.last) && !walk.came_to_0 && walk.depth == 0;
  walk.shape.ends_sentence = rel_text_ends_sentence (text, span.start, span.end);
  return walk.shape;
}

static guint
count_words (const gchar *text, RelSpan span, guint max)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (guint32 i = span.start; i < span.end && n <= max; i++) {
    gboolean blank = g_ascii_isspace (text[i]);
    n += !blank && !in_word;
    in_word = !blank;
  }
  return n;
}

guint32
rel_paragraph_find_front_brackets (const gchar *text, RelSpan span, guint max_words)
{
  gint depth = 0;

  if (span.start == span.end || !is_open_bracket (g_utf8_get_char (text + span.start)))
    return 0;
  for (const gchar *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p)) {
    guint32 behind = (guint32) (g_utf8_next_char (p) - text);
    gunichar character = g_utf8_get_char (p);

    depth += is_open_bracket (character);
    depth -= is_close_bracket (character);
    if (depth > 0)
      continue;
    return behind < span.end && count_words (text, (RelSpan){ span.start, behind }, max_words) <= max_words
             ? behind - span.start
             : 0;
  }
  return 0;
}

guint32
rel_paragraph_find_back_brackets (const gchar *text, RelSpan span, guint max_words)
{
  gint depth = 0;

  for (const gchar *p = text + span.end; p > text + span.start;) {
    gunichar character;

    p = g_utf8_prev_char (p);
    character = g_utf8_get_char (p);
    depth += is_close_bracket (character);
    depth -= is_open_bracket (character);
    if (depth > 0)
      continue;
    if (!is_open_bracket (character) || p == text + span.start)
      return 0;
    return count_words (text, (RelSpan){ (guint32) (p - text), span.end }, max_words) <= max_words
             ? (guint32) (text + span.end - p)
             : 0;
  }
  return 0;
}

guint64
rel_paragraph_hash_words (const gchar *text, RelSpan span)
{
  guint64 hash = 0;
  gboolean in_word = FALSE;

  for (const gchar *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p)) {
    gunichar character = g_unichar_tolower (g_utf8_get_char (p));

    if (g_unichar_isalnum (character)) {
      const gunichar value[2] = { character, !in_word };
      hash = rel_hash_bytes (value, sizeof value, hash);
    }
    in_word = g_unichar_isalnum (character);
  }
  return hash;
}

/* document/text.h: looking at and repairing a stretch of UTF-8. */
#pragma once

#include <glib.h>

/* Makes @text safe to work on, in place and without moving a byte: control characters other than tab and
 * newline, and U+FEFF, become blanks; a carriage return that stands alone, U+0085, U+2028 and U+2029 become
 * line ends. @text is valid UTF-8, but for NUL bytes inside. */
void rel_text_clean (gchar *text, gsize n_bytes);

/* Where to cut @text so that the first part has at most @max bytes, @max < @n_bytes: after a blank line in its
 * second half, or else after a line, a sentence, a word, a character. The result is > 0. */
gsize rel_text_find_cut (const gchar *text, gsize n_bytes, gsize max);

/* Moves both ends of [*start, *end) inwards over white space and invisible characters. */
void rel_text_trim (const gchar *text, guint32 *start, guint32 *end);

/* White space and what has no width: U+00A0, U+200B, U+FEFF, ... */
gboolean rel_text_is_blank (gunichar character);

/* Whether text[start..end) ends as a sentence does: with . ! ? or an ellipsis, perhaps behind closing quotes and
 * brackets. */
gboolean rel_text_ends_sentence (const gchar *text, guint32 start, guint32 end);

/* Whether @character opens or closes a quotation or a bracket, by its Unicode category. */
gboolean rel_text_is_opening (gunichar character);
gboolean rel_text_is_closing (gunichar character);

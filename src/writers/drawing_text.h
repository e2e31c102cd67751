/* Texts of a picture: cleaned, shortened, wrapped, and names made out of IRIs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rel_drawing_text_clean:
 * Returns: (transfer full): @text in one line without control and direction characters; a backslash, which Graphviz would
 *   read as an escape, becomes the set minus sign, which looks like one
 */
gchar *rel_drawing_text_clean (const gchar *text);

/**
 * rel_drawing_text_wrap:
 * @text: clean
 * @width: columns per line; a wide character counts two
 * @max_lines: what does not fit ends in an ellipsis
 *
 * Returns: (transfer full): @text with line ends at blanks, or anywhere in a word that is longer than a line
 */
gchar *rel_drawing_text_wrap (const gchar *text, guint width, guint max_lines);

/* Columns of one line, a wide character as two. */
guint rel_drawing_text_count_columns (const gchar *line);

/* "2 years, 6 months" of "P2Y6M" (XML Schema 1.1 Part 2, 3.3.6); NULL: @text is no duration. (transfer full) */
gchar *rel_drawing_text_from_duration (const gchar *text);

/* What a person would call @iri without knowing more: its last part, words apart. (transfer full), never empty. */
gchar *rel_drawing_text_from_iri (const gchar *iri);

G_END_DECLS

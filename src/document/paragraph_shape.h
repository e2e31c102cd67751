/* document/paragraph_shape.h: what can be seen of a paragraph without knowing its words. */
#pragma once

#include <relata/document.h>

typedef struct {
  guint n_chars;
  guint n_words; /* between white space, with a letter or digit in them */
  guint n_letters;
  guint n_latin; /* letters of the Latin script */
  guint n_upper; /* capital letters */
  guint n_digits;
  guint n_name_words;   /* words that begin with a capital */
  gunichar first;       /* character */
  gunichar last;        /* character */
  gboolean in_brackets; /* one pair of brackets from end to end */
  gboolean ends_sentence;
  gboolean has_right_sign; /* © or ⓒ */
} RelParagraphShape;

RelParagraphShape rel_paragraph_shape_measure (const gchar *text, RelSpan span);

/* Length of the bracketed stretch at the front or the back of [start, end), brackets included; 0: there is none,
 * or it takes up all of the paragraph or more than @max_words words. */
guint32 rel_paragraph_find_front_brackets (const gchar *text, RelSpan span, guint max_words);
guint32 rel_paragraph_find_back_brackets (const gchar *text, RelSpan span, guint max_words);

/* The same for paragraphs that differ in case, spaces and punctuation only; 0 for one without letters. */
guint64 rel_paragraph_hash_words (const gchar *text, RelSpan span);

/* Numbers in figures and words: "8.08 billion", "twenty-one", "two dozen". */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* A number while its words are read. */
typedef struct {
  gdouble total;   /* what stands before the last multiplier of a thousand or more */
  gdouble current; /* what stands behind it */
  guint n_words;
} RelNumberReader;

/* Adds a word; FALSE and @self unchanged when @word is none of a number. */
gboolean rel_number_reader_add (RelNumberReader *self, const RelLexicon *lexicon, const gchar *word);

/* (transfer full): a decimal number without exponent; integers up to 1e15 are exact. */
gchar *rel_number_reader_to_string (const RelNumberReader *self);

/* TRUE when all of @word is figures, commas between thousands, and perhaps a point with figures. */
gboolean rel_number_parse_figures (const gchar *word, gdouble *value);

G_END_DECLS

/* The words of a time, each with what it means for the calendar. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

typedef enum {
  REL_TIME_OTHER,
  REL_TIME_MONTH,   /* number 1..12 */
  REL_TIME_WEEKDAY, /* number 1..7, Monday first */
  REL_TIME_SEASON,
  REL_TIME_DAY_PART,
  REL_TIME_UNIT,            /* text: ISO 8601 duration */
  REL_TIME_DAY,             /* number: days from the anchor */
  REL_TIME_STEP,            /* number: -1 last, 0 this, 1 next */
  REL_TIME_DIRECTION,       /* number: -1 ago */
  REL_TIME_STORY_STEP,      /* number: -1 previous, 0 same, 1 following; from a time that was told */
  REL_TIME_STORY_DIRECTION, /* number: -1 earlier, 1 later */
  REL_TIME_FREQUENCY,       /* text: ISO 8601 repetition */
  REL_TIME_JOINT,           /* "to", "-" */
  REL_TIME_NUMBER,
  REL_TIME_DECADE, /* number: its first year */
} RelTimeKind;

typedef struct {
  RelTimeKind kind;
  gdouble number;
  guint n_figures;   /* of a NUMBER in figures */
  gboolean is_rank;  /* "19th" */
  const gchar *text; /* (nullable) borrowed from the lexicon */
} RelTimeWord;

/* What @word says of time. Names of months and days count only with a capital: "May", not "may". */
RelTimeWord rel_time_word_read (const RelLexicon *lexicon, const gchar *word);

/* (transfer full): RelTimeWord array of the words of @phrase. */
GArray *rel_time_words_read (const RelLexicon *lexicon, const gchar *phrase);

G_END_DECLS

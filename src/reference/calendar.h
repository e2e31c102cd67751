/* What a time is counted from: the day of the text, or a time that the text has told. */
#pragma once

#include <relata/reference.h>

G_BEGIN_DECLS

typedef struct {
  RelDate anchor;     /* of publication: "yesterday" */
  RelDate story_day;  /* the last day told: "the previous day"; year 0: none */
  RelDate story_time; /* the last year, month or day told: "two years later"; year 0: none */
  gboolean past;      /* tense of the clause */
} RelTimeFrame;

/* As rel_time_resolve(), with times that are counted from other times of the text. */
gchar *rel_time_resolve_frame (const RelLexicon *lexicon, const gchar *phrase, const RelTimeFrame *frame);

/* Notes @value as told, when it is a date. */
void rel_time_frame_tell (RelTimeFrame *self, const gchar *value);

/* Whether @phrase is a time that only lacks something to count from: "last June" in a text without date. */
gboolean rel_time_is_relative (const RelLexicon *lexicon, const gchar *phrase);

G_END_DECLS

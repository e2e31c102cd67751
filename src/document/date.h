/* document/date.h: dates as people write them. */
#pragma once

#include <relata/document.h>

/* Reads one date at the very start of text[0..n_bytes): "2026-01-19", "2026/01/19", "January 19, 2026", "Jan. 19",
 * "19 January 2026", "January 2026", each with a day of the week in front ("Mon, 19 Jan 2026") and a time of day
 * behind ("13:39:22", "T13:39:22Z", "10:00 a.m. GMT", "10:00 +0900"). The year is 0 where none is given.
 *
 * Returns: the number of bytes read, 0 when no date stands there. */
gsize rel_date_scan (const gchar *text, gsize n_bytes, RelDate *date);

/* Whether both name the same month and day, of whatever year. */
gboolean rel_date_has_same_day (RelDate a, RelDate b);

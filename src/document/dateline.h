/* document/dateline.h: the words in front of the first sentence of a report. */
#pragma once

#include <relata/document.h>

/* "SEOUL, Jan. 19 (Yonhap) -- " */
typedef struct {
  RelSpan place;  /* "SEOUL"                                 */
  RelSpan source; /* "Yonhap"; empty where none is named     */
  RelDate date;   /* all 0 where none; often without a year  */
  guint32 end;    /* byte at which the first sentence begins; the end of the paragraph: there is none */
} RelDateline;

/* Whether text[start..end), a paragraph, begins with a dateline. */
gboolean rel_dateline_find (const gchar *text, guint32 start, guint32 end, RelDateline *dateline);

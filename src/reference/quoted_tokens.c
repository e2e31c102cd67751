/* Tokens between quotation marks; see quoted_tokens.h. */
#include "reference/quoted_tokens.h"

#include <string.h>

/* 1: opens, -1: closes, 2: either; 0: no quotation mark. */
static gint
read_mark (const gchar *form)
{
  static const struct {
    const gchar *form;
    gint meaning;
  } marks[] = { { "\"", 2 }, { "“", 1 }, { "”", -1 }, { "``", 1 }, { "''", -1 }, { "«", 1 }, { "»", -1 }, { "„", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (form, marks[i].form) == 0)
      return marks[i].meaning;
  return 0;
}

guint8 *
rel_document_find_quoted (const RelDocument *document, RelArena *arena)
{
  guint8 *quoted = rel_arena_new_array (arena, guint8, document->n_tokens + 1);
  gboolean is_open = FALSE;

  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];

    if (s > 0 && sentence->paragraph != sentence[-1].paragraph)
      is_open = FALSE;
    for (guint32 i = sentence->first; i < sentence->first + sentence->n_tokens; i++) {
      gint mark = read_mark (document->tokens[i].form);

      if (mark != 0)
        is_open = mark == 2 ? !is_open : mark == 1;
      quoted[i] = is_open && mark == 0;
    }
  }
  return quoted;
}

/* Self-training of names within gold bounds; see name_teacher.h. */
#include "lexis/name_teacher.h"

#include "lexis/name_span.h"

#include <string.h>

#define SURE_MARGIN 2.0f /* of no name, in log-probability */

/* The type that @taught gives most weight to in the span; UNKNOWN or NONE where it sees no name at all. */
static RelNameType
choose_type (const RelToken *taught, RelSpan span)
{
  RelNameType type = rel_name_span_vote (taught, span);

  for (gsize i = span.start; type == REL_NAME_NONE && i < span.end; i++)
    if (taught[i].name_margin < SURE_MARGIN)
      type = REL_NAME_UNKNOWN;
  return type;
}

static void
teach_sentence (RelToken *tokens, const RelToken *taught, guint n)
{
  for (guint i = 0; i < n; i++) {
    tokens[i].name = taught[i].name == REL_NAME_NONE ? REL_NAME_NONE : REL_NAME_UNKNOWN;
    tokens[i].name_begins = FALSE;
  }
  for (guint i = 0; i < n; i++) {
    RelSpan widest, span;
    RelNameType type;

    if (tokens[i].upos != REL_UPOS_PROPN || rel_token_is_inside_name (tokens, i))
      continue;
    widest = rel_name_span_find (tokens, 0, n, (gint32) i, REL_NAME_ORG);
    type = choose_type (taught, widest);
    span = type == REL_NAME_PER ? rel_name_span_find (tokens, 0, n, (gint32) i, type) : widest;
    rel_name_span_tag (tokens, span, type);
    if (type == REL_NAME_NONE || type == REL_NAME_UNKNOWN)
      for (gsize k = span.start; k < span.end; k++)
        tokens[k].name_begins = FALSE;
  }
}

void
rel_name_teacher_annotate (const RelWordNetwork *teacher, RelDocument *document)
{
  gsize n_bytes = document->n_tokens * sizeof (RelToken);
  g_autofree RelToken *gold = g_memdup2 (document->tokens, n_bytes);
  g_autofree RelToken *taught = NULL;

  rel_word_network_annotate (teacher, document);
  taught = g_memdup2 (document->tokens, n_bytes);
  if (document->n_tokens > 0)
    memcpy (document->tokens, gold, n_bytes);
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];

    teach_sentence (document->tokens + sentence->first, taught + sentence->first, sentence->n_tokens);
  }
}

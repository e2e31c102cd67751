/* Names that agree with the tree; see name_bounds.h. */
#include "lexis/name_bounds.h"

#include "lexis/name_span.h"

/* Whether a name as tagged reaches over an end of the span. */
static gboolean
cuts_name (const RelToken *tokens, guint n, RelSpan span)
{
  gboolean at_start = tokens[span.start].name != REL_NAME_NONE && !tokens[span.start].name_begins;
  gboolean at_end = span.end < n && tokens[span.end].name != REL_NAME_NONE && !tokens[span.end].name_begins;

  return at_start || at_end;
}

/* Whether the words of the span that were left out may join its name. */
static gboolean
may_grow (const RelToken *tokens, RelSpan span, RelNameType type)
{
  for (gsize i = span.start; i < span.end; i++) {
    if (tokens[i].name != REL_NAME_NONE)
      continue;
    switch (tokens[i].deprel) {
    case REL_DEPREL_FLAT:
    case REL_DEPREL_PUNCT:
      break;
    case REL_DEPREL_COMPOUND:
    case REL_DEPREL_CASE:
    case REL_DEPREL_DET:
    case REL_DEPREL_NMOD:
      if (type == REL_NAME_PER)
        return FALSE; /* "Justice Thomas": a title */
      break;
    default:
      return FALSE;
    }
  }
  return TRUE;
}

static void
fit_name (RelToken *tokens, guint n, guint head)
{
  RelSpan span = rel_name_span_find (tokens, 0, n, (gint32) head, REL_NAME_ORG);
  RelNameType type = rel_name_span_vote (tokens, span);

  if (type != REL_NAME_ORG) {
    span = rel_name_span_find (tokens, 0, n, (gint32) head, REL_NAME_PER);
    type = rel_name_span_vote (tokens, span);
  }
  if (type != REL_NAME_NONE && !cuts_name (tokens, n, span) && may_grow (tokens, span, type))
    rel_name_span_tag (tokens, span, type);
}

void
rel_name_bounds_fit (RelToken *tokens, guint n)
{
  for (guint i = 0; i < n; i++)
    if (tokens[i].upos == REL_UPOS_PROPN && tokens[i].name != REL_NAME_NONE && !rel_token_is_inside_name (tokens, i))
      fit_name (tokens, n, i);
}

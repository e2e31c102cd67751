/* The extent of a name in a tree; see name_span.h. */
#include "lexis/name_span.h"

#include <string.h>

static gboolean
is_capitalized (const RelToken *token)
{
  gunichar c = g_utf8_get_char (token->form);

  return g_unichar_isupper (c) || g_unichar_isdigit (c);
}

static gboolean
has_preposition_of (const RelToken *tokens, guint first, guint end, gint32 head)
{
  for (guint i = first; i < end; i++)
    if (tokens[i].head == head && tokens[i].deprel == REL_DEPREL_CASE && strcmp (tokens[i].lemma, "of") == 0)
      return TRUE;
  return FALSE;
}

/* Whether token @i belongs to the name that its head belongs to; @head is the head of the whole name. */
static gboolean
continues_name (const RelToken *tokens, guint first, guint end, guint i, gint32 head, RelNameType type)
{
  switch (tokens[i].deprel) {
  case REL_DEPREL_FLAT:
  case REL_DEPREL_COMPOUND:
  case REL_DEPREL_AMOD:
  case REL_DEPREL_NUMMOD:
    return is_capitalized (&tokens[i]);
  case REL_DEPREL_NMOD:
    return type != REL_NAME_PER && tokens[i].upos == REL_UPOS_PROPN
           && has_preposition_of (tokens, first, end, (gint32) i);
  case REL_DEPREL_CASE:
  case REL_DEPREL_DET:
    return tokens[i].head != head;
  case REL_DEPREL_PUNCT:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
may_end_name (const RelToken *token)
{
  return token->deprel != REL_DEPREL_PUNCT && token->deprel != REL_DEPREL_CASE && token->deprel != REL_DEPREL_DET;
}

RelSpan
rel_name_span_find (const RelToken *tokens, guint first, guint end, gint32 head, RelNameType type)
{
  g_autofree guint8 *inside = g_malloc0 (end);
  guint left = (guint) head, right = (guint) head;
  gboolean changed = TRUE;

  inside[head] = 1;
  while (changed) {
    changed = FALSE;
    for (guint i = first; i < end; i++) {
      gint32 above = tokens[i].head;

      if (!inside[i] && above >= (gint32) first && above < (gint32) end && inside[above]
          && continues_name (tokens, first, end, i, head, type))
        inside[i] = changed = 1;
    }
  }
  while (left > first && inside[left - 1])
    left--;
  while (right + 1 < end && inside[right + 1])
    right++;
  while (left < (guint) head && !may_end_name (&tokens[left]))
    left++;
  while (right > (guint) head && !may_end_name (&tokens[right]))
    right--;
  return (RelSpan){ left, right + 1 };
}

void
rel_name_span_tag (RelToken *tokens, RelSpan name, RelNameType type)
{
  for (gsize i = name.start; i < name.end; i++) {
    tokens[i].name = type;
    tokens[i].name_begins = i == name.start;
  }
}

gboolean
rel_token_is_inside_name (const RelToken *tokens, guint i)
{
  switch (tokens[i].deprel) {
  case REL_DEPREL_FLAT:
  case REL_DEPREL_COMPOUND:
  case REL_DEPREL_AMOD:
  case REL_DEPREL_GOESWITH:
    return tokens[i].head >= 0 && tokens[tokens[i].head].upos == REL_UPOS_PROPN;
  default:
    return FALSE;
  }
}

RelNameType
rel_name_span_vote (const RelToken *tokens, RelSpan span)
{
  gfloat weights[REL_N_NAME_TYPES] = { 0 };
  guint best = REL_NAME_NONE;

  for (gsize i = span.start; i < span.end; i++)
    if (tokens[i].name != REL_NAME_NONE)
      weights[tokens[i].name] += tokens[i].name_margin + 0.1f; /* a margin of nothing counts too */
  for (guint type = 1; type < REL_N_NAME_TYPES; type++)
    if (weights[type] > weights[best])
      best = type;
  return (RelNameType) best;
}

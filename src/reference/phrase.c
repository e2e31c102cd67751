/* Noun phrases: a head and its tree in, the tokens of the phrase out.
 *
 * The phrase is the piece of the head's subtree around the head that can be reached over parts only. Cost: the length of
 * the phrase times the depth of the tree, at most quadratic in a sentence, whose length is bounded.
 */
#include <reference/phrase.h>

#include <string.h>

/* What is never part of a phrase, at whatever depth. */
static gboolean
is_foreign (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_ACL:
  case REL_DEPREL_ACL_RELCL:
  case REL_DEPREL_ADVCL:
  case REL_DEPREL_ADVCL_RELCL:
  case REL_DEPREL_APPOS:
  case REL_DEPREL_PARATAXIS:
  case REL_DEPREL_CCOMP:
  case REL_DEPREL_CSUBJ:
  case REL_DEPREL_CSUBJ_OUTER:
  case REL_DEPREL_CSUBJ_PASS:
  case REL_DEPREL_DISCOURSE:
  case REL_DEPREL_DISLOCATED:
  case REL_DEPREL_VOCATIVE:
  case REL_DEPREL_LIST:
  case REL_DEPREL_ORPHAN:
  case REL_DEPREL_REPARANDUM:
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_OUTER:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_COP:
  case REL_DEPREL_AUX:
  case REL_DEPREL_AUX_PASS:
  case REL_DEPREL_EXPL:
  case REL_DEPREL_XCOMP:
  case REL_DEPREL_ROOT:
    return TRUE;
  default:
    return FALSE;
  }
}

/* What may be deeper in a phrase but not right under its head. */
static gboolean
is_around_head (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_CASE:
  case REL_DEPREL_CC:
  case REL_DEPREL_CC_PRECONJ:
  case REL_DEPREL_CONJ:
  case REL_DEPREL_MARK:
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_OBL_UNMARKED:
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
  case REL_DEPREL_ADVMOD:
  case REL_DEPREL_DEP:
  case REL_DEPREL_NMOD_UNMARKED:
    return TRUE;
  default:
    return FALSE;
  }
}

gint32
rel_phrase_get_branch (const RelTree *tree, gint32 token, gint32 head)
{
  gint32 branch = head;

  for (gint32 steps = 0; token != head; steps++) {
    if (token < 0 || token >= tree->n || steps > tree->n)
      return -1;
    branch = token;
    token = tree->tokens[token].head;
  }
  return branch;
}

static gboolean
is_part (const RelTree *tree, gint32 token, gint32 head)
{
  for (gint32 steps = 0; token != head; steps++) {
    if (token < 0 || token >= tree->n || steps > tree->n)
      return FALSE;

    RelDeprel deprel = tree->tokens[token].deprel;
    gint32 above = tree->tokens[token].head;

    if (is_foreign (deprel) || (above == head && is_around_head (deprel)))
      return FALSE;
    token = above;
  }
  return TRUE;
}

static gboolean
is_bracket (const RelToken *token)
{
  return strcmp (token->form, "(") == 0 || strcmp (token->form, ")") == 0 || strcmp (token->form, "[") == 0
         || strcmp (token->form, "]") == 0;
}

/* Whether the phrase goes on behind the comma at @comma: with a further member of a list, a further adjective or the
 * year of a date it does, with anything else ("industries, including ...", "industries, according to ...") it does not. */
static gboolean
goes_on_behind (const RelTree *tree, gint32 comma, gint32 head)
{
  gint32 token = comma + 1, top = -1;

  if (token >= tree->n || strcmp (tree->tokens[comma].form, ",") != 0)
    return TRUE;
  for (gint32 steps = 0; token != head; token = tree->tokens[token].head, steps++) {
    if (token < 0 || token >= tree->n || steps > tree->n)
      return FALSE;
    if (tree->left[token] > comma)
      top = token;
  }
  if (top < 0)
    return FALSE;

  const RelToken *next = &tree->tokens[top];

  return next->deprel == REL_DEPREL_CONJ || next->deprel == REL_DEPREL_AMOD
         || (next->deprel == REL_DEPREL_NMOD_UNMARKED && next->upos == REL_UPOS_NUM); /* October, 1805 */
}

void
rel_phrase_measure (const RelTree *tree, gint32 head, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;
  gint32 left = head, right = head;

  for (gint32 i = head - 1; i >= 0 && !is_bracket (&tokens[i]); i--) {
    if (tokens[i].upos == REL_UPOS_PUNCT)
      continue;
    if (!is_part (tree, i, head))
      break;
    left = i;
  }
  for (gint32 i = head + 1; i < tree->n && !is_bracket (&tokens[i]); i++) {
    if (tokens[i].upos == REL_UPOS_PUNCT) {
      if (goes_on_behind (tree, i, head))
        continue;
      break;
    }
    if (!is_part (tree, i, head))
      break;
    right = i;
  }
  *first = left;
  *end = right + 1;
}

/* Arcs that the network gets wrong, put right where the words leave no doubt; see the header.
 *
 * Cost: quadratic in the words of a sentence at worst, whose number is bounded.
 */
#include "lexis/mended_arcs.h"

/* Words of one piece of a sentence; heads count from the beginning of the sentence. */
typedef struct {
  RelToken *tokens;
  guint n;
  gint32 offset; /* of tokens[0] in its sentence */
} Piece;

/* Token of the piece that @i hangs on, -1: the root, or another piece. */
static gint32
get_head (const Piece *piece, guint i)
{
  return piece->tokens[i].head - piece->offset;
}

static gboolean
is_below (const Piece *piece, guint token, guint ancestor)
{
  gint32 at = (gint32) token;

  for (guint steps = 0; at >= 0 && steps < piece->n; steps++) {
    if (at == (gint32) ancestor)
      return TRUE;
    at = get_head (piece, (guint) at);
  }
  return FALSE;
}

/* The conjunction that the words of @i begin with, -1: none. */
static gint32
find_conjunction (const Piece *piece, guint i)
{
  guint first = i;

  while (first > 0 && (gint32) first - 1 > get_head (piece, i) && is_below (piece, first - 1, i))
    first--;
  while (first < i && piece->tokens[first].upos == REL_UPOS_PUNCT)
    first++;
  return first < i && piece->tokens[first].upos == REL_UPOS_CCONJ ? (gint32) first : -1;
}

/* "the Persian Gulf, the Gulf of Oman and the Strait": an apposition has a comma behind it, too; this one has the "and" of what
 * is joined to its head. */
static gboolean
is_inside_list (const Piece *piece, guint i)
{
  guint end = i + 1;
  gint32 next = -1;

  while (end < piece->n && is_below (piece, end, i))
    end++;
  if (end >= piece->n || piece->tokens[end].upos != REL_UPOS_CCONJ || piece->tokens[i].upos != REL_UPOS_PROPN)
    return FALSE;
  next = get_head (piece, end);
  return next > (gint32) end && piece->tokens[next].deprel == REL_DEPREL_CONJ
         && piece->tokens[next].head == piece->tokens[i].head;
}

void
rel_arcs_join_coordinations (RelToken *tokens, guint n, gint32 offset)
{
  const Piece view = { tokens, n, offset }, *piece = &view;

  for (guint i = 0; i < piece->n; i++) {
    RelToken *token = &piece->tokens[i];
    gint32 conjunction = -1;

    if (token->deprel != REL_DEPREL_APPOS || get_head (piece, i) < 0 || get_head (piece, i) >= (gint32) i)
      continue;
    conjunction = find_conjunction (piece, i);
    if (conjunction < 0 && is_inside_list (piece, i))
      token->deprel = REL_DEPREL_CONJ;
    if (conjunction < 0)
      continue;
    token->deprel = REL_DEPREL_CONJ;
    piece->tokens[conjunction].head = (gint32) i + piece->offset;
    piece->tokens[conjunction].deprel = REL_DEPREL_CC;
  }
}

/* Whether the argument @token of @verb is what does it, or what it happens to. */
static gboolean
is_first_role (const RelToken *verb, gint32 token)
{
  for (guint k = 0; k < verb->n_roles; k++)
    if ((gint32) verb->roles[k].token == token)
      return verb->roles[k].role == REL_PB_ARG0 || verb->roles[k].role == REL_PB_ARG1;
  return FALSE;
}

static gboolean
has_child (const Piece *piece, gint32 head, RelDeprel deprel)
{
  for (guint i = 0; i < piece->n; i++)
    if (piece->tokens[i].head == head && piece->tokens[i].deprel == deprel)
      return TRUE;
  return FALSE;
}

void
rel_arcs_raise_subjects (RelToken *tokens, guint n, gint32 offset)
{
  const Piece view = { tokens, n, offset }, *piece = &view;

  for (guint i = 0; i < piece->n; i++) {
    const RelToken *verb = &piece->tokens[i];
    gint32 at = (gint32) i + piece->offset;

    if (verb->deprel != REL_DEPREL_CCOMP || verb->upos != REL_UPOS_VERB || !rel_token_has_feature (verb, "VerbForm=Fin")
        || has_child (piece, at, REL_DEPREL_NSUBJ) || has_child (piece, at, REL_DEPREL_NSUBJ_PASS))
      continue;
    for (guint k = i; k-- > 0 && (gint32) k + piece->offset > verb->head;) {
      RelToken *object = &piece->tokens[k];

      if (object->head == verb->head && object->deprel == REL_DEPREL_OBJ
          && is_first_role (verb, (gint32) k + piece->offset)) {
        object->head = at;
        object->deprel = REL_DEPREL_NSUBJ;
        break;
      }
    }
  }
}

void
rel_arcs_join_descriptions (RelToken *tokens, guint n, gint32 offset)
{
  const Piece view = { tokens, n, offset }, *piece = &view;

  for (guint i = 0; i < n; i++) {
    guint first = i;
    RelToken *before = NULL;

    if (tokens[i].upos != REL_UPOS_PROPN
        || (tokens[i].deprel != REL_DEPREL_NSUBJ && tokens[i].deprel != REL_DEPREL_OBJ))
      continue;
    while (first > 0 && is_below (piece, first - 1, i))
      first--;
    before = first > 0 ? &tokens[first - 1] : NULL;
    if (before == NULL || before->head != tokens[i].head || before->deprel != tokens[i].deprel
        || (before->upos != REL_UPOS_NOUN && before->upos != REL_UPOS_PROPN))
      continue;
    before->head = (gint32) i + offset;
    before->deprel = REL_DEPREL_NMOD_DESC;
  }
}

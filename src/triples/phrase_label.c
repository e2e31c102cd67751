/* The words of a noun phrase, as a label: subtree in, text out.
 *
 * Left out are what stands around the phrase (its preposition, conjunctions, conjuncts) and what says something about
 * it rather than naming it (relative clauses, appositions, asides). Cost: linear in the subtree.
 */
#include <triples/fact_draft.h>

#include <string.h>

/* A label longer than this is a clause, not a name; the rest is cut off. */
#define MAX_LABEL_TOKENS 24

static gboolean
is_left_out (const RelToken *token)
{
  switch (token->deprel) {
  case REL_DEPREL_CASE:
  case REL_DEPREL_MARK:
  case REL_DEPREL_CC:
  case REL_DEPREL_CC_PRECONJ:
  case REL_DEPREL_COP:
  case REL_DEPREL_AUX:
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_CONJ:
  case REL_DEPREL_ACL_RELCL:
  case REL_DEPREL_APPOS:
  case REL_DEPREL_PARATAXIS:
  case REL_DEPREL_ADVCL:
  case REL_DEPREL_ADVMOD:
  case REL_DEPREL_DISCOURSE:
    return TRUE;
  default:
    return FALSE;
  }
}

/* "pleaded not guilty": what the verb does not say for itself. */
static gboolean
is_denial_of_complement (const RelTree *tree, gint32 head, gint32 child)
{
  return tree->tokens[head].deprel == REL_DEPREL_XCOMP && rel_tree_get_child (tree, head, REL_DEPREL_COP) < 0
         && tree->tokens[child].deprel == REL_DEPREL_ADVMOD
         && rel_token_has_feature (&tree->tokens[child], "Polarity=Neg");
}

/* "commissioner responsible for defence": an adjective behind its noun says something of it. */
static gboolean
is_reduced_clause (const RelTree *tree, gint32 head, gint32 child)
{
  return child > head && tree->tokens[child].deprel == REL_DEPREL_AMOD && tree->first_child[child] >= 0;
}

/* Only the parts of the head itself: further down, "the rise of prices and wages" keeps its conjunction. */
static void
mark_phrase (const RelTree *tree, gint32 head, gboolean *keep)
{
  keep[head] = TRUE;
  REL_TREE_EACH_CHILD (tree, head, child) {
    gboolean article
      = tree->tokens[child].deprel == REL_DEPREL_DET && rel_token_has_feature (&tree->tokens[child], "PronType=Art");

    if (article || is_reduced_clause (tree, head, child)
        || (is_left_out (&tree->tokens[child]) && !is_denial_of_complement (tree, head, child))
        || rel_token_has_feature (&tree->tokens[child], "PronType=Rel"))
      continue;
    for (gint32 i = tree->left[child]; i <= tree->right[child]; i++)
      if (rel_tree_is_below (tree, i, child))
        keep[i] = TRUE;
  }
}

static gboolean
is_mark (const RelToken *token)
{
  return token->upos == REL_UPOS_PUNCT;
}

const gchar *
rel_drafts_get_phrase (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  g_autofree gboolean *keep = g_new0 (gboolean, tree->n);
  g_autoptr (GString) label = g_string_new (NULL);
  gint32 first = tree->left[head], last = tree->right[head];
  guint n_kept = 0;

  mark_phrase (tree, head, keep);
  while (first < head && (!keep[first] || is_mark (&tree->tokens[first])))
    first++;
  while (last > head && (!keep[last] || is_mark (&tree->tokens[last])))
    last--;

  for (gint32 i = first; i <= last && n_kept < MAX_LABEL_TOKENS; i++) {
    if (!keep[i])
      continue;
    if (n_kept > 0 && (tree->tokens[i - 1].space_after || !keep[i - 1]) && !is_mark (&tree->tokens[i]))
      g_string_append_c (label, ' ');
    g_string_append (label, tree->tokens[i].form);
    n_kept++;
  }
  return rel_arena_strndup (self->arena, label->str, label->len);
}

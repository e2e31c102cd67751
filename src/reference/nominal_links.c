/* Noun phrases that come again: the same words, or "the man" where one man only was mentioned.
 *
 * A phrase with "the" goes back to the last one with the same words; a bare one ("artificial intelligence") too, since it
 * names a kind; persons and events without article are others each time. O(1) a mention.
 */
#include <reference/discourse.h>

#include <string.h>

/* Chain of the possessor of @index, REL_NO_REFERENT: no possessor; *has_one is TRUE for one that is no mention, too. */
static guint32
get_possessor (const RelDiscourse *self, guint32 index, gboolean *has_one)
{
  const RelMention *mention = &rel_discourse_get (self, index)->mention;
  gint32 child = rel_tree_get_child (self->trees[mention->sentence], mention->head, REL_DEPREL_NMOD_POSS);
  guint32 possessor = child >= 0 ? rel_discourse_find_head (self, mention->sentence, child) : REL_NO_REFERENT;

  *has_one = child >= 0;
  return possessor != REL_NO_REFERENT ? rel_discourse_find (self, possessor) : REL_NO_REFERENT;
}

static gboolean
has_same_possessor (const RelDiscourse *self, guint32 a, guint32 b)
{
  gboolean has_a, has_b;
  guint32 x = get_possessor (self, a, &has_a), y = get_possessor (self, b, &has_b);

  if (!has_a && !has_b)
    return TRUE;
  return has_a && has_b && x != REL_NO_REFERENT && x == y;
}

/* No article, no number, no possessor: the name of a kind. */
static gboolean
is_bare (const RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const RelTree *tree = self->trees[referent->mention.sentence];

  REL_TREE_EACH_CHILD (tree, referent->mention.head, child)
    switch (tree->tokens[child].deprel) {
    case REL_DEPREL_DET:
    case REL_DEPREL_DET_PREDET:
    case REL_DEPREL_NUMMOD:
    case REL_DEPREL_NMOD_POSS:
      return FALSE;
    default:
      break;
    }
  return referent->mention.type == REL_ENTITY_ABSTRACT || referent->mention.type == REL_ENTITY_SUBSTANCE
         || referent->mention.type == REL_ENTITY_OBJECT;
}

static gboolean
may_be_same (const RelDiscourse *self, guint32 antecedent, guint32 index)
{
  const RelReferent *a = rel_discourse_get (self, antecedent), *b = rel_discourse_get (self, index);

  if (a->is_plural != b->is_plural || !has_same_possessor (self, antecedent, index))
    return FALSE;
  if (a->mention.sentence == b->mention.sentence && a->mention.end > b->mention.first)
    return FALSE;
  return b->is_definite || (is_bare (self, index) && is_bare (self, antecedent));
}

/* Notes that @index may be taken up again. */
static void
note (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const gchar *head = rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head].lemma;
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_head, head));

  g_hash_table_insert (self->by_words, (gpointer) referent->key, GUINT_TO_POINTER (index + 1));
  if (known == 0)
    g_hash_table_insert (self->by_head, (gpointer) head, GUINT_TO_POINTER (index + 1));
  else if (known != REL_NO_REFERENT && rel_discourse_find (self, known - 1) != rel_discourse_find (self, index))
    g_hash_table_insert (self->by_head, (gpointer) head, GUINT_TO_POINTER (REL_NO_REFERENT));
}

/* "the man" after "a 66-year-old man" and no other man. */
static guint32
find_by_head (const RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const gchar *head = rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head].lemma;
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_head, head));

  if (!referent->is_definite || referent->is_plural || referent->n_words != 1 || known == 0 || known == REL_NO_REFERENT)
    return REL_NO_REFERENT;
  return may_be_same (self, known - 1, index)
             && rel_discourse_get (self, known - 1)->mention.type == referent->mention.type
           ? known - 1
           : REL_NO_REFERENT;
}

gboolean
rel_discourse_link_nominal (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  guint32 same = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_words, referent->key));
  gboolean linked = FALSE;

  if (*referent->key == '\0'
      || rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head].lemma == NULL)
    return FALSE;
  if (same != 0 && may_be_same (self, same - 1, index)) {
    rel_discourse_join (self, same - 1, index, "same words");
    linked = TRUE;
  } else if (find_by_head (self, index) != REL_NO_REFERENT) {
    rel_discourse_join (self, find_by_head (self, index), index, "same head");
    linked = TRUE;
  }
  note (self, index);
  return linked;
}

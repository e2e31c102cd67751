/* Walking a dependency tree: heads in, children, subtrees and their extent out. O(n) to make, without recursion. */
#include <relata/parse.h>

/* Links each token into its head's list of children, from right to left so that the lists are in text order. */
static void
link_children (RelTree *self)
{
  for (gint32 i = self->n - 1; i >= 0; i--) {
    gint32 head = self->tokens[i].head;

    if (head < 0 || head >= self->n || head == i)
      continue;
    self->next_sibling[i] = self->first_child[head];
    self->first_child[head] = i;
  }
  for (gint32 i = 0; i < self->n && self->root < 0; i++)
    if (self->tokens[i].head < 0)
      self->root = i;
}

/* Widens the extent of each head by those of its children, leaves first (topological order: Kahn 1962), so that tokens
 * on a cycle are never reached and keep their own extent. */
static void
measure_subtrees (RelTree *self, RelArena *arena)
{
  gint32 *n_open = rel_arena_new_array (arena, gint32, self->n); /* children not yet measured */
  gint32 *queue = rel_arena_new_array (arena, gint32, self->n);
  gint32 n_queued = 0;

  for (gint32 i = 0; i < self->n; i++) {
    self->left[i] = self->right[i] = i;
    REL_TREE_EACH_CHILD (self, i, child)
      n_open[i]++;
    if (n_open[i] == 0)
      queue[n_queued++] = i;
  }
  for (gint32 k = 0; k < n_queued; k++) {
    gint32 token = queue[k], head = self->tokens[token].head;

    if (head < 0 || head >= self->n || head == token)
      continue;
    self->left[head] = MIN (self->left[head], self->left[token]);
    self->right[head] = MAX (self->right[head], self->right[token]);
    if (--n_open[head] == 0)
      queue[n_queued++] = head;
  }
  for (gint32 i = 0; i < self->n; i++)
    if (n_open[i] > 0) { /* on a cycle, or above one */
      self->left[i] = self->right[i] = i;
      self->first_child[i] = -1;
    }
}

RelTree *
rel_tree_new (RelArena *arena, const RelDocument *document, const RelSentence *sentence)
{
  gint32 n = (gint32) sentence->n_tokens;
  RelTree *self = rel_arena_new_array (arena, RelTree, 1);

  self->tokens = rel_sentence_get_tokens (document, sentence);
  self->n = n;
  self->root = -1;
  self->first_child = rel_arena_new_array (arena, gint32, n);
  self->next_sibling = rel_arena_new_array (arena, gint32, n);
  self->left = rel_arena_new_array (arena, gint32, n);
  self->right = rel_arena_new_array (arena, gint32, n);
  for (gint32 i = 0; i < n; i++)
    self->first_child[i] = self->next_sibling[i] = -1;
  link_children (self);
  measure_subtrees (self, arena);
  return self;
}

gint32
rel_tree_get_child (const RelTree *self, gint32 token, RelDeprel deprel)
{
  REL_TREE_EACH_CHILD (self, token, child)
    if (self->tokens[child].deprel == deprel)
      return child;
  return -1;
}

gint32
rel_tree_get_next (const RelTree *self, gint32 child, RelDeprel deprel)
{
  for (child = self->next_sibling[child]; child >= 0; child = self->next_sibling[child])
    if (self->tokens[child].deprel == deprel)
      return child;
  return -1;
}

gboolean
rel_tree_is_below (const RelTree *self, gint32 token, gint32 ancestor)
{
  for (gint32 steps = 0; token >= 0 && token < self->n && steps <= self->n; steps++) {
    if (token == ancestor)
      return TRUE;
    token = self->tokens[token].head;
  }
  return FALSE;
}

/* Walking trees, and heads that are no tree. */
#include <relata/parse.h>

static RelTree *
make_tree (RelArena *arena, const gint32 *heads, guint n)
{
  RelDocument document = { .arena = arena };
  RelSentence sentence = { .n_tokens = n };

  document.tokens = rel_arena_new_array (arena, RelToken, n);
  for (guint i = 0; i < n; i++) {
    document.tokens[i].head = heads[i];
    document.tokens[i].deprel = i % 2 == 0 ? REL_DEPREL_NSUBJ : REL_DEPREL_OBJ;
  }
  return rel_tree_new (arena, &document, &sentence);
}

static void
test_walk (void)
{
  static const gint32 heads[] = { 2, 0, -1, 4, 2, 2 };
  g_autoptr (RelArena) arena = rel_arena_new ();
  RelTree *tree = make_tree (arena, heads, 6);
  gint32 n_children = 0;

  g_assert_cmpint (tree->root, ==, 2);
  REL_TREE_EACH_CHILD (tree, 2, child)
    n_children++;
  g_assert_cmpint (n_children, ==, 3);
  g_assert_cmpint (tree->left[2], ==, 0);
  g_assert_cmpint (tree->right[2], ==, 5);
  g_assert_cmpint (tree->left[4], ==, 3);
  g_assert_cmpint (tree->right[0], ==, 1);
  g_assert_cmpint (rel_tree_get_child (tree, 2, REL_DEPREL_NSUBJ), ==, 0);
  g_assert_cmpint (rel_tree_get_next (tree, 0, REL_DEPREL_NSUBJ), ==, 4);
  g_assert_cmpint (rel_tree_get_next (tree, 4, REL_DEPREL_NSUBJ), ==, -1);
  g_assert_cmpint (rel_tree_get_child (tree, 5, REL_DEPREL_NSUBJ), ==, -1);
  g_assert_true (rel_tree_is_below (tree, 3, 2));
  g_assert_true (rel_tree_is_below (tree, 3, 3));
  g_assert_false (rel_tree_is_below (tree, 2, 3));
}

static void
test_no_tree (void)
{
  static const gint32 heads[] = { 1, 2, 0, 2, 4, 99, -1 }; /* a cycle of three with a leaf, itself, nowhere, a root */
  g_autoptr (RelArena) arena = rel_arena_new ();
  RelTree *tree = make_tree (arena, heads, 7);

  g_assert_cmpint (tree->root, ==, 6);
  g_assert_cmpint (tree->first_child[2], ==, -1);
  g_assert_cmpint (tree->left[2], ==, 2);
  g_assert_cmpint (tree->right[2], ==, 2);
  g_assert_false (rel_tree_is_below (tree, 0, 6));
  g_assert_false (rel_tree_is_below (tree, 5, 6));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tree/walk", test_walk);
  g_test_add_func ("/tree/no-tree", test_no_tree);
  return g_test_run ();
}

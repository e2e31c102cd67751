/* The decoder of trees against trying all trees of small sentences. */
#include <relata/parse.h>

#include <string.h>

static gboolean
is_single_rooted_tree (const gint32 *heads, guint n)
{
  guint n_roots = 0;

  for (guint i = 0; i < n; i++) {
    gint32 at = (gint32) i;

    n_roots += heads[i] < 0;
    for (guint steps = 0; at >= 0; steps++) {
      if (steps > n)
        return FALSE;
      at = heads[at];
    }
  }
  return n_roots == 1;
}

static gdouble
sum_scores (const gfloat *scores, guint n, const gint32 *heads)
{
  gdouble sum = 0;

  for (guint d = 0; d < n; d++)
    sum += (gdouble) scores[(gsize) (heads[d] + 1) * n + d];
  return sum;
}

/* The best sum over all assignments of heads. */
static gdouble
search_all (const gfloat *scores, guint n)
{
  gint32 heads[8];
  gdouble best = -1e30;
  guint64 n_choices = 1;

  for (guint i = 0; i < n; i++)
    n_choices *= n + 1;
  for (guint64 choice = 0; choice < n_choices; choice++) {
    guint64 rest = choice;

    for (guint i = 0; i < n; i++, rest /= n + 1)
      heads[i] = (gint32) (rest % (n + 1)) - 1;
    if (is_single_rooted_tree (heads, n))
      best = MAX (best, sum_scores (scores, n, heads));
  }
  return best;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 600; round++) {
    guint n = 1 + round % 5;
    gfloat scores[6 * 5];
    gint32 heads[5];

    for (guint i = 0; i < (n + 1) * n; i++)
      scores[i] = (gfloat) g_rand_double_range (random, -10, 10) * (round % 3 == 0 ? 1.0f : 0.1f);
    rel_tree_decode (scores, n, heads);
    g_assert_true (is_single_rooted_tree (heads, n));
    g_assert_cmpfloat_with_epsilon (sum_scores (scores, n, heads), search_all (scores, n), 1e-4);
  }
}

static void
test_long_sentences (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint n = 20; n <= 260; n += 60) {
    g_autofree gfloat *scores = g_new (gfloat, (n + 1) * n);
    g_autofree gint32 *heads = g_new (gint32, n);

    for (guint i = 0; i < (n + 1) * n; i++)
      scores[i] = (gfloat) g_rand_double_range (random, -20, 0);
    rel_tree_decode (scores, n, heads);
    g_assert_true (is_single_rooted_tree (heads, n));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tree-decode/brute-force", test_brute_force);
  g_test_add_func ("/tree-decode/long-sentences", test_long_sentences);
  return g_test_run ();
}

/* Memory of a document: zeroed, aligned, never moved. */
#include <relata/base.h>

#include <string.h>

static void
test_zeroed_and_aligned (void)
{
  g_autoptr (RelArena) arena = rel_arena_new ();

  for (gsize n = 0; n < 3000; n += 7) {
    guint8 *bytes = rel_arena_alloc (arena, n);
    g_assert_cmpuint ((guintptr) bytes % 16, ==, 0);
    for (gsize i = 0; i < n; i++)
      g_assert_cmpuint (bytes[i], ==, 0);
    memset (bytes, 0xff, n);
  }
}

static void
test_larger_than_a_block (void)
{
  g_autoptr (RelArena) arena = rel_arena_new ();
  gchar *before = rel_arena_strdup (arena, "before");
  guint8 *large = rel_arena_alloc (arena, 5u << 20);
  gchar *after = rel_arena_strdup (arena, "after");

  memset (large, 1, 5u << 20);
  g_assert_cmpstr (before, ==, "before");
  g_assert_cmpstr (after, ==, "after");
  g_assert_cmpuint (rel_arena_get_size (arena), >=, 5u << 20);
}

static void
test_strings (void)
{
  g_autoptr (RelArena) arena = rel_arena_new ();

  g_assert_cmpstr (rel_arena_strndup (arena, "Seoul, Rome", 5), ==, "Seoul");
  g_assert_cmpstr (rel_arena_strndup (arena, "", 0), ==, "");
  g_assert_null (rel_arena_strdup (arena, NULL));
}

/* Values that models and IRIs of earlier versions depend on. */
static void
test_hash_is_fixed (void)
{
  g_assert_cmpuint (rel_hash_string ("Seoul", 0), ==, rel_hash_bytes ("Seoul!", 5, 0));
  g_assert_cmpuint (rel_hash_string ("Seoul", 0), !=, rel_hash_string ("Seoul", 1));
  g_assert_cmphex (rel_hash_string ("", 0), ==, G_GUINT64_CONSTANT (0xefd01f60ba992926));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/zeroed-and-aligned", test_zeroed_and_aligned);
  g_test_add_func ("/arena/larger-than-a-block", test_larger_than_a_block);
  g_test_add_func ("/arena/strings", test_strings);
  g_test_add_func ("/hash/fixed", test_hash_is_fixed);
  return g_test_run ();
}

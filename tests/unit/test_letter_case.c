/* Lower case: the same in every locale that the machine has. */
#include <relata/base.h>

#include <locale.h>

static void
check (const gchar *string, const gchar *expected)
{
  g_autofree gchar *lower = rel_utf8_to_lower (string);

  g_assert_cmpstr (lower, ==, expected);
}

static void
test_lower (void)
{
  static const gchar *const locales[] = { "C", "C.UTF-8", "tr_TR.UTF-8", "lt_LT.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    setlocale (LC_CTYPE, locales[i]); /* where it is installed */
    check ("", "");
    check ("ITALY", "italy");
    check ("São PAULO, ÉIRE 이", "são paulo, éire 이");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-case/lower", test_lower);
  return g_test_run ();
}

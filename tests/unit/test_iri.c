/* Names as segments of IRIs: readable where they can be, injective, and safe whatever they hold. */
#include <triples/iri.h>

#include <string.h>

static void
test_segment (void)
{
  static const gchar *const cases[][2] = {
    { "Lee Jae Myung", "Lee_Jae_Myung" },
    { "Björn Benneke", "Björn_Benneke" },
    { "김은정", "김은정" },
    { "U.N.  General\tAssembly", "U.N._General_Assembly" },
    { "O'Brien \"Bob\"", "O%27Brien_%22Bob%22" },
    { "a/b#c<d>", "a%2Fb%23c%3Cd%3E" },
    { "snake_case", "snake%5Fcase" },
    { "50 %", "50_%25" },
    { "", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree gchar *segment = rel_iri_segment (cases[i][0]);
    g_assert_cmpstr (segment, ==, cases[i][1]);
  }
}

static void
test_long_segment (void)
{
  g_autofree gchar *a = g_strnfill (5000, 'a');
  g_autofree gchar *b = g_strconcat (a, "b", NULL);
  g_autofree gchar *left = rel_iri_segment (a);
  g_autofree gchar *right = rel_iri_segment (b);

  g_assert_cmpuint (strlen (left), <=, REL_IRI_SEGMENT_MAX + 17);
  g_assert_cmpstr (left, !=, right);
}

static void
test_camel_case (void)
{
  static const gchar *const cases[][2] = {
    { "agree to deepen", "agreeToDeepen" },
    { "meet", "meet" },
    { "", "p" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree gchar *local = rel_iri_camel_case (cases[i][0]);
    g_assert_cmpstr (local, ==, cases[i][1]);
  }

  g_autofree gchar *dashed = rel_iri_camel_case ("co-operate");
  g_autofree gchar *apart = rel_iri_camel_case ("co operate");
  g_assert_cmpstr (dashed, !=, apart);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/iri/segment", test_segment);
  g_test_add_func ("/iri/long-segment", test_long_segment);
  g_test_add_func ("/iri/camel-case", test_camel_case);
  return g_test_run ();
}

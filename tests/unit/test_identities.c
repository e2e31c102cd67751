/* The file of identities: what it says, and what is refused. */
#include <reference/identities.h>

#include <glib/gstdio.h>

static RelIdentities *
load (const gchar *text, GError **error)
{
  g_autofree gchar *path = NULL;
  gint file = g_file_open_tmp ("relata-XXXXXX", &path, NULL);
  RelIdentities *identities;

  g_assert_true (g_close (file, NULL) && g_file_set_contents (path, text, -1, NULL));
  identities = rel_identities_load (path, error);
  g_unlink (path);
  return identities;
}

/* The number of the name in whatever document. */
static guint
find (const RelIdentities *identities, const gchar *words)
{
  guint n = 0;
  const guint *numbers = rel_identities_find (identities, words, &n);

  g_assert_cmpuint (n, ==, 1);
  return numbers[0];
}

static guint
get_group (const RelIdentities *identities, const gchar *words)
{
  return rel_identities_get (identities, find (identities, words))->group;
}

static const gchar *
get_main_name (const RelIdentities *identities, const gchar *words)
{
  return rel_identities_get (identities, rel_identities_get (identities, get_group (identities, words))->main)->name;
}

static void
test_same (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelIdentities) identities
    = load ("# remark\r\n\nsame  Anna Berg | BERG  \nsame\tDoctor  Berg|Anna   berg\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (get_group (identities, "berg"), ==, get_group (identities, "doctor berg"));
  g_assert_cmpstr (get_main_name (identities, "doctor berg"), ==, "Anna Berg");
}

static void
test_different (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelIdentities) identities
    = load ("different A | B | C\ntype A | place\nsame C | D\nsame D | E\ntype E | person\n", &error);

  g_assert_no_error (error);
  g_assert_true (rel_identities_differ (identities, find (identities, "b"), find (identities, "c")));
  g_assert_true (rel_identities_differ (identities, find (identities, "c"), find (identities, "a")));
  g_assert_false (rel_identities_differ (identities, find (identities, "a"), find (identities, "d")));
  g_assert_cmpint (rel_identities_get (identities, get_group (identities, "a"))->type, ==, REL_ENTITY_PLACE);
  g_assert_cmpint (rel_identities_get (identities, get_group (identities, "c"))->type, ==, REL_ENTITY_PERSON);
  g_assert_cmpint (rel_identities_get (identities, get_group (identities, "b"))->type, ==, -1);
}

/* One name in two documents: the second thing is told apart. */
static void
test_documents (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelIdentities) identities = load ("different Jo Li @ a | Jo Li @ b\n", &error);
  guint n = 0;
  const guint *numbers = NULL;

  g_assert_no_error (error);
  numbers = rel_identities_find (identities, "jo li", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rel_identities_get (identities, numbers[0])->document, ==, "a");
  g_assert_null (rel_identities_get (identities, numbers[0])->apart);
  g_assert_cmpstr (rel_identities_get (identities, numbers[1])->apart, ==, "b");
  g_assert_null (rel_identities_find (identities, "jo", &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_refused (void)
{
  static const struct {
    const gchar *text, *message;
  } files[] = {
    { "same A\n", "*:1: one name only*" },
    { "\n\nsame A | \n", "*:3: a name is empty*" },
    { "same A | B @ \n", "*:1: a name is empty*" },
    { "samed A | B\n", "*:1: begins neither with 'same'*" },
    { "A = B", "*:1: begins neither*" },
    { "type A\n", "*:1: no type; write*" },
    { "type A | city\n", "*:1: no type; the types are*" },
    { "different A | a\n", "*:1: a name is different from itself*" },
    { "same A | B\nsame C | B\ndifferent A | C\n", "*:3: different, but other lines*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (files[i].text, &error));
    g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
    if (!g_pattern_match_simple (files[i].message, error->message))
      g_error ("%s: %s", files[i].text, error->message);
  }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_identities_load ("/nowhere/at/all", &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identities/same", test_same);
  g_test_add_func ("/identities/different", test_different);
  g_test_add_func ("/identities/documents", test_documents);
  g_test_add_func ("/identities/refused", test_refused);
  g_test_add_func ("/identities/no-file", test_no_file);
  return g_test_run ();
}

/* Questions to the ontology: by form, by class, by property; files that are broken. */
#include <relata/lexis.h>

#include <glib/gstdio.h>
#include <string.h>

static const gchar turtle[]
  = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix rel: <https://w3id.org/relata/ns#> .\n"
    "@prefix x: <http://example.org/> .\n"
    "x:Italy a x:Country ; rdfs:label \"Italy\"@en ; skos:altLabel \"Italian Republic\" ; rel:demonym \"Italian\" ;\n"
    "  x:neighbour x:France , x:Austria .\n"
    "x:turkey a x:Bird ; rdfs:label \"turkey\" .\n"
    "x:Turkey a x:Country ; rdfs:label \"Turkey\" ; x:neighbour x:Syria .\n";

/* A folder with one file of that content; remove_folder() takes it away. */
static gchar *
make_folder (const gchar *content)
{
  gchar *folder = g_dir_make_tmp ("relata-lexicon-XXXXXX", NULL);
  g_autofree gchar *path = g_build_filename (folder, "10-test.ttl", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return folder;
}

static void
remove_folder (gchar *folder)
{
  g_autofree gchar *path = g_build_filename (folder, "10-test.ttl", NULL);

  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
}

static void
test_find (void)
{
  gchar *folder = make_folder (turtle);
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new (folder, NULL, NULL);

  g_assert_nonnull (lexicon);
  g_assert_cmpstr (rel_lexicon_find (lexicon, "italian republic", NULL), ==, "http://example.org/Italy");
  g_assert_cmpstr (rel_lexicon_find (lexicon, "Italian", "x:Country"), ==, "http://example.org/Italy");
  g_assert_cmpstr (rel_lexicon_find (lexicon, "Turkey", NULL), ==, "http://example.org/turkey");
  g_assert_cmpstr (rel_lexicon_find (lexicon, "Turkey", "x:Country"), ==, "http://example.org/Turkey");
  g_assert_cmpstr (rel_lexicon_find_by (lexicon, "rel:demonym", "italian", NULL), ==, "http://example.org/Italy");
  g_assert_null (rel_lexicon_find_by (lexicon, "rdfs:label", "italian", NULL));
  g_assert_null (rel_lexicon_find (lexicon, "Italy", "x:Bird"));
  g_assert_null (rel_lexicon_find (lexicon, "Atlantis", NULL));
  remove_folder (folder);
}

static void
test_values (void)
{
  gchar *folder = make_folder (turtle);
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new (folder, NULL, NULL);
  g_autofree gchar *expanded = rel_lexicon_expand (lexicon, "x:Italy");
  guint n;

  const gchar *const *values = rel_lexicon_get_values (lexicon, "x:Italy", "x:neighbour", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (values[0], ==, "http://example.org/France");
  g_assert_cmpstr (values[1], ==, "http://example.org/Austria");
  const gchar *const *subjects = rel_lexicon_get_subjects (lexicon, "x:neighbour", "x:Syria", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (subjects[0], ==, "http://example.org/Turkey");
  g_assert_null (rel_lexicon_get_values (lexicon, "x:Italy", "x:river", &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (rel_lexicon_get_value (lexicon, "x:Italy", "rel:demonym"), ==, "Italian");
  g_assert_true (rel_lexicon_has (lexicon, "x:turkey", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "x:Bird"));
  g_assert_false (rel_lexicon_has (lexicon, "x:Turkey", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "x:Bird"));
  g_assert_cmpstr (expanded, ==, "http://example.org/Italy");
  remove_folder (folder);
}

/* The error names the file and the line. */
static void
test_broken (void)
{
  gchar *folder = make_folder ("@prefix x: <http://example.org/> .\nx:a x:b x:c .\nx:a x:b \"open\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_lexicon_new (folder, NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "10-test.ttl:3:"));
  remove_folder (folder);
}

static void
test_undeclared_prefix (void)
{
  gchar *folder = make_folder ("<http://example.org/a> y:b \"c\" .\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_lexicon_new (folder, NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "prefix"));
  remove_folder (folder);
}

static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rel_lexicon_new ("/nonexistent/ontology", NULL, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "/nonexistent/ontology"));
}

static guint n_made, n_freed;

static gpointer
make_part (const RelLexicon *lexicon)
{
  n_made++;
  return g_strdup (rel_lexicon_find (lexicon, "Italy", NULL));
}

static void
free_part (gpointer part)
{
  n_freed++;
  g_free (part);
}

/* What is made of the lexicon is made once, and dies with it. */
static void
test_part (void)
{
  g_autoptr (GError) error = NULL;
  gchar *folder = make_folder (turtle);
  RelLexicon *lexicon = rel_lexicon_new (folder, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rel_lexicon_get_part (lexicon, "part", make_part, free_part), ==, "http://example.org/Italy");
  g_assert_true (rel_lexicon_get_part (lexicon, "part", make_part, free_part)
                 == rel_lexicon_get_part (lexicon, "part", make_part, free_part));
  g_assert_cmpuint (n_made, ==, 1);
  g_assert_cmpuint (n_freed, ==, 0);
  rel_lexicon_free (lexicon);
  g_assert_cmpuint (n_freed, ==, 1);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/find", test_find);
  g_test_add_func ("/lexicon/values", test_values);
  g_test_add_func ("/lexicon/broken", test_broken);
  g_test_add_func ("/lexicon/undeclared-prefix", test_undeclared_prefix);
  g_test_add_func ("/lexicon/missing-folder", test_missing_folder);
  g_test_add_func ("/lexicon/part", test_part);
  return g_test_run ();
}

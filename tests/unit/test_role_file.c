/* Semantic roles beside a treebank: reading, putting them on words, telling what is not known. */
#include "lexis/conllu.h"
#include "lexis/role_file.h"

#include <glib/gstdio.h>
#include <string.h>

static const gchar treebank[] = "# sent_id = a-1\n"
                                "1\tKim\tKim\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n"
                                "2\thas\thave\tAUX\tVBZ\t_\t3\taux\t_\t_\n"
                                "3\tleft\tleave\tVERB\tVBN\t_\t0\troot\t_\t_\n"
                                "4\ttoday\ttoday\tNOUN\tNN\t_\t3\tobl\t_\t_\n\n"
                                "# sent_id = a-2\n"
                                "1\tSigned\tsign\tVERB\tVBN\t_\t0\troot\t_\t_\n\n"
                                "# sent_id = a-3\n"
                                "1\tThanks\tthanks\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n";

static gboolean
read_roles (RelRoleFile *roles, const gchar *text, GError **error)
{
  g_autofree gchar *path = NULL;
  gint file = g_file_open_tmp ("relata-roles-XXXXXX", &path, NULL);
  gboolean ok;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  ok = rel_role_file_read (roles, path, error);
  g_unlink (path);
  return ok;
}

static RelDocument *
read_treebank (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (treebank, -1, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "a.conllu");

  return rel_conllu_reader_next (reader, NULL, NULL);
}

static void
test_roles (void)
{
  g_autoptr (RelRoleFile) roles = rel_role_file_new ();
  g_autoptr (RelDocument) document = read_treebank ();
  const RelToken *tokens = document->tokens;
  gboolean known[3];

  g_assert_true (read_roles (roles,
                             "a-1\t2\thave.01\thave\t_\n"
                             "a-1\t3\tleave.01\tleave\tARGM-TMP:4-4:4 ARG0:1-1:1 V:3-3:3 C-ARGM-TMP:9-9:9 ARGA:2-2:2\n",
                             NULL));
  rel_role_file_annotate (roles, document, known);
  g_assert_true (known[0]);
  g_assert_false (known[1]); /* a verb, but no line: not annotated */
  g_assert_true (known[2]);
  g_assert_null (tokens[0].sense);
  g_assert_cmpstr (tokens[1].sense, ==, "aux");
  g_assert_false (rel_token_has_arguments (&tokens[1]));
  g_assert_cmpstr (tokens[2].sense, ==, "01");
  g_assert_true (rel_token_has_arguments (&tokens[2]));
  g_assert_cmpuint (tokens[2].n_roles, ==, 3); /* V is none, and word 9 is not there */
  g_assert_cmpuint (tokens[2].roles[0].token, ==, 0);
  g_assert_cmpuint (tokens[2].roles[0].role, ==, REL_PB_ARG0);
  g_assert_cmpuint (tokens[2].roles[1].role, ==, REL_PB_NONE); /* too rare to have a name */
  g_assert_cmpuint (tokens[2].roles[2].role, ==, REL_PB_ARGM_TMP);
}

static void
check_bad (const gchar *text)
{
  g_autoptr (RelRoleFile) roles = rel_role_file_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (read_roles (roles, text, &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, ":2: not "));
}

static void
test_bad_lines (void)
{
  check_bad ("a-1\t3\tleave.01\tleave\t_\na-1\t3\tleave.01\tleave\n");
  check_bad ("\na-1\t0\tleave.01\tleave\t_\n");
  check_bad ("\na-1\t1\tleave\tleave\t_\n");
  check_bad ("\na-1\t1\tleave.01\tleave\tARG0:1-1\n");
  check_bad ("\na-1\t1\tleave.01\tleave\tARG0:1-1:x\n");
}

static void
test_missing_file (void)
{
  g_autoptr (RelRoleFile) roles = rel_role_file_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rel_role_file_read (roles, "/nowhere/roles.tsv", &error));
  g_assert_error (error, REL_ERROR, REL_ERROR_IO);
}

static void
test_names (void)
{
  for (guint role = 0; role < REL_N_PROPBANK_ROLES; role++)
    g_assert_cmpint (rel_propbank_role_from_name (rel_propbank_role_get_name (role)), ==, (gint) role);
  g_assert_cmpint (rel_propbank_role_from_name ("ARG"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-file/roles", test_roles);
  g_test_add_func ("/role-file/bad-lines", test_bad_lines);
  g_test_add_func ("/role-file/missing-file", test_missing_file);
  g_test_add_func ("/role-file/names", test_names);
  return g_test_run ();
}

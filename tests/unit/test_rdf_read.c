/* Reading RDF: what good files say, and what is said of bad ones. */
#include "base/rdf_read.h"

#include <string.h>

static gboolean
append_statement (const RelRdfStatement *statement, gpointer user_data, GError **error)
{
  GString *all = user_data;

  g_string_append_printf (all, "%s %s %s", statement->subject, statement->predicate, statement->object);
  if (statement->is_literal)
    g_string_append_printf (all, " literal");
  if (statement->datatype != NULL)
    g_string_append_printf (all, " ^^%s", statement->datatype);
  if (statement->language != NULL)
    g_string_append_printf (all, " @%s", statement->language);
  if (statement->graph != NULL)
    g_string_append_printf (all, " in %s", statement->graph);
  g_string_append_c (all, '\n');
  return TRUE;
}

/* What @text says, a statement a line, or the message of the error. */
static gchar *
read_text (const gchar *text, gsize n_bytes, RelRdfSyntax syntax)
{
  g_autoptr (GError) error = NULL;
  GString *all = g_string_new (NULL);
  FILE *file = fmemopen ((gpointer) text, n_bytes, "rb");

  if (!rel_rdf_read_stream (file, "f", "http://b/", syntax, append_statement, NULL, all, &error))
    g_string_assign (all, error->message);
  fclose (file);
  return g_string_free (all, FALSE);
}

static void
assert_read (const gchar *text, RelRdfSyntax syntax, const gchar *expected)
{
  g_autofree gchar *found = read_text (text, strlen (text), syntax);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_good (void)
{
  assert_read ("@prefix e: <http://e/> . e:a e:b <c> , \"x # ( [\"@en , '''it's [[ ''' , \"\" , 5 .", REL_RDF_TURTLE,
               "http://e/a http://e/b http://b/c\n"
               "http://e/a http://e/b x # ( [ literal @en\n"
               "http://e/a http://e/b it's [[  literal\n"
               "http://e/a http://e/b  literal\n"
               "http://e/a http://e/b 5 literal ^^http://www.w3.org/2001/XMLSchema#integer\n");
  assert_read ("<http://e/a> <http://e/b> _:x <http://e/g> .\n", REL_RDF_NQUADS,
               "http://e/a http://e/b _:x in http://e/g\n");
  assert_read ("@prefix e: <http://e/> . e:g { e:a e:b e:c }", REL_RDF_TRIG,
               "http://e/a http://e/b http://e/c in http://e/g\n");
  assert_read ("# nothing ((((", REL_RDF_TURTLE, "");
}

static void
test_bad (void)
{
  assert_read ("<http://e/a>\n <http://e/b> c:d .", REL_RDF_TURTLE, "f:2:18: the prefix of c:d is not declared");
  assert_read ("<http://e/a> <http://e/b> <http://e/\\u003E> .", REL_RDF_TURTLE,
               "f:1:44: invalid escaped IRI character U+003E");
  assert_read ("<http://e/a> <http://e/b> <http://e/ c> .", REL_RDF_TURTLE,
               "f:1:39: invalid IRI character (escape %20)");

  g_autofree gchar *zero = read_text ("<a> \0 <b>", 9, REL_RDF_TURTLE);
  g_assert_cmpstr (zero, ==, "f:1:5: a byte 0, which no RDF text has; is this a binary file?");
  g_autofree gchar *cut = read_text ("<a> <b> \"c", 10, REL_RDF_TURTLE);
  g_assert_true (g_str_has_prefix (cut, "f:1:"));
  g_autofree gchar *latin = read_text ("<a> <b> \"\xe9t\xe9\" .", 15, REL_RDF_TURTLE);
  g_assert_true (g_str_has_prefix (latin, "f:1:"));
}

/* A file of @n times @piece, and what is said of it. */
static gchar *
read_repeated (const gchar *head, const gchar *piece, guint n)
{
  GString *text = g_string_new (head);
  gchar *said;

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  said = read_text (text->str, text->len, REL_RDF_TURTLE);
  g_string_free (text, TRUE);
  return said;
}

static void
test_hostile (void)
{
  g_autofree gchar *brackets = read_repeated ("<a> <b> ", "[ <b> ", 300000);
  g_autofree gchar *lists = read_repeated ("<a> <b> ", "( ", 300000);
  g_autofree gchar *quote = read_repeated ("<a> <b> \"\"\"", "0123456789abcdef", 1100000);
  g_autofree gchar *iri = read_repeated ("<a> <", "0123456789abcdef", 1100000);
  g_autofree gchar *name = read_repeated ("<a> ", "0123456789abcdef", 1100000);

  g_assert_cmpstr (brackets, ==, "f:1:6009: more than 1000 brackets inside each other");
  g_assert_cmpstr (lists, ==, "f:1:2009: more than 1000 brackets inside each other");
  g_assert_true (g_str_has_suffix (quote, ": a literal or name of more than 16 MiB; split it"));
  g_assert_true (g_str_has_suffix (iri, ": a literal or name of more than 16 MiB; split it"));
  g_assert_true (g_str_has_prefix (name, "f:1:"));
}

/* What is deep but not too deep is read: 900 lists. */
static void
test_deep (void)
{
  GString *text = g_string_new ("<a> <b> ");
  g_autofree gchar *said = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append (text, "( ");
  for (guint i = 0; i < 900; i++)
    g_string_append (text, ") ");
  g_string_append (text, ".");
  said = read_text (text->str, text->len, REL_RDF_TURTLE);
  g_assert_true (g_str_has_prefix (said, "http://b/a http://b/b _:"));
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/rdf_read/good", test_good);
  g_test_add_func ("/base/rdf_read/bad", test_bad);
  g_test_add_func ("/base/rdf_read/hostile", test_hostile);
  g_test_add_func ("/base/rdf_read/deep", test_deep);
  return g_test_run ();
}

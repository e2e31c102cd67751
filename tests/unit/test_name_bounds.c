/* Names fitted to the tree: fragments join, persons take no titles in, names are not cut. */
#include "document_builder.h"

#include "lexis/name_bounds.h"

static RelDocument *
make_document (const gchar *words)
{
  return builder_finish (builder_new ("a", words));
}

static void
tag (RelToken *token, RelNameType type, gboolean begins, gfloat margin)
{
  token->name = type;
  token->name_begins = begins;
  token->name_margin = margin;
}

static void
test_fragments_join (void)
{
  g_autoptr (RelDocument) document = make_document (
    "Coca Coca PROPN NNP 3 compound\n- - PUNCT HYPH 3 punct\nCola Cola PROPN NNP 4 nsubj\ngrew grow VERB VBD 0 root\n");
  RelToken *tokens = document->tokens;

  tag (&tokens[0], REL_NAME_LOC, TRUE, 0.3f);
  tag (&tokens[2], REL_NAME_ORG, TRUE, 0.9f);
  rel_name_bounds_fit (tokens, 4);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (tokens[i].name, ==, REL_NAME_ORG);
    g_assert_cmpint (tokens[i].name_begins, ==, i == 0);
  }
  g_assert_cmpuint (tokens[3].name, ==, REL_NAME_NONE);
}

static void
test_persons_take_no_title (void)
{
  g_autoptr (RelDocument) document
    = make_document ("Justice Justice PROPN NNP 2 compound\nKim Kim PROPN NNP 3 nsubj\nleft leave VERB VBD 0 root\n");
  RelToken *tokens = document->tokens;

  tag (&tokens[1], REL_NAME_PER, TRUE, 1);
  rel_name_bounds_fit (tokens, 3);
  g_assert_cmpuint (tokens[0].name, ==, REL_NAME_NONE);
  g_assert_true (tokens[1].name_begins);
}

static void
test_names_are_not_cut (void)
{
  g_autoptr (RelDocument) document
    = make_document ("Gulf Gulf PROPN NNP 0 root\nof of ADP IN 3 case\nAden Aden PROPN NNP 1 nmod\n");
  RelToken *tokens = document->tokens;

  tag (&tokens[0], REL_NAME_LOC, TRUE, 1);
  tag (&tokens[1], REL_NAME_LOC, FALSE, 1);
  tag (&tokens[2], REL_NAME_LOC, FALSE, 1);
  rel_name_bounds_fit (tokens, 3);
  g_assert_true (tokens[0].name_begins);
  g_assert_false (tokens[1].name_begins);
  g_assert_false (tokens[2].name_begins);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-bounds/fragments-join", test_fragments_join);
  g_test_add_func ("/name-bounds/persons-take-no-title", test_persons_take_no_title);
  g_test_add_func ("/name-bounds/names-are-not-cut", test_names_are_not_cut);
  return g_test_run ();
}

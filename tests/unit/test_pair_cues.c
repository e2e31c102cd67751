/* Cues between two phrases, and that they can be taken apart again. */
#include "document_builder.h"

#include "triples/pair_cues.h"

static void
test_split (void)
{
  const gchar *const fields[REL_N_CUE_FIELDS] = { "film", "direct", "obl+by", NULL, NULL, NULL, "person", NULL };
  g_autofree gchar *cue = rel_cue_new (fields);
  gchar **split = rel_cue_split (cue);
  g_autofree gchar *again = rel_cue_new ((const gchar *const *) split);

  g_assert_cmpstr (cue, ==, "above=film\tgovernor=direct\tlink=obl+by\tshape=person");
  g_assert_cmpstr (again, ==, cue);
  g_assert_cmpint (rel_cue_get_family (cue), ==, REL_CUES_TREE);
  g_assert_cmpint (rel_cue_get_family ("value=tenor"), ==, REL_CUES_VALUE);
  for (guint i = 0; i < REL_N_CUE_FIELDS; i++)
    g_free (split[i]);
  g_free (split);
}

static gboolean
has_cue (const GPtrArray *cues, const gchar *wanted)
{
  for (guint i = 0; i < cues->len; i++)
    if (strcmp (g_ptr_array_index (cues, i), wanted) == 0)
      return TRUE;
  return FALSE;
}

/* "Dunes is a film directed by Ada Lane ." */
static void
test_film (void)
{
  Builder *builder = builder_new ("film", "Dunes Dunes PROPN NNP 4 nsubj\nis be AUX VBZ 4 cop\na a DET DT 4 det\n"
                                          "film film NOUN NN 0 root\ndirected direct VERB VBN 4 acl\n"
                                          "by by ADP IN 7 case\nAda Ada PROPN NNP 5 obl\nLane Lane PROPN NNP 7 flat\n"
                                          ". . PUNCT . 4 punct\n");
  RelDocument *document = builder_finish (builder);
  g_autoptr (RelArena) arena = rel_arena_new ();
  const RelTree *tree = rel_tree_new (arena, document, &document->sentences[0]);
  RelPhrase film = { .first = 0, .end = 1, .head = 0, .label = "Dunes", .shape = "opening" };
  RelPhrase director = { .first = 6, .end = 8, .head = 6, .label = "Ada Lane", .shape = "person" };
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func (g_free), far = g_ptr_array_new_with_free_func (g_free);

  rel_cues_collect (tree, &film, &director, TRUE, near);
  g_assert_true (has_cue (near, "governor=direct\tlink=obl+by\tpath=acl ^ nsubj\tshape=person"));
  g_assert_true (has_cue (near, "governor=direct\tlink=obl+by\tshape=person"));
  g_assert_true (has_cue (near, "above=film\tgovernor=direct\tlink=obl+by\tshape=person"));
  g_assert_true (has_cue (near, "before=direct by\tshape=person"));
  g_assert_true (has_cue (near, "value=ada lane"));

  rel_cues_collect (tree, &film, &director, FALSE, far);
  g_assert_true (has_cue (far, "governor=direct\tlink=obl+by\tpath=acl ^ nsubj\tshape=person"));
  g_assert_false (has_cue (far, "value=ada lane"));
  g_assert_cmpint (rel_cues_find_local_subject (tree, 6), ==, 0);
  rel_document_free (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair_cues/split", test_split);
  g_test_add_func ("/pair_cues/film", test_film);
  return g_test_run ();
}

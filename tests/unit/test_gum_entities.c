/* Names and types from GUM's brackets. */
#include "lexis/conllu.h"
#include "lexis/gum_entities.h"

static const gchar sentence[]
  = "1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(1-person-new-n-cf1-3-coref\n"
    "2\tSamsung\tSamsung\tPROPN\tNNP\t_\t3\tcompound\t_\tEntity=(2-organization-new-n-cf2-1-sgl)\n"
    "3\tchairman\tchairman\tNOUN\tNN\t_\t7\tnsubj\t_\t_\n"
    "4\tJay\tJay\tPROPN\tNNP\t_\t3\tappos\t_\tEntity=(3-person-giv:act-n-cf1-1,2-appos-Lee_Jae%2Dyong\n"
    "5\tY.\tY.\tPROPN\tNNP\t_\t4\tflat\t_\t_\n"
    "6\tLee\tLee\tPROPN\tNNP\t_\t4\tflat\t_\tEntity=3)1)\n"
    "7\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "8\tthe\tthe\tDET\tDT\t_\t9\tdet\t_\tEntity=(4-place-new-n-cf3-2,3,4-sgl\n"
    "9\tBay\tBay\tPROPN\tNNP\t_\t7\tobj\t_\t_\n"
    "10\tof\tof\tADP\tIN\t_\t11\tcase\t_\t_\n"
    "11\tAsan\tAsan\tPROPN\tNNP\t_\t9\tnmod\t_\tEntity=(5-place-new-n-cf3-1-sgl)4)|SpaceAfter=No\n"
    "12\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_\n\n";

static RelDocument *
read_sentence (const gchar *string, gboolean *found)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (string, -1, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "gum");
  const gchar **misc = NULL;
  RelDocument *document = rel_conllu_reader_next (reader, &misc, NULL);

  *found = rel_gum_entities_annotate (document, misc);
  return document;
}

static void
test_names (void)
{
  gboolean found = FALSE;
  g_autoptr (RelDocument) document = read_sentence (sentence, &found);
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < document->n_tokens; i++)
    g_string_append_printf (tags, "%s%s ", document->tokens[i].name_begins ? "B-" : "",
                            rel_name_type_get_name (document->tokens[i].name));
  g_assert_true (found);
  g_assert_cmpstr (tags->str, ==, "O B-ORG O B-PER PER PER O O B-LOC LOC LOC O ");
  g_assert_cmpuint (document->tokens[2].etype, ==, 6);  /* person */
  g_assert_cmpuint (document->tokens[1].etype, ==, 5);  /* organization */
  g_assert_cmpuint (document->tokens[10].etype, ==, 7); /* place */
  g_assert_cmpuint (document->tokens[6].etype, ==, 0);
}

static void
test_no_entities (void)
{
  gboolean found = TRUE;
  g_autoptr (RelDocument) document = read_sentence ("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", &found);

  g_assert_false (found);
}

static void
test_broken_brackets (void)
{
  static const gchar *const values[] = { "Entity=",
                                         "Entity=)",
                                         "Entity=(",
                                         "Entity=((((",
                                         "Entity=7)",
                                         "Entity=(9-place",
                                         "Entity=(9-nothing-x)",
                                         "Entity=|Entity=(1-person)",
                                         "Entity=-)(" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree gchar *line = g_strdup_printf ("1\tA\tA\tPROPN\t_\t_\t0\troot\t_\t%s\n\n", values[i]);
    gboolean found = FALSE;
    g_autoptr (RelDocument) document = read_sentence (line, &found);

    g_assert_cmpuint (document->n_tokens, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gum-entities/names", test_names);
  g_test_add_func ("/gum-entities/no-entities", test_no_entities);
  g_test_add_func ("/gum-entities/broken-brackets", test_broken_brackets);
  return g_test_run ();
}

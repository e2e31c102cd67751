/* CoNLL-U and BIO as they are written, line by line. */
#include "lexis/conllu.h"

#include <relata/writers.h>
#include <string.h>

static const gchar input[] = "# newdoc id = d1\n"
                             "# global.Entity = GRP-etype-minspan\n"
                             "# sent_id = d1-1\n"
                             "# text = Lee's aide left.\n"
                             "1-2\tLee's\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "1\tLee\tLee\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\t_\n"
                             "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
                             "3\taide\taide\tNOUN\tNN\tNumber=Sing\t4\tnsubj\t_\t_\n"
                             "4\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No\n"
                             "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                             "\n";

static RelDocument *
read_conllu (const gchar *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "test.conllu");
  GError *error = NULL;
  RelDocument *document = rel_conllu_reader_next (reader, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static gchar *
write_document (gboolean (*write) (const RelDocument *, GOutputStream *, GError **), const RelDocument *document)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  g_assert_true (write (document, stream, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What is read is written again, but for comments on entities that are no longer there. */
static void
test_round_trip (void)
{
  g_autoptr (RelDocument) document = read_conllu (input);
  g_autofree gchar *written = write_document (rel_document_write_conllu, document);
  g_autofree gchar *expected = g_strdup (input);
  gchar *comment = strstr (expected, "# global"), *next = strchr (comment, '\n') + 1;

  memmove (comment, next, strlen (next) + 1);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_entities (void)
{
  g_autoptr (RelDocument) document = read_conllu (input);
  RelMention mentions[] = {
    { .sentence = 0, .first = 0, .end = 3, .head = 2, .type = REL_ENTITY_PERSON, .entity = 0 },
    { .sentence = 0, .first = 0, .end = 2, .head = 0, .type = REL_ENTITY_PERSON, .entity = 1 },
    { .sentence = 0, .first = 0, .end = 1, .head = 0, .type = REL_ENTITY_PLACE, .entity = 2 },
    { .sentence = 0, .first = 2, .end = 3, .head = 2, .type = REL_ENTITY_ABSTRACT, .entity = 3 },
    { .sentence = 0, .first = 2, .end = 4, .head = 3, .type = REL_ENTITY_EVENT, .entity = 4 }, /* crosses the first */
  };
  RelEntity entities[5]
    = { { .name = "aide" }, { .name = "Lee" }, { .name = "Lee" }, { .name = "aide" }, { .name = "left" } };
  g_autofree gchar *written = NULL;

  document->mentions = mentions;
  document->n_mentions = G_N_ELEMENTS (mentions);
  document->entities = entities;
  document->n_entities = G_N_ELEMENTS (entities);
  written = write_document (rel_document_write_conllu, document);
  g_assert_nonnull (strstr (written, "\n# global.Entity = GRP-etype\n"));
  g_assert_nonnull (strstr (written, "\tEntity=(1-person(2-person(3-place)\n2\t"));
  g_assert_nonnull (strstr (written, "\tEntity=2)\n3\t"));
  g_assert_nonnull (strstr (written, "\tEntity=(4-abstract)1)(5-event\n4\t"));
  g_assert_nonnull (strstr (written, "\tEntity=5)|SpaceAfter=No\n"));
}

/* Text without any analysis: underscores, own comments, names as NER=. */
static void
test_bare (void)
{
  g_autoptr (RelDocument) document = read_conllu (input);
  g_autofree gchar *written = NULL;

  for (guint i = 0; i < document->n_tokens; i++)
    document->tokens[i].lemma = NULL;
  document->tokens[0].name = document->tokens[2].name = REL_NAME_PER;
  document->tokens[0].name_begins = TRUE;
  document->sentences[0].comments = document->sentences[0].sent_id = NULL;
  document->id = "report";
  written = write_document (rel_document_write_conllu, document);
  g_assert_cmpstr (written, ==,
                   "# newdoc id = report\n"
                   "# newpar\n"
                   "# sent_id = report-1\n"
                   "# text = Lee's aide left.\n"
                   "1-2\tLee's\t_\t_\t_\t_\t_\t_\t_\t_\n"
                   "1\tLee\t_\t_\t_\t_\t_\t_\t_\tNER=B-PER\n"
                   "2\t's\t_\t_\t_\t_\t_\t_\t_\t_\n"
                   "3\taide\t_\t_\t_\t_\t_\t_\t_\tNER=I-PER\n"
                   "4\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                   "5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
                   "\n");
}

static void
test_bio (void)
{
  g_autoptr (RelDocument) document = read_conllu (input);
  g_autofree gchar *written = NULL;

  document->tokens[0].name = document->tokens[1].name = REL_NAME_PER;
  document->tokens[2].name = REL_NAME_ORG;
  document->tokens[3].name = REL_NAME_ORG;
  document->tokens[3].name_begins = TRUE;
  written = write_document (rel_document_write_bio, document);
  g_assert_cmpstr (written, ==, "Lee\tB-PER\n's\tI-PER\naide\tB-ORG\nleft\tB-ORG\n.\tO\n\n");
}

/* A stream that takes no more is an error, not silence. */
static void
test_full (void)
{
  g_autoptr (RelDocument) document = read_conllu (input);
  gchar room[8];
  GError *error = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);

    g_assert_false ((i == 0 ? rel_document_write_conllu : rel_document_write_bio) (document, stream, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    g_clear_error (&error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conllu-write/round-trip", test_round_trip);
  g_test_add_func ("/conllu-write/entities", test_entities);
  g_test_add_func ("/conllu-write/bare", test_bare);
  g_test_add_func ("/conllu-write/bio", test_bio);
  g_test_add_func ("/conllu-write/full", test_full);
  return g_test_run ();
}

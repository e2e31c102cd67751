/* The weights of the ranking of antecedents: written as Turtle and read again, sums and scores. */
#include <reference/link_cues.h>

#include <glib/gstdio.h>
#include <string.h>

#define PREFIXES                                                                                                       \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix rdfs: "                                       \
  "<http://www.w3.org/2000/01/rdf-schema#> "                                                                           \
  ".\n@prefix rel: <https://w3id.org/relata/ns#> .\n@prefix link: <https://w3id.org/relata/coreference/en/> .\n"

/* A lexicon of one file. */
static RelLexicon *
load (const gchar *turtle)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *folder = g_dir_make_tmp ("relata-XXXXXX", NULL);
  g_autofree gchar *path = g_build_filename (folder, "86.ttl", NULL);
  g_autofree gchar *text = g_strconcat (PREFIXES, turtle, NULL);
  RelLexicon *lexicon;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lexicon = rel_lexicon_new (folder, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return lexicon;
}

static RelLinkModel *
make_model (void)
{
  RelLinkModel *model = rel_link_model_new ();

  model->grows = TRUE;
  for (guint i = 0; i < 3; i++) {
    const gchar *const names[] = { "form=name", "back=0", "determiner=\"the\"" };
    gint number = rel_link_model_get_number (model, names[i]);

    g_assert_cmpint (number, ==, i);
    for (guint role = 0; role < REL_N_LINK_ROLES; role++)
      for (guint k = 0; k < REL_LINK_ROW; k++)
        rel_link_model_get_row (model, (guint) number, (RelLinkRole) role)[k] = (gfloat) (i + role) - (gfloat) k / 4;
  }
  for (guint k = 0; k < REL_LINK_HIDDEN; k++)
    model->output[k] = (gfloat) k / 2 - 3;
  model->grows = FALSE;
  return model;
}

static void
test_round_trip (void)
{
  g_autoptr (RelLinkModel) model = make_model ();
  g_autofree gchar *turtle = rel_link_model_to_turtle (model);
  g_autoptr (RelLexicon) lexicon = load (turtle);
  g_autoptr (RelLinkModel) again = rel_link_model_read (lexicon);

  for (guint i = 0; i < 3; i++) {
    const gchar *name = g_ptr_array_index (model->names, i);
    gint number = rel_link_model_get_number (again, name);

    g_assert_cmpint (number, >=, 0);
    for (guint role = 0; role < REL_N_LINK_ROLES; role++)
      g_assert_cmpmem (rel_link_model_get_row (model, i, (RelLinkRole) role), REL_LINK_ROW * sizeof (gfloat),
                       rel_link_model_get_row (again, (guint) number, (RelLinkRole) role),
                       REL_LINK_ROW * sizeof (gfloat));
  }
  g_assert_cmpmem (model->output, sizeof model->output, again->output, sizeof again->output);
}

static void
test_unknown (void)
{
  g_autoptr (RelLinkModel) model = make_model ();

  g_assert_cmpint (rel_link_model_get_number (model, "form=pronoun"), ==, -1);
  g_assert_cmpuint (model->names->len, ==, 3);
}

/* The score: what goes straight into it, and what the hidden units that are above nothing add. */
static void
test_score (void)
{
  g_autoptr (RelLinkModel) model = make_model ();
  const guint16 numbers[] = { 0, 2 };
  gfloat sum[REL_LINK_ROW] = { 0 }, expected = 0;

  rel_link_model_add_rows (model, REL_LINK_ANTECEDENT, numbers, G_N_ELEMENTS (numbers), sum);
  for (guint k = 0; k < REL_LINK_ROW; k++)
    g_assert_cmpfloat (sum[k], ==, 1.0f + 3.0f - (gfloat) k / 2);
  for (guint k = 0; k < REL_LINK_HIDDEN; k++)
    expected += model->output[k] * MAX (sum[k], 0.0f);
  g_assert_cmpfloat_with_epsilon (rel_link_model_get_score (model, sum), expected + sum[REL_LINK_HIDDEN], 1e-4);
}

/* Rows that are short, empty or no numbers count as nothing; of two rows with one name the first counts. */
static void
test_broken (void)
{
  g_autoptr (RelLexicon) lexicon
    = load ("link:a a rel:LinkCue ; rdfs:label \"a\" ; rel:weightsOfPair \"1 2 x 4\" .\n"
            "link:b a rel:LinkCue ; rdfs:label \"b\" ; rel:weightsOfMention \"\" .\n"
            "link:c a rel:LinkCue ; rdfs:label \"a\" ; rel:weightsOfPair \"9\" .\nlink:d a rel:LinkCue .\n");
  g_autoptr (RelLinkModel) model = rel_link_model_read (lexicon);
  const gfloat *row = rel_link_model_get_row (model, (guint) rel_link_model_get_number (model, "a"), REL_LINK_PAIR);

  g_assert_cmpuint (model->names->len, ==, 2);
  g_assert_cmpfloat (row[0], ==, 1);
  g_assert_cmpfloat (row[1], ==, 2);
  g_assert_cmpfloat (row[2], ==, 0);
  g_assert_cmpfloat (row[3], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-model/round-trip", test_round_trip);
  g_test_add_func ("/link-model/unknown", test_unknown);
  g_test_add_func ("/link-model/score", test_score);
  g_test_add_func ("/link-model/broken", test_broken);
  return g_test_run ();
}

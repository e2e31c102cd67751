/* relata score: how much of annotated data a model gets right: boundaries in the text, all else on the tokens given. */
#include "command.h"

#include "lexis/boundary_scores.h"
#include "lexis/word_scores.h"

#include <stdio.h>

/* What is counted, in the order of the lines printed. */
typedef struct {
  const gchar *name;
  guint right, n_system, n_gold;
} Measure;

static void
print_measure (const gchar *path, const Measure *measure)
{
  gchar percent[G_ASCII_DTOSTR_BUF_SIZE];
  guint n = measure->n_system + measure->n_gold;

  if (n > 0)
    printf ("%s\t%s\t%s\t%u\t%u\t%u\n", path, measure->name,
            g_ascii_formatd (percent, sizeof percent, "%.2f", 200.0 * measure->right / n), measure->right,
            measure->n_system, measure->n_gold);
}

static void
print_scores (const gchar *path, const RelWordScores *scores)
{
  guint n = scores->n_words;
  const Measure measures[] = {
    { "UPOS", scores->upos, n, n },
    { "XPOS", scores->xpos, n, n },
    { "feats", scores->feats, n, n },
    { "lemmas", scores->lemmas, n, n },
    { "UAS", scores->heads, n, n },
    { "LAS", scores->arcs, n, n },
    { "types", scores->etypes, scores->n_etypes, scores->n_etypes },
    { "names", scores->names, scores->n_names, scores->n_gold_names },
    { "roles", scores->roles, scores->n_roles, scores->n_gold_roles },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    print_measure (path, &measures[i]);
}

static gboolean
score_boundaries (const RelModel *model, const gchar *path, GError **error)
{
  RelBoundaryScores scores = { 0 };

  if (!rel_boundary_scores_add_conllu (&scores, model, path, error))
    return FALSE;
  print_measure (path, &(Measure){ "tokens", scores.tokens.right, scores.tokens.n_system, scores.tokens.n_gold });
  print_measure (path, &(Measure){ "words", scores.words.right, scores.words.n_system, scores.words.n_gold });
  print_measure (path,
                 &(Measure){ "sentences", scores.sentences.right, scores.sentences.n_system, scores.sentences.n_gold });
  return TRUE;
}

static gboolean
score_file (const RelModel *model, const RelWordNetwork *words, const RelRoleFile *roles, const gchar *path,
            GError **error)
{
  gboolean is_bio = g_str_has_suffix (path, ".bio");
  RelWordScores scores = { 0 };

  if (!is_bio && rel_model_get_section (model, "tokenizer", NULL) != NULL && !score_boundaries (model, path, error))
    return FALSE;
  if (!(is_bio ? rel_word_scores_add_bio : rel_word_scores_add_conllu) (&scores, words, path, roles, error))
    return FALSE;
  print_scores (path, &scores);
  return TRUE;
}

static RelExit
score_files (const gchar *model_path, const RelRoleFile *roles, gchar *const *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelModel) model = rel_model_open (model_path, &error);
  const RelWordNetwork *words;
  RelExit worst = REL_EXIT_OK;
  gsize n_done = 0;

  words
    = model == NULL ? NULL : rel_model_get_part (model, "words", rel_word_network_load, rel_word_network_free, &error);
  if (words == NULL) {
    rel_messages_print_failure (model_path, error);
    return rel_exit_from_error (error);
  }
  puts ("file\tmeasure\tF1\tright\tsystem\tgold");
  for (gsize i = 0; paths[i] != NULL; i++)
    if (score_file (model, words, roles, paths[i], &error))
      n_done++;
    else {
      RelExit failure = rel_exit_from_error (error);

      rel_messages_print_failure (paths[i], error);
      worst = MAX (worst, failure);
      g_clear_error (&error);
    }
  if (fflush (stdout) != 0) {
    rel_messages_print_error ("standard output: cannot write");
    return REL_EXIT_IO;
  }
  return worst != REL_EXIT_OK && n_done > 0 ? REL_EXIT_SOME_FAILED : worst;
}

gint
rel_command_score (gint argc, gchar **argv)
{
  g_auto (GStrv) role_paths = NULL;
  g_autoptr (RelRoleFile) roles = rel_role_file_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
    = { { "roles", 'r', 0, G_OPTION_ARG_FILENAME_ARRAY, &role_paths,
          "Semantic roles of sentences of the files, lines \"sent_id word roleset lemma ROLE:start-end:head\"",
          "FILE" },
        G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new ("MODEL FILE…");

  g_option_context_set_summary (
    context, "Prints how much of annotated files (CoNLL-U, or BIO where the name ends in .bio) a model\n"
             "gets right, a line for each measure: tokens, words and sentences in their text, all else\n"
             "on the tokens given; names are those of persons, organizations and places.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!rel_command_parse (context, "score", &argc, &argv))
    return REL_EXIT_USAGE;
  if (argc < 3) {
    rel_messages_print_error ("score: needs MODEL and FILE; see relata score --help");
    return REL_EXIT_USAGE;
  }
  for (guint i = 0; role_paths != NULL && role_paths[i] != NULL; i++)
    if (!rel_role_file_read (roles, role_paths[i], &error)) {
      rel_messages_print_failure (role_paths[i], error);
      return rel_exit_from_error (error);
    }
  return score_files (argv[1], roles, argv + 2);
}

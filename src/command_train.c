/* relata train: CoNLL-U and BIO data to a model file. */
#include "command.h"

#include "lexis/conllu.h"
#include "lexis/tokenizer_train.h"
#include "lexis/words_train.h"

#include <string.h>

typedef struct {
  RelMessages messages;
  gchar **ud, **names, **roles, **dev_ud, **dev_names; /* (nullable) NULL-terminated */
  gchar *places, *wordnet, *ontology, *teacher, *output, *update, *only;
  gint n_epochs;
  gint64 seed;
  RelModel *old; /* (nullable): the model whose other parts are kept */
} Training;

#define DEFAULT_EPOCHS 20 /* more changes little, see src/learn/models/en.md */

static void
log_line (const gchar *line, gpointer user_data)
{
  Training *self = user_data;

  rel_messages_print_warning (&self->messages, "%s", line); /* hours of silence would help nobody */
}

/* Writes the network so far beside the other parts of the old model, so that a long training may be cut short. */
static gboolean
save_network (RelModelWriter *writer, gpointer user_data, GError **error)
{
  Training *self = user_data;

  if (self->old != NULL)
    rel_model_writer_copy_sections (writer, self->old, "network.");
  return rel_model_writer_save (writer, self->output, error);
}

/* Whether the data to measure on are there, which otherwise would come out after the first epoch only. */
static gboolean
check_readable (gchar *const *paths, GError **error)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++) {
    g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (paths[i], error);
    if (reader == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
train_network (Training *self, GError **error)
{
  g_autoptr (RelModel) teacher = NULL;
  g_autoptr (RelLexicon) lexicon = NULL;
  RelWordTraining options = {
    .treebanks = (const gchar *const *) self->ud,
    .names = (const gchar *const *) self->names,
    .roles = (const gchar *const *) self->roles,
    .places = self->places,
    .senses = self->wordnet,
    .dev_treebanks = (const gchar *const *) self->dev_ud,
    .dev_names = (const gchar *const *) self->dev_names,
    .n_epochs = (guint) self->n_epochs,
    .seed = (guint64) self->seed,
  };

  if (self->ontology != NULL) {
    options.lexicon = lexicon = rel_lexicon_new (self->ontology, NULL, error);
    if (lexicon == NULL)
      return FALSE;
  }
  if (self->teacher != NULL) {
    teacher = rel_model_open (self->teacher, error);
    options.teacher = teacher == NULL
                        ? NULL
                        : rel_model_get_part (teacher, "words", rel_word_network_load, rel_word_network_free, error);
    if (options.teacher == NULL)
      return FALSE;
  }
  return check_readable (self->dev_ud, error) && check_readable (self->dev_names, error)
         && rel_words_train (&options, log_line, save_network, self, error);
}

static gboolean
read_documents (const gchar *path, GPtrArray *documents, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);
  RelDocument *document;
  GError *cause = NULL;

  if (reader == NULL)
    return FALSE;
  while ((document = rel_conllu_reader_next (reader, NULL, &cause)) != NULL)
    g_ptr_array_add (documents, document);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

/* Adds the tokenizer to the parts that @base holds and writes all to the output. */
static gboolean
train_tokenizer (Training *self, const RelModel *base, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  g_autoptr (RelModelWriter) writer = rel_model_writer_new ();

  for (guint i = 0; self->ud[i] != NULL; i++)
    if (!read_documents (self->ud[i], documents, error))
      return FALSE;
  log_line ("tokenizer", self);
  if (base != NULL)
    rel_model_writer_copy_sections (writer, base, "tokenizer");
  rel_tokenizer_train ((RelDocument *const *) documents->pdata, documents->len, (guint64) self->seed, writer);
  return rel_model_writer_save (writer, self->output, error);
}

static gboolean
train_parts (Training *self, GError **error)
{
  g_autoptr (RelModel) made = NULL;

  if (self->update != NULL && (self->old = rel_model_open (self->update, error)) == NULL)
    return FALSE;
  if (g_strcmp0 (self->only, "tokenizer") == 0)
    return train_tokenizer (self, self->old, error);
  if (!train_network (self, error))
    return FALSE;
  if (self->only != NULL)
    return TRUE;
  made = rel_model_open (self->output, error);
  return made != NULL && train_tokenizer (self, made, error);
}

static gboolean
check_options (const Training *self, gint argc, gchar **argv)
{
  if (argc > 1)
    rel_messages_print_error ("train: %s: data are named by --ud and --ner", argv[1]);
  else if (self->ud == NULL || self->output == NULL)
    rel_messages_print_error ("train: needs --ud FILE and --output FILE; see relata train --help");
  else if (self->only != NULL && strcmp (self->only, "network") != 0 && strcmp (self->only, "tokenizer") != 0)
    rel_messages_print_error ("train: --only: unknown part '%s'; the parts are network and tokenizer", self->only);
  else if (self->n_epochs < 1 || self->n_epochs > 10000)
    rel_messages_print_error ("train: --epochs: %d is not between 1 and 10000", self->n_epochs);
  else
    return TRUE;
  return FALSE;
}

static RelExit
run (Training *self, gint argc, gchar **argv)
{
  g_autoptr (GError) error = NULL;

  if (!check_options (self, argc, argv))
    return REL_EXIT_USAGE;
  if (train_parts (self, &error))
    return REL_EXIT_OK;
  rel_messages_print_failure (NULL, error);
  return rel_exit_from_error (error);
}

static void
training_clear (Training *self)
{
  g_strfreev (self->ud);
  g_strfreev (self->names);
  g_strfreev (self->dev_ud);
  g_strfreev (self->dev_names);
  g_strfreev (self->roles);
  g_free (self->places);
  g_free (self->wordnet);
  g_free (self->ontology);
  g_free (self->teacher);
  g_free (self->output);
  g_free (self->update);
  g_free (self->only);
  rel_model_free (self->old);
}

gint
rel_command_train (gint argc, gchar **argv)
{
  Training self = { .n_epochs = DEFAULT_EPOCHS, .seed = 1 };
  const GOptionEntry entries[] = {
    { "ud", 'u', 0, G_OPTION_ARG_FILENAME_ARRAY, &self.ud,
      "CoNLL-U to learn boundaries, tags, lemmas and trees from; names and types too where it holds Entity=", "FILE" },
    { "ner", 'n', 0, G_OPTION_ARG_FILENAME_ARRAY, &self.names, "BIO to learn names from", "FILE" },
    { "places", 0, 0, G_OPTION_ARG_FILENAME, &self.places,
      "Names of places to look up: lines \"city,country,province\" under a head line", "FILE" },
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME_ARRAY, &self.roles,
      "Semantic roles of sentences of the CoNLL-U files, lines \"sent_id word roleset lemma ROLE:start-end:head\"",
      "FILE" },
    { "wordnet", 0, 0, G_OPTION_ARG_FILENAME, &self.wordnet, "Folder of WordNet's database, to look up senses of words",
      "DIR" },
    { "ontology", 0, 0, G_OPTION_ARG_FILENAME, &self.ontology,
      "Folder of Turtle files; the names of organizations in it are looked up with the senses of words", "DIR" },
    { "teacher", 0, 0, G_OPTION_ARG_FILENAME, &self.teacher,
      "Tag names in the CoNLL-U files that have none by this model, within their proper nouns", "MODEL" },
    { "dev-ud", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.dev_ud, "CoNLL-U to measure on after each epoch", "FILE" },
    { "dev-ner", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.dev_names, "BIO to measure on after each epoch", "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, "The model file; written after each epoch", "FILE" },
    { "update", 0, 0, G_OPTION_ARG_FILENAME, &self.update, "Take the parts that are not trained from this model",
      "FILE" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &self.only, "Train network or tokenizer only", "PART" },
    { "epochs", 0, 0, G_OPTION_ARG_INT, &self.n_epochs, "Times the network sees the data (20)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &self.seed, "The same seed and data give the same model (1)", "N" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self.messages.quiet, "Do not tell how far it is", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  RelExit status = REL_EXIT_USAGE;

  g_option_context_set_summary (context, "Learns a model from annotated text. Repeat an option for more files.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (rel_command_parse (context, "train", &argc, &argv))
    status = run (&self, argc, argv);
  training_clear (&self);
  return status;
}

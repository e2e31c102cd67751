/* Options, pipeline and documents of the commands that read texts; see command_input.h. */
#include "command_input.h"
#include "command_jobs.h"
#include "command_names.h"

#include "lexis/bio.h"
#include "lexis/conllu.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_THREADS 64 /* more would only read ahead */

#define STANDARD_INPUT "-"

/* --input-format and, for auto, the endings of files that rel_document_reader_open() does not read. */
static const struct {
  const gchar *name;
  RelInputFormat format;
  const gchar *ending; /* (nullable) */
} input_formats[] = {
  { "auto", REL_INPUT_AUTO, NULL },          { "text", REL_INPUT_TEXT, NULL },
  { "html", REL_INPUT_HTML, NULL },          { "markdown", REL_INPUT_MARKDOWN, NULL },
  { "jsonl", REL_INPUT_JSONL, NULL },        { "sentences", REL_INPUT_SENTENCES, NULL },
  { "conllu", REL_INPUT_CONLLU, ".conllu" }, { "bio", REL_INPUT_BIO, ".bio" },
};

void
rel_command_input_add_options (RelCommandInput *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "input-format", 0, 0, G_OPTION_ARG_STRING, &self->format_name,
      "auto, text, html, markdown, jsonl, sentences (one a line), conllu or bio (auto)", "FORMAT" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding,
      "Encoding of the input, as iconv names it (UTF-8, or what a byte-order mark says)", "NAME" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date, "Date of documents that name none", "YYYY-MM-DD" },
    { "tokenized", 0, 0, G_OPTION_ARG_NONE, &self->tokenized,
      "With --input-format=sentences: tokens are parted by blanks", NULL },
    { "keep-trees", 0, 0, G_OPTION_ARG_NONE, &self->keep_trees, "With CoNLL-U input: keep its tags, lemmas and trees",
      NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &self->model, "Model file ($RELATA_MODEL, or the one installed)", "FILE" },
    { "ontology", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->ontology,
      "Turtle file to be read behind the ontology; may be repeated", "FILE" },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &self->n_threads, "Annotate documents on N processors (1)", "N" },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &self->progress,
      "Count the documents on standard error, when it is a terminal", NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->messages.quiet, "No warnings, errors only", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->messages.verbose, "Say what is done and how long it takes", NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

static gboolean
refuse_usage (RelCommandInput *self, const gchar *message, const gchar *value)
{
  rel_messages_print_error ("%s%s; see --help", message, value);
  self->worst = REL_EXIT_USAGE;
  return FALSE;
}

static gboolean
read_options (RelCommandInput *self)
{
  const gchar *name = self->format_name != NULL ? self->format_name : "auto";
  gsize i = 0;

  while (i < G_N_ELEMENTS (input_formats) && strcmp (input_formats[i].name, name) != 0)
    i++;
  if (i == G_N_ELEMENTS (input_formats))
    return refuse_usage (self, "--input-format: no format named ", name);
  self->options.format = input_formats[i].format;
  self->options.encoding = self->encoding;
  self->options.tokenized = self->tokenized;
  if (self->date != NULL && !(rel_date_parse (self->date, &self->options.date) && self->options.date.day != 0))
    return refuse_usage (self, "--date: not a date in the form YYYY-MM-DD: ", self->date);
  if (self->tokenized && self->options.format != REL_INPUT_SENTENCES)
    return refuse_usage (self, "--tokenized goes with --input-format=sentences", "");
  if (self->n_threads < 1 || self->n_threads > MAX_THREADS)
    return refuse_usage (self, "--jobs: a number from 1 to 64", "");
  if (self->keep_trees && self->options.format != REL_INPUT_CONLLU && self->options.format != REL_INPUT_AUTO)
    return refuse_usage (self, "--keep-trees goes with CoNLL-U, not with --input-format=", name);
  return TRUE;
}

gboolean
rel_command_input_open (RelCommandInput *self)
{
  g_autoptr (GError) error = NULL;

  if (!read_options (self))
    return FALSE;
  self->pipeline = rel_pipeline_new (self->model, NULL, (const gchar *const *) self->ontology, &error);
  if (self->pipeline != NULL)
    return TRUE;
  rel_messages_print_failure (NULL, error);
  if (self->model == NULL && g_error_matches (error, REL_ERROR, REL_ERROR_IO))
    rel_messages_print_error ("model and ontology are looked for beside the program and where it was installed; "
                              "RELATA_MODEL and RELATA_ONTOLOGY name others");
  self->worst = rel_exit_from_error (error);
  return FALSE;
}

/* One input, by whichever reader its format needs. */
typedef struct {
  const gchar *path;
  RelDocumentReader *documents;
  RelConlluReader *conllu;
  RelBioReader *bio;
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->documents, rel_document_reader_free);
  g_clear_pointer (&self->conllu, rel_conllu_reader_free);
  g_clear_pointer (&self->bio, rel_bio_reader_free);
}

static void
print_reader_warning (const gchar *message, gpointer user_data)
{
  rel_messages_print_warning (user_data, "%s", message);
}

static RelInputFormat
find_format (const RelCommandInput *self, const gchar *path)
{
  if (self->options.format == REL_INPUT_AUTO)
    for (gsize i = 0; i < G_N_ELEMENTS (input_formats); i++)
      if (input_formats[i].ending != NULL && g_str_has_suffix (path, input_formats[i].ending))
        return input_formats[i].format;
  return self->options.format;
}

/* Says which options an input of that format has no use for. */
static void
warn_of_options (const RelCommandInput *self, const gchar *path, RelInputFormat format)
{
  if (self->keep_trees && format != REL_INPUT_CONLLU)
    rel_messages_print_warning (&self->messages, "%s: not CoNLL-U: there are no trees for --keep-trees", path);
  if (self->encoding != NULL && (format == REL_INPUT_CONLLU || format == REL_INPUT_BIO))
    rel_messages_print_warning (&self->messages, "%s: CoNLL-U and BIO are UTF-8: --encoding is not used", path);
}

static gboolean
source_open (RelCommandInput *self, Source *source, const gchar *path, GError **error)
{
  const gchar *file = strcmp (path, STANDARD_INPUT) == 0 ? "/dev/stdin" : path;

  RelInputFormat format = find_format (self, path);

  *source = (Source){ .path = path };
  warn_of_options (self, path, format);
  switch (format) {
  case REL_INPUT_CONLLU:
    source->conllu = rel_conllu_reader_open (file, error);
    return source->conllu != NULL;
  case REL_INPUT_BIO:
    source->bio = rel_bio_reader_open (file, error);
    return source->bio != NULL;
  default:
    source->documents = rel_document_reader_open (path, &self->options, print_reader_warning, &self->messages, error);
    return source->documents != NULL;
  }
}

/* What the input said of the words, so that the pipeline says it anew. */
static void
forget_analysis (RelDocument *document)
{
  for (guint i = 0; i < document->n_tokens; i++) {
    const RelToken *old = &document->tokens[i];

    document->tokens[i]
      = (RelToken){ .span = old->span, .form = old->form, .n_words = old->n_words, .space_after = old->space_after };
  }
}

/* FALSE at the end of the source; TRUE with a document or with @error. */
static gboolean
source_next (RelCommandInput *self, Source *source, RelDocument **document, GError **error)
{
  GError *cause = NULL;

  if (source->conllu != NULL) {
    *document = rel_conllu_reader_next (source->conllu, NULL, &cause);
    if (*document != NULL && !self->keep_trees)
      forget_analysis (*document);
  } else if (source->bio != NULL) {
    *document = rel_bio_reader_next (source->bio, &cause);
    if (*document != NULL)
      forget_analysis (*document);
  } else {
    *document
      = rel_document_reader_is_done (source->documents) ? NULL : rel_document_reader_next (source->documents, &cause);
  }
  if (*document != NULL && (*document)->date.year == 0)
    (*document)->date = self->options.date;
  if (cause != NULL)
    g_propagate_error (error, cause);
  return *document != NULL || cause != NULL;
}

/* What a thread needs to know to annotate. */
typedef struct {
  RelCommandInput *input;
  RelStage until;
} Task;

static gboolean
annotate (gpointer user_data, RelJob *job, GError **error)
{
  const Task *task = user_data;

  if (task->input->prepare != NULL)
    task->input->prepare (job->document);
  return rel_pipeline_annotate (task->input->pipeline, job->document, task->until, job->seconds, error);
}

static void
count_failure (RelCommandInput *self, const gchar *path, const GError *error)
{
  RelExit status = rel_exit_from_error (error);

  rel_messages_print_failure (path, error);
  self->n_failed++;
  self->worst = MAX (self->worst, status);
}

/* An input without text is a failure. The reader of texts has warned of it, unless warnings are off. */
static void
count_empty (RelCommandInput *self, const Source *source)
{
  if (source->documents == NULL || self->messages.quiet)
    rel_messages_print_error ("%s: empty: there is no text in it", source->path);
  self->n_failed++;
  self->worst = MAX (self->worst, REL_EXIT_IO);
}

static void
warn_of_limits (const RelCommandInput *self, const RelDocument *document)
{
  for (guint i = 0; i < document->n_sentences; i++)
    if (document->sentences[i].too_long
        && (i == 0 || !document->sentences[i - 1].too_long)) /* the first of its parts */
      rel_messages_print_warning (
        &self->messages, "%s: byte %u: a sentence of more than %d tokens is cut; facts across the cut are lost",
        document->path, document->sentences[i].span.start, REL_SENTENCE_MAX_TOKENS);
}

/* A line on the terminal that each call writes anew. */
static void
show_progress (const RelCommandInput *self)
{
  if (self->progress && isatty (STDERR_FILENO))
    fprintf (stderr, "\r%u documents", self->n_done + self->n_failed);
}

static void
clear_progress (const RelCommandInput *self)
{
  if (self->progress && isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

/* Documents read ahead into @jobs; 0 at the end of the source. What could not be read is a job with an error. */
static guint
read_ahead (RelCommandInput *self, Source *source, RelJob *jobs, guint capacity)
{
  guint n = 0;

  while (n < capacity && source_next (self, source, &jobs[n].document, &jobs[n].error))
    n++;
  return n;
}

static void
hand_over (RelCommandInput *self, const Source *source, RelJob *job, RelDocumentFunc each, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  for (guint stage = 0; stage < REL_N_STAGES; stage++)
    self->seconds[stage] += job->seconds[stage];
  if (job->error != NULL) {
    count_failure (self, source->path, job->error);
    return;
  }
  warn_of_limits (self, job->document);
  if (each (self, job->document, user_data, &error))
    self->n_done++;
  else
    rel_command_input_fail_output (self, NULL, error);
}

static void
run_source (RelCommandInput *self, Source *source, RelJobs *workers, RelDocumentFunc each, gpointer user_data)
{
  guint n_before = self->n_done + self->n_failed;
  guint capacity = rel_jobs_get_capacity (workers), n;
  g_autofree RelJob *jobs = g_new0 (RelJob, capacity);

  while (!self->stopped && (n = read_ahead (self, source, jobs, capacity)) > 0) {
    rel_jobs_run (workers, jobs, n);
    for (guint i = 0; i < n; i++) {
      if (!self->stopped)
        hand_over (self, source, &jobs[i], each, user_data);
      rel_job_clear (&jobs[i]);
    }
    show_progress (self);
  }
  if (!self->stopped && self->n_done + self->n_failed == n_before)
    count_empty (self, source);
}

void
rel_command_input_run (RelCommandInput *self, gchar *const *paths, RelStage until, RelDocumentFunc each,
                       gpointer user_data)
{
  static gchar *const standard_input[] = { (gchar *) STANDARD_INPUT, NULL };

  if (paths == NULL || *paths == NULL)
    paths = standard_input;

  g_auto (GStrv) names = rel_input_names_new (paths);
  Task task = { self, until };
  g_autoptr (RelJobs) workers = rel_jobs_new ((guint) self->n_threads, annotate, &task);

  for (guint i = 0; paths[i] != NULL && !self->stopped; i++) {
    g_autoptr (GError) error = NULL;
    Source source;

    rel_messages_print_note (&self->messages, "%s: reading", paths[i]);
    self->options.id = strcmp (paths[i], STANDARD_INPUT) == 0 ? NULL : names[i];
    if (source_open (self, &source, paths[i], &error))
      run_source (self, &source, workers, each, user_data);
    else
      count_failure (self, paths[i], error);
    source_clear (&source);
  }
  self->options.id = NULL;
  clear_progress (self);
}

gboolean
rel_command_input_load_identities (RelCommandInput *self, const gchar *path)
{
  g_autoptr (GError) error = NULL;
  RelIdentities *identities = rel_identities_load (path, &error);

  if (identities == NULL) {
    rel_messages_print_error ("%s", error->message);
    self->stopped = TRUE;
    self->worst = MAX (self->worst, rel_exit_from_error (error));
    return FALSE;
  }
  rel_pipeline_take_identities (self->pipeline, identities);
  return TRUE;
}

void
rel_command_input_fail_output (RelCommandInput *self, const gchar *path, const GError *error)
{
  rel_messages_print_failure (path != NULL ? path : "output", error);
  self->stopped = TRUE;
  self->worst = MAX (REL_EXIT_IO, rel_exit_from_error (error));
}

RelExit
rel_command_input_close (RelCommandInput *self)
{
  RelExit status = self->worst;

  if (self->messages.verbose && self->pipeline != NULL)
    for (guint i = 0; i < REL_N_STAGES; i++)
      rel_messages_print_note (&self->messages, "%-12s %8.3f s", rel_stage_get_name ((RelStage) i), self->seconds[i]);
  if (!self->stopped && self->n_failed > 0 && self->n_done > 0)
    status = REL_EXIT_SOME_FAILED;
  g_clear_pointer (&self->pipeline, rel_pipeline_free);
  g_clear_pointer (&self->format_name, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->model, g_free);
  g_clear_pointer (&self->ontology, g_strfreev);
  return status;
}

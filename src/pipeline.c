/* The stages as one table: document in, tokens, trees, entities and propositions added, in the order of the data.
 *
 * Model and ontology are found, in this order: where the caller says; where the environment says; beside the library
 * or program that holds this code (installed: ../share/relata, in the source tree: ../src/learn/models and
 * ../ontology); where the build was told to install.
 */
#include <relata/pipeline.h>

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

struct _RelPipeline {
  RelModel *model;
  RelLexicon *lexicon;
  RelIdentities *identities; /* (nullable) */
};

static gboolean
annotate_tokens (const RelPipeline *self, RelDocument *document, GError **error)
{
  return document->sentences != NULL || rel_tokens_annotate (self->model, document, error);
}

static gboolean
annotate_words (const RelPipeline *self, RelDocument *document, GError **error)
{
  gboolean is_done = document->n_tokens > 0 && document->tokens[0].lemma != NULL;

  return is_done || rel_words_annotate (self->model, document, error);
}

static gboolean
annotate_entities (const RelPipeline *self, RelDocument *document, GError **error)
{
  if (document->identities == NULL)
    document->identities = self->identities;
  return document->entities != NULL || rel_entities_annotate (self->model, self->lexicon, document, error);
}

static gboolean
annotate_propositions (const RelPipeline *self, RelDocument *document, GError **error)
{
  return document->propositions != NULL || rel_propositions_annotate (self->model, self->lexicon, document, error);
}

/* Each row reads what the rows above it wrote, and leaves alone what it finds done. */
static const struct {
  const gchar *name;
  gboolean (*annotate) (const RelPipeline *self, RelDocument *document, GError **error);
} stages[REL_N_STAGES] = {
  [REL_STAGE_TOKENS] = { "tokens", annotate_tokens },                   /* src/lexis     */
  [REL_STAGE_WORDS] = { "words", annotate_words },                      /* src/lexis, src/parse */
  [REL_STAGE_ENTITIES] = { "entities", annotate_entities },             /* src/reference */
  [REL_STAGE_PROPOSITIONS] = { "propositions", annotate_propositions }, /* src/semantics */
};

const gchar *
rel_stage_get_name (RelStage stage)
{
  return stage < REL_N_STAGES ? stages[stage].name : NULL;
}

/* The folder of the file that holds this function. (transfer full) (nullable) */
static gchar *
dup_own_folder (void)
{
  Dl_info info;

  if (dladdr ((gconstpointer) rel_stage_get_name, &info) == 0 || info.dli_fname == NULL)
    return NULL;

  /* A program found through PATH names itself without its folder; one called through a link lies elsewhere. */
  gboolean is_named = strchr (info.dli_fname, '/') != NULL;
  gchar *path = realpath (is_named ? info.dli_fname : "/proc/self/exe", NULL);
  gchar *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  free (path);
  return folder;
}

/* From the folder of a program that was built in the source tree to the tree: build/, build/asan/, build/tests/unit/. */
static const gchar *const source_trees[] = { "..", "../..", "../../..", "../../../.." };

/* The first of the places for a piece of data that exists, else the last one, which then is reported missing. */
static gchar *
find_data (const gchar *given, const gchar *variable, const gchar *installed, const gchar *in_tree)
{
  if (given != NULL)
    return g_strdup (given);
  if (g_getenv (variable) != NULL)
    return g_strdup (g_getenv (variable));

  g_autofree gchar *folder = dup_own_folder ();
  if (folder != NULL) {
    gchar *path = g_build_filename (folder, "..", "share", "relata", installed, NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return path;
    g_free (path);
    for (guint i = 0; i < G_N_ELEMENTS (source_trees); i++) {
      path = g_build_filename (folder, source_trees[i], in_tree, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
  }
  return g_build_filename (REL_DATADIR, installed, NULL);
}

gchar *
rel_ontology_find (const gchar *given)
{
  return find_data (given, "RELATA_ONTOLOGY", "ontology", "ontology");
}

/* What fails here fails again, and is told, when a document is annotated. */
static gpointer
load_words (gpointer model)
{
  rel_words_load (model, NULL);
  return NULL;
}

RelPipeline *
rel_pipeline_new (const gchar *model_path, const gchar *ontology_path, const gchar *const *ontology_files,
                  GError **error)
{
  g_autoptr (RelPipeline) self = g_new0 (RelPipeline, 1);
  g_autofree gchar *model = find_data (model_path, "RELATA_MODEL", "en.relm", "src/learn/models/en.relm");
  g_autofree gchar *ontology = rel_ontology_find (ontology_path);
  GThread *loading;

  self->model = rel_model_open (model, error);
  if (self->model == NULL)
    return NULL;
  loading = g_thread_new ("words", load_words, self->model); /* while the ontology is read */
  self->lexicon = rel_lexicon_new (ontology, ontology_files, error);
  g_thread_join (loading);
  if (self->lexicon == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
rel_pipeline_free (RelPipeline *self)
{
  if (self == NULL)
    return;
  rel_identities_free (self->identities);
  rel_lexicon_free (self->lexicon);
  rel_model_free (self->model);
  g_free (self);
}

void
rel_pipeline_take_identities (RelPipeline *self, RelIdentities *identities)
{
  rel_identities_free (self->identities);
  self->identities = identities;
}

const RelModel *
rel_pipeline_get_model (const RelPipeline *self)
{
  return self->model;
}

const RelLexicon *
rel_pipeline_get_lexicon (const RelPipeline *self)
{
  return self->lexicon;
}

gboolean
rel_pipeline_annotate (const RelPipeline *self, RelDocument *document, RelStage until, gdouble *seconds, GError **error)
{
  g_return_val_if_fail (self != NULL && document != NULL && until < REL_N_STAGES, FALSE);

  for (guint stage = 0; stage <= until; stage++) {
    gint64 begin = g_get_monotonic_time ();
    if (!stages[stage].annotate (self, document, error))
      return FALSE;
    if (seconds != NULL)
      seconds[stage] += (gdouble) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  }
  return TRUE;
}

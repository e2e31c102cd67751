/* relata/pipeline.h: text in, graph out.
 *
 *   RelPipeline (model + ontology) ─ annotate ─► RelDocument ─ rel_graph_add_document ─► RelGraph ─► rel_graph_write
 */
#pragma once

#include <relata/writers.h>

G_BEGIN_DECLS

/* Model and ontology, loaded once; one pipeline may serve many threads. Opaque: src/pipeline.c */
typedef struct _RelPipeline RelPipeline;

/* The stages, in the order of the data. */
typedef enum {
  REL_STAGE_TOKENS,       /* sentences and tokens                     */
  REL_STAGE_WORDS,        /* tags, features, lemmas, trees, name tags */
  REL_STAGE_ENTITIES,     /* mentions, entities                       */
  REL_STAGE_PROPOSITIONS, /* propositions                             */
} RelStage;
#define REL_N_STAGES (REL_STAGE_PROPOSITIONS + 1)
const gchar *rel_stage_get_name (RelStage stage); /* "tokens" */

/**
 * rel_pipeline_new:
 * @model_path: (nullable): NULL: $RELATA_MODEL, else the model beside the program or installed with it
 * @ontology_path: (nullable): folder; NULL: $RELATA_ONTOLOGY, else as for the model
 * @ontology_files: (nullable) (array zero-terminated=1): further Turtle files
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO, %REL_ERROR_MODEL or %REL_ERROR_FORMAT
 */
RelPipeline *rel_pipeline_new (const gchar *model_path, const gchar *ontology_path,
                               const gchar *const *ontology_files, GError **error);
/* (transfer full): the folder of the ontology: @given (nullable), else as for rel_pipeline_new(); it may be missing. */
gchar *rel_ontology_find (const gchar *given);

void rel_pipeline_free (RelPipeline *self);
/* What a user says of names (nullable) counts for every document from here on; not while documents are annotated. */
void rel_pipeline_take_identities (RelPipeline *self, RelIdentities *identities);
const RelModel *rel_pipeline_get_model (const RelPipeline *self);
const RelLexicon *rel_pipeline_get_lexicon (const RelPipeline *self);

/* Runs the stages up to and including @until; a stage whose results the document has is left out. @seconds
 * (nullable) [REL_N_STAGES]: the time of each stage is added to it. */
gboolean rel_pipeline_annotate (const RelPipeline *self, RelDocument *document, RelStage until, gdouble *seconds,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelPipeline, rel_pipeline_free)

G_END_DECLS

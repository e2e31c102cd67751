/* Several documents annotated at once. */
#pragma once

#include <relata/pipeline.h>

G_BEGIN_DECLS

/* One document on its way through the stages. */
typedef struct {
  RelDocument *document; /* (nullable): NULL with @error when it could not be read */
  GError *error;         /* (nullable) */
  gdouble seconds[REL_N_STAGES];
} RelJob;

typedef gboolean (*RelJobFunc) (gpointer user_data, RelJob *job, GError **error);

/* Opaque: src/command_jobs.c */
typedef struct _RelJobs RelJobs;

/* @n_threads: at least 1; with 1 all work is done by the caller's thread. @work must be safe to call from several threads. */
RelJobs *rel_jobs_new (guint n_threads, RelJobFunc work, gpointer user_data);
void rel_jobs_free (RelJobs *self);

/* Documents that are worth reading before they are worked on together. */
guint rel_jobs_get_capacity (const RelJobs *self);

/* Does the work on each of @jobs that has a document and no error, and returns when all is done. */
void rel_jobs_run (RelJobs *self, RelJob *jobs, guint n_jobs);

/* Frees what the job holds and empties it. */
void rel_job_clear (RelJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelJobs, rel_jobs_free)

G_END_DECLS

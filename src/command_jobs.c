/* Several documents annotated at once: a pool of threads that takes a handful of documents, and a barrier behind them.
 *
 * What comes out does not depend on the number of threads: documents share nothing but the model and the ontology,
 * which are read only, and the caller uses them in the order in which they were read.
 */
#include "command_jobs.h"

/* Documents for each thread between two barriers: enough that a long one keeps the others waiting but little. */
#define JOBS_PER_THREAD 4

struct _RelJobs {
  RelJobFunc work;
  gpointer user_data;
  guint n_threads;
  GThreadPool *pool; /* (nullable): NULL with one thread */
  GMutex mutex;
  GCond is_done;
  guint n_open; /* jobs given to the pool and not done; guarded by mutex */
};

static void
work (RelJobs *self, RelJob *job)
{
  if (job->document != NULL && job->error == NULL)
    self->work (self->user_data, job, &job->error);
}

static void
work_in_thread (gpointer job, gpointer user_data)
{
  RelJobs *self = user_data;

  work (self, job);
  g_mutex_lock (&self->mutex);
  if (--self->n_open == 0)
    g_cond_signal (&self->is_done);
  g_mutex_unlock (&self->mutex);
}

RelJobs *
rel_jobs_new (guint n_threads, RelJobFunc work_func, gpointer user_data)
{
  RelJobs *self = g_new0 (RelJobs, 1);

  self->work = work_func;
  self->user_data = user_data;
  self->n_threads = MAX (n_threads, 1);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_done);
  if (self->n_threads > 1)
    self->pool = g_thread_pool_new (work_in_thread, self, (gint) self->n_threads, FALSE, NULL);
  return self;
}

void
rel_jobs_free (RelJobs *self)
{
  if (self == NULL)
    return;
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  g_cond_clear (&self->is_done);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

guint
rel_jobs_get_capacity (const RelJobs *self)
{
  return self->pool != NULL ? self->n_threads * JOBS_PER_THREAD : 1;
}

void
rel_jobs_run (RelJobs *self, RelJob *jobs, guint n_jobs)
{
  if (self->pool == NULL) {
    for (guint i = 0; i < n_jobs; i++)
      work (self, &jobs[i]);
    return;
  }

  g_mutex_lock (&self->mutex);
  self->n_open = n_jobs;
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < n_jobs; i++)
    g_thread_pool_push (self->pool, &jobs[i], NULL);

  g_mutex_lock (&self->mutex);
  while (self->n_open > 0)
    g_cond_wait (&self->is_done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

void
rel_job_clear (RelJob *job)
{
  g_clear_pointer (&job->document, rel_document_free);
  g_clear_error (&job->error);
  *job = (RelJob){ 0 };
}

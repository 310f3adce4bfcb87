/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-jobs.h"

/* How much may wait: enough that no thread is idle, and little memory. */
#define WAITING_PER_THREAD 16
#define WAITING_SIZE (16 * 1024 * 1024)

typedef struct
{
  gpointer         input;
  gsize            size; /* bytes */
  LieuditCliAnswer answer;
  gboolean         is_done;
} Job;

/*
 * LieuditCliJobs:
 *
 * Answers inputs in several threads and writes the answers in the order of the
 * inputs, each as soon as those before it are written. Inputs that come faster
 * than they are answered wait with whoever pushes them.
 */
struct _LieuditCliJobs
{
  GThreadPool      *pool; /* NULL for one thread: the caller's, whose memory grows faster */
  LieuditCliWork    work;
  gpointer          user_data;
  GDestroyNotify    input_free;
  LieuditCliOutput *output;
  guint             n_threads;

  GMutex            mutex;   /* for all that follows, and the output */
  GCond             changed; /* a job has been answered and written */
  GQueue            waiting; /* of Job, in the order of the inputs */
  gsize             waiting_size;
  guint             n_done;
  guint             n_failed;
  gboolean          output_failed;
};

static void
job_free (Job            *job,
          GDestroyNotify  input_free)
{
  input_free (job->input);
  g_free (job->answer.line);
  g_free (job->answer.complaint);
  g_free (job);
}

static void
write_answer (LieuditCliJobs *self,
              const Job      *job)
{
  if (job->answer.complaint != NULL)
    g_printerr ("%s\n", job->answer.complaint);
  if (job->answer.line != NULL)
    lieudit_cli_output_write_line (self->output, job->answer.line);

  if (job->answer.failed)
    self->n_failed++;
  else
    self->n_done++;
}

/* Nothing that is known stays back while the next input is waited for. */
static void
write_answers (LieuditCliJobs *self)
{
  for (Job *job = g_queue_peek_head (&self->waiting);
       job != NULL && job->is_done;
       job = g_queue_peek_head (&self->waiting))
    {
      g_queue_pop_head (&self->waiting);
      write_answer (self, job);
      self->waiting_size -= job->size;
      job_free (job, self->input_free);
    }

  if (g_queue_is_empty (&self->waiting) && !lieudit_cli_output_flush (self->output))
    self->output_failed = TRUE;
  g_cond_broadcast (&self->changed);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  LieuditCliJobs *self = user_data;
  Job *job = data;

  self->work (job->input, &job->answer, self->user_data);

  g_mutex_lock (&self->mutex);
  job->is_done = TRUE;
  write_answers (self);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_full (LieuditCliJobs *self,
         gsize           size)
{
  guint length = g_queue_get_length (&self->waiting);

  return length >= self->n_threads * WAITING_PER_THREAD || (length > 0 && self->waiting_size + size > WAITING_SIZE);
}

/*
 * lieudit_cli_jobs_new:
 * @n_threads: how many inputs to answer at once
 * @work: answers one
 * @user_data: for @work
 * @input_free: frees an input
 * @output: where the answers go; nobody else may use it until
 *   lieudit_cli_jobs_finish()
 *
 * Returns: (transfer full): new jobs
 */
LieuditCliJobs *
lieudit_cli_jobs_new (guint             n_threads,
                      LieuditCliWork    work,
                      gpointer          user_data,
                      GDestroyNotify    input_free,
                      LieuditCliOutput *output)
{
  LieuditCliJobs *self = g_new0 (LieuditCliJobs, 1);

  self->work = work;
  self->user_data = user_data;
  self->input_free = input_free;
  self->output = output;
  self->n_threads = n_threads;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  if (n_threads > 1)
    self->pool = g_thread_pool_new (run_job, self, (int) n_threads, FALSE, NULL);

  return self;
}

/*
 * lieudit_cli_jobs_free:
 * @self: (transfer full): jobs
 *
 * Waits for what was pushed and frees the jobs.
 */
void
lieudit_cli_jobs_free (LieuditCliJobs *self)
{
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/*
 * lieudit_cli_jobs_push:
 * @self: jobs
 * @input: (transfer full): an input
 * @size: about how much memory it takes, in bytes
 *
 * Has an input answered, after waiting while too many are unanswered.
 *
 * Returns: %FALSE when the output fails, so that there is no point in going on
 */
gboolean
lieudit_cli_jobs_push (LieuditCliJobs *self,
                       gpointer        input,
                       gsize           size)
{
  Job *job = g_new0 (Job, 1);
  gboolean output_failed;

  job->input = input;
  job->size = size;

  g_mutex_lock (&self->mutex);
  while (is_full (self, size))
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->waiting, job);
  self->waiting_size += size;
  output_failed = self->output_failed;
  g_mutex_unlock (&self->mutex);

  if (self->pool != NULL)
    g_thread_pool_push (self->pool, job, NULL);
  else
    run_job (job, self);

  return !output_failed;
}

/*
 * lieudit_cli_jobs_finish:
 * @self: jobs
 * @n_done: (out) (optional): how many inputs were answered
 * @n_failed: (out) (optional): how many failed
 *
 * Waits until all that was pushed is answered and written.
 */
void
lieudit_cli_jobs_finish (LieuditCliJobs *self,
                         guint          *n_done,
                         guint          *n_failed)
{
  g_mutex_lock (&self->mutex);
  while (!g_queue_is_empty (&self->waiting))
    g_cond_wait (&self->changed, &self->mutex);
  if (n_done != NULL)
    *n_done = self->n_done;
  if (n_failed != NULL)
    *n_failed = self->n_failed;
  g_mutex_unlock (&self->mutex);
}

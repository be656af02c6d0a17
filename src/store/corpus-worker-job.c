/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-worker-job.h"

#include "store/corpus-store-private.h"

/* So often an idle thread looks whether another program wrote to the file, in microseconds. */
#define LOOK_INTERVAL G_TIME_SPAN_SECOND

/* Jobs */

/* A job for the thread of a worker, to be pushed. */
CorpusWorkerJob *
corpus_worker_job_new (CorpusWorker *worker)
{
  CorpusWorkerJob *self = g_new0 (CorpusWorkerJob, 1);

  self->worker = g_object_ref (worker);
  return self;
}

/* Main thread. */
void
corpus_worker_job_free (CorpusWorkerJob *self)
{
  g_clear_pointer (&self->edit, corpus_edit_unref);
  g_free (self->text);
  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  g_clear_error (&self->error);
  g_clear_pointer (&self->change, corpus_change_unref);
  if (self->summary != NULL)
    {
      g_free (self->summary->undo_verb);
      g_free (self->summary->redo_verb);
      g_clear_pointer (&self->summary->people, g_ptr_array_unref);
      g_free (self->summary);
    }
  g_clear_object (&self->task);
  g_clear_object (&self->worker);
  g_free (self);
}

/* Reads what the worker tells of the corpus. Store thread. */
void
corpus_worker_job_summarize (CorpusWorkerJob *self,
                             CorpusStore *store)
{
  self->summary = g_new0 (CorpusWorkerSummary, 1);
  self->summary->undo_verb = corpus_store_dup_undo_verb (store);
  self->summary->redo_verb = corpus_store_dup_redo_verb (store);
  self->summary->people = corpus_store_list_people (store, NULL);
  corpus_store_get_stats (store, &self->summary->stats, NULL);
}

/* Fills in an answer that says that all has to be read again. Store thread. */
void
corpus_worker_job_tell_everything (CorpusWorkerJob *self,
                                   CorpusStore *store)
{
  corpus_store_forget_texts (store);
  self->change = corpus_change_new (0);
  self->change->is_everything = TRUE;
  corpus_worker_job_summarize (self, store);
}

/* The thread */

static gboolean
reply_cb (gpointer data)
{
  CorpusWorkerJob *job = data;

  job->reply (job);
  return G_SOURCE_REMOVE;
}

/* Has a job answered in the main context, after the answers before it. Any thread. */
void
corpus_worker_thread_answer (CorpusWorkerThread *self,
                             CorpusWorkerJob *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, reply_cb, job, (GDestroyNotify) corpus_worker_job_free);
  g_source_attach (source, self->context);
}

static gint64
get_data_version (CorpusWorkerThread *self)
{
  gint64 version = 0;

  corpus_db_get_int (self->store->db, "PRAGMA data_version", "look for changes", &version, NULL);
  return version;
}

/* Looks, at most once in LOOK_INTERVAL, whether another connection wrote to the file, and tells the worker. */
static void
look_for_changes (CorpusWorkerThread *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 version;
  g_autoptr (CorpusWorker) worker = NULL;
  CorpusWorkerJob *job;

  if (self->store == NULL || now - self->looked_at < LOOK_INTERVAL)
    return;
  self->looked_at = now;
  version = get_data_version (self);
  if (version == self->data_version)
    return;
  self->data_version = version;
  worker = g_weak_ref_get (&self->worker);
  if (worker == NULL)
    return;
  job = corpus_worker_job_new (worker);
  job->reply = self->notice;
  corpus_worker_job_tell_everything (job, self->store);
  /* This reference too is dropped in the main context, with the job. */
  job->result = g_steal_pointer (&worker);
  job->free_result = g_object_unref;
  corpus_worker_thread_answer (self, job);
}

/* Folds the log in while nobody waits, so that no edit has to. What stands in the way is left for the next time. */
static void
rest (CorpusWorkerThread *self)
{
  if (self->store == NULL || !self->has_worked)
    return;
  self->has_worked = FALSE;
  sqlite3_wal_checkpoint_v2 (self->store->db->handle, "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
                             NULL);
}

static gpointer
thread_func (gpointer data)
{
  CorpusWorkerThread *self = data;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      CorpusWorkerJob *job = g_async_queue_timeout_pop (self->jobs, LOOK_INTERVAL);

      if (job != NULL)
        {
          is_last = job->is_last;
          self->has_worked = TRUE;
          if (job->is_refresh)
            self->data_version = get_data_version (self);
          if (job->run != NULL)
            job->run (job, self->store);
          if (job->store != NULL)
            {
              self->store = g_steal_pointer (&job->store);
              self->data_version = get_data_version (self);
            }
          if (is_last)
            g_clear_object (&self->store);
          if (job->reply != NULL)
            corpus_worker_thread_answer (self, job);
          else
            g_free (job);
        }
      else
        {
          rest (self);
        }
      if (!is_last)
        look_for_changes (self);
    }
  return NULL;
}

/* Starts a thread that has no store yet. @notice is the reply to a job that reports another program's write. */
CorpusWorkerThread *
corpus_worker_thread_new (CorpusWorker *worker,
                          void (*notice) (CorpusWorkerJob *job))
{
  CorpusWorkerThread *self = g_new0 (CorpusWorkerThread, 1);

  self->jobs = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->worker, worker);
  self->notice = notice;
  self->thread = g_thread_new ("corpus-store", thread_func, self);
  return self;
}

/* Hands a job over; it is done after all that were handed over before. */
void
corpus_worker_thread_push (CorpusWorkerThread *self,
                           CorpusWorkerJob *job)
{
  g_async_queue_push (self->jobs, job);
}

/* Waits for the thread, which has had or now gets its last job, and frees it. */
void
corpus_worker_thread_free (CorpusWorkerThread *self)
{
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->worker);
  g_free (self);
}

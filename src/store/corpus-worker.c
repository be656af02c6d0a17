/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store behind the window. Everything here runs on the main thread but the functions that end in _run, which
 * run on the store thread and touch nothing but their job and the store. See corpus-worker-job.h for the journey of a job. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-worker.h"

#include "store/corpus-store-private.h"
#include "store/corpus-worker-job.h"

struct _CorpusWorker
{
  GObject parent_instance;

  CorpusWorkerThread *thread; /* NULL once closed */
  gboolean is_closing;
  CorpusIdSource ids;
  char *path;
  char *reviewer_id;
  guint pending;

  /* As the last answer told them */
  char *undo_verb;
  char *redo_verb;
  CorpusStats stats;
  GPtrArray *people;
};

G_DEFINE_FINAL_TYPE (CorpusWorker, corpus_worker, G_TYPE_OBJECT)

enum
{
  PROP_PENDING = 1,
  PROP_UNDO_VERB,
  PROP_REDO_VERB,
  PROP_PATH,
  N_PROPS
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
corpus_worker_dispose (GObject *object)
{
  CorpusWorker *self = CORPUS_WORKER (object);

  /* Dropped without being closed: what was handed over is still written. */
  if (self->thread != NULL)
    {
      if (!self->is_closing)
        {
          CorpusWorkerJob *last = g_new0 (CorpusWorkerJob, 1);

          last->is_last = TRUE;
          corpus_worker_thread_push (self->thread, last);
        }
      g_clear_pointer (&self->thread, corpus_worker_thread_free);
    }

  G_OBJECT_CLASS (corpus_worker_parent_class)->dispose (object);
}

static void
corpus_worker_finalize (GObject *object)
{
  CorpusWorker *self = CORPUS_WORKER (object);

  g_free (self->path);
  g_free (self->reviewer_id);
  g_free (self->undo_verb);
  g_free (self->redo_verb);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  corpus_id_source_clear (&self->ids);

  G_OBJECT_CLASS (corpus_worker_parent_class)->finalize (object);
}

static void
corpus_worker_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  CorpusWorker *self = CORPUS_WORKER (object);

  switch (prop_id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    case PROP_UNDO_VERB:
      g_value_set_string (value, self->undo_verb);
      break;
    case PROP_REDO_VERB:
      g_value_set_string (value, self->redo_verb);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
corpus_worker_class_init (CorpusWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = corpus_worker_dispose;
  object_class->finalize = corpus_worker_finalize;
  object_class->get_property = corpus_worker_get_property;

  /* Edits handed over and not yet durable. */
  props[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /* What undo and redo would do; NULL where there is nothing. */
  props[PROP_UNDO_VERB] = g_param_spec_string ("undo-verb", NULL, NULL, NULL, flags);
  props[PROP_REDO_VERB] = g_param_spec_string ("redo-verb", NULL, NULL, NULL, flags);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", CORPUS_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, CORPUS_TYPE_CHANGE);
  signals[FAILED] = g_signal_new ("failed", CORPUS_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_INT64);
}

static void
corpus_worker_init (CorpusWorker *self)
{
  corpus_id_source_init_random (&self->ids);
}

/* Answers */

static void
set_verb (CorpusWorker *self,
          char **place,
          char *verb,
          guint prop)
{
  if (g_strcmp0 (*place, verb) == 0)
    return;
  g_free (*place);
  *place = g_strdup (verb);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
take_summary (CorpusWorker *self,
              CorpusWorkerSummary *summary)
{
  if (summary == NULL)
    return;
  self->stats = summary->stats;
  if (summary->people != NULL)
    {
      g_clear_pointer (&self->people, g_ptr_array_unref);
      self->people = g_ptr_array_ref (summary->people);
    }
  set_verb (self, &self->undo_verb, summary->undo_verb, PROP_UNDO_VERB);
  set_verb (self, &self->redo_verb, summary->redo_verb, PROP_REDO_VERB);
}

static void
emit_failed (CorpusWorker *self,
             GError *error,
             gint64 article_id)
{
  g_signal_emit (self, signals[FAILED], 0, error, article_id);
}

/* Something was written, by this program or another. */
static void
changed_reply (CorpusWorkerJob *job)
{
  CorpusWorker *self = job->worker;

  take_summary (self, job->summary);
  if (job->change != NULL)
    g_signal_emit (self, signals[CHANGED], 0, job->change);
}

/* An edit, undo or redo was written or was not. */
static void
written_reply (CorpusWorkerJob *job)
{
  CorpusWorker *self = job->worker;

  self->pending--;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
  changed_reply (job);
  if (job->error != NULL)
    emit_failed (self, job->error, job->article_id);
}

/* Hands over a job; after closing it is answered at once, with an error. */
void
corpus_worker_push (CorpusWorker *self,
                    CorpusWorkerJob *job)
{
  if (!self->is_closing)
    {
      corpus_worker_thread_push (self->thread, job);
      return;
    }
  job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "The corpus has been closed");
  job->reply (job);
  corpus_worker_job_free (job);
}

/* Opening and closing */

/* What the store thread will find as well. */
static char *
dup_person_id (CorpusWorker *self,
               const char *name)
{
  for (guint i = 0; self->people != NULL && i + 1 < self->people->len; i += 2)
    if (g_strcmp0 (g_ptr_array_index (self->people, i + 1), name) == 0)
      return g_strdup (g_ptr_array_index (self->people, i));
  return corpus_store_derive_person_id (name);
}

static void
open_run (CorpusWorkerJob *job,
          CorpusStore *none)
{
  CorpusStore *store = corpus_store_open (job->worker->path, job->flags,
                                          g_task_get_cancellable (job->task), &job->error);

  if (store == NULL)
    return;
  corpus_store_set_reviewer (store, job->text);
  corpus_worker_job_summarize (job, store);
  job->result = g_strdup (corpus_store_get_reviewer_id (store));
  job->free_result = g_free;
  job->store = store;
}

static void
open_reply (CorpusWorkerJob *job)
{
  CorpusWorker *self = job->worker;

  if (job->error != NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  take_summary (self, job->summary);
  self->reviewer_id = g_strdup (job->result);
  g_task_return_pointer (job->task, g_object_ref (self), g_object_unref);
}

/**
 * corpus_worker_open_async:
 * @path: a .corpus file
 * @flags: whether to make it or only to read it
 * @reviewer: (nullable): who edits; %NULL takes the name of the user's account
 * @cancellable: (nullable): to stop
 * @callback: called in the main context when it is open or is not
 * @user_data: for @callback
 *
 * Opens a corpus on a thread of its own. Main thread.
 */
void
corpus_worker_open_async (const char *path,
                          CorpusStoreFlags flags,
                          const char *reviewer,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (CorpusWorker) self = g_object_new (CORPUS_TYPE_WORKER, NULL);
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  self->path = g_canonicalize_filename (path, NULL);
  self->thread = corpus_worker_thread_new (self, changed_reply);
  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, corpus_worker_open_async);
  job->flags = flags;
  job->text = g_strdup (reviewer);
  job->run = open_run;
  job->reply = open_reply;
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_open_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the worker of the open corpus, or %NULL with the errors of corpus_store_open()
 */
CorpusWorker *
corpus_worker_open_finish (GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, corpus_worker_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_run (CorpusWorkerJob *job,
           CorpusStore *store)
{
  corpus_store_close (store, &job->error);
}

static void
close_reply (CorpusWorkerJob *job)
{
  g_clear_pointer (&job->worker->thread, corpus_worker_thread_free);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

static void
closed_already_reply (CorpusWorkerJob *job)
{
  g_task_return_boolean (job->task, TRUE);
}

/**
 * corpus_worker_close_async:
 * @self: a worker
 * @callback: called in the main context when it is closed
 * @user_data: for @callback
 *
 * Closes the corpus after everything handed over before is done. Main thread.
 */
void
corpus_worker_close_async (CorpusWorker *self,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  job->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (job->task, corpus_worker_close_async);
  job->run = close_run;
  job->reply = self->is_closing ? closed_already_reply : close_reply;
  job->is_last = TRUE;
  corpus_worker_push (self, job);
  self->is_closing = TRUE;
}

/**
 * corpus_worker_close_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE with the errors of corpus_store_close(); it is closed all the same
 */
gboolean
corpus_worker_close_finish (CorpusWorker *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * corpus_worker_get_path:
 * @self: a worker
 *
 * Returns: (transfer none): the absolute path of the corpus
 */
const char *
corpus_worker_get_path (CorpusWorker *self)
{
  return self->path;
}

/**
 * corpus_worker_new_id:
 * @self: a worker
 *
 * Returns: an id for a new annotation, which nothing in any copy of the corpus has
 */
gint64
corpus_worker_new_id (CorpusWorker *self)
{
  return corpus_id_source_next (&self->ids);
}

/**
 * corpus_worker_get_reviewer_id:
 * @self: a worker
 *
 * Returns: (transfer none): the id that decisions of the reviewer carry
 */
const char *
corpus_worker_get_reviewer_id (CorpusWorker *self)
{
  return self->reviewer_id;
}

static void
reviewer_run (CorpusWorkerJob *job,
              CorpusStore *store)
{
  corpus_store_set_reviewer (store, job->text);
  corpus_worker_job_summarize (job, store);
}

/**
 * corpus_worker_set_reviewer:
 * @self: a worker
 * @name: (nullable): who edits from now on; %NULL takes the name of the user's account
 */
void
corpus_worker_set_reviewer (CorpusWorker *self,
                            const char *name)
{
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  job->text = corpus_store_clean_reviewer (name);
  g_free (self->reviewer_id);
  self->reviewer_id = dup_person_id (self, job->text);
  job->run = reviewer_run;
  job->reply = changed_reply;
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_get_pending:
 * @self: a worker
 *
 * Returns: how many edits were handed over and are not yet on the disk
 */
guint
corpus_worker_get_pending (CorpusWorker *self)
{
  return self->pending;
}

/**
 * corpus_worker_get_undo_verb:
 * @self: a worker
 *
 * Returns: (transfer none) (nullable): what undo would take back, as far as is known
 */
const char *
corpus_worker_get_undo_verb (CorpusWorker *self)
{
  return self->undo_verb;
}

/**
 * corpus_worker_get_redo_verb:
 * @self: a worker
 *
 * Returns: (transfer none) (nullable): what redo would do again, as far as is known
 */
const char *
corpus_worker_get_redo_verb (CorpusWorker *self)
{
  return self->redo_verb;
}

/* Writing */

static void
finish_write (CorpusWorkerJob *job,
              CorpusStore *store)
{
  if (job->change != NULL)
    corpus_worker_job_summarize (job, store);
}

static void
apply_run (CorpusWorkerJob *job,
           CorpusStore *store)
{
  job->change = corpus_store_apply (store, job->edit, NULL, &job->error);
  finish_write (job, store);
}

static void
undo_run (CorpusWorkerJob *job,
          CorpusStore *store)
{
  job->change = corpus_store_undo (store, NULL, &job->error);
  finish_write (job, store);
}

static void
redo_run (CorpusWorkerJob *job,
          CorpusStore *store)
{
  job->change = corpus_store_redo (store, NULL, &job->error);
  finish_write (job, store);
}

static void
push_write (CorpusWorker *self,
            void (*run) (CorpusWorkerJob *, CorpusStore *),
            CorpusEdit *edit)
{
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  if (edit != NULL)
    {
      job->edit = corpus_edit_ref (edit);
      job->article_id = corpus_edit_get_article_id (edit);
    }
  job->run = run;
  job->reply = written_reply;
  self->pending++;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_apply:
 * @self: a worker
 * @edit: what to do; not changed any more
 *
 * Hands over an edit. "changed" or "failed" follows. Main thread.
 */
void
corpus_worker_apply (CorpusWorker *self,
                     CorpusEdit *edit)
{
  push_write (self, apply_run, edit);
}

/**
 * corpus_worker_undo:
 * @self: a worker
 *
 * Undoes the reviewer's last edit, those handed over before included. "changed" or "failed" follows. Main thread.
 */
void
corpus_worker_undo (CorpusWorker *self)
{
  push_write (self, undo_run, NULL);
}

/**
 * corpus_worker_redo:
 * @self: a worker
 *
 * Redoes what was undone last. "changed" or "failed" follows. Main thread.
 */
void
corpus_worker_redo (CorpusWorker *self)
{
  push_write (self, redo_run, NULL);
}

/**
 * corpus_worker_get_stats:
 * @self: a worker
 * @stats: (out): the totals as they were last known
 *
 * The totals are brought up to date before each "changed".
 *
 * Returns: whether the corpus is open
 */
gboolean
corpus_worker_get_stats (CorpusWorker *self,
                         CorpusStats *stats)
{
  *stats = self->stats;
  return !self->is_closing;
}

static void
refresh_run (CorpusWorkerJob *job,
             CorpusStore *store)
{
  corpus_worker_job_tell_everything (job, store);
}

/**
 * corpus_worker_refresh:
 * @self: a worker
 *
 * Says that another connection has written: "changed" follows, with everything. Without this it follows by itself within
 * a second or so.
 */
void
corpus_worker_refresh (CorpusWorker *self)
{
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  job->run = refresh_run;
  job->is_refresh = TRUE;
  job->reply = changed_reply;
  corpus_worker_push (self, job);
}

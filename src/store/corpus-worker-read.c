/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the worker reads: each question is a job whose answer goes to its task. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-worker-job.h"

static void
read_reply (CorpusWorkerJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
}

static CorpusWorkerJob *
new_read (CorpusWorker *self,
          gpointer tag,
          void (*run) (CorpusWorkerJob *, CorpusStore *),
          GDestroyNotify free_result,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  CorpusWorkerJob *job = corpus_worker_job_new (self);

  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);
  job->run = run;
  job->reply = read_reply;
  job->free_result = free_result;
  return job;
}

static gboolean
is_cancelled (CorpusWorkerJob *job)
{
  return g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error);
}

static void
article_run (CorpusWorkerJob *job,
             CorpusStore *store)
{
  if (!is_cancelled (job))
    job->result = corpus_store_load_article (store, job->article_id, &job->error);
}

/**
 * corpus_worker_load_article_async:
 * @self: a worker
 * @article_id: an article
 * @cancellable: (nullable): to stop
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads an article as it is after all edits handed over before.
 */
void
corpus_worker_load_article_async (CorpusWorker *self,
                                  gint64 article_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  CorpusWorkerJob *job = new_read (self, corpus_worker_load_article_async, article_run,
                                   g_object_unref, cancellable, callback, user_data);

  job->article_id = article_id;
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_load_article_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article, or %NULL with the errors of corpus_store_load_article()
 */
CorpusArticle *
corpus_worker_load_article_finish (CorpusWorker *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_run (CorpusWorkerJob *job,
          CorpusStore *store)
{
  if (!is_cancelled (job))
    job->result = corpus_store_list_articles (store, job->only, job->text,
                                              g_task_get_cancellable (job->task), &job->error);
}

/**
 * corpus_worker_list_async:
 * @self: a worker
 * @only: which articles
 * @query: (nullable): words to find
 * @cancellable: (nullable): to stop
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads the article list.
 */
void
corpus_worker_list_async (CorpusWorker *self,
                          CorpusOnly only,
                          const char *query,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  CorpusWorkerJob *job =
      new_read (self, corpus_worker_list_async, list_run, (GDestroyNotify) g_ptr_array_unref,
                cancellable, callback, user_data);

  job->only = only;
  job->text = g_strdup (query);
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_list_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CorpusRow) (nullable): the rows, or %NULL with the errors of corpus_store_list_articles()
 */
GPtrArray *
corpus_worker_list_finish (CorpusWorker *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
row_run (CorpusWorkerJob *job,
         CorpusStore *store)
{
  if (!is_cancelled (job))
    job->result = corpus_store_load_row (store, job->article_id, &job->error);
}

/**
 * corpus_worker_load_row_async:
 * @self: a worker
 * @article_id: an article
 * @cancellable: (nullable): to stop
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads one row of the article list.
 */
void
corpus_worker_load_row_async (CorpusWorker *self,
                              gint64 article_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  CorpusWorkerJob *job =
      new_read (self, corpus_worker_load_row_async, row_run, (GDestroyNotify) corpus_row_unref,
                cancellable, callback, user_data);

  job->article_id = article_id;
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_load_row_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the row, or %NULL with the errors of corpus_store_load_row()
 */
CorpusRow *
corpus_worker_load_row_finish (CorpusWorker *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tagset_run (CorpusWorkerJob *job,
            CorpusStore *store)
{
  if (!is_cancelled (job))
    job->result = corpus_store_load_tagset (store, &job->error);
}

/**
 * corpus_worker_load_tagset_async:
 * @self: a worker
 * @cancellable: (nullable): to stop
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads the current tag set.
 */
void
corpus_worker_load_tagset_async (CorpusWorker *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  corpus_worker_push (self, new_read (self, corpus_worker_load_tagset_async, tagset_run,
                                      (GDestroyNotify) corpus_tagset_unref, cancellable, callback,
                                      user_data));
}

/**
 * corpus_worker_load_tagset_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tag set, or %NULL with an error
 */
CorpusTagset *
corpus_worker_load_tagset_finish (CorpusWorker *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
history_run (CorpusWorkerJob *job,
             CorpusStore *store)
{
  if (!is_cancelled (job))
    job->result = corpus_store_list_history (store, job->article_id, job->limit, &job->error);
}

/**
 * corpus_worker_load_history_async:
 * @self: a worker
 * @article_id: an article, 0 for all of the corpus
 * @limit: at most so many lines, 0 for all
 * @cancellable: (nullable): to stop
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads what was done, the last first.
 */
void
corpus_worker_load_history_async (CorpusWorker *self,
                                  gint64 article_id,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  CorpusWorkerJob *job =
      new_read (self, corpus_worker_load_history_async, history_run,
                (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);

  job->article_id = article_id;
  job->limit = limit;
  corpus_worker_push (self, job);
}

/**
 * corpus_worker_load_history_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CorpusHistoryLine) (nullable): the lines, or %NULL with an error
 */
GPtrArray *
corpus_worker_load_history_finish (CorpusWorker *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

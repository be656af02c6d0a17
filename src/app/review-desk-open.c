/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and closing a corpus. A corpus that is open stays so until the next one is found to be sound, and every
 * edit is on the disk before its file is let go. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

static void
worker_open_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GTask) task = data;
  ReviewDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  CorpusWorker *worker = corpus_worker_open_finish (result, &error);

  if (worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  desk_forget_corpus (self);
  desk_take_worker (self, worker);
  g_task_return_boolean (task, TRUE);
}

static void
open_worker (GTask *task)
{
  ReviewDesk *self = g_task_get_source_object (task);
  const char *path = g_task_get_task_data (task);
  gboolean create = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "create"));
  const char *reviewer = self->reviewer != NULL && *self->reviewer != '\0' ? self->reviewer : g_get_real_name ();

  if (g_str_equal (reviewer, "Unknown"))
    reviewer = g_get_user_name ();
  corpus_worker_open_async (path, create ? CORPUS_STORE_CREATE : 0, reviewer, NULL, worker_open_cb, g_object_ref (task));
}

/* The same file cannot be open twice here; a corpus that is open stays so until the next one is found to be sound. */
static void
close_for_open_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!review_desk_close_finish (REVIEW_DESK (source), result, &error))
    g_task_return_error (task, error);
  else
    open_worker (task);
}

static void
old_close_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReviewDesk) self = data;

  if (!corpus_worker_close_finish (CORPUS_WORKER (source), result, &error))
    review_desk_say (self, error->message, NULL, NULL);
}

static void
open_beside_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (CorpusWorker) old = g_object_steal_data (G_OBJECT (task), "old");
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (old != NULL)
    corpus_worker_close_async (old, old_close_cb, g_object_ref (source));
  g_task_return_boolean (task, TRUE);
}

/**
 * review_desk_open_async:
 * @self: a desk
 * @path: a corpus file
 * @create: whether to make it where it does not exist
 * @callback: called when it is open, or could not be opened
 * @user_data: for @callback
 *
 * Opens a corpus in the place of the one that is open. If that fails, the open one stays.
 */
void
review_desk_open_async (ReviewDesk *self,
                        const char *path,
                        gboolean create,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, review_desk_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "create", GINT_TO_POINTER (create));
  if (self->worker != NULL && g_strcmp0 (corpus_worker_get_path (self->worker), path) == 0)
    {
      review_desk_close_async (self, close_for_open_cb, g_object_ref (task));
    }
  else if (self->worker != NULL)
    {
      g_autoptr (GTask) inner = g_task_new (self, NULL, open_beside_cb, g_object_ref (task));

      g_task_set_source_tag (inner, open_beside_cb);
      g_task_set_task_data (inner, g_strdup (path), g_free);
      g_object_set_data (G_OBJECT (inner), "create", GINT_TO_POINTER (create));
      g_object_set_data_full (G_OBJECT (task), "old", g_object_ref (self->worker), g_object_unref);
      open_worker (inner);
    }
  else
    {
      open_worker (task);
    }
}

/**
 * review_desk_open_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the corpus is open; if not, @error is of %CORPUS_STORE_ERROR
 */
gboolean
review_desk_open_finish (ReviewDesk *self,
                         GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
worker_close_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!corpus_worker_close_finish (CORPUS_WORKER (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * review_desk_close_async:
 * @self: a desk
 * @callback: called when every edit is on the disk and the file is closed
 * @user_data: for @callback
 *
 * Closes the corpus. The desk is empty at once.
 */
void
review_desk_close_async (ReviewDesk *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (CorpusWorker) worker = self->worker != NULL ? g_object_ref (self->worker) : NULL;

  g_task_set_source_tag (task, review_desk_close_async);
  if (worker == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  desk_forget_corpus (self);
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_WORKER]);
  desk_announce_rows (self);
  corpus_worker_close_async (worker, worker_close_cb, g_object_ref (task));
}

/**
 * review_desk_close_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the corpus was closed in good order
 */
gboolean
review_desk_close_finish (ReviewDesk *self,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

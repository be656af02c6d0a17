/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store.h"

G_BEGIN_DECLS

/* The thread that owns the writing connection of an open corpus. Calls come from the main thread and are carried out
 * in order; answers and signals arrive on the main context. The window never waits.
 *
 * Properties: "pending" (guint): edits handed over and not yet durable; "undo-verb", "redo-verb" (string, NULL: none);
 *             "path" (string).
 * Signals:    "changed" (CorpusChange): after an edit, undo, redo, batch or another process's write was committed;
 *             "failed" (GError, gint64 article_id): an edit could not be written: the article has to be read again. */
#define CORPUS_TYPE_WORKER (corpus_worker_get_type ())
G_DECLARE_FINAL_TYPE (CorpusWorker, corpus_worker, CORPUS, WORKER, GObject)

void corpus_worker_open_async (const char *path,
                               CorpusStoreFlags flags,
                               const char *reviewer,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
CorpusWorker *corpus_worker_open_finish (GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_close_async (CorpusWorker *self,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean corpus_worker_close_finish (CorpusWorker *self,
                                     GAsyncResult *result,
                                     GError **error);
const char *corpus_worker_get_path (CorpusWorker *self);
gint64 corpus_worker_new_id (CorpusWorker *self); /* main thread: ids for new annotations */
const char *corpus_worker_get_reviewer_id (CorpusWorker *self);
void corpus_worker_set_reviewer (CorpusWorker *self,
                                 const char *name);
guint corpus_worker_get_pending (CorpusWorker *self);
const char *corpus_worker_get_undo_verb (CorpusWorker *self);
const char *corpus_worker_get_redo_verb (CorpusWorker *self);

/* Writing: fire and forget; "changed" or "failed" follows, callbacks are optional. */
void corpus_worker_apply (CorpusWorker *self,
                          CorpusEdit *edit);
void corpus_worker_undo (CorpusWorker *self);
void corpus_worker_redo (CorpusWorker *self);

/* Reading */
void corpus_worker_load_article_async (CorpusWorker *self,
                                       gint64 article_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CorpusArticle *corpus_worker_load_article_finish (CorpusWorker *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_list_async (CorpusWorker *self,
                               CorpusOnly only,
                               const char *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *corpus_worker_list_finish (CorpusWorker *self,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_load_row_async (CorpusWorker *self,
                                   gint64 article_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CorpusRow *corpus_worker_load_row_finish (CorpusWorker *self,
                                          GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_load_tagset_async (CorpusWorker *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CorpusTagset *corpus_worker_load_tagset_finish (CorpusWorker *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_load_history_async (CorpusWorker *self,
                                       gint64 article_id,
                                       guint limit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *corpus_worker_load_history_finish (CorpusWorker *self,
                                              GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
corpus_worker_get_stats (CorpusWorker *self,
                         CorpusStats *stats); /* the last known; kept up to date before "changed" */
void corpus_worker_refresh (
    CorpusWorker *self); /* another connection wrote: re-read and emit "changed" */

G_END_DECLS

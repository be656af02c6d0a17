/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-worker.h"

G_BEGIN_DECLS

typedef struct _CorpusWorkerJob CorpusWorkerJob;

/* What the worker tells about the corpus as a whole after it changed. */
typedef struct
{
  char *undo_verb;
  char *redo_verb;
  CorpusStats stats;
  GPtrArray *people; /* id and name in turn; NULL where it could not be read */
} CorpusWorkerSummary;

/* One thing for the store thread to do. It travels to that thread, where @run fills in the answer, and back to the main
 * context, where @reply hands it out and the job is freed: references to the worker are only ever dropped there. */
struct _CorpusWorkerJob
{
  CorpusWorker *worker;
  GTask *task; /* NULL: nobody waits for an answer */
  void (*run) (CorpusWorkerJob *self,
               CorpusStore *store);
  void (*reply) (CorpusWorkerJob *self);
  gboolean is_last;    /* the thread ends with it */
  gboolean is_refresh; /* whatever others wrote until now is told with it */

  /* The question; what a job does not need is 0. */
  CorpusEdit *edit;
  gint64 article_id;
  CorpusOnly only;
  char *text;
  guint limit;
  CorpusStoreFlags flags;

  /* The answer */
  gpointer result;
  GDestroyNotify free_result;
  GError *error;
  CorpusChange *change;
  CorpusWorkerSummary *summary;
  CorpusStore *store; /* of an opening: for the thread to keep */
};

/* The thread with its queue. It knows no worker but through the jobs, and weakly, so that it never drops the last reference. */
typedef struct
{
  GThread *thread;
  GAsyncQueue *jobs;
  GMainContext *context;
  GWeakRef worker;
  CorpusStore *store; /* of the thread */
  gint64 data_version;
  gboolean has_worked; /* since it last was idle */
  gint64 looked_at;    /* monotonic time of the last look for other programs' writes */
  void (*notice) (CorpusWorkerJob *job);
} CorpusWorkerThread;

CorpusWorkerJob *corpus_worker_job_new (CorpusWorker *worker) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_job_free (CorpusWorkerJob *self);
void corpus_worker_job_summarize (CorpusWorkerJob *self,
                                  CorpusStore *store);
void corpus_worker_job_tell_everything (CorpusWorkerJob *self,
                                        CorpusStore *store);
void corpus_worker_push (CorpusWorker *self, /* corpus-worker.c */
                         CorpusWorkerJob *job);
CorpusWorkerThread *
corpus_worker_thread_new (CorpusWorker *worker,
                          void (*notice) (CorpusWorkerJob *job)) G_GNUC_WARN_UNUSED_RESULT;
void corpus_worker_thread_push (CorpusWorkerThread *self,
                                CorpusWorkerJob *job);
void corpus_worker_thread_answer (CorpusWorkerThread *self,
                                  CorpusWorkerJob *job);
void corpus_worker_thread_free (CorpusWorkerThread *self);

G_END_DECLS

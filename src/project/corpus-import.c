/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Import: page files and native JSON Lines into a corpus.
 *
 * Files are read, hashed and decoded one after the other on the importing thread; extraction, which takes the time,
 * is spread over several. Pages are written in the order of the items whichever extraction is done first, each in a
 * transaction of its own under one batch. */

#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-import-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "extract/corpus-extractor.h"
#include "project/corpus-file.h"
#include "project/corpus-progress.h"

/* A page on its way through extraction. */
typedef struct
{
  const CorpusImportItem *item;
  CorpusPage *page;
  GCancellable *cancellable;
  GMutex *mutex; /* of the crew; guards is_done */
  GCond *cond;
  gboolean is_done;
  CorpusExtraction *extraction;
  GError *error;
} Job;

typedef struct
{
  CorpusImporter importer;
  GThreadPool *pool;
  GMutex mutex;
  GCond cond;
  GQueue jobs;   /* Job, in the order of the items */
  guint n_ahead; /* so many pages are extracted ahead of the one that is written */
} Crew;

/**
 * corpus_import_item_new:
 * @path: a page file, or a native JSON Lines file
 *
 * Returns: (transfer full): an item of which nothing else is known
 */
CorpusImportItem *
corpus_import_item_new (const char *path)
{
  CorpusImportItem *self = g_new0 (CorpusImportItem, 1);

  self->path = g_strdup (path);
  return self;
}

/**
 * corpus_import_item_free:
 * @self: (transfer full) (nullable): an item
 */
void
corpus_import_item_free (CorpusImportItem *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->publication);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->number);
  g_free (self->section);
  g_free (self->format);
  g_free (self);
}

static void
failure_free (gpointer data)
{
  CorpusImportFailure *failure = data;

  g_free (failure->path);
  g_free (failure->reason);
  g_free (failure);
}

static CorpusImportReport *
report_new (void)
{
  CorpusImportReport *self = g_new0 (CorpusImportReport, 1);

  self->notices = g_ptr_array_new_with_free_func (g_free);
  self->failures = g_ptr_array_new_with_free_func (failure_free);
  return self;
}

/**
 * corpus_import_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
corpus_import_report_free (CorpusImportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->failures);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  corpus_page_unref (job->page);
  corpus_extraction_free (job->extraction);
  g_clear_error (&job->error);
  g_free (job);
}

static void
extract_cb (gpointer data,
            gpointer user_data)
{
  Job *job = data;

  job->extraction = corpus_extract_page (job->page, job->cancellable, &job->error);
  g_mutex_lock (job->mutex);
  job->is_done = TRUE;
  g_cond_broadcast (job->cond);
  g_mutex_unlock (job->mutex);
}

static void
wait_for (Crew *self,
          Job *job)
{
  g_mutex_lock (&self->mutex);
  while (!job->is_done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Writes the first page on its way, once it is extracted. */
static gboolean
finish_job (Crew *self,
            GError **error)
{
  Job *job = g_queue_pop_head (&self->jobs);
  gboolean is_ok = TRUE;

  wait_for (self, job);
  if (job->extraction != NULL)
    is_ok = corpus_importer_add_page (&self->importer, job->item->path, 0, job->page,
                                      job->extraction->blocks, job->extraction->articles, error);
  else if (g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
      is_ok = FALSE;
    }
  else
    corpus_importer_fail (&self->importer, job->item->path, job->error->message);
  job_free (job);
  return is_ok;
}

static gboolean
finish_jobs (Crew *self,
             guint n_left,
             GError **error)
{
  while (g_queue_get_length (&self->jobs) > n_left)
    if (!finish_job (self, error))
      return FALSE;
  return TRUE;
}

static char *
dup_given (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static gboolean
is_native (const CorpusImportItem *item)
{
  g_autofree char *folded = NULL;

  if (item->format != NULL)
    return g_str_equal (item->format, "jsonl");
  folded = g_ascii_strdown (item->path, -1);
  return g_str_has_suffix (folded, ".jsonl") || g_str_has_suffix (folded, ".ndjson");
}

/* Whether an earlier item, still on its way, is the same page. */
static gboolean
is_on_its_way (Crew *self,
               const char *sha256)
{
  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    if (g_str_equal (((Job *) link->data)->page->sha256, sha256))
      return TRUE;
  return FALSE;
}

static gboolean
begin_page (Crew *self,
            const CorpusImportItem *item,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = corpus_file_read (item->path, &local_error);
  g_autoptr (CorpusPage) page = NULL;
  g_autofree char *base = g_path_get_basename (item->path);
  g_autofree char *name = g_filename_display_name (base);
  gboolean is_known;
  Job *job;

  if (bytes != NULL)
    page = corpus_page_new_from_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       name, &local_error);
  if (page == NULL)
    {
      corpus_importer_fail (&self->importer, item->path, local_error->message);
      return TRUE;
    }
  if (is_on_its_way (self, page->sha256) && !finish_jobs (self, 0, error))
    return FALSE;
  if (!corpus_importer_check_known (&self->importer, page->sha256, item->path, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;

  page->publication = dup_given (item->publication);
  page->date = dup_given (item->date);
  page->edition = dup_given (item->edition);
  page->number = dup_given (item->number);
  page->section = dup_given (item->section);

  job = g_new0 (Job, 1);
  job->item = item;
  job->page = g_steal_pointer (&page);
  job->cancellable = self->importer.cancellable;
  job->mutex = &self->mutex;
  job->cond = &self->cond;
  g_queue_push_tail (&self->jobs, job);
  g_thread_pool_push (self->pool, job, NULL);
  return finish_jobs (self, self->n_ahead, error);
}

static gboolean
run_items (Crew *self,
           GPtrArray *items,
           CorpusProgressFunc progress,
           gpointer progress_data,
           GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      const CorpusImportItem *item = g_ptr_array_index (items, i);
      guint n_waiting = g_queue_get_length (&self->jobs);

      if (progress != NULL)
        progress (i - MIN (i, n_waiting), items->len, item->path, progress_data);
      if (g_cancellable_set_error_if_cancelled (self->importer.cancellable, error))
        return FALSE;
      if (is_native (item))
        {
          if (!finish_jobs (self, 0, error) ||
              !corpus_importer_read_native (&self->importer, item->path, error))
            return FALSE;
        }
      else if (!begin_page (self, item, error))
        {
          return FALSE;
        }
    }
  if (!finish_jobs (self, 0, error) ||
      g_cancellable_set_error_if_cancelled (self->importer.cancellable, error))
    return FALSE;
  if (progress != NULL)
    progress (items->len, items->len, "", progress_data);
  return TRUE;
}

static void
crew_init (Crew *self,
           CorpusStore *store,
           CorpusImportReport *report,
           guint n_files,
           GCancellable *cancellable)
{
  guint n_threads = CLAMP (g_get_num_processors (), 1, 16);
  CorpusStats stats = { 0 };

  *self = (Crew){ .importer = { .store = store, .report = report, .n_files = n_files, .cancellable = cancellable } };
  self->importer.is_new = corpus_store_get_stats (store, &stats, NULL) && stats.n_pages == 0;
  self->importer.added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  self->n_ahead = 2 * n_threads;
  self->pool = g_thread_pool_new (extract_cb, NULL, (int) n_threads, FALSE, NULL);
}

static void
crew_clear (Crew *self)
{
  Job *job;

  /* Those that have not begun see the cancellable or are extracted in vain: at most n_ahead pages. */
  g_thread_pool_free (self->pool, FALSE, TRUE);
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    job_free (job);
  g_hash_table_unref (self->importer.added);
  g_clear_pointer (&self->importer.readings, g_hash_table_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

/* Ends the batch, or takes it back. The error of a failed end is the one to be told. */
static gboolean
end_batch (CorpusImporter *importer,
           gboolean is_ok,
           GError **error)
{
  if (importer->batch_id == 0)
    return is_ok;
  if (is_ok && corpus_store_end_batch (importer->store, importer->batch_id, error))
    return TRUE;
  corpus_store_cancel_batch (importer->store, importer->batch_id, NULL);
  return FALSE;
}

/* A corpus that an import made and could put nothing into goes again. */
static void
remove_corpus (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * corpus_import_run:
 * @corpus_path: a corpus, which is made where it does not exist
 * @items: (element-type CorpusImportItem): what is imported, in this order
 * @progress: (nullable) (scope call): is called on this thread before each file
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the import
 * @error: return location for an error
 *
 * Imports files into a corpus, as one batch. A file that cannot be read is told in
 * the report and the others go on; a page that the corpus has already is passed over.
 * A cancelled import leaves no trace. Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with a #CorpusStoreError or %G_IO_ERROR_CANCELLED, and then
 *   the corpus is as it was
 */
CorpusImportReport *
corpus_import_run (const char *corpus_path,
                   GPtrArray *items,
                   CorpusProgressFunc progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  gboolean was_there = g_file_test (corpus_path, G_FILE_TEST_EXISTS);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (CorpusImportReport) report = report_new ();
  Crew crew;
  gboolean is_ok, is_empty;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  store = corpus_store_open (corpus_path, CORPUS_STORE_CREATE, cancellable, error);
  if (store == NULL)
    return NULL;

  crew_init (&crew, store, report, items->len, cancellable);
  is_ok = run_items (&crew, items, progress, progress_data, error);
  is_ok = end_batch (&crew.importer, is_ok, error);
  is_empty = crew.importer.batch_id == 0;
  crew_clear (&crew);

  if (!corpus_store_close (store, is_ok ? error : NULL))
    is_ok = FALSE;
  if (!was_there && (!is_ok || is_empty))
    remove_corpus (corpus_path);
  return is_ok ? g_steal_pointer (&report) : NULL;
}

typedef struct
{
  char *corpus_path;
  GPtrArray *items;
  CorpusProgress *progress;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->corpus_path);
  g_ptr_array_unref (import->items);
  corpus_progress_unref (import->progress);
  g_free (import);
}

static void
import_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Import *import = task_data;
  g_autoptr (GError) error = NULL;
  CorpusImportReport *report =
      corpus_import_run (import->corpus_path, import->items, corpus_progress_report,
                         import->progress, cancellable, &error);

  corpus_progress_stop (import->progress);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) corpus_import_report_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * corpus_import_async:
 * @corpus_path: a corpus, which is made where it does not exist
 * @items: (element-type CorpusImportItem): what is imported; not to be changed until the end
 * @progress: (nullable): is called on the main context of this thread, at most once a frame
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the import
 * @callback: is called in the end
 * @user_data: for @callback
 *
 * Does corpus_import_run() on a thread of its own.
 */
void
corpus_import_async (const char *corpus_path,
                     GPtrArray *items,
                     CorpusProgressFunc progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Import *import = g_new0 (Import, 1);

  import->corpus_path = g_strdup (corpus_path);
  import->items = g_ptr_array_ref (items);
  import->progress = corpus_progress_new (progress, progress_data);
  g_task_set_source_tag (task, corpus_import_async);
  g_task_set_task_data (task, import, import_free);
  /* The thread says itself whether it was cancelled: an import that was done before that is done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, import_thread);
}

/**
 * corpus_import_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the report, or %NULL as corpus_import_run() says
 */
CorpusImportReport *
corpus_import_finish (GAsyncResult *result,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

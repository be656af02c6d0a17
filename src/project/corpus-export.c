/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Export: a corpus into a file.
 *
 * The native format has each page before its articles. An article on several pages stands after the last of them, so it
 * waits there: only its id does, and it is loaded again. Articles are otherwise loaded one at a time. */

#define G_LOG_DOMAIN "corpus-project"

#include "config.h"

#include "project/corpus-export.h"

#include <string.h>

#include "exchange/corpus-native-writer.h"
#include "exchange/corpus-table-writer.h"
#include "project/corpus-output.h"
#include "project/corpus-progress.h"

static const char *const format_words[] = { "jsonl", "csv-articles", "csv-entities",
                                            "csv-indicators" };

typedef struct
{
  CorpusStore *store;
  CorpusOutput *output;
  const CorpusExportOptions *options;
  CorpusExportReport *report;
  const char *path;
  GPtrArray *rows; /* CorpusRow */
  CorpusJsonWriter *writer;
  CorpusProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Export;

/**
 * corpus_format_from_string:
 * @word: (nullable): `jsonl`, `csv-articles`, `csv-entities` or `csv-indicators`
 * @format: (out): what it means
 *
 * Returns: %FALSE where the word is none of them
 */
gboolean
corpus_format_from_string (const char *word,
                           CorpusFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_words); i++)
    if (g_strcmp0 (word, format_words[i]) == 0)
      {
        *format = (CorpusFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * corpus_format_to_string:
 * @format: a format
 *
 * Returns: (transfer none): its word
 */
const char *
corpus_format_to_string (CorpusFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (format_words), NULL);

  return format_words[format];
}

/* Ends the line in the writer and writes it. */
static gboolean
write_line (Export *self,
            GError **error)
{
  gsize n_bytes;
  const char *line = corpus_json_writer_peek (self->writer, &n_bytes);
  gboolean is_ok = corpus_output_write (self->output, line, n_bytes, error) &&
                   corpus_output_write (self->output, "\n", 1, error);

  corpus_json_writer_clear (self->writer);
  self->report->n_rows++;
  return is_ok;
}

static gboolean
write_corpus_line (Export *self,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = corpus_store_dup_title (self->store, &local_error);
  g_autofree char *extra =
      local_error == NULL ? corpus_store_dup_extra (self->store, &local_error) : NULL;
  g_autoptr (CorpusTagset) tagset =
      local_error == NULL ? corpus_store_load_tagset (self->store, &local_error) : NULL;
  g_autoptr (GPtrArray) people =
      local_error == NULL ? corpus_store_list_people (self->store, &local_error) : NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  corpus_native_write_corpus (self->writer, title, tagset, people, "corpus-review " PACKAGE_VERSION,
                              extra);
  return write_line (self, error);
}

/* Tells how far it is, and whether it may go on. */
static gboolean
begin_article (Export *self,
               GError **error)
{
  if (self->progress != NULL)
    self->progress (self->report->n_articles, self->rows->len, self->path, self->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
write_article_line (Export *self,
                    CorpusArticle *article,
                    GError **error)
{
  corpus_native_write_article (self->writer, article);
  self->report->n_articles++;
  return write_line (self, error);
}

/* The place in @places of the last page that the article lies on; a page that it names and the list has not counts not. */
static guint
find_last_page (CorpusArticle *article,
                GHashTable *places)
{
  GPtrArray *pages = corpus_article_get_pages (article);
  guint last = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, i);

      last = MAX (last, GPOINTER_TO_UINT (g_hash_table_lookup (places, &page->id)));
    }
  return last;
}

static void
add_to_list (GHashTable *lists,
             guint key,
             const CorpusRow *row)
{
  GPtrArray *list = g_hash_table_lookup (lists, GUINT_TO_POINTER (key));

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, GUINT_TO_POINTER (key), list);
    }
  g_ptr_array_add (list, (gpointer) row);
}

static gboolean
write_page_line (Export *self,
                 gint64 page_id,
                 GError **error)
{
  g_autoptr (CorpusPage) page = corpus_store_load_page (self->store, page_id, error);
  g_autoptr (GPtrArray) blocks =
      page != NULL ? corpus_store_load_loose_blocks (self->store, page_id, error) : NULL;

  if (blocks == NULL)
    return FALSE;
  corpus_native_write_page (self->writer, page, blocks);
  return write_line (self, error);
}

/* Writes the articles that begin on a page, and puts off those that go on on a later one. */
static gboolean
write_articles (Export *self,
                GPtrArray *rows,
                guint place,
                GHashTable *places,
                GHashTable *put_off,
                GError **error)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const CorpusRow *row = g_ptr_array_index (rows, i);
      g_autoptr (CorpusArticle) article = NULL;
      guint last;

      if (!begin_article (self, error))
        return FALSE;
      article = corpus_store_load_article (self->store, row->article_id, error);
      if (article == NULL)
        return FALSE;
      last = find_last_page (article, places);
      if (last > place)
        add_to_list (put_off, last, row);
      else if (!write_article_line (self, article, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_pages (Export *self,
             GError **error)
{
  g_autoptr (GArray) pages = corpus_store_list_page_ids (self->store, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) own =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) put_off =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  if (pages == NULL)
    return FALSE;
  /* Places count from 1, so that 0 means none. */
  for (guint i = 0; i < pages->len; i++)
    g_hash_table_insert (places, &g_array_index (pages, gint64, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CorpusRow *row = g_ptr_array_index (self->rows, i);

      add_to_list (own, MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (places, &row->page_id))),
                   row);
    }

  /* A part of the corpus brings the pages that it lies on, and no others. */
  for (guint i = 0; self->options->only != CORPUS_ONLY_ALL && i < self->rows->len; i++)
    {
      const CorpusRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (CorpusArticle) article =
          corpus_store_load_article (self->store, row->article_id, error);
      GPtrArray *on;

      if (article == NULL)
        return FALSE;
      on = corpus_article_get_pages (article);
      for (guint j = 0; j < on->len; j++)
        {
          CorpusPage *page = g_ptr_array_index (on, j);

          g_hash_table_add (wanted, g_hash_table_lookup (places, &page->id));
        }
    }

  for (guint place = 1; place <= pages->len; place++)
    {
      gpointer key = GUINT_TO_POINTER (place);

      if (self->options->only != CORPUS_ONLY_ALL && !g_hash_table_contains (wanted, key))
        continue;
      if (!write_page_line (self, g_array_index (pages, gint64, place - 1), error) ||
          !write_articles (self, g_hash_table_lookup (put_off, key), place, places, put_off,
                           error) ||
          !write_articles (self, g_hash_table_lookup (own, key), place, places, put_off, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (Export *self,
             CorpusTableKind kind,
             GError **error)
{
  g_autoptr (GString) csv = g_string_new (self->options->with_bom ? "\xef\xbb\xbf" : NULL);

  corpus_table_write_header (csv, kind);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CorpusRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (CorpusArticle) article = NULL;

      if (!begin_article (self, error))
        return FALSE;
      article = corpus_store_load_article (self->store, row->article_id, error);
      if (article == NULL)
        return FALSE;
      self->report->n_rows += corpus_table_write_article (csv, kind, article);
      self->report->n_articles++;
      if (!corpus_output_write (self->output, csv->str, csv->len, error))
        return FALSE;
      g_string_truncate (csv, 0);
    }
  return corpus_output_write (self->output, csv->str, csv->len, error);
}

static gboolean
write_all (Export *self,
           GError **error)
{
  switch (self->options->format)
    {
    case CORPUS_FORMAT_JSONL:
      return write_corpus_line (self, error) && write_pages (self, error);
    case CORPUS_FORMAT_CSV_ARTICLES:
      return write_table (self, CORPUS_TABLE_ARTICLES, error);
    case CORPUS_FORMAT_CSV_ENTITIES:
      return write_table (self, CORPUS_TABLE_ENTITIES, error);
    case CORPUS_FORMAT_CSV_INDICATORS:
      return write_table (self, CORPUS_TABLE_INDICATORS, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * corpus_export_run:
 * @corpus_path: a corpus
 * @output: the file to be written
 * @options: what is written
 * @report: (out caller-allocates): how much was written
 * @progress: (nullable) (scope call): is called on this thread, with articles
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the export
 * @error: return location for an error
 *
 * Writes a corpus, or a part of it, into a file. It is written beside @output and
 * renamed in the end: a failed or cancelled export leaves the old file whole.
 * Blocks; may be called from any thread.
 *
 * Returns: %FALSE with a #CorpusStoreError or #GIOErrorEnum
 */
gboolean
corpus_export_run (const char *corpus_path,
                   const char *output,
                   const CorpusExportOptions *options,
                   CorpusExportReport *report,
                   CorpusProgressFunc progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (CorpusOutput) file = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();
  Export export = { 0 };
  gboolean is_ok;

  *report = (CorpusExportReport){ 0 };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  store = corpus_store_open (corpus_path, CORPUS_STORE_READ_ONLY, cancellable, error);
  if (store == NULL)
    return FALSE;
  rows = corpus_store_list_articles (store, options->only, NULL, cancellable, error);
  file = rows != NULL ? corpus_output_open (output, corpus_path, error) : NULL;
  if (file == NULL)
    return FALSE;

  export = (Export){ store, file, options, report, output,
                     rows, writer, progress, progress_data, cancellable };
  is_ok = write_all (&export, error) &&
          !g_cancellable_set_error_if_cancelled (cancellable, error) &&
          corpus_output_close (g_steal_pointer (&file), error);
  if (is_ok && progress != NULL)
    progress (rows->len, rows->len, output, progress_data);
  return corpus_store_close (store, is_ok ? error : NULL) && is_ok;
}

typedef struct
{
  char *corpus_path;
  char *output;
  CorpusExportOptions options;
  CorpusExportReport report;
  CorpusProgress *progress;
} Task;

static void
task_free (gpointer data)
{
  Task *self = data;

  g_free (self->corpus_path);
  g_free (self->output);
  corpus_progress_unref (self->progress);
  g_free (self);
}

static void
export_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Task *self = task_data;
  g_autoptr (GError) error = NULL;
  gboolean is_ok =
      corpus_export_run (self->corpus_path, self->output, &self->options, &self->report,
                         corpus_progress_report, self->progress, cancellable, &error);

  corpus_progress_stop (self->progress);
  if (is_ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * corpus_export_async:
 * @corpus_path: a corpus
 * @output: the file to be written
 * @options: what is written
 * @progress: (nullable): is called on the main context of this thread, at most once a frame
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the export
 * @callback: is called in the end
 * @user_data: for @callback
 *
 * Does corpus_export_run() on a thread of its own.
 */
void
corpus_export_async (const char *corpus_path,
                     const char *output,
                     const CorpusExportOptions *options,
                     CorpusProgressFunc progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *self = g_new0 (Task, 1);

  self->corpus_path = g_strdup (corpus_path);
  self->output = g_strdup (output);
  self->options = *options;
  self->progress = corpus_progress_new (progress, progress_data);
  g_task_set_source_tag (task, corpus_export_async);
  g_task_set_task_data (task, self, task_free);
  /* The thread says itself whether it was cancelled: an export that was done before that is done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, export_thread);
}

/**
 * corpus_export_finish:
 * @result: what the callback got
 * @report: (out caller-allocates) (optional): how much was written
 * @error: return location for an error
 *
 * Returns: %FALSE as corpus_export_run() says
 */
gboolean
corpus_export_finish (GAsyncResult *result,
                      CorpusExportReport *report,
                      GError **error)
{
  Task *self = g_task_get_task_data (G_TASK (result));

  if (report != NULL)
    *report = self->report;
  return g_task_propagate_boolean (G_TASK (result), error);
}

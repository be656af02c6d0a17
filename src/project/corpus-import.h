/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store.h"

G_BEGIN_DECLS

/**
 * CorpusImportItem:
 * @path: a page file, or a native JSON Lines file
 * @publication: (nullable)
 * @date: (nullable): ISO 8601
 * @edition: (nullable)
 * @number: (nullable): page number
 * @section: (nullable)
 * @format: (nullable): `page` or `jsonl`; %NULL tells them apart by name and content
 *
 * One row of the import table.
 */
typedef struct
{
  char *path;
  char *publication;
  char *date;
  char *edition;
  char *number;
  char *section;
  char *format;
} CorpusImportItem;

/**
 * CorpusImportFailure:
 * @path: the file
 * @reason: why it could not be imported, in words that say what to do
 */
typedef struct
{
  char *path;
  char *reason;
} CorpusImportFailure;

typedef struct
{
  guint n_pages;
  guint n_articles;
  guint n_entities;
  guint n_indicators;
  guint n_known; /* pages that were in the corpus already (same SHA-256) */
  GPtrArray
      *notices;        /* char*: what the importer wants said: known pages, new readings of a known page */
  GPtrArray *failures; /* CorpusImportFailure */
} CorpusImportReport;

/* Called on the thread that imports: @done of @total files; @path is the one at work. */
typedef void (*CorpusProgressFunc) (guint done,
                                    guint total,
                                    const char *path,
                                    gpointer data);

CorpusImportItem *corpus_import_item_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void corpus_import_item_free (CorpusImportItem *self);
void corpus_import_report_free (CorpusImportReport *self);

/* Blocks; any thread. Opens its own connection to @corpus_path, which is made where it does not exist. One batch. A cancelled import leaves no trace. */
CorpusImportReport *corpus_import_run (const char *corpus_path,
                                       GPtrArray *items,
                                       CorpusProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same on a thread of its own; @progress is called on the main context, at most once a frame or so. */
void corpus_import_async (const char *corpus_path,
                          GPtrArray *items,
                          CorpusProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
CorpusImportReport *corpus_import_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* File names: a pattern such as "{publication}_{date}_p{page}" fills an item from the name of its file (without folder and
 * ending); fields are publication, date (2025-04-15, 20250415, 2025年4月15日 …), edition, page, section, and * for anything.
 * FALSE where the name does not fit, and then nothing is changed. */
gboolean corpus_import_item_apply_pattern (CorpusImportItem *self,
                                           const char *pattern);
/* Tries the patterns in common use and applies the first that fits. */
gboolean corpus_import_item_guess (CorpusImportItem *self);

/* Whether a text is a day in the form 2025-04-15. */
gboolean corpus_import_is_day (const char *date);
char *corpus_import_dup_day (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A CSV file with the columns file, publication, date, edition, page, section (in any order, `file` is needed): one item a row,
 * paths relative to the manifest. Errors carry the line. */
GPtrArray *corpus_import_read_manifest (const char *path,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusImportItem, corpus_import_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusImportReport, corpus_import_report_free)

G_END_DECLS

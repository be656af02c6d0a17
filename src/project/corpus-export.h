/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/corpus-import.h"

G_BEGIN_DECLS

typedef enum
{
  CORPUS_FORMAT_JSONL,          /* "jsonl": native JSON Lines */
  CORPUS_FORMAT_CSV_ARTICLES,   /* "csv-articles" */
  CORPUS_FORMAT_CSV_ENTITIES,   /* "csv-entities" */
  CORPUS_FORMAT_CSV_INDICATORS, /* "csv-indicators" */
} CorpusFormat;

typedef struct
{
  CorpusFormat format;
  CorpusOnly only;
  gboolean with_bom; /* CSV begins with a byte order mark, which some spreadsheets need */
} CorpusExportOptions;

typedef struct
{
  guint n_articles;
  guint n_rows; /* lines or CSV rows written, without the header */
} CorpusExportReport;

gboolean corpus_format_from_string (const char *word,
                                    CorpusFormat *format);
const char *corpus_format_to_string (CorpusFormat format);

/* Blocks; any thread. Written beside @output and renamed: a failed or cancelled export leaves the old file whole. */
gboolean corpus_export_run (const char *corpus_path,
                            const char *output,
                            const CorpusExportOptions *options,
                            CorpusExportReport *report,
                            CorpusProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GError **error);
void corpus_export_async (const char *corpus_path,
                          const char *output,
                          const CorpusExportOptions *options,
                          CorpusProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean corpus_export_finish (GAsyncResult *result,
                               CorpusExportReport *report,
                               GError **error);

G_END_DECLS

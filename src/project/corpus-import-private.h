/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/corpus-import.h"

G_BEGIN_DECLS

/**
 * CorpusImporter:
 * @store: what is imported into
 * @report: what is told in the end
 * @batch_id: 0 until there is something to add
 * @n_files: for the words of the history
 * @is_new: whether the corpus was empty before
 * @added: SHA-256 of the pages this import added
 * @readings: publication, date, edition and number -> the file of the page
 * @cancellable: (nullable): stops it
 *
 * An import at work, shared by the readers of page files and of native files.
 */
typedef struct
{
  CorpusStore *store;
  CorpusImportReport *report;
  gint64 batch_id;
  guint n_files;
  gboolean is_new;
  GHashTable *added;
  GHashTable *readings;
  GCancellable *cancellable;
} CorpusImporter;

/* Functions that give a boolean: FALSE stops the import, with an error. What only one file suffers from is told by
 * corpus_importer_fail(). */
void corpus_importer_fail (CorpusImporter *self,
                           const char *path,
                           const char *reason);
void corpus_importer_notice (CorpusImporter *self,
                             const char *path,
                             const char *words);
gboolean corpus_importer_begin (CorpusImporter *self,
                                GError **error);
gboolean corpus_importer_check_known (CorpusImporter *self,
                                      const char *sha256,
                                      const char *path,
                                      gboolean *is_known,
                                      GError **error);
gboolean corpus_importer_add_page (CorpusImporter *self,
                                   const char *path,
                                   guint64 line,
                                   CorpusPage *page,
                                   GPtrArray *loose_blocks,
                                   GPtrArray *articles,
                                   GError **error);
gboolean corpus_importer_read_native (CorpusImporter *self,
                                      const char *path,
                                      GError **error);

G_END_DECLS

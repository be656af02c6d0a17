/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Comma-separated values after RFC 4180: UTF-8, rows end with CRLF. */

void corpus_csv_append_row (GString *csv,
                            const char *const *cells,
                            guint n_cells);

/**
 * CorpusCsvReader:
 *
 * Goes through the rows of a CSV text. To be used by one thread at a time.
 */
typedef struct _CorpusCsvReader CorpusCsvReader;

CorpusCsvReader *corpus_csv_reader_new (const char *text,
                                        gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void corpus_csv_reader_free (CorpusCsvReader *self);
GStrv corpus_csv_reader_next (CorpusCsvReader *self,
                              guint64 *line,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusCsvReader, corpus_csv_reader_free)

G_END_DECLS

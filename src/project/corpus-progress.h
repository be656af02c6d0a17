/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/corpus-import.h"

G_BEGIN_DECLS

/**
 * CorpusProgress:
 *
 * Carries progress from a working thread to the main context of the thread that
 * made it, at most once a frame: what came in between is passed over.
 */
typedef struct _CorpusProgress CorpusProgress;

CorpusProgress *corpus_progress_new (CorpusProgressFunc func,
                                     gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void corpus_progress_report (guint done,
                             guint total,
                             const char *path,
                             gpointer progress);
void corpus_progress_stop (CorpusProgress *self);
void corpus_progress_unref (CorpusProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusProgress, corpus_progress_unref)

G_END_DECLS

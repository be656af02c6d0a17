/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store-private.h"

G_BEGIN_DECLS

/* How an edit is about a thing. */
typedef enum
{
  CORPUS_TOUCH_CHANGED, /* it changed the thing */
  CORPUS_TOUCH_REFERS,  /* it changed something that refers to the thing, or did */
  CORPUS_TOUCH_WITHIN,  /* it happened within the thing: an article, a page */
} CorpusTouch;

/* Records what is done to the recorded tables, from its beginning to the changeset. */
typedef struct
{
  CorpusStore *store;
  sqlite3_session *session;
  void *changeset; /* of sqlite3_malloc() */
  int n_bytes;
  GHashTable *articles; /* ids of those in which something happens, or happened before */
  GHashTable *pages;
} CorpusRecording;

/* What a changeset is about: called for each thing it changes or makes something refer to. @row is 0 for things
 * without a number. */
typedef gboolean (*CorpusTouchFunc) (CorpusMember kind,
                                     const char *thing,
                                     gint64 row,
                                     CorpusTouch how,
                                     gpointer data,
                                     GError **error);

gboolean corpus_recording_begin (CorpusRecording *self,
                                 CorpusStore *store,
                                 GError **error);
gboolean corpus_recording_end (CorpusRecording *self,
                               GError **error);
void corpus_recording_clear (CorpusRecording *self);
CorpusChange *corpus_recording_make_change (CorpusRecording *self,
                                            gint64 edit_id) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_journal_each_touch (CorpusStore *self,
                                    const void *changeset,
                                    int n_bytes,
                                    CorpusTouchFunc func,
                                    gpointer data,
                                    GError **error);
gboolean corpus_journal_introduce_reviewer (CorpusStore *self,
                                            GError **error);
gboolean corpus_journal_add_touches (CorpusStore *self,
                                     gint64 edit_id,
                                     CorpusRecording *recording,
                                     GError **error);
gboolean corpus_journal_add_edit (CorpusStore *self,
                                  const char *kind,
                                  const char *verb,
                                  gint64 article_id,
                                  gint64 target,
                                  const void *changeset,
                                  int n_bytes,
                                  gint64 *edit_id,
                                  GError **error);
gboolean corpus_journal_apply (CorpusStore *self,
                               const void *changeset,
                               int n_bytes,
                               GError **error);
char *corpus_journal_dup_now (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorpusRecording, corpus_recording_clear)

G_END_DECLS

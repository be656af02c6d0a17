/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _CorpusStatement CorpusStatement;

/* One SQLite connection: errors in words, statements kept prepared, waiting and cancelling. Belongs to one thread at a
 * time. Every call says what it is for ("save the edit"), so that an error can tell what could not be done. */
typedef struct
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;    /* SQL -> CorpusStatement that is not in use */
  GCancellable *cancellable; /* (nullable): stops what is being done; borrowed */
  gint64 patience;           /* how long others are waited for before a write is given up, in microseconds */
  gint64 deadline;           /* monotonic time until which they are waited for now */
} CorpusDb;

CorpusDb *corpus_db_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_db_open (CorpusDb *self,
                         int flags,
                         gboolean is_immutable,
                         GError **error);
void corpus_db_free (CorpusDb *self);
void corpus_db_set_cancellable (CorpusDb *self,
                                GCancellable *cancellable);
void corpus_db_be_patient (CorpusDb *self);
gboolean corpus_db_exec (CorpusDb *self,
                         const char *sql,
                         const char *intent,
                         GError **error);
gboolean corpus_db_get_int (CorpusDb *self,
                            const char *sql,
                            const char *intent,
                            gint64 *value,
                            GError **error);
gboolean corpus_db_begin (CorpusDb *self,
                          const char *intent,
                          GError **error);
gboolean corpus_db_commit (CorpusDb *self,
                           const char *intent,
                           GError **error);
void corpus_db_rollback (CorpusDb *self);
gboolean corpus_db_is_full (CorpusDb *self,
                            int rc);
void corpus_db_set_error (CorpusDb *self,
                          int rc,
                          const char *intent,
                          GError **error);
CorpusStatement *corpus_db_prepare (CorpusDb *self,
                                    const char *sql,
                                    const char *intent) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusDb, corpus_db_free)

G_END_DECLS

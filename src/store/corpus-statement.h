/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-db.h"

G_BEGIN_DECLS

/* What a step of a statement came to. */
typedef enum
{
  CORPUS_STEP_ROW,
  CORPUS_STEP_DONE,
  CORPUS_STEP_FAILED,
} CorpusStep;

/* A prepared statement in use. Values are bound and columns read one after the other, in the order of the SQL;
 * an error while preparing or binding is reported by the next step. Freed, it goes back to its connection. */
struct _CorpusStatement
{
  CorpusDb *db;
  sqlite3_stmt *stmt;
  char *sql;
  const char *intent;
  int n_bound;
  int column;
  int rc;
};

void corpus_statement_free (CorpusStatement *self);
void corpus_statement_destroy (CorpusStatement *self);
void corpus_statement_bind_int (CorpusStatement *self,
                                gint64 value);
void corpus_statement_bind_id (CorpusStatement *self,
                               gint64 id);
void corpus_statement_bind_double (CorpusStatement *self,
                                   double value);
void corpus_statement_bind_null (CorpusStatement *self);
void corpus_statement_bind_text (CorpusStatement *self,
                                 const char *text);
void corpus_statement_bind_static (CorpusStatement *self,
                                   const char *text,
                                   gsize n_bytes);
void corpus_statement_bind_blob (CorpusStatement *self,
                                 const void *bytes,
                                 gsize n_bytes);
CorpusStep corpus_statement_step (CorpusStatement *self,
                                  GError **error);
gboolean corpus_statement_run (CorpusStatement *self,
                               GError **error);
gboolean corpus_statement_is_null (CorpusStatement *self);
gint64 corpus_statement_get_int (CorpusStatement *self);
double corpus_statement_get_double (CorpusStatement *self);
const char *corpus_statement_get_text (CorpusStatement *self);
char *corpus_statement_dup_text (CorpusStatement *self) G_GNUC_WARN_UNUSED_RESULT;
const void *corpus_statement_get_blob (CorpusStatement *self,
                                       int *n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusStatement, corpus_statement_free)

G_END_DECLS

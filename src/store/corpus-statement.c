/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-statement.h"

#include <string.h>

#include "store/corpus-store-error.h"

/* Frees a statement for good. */
void
corpus_statement_destroy (CorpusStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

/* Gives a statement back to its connection, ready for the next use. Of two with the same SQL the later one is kept. */
void
corpus_statement_free (CorpusStatement *self)
{
  if (self == NULL)
    return;
  if (self->stmt == NULL)
    {
      corpus_statement_destroy (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  g_hash_table_replace (self->db->statements, self->sql, self);
}

static void
note (CorpusStatement *self,
      int rc)
{
  if (self->rc == SQLITE_OK)
    self->rc = rc;
}

/* Binds the next parameter. */
void
corpus_statement_bind_int (CorpusStatement *self,
                           gint64 value)
{
  note (self, sqlite3_bind_int64 (self->stmt, ++self->n_bound, value));
}

/* Binds the next parameter; an id of 0 is stored as NULL: there is none. */
void
corpus_statement_bind_id (CorpusStatement *self,
                          gint64 id)
{
  if (id != 0)
    corpus_statement_bind_int (self, id);
  else
    corpus_statement_bind_null (self);
}

/* Binds the next parameter. */
void
corpus_statement_bind_double (CorpusStatement *self,
                              double value)
{
  note (self, sqlite3_bind_double (self->stmt, ++self->n_bound, value));
}

/* Binds the next parameter to NULL. */
void
corpus_statement_bind_null (CorpusStatement *self)
{
  note (self, sqlite3_bind_null (self->stmt, ++self->n_bound));
}

/* Binds the next parameter to a copy of @text; NULL is NULL. */
void
corpus_statement_bind_text (CorpusStatement *self,
                            const char *text)
{
  note (self, sqlite3_bind_text (self->stmt, ++self->n_bound, text, -1, SQLITE_TRANSIENT));
}

/* Binds the next parameter to a text that stays where it is until the statement is freed. */
void
corpus_statement_bind_static (CorpusStatement *self,
                              const char *text,
                              gsize n_bytes)
{
  note (self, sqlite3_bind_text64 (self->stmt, ++self->n_bound, text, n_bytes, SQLITE_STATIC,
                                   SQLITE_UTF8));
}

/* Binds the next parameter to bytes that stay where they are until the statement is freed. */
void
corpus_statement_bind_blob (CorpusStatement *self,
                            const void *bytes,
                            gsize n_bytes)
{
  note (self, sqlite3_bind_blob64 (self->stmt, ++self->n_bound, bytes, n_bytes, SQLITE_STATIC));
}

/* Goes to the next row; the columns are then read from the first. Stops where it was cancelled: SQLite itself only looks
 * within long statements, and much work is many short ones. */
CorpusStep
corpus_statement_step (CorpusStatement *self,
                       GError **error)
{
  int rc;

  self->column = 0;
  if (self->rc != SQLITE_OK)
    rc = self->rc;
  else if (g_cancellable_is_cancelled (self->db->cancellable))
    rc = SQLITE_INTERRUPT;
  else
    rc = sqlite3_step (self->stmt);
  if (rc == SQLITE_ROW)
    return CORPUS_STEP_ROW;
  if (rc == SQLITE_DONE)
    return CORPUS_STEP_DONE;
  corpus_db_set_error (self->db, rc, self->intent, error);
  return CORPUS_STEP_FAILED;
}

/* Runs a statement that gives no rows, and makes it ready to be bound and run again. */
gboolean
corpus_statement_run (CorpusStatement *self,
                      GError **error)
{
  CorpusStep step;

  do
    step = corpus_statement_step (self, error);
  while (step == CORPUS_STEP_ROW);
  if (self->stmt != NULL)
    sqlite3_reset (self->stmt);
  self->n_bound = 0;
  return step == CORPUS_STEP_DONE;
}

/* Whether the next column is NULL; does not go past it. */
gboolean
corpus_statement_is_null (CorpusStatement *self)
{
  return sqlite3_column_type (self->stmt, self->column) == SQLITE_NULL;
}

/* Reads the next column; NULL is 0. */
gint64
corpus_statement_get_int (CorpusStatement *self)
{
  return sqlite3_column_int64 (self->stmt, self->column++);
}

/* Reads the next column; NULL is 0. */
double
corpus_statement_get_double (CorpusStatement *self)
{
  return sqlite3_column_double (self->stmt, self->column++);
}

/* Reads the next column; the text is good until the next step. For words of this program's own vocabulary. */
const char *
corpus_statement_get_text (CorpusStatement *self)
{
  return (const char *) sqlite3_column_text (self->stmt, self->column++);
}

/* Reads the next column as text of its own. What is not UTF-8 (a file that another program wrote into) is made so. */
char *
corpus_statement_dup_text (CorpusStatement *self)
{
  const char *text = corpus_statement_get_text (self);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  return g_utf8_make_valid (text, -1);
}

/* Reads the next column; the bytes are good until the next step. */
const void *
corpus_statement_get_blob (CorpusStatement *self,
                           int *n_bytes)
{
  const void *bytes = sqlite3_column_blob (self->stmt, self->column);

  *n_bytes = sqlite3_column_bytes (self->stmt, self->column++);
  return bytes;
}

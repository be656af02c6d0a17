/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-db.h"

#include <errno.h>

#include "store/corpus-statement.h"
#include "store/corpus-store-error.h"

/* So many virtual machine steps pass between two looks at the cancellable: some tenths of a millisecond. */
#define STEPS_PER_LOOK 4000

/* The longest pause between two tries to get at a file that another program writes to, in microseconds. */
#define LONGEST_PAUSE 50000

static int
progress_cb (void *data)
{
  CorpusDb *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Waits a random while, longer from try to try, so that programs which wait for each other do not keep meeting. */
static int
busy_cb (void *data,
         int n_tries)
{
  CorpusDb *self = data;
  int longest = MIN (LONGEST_PAUSE, 1000 << MIN (n_tries, 8));

  if (g_cancellable_is_cancelled (self->cancellable) || g_get_monotonic_time () >= self->deadline)
    return 0;
  g_usleep ((gulong) g_random_int_range (500, longest + 1));
  return 1;
}

/* How long others are waited for unless somebody says otherwise, in microseconds. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)

/* Makes a connection to the file at @path that is not open yet. */
CorpusDb *
corpus_db_new (const char *path)
{
  CorpusDb *self = g_new0 (CorpusDb, 1);

  self->path = g_strdup (path);
  self->patience = PATIENCE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) corpus_statement_destroy);
  return self;
}

static gboolean
configure (CorpusDb *self,
           GError **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  sqlite3_extended_result_codes (self->handle, 1);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int rc = sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);

      if (rc != SQLITE_OK)
        {
          corpus_db_set_error (self, rc, "open the corpus", error);
          return FALSE;
        }
    }
  corpus_db_be_patient (self);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_progress_handler (self->handle, STEPS_PER_LOOK, progress_cb, self);
  return TRUE;
}

/* Opens the connection with SQLITE_OPEN_… @flags; @is_immutable reads a file in a folder where nothing can be written. */
gboolean
corpus_db_open (CorpusDb *self,
                int flags,
                gboolean is_immutable,
                GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped, is_immutable ? "?immutable=1" : "");
  int rc =
      sqlite3_open_v2 (uri, &self->handle,
                       flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      corpus_db_set_error (self, rc, "open the corpus", error);
      return FALSE;
    }
  return configure (self, error);
}

/* Closes the connection; its statements must have been given back. */
void
corpus_db_free (CorpusDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  if (self->handle != NULL)
    sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/* What is being done on the connection stops when @cancellable is cancelled. NULL: it does not. */
void
corpus_db_set_cancellable (CorpusDb *self,
                           GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

/* Begins to count how long others are waited for. */
void
corpus_db_be_patient (CorpusDb *self)
{
  self->deadline = g_get_monotonic_time () + self->patience;
}

static gboolean
is_no_space_number (int number)
{
  return number == ENOSPC || number == EFBIG || number == EDQUOT;
}

/* Whether a write failed for want of room. SQLite knows a full disk by ENOSPC alone, and after a commit does not tell the
 * connection which error the system gave: so the files are asked. */
gboolean
corpus_db_is_full (CorpusDb *self,
                   int rc)
{
  static const int pointers[] = { SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER };

  if ((rc & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((rc & 0xff) != SQLITE_IOERR)
    return FALSE;
  if (is_no_space_number (sqlite3_system_errno (self->handle)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      sqlite3_file *file = NULL;
      int number = 0;

      sqlite3_file_control (self->handle, "main", pointers[i], &file);
      if (file != NULL && file->pMethods != NULL &&
          file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK &&
          is_no_space_number (number))
        return TRUE;
    }
  return FALSE;
}

/* Says in @error what an SQLite result code means for the user. */
void
corpus_db_set_error (CorpusDb *self,
                     int rc,
                     const char *intent,
                     GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (rc);

  if (corpus_db_is_full (self, rc))
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL,
                   "Could not %s: the disk that holds “%s” is full. What was saved before is safe; make room and try again",
                   intent, self->path);
      return;
    }

  switch (rc & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled: %s", intent);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      if (g_cancellable_is_cancelled (self->cancellable))
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled: %s", intent);
      else
        g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_BUSY,
                     "Could not %s: another program is writing to “%s”. Wait until it has finished and try again",
                     intent, self->path);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED,
                   "Could not %s: “%s” is damaged (%s). Go back to a copy of it",
                   intent, self->path, detail);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_READ_ONLY,
                   "Could not %s: “%s” or its folder cannot be written (%s). Copy the corpus to a folder of your own",
                   intent, self->path, detail);
      break;
    default:
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FAILED,
                   "Could not %s in “%s”: %s", intent, self->path, detail);
      break;
    }
}

/* Runs SQL of this program's own, one statement or several. */
gboolean
corpus_db_exec (CorpusDb *self,
                const char *sql,
                const char *intent,
                GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    corpus_db_set_error (self, rc, intent, error);
  return rc == SQLITE_OK;
}

/* Asks for one number; no row counts as 0. */
gboolean
corpus_db_get_int (CorpusDb *self,
                   const char *sql,
                   const char *intent,
                   gint64 *value,
                   GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self, sql, intent);
  CorpusStep step = corpus_statement_step (statement, error);

  *value = step == CORPUS_STEP_ROW ? corpus_statement_get_int (statement) : 0;
  return step != CORPUS_STEP_FAILED;
}

/* Begins a transaction that writes. Waits for its turn until the patience is at an end or the cancellable is cancelled. */
gboolean
corpus_db_begin (CorpusDb *self,
                 const char *intent,
                 GError **error)
{
  corpus_db_be_patient (self);
  for (;;)
    {
      int rc = sqlite3_exec (self->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);

      if (rc == SQLITE_OK)
        return TRUE;
      /* SQLite does not ask its busy handler where two connections would wait for each other: so this asks again. */
      if ((rc & 0xff) != SQLITE_BUSY || !busy_cb (self, 8))
        {
          corpus_db_set_error (self, rc, intent, error);
          return FALSE;
        }
    }
}

/* Commits; where that fails nothing of the transaction remains. */
gboolean
corpus_db_commit (CorpusDb *self,
                  const char *intent,
                  GError **error)
{
  int rc = sqlite3_exec (self->handle, "COMMIT", NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    {
      corpus_db_set_error (self, rc, intent, error);
      corpus_db_rollback (self);
    }
  return rc == SQLITE_OK;
}

/* Takes back the open transaction, if one is open: SQLite may have done so itself after an error. */
void
corpus_db_rollback (CorpusDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* Prepares a statement, or takes one that was used before. Never NULL: an error shows at its first step. */
CorpusStatement *
corpus_db_prepare (CorpusDb *self,
                   const char *sql,
                   const char *intent)
{
  gpointer key, kept;
  CorpusStatement *statement;

  if (g_hash_table_steal_extended (self->statements, sql, &key, &kept))
    {
      statement = kept;
    }
  else
    {
      statement = g_new0 (CorpusStatement, 1);
      statement->db = self;
      statement->sql = g_strdup (sql);
    }
  statement->intent = intent;
  statement->n_bound = 0;
  statement->column = 0;
  statement->rc = SQLITE_OK;
  if (statement->stmt == NULL)
    statement->rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        &statement->stmt, NULL);
  return statement;
}

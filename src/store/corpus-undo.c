/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An undo applies the inverse of a changeset, a redo applies it again; both are rows of the journal that name the edit they
 * are about. SQLite compares columns only, so what was built on an edit is asked of edit_touch: everything that later
 * rows did to the same things has to have been taken back again, else the undo is refused. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-journal.h"

#include <string.h>

#include "store/corpus-schema.h"

/* The edit that this reviewer did last and that is not undone. */
#define UNDO_CANDIDATE "SELECT id, verb FROM edit WHERE person = ?1 AND kind = 'edit' AND is_undone = 0 ORDER BY id DESC LIMIT 1"

/* The edit that this reviewer undid last and that is still undone; a new edit leaves nothing to redo. */
#define REDO_CANDIDATE                                                                        \
  "SELECT e.id, e.verb FROM edit AS u JOIN edit AS e ON e.id = u.target AND e.is_undone = 1 " \
  "WHERE u.person = ?1 AND u.kind = 'undo' "                                                  \
  "AND u.id > coalesce ((SELECT max (id) FROM edit WHERE person = ?1 AND kind = 'edit'), 0) " \
  "ORDER BY u.id DESC LIMIT 1"

static gboolean
find_candidate (CorpusStore *self,
                const char *sql,
                gint64 *edit_id,
                char **verb,
                GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, sql, "look what can be undone");
  CorpusStep step;

  corpus_statement_bind_text (statement, corpus_store_get_reviewer_id (self));
  step = corpus_statement_step (statement, error);
  *edit_id = 0;
  *verb = NULL;
  if (step != CORPUS_STEP_ROW)
    return step == CORPUS_STEP_DONE;
  *edit_id = corpus_statement_get_int (statement);
  *verb = corpus_statement_dup_text (statement);
  return TRUE;
}

/* Whether what later rows of the journal did to the things of an edit has all been taken back again. Rows that undo and redo
 * one another count for nothing; what is left over stands in the way, and @blocker names it. */
static gboolean
find_blocker (CorpusStore *self,
              gint64 edit_id,
              gboolean is_redo,
              char **blocker,
              GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT DISTINCT e.id, e.kind, coalesce (e.target, e.id), "
      "  coalesce (t.verb, e.verb), coalesce (p.name, e.person), e.at "
      "FROM edit_touch AS mine "
      "CROSS JOIN edit_touch AS later ON later.thing = mine.thing AND later.row = mine.row "
      "  AND later.edit > (SELECT max (id) FROM edit WHERE id = ?1 AND ?2 = 0 "
      "                    OR target = ?1 AND kind = iif (?2 = 0, 'redo', 'undo')) "
      "JOIN edit AS e ON e.id = later.edit "
      "LEFT JOIN edit AS t ON t.id = e.target LEFT JOIN person AS p ON p.id = e.person "
      "WHERE mine.edit = ?1 AND mine.how <= ?2 AND later.how <= 1 "
      "  AND NOT (mine.how = 1 AND later.how = 1) ORDER BY e.id",
      "look what an undo depends on");
  g_autoptr (GHashTable) balance =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, count;
  CorpusStep step;

  corpus_statement_bind_int (statement, edit_id);
  corpus_statement_bind_int (statement, is_redo != FALSE);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      gboolean is_undo;
      gint64 target;
      g_autofree char *verb = NULL, *by = NULL, *at = NULL;

      corpus_statement_get_int (statement);
      is_undo = g_strcmp0 (corpus_statement_get_text (statement), "undo") == 0;
      target = corpus_statement_get_int (statement);
      verb = corpus_statement_dup_text (statement);
      by = corpus_statement_dup_text (statement);
      at = corpus_statement_dup_text (statement);
      g_hash_table_insert (
          names, g_memdup2 (&target, sizeof target),
          g_strdup_printf (is_undo ? "the undo of “%s” (%s, %s)" : "“%s” (%s, %s)", verb, by, at));
      count = g_hash_table_lookup (balance, &target);
      g_hash_table_insert (balance, g_memdup2 (&target, sizeof target),
                           GINT_TO_POINTER (GPOINTER_TO_INT (count) + (is_undo ? -1 : 1)));
    }

  *blocker = NULL;
  g_hash_table_iter_init (&iter, balance);
  while (*blocker == NULL && g_hash_table_iter_next (&iter, &id, &count))
    if (GPOINTER_TO_INT (count) != 0)
      *blocker = g_strdup (g_hash_table_lookup (names, id));
  return step == CORPUS_STEP_DONE;
}

/* A conflict of any kind ends the whole: half an undo would be worse than none. */
static int
conflict_cb (void *data,
             int conflict,
             sqlite3_changeset_iter *iter)
{
  gboolean *is_conflict = data;

  *is_conflict = TRUE;
  return SQLITE_CHANGESET_ABORT;
}

/* Applies a changeset to the recorded tables, all of it or nothing. */
gboolean
corpus_journal_apply (CorpusStore *self,
                      const void *changeset,
                      int n_bytes,
                      GError **error)
{
  gboolean is_conflict = FALSE;
  int rc = sqlite3changeset_apply (self->db->handle, n_bytes, (void *) changeset, NULL, conflict_cb,
                                   &is_conflict);

  if (rc == SQLITE_OK)
    return TRUE;
  if (is_conflict)
    g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_CONFLICT,
                         "This cannot be taken back: what it changed is not any more as it left it. Nothing was changed");
  else
    corpus_db_set_error (self->db, rc, "take the edit back", error);
  return FALSE;
}

typedef struct
{
  gint64 article_id;
  void *changeset;
  int n_bytes;
} Taken;

static void
taken_clear (Taken *taken)
{
  sqlite3_free (taken->changeset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taken, taken_clear)

/* Reads the changeset of an edit; for an undo its inverse. */
static gboolean
take_changeset (CorpusStore *self,
                gint64 edit_id,
                gboolean is_redo,
                Taken *taken,
                GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db, "SELECT article, schema_version, changeset FROM edit WHERE id = ?",
      "read the edit");
  const void *bytes;
  int n_bytes, rc;

  corpus_statement_bind_int (statement, edit_id);
  if (corpus_statement_step (statement, error) != CORPUS_STEP_ROW)
    return FALSE;
  taken->article_id = corpus_statement_get_int (statement);
  if (corpus_statement_get_int (statement) != CORPUS_SCHEMA_VERSION)
    {
      g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_CONFLICT,
                           "This edit was made by another version of the program and cannot be taken back");
      return FALSE;
    }
  bytes = corpus_statement_get_blob (statement, &n_bytes);
  if (is_redo)
    {
      taken->changeset = sqlite3_malloc (MAX (n_bytes, 1));
      taken->n_bytes = n_bytes;
      rc = taken->changeset != NULL ? SQLITE_OK : SQLITE_NOMEM;
      if (rc == SQLITE_OK && n_bytes > 0)
        memcpy (taken->changeset, bytes, (gsize) n_bytes);
    }
  else
    {
      rc = sqlite3changeset_invert (n_bytes, bytes, &taken->n_bytes, &taken->changeset);
    }
  if (rc != SQLITE_OK)
    corpus_store_set_damaged (self, error, "an edit in its journal cannot be read");
  return rc == SQLITE_OK;
}

static gboolean
collect_cb (CorpusMember kind,
            const char *thing,
            gint64 row,
            CorpusTouch how,
            gpointer data,
            GError **error)
{
  CorpusRecording *recording = data;

  return how != CORPUS_TOUCH_CHANGED ||
         corpus_derived_collect (recording->store, kind, row, recording->articles, recording->pages,
                                 error);
}

static gboolean
set_undone (CorpusStore *self,
            gint64 edit_id,
            gboolean is_undone,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db, "UPDATE edit SET is_undone = ? WHERE id = ?", "take the edit back");

  corpus_statement_bind_int (statement, is_undone != FALSE);
  corpus_statement_bind_int (statement, edit_id);
  return corpus_statement_run (statement, error);
}

/* Takes back or does again the candidate, inside the transaction; fills in what was done. */
static gboolean
turn (CorpusStore *self,
      gboolean is_redo,
      CorpusRecording *recording,
      gint64 *row_id,
      GError **error)
{
  g_auto (Taken) taken = { 0 };
  g_autofree char *verb = NULL, *blocker = NULL;
  gint64 edit_id;

  if (!find_candidate (self, is_redo ? REDO_CANDIDATE : UNDO_CANDIDATE, &edit_id, &verb, error))
    return FALSE;
  if (edit_id == 0)
    {
      g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING,
                           is_redo ? "There is nothing to redo" : "There is nothing to undo");
      return FALSE;
    }
  if (!find_blocker (self, edit_id, is_redo, &blocker, error))
    return FALSE;
  if (blocker != NULL)
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_CONFLICT,
                   is_redo ? "“%s” cannot be done again: %s came in between. Nothing was changed"
                           : "“%s” cannot be undone: %s is built on it. Nothing was changed",
                   verb, blocker);
      return FALSE;
    }

  *recording = (CorpusRecording){ .store = self, .articles = corpus_ids_new (), .pages = corpus_ids_new () };
  if (!take_changeset (self, edit_id, is_redo, &taken, error) ||
      !corpus_journal_each_touch (self, taken.changeset, taken.n_bytes, collect_cb, recording,
                                  error) ||
      !corpus_journal_apply (self, taken.changeset, taken.n_bytes, error) ||
      !set_undone (self, edit_id, !is_redo, error))
    return FALSE;

  recording->changeset = g_steal_pointer (&taken.changeset);
  recording->n_bytes = taken.n_bytes;
  return corpus_journal_add_edit (self, is_redo ? "redo" : "undo", verb, taken.article_id, edit_id,
                                  recording->changeset, recording->n_bytes, row_id, error) &&
         corpus_journal_add_touches (self, *row_id, recording, error);
}

static CorpusChange *
undo_or_redo (CorpusStore *self,
              gboolean is_redo,
              GCancellable *cancellable,
              GError **error)
{
  const char *intent = is_redo ? "redo the edit" : "undo the edit";
  g_auto (CorpusRecording) recording = { 0 };
  gint64 row_id;

  if (!corpus_store_begin_write (self, intent, cancellable, error))
    return NULL;
  if (corpus_journal_introduce_reviewer (self, error) &&
      turn (self, is_redo, &recording, &row_id, error) &&
      corpus_store_commit (self, intent, error))
    return corpus_recording_make_change (&recording, row_id);
  corpus_store_rollback (self);
  return NULL;
}

/**
 * corpus_store_undo:
 * @self: a store
 * @cancellable: (nullable): to give up waiting for other programs
 * @error: return location for an error
 *
 * Takes back the last edit of this reviewer that is not undone, whenever it was made. That is an entry of
 * the journal in its turn.
 *
 * Returns: (transfer full) (nullable): what changed, or %NULL with %CORPUS_STORE_ERROR_NOTHING, with %CORPUS_STORE_ERROR_CONFLICT
 *   where somebody built on that edit, and others
 */
CorpusChange *
corpus_store_undo (CorpusStore *self,
                   GCancellable *cancellable,
                   GError **error)
{
  return undo_or_redo (self, FALSE, cancellable, error);
}

/**
 * corpus_store_redo:
 * @self: a store
 * @cancellable: (nullable): to give up waiting for other programs
 * @error: return location for an error
 *
 * Does again what this reviewer undid last, unless a new edit of the reviewer's came after it.
 *
 * Returns: (transfer full) (nullable): what changed, or %NULL with %CORPUS_STORE_ERROR_NOTHING,
 *   %CORPUS_STORE_ERROR_CONFLICT and others
 */
CorpusChange *
corpus_store_redo (CorpusStore *self,
                   GCancellable *cancellable,
                   GError **error)
{
  return undo_or_redo (self, TRUE, cancellable, error);
}

/**
 * corpus_store_dup_undo_verb:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the verb of the edit that undo would take back
 */
char *
corpus_store_dup_undo_verb (CorpusStore *self)
{
  gint64 edit_id;
  char *verb;

  find_candidate (self, UNDO_CANDIDATE, &edit_id, &verb, NULL);
  return verb;
}

/**
 * corpus_store_dup_redo_verb:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the verb of the edit that redo would do again
 */
char *
corpus_store_dup_redo_verb (CorpusStore *self)
{
  gint64 edit_id;
  char *verb;

  find_candidate (self, REDO_CANDIDATE, &edit_id, &verb, NULL);
  return verb;
}

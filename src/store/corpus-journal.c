/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal: every edit is one transaction, and one row that holds the changeset of it.
 *
 * A session is attached to each recorded table by name, the rows are written, and before the commit the changeset is taken and
 * stored in the `edit` row, whose table is not attached. From the changeset come the `edit_touch` rows (what the
 * edit is about), from these the articles whose derived rows are made anew, and the CorpusChange that views refresh by: an
 * edit, an undo and a redo all take that one way. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-journal.h"

#include "store/corpus-edit-private.h"
#include "store/corpus-schema.h"

#define INTENT "save the edit"

/* Recording */

/* Begins to record; inside a transaction. */
gboolean
corpus_recording_begin (CorpusRecording *self,
                        CorpusStore *store,
                        GError **error)
{
  int rc;

  *self = (CorpusRecording){ .store = store, .articles = corpus_ids_new (), .pages = corpus_ids_new () };
  rc = sqlite3session_create (store->db->handle, "main", &self->session);
  for (guint i = 0; rc == SQLITE_OK && corpus_recorded_tables[i] != NULL; i++)
    rc = sqlite3session_attach (self->session, corpus_recorded_tables[i]);
  if (rc != SQLITE_OK)
    corpus_db_set_error (store->db, rc, INTENT, error);
  return rc == SQLITE_OK;
}

/* Takes the changeset; 0 bytes of it mean that nothing changed. */
gboolean
corpus_recording_end (CorpusRecording *self,
                      GError **error)
{
  int rc = sqlite3session_changeset (self->session, &self->n_bytes, &self->changeset);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (rc != SQLITE_OK)
    corpus_db_set_error (self->store->db, rc, INTENT, error);
  return rc == SQLITE_OK;
}

/* Ends a recording that was not ended, and frees what it holds. */
void
corpus_recording_clear (CorpusRecording *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changeset, sqlite3_free);
  g_clear_pointer (&self->articles, g_hash_table_unref);
  g_clear_pointer (&self->pages, g_hash_table_unref);
}

/* What a changeset is about */

/* The value of a column after the change or, with @is_before or where the change leaves it alone, before it. */
static sqlite3_value *
get_value (sqlite3_changeset_iter *iter,
           int op,
           int column,
           gboolean is_before)
{
  sqlite3_value *value = NULL;

  if (!is_before && op != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &value);
  if (value == NULL && op != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &value);
  return value;
}

static gint64
get_number (sqlite3_changeset_iter *iter,
            int op,
            int column)
{
  sqlite3_value *value = get_value (iter, op, column, FALSE);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Reports what a row refers to, or did: the ends of a relation, the indicators that an indicator names. Both, so
 * that an edit and its undo are about the same things. What foreign keys say, SQLite itself keeps. */
static gboolean
report_references (const char *table,
                   sqlite3_changeset_iter *iter,
                   int op,
                   CorpusTouchFunc func,
                   gpointer data,
                   GError **error)
{
  /* The columns of schema.sql that hold ids without being foreign keys, and what they may be ids of. */
  static const struct
  {
    const char *table;
    int column;
    CorpusMember kinds[3];
    guint n_kinds;
  } references[] = {
    { "relation", 3, { CORPUS_MEMBER_ENTITY, CORPUS_MEMBER_INDICATOR, CORPUS_MEMBER_CREDIT }, 3 },
    { "relation", 4, { CORPUS_MEMBER_ENTITY, CORPUS_MEMBER_INDICATOR, CORPUS_MEMBER_CREDIT }, 3 },
    { "indicator", 16, { CORPUS_MEMBER_INDICATOR }, 1 },
    { "indicator", 17, { CORPUS_MEMBER_INDICATOR }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (!g_str_equal (references[i].table, table))
        continue;
      for (int is_old = 0; is_old <= 1; is_old++)
        {
          sqlite3_value *value = NULL;
          gint64 id;

          if (is_old && op != SQLITE_INSERT)
            sqlite3changeset_old (iter, references[i].column, &value);
          else if (!is_old && op != SQLITE_DELETE)
            sqlite3changeset_new (iter, references[i].column, &value);
          id = value != NULL ? sqlite3_value_int64 (value) : 0;
          for (guint j = 0; id != 0 && j < references[i].n_kinds; j++)
            if (!func (references[i].kinds[j], corpus_member_get_table (references[i].kinds[j]), id,
                       CORPUS_TOUCH_REFERS, data, error))
              return FALSE;
        }
    }
  return TRUE;
}

static gboolean
report_change (const char *table,
               sqlite3_changeset_iter *iter,
               int op,
               CorpusTouchFunc func,
               gpointer data,
               GError **error)
{
  CorpusMember kind;
  g_autofree char *named = NULL;
  const char *thing;

  if (!corpus_member_of_table (table, &kind))
    return TRUE;
  thing = corpus_member_get_table (kind);
  if (kind == CORPUS_MEMBER_CORPUS || g_str_equal (table, "field") || g_str_equal (table, "review"))
    {
      int column = kind == CORPUS_MEMBER_CORPUS ? 0 : 1;
      const char *name = (const char *) sqlite3_value_text (
          get_value (iter, op, column, TRUE) != NULL ? get_value (iter, op, column, TRUE)
                                                     : get_value (iter, op, column, FALSE));

      thing = named = g_strdup_printf ("%s.%s", table, name);
    }
  return func (kind, thing, kind == CORPUS_MEMBER_CORPUS ? 0 : get_number (iter, op, 0),
               CORPUS_TOUCH_CHANGED, data, error) &&
         report_references (table, iter, op, func, data, error);
}

/* Says of each change of a changeset what it is about; things may come up several times. */
gboolean
corpus_journal_each_touch (CorpusStore *self,
                           const void *changeset,
                           int n_bytes,
                           CorpusTouchFunc func,
                           gpointer data,
                           GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int rc = sqlite3changeset_start (&iter, n_bytes, (void *) changeset);
  gboolean is_fine = TRUE;

  while (rc == SQLITE_OK && is_fine && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op;

      rc = sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      if (rc == SQLITE_OK)
        is_fine = report_change (table, iter, op, func, data, error);
    }
  if (iter != NULL)
    {
      int end = sqlite3changeset_finalize (iter);

      rc = rc == SQLITE_OK ? end : rc;
    }
  if (is_fine && rc != SQLITE_OK)
    corpus_store_set_damaged (self, error, "an edit in its journal cannot be read");
  return is_fine && rc == SQLITE_OK;
}

/* Writing the journal */

/* The time as the store writes it: ISO 8601, UTC. */
char *
corpus_journal_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* Adds a row to the journal. Its clock runs ahead of every row before it, whatever the computer's clock says. */
gboolean
corpus_journal_add_edit (CorpusStore *self,
                         const char *kind,
                         const char *verb,
                         gint64 article_id,
                         gint64 target,
                         const void *changeset,
                         int n_bytes,
                         gint64 *edit_id,
                         GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "INSERT INTO edit (kind, verb, person, at, article, target, is_undone, batch_state, "
      "  replica, sequence, clock, schema_version, changeset) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, iif (?1 = 'batch', 'open', NULL), "
      "  ?7, ?8, max (?9, 1 + coalesce ((SELECT max (clock) FROM edit), 0)), ?10, ?11)",
      INTENT);
  g_autofree char *now = corpus_journal_dup_now ();

  corpus_statement_bind_text (statement, kind);
  corpus_statement_bind_text (statement, verb);
  corpus_statement_bind_text (statement, corpus_store_get_reviewer_id (self));
  corpus_statement_bind_text (statement, now);
  corpus_statement_bind_id (statement, article_id);
  corpus_statement_bind_id (statement, target);
  corpus_statement_bind_int (statement, self->ids.prefix);
  corpus_statement_bind_int (statement, ++self->sequence);
  corpus_statement_bind_int (statement, g_get_real_time ());
  corpus_statement_bind_int (statement, CORPUS_SCHEMA_VERSION);
  if (changeset != NULL)
    corpus_statement_bind_blob (statement, changeset, (gsize) n_bytes);
  else
    corpus_statement_bind_null (statement);
  if (!corpus_statement_run (statement, error))
    return FALSE;
  *edit_id = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

typedef struct
{
  CorpusStore *store;
  CorpusRecording *recording;
  gint64 edit_id;
} Toucher;

static gboolean
add_touch (CorpusStore *self,
           gint64 edit_id,
           const char *thing,
           gint64 row,
           CorpusTouch how,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "INSERT OR IGNORE INTO edit_touch (edit, thing, row, how) VALUES (?, ?, ?, ?)",
      INTENT);

  corpus_statement_bind_int (statement, edit_id);
  corpus_statement_bind_text (statement, thing);
  corpus_statement_bind_int (statement, row);
  corpus_statement_bind_int (statement, how);
  return corpus_statement_run (statement, error);
}

static gboolean
touch_cb (CorpusMember kind,
          const char *thing,
          gint64 row,
          CorpusTouch how,
          gpointer data,
          GError **error)
{
  Toucher *toucher = data;

  if (!add_touch (toucher->store, toucher->edit_id, thing, row, how, error))
    return FALSE;
  return how != CORPUS_TOUCH_CHANGED ||
         corpus_derived_collect (toucher->store, kind, row, toucher->recording->articles,
                                 toucher->recording->pages, error);
}

static gboolean
add_touches_within (CorpusStore *self,
                    gint64 edit_id,
                    const char *thing,
                    GHashTable *ids,
                    GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!add_touch (self, edit_id, thing, *(gint64 *) id, CORPUS_TOUCH_WITHIN, error))
      return FALSE;
  return TRUE;
}

/* Writes what an edit is about, adds the articles and pages in which that is now, and makes their derived rows anew. */
gboolean
corpus_journal_add_touches (CorpusStore *self,
                            gint64 edit_id,
                            CorpusRecording *recording,
                            GError **error)
{
  Toucher toucher = { self, recording, edit_id };

  return corpus_journal_each_touch (self, recording->changeset, recording->n_bytes, touch_cb,
                                    &toucher, error) &&
         corpus_derived_collect_pages (self, recording->articles, recording->pages, error) &&
         add_touches_within (self, edit_id, "article", recording->articles, error) &&
         add_touches_within (self, edit_id, "page", recording->pages, error) &&
         corpus_derived_refresh (self, recording->articles, error);
}

static gboolean
is_everything_cb (CorpusMember kind,
                  const char *thing,
                  gint64 row,
                  CorpusTouch how,
                  gpointer data,
                  GError **error)
{
  gboolean *is_everything = data;

  *is_everything |=
      how == CORPUS_TOUCH_CHANGED &&
      (kind == CORPUS_MEMBER_PAGE || kind == CORPUS_MEMBER_TAGSET || kind == CORPUS_MEMBER_CORPUS);
  return TRUE;
}

/* What a recording did, for those who show it. */
CorpusChange *
corpus_recording_make_change (CorpusRecording *recording,
                              gint64 edit_id)
{
  CorpusChange *change = corpus_change_new (edit_id);
  GHashTableIter iter;
  gpointer id;

  corpus_journal_each_touch (recording->store, recording->changeset, recording->n_bytes,
                             is_everything_cb, &change->is_everything, NULL);
  g_hash_table_iter_init (&iter, recording->articles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (change->article_ids, *(gint64 *) id);
  return change;
}

/* Edits */

static gboolean
run_steps (CorpusStore *self,
           CorpusEdit *edit,
           CorpusRecording *recording,
           GError **error)
{
  GArray *steps = corpus_edit_get_steps (edit);
  CorpusPut how = { .is_new = FALSE, .article_id = corpus_edit_get_article_id (edit), .rank = 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      CorpusEditStep *step = &g_array_index (steps, CorpusEditStep, i);

      /* Where the thing is before: an entity that moves out of an article concerns the article it leaves. */
      if (!corpus_derived_collect (self, step->kind, step->id, recording->articles,
                                   recording->pages, error))
        return FALSE;
      if (step->value != NULL ? !corpus_store_put (self, step->kind, step->value, &how, error)
                              : !corpus_store_remove (self, step->kind, step->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Who edits is somebody the corpus knows. Not recorded: undoing the first edit does not forget the person. */
gboolean
corpus_journal_introduce_reviewer (CorpusStore *self,
                                   GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "SELECT 1 FROM person WHERE id = ?", INTENT);
  CorpusStep step;

  corpus_statement_bind_text (statement, corpus_store_get_reviewer_id (self));
  step = corpus_statement_step (statement, error);
  if (step != CORPUS_STEP_DONE)
    return step == CORPUS_STEP_ROW;
  return corpus_store_put_person (self, corpus_store_get_reviewer_id (self), self->reviewer, error);
}

/**
 * corpus_store_apply:
 * @self: a store
 * @edit: what to do
 * @cancellable: (nullable): to give up waiting for other programs
 * @error: return location for an error
 *
 * Writes an edit as one transaction. When this returns without an error the edit is on the disk; with one, nothing of it is.
 * An edit that changes nothing leaves no trace in the journal.
 *
 * Returns: (transfer full) (nullable): what changed (nothing, with an edit id of 0, where nothing did), or %NULL with
 *   %CORPUS_STORE_ERROR_ANCHOR, %CORPUS_STORE_ERROR_FULL, %CORPUS_STORE_ERROR_BUSY and others
 */
CorpusChange *
corpus_store_apply (CorpusStore *self,
                    CorpusEdit *edit,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (CorpusRecording) recording = { 0 };
  gint64 edit_id = 0;

  if (!corpus_store_begin_write (self, INTENT, cancellable, error))
    return NULL;
  if (corpus_journal_introduce_reviewer (self, error) &&
      corpus_recording_begin (&recording, self, error) &&
      run_steps (self, edit, &recording, error) &&
      corpus_recording_end (&recording, error))
    {
      if (recording.n_bytes == 0)
        {
          corpus_store_rollback (self);
          return corpus_change_new (0);
        }
      if (corpus_journal_add_edit (self, "edit", corpus_edit_get_verb (edit),
                                   corpus_edit_get_article_id (edit), 0, recording.changeset,
                                   recording.n_bytes, &edit_id, error) &&
          corpus_journal_add_touches (self, edit_id, &recording, error) &&
          corpus_store_commit (self, INTENT, error))
        return corpus_recording_make_change (&recording, edit_id);
    }
  g_clear_pointer (&recording.session, sqlite3session_delete);
  corpus_store_rollback (self);
  return NULL;
}

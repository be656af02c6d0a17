/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks a corpus from the ground up: SQLite's own checks, then what SQLite cannot know: that every anchor says what its
 * page says, that every word is in its vocabulary, that the journal can be read and agrees with itself, and that what is
 * derived is up to date. Finds, says, and changes nothing. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-journal.h"

#define INTENT "check the corpus"

/* Of one kind of finding at most so many are listed. */
#define MAX_FINDINGS 20

typedef struct
{
  CorpusStore *store;
  GPtrArray *findings;
} Verifier;

static void add_finding (Verifier *self,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

static void
add_finding (Verifier *self,
             const char *format,
             ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

/* SQLite's own checks */

static gboolean
check_integrity (Verifier *self,
                 GError **error)
{
  g_autoptr (CorpusStatement) pages =
      corpus_db_prepare (self->store->db, "PRAGMA integrity_check (20)", INTENT);
  g_autoptr (CorpusStatement) keys = corpus_db_prepare (
      self->store->db, "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check", INTENT);
  CorpusStep step;

  while ((step = corpus_statement_step (pages, error)) == CORPUS_STEP_ROW)
    {
      g_autofree char *answer = corpus_statement_dup_text (pages);

      if (!g_str_equal (answer, "ok"))
        add_finding (self, "The file is damaged: %s", answer);
    }
  if (step == CORPUS_STEP_FAILED)
    return FALSE;
  while ((step = corpus_statement_step (keys, error)) == CORPUS_STEP_ROW)
    {
      g_autofree char *table = corpus_statement_dup_text (keys);
      g_autofree char *parent = corpus_statement_dup_text (keys);

      add_finding (self, "Rows of %s belong to rows of %s that do not exist", table, parent);
    }
  return step == CORPUS_STEP_DONE;
}

/* Rules a query can check: each names the rows that break it. */
static const struct
{
  const char *sql;
  const char *words; /* with the place of the row */
} rules[] = {
  { "SELECT page.id FROM page LEFT JOIN page_text ON page_text.page = page.id WHERE page_text.page IS NULL",
    "The page %s has no text" },
  { "SELECT id FROM entity WHERE id NOT IN (SELECT entity FROM entity_piece WHERE n = 0)",
    "The entity %s is anchored nowhere" },
  { "SELECT id FROM block WHERE id NOT IN (SELECT block FROM block_piece WHERE n = 0)",
    "The block %s covers nothing" },
  { "SELECT id FROM credit WHERE (article IS NULL) <> (id IN (SELECT credit FROM credit_piece))",
    "The credit %s is neither anchored nor in an article, or both" },
  { "SELECT id FROM dateline WHERE (article IS NULL) <> (id IN (SELECT dateline FROM dateline_piece))",
    "The dateline %s is neither anchored nor in an article, or both" },
  { "SELECT id FROM indicator WHERE (article IS NULL) <> (id IN (SELECT indicator FROM filler_piece))",
    "The indicator %s is neither anchored nor in an article, or both" },
  { "SELECT article FROM article_row WHERE article NOT IN (SELECT id FROM article)",
    "The list shows an article %s that does not exist" },
  { "SELECT id FROM article WHERE id NOT IN (SELECT article FROM article_row)",
    "The list does not show the article %s" },
  { "SELECT id FROM article WHERE id NOT IN (SELECT article FROM article_text)",
    "The article %s cannot be found by its text" },
  { "SELECT id FROM edit WHERE kind IN ('undo', 'redo') AND coalesce (target, 0) NOT IN (SELECT id FROM edit WHERE kind = 'edit')",
    "The undo or redo %s is about no edit" },
  { "SELECT e.id FROM edit AS e WHERE e.kind = 'edit' AND e.is_undone <> coalesce "
    "((SELECT kind = 'undo' FROM edit AS t WHERE t.target = e.id ORDER BY t.id DESC LIMIT 1), 0)",
    "The journal contradicts itself about whether the edit %s is undone" },
  { "SELECT id FROM edit WHERE kind <> 'batch' AND changeset IS NULL",
    "The edit %s has no changeset" },
};

static gboolean
check_rules (Verifier *self,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (CorpusStatement) statement =
          corpus_db_prepare (self->store->db, rules[i].sql, INTENT);
      guint n_found = 0;
      CorpusStep step = CORPUS_STEP_DONE;

      while (n_found < MAX_FINDINGS &&
             (step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
        {
          g_autofree char *id = corpus_id_to_string (corpus_statement_get_int (statement));
          g_auto (GStrv) parts = g_strsplit (rules[i].words, "%s", 2);

          n_found++;
          g_ptr_array_add (self->findings, g_strjoinv (id, parts));
        }
      if (step == CORPUS_STEP_FAILED)
        return FALSE;
    }
  return TRUE;
}

/* Anchors */

/* One range of a page; @text is what it should say, NULL where that is not kept. */
static void
check_range (Verifier *self,
             CorpusChars *chars,
             const char *what,
             gint64 id,
             gint64 start,
             gint64 end,
             const char *text)
{
  g_autofree char *name = corpus_id_to_string (id);

  if (start < 0 || end > corpus_chars_get_length (chars) || start > end)
    add_finding (self,
                 "A piece of the %s %s lies outside its page: %" G_GINT64_FORMAT
                 " to %" G_GINT64_FORMAT,
                 what, name, start, end);
  else if (text != NULL && !corpus_chars_range_equals (chars, start, end, text))
    add_finding (self,
                 "A piece of the %s %s, “%s”, does not match its page from %" G_GINT64_FORMAT
                 " to %" G_GINT64_FORMAT,
                 what, name, text, start, end);
}

static gboolean
check_pieces (Verifier *self,
              GError **error)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } pieces[] = {
    { "block", "SELECT block, page, start_char, end_char, NULL FROM block_piece ORDER BY page" },
    { "correction", "SELECT id, page, start_char, end_char, NULL FROM correction ORDER BY page" },
    { "credit", "SELECT credit, page, start_char, end_char, text FROM credit_piece ORDER BY page" },
    { "dateline",
      "SELECT dateline, page, start_char, end_char, text FROM dateline_piece ORDER BY page" },
    { "entity", "SELECT entity, page, start_char, end_char, text FROM entity_piece ORDER BY page" },
    { "indicator",
      "SELECT indicator, page, start_char, end_char, text FROM filler_piece ORDER BY page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (CorpusStatement) statement =
          corpus_db_prepare (self->store->db, pieces[i].sql, INTENT);
      guint before = self->findings->len;
      CorpusStep step = CORPUS_STEP_DONE;

      while (self->findings->len < before + MAX_FINDINGS &&
             (step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
        {
          gint64 id = corpus_statement_get_int (statement);
          gint64 page_id = corpus_statement_get_int (statement);
          gint64 start = corpus_statement_get_int (statement);
          gint64 end = corpus_statement_get_int (statement);
          g_autofree char *text = corpus_statement_dup_text (statement);
          g_autoptr (GError) local = NULL;
          CorpusChars *chars = corpus_store_peek_text (self->store, page_id, &local);

          if (chars != NULL)
            check_range (self, chars, pieces[i].what, id, start, end, text);
          else if (g_error_matches (local, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR))
            add_finding (self, "A piece of a %s lies nowhere: %s", pieces[i].what, local->message);
          else
            return g_propagate_error (error, g_steal_pointer (&local)), FALSE;
        }
      if (step == CORPUS_STEP_FAILED)
        return FALSE;
    }
  return TRUE;
}

/* The journal */

typedef struct
{
  Verifier *verifier;
  gint64 edit_id;
  gboolean is_complete;
} Touched;

static gboolean
has_touch_cb (CorpusMember kind,
              const char *thing,
              gint64 row,
              CorpusTouch how,
              gpointer data,
              GError **error)
{
  Touched *touched = data;
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      touched->verifier->store->db,
      "SELECT count(*) FROM edit_touch WHERE edit = ? AND thing = ? AND row = ? AND how = ?",
      INTENT);

  corpus_statement_bind_int (statement, touched->edit_id);
  corpus_statement_bind_text (statement, thing);
  corpus_statement_bind_int (statement, row);
  corpus_statement_bind_int (statement, how);
  if (corpus_statement_step (statement, error) != CORPUS_STEP_ROW)
    return FALSE;
  touched->is_complete &= corpus_statement_get_int (statement) == 1;
  return TRUE;
}

static gboolean
check_journal (Verifier *self,
               GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->store->db, "SELECT id, changeset FROM edit WHERE changeset IS NOT NULL", INTENT);
  CorpusStep step;

  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      Touched touched = { self, corpus_statement_get_int (statement), TRUE };
      int n_bytes;
      const void *changeset = corpus_statement_get_blob (statement, &n_bytes);
      g_autoptr (GError) local = NULL;

      if (!corpus_journal_each_touch (self->store, changeset, n_bytes, has_touch_cb, &touched,
                                      &local))
        {
          if (!g_error_matches (local, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED))
            return g_propagate_error (error, g_steal_pointer (&local)), FALSE;
          add_finding (self, "The edit %" G_GINT64_FORMAT " of the journal cannot be read",
                       touched.edit_id);
        }
      else if (!touched.is_complete)
        {
          add_finding (self,
                       "The journal does not say all that the edit %" G_GINT64_FORMAT " is about",
                       touched.edit_id);
        }
    }
  return step == CORPUS_STEP_DONE;
}

/* What is derived; every article is read, so that a row which cannot be read is found as well. */
static gboolean
check_derived (Verifier *self,
               GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->store->db, "SELECT id FROM article ORDER BY id", INTENT);
  CorpusStep step;

  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *finding = NULL;

      if (corpus_derived_check (self->store, corpus_statement_get_int (statement), &finding,
                                &local))
        {
          if (finding != NULL)
            add_finding (self, "%s", finding);
        }
      else if (g_error_matches (local, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED))
        {
          add_finding (self, "%s", local->message);
        }
      else
        {
          return g_propagate_error (error, g_steal_pointer (&local)), FALSE;
        }
    }
  return step == CORPUS_STEP_DONE;
}

/**
 * corpus_store_verify:
 * @self: a store
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Checks everything that can be checked about the file.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, in words, an empty list where all is well; or %NULL where it could
 *   not be checked
 */
GPtrArray *
corpus_store_verify (CorpusStore *self,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  Verifier verifier = { self, findings };
  gboolean began, is_checked;

  corpus_db_set_cancellable (self->db, cancellable);
  began = corpus_store_begin_read (self);
  is_checked = check_integrity (&verifier, error) &&
               check_rules (&verifier, error) &&
               check_pieces (&verifier, error) &&
               check_journal (&verifier, error) &&
               check_derived (&verifier, error);
  corpus_store_end_read (self, began);
  corpus_db_set_cancellable (self->db, NULL);
  return is_checked ? g_steal_pointer (&findings) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Batches: an import is no changeset (that would be longer than what it adds) but an `edit` row of kind batch, under which
 * pages are committed one by one. Removing a batch removes its pages and what lies on them, except where somebody
 * has edited since: such a page stays, and with it every page that shares an article or an annotation with it. What a batch
 * says of the corpus as a whole replaces older values, so that part is recorded and taken back like an edit. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-journal.h"

#include <string.h>

#define INTENT "import the page"

/* Between the ranks of two articles that came without. */
#define RANK_GAP 1024

/* Keeps the name of who imports, for the history. A person of the corpus is only who decides something: an import must
 * not add to the people that a native file brings. */
static gboolean
put_importer (CorpusStore *self,
              GError **error)
{
  g_autofree char *key =
      g_strconcat (CORPUS_IMPORTER_PREFIX, corpus_store_get_reviewer_id (self), NULL);

  return corpus_store_put_value (self, key, self->reviewer, error);
}

/**
 * corpus_store_begin_batch:
 * @self: a store
 * @verb: what is done, in words for the history
 * @error: return location for an error
 *
 * Returns: the id of a new batch, or 0 with an error
 */
gint64
corpus_store_begin_batch (CorpusStore *self,
                          const char *verb,
                          GError **error)
{
  gint64 batch_id = 0;

  if (!corpus_store_begin_write (self, INTENT, NULL, error))
    return 0;
  if (put_importer (self, error) &&
      corpus_journal_add_edit (self, "batch", verb, 0, 0, NULL, 0, &batch_id, error) &&
      corpus_store_commit (self, INTENT, error))
    return batch_id;
  corpus_store_rollback (self);
  return 0;
}

/* Runs a statement with up to two numbers. */
static gboolean
run (CorpusStore *self,
     const char *sql,
     gint64 first,
     gint64 second,
     GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self->db, sql, INTENT);
  int n_wanted = statement->stmt != NULL ? sqlite3_bind_parameter_count (statement->stmt) : 0;

  if (n_wanted > 0)
    corpus_statement_bind_int (statement, first);
  if (n_wanted > 1)
    corpus_statement_bind_int (statement, second);
  return corpus_statement_run (statement, error);
}

static gboolean
check_batch (CorpusStore *self,
             gint64 batch_id,
             const char *state,
             GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT 1 FROM edit WHERE id = ?1 AND kind = 'batch' AND (?2 IS NULL OR batch_state = ?2)",
      INTENT);
  CorpusStep step;

  corpus_statement_bind_int (statement, batch_id);
  corpus_statement_bind_text (statement, state);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_DONE)
    g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND,
                         "This import is not open any more");
  return step == CORPUS_STEP_ROW;
}

static gboolean
check_duplicate (CorpusStore *self,
                 CorpusPage *page,
                 GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "SELECT file FROM page WHERE sha256 = ?", INTENT);
  CorpusStep step;

  corpus_statement_bind_text (statement, page->sha256);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_ROW)
    {
      g_autofree char *file = corpus_statement_dup_text (statement);

      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE,
                   "“%s” is in the corpus already, as “%s”", page->file, file != NULL ? file : "");
    }
  return step == CORPUS_STEP_DONE;
}

static gboolean
put_text (CorpusStore *self,
          CorpusPage *page,
          GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "INSERT INTO page_text (page, text) VALUES (?, ?)", INTENT);
  gsize n_bytes;
  const char *utf8 = corpus_chars_get_utf8 (page->chars, &n_bytes);

  corpus_statement_bind_int (statement, page->id);
  corpus_statement_bind_static (statement, utf8, n_bytes);
  return corpus_statement_run (statement, error);
}

static gboolean
put_all (CorpusStore *self,
         CorpusMember kind,
         GPtrArray *values,
         const CorpusPut *how,
         GError **error)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (!corpus_store_put (self, kind, g_ptr_array_index (values, i), how, error))
      return FALSE;
  return TRUE;
}

/* Puts the blocks of an article: they belong to it, whatever they say. */
static gboolean
put_blocks (CorpusStore *self,
            CorpusArticle *article,
            const CorpusPut *how,
            GError **error)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *given = g_ptr_array_index (blocks, i);
      g_autoptr (CorpusBlock) block = corpus_block_ref (given);

      if (given->article_id != how->article_id)
        {
          corpus_block_unref (block);
          block = corpus_block_copy (given);
          block->article_id = how->article_id;
        }
      if (!corpus_store_put (self, CORPUS_MEMBER_BLOCK, block, how, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_article (CorpusStore *self,
             gint64 batch_id,
             CorpusArticle *article,
             gint64 rank,
             GError **error)
{
  const CorpusPut how = { .is_new = TRUE,
                          .article_id = corpus_article_get_id (article),
                          .rank = rank };
  CorpusDateline *dateline = corpus_article_get_dateline (article);

  return corpus_store_put (self, CORPUS_MEMBER_ARTICLE, corpus_article_get_head (article), &how,
                           error) &&
         put_blocks (self, article, &how, error) &&
         put_all (self, CORPUS_MEMBER_CORRECTION, corpus_article_get_corrections (article), &how,
                  error) &&
         put_all (self, CORPUS_MEMBER_CREDIT, corpus_article_get_credits (article), &how, error) &&
         (dateline == NULL ||
          corpus_store_put (self, CORPUS_MEMBER_DATELINE, dateline, &how, error)) &&
         put_all (self, CORPUS_MEMBER_ENTITY, corpus_article_get_entities (article), &how, error) &&
         put_all (self, CORPUS_MEMBER_INDICATOR, corpus_article_get_indicators (article), &how,
                  error) &&
         put_all (self, CORPUS_MEMBER_RELATION, corpus_article_get_relations (article), &how,
                  error) &&
         run (self, "INSERT INTO batch_article (batch, article) VALUES (?, ?)", batch_id,
              how.article_id, error);
}

static gboolean
add_page (CorpusStore *self,
          gint64 batch_id,
          CorpusPage *page,
          GPtrArray *loose_blocks,
          GPtrArray *articles,
          gboolean is_fresh,
          GError **error)
{
  const CorpusPut how = { .is_new = TRUE };
  g_autoptr (GHashTable) touched = corpus_ids_new ();

  if (!check_batch (self, batch_id, "open", error) || !check_duplicate (self, page, error) ||
      !corpus_store_put (self, CORPUS_MEMBER_PAGE, page, &how, error) ||
      !put_text (self, page, error) ||
      !run (self, "INSERT INTO batch_page (batch, page) VALUES (?, ?)", batch_id, page->id,
            error) ||
      !put_all (self, CORPUS_MEMBER_BLOCK, loose_blocks, &how, error))
    return FALSE;
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      CorpusArticle *article = g_ptr_array_index (articles, i);

      if (!put_article (self, batch_id, article, (gint64) (i + 1) * RANK_GAP, error))
        return FALSE;
      if (!is_fresh)
        corpus_ids_add (touched, corpus_article_get_id (article));
      else if (!corpus_derived_write (self, article, error))
        return FALSE;
    }
  return corpus_derived_refresh (self, touched, error);
}

static gboolean
add_page_whole (CorpusStore *self,
                gint64 batch_id,
                CorpusPage *page,
                GPtrArray *loose_blocks,
                GPtrArray *articles,
                gboolean is_fresh,
                GCancellable *cancellable,
                GError **error)
{
  if (!corpus_store_begin_write (self, INTENT, cancellable, error))
    return FALSE;
  if (add_page (self, batch_id, page, loose_blocks, articles, is_fresh, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      corpus_store_commit (self, INTENT, error))
    return TRUE;
  corpus_store_rollback (self);
  /* The page may have been read while its anchors were checked, and is not there now. */
  corpus_store_forget_texts (self);
  return FALSE;
}

/**
 * corpus_store_add_page:
 * @self: a store
 * @batch_id: an open batch
 * @page: a page
 * @loose_blocks: (nullable) (element-type CorpusBlock): its blocks that belong to no article
 * @articles: (nullable) (element-type CorpusArticle): the articles that are complete with this page
 * @cancellable: (nullable): to stop; then nothing of the page is there
 * @error: return location for an error
 *
 * Adds a page with its articles, as one transaction.
 *
 * Returns: %FALSE with %CORPUS_STORE_ERROR_DUPLICATE where the page or an id is there already, with
 *   %CORPUS_STORE_ERROR_ANCHOR, %CORPUS_STORE_ERROR_FULL and others
 */
gboolean
corpus_store_add_page (CorpusStore *self,
                       gint64 batch_id,
                       CorpusPage *page,
                       GPtrArray *loose_blocks,
                       GPtrArray *articles,
                       GCancellable *cancellable,
                       GError **error)
{
  return add_page_whole (self, batch_id, page, loose_blocks, articles, FALSE, cancellable, error);
}

/**
 * corpus_store_add_extracted_page:
 * @self: a store
 * @batch_id: an open batch
 * @page: a page
 * @loose_blocks: (nullable) (element-type CorpusBlock): its blocks that belong to no article
 * @articles: (nullable) (element-type CorpusArticle): the articles as extraction made them of this page: their blocks
 *   overlap nowhere, are in the order of their ranks, and hold every annotation of their article and no other
 * @cancellable: (nullable): to stop; then nothing of the page is there
 * @error: return location for an error
 *
 * Does what corpus_store_add_page() does in less time and memory: what the article list shows is taken from the
 * articles at hand instead of being read back.
 *
 * Returns: %FALSE with an error, as corpus_store_add_page() does
 */
gboolean
corpus_store_add_extracted_page (CorpusStore *self,
                                 gint64 batch_id,
                                 CorpusPage *page,
                                 GPtrArray *loose_blocks,
                                 GPtrArray *articles,
                                 GCancellable *cancellable,
                                 GError **error)
{
  return add_page_whole (self, batch_id, page, loose_blocks, articles, TRUE, cancellable, error);
}

/* What a corpus line says */

static gboolean
put_corpus (CorpusStore *self,
            const char *title,
            CorpusTagset *tagset,
            GPtrArray *people,
            const char *extra,
            GError **error)
{
  const CorpusPut how = { 0 };

  if ((title != NULL && !corpus_store_put_value (self, "title", title, error)) ||
      (extra != NULL && !corpus_store_put_value (self, "extra", extra, error)) ||
      (tagset != NULL && !corpus_store_put (self, CORPUS_MEMBER_TAGSET, tagset, &how, error)))
    return FALSE;
  for (guint i = 0; people != NULL && i + 1 < people->len; i += 2)
    if (!corpus_store_put_person (self, g_ptr_array_index (people, i),
                                  g_ptr_array_index (people, i + 1), error))
      return FALSE;
  return TRUE;
}

/* Keeps a changeset with the batch, behind those that it has. */
static gboolean
append_changeset (CorpusStore *self,
                  gint64 batch_id,
                  CorpusRecording *recording,
                  GError **error)
{
  g_autoptr (CorpusStatement) old =
      corpus_db_prepare (self->db, "SELECT changeset FROM edit WHERE id = ?", INTENT);
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "UPDATE edit SET changeset = ? WHERE id = ?", INTENT);
  const void *bytes;
  void *joined = NULL;
  int n_bytes, n_joined = 0;
  gboolean is_fine;

  corpus_statement_bind_int (old, batch_id);
  if (corpus_statement_step (old, error) != CORPUS_STEP_ROW)
    return FALSE;
  bytes = corpus_statement_get_blob (old, &n_bytes);
  if (sqlite3changeset_concat (n_bytes, (void *) bytes, recording->n_bytes, recording->changeset,
                               &n_joined, &joined) != SQLITE_OK)
    {
      corpus_store_set_damaged (self, error, "an import in its journal cannot be read");
      return FALSE;
    }
  corpus_statement_bind_blob (statement, joined, (gsize) n_joined);
  corpus_statement_bind_int (statement, batch_id);
  is_fine = corpus_statement_run (statement, error);
  sqlite3_free (joined);
  return is_fine;
}

/**
 * corpus_store_set_corpus:
 * @self: a store
 * @batch_id: an open batch
 * @title: (nullable): of the corpus
 * @tagset: (nullable): the tag set; the current one where its version is the highest
 * @people: (nullable) (element-type utf8): id and name of each person in turn
 * @extra: (nullable): members of the corpus line that this version does not know, a JSON object
 * @error: return location for an error
 *
 * Sets what a corpus line of the native format says. What is %NULL stays as it is.
 *
 * Returns: %FALSE with an error
 */
gboolean
corpus_store_set_corpus (CorpusStore *self,
                         gint64 batch_id,
                         const char *title,
                         CorpusTagset *tagset,
                         GPtrArray *people,
                         const char *extra,
                         GError **error)
{
  g_auto (CorpusRecording) recording = { 0 };

  if (!corpus_store_begin_write (self, INTENT, NULL, error))
    return FALSE;
  if (check_batch (self, batch_id, "open", error) &&
      corpus_recording_begin (&recording, self, error) &&
      put_corpus (self, title, tagset, people, extra, error) &&
      corpus_recording_end (&recording, error) &&
      (recording.n_bytes == 0 ||
       (append_changeset (self, batch_id, &recording, error) &&
        corpus_journal_add_touches (self, batch_id, &recording, error))) &&
      corpus_store_commit (self, INTENT, error))
    {
      g_clear_pointer (&self->reviewer_id, g_free);
      return TRUE;
    }
  g_clear_pointer (&recording.session, sqlite3session_delete);
  corpus_store_rollback (self);
  return FALSE;
}

/**
 * corpus_store_end_batch:
 * @self: a store
 * @batch_id: an open batch
 * @error: return location for an error
 *
 * Ends a batch: what it added stays.
 *
 * Returns: %FALSE with an error
 */
gboolean
corpus_store_end_batch (CorpusStore *self,
                        gint64 batch_id,
                        GError **error)
{
  if (!corpus_store_begin_write (self, INTENT, NULL, error))
    return FALSE;
  if (check_batch (self, batch_id, "open", error) &&
      run (self, "UPDATE edit SET batch_state = 'done' WHERE id = ?", batch_id, 0, error) &&
      corpus_store_commit (self, INTENT, error))
    return TRUE;
  corpus_store_rollback (self);
  return FALSE;
}

/* Cancelling */

/* The pages q that hang together with a page p of `gone_page`: by the blocks of an article or the pieces of an annotation. */
#define LINKED_BY(table, owner)                                                    \
  "SELECT a.page AS p, z.page AS q FROM gone_page AS g CROSS JOIN " table " AS a " \
  "ON a.page = g.page CROSS JOIN " table " AS z ON z." owner " = a." owner " WHERE z.page <> a.page"
#define LINKS                                                                                               \
  "SELECT bp.page AS p, zp.page AS q FROM gone_page AS g CROSS JOIN block_piece AS bp ON bp.page = g.page " \
  "CROSS JOIN block AS b ON b.id = bp.block CROSS JOIN block AS z ON z.article = b.article "                \
  "CROSS JOIN block_piece AS zp ON zp.block = z.id WHERE zp.page <> bp.page"                                \
  " UNION " LINKED_BY ("block_piece", "block") " UNION " LINKED_BY ("entity_piece", "entity") " UNION " LINKED_BY ("credit_piece", "credit") " UNION " LINKED_BY ("dateline_piece", "dateline") " UNION " LINKED_BY ("filler_piece", "indicator")

/* Finds the pages that can go, into the temporary table `gone_page`: those of the batch that no edit happened on, and that
 * hang together with no page that stays. Then their articles, into `gone_article`. */
static gboolean
find_gone (CorpusStore *self,
           gint64 batch_id,
           GError **error)
{
  if (!corpus_db_exec (self->db,
                       "CREATE TEMP TABLE IF NOT EXISTS gone_page (page INTEGER PRIMARY KEY);"
                       "CREATE TEMP TABLE IF NOT EXISTS gone_article (article INTEGER PRIMARY KEY);"
                       "CREATE TEMP TABLE IF NOT EXISTS link (p INTEGER, q INTEGER, PRIMARY KEY (p, q)) WITHOUT ROWID;"
                       "DELETE FROM gone_page; DELETE FROM gone_article; DELETE FROM link;",
                       INTENT, error) ||
      !run (self,
            "INSERT INTO gone_page SELECT page FROM batch_page WHERE batch = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM edit_touch WHERE thing = 'page' AND row = page)",
            batch_id, 0, error) ||
      !run (self, "INSERT INTO link " LINKS, 0, 0, error))
    return FALSE;
  do
    {
      if (!run (
              self,
              "DELETE FROM gone_page WHERE page IN (SELECT p FROM link WHERE q NOT IN (SELECT page FROM gone_page))",
              0, 0, error))
        return FALSE;
    }
  while (sqlite3_changes (self->db->handle) > 0);
  return run (self,
              "INSERT INTO gone_article SELECT article FROM batch_article WHERE batch = ?1 AND article NOT IN "
              "(SELECT b.article FROM block AS b JOIN block_piece AS p ON p.block = b.id "
              " WHERE b.article IS NOT NULL AND p.page NOT IN (SELECT page FROM gone_page)) "
              "AND NOT EXISTS (SELECT 1 FROM edit_touch WHERE thing = 'article' AND row = article)",
              batch_id, 0, error);
}

/* Removes what lies on the pages and belongs to the articles that go. */
static gboolean
remove_gone (CorpusStore *self,
             GError **error)
{
#define ON_PAGES(table, owner) \
  "SELECT " owner " FROM " table " WHERE page IN (SELECT page FROM gone_page)"
#define GONE(table, id)                                                              \
  "CREATE TEMP TABLE IF NOT EXISTS gone (id INTEGER PRIMARY KEY); DELETE FROM gone;" \
  "INSERT OR IGNORE INTO gone " ON_PAGES (table "_piece", id) ";"
#define REMOVE(table)                                                     \
  "DELETE FROM " table "_piece WHERE " table " IN (SELECT id FROM gone);" \
  "DELETE FROM " table " WHERE id IN (SELECT id FROM gone);"
#define TIED(table)                                  \
  "INSERT OR IGNORE INTO gone SELECT id FROM " table \
  " WHERE article IN (SELECT article FROM gone_article);"
#define UNRELATE                                                 \
  "DELETE FROM relation WHERE from_id IN (SELECT id FROM gone) " \
  "OR to_id IN (SELECT id FROM gone);"
#define OF_ARTICLES(table, id) \
  "DELETE FROM " table " WHERE " id " IN (SELECT article FROM gone_article);"
#define OF_PAGES(table, id) "DELETE FROM " table " WHERE " id " IN (SELECT page FROM gone_page);"
  static const char *const steps[] = {
    GONE ("entity", "entity") UNRELATE REMOVE ("entity"),
    GONE ("credit", "credit") TIED ("credit") UNRELATE REMOVE ("credit"),
    GONE ("dateline", "dateline") TIED ("dateline") REMOVE ("dateline"),
    GONE ("filler", "indicator") TIED ("indicator") UNRELATE,
    "DELETE FROM filler_piece WHERE indicator IN (SELECT id FROM gone);",
    "DELETE FROM filler WHERE indicator IN (SELECT id FROM gone);",
    "DELETE FROM indicator WHERE id IN (SELECT id FROM gone);",
    GONE ("block", "block") REMOVE ("block"),
    OF_PAGES ("correction", "page"),
    OF_ARTICLES ("field", "article"),
    OF_ARTICLES ("review", "article"),
    OF_ARTICLES ("article_row", "article"),
    OF_ARTICLES ("article_text", "article"),
    OF_ARTICLES ("batch_article", "article"),
    OF_PAGES ("batch_page", "page"),
    OF_PAGES ("page_text", "page"),
    OF_ARTICLES ("article", "id"),
    OF_PAGES ("page", "id"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!corpus_db_exec (self->db, steps[i], INTENT, error))
      return FALSE;
  return TRUE;
}

/* Takes back what the batch said of the corpus as a whole, unless something later was said of it. */
static gboolean
take_back_corpus (CorpusStore *self,
                  gint64 batch_id,
                  GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT changeset FROM edit WHERE id = ?1 AND changeset IS NOT NULL AND NOT EXISTS "
      "(SELECT 1 FROM edit_touch AS mine JOIN edit_touch AS later USING (thing, row) "
      " WHERE mine.edit = ?1 AND later.edit > ?1)",
      INTENT);
  const void *bytes;
  void *inverse = NULL;
  int n_bytes, n_inverse = 0;
  CorpusStep step;
  gboolean is_fine;

  corpus_statement_bind_int (statement, batch_id);
  step = corpus_statement_step (statement, error);
  if (step != CORPUS_STEP_ROW)
    return step == CORPUS_STEP_DONE;
  bytes = corpus_statement_get_blob (statement, &n_bytes);
  if (sqlite3changeset_invert (n_bytes, bytes, &n_inverse, &inverse) != SQLITE_OK)
    {
      corpus_store_set_damaged (self, error, "an import in its journal cannot be read");
      return FALSE;
    }
  sqlite3_reset (statement->stmt);
  is_fine = corpus_journal_apply (self, inverse, n_inverse, error) &&
            run (self, "UPDATE edit SET changeset = NULL WHERE id = ?", batch_id, 0, error) &&
            run (self, "DELETE FROM edit_touch WHERE edit = ?", batch_id, 0, error);
  sqlite3_free (inverse);
  return is_fine;
}

/* A batch of which nothing is left leaves no trace; of which something had to stay, it is done. */
static gboolean
forget_batch (CorpusStore *self,
              gint64 batch_id,
              GError **error)
{
  return run (self,
              "DELETE FROM edit WHERE id = ?1 AND changeset IS NULL AND NOT EXISTS (SELECT 1 FROM batch_page WHERE batch = ?1) "
              "AND NOT EXISTS (SELECT 1 FROM batch_article WHERE batch = ?1)",
              batch_id, 0, error) &&
         run (self, "UPDATE edit SET batch_state = 'done' WHERE id = ?", batch_id, 0, error);
}

/**
 * corpus_store_cancel_batch:
 * @self: a store
 * @batch_id: a batch, open or not
 * @error: return location for an error
 *
 * Removes what a batch added: pages, texts, blocks, articles and annotations. What somebody has edited since stays, with
 * the pages it needs.
 *
 * Returns: %FALSE with an error; then nothing is removed
 */
gboolean
corpus_store_cancel_batch (CorpusStore *self,
                           gint64 batch_id,
                           GError **error)
{
  const char *intent = "take the import back";
  gboolean is_done;

  if (!corpus_store_begin_write (self, intent, NULL, error))
    return FALSE;
  is_done = check_batch (self, batch_id, NULL, error) &&
            find_gone (self, batch_id, error) &&
            remove_gone (self, error) &&
            take_back_corpus (self, batch_id, error) &&
            forget_batch (self, batch_id, error) &&
            corpus_store_commit (self, intent, error);
  if (!is_done)
    corpus_store_rollback (self);
  corpus_store_forget_texts (self);
  g_clear_pointer (&self->reviewer_id, g_free);
  return is_done;
}

/* Batches that are open while nobody else has the file were left by a program that died. Every page of theirs was committed
 * whole, so they stay, marked; they can still be taken back. */
gboolean
corpus_batch_settle_orphans (CorpusStore *self,
                             GError **error)
{
  gint64 n_orphans;

  if (!corpus_db_get_int (self->db, "SELECT count(*) FROM edit WHERE batch_state = 'open'",
                          "look for unfinished imports", &n_orphans, error))
    return FALSE;
  return n_orphans == 0 ||
         corpus_db_exec (self->db,
                         "UPDATE edit SET batch_state = 'left' WHERE batch_state = 'open'",
                         "close an unfinished import", error);
}

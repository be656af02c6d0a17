/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads lists and totals: the rows of the article list, the counts, the history. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"

#define ROW_COLUMNS "r.article, r.page, r.headline, r.publication, r.date, r.edition, r.number, r.genre, " \
                    "r.structure, r.metadata, r.entities, r.indicators, r.n_entities, r.n_indicators, "    \
                    "r.n_to_check, r.n_doubts, r.n_detached, r.doubt, r.is_flagged, r.is_excluded, r.is_changed"

static CorpusRow *
read_row (CorpusStatement *statement)
{
  CorpusRow *row = corpus_row_new ();

  row->article_id = corpus_statement_get_int (statement);
  row->page_id = corpus_statement_get_int (statement);
  row->headline = corpus_statement_dup_text (statement);
  row->publication = corpus_statement_dup_text (statement);
  row->date = corpus_statement_dup_text (statement);
  row->edition = corpus_statement_dup_text (statement);
  row->number = corpus_statement_dup_text (statement);
  row->genre = corpus_statement_dup_text (statement);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    {
      gint64 status = corpus_statement_get_int (statement);

      row->reviews[i] =
          (CorpusReviewStatus) CLAMP (status, CORPUS_REVIEW_TODO, CORPUS_REVIEW_RECHECK);
    }
  row->n_entities = (guint) corpus_statement_get_int (statement);
  row->n_indicators = (guint) corpus_statement_get_int (statement);
  row->n_to_check = (guint) corpus_statement_get_int (statement);
  row->n_doubts = (guint) corpus_statement_get_int (statement);
  row->n_detached = (guint) corpus_statement_get_int (statement);
  row->doubt = corpus_statement_dup_text (statement);
  row->is_flagged = corpus_statement_get_int (statement) != 0;
  row->is_excluded = corpus_statement_get_int (statement) != 0;
  row->is_changed = corpus_statement_get_int (statement) != 0;
  return row;
}

/* The words of a query, each of which the text has to have. */
static char **
split_query (const char *query)
{
  g_autofree char *folded = query != NULL ? corpus_derived_fold (query) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

/**
 * corpus_store_list_articles:
 * @self: a store
 * @only: which articles
 * @query: (nullable): words that the headline and text must all have, whatever their width and case
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the rows of the article list.
 *
 * Returns: (transfer full) (element-type CorpusRow): the rows by publication, date, edition, page and rank, or %NULL
 */
GPtrArray *
corpus_store_list_articles (CorpusStore *self,
                            CorpusOnly only,
                            const char *query,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_row_unref);
  g_autoptr (GString) sql = g_string_new ("SELECT " ROW_COLUMNS " FROM article_row AS r");
  g_auto (GStrv) words = split_query (query);
  g_autoptr (CorpusStatement) statement = NULL;
  CorpusStep step;

  if (words[0] != NULL)
    g_string_append (sql, " JOIN article_text AS t ON t.article = r.article");
  g_string_append (sql, " WHERE TRUE");
  if (only == CORPUS_ONLY_REVIEWED)
    g_string_append_printf (
        sql, " AND r.structure = %d AND r.metadata = %d AND r.entities = %d AND r.indicators = %d",
        CORPUS_REVIEW_DONE, CORPUS_REVIEW_DONE, CORPUS_REVIEW_DONE, CORPUS_REVIEW_DONE);
  else if (only == CORPUS_ONLY_CHANGED)
    g_string_append (sql, " AND r.is_changed");
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append (sql, " AND instr (t.folded, ?) > 0");
  g_string_append (sql,
                   " ORDER BY r.publication, r.date, r.edition, r.number_key, r.rank, r.article");

  corpus_db_set_cancellable (self->db, cancellable);
  corpus_db_be_patient (self->db);
  statement = corpus_db_prepare (self->db, sql->str, "list the articles");
  for (guint i = 0; words[i] != NULL; i++)
    corpus_statement_bind_text (statement, words[i]);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));
  corpus_db_set_cancellable (self->db, NULL);
  return step == CORPUS_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * corpus_store_load_row:
 * @self: a store
 * @article_id: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the row of the article list, or %NULL with %CORPUS_STORE_ERROR_NOT_FOUND and others
 */
CorpusRow *
corpus_store_load_row (CorpusStore *self,
                       gint64 article_id,
                       GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT " ROW_COLUMNS " FROM article_row AS r WHERE r.article = ?",
      "read the row of an article");
  CorpusStep step;

  corpus_statement_bind_int (statement, article_id);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_DONE)
    g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND,
                         "The corpus has no such article any more");
  return step == CORPUS_STEP_ROW ? read_row (statement) : NULL;
}

/**
 * corpus_store_get_stats:
 * @self: a store
 * @stats: (out): the totals
 * @error: return location for an error
 *
 * Returns: %FALSE with an error
 */
gboolean
corpus_store_get_stats (CorpusStore *self,
                        CorpusStats *stats,
                        GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT (SELECT count(*) FROM page), count(*), "
      "  total(structure = ?1 AND metadata = ?1 AND entities = ?1 AND indicators = ?1), "
      "  total(n_entities), total(n_indicators), total(n_to_check), "
      "  (SELECT count(*) FROM edit WHERE kind = 'edit') FROM article_row",
      "count what the corpus holds");

  corpus_statement_bind_int (statement, CORPUS_REVIEW_DONE);
  if (corpus_statement_step (statement, error) != CORPUS_STEP_ROW)
    return FALSE;
  stats->n_pages = corpus_statement_get_int (statement);
  stats->n_articles = corpus_statement_get_int (statement);
  stats->n_reviewed = corpus_statement_get_int (statement);
  stats->n_entities = corpus_statement_get_int (statement);
  stats->n_indicators = corpus_statement_get_int (statement);
  stats->n_to_check = corpus_statement_get_int (statement);
  stats->n_edits = corpus_statement_get_int (statement);
  return TRUE;
}

/**
 * corpus_history_line_free:
 * @line: (transfer full) (nullable): a line of the history
 */
void
corpus_history_line_free (CorpusHistoryLine *line)
{
  if (line == NULL)
    return;
  g_free (line->at);
  g_free (line->by);
  g_free (line->verb);
  g_free (line->kind);
  g_free (line);
}

/**
 * corpus_store_list_history:
 * @self: a store
 * @article_id: an article, 0 for all of the corpus
 * @limit: at most so many lines, 0 for all
 * @error: return location for an error
 *
 * Reads what was done, the last first.
 *
 * Returns: (transfer full) (element-type CorpusHistoryLine): the lines, or %NULL
 */
GPtrArray *
corpus_store_list_history (CorpusStore *self,
                           gint64 article_id,
                           guint limit,
                           GError **error)
{
#define HISTORY "SELECT e.id, e.at, coalesce(p.name, c.value, e.person), e.verb, e.kind, e.article, e.is_undone " \
                "FROM edit AS e LEFT JOIN person AS p ON p.id = e.person "                                        \
                "LEFT JOIN corpus AS c ON c.key = '" CORPUS_IMPORTER_PREFIX "' || e.person "
  const char *sql =
      article_id == 0 ? HISTORY "ORDER BY e.id DESC LIMIT ?1"
                      : HISTORY
          "WHERE e.id IN (SELECT edit FROM edit_touch WHERE thing = 'article' AND row = ?2) "
          "ORDER BY e.id DESC LIMIT ?1";
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self->db, sql, "read the history");
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_history_line_free);
  CorpusStep step;

  corpus_statement_bind_int (statement, limit == 0 ? -1 : (gint64) limit);
  if (article_id != 0)
    corpus_statement_bind_int (statement, article_id);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      CorpusHistoryLine *line = g_new0 (CorpusHistoryLine, 1);

      line->id = corpus_statement_get_int (statement);
      line->at = corpus_statement_dup_text (statement);
      line->by = corpus_statement_dup_text (statement);
      line->verb = corpus_statement_dup_text (statement);
      line->kind = corpus_statement_dup_text (statement);
      line->article_id = corpus_statement_get_int (statement);
      line->is_undone = corpus_statement_get_int (statement) != 0;
      g_ptr_array_add (lines, line);
    }
  return step == CORPUS_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

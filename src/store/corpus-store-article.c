/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an article with all that belongs to it, in a number of queries that does not depend on how much that is.
 *
 * An annotation belongs to the article in whose blocks its first piece begins. So every query walks from the article's
 * blocks over their ranges into the index of pieces by page and position; CROSS JOIN keeps SQLite to that order. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"
#include "store/corpus-strings.h"

#define INTENT "read an article"

#define IN_BLOCKS(table)                                             \
  "FROM block AS b CROSS JOIN block_piece AS bp ON bp.block = b.id " \
  "CROSS JOIN " table " AS p ON p.page = bp.page AND p.start_char >= bp.start_char "

#define FIRST_PIECES(table, owner) \
  "SELECT p." owner " " IN_BLOCKS (table) "AND p.start_char < bp.end_char WHERE b.article = ?1 AND p.n = 0"

#define ENTITIES FIRST_PIECES ("entity_piece", "entity")
#define CREDITS                           \
  FIRST_PIECES ("credit_piece", "credit") \
  " UNION SELECT id FROM credit WHERE article = ?1"
#define DATELINES                             \
  FIRST_PIECES ("dateline_piece", "dateline") \
  " UNION SELECT id FROM dateline WHERE article = ?1"
#define CORRECTIONS \
  "SELECT p.id " IN_BLOCKS ("correction") "AND p.end_char <= bp.end_char WHERE b.article = ?1"
#define INDICATORS                                                                                                                   \
  "SELECT p.indicator " IN_BLOCKS ("filler_piece") "AND p.start_char < bp.end_char "                                                 \
                                                   "WHERE b.article = ?1 AND "                                                       \
                                                   "(p.slot, p.filler, p.n) = (SELECT f.slot, f.filler, f.n FROM filler_piece AS f " \
                                                   "WHERE f.indicator = p.indicator ORDER BY f.slot, f.filler, f.n LIMIT 1) "        \
                                                   "UNION SELECT id FROM indicator WHERE article = ?1"

/* What is read, by id, until the pieces are in place. */
typedef struct
{
  CorpusStore *self;
  CorpusArticle *article;
  GHashTable *members;
} Reader;

typedef gboolean (*RowFunc) (Reader *reader,
                             CorpusStatement *statement,
                             GError **error);

/* Runs a query about the article (its id is the parameter) and hands each row on. */
static gboolean
each_row (Reader *reader,
          gint64 article_id,
          const char *sql,
          RowFunc func,
          GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (reader->self->db, sql, INTENT);
  CorpusStep step;

  corpus_statement_bind_int (statement, article_id);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    if (!func (reader, statement, error))
      return FALSE;
  return step == CORPUS_STEP_DONE;
}

static gboolean
set_unknown_word (Reader *reader,
                  const char *what,
                  GError **error)
{
  corpus_store_set_damaged (reader->self, error, "%s has a word in it that does not exist", what);
  return FALSE;
}

static void
read_pieces (CorpusStatement *statement,
             GArray *pieces)
{
  gint64 page = corpus_statement_get_int (statement);
  gint64 start = corpus_statement_get_int (statement);
  gint64 end = corpus_statement_get_int (statement);
  g_autofree char *text = corpus_statement_dup_text (statement);

  corpus_pieces_add (pieces, page, start, end, text);
}

/* The head */

static gboolean
read_field (Reader *reader,
            CorpusStatement *statement,
            GError **error)
{
  CorpusHead *head = corpus_article_get_head (reader->article);
  g_autoptr (CorpusField) field = NULL;
  CorpusFieldName name;
  g_autofree char *value = NULL;

  if (!corpus_field_from_string (corpus_statement_get_text (statement), &name))
    return set_unknown_word (reader, "a value", error);
  value = corpus_statement_dup_text (statement);
  field = corpus_field_new (value);
  if (!corpus_store_read_provenance (reader->self, statement, &field->provenance, error))
    return FALSE;
  corpus_head_set_field (head, name, g_steal_pointer (&field));
  return TRUE;
}

static gboolean
read_review (Reader *reader,
             CorpusStatement *statement,
             GError **error)
{
  CorpusHead *head = corpus_article_get_head (reader->article);
  CorpusReviewStatus status;
  CorpusTask task;
  g_autofree char *by = NULL, *at = NULL;

  if (!corpus_task_from_string (corpus_statement_get_text (statement), &task) ||
      !corpus_review_from_string (corpus_statement_get_text (statement), &status))
    return set_unknown_word (reader, "a review", error);
  by = corpus_statement_dup_text (statement);
  at = corpus_statement_dup_text (statement);
  corpus_head_set_review (head, task, status, by, at);
  return TRUE;
}

static CorpusHead *
load_head (CorpusStore *self,
           gint64 article_id,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db, "SELECT " CORPUS_ARTICLE_COLUMNS " FROM article WHERE id = ?", INTENT);
  CorpusStep step;
  CorpusHead *head;

  corpus_statement_bind_int (statement, article_id);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_DONE)
    g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND,
                         "The corpus has no such article any more");
  if (step != CORPUS_STEP_ROW)
    return NULL;

  head = corpus_head_new (corpus_statement_get_int (statement));
  head->foreign_id = corpus_statement_dup_text (statement);
  head->rank = corpus_statement_get_int (statement);
  head->flags = corpus_strings_from_json (corpus_statement_get_text (statement));
  head->excluded = corpus_statement_get_int (statement) != 0;
  head->note = corpus_statement_dup_text (statement);
  head->extra = corpus_statement_dup_text (statement);
  return head;
}

/* Blocks, pages, corrections */

static gboolean
read_block (Reader *reader,
            CorpusStatement *statement,
            GError **error)
{
  g_autoptr (CorpusBlock) block = corpus_store_read_block (reader->self, statement, error);

  if (block == NULL)
    return FALSE;
  g_hash_table_insert (reader->members, &block->id, block);
  corpus_article_put_block (reader->article, block);
  return TRUE;
}

static gboolean
read_block_piece (Reader *reader,
                  CorpusStatement *statement,
                  GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  CorpusBlock *block = g_hash_table_lookup (reader->members, &id);
  gint64 page = corpus_statement_get_int (statement);
  gint64 start = corpus_statement_get_int (statement);
  gint64 end = corpus_statement_get_int (statement);

  if (block != NULL)
    corpus_pieces_add (block->pieces, page, start, end, NULL);
  return TRUE;
}

static gboolean
read_page (Reader *reader,
           CorpusStatement *statement,
           GError **error)
{
  g_autoptr (CorpusPage) page = corpus_store_read_page (reader->self, statement, error);

  if (page != NULL)
    corpus_article_add_page (reader->article, page);
  return page != NULL;
}

static gboolean
read_correction (Reader *reader,
                 CorpusStatement *statement,
                 GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  gint64 page = corpus_statement_get_int (statement);
  gint64 start = corpus_statement_get_int (statement);
  gint64 end = corpus_statement_get_int (statement);
  g_autofree char *text = corpus_statement_dup_text (statement);
  g_autoptr (CorpusCorrection) correction = corpus_correction_new (id, page, start, end, text);

  correction->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &correction->provenance, error))
    return FALSE;
  corpus_article_put_correction (reader->article, correction);
  return TRUE;
}

/* Credits and dateline */

static gboolean
read_credit (Reader *reader,
             CorpusStatement *statement,
             GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  gint64 article_id = corpus_statement_get_int (statement);
  g_autofree char *name = corpus_statement_dup_text (statement);
  g_autoptr (CorpusCredit) credit = NULL;
  CorpusCreditRole role;

  if (!corpus_credit_role_from_string (corpus_statement_get_text (statement), &role))
    return set_unknown_word (reader, "a credit", error);
  credit = corpus_credit_new (id, role, name);
  credit->article_id = article_id;
  credit->affiliation = corpus_statement_dup_text (statement);
  credit->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &credit->provenance, error))
    return FALSE;
  g_hash_table_insert (reader->members, &credit->id, credit);
  corpus_article_put_credit (reader->article, credit);
  return TRUE;
}

static gboolean
read_credit_piece (Reader *reader,
                   CorpusStatement *statement,
                   GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  CorpusCredit *credit = g_hash_table_lookup (reader->members, &id);

  if (credit != NULL)
    read_pieces (statement, credit->pieces);
  return TRUE;
}

static gboolean
read_dateline (Reader *reader,
               CorpusStatement *statement,
               GError **error)
{
  g_autoptr (CorpusDateline) dateline = corpus_dateline_new (corpus_statement_get_int (statement));

  /* An article has one dateline; of several the one read first counts. */
  if (corpus_article_get_dateline (reader->article) != NULL)
    return TRUE;
  dateline->article_id = corpus_statement_get_int (statement);
  dateline->place = corpus_statement_dup_text (statement);
  dateline->date = corpus_statement_dup_text (statement);
  dateline->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &dateline->provenance, error))
    return FALSE;
  corpus_article_set_dateline (reader->article, dateline);
  return TRUE;
}

static gboolean
read_dateline_piece (Reader *reader,
                     CorpusStatement *statement,
                     GError **error)
{
  CorpusDateline *dateline = corpus_article_get_dateline (reader->article);

  if (dateline != NULL && corpus_statement_get_int (statement) == dateline->id)
    read_pieces (statement, dateline->pieces);
  return TRUE;
}

/* Entities */

static gboolean
read_entity (Reader *reader,
             CorpusStatement *statement,
             GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  g_autofree char *foreign_id = corpus_statement_dup_text (statement);
  g_autofree char *label = corpus_statement_dup_text (statement);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (id, label);

  entity->foreign_id = g_steal_pointer (&foreign_id);
  entity->norm = corpus_statement_dup_text (statement);
  entity->refs = corpus_strings_from_json (corpus_statement_get_text (statement));
  entity->attributes = corpus_statement_dup_text (statement);
  entity->note = corpus_statement_dup_text (statement);
  entity->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &entity->provenance, error))
    return FALSE;
  g_hash_table_insert (reader->members, &entity->id, entity);
  corpus_article_put_entity (reader->article, entity);
  return TRUE;
}

static gboolean
read_entity_piece (Reader *reader,
                   CorpusStatement *statement,
                   GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  CorpusEntity *entity = g_hash_table_lookup (reader->members, &id);

  if (entity != NULL)
    read_pieces (statement, entity->pieces);
  return TRUE;
}

/* Indicators */

static gboolean
read_indicator (Reader *reader,
                CorpusStatement *statement,
                GError **error)
{
  g_autoptr (CorpusIndicator) indicator =
      corpus_indicator_new (corpus_statement_get_int (statement));

  indicator->article_id = corpus_statement_get_int (statement);
  indicator->foreign_id = corpus_statement_dup_text (statement);
  indicator->number = corpus_statement_dup_text (statement);
  indicator->number_max = corpus_statement_dup_text (statement);
  indicator->unit = corpus_statement_dup_text (statement);
  indicator->unit_text = corpus_statement_dup_text (statement);
  if (!corpus_cmp_from_string (corpus_statement_get_text (statement), &indicator->cmp) ||
      !corpus_kind_from_string (corpus_statement_get_text (statement), &indicator->kind) ||
      !corpus_direction_from_string (corpus_statement_get_text (statement),
                                     &indicator->direction) ||
      !corpus_basis_from_string (corpus_statement_get_text (statement), &indicator->basis) ||
      !corpus_status_from_string (corpus_statement_get_text (statement), &indicator->status))
    return set_unknown_word (reader, "an indicator", error);
  indicator->period_iso = corpus_statement_dup_text (statement);
  indicator->period_start = corpus_statement_dup_text (statement);
  indicator->period_end = corpus_statement_dup_text (statement);
  if (!corpus_period_role_from_string (corpus_statement_get_text (statement),
                                       &indicator->period_role))
    return set_unknown_word (reader, "an indicator", error);
  indicator->of = corpus_statement_get_int (statement);
  indicator->same_as = corpus_statement_get_int (statement);
  indicator->series = corpus_statement_dup_text (statement);
  indicator->note = corpus_statement_dup_text (statement);
  indicator->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &indicator->provenance, error))
    return FALSE;
  g_hash_table_insert (reader->members, &indicator->id, indicator);
  corpus_article_put_indicator (reader->article, indicator);
  return TRUE;
}

static GPtrArray *
find_slot (Reader *reader,
           CorpusStatement *statement)
{
  gint64 id = corpus_statement_get_int (statement);
  gint64 slot = corpus_statement_get_int (statement);
  CorpusIndicator *indicator = g_hash_table_lookup (reader->members, &id);

  return indicator != NULL && slot >= 0 && slot < CORPUS_N_SLOTS ? indicator->slots[slot] : NULL;
}

static gboolean
read_filler (Reader *reader,
             CorpusStatement *statement,
             GError **error)
{
  GPtrArray *fillers = find_slot (reader, statement);
  g_autofree char *text = corpus_statement_dup_text (statement);
  CorpusFiller *filler;

  if (fillers == NULL)
    return TRUE;
  filler = corpus_filler_new (text);
  filler->extra = corpus_statement_dup_text (statement);
  g_ptr_array_add (fillers, filler);
  return TRUE;
}

static gboolean
read_filler_piece (Reader *reader,
                   CorpusStatement *statement,
                   GError **error)
{
  GPtrArray *fillers = find_slot (reader, statement);
  gint64 n = corpus_statement_get_int (statement);

  if (fillers != NULL && n >= 0 && n < fillers->len)
    read_pieces (statement, ((CorpusFiller *) g_ptr_array_index (fillers, n))->pieces);
  return TRUE;
}

static gboolean
read_relation (Reader *reader,
               CorpusStatement *statement,
               GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  g_autofree char *foreign_id = corpus_statement_dup_text (statement);
  g_autofree char *type = corpus_statement_dup_text (statement);
  gint64 from_id = corpus_statement_get_int (statement);
  gint64 to_id = corpus_statement_get_int (statement);
  g_autoptr (CorpusRelation) relation = corpus_relation_new (id, type, from_id, to_id);

  relation->foreign_id = g_steal_pointer (&foreign_id);
  relation->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (reader->self, statement, &relation->provenance, error))
    return FALSE;
  corpus_article_put_relation (reader->article, relation);
  return TRUE;
}

/* Every query there is, in the order in which its rows are needed. One that begins a kind forgets the members before it:
 * a damaged file may have one id in two tables. */
static const struct
{
  const char *sql;
  RowFunc func;
  gboolean is_first;
} queries[] = {
  { "SELECT name, value, " CORPUS_PROVENANCE_COLUMNS " FROM field WHERE article = ?1", read_field },
  { "SELECT task, status, decided_by, decided_at FROM review WHERE article = ?1", read_review },
  { "SELECT " CORPUS_BLOCK_COLUMNS " FROM block WHERE article = ?1 ORDER BY rank, id", read_block,
    TRUE },
  { "SELECT bp.block, bp.page, bp.start_char, bp.end_char FROM block AS b CROSS JOIN block_piece AS bp ON bp.block = b.id "
    "WHERE b.article = ?1 ORDER BY bp.block, bp.n",
    read_block_piece },
  { "SELECT " CORPUS_PAGE_COLUMNS
    ", text FROM (SELECT bp.page AS page_id, min(b.rank) AS first FROM block AS b "
    "CROSS JOIN block_piece AS bp ON bp.block = b.id WHERE b.article = ?1 GROUP BY bp.page) "
    "JOIN page ON page.id = page_id JOIN page_text ON page_text.page = page_id ORDER BY first, page_id",
    read_page },
  { "SELECT " CORPUS_CORRECTION_COLUMNS " FROM correction WHERE id IN (" CORRECTIONS
    ") ORDER BY page, start_char, id",
    read_correction },
  { "SELECT " CORPUS_CREDIT_COLUMNS " FROM credit WHERE id IN (" CREDITS ") ORDER BY id",
    read_credit, TRUE },
  { "SELECT credit, page, start_char, end_char, text FROM credit_piece WHERE credit IN (" CREDITS
    ") ORDER BY credit, n",
    read_credit_piece },
  { "SELECT " CORPUS_DATELINE_COLUMNS " FROM dateline WHERE id IN (" DATELINES ") ORDER BY id",
    read_dateline, TRUE },
  { "SELECT dateline, page, start_char, end_char, text FROM dateline_piece WHERE dateline IN (" DATELINES
    ") ORDER BY dateline, n",
    read_dateline_piece },
  { "SELECT " CORPUS_ENTITY_COLUMNS " FROM entity WHERE id IN (" ENTITIES ") ORDER BY id",
    read_entity, TRUE },
  { "SELECT entity, page, start_char, end_char, text FROM entity_piece WHERE entity IN (" ENTITIES
    ") ORDER BY entity, n",
    read_entity_piece },
  { "SELECT " CORPUS_INDICATOR_COLUMNS " FROM indicator WHERE id IN (" INDICATORS ") ORDER BY id",
    read_indicator, TRUE },
  { "SELECT indicator, slot, text, extra FROM filler WHERE indicator IN (" INDICATORS
    ") ORDER BY indicator, slot, n",
    read_filler },
  { "SELECT indicator, slot, filler, page, start_char, end_char, text FROM filler_piece WHERE indicator IN (" INDICATORS
    ") ORDER BY indicator, slot, filler, n",
    read_filler_piece },
  { "SELECT " CORPUS_RELATION_COLUMNS " FROM relation WHERE from_id IN (" ENTITIES " UNION " CREDITS
    " UNION " INDICATORS ") ORDER BY id",
    read_relation },
};

/* Whether every block lies on a page of the article: whoever shows it relies on that. */
static gboolean
check_blocks (Reader *reader,
              GError **error)
{
  GPtrArray *blocks = corpus_article_get_blocks (reader->article);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->pieces->len; j++)
        {
          CorpusPiece *piece = corpus_piece_at (block->pieces, j);
          CorpusPage *page = corpus_article_find_page (reader->article, piece->page_id);

          if (page == NULL || piece->start < 0 || piece->start >= piece->end ||
              piece->end > corpus_chars_get_length (page->chars))
            {
              corpus_store_set_damaged (reader->self, error, "a block lies outside its page");
              return FALSE;
            }
        }
    }
  return TRUE;
}

/**
 * corpus_store_load_article:
 * @self: a store
 * @article_id: an article
 * @error: return location for an error
 *
 * Reads an article with its pages, blocks and annotations, sorted.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL with %CORPUS_STORE_ERROR_NOT_FOUND and others
 */
CorpusArticle *
corpus_store_load_article (CorpusStore *self,
                           gint64 article_id,
                           GError **error)
{
  gboolean began = corpus_store_begin_read (self);
  g_autoptr (CorpusHead) head = load_head (self, article_id, error);
  g_autoptr (CorpusArticle) article = head != NULL ? corpus_article_new (head) : NULL;
  g_autoptr (GHashTable) members = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reader reader = { self, article, members };
  gboolean is_whole = article != NULL;

  for (guint i = 0; is_whole && i < G_N_ELEMENTS (queries); i++)
    {
      if (queries[i].is_first)
        g_hash_table_remove_all (members);
      is_whole = each_row (&reader, article_id, queries[i].sql, queries[i].func, error);
    }
  corpus_store_end_read (self, began);
  if (!is_whole || !check_blocks (&reader, error))
    return NULL;
  corpus_article_sort (article);
  return g_steal_pointer (&article);
}

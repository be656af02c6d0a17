/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The derived tables: what the article list shows of each article, and the folded text that queries look into. They are
 * never recorded; the transaction that changes an article makes its row anew, so that a row is never out of date. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"

#include <string.h>

#include "text/corpus-width.h"

#define INTENT "bring the article list up to date"

/* So many characters of the text stand for a headline where there is none. */
#define FIRST_WORDS 40

/* Sets of ids */

/* A set of ids that owns its keys. */
GHashTable *
corpus_ids_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Adds an id to a set, once. */
void
corpus_ids_add (GHashTable *ids,
                gint64 id)
{
  gint64 *key;

  if (g_hash_table_contains (ids, &id))
    return;
  key = g_new (gint64, 1);
  *key = id;
  g_hash_table_add (ids, key);
}

/* Adds the ids that a query about @id gives. */
static gboolean
add_from (CorpusStore *self,
          const char *sql,
          gint64 id,
          GHashTable *ids,
          GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self->db, sql, INTENT);
  CorpusStep step;

  corpus_statement_bind_int (statement, id);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    corpus_ids_add (ids, corpus_statement_get_int (statement));
  return step == CORPUS_STEP_DONE;
}

/* Where things are */

/* The article in whose blocks a piece p begins. */
#define ARTICLE_AT(piece)                                                                               \
  "CROSS JOIN block_piece AS bp ON bp.page = " piece ".page AND bp.start_char <= " piece ".start_char " \
  "AND bp.end_char > " piece ".start_char JOIN block AS b ON b.id = bp.block AND b.article IS NOT NULL "

/* Whether p is the first piece of its indicator. */
#define P_IS_FIRST                                                                  \
  "(p.slot, p.filler, p.n) = (SELECT f.slot, f.filler, f.n FROM filler_piece AS f " \
  "WHERE f.indicator = p.indicator ORDER BY f.slot, f.filler, f.n LIMIT 1) "

/* The articles of annotations that begin elsewhere and have a later piece in the block: it counts where they end. */
#define BEGUN_ELSEWHERE(table, owner, is_first)                                                      \
  "SELECT b.article FROM block_piece AS own CROSS JOIN " table " AS later ON later.page = own.page " \
  "AND later.start_char >= own.start_char AND later.start_char < own.end_char "                      \
  "CROSS JOIN " table " AS p ON p." owner " = later." owner " AND " is_first ARTICLE_AT ("p") "WHERE own.block = ?1 "
#define ENTITIES_BEGUN_ELSEWHERE BEGUN_ELSEWHERE ("entity_piece", "entity", "p.n = 0 ")
#define INDICATORS_BEGUN_ELSEWHERE BEGUN_ELSEWHERE ("filler_piece", "indicator", P_IS_FIRST)

/* The article that a thing without pieces names. */
#define TIED(table) "UNION SELECT article FROM " table " WHERE id = ?1 AND article IS NOT NULL"

#define ARTICLES_OF_FIRST_PIECE(table, owner) \
  "SELECT b.article FROM " table " AS p " ARTICLE_AT ("p") "WHERE p." owner " = ?1 AND p.n = 0 "
#define ARTICLES_OF_PAGE                                                        \
  "SELECT b.article FROM block_piece AS bp JOIN block AS b ON b.id = bp.block " \
  "WHERE bp.page = ?1 AND b.article IS NOT NULL"
#define ARTICLES_OF_BLOCK                                            \
  "SELECT article FROM block WHERE id = ?1 AND article IS NOT NULL " \
  "UNION " ENTITIES_BEGUN_ELSEWHERE "UNION " INDICATORS_BEGUN_ELSEWHERE
#define ARTICLES_OF_CORRECTION                                                              \
  "SELECT b.article FROM correction AS c CROSS JOIN block_piece AS bp ON bp.page = c.page " \
  "AND bp.start_char <= c.start_char AND bp.end_char >= c.end_char "                        \
  "JOIN block AS b ON b.id = bp.block AND b.article IS NOT NULL WHERE c.id = ?1"
#define ARTICLES_OF_INDICATOR \
  "SELECT b.article FROM filler_piece AS p " ARTICLE_AT ("p") "WHERE p.indicator = ?1 AND " P_IS_FIRST TIED ("indicator")

static const struct
{
  const char *articles;
  const char *pages;
} places[CORPUS_N_MEMBERS] = {
  [CORPUS_MEMBER_PAGE] = { ARTICLES_OF_PAGE, "SELECT ?1" },
  [CORPUS_MEMBER_ARTICLE] = { "SELECT ?1", NULL },
  [CORPUS_MEMBER_BLOCK] = { ARTICLES_OF_BLOCK, "SELECT page FROM block_piece WHERE block = ?1" },
  [CORPUS_MEMBER_CORRECTION] = { ARTICLES_OF_CORRECTION,
                                 "SELECT page FROM correction WHERE id = ?1" },
  [CORPUS_MEMBER_CREDIT] = { ARTICLES_OF_FIRST_PIECE ("credit_piece", "credit") TIED ("credit"),
                             "SELECT page FROM credit_piece WHERE credit = ?1" },
  [CORPUS_MEMBER_DATELINE] = { ARTICLES_OF_FIRST_PIECE ("dateline_piece", "dateline")
                                   TIED ("dateline"),
                               "SELECT page FROM dateline_piece WHERE dateline = ?1" },
  [CORPUS_MEMBER_ENTITY] = { ARTICLES_OF_FIRST_PIECE ("entity_piece", "entity"),
                             "SELECT page FROM entity_piece WHERE entity = ?1" },
  [CORPUS_MEMBER_INDICATOR] = { ARTICLES_OF_INDICATOR,
                                "SELECT page FROM filler_piece WHERE indicator = ?1" },
};

/* A relation is where the annotation is that it comes from. */
static gboolean
collect_relation (CorpusStore *self,
                  gint64 id,
                  GHashTable *articles,
                  GHashTable *pages,
                  GError **error)
{
  static const CorpusMember kinds[] = { CORPUS_MEMBER_ENTITY, CORPUS_MEMBER_INDICATOR,
                                        CORPUS_MEMBER_CREDIT };
  g_autoptr (GHashTable) ends = corpus_ids_new ();
  GHashTableIter iter;
  gpointer end;

  if (!add_from (self, "SELECT from_id FROM relation WHERE id = ?1", id, ends, error))
    return FALSE;
  g_hash_table_iter_init (&iter, ends);
  while (g_hash_table_iter_next (&iter, &end, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (!corpus_derived_collect (self, kinds[i], *(gint64 *) end, articles, pages, error))
        return FALSE;
  return TRUE;
}

/* Adds the articles in which a thing is now, and the pages it lies on. */
gboolean
corpus_derived_collect (CorpusStore *self,
                        CorpusMember kind,
                        gint64 id,
                        GHashTable *articles,
                        GHashTable *pages,
                        GError **error)
{
  if (kind == CORPUS_MEMBER_RELATION)
    return collect_relation (self, id, articles, pages, error);
  return (places[kind].articles == NULL ||
          add_from (self, places[kind].articles, id, articles, error)) &&
         (places[kind].pages == NULL || add_from (self, places[kind].pages, id, pages, error));
}

/* Adds the pages that articles lie on. */
gboolean
corpus_derived_collect_pages (CorpusStore *self,
                              GHashTable *articles,
                              GHashTable *pages,
                              GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, articles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!add_from (
            self,
            "SELECT bp.page FROM block AS b CROSS JOIN block_piece AS bp ON bp.block = b.id WHERE b.article = ?1",
            *(gint64 *) id, pages, error))
      return FALSE;
  return TRUE;
}

/* Keys */

/* A page number in a form that sorts as a person counts: A3 before A12. */
char *
corpus_derived_number_key (const char *number)
{
  GString *key;

  if (number == NULL)
    return NULL;
  key = g_string_new (NULL);
  for (const char *p = number; *p != '\0';)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits > 0)
        {
          for (gsize i = n_digits; i < 8; i++)
            g_string_append_c (key, '0');
          g_string_append_len (key, p, (gssize) n_digits);
          p += n_digits;
        }
      else
        {
          g_string_append_c (key, *p++);
        }
    }
  return g_string_free (key, FALSE);
}

/* A text in which full and half width and upper and lower case are equal: one character for one. */
char *
corpus_derived_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, g_unichar_tolower (corpus_width_fold (g_utf8_get_char (p))));
  return g_string_free (folded, FALSE);
}

/* The row of an article */

typedef struct
{
  CorpusRow *row;
  gint64 rank;
  char *number_key;
  char *folded;
} Derived;

static void
derived_clear (Derived *derived)
{
  corpus_row_unref (derived->row);
  g_free (derived->number_key);
  g_free (derived->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Derived, derived_clear)

static gboolean
is_decided (const CorpusProvenance *provenance)
{
  return provenance->state != CORPUS_STATE_SUGGESTED ||
         provenance->origin == CORPUS_ORIGIN_REVIEWER;
}

static gboolean
is_head_decided (CorpusHead *head)
{
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (head->fields[i] != NULL && is_decided (&head->fields[i]->provenance))
      return TRUE;
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    if (head->reviews[i].status != CORPUS_REVIEW_TODO)
      return TRUE;
  return head->excluded || head->note != NULL || (head->flags != NULL && head->flags[0] != NULL);
}

static void
derive_blocks (CorpusArticle *article,
               CorpusRow *row)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);

      row->is_changed |= is_decided (&block->provenance);
      if (block->doubts == NULL || block->provenance.state != CORPUS_STATE_SUGGESTED)
        continue;
      row->n_doubts += g_strv_length (block->doubts);
      if (row->doubt == NULL)
        row->doubt = g_strdup (block->doubts[0]);
    }
}

static void
derive_annotation (CorpusRow *row,
                   const CorpusProvenance *provenance,
                   gboolean is_detached,
                   guint *count)
{
  row->is_changed |= is_decided (provenance);
  if (provenance->state == CORPUS_STATE_REJECTED)
    return;
  (*count)++;
  row->n_to_check += provenance->state == CORPUS_STATE_SUGGESTED;
  row->n_detached += is_detached;
}

static gboolean
is_detached (CorpusText *text,
             GArray *pieces)
{
  gboolean is_complete;

  g_array_unref (corpus_text_map_pieces (text, pieces, &is_complete));
  return !is_complete;
}

static gboolean
is_indicator_detached (CorpusText *text,
                       CorpusIndicator *indicator)
{
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    for (guint i = 0; i < indicator->slots[slot]->len; i++)
      {
        CorpusFiller *filler = g_ptr_array_index (indicator->slots[slot], i);

        if (filler->pieces->len > 0 && is_detached (text, filler->pieces))
          return TRUE;
      }
  return FALSE;
}

static void
derive_annotations (CorpusArticle *article,
                    CorpusRow *row)
{
  CorpusText *text = corpus_article_get_text (article);
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);

      derive_annotation (row, &entity->provenance, is_detached (text, entity->pieces),
                         &row->n_entities);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);

      derive_annotation (row, &indicator->provenance, is_indicator_detached (text, indicator),
                         &row->n_indicators);
    }
}

/* Whether a reviewer decided anything among the members that have no counter of their own. */
static gboolean
is_rest_decided (CorpusArticle *article)
{
  GPtrArray *credits = corpus_article_get_credits (article);
  GPtrArray *relations = corpus_article_get_relations (article);
  GPtrArray *corrections = corpus_article_get_corrections (article);
  CorpusDateline *dateline = corpus_article_get_dateline (article);

  for (guint i = 0; i < credits->len; i++)
    if (is_decided (&((CorpusCredit *) g_ptr_array_index (credits, i))->provenance))
      return TRUE;
  for (guint i = 0; i < relations->len; i++)
    if (is_decided (&((CorpusRelation *) g_ptr_array_index (relations, i))->provenance))
      return TRUE;
  for (guint i = 0; i < corrections->len; i++)
    if (is_decided (&((CorpusCorrection *) g_ptr_array_index (corrections, i))->provenance))
      return TRUE;
  return dateline != NULL && is_decided (&dateline->provenance);
}

static char *
dup_first_words (const char *text)
{
  const char *end = strchr (text, '\n');
  glong n_chars = g_utf8_strlen (text, end != NULL ? end - text : -1);

  if (n_chars == 0)
    return NULL;
  return g_utf8_substring (text, 0, MIN (n_chars, FIRST_WORDS));
}

/* The page the article begins on: that of the first piece of its first block. */
static CorpusPage *
find_first_page (CorpusArticle *article)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);

      if (block->pieces->len > 0)
        return corpus_article_find_page (article, corpus_piece_at (block->pieces, 0)->page_id);
    }
  return NULL;
}

static void
derive (CorpusArticle *article,
        Derived *derived)
{
  CorpusHead *head = corpus_article_get_head (article);
  CorpusRow *row = derived->row = corpus_row_new ();
  CorpusPage *page = find_first_page (article);
  const char *text =
      corpus_chars_get_utf8 (corpus_text_get_chars (corpus_article_get_text (article)), NULL);
  g_autofree char *headline = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);
  g_autofree char *searched = g_strconcat (headline != NULL ? headline : "", "\n", text, NULL);

  row->article_id = head->id;
  row->is_changed = is_head_decided (head) || is_rest_decided (article);
  row->is_excluded = head->excluded;
  row->is_flagged = head->flags != NULL && head->flags[0] != NULL;
  row->headline = headline != NULL && headline[0] != '\0' ? g_steal_pointer (&headline)
                                                          : dup_first_words (text);
  row->genre = corpus_article_dup_value (article, CORPUS_FIELD_GENRE);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    row->reviews[i] = head->reviews[i].status;
  if (page != NULL)
    {
      row->page_id = page->id;
      row->publication = g_strdup (page->publication);
      row->date = g_strdup (page->date);
      row->edition = g_strdup (page->edition);
      row->number = g_strdup (page->number);
    }
  derive_blocks (article, row);
  derive_annotations (article, row);

  derived->rank = head->rank;
  derived->number_key = corpus_derived_number_key (row->number);
  derived->folded = corpus_derived_fold (searched);
}

/* In the order of the columns of article_row. */
static void
bind_derived (CorpusStatement *statement,
              const Derived *derived)
{
  const CorpusRow *row = derived->row;

  corpus_statement_bind_int (statement, row->article_id);
  corpus_statement_bind_id (statement, row->page_id);
  corpus_statement_bind_text (statement, row->publication);
  corpus_statement_bind_text (statement, row->date);
  corpus_statement_bind_text (statement, row->edition);
  corpus_statement_bind_text (statement, row->number);
  corpus_statement_bind_text (statement, derived->number_key);
  corpus_statement_bind_int (statement, derived->rank);
  corpus_statement_bind_text (statement, row->headline);
  corpus_statement_bind_text (statement, row->genre);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    corpus_statement_bind_int (statement, row->reviews[i]);
  corpus_statement_bind_int (statement, row->n_entities);
  corpus_statement_bind_int (statement, row->n_indicators);
  corpus_statement_bind_int (statement, row->n_to_check);
  corpus_statement_bind_int (statement, row->n_doubts);
  corpus_statement_bind_int (statement, row->n_detached);
  corpus_statement_bind_text (statement, row->doubt);
  corpus_statement_bind_int (statement, row->is_flagged);
  corpus_statement_bind_int (statement, row->is_excluded);
  corpus_statement_bind_int (statement, row->is_changed);
}

#define DERIVED_COLUMNS "article, page, publication, date, edition, number, number_key, rank, headline, genre, "      \
                        "structure, metadata, entities, indicators, n_entities, n_indicators, n_to_check, n_doubts, " \
                        "n_detached, doubt, is_flagged, is_excluded, is_changed"
#define DERIVED_VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

static gboolean
remove_derived (CorpusStore *self,
                gint64 article_id,
                GError **error)
{
  g_autoptr (CorpusStatement) row =
      corpus_db_prepare (self->db, "DELETE FROM article_row WHERE article = ?", INTENT);
  g_autoptr (CorpusStatement) text =
      corpus_db_prepare (self->db, "DELETE FROM article_text WHERE article = ?", INTENT);

  corpus_statement_bind_int (row, article_id);
  corpus_statement_bind_int (text, article_id);
  return corpus_statement_run (row, error) && corpus_statement_run (text, error);
}

static gboolean
write_derived (CorpusStore *self,
               const Derived *derived,
               GError **error)
{
  g_autoptr (CorpusStatement) row = corpus_db_prepare (
      self->db,
      "INSERT OR REPLACE INTO article_row (" DERIVED_COLUMNS ") VALUES " DERIVED_VALUES,
      INTENT);
  /* The text is long and seldom changes: where it is the same, its pages of the file are left alone. */
  g_autoptr (CorpusStatement) text = corpus_db_prepare (
      self->db,
      "INSERT INTO article_text (article, folded) VALUES (?, ?) "
      "ON CONFLICT (article) DO UPDATE SET folded = excluded.folded "
      "WHERE folded IS NOT excluded.folded",
      INTENT);

  bind_derived (row, derived);
  corpus_statement_bind_int (text, derived->row->article_id);
  corpus_statement_bind_static (text, derived->folded, strlen (derived->folded));
  return corpus_statement_run (row, error) && corpus_statement_run (text, error);
}

/* Makes the derived row of an article as it stands in @article, which must hold all that the store would read of it. */
gboolean
corpus_derived_write (CorpusStore *self,
                      CorpusArticle *article,
                      GError **error)
{
  g_auto (Derived) derived = { 0 };

  derive (article, &derived);
  return write_derived (self, &derived, error);
}

/* Makes the derived rows of articles anew; those of articles that are gone go as well. */
gboolean
corpus_derived_refresh (CorpusStore *self,
                        GHashTable *articles,
                        GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, articles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (CorpusArticle) article = corpus_store_load_article (self, *(gint64 *) id, &local);

      if (g_error_matches (local, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND))
        {
          if (!remove_derived (self, *(gint64 *) id, error))
            return FALSE;
          continue;
        }
      if (article == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!corpus_derived_write (self, article, error))
        return FALSE;
    }
  return TRUE;
}

/* Compares the derived row of an article with what it should be; @finding says in words what is wrong, or is NULL. */
gboolean
corpus_derived_check (CorpusStore *self,
                      gint64 article_id,
                      char **finding,
                      GError **error)
{
  g_autoptr (CorpusArticle) article = corpus_store_load_article (self, article_id, error);
  g_auto (Derived) derived = { 0 };
  g_autoptr (CorpusStatement) statement = NULL;
  CorpusStep step;

  *finding = NULL;
  if (article == NULL)
    return FALSE;
  derive (article, &derived);
  statement = corpus_db_prepare (self->db,
                                 "SELECT count(*) FROM article_row JOIN article_text USING (article) "
                                 "WHERE (" DERIVED_COLUMNS ", folded) IS (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 "check the article list");
  bind_derived (statement, &derived);
  corpus_statement_bind_static (statement, derived.folded, strlen (derived.folded));
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_ROW && corpus_statement_get_int (statement) != 1)
    *finding = g_strdup_printf ("The list is out of date about the article “%s”: let it be made anew",
                                derived.row->headline != NULL ? derived.row->headline : "");
  return step == CORPUS_STEP_ROW;
}

/**
 * corpus_store_rebuild_derived:
 * @self: a store
 * @cancellable: (nullable): to stop; then nothing is changed
 * @error: return location for an error
 *
 * Makes everything anew that is derived from the rest: the article list and the text that is searched.
 *
 * Returns: %FALSE with an error
 */
gboolean
corpus_store_rebuild_derived (CorpusStore *self,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GHashTable) articles = corpus_ids_new ();

  if (!corpus_store_begin_write (self, INTENT, cancellable, error))
    return FALSE;
  if (corpus_db_exec (self->db, "DELETE FROM article_row; DELETE FROM article_text", INTENT,
                      error) &&
      add_from (self, "SELECT id FROM article WHERE id > ?1", 0, articles, error) &&
      corpus_derived_refresh (self, articles, error) && corpus_store_commit (self, INTENT, error))
    return TRUE;
  corpus_store_rollback (self);
  return FALSE;
}

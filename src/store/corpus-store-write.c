/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts values of the model into their rows, and removes them. Always inside a transaction that the caller has begun, with
 * or without a session that records it. Here every anchor is checked against the text of its page: an annotation
 * that does not say what the page says there is refused before anything is written. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"
#include "store/corpus-strings.h"

#define INTENT "save the edit"

static const CorpusTable page_table = { "page", 1, CORPUS_PAGE_COLUMNS };
static const CorpusTable article_table = { "article", 1, CORPUS_ARTICLE_COLUMNS };
static const CorpusTable field_table = { "field", 2, CORPUS_FIELD_COLUMNS };
static const CorpusTable review_table = { "review", 2, CORPUS_REVIEW_COLUMNS };
static const CorpusTable block_table = { "block", 1, CORPUS_BLOCK_COLUMNS };
static const CorpusTable correction_table = { "correction", 1, CORPUS_CORRECTION_COLUMNS };
static const CorpusTable credit_table = { "credit", 1, CORPUS_CREDIT_COLUMNS };
static const CorpusTable dateline_table = { "dateline", 1, CORPUS_DATELINE_COLUMNS };
static const CorpusTable entity_table = { "entity", 1, CORPUS_ENTITY_COLUMNS };
static const CorpusTable indicator_table = { "indicator", 1, CORPUS_INDICATOR_COLUMNS };
static const CorpusTable filler_table = { "filler", 3, "indicator, slot, n, text, extra" };
static const CorpusTable filler_piece_table = { "filler_piece", 4, "indicator, slot, filler, n, page, start_char, end_char, text" };
static const CorpusTable relation_table = { "relation", 1, CORPUS_RELATION_COLUMNS };
static const CorpusTable tagset_table = { "tagset", 1, CORPUS_TAGSET_COLUMNS };
static const CorpusTable label_table = { "label", 2, CORPUS_LABEL_COLUMNS };
static const CorpusTable person_table = { "person", 1, "id, name" };
static const CorpusTable corpus_table = { "corpus", 1, "key, value" };

static const CorpusTable block_pieces = { "block_piece", 2, "block, n, page, start_char, end_char" };
static const CorpusTable credit_pieces = { "credit_piece", 2, "credit, n, page, start_char, end_char, text" };
static const CorpusTable dateline_pieces = { "dateline_piece", 2, "dateline, n, page, start_char, end_char, text" };
static const CorpusTable entity_pieces = { "entity_piece", 2, "entity, n, page, start_char, end_char, text" };

/* Prepares the statement that inserts a row or, unless it has to be new, updates the one with the same key. An update
 * writes what is there already where nothing changed: the session then records nothing. */
static CorpusStatement *
prepare_put (CorpusStore *self,
             const CorpusTable *table,
             gboolean is_new)
{
  g_auto (GStrv) columns = g_strsplit (table->columns, ", ", -1);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (", table->name, table->columns);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append_c (sql, ')');
  if (!is_new)
    {
      g_string_append (sql, " ON CONFLICT (");
      for (int i = 0; i < table->n_keys; i++)
        g_string_append_printf (sql, "%s%s", i == 0 ? "" : ", ", columns[i]);
      g_string_append (sql, ") DO UPDATE SET ");
      for (guint i = (guint) table->n_keys; columns[i] != NULL; i++)
        g_string_append_printf (sql, "%s%s = excluded.%s", i == (guint) table->n_keys ? "" : ", ", columns[i], columns[i]);
    }
  return corpus_db_prepare (self->db, sql->str, INTENT);
}

/* Runs a put; a row that should have been new and is there already gets words of its own. */
static gboolean
run_put (CorpusStore *self,
         CorpusStatement *statement,
         const CorpusTable *table,
         gint64 id,
         GError **error)
{
  g_autoptr (GError) local = NULL;

  if (corpus_statement_run (statement, &local))
    return TRUE;
  switch (sqlite3_extended_errcode (self->db->handle))
    {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      {
        g_autofree char *name = corpus_id_to_string (id);

        if (table == &label_table)
          g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE,
                               "The tag set has two labels of the same name: give each a name of its own");
        else
          g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE,
                       "The corpus has a thing of that id already (%s %s): each id may be used once",
                       table->name, name);
        break;
      }
    default:
      g_propagate_error (error, g_steal_pointer (&local));
      break;
    }
  return FALSE;
}

static void
bind_provenance (CorpusStatement *statement,
                 const CorpusProvenance *provenance)
{
  corpus_statement_bind_text (statement, corpus_origin_to_string (provenance->origin));
  corpus_statement_bind_text (statement, corpus_state_to_string (provenance->state));
  if (provenance->confidence >= 0)
    corpus_statement_bind_double (statement, provenance->confidence);
  else
    corpus_statement_bind_null (statement);
  corpus_statement_bind_text (statement, provenance->producer);
  corpus_statement_bind_text (statement, provenance->by);
  corpus_statement_bind_text (statement, provenance->at);
  corpus_statement_bind_id (statement, provenance->tagset_version);
  corpus_statement_bind_text (statement, provenance->was);
}

static void
bind_strings (CorpusStatement *statement,
              char **strings)
{
  g_autofree char *json = corpus_strings_to_json (strings);

  corpus_statement_bind_text (statement, json);
}

/* Anchors */

static gboolean
check_range (CorpusStore *self,
             const char *what,
             gint64 page_id,
             gint64 start,
             gint64 end,
             const char *text,
             GError **error)
{
  CorpusChars *chars = corpus_store_peek_text (self, page_id, error);

  if (chars == NULL)
    {
      g_prefix_error (error, "The anchor of the %s is wrong: ", what);
      return FALSE;
    }
  if (start < 0 || end < start || end > corpus_chars_get_length (chars))
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "The %s lies outside its page: %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                   " of %" G_GINT64_FORMAT " characters. Nothing was changed",
                   what, start, end, corpus_chars_get_length (chars));
      return FALSE;
    }
  if (text != NULL && !corpus_chars_range_equals (chars, start, end, text))
    {
      g_autofree char *found = corpus_chars_dup_range (chars, start, end);

      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "The %s “%s” does not match its page, which says “%s” from %" G_GINT64_FORMAT
                   " to %" G_GINT64_FORMAT ". Nothing was changed",
                   what, text, found, start, end);
      return FALSE;
    }
  return TRUE;
}

/* Binds page, start, end and, unless the pieces are those of a block, what the page says there. */
static gboolean
bind_piece (CorpusStore *self,
            CorpusStatement *statement,
            const CorpusPiece *piece,
            const char *what,
            gboolean has_text,
            GError **error)
{
  if (piece->end == piece->start)
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "A piece of the %s is empty, at %" G_GINT64_FORMAT ". Nothing was changed", what, piece->start);
      return FALSE;
    }
  if (!check_range (self, what, piece->page_id, piece->start, piece->end, has_text ? piece->text : NULL, error))
    return FALSE;
  corpus_statement_bind_int (statement, piece->page_id);
  corpus_statement_bind_int (statement, piece->start);
  corpus_statement_bind_int (statement, piece->end);
  if (has_text)
    {
      CorpusChars *chars = corpus_store_peek_text (self, piece->page_id, NULL);
      g_autofree char *text = corpus_chars_dup_range (chars, piece->start, piece->end);

      corpus_statement_bind_text (statement, text);
    }
  return TRUE;
}

/* Deletes the rows of @table that the conditions name. */
static gboolean
delete_rows (CorpusStore *self,
             const char *sql,
             gint64 first,
             gint64 second,
             gint64 third,
             gint64 fourth,
             GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self->db, sql, INTENT);
  const gint64 values[] = { first, second, third, fourth };
  int n_wanted = statement->stmt != NULL ? sqlite3_bind_parameter_count (statement->stmt) : 0;

  for (int i = 0; i < n_wanted; i++)
    corpus_statement_bind_int (statement, values[i]);
  return corpus_statement_run (statement, error);
}

static gboolean
put_pieces (CorpusStore *self,
            const CorpusTable *table,
            const char *owner,
            gint64 id,
            GArray *pieces,
            const CorpusPut *how,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, table, how->is_new);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      corpus_statement_bind_int (statement, id);
      corpus_statement_bind_int (statement, i);
      if (!bind_piece (self, statement, corpus_piece_at (pieces, i), owner, table != &block_pieces, error) ||
          !run_put (self, statement, table, id, error))
        return FALSE;
    }
  if (how->is_new)
    return TRUE;
  rest = g_strdup_printf ("DELETE FROM %s WHERE %s = ? AND n >= ?", table->name, owner);
  return delete_rows (self, rest, id, pieces->len, 0, 0, error);
}

/* The article that an annotation without pieces names; 0 where its pieces decide. */
static gboolean
find_tie (const char *what,
          gint64 article_id,
          gboolean is_anchored,
          const CorpusPut *how,
          gint64 *tie,
          GError **error)
{
  *tie = 0;
  if (is_anchored)
    return TRUE;
  *tie = article_id != 0 ? article_id : how->article_id;
  if (*tie == 0)
    g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                 "The %s is anchored nowhere and belongs to no article. Nothing was changed", what);
  return *tie != 0;
}

/* One function a kind */

static gboolean
put_page (CorpusStore *self,
          CorpusPage *page,
          const CorpusPut *how,
          GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (!how->is_new)
    {
      CorpusChars *chars = corpus_store_peek_text (self, page->id, error);

      if (chars == NULL)
        return FALSE;
      if (page->chars != NULL && chars != page->chars &&
          !g_str_equal (corpus_chars_get_utf8 (chars, NULL), corpus_chars_get_utf8 (page->chars, NULL)))
        {
          g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                       "The text of a page never changes: import “%s” as a new page", page->file);
          return FALSE;
        }
    }

  statement = prepare_put (self, &page_table, how->is_new);
  corpus_statement_bind_int (statement, page->id);
  corpus_statement_bind_text (statement, page->sha256);
  corpus_statement_bind_text (statement, page->file);
  corpus_statement_bind_text (statement, page->encoding);
  corpus_statement_bind_text (statement, page->publication);
  corpus_statement_bind_text (statement, page->date);
  corpus_statement_bind_text (statement, page->edition);
  corpus_statement_bind_text (statement, page->number);
  corpus_statement_bind_text (statement, page->section);
  corpus_statement_bind_text (statement, page->extra);
  return run_put (self, statement, &page_table, page->id, error);
}

static gboolean
put_field (CorpusStore *self,
           gint64 article_id,
           CorpusFieldName name,
           CorpusField *field,
           const CorpusPut *how,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (field == NULL && how->is_new)
    return TRUE;
  statement = field != NULL ? prepare_put (self, &field_table, how->is_new)
                            : corpus_db_prepare (self->db, "DELETE FROM field WHERE article = ? AND name = ?", INTENT);
  corpus_statement_bind_int (statement, article_id);
  corpus_statement_bind_text (statement, corpus_field_to_string (name));
  if (field != NULL)
    {
      corpus_statement_bind_text (statement, field->value);
      bind_provenance (statement, &field->provenance);
    }
  return corpus_statement_run (statement, error);
}

static gboolean
put_review (CorpusStore *self,
            gint64 article_id,
            CorpusTask task,
            const CorpusReview *review,
            const CorpusPut *how,
            GError **error)
{
  gboolean is_default = review->status == CORPUS_REVIEW_TODO && review->by == NULL && review->at == NULL;
  g_autoptr (CorpusStatement) statement = NULL;

  if (is_default && how->is_new)
    return TRUE;
  statement = !is_default ? prepare_put (self, &review_table, how->is_new)
                          : corpus_db_prepare (self->db, "DELETE FROM review WHERE article = ? AND task = ?", INTENT);
  corpus_statement_bind_int (statement, article_id);
  corpus_statement_bind_text (statement, corpus_task_to_string (task));
  if (!is_default)
    {
      corpus_statement_bind_text (statement, corpus_review_to_string (review->status));
      corpus_statement_bind_text (statement, review->by);
      corpus_statement_bind_text (statement, review->at);
    }
  return corpus_statement_run (statement, error);
}

static gboolean
put_head (CorpusStore *self,
          CorpusHead *head,
          const CorpusPut *how,
          GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &article_table, how->is_new);

  corpus_statement_bind_int (statement, head->id);
  corpus_statement_bind_text (statement, head->foreign_id);
  corpus_statement_bind_int (statement, head->rank != 0 ? head->rank : how->rank);
  bind_strings (statement, head->flags);
  corpus_statement_bind_int (statement, head->excluded != FALSE);
  corpus_statement_bind_text (statement, head->note);
  corpus_statement_bind_text (statement, head->extra);
  if (!run_put (self, statement, &article_table, head->id, error))
    return FALSE;

  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (!put_field (self, head->id, i, head->fields[i], how, error))
      return FALSE;
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    if (!put_review (self, head->id, i, &head->reviews[i], how, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_block (CorpusStore *self,
           CorpusBlock *block,
           const CorpusPut *how,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &block_table, how->is_new);

  corpus_statement_bind_int (statement, block->id);
  corpus_statement_bind_id (statement, block->article_id);
  corpus_statement_bind_int (statement, block->rank);
  corpus_statement_bind_text (statement, block->role);
  corpus_statement_bind_int (statement, block->joins != FALSE);
  bind_strings (statement, block->doubts);
  corpus_statement_bind_text (statement, block->extra);
  bind_provenance (statement, &block->provenance);
  return run_put (self, statement, &block_table, block->id, error) &&
         put_pieces (self, &block_pieces, "block", block->id, block->pieces, how, error);
}

static gboolean
put_correction (CorpusStore *self,
                CorpusCorrection *correction,
                const CorpusPut *how,
                GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (!check_range (self, "correction", correction->page_id, correction->start, correction->end, NULL, error))
    return FALSE;
  statement = prepare_put (self, &correction_table, how->is_new);
  corpus_statement_bind_int (statement, correction->id);
  corpus_statement_bind_int (statement, correction->page_id);
  corpus_statement_bind_int (statement, correction->start);
  corpus_statement_bind_int (statement, correction->end);
  corpus_statement_bind_text (statement, correction->text != NULL ? correction->text : "");
  corpus_statement_bind_text (statement, correction->extra);
  bind_provenance (statement, &correction->provenance);
  return run_put (self, statement, &correction_table, correction->id, error);
}

static gboolean
put_credit (CorpusStore *self,
            CorpusCredit *credit,
            const CorpusPut *how,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;
  gint64 tie;

  if (!find_tie ("credit", credit->article_id, credit->pieces->len > 0, how, &tie, error))
    return FALSE;
  statement = prepare_put (self, &credit_table, how->is_new);
  corpus_statement_bind_int (statement, credit->id);
  corpus_statement_bind_id (statement, tie);
  corpus_statement_bind_text (statement, credit->name);
  corpus_statement_bind_text (statement, corpus_credit_role_to_string (credit->role));
  corpus_statement_bind_text (statement, credit->affiliation);
  corpus_statement_bind_text (statement, credit->extra);
  bind_provenance (statement, &credit->provenance);
  return run_put (self, statement, &credit_table, credit->id, error) &&
         put_pieces (self, &credit_pieces, "credit", credit->id, credit->pieces, how, error);
}

static gboolean
put_dateline (CorpusStore *self,
              CorpusDateline *dateline,
              const CorpusPut *how,
              GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;
  gint64 tie;

  if (!find_tie ("dateline", dateline->article_id, dateline->pieces->len > 0, how, &tie, error))
    return FALSE;
  statement = prepare_put (self, &dateline_table, how->is_new);
  corpus_statement_bind_int (statement, dateline->id);
  corpus_statement_bind_id (statement, tie);
  corpus_statement_bind_text (statement, dateline->place);
  corpus_statement_bind_text (statement, dateline->date);
  corpus_statement_bind_text (statement, dateline->extra);
  bind_provenance (statement, &dateline->provenance);
  return run_put (self, statement, &dateline_table, dateline->id, error) &&
         put_pieces (self, &dateline_pieces, "dateline", dateline->id, dateline->pieces, how, error);
}

static gboolean
put_entity (CorpusStore *self,
            CorpusEntity *entity,
            const CorpusPut *how,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (entity->pieces->len == 0)
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "An entity (%s) is anchored nowhere. Nothing was changed", entity->label);
      return FALSE;
    }
  statement = prepare_put (self, &entity_table, how->is_new);
  corpus_statement_bind_int (statement, entity->id);
  corpus_statement_bind_text (statement, entity->foreign_id);
  corpus_statement_bind_text (statement, entity->label);
  corpus_statement_bind_text (statement, entity->norm);
  bind_strings (statement, entity->refs);
  corpus_statement_bind_text (statement, entity->attributes);
  corpus_statement_bind_text (statement, entity->note);
  corpus_statement_bind_text (statement, entity->extra);
  bind_provenance (statement, &entity->provenance);
  return run_put (self, statement, &entity_table, entity->id, error) &&
         put_pieces (self, &entity_pieces, "entity", entity->id, entity->pieces, how, error);
}

static gboolean
put_filler (CorpusStore *self,
            gint64 indicator_id,
            CorpusSlot slot,
            guint n,
            CorpusFiller *filler,
            const CorpusPut *how,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &filler_table, how->is_new);
  g_autoptr (CorpusStatement) piece_statement = NULL;

  corpus_statement_bind_int (statement, indicator_id);
  corpus_statement_bind_int (statement, slot);
  corpus_statement_bind_int (statement, n);
  corpus_statement_bind_text (statement, filler->text);
  corpus_statement_bind_text (statement, filler->extra);
  if (!run_put (self, statement, &filler_table, indicator_id, error))
    return FALSE;

  piece_statement = prepare_put (self, &filler_piece_table, how->is_new);
  for (guint i = 0; i < filler->pieces->len; i++)
    {
      corpus_statement_bind_int (piece_statement, indicator_id);
      corpus_statement_bind_int (piece_statement, slot);
      corpus_statement_bind_int (piece_statement, n);
      corpus_statement_bind_int (piece_statement, i);
      if (!bind_piece (self, piece_statement, corpus_piece_at (filler->pieces, i), "indicator", TRUE, error) ||
          !run_put (self, piece_statement, &filler_piece_table, indicator_id, error))
        return FALSE;
    }
  return how->is_new ||
         delete_rows (self, "DELETE FROM filler_piece WHERE indicator = ? AND slot = ? AND filler = ? AND n >= ?",
                      indicator_id, slot, n, filler->pieces->len, error);
}

static gboolean
put_slots (CorpusStore *self,
           CorpusIndicator *indicator,
           const CorpusPut *how,
           GError **error)
{
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    {
      GPtrArray *fillers = indicator->slots[slot];

      for (guint i = 0; i < fillers->len; i++)
        if (!put_filler (self, indicator->id, slot, i, g_ptr_array_index (fillers, i), how, error))
          return FALSE;
      if (!how->is_new &&
          (!delete_rows (self, "DELETE FROM filler_piece WHERE indicator = ? AND slot = ? AND filler >= ?",
                         indicator->id, slot, fillers->len, 0, error) ||
           !delete_rows (self, "DELETE FROM filler WHERE indicator = ? AND slot = ? AND n >= ?",
                         indicator->id, slot, fillers->len, 0, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_indicator_anchored (CorpusIndicator *indicator)
{
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    for (guint i = 0; i < indicator->slots[slot]->len; i++)
      if (((CorpusFiller *) g_ptr_array_index (indicator->slots[slot], i))->pieces->len > 0)
        return TRUE;
  return FALSE;
}

static gboolean
put_indicator (CorpusStore *self,
               CorpusIndicator *indicator,
               const CorpusPut *how,
               GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;
  gint64 tie;

  if (!find_tie ("indicator", indicator->article_id, is_indicator_anchored (indicator), how, &tie, error))
    return FALSE;
  statement = prepare_put (self, &indicator_table, how->is_new);
  corpus_statement_bind_int (statement, indicator->id);
  corpus_statement_bind_id (statement, tie);
  corpus_statement_bind_text (statement, indicator->foreign_id);
  corpus_statement_bind_text (statement, indicator->number);
  corpus_statement_bind_text (statement, indicator->number_max);
  corpus_statement_bind_text (statement, indicator->unit);
  corpus_statement_bind_text (statement, indicator->unit_text);
  corpus_statement_bind_text (statement, corpus_cmp_to_string (indicator->cmp));
  corpus_statement_bind_text (statement, corpus_kind_to_string (indicator->kind));
  corpus_statement_bind_text (statement, corpus_direction_to_string (indicator->direction));
  corpus_statement_bind_text (statement, corpus_basis_to_string (indicator->basis));
  corpus_statement_bind_text (statement, corpus_status_to_string (indicator->status));
  corpus_statement_bind_text (statement, indicator->period_iso);
  corpus_statement_bind_text (statement, indicator->period_start);
  corpus_statement_bind_text (statement, indicator->period_end);
  corpus_statement_bind_text (statement, corpus_period_role_to_string (indicator->period_role));
  corpus_statement_bind_id (statement, indicator->of);
  corpus_statement_bind_id (statement, indicator->same_as);
  corpus_statement_bind_text (statement, indicator->series);
  corpus_statement_bind_text (statement, indicator->note);
  corpus_statement_bind_text (statement, indicator->extra);
  bind_provenance (statement, &indicator->provenance);
  return run_put (self, statement, &indicator_table, indicator->id, error) &&
         put_slots (self, indicator, how, error);
}

static gboolean
put_relation (CorpusStore *self,
              CorpusRelation *relation,
              const CorpusPut *how,
              GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &relation_table, how->is_new);

  corpus_statement_bind_int (statement, relation->id);
  corpus_statement_bind_text (statement, relation->foreign_id);
  corpus_statement_bind_text (statement, relation->type);
  corpus_statement_bind_int (statement, relation->from_id);
  corpus_statement_bind_int (statement, relation->to_id);
  corpus_statement_bind_text (statement, relation->extra);
  bind_provenance (statement, &relation->provenance);
  return run_put (self, statement, &relation_table, relation->id, error);
}

/* The labels of a version are written anew: of a row that comes back as it was, the session records nothing. */
static gboolean
put_tagset (CorpusStore *self,
            CorpusTagset *tagset,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &tagset_table, FALSE);
  g_autoptr (CorpusStatement) label_statement = NULL;

  corpus_statement_bind_int (statement, tagset->version);
  corpus_statement_bind_text (statement, tagset->name != NULL ? tagset->name : "");
  corpus_statement_bind_text (statement, tagset->attributes != NULL ? tagset->attributes : "[]");
  corpus_statement_bind_text (statement, tagset->relations != NULL ? tagset->relations : "[]");
  corpus_statement_bind_text (statement, tagset->guidelines != NULL ? tagset->guidelines : "");
  corpus_statement_bind_text (statement, tagset->extra);
  if (!corpus_statement_run (statement, error) ||
      !delete_rows (self, "DELETE FROM label WHERE tagset = ?", tagset->version, 0, 0, 0, error))
    return FALSE;

  label_statement = prepare_put (self, &label_table, TRUE);
  for (guint i = 0; i < tagset->labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (tagset->labels, i);

      corpus_statement_bind_int (label_statement, tagset->version);
      corpus_statement_bind_text (label_statement, label->name);
      corpus_statement_bind_int (label_statement, i);
      corpus_statement_bind_text (label_statement, label->title);
      corpus_statement_bind_text (label_statement, label->colour);
      corpus_statement_bind_text (label_statement, label->key);
      corpus_statement_bind_text (label_statement, label->description);
      corpus_statement_bind_text (label_statement, label->parent);
      corpus_statement_bind_text (label_statement, label->extra);
      if (!run_put (self, label_statement, &label_table, tagset->version, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts a value of the model into its rows. */
gboolean
corpus_store_put (CorpusStore *self,
                  CorpusMember kind,
                  gpointer value,
                  const CorpusPut *how,
                  GError **error)
{
  switch (kind)
    {
    case CORPUS_MEMBER_PAGE:
      return put_page (self, value, how, error);
    case CORPUS_MEMBER_ARTICLE:
      return put_head (self, value, how, error);
    case CORPUS_MEMBER_BLOCK:
      return put_block (self, value, how, error);
    case CORPUS_MEMBER_CORRECTION:
      return put_correction (self, value, how, error);
    case CORPUS_MEMBER_CREDIT:
      return put_credit (self, value, how, error);
    case CORPUS_MEMBER_DATELINE:
      return put_dateline (self, value, how, error);
    case CORPUS_MEMBER_ENTITY:
      return put_entity (self, value, how, error);
    case CORPUS_MEMBER_INDICATOR:
      return put_indicator (self, value, how, error);
    case CORPUS_MEMBER_RELATION:
      return put_relation (self, value, how, error);
    case CORPUS_MEMBER_TAGSET:
      return put_tagset (self, value, error);
    case CORPUS_MEMBER_CORPUS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
remove_annotation (CorpusStore *self,
                   const char *const *statements,
                   gint64 id,
                   GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (!delete_rows (self, statements[i], id, id, 0, 0, error))
      return FALSE;
  return TRUE;
}

/* Removes an annotation with its parts and what names it. One that is not there is gone already. */
gboolean
corpus_store_remove (CorpusStore *self,
                     CorpusMember kind,
                     gint64 id,
                     GError **error)
{
  static const char *const correction[] = { "DELETE FROM correction WHERE id = ?", NULL };
  static const char *const credit[] = { "DELETE FROM credit_piece WHERE credit = ?",
                                        "DELETE FROM relation WHERE from_id = ? OR to_id = ?",
                                        "DELETE FROM credit WHERE id = ?", NULL };
  static const char *const dateline[] = { "DELETE FROM dateline_piece WHERE dateline = ?",
                                          "DELETE FROM dateline WHERE id = ?", NULL };
  static const char *const entity[] = { "DELETE FROM entity_piece WHERE entity = ?",
                                        "DELETE FROM relation WHERE from_id = ? OR to_id = ?",
                                        "DELETE FROM entity WHERE id = ?", NULL };
  static const char *const indicator[] = { "DELETE FROM filler_piece WHERE indicator = ?",
                                           "DELETE FROM filler WHERE indicator = ?",
                                           "DELETE FROM relation WHERE from_id = ? OR to_id = ?",
                                           "UPDATE indicator SET of_indicator = NULL WHERE of_indicator = ?",
                                           "UPDATE indicator SET same_as = NULL WHERE same_as = ?",
                                           "DELETE FROM indicator WHERE id = ?", NULL };
  static const char *const relation[] = { "DELETE FROM relation WHERE id = ?", NULL };

  switch (kind)
    {
    case CORPUS_MEMBER_CORRECTION:
      return remove_annotation (self, correction, id, error);
    case CORPUS_MEMBER_CREDIT:
      return remove_annotation (self, credit, id, error);
    case CORPUS_MEMBER_DATELINE:
      return remove_annotation (self, dateline, id, error);
    case CORPUS_MEMBER_ENTITY:
      return remove_annotation (self, entity, id, error);
    case CORPUS_MEMBER_INDICATOR:
      return remove_annotation (self, indicator, id, error);
    case CORPUS_MEMBER_RELATION:
      return remove_annotation (self, relation, id, error);
    case CORPUS_MEMBER_PAGE:
    case CORPUS_MEMBER_ARTICLE:
    case CORPUS_MEMBER_BLOCK:
    case CORPUS_MEMBER_TAGSET:
    case CORPUS_MEMBER_CORPUS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Puts the name of a person. */
gboolean
corpus_store_put_person (CorpusStore *self,
                         const char *id,
                         const char *name,
                         GError **error)
{
  g_autoptr (CorpusStatement) statement = prepare_put (self, &person_table, FALSE);

  corpus_statement_bind_text (statement, id);
  corpus_statement_bind_text (statement, name);
  return corpus_statement_run (statement, error);
}

/* Puts what is said of the corpus as a whole; NULL takes it away. */
gboolean
corpus_store_put_value (CorpusStore *self,
                        const char *key,
                        const char *value,
                        GError **error)
{
  g_autoptr (CorpusStatement) statement = value != NULL ? prepare_put (self, &corpus_table, FALSE)
                                                        : corpus_db_prepare (self->db, "DELETE FROM corpus WHERE key = ?", INTENT);

  corpus_statement_bind_text (statement, key);
  if (value != NULL)
    corpus_statement_bind_text (statement, value);
  return corpus_statement_run (statement, error);
}

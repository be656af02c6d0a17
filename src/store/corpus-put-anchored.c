/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts what lies on pages: blocks, corrections, annotations. Here every anchor is checked against the text of its page: an
 * annotation that does not say what the page says there is refused before anything is written. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-put.h"

static const CorpusTable block_table = { "block", 1, CORPUS_BLOCK_COLUMNS };
static const CorpusTable correction_table = { "correction", 1, CORPUS_CORRECTION_COLUMNS };
static const CorpusTable credit_table = { "credit", 1, CORPUS_CREDIT_COLUMNS };
static const CorpusTable dateline_table = { "dateline", 1, CORPUS_DATELINE_COLUMNS };
static const CorpusTable entity_table = { "entity", 1, CORPUS_ENTITY_COLUMNS };
static const CorpusTable indicator_table = { "indicator", 1, CORPUS_INDICATOR_COLUMNS };
static const CorpusTable filler_table = { "filler", 3, "indicator, slot, n, text, extra" };
static const CorpusTable filler_piece_table = {
  "filler_piece", 4, "indicator, slot, filler, n, page, start_char, end_char, text"
};
static const CorpusTable relation_table = { "relation", 1, CORPUS_RELATION_COLUMNS };
static const CorpusTable block_pieces = { "block_piece", 2,
                                          "block, n, page, start_char, end_char" };
static const CorpusTable credit_pieces = { "credit_piece", 2,
                                           "credit, n, page, start_char, end_char, text" };
static const CorpusTable dateline_pieces = { "dateline_piece", 2,
                                             "dateline, n, page, start_char, end_char, text" };
static const CorpusTable entity_pieces = { "entity_piece", 2,
                                           "entity, n, page, start_char, end_char, text" };

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
  if (!check_range (self, what, piece->page_id, piece->start, piece->end,
                    has_text ? piece->text : NULL, error))
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

static gboolean
put_pieces (CorpusStore *self,
            const CorpusTable *table,
            const char *owner,
            gint64 id,
            GArray *pieces,
            const CorpusPut *how,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, table, how->is_new);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      corpus_statement_bind_int (statement, id);
      corpus_statement_bind_int (statement, i);
      if (!bind_piece (self, statement, corpus_piece_at (pieces, i), owner, table != &block_pieces,
                       error) ||
          !corpus_put_run (self, statement, table, id, error))
        return FALSE;
    }
  if (how->is_new)
    return TRUE;
  rest = g_strdup_printf ("DELETE FROM %s WHERE %s = ? AND n >= ?", table->name, owner);
  return corpus_put_delete (self, rest, id, pieces->len, 0, 0, error);
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
put_block (CorpusStore *self,
           CorpusBlock *block,
           const CorpusPut *how,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (block->pieces->len == 0)
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "A block (%s) is anchored nowhere. Nothing was changed", block->role);
      return FALSE;
    }
  statement = corpus_put_prepare (self, &block_table, how->is_new);
  corpus_statement_bind_int (statement, block->id);
  corpus_statement_bind_id (statement, block->article_id);
  corpus_statement_bind_int (statement, block->rank);
  corpus_statement_bind_text (statement, block->role);
  corpus_statement_bind_int (statement, block->joins != FALSE);
  corpus_put_bind_strings (statement, block->doubts);
  corpus_statement_bind_text (statement, block->extra);
  corpus_put_bind_provenance (statement, &block->provenance);
  return corpus_put_run (self, statement, &block_table, block->id, error) &&
         put_pieces (self, &block_pieces, "block", block->id, block->pieces, how, error);
}

static gboolean
put_correction (CorpusStore *self,
                CorpusCorrection *correction,
                const CorpusPut *how,
                GError **error)
{
  g_autoptr (CorpusStatement) statement = NULL;

  if (!check_range (self, "correction", correction->page_id, correction->start, correction->end,
                    NULL, error))
    return FALSE;
  statement = corpus_put_prepare (self, &correction_table, how->is_new);
  corpus_statement_bind_int (statement, correction->id);
  corpus_statement_bind_int (statement, correction->page_id);
  corpus_statement_bind_int (statement, correction->start);
  corpus_statement_bind_int (statement, correction->end);
  corpus_statement_bind_text (statement, correction->text != NULL ? correction->text : "");
  corpus_statement_bind_text (statement, correction->extra);
  corpus_put_bind_provenance (statement, &correction->provenance);
  return corpus_put_run (self, statement, &correction_table, correction->id, error);
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
  statement = corpus_put_prepare (self, &credit_table, how->is_new);
  corpus_statement_bind_int (statement, credit->id);
  corpus_statement_bind_id (statement, tie);
  corpus_statement_bind_text (statement, credit->name);
  corpus_statement_bind_text (statement, corpus_credit_role_to_string (credit->role));
  corpus_statement_bind_text (statement, credit->affiliation);
  corpus_statement_bind_text (statement, credit->extra);
  corpus_put_bind_provenance (statement, &credit->provenance);
  return corpus_put_run (self, statement, &credit_table, credit->id, error) &&
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
  statement = corpus_put_prepare (self, &dateline_table, how->is_new);
  corpus_statement_bind_int (statement, dateline->id);
  corpus_statement_bind_id (statement, tie);
  corpus_statement_bind_text (statement, dateline->place);
  corpus_statement_bind_text (statement, dateline->date);
  corpus_statement_bind_text (statement, dateline->extra);
  corpus_put_bind_provenance (statement, &dateline->provenance);
  return corpus_put_run (self, statement, &dateline_table, dateline->id, error) &&
         put_pieces (self, &dateline_pieces, "dateline", dateline->id, dateline->pieces, how,
                     error);
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
  statement = corpus_put_prepare (self, &entity_table, how->is_new);
  corpus_statement_bind_int (statement, entity->id);
  corpus_statement_bind_text (statement, entity->foreign_id);
  corpus_statement_bind_text (statement, entity->label);
  corpus_statement_bind_text (statement, entity->norm);
  corpus_put_bind_strings (statement, entity->refs);
  corpus_statement_bind_text (statement, entity->attributes);
  corpus_statement_bind_text (statement, entity->note);
  corpus_statement_bind_text (statement, entity->extra);
  corpus_put_bind_provenance (statement, &entity->provenance);
  return corpus_put_run (self, statement, &entity_table, entity->id, error) &&
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
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, &filler_table, how->is_new);
  g_autoptr (CorpusStatement) piece_statement = NULL;

  corpus_statement_bind_int (statement, indicator_id);
  corpus_statement_bind_int (statement, slot);
  corpus_statement_bind_int (statement, n);
  corpus_statement_bind_text (statement, filler->text);
  corpus_statement_bind_text (statement, filler->extra);
  if (!corpus_put_run (self, statement, &filler_table, indicator_id, error))
    return FALSE;

  piece_statement = corpus_put_prepare (self, &filler_piece_table, how->is_new);
  for (guint i = 0; i < filler->pieces->len; i++)
    {
      corpus_statement_bind_int (piece_statement, indicator_id);
      corpus_statement_bind_int (piece_statement, slot);
      corpus_statement_bind_int (piece_statement, n);
      corpus_statement_bind_int (piece_statement, i);
      if (!bind_piece (self, piece_statement, corpus_piece_at (filler->pieces, i), "indicator",
                       TRUE, error) ||
          !corpus_put_run (self, piece_statement, &filler_piece_table, indicator_id, error))
        return FALSE;
    }
  return how->is_new ||
         corpus_put_delete (
             self,
             "DELETE FROM filler_piece WHERE indicator = ? AND slot = ? AND filler = ? AND n >= ?",
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
          (!corpus_put_delete (
               self, "DELETE FROM filler_piece WHERE indicator = ? AND slot = ? AND filler >= ?",
               indicator->id, slot, fillers->len, 0, error) ||
           !corpus_put_delete (self,
                               "DELETE FROM filler WHERE indicator = ? AND slot = ? AND n >= ?",
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

  if (!find_tie ("indicator", indicator->article_id, is_indicator_anchored (indicator), how, &tie,
                 error))
    return FALSE;
  statement = corpus_put_prepare (self, &indicator_table, how->is_new);
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
  corpus_put_bind_provenance (statement, &indicator->provenance);
  return corpus_put_run (self, statement, &indicator_table, indicator->id, error) &&
         put_slots (self, indicator, how, error);
}

static gboolean
put_relation (CorpusStore *self,
              CorpusRelation *relation,
              const CorpusPut *how,
              GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, &relation_table, how->is_new);

  corpus_statement_bind_int (statement, relation->id);
  corpus_statement_bind_text (statement, relation->foreign_id);
  corpus_statement_bind_text (statement, relation->type);
  corpus_statement_bind_int (statement, relation->from_id);
  corpus_statement_bind_int (statement, relation->to_id);
  corpus_statement_bind_text (statement, relation->extra);
  corpus_put_bind_provenance (statement, &relation->provenance);
  return corpus_put_run (self, statement, &relation_table, relation->id, error);
}

/* Puts a thing that lies on pages, or names such things. */
gboolean
corpus_put_anchored (CorpusStore *self,
                     CorpusMember kind,
                     gpointer value,
                     const CorpusPut *how,
                     GError **error)
{
  switch (kind)
    {
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
    case CORPUS_MEMBER_PAGE:
    case CORPUS_MEMBER_ARTICLE:
    case CORPUS_MEMBER_TAGSET:
    case CORPUS_MEMBER_CORPUS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts values of the model into their rows, and removes them. Always inside a transaction that the caller has begun, with
 * or without a session that records it. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-put.h"

static const CorpusTable page_table = { "page", 1, CORPUS_PAGE_COLUMNS };
static const CorpusTable article_table = { "article", 1, CORPUS_ARTICLE_COLUMNS };
static const CorpusTable field_table = { "field", 2, CORPUS_FIELD_COLUMNS };
static const CorpusTable review_table = { "review", 2, CORPUS_REVIEW_COLUMNS };
static const CorpusTable tagset_table = { "tagset", 1, CORPUS_TAGSET_COLUMNS };
static const CorpusTable label_table = { "label", 2, CORPUS_LABEL_COLUMNS };
static const CorpusTable person_table = { "person", 1, "id, name" };
static const CorpusTable corpus_table = { "corpus", 1, "key, value" };

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
          !g_str_equal (corpus_chars_get_utf8 (chars, NULL),
                        corpus_chars_get_utf8 (page->chars, NULL)))
        {
          g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                       "The text of a page never changes: import “%s” as a new page", page->file);
          return FALSE;
        }
    }

  statement = corpus_put_prepare (self, &page_table, how->is_new);
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
  return corpus_put_run (self, statement, &page_table, page->id, error);
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
  statement = field != NULL
                  ? corpus_put_prepare (self, &field_table, how->is_new)
                  : corpus_db_prepare (self->db, "DELETE FROM field WHERE article = ? AND name = ?",
                                       CORPUS_PUT_INTENT);
  corpus_statement_bind_int (statement, article_id);
  corpus_statement_bind_text (statement, corpus_field_to_string (name));
  if (field != NULL)
    {
      corpus_statement_bind_text (statement, field->value);
      corpus_put_bind_provenance (statement, &field->provenance);
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
  gboolean is_default =
      review->status == CORPUS_REVIEW_TODO && review->by == NULL && review->at == NULL;
  g_autoptr (CorpusStatement) statement = NULL;

  if (is_default && how->is_new)
    return TRUE;
  statement = !is_default ? corpus_put_prepare (self, &review_table, how->is_new)
                          : corpus_db_prepare (
                                self->db,
                                "DELETE FROM review WHERE article = ? AND task = ?",
                                CORPUS_PUT_INTENT);
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
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, &article_table, how->is_new);

  corpus_statement_bind_int (statement, head->id);
  corpus_statement_bind_text (statement, head->foreign_id);
  corpus_statement_bind_int (statement, head->rank != 0 ? head->rank : how->rank);
  corpus_put_bind_strings (statement, head->flags);
  corpus_statement_bind_int (statement, head->excluded != FALSE);
  corpus_statement_bind_text (statement, head->note);
  corpus_statement_bind_text (statement, head->extra);
  if (!corpus_put_run (self, statement, &article_table, head->id, error))
    return FALSE;

  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (!put_field (self, head->id, i, head->fields[i], how, error))
      return FALSE;
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    if (!put_review (self, head->id, i, &head->reviews[i], how, error))
      return FALSE;
  return TRUE;
}

/* The labels of a version are written anew: of a row that comes back as it was, the session records nothing. */
static gboolean
put_tagset (CorpusStore *self,
            CorpusTagset *tagset,
            GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, &tagset_table, FALSE);
  g_autoptr (CorpusStatement) label_statement = NULL;

  corpus_statement_bind_int (statement, tagset->version);
  corpus_statement_bind_text (statement, tagset->name != NULL ? tagset->name : "");
  corpus_statement_bind_text (statement, tagset->attributes != NULL ? tagset->attributes : "[]");
  corpus_statement_bind_text (statement, tagset->relations != NULL ? tagset->relations : "[]");
  corpus_statement_bind_text (statement, tagset->guidelines != NULL ? tagset->guidelines : "");
  corpus_statement_bind_text (statement, tagset->extra);
  if (!corpus_statement_run (statement, error) ||
      !corpus_put_delete (self, "DELETE FROM label WHERE tagset = ?", tagset->version, 0, 0, 0,
                          error))
    return FALSE;

  label_statement = corpus_put_prepare (self, &label_table, TRUE);
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
      if (!corpus_put_run (self, label_statement, &label_table, tagset->version, error))
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
    case CORPUS_MEMBER_TAGSET:
      return put_tagset (self, value, error);
    case CORPUS_MEMBER_BLOCK:
    case CORPUS_MEMBER_CORRECTION:
    case CORPUS_MEMBER_CREDIT:
    case CORPUS_MEMBER_DATELINE:
    case CORPUS_MEMBER_ENTITY:
    case CORPUS_MEMBER_INDICATOR:
    case CORPUS_MEMBER_RELATION:
      return corpus_put_anchored (self, kind, value, how, error);
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
    if (!corpus_put_delete (self, statements[i], id, id, 0, 0, error))
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
  g_autoptr (CorpusStatement) statement = corpus_put_prepare (self, &person_table, FALSE);

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
  g_autoptr (CorpusStatement) statement =
      value != NULL
          ? corpus_put_prepare (self, &corpus_table, FALSE)
          : corpus_db_prepare (self->db, "DELETE FROM corpus WHERE key = ?", CORPUS_PUT_INTENT);

  corpus_statement_bind_text (statement, key);
  if (value != NULL)
    corpus_statement_bind_text (statement, value);
  return corpus_statement_run (statement, error);
}

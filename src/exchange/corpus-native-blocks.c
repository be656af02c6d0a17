/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines, version 1: the reader of blocks, and of the corrections in them. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-exchange-error.h"
#include "exchange/corpus-native-parts.h"
#include "exchange/corpus-native-values.h"
#include "exchange/corpus-native.h"

/**
 * corpus_native_read_block:
 * @object: a block
 * @pages: (nullable) (element-type CorpusPage): the pages that its source counts; %NULL leaves the source out
 * @ids: gives it its id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the block, or %NULL with a #CorpusExchangeError
 */
CorpusBlock *
corpus_native_read_block (const CorpusJson *object,
                          GPtrArray *pages,
                          CorpusIdSource *ids,
                          GError **error)
{
  g_autoptr (CorpusBlock) block = corpus_block_new (corpus_id_source_next (ids), "other");
  g_autofree char *role = NULL;

  if (!corpus_native_need_text (object, "role", &role, error) ||
      !corpus_native_get_boolean (object, "joins", &block->joins, error) ||
      !corpus_native_get_provenance (object, &block->provenance, error) ||
      !corpus_native_get_strings (object, "doubts", &block->doubts, error) ||
      (pages != NULL && !corpus_native_get_source (object, pages, FALSE, block->pieces, error)))
    return NULL;
  block->role = corpus_role (role);
  block->extra = corpus_json_dup_others (object, corpus_native_block_members);
  return g_steal_pointer (&block);
}

static gboolean
get_block_span (const CorpusJson *object,
                gint64 length,
                CorpusSpan *span,
                GError **error)
{
  const CorpusJson *start = corpus_json_find (object, "start"),
                   *end = corpus_json_find (object, "end");

  /* Some say null of what stays out of the text. */
  *span = (CorpusSpan){ 0, 0 };
  if (corpus_json_get_kind (start) == CORPUS_JSON_NULL &&
      corpus_json_get_kind (end) == CORPUS_JSON_NULL)
    return TRUE;
  if (corpus_json_get_int (start, &span->start) &&
      corpus_json_get_int (end, &span->end) &&
      0 <= span->start && span->start <= span->end && span->end <= length)
    return TRUE;
  g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_RANGE,
                       "start, end: they are no range of the text");
  return FALSE;
}

static gboolean
read_correction (const CorpusJson *object,
                 CorpusArticle *article,
                 CorpusIdSource *ids,
                 GError **error)
{
  const CorpusJson *source = corpus_json_find (object, "source");
  GPtrArray *pages = corpus_article_get_pages (article);
  g_autoptr (CorpusCorrection) correction = NULL;
  gint64 index, start, end;
  CorpusPage *page;

  if (corpus_json_get_kind (source) != CORPUS_JSON_ARRAY || corpus_json_get_length (source) != 3 ||
      !corpus_json_get_int (corpus_json_get_at (source, 0), &index) ||
      !corpus_json_get_int (corpus_json_get_at (source, 1), &start) ||
      !corpus_json_get_int (corpus_json_get_at (source, 2), &end) ||
      index < 0 || index >= pages->len)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                           "source: it is not [page, start, end]");
      return FALSE;
    }
  page = g_ptr_array_index (pages, index);
  if (start < 0 || start > end || end > corpus_chars_get_length (page->chars))
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_RANGE,
                           "source: it is no range of the page");
      return FALSE;
    }
  correction = corpus_correction_new (corpus_id_source_next (ids), page->id, start, end, "");
  corpus_provenance_init (&correction->provenance, CORPUS_ORIGIN_IMPORT, CORPUS_STATE_ACCEPTED, -1);
  if (!corpus_native_get_text (object, "text", &correction->text, error))
    return FALSE;
  correction->extra = corpus_json_dup_others (object, corpus_native_correction_members);
  corpus_article_put_correction (article, correction);
  return TRUE;
}

/* @own_page: where the article is anchored in its own text, the page of that text. */
static gboolean
read_block_of (const CorpusJson *object,
               CorpusArticle *article,
               CorpusPage *own_page,
               guint index,
               CorpusIdSource *ids,
               GError **error)
{
  GPtrArray *pages = corpus_article_get_pages (article);
  g_autoptr (CorpusBlock) block =
      corpus_native_read_block (object, own_page != NULL ? NULL : pages, ids, error);
  const CorpusJson *corrections;

  if (block == NULL)
    return FALSE;
  block->article_id = corpus_article_get_id (article);
  block->rank = (index + 1) * CORPUS_NATIVE_RANK_STEP;
  if (own_page != NULL)
    {
      CorpusSpan span;

      if (!get_block_span (object, corpus_chars_get_length (own_page->chars), &span, error))
        return FALSE;
      /* What stays out of the text cannot be had without the page. */
      if (span.start == span.end)
        return TRUE;
      corpus_pieces_add (block->pieces, own_page->id, span.start, span.end, NULL);
    }
  else
    {
      if (!corpus_native_get_objects (object, "corrections", &corrections, error))
        return FALSE;
      for (guint i = 0; i < corpus_json_get_length (corrections); i++)
        if (!read_correction (corpus_json_get_at (corrections, i), article, ids, error))
          {
            g_prefix_error (error, "corrections[%u].", i);
            return FALSE;
          }
    }
  corpus_article_put_block (article, block);
  return TRUE;
}

/**
 * corpus_native_read_blocks:
 * @object: an article line
 * @article: the article, with its pages
 * @own_page: (nullable): where the article is anchored in its own text, the page of that text
 * @ids: gives blocks and corrections their ids
 * @error: return location for an error
 *
 * Puts the blocks and corrections into the article.
 *
 * Returns: %FALSE with a #CorpusExchangeError
 */
gboolean
corpus_native_read_blocks (const CorpusJson *object,
                           CorpusArticle *article,
                           CorpusPage *own_page,
                           CorpusIdSource *ids,
                           GError **error)
{
  const CorpusJson *blocks;

  if (!corpus_native_get_objects (object, "blocks", &blocks, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (blocks); i++)
    if (!read_block_of (corpus_json_get_at (blocks, i), article, own_page, i, ids, error))
      {
        g_prefix_error (error, "blocks[%u].", i);
        return FALSE;
      }
  return TRUE;
}

/**
 * corpus_native_check_text:
 * @object: an article line
 * @article: the article, with its pages, blocks and corrections
 * @error: return location for an error
 *
 * Holds the text of the line against what the blocks say: then every offset into
 * it is right or found wrong.
 *
 * Returns: %FALSE with a #CorpusExchangeError
 */
gboolean
corpus_native_check_text (const CorpusJson *object,
                          CorpusArticle *article,
                          GError **error)
{
  CorpusText *text = corpus_article_get_text (article);
  CorpusChars *chars = corpus_text_get_chars (text);
  const CorpusJson *blocks = corpus_json_find (object, "blocks");
  gsize n_derived, n_given, n_same = 0;
  const char *derived = corpus_chars_get_utf8 (chars, &n_derived);
  const char *given = corpus_json_get_string (corpus_json_find (object, "text"), &n_given);

  if (given == NULL)
    return TRUE;
  while (n_same < n_derived && n_same < n_given && derived[n_same] == given[n_same])
    n_same++;
  if (n_same < n_derived || n_same < n_given)
    {
      g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MISMATCH,
                   "text: from character %" G_GINT64_FORMAT
                   " on it is not what the sources of its blocks say",
                   n_same < n_derived ? corpus_chars_get_position (chars, n_same)
                                      : corpus_chars_get_length (chars));
      return FALSE;
    }
  for (guint i = 0; i < corpus_json_get_length (blocks); i++)
    {
      const CorpusSpan wanted = corpus_text_get_block_span (text, i);
      CorpusSpan span;

      if (!get_block_span (corpus_json_get_at (blocks, i), corpus_chars_get_length (chars), &span,
                           error))
        {
          g_prefix_error (error, "blocks[%u].", i);
          return FALSE;
        }
      if (span.end - span.start != wanted.end - wanted.start ||
          (span.start < span.end && span.start != wanted.start))
        {
          g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MISMATCH,
                       "blocks[%u]: its source stands at [%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                       ") of the text, not at [%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                       i, wanted.start, wanted.end, span.start, span.end);
          return FALSE;
        }
    }
  return TRUE;
}

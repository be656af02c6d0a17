/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles: reading it, keeping it up to date, and going from one article to another. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

static void
list_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (ReviewDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_worker_list_finish (CORPUS_WORKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || CORPUS_WORKER (source) != self->worker)
    return;
  g_clear_object (&self->listing);
  if (rows == NULL)
    {
      desk_set_failure (self, error->message);
      review_desk_say (self, error->message, NULL, NULL);
      return;
    }
  review_article_model_set_rows (self->rows, rows);
  desk_announce_rows (self);

  /* A corpus that has just been opened or filled shows something to do. */
  if (self->article == NULL && self->wanted_article_id == 0 && rows->len > 0 && !self->has_opened)
    {
      ReviewArticleItem *item = review_article_model_find_unreviewed (self->rows, 0);
      CorpusRow *first = g_ptr_array_index (rows, 0);

      review_desk_open_article (self, item != NULL ? review_article_item_get_id (item) : first->article_id);
    }
}

static void
load_row_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (ReviewDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusRow) row = corpus_worker_load_row_finish (CORPUS_WORKER (source), result, &error);

  if (CORPUS_WORKER (source) != self->worker)
    return;
  if (row != NULL)
    review_article_model_update_row (self->rows, row);
  else if (g_error_matches (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND))
    review_desk_reload_rows (self);
  desk_announce_rows (self);
}

/* Reads the row of one article again. */
void
desk_reload_row (ReviewDesk *self,
                 gint64 article_id)
{
  if (review_article_model_find (self->rows, article_id) != NULL)
    corpus_worker_load_row_async (self->worker, article_id, NULL, load_row_cb, g_object_ref (self));
}

/**
 * review_desk_reload_rows:
 * @self: a desk
 *
 * Reads the list again.
 */
void
review_desk_reload_rows (ReviewDesk *self)
{
  if (self->worker == NULL)
    return;
  desk_cancel (&self->listing);
  self->listing = g_cancellable_new ();
  corpus_worker_list_async (self->worker, CORPUS_ONLY_ALL, self->query, self->listing, list_cb, g_object_ref (self));
}

/**
 * review_desk_get_rows:
 * @self: a desk
 *
 * Returns: (transfer none): a #GListModel of #ReviewArticleItem
 */
GListModel *
review_desk_get_rows (ReviewDesk *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * review_desk_set_query:
 * @self: a desk
 * @query: (nullable): words
 *
 * Shows only the articles that hold these words.
 */
void
review_desk_set_query (ReviewDesk *self,
                       const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query != NULL ? query : ""));
  const char *words = *stripped != '\0' ? stripped : NULL;

  if (g_strcmp0 (self->query, words) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_QUERY]);
  review_desk_reload_rows (self);
}

/**
 * review_desk_get_query:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the words the list is filtered by
 */
const char *
review_desk_get_query (ReviewDesk *self)
{
  return self->query;
}

/* The article that is or will be on the paper. */
static gint64
current_id (ReviewDesk *self)
{
  if (self->wanted_article_id != 0)
    return self->wanted_article_id;
  return self->article != NULL ? corpus_article_get_id (self->article) : 0;
}

/**
 * review_desk_open_neighbour:
 * @self: a desk
 * @step: 1 for the next, -1 for the previous
 *
 * Puts a neighbour in the list on the paper.
 *
 * Returns: %FALSE where there is none
 */
gboolean
review_desk_open_neighbour (ReviewDesk *self,
                            int step)
{
  ReviewArticleItem *item = review_article_model_find (self->rows, current_id (self));
  gint64 position = item != NULL ? (gint64) review_article_item_get_position (item) + step : 0;
  g_autoptr (ReviewArticleItem) neighbour = NULL;

  if (position >= 0)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->rows), (guint) position);
  if (neighbour == NULL)
    return FALSE;
  review_desk_open_article (self, review_article_item_get_id (neighbour));
  return TRUE;
}

/**
 * review_desk_open_unreviewed:
 * @self: a desk
 *
 * Puts the next article with something left to review on the paper.
 *
 * Returns: %FALSE where there is none
 */
gboolean
review_desk_open_unreviewed (ReviewDesk *self)
{
  ReviewArticleItem *item = review_article_model_find_unreviewed (self->rows, current_id (self));

  if (item == NULL)
    return FALSE;
  review_desk_open_article (self, review_article_item_get_id (item));
  return TRUE;
}

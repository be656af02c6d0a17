/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-article-model.h"

struct _ReviewArticleModel
{
  GObject parent_instance;

  GPtrArray *items;  /* ReviewArticleItem */
  GHashTable *by_id; /* article id -> ReviewArticleItem of items */
};

static GType
review_article_model_get_item_type (GListModel *model)
{
  return REVIEW_TYPE_ARTICLE_ITEM;
}

static guint
review_article_model_get_n_items (GListModel *model)
{
  return REVIEW_ARTICLE_MODEL (model)->items->len;
}

static gpointer
review_article_model_get_item (GListModel *model,
                               guint position)
{
  ReviewArticleModel *self = REVIEW_ARTICLE_MODEL (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = review_article_model_get_item_type;
  iface->get_n_items = review_article_model_get_n_items;
  iface->get_item = review_article_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ReviewArticleModel,
                               review_article_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
review_article_model_finalize (GObject *object)
{
  ReviewArticleModel *self = REVIEW_ARTICLE_MODEL (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (review_article_model_parent_class)->finalize (object);
}

static void
review_article_model_class_init (ReviewArticleModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_article_model_finalize;
}

static void
review_article_model_init (ReviewArticleModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Tells the items of the group that begins at @start how far it is; returns where the next group begins. */
static guint
count_group (GPtrArray *items,
             guint start)
{
  ReviewArticleItem *first = g_ptr_array_index (items, start);
  guint end = start, n_reviewed = 0;

  while (end < items->len && review_article_item_shares_group (first, g_ptr_array_index (items, end)))
    n_reviewed += review_article_item_is_reviewed (g_ptr_array_index (items, end++)) ? 1 : 0;
  for (guint i = start; i < end; i++)
    review_article_item_set_group (g_ptr_array_index (items, i), i == start, n_reviewed, end - start);
  return end;
}

/**
 * review_article_model_new:
 *
 * Returns: (transfer full): an empty list
 */
ReviewArticleModel *
review_article_model_new (void)
{
  return g_object_new (REVIEW_TYPE_ARTICLE_MODEL, NULL);
}

static gboolean
is_row_at (GPtrArray *items,
           guint index,
           CorpusRow *row)
{
  return review_article_item_get_id (g_ptr_array_index (items, index)) == row->article_id;
}

/**
 * review_article_model_set_rows:
 * @self: a model
 * @rows: (element-type CorpusRow): all rows of the list
 *
 * Makes the list show @rows. Articles that were in it keep their item, and what
 * did not change at either end is not announced as changed.
 */
void
review_article_model_set_rows (ReviewArticleModel *self,
                               GPtrArray *rows)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) old_by_id = g_steal_pointer (&self->by_id);
  guint n_same_start = 0, n_same_end = 0;

  review_article_model_init (self);
  for (guint i = 0; i < rows->len; i++)
    {
      CorpusRow *row = g_ptr_array_index (rows, i);
      ReviewArticleItem *item = g_hash_table_lookup (old_by_id, &row->article_id);

      if (item != NULL)
        review_article_item_set_row (g_object_ref (item), row);
      else
        item = review_article_item_new (row);
      review_article_item_set_position (item, i);
      g_ptr_array_add (self->items, item);
      g_hash_table_insert (self->by_id, g_memdup2 (&row->article_id, sizeof (gint64)), item);
    }
  for (guint i = 0; i < self->items->len;)
    i = count_group (self->items, i);

  while (n_same_start < old->len && n_same_start < rows->len &&
         is_row_at (old, n_same_start, g_ptr_array_index (rows, n_same_start)))
    n_same_start++;
  while (n_same_start + n_same_end < old->len && n_same_start + n_same_end < rows->len &&
         is_row_at (old, old->len - 1 - n_same_end, g_ptr_array_index (rows, rows->len - 1 - n_same_end)))
    n_same_end++;
  if (n_same_start + n_same_end < old->len || n_same_start + n_same_end < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same_start, old->len - n_same_start - n_same_end,
                                rows->len - n_same_start - n_same_end);
}

/**
 * review_article_model_update_row:
 * @self: a model
 * @row: what the store says of an article now
 *
 * Gives a row its new content where the list shows the article.
 */
void
review_article_model_update_row (ReviewArticleModel *self,
                                 CorpusRow *row)
{
  ReviewArticleItem *item = review_article_model_find (self, row->article_id);
  guint start;

  if (item == NULL)
    return;
  review_article_item_set_row (item, row);
  start = review_article_item_get_position (item);
  while (start > 0 && review_article_item_shares_group (item, g_ptr_array_index (self->items, start - 1)))
    start--;
  count_group (self->items, start);
}

/**
 * review_article_model_find:
 * @self: a model
 * @article_id: an article
 *
 * Returns: (transfer none) (nullable): the item of the article
 */
ReviewArticleItem *
review_article_model_find (ReviewArticleModel *self,
                           gint64 article_id)
{
  return g_hash_table_lookup (self->by_id, &article_id);
}

/**
 * review_article_model_find_unreviewed:
 * @self: a model
 * @after_article_id: where to begin; 0 begins with the first
 *
 * Finds the next article with something left to review, beginning anew at the end of the list.
 *
 * Returns: (transfer none) (nullable): its item, %NULL where every other article is reviewed or excluded
 */
ReviewArticleItem *
review_article_model_find_unreviewed (ReviewArticleModel *self,
                                      gint64 after_article_id)
{
  ReviewArticleItem *after = review_article_model_find (self, after_article_id);
  guint start = after != NULL ? review_article_item_get_position (after) + 1 : 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      ReviewArticleItem *item = g_ptr_array_index (self->items, (start + i) % self->items->len);

      if (item != after && !review_article_item_is_reviewed (item) &&
          !review_article_item_get_row (item)->is_excluded)
        return item;
    }
  return NULL;
}

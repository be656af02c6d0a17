/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-article-item.h"

#include <glib/gi18n.h>

struct _ReviewArticleItem
{
  GObject parent_instance;

  CorpusRow *row;
  guint position;
  gboolean is_group_start;
  guint n_reviewed;
  guint n_articles;
};

enum
{
  PROP_0,
  PROP_ROW,
  PROP_GROUP_TITLE,
  PROP_GROUP_PROGRESS,
  PROP_IS_GROUP_START,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ReviewArticleItem, review_article_item, G_TYPE_OBJECT)

static gboolean
is_given (const char *string)
{
  return string != NULL && *string != '\0';
}

/* "东州日报 · 2026-03-18 · p. 1": what is known of where the article was printed. */
static char *
dup_group_title (ReviewArticleItem *self)
{
  CorpusRow *row = self->row;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;

  if (is_given (row->publication))
    g_ptr_array_add (parts, g_strdup (row->publication));
  if (is_given (row->date))
    g_ptr_array_add (parts, g_strdup (row->date));
  if (is_given (row->edition))
    g_ptr_array_add (parts, g_strdup (row->edition));
  /* Translators: number of a newspaper page */
  if (is_given (row->number))
    g_ptr_array_add (parts, g_strdup_printf (_ ("p. %s"), row->number));
  if (parts->len == 0)
    return g_strdup (_ ("No publication or date"));
  g_ptr_array_add (parts, NULL);
  title = g_strjoinv (" · ", (char **) parts->pdata);
  return g_steal_pointer (&title);
}

static void
review_article_item_get_property (GObject *object,
                                  guint property_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  ReviewArticleItem *self = REVIEW_ARTICLE_ITEM (object);

  switch (property_id)
    {
    case PROP_ROW:
      g_value_set_boxed (value, self->row);
      break;
    case PROP_GROUP_TITLE:
      g_value_take_string (value, dup_group_title (self));
      break;
    case PROP_GROUP_PROGRESS:
      g_value_take_string (value, g_strdup_printf ("%u / %u", self->n_reviewed, self->n_articles));
      break;
    case PROP_IS_GROUP_START:
      g_value_set_boolean (value, self->is_group_start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
review_article_item_finalize (GObject *object)
{
  ReviewArticleItem *self = REVIEW_ARTICLE_ITEM (object);

  g_clear_pointer (&self->row, corpus_row_unref);

  G_OBJECT_CLASS (review_article_item_parent_class)->finalize (object);
}

static void
review_article_item_class_init (ReviewArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = review_article_item_get_property;
  object_class->finalize = review_article_item_finalize;

  props[PROP_ROW] = g_param_spec_boxed ("row", NULL, NULL, CORPUS_TYPE_ROW,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP_TITLE] = g_param_spec_string ("group-title", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP_PROGRESS] = g_param_spec_string ("group-progress", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_GROUP_START] = g_param_spec_boolean ("is-group-start", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
review_article_item_init (ReviewArticleItem *self)
{
}

/**
 * review_article_item_new:
 * @row: what the store says of an article
 *
 * Returns: (transfer full): an item that is in no list yet
 */
ReviewArticleItem *
review_article_item_new (CorpusRow *row)
{
  ReviewArticleItem *self = g_object_new (REVIEW_TYPE_ARTICLE_ITEM, NULL);

  self->row = corpus_row_ref (row);
  return self;
}

/**
 * review_article_item_get_id:
 * @self: an item
 *
 * Returns: the id of its article
 */
gint64
review_article_item_get_id (ReviewArticleItem *self)
{
  return self->row->article_id;
}

/**
 * review_article_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): what the store says of the article
 */
CorpusRow *
review_article_item_get_row (ReviewArticleItem *self)
{
  return self->row;
}

/**
 * review_article_item_set_row:
 * @self: an item
 * @row: what the store says of the same article now
 */
void
review_article_item_set_row (ReviewArticleItem *self,
                             CorpusRow *row)
{
  CorpusRow *old = self->row;

  g_return_if_fail (row->article_id == old->article_id);

  self->row = corpus_row_ref (row);
  corpus_row_unref (old);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

/**
 * review_article_item_get_position:
 * @self: an item
 *
 * Returns: its place in the list
 */
guint
review_article_item_get_position (ReviewArticleItem *self)
{
  return self->position;
}

/**
 * review_article_item_set_position:
 * @self: an item
 * @position: its place in the list
 */
void
review_article_item_set_position (ReviewArticleItem *self,
                                  guint position)
{
  self->position = position;
}

/**
 * review_article_item_set_group:
 * @self: an item
 * @is_group_start: whether it is the first of its page in the list
 * @n_reviewed: how many articles of the page are reviewed
 * @n_articles: how many articles of the page are in the list
 */
void
review_article_item_set_group (ReviewArticleItem *self,
                               gboolean is_group_start,
                               guint n_reviewed,
                               guint n_articles)
{
  if (self->is_group_start != is_group_start)
    {
      self->is_group_start = is_group_start;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_GROUP_START]);
    }
  if (self->n_reviewed != n_reviewed || self->n_articles != n_articles)
    {
      self->n_reviewed = n_reviewed;
      self->n_articles = n_articles;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP_PROGRESS]);
    }
}

/**
 * review_article_item_shares_group:
 * @self: an item
 * @other: another
 *
 * Returns: whether both begin on the same page of the same issue
 */
gboolean
review_article_item_shares_group (ReviewArticleItem *self,
                                  ReviewArticleItem *other)
{
  CorpusRow *a = self->row, *b = other->row;

  return g_strcmp0 (a->publication, b->publication) == 0 && g_strcmp0 (a->date, b->date) == 0 &&
         g_strcmp0 (a->edition, b->edition) == 0 && g_strcmp0 (a->number, b->number) == 0;
}

/**
 * review_article_item_is_reviewed:
 * @self: an item
 *
 * Returns: whether all tasks of the article are done
 */
gboolean
review_article_item_is_reviewed (ReviewArticleItem *self)
{
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    if (self->row->reviews[i] != CORPUS_REVIEW_DONE)
      return FALSE;
  return TRUE;
}

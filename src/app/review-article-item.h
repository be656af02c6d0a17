/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-row.h"

G_BEGIN_DECLS

/* A row of the article list: what the store says of an article, and where the article stands in its group (the
 * articles of one page). Main thread only.
 *
 * Properties: "row" (CorpusRow), "group-title" (string), "group-progress" (string, "1 / 5"), "is-group-start" (gboolean). */
#define REVIEW_TYPE_ARTICLE_ITEM (review_article_item_get_type ())
G_DECLARE_FINAL_TYPE (ReviewArticleItem, review_article_item, REVIEW, ARTICLE_ITEM, GObject)

ReviewArticleItem *review_article_item_new (CorpusRow *row) G_GNUC_WARN_UNUSED_RESULT;
gint64 review_article_item_get_id (ReviewArticleItem *self);
CorpusRow *review_article_item_get_row (ReviewArticleItem *self);
void review_article_item_set_row (ReviewArticleItem *self,
                                  CorpusRow *row);
guint review_article_item_get_position (ReviewArticleItem *self);
void review_article_item_set_position (ReviewArticleItem *self,
                                       guint position);
void review_article_item_set_group (ReviewArticleItem *self,
                                    gboolean is_group_start,
                                    guint n_reviewed,
                                    guint n_articles);
gboolean review_article_item_shares_group (ReviewArticleItem *self,
                                           ReviewArticleItem *other);
gboolean review_article_item_is_reviewed (ReviewArticleItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/review-article-item.h"

G_BEGIN_DECLS

/* The articles of the list as a GListModel of ReviewArticleItem, in corpus order. An update keeps the items of articles that
 * stay, so that selection and place survive it. Main thread only. */
#define REVIEW_TYPE_ARTICLE_MODEL (review_article_model_get_type ())
G_DECLARE_FINAL_TYPE (ReviewArticleModel, review_article_model, REVIEW, ARTICLE_MODEL, GObject)

ReviewArticleModel *review_article_model_new (void) G_GNUC_WARN_UNUSED_RESULT;
void review_article_model_set_rows (ReviewArticleModel *self,
                                    GPtrArray *rows);
void review_article_model_update_row (ReviewArticleModel *self,
                                      CorpusRow *row);
ReviewArticleItem *review_article_model_find (ReviewArticleModel *self,
                                              gint64 article_id);
ReviewArticleItem *review_article_model_find_unreviewed (ReviewArticleModel *self,
                                                         gint64 after_article_id);

G_END_DECLS

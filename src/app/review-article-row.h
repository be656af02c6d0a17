/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/review-article-item.h"

G_BEGIN_DECLS

/* A row of the article list: above the first article of a page the title of its group, then how far the article is, its
 * headline, what is left to check, and what is doubtful about its structure. */
#define REVIEW_TYPE_ARTICLE_ROW (review_article_row_get_type ())
G_DECLARE_FINAL_TYPE (ReviewArticleRow, review_article_row, REVIEW, ARTICLE_ROW, GtkBox)

GtkWidget *review_article_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void review_article_row_bind (ReviewArticleRow *self,
                              ReviewArticleItem *item); /* NULL: none any more */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The articles of the corpus, grouped by page, with a search on top. What is selected here is on the paper and the other way
 * round. Property "desk" (ReviewDesk); signal "chosen": the reviewer clicked an article or pressed Enter on it. */
#define REVIEW_TYPE_ARTICLE_LIST (review_article_list_get_type ())
G_DECLARE_FINAL_TYPE (ReviewArticleList, review_article_list, REVIEW, ARTICLE_LIST, AdwBin)

GtkWidget *review_article_list_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void review_article_list_set_desk (ReviewArticleList *self,
                                   ReviewDesk *desk);
void review_article_list_focus_search (ReviewArticleList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* What was done to the article, the latest first. */
#define REVIEW_TYPE_HISTORY_PAGE (review_history_page_get_type ())
G_DECLARE_FINAL_TYPE (ReviewHistoryPage, review_history_page, REVIEW, HISTORY_PAGE, GtkWidget)

GtkWidget *review_history_page_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

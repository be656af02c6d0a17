/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* How far one task of the article is: a box to tick when it is done, and the four steps beside it. */
#define REVIEW_TYPE_TASK_BAR (review_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReviewTaskBar, review_task_bar, REVIEW, TASK_BAR, GtkWidget)

GtkWidget *review_task_bar_new (ReviewDesk *desk,
                                CorpusTask task) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

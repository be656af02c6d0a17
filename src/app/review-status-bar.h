/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The line at the foot of the window: whether everything is saved, how far the corpus is, the most useful keys. */
#define REVIEW_TYPE_STATUS_BAR (review_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReviewStatusBar, review_status_bar, REVIEW, STATUS_BAR, AdwBin)

GtkWidget *review_status_bar_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void review_status_bar_set_desk (ReviewStatusBar *self,
                                 ReviewDesk *desk);

G_END_DECLS

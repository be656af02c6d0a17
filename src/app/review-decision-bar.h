/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-paper.h"

G_BEGIN_DECLS

/* The bar at the foot of the paper: the one selected annotation, and what can be done with it, each verb with its key. */
#define REVIEW_TYPE_DECISION_BAR (review_decision_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReviewDecisionBar, review_decision_bar, REVIEW, DECISION_BAR, AdwBin)

GtkWidget *review_decision_bar_new (ReviewDesk *desk,
                                    ReviewPaper *paper) G_GNUC_WARN_UNUSED_RESULT;
void review_decision_bar_set_up (ReviewDecisionBar *self,
                                 ReviewDesk *desk,
                                 ReviewPaper *paper);

G_END_DECLS

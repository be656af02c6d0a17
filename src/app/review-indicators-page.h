/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-annotation-list.h"

G_BEGIN_DECLS

/* The indicators of the article, and the selected one as a sentence and as a form. */
#define REVIEW_TYPE_INDICATORS_PAGE (review_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (ReviewIndicatorsPage, review_indicators_page, REVIEW, INDICATORS_PAGE, GtkWidget)

GtkWidget *review_indicators_page_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean review_indicators_page_commit (ReviewIndicatorsPage *self);
gboolean review_indicators_page_focus_selected (ReviewIndicatorsPage *self);
ReviewAnnotationList *review_indicators_page_get_list (ReviewIndicatorsPage *self);

G_END_DECLS

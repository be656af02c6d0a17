/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The article as a newspaper would set it, with a labelled box around each annotation. Main thread only.
 *
 * Properties: "desk" (ReviewDesk), "is-filling-slots" (gboolean: the letters V N S P C B D fill the slots of the selected indicator),
 *             "shows-rejected" (gboolean). All verbs are actions of review_paper_get_actions(), known as "paper". */
#define REVIEW_TYPE_PAPER (review_paper_get_type ())
G_DECLARE_FINAL_TYPE (ReviewPaper, review_paper, REVIEW, PAPER, GtkTextView)

GtkWidget *review_paper_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void review_paper_set_desk (ReviewPaper *self,
                            ReviewDesk *desk);
GActionGroup *review_paper_get_actions (ReviewPaper *self);
gboolean review_paper_get_selection (ReviewPaper *self,
                                     CorpusSpan *span); /* of the article's text; FALSE: nothing is selected */
void review_paper_select_range (ReviewPaper *self,
                                gint64 start,
                                gint64 end);
void review_paper_reveal (ReviewPaper *self,
                          gint64 id);
GArray *review_paper_get_box_rects (ReviewPaper *self,
                                    gint64 id) G_GNUC_WARN_UNUSED_RESULT; /* GdkRectangle in buffer coordinates, one a piece and display line */
gint64 review_paper_find_at (ReviewPaper *self,
                             double x,
                             double y); /* widget coordinates; 0: no annotation */
int review_paper_get_measure (ReviewPaper *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/review-article-list.h"
#include "app/review-decision-bar.h"
#include "app/review-inspector.h"
#include "app/review-paper.h"
#include "app/review-status-bar.h"
#include "app/review-window.h"

G_BEGIN_DECLS

struct _ReviewWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkStack *stack;
  AdwBin *welcome_bin;
  GtkPaned *list_paned;
  GtkPaned *inspector_paned;
  ReviewArticleList *article_list;
  GtkWidget *paper_stack;
  ReviewPaper *paper;
  ReviewDecisionBar *decision_bar;
  AdwBin *inspector_bin;
  ReviewStatusBar *status_bar;

  /* Owned */
  ReviewDesk *desk;
  CorpusWorker *worker; /* whose verbs the undo button says */
  GSettings *settings;  /* NULL where the schema is not installed */
  AdwToast *toast;      /* the last one, borrowed until it goes */

  ReviewInspector *inspector; /* borrowed from its bin */
  gboolean awaits_article; /* a corpus was opened, its first article was not shown yet */
  gboolean is_narrow;
  gboolean wants_inspector; /* the reviewer's choice while the window is wide */
  gboolean shows_inspector;
  gboolean has_sizes;  /* the panes have the widths of last time */
  gboolean is_closing; /* the corpus is being closed, the window follows */
};

/* review-window-actions.c */
void window_actions_class_init (GtkWidgetClass *widget_class);
void window_update_actions (ReviewWindow *self);
void window_show_inspector (ReviewWindow *self,
                            gboolean shows);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The pane beside the paper: metadata, entities, indicators and history of the article the desk is about.
 * It observes the desk and calls its verbs; nobody has to keep it up to date. Main thread only. */
#define REVIEW_TYPE_INSPECTOR (review_inspector_get_type ())
G_DECLARE_FINAL_TYPE (ReviewInspector, review_inspector, REVIEW, INSPECTOR, AdwBin)

GtkWidget *review_inspector_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void review_inspector_show_page (ReviewInspector *self,
                                 const char *page); /* "metadata", "entities", "indicators", "history" */
gboolean review_inspector_focus_selected (ReviewInspector *self);
gboolean review_inspector_commit (ReviewInspector *self);

G_END_DECLS

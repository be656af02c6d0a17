/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The window: one desk, and the panes that observe it. Main thread only. */
#define REVIEW_TYPE_WINDOW (review_window_get_type ())
G_DECLARE_FINAL_TYPE (ReviewWindow, review_window, REVIEW, WINDOW, AdwApplicationWindow)

ReviewWindow *review_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
ReviewDesk *review_window_get_desk (ReviewWindow *self);
void review_window_open_corpus (ReviewWindow *self,
                                const char *path,
                                gboolean create);
void review_window_import (ReviewWindow *self,
                           GListModel *files);

G_END_DECLS

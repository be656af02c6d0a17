/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The selected indicator: read back as a sentence, decided, and mended slot by slot and value by value. */
#define REVIEW_TYPE_INDICATOR_EDITOR (review_indicator_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReviewIndicatorEditor, review_indicator_editor, REVIEW, INDICATOR_EDITOR, GtkWidget)

GtkWidget *review_indicator_editor_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean review_indicator_editor_commit (ReviewIndicatorEditor *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* Which articles go into which format, and how many that are. */
#define REVIEW_TYPE_EXPORT_DIALOG (review_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReviewExportDialog, review_export_dialog, REVIEW, EXPORT_DIALOG, AdwWindow)

void review_export_dialog_present (GtkWindow *parent,
                                   ReviewDesk *desk);

G_END_DECLS

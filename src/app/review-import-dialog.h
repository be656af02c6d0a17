/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The table that pages are imported through: one row a file. */
#define REVIEW_TYPE_IMPORT_DIALOG (review_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReviewImportDialog, review_import_dialog, REVIEW, IMPORT_DIALOG, AdwWindow)

void review_import_dialog_present (GtkWindow *parent,
                                   ReviewDesk *desk,
                                   GListModel *files); /* GFile; NULL: the user chooses them */

G_END_DECLS

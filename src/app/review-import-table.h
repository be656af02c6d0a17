/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-import-row.h"

G_BEGIN_DECLS

/* The files that are going to be imported, one a row, and what is said of each page; every cell but the file can be written in.
 *
 * Properties: "can-fill-down" (gboolean).
 * Signals:    "changed": rows or values. */
#define REVIEW_TYPE_IMPORT_TABLE (review_import_table_get_type ())
G_DECLARE_FINAL_TYPE (ReviewImportTable, review_import_table, REVIEW, IMPORT_TABLE, AdwBin)

GtkWidget *review_import_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
GListModel *review_import_table_get_rows (ReviewImportTable *self); /* ReviewImportRow */
GtkSelectionModel *review_import_table_get_selection (ReviewImportTable *self);
ReviewImportRow *review_import_table_add (ReviewImportTable *self,
                                          const char *path);
guint review_import_table_fill (ReviewImportTable *self,
                                const char *pattern);
void review_import_table_set_cell (ReviewImportTable *self,
                                   guint position,
                                   ReviewImportColumn column);
void review_import_table_fill_down (ReviewImportTable *self);
void review_import_table_remove_selected (ReviewImportTable *self);
guint review_import_table_count_wrong (ReviewImportTable *self);

G_END_DECLS

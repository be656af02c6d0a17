/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/corpus-import.h"

G_BEGIN_DECLS

typedef enum
{
  REVIEW_IMPORT_PUBLICATION,
  REVIEW_IMPORT_DATE,
  REVIEW_IMPORT_EDITION,
  REVIEW_IMPORT_NUMBER,
  REVIEW_IMPORT_SECTION,
} ReviewImportColumn;
#define REVIEW_N_IMPORT_COLUMNS 5

/* A file that is going to be imported, and what is said of its page.
 *
 * Signals: "changed": a value, or whether it was typed. */
#define REVIEW_TYPE_IMPORT_ROW (review_import_row_get_type ())
G_DECLARE_FINAL_TYPE (ReviewImportRow, review_import_row, REVIEW, IMPORT_ROW, GObject)

ReviewImportRow *review_import_row_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
const char *review_import_row_get_path (ReviewImportRow *self);
const char *review_import_row_get_value (ReviewImportRow *self,
                                         ReviewImportColumn column); /* never NULL */
void review_import_row_type (ReviewImportRow *self,
                             ReviewImportColumn column,
                             const char *value);
gboolean review_import_row_fill (ReviewImportRow *self,
                                 const char *pattern); /* NULL: guess */
void review_import_row_take (ReviewImportRow *self,
                             const CorpusImportItem *item);
gboolean review_import_row_is_wrong (ReviewImportRow *self);
CorpusImportItem *review_import_row_dup_item (ReviewImportRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

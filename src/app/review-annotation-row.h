/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/review-annotation-item.h"
#include "corpus/corpus-tagset.h"

G_BEGIN_DECLS

/* A row of a list of annotations. */
#define REVIEW_TYPE_ANNOTATION_ROW (review_annotation_row_get_type ())
G_DECLARE_FINAL_TYPE (ReviewAnnotationRow, review_annotation_row, REVIEW, ANNOTATION_ROW, GtkWidget)

GtkWidget *review_annotation_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void review_annotation_row_bind (ReviewAnnotationRow *self,
                                 ReviewAnnotationItem *item, /* NULL: none any more */
                                 CorpusTagset *tagset);

G_END_DECLS

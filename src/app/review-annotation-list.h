/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-annotation-item.h"
#include "app/review-desk.h"

G_BEGIN_DECLS

typedef enum
{
  REVIEW_ANNOTATIONS_ENTITIES,
  REVIEW_ANNOTATIONS_INDICATORS,
} ReviewAnnotations;

/* The entities or the indicators of the article, in reading order. A row that is chosen is selected on the desk, and what
 * is selected on the desk is shown here.
 *
 * Properties: "n-items" (guint): how many the article has that were not rejected. */
#define REVIEW_TYPE_ANNOTATION_LIST (review_annotation_list_get_type ())
G_DECLARE_FINAL_TYPE (ReviewAnnotationList, review_annotation_list, REVIEW, ANNOTATION_LIST, AdwBin)

GtkWidget *review_annotation_list_new (ReviewDesk *desk,
                                       ReviewAnnotations which) G_GNUC_WARN_UNUSED_RESULT;
void review_annotation_list_set_filter (ReviewAnnotationList *self,
                                        const char *label, /* NULL: every label */
                                        int state);        /* a CorpusState, -1: every state */
GtkSelectionModel *review_annotation_list_get_model (ReviewAnnotationList *self);
guint review_annotation_list_get_n_items (ReviewAnnotationList *self);
gboolean review_annotation_list_focus_selected (ReviewAnnotationList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"

G_BEGIN_DECLS

/* An annotation as the lists of the inspector show it: the entity or the indicator of an id, whatever its members are at the moment.
 *
 * Signals: "changed": another value of the same id, or another place in the list. */
#define REVIEW_TYPE_ANNOTATION_ITEM (review_annotation_item_get_type ())
G_DECLARE_FINAL_TYPE (ReviewAnnotationItem, review_annotation_item, REVIEW, ANNOTATION_ITEM, GObject)

ReviewAnnotationItem *review_annotation_item_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
gint64 review_annotation_item_get_id (ReviewAnnotationItem *self);
CorpusEntity *review_annotation_item_get_entity (ReviewAnnotationItem *self);       /* NULL: an indicator */
CorpusIndicator *review_annotation_item_get_indicator (ReviewAnnotationItem *self); /* NULL: an entity */
CorpusState review_annotation_item_get_state (ReviewAnnotationItem *self);
guint review_annotation_item_get_count (ReviewAnnotationItem *self); /* mentions of the same words in the article */
void review_annotation_item_set (ReviewAnnotationItem *self,
                                 CorpusEntity *entity,
                                 CorpusIndicator *indicator,
                                 guint place, /* from 1 */
                                 guint total,
                                 guint count);
char *review_annotation_item_dup_text (ReviewAnnotationItem *self) G_GNUC_WARN_UNUSED_RESULT;
char *review_annotation_item_dup_details (ReviewAnnotationItem *self) G_GNUC_WARN_UNUSED_RESULT; /* NULL: none */
char *review_annotation_item_dup_spoken (ReviewAnnotationItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

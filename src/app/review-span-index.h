/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "text/corpus-span.h"

G_BEGIN_DECLS

/**
 * ReviewSpanIndex:
 *
 * Ranges that are asked by place: which of them touch these characters, and how do they nest? Each range is known by
 * its place in the list it was made of. A value: immutable once it is made.
 */
typedef struct _ReviewSpanIndex ReviewSpanIndex;

#define REVIEW_TYPE_SPAN_INDEX (review_span_index_get_type ())

/* Called for each range found, in order of start, outer before inner. */
typedef void (*ReviewSpanFunc) (guint span_index,
                                gpointer data);

GType review_span_index_get_type (void);
ReviewSpanIndex *review_span_index_new (const CorpusSpan *spans,
                                        guint n_spans) G_GNUC_WARN_UNUSED_RESULT;
ReviewSpanIndex *review_span_index_ref (ReviewSpanIndex *self);
void review_span_index_unref (ReviewSpanIndex *self);
void review_span_index_find (ReviewSpanIndex *self,
                             gint64 start,
                             gint64 end,
                             ReviewSpanFunc func,
                             gpointer data);
guint review_span_index_get_depth (ReviewSpanIndex *self,
                                   guint span_index);
guint review_span_index_get_height (ReviewSpanIndex *self,
                                    guint span_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReviewSpanIndex, review_span_index_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "text/corpus-chars.h"

G_BEGIN_DECLS

/**
 * ReviewLayoutMap:
 *
 * The way between the text of an article and what the paper shows of it. The paper shows the text as it is, with
 * words and line breaks put in that are no part of it: breaks that keep long paragraphs short enough to be laid out
 * quickly, the line that says where a story continues. Both sides count code points. A value: immutable once it is made.
 */
typedef struct _ReviewLayoutMap ReviewLayoutMap;

#define REVIEW_TYPE_LAYOUT_MAP (review_layout_map_get_type ())

/* Paragraphs longer than this are broken for display, and no line is longer than this. */
#define REVIEW_LAYOUT_MAX_LINE 500

GType review_layout_map_get_type (void);
ReviewLayoutMap *review_layout_map_new (CorpusChars *chars,
                                        gint64 max_chars) G_GNUC_WARN_UNUSED_RESULT;
ReviewLayoutMap *review_layout_map_ref (ReviewLayoutMap *self);
void review_layout_map_unref (ReviewLayoutMap *self);
void review_layout_map_insert (ReviewLayoutMap *self,
                               gint64 offset,
                               const char *words);
const char *review_layout_map_get_display (ReviewLayoutMap *self);
gint64 review_layout_map_get_shown_length (ReviewLayoutMap *self);
gint64 review_layout_map_to_display (ReviewLayoutMap *self,
                                     gint64 offset);
gint64 review_layout_map_end_to_display (ReviewLayoutMap *self,
                                         gint64 offset);
gint64 review_layout_map_to_text (ReviewLayoutMap *self,
                                  gint64 position);
GArray *review_layout_map_get_insertions (ReviewLayoutMap *self); /* CorpusSpan of the display, in order */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReviewLayoutMap, review_layout_map_unref)

G_END_DECLS

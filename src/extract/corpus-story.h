/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-draft.h"

G_BEGIN_DECLS

/**
 * CorpusStory:
 * @heads: (element-type CorpusDraft): its headline lines, in page order
 * @bylines: (element-type CorpusDraft): its bylines
 * @bodies: (element-type CorpusDraft): its text: body, crosshead, notice, list, signature, note
 * @pictures: (element-type CorpusDraft): captions and credits
 * @jumps: (element-type CorpusDraft): jump lines
 * @continued: (nullable): the line that says where it comes from
 * @is_closed: whether it said that it ends here
 * @is_photo: whether it is a picture with its caption and nothing else
 *
 * A story while the page is put in order. Everything in it is borrowed from the list of drafts.
 */
typedef struct
{
  GPtrArray *heads;
  GPtrArray *bylines;
  GPtrArray *bodies;
  GPtrArray *pictures;
  GPtrArray *jumps;
  CorpusDraft *continued;
  gboolean is_closed;
  gboolean is_photo;
} CorpusStory;

CorpusStory *corpus_story_new (void) G_GNUC_WARN_UNUSED_RESULT;
void corpus_story_free (CorpusStory *self);
gboolean corpus_story_is_open (CorpusStory *self);
gboolean corpus_story_has_dateline (CorpusStory *self);
gint64 corpus_story_get_start (CorpusStory *self);

GPtrArray *corpus_assemble (const CorpusReading *page,
                            GPtrArray *drafts,
                            GPtrArray *loose) G_GNUC_WARN_UNUSED_RESULT;
void corpus_headline_arrange (const CorpusReading *page,
                              CorpusStory *story,
                              GPtrArray *drafts);
gboolean corpus_headline_is_column (const CorpusReading *page,
                                    CorpusDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusStory, corpus_story_free)

G_END_DECLS

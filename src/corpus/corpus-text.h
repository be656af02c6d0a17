/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "text/corpus-chars.h"

G_BEGIN_DECLS

#define CORPUS_TYPE_TEXT (corpus_text_get_type ())

GType corpus_text_get_type (void);
CorpusText *corpus_text_new (GPtrArray *blocks,
                             GPtrArray *pages,
                             GPtrArray *corrections) G_GNUC_WARN_UNUSED_RESULT;
CorpusText *corpus_text_ref (CorpusText *self);
void corpus_text_unref (CorpusText *self);
CorpusChars *corpus_text_get_chars (CorpusText *self);
CorpusSpan corpus_text_get_block_span (CorpusText *self,
                                       guint block_index);
gboolean corpus_text_to_page (CorpusText *self,
                              gint64 offset,
                              gint64 *page_id,
                              gint64 *position);
gint64 corpus_text_from_page (CorpusText *self,
                              gint64 page_id,
                              gint64 position);
GArray *corpus_text_map_pieces (CorpusText *self,
                                GArray *pieces,
                                gboolean *is_complete) G_GNUC_WARN_UNUSED_RESULT;
GArray *corpus_text_anchor (CorpusText *self,
                            gint64 start,
                            gint64 end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusText, corpus_text_unref)

G_END_DECLS

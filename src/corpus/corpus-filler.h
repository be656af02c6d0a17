/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"

G_BEGIN_DECLS

/**
 * CorpusFiller:
 * @pieces: (element-type CorpusPiece): where the article says it; none where it is inferred
 * @text: the words; of an inferred filler what was understood
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * What stands in a slot of an indicator.
 */
struct _CorpusFiller
{
  GArray *pieces;
  char *text;
  char *extra;
};

#define CORPUS_TYPE_FILLER (corpus_filler_get_type ())

GType corpus_filler_get_type (void);
CorpusFiller *corpus_filler_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
CorpusFiller *corpus_filler_copy (CorpusFiller *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusFiller *corpus_filler_ref (CorpusFiller *self);
void corpus_filler_unref (CorpusFiller *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusFiller, corpus_filler_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "corpus/corpus-provenance.h"

G_BEGIN_DECLS

/**
 * CorpusDateline:
 * @id: unique in the corpus, above 0
 * @place: (nullable): as printed
 * @date: (nullable): ISO 8601, the year resolved
 * @pieces: (element-type CorpusPiece): the whole dateline head with its brackets; none where it was typed
 * @article_id: the article, where there are no pieces to derive it from; else 0
 * @provenance: where it comes from and what was decided
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * Where and when a story was filed.
 */
struct _CorpusDateline
{
  gint64 id;
  char *place;
  char *date;
  GArray *pieces;
  gint64 article_id;
  CorpusProvenance provenance;
  char *extra;
};

#define CORPUS_TYPE_DATELINE (corpus_dateline_get_type ())

GType corpus_dateline_get_type (void);
CorpusDateline *corpus_dateline_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
CorpusDateline *corpus_dateline_copy (CorpusDateline *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusDateline *corpus_dateline_ref (CorpusDateline *self);
void corpus_dateline_unref (CorpusDateline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusDateline, corpus_dateline_unref)

G_END_DECLS

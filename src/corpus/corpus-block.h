/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "corpus/corpus-provenance.h"
#include "corpus/corpus-role.h"

G_BEGIN_DECLS

/**
 * CorpusBlock:
 * @id: unique in the corpus, above 0
 * @pieces: (element-type CorpusPiece): its ranges in the order they are read; a hard-wrapped paragraph has several
 * @role: (transfer none): see corpus_role()
 * @joins: whether it continues the block before it in mid-sentence, without a paragraph break
 * @article_id: the article it belongs to, 0 where none
 * @rank: its place in the reading order of the article; gaps let others in between
 * @doubts: why a person should look at it, in words; (nullable)
 * @provenance: where it comes from and what was decided
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A stretch of a page with one role, the smallest thing an article is put together from.
 */
struct _CorpusBlock
{
  gint64 id;
  GArray *pieces;
  const char *role;
  gboolean joins;
  gint64 article_id;
  gint64 rank;
  char **doubts;
  CorpusProvenance provenance;
  char *extra;
};

#define CORPUS_TYPE_BLOCK (corpus_block_get_type ())

GType corpus_block_get_type (void);
CorpusBlock *corpus_block_new (gint64 id,
                               const char *role) G_GNUC_WARN_UNUSED_RESULT;
CorpusBlock *corpus_block_copy (CorpusBlock *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusBlock *corpus_block_ref (CorpusBlock *self);
void corpus_block_unref (CorpusBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusBlock, corpus_block_unref)

G_END_DECLS

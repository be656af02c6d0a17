/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "corpus/corpus-provenance.h"

G_BEGIN_DECLS

/**
 * CorpusCredit:
 * @id: unique in the corpus, above 0
 * @name: of the person
 * @role: what the person did
 * @affiliation: (nullable): where the person works
 * @pieces: (element-type CorpusPiece): where the page names the person; none where it was typed
 * @article_id: the article, where there are no pieces to derive it from; else 0
 * @provenance: where it comes from and what was decided
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A person named in a byline, a dateline head or a caption.
 */
struct _CorpusCredit
{
  gint64 id;
  char *name;
  CorpusCreditRole role;
  char *affiliation;
  GArray *pieces;
  gint64 article_id;
  CorpusProvenance provenance;
  char *extra;
};

#define CORPUS_TYPE_CREDIT (corpus_credit_get_type ())

GType corpus_credit_get_type (void);
CorpusCredit *corpus_credit_new (gint64 id,
                                 CorpusCreditRole role,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
CorpusCredit *corpus_credit_copy (CorpusCredit *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusCredit *corpus_credit_ref (CorpusCredit *self);
void corpus_credit_unref (CorpusCredit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusCredit, corpus_credit_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-provenance.h"
#include "corpus/corpus-types.h"

G_BEGIN_DECLS

/**
 * CorpusCorrection:
 * @id: unique in the corpus, above 0
 * @page_id: the page
 * @start: first code point that was recognised wrongly
 * @end: one past the last; equal to @start where something is missing
 * @text: the right reading; empty where nothing belongs there
 * @provenance: where it comes from and what was decided
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A new reading of a range of a page, laid over the page when the text of an article is derived.
 * The page keeps the old one.
 */
struct _CorpusCorrection
{
  gint64 id;
  gint64 page_id;
  gint64 start;
  gint64 end;
  char *text;
  CorpusProvenance provenance;
  char *extra;
};

#define CORPUS_TYPE_CORRECTION (corpus_correction_get_type ())

GType corpus_correction_get_type (void);
CorpusCorrection *corpus_correction_new (gint64 id,
                                         gint64 page_id,
                                         gint64 start,
                                         gint64 end,
                                         const char *text) G_GNUC_WARN_UNUSED_RESULT;
CorpusCorrection *corpus_correction_copy (CorpusCorrection *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusCorrection *corpus_correction_ref (CorpusCorrection *self);
void corpus_correction_unref (CorpusCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusCorrection, corpus_correction_unref)

G_END_DECLS

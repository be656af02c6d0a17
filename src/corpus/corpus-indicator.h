/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-filler.h"
#include "corpus/corpus-provenance.h"

G_BEGIN_DECLS

/**
 * CorpusIndicator:
 * @id: unique in the corpus, above 0
 * @foreign_id: (nullable): the id it has in the file it came from, where that is not our form of @id
 * @slots: (element-type CorpusFiller): the fillers of each slot, by #CorpusSlot; never %NULL
 * @number: (nullable): a plain decimal, scale applied, never signed by a word
 * @number_max: (nullable): the upper end of a range
 * @unit: (nullable): `CNY`, `percent`, `person`, … or the measure word
 * @unit_text: (nullable): the unit as written
 * @cmp: how the number is meant
 * @kind: what sort of figure it is
 * @direction: of a change
 * @basis: what a change is measured against
 * @status: whether it is so or is to be
 * @period_iso: (nullable): ISO 8601, or `YYYY-Qn`, `YYYY-Hn`
 * @period_start: (nullable): its first day
 * @period_end: (nullable): its last day
 * @period_role: how the period is meant
 * @of: the indicator whose growth or share this is, 0 where none
 * @same_as: the same datum stated elsewhere, 0 where none
 * @series: (nullable): the time series it belongs to
 * @article_id: the article, where no slot is anchored; else 0
 * @provenance: where it comes from and what was decided
 * @note: (nullable): a remark of a reviewer
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A figure that a statistician would record: a frame of slots, and what they mean in normal form.
 */
struct _CorpusIndicator
{
  gint64 id;
  char *foreign_id;
  GPtrArray *slots[CORPUS_N_SLOTS];
  char *number;
  char *number_max;
  char *unit;
  char *unit_text;
  CorpusCmp cmp;
  CorpusKind kind;
  CorpusDirection direction;
  CorpusBasis basis;
  CorpusStatus status;
  char *period_iso;
  char *period_start;
  char *period_end;
  CorpusPeriodRole period_role;
  gint64 of;
  gint64 same_as;
  char *series;
  gint64 article_id;
  CorpusProvenance provenance;
  char *note;
  char *extra;
};

#define CORPUS_TYPE_INDICATOR (corpus_indicator_get_type ())

GType corpus_indicator_get_type (void);
CorpusIndicator *corpus_indicator_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
CorpusIndicator *corpus_indicator_copy (CorpusIndicator *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusIndicator *corpus_indicator_ref (CorpusIndicator *self);
void corpus_indicator_unref (CorpusIndicator *self);
CorpusFiller *corpus_indicator_get_filler (CorpusIndicator *self,
                                           CorpusSlot slot);
CorpusFiller *corpus_indicator_add_filler (CorpusIndicator *self,
                                           CorpusSlot slot,
                                           const char *text);
void corpus_indicator_clear_slot (CorpusIndicator *self,
                                  CorpusSlot slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusIndicator, corpus_indicator_unref)

G_END_DECLS

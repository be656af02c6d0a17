/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-enums.h"
#include "text/corpus-span.h"

G_BEGIN_DECLS

/**
 * CorpusQuantity:
 * @value: the number with its unit, as it is marked in a text: `88.4万标准箱`
 * @number_span: the number without its unit: `88.4万`
 * @unit_span: the unit; empty where there is none
 * @comparator: the word before or behind that says how it is meant (近, 以上, more than); empty where there is none
 * @number: (nullable): the number, scale applied; %NULL where none is named (几十, 三分之一)
 * @number_max: (nullable): the upper end of a range
 * @unit: (nullable): the unit in normal form; %NULL of a bare number
 * @unit_text: (nullable): the unit as written
 * @unit_sort: (nullable): what it measures: money, share, point, ratio, count, length, area, volume, mass, energy, power, time,
 *   duration, age, measure, other
 * @cmp: how the number is meant
 * @kind: share of percentages and fractions, ratio of multiples, else level; a text around it may make it a change
 * @is_chinese: whether its number is written in Chinese numerals throughout
 *
 * A quantity in a text. Spans count code points.
 */
typedef struct
{
  CorpusSpan value;
  CorpusSpan number_span;
  CorpusSpan unit_span;
  CorpusSpan comparator;
  char *number;
  char *number_max;
  char *unit;
  char *unit_text;
  const char *unit_sort;
  CorpusCmp cmp;
  CorpusKind kind;
  gboolean is_chinese;
} CorpusQuantity;

GArray *corpus_quantities_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *corpus_quantity_scan (const char *utf8,
                              gssize n_bytes,
                              const GDate *today) G_GNUC_WARN_UNUSED_RESULT;
GArray *corpus_quantity_scan_chars (const gunichar *chars,
                                    gint64 start,
                                    gint64 end,
                                    const GDate *today) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_quantity_parse (const gunichar *chars,
                                gint64 length,
                                gint64 at,
                                CorpusQuantity *quantity);
void corpus_quantity_clear (CorpusQuantity *quantity);

#define corpus_quantity_at(quantities, i) (&g_array_index ((quantities), CorpusQuantity, (i)))

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorpusQuantity, corpus_quantity_clear)

G_END_DECLS

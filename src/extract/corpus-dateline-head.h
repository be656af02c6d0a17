/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-reading.h"

G_BEGIN_DECLS

/**
 * CorpusDatelineHead:
 * @span: all of it, with its brackets
 * @agency: who filed the story; empty where it does not say
 * @place: where; empty where it does not say
 * @date: the day as printed; empty where it does not say
 * @people: what stands in the brackets; empty where there are none
 *
 * The head of a story: `本报东州3月17日讯(记者 丁舒)`, `CALDER BAY, March 17 (Coastwire) —`.
 */
typedef struct
{
  CorpusSpan span;
  CorpusSpan agency;
  CorpusSpan place;
  CorpusSpan date;
  CorpusSpan people;
} CorpusDatelineHead;

gboolean corpus_dateline_head_parse (const CorpusReading *reading,
                                     CorpusSpan span,
                                     CorpusDatelineHead *head);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-quantity.h"
#include "extract/corpus-reading.h"
#include "text/corpus-calendar.h"

G_BEGIN_DECLS

/**
 * CorpusFrame:
 * @quantity: (transfer none): the figure
 * @value: where it stands
 * @name: what it counts; empty where it is not said
 * @subject: whose it is
 * @period: when, with the word that says how it is meant (到2028年)
 * @basis: the change words
 * @base: what it is compared with
 * @calendar: the period in normal form; empty ISO form where it is not known
 * @kind: level, change, share or ratio
 * @direction: of a change
 * @basis_norm: what a change is measured against
 * @status: whether it is so or is to be
 * @period_role: how the period is meant
 * @of: the index of the frame whose growth or share it is, -1 where none
 * @confidence: how sure
 *
 * An indicator as the rules see it, in positions of the article's text. Empty spans have equal ends.
 */
typedef struct
{
  CorpusQuantity *quantity;
  CorpusSpan value;
  CorpusSpan name;
  CorpusSpan subject;
  CorpusSpan period;
  CorpusSpan basis;
  CorpusSpan base;
  CorpusCalendar calendar;
  CorpusKind kind;
  CorpusDirection direction;
  CorpusBasis basis_norm;
  CorpusStatus status;
  CorpusPeriodRole period_role;
  gint64 of;
  double confidence;
} CorpusFrame;

/**
 * CorpusFrameText:
 * @reading: the text
 * @calendars: (element-type CorpusCalendar): its dates, in text order
 * @places: for each position, whether a place, a body or a person stands there
 *
 * What the frames of a text are filled from.
 */
typedef struct
{
  const CorpusReading *reading;
  GArray *calendars;
  const guint8 *places;
} CorpusFrameText;

gboolean corpus_frame_is_indicator (const CorpusFrameText *text,
                                    const CorpusQuantity *quantity,
                                    CorpusSpan sentence);
void corpus_frame_fill (const CorpusFrameText *text,
                        GArray *frames,
                        guint first,
                        CorpusSpan sentence);

G_END_DECLS

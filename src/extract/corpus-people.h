/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-enums.h"
#include "extract/corpus-reading.h"

G_BEGIN_DECLS

/**
 * CorpusPerson:
 * @span: the name
 * @role: what the person did
 * @affiliation: where the person works; empty where it is not said
 *
 * A person named in a byline, a dateline head or a credit.
 */
typedef struct
{
  CorpusSpan span;
  CorpusCreditRole role;
  CorpusSpan affiliation;
} CorpusPerson;

gboolean corpus_people_parse (const CorpusReading *reading,
                              CorpusSpan span,
                              GArray *people);
gboolean corpus_people_is_byline (const CorpusReading *reading,
                                  CorpusSpan span);
gint64 corpus_people_find_photo_credit (const CorpusReading *reading,
                                        CorpusSpan span);
void corpus_people_parse_photo_credit (const CorpusReading *reading,
                                       CorpusSpan span,
                                       GArray *people);
char *corpus_people_dup_name (const CorpusReading *reading,
                              CorpusSpan span) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

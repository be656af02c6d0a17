/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-enums.h"

G_BEGIN_DECLS

/**
 * CorpusProvenance:
 * @origin: who proposed it
 * @state: what a person decided
 * @confidence: from 0 to 1, below 0 where nothing is known
 * @producer: (nullable): the rule set or model and its version, `rules/1`
 * @by: (nullable): the id of the person who decided
 * @at: (nullable): when, as ISO 8601 in UTC
 * @tagset_version: the version of the tag set it was decided under, 0 where none
 * @was: (nullable): what a changed suggestion said before, a JSON object
 *
 * Where a thing comes from and what became of it. A plain struct inside its owner.
 */
typedef struct
{
  CorpusOrigin origin;
  CorpusState state;
  double confidence;
  char *producer;
  char *by;
  char *at;
  int tagset_version;
  char *was;
} CorpusProvenance;

void corpus_provenance_init (CorpusProvenance *self,
                             CorpusOrigin origin,
                             CorpusState state,
                             double confidence);
void corpus_provenance_copy (const CorpusProvenance *from,
                             CorpusProvenance *to);
void corpus_provenance_clear (CorpusProvenance *self);
void corpus_provenance_decide (CorpusProvenance *self,
                               CorpusState state,
                               const char *by,
                               const char *at);

G_END_DECLS

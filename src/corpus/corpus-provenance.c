/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-provenance.h"

/**
 * corpus_provenance_init:
 * @self: (out caller-allocates): where to write
 * @origin: who proposes
 * @state: the state to begin with
 * @confidence: from 0 to 1, below 0 where nothing is known
 *
 * Begins a provenance.
 */
void
corpus_provenance_init (CorpusProvenance *self,
                        CorpusOrigin origin,
                        CorpusState state,
                        double confidence)
{
  *self = (CorpusProvenance){ .origin = origin, .state = state, .confidence = confidence };
}

/**
 * corpus_provenance_copy:
 * @from: a provenance
 * @to: (out caller-allocates): where to write the copy
 *
 * Copies a provenance with its strings.
 */
void
corpus_provenance_copy (const CorpusProvenance *from,
                        CorpusProvenance *to)
{
  *to = *from;
  to->producer = g_strdup (from->producer);
  to->by = g_strdup (from->by);
  to->at = g_strdup (from->at);
  to->was = g_strdup (from->was);
}

/**
 * corpus_provenance_clear:
 * @self: a provenance
 *
 * Frees the strings of a provenance, not the struct.
 */
void
corpus_provenance_clear (CorpusProvenance *self)
{
  g_clear_pointer (&self->producer, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->at, g_free);
  g_clear_pointer (&self->was, g_free);
}

/**
 * corpus_provenance_decide:
 * @self: a provenance
 * @state: what was decided
 * @by: (nullable): who
 * @at: (nullable): when, as ISO 8601 in UTC
 *
 * Records a person's decision.
 */
void
corpus_provenance_decide (CorpusProvenance *self,
                          CorpusState state,
                          const char *by,
                          const char *at)
{
  self->state = state;
  g_free (self->by);
  self->by = g_strdup (by);
  g_free (self->at);
  self->at = g_strdup (at);
}

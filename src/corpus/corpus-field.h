/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-provenance.h"
#include "corpus/corpus-types.h"

G_BEGIN_DECLS

/**
 * CorpusField:
 * @value: (nullable): what it says; %NULL says that the article has no such value
 * @provenance: where it comes from and what was decided
 *
 * A value of an article that was set by rule or typed, rather than read off its blocks.
 */
struct _CorpusField
{
  char *value;
  CorpusProvenance provenance;
};

#define CORPUS_TYPE_FIELD (corpus_field_get_type ())

GType corpus_field_get_type (void);
CorpusField *corpus_field_new (const char *value) G_GNUC_WARN_UNUSED_RESULT;
CorpusField *corpus_field_copy (CorpusField *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusField *corpus_field_ref (CorpusField *self);
void corpus_field_unref (CorpusField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusField, corpus_field_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-label.h"
#include "corpus/corpus-types.h"

G_BEGIN_DECLS

/**
 * CorpusTagset:
 * @name: of the tag set
 * @version: counts up with each change
 * @labels: (element-type CorpusLabel): the labels in the order they are shown
 * @attributes: a JSON array: the attributes entities may have
 * @relations: a JSON array: the relation types
 * @guidelines: the text annotators go by
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * The labels a corpus is annotated with, and what they mean.
 */
struct _CorpusTagset
{
  char *name;
  int version;
  GPtrArray *labels;
  char *attributes;
  char *relations;
  char *guidelines;
  char *extra;
};

#define CORPUS_TYPE_TAGSET (corpus_tagset_get_type ())

GType corpus_tagset_get_type (void);
CorpusTagset *corpus_tagset_new (const char *name,
                                 int version) G_GNUC_WARN_UNUSED_RESULT;
CorpusTagset *corpus_tagset_copy (CorpusTagset *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusTagset *corpus_tagset_ref (CorpusTagset *self);
void corpus_tagset_unref (CorpusTagset *self);
CorpusTagset *corpus_tagset_new_default (void) G_GNUC_WARN_UNUSED_RESULT;
CorpusLabel *corpus_tagset_find_label (CorpusTagset *self,
                                       const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusTagset, corpus_tagset_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-provenance.h"
#include "corpus/corpus-types.h"

G_BEGIN_DECLS

/**
 * CorpusRelation:
 * @id: unique in the corpus, above 0
 * @foreign_id: (nullable): the id it has in the file it came from, where that is not our form of @id
 * @type: of the tag set
 * @from_id: an annotation
 * @to_id: another
 * @provenance: where it comes from and what was decided
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A tie between two annotations.
 */
struct _CorpusRelation
{
  gint64 id;
  char *foreign_id;
  char *type;
  gint64 from_id;
  gint64 to_id;
  CorpusProvenance provenance;
  char *extra;
};

#define CORPUS_TYPE_RELATION (corpus_relation_get_type ())

GType corpus_relation_get_type (void);
CorpusRelation *corpus_relation_new (gint64 id,
                                     const char *type,
                                     gint64 from_id,
                                     gint64 to_id) G_GNUC_WARN_UNUSED_RESULT;
CorpusRelation *corpus_relation_copy (CorpusRelation *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusRelation *corpus_relation_ref (CorpusRelation *self);
void corpus_relation_unref (CorpusRelation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusRelation, corpus_relation_unref)

G_END_DECLS

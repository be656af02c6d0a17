/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "corpus/corpus-provenance.h"

G_BEGIN_DECLS

/**
 * CorpusEntity:
 * @id: unique in the corpus, above 0
 * @foreign_id: (nullable): the id it has in the file it came from, where that is not our form of @id
 * @label: of the tag set
 * @pieces: (element-type CorpusPiece): one or more, in reading order
 * @norm: (nullable): canonical form; of a date ISO 8601
 * @refs: (nullable): keys of what it refers to
 * @attributes: (nullable): a JSON object of the values the tag set declares
 * @provenance: where it comes from and what was decided
 * @note: (nullable): a remark of a reviewer
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A mention of a person, a body, a place and so on.
 */
struct _CorpusEntity
{
  gint64 id;
  char *foreign_id;
  char *label;
  GArray *pieces;
  char *norm;
  char **refs;
  char *attributes;
  CorpusProvenance provenance;
  char *note;
  char *extra;
};

#define CORPUS_TYPE_ENTITY (corpus_entity_get_type ())

GType corpus_entity_get_type (void);
CorpusEntity *corpus_entity_new (gint64 id,
                                 const char *label) G_GNUC_WARN_UNUSED_RESULT;
CorpusEntity *corpus_entity_copy (CorpusEntity *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusEntity *corpus_entity_ref (CorpusEntity *self);
void corpus_entity_unref (CorpusEntity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusEntity, corpus_entity_unref)

G_END_DECLS

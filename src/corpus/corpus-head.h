/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-field.h"

G_BEGIN_DECLS

/**
 * CorpusReview:
 * @status: how far a task is
 * @by: (nullable): who set it
 * @at: (nullable): when, as ISO 8601 in UTC
 */
typedef struct
{
  CorpusReviewStatus status;
  char *by;
  char *at;
} CorpusReview;

/**
 * CorpusHead:
 * @id: the article, unique in the corpus, above 0
 * @foreign_id: (nullable): the id it has in the file it came from, where that is not our form of @id
 * @rank: its place in the corpus; gaps let others in between
 * @fields: (nullable): by #CorpusFieldName: values set by rule or typed; %NULL where the value is read off the blocks
 * @reviews: by #CorpusTask: how far the review is
 * @flags: (nullable): words that mark the article
 * @excluded: whether it stays out of datasets
 * @note: (nullable): a remark of a reviewer
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * What is said of an article as a whole.
 */
struct _CorpusHead
{
  gint64 id;
  char *foreign_id;
  gint64 rank;
  CorpusField *fields[CORPUS_N_FIELDS];
  CorpusReview reviews[CORPUS_N_TASKS];
  char **flags;
  gboolean excluded;
  char *note;
  char *extra;
};

#define CORPUS_TYPE_HEAD (corpus_head_get_type ())

GType corpus_head_get_type (void);
CorpusHead *corpus_head_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
CorpusHead *corpus_head_copy (CorpusHead *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusHead *corpus_head_ref (CorpusHead *self);
void corpus_head_unref (CorpusHead *self);
void corpus_head_set_field (CorpusHead *self,
                            CorpusFieldName name,
                            CorpusField *field);
void corpus_head_set_review (CorpusHead *self,
                             CorpusTask task,
                             CorpusReviewStatus status,
                             const char *by,
                             const char *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusHead, corpus_head_unref)

G_END_DECLS

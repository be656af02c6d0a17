/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CorpusChange:
 * @article_ids: (element-type gint64): the articles whose content or row changed
 * @is_everything: whether so much changed that all has to be read again (an import, a tag set)
 * @edit_id: the edit that did it, 0 for a batch
 *
 * What an edit, an undo, a redo or a batch changed: the one thing that views refresh by. A value.
 */
typedef struct
{
  GArray *article_ids;
  gboolean is_everything;
  gint64 edit_id;
} CorpusChange;

#define CORPUS_TYPE_CHANGE (corpus_change_get_type ())

GType corpus_change_get_type (void);
CorpusChange *corpus_change_new (gint64 edit_id) G_GNUC_WARN_UNUSED_RESULT;
CorpusChange *corpus_change_ref (CorpusChange *self);
void corpus_change_unref (CorpusChange *self);
gboolean corpus_change_touches (CorpusChange *self,
                                gint64 article_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusChange, corpus_change_unref)

G_END_DECLS

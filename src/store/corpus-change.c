/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-change.h"

G_DEFINE_BOXED_TYPE (CorpusChange, corpus_change, corpus_change_ref, corpus_change_unref)

/**
 * corpus_change_new:
 * @edit_id: the edit that did it, 0 for a batch or another program
 *
 * Returns: (transfer full): a change that touches nothing yet
 */
CorpusChange *
corpus_change_new (gint64 edit_id)
{
  CorpusChange *self = g_atomic_rc_box_new0 (CorpusChange);

  self->edit_id = edit_id;
  self->article_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * corpus_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
CorpusChange *
corpus_change_ref (CorpusChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  CorpusChange *self = data;

  g_array_unref (self->article_ids);
}

/**
 * corpus_change_unref:
 * @self: (transfer full) (nullable): a change
 */
void
corpus_change_unref (CorpusChange *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, change_clear);
}

/**
 * corpus_change_touches:
 * @self: a change
 * @article_id: an article
 *
 * Returns: whether the article has to be read again
 */
gboolean
corpus_change_touches (CorpusChange *self,
                       gint64 article_id)
{
  if (self->is_everything)
    return TRUE;
  for (guint i = 0; i < self->article_ids->len; i++)
    if (g_array_index (self->article_ids, gint64, i) == article_id)
      return TRUE;
  return FALSE;
}

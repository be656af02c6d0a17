/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-block.h"

G_DEFINE_BOXED_TYPE (CorpusBlock, corpus_block, corpus_block_ref, corpus_block_unref)

static void
block_clear (gpointer data)
{
  CorpusBlock *self = data;

  g_clear_pointer (&self->pieces, g_array_unref);
  g_strfreev (self->doubts);
  corpus_provenance_clear (&self->provenance);
  g_free (self->extra);
}

/**
 * corpus_block_new:
 * @id: its id
 * @role: its role, see corpus_role()
 *
 * Returns: (transfer full): a block without pieces and of no article, suggested by rule
 */
CorpusBlock *
corpus_block_new (gint64 id, const char *role)
{
  CorpusBlock *self = g_atomic_rc_box_new0 (CorpusBlock);

  self->id = id;
  self->role = corpus_role (role);
  self->pieces = corpus_pieces_new ();
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_block_copy:
 * @self: a block
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusBlock *
corpus_block_copy (CorpusBlock *self)
{
  CorpusBlock *copy = g_atomic_rc_box_new0 (CorpusBlock);

  copy->id = self->id;
  copy->pieces = corpus_pieces_copy (self->pieces);
  copy->role = self->role;
  copy->joins = self->joins;
  copy->article_id = self->article_id;
  copy->rank = self->rank;
  copy->doubts = g_strdupv (self->doubts);
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
CorpusBlock *
corpus_block_ref (CorpusBlock *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_block_unref:
 * @self: (transfer full) (nullable): a block
 */
void
corpus_block_unref (CorpusBlock *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, block_clear);
}

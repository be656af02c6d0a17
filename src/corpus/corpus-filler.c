/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-filler.h"

G_DEFINE_BOXED_TYPE (CorpusFiller, corpus_filler, corpus_filler_ref, corpus_filler_unref)

static void
filler_clear (gpointer data)
{
  CorpusFiller *self = data;

  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self->text);
  g_free (self->extra);
}

/**
 * corpus_filler_new:
 * @text: the words
 *
 * Returns: (transfer full): a filler without pieces
 */
CorpusFiller *
corpus_filler_new (const char *text)
{
  CorpusFiller *self = g_atomic_rc_box_new0 (CorpusFiller);

  self->text = g_strdup (text);
  self->pieces = corpus_pieces_new ();
  return self;
}

/**
 * corpus_filler_copy:
 * @self: a filler
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusFiller *
corpus_filler_copy (CorpusFiller *self)
{
  CorpusFiller *copy = g_atomic_rc_box_new0 (CorpusFiller);

  copy->pieces = corpus_pieces_copy (self->pieces);
  copy->text = g_strdup (self->text);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_filler_ref:
 * @self: a filler
 *
 * Returns: (transfer full): @self
 */
CorpusFiller *
corpus_filler_ref (CorpusFiller *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_filler_unref:
 * @self: (transfer full) (nullable): a filler
 */
void
corpus_filler_unref (CorpusFiller *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, filler_clear);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-row.h"

G_DEFINE_BOXED_TYPE (CorpusRow, corpus_row, corpus_row_ref, corpus_row_unref)

/**
 * corpus_row_new:
 *
 * Returns: (transfer full): a row to be filled in by whoever reads it
 */
CorpusRow *
corpus_row_new (void)
{
  return g_atomic_rc_box_new0 (CorpusRow);
}

/**
 * corpus_row_ref:
 * @self: a row
 *
 * Returns: (transfer full): @self
 */
CorpusRow *
corpus_row_ref (CorpusRow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
row_clear (gpointer data)
{
  CorpusRow *self = data;

  g_free (self->headline);
  g_free (self->publication);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->number);
  g_free (self->genre);
  g_free (self->doubt);
}

/**
 * corpus_row_unref:
 * @self: (transfer full) (nullable): a row
 */
void
corpus_row_unref (CorpusRow *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, row_clear);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-dateline.h"

G_DEFINE_BOXED_TYPE (CorpusDateline, corpus_dateline, corpus_dateline_ref, corpus_dateline_unref)

static void
dateline_clear (gpointer data)
{
  CorpusDateline *self = data;

  g_free (self->place);
  g_free (self->date);
  g_clear_pointer (&self->pieces, g_array_unref);
  corpus_provenance_clear (&self->provenance);
  g_free (self->extra);
}

/**
 * corpus_dateline_new:
 * @id: its id
 *
 * Returns: (transfer full): an empty dateline, suggested by rule
 */
CorpusDateline *
corpus_dateline_new (gint64 id)
{
  CorpusDateline *self = g_atomic_rc_box_new0 (CorpusDateline);

  self->id = id;
  self->pieces = corpus_pieces_new ();
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_dateline_copy:
 * @self: a dateline
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusDateline *
corpus_dateline_copy (CorpusDateline *self)
{
  CorpusDateline *copy = g_atomic_rc_box_new0 (CorpusDateline);

  copy->id = self->id;
  copy->place = g_strdup (self->place);
  copy->date = g_strdup (self->date);
  copy->pieces = corpus_pieces_copy (self->pieces);
  copy->article_id = self->article_id;
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_dateline_ref:
 * @self: a dateline
 *
 * Returns: (transfer full): @self
 */
CorpusDateline *
corpus_dateline_ref (CorpusDateline *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_dateline_unref:
 * @self: (transfer full) (nullable): a dateline
 */
void
corpus_dateline_unref (CorpusDateline *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, dateline_clear);
}

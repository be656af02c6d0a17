/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-correction.h"

G_DEFINE_BOXED_TYPE (CorpusCorrection,
                     corpus_correction,
                     corpus_correction_ref,
                     corpus_correction_unref)

static void
correction_clear (gpointer data)
{
  CorpusCorrection *self = data;

  g_free (self->text);
  corpus_provenance_clear (&self->provenance);
  g_free (self->extra);
}

/**
 * corpus_correction_new:
 * @id: its id
 * @page_id: the page
 * @start: first code point
 * @end: one past the last
 * @text: the right reading
 *
 * Returns: (transfer full): a correction, made by a reviewer
 */
CorpusCorrection *
corpus_correction_new (gint64 id, gint64 page_id, gint64 start, gint64 end, const char *text)
{
  CorpusCorrection *self = g_atomic_rc_box_new0 (CorpusCorrection);

  self->id = id;
  self->page_id = page_id;
  self->start = start;
  self->end = end;
  self->text = g_strdup (text);
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
  return self;
}

/**
 * corpus_correction_copy:
 * @self: a correction
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusCorrection *
corpus_correction_copy (CorpusCorrection *self)
{
  CorpusCorrection *copy = g_atomic_rc_box_new0 (CorpusCorrection);

  copy->id = self->id;
  copy->page_id = self->page_id;
  copy->start = self->start;
  copy->end = self->end;
  copy->text = g_strdup (self->text);
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_correction_ref:
 * @self: a correction
 *
 * Returns: (transfer full): @self
 */
CorpusCorrection *
corpus_correction_ref (CorpusCorrection *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_correction_unref:
 * @self: (transfer full) (nullable): a correction
 */
void
corpus_correction_unref (CorpusCorrection *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, correction_clear);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-indicator.h"

G_DEFINE_BOXED_TYPE (CorpusIndicator,
                     corpus_indicator,
                     corpus_indicator_ref,
                     corpus_indicator_unref)

static void
indicator_clear (gpointer data)
{
  CorpusIndicator *self = data;

  g_free (self->foreign_id);
  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    g_ptr_array_unref (self->slots[i]);
  g_free (self->number);
  g_free (self->number_max);
  g_free (self->unit);
  g_free (self->unit_text);
  g_free (self->period_iso);
  g_free (self->period_start);
  g_free (self->period_end);
  g_free (self->series);
  corpus_provenance_clear (&self->provenance);
  g_free (self->note);
  g_free (self->extra);
}

/**
 * corpus_indicator_new:
 * @id: its id
 *
 * Returns: (transfer full): an indicator with empty slots, suggested by rule
 */
CorpusIndicator *
corpus_indicator_new (gint64 id)
{
  CorpusIndicator *self = g_atomic_rc_box_new0 (CorpusIndicator);

  self->id = id;
  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    self->slots[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_filler_unref);
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_indicator_copy:
 * @self: a indicator
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusIndicator *
corpus_indicator_copy (CorpusIndicator *self)
{
  CorpusIndicator *copy = g_atomic_rc_box_new0 (CorpusIndicator);

  copy->id = self->id;
  copy->foreign_id = g_strdup (self->foreign_id);
  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    {
      copy->slots[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_filler_unref);
      for (guint j = 0; j < self->slots[i]->len; j++)
        g_ptr_array_add (copy->slots[i], corpus_filler_ref (g_ptr_array_index (self->slots[i], j)));
    }
  copy->number = g_strdup (self->number);
  copy->number_max = g_strdup (self->number_max);
  copy->unit = g_strdup (self->unit);
  copy->unit_text = g_strdup (self->unit_text);
  copy->cmp = self->cmp;
  copy->kind = self->kind;
  copy->direction = self->direction;
  copy->basis = self->basis;
  copy->status = self->status;
  copy->period_iso = g_strdup (self->period_iso);
  copy->period_start = g_strdup (self->period_start);
  copy->period_end = g_strdup (self->period_end);
  copy->period_role = self->period_role;
  copy->of = self->of;
  copy->same_as = self->same_as;
  copy->series = g_strdup (self->series);
  copy->article_id = self->article_id;
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->note = g_strdup (self->note);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_indicator_ref:
 * @self: a indicator
 *
 * Returns: (transfer full): @self
 */
CorpusIndicator *
corpus_indicator_ref (CorpusIndicator *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_indicator_unref:
 * @self: (transfer full) (nullable): a indicator
 */
void
corpus_indicator_unref (CorpusIndicator *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, indicator_clear);
}

/**
 * corpus_indicator_get_filler:
 * @self: an indicator
 * @slot: a slot
 *
 * Returns: (transfer none) (nullable): the first filler of the slot
 */
CorpusFiller *
corpus_indicator_get_filler (CorpusIndicator *self,
                             CorpusSlot slot)
{
  return self->slots[slot]->len > 0 ? g_ptr_array_index (self->slots[slot], 0) : NULL;
}

/**
 * corpus_indicator_add_filler:
 * @self: an indicator that nobody else holds yet
 * @slot: a slot
 * @text: the words
 *
 * Returns: (transfer none): a new filler of the slot, to be given its pieces
 */
CorpusFiller *
corpus_indicator_add_filler (CorpusIndicator *self,
                             CorpusSlot slot,
                             const char *text)
{
  CorpusFiller *filler = corpus_filler_new (text);

  g_ptr_array_add (self->slots[slot], filler);
  return filler;
}

/**
 * corpus_indicator_clear_slot:
 * @self: an indicator that nobody else holds yet
 * @slot: a slot
 *
 * Empties a slot.
 */
void
corpus_indicator_clear_slot (CorpusIndicator *self,
                             CorpusSlot slot)
{
  g_ptr_array_set_size (self->slots[slot], 0);
}

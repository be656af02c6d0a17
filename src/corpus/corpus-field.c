/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-field.h"

G_DEFINE_BOXED_TYPE (CorpusField, corpus_field, corpus_field_ref, corpus_field_unref)

static void
field_clear (gpointer data)
{
  CorpusField *self = data;

  g_free (self->value);
  corpus_provenance_clear (&self->provenance);
}

/**
 * corpus_field_new:
 * @value: (nullable): what it says
 *
 * Returns: (transfer full): a value, suggested by rule
 */
CorpusField *
corpus_field_new (const char *value)
{
  CorpusField *self = g_atomic_rc_box_new0 (CorpusField);

  self->value = g_strdup (value);
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_field_copy:
 * @self: a field
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusField *
corpus_field_copy (CorpusField *self)
{
  CorpusField *copy = g_atomic_rc_box_new0 (CorpusField);

  copy->value = g_strdup (self->value);
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  return copy;
}

/**
 * corpus_field_ref:
 * @self: a field
 *
 * Returns: (transfer full): @self
 */
CorpusField *
corpus_field_ref (CorpusField *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_field_unref:
 * @self: (transfer full) (nullable): a field
 */
void
corpus_field_unref (CorpusField *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, field_clear);
}

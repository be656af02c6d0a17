/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-label.h"

/**
 * corpus_label_new:
 * @name: what annotations carry
 * @title: what a person reads
 * @colour: `#rrggbb`
 * @key: (nullable): the digit that sets it
 * @description: one sentence
 *
 * Returns: (transfer full): a label
 */
CorpusLabel *
corpus_label_new (const char *name,
                  const char *title,
                  const char *colour,
                  const char *key,
                  const char *description)
{
  CorpusLabel *self = g_new0 (CorpusLabel, 1);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->colour = g_strdup (colour);
  self->key = g_strdup (key);
  self->description = g_strdup (description);
  return self;
}

/**
 * corpus_label_copy:
 * @self: a label
 *
 * Returns: (transfer full): a copy
 */
CorpusLabel *
corpus_label_copy (const CorpusLabel *self)
{
  CorpusLabel *copy =
      corpus_label_new (self->name, self->title, self->colour, self->key, self->description);

  copy->parent = g_strdup (self->parent);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_label_free:
 * @self: (transfer full) (nullable): a label
 */
void
corpus_label_free (CorpusLabel *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->colour);
  g_free (self->key);
  g_free (self->description);
  g_free (self->parent);
  g_free (self->extra);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-entity.h"

G_DEFINE_BOXED_TYPE (CorpusEntity, corpus_entity, corpus_entity_ref, corpus_entity_unref)

static void
entity_clear (gpointer data)
{
  CorpusEntity *self = data;

  g_free (self->foreign_id);
  g_free (self->label);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self->norm);
  g_strfreev (self->refs);
  g_free (self->attributes);
  corpus_provenance_clear (&self->provenance);
  g_free (self->note);
  g_free (self->extra);
}

/**
 * corpus_entity_new:
 * @id: its id
 * @label: a label of the tag set
 *
 * Returns: (transfer full): an entity without pieces, suggested by rule
 */
CorpusEntity *
corpus_entity_new (gint64 id, const char *label)
{
  CorpusEntity *self = g_atomic_rc_box_new0 (CorpusEntity);

  self->id = id;
  self->label = g_strdup (label);
  self->pieces = corpus_pieces_new ();
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_entity_copy:
 * @self: a entity
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusEntity *
corpus_entity_copy (CorpusEntity *self)
{
  CorpusEntity *copy = g_atomic_rc_box_new0 (CorpusEntity);

  copy->id = self->id;
  copy->foreign_id = g_strdup (self->foreign_id);
  copy->label = g_strdup (self->label);
  copy->pieces = corpus_pieces_copy (self->pieces);
  copy->norm = g_strdup (self->norm);
  copy->refs = g_strdupv (self->refs);
  copy->attributes = g_strdup (self->attributes);
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->note = g_strdup (self->note);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_entity_ref:
 * @self: a entity
 *
 * Returns: (transfer full): @self
 */
CorpusEntity *
corpus_entity_ref (CorpusEntity *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_entity_unref:
 * @self: (transfer full) (nullable): a entity
 */
void
corpus_entity_unref (CorpusEntity *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, entity_clear);
}

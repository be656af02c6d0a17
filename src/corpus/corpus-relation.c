/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-relation.h"

G_DEFINE_BOXED_TYPE (CorpusRelation, corpus_relation, corpus_relation_ref, corpus_relation_unref)

static void
relation_clear (gpointer data)
{
  CorpusRelation *self = data;

  g_free (self->foreign_id);
  g_free (self->type);
  corpus_provenance_clear (&self->provenance);
  g_free (self->extra);
}

/**
 * corpus_relation_new:
 * @id: its id
 * @type: a relation type of the tag set
 * @from_id: an annotation
 * @to_id: another
 *
 * Returns: (transfer full): a relation, suggested by rule
 */
CorpusRelation *
corpus_relation_new (gint64 id, const char *type, gint64 from_id, gint64 to_id)
{
  CorpusRelation *self = g_atomic_rc_box_new0 (CorpusRelation);

  self->id = id;
  self->type = g_strdup (type);
  self->from_id = from_id;
  self->to_id = to_id;
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_relation_copy:
 * @self: a relation
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusRelation *
corpus_relation_copy (CorpusRelation *self)
{
  CorpusRelation *copy = g_atomic_rc_box_new0 (CorpusRelation);

  copy->id = self->id;
  copy->foreign_id = g_strdup (self->foreign_id);
  copy->type = g_strdup (self->type);
  copy->from_id = self->from_id;
  copy->to_id = self->to_id;
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_relation_ref:
 * @self: a relation
 *
 * Returns: (transfer full): @self
 */
CorpusRelation *
corpus_relation_ref (CorpusRelation *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_relation_unref:
 * @self: (transfer full) (nullable): a relation
 */
void
corpus_relation_unref (CorpusRelation *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, relation_clear);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-credit.h"

G_DEFINE_BOXED_TYPE (CorpusCredit, corpus_credit, corpus_credit_ref, corpus_credit_unref)

static void
credit_clear (gpointer data)
{
  CorpusCredit *self = data;

  g_free (self->name);
  g_free (self->affiliation);
  g_clear_pointer (&self->pieces, g_array_unref);
  corpus_provenance_clear (&self->provenance);
  g_free (self->extra);
}

/**
 * corpus_credit_new:
 * @id: its id
 * @role: what the person did
 * @name: the person
 *
 * Returns: (transfer full): a credit without pieces, suggested by rule
 */
CorpusCredit *
corpus_credit_new (gint64 id, CorpusCreditRole role, const char *name)
{
  CorpusCredit *self = g_atomic_rc_box_new0 (CorpusCredit);

  self->id = id;
  self->role = role;
  self->name = g_strdup (name);
  self->pieces = corpus_pieces_new ();
  corpus_provenance_init (&self->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, -1);
  return self;
}

/**
 * corpus_credit_copy:
 * @self: a credit
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusCredit *
corpus_credit_copy (CorpusCredit *self)
{
  CorpusCredit *copy = g_atomic_rc_box_new0 (CorpusCredit);

  copy->id = self->id;
  copy->name = g_strdup (self->name);
  copy->role = self->role;
  copy->affiliation = g_strdup (self->affiliation);
  copy->pieces = corpus_pieces_copy (self->pieces);
  copy->article_id = self->article_id;
  corpus_provenance_copy (&self->provenance, &copy->provenance);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_credit_ref:
 * @self: a credit
 *
 * Returns: (transfer full): @self
 */
CorpusCredit *
corpus_credit_ref (CorpusCredit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_credit_unref:
 * @self: (transfer full) (nullable): a credit
 */
void
corpus_credit_unref (CorpusCredit *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, credit_clear);
}

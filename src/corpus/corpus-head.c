/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-head.h"

G_DEFINE_BOXED_TYPE (CorpusHead, corpus_head, corpus_head_ref, corpus_head_unref)

static void
head_clear (gpointer data)
{
  CorpusHead *self = data;

  g_free (self->foreign_id);
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    g_clear_pointer (&self->fields[i], corpus_field_unref);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    {
      g_free (self->reviews[i].by);
      g_free (self->reviews[i].at);
    }
  g_strfreev (self->flags);
  g_free (self->note);
  g_free (self->extra);
}

/**
 * corpus_head_new:
 * @id: the article
 *
 * Returns: (transfer full): a head without values, every task to do
 */
CorpusHead *
corpus_head_new (gint64 id)
{
  CorpusHead *self = g_atomic_rc_box_new0 (CorpusHead);

  self->id = id;
  return self;
}

/**
 * corpus_head_copy:
 * @self: a head
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusHead *
corpus_head_copy (CorpusHead *self)
{
  CorpusHead *copy = corpus_head_new (self->id);

  copy->foreign_id = g_strdup (self->foreign_id);
  copy->rank = self->rank;
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      copy->fields[i] = corpus_field_ref (self->fields[i]);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    corpus_head_set_review (copy, i, self->reviews[i].status, self->reviews[i].by,
                            self->reviews[i].at);
  copy->flags = g_strdupv (self->flags);
  copy->excluded = self->excluded;
  copy->note = g_strdup (self->note);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_head_ref:
 * @self: a head
 *
 * Returns: (transfer full): @self
 */
CorpusHead *
corpus_head_ref (CorpusHead *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_head_unref:
 * @self: (transfer full) (nullable): a head
 */
void
corpus_head_unref (CorpusHead *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, head_clear);
}

/**
 * corpus_head_set_field:
 * @self: a head that nobody else holds yet
 * @name: which value
 * @field: (transfer full) (nullable): the value; %NULL gives it back to the blocks
 *
 * Sets a value of the article.
 */
void
corpus_head_set_field (CorpusHead *self,
                       CorpusFieldName name,
                       CorpusField *field)
{
  g_clear_pointer (&self->fields[name], corpus_field_unref);
  self->fields[name] = field;
}

/**
 * corpus_head_set_review:
 * @self: a head that nobody else holds yet
 * @task: a task
 * @status: how far it is
 * @by: (nullable): who says so
 * @at: (nullable): when, as ISO 8601 in UTC
 *
 * Sets how far a task of the article is.
 */
void
corpus_head_set_review (CorpusHead *self,
                        CorpusTask task,
                        CorpusReviewStatus status,
                        const char *by,
                        const char *at)
{
  CorpusReview *review = &self->reviews[task];
  char *new_by = g_strdup (by), *new_at = g_strdup (at);

  /* Freed only now: the new values may be the old ones. */
  g_free (review->by);
  g_free (review->at);
  *review = (CorpusReview){ status, new_by, new_at };
}

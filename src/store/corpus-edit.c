/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-edit-private.h"

struct _CorpusEdit
{
  char *verb;
  gint64 article_id;
  GArray *steps; /* CorpusEditStep, in the order they were asked for */
};

G_DEFINE_BOXED_TYPE (CorpusEdit, corpus_edit, corpus_edit_ref, corpus_edit_unref)

static void
step_clear (gpointer data)
{
  CorpusEditStep *step = data;

  if (step->value != NULL)
    step->unref (step->value);
}

static void
add_step (CorpusEdit *self,
          CorpusMember kind,
          gint64 id,
          gpointer value,
          GDestroyNotify unref)
{
  CorpusEditStep step = { kind, id, value, unref };

  g_array_append_val (self->steps, step);
}

/**
 * corpus_edit_new:
 * @verb: what is done, in words a person reads in the history and beside undo
 * @article_id: the article it is done to, 0 where it concerns no single one
 *
 * Returns: (transfer full): an edit that does nothing yet
 */
CorpusEdit *
corpus_edit_new (const char *verb,
                 gint64 article_id)
{
  CorpusEdit *self = g_atomic_rc_box_new0 (CorpusEdit);

  self->verb = g_strdup (verb);
  self->article_id = article_id;
  self->steps = g_array_new (FALSE, FALSE, sizeof (CorpusEditStep));
  g_array_set_clear_func (self->steps, step_clear);
  return self;
}

/**
 * corpus_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self
 */
CorpusEdit *
corpus_edit_ref (CorpusEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
edit_clear (gpointer data)
{
  CorpusEdit *self = data;

  g_free (self->verb);
  g_array_unref (self->steps);
}

/**
 * corpus_edit_unref:
 * @self: (transfer full) (nullable): an edit
 */
void
corpus_edit_unref (CorpusEdit *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, edit_clear);
}

/**
 * corpus_edit_get_verb:
 * @self: an edit
 *
 * Returns: (transfer none): what is done, in words
 */
const char *
corpus_edit_get_verb (CorpusEdit *self)
{
  return self->verb;
}

/**
 * corpus_edit_get_article_id:
 * @self: an edit
 *
 * Returns: the article it is done to, 0 where it concerns no single one
 */
gint64
corpus_edit_get_article_id (CorpusEdit *self)
{
  return self->article_id;
}

/* The steps in order (element-type CorpusEditStep), owned by the edit. */
GArray *
corpus_edit_get_steps (CorpusEdit *self)
{
  return self->steps;
}

/**
 * corpus_edit_put_head:
 * @self: an edit
 * @head: what is said of an article as a whole, its values and reviews with it; makes the article where there is none
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_head (CorpusEdit *self,
                      CorpusHead *head)
{
  add_step (self, CORPUS_MEMBER_ARTICLE, head->id, corpus_head_ref (head),
            (GDestroyNotify) corpus_head_unref);
}

/**
 * corpus_edit_put_page:
 * @self: an edit
 * @page: a page of the corpus with other metadata; its text cannot change
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_page (CorpusEdit *self,
                      CorpusPage *page)
{
  add_step (self, CORPUS_MEMBER_PAGE, page->id, corpus_page_ref (page),
            (GDestroyNotify) corpus_page_unref);
}

/**
 * corpus_edit_put_block:
 * @self: an edit
 * @block: a block, with all its pieces
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_block (CorpusEdit *self,
                       CorpusBlock *block)
{
  add_step (self, CORPUS_MEMBER_BLOCK, block->id, corpus_block_ref (block),
            (GDestroyNotify) corpus_block_unref);
}

/**
 * corpus_edit_put_correction:
 * @self: an edit
 * @correction: a correction
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_correction (CorpusEdit *self,
                            CorpusCorrection *correction)
{
  add_step (self, CORPUS_MEMBER_CORRECTION, correction->id, corpus_correction_ref (correction),
            (GDestroyNotify) corpus_correction_unref);
}

/**
 * corpus_edit_put_credit:
 * @self: an edit
 * @credit: a credit
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_credit (CorpusEdit *self,
                        CorpusCredit *credit)
{
  add_step (self, CORPUS_MEMBER_CREDIT, credit->id, corpus_credit_ref (credit),
            (GDestroyNotify) corpus_credit_unref);
}

/**
 * corpus_edit_put_dateline:
 * @self: an edit
 * @dateline: a dateline
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_dateline (CorpusEdit *self,
                          CorpusDateline *dateline)
{
  add_step (self, CORPUS_MEMBER_DATELINE, dateline->id, corpus_dateline_ref (dateline),
            (GDestroyNotify) corpus_dateline_unref);
}

/**
 * corpus_edit_put_entity:
 * @self: an edit
 * @entity: an entity
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_entity (CorpusEdit *self,
                        CorpusEntity *entity)
{
  add_step (self, CORPUS_MEMBER_ENTITY, entity->id, corpus_entity_ref (entity),
            (GDestroyNotify) corpus_entity_unref);
}

/**
 * corpus_edit_put_indicator:
 * @self: an edit
 * @indicator: an indicator, with all its fillers
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_indicator (CorpusEdit *self,
                           CorpusIndicator *indicator)
{
  add_step (self, CORPUS_MEMBER_INDICATOR, indicator->id, corpus_indicator_ref (indicator),
            (GDestroyNotify) corpus_indicator_unref);
}

/**
 * corpus_edit_put_relation:
 * @self: an edit
 * @relation: a relation
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_relation (CorpusEdit *self,
                          CorpusRelation *relation)
{
  add_step (self, CORPUS_MEMBER_RELATION, relation->id, corpus_relation_ref (relation),
            (GDestroyNotify) corpus_relation_unref);
}

/**
 * corpus_edit_put_tagset:
 * @self: an edit
 * @tagset: a tag set; one of a higher version becomes the current one
 *
 * Takes the place of the one with the same id, or is new.
 */
void
corpus_edit_put_tagset (CorpusEdit *self,
                        CorpusTagset *tagset)
{
  add_step (self, CORPUS_MEMBER_TAGSET, tagset->version, corpus_tagset_ref (tagset),
            (GDestroyNotify) corpus_tagset_unref);
}

/**
 * corpus_edit_remove_correction:
 * @self: an edit
 * @id: of a correction
 *
 * Removes the correction.
 */
void
corpus_edit_remove_correction (CorpusEdit *self,
                               gint64 id)
{
  add_step (self, CORPUS_MEMBER_CORRECTION, id, NULL, NULL);
}

/**
 * corpus_edit_remove_credit:
 * @self: an edit
 * @id: of a credit
 *
 * Removes the credit.
 */
void
corpus_edit_remove_credit (CorpusEdit *self,
                           gint64 id)
{
  add_step (self, CORPUS_MEMBER_CREDIT, id, NULL, NULL);
}

/**
 * corpus_edit_remove_dateline:
 * @self: an edit
 * @id: of a dateline
 *
 * Removes the dateline.
 */
void
corpus_edit_remove_dateline (CorpusEdit *self,
                             gint64 id)
{
  add_step (self, CORPUS_MEMBER_DATELINE, id, NULL, NULL);
}

/**
 * corpus_edit_remove_entity:
 * @self: an edit
 * @id: of an entity
 *
 * Removes the entity and the relations that name it.
 */
void
corpus_edit_remove_entity (CorpusEdit *self,
                           gint64 id)
{
  add_step (self, CORPUS_MEMBER_ENTITY, id, NULL, NULL);
}

/**
 * corpus_edit_remove_indicator:
 * @self: an edit
 * @id: of an indicator
 *
 * Removes the indicator, the relations that name it, and references of other indicators to it.
 */
void
corpus_edit_remove_indicator (CorpusEdit *self,
                              gint64 id)
{
  add_step (self, CORPUS_MEMBER_INDICATOR, id, NULL, NULL);
}

/**
 * corpus_edit_remove_relation:
 * @self: an edit
 * @id: of a relation
 *
 * Removes the relation.
 */
void
corpus_edit_remove_relation (CorpusEdit *self,
                             gint64 id)
{
  add_step (self, CORPUS_MEMBER_RELATION, id, NULL, NULL);
}

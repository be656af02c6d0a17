/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-annotation-item.h"

#include <glib/gi18n.h>

#include "app/review-words.h"

struct _ReviewAnnotationItem
{
  GObject parent_instance;

  gint64 id;
  CorpusEntity *entity;       /* either this */
  CorpusIndicator *indicator; /* or this */
  guint place;
  guint total;
  guint count;
};

G_DEFINE_FINAL_TYPE (ReviewAnnotationItem, review_annotation_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
review_annotation_item_finalize (GObject *object)
{
  ReviewAnnotationItem *self = REVIEW_ANNOTATION_ITEM (object);

  corpus_entity_unref (self->entity);
  corpus_indicator_unref (self->indicator);

  G_OBJECT_CLASS (review_annotation_item_parent_class)->finalize (object);
}

static void
review_annotation_item_class_init (ReviewAnnotationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_annotation_item_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
review_annotation_item_init (ReviewAnnotationItem *self)
{
}

/**
 * review_annotation_item_new:
 * @id: of an entity or indicator
 *
 * Returns: (transfer full): an item that is yet to be set
 */
ReviewAnnotationItem *
review_annotation_item_new (gint64 id)
{
  ReviewAnnotationItem *self = g_object_new (REVIEW_TYPE_ANNOTATION_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * review_annotation_item_get_id:
 * @self: an item
 *
 * Returns: the annotation
 */
gint64
review_annotation_item_get_id (ReviewAnnotationItem *self)
{
  return self->id;
}

/**
 * review_annotation_item_get_entity:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the entity, %NULL where it is an indicator
 */
CorpusEntity *
review_annotation_item_get_entity (ReviewAnnotationItem *self)
{
  return self->entity;
}

/**
 * review_annotation_item_get_indicator:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the indicator, %NULL where it is an entity
 */
CorpusIndicator *
review_annotation_item_get_indicator (ReviewAnnotationItem *self)
{
  return self->indicator;
}

/**
 * review_annotation_item_get_state:
 * @self: an item that was set
 *
 * Returns: what a person decided about it
 */
CorpusState
review_annotation_item_get_state (ReviewAnnotationItem *self)
{
  return self->entity != NULL ? self->entity->provenance.state : self->indicator->provenance.state;
}

/**
 * review_annotation_item_get_count:
 * @self: an item
 *
 * Returns: how many mentions of the same words under the same label the article has
 */
guint
review_annotation_item_get_count (ReviewAnnotationItem *self)
{
  return self->count;
}

/**
 * review_annotation_item_set:
 * @self: an item
 * @entity: (nullable): the entity of its id
 * @indicator: (nullable): the indicator of its id, where there is no entity
 * @place: in reading order, from 1
 * @total: how many there are
 * @count: how many mentions of the same words there are
 *
 * Sets what the item stands for, and says so where that changes anything.
 */
void
review_annotation_item_set (ReviewAnnotationItem *self,
                            CorpusEntity *entity,
                            CorpusIndicator *indicator,
                            guint place,
                            guint total,
                            guint count)
{
  g_return_if_fail ((entity == NULL) != (indicator == NULL));

  if (self->entity == entity && self->indicator == indicator && self->place == place && self->total == total &&
      self->count == count)
    return;

  if (entity != NULL)
    corpus_entity_ref (entity);
  if (indicator != NULL)
    corpus_indicator_ref (indicator);
  corpus_entity_unref (self->entity);
  corpus_indicator_unref (self->indicator);
  self->entity = entity;
  self->indicator = indicator;
  self->place = place;
  self->total = total;
  self->count = count;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * review_annotation_item_dup_text:
 * @self: an item that was set
 *
 * Returns: (transfer full): the words it marks, on one line
 */
char *
review_annotation_item_dup_text (ReviewAnnotationItem *self)
{
  g_autofree char *text = NULL;

  if (self->entity != NULL)
    text = corpus_pieces_dup_text (self->entity->pieces);
  else
    text = review_words_dup_slot (self->indicator, CORPUS_SLOT_VALUE);
  if (text == NULL)
    text = self->indicator != NULL ? review_words_dup_amount (self->indicator) : NULL;
  if (text == NULL)
    return g_strdup (_ ("no value yet"));
  return g_strdelimit (g_steal_pointer (&text), "\r\n", ' ');
}

/**
 * review_annotation_item_dup_details:
 * @self: an item that was set
 *
 * Returns: (transfer full) (nullable): of an indicator name, subject and period; of an entity its canonical form
 */
char *
review_annotation_item_dup_details (ReviewAnnotationItem *self)
{
  g_autoptr (GString) details = NULL;

  if (self->entity != NULL)
    return g_strdup (self->entity->norm);

  details = g_string_new (NULL);
  for (CorpusSlot slot = CORPUS_SLOT_NAME; slot <= CORPUS_SLOT_PERIOD; slot++)
    {
      g_autofree char *words = review_words_dup_slot (self->indicator, slot);

      if (words == NULL)
        continue;
      if (details->len > 0)
        g_string_append (details, " · ");
      g_string_append (details, words);
    }
  if (details->len == 0)
    return NULL;
  return g_strdelimit (g_string_free (g_steal_pointer (&details), FALSE), "\r\n", ' ');
}

/**
 * review_annotation_item_dup_spoken:
 * @self: an item that was set
 *
 * Returns: (transfer full): what a screen reader says: “PERSON 王一舟, suggested, 3 of 41”
 */
char *
review_annotation_item_dup_spoken (ReviewAnnotationItem *self)
{
  g_autofree char *text = review_annotation_item_dup_text (self);
  g_autofree char *details = review_annotation_item_dup_details (self);
  const char *state = review_words_state (review_annotation_item_get_state (self));

  if (self->entity != NULL)
    /* Translators: a label, the words, what was decided, the place in the list: “PERSON 王一舟, suggested, 3 of 41” */
    return g_strdup_printf (_ ("%1$s %2$s, %3$s, %4$u of %5$u"), self->entity->label, text, state, self->place, self->total);
  /* Translators: the words of a figure, what it is about, what was decided, the place in the list */
  return g_strdup_printf (_ ("Indicator %1$s, %2$s, %3$s, %4$u of %5$u"), text, details != NULL ? details : _ ("no name"),
                          state, self->place, self->total);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order in which the annotations of an article are gone through: as it is read, or the least certain first. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

/**
 * review_desk_get_extent:
 * @self: a desk
 * @id: an entity or indicator of the article on the paper
 *
 * Returns: from its first to its last offset in the text (of an indicator: of its value); empty where the text does not show it
 */
CorpusSpan
review_desk_get_extent (ReviewDesk *self,
                        gint64 id)
{
  CorpusEntity *entity = self->article != NULL ? corpus_article_find_entity (self->article, id) : NULL;
  CorpusIndicator *indicator = self->article != NULL ? corpus_article_find_indicator (self->article, id) : NULL;
  CorpusFiller *value = indicator != NULL ? corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE) : NULL;

  if (entity != NULL)
    return corpus_article_get_extent (self->article, entity->pieces);
  if (value != NULL)
    return corpus_article_get_extent (self->article, value->pieces);
  return (CorpusSpan){ 0, 0 };
}

typedef struct
{
  gint64 id;
  CorpusSpan extent;
  double confidence;
  gboolean is_to_check;
} Queued;

/* Reading order; the outer one first. */
static int
compare_reading (gconstpointer a,
                 gconstpointer b)
{
  const Queued *x = a, *y = b;

  if (x->extent.start != y->extent.start)
    return x->extent.start < y->extent.start ? -1 : 1;
  if (x->extent.end != y->extent.end)
    return x->extent.end > y->extent.end ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static int
compare_doubt (gconstpointer a,
               gconstpointer b)
{
  const Queued *x = a, *y = b;

  if (x->confidence < y->confidence || x->confidence > y->confidence)
    return x->confidence < y->confidence ? -1 : 1;
  return compare_reading (a, b);
}

/* All annotations in the order in which they are gone through. */
static GArray *
build_queue (ReviewDesk *self)
{
  GArray *queue = g_array_new (FALSE, TRUE, sizeof (Queued));
  GPtrArray *entities = corpus_article_get_entities (self->article);
  GPtrArray *indicators = corpus_article_get_indicators (self->article);
  g_autofree char *order = self->settings != NULL ? g_settings_get_string (self->settings, "suggestion-order") : NULL;

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      Queued queued = { entity->id, review_desk_get_extent (self, entity->id), entity->provenance.confidence,
                        entity->provenance.state == CORPUS_STATE_SUGGESTED };

      g_array_append_val (queue, queued);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      Queued queued = { indicator->id, review_desk_get_extent (self, indicator->id), indicator->provenance.confidence,
                        indicator->provenance.state == CORPUS_STATE_SUGGESTED };

      g_array_append_val (queue, queued);
    }
  g_array_sort (queue, g_strcmp0 (order, "doubt") == 0 ? compare_doubt : compare_reading);
  return queue;
}

/**
 * review_desk_select_to_check:
 * @self: a desk
 * @step: 1 for the next, -1 for the previous
 *
 * Selects the next suggestion nobody has decided, beginning anew at the end of the article.
 *
 * Returns: %FALSE where nothing else is left; the selection stays
 */
gboolean
review_desk_select_to_check (ReviewDesk *self,
                             int step)
{
  g_autoptr (GArray) queue = NULL;
  gint64 at = step > 0 ? -1 : 0;

  if (self->article == NULL)
    return FALSE;
  queue = build_queue (self);
  for (guint i = 0; i < queue->len; i++)
    if (g_array_index (queue, Queued, i).id == self->selected_id)
      at = i;
  for (guint i = 0; i < queue->len; i++)
    {
      const Queued *queued;

      at = (at + step + queue->len) % queue->len;
      queued = &g_array_index (queue, Queued, at);
      if (queued->is_to_check && queued->id != self->selected_id)
        {
          review_desk_select (self, queued->id);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * review_desk_get_check_place:
 * @self: a desk
 *
 * Returns: the place of the selected annotation among those to check, from 1; 0 where it is none of them
 */
guint
review_desk_get_check_place (ReviewDesk *self)
{
  g_autoptr (GArray) queue = NULL;
  guint place = 0;

  if (self->article == NULL || self->selected_id == 0)
    return 0;
  queue = build_queue (self);
  for (guint i = 0; i < queue->len; i++)
    {
      const Queued *queued = &g_array_index (queue, Queued, i);

      place += queued->is_to_check ? 1 : 0;
      if (queued->id == self->selected_id)
        return queued->is_to_check ? place : 0;
    }
  return 0;
}

/**
 * review_desk_count_to_check:
 * @self: a desk
 *
 * Returns: how many suggestions of the article on the paper nobody has decided
 */
guint
review_desk_count_to_check (ReviewDesk *self)
{
  GPtrArray *entities, *indicators;
  guint n = 0;

  if (self->article == NULL)
    return 0;
  entities = corpus_article_get_entities (self->article);
  indicators = corpus_article_get_indicators (self->article);
  for (guint i = 0; i < entities->len; i++)
    if (((CorpusEntity *) g_ptr_array_index (entities, i))->provenance.state == CORPUS_STATE_SUGGESTED)
      n++;
  for (guint i = 0; i < indicators->len; i++)
    if (((CorpusIndicator *) g_ptr_array_index (indicators, i))->provenance.state == CORPUS_STATE_SUGGESTED)
      n++;
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reviewer does to an annotation. Each verb changes a copy, puts it in the place of the old one, and hands
 * one edit to the worker. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/review-words.h"
#include "project/corpus-normalise.h"

/* So many characters of an annotation are named in a verb. */
#define MAX_QUOTE 24

char *
desk_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

char *
desk_dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTE)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_QUOTE - 1);
  return g_strconcat (start, "…", NULL);
}

static void
append_json_string (GString *json,
                    const char *key,
                    const char *value)
{
  g_string_append_printf (json, "%s\"%s\":", json->len > 1 ? "," : "", key);
  if (value == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/* What a suggestion said before a person changed it, kept from the first change on. */
static void
remember_entity (CorpusEntity *copy,
                 CorpusEntity *old)
{
  g_autofree char *text = NULL;
  GString *json;

  if (old == NULL || copy->provenance.was != NULL || old->provenance.origin == CORPUS_ORIGIN_REVIEWER)
    return;
  if (g_strcmp0 (copy->label, old->label) == 0 && corpus_pieces_equal (copy->pieces, old->pieces) &&
      g_strcmp0 (copy->norm, old->norm) == 0)
    return;
  text = corpus_pieces_dup_text (old->pieces);
  json = g_string_new ("{");
  append_json_string (json, "label", old->label);
  append_json_string (json, "text", text);
  append_json_string (json, "norm", old->norm);
  g_string_append_c (json, '}');
  copy->provenance.was = g_string_free (json, FALSE);
}

static void
remember_indicator (CorpusIndicator *copy,
                    CorpusIndicator *old)
{
  GString *json;

  if (old == NULL || copy->provenance.was != NULL || old->provenance.origin == CORPUS_ORIGIN_REVIEWER)
    return;
  json = g_string_new ("{");
  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    {
      CorpusFiller *filler = corpus_indicator_get_filler (old, i);

      if (filler != NULL)
        append_json_string (json, corpus_slot_to_string (i), filler->text);
    }
  append_json_string (json, "number", old->number);
  append_json_string (json, "number_max", old->number_max);
  append_json_string (json, "unit", old->unit);
  append_json_string (json, "cmp", corpus_cmp_to_string (old->cmp));
  append_json_string (json, "kind", corpus_kind_to_string (old->kind));
  append_json_string (json, "direction", corpus_direction_to_string (old->direction));
  append_json_string (json, "status", corpus_status_to_string (old->status));
  append_json_string (json, "period_iso", old->period_iso);
  g_string_append_c (json, '}');
  copy->provenance.was = g_string_free (json, FALSE);
}

static void
decide (ReviewDesk *self,
        CorpusProvenance *provenance,
        CorpusState state)
{
  g_autofree char *now = desk_dup_now ();

  if (state == CORPUS_STATE_SUGGESTED)
    corpus_provenance_decide (provenance, state, NULL, NULL);
  else
    corpus_provenance_decide (provenance, state, corpus_worker_get_reviewer_id (self->worker), now);
  provenance->tagset_version = self->tagset->version;
}

void
desk_put_head (ReviewDesk *self,
               CorpusEdit *edit,
               CorpusHead *head)
{
  corpus_article_set_head (self->article, head);
  corpus_edit_put_head (edit, head);
}

/* An edit of the article on the paper. Whoever decides something in it has begun with the task. */
CorpusEdit *
desk_begin_edit (ReviewDesk *self,
                 const char *verb,
                 CorpusTask task)
{
  CorpusHead *head = corpus_article_get_head (self->article);
  CorpusEdit *edit = corpus_edit_new (verb, head->id);

  if (head->reviews[task].status == CORPUS_REVIEW_TODO)
    {
      g_autoptr (CorpusHead) copy = corpus_head_copy (head);
      g_autofree char *now = desk_dup_now ();

      corpus_head_set_review (copy, task, CORPUS_REVIEW_DOING, corpus_worker_get_reviewer_id (self->worker), now);
      desk_put_head (self, edit, copy);
    }
  return edit;
}

static void
put_entity (ReviewDesk *self,
            CorpusEdit *edit,
            CorpusEntity *entity)
{
  corpus_article_put_entity (self->article, entity);
  corpus_edit_put_entity (edit, entity);
}

static void
put_indicator (ReviewDesk *self,
               CorpusEdit *edit,
               CorpusIndicator *indicator)
{
  corpus_article_put_indicator (self->article, indicator);
  corpus_edit_put_indicator (edit, indicator);
}

static char *
dup_indicator_words (CorpusIndicator *indicator)
{
  CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);

  return desk_dup_short (value != NULL && value->text != NULL ? value->text : _ ("an indicator"));
}

static char *
dup_entity_words (CorpusEntity *entity)
{
  g_autofree char *text = corpus_pieces_dup_text (entity->pieces);

  return desk_dup_short (text);
}

static char *
dup_decision_verb (CorpusState state,
                   const char *words)
{
  switch (state)
    {
    case CORPUS_STATE_ACCEPTED:
      /* Translators: %s is a passage of the text. What follows is what history and undo say. */
      return g_strdup_printf (_ ("Accept %s"), words);
    case CORPUS_STATE_REJECTED:
      return g_strdup_printf (_ ("Reject %s"), words);
    case CORPUS_STATE_SUGGESTED:
    default:
      return g_strdup_printf (_ ("Undecide %s"), words);
    }
}

/**
 * review_desk_decide:
 * @self: a desk
 * @id: an entity or indicator
 * @state: what is decided; %CORPUS_STATE_SUGGESTED takes a decision back
 *
 * Decides a suggestion. Deciding what is decided so already does nothing.
 */
void
review_desk_decide (ReviewDesk *self,
                    gint64 id,
                    CorpusState state)
{
  CorpusEntity *entity = desk_can_edit (self) ? corpus_article_find_entity (self->article, id) : NULL;
  CorpusIndicator *indicator = desk_can_edit (self) ? corpus_article_find_indicator (self->article, id) : NULL;
  g_autofree char *words = NULL, *verb = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (entity != NULL && entity->provenance.state != state)
    {
      g_autoptr (CorpusEntity) copy = corpus_entity_copy (entity);

      words = dup_entity_words (entity);
      verb = dup_decision_verb (state, words);
      edit = desk_begin_edit (self, verb, CORPUS_TASK_ENTITIES);
      decide (self, &copy->provenance, state);
      put_entity (self, edit, copy);
      desk_apply (self, edit);
    }
  else if (indicator != NULL && indicator->provenance.state != state)
    {
      g_autoptr (CorpusIndicator) copy = corpus_indicator_copy (indicator);

      words = dup_indicator_words (indicator);
      verb = dup_decision_verb (state, words);
      edit = desk_begin_edit (self, verb, CORPUS_TASK_INDICATORS);
      decide (self, &copy->provenance, state);
      put_indicator (self, edit, copy);
      desk_apply (self, edit);
    }
}

/* Accepts every suggestion that is left, as a part of @edit. */
void
desk_accept_all (ReviewDesk *self,
                 CorpusEdit *edit)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_copy (corpus_article_get_entities (self->article), NULL, NULL);
  g_autoptr (GPtrArray) indicators = g_ptr_array_copy (corpus_article_get_indicators (self->article), NULL, NULL);

  g_ptr_array_set_free_func (entities, NULL);
  g_ptr_array_set_free_func (indicators, NULL);
  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      g_autoptr (CorpusEntity) copy = NULL;

      if (entity->provenance.state != CORPUS_STATE_SUGGESTED)
        continue;
      copy = corpus_entity_copy (entity);
      decide (self, &copy->provenance, CORPUS_STATE_ACCEPTED);
      put_entity (self, edit, copy);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autoptr (CorpusIndicator) copy = NULL;

      if (indicator->provenance.state != CORPUS_STATE_SUGGESTED)
        continue;
      copy = corpus_indicator_copy (indicator);
      decide (self, &copy->provenance, CORPUS_STATE_ACCEPTED);
      put_indicator (self, edit, copy);
    }
}

/**
 * review_desk_remove:
 * @self: a desk
 * @id: an entity or indicator
 *
 * Removes what a reviewer made. What was suggested is rejected instead, so that it is not suggested again.
 */
void
review_desk_remove (ReviewDesk *self,
                    gint64 id)
{
  CorpusEntity *entity = desk_can_edit (self) ? corpus_article_find_entity (self->article, id) : NULL;
  CorpusIndicator *indicator = desk_can_edit (self) ? corpus_article_find_indicator (self->article, id) : NULL;
  CorpusOrigin origin = CORPUS_ORIGIN_RULE;
  g_autofree char *words = NULL, *verb = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (entity == NULL && indicator == NULL)
    return;
  origin = entity != NULL ? entity->provenance.origin : indicator->provenance.origin;
  if (origin != CORPUS_ORIGIN_REVIEWER)
    {
      review_desk_decide (self, id, CORPUS_STATE_REJECTED);
      return;
    }

  words = entity != NULL ? dup_entity_words (entity) : dup_indicator_words (indicator);
  verb = g_strdup_printf (_ ("Remove %s"), words);
  edit = desk_begin_edit (self, verb, entity != NULL ? CORPUS_TASK_ENTITIES : CORPUS_TASK_INDICATORS);
  if (entity != NULL)
    corpus_edit_remove_entity (edit, id);
  else
    corpus_edit_remove_indicator (edit, id);
  corpus_article_remove (self->article, id);
  desk_apply (self, edit);
}

/**
 * review_desk_relabel:
 * @self: a desk
 * @id: an entity
 * @label: a label of the tag set
 *
 * Gives an entity another label, which accepts it.
 */
void
review_desk_relabel (ReviewDesk *self,
                     gint64 id,
                     const char *label)
{
  CorpusEntity *entity = desk_can_edit (self) ? corpus_article_find_entity (self->article, id) : NULL;
  g_autoptr (CorpusEntity) copy = NULL;
  g_autofree char *words = NULL, *verb = NULL;

  if (entity == NULL)
    return;
  if (g_strcmp0 (entity->label, label) == 0)
    {
      review_desk_decide (self, id, CORPUS_STATE_ACCEPTED);
      return;
    }
  copy = corpus_entity_copy (entity);
  g_free (copy->label);
  copy->label = g_strdup (label);
  words = dup_entity_words (entity);
  /* Translators: a passage of the text, a label */
  verb = g_strdup_printf (_ ("Relabel %s to %s"), words, label);
  review_desk_put_entity (self, verb, copy);
}

static char *
dup_pieces_text (ReviewDesk *self,
                 gint64 start,
                 gint64 end)
{
  CorpusText *text = corpus_article_get_text (self->article);

  return corpus_chars_dup_range (corpus_text_get_chars (text), start, end);
}

/* The source of a range of the text; says so and returns NULL where there is none. */
static GArray *
anchor (ReviewDesk *self,
        gint64 start,
        gint64 end)
{
  CorpusText *text = corpus_article_get_text (self->article);
  g_autoptr (GArray) pieces = NULL;

  if (start >= 0 && start < end && end <= corpus_chars_get_length (corpus_text_get_chars (text)))
    pieces = corpus_text_anchor (text, start, end);
  if (pieces == NULL || pieces->len == 0)
    return NULL;
  return g_steal_pointer (&pieces);
}

static void
fill_slot (ReviewDesk *self,
           CorpusIndicator *indicator,
           CorpusSlot slot,
           GArray *pieces,
           gint64 start,
           gint64 end)
{
  g_autofree char *words = dup_pieces_text (self, start, end);
  CorpusFiller *filler;

  corpus_indicator_clear_slot (indicator, slot);
  filler = corpus_indicator_add_filler (indicator, slot, words);
  g_array_unref (filler->pieces);
  filler->pieces = g_array_ref (pieces);
  if (slot == CORPUS_SLOT_VALUE)
    corpus_normalise_indicator (indicator, words);
}

/**
 * review_desk_set_extent:
 * @self: a desk
 * @id: an entity or indicator
 * @start: first code point of the article's text
 * @end: one past the last
 *
 * Moves the ends of an entity or of the value of an indicator, which accepts it.
 */
void
review_desk_set_extent (ReviewDesk *self,
                        gint64 id,
                        gint64 start,
                        gint64 end)
{
  CorpusEntity *entity = desk_can_edit (self) ? corpus_article_find_entity (self->article, id) : NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (CorpusEntity) copy = NULL;
  g_autofree char *words = NULL, *verb = NULL;

  if (entity == NULL)
    {
      if (desk_can_edit (self) && corpus_article_find_indicator (self->article, id) != NULL && start < end)
        review_desk_set_slot (self, id, CORPUS_SLOT_VALUE, start, end);
      return;
    }
  pieces = anchor (self, start, end);
  if (pieces == NULL || corpus_pieces_equal (pieces, entity->pieces))
    return;
  copy = corpus_entity_copy (entity);
  g_array_unref (copy->pieces);
  copy->pieces = g_steal_pointer (&pieces);
  /* What it stood for was said of the old words. */
  g_clear_pointer (&copy->norm, g_free);
  words = dup_entity_words (copy);
  verb = g_strdup_printf (_ ("Move the ends to %s"), words);
  review_desk_put_entity (self, verb, copy);
}

/**
 * review_desk_add_entity:
 * @self: a desk
 * @label: a label of the tag set
 * @start: first code point of the article's text
 * @end: one past the last
 *
 * Makes an entity of a range of the text and selects it.
 *
 * Returns: its id, 0 where the range has no source in a page
 */
gint64
review_desk_add_entity (ReviewDesk *self,
                        const char *label,
                        gint64 start,
                        gint64 end)
{
  g_autoptr (GArray) pieces = desk_can_edit (self) ? anchor (self, start, end) : NULL;
  g_autoptr (CorpusEntity) entity = NULL;
  g_autofree char *words = NULL, *verb = NULL;

  if (pieces == NULL)
    return 0;
  entity = corpus_entity_new (corpus_worker_new_id (self->worker), label);
  g_array_unref (entity->pieces);
  entity->pieces = g_steal_pointer (&pieces);
  corpus_provenance_clear (&entity->provenance);
  corpus_provenance_init (&entity->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
  words = dup_entity_words (entity);
  /* Translators: a label, a passage of the text */
  verb = g_strdup_printf (_ ("Add %s %s"), label, words);
  review_desk_put_entity (self, verb, entity);
  review_desk_select (self, entity->id);
  return entity->id;
}

/**
 * review_desk_add_indicator:
 * @self: a desk
 * @start: first code point of the article's text
 * @end: one past the last
 *
 * Makes an indicator whose value is a range of the text and selects it.
 *
 * Returns: its id, 0 where the range has no source in a page
 */
gint64
review_desk_add_indicator (ReviewDesk *self,
                           gint64 start,
                           gint64 end)
{
  g_autoptr (GArray) pieces = desk_can_edit (self) ? anchor (self, start, end) : NULL;
  g_autoptr (CorpusIndicator) indicator = NULL;
  g_autofree char *words = NULL, *verb = NULL;

  if (pieces == NULL)
    return 0;
  indicator = corpus_indicator_new (corpus_worker_new_id (self->worker));
  fill_slot (self, indicator, CORPUS_SLOT_VALUE, pieces, start, end);
  corpus_provenance_clear (&indicator->provenance);
  corpus_provenance_init (&indicator->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
  words = dup_indicator_words (indicator);
  verb = g_strdup_printf (_ ("Add indicator %s"), words);
  review_desk_put_indicator (self, verb, indicator);
  review_desk_select (self, indicator->id);
  return indicator->id;
}

/**
 * review_desk_set_slot:
 * @self: a desk
 * @id: an indicator
 * @slot: a slot
 * @start: first code point of the article's text
 * @end: one past the last; equal to @start empties the slot
 *
 * Puts a range of the text into a slot, in the place of what was in it, which accepts the indicator.
 */
void
review_desk_set_slot (ReviewDesk *self,
                      gint64 id,
                      CorpusSlot slot,
                      gint64 start,
                      gint64 end)
{
  CorpusIndicator *indicator = desk_can_edit (self) ? corpus_article_find_indicator (self->article, id) : NULL;
  CorpusFiller *old = indicator != NULL ? corpus_indicator_get_filler (indicator, slot) : NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (CorpusIndicator) copy = NULL;
  g_autofree char *words = NULL, *verb = NULL;

  if (indicator == NULL || (start == end && old == NULL))
    return;
  if (start < end)
    {
      pieces = anchor (self, start, end);
      if (pieces == NULL || (old != NULL && indicator->slots[slot]->len == 1 && corpus_pieces_equal (pieces, old->pieces)))
        return;
    }
  copy = corpus_indicator_copy (indicator);
  if (pieces != NULL)
    fill_slot (self, copy, slot, pieces, start, end);
  else
    corpus_indicator_clear_slot (copy, slot);
  words = dup_indicator_words (indicator);
  if (pieces != NULL)
    /* Translators: a slot such as “Subject”, a passage of the text */
    verb = g_strdup_printf (_ ("Set %s of %s"), review_words_slot (slot), words);
  else
    verb = g_strdup_printf (_ ("Empty %s of %s"), review_words_slot (slot), words);
  review_desk_put_indicator (self, verb, copy);
}

/**
 * review_desk_put_entity:
 * @self: a desk
 * @verb: what history and undo say, in the user's language
 * @entity: a changed copy that nobody else holds yet, or a new one
 *
 * Puts an entity in the place of the one with the same id. It counts as accepted by the reviewer.
 */
void
review_desk_put_entity (ReviewDesk *self,
                        const char *verb,
                        CorpusEntity *entity)
{
  g_autoptr (CorpusEdit) edit = NULL;

  if (!desk_can_edit (self))
    return;
  remember_entity (entity, corpus_article_find_entity (self->article, entity->id));
  decide (self, &entity->provenance, CORPUS_STATE_ACCEPTED);
  edit = desk_begin_edit (self, verb, CORPUS_TASK_ENTITIES);
  put_entity (self, edit, entity);
  corpus_article_sort (self->article);
  desk_apply (self, edit);
}

/**
 * review_desk_put_indicator:
 * @self: a desk
 * @verb: what history and undo say, in the user's language
 * @indicator: a changed copy that nobody else holds yet, or a new one
 *
 * Puts an indicator in the place of the one with the same id. It counts as accepted by the reviewer.
 */
void
review_desk_put_indicator (ReviewDesk *self,
                           const char *verb,
                           CorpusIndicator *indicator)
{
  g_autoptr (CorpusEdit) edit = NULL;

  if (!desk_can_edit (self))
    return;
  remember_indicator (indicator, corpus_article_find_indicator (self->article, indicator->id));
  decide (self, &indicator->provenance, CORPUS_STATE_ACCEPTED);
  edit = desk_begin_edit (self, verb, CORPUS_TASK_INDICATORS);
  put_indicator (self, edit, indicator);
  corpus_article_sort (self->article);
  desk_apply (self, edit);
}

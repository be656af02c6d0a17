/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines, version 1: the reader of what lies in an article.
 *
 * `source` says where an annotation lies, and `text` what it says there: both are held against the article. Where an
 * annotation has no source (another program wrote the file, or the article is anchored in its own text), its
 * `spans` find one. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-parts.h"

#include <string.h>

#include "exchange/corpus-exchange-error.h"
#include "exchange/corpus-native-values.h"
#include "exchange/corpus-native.h"

static void
append_spans (GString *words,
              CorpusChars *chars,
              GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const CorpusSpan span = g_array_index (spans, CorpusSpan, i);
      g_autofree char *part = corpus_chars_dup_range (chars, span.start, span.end);

      g_string_append (words, part);
    }
}

/* The words of an annotation have to be those its spans and its source show. */
static gboolean
check_words (const char *words,
             CorpusChars *chars,
             GArray *spans,
             const char *member,
             GError **error)
{
  g_autoptr (GString) found = g_string_new (NULL);

  append_spans (found, chars, spans);
  if (words == NULL || g_str_equal (words, found->str))
    return TRUE;
  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MISMATCH,
               "text: it is “%s”, but its %s shows “%s”", words, member, found->str);
  return FALSE;
}

/* Takes `source`, `spans` and `text` of an entity or filler. */
static gboolean
read_anchor (const CorpusJson *object,
             CorpusArticle *article,
             gboolean is_self_anchored,
             GArray *pieces,
             char **words,
             GError **error)
{
  CorpusText *text = corpus_article_get_text (article);
  CorpusChars *chars = corpus_text_get_chars (text);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));

  if (!corpus_native_get_text (object, "text", words, error) ||
      !corpus_native_get_spans (object, corpus_chars_get_length (chars), spans, error) ||
      (!is_self_anchored && !corpus_native_get_source (object, corpus_article_get_pages (article),
                                                       TRUE, pieces, error)) ||
      (spans->len > 0 && !check_words (*words, chars, spans, "spans", error)))
    return FALSE;

  if (pieces->len > 0)
    {
      g_autoptr (GArray) shown = corpus_text_map_pieces (text, pieces, NULL);

      return check_words (*words, chars, shown, "source", error);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const CorpusSpan span = g_array_index (spans, CorpusSpan, i);
      g_autoptr (GArray) found = corpus_text_anchor (text, span.start, span.end);

      for (guint j = 0; j < found->len; j++)
        {
          const CorpusPiece *piece = corpus_piece_at (found, j);

          corpus_pieces_add (pieces, piece->page_id, piece->start, piece->end, piece->text);
        }
    }
  return TRUE;
}

static gboolean
check_id (CorpusArticle *article,
          gint64 id,
          GError **error)
{
  if (id != 0 && corpus_article_find_entity (article, id) == NULL &&
      corpus_article_find_indicator (article, id) == NULL)
    return TRUE;
  g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                       id == 0 ? "id: it is missing" : "id: another annotation has the same");
  return FALSE;
}

static gboolean
read_entity (const CorpusJson *object,
             CorpusArticle *article,
             gboolean is_self_anchored,
             GError **error)
{
  g_autoptr (CorpusEntity) entity = corpus_entity_new (0, NULL);
  g_autofree char *words = NULL;
  const CorpusJson *attributes;

  if (!corpus_native_get_id (object, "id", &entity->id, &entity->foreign_id, error) ||
      !check_id (article, entity->id, error) ||
      !corpus_native_need_text (object, "label", &entity->label, error) ||
      !read_anchor (object, article, is_self_anchored, entity->pieces, &words, error) ||
      !corpus_native_get_text (object, "norm", &entity->norm, error) ||
      !corpus_native_get_strings (object, "ref", &entity->refs, error) ||
      !corpus_native_get_object (object, "attributes", &attributes, error) ||
      !corpus_native_get_provenance (object, &entity->provenance, error) ||
      !corpus_native_get_text (object, "note", &entity->note, error))
    return FALSE;
  if (entity->pieces->len == 0)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                           "source: it is empty, and no spans stand for it");
      return FALSE;
    }
  if (corpus_json_get_length (attributes) > 0)
    entity->attributes = corpus_json_to_text (attributes);
  entity->extra = corpus_json_dup_others (object, corpus_native_entity_members);
  corpus_article_put_entity (article, entity);
  return TRUE;
}

static gboolean
read_slot (const CorpusJson *slots,
           CorpusSlot slot,
           CorpusArticle *article,
           gboolean is_self_anchored,
           CorpusIndicator *indicator,
           GError **error)
{
  const char *name = corpus_slot_to_string (slot);
  const CorpusJson *fillers;

  if (!corpus_native_get_objects (slots, name, &fillers, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (fillers); i++)
    {
      const CorpusJson *object = corpus_json_get_at (fillers, i);
      CorpusFiller *filler = corpus_indicator_add_filler (indicator, slot, NULL);

      if (!read_anchor (object, article, is_self_anchored, filler->pieces, &filler->text, error))
        {
          g_prefix_error (error, "%s[%u].", name, i);
          return FALSE;
        }
      if (filler->pieces->len > 0)
        indicator->article_id = 0;
      filler->extra = corpus_json_dup_others (object, corpus_native_filler_members);
    }
  return TRUE;
}

static gboolean
read_period (const CorpusJson *object,
             CorpusIndicator *indicator,
             CorpusNativeExtra *extra,
             GError **error)
{
  const CorpusJson *period;

  if (!corpus_native_get_object (object, "period", &period, error))
    return FALSE;
  if (!corpus_native_get_text (period, "iso", &indicator->period_iso, error) ||
      !corpus_native_get_text (period, "start", &indicator->period_start, error) ||
      !corpus_native_get_text (period, "end", &indicator->period_end, error) ||
      !corpus_native_get_word (period, "role", corpus_period_role_from_string,
                               &indicator->period_role, error))
    {
      g_prefix_error (error, "period.");
      return FALSE;
    }
  corpus_native_extra_add_nested (extra, "period",
                                  corpus_json_dup_others (period, corpus_native_period_members));
  return TRUE;
}

static gboolean
read_indicator_values (const CorpusJson *object,
                       CorpusIndicator *indicator,
                       GError **error)
{
  return corpus_native_get_text (object, "number", &indicator->number, error) &&
         corpus_native_get_text (object, "number_max", &indicator->number_max, error) &&
         corpus_native_get_text (object, "unit", &indicator->unit, error) &&
         corpus_native_get_text (object, "unit_text", &indicator->unit_text, error) &&
         corpus_native_get_word (object, "cmp", corpus_cmp_from_string, &indicator->cmp, error) &&
         corpus_native_get_word (object, "kind", corpus_kind_from_string, &indicator->kind,
                                 error) &&
         corpus_native_get_word (object, "direction", corpus_direction_from_string,
                                 &indicator->direction, error) &&
         corpus_native_get_word (object, "basis", corpus_basis_from_string, &indicator->basis,
                                 error) &&
         corpus_native_get_word (object, "status", corpus_status_from_string, &indicator->status,
                                 error) &&
         corpus_native_get_id (object, "of", &indicator->of, NULL, error) &&
         corpus_native_get_id (object, "same_as", &indicator->same_as, NULL, error) &&
         corpus_native_get_text (object, "series", &indicator->series, error) &&
         corpus_native_get_provenance (object, &indicator->provenance, error) &&
         corpus_native_get_text (object, "note", &indicator->note, error);
}

static gboolean
read_indicator (const CorpusJson *object,
                CorpusArticle *article,
                gboolean is_self_anchored,
                GError **error)
{
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (0);
  CorpusNativeExtra extra = { 0 };
  const CorpusJson *slots;
  gboolean is_ok;

  if (!corpus_native_get_id (object, "id", &indicator->id, &indicator->foreign_id, error) ||
      !check_id (article, indicator->id, error) ||
      !corpus_native_get_object (object, "slots", &slots, error))
    return FALSE;

  /* Until a slot turns out to be anchored. */
  indicator->article_id = corpus_article_get_id (article);
  for (CorpusSlot slot = 0; slot < CORPUS_N_SLOTS; slot++)
    if (!read_slot (slots, slot, article, is_self_anchored, indicator, error))
      {
        g_prefix_error (error, "slots.");
        return FALSE;
      }
  corpus_native_extra_add_nested (&extra, "slots",
                                  corpus_json_dup_others (slots, corpus_native_slots_members));
  is_ok = read_period (object, indicator, &extra, error) &&
          read_indicator_values (object, indicator, error);
  corpus_native_extra_add_others (&extra, object, corpus_native_indicator_members);
  indicator->extra = corpus_native_extra_end (&extra);
  if (is_ok)
    corpus_article_put_indicator (article, indicator);
  return is_ok;
}

static gboolean
read_relation (const CorpusJson *object,
               CorpusArticle *article,
               GError **error)
{
  g_autoptr (CorpusRelation) relation = corpus_relation_new (0, NULL, 0, 0);

  if (!corpus_native_get_id (object, "id", &relation->id, &relation->foreign_id, error) ||
      !corpus_native_need_text (object, "type", &relation->type, error) ||
      !corpus_native_get_id (object, "from", &relation->from_id, NULL, error) ||
      !corpus_native_get_id (object, "to", &relation->to_id, NULL, error) ||
      !corpus_native_get_provenance (object, &relation->provenance, error))
    return FALSE;
  if (relation->id == 0 || relation->from_id == 0 || relation->to_id == 0)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                           "id, from, to: one of them is missing");
      return FALSE;
    }
  relation->extra = corpus_json_dup_others (object, corpus_native_relation_members);
  corpus_article_put_relation (article, relation);
  return TRUE;
}

/**
 * corpus_native_read_annotations:
 * @line: an article line
 * @article: the article, with its pages and blocks
 * @is_self_anchored: whether its page is its own text, so that the sources of the line say nothing
 * @error: return location for an error
 *
 * Puts the entities, indicators and relations into the article.
 *
 * Returns: %FALSE with a #CorpusExchangeError
 */
gboolean
corpus_native_read_annotations (const CorpusJson *line,
                                CorpusArticle *article,
                                gboolean is_self_anchored,
                                GError **error)
{
  const CorpusJson *entities, *indicators, *relations;

  if (!corpus_native_get_objects (line, "entities", &entities, error) ||
      !corpus_native_get_objects (line, "indicators", &indicators, error) ||
      !corpus_native_get_objects (line, "relations", &relations, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (entities); i++)
    if (!read_entity (corpus_json_get_at (entities, i), article, is_self_anchored, error))
      {
        g_prefix_error (error, "entities[%u].", i);
        return FALSE;
      }
  for (guint i = 0; i < corpus_json_get_length (indicators); i++)
    if (!read_indicator (corpus_json_get_at (indicators, i), article, is_self_anchored, error))
      {
        g_prefix_error (error, "indicators[%u].", i);
        return FALSE;
      }
  for (guint i = 0; i < corpus_json_get_length (relations); i++)
    if (!read_relation (corpus_json_get_at (relations, i), article, error))
      {
        g_prefix_error (error, "relations[%u].", i);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_credit (const CorpusJson *object,
             CorpusArticle *article,
             gboolean is_self_anchored,
             CorpusIdSource *ids,
             GError **error)
{
  g_autoptr (CorpusCredit) credit =
      corpus_credit_new (corpus_id_source_next (ids), CORPUS_CREDIT_REPORTER, NULL);

  corpus_provenance_init (&credit->provenance, CORPUS_ORIGIN_IMPORT, CORPUS_STATE_SUGGESTED, -1);
  if (!corpus_native_need_text (object, "name", &credit->name, error) ||
      !corpus_native_get_word (object, "role", corpus_credit_role_from_string, &credit->role,
                               error) ||
      !corpus_native_get_text (object, "affiliation", &credit->affiliation, error) ||
      (!is_self_anchored && !corpus_native_get_source (object, corpus_article_get_pages (article),
                                                       TRUE, credit->pieces, error)))
    return FALSE;
  if (credit->pieces->len == 0)
    credit->article_id = corpus_article_get_id (article);
  credit->extra = corpus_json_dup_others (object, corpus_native_credit_members);
  corpus_article_put_credit (article, credit);
  return TRUE;
}

static gboolean
read_dateline (const CorpusJson *object,
               CorpusArticle *article,
               gboolean is_self_anchored,
               CorpusIdSource *ids,
               GError **error)
{
  g_autoptr (CorpusDateline) dateline = corpus_dateline_new (corpus_id_source_next (ids));

  corpus_provenance_init (&dateline->provenance, CORPUS_ORIGIN_IMPORT, CORPUS_STATE_SUGGESTED, -1);
  if (!corpus_native_get_text (object, "place", &dateline->place, error) ||
      !corpus_native_get_text (object, "date", &dateline->date, error) ||
      (!is_self_anchored && !corpus_native_get_source (object, corpus_article_get_pages (article),
                                                       TRUE, dateline->pieces, error)))
    return FALSE;
  if (dateline->pieces->len == 0)
    dateline->article_id = corpus_article_get_id (article);
  dateline->extra = corpus_json_dup_others (object, corpus_native_dateline_members);
  corpus_article_set_dateline (article, dateline);
  return TRUE;
}

/* A value that the blocks say as well is left to them; another one is kept, also that there is none. */
static gboolean
read_field (const CorpusJson *object,
            const char *name,
            gboolean is_given,
            CorpusFieldName field,
            CorpusArticle *article,
            CorpusHead *head,
            GError **error)
{
  g_autofree char *value = NULL, *derived = NULL;
  CorpusField *kept;

  if (!corpus_native_get_text (object, name, &value, error))
    return FALSE;
  derived = corpus_article_dup_value (article, field);
  if (!is_given || g_strcmp0 (value, derived) == 0)
    return TRUE;
  kept = corpus_field_new (value);
  corpus_provenance_init (&kept->provenance, CORPUS_ORIGIN_IMPORT,
                          head->reviews[CORPUS_TASK_METADATA].status == CORPUS_REVIEW_DONE
                              ? CORPUS_STATE_ACCEPTED
                              : CORPUS_STATE_SUGGESTED,
                          -1);
  corpus_head_set_field (head, field, kept);
  return TRUE;
}

/**
 * corpus_native_read_metadata:
 * @line: an article line
 * @article: the article, with its pages and blocks
 * @is_self_anchored: whether its page is its own text, so that the sources of the line say nothing
 * @ids: gives ids to what has none in the file
 * @error: return location for an error
 *
 * Puts dateline, credits and the values that its blocks do not say into the article.
 *
 * Returns: %FALSE with a #CorpusExchangeError
 */
gboolean
corpus_native_read_metadata (const CorpusJson *line,
                             CorpusArticle *article,
                             gboolean is_self_anchored,
                             CorpusIdSource *ids,
                             GError **error)
{
  static const CorpusFieldName fields[] = { CORPUS_FIELD_KICKER, CORPUS_FIELD_HEADLINE,
                                            CORPUS_FIELD_SUBHEAD, CORPUS_FIELD_COLUMN,
                                            CORPUS_FIELD_SECTION, CORPUS_FIELD_AGENCY,
                                            CORPUS_FIELD_GENRE };
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  const CorpusJson *metadata, *dateline, *credits, *jump;
  gboolean is_ok, has_jump;

  if (!corpus_native_get_object (line, "metadata", &metadata, error))
    return FALSE;
  is_ok = corpus_native_get_object (metadata, "dateline", &dateline, error) &&
          corpus_native_get_objects (metadata, "credits", &credits, error) &&
          corpus_native_get_object (metadata, "jump", &jump, error);
  if (is_ok && dateline != NULL && !read_dateline (dateline, article, is_self_anchored, ids, error))
    {
      g_prefix_error (error, "dateline.");
      is_ok = FALSE;
    }
  for (guint i = 0; is_ok && i < corpus_json_get_length (credits); i++)
    if (!read_credit (corpus_json_get_at (credits, i), article, is_self_anchored, ids, error))
      {
        g_prefix_error (error, "credits[%u].", i);
        is_ok = FALSE;
      }
  for (guint i = 0; is_ok && i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = corpus_field_to_string (fields[i]);

      is_ok = read_field (metadata, name, corpus_json_find (metadata, name) != NULL, fields[i],
                          article, head, error);
    }
  has_jump = corpus_json_find (metadata, "jump") != NULL;
  is_ok = is_ok && read_field (jump, "to", has_jump, CORPUS_FIELD_JUMP_TO, article, head, error) &&
          read_field (jump, "from", has_jump, CORPUS_FIELD_JUMP_FROM, article, head, error);
  if (!is_ok)
    {
      g_prefix_error (error, "metadata.");
      return FALSE;
    }
  corpus_article_set_head (article, head);
  return TRUE;
}

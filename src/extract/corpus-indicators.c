/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 5: indicators: the quantities of an article that are figures, and the frame around each. */

#define G_LOG_DOMAIN "corpus-extract"

#include <string.h>

#include "extract/corpus-dateline-head.h"
#include "extract/corpus-extractor.h"
#include "extract/corpus-frame.h"
#include "extract/corpus-suggest.h"

typedef struct
{
  CorpusArticle *article;
  CorpusText *text;
  CorpusReading reading;
  CorpusIdSource *ids;
  GArray *calendars;  /* CorpusCalendar */
  guint8 *is_out;     /* where no figure is looked for */
  guint8 *places;     /* where a place, a body or a person is named */
  GArray *quantities; /* CorpusQuantity: the frames point into it */
  CorpusSpan head;    /* the dateline head */
} Indicators;

/* Takes out what was suggested before, and marks what people decided on. */
static void
clear_old (Indicators *self)
{
  GPtrArray *indicators = corpus_article_get_indicators (self->article);
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);

      if (corpus_suggest_is_ours (&indicator->provenance))
        {
          g_array_append_val (old, indicator->id);
        }
      else if (value != NULL)
        {
          CorpusSpan span = corpus_suggest_span (self->text, value->pieces);

          memset (self->is_out + span.start, 1, (gsize) (span.end - span.start));
        }
    }
  for (guint i = old->len; i-- > 0;)
    corpus_article_remove (self->article, g_array_index (old, gint64, i));
}

/* Numbers in the names of programmes and events are no figures, nor are those of bylines, heads and records. */
static void
mark_out (Indicators *self)
{
  GPtrArray *blocks = corpus_article_get_blocks (self->article),
            *entities = corpus_article_get_entities (self->article);
  gboolean has_body = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusSpan span = corpus_text_get_block_span (self->text, i);
      CorpusDatelineHead head;

      if (block->role == CORPUS_ROLE_BYLINE || block->role == CORPUS_ROLE_CREDIT ||
          block->role == CORPUS_ROLE_LIST || block->role == CORPUS_ROLE_SIGNATURE ||
          block->role == CORPUS_ROLE_COLUMN)
        {
          memset (self->is_out + span.start, 1, (gsize) (span.end - span.start));
        }
      else if (block->role == CORPUS_ROLE_BODY && !has_body && span.start < span.end)
        {
          has_body = TRUE;
          if (corpus_dateline_head_parse (&self->reading, span, &head))
            {
              self->head = head.span;
              memset (self->is_out + head.span.start, 1, (gsize) (head.span.end - head.span.start));
            }
        }
    }
  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      CorpusSpan span = corpus_suggest_span (self->text, entity->pieces);

      if (entity->provenance.state == CORPUS_STATE_REJECTED)
        continue;
      if (g_str_equal (entity->label, "POLICY") || g_str_equal (entity->label, "EVENT") ||
          g_str_equal (entity->label, "DATE"))
        memset (self->is_out + span.start, 1, (gsize) (span.end - span.start));
      else if (g_str_equal (entity->label, "LOC") || g_str_equal (entity->label, "ORG") ||
               g_str_equal (entity->label, "PERSON"))
        memset (self->places + span.start, 1, (gsize) (span.end - span.start));
    }
}

static void
find_calendars (Indicators *self,
                const GDate *today)
{
  for (gint64 at = 0; at < self->reading.length; at++)
    {
      CorpusCalendar calendar;

      if (corpus_calendar_may_begin (self->reading.chars[at]) &&
          (corpus_calendar_parse (self->reading.chars, self->reading.length, at, today,
                                  &calendar) ||
           corpus_calendar_parse_english (self->reading.chars, self->reading.length, at, today,
                                          &calendar)))
        {
          g_array_append_val (self->calendars, calendar);
          at = calendar.end - 1;
        }
    }
}

static void
fill_slot (Indicators *self,
           CorpusIndicator *indicator,
           CorpusSlot slot,
           CorpusSpan span)
{
  g_autofree char *words = NULL;
  CorpusFiller *filler;

  span = corpus_reading_trim (&self->reading, span);
  if (span.start >= span.end)
    return;
  words = corpus_chars_dup_range (corpus_text_get_chars (self->text), span.start, span.end);
  filler = corpus_indicator_add_filler (indicator, slot, words);
  g_array_unref (filler->pieces);
  filler->pieces = corpus_text_anchor (self->text, span.start, span.end);
}

static char *
dup_or_null (const char *string)
{
  return string[0] != '\0' ? g_strdup (string) : NULL;
}

static void
put_frame (Indicators *self,
           const CorpusFrame *frame,
           gint64 id,
           gint64 of)
{
  static const char *const head_counts[] = { "人数", "人口", "游客", "旅客", "会员", "用户", NULL };
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (id);
  const CorpusQuantity *quantity = frame->quantity;

  fill_slot (self, indicator, CORPUS_SLOT_VALUE, frame->value);
  if (corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE) == NULL ||
      corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE)->pieces->len == 0)
    return;
  fill_slot (self, indicator, CORPUS_SLOT_NAME, frame->name);
  fill_slot (self, indicator, CORPUS_SLOT_SUBJECT, frame->subject);
  fill_slot (self, indicator, CORPUS_SLOT_PERIOD, frame->period);
  fill_slot (self, indicator, CORPUS_SLOT_COMPARATOR, quantity->comparator);
  fill_slot (self, indicator, CORPUS_SLOT_BASIS, frame->basis);
  fill_slot (self, indicator, CORPUS_SLOT_BASE, frame->base);
  indicator->number = g_strdup (quantity->number);
  indicator->number_max = g_strdup (quantity->number_max);
  indicator->unit = g_strdup (quantity->unit);
  /* 参观人数突破5200万 counts people. */
  if (quantity->unit == NULL && corpus_reading_match_any_before (&self->reading, frame->name.start,
                                                                 frame->name.end, head_counts) >= 0)
    indicator->unit = g_strdup ("person");
  indicator->unit_text = g_strdup (quantity->unit_text);
  indicator->cmp = quantity->cmp;
  indicator->kind = frame->kind;
  indicator->direction = frame->direction;
  indicator->basis = frame->basis_norm;
  indicator->status = frame->status;
  if (frame->period.start < frame->period.end)
    {
      indicator->period_iso = dup_or_null (frame->calendar.iso);
      indicator->period_start = dup_or_null (frame->calendar.first);
      indicator->period_end = dup_or_null (frame->calendar.last);
      indicator->period_role = frame->period_role;
    }
  indicator->of = of;
  corpus_suggest (&indicator->provenance, frame->confidence);
  corpus_article_put_indicator (self->article, indicator);
}

static gboolean
is_sentence_mark (const CorpusReading *reading,
                  gint64 at)
{
  gunichar c = reading->chars[at];

  if (c == '.')
    return at + 1 < reading->length && reading->chars[at + 1] == ' ' && at > 0 &&
           !corpus_char_is_digit (reading->chars[at - 1]);
  return c == '\n' || corpus_char_is_sentence_end (c);
}

/* The frames of one sentence, whose quantities begin at @first of all. Returns the first quantity after it. */
static guint
take_sentence (Indicators *self,
               const CorpusFrameText *text,
               CorpusSpan sentence,
               guint first)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (CorpusFrame));
  g_autofree gint64 *ids = NULL;
  guint next = first;

  for (; next < self->quantities->len; next++)
    {
      CorpusQuantity *quantity = corpus_quantity_at (self->quantities, next);
      CorpusFrame frame = { .quantity = quantity, .value = quantity->value };

      if (quantity->value.start >= sentence.end)
        break;
      if (self->is_out[quantity->value.start] || self->is_out[quantity->value.end - 1] ||
          self->places[quantity->value.start] ||
          !corpus_frame_is_indicator (text, quantity, sentence))
        continue;
      /* 20亿多人口: the unit names what is counted and stands apart from the number. */
      if (g_strcmp0 (quantity->unit_text, "人口") == 0)
        frame.value.end = quantity->number_span.end;
      g_array_append_val (frames, frame);
    }
  if (frames->len == 0)
    return next;

  corpus_frame_fill (text, frames, 0, sentence);
  ids = g_new (gint64, frames->len);
  for (guint i = 0; i < frames->len; i++)
    {
      CorpusFrame *frame = &g_array_index (frames, CorpusFrame, i);

      ids[i] = corpus_id_source_next (self->ids);
      put_frame (self, frame, ids[i], frame->of >= 0 ? ids[frame->of] : 0);
    }
  return next;
}

/**
 * corpus_extract_indicators:
 * @article: an article with its blocks and entities
 * @ids: where new ids come from
 *
 * Finds the figures of an article and what they are figures of. May be called from
 * the thread that the article belongs to.
 */
void
corpus_extract_indicators (CorpusArticle *article,
                           CorpusIdSource *ids)
{
  Indicators self = { .article = article,
                      .text = corpus_text_ref (corpus_article_get_text (article)),
                      .ids = ids };
  CorpusFrameText text;
  guint next = 0;
  GDate today;
  gboolean has_date = corpus_suggest_get_date (article, &today);

  corpus_reading_init (&self.reading, corpus_text_get_chars (self.text));
  self.is_out = g_new0 (guint8, self.reading.length + 1);
  self.places = g_new0 (guint8, self.reading.length + 1);
  self.calendars = g_array_new (FALSE, FALSE, sizeof (CorpusCalendar));
  clear_old (&self);
  mark_out (&self);
  find_calendars (&self, has_date ? &today : NULL);
  self.quantities = corpus_quantity_scan_chars (self.reading.chars, 0, self.reading.length,
                                                has_date ? &today : NULL);
  text = (CorpusFrameText){ &self.reading, self.calendars, self.places };

  for (gint64 start = 0; start < self.reading.length && next < self.quantities->len;)
    {
      gint64 end = start;

      while (end < self.reading.length && !is_sentence_mark (&self.reading, end))
        end++;
      /* The first sentence begins behind the dateline head. */
      if (self.head.start >= start && self.head.end <= end)
        start = MAX (start, self.head.end);
      next = take_sentence (&self, &text, (CorpusSpan){ start, end }, next);
      start = end + 1;
    }

  g_array_unref (self.quantities);
  g_array_unref (self.calendars);
  g_free (self.is_out);
  g_free (self.places);
  corpus_reading_clear (&self.reading);
  corpus_text_unref (self.text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 3: dateline, credits, agency and genre of an article, read off its blocks as they stand. */

#define G_LOG_DOMAIN "corpus-extract"

#include <string.h>

#include "extract/corpus-dateline-head.h"
#include "extract/corpus-extractor.h"
#include "extract/corpus-people.h"
#include "extract/corpus-suggest.h"
#include "text/corpus-calendar.h"

typedef struct
{
  CorpusArticle *article;
  CorpusText *text;
  CorpusReading reading;
  CorpusIdSource *ids;
  CorpusHead *head; /* a copy, to be put in place at the end */
} Metadata;

static void
set_field (Metadata *self,
           CorpusFieldName name,
           const char *value,
           double confidence)
{
  CorpusField *old = self->head->fields[name], *field;

  if (old != NULL && !corpus_suggest_is_ours (&old->provenance))
    return;
  if (value == NULL)
    {
      corpus_head_set_field (self->head, name, NULL);
      return;
    }
  field = corpus_field_new (value);
  corpus_suggest (&field->provenance, confidence);
  corpus_head_set_field (self->head, name, field);
}

/* Whether somebody decided on a credit of the same person that stands at the same place. */
static gboolean
is_decided (Metadata *self,
            CorpusSpan span)
{
  GPtrArray *credits = corpus_article_get_credits (self->article);

  for (guint i = 0; i < credits->len; i++)
    {
      CorpusCredit *credit = g_ptr_array_index (credits, i);

      if (corpus_span_overlaps (corpus_suggest_span (self->text, credit->pieces), span))
        return TRUE;
    }
  return FALSE;
}

static void
add_credits (Metadata *self,
             GArray *people,
             double confidence)
{
  GPtrArray *credits = corpus_article_get_credits (self->article);

  for (guint i = 0; i < people->len; i++)
    {
      CorpusPerson *person = &g_array_index (people, CorpusPerson, i);
      g_autofree char *name = corpus_people_dup_name (&self->reading, person->span);
      g_autoptr (CorpusCredit) credit = NULL;
      gboolean is_known = is_decided (self, person->span);

      /* A photographer of three pictures is one. */
      for (guint j = 0; j < credits->len && !is_known; j++)
        {
          CorpusCredit *other = g_ptr_array_index (credits, j);

          is_known = other->role == person->role && g_str_equal (other->name, name);
        }
      if (is_known)
        continue;
      credit = corpus_credit_new (corpus_id_source_next (self->ids), person->role, name);
      if (person->affiliation.start < person->affiliation.end)
        {
          CorpusSpan span = corpus_reading_trim (&self->reading, person->affiliation);

          credit->affiliation = corpus_reading_dup (&self->reading, span.start, span.end);
        }
      g_array_unref (credit->pieces);
      credit->pieces = corpus_text_anchor (self->text, person->span.start, person->span.end);
      corpus_suggest (&credit->provenance, confidence);
      if (credit->pieces->len > 0)
        corpus_article_put_credit (self->article, credit);
    }
}

/* The day of a dateline. It lies in the past: one of December in a paper of January is of the year before. */
static char *
dup_dateline_date (Metadata *self,
                   CorpusSpan span)
{
  CorpusCalendar calendar;
  GDate today, day;
  gboolean is_known = corpus_suggest_get_date (self->article, &today);

  if (span.start == span.end ||
      !(corpus_calendar_parse (self->reading.chars, span.end, span.start, is_known ? &today : NULL,
                               &calendar) ||
        corpus_calendar_parse_english (self->reading.chars, span.end, span.start,
                                       is_known ? &today : NULL, &calendar)) ||
      !corpus_calendar_read_iso (calendar.iso, &day))
    return NULL;
  if (is_known && g_date_days_between (&today, &day) > 2)
    g_date_subtract_years (&day, 1);
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&day),
                          (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
}

static void
read_dateline (Metadata *self,
               CorpusSpan body,
               char **agency)
{
  CorpusDateline *old = corpus_article_get_dateline (self->article);
  CorpusDatelineHead head;
  g_autoptr (CorpusDateline) dateline = NULL;

  /* One that is left is a person's. */
  if (old != NULL || !corpus_dateline_head_parse (&self->reading, body, &head))
    return;

  dateline = corpus_dateline_new (corpus_id_source_next (self->ids));
  g_array_unref (dateline->pieces);
  dateline->pieces = corpus_text_anchor (self->text, head.span.start, head.span.end);
  if (head.place.start < head.place.end)
    dateline->place = corpus_reading_dup (&self->reading, head.place.start, head.place.end);
  dateline->date = dup_dateline_date (self, head.date);
  corpus_suggest (&dateline->provenance, 0.95);
  corpus_article_set_dateline (self->article, dateline);
  if (head.agency.start < head.agency.end)
    *agency = corpus_reading_dup (&self->reading, head.agency.start, head.agency.end);
  if (head.people.start < head.people.end)
    {
      g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));

      corpus_people_parse (&self->reading, head.people, people);
      add_credits (self, people, 0.95);
    }
}

static void
read_byline (Metadata *self,
             CorpusSpan span,
             char **agency)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));

  if (!corpus_people_parse (&self->reading, span, people))
    {
      /* □ 田不语: nothing but the name. */
      CorpusPerson person = { span, CORPUS_CREDIT_REPORTER, { span.start, span.start } };

      g_array_append_val (people, person);
    }
  if (*agency == NULL && people->len > 0)
    {
      CorpusPerson *first = &g_array_index (people, CorpusPerson, 0);

      if (corpus_reading_match (&self->reading, first->affiliation.start, first->affiliation.end,
                                "本报") >= 0)
        *agency = g_strdup ("本报");
      else if (corpus_reading_match (&self->reading, first->affiliation.start,
                                     first->affiliation.end, "新华社") >= 0)
        *agency = g_strdup ("新华社");
    }
  add_credits (self, people, 0.9);
}

static void
read_picture (Metadata *self,
              CorpusSpan span)
{
  g_autoptr (GArray) people = NULL;
  gint64 at = corpus_people_find_photo_credit (&self->reading, span);

  if (at < 0)
    return;
  people = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));
  corpus_people_parse_photo_credit (&self->reading, (CorpusSpan){ at, span.end }, people);
  add_credits (self, people, 0.9);
}

static gboolean
value_contains (CorpusArticle *article,
                CorpusFieldName name,
                const char *const *words)
{
  g_autofree char *value = corpus_article_dup_value (article, name);

  for (guint i = 0; value != NULL && words[i] != NULL; i++)
    if (strstr (value, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_role (CorpusArticle *article,
          const char *role)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    if (((CorpusBlock *) g_ptr_array_index (blocks, i))->role == role)
      return TRUE;
  return FALSE;
}

/* The sort of text an article is. */
static const char *
find_genre (CorpusArticle *article,
            double *confidence)
{
  static const char *const interviews[] = { "访", "专访", "对话", NULL };
  static const char *const comments[] = { "评", "论语", "杂谈", "快语", "Opinion", NULL };
  static const char *const briefs[] = { "简讯", "简 讯", "短讯", "快讯", "BRIEF", NULL };
  static const char *const corrections[] = { "更正", "更 正", "Correction", NULL };
  static const char *const notices[] = { "公示", "公告", "公 告", "通告", "启事", "声明", NULL };
  gboolean has_body = has_role (article, CORPUS_ROLE_BODY);
  g_autofree char *headline = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);

  *confidence = 0.9;
  if (has_role (article, CORPUS_ROLE_LIST))
    return "list";
  if (value_contains (article, CORPUS_FIELD_HEADLINE, corrections))
    return "correction";
  if (has_role (article, CORPUS_ROLE_NOTICE) ||
      (value_contains (article, CORPUS_FIELD_HEADLINE, notices) &&
       has_role (article, CORPUS_ROLE_SIGNATURE)))
    return "notice";
  if (!has_body && has_role (article, CORPUS_ROLE_CAPTION))
    return "photo";
  if (value_contains (article, CORPUS_FIELD_SUBHEAD, interviews))
    return "interview";
  *confidence = 0.7;
  if (value_contains (article, CORPUS_FIELD_COLUMN, comments))
    return "commentary";
  if (value_contains (article, CORPUS_FIELD_COLUMN, briefs))
    return "brief";
  if (headline == NULL)
    return has_role (article, CORPUS_ROLE_CONTINUED) ||
                   corpus_article_get_dateline (article) != NULL
               ? "report"
               : "brief";
  if (value_contains (article, CORPUS_FIELD_HEADLINE, notices) &&
      corpus_article_get_credits (article)->len == 0 &&
      corpus_article_get_dateline (article) == NULL)
    return "notice";
  *confidence = 0.85;
  return "report";
}

/**
 * corpus_extract_metadata:
 * @article: an article with its blocks
 * @ids: where new ids come from
 *
 * Reads dateline, credits, agency and genre. May be called from the thread that the article belongs to.
 */
void
corpus_extract_metadata (CorpusArticle *article,
                         CorpusIdSource *ids)
{
  Metadata self = { .article = article,
                    .text = corpus_text_ref (corpus_article_get_text (article)),
                    .ids = ids };
  GPtrArray *blocks = corpus_article_get_blocks (article);
  g_autoptr (GPtrArray) old = g_ptr_array_copy (corpus_article_get_credits (article), NULL, NULL);
  g_autofree char *agency = NULL;
  CorpusDateline *old_dateline = corpus_article_get_dateline (article);
  gboolean has_body = FALSE;
  const char *genre;
  double confidence;

  g_ptr_array_set_free_func (old, NULL);
  for (guint i = old->len; i-- > 0;)
    {
      CorpusCredit *credit = g_ptr_array_index (old, i);

      if (corpus_suggest_is_ours (&credit->provenance))
        corpus_article_remove (article, credit->id);
    }
  if (old_dateline != NULL && corpus_suggest_is_ours (&old_dateline->provenance))
    corpus_article_set_dateline (article, NULL);
  corpus_reading_init (&self.reading, corpus_text_get_chars (self.text));
  self.head = corpus_head_copy (corpus_article_get_head (article));

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusSpan span = corpus_text_get_block_span (self.text, i);

      if (span.start == span.end)
        continue;
      if (block->role == CORPUS_ROLE_BODY && !has_body)
        {
          has_body = TRUE;
          read_dateline (&self, span, &agency);
        }
      else if (block->role == CORPUS_ROLE_BYLINE)
        {
          read_byline (&self, span, &agency);
        }
      else if (block->role == CORPUS_ROLE_CAPTION || block->role == CORPUS_ROLE_CREDIT)
        {
          read_picture (&self, span);
        }
    }
  set_field (&self, CORPUS_FIELD_AGENCY, agency, 0.95);
  genre = find_genre (article, &confidence);
  set_field (&self, CORPUS_FIELD_GENRE, genre, confidence);
  corpus_article_set_head (article, self.head);

  corpus_head_unref (self.head);
  corpus_reading_clear (&self.reading);
  corpus_text_unref (self.text);
}

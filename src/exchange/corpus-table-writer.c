/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles, entities and indicators as tables: what a person opens in a spreadsheet and a researcher loads into
 * a data frame. Lists within a cell are parted by semicolons. Articles that stay out of datasets have a row in the
 * table of articles, which says so, and none in the others. Rejected annotations have a row: their state says so. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-table-writer.h"

#include "exchange/corpus-csv.h"
#include "text/corpus-id.h"

static const char *const article_columns[] = {
  "id", "publication", "date", "edition", "page", "section", "kicker", "headline", "subhead", "column", "agency",
  "dateline_place", "dateline_date", "reporters", "correspondents", "photographers", "jump_to", "jump_from", "genre",
  "structure", "metadata", "entities", "indicators", "flags", "excluded", "note", "text"
};
static const char *const entity_columns[] = {
  "article", "headline", "label", "text", "start", "end", "norm", "refs", "origin", "state", "confidence", "by", "at",
  "note", "sentence"
};
static const char *const indicator_columns[] = {
  "publication", "date", "article", "series", "name", "subject", "number", "number_max", "unit", "cmp", "direction",
  "basis", "base", "period_start", "period_end", "period_role", "kind", "status", "state", "by", "sentence"
};

static char *
dup_article_id (CorpusArticle *article)
{
  CorpusHead *head = corpus_article_get_head (article);

  return head->foreign_id != NULL ? g_strdup (head->foreign_id) : corpus_id_to_string (head->id);
}

static CorpusPage *
get_first_page (CorpusArticle *article)
{
  GPtrArray *pages = corpus_article_get_pages (article);

  return pages->len > 0 ? g_ptr_array_index (pages, 0) : NULL;
}

static gboolean
ends_sentence (CorpusChars *chars,
               gint64 position)
{
  gunichar c = corpus_chars_get_char (chars, position),
           next = corpus_chars_get_char (chars, position + 1);

  switch (c)
    {
    case '\n':
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
      return TRUE;
    case '.':
    case '!':
    case '?':
      return next == 0 || g_unichar_isspace (next);
    default:
      return FALSE;
    }
}

/* The sentence around a range, without the white space at its ends. */
static char *
dup_sentence (CorpusArticle *article,
              CorpusSpan extent)
{
  CorpusChars *chars = corpus_text_get_chars (corpus_article_get_text (article));
  gint64 length = corpus_chars_get_length (chars);
  gint64 start = extent.start, end = MAX (extent.end, extent.start);
  char *sentence;

  if (extent.start == extent.end)
    return NULL;
  while (start > 0 && !ends_sentence (chars, start - 1))
    start--;
  while (end < length && !ends_sentence (chars, end))
    end++;
  if (end < length && corpus_chars_get_char (chars, end) != '\n')
    end++;
  sentence = corpus_chars_dup_range (chars, start, end);
  return g_strstrip (sentence);
}

static char *
join_credits (CorpusArticle *article,
              CorpusCreditRole role)
{
  GPtrArray *credits = corpus_article_get_credits (article);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      CorpusCredit *credit = g_ptr_array_index (credits, i);

      if (credit->role != role)
        continue;
      if (names->len > 0)
        g_string_append_c (names, ';');
      g_string_append (names, credit->name);
    }
  return g_strdup (names->str);
}

static char *
join_fillers (CorpusIndicator *indicator,
              CorpusSlot slot)
{
  GPtrArray *fillers = indicator->slots[slot];
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < fillers->len; i++)
    {
      CorpusFiller *filler = g_ptr_array_index (fillers, i);

      if (words->len > 0)
        g_string_append_c (words, ';');
      g_string_append (words, filler->text != NULL ? filler->text : "");
    }
  return g_strdup (words->str);
}

static char *
join_words (char **words)
{
  return words != NULL ? g_strjoinv (";", words) : NULL;
}

static guint
write_article_row (GString *csv,
                   CorpusArticle *article)
{
  CorpusHead *head = corpus_article_get_head (article);
  CorpusPage *page = get_first_page (article);
  CorpusDateline *dateline = corpus_article_get_dateline (article);
  g_autofree char *id = dup_article_id (article);
  g_autofree char *reporters = join_credits (article, CORPUS_CREDIT_REPORTER);
  g_autofree char *correspondents = join_credits (article, CORPUS_CREDIT_CORRESPONDENT);
  g_autofree char *photographers = join_credits (article, CORPUS_CREDIT_PHOTOGRAPHER);
  g_autofree char *flags = join_words (head->flags);
  const char *text =
      corpus_chars_get_utf8 (corpus_text_get_chars (corpus_article_get_text (article)), NULL);
  char *values[CORPUS_N_FIELDS];

  for (CorpusFieldName name = 0; name < CORPUS_N_FIELDS; name++)
    values[name] = corpus_article_dup_value (article, name);
  {
    const char *const cells[] = {
      id,
      page != NULL ? page->publication : NULL,
      page != NULL ? page->date : NULL,
      page != NULL ? page->edition : NULL,
      page != NULL ? page->number : NULL,
      values[CORPUS_FIELD_SECTION],
      values[CORPUS_FIELD_KICKER],
      values[CORPUS_FIELD_HEADLINE],
      values[CORPUS_FIELD_SUBHEAD],
      values[CORPUS_FIELD_COLUMN],
      values[CORPUS_FIELD_AGENCY],
      dateline != NULL ? dateline->place : NULL,
      dateline != NULL ? dateline->date : NULL,
      reporters,
      correspondents,
      photographers,
      values[CORPUS_FIELD_JUMP_TO],
      values[CORPUS_FIELD_JUMP_FROM],
      values[CORPUS_FIELD_GENRE],
      corpus_review_to_string (head->reviews[CORPUS_TASK_STRUCTURE].status),
      corpus_review_to_string (head->reviews[CORPUS_TASK_METADATA].status),
      corpus_review_to_string (head->reviews[CORPUS_TASK_ENTITIES].status),
      corpus_review_to_string (head->reviews[CORPUS_TASK_INDICATORS].status),
      flags,
      head->excluded ? "true" : "false",
      head->note,
      text,
    };

    G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (article_columns));
    corpus_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
  }
  for (CorpusFieldName name = 0; name < CORPUS_N_FIELDS; name++)
    g_free (values[name]);
  return 1;
}

/* The words as the article has them, corrections applied; where it does not show them, as the page has them. */
static char *
dup_words (CorpusArticle *article,
           GArray *pieces)
{
  CorpusText *text = corpus_article_get_text (article);
  g_autoptr (GArray) spans = corpus_text_map_pieces (text, pieces, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  if (spans->len == 0)
    return corpus_pieces_dup_text (pieces);
  for (guint i = 0; i < spans->len; i++)
    {
      const CorpusSpan span = g_array_index (spans, CorpusSpan, i);
      g_autofree char *part =
          corpus_chars_dup_range (corpus_text_get_chars (text), span.start, span.end);

      g_string_append (words, part);
    }
  return g_strdup (words->str);
}

static void
write_entity_row (GString *csv,
                  CorpusArticle *article,
                  const char *id,
                  const char *headline,
                  CorpusEntity *entity)
{
  const CorpusProvenance *provenance = &entity->provenance;
  CorpusSpan extent = corpus_article_get_extent (article, entity->pieces);
  g_autofree char *words = dup_words (article, entity->pieces);
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, extent.start);
  g_autofree char *end = g_strdup_printf ("%" G_GINT64_FORMAT, extent.end);
  g_autofree char *refs = join_words (entity->refs);
  g_autofree char *sentence = dup_sentence (article, extent);
  char confidence[G_ASCII_DTOSTR_BUF_SIZE] = "";
  const char *const cells[] = {
    id, headline, entity->label, words, start, end, entity->norm, refs,
    corpus_origin_to_string (provenance->origin), corpus_state_to_string (provenance->state),
    confidence, provenance->by, provenance->at, entity->note, sentence
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (entity_columns));
  if (provenance->confidence >= 0)
    g_ascii_formatd (confidence, sizeof confidence, "%.15g", provenance->confidence);
  corpus_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
}

static guint
write_entity_rows (GString *csv,
                   CorpusArticle *article)
{
  GPtrArray *entities = corpus_article_get_entities (article);
  g_autofree char *id = dup_article_id (article);
  g_autofree char *headline = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);

  for (guint i = 0; i < entities->len; i++)
    write_entity_row (csv, article, id, headline, g_ptr_array_index (entities, i));
  return entities->len;
}

static void
write_indicator_row (GString *csv,
                     CorpusArticle *article,
                     const char *id,
                     CorpusIndicator *indicator)
{
  CorpusPage *page = get_first_page (article);
  CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);
  g_autofree char *name = join_fillers (indicator, CORPUS_SLOT_NAME);
  g_autofree char *subject = join_fillers (indicator, CORPUS_SLOT_SUBJECT);
  g_autofree char *base = join_fillers (indicator, CORPUS_SLOT_BASE);
  g_autofree char *sentence =
      value != NULL ? dup_sentence (article, corpus_article_get_extent (article, value->pieces))
                    : NULL;
  gboolean has_period = indicator->period_iso != NULL || indicator->period_start != NULL ||
                        indicator->period_end != NULL;
  const char *const cells[] = {
    page != NULL ? page->publication : NULL,
    page != NULL ? page->date : NULL,
    id,
    indicator->series,
    name,
    subject,
    indicator->number,
    indicator->number_max,
    indicator->unit,
    corpus_cmp_to_string (indicator->cmp),
    corpus_direction_to_string (indicator->direction),
    corpus_basis_to_string (indicator->basis),
    base,
    indicator->period_start,
    indicator->period_end,
    has_period ? corpus_period_role_to_string (indicator->period_role) : NULL,
    corpus_kind_to_string (indicator->kind),
    corpus_status_to_string (indicator->status),
    corpus_state_to_string (indicator->provenance.state),
    indicator->provenance.by,
    sentence,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (indicator_columns));
  corpus_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
}

static guint
write_indicator_rows (GString *csv,
                      CorpusArticle *article)
{
  GPtrArray *indicators = corpus_article_get_indicators (article);
  g_autofree char *id = dup_article_id (article);

  for (guint i = 0; i < indicators->len; i++)
    write_indicator_row (csv, article, id, g_ptr_array_index (indicators, i));
  return indicators->len;
}

/**
 * corpus_table_write_header:
 * @csv: where to write
 * @kind: which table
 *
 * Writes the row of column names.
 */
void
corpus_table_write_header (GString *csv,
                           CorpusTableKind kind)
{
  switch (kind)
    {
    case CORPUS_TABLE_ARTICLES:
      corpus_csv_append_row (csv, article_columns, G_N_ELEMENTS (article_columns));
      break;
    case CORPUS_TABLE_ENTITIES:
      corpus_csv_append_row (csv, entity_columns, G_N_ELEMENTS (entity_columns));
      break;
    case CORPUS_TABLE_INDICATORS:
      corpus_csv_append_row (csv, indicator_columns, G_N_ELEMENTS (indicator_columns));
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * corpus_table_write_article:
 * @csv: where to write
 * @kind: which table
 * @article: an article, sorted
 *
 * Writes the rows of an article.
 *
 * Returns: how many there are
 */
guint
corpus_table_write_article (GString *csv,
                            CorpusTableKind kind,
                            CorpusArticle *article)
{
  if (kind == CORPUS_TABLE_ARTICLES)
    return write_article_row (csv, article);
  if (corpus_article_get_head (article)->excluded)
    return 0;
  return kind == CORPUS_TABLE_ENTITIES ? write_entity_rows (csv, article)
                                       : write_indicator_rows (csv, article);
}

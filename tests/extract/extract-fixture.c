/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-fixture.h"

#include "corpus/corpus-role.h"

CorpusPage *
fixture_page (const char *text,
              const char *date)
{
  g_autoptr (GError) error = NULL;
  CorpusPage *page = corpus_page_new_from_bytes ((const guint8 *) text, strlen (text), "page.txt", &error);

  g_assert_no_error (error);
  page->date = g_strdup (date);
  return page;
}

CorpusExtraction *
fixture_extract (const char *text,
                 const char *date)
{
  g_autoptr (CorpusPage) page = fixture_page (text, date);
  g_autoptr (GError) error = NULL;
  CorpusExtraction *extraction = corpus_extract_page (page, NULL, &error);

  g_assert_no_error (error);
  fixture_check (page, extraction);
  return extraction;
}

CorpusArticle *
fixture_article (CorpusExtraction *extraction,
                 guint index)
{
  g_assert_cmpuint (index, <, extraction->articles->len);
  return g_ptr_array_index (extraction->articles, index);
}

/* The blocks of an article, one a line: its role, + where it joins, and its first characters. */
char *
fixture_outline (CorpusArticle *article)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusPiece *first = corpus_piece_at (block->pieces, 0);
      CorpusPage *page = corpus_article_find_page (article, first->page_id);
      g_autofree char *words = corpus_chars_dup_range (page->chars, first->start, MIN (first->end, first->start + 4));

      g_string_append_printf (outline, "%s%s%s %s", i > 0 ? "\n" : "", block->role, block->joins ? "+" : "", words);
    }
  return g_string_free (outline, FALSE);
}

static char *
dup_text (CorpusArticle *article,
          GArray *pieces)
{
  CorpusSpan span = corpus_article_get_extent (article, pieces);

  return corpus_chars_dup_range (corpus_text_get_chars (corpus_article_get_text (article)), span.start, span.end);
}

/* The entities of a label, in text order, parted by |; those inside another of the same list come after it. */
char *
fixture_entities (CorpusArticle *article,
                  const char *label)
{
  GPtrArray *entities = corpus_article_get_entities (article);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *text = dup_text (article, entity->pieces);

      if (g_str_equal (entity->label, label))
        g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", text);
    }
  return g_strdup (found->str);
}

/* The indicators, one a line: value, name, number, unit, how it is meant. */
char *
fixture_indicators (CorpusArticle *article)
{
  GPtrArray *indicators = corpus_article_get_indicators (article);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);
      CorpusFiller *name = corpus_indicator_get_filler (indicator, CORPUS_SLOT_NAME);

      g_string_append_printf (found, "%s%s %s %s%s%s %s %s %s", found->len > 0 ? "\n" : "", value->text, name != NULL ? name->text : "-",
                              indicator->number != NULL ? indicator->number : "-", indicator->number_max != NULL ? ".." : "",
                              indicator->number_max != NULL ? indicator->number_max : "", indicator->unit != NULL ? indicator->unit : "-",
                              corpus_cmp_to_string (indicator->cmp), corpus_kind_to_string (indicator->kind));
    }
  return g_strdup (found->str);
}

void
fixture_assert_value (CorpusArticle *article,
                      CorpusFieldName name,
                      const char *expected)
{
  g_autofree char *value = corpus_article_dup_value (article, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
check_pieces (CorpusPage *page,
              GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      CorpusPiece *piece = corpus_piece_at (pieces, i);

      g_assert_cmpint (piece->page_id, ==, page->id);
      g_assert_cmpint (piece->start, >=, 0);
      g_assert_cmpint (piece->start, <, piece->end);
      g_assert_cmpint (piece->end, <=, corpus_chars_get_length (page->chars));
      if (piece->text != NULL)
        g_assert_true (corpus_chars_range_equals (page->chars, piece->start, piece->end, piece->text));
    }
}

static void
check_id (GHashTable *ids,
          gint64 *id)
{
  g_assert_cmpint (*id, >, 0);
  g_assert_true (g_hash_table_add (ids, id));
}

static void
check_suggested (const CorpusProvenance *provenance)
{
  g_assert_cmpint (provenance->origin, ==, CORPUS_ORIGIN_RULE);
  g_assert_cmpint (provenance->state, ==, CORPUS_STATE_SUGGESTED);
  g_assert_cmpfloat (provenance->confidence, >=, 0);
  g_assert_cmpfloat (provenance->confidence, <=, 1);
  g_assert_cmpstr (provenance->producer, ==, CORPUS_EXTRACT_PRODUCER);
}

/* Marks the characters of a block; none may lie in two. */
static void
check_block (CorpusPage *page,
             CorpusBlock *block,
             GHashTable *ids,
             guint8 *covered)
{
  check_id (ids, &block->id);
  check_suggested (&block->provenance);
  g_assert_cmpuint (block->pieces->len, >, 0);
  check_pieces (page, block->pieces);
  for (guint i = 0; i < block->pieces->len; i++)
    for (gint64 at = corpus_piece_at (block->pieces, i)->start; at < corpus_piece_at (block->pieces, i)->end; at++)
      {
        g_assert_cmpint (covered[at], ==, 0);
        covered[at] = 1;
      }
}

/* What holds for whatever was extracted of whatever page: every anchor says what the page says, every id is its own, no
 * character lies in two blocks, and none but white space and marks in none. */
void
fixture_check (CorpusPage *page,
               CorpusExtraction *extraction)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 length = corpus_chars_get_length (page->chars);
  g_autofree guint8 *covered = g_new0 (guint8, length + 1);
  g_autofree gunichar *chars = corpus_chars_dup_ucs4 (page->chars);

  check_id (ids, &page->id);
  for (guint i = 0; i < extraction->blocks->len; i++)
    check_block (page, g_ptr_array_index (extraction->blocks, i), ids, covered);
  for (guint i = 0; i < extraction->articles->len; i++)
    {
      CorpusArticle *article = g_ptr_array_index (extraction->articles, i);
      CorpusHead *head = corpus_article_get_head (article);
      CorpusDateline *dateline = corpus_article_get_dateline (article);
      gint64 rank = 0;

      check_id (ids, &head->id);
      for (guint j = 0; j < corpus_article_get_blocks (article)->len; j++)
        {
          CorpusBlock *block = g_ptr_array_index (corpus_article_get_blocks (article), j);

          check_block (page, block, ids, covered);
          g_assert_cmpint (block->article_id, ==, head->id);
          g_assert_cmpint (block->rank, >, rank);
          rank = block->rank;
        }
      if (dateline != NULL)
        {
          check_id (ids, &dateline->id);
          check_pieces (page, dateline->pieces);
        }
      for (guint j = 0; j < corpus_article_get_credits (article)->len; j++)
        {
          CorpusCredit *credit = g_ptr_array_index (corpus_article_get_credits (article), j);

          check_id (ids, &credit->id);
          check_suggested (&credit->provenance);
          check_pieces (page, credit->pieces);
        }
      for (guint j = 0; j < corpus_article_get_entities (article)->len; j++)
        {
          CorpusEntity *entity = g_ptr_array_index (corpus_article_get_entities (article), j);

          check_id (ids, &entity->id);
          check_suggested (&entity->provenance);
          g_assert_cmpuint (entity->pieces->len, >, 0);
          check_pieces (page, entity->pieces);
        }
      for (guint j = 0; j < corpus_article_get_indicators (article)->len; j++)
        {
          CorpusIndicator *indicator = g_ptr_array_index (corpus_article_get_indicators (article), j);

          check_id (ids, &indicator->id);
          check_suggested (&indicator->provenance);
          for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
            for (guint k = 0; k < indicator->slots[slot]->len; k++)
              check_pieces (page, ((CorpusFiller *) g_ptr_array_index (indicator->slots[slot], k))->pieces);
        }
    }
  for (gint64 at = 0; at < length; at++)
    if (!covered[at])
      g_assert_false (g_unichar_isalnum (chars[at]) && chars[at] < 0x2000);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV rows written and read, and the tables made of them. */

#include <string.h>

#include "exchange/corpus-csv.h"
#include "exchange/corpus-exchange-error.h"
#include "exchange/corpus-table-writer.h"

#define ROW(csv, ...)                                                   \
  G_STMT_START                                                          \
  {                                                                     \
    const char *const row_cells[] = { __VA_ARGS__ };                    \
    corpus_csv_append_row ((csv), row_cells, G_N_ELEMENTS (row_cells)); \
  }                                                                     \
  G_STMT_END

static void
test_writer (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  ROW (csv, "a", NULL, "b,c", "say \"yes\"", "two\nlines", "");
  ROW (csv, "=1+1", "-3.2", "+86 10", "@x", "——访市长");
  g_assert_cmpstr (csv->str, ==,
                   "a,,\"b,c\",\"say \"\"yes\"\"\",\"two\nlines\",\r\n"
                   "=1+1,-3.2,+86 10,@x,——访市长\r\n");
}

static void
test_reader (void)
{
  const char *text = "\xef\xbb\xbf"
                     "file,date\r\n\r\n\"a \"\"b\"\".txt\",\"two\nlines\"\nc,\r\"\",x";
  g_autoptr (CorpusCsvReader) reader = corpus_csv_reader_new (text, strlen (text));
  static const char *const expected[][2] = { { "file", "date" }, { "a \"b\".txt", "two\nlines" }, { "c", "" }, { "", "x" } };
  static const guint64 lines[] = { 1, 3, 5, 6 };
  g_autoptr (GError) error = NULL;
  guint64 line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (GStrv) row = corpus_csv_reader_next (reader, &line, &error);

      g_assert_no_error (error);
      g_assert_nonnull (row);
      g_assert_cmpuint (g_strv_length (row), ==, 2);
      g_assert_cmpstr (row[0], ==, expected[i][0]);
      g_assert_cmpstr (row[1], ==, expected[i][1]);
      g_assert_cmpuint (line, ==, lines[i]);
    }
  g_assert_null (corpus_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

static void
check_error (const char *text,
             const char *line)
{
  g_autoptr (CorpusCsvReader) reader = corpus_csv_reader_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      g_auto (GStrv) row = corpus_csv_reader_next (reader, NULL, &error);

      if (row == NULL)
        break;
    }
  g_assert_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, line));
}

static void
test_reader_errors (void)
{
  check_error ("a,b\nc,\"d\n", "line 2");
  check_error ("a\n\n\"b\"c\n", "line 3");
}

static CorpusArticle *
make_article (void)
{
  const char *text = "东港上月吞吐量达12万箱。全年目标150万箱！\n记者 林远舟";
  g_autoptr (CorpusChars) chars = corpus_chars_new (text, -1, NULL);
  g_autoptr (CorpusPage) page = corpus_page_new (1, chars, NULL);
  g_autoptr (CorpusHead) head = corpus_head_new (0x10);
  g_autoptr (CorpusBlock) block = corpus_block_new (2, CORPUS_ROLE_BODY);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (3, "LOC");
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (4);
  g_autoptr (CorpusCredit) credit = corpus_credit_new (5, CORPUS_CREDIT_REPORTER, "林远舟");
  CorpusArticle *article;
  CorpusFiller *filler;

  page->publication = g_strdup ("东州日报");
  page->date = g_strdup ("2026-04-15");
  corpus_head_set_field (head, CORPUS_FIELD_HEADLINE, corpus_field_new ("吞吐量, “开门红”"));
  head->flags = g_strsplit ("look,later", ",", -1);
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);
  corpus_pieces_add (block->pieces, 1, 0, corpus_chars_get_length (chars), NULL);
  corpus_article_put_block (article, block);
  corpus_pieces_add_page (entity->pieces, page, 0, 2);
  entity->provenance.confidence = 0.93;
  corpus_article_put_entity (article, entity);
  filler = corpus_indicator_add_filler (indicator, CORPUS_SLOT_VALUE, "150万箱");
  corpus_pieces_add_page (filler->pieces, page, 17, 22);
  corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, "东港");
  corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, "西港");
  indicator->number = g_strdup ("1500000");
  indicator->unit = g_strdup ("箱");
  indicator->status = CORPUS_STATUS_TARGET;
  indicator->period_iso = g_strdup ("2026");
  indicator->period_start = g_strdup ("2026-01-01");
  indicator->period_end = g_strdup ("2026-12-31");
  corpus_article_put_indicator (article, indicator);
  corpus_article_put_credit (article, credit);
  corpus_article_sort (article);
  return article;
}

/* The second row of a table by the names in the first. */
static GHashTable *
read_table (CorpusTableKind kind,
            CorpusArticle *article,
            const char *header)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (CorpusCsvReader) reader = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) cells = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  corpus_table_write_header (csv, kind);
  g_assert_cmpuint (corpus_table_write_article (csv, kind, article), ==, 1);
  g_assert_true (g_str_has_prefix (csv->str, header));
  reader = corpus_csv_reader_new (csv->str, csv->len);
  names = corpus_csv_reader_next (reader, NULL, &error);
  cells = corpus_csv_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, g_strv_length (cells));
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (row, g_strdup (names[i]), g_strdup (cells[i]));
  g_assert_null (corpus_csv_reader_next (reader, NULL, &error));
  return row;
}

#define assert_cell(row, name, value) g_assert_cmpstr (g_hash_table_lookup ((row), (name)), ==, (value))

static void
test_tables (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  g_autoptr (GHashTable) articles = read_table (CORPUS_TABLE_ARTICLES, article, "id,publication,date,edition,page,section,");
  g_autoptr (GHashTable) entities = read_table (CORPUS_TABLE_ENTITIES, article, "article,headline,label,text,start,end,");
  g_autoptr (GHashTable) indicators =
      read_table (CORPUS_TABLE_INDICATORS, article,
                  "publication,date,article,series,name,subject,number,number_max,unit,cmp,direction,basis,base,"
                  "period_start,period_end,period_role,kind,status,state,by,sentence\r\n");

  assert_cell (articles, "id", "0000000000000010");
  assert_cell (articles, "headline", "吞吐量, “开门红”");
  assert_cell (articles, "reporters", "林远舟");
  assert_cell (articles, "flags", "look;later");
  assert_cell (articles, "structure", "todo");
  assert_cell (articles, "text", "东港上月吞吐量达12万箱。全年目标150万箱！\n记者 林远舟");
  assert_cell (entities, "text", "东港");
  assert_cell (entities, "start", "0");
  assert_cell (entities, "end", "2");
  assert_cell (entities, "confidence", "0.93");
  assert_cell (entities, "sentence", "东港上月吞吐量达12万箱。");
  assert_cell (indicators, "publication", "东州日报");
  assert_cell (indicators, "subject", "东港;西港");
  assert_cell (indicators, "number", "1500000");
  assert_cell (indicators, "number_max", "");
  assert_cell (indicators, "period_role", "during");
  assert_cell (indicators, "status", "target");
  assert_cell (indicators, "sentence", "全年目标150万箱！");
}

static void
test_excluded (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  g_autoptr (GString) csv = g_string_new (NULL);

  head->excluded = TRUE;
  corpus_article_set_head (article, head);
  g_assert_cmpuint (corpus_table_write_article (csv, CORPUS_TABLE_ENTITIES, article), ==, 0);
  g_assert_cmpuint (corpus_table_write_article (csv, CORPUS_TABLE_INDICATORS, article), ==, 0);
  g_assert_cmpuint (csv->len, ==, 0);
  g_assert_cmpuint (corpus_table_write_article (csv, CORPUS_TABLE_ARTICLES, article), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/writer", test_writer);
  g_test_add_func ("/exchange/csv/reader", test_reader);
  g_test_add_func ("/exchange/csv/reader-errors", test_reader_errors);
  g_test_add_func ("/exchange/table/rows", test_tables);
  g_test_add_func ("/exchange/table/excluded", test_excluded);
  return g_test_run ();
}

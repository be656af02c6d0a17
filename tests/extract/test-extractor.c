/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-fixture.h"

#include "corpus/corpus-role.h"
#include "extract/corpus-lexicon.h"

#define PAGE                                                                                                                                                                          \
  "要闻\n\n## 全市茶产业大会在温州召开 今年新建茶园三万亩\n\n本报温州3月17日讯(记者 丁舒)17日上午,市长林嘉树出席全市茶产业大会。" \
  "去年,全市茶叶产量达2300吨,同比增长8.5%。 (下转第三版)\n"

static char *
dup_fingerprint (CorpusExtraction *extraction)
{
  g_autoptr (GString) print = g_string_new (NULL);

  for (guint i = 0; i < extraction->articles->len; i++)
    {
      CorpusArticle *article = g_ptr_array_index (extraction->articles, i);
      g_autofree char *outline = fixture_outline (article), *indicators = fixture_indicators (article);
      GPtrArray *entities = corpus_article_get_entities (article);

      g_string_append_printf (print, "%" G_GINT64_FORMAT "\n%s\n%s\n", corpus_article_get_id (article), outline, indicators);
      for (guint j = 0; j < entities->len; j++)
        {
          CorpusEntity *entity = g_ptr_array_index (entities, j);

          g_string_append_printf (print, "%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT "\n", entity->id, entity->label, corpus_piece_at (entity->pieces, 0)->start);
        }
    }
  return g_strdup (print->str);
}

static gpointer
extract_in_thread (gpointer data)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract (PAGE, "2026-03-18");

  return dup_fingerprint (extraction);
}

/* The same page gives the same articles with the same ids, on any number of threads. */
static void
test_deterministic (void)
{
  g_autofree char *expected = extract_in_thread (NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("extract", extract_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (CorpusPage) page = fixture_page (PAGE, "2026-03-18");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (corpus_extract_page (page, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static CorpusEntity *
find_entity (CorpusArticle *article,
             const char *label)
{
  GPtrArray *entities = corpus_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    if (g_str_equal (((CorpusEntity *) g_ptr_array_index (entities, i))->label, label))
      return g_ptr_array_index (entities, i);
  g_assert_not_reached ();
}

/* Extraction again touches nothing that a person decided, and suggests nothing over it. */
static void
test_decisions_stay (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract (PAGE, "2026-03-18");
  CorpusArticle *article = fixture_article (extraction, 0);
  g_autoptr (CorpusEntity) rejected = corpus_entity_copy (find_entity (article, "PERSON"));
  g_autoptr (CorpusIndicator) accepted = corpus_indicator_copy (g_ptr_array_index (corpus_article_get_indicators (article), 0));
  guint n_entities = corpus_article_get_entities (article)->len, n_indicators = corpus_article_get_indicators (article)->len;
  CorpusIdSource ids;

  corpus_provenance_decide (&rejected->provenance, CORPUS_STATE_REJECTED, "anna", "2026-03-18T10:00:00Z");
  corpus_article_put_entity (article, rejected);
  corpus_provenance_decide (&accepted->provenance, CORPUS_STATE_ACCEPTED, "anna", "2026-03-18T10:00:00Z");
  corpus_article_put_indicator (article, accepted);

  corpus_id_source_init_random (&ids);
  corpus_extract_metadata (article, &ids);
  corpus_extract_entities (article, &ids);
  corpus_extract_indicators (article, &ids);
  corpus_article_sort (article);
  corpus_id_source_clear (&ids);

  g_assert_true (corpus_article_find_entity (article, rejected->id) == rejected);
  g_assert_true (corpus_article_find_indicator (article, accepted->id) == accepted);
  g_assert_cmpuint (corpus_article_get_entities (article)->len, ==, n_entities);
  g_assert_cmpuint (corpus_article_get_indicators (article)->len, ==, n_indicators);
}

/* A stage that starts again goes by the blocks as people left them. */
static void
test_metadata_follows_blocks (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract (PAGE, "2026-03-18");
  CorpusArticle *article = fixture_article (extraction, 0);
  GPtrArray *blocks = corpus_article_get_blocks (article);
  CorpusIdSource ids;

  g_assert_nonnull (corpus_article_get_dateline (article));
  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == CORPUS_ROLE_BODY)
        {
          g_autoptr (CorpusBlock) copy = corpus_block_copy (block);

          copy->role = CORPUS_ROLE_NOTICE;
          corpus_article_put_block (article, copy);
        }
    }
  corpus_id_source_init_random (&ids);
  corpus_extract_metadata (article, &ids);
  corpus_id_source_clear (&ids);
  g_assert_null (corpus_article_get_dateline (article));
  g_assert_cmpuint (corpus_article_get_credits (article)->len, ==, 0);
  fixture_assert_value (article, CORPUS_FIELD_GENRE, "notice");
}

/* A typed value is not overridden. */
static void
test_typed_values_stay (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract (PAGE, "2026-03-18");
  CorpusArticle *article = fixture_article (extraction, 0);
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  CorpusField *field = corpus_field_new ("commentary");
  CorpusIdSource ids;

  corpus_provenance_init (&field->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
  corpus_head_set_field (head, CORPUS_FIELD_GENRE, field);
  corpus_article_set_head (article, head);
  corpus_id_source_init_random (&ids);
  corpus_extract_metadata (article, &ids);
  corpus_id_source_clear (&ids);
  fixture_assert_value (article, CORPUS_FIELD_GENRE, "commentary");
}

/* One line of half a megabyte goes through, in time linear in its length. */
static void
test_one_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CorpusExtraction) extraction = NULL;

  while (text->len < 500000)
    g_string_append (text, "去年,市长林嘉树到温州港调研,港口完成吞吐量88.4万标准箱,同比增长9.7%。");
  extraction = fixture_extract (text->str, "2026-03-18");
  g_assert_cmpuint (extraction->articles->len, ==, 1);
}

static void
test_long_runs (void)
{
  static const char *const units[] = { "“", "(", "#", "1", "一", "年", "·", "、", "市", "公司", "会议", "A ", "**", "- ", "记者 ", "摄\n", "标题\n\n", "(下转第三版)" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("字");
      g_autoptr (CorpusExtraction) extraction = NULL;

      for (int j = 0; j < 20000; j++)
        g_string_append (text, units[i]);
      extraction = fixture_extract (text->str, "2026-03-18");
      g_assert_nonnull (extraction);
    }
}

/* Every file of the lexicons reads, and has words. */
static void
test_lexicons (void)
{
  const CorpusLexicon *lexicon = corpus_lexicon_get ();
  static const char *const words[] = { "欧阳", "平方公里", "副省长", "有限公司", "专项行动", "博览会", "召开", "格鲁吉亚", "主持" };
  static const CorpusLexiconKind kinds[] = { CORPUS_LEXICON_SURNAME, CORPUS_LEXICON_UNIT, CORPUS_LEXICON_POSITION, CORPUS_LEXICON_ORG_SUFFIX,
                                             CORPUS_LEXICON_POLICY_SUFFIX, CORPUS_LEXICON_EVENT_SUFFIX, CORPUS_LEXICON_BREAK, CORPUS_LEXICON_COUNTRY, CORPUS_LEXICON_SPEECH };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      glong n;
      g_autofree gunichar *chars = g_utf8_to_ucs4 (words[i], -1, NULL, &n, NULL);

      g_assert_cmpint (corpus_lexicon_match (lexicon, CORPUS_LEXICON_MASK (kinds[i]), chars, 0, n, NULL), ==, n);
    }
}

/* The automaton finds words inside and behind one another. */
static void
test_automaton (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;
  const gunichar text[] = { 'u', 's', 'h', 'e', 'r', 's', 0 };

  g_assert_true (corpus_lexicon_add_text (lexicon, "# words\n[word]\nhe she his hers\n[unit]\nhe\tunit\n", &error));
  g_assert_no_error (error);
  corpus_lexicon_close (lexicon);
  found = corpus_lexicon_scan (lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD), text, 0, 6);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, CorpusLexiconMatch, 0).start, ==, 1);
  g_assert_cmpint (g_array_index (found, CorpusLexiconMatch, 1).start, ==, 2);
  g_assert_cmpint (g_array_index (found, CorpusLexiconMatch, 2).end, ==, 6);
}

static void
test_bad_lexicon (void)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (corpus_lexicon_add_text (lexicon, "word before a section\n", &error));
  g_assert_nonnull (strstr (error->message, "line 1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/page/deterministic", test_deterministic);
  g_test_add_func ("/extract/page/cancelled", test_cancelled);
  g_test_add_func ("/extract/page/decisions-stay", test_decisions_stay);
  g_test_add_func ("/extract/page/metadata-follows-blocks", test_metadata_follows_blocks);
  g_test_add_func ("/extract/page/typed-values-stay", test_typed_values_stay);
  g_test_add_func ("/extract/page/one-long-line", test_one_long_line);
  g_test_add_func ("/extract/page/long-runs", test_long_runs);
  g_test_add_func ("/extract/lexicon/files", test_lexicons);
  g_test_add_func ("/extract/lexicon/automaton", test_automaton);
  g_test_add_func ("/extract/lexicon/bad-file", test_bad_lexicon);
  return g_test_run ();
}

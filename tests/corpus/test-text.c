/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/corpus-block.h"
#include "corpus/corpus-correction.h"
#include "corpus/corpus-page.h"
#include "corpus/corpus-text.h"

/* A page, and blocks that are found on it by their words. */
typedef struct
{
  GPtrArray *pages, *blocks, *corrections;
  CorpusText *text;
} Desk;

static void
desk_init (Desk *desk,
           const char *page)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new (page, -1, NULL);

  desk->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_page_unref);
  desk->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  desk->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_correction_unref);
  desk->text = NULL;
  g_ptr_array_add (desk->pages, corpus_page_new (1, chars, NULL));
}

static void
desk_clear (Desk *desk)
{
  g_ptr_array_unref (desk->pages);
  g_ptr_array_unref (desk->blocks);
  g_ptr_array_unref (desk->corrections);
  corpus_text_unref (desk->text);
}

static CorpusSpan
find_words (CorpusChars *chars,
            const char *words)
{
  const char *utf8 = corpus_chars_get_utf8 (chars, NULL), *found = strstr (utf8, words);
  gint64 start;

  g_assert_nonnull (found);
  start = corpus_chars_get_position (chars, (gsize) (found - utf8));
  return (CorpusSpan){ start, start + g_utf8_strlen (words, -1) };
}

/* The words of a block's pieces, "|" between them. */
static void
add_block (Desk *desk,
           const char *role,
           const char *words,
           gboolean joins)
{
  CorpusPage *page = g_ptr_array_index (desk->pages, desk->pages->len - 1);
  CorpusBlock *block = corpus_block_new (100 + desk->blocks->len, role);
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  block->joins = joins;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      CorpusSpan span = find_words (page->chars, parts[i]);

      corpus_pieces_add (block->pieces, page->id, span.start, span.end, NULL);
    }
  g_ptr_array_add (desk->blocks, block);
}

static void
correct (Desk *desk,
         const char *words,
         gint64 from,
         gint64 to,
         const char *reading)
{
  CorpusPage *page = g_ptr_array_index (desk->pages, 0);
  CorpusSpan span = find_words (page->chars, words);

  g_ptr_array_add (desk->corrections, corpus_correction_new (900 + desk->corrections->len, 1, span.start + from,
                                                             span.start + to, reading));
}

static const char *
derive (Desk *desk)
{
  corpus_text_unref (desk->text);
  desk->text = corpus_text_new (desk->blocks, desk->pages, desk->corrections);
  return corpus_chars_get_utf8 (corpus_text_get_chars (desk->text), NULL);
}

/* What the text shows of the pieces with these words, "|" between the spans. */
static char *
show (Desk *desk,
      const char *words,
      gboolean *is_complete)
{
  CorpusPage *page = g_ptr_array_index (desk->pages, 0);
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  g_autoptr (GArray) pieces = corpus_pieces_new (), spans = NULL;
  GString *shown = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      CorpusSpan span = find_words (page->chars, parts[i]);

      corpus_pieces_add_page (pieces, page, span.start, span.end);
    }
  spans = corpus_text_map_pieces (desk->text, pieces, is_complete);
  for (guint i = 0; i < spans->len; i++)
    {
      CorpusSpan span = g_array_index (spans, CorpusSpan, i);
      g_autofree char *part = corpus_chars_dup_range (corpus_text_get_chars (desk->text), span.start, span.end);

      g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "", part);
    }
  return g_string_free (shown, FALSE);
}

static void
test_joins (void)
{
  Desk desk;

  desk_init (&desk, "渔港开渔\n\n三百艘渔船今晨出\n\n港。\n\nThe boats left\n\nat dawn to-\n\nday.");
  add_block (&desk, "headline", "渔港开渔", FALSE);
  add_block (&desk, "body", "三百艘渔船今晨出", FALSE);
  add_block (&desk, "body", "港。", TRUE);
  add_block (&desk, "body", "The boats left", FALSE);
  add_block (&desk, "body", "at dawn to-", TRUE);
  add_block (&desk, "body", "day.", TRUE);
  g_assert_cmpstr (derive (&desk), ==, "渔港开渔\n三百艘渔船今晨出港。\nThe boats left at dawn to-day.");
  desk_clear (&desk);
}

static void
test_hard_wrapped (void)
{
  Desk desk;

  desk_init (&desk, "渔船今\n晨出港，\n多达12\n艘。");
  add_block (&desk, "body", "渔船今|晨出港，|多达12|艘。", FALSE);
  g_assert_cmpstr (derive (&desk), ==, "渔船今晨出港，多达12艘。");
  desk_clear (&desk);
}

static void
test_roles_out_of_text (void)
{
  Desk desk;

  desk_init (&desk, "开渔\n正文一。\n（下转第三版）\n正文二。");
  add_block (&desk, "headline", "开渔", FALSE);
  add_block (&desk, "body", "正文一。", FALSE);
  add_block (&desk, "jump", "（下转第三版）", FALSE);
  add_block (&desk, "body", "正文二。", FALSE);
  g_assert_cmpstr (derive (&desk), ==, "开渔\n正文一。\n正文二。");
  g_assert_cmpint (corpus_text_get_block_span (desk.text, 2).start, ==, 7);
  g_assert_cmpint (corpus_text_get_block_span (desk.text, 2).end, ==, 7);
  g_assert_cmpint (corpus_text_get_block_span (desk.text, 3).start, ==, 8);
  desk_clear (&desk);
}

/* Every character of the text leads to the page and back; glue leads nowhere. */
static void
test_both_ways (void)
{
  Desk desk;
  CorpusPage *page;
  CorpusChars *chars;

  desk_init (&desk, "第二段😀在前。\n\n标题𠮷\n\n第一段在后，断\n\n在这里。");
  add_block (&desk, "headline", "标题𠮷", FALSE);
  add_block (&desk, "body", "第一段在后，断", FALSE);
  add_block (&desk, "body", "在这里。", TRUE);
  add_block (&desk, "body", "第二段😀在前。", FALSE);
  derive (&desk);
  page = g_ptr_array_index (desk.pages, 0);
  chars = corpus_text_get_chars (desk.text);
  for (gint64 at = 0; at < corpus_chars_get_length (chars); at++)
    {
      gint64 page_id, position;

      if (corpus_chars_get_char (chars, at) == '\n')
        {
          g_assert_false (corpus_text_to_page (desk.text, at, &page_id, &position));
          continue;
        }
      g_assert_true (corpus_text_to_page (desk.text, at, &page_id, &position));
      g_assert_cmpuint (corpus_chars_get_char (page->chars, position), ==, corpus_chars_get_char (chars, at));
      g_assert_cmpint (corpus_text_from_page (desk.text, page_id, position), ==, at);
    }
  g_assert_cmpint (corpus_text_from_page (desk.text, 1, 8), ==, -1);
  g_assert_cmpint (corpus_text_from_page (desk.text, 2, 0), ==, -1);
  desk_clear (&desk);
}

/* A word that a column break cuts is one span, and anchoring that span gives the two pieces back. */
static void
test_cut_word (void)
{
  Desk desk;
  g_autofree char *shown = NULL;
  g_autoptr (GArray) pieces = NULL;
  gboolean is_complete;

  desk_init (&desk, "去年海岸卫\n\n队扩编。\n\nNew\n\nHaven grew.");
  add_block (&desk, "body", "去年海岸卫", FALSE);
  add_block (&desk, "body", "队扩编。", TRUE);
  add_block (&desk, "body", "New", FALSE);
  add_block (&desk, "body", "Haven grew.", TRUE);
  derive (&desk);
  shown = show (&desk, "海岸卫|队", &is_complete);
  g_assert_cmpstr (shown, ==, "海岸卫队");
  g_assert_true (is_complete);
  g_free (shown);
  shown = show (&desk, "New|Haven", &is_complete);
  g_assert_cmpstr (shown, ==, "New Haven");
  pieces = corpus_text_anchor (desk.text, 2, 6);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpstr (corpus_piece_at (pieces, 0)->text, ==, "海岸卫");
  g_assert_cmpstr (corpus_piece_at (pieces, 1)->text, ==, "队");
  desk_clear (&desk);
}

static void
test_discontinuous (void)
{
  Desk desk;
  g_autofree char *shown = NULL;
  gboolean is_complete;

  desk_init (&desk, "东、西两港\n\n南港");
  add_block (&desk, "body", "东、西两港", FALSE);
  derive (&desk);
  shown = show (&desk, "东|港", &is_complete);
  g_assert_cmpstr (shown, ==, "东|港");
  g_assert_true (is_complete);
  g_free (shown);
  /* Half of it lies in no block of this article: it is detached. */
  shown = show (&desk, "西|南港", &is_complete);
  g_assert_cmpstr (shown, ==, "西");
  g_assert_false (is_complete);
  desk_clear (&desk);
}

static void
test_corrections (void)
{
  Desk desk;
  g_autofree char *shown = NULL;
  g_autoptr (GArray) pieces = NULL;
  gint64 page_id, position;

  desk_init (&desk, "渔般今晨出港。多了了字，少字。");
  add_block (&desk, "body", "渔般今晨出港。多了了字，少字。", FALSE);
  correct (&desk, "渔般", 1, 2, "船");
  correct (&desk, "多了了字", 1, 2, "");
  correct (&desk, "少字", 1, 1, "一");
  g_assert_cmpstr (derive (&desk), ==, "渔船今晨出港。多了字，少一字。");

  /* The annotation was made on the wrong reading and shows the right one. */
  shown = show (&desk, "渔般", NULL);
  g_assert_cmpstr (shown, ==, "渔船");
  g_free (shown);
  shown = show (&desk, "般今", NULL);
  g_assert_cmpstr (shown, ==, "船今");
  g_free (shown);
  shown = show (&desk, "少字", NULL);
  g_assert_cmpstr (shown, ==, "少一字");
  g_assert_true (corpus_text_to_page (desk.text, 1, &page_id, &position));
  g_assert_cmpint (position, ==, 1);
  pieces = corpus_text_anchor (desk.text, 0, 2);
  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpstr (corpus_piece_at (pieces, 0)->text, ==, "渔般");
  desk_clear (&desk);
}

/* An end inside a longer correction snaps outwards. */
static void
test_correction_snaps (void)
{
  Desk desk;
  g_autofree char *shown = NULL;

  desk_init (&desk, "到访东滩多");
  add_block (&desk, "body", "到访东滩多", FALSE);
  correct (&desk, "东滩多", 0, 3, "东滩渡");
  g_assert_cmpstr (derive (&desk), ==, "到访东滩渡");
  shown = show (&desk, "东滩", NULL);
  g_assert_cmpstr (shown, ==, "东滩渡");
  desk_clear (&desk);
}

/* What is missing where two blocks touch is put in once, also at the end of a block that nothing follows. */
static void
test_insertion_between_blocks (void)
{
  Desk desk;

  desk_init (&desk, "开渔今晨出港");
  add_block (&desk, "headline", "开渔", FALSE);
  add_block (&desk, "body", "今晨出港", FALSE);
  correct (&desk, "开渔", 2, 2, "了");
  correct (&desk, "出港", 2, 2, "。");
  g_assert_cmpstr (derive (&desk), ==, "开渔了\n今晨出港。");
  desk_clear (&desk);
}

static void
test_two_pages (void)
{
  Desk desk;
  g_autoptr (CorpusChars) chars = corpus_chars_new ("上接第一版\n起航。", -1, NULL);
  g_autoptr (GArray) pieces = NULL;

  desk_init (&desk, "船队今日起\n(下转第三版)");
  add_block (&desk, "body", "船队今日起", FALSE);
  g_ptr_array_add (desk.pages, corpus_page_new (2, chars, NULL));
  add_block (&desk, "continued", "上接第一版", FALSE);
  add_block (&desk, "body", "起航。", TRUE);
  g_assert_cmpstr (derive (&desk), ==, "船队今日起起航。");
  pieces = corpus_text_anchor (desk.text, 4, 7);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpint (corpus_piece_at (pieces, 0)->page_id, ==, 1);
  g_assert_cmpint (corpus_piece_at (pieces, 1)->page_id, ==, 2);
  g_assert_cmpint (corpus_text_from_page (desk.text, 2, 6), ==, 5);
  desk_clear (&desk);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/text/joins", test_joins);
  g_test_add_func ("/corpus/text/hard-wrapped", test_hard_wrapped);
  g_test_add_func ("/corpus/text/roles-out-of-text", test_roles_out_of_text);
  g_test_add_func ("/corpus/text/both-ways", test_both_ways);
  g_test_add_func ("/corpus/text/cut-word", test_cut_word);
  g_test_add_func ("/corpus/text/discontinuous", test_discontinuous);
  g_test_add_func ("/corpus/text/corrections", test_corrections);
  g_test_add_func ("/corpus/text/correction-snaps", test_correction_snaps);
  g_test_add_func ("/corpus/text/insertion-between-blocks", test_insertion_between_blocks);
  g_test_add_func ("/corpus/text/two-pages", test_two_pages);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-layout-map.h"

static ReviewLayoutMap *
make_map (const char *utf8,
          gint64 max_chars)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new (utf8, -1, NULL);

  return review_layout_map_new (chars, max_chars);
}

static char *
repeat (const char *unit,
        guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

/* The longest line of what is shown, in code points. */
static gint64
get_longest_line (const char *display)
{
  g_auto (GStrv) lines = g_strsplit (display, "\n", -1);
  gint64 longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (lines[i], -1));
  return longest;
}

static void
test_short_text_stays (void)
{
  g_autoptr (ReviewLayoutMap) map = make_map ("东州港\n首季报告 𠀀 e\xcc\x81", 0);

  g_assert_cmpstr (review_layout_map_get_display (map), ==, "东州港\n首季报告 𠀀 e\xcc\x81");
  for (gint64 i = 0; i <= 14; i++)
    {
      g_assert_cmpint (review_layout_map_to_display (map, i), ==, MIN (i, 13));
      g_assert_cmpint (review_layout_map_to_text (map, i), ==, MIN (i, 13));
    }
}

static void
test_long_paragraph_is_broken (void)
{
  g_autofree char *text = repeat ("码头边整装待发的货轮鸣笛起航。", 14000);
  g_autoptr (ReviewLayoutMap) map = make_map (text, 0);
  const char *display = review_layout_map_get_display (map);
  GArray *insertions = review_layout_map_get_insertions (map);

  g_assert_cmpint (g_utf8_strlen (text, -1), >, 200000);
  g_assert_cmpint (get_longest_line (display), <=, REVIEW_LAYOUT_MAX_LINE);
  g_assert_cmpuint (insertions->len, >, 400);
  /* Broken where a sentence ends. */
  for (guint i = 0; i < insertions->len; i += 37)
    {
      CorpusSpan span = g_array_index (insertions, CorpusSpan, i);
      const char *before = g_utf8_offset_to_pointer (display, span.start - 1);

      g_assert_true (g_str_has_prefix (before, "。\n"));
    }
}

static void
test_both_ways_agree (void)
{
  g_autofree char *paragraph = repeat ("船坞里焊花飞溅,", 300);
  g_autofree char *text = g_strconcat ("标题\n", paragraph, "\n", paragraph, NULL);
  g_autoptr (CorpusChars) chars = corpus_chars_new (text, -1, NULL);
  g_autoptr (ReviewLayoutMap) map = review_layout_map_new (chars, 0);
  g_autoptr (CorpusChars) display = NULL;
  gint64 length = corpus_chars_get_length (chars);

  review_layout_map_insert (map, 1000, " (下转第三版) ");
  review_layout_map_insert (map, length, "\n完");
  display = corpus_chars_new (review_layout_map_get_display (map), -1, NULL);
  for (gint64 i = 0; i < length; i++)
    {
      gint64 shown = review_layout_map_to_display (map, i);

      g_assert_cmpuint (corpus_chars_get_char (display, shown), ==, corpus_chars_get_char (chars, i));
      g_assert_cmpint (review_layout_map_to_text (map, shown), ==, i);
      g_assert_cmpint (review_layout_map_end_to_display (map, i + 1), ==, shown + 1);
    }
  g_assert_cmpint (review_layout_map_to_text (map, corpus_chars_get_length (display)), ==, length);
}

static void
test_inserted_words_belong_to_what_follows (void)
{
  g_autoptr (ReviewLayoutMap) map = make_map ("甲乙丙", 0);

  review_layout_map_insert (map, 2, "[注]");
  g_assert_cmpstr (review_layout_map_get_display (map), ==, "甲乙[注]丙");
  g_assert_cmpint (review_layout_map_end_to_display (map, 2), ==, 2);
  g_assert_cmpint (review_layout_map_to_display (map, 2), ==, 5);
  for (gint64 i = 2; i <= 5; i++)
    g_assert_cmpint (review_layout_map_to_text (map, i), ==, 2);
  g_assert_cmpint (review_layout_map_to_text (map, 6), ==, 3);
}

static void
test_no_break_inside_a_grapheme (void)
{
  /* A base with nothing but marks behind it never ends; a family of emoji is one. */
  g_autofree char *text = repeat ("👩\u200d👩\u200d👧e\u0301", 200);
  g_autoptr (ReviewLayoutMap) map = make_map (text, 0);
  g_autoptr (CorpusChars) display = corpus_chars_new (review_layout_map_get_display (map), -1, NULL);
  GArray *insertions = review_layout_map_get_insertions (map);

  g_assert_cmpuint (insertions->len, >, 0);
  for (guint i = 0; i < insertions->len; i++)
    {
      CorpusSpan span = g_array_index (insertions, CorpusSpan, i);

      g_assert_cmpuint (corpus_chars_get_char (display, span.start - 1), !=, 0x200d);
      g_assert_cmpuint (corpus_chars_get_char (display, span.end), !=, 0x200d);
      g_assert_cmpuint (corpus_chars_get_char (display, span.end), !=, 0x0301);
    }
}

static void
test_only_the_first_characters (void)
{
  g_autofree char *text = repeat ("港", 5000);
  g_autoptr (ReviewLayoutMap) map = make_map (text, 1000);

  g_assert_cmpint (review_layout_map_get_shown_length (map), ==, 1000);
  g_assert_cmpint (review_layout_map_to_text (map, 100000), ==, 1000);
  g_assert_cmpint (review_layout_map_to_display (map, 4000), ==, review_layout_map_to_display (map, 1000));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/layout-map/short-text-stays", test_short_text_stays);
  g_test_add_func ("/app/layout-map/long-paragraph-is-broken", test_long_paragraph_is_broken);
  g_test_add_func ("/app/layout-map/both-ways-agree", test_both_ways_agree);
  g_test_add_func ("/app/layout-map/inserted-words-belong-to-what-follows", test_inserted_words_belong_to_what_follows);
  g_test_add_func ("/app/layout-map/no-break-inside-a-grapheme", test_no_break_inside_a_grapheme);
  g_test_add_func ("/app/layout-map/only-the-first-characters", test_only_the_first_characters);
  return g_test_run ();
}

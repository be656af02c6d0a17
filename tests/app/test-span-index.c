/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-span-index.h"

static void
append_found (guint span_index,
              gpointer data)
{
  g_array_append_val (data, span_index);
}

static GArray *
find (ReviewSpanIndex *index,
      gint64 start,
      gint64 end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  review_span_index_find (index, start, end, append_found, found);
  return found;
}

static void
test_finds_what_overlaps (void)
{
  const CorpusSpan spans[] = { { 10, 20 }, { 0, 100 }, { 20, 30 }, { 15, 16 }, { 40, 40 } };
  g_autoptr (ReviewSpanIndex) index = review_span_index_new (spans, G_N_ELEMENTS (spans));
  g_autoptr (GArray) inside = find (index, 15, 16);
  g_autoptr (GArray) between = find (index, 30, 50);
  g_autoptr (GArray) behind = find (index, 100, 200);

  g_assert_cmpuint (inside->len, ==, 3);
  g_assert_cmpuint (g_array_index (inside, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (inside, guint, 1), ==, 0);
  g_assert_cmpuint (g_array_index (inside, guint, 2), ==, 3);
  g_assert_cmpuint (between->len, ==, 1);
  g_assert_cmpuint (behind->len, ==, 0);
}

/* Against a plain walk over all ranges. */
static void
test_agrees_with_a_walk (void)
{
  CorpusSpan spans[500];
  g_autoptr (ReviewSpanIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      spans[i].start = g_test_rand_int_range (0, 2000);
      spans[i].end = spans[i].start + g_test_rand_int_range (0, i % 50 == 0 ? 900 : 12);
    }
  index = review_span_index_new (spans, G_N_ELEMENTS (spans));
  for (gint64 at = 0; at < 2900; at += 7)
    {
      g_autoptr (GArray) found = find (index, at, at + 5);
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        if (spans[i].start < spans[i].end && spans[i].start < at + 5 && spans[i].end > at)
          n++;
      g_assert_cmpuint (found->len, ==, n);
    }
}

static void
test_nesting (void)
{
  const CorpusSpan spans[] = {
    { 0, 10 },  /* 0: holds 1, which holds 2 */
    { 2, 8 },   /* 1 */
    { 3, 5 },   /* 2 */
    { 20, 24 }, /* 3: alone */
    { 30, 34 }, /* 4: same place as 5 */
    { 30, 34 }, /* 5 */
  };
  g_autoptr (ReviewSpanIndex) index = review_span_index_new (spans, G_N_ELEMENTS (spans));

  g_assert_cmpuint (review_span_index_get_depth (index, 0), ==, 2);
  g_assert_cmpuint (review_span_index_get_depth (index, 1), ==, 1);
  g_assert_cmpuint (review_span_index_get_depth (index, 2), ==, 0);
  g_assert_cmpuint (review_span_index_get_depth (index, 3), ==, 0);
  g_assert_cmpuint (review_span_index_get_height (index, 2), ==, 2);
  g_assert_cmpuint (review_span_index_get_height (index, 3), ==, 0);
  g_assert_cmpuint (review_span_index_get_depth (index, 4) + review_span_index_get_depth (index, 5), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/span-index/finds-what-overlaps", test_finds_what_overlaps);
  g_test_add_func ("/app/span-index/agrees-with-a-walk", test_agrees_with_a_walk);
  g_test_add_func ("/app/span-index/nesting", test_nesting);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-words.h"

#include <pango/pango.h>
#include <string.h>

static void
assert_number (const char *number,
               const char *expected)
{
  g_autofree char *shown = review_words_dup_number (number);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_number (void)
{
  assert_number ("10070000", "10\u202f070\u202f000");
  assert_number ("2025", "2025");
  assert_number ("12345.678901", "12\u202f345.678901");
  assert_number ("-100000", "-100\u202f000");
  assert_number ("0", "0");
  assert_number (NULL, NULL);
}

static CorpusIndicator *
new_throughput (void)
{
  CorpusIndicator *indicator = corpus_indicator_new (1);

  corpus_indicator_add_filler (indicator, CORPUS_SLOT_NAME, "throughput");
  corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, "R&D port");
  indicator->period_iso = g_strdup ("2025-Q1");
  indicator->number = g_strdup ("10070000");
  indicator->unit = g_strdup ("TEU");
  return indicator;
}

static void
test_level (void)
{
  g_autoptr (CorpusIndicator) indicator = new_throughput ();
  g_autofree char *sentence = review_words_dup_sentence (indicator);
  g_autofree char *plain = NULL;

  g_assert_true (pango_parse_markup (sentence, -1, 0, NULL, &plain, NULL, NULL));
  g_assert_cmpstr (plain, ==, "In 2025-Q1, throughput of R&D port was\n=\u00a010\u202f070\u202f000\u00a0TEU");
}

static void
test_change (void)
{
  g_autoptr (CorpusIndicator) indicator = new_throughput ();
  g_autofree char *sentence = NULL, *plain = NULL;

  g_free (indicator->number);
  indicator->number = g_strdup ("6.4");
  g_free (indicator->unit);
  indicator->unit = g_strdup ("percent");
  indicator->kind = CORPUS_KIND_CHANGE;
  indicator->direction = CORPUS_DIRECTION_DOWN;
  indicator->basis = CORPUS_BASIS_YOY;
  indicator->status = CORPUS_STATUS_FORECAST;
  indicator->period_role = CORPUS_PERIOD_BY;
  sentence = review_words_dup_sentence (indicator);
  g_assert_true (pango_parse_markup (sentence, -1, 0, NULL, &plain, NULL, NULL));
  g_assert_cmpstr (plain, ==, "By 2025-Q1, throughput of R&D port is expected to fall by\n=\u00a06.4\u00a0% year on year");
}

static void
test_range_and_nothing (void)
{
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (1);
  g_autofree char *amount = review_words_dup_amount (indicator);
  g_autofree char *sentence = review_words_dup_sentence (indicator);
  g_autofree char *range = NULL;

  g_assert_null (amount);
  g_assert_nonnull (sentence);
  indicator->number = g_strdup ("3");
  indicator->number_max = g_strdup ("5");
  indicator->cmp = CORPUS_CMP_RANGE;
  range = review_words_dup_amount (indicator);
  g_assert_cmpstr (range, ==, "3–5");
}

static void
test_every_word (void)
{
  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    {
      g_assert_nonnull (review_words_slot (i));
      g_assert_cmpuint (strlen (review_words_slot_key (i)), ==, 1);
    }
  for (guint i = CORPUS_CMP_EQ; i <= CORPUS_CMP_RANGE; i++)
    g_assert_true (review_words_cmp (i) != NULL && review_words_cmp_glyph (i) != NULL);
  for (guint i = CORPUS_BASIS_NONE; i <= CORPUS_BASIS_PEER; i++)
    g_assert_nonnull (review_words_basis (i));
  for (guint i = CORPUS_ORIGIN_RULE; i <= CORPUS_ORIGIN_REVIEWER; i++)
    g_assert_nonnull (review_words_origin (i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/words/number", test_number);
  g_test_add_func ("/app/words/level", test_level);
  g_test_add_func ("/app/words/change", test_change);
  g_test_add_func ("/app/words/range-and-nothing", test_range_and_nothing);
  g_test_add_func ("/app/words/every-word", test_every_word);
  return g_test_run ();
}

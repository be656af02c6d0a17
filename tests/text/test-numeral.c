/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-numeral.h"
#include "text/corpus-width.h"

typedef struct
{
  const char *text;
  const char *number; /* NULL: none is named */
  const char *number_max;
  int length; /* of the numeral in characters */
} Case;

static void
check_cases (const Case *cases,
             guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      gint64 n = 0;
      g_autofree gunichar *chars = corpus_width_fold_text (cases[i].text, strlen (cases[i].text), &n);
      g_auto (CorpusNumeral) numeral = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_true (corpus_numeral_parse (chars, n, 0, &numeral));
      g_assert_cmpstr (numeral.number, ==, cases[i].number);
      g_assert_cmpstr (numeral.number_max, ==, cases[i].number_max);
      g_assert_cmpint (numeral.end, ==, cases[i].length);
    }
}

static void
test_arabic (void)
{
  static const Case cases[] = {
    { "88.4万标准箱", "884000", NULL, 5 },
    { "1,926台", "1926", NULL, 5 },
    { "24,117,003", "24117003", NULL, 10 },
    { "12,34", "12", NULL, 2 },
    { "3万亿元", "3000000000000", NULL, 3 },
    { "1.2万", "12000", NULL, 4 },
    { "3亿2000万人", "320000000", NULL, 7 },
    { "30多万", "300000", NULL, 4 },
    { "300多元", "300", NULL, 3 },
    { "３６．５％", "36.5", NULL, 4 },
    { "13.90%", "13.90", NULL, 5 },
    { "5百万", "5000000", NULL, 3 },
    { "2.", "2", NULL, 1 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_chinese (void)
{
  static const Case cases[] = {
    { "十", "10", NULL, 1 },
    { "十二家", "12", NULL, 2 },
    { "二十三", "23", NULL, 3 },
    { "一百零五", "105", NULL, 4 },
    { "两千三", "2300", NULL, 3 },
    { "三万五", "35000", NULL, 3 },
    { "一千零三十", "1030", NULL, 5 },
    { "三百六十五万四千", "3654000", NULL, 8 },
    { "一亿两千万", "120000000", NULL, 5 },
    { "五万亿", "5000000000000", NULL, 3 },
    { "三点五", "3.5", NULL, 3 },
    { "二〇二五", "2025", NULL, 4 },
    { "三四十", "30", "40", 3 },
    { "几十", NULL, NULL, 2 },
    { "数百", NULL, NULL, 2 },
    { "十几", NULL, NULL, 2 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_numeral (void)
{
  static const char *const texts[] = { "", "港口", "几个", "数字", "abc", "%5" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 n = 0;
      g_autofree gunichar *chars = corpus_width_fold_text (texts[i], strlen (texts[i]), &n);
      g_auto (CorpusNumeral) numeral = { 0 };

      g_assert_false (corpus_numeral_parse (chars, n, 0, &numeral));
      g_assert_null (numeral.number);
    }
}

/* Runs of places are no numbers, and must neither overflow nor take long. */
static void
test_absurd (void)
{
  static const char *const units[] = { "万", "亿", "千", "九千", "三四百", "9", "几", "一亿", "三四万" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("一");
      g_autofree gunichar *chars = NULL;
      g_auto (CorpusNumeral) numeral = { 0 };
      gint64 n = 0;

      for (int j = 0; j < 500; j++)
        g_string_append (text, units[i]);
      chars = corpus_width_fold_text (text->str, text->len, &n);
      if (corpus_numeral_parse (chars, n, 0, &numeral))
        g_assert_cmpint (numeral.end, <=, 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/numeral/arabic", test_arabic);
  g_test_add_func ("/text/numeral/chinese", test_chinese);
  g_test_add_func ("/text/numeral/no-numeral", test_no_numeral);
  g_test_add_func ("/text/numeral/absurd", test_absurd);
  return g_test_run ();
}

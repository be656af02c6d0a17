/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/corpus-quantity.h"
#include "text/corpus-calendar.h"

typedef struct
{
  const char *text;
  const char *value; /* what of it is marked; NULL: nothing */
  const char *number;
  const char *number_max;
  const char *unit;
  CorpusCmp cmp;
} Case;

static char *
dup_span (const char *text,
          CorpusSpan span)
{
  return g_utf8_substring (text, (glong) span.start, (glong) span.end);
}

static void
check_cases (const Case *cases,
             guint n_cases)
{
  GDate today;

  g_assert_true (corpus_calendar_read_iso ("2026-03-18", &today));
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GArray) found = corpus_quantity_scan (cases[i].text, -1, &today);
      CorpusQuantity *quantity;
      g_autofree char *value = NULL;

      g_test_message ("%s", cases[i].text);
      if (cases[i].value == NULL)
        {
          g_assert_cmpuint (found->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (found->len, ==, 1);
      quantity = corpus_quantity_at (found, 0);
      value = dup_span (cases[i].text, quantity->value);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (quantity->number, ==, cases[i].number);
      g_assert_cmpstr (quantity->number_max, ==, cases[i].number_max);
      g_assert_cmpstr (quantity->unit, ==, cases[i].unit);
      g_assert_cmpint (quantity->cmp, ==, cases[i].cmp);
    }
}

static void
test_units (void)
{
  static const Case cases[] = {
    { "营收达26万亿元", "26万亿元", "26000000000000", NULL, "CNY", CORPUS_CMP_EQ },
    { "增长9.7%", "9.7%", "9.7", NULL, "percent", CORPUS_CMP_EQ },
    { "增长9.7％", "9.7％", "9.7", NULL, "percent", CORPUS_CMP_EQ },
    { "下降0.2个百分点", "0.2个百分点", "0.2", NULL, "percentage_point", CORPUS_CMP_EQ },
    { "完成88.4万标准箱", "88.4万标准箱", "884000", NULL, "TEU", CORPUS_CMP_EQ },
    { "出口1.32亿美元", "1.32亿美元", "132000000", NULL, "USD", CORPUS_CMP_EQ },
    { "检修1.9万台(套)", "1.9万台(套)", "19000", NULL, "台(套)", CORPUS_CMP_EQ },
    { "惠及36.5万人", "36.5万人", "365000", NULL, "person", CORPUS_CMP_EQ },
    { "占比三成", "三成", "30", NULL, "percent", CORPUS_CMP_EQ },
    { "提高三成半", "三成半", "35", NULL, "percent", CORPUS_CMP_EQ },
    { "百分之三点五", "百分之三点五", "3.5", NULL, "percent", CORPUS_CMP_EQ },
    { "是去年的2.3倍", "2.3倍", "2.3", NULL, "times", CORPUS_CMP_EQ },
    { "通航231公里", "231公里", "231", NULL, "km", CORPUS_CMP_EQ },
    { "三分之一", "三分之一", NULL, NULL, "fraction", CORPUS_CMP_EQ },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_comparators (void)
{
  static const Case cases[] = {
    { "近3000场", "3000场", "3000", NULL, "场", CORPUS_CMP_APPROX },
    { "超1700家", "1700家", "1700", NULL, "家", CORPUS_CMP_GT },
    { "突破700亿元", "700亿元", "70000000000", NULL, "CNY", CORPUS_CMP_GT },
    { "不低于50亿元", "50亿元", "5000000000", NULL, "CNY", CORPUS_CMP_GE },
    { "达到55%以上", "55%", "55", NULL, "percent", CORPUS_CMP_GE },
    { "15万亩左右", "15万亩", "150000", NULL, "mu", CORPUS_CMP_APPROX },
    { "不到8%", "8%", "8", NULL, "percent", CORPUS_CMP_LT },
    { "不超过5000元", "5000元", "5000", NULL, "CNY", CORPUS_CMP_LE },
    { "300多名", "300多名", "300", NULL, "person", CORPUS_CMP_GT },
    { "节约60%", "60%", "60", NULL, "percent", CORPUS_CMP_EQ },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_ranges (void)
{
  static const Case cases[] = {
    { "60%—70%", "60%—70%", "60", "70", "percent", CORPUS_CMP_RANGE },
    { "15%至20%", "15%至20%", "15", "20", "percent", CORPUS_CMP_RANGE },
    { "3—5万亩", "3—5万亩", "30000", "50000", "mu", CORPUS_CMP_RANGE },
    { "10万元至50万元", "10万元至50万元", "100000", "500000", "CNY", CORPUS_CMP_RANGE },
    { "三四十元", "三四十元", "30", "40", "CNY", CORPUS_CMP_RANGE },
    { "between 5 and 6 percent", "5 and 6 percent", "5", "6", "percent", CORPUS_CMP_RANGE },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "signed a $3.2 billion deal", "$3.2 billion", "3200000000", NULL, "USD", CORPUS_CMP_EQ },
    { "rose 4.1 percent", "4.1 percent", "4.1", NULL, "percent", CORPUS_CMP_EQ },
    { "fell 0.3 percentage points", "0.3 percentage points", "0.3", NULL, "percentage_point", CORPUS_CMP_EQ },
    { "more than 523,000 TEU", "523,000 TEU", "523000", NULL, "TEU", CORPUS_CMP_GT },
    { "nearly £3 million over", "£3 million", "3000000", NULL, "GBP", CORPUS_CMP_APPROX },
    { "a £340m deal", "£340m", "340000000", NULL, "GBP", CORPUS_CMP_EQ },
    { "3.8 million cubic metres", "3.8 million cubic metres", "3800000", NULL, "m3", CORPUS_CMP_EQ },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Numerals that belong to something else. */
static void
test_no_quantities (void)
{
  static const Case cases[] = {
    { "2026年3月18日" },
    { "3月17日" },
    { "上午9:15开始" },
    { "电话0000-12345" },
    { "第38次会议" },
    { "“302X”集群" },
    { "3+3机制" },
    { "G20峰会" },
    { "COVID-19" },
    { "邮编000000000" },
    { "百亿级产业" },
    { "二〇二五" },
    { "今年一季度" },
    { "No.24,117" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = corpus_quantity_scan (cases[i].text, -1, NULL);

      g_test_message ("%s", cases[i].text);
      for (guint j = 0; j < found->len; j++)
        g_assert_null (corpus_quantity_at (found, j)->unit);
    }
}

static void
test_number_text (void)
{
  const char *text = "全市近5.4万名护工";
  g_autoptr (GArray) found = corpus_quantity_scan (text, -1, NULL);
  CorpusQuantity *quantity = corpus_quantity_at (found, 0);
  g_autofree char *number = dup_span (text, quantity->number_span), *unit = dup_span (text, quantity->unit_span);
  g_autofree char *comparator = dup_span (text, quantity->comparator);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (number, ==, "5.4万");
  g_assert_cmpstr (unit, ==, "名");
  g_assert_cmpstr (quantity->unit_text, ==, "名");
  g_assert_cmpstr (comparator, ==, "近");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/quantity/units", test_units);
  g_test_add_func ("/extract/quantity/comparators", test_comparators);
  g_test_add_func ("/extract/quantity/ranges", test_ranges);
  g_test_add_func ("/extract/quantity/english", test_english);
  g_test_add_func ("/extract/quantity/no-quantities", test_no_quantities);
  g_test_add_func ("/extract/quantity/number-text", test_number_text);
  return g_test_run ();
}

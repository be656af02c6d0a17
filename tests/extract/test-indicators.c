/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-fixture.h"

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static CorpusExtraction *
extract_sentence (const char *sentence)
{
  g_autofree char *text = g_strdup_printf ("## 题\n\n本报讯(记者 宋遥)%s\n", sentence);

  return fixture_extract (text, "2026-03-18");
}

static CorpusIndicator *
indicator_at (CorpusExtraction *extraction,
              guint index)
{
  GPtrArray *indicators = corpus_article_get_indicators (fixture_article (extraction, 0));

  g_assert_cmpuint (index, <, indicators->len);
  return g_ptr_array_index (indicators, index);
}

static void
assert_slot (CorpusIndicator *indicator,
             CorpusSlot slot,
             const char *expected)
{
  CorpusFiller *filler = corpus_indicator_get_filler (indicator, slot);

  g_assert_cmpstr (filler != NULL ? filler->text : NULL, ==, expected);
}

static void
test_figures (void)
{
  static const Case cases[] = {
    { "到2028年,全市装备产业营业收入超过2600亿元。", "2600亿元 营业收入 260000000000 CNY gt level" },
    { "全市机动车保有量156万辆。", "156万辆 机动车保有量 1560000 辆 eq level" },
    { "新增5个国家级园区。", "5个 国家级园区 5 个 eq change" },
    { "这项技术可节省60%的运输成本。", "60% 运输成本 60 percent eq change" },
    { "森林覆盖率为64.7%。", "64.7% 森林覆盖率 64.7 percent eq share" },
    { "晒出13市、40县(市、区)成绩。", "13市 - 13 市 eq level\n40县(市、区) - 40 县(市、区) eq level" },
    { "20亿多人口走上新路。", "20亿 人口 2000000000 person gt level" },
    { "提出五点建议、做成四件实事,今年是建校60周年,“302X”集群第38次会议。", "" },
    { "成本下降15%至20%。", "15%至20% 成本 15..20 percent range change" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorpusExtraction) extraction = extract_sentence (cases[i].text);
      g_autofree char *found = fixture_indicators (fixture_article (extraction, 0));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_frame (void)
{
  g_autoptr (CorpusExtraction) extraction = extract_sentence ("上个月,北港完成集装箱吞吐量88.4万标准箱,同比增长9.7%。");
  CorpusIndicator *level = indicator_at (extraction, 0), *growth = indicator_at (extraction, 1);

  assert_slot (level, CORPUS_SLOT_VALUE, "88.4万标准箱");
  assert_slot (level, CORPUS_SLOT_NAME, "集装箱吞吐量");
  assert_slot (level, CORPUS_SLOT_SUBJECT, "北港");
  assert_slot (level, CORPUS_SLOT_PERIOD, "上个月");
  g_assert_cmpstr (level->number, ==, "884000");
  g_assert_cmpstr (level->period_iso, ==, "2026-02");
  g_assert_cmpstr (level->period_start, ==, "2026-02-01");
  g_assert_cmpstr (level->period_end, ==, "2026-02-28");

  assert_slot (growth, CORPUS_SLOT_NAME, "集装箱吞吐量");
  assert_slot (growth, CORPUS_SLOT_BASIS, "同比增长");
  g_assert_cmpint (growth->kind, ==, CORPUS_KIND_CHANGE);
  g_assert_cmpint (growth->direction, ==, CORPUS_DIRECTION_UP);
  g_assert_cmpint (growth->basis, ==, CORPUS_BASIS_YOY);
  g_assert_cmpint (growth->of, ==, level->id);
}

/* 分别: each figure of a list has its own name. */
static void
test_lists (void)
{
  g_autoptr (CorpusExtraction) items = extract_sentence ("去年,工业机器人、光伏组件产量分别增长27.5%和19.4%。");
  g_autoptr (CorpusExtraction) levels = extract_sentence ("去年,接待游客412.6万人次,实现旅游收入38.7亿元,同比分别增长12.9%和15.3%。");
  g_autoptr (CorpusExtraction) share = extract_sentence ("民营企业进出口总额915.4亿元,占全市的81.3%。");

  assert_slot (indicator_at (items, 0), CORPUS_SLOT_SUBJECT, "工业机器人");
  assert_slot (indicator_at (items, 1), CORPUS_SLOT_SUBJECT, "光伏组件");
  assert_slot (indicator_at (items, 1), CORPUS_SLOT_NAME, "产量");
  g_assert_cmpint (indicator_at (items, 1)->kind, ==, CORPUS_KIND_CHANGE);
  g_assert_cmpint (indicator_at (levels, 2)->of, ==, indicator_at (levels, 0)->id);
  g_assert_cmpint (indicator_at (levels, 3)->of, ==, indicator_at (levels, 1)->id);
  g_assert_cmpint (indicator_at (levels, 3)->basis, ==, CORPUS_BASIS_YOY);
  g_assert_cmpint (indicator_at (share, 1)->kind, ==, CORPUS_KIND_SHARE);
  g_assert_cmpint (indicator_at (share, 1)->of, ==, indicator_at (share, 0)->id);
  assert_slot (indicator_at (share, 1), CORPUS_SLOT_BASE, "全市");
}

/* A fall is a positive number with its direction. */
static void
test_fall (void)
{
  g_autoptr (CorpusExtraction) extraction = extract_sentence ("去年,商品房销售面积同比下降3.2%。");
  CorpusIndicator *fall = indicator_at (extraction, 0);

  g_assert_cmpstr (fall->number, ==, "3.2");
  g_assert_cmpint (fall->direction, ==, CORPUS_DIRECTION_DOWN);
  g_assert_cmpint (fall->basis, ==, CORPUS_BASIS_YOY);
}

static void
test_status (void)
{
  g_autoptr (CorpusExtraction) target = extract_sentence ("到2028年,全市船坞数量达到60座。");
  g_autoptr (CorpusExtraction) forecast = extract_sentence ("预计全年茶叶产量2300吨。");
  g_autoptr (CorpusExtraction) actual = extract_sentence ("去年,茶叶产量2300吨。");

  g_assert_cmpint (indicator_at (target, 0)->status, ==, CORPUS_STATUS_TARGET);
  g_assert_cmpint (indicator_at (target, 0)->period_role, ==, CORPUS_PERIOD_BY);
  assert_slot (indicator_at (target, 0), CORPUS_SLOT_PERIOD, "到2028年");
  g_assert_cmpint (indicator_at (forecast, 0)->status, ==, CORPUS_STATUS_FORECAST);
  g_assert_cmpint (indicator_at (actual, 0)->status, ==, CORPUS_STATUS_ACTUAL);
}

static void
test_comparator (void)
{
  g_autoptr (CorpusExtraction) extraction = extract_sentence ("累计开展演出活动近3000场。");

  assert_slot (indicator_at (extraction, 0), CORPUS_SLOT_VALUE, "3000场");
  assert_slot (indicator_at (extraction, 0), CORPUS_SLOT_COMPARATOR, "近");
  g_assert_cmpint (indicator_at (extraction, 0)->cmp, ==, CORPUS_CMP_APPROX);
}

static void
test_english (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## Port wins deal\n\nBy Anna Whitlock\n\nThe port handled 523,000 TEU in 2025, up 8.4 percent from a year earlier. Cargo slipped 3.1 percent to 6.7 million tonnes. Revenue rose to $96.5 million.\n", "2026-03-18");

  g_assert_cmpstr (indicator_at (extraction, 0)->number, ==, "523000");
  g_assert_cmpstr (indicator_at (extraction, 0)->unit, ==, "TEU");
  g_assert_cmpstr (indicator_at (extraction, 1)->unit, ==, "percent");
  g_assert_cmpint (indicator_at (extraction, 1)->kind, ==, CORPUS_KIND_CHANGE);
  g_assert_cmpint (indicator_at (extraction, 1)->basis, ==, CORPUS_BASIS_YOY);
  g_assert_cmpstr (indicator_at (extraction, 2)->number, ==, "3.1");
  g_assert_cmpint (indicator_at (extraction, 2)->direction, ==, CORPUS_DIRECTION_DOWN);
  g_assert_cmpstr (indicator_at (extraction, 3)->number, ==, "6700000");
  g_assert_cmpstr (indicator_at (extraction, 4)->number, ==, "96500000");
  g_assert_cmpstr (indicator_at (extraction, 4)->unit, ==, "USD");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/indicators/figures", test_figures);
  g_test_add_func ("/extract/indicators/frame", test_frame);
  g_test_add_func ("/extract/indicators/lists", test_lists);
  g_test_add_func ("/extract/indicators/fall", test_fall);
  g_test_add_func ("/extract/indicators/status", test_status);
  g_test_add_func ("/extract/indicators/comparator", test_comparator);
  g_test_add_func ("/extract/indicators/english", test_english);
  return g_test_run ();
}

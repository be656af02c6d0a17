/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-fixture.h"

typedef struct
{
  const char *text;
  const char *label;
  const char *expected; /* outermost and nested ones, in text order */
} Case;

static void
check_cases (const Case *cases,
             guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *text = g_strdup_printf ("## 题\n\n本报讯(记者 宋遥)%s\n", cases[i].text);
      g_autoptr (CorpusExtraction) extraction = fixture_extract (text, "2026-03-18");
      g_autofree char *found = fixture_entities (fixture_article (extraction, 0), cases[i].label);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_people (void)
{
  static const Case cases[] = {
    { "市长林嘉树主持会议。林嘉树强调,要抓好防汛。", "PERSON", "林嘉树|林嘉树" },
    { "公司总经理叶庚信心十足。", "PERSON", "叶庚" },
    { "欧阳慧、汪知远等作交流发言。", "PERSON", "欧阳慧|汪知远" },
    { "联盟主席阿兹兰·哈希姆在致辞中说,要合作。", "PERSON", "阿兹兰·哈希姆" },
    { "周砚秋主持并讲话。", "PERSON", "周砚秋" },
    { "江苏表示支持,方案已经公布,高度重视安全。", "PERSON", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  static const Case cases[] = {
    { "货物运往德国汉堡、法国巴黎。", "LOC", "德国汉堡|法国巴黎" },
    { "萧山、镇海、上虞等地参加。", "LOC", "萧山|镇海|上虞" },
    { "杭州市西湖区的老人们来了。", "LOC", "杭州市西湖区" },
    { "维护世界和平与安宁。", "LOC", "" },
    { "深化中泰两国关系。", "LOC", "中泰" },
    { "宁波市场上的价格,县域经济。", "LOC", "宁波" },
    { "“宁波先锋”轮靠泊。", "LOC", "" },
    { "船停靠温州港。", "LOC", "温州港" },
    { "望海区来了客人,望海区的渔港热闹,彰显省会城市风采,规上海洋企业。", "LOC", "望海区|望海区" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_bodies (void)
{
  static const Case cases[] = {
    { "省财政厅印发通知。", "ORG", "省财政厅" },
    { "位于宁波的远帆智能装备股份有限公司生产设备。", "ORG", "远帆智能装备股份有限公司" },
    { "记者从国家统计局获悉。", "ORG", "国家统计局" },
    { "一家公司倒闭了,有关部门介入。", "ORG", "" },
    { "干部们来到西部,局长们在学习。", "ORG", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_positions (void)
{
  static const Case cases[] = {
    { "省委书记出席,副市长讲话。", "POSITION", "省委书记|副市长" },
    { "泰国总理抵达。", "POSITION", "泰国总理" },
    { "温州市财政局局长到会。", "POSITION", "温州市财政局局长" },
    { "委员会召开会议,市长期稳定,全省长年无灾。", "POSITION", "" },
    { "市委副书记、政法委书记到会。", "POSITION", "市委副书记|政法委书记" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_events (void)
{
  static const Case cases[] = {
    { "全国港口工作会议在北京召开。", "EVENT", "全国港口工作会议" },
    { "党的二十大以来,变化很大。", "EVENT", "党的二十大" },
    { "“中泰文化旅游年”启动。", "EVENT", "“中泰文化旅游年”" },
    { "他出席会议并讲话。", "EVENT", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_policies (void)
{
  static const Case cases[] = {
    { "实施“五链协同”行动,推进“302X”现代产业集群建设。", "POLICY", "“五链协同”行动|“302X”现代产业集群" },
    { "印发《东州市促进就业实施办法》。", "POLICY", "《东州市促进就业实施办法》" },
    { "“免费乘车两小时”“修好古桥13座”不是名字。", "POLICY", "" },
    { "大力实施助企纾困专项行动。", "POLICY", "助企纾困专项行动" },
    { "海苔“搭上”货轮,成了“金钥匙”,讲究“一高一低”。", "POLICY", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 题\n\n本报讯(记者 宋遥)今年首季和3月17日下午,上个月。日前,近年来。\n", "2026-03-18");
  GPtrArray *entities = corpus_article_get_entities (fixture_article (extraction, 0));
  static const char *const norms[] = { "2026-Q1", "2026-03-17", "2026-02" };

  g_assert_cmpuint (entities->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((CorpusEntity *) g_ptr_array_index (entities, i))->norm, ==, norms[i]);
}

/* Names of bylines, dateline heads and credits are metadata. */
static void
test_metadata_is_no_entity (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 题目在此\n\n新华社曼谷3月17日电(记者 程放)海风吹来。\n\n3月17日,海边。新华社记者 白鹭 摄\n", "2026-03-18");
  GPtrArray *entities = corpus_article_get_entities (fixture_article (extraction, 0));

  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpstr (((CorpusEntity *) g_ptr_array_index (entities, 0))->label, ==, "DATE");
}

static void
test_nested (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 题目在此\n\n本报讯(记者 宋遥)温州市委书记到会。\n", "2026-03-18");
  CorpusArticle *article = fixture_article (extraction, 0);
  g_autofree char *position = fixture_entities (article, "POSITION"), *body = fixture_entities (article, "ORG"), *place = fixture_entities (article, "LOC");

  g_assert_cmpstr (position, ==, "温州市委书记");
  g_assert_cmpstr (body, ==, "温州市委");
  g_assert_cmpstr (place, ==, "温州");
}

static void
test_english (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## Council backs limit\n\nBy Priya Nair\n\nThe Calder Bay Borough Council decided on Monday. Deputy Mayor Owen Bracewell replied. "
                                                             "\"Fine,\" said Margaret Oyelaran.\n",
                                                             "2026-03-18");
  CorpusArticle *article = fixture_article (extraction, 0);
  g_autofree char *people = fixture_entities (article, "PERSON"), *bodies = fixture_entities (article, "ORG"), *dates = fixture_entities (article, "DATE");

  g_assert_cmpstr (people, ==, "Owen Bracewell|Margaret Oyelaran");
  g_assert_cmpstr (bodies, ==, "Calder Bay Borough Council");
  g_assert_cmpstr (dates, ==, "Monday");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/entities/people", test_people);
  g_test_add_func ("/extract/entities/places", test_places);
  g_test_add_func ("/extract/entities/bodies", test_bodies);
  g_test_add_func ("/extract/entities/positions", test_positions);
  g_test_add_func ("/extract/entities/events", test_events);
  g_test_add_func ("/extract/entities/policies", test_policies);
  g_test_add_func ("/extract/entities/dates", test_dates);
  g_test_add_func ("/extract/entities/metadata-is-no-entity", test_metadata_is_no_entity);
  g_test_add_func ("/extract/entities/nested", test_nested);
  g_test_add_func ("/extract/entities/english", test_english);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-fixture.h"

static char *
dup_credits (CorpusArticle *article)
{
  GPtrArray *credits = corpus_article_get_credits (article);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      CorpusCredit *credit = g_ptr_array_index (credits, i);

      g_string_append_printf (found, "%s%s:%s", i > 0 ? " " : "", corpus_credit_role_to_string (credit->role), credit->name);
      if (credit->affiliation != NULL)
        g_string_append_printf (found, "@%s", credit->affiliation);
    }
  return g_strdup (found->str);
}

typedef struct
{
  const char *lead;
  const char *agency;
  const char *place;
  const char *date;
  const char *credits;
} Case;

/* One paragraph a case, printed on 3 January 2026. */
static void
test_datelines (void)
{
  static const Case cases[] = {
    { "本报讯(记者 宋遥 通讯员 葛小满 邹立言)船坞里焊花飞溅。", "本报", NULL, NULL, "reporter:宋遥 correspondent:葛小满 correspondent:邹立言" },
    { "本报讯（记者　宋遥）船坞里焊花飞溅。", "本报", NULL, NULL, "reporter:宋遥" },
    { "本报东州1月2日电 (记者 丁舒) 2日，会议召开。", "本报", "东州", "2026-01-02", "reporter:丁舒" },
    { "新华社吉隆坡12月30日电(记者 程放 石小川)论坛开幕。", "新华社", "吉隆坡", "2025-12-30", "reporter:程放 reporter:石小川" },
    { "据新华社北京1月2日电 有关部门发布消息。", "新华社", "北京", "2026-01-02", "" },
    { "本报讯 (记者 唐可 共享联盟·云岭 潘小鱼) 名单公布。", "本报", NULL, NULL, "reporter:唐可 correspondent:潘小鱼@共享联盟·云岭" },
    { "本报讯(记者 杨  昊)名单公布。", "本报", NULL, NULL, "reporter:杨昊" },
    { "本报东州1月2日讯记者宋遥、丁舒报道：会议召开。", "本报", "东州", "2026-01-02", "reporter:宋遥 reporter:丁舒" },
    { "澜江时报讯(记者宋遥通讯员葛小满俞静)名单公布。", "澜江时报", NULL, NULL, "reporter:宋遥 correspondent:葛小满 correspondent:俞静" },
    { "本报讯(通讯员 俞静)名单公布。", "本报", NULL, NULL, "correspondent:俞静" },
    { "CALDER BAY, Jan. 2 (Coastwire) — Herring landings reached a record.", "Coastwire", "CALDER BAY", "2026-01-02", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("## 标题在这里\n\n%s\n", cases[i].lead);
      g_autoptr (CorpusExtraction) extraction = fixture_extract (text, "2026-01-03");
      CorpusArticle *article = fixture_article (extraction, 0);
      CorpusDateline *dateline = corpus_article_get_dateline (article);
      g_autofree char *credits = dup_credits (article);

      g_test_message ("%s", cases[i].lead);
      g_assert_nonnull (dateline);
      g_assert_cmpstr (dateline->place, ==, cases[i].place);
      g_assert_cmpstr (dateline->date, ==, cases[i].date);
      fixture_assert_value (article, CORPUS_FIELD_AGENCY, cases[i].agency);
      g_assert_cmpstr (credits, ==, cases[i].credits);
    }
}

static void
test_no_dateline (void)
{
  static const char *const leads[] = { "本报记者走进车间,看到机器轰鸣。", "新华社区里,老人们在下棋。", "讯息时代来了。", "(左一)是他的父亲。", "BBC said so. We agree." };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autofree char *text = g_strdup_printf ("## 标题在这里\n\n%s\n", leads[i]);
      g_autoptr (CorpusExtraction) extraction = fixture_extract (text, "2026-01-03");

      g_test_message ("%s", leads[i]);
      g_assert_null (corpus_article_get_dateline (fixture_article (extraction, 0)));
    }
}

static void
test_bylines (void)
{
  static const char *const cases[][3] = {
    { "本报记者 罗一苇 唐可 通讯员 俞静", "本报", "reporter:罗一苇@本报 reporter:唐可@本报 correspondent:俞静" },
    { "■ 本报记者 梁晓棠", "本报", "reporter:梁晓棠@本报" },
    { "本报记者 柯一鸣 实习生 祝可欣", "本报", "reporter:柯一鸣@本报 reporter:祝可欣" },
    { "By Anna Whitlock and Tom Ferrars", NULL, "reporter:Anna Whitlock reporter:Tom Ferrars" },
    { "□ 田不语", NULL, "reporter:田不语" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("## 标题在这里\n\n%s\n\n清晨的码头一派繁忙。\n", cases[i][0]);
      g_autoptr (CorpusExtraction) extraction = fixture_extract (text, "2026-01-03");
      g_autofree char *credits = dup_credits (fixture_article (extraction, 0));

      g_test_message ("%s", cases[i][0]);
      fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_AGENCY, cases[i][1]);
      g_assert_cmpstr (credits, ==, cases[i][2]);
    }
}

static void
test_photographers (void)
{
  static const char *const cases[][2] = {
    { "3月17日,代表参观模型。新华社记者 白鹭 摄", "photographer:白鹭@新华社" },
    { "这是论坛的会场。新华社发(林志豪 摄)", "photographer:林志豪@新华社发" },
    { "游客在赏花。\n通讯员 田春晓 戴冬 摄", "photographer:田春晓 photographer:戴冬" },
    { "Cranes at the quay. Photograph: Leo Marchetti", "photographer:Leo Marchetti" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("## 花开时节\n\n%s\n", cases[i][0]);
      g_autoptr (CorpusExtraction) extraction = fixture_extract (text, "2026-03-18");
      g_autofree char *credits = dup_credits (fixture_article (extraction, 0));

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (credits, ==, cases[i][1]);
    }
}

static void
test_genres (void)
{
  static const char *const cases[][2] = {
    { "把书屋开到渔排上\n\n——访区文旅局局长邵文漪\n\n■ 本报记者 梁晓棠\n\n渔排上有了书。\n", "interview" },
    { "潮声时评\n\n别让优惠成了数字游戏\n\n□ 田不语\n\n政策是好政策。\n", "commentary" },
    { "更 正\n\n本报4月11日的报道有误,特此更正。\n", "correction" },
    { "公 告\n\n因施工需要,道路封闭。\n\n东州市公安局\n2026年4月14日\n", "notice" },
    { "简 讯\n\n发放首张证照\n\n本报讯(通讯员 俞静)证照发放。\n", "brief" },
    { "新桥通车\n\n本报讯(记者 宋遥)新桥通车。\n", "report" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorpusExtraction) extraction = fixture_extract (cases[i][0], "2026-04-15");

      g_test_message ("%s", cases[i][0]);
      fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_GENRE, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/metadata/datelines", test_datelines);
  g_test_add_func ("/extract/metadata/no-dateline", test_no_dateline);
  g_test_add_func ("/extract/metadata/bylines", test_bylines);
  g_test_add_func ("/extract/metadata/photographers", test_photographers);
  g_test_add_func ("/extract/metadata/genres", test_genres);
  return g_test_run ();
}

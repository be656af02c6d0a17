/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What real pages do to their stories, each with invented text. */

#include "extract-fixture.h"

static void
check_outline (CorpusExtraction *extraction,
               guint index,
               const char *expected)
{
  g_autofree char *outline = fixture_outline (fixture_article (extraction, index));

  g_assert_cmpstr (outline, ==, expected);
}

static void
test_column_break (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 新桥通车三天迎客忙\n\n本报讯(记者 宋遥)清晨的桥面上,第一批货车已经排起长\n\n队。交警在桥头疏导交通。\n\n下午,人流更密。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 新桥通车\nbody 本报讯(\nbody+ 队。交警\nbody 下午,人");
}

static void
test_break_inside_a_name (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 港口新航线开通\n\n本报讯(记者 宋遥)市长陆天\n\n明出席仪式。陆天明说,航线会越来越多。\n", "2026-03-18");
  g_autofree char *people = fixture_entities (fixture_article (extraction, 0), "PERSON");
  CorpusEntity *entity = NULL;
  GPtrArray *entities = corpus_article_get_entities (fixture_article (extraction, 0));

  g_assert_cmpstr (people, ==, "陆天明|陆天明");
  for (guint i = 0; i < entities->len && entity == NULL; i++)
    if (g_str_equal (((CorpusEntity *) g_ptr_array_index (entities, i))->label, "PERSON"))
      entity = g_ptr_array_index (entities, i);
  g_assert_cmpuint (entity->pieces->len, ==, 2);
}

static void
test_caption_in_mid_sentence (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("# 山村书屋亮起灯\n\n本报讯(记者 宋遥)灯光下,孩子们围坐在长桌\n\n\n\n图为孩子们在书屋读书。\n本报记者 梁晓棠 摄\n\n旁翻看新书。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 山村书屋\nbody 本报讯(\nbody+ 旁翻看新\ncaption 图为孩子\ncredit 本报记者");
}

static void
test_short_line_before_a_picture (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("# 航运论坛开幕\n\n新华社东州3月17日电(记者 程放)论坛17日开幕。\n\n联盟主席奥斯曼·卡\n\n\n3月17日,代表参观模型。新华社记者 白鹭 摄\n\n里姆致辞说,货流会跟着标准走。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 航运论坛\nbody 新华社东\nbody 联盟主席\nbody+ 里姆致辞\ncaption 3月17");
}

static void
test_headline_after_its_story (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("本报东州3月17日讯(记者 丁舒)17日上午,市政府召开会议,部署防汛工作。\n\n林嘉树主持召开防汛会议\n**守住不发生险情的底线**\n**让群众安心过汛期**\n\n"
                                                             "## 春茶上市价格走高\n\n本报讯(记者 宋遥)春茶开采。\n",
                                                             "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 2);
  check_outline (extraction, 0, "kicker 林嘉树主\nheadline 守住不发\nheadline 让群众安\nbody 本报东州");
  check_outline (extraction, 1, "headline 春茶上市\nbody 本报讯(");
  {
    CorpusBlock *headline = g_ptr_array_index (corpus_article_get_blocks (fixture_article (extraction, 0)), 1);

    g_assert_nonnull (headline->doubts);
    g_assert_cmpstr (headline->doubts[0], ==, "headline after its story");
  }
}

static void
test_halves_in_wrong_order (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 内河航运提速\n\n本报记者 罗一苇\n\n运到山里的工厂。”调度员指着大屏说,船快了,货也多了。\n\n航线会越来越密。 (下转第三版)\n\n"
                                                             "## 新年看信心\n\n清晨的码头一派繁忙。“凌晨靠岸的货轮卸下的箱子,当天就能\n",
                                                             "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "column 新年看信\nheadline 内河航运\nbyline 本报记者\nbody 清晨的码\nbody+ 运到山里\nbody 航线会越\njump (下转第");
}

static void
test_kicker_and_headline_on_one_line (void)
{
  g_autoptr (CorpusExtraction) occasion = fixture_extract ("全市茶产业大会在临溪召开 今年新建茶园三万亩\n\n本报讯(记者 宋遥)大会召开。\n", "2026-03-18");
  g_autoptr (CorpusExtraction) couplet = fixture_extract ("## 春风化雨润心田 万众一心谋发展\n\n本报讯(记者 宋遥)活动举行。\n", "2026-03-18");

  fixture_assert_value (fixture_article (occasion, 0), CORPUS_FIELD_KICKER, "全市茶产业大会在临溪召开");
  fixture_assert_value (fixture_article (occasion, 0), CORPUS_FIELD_HEADLINE, "今年新建茶园三万亩");
  fixture_assert_value (fixture_article (couplet, 0), CORPUS_FIELD_KICKER, NULL);
  fixture_assert_value (fixture_article (couplet, 0), CORPUS_FIELD_HEADLINE, "春风化雨润心田 万众一心谋发展");
}

static void
test_marks_against_their_rank (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 航运合作论坛开幕\n\n# 五港共建绿色走廊\n\n### 首条支线年内开行\n\n新华社东州3月17日电(记者 程放)论坛开幕。\n", "2026-03-18");

  check_outline (extraction, 0, "kicker 航运合作\nheadline 五港共建\nsubhead 首条支线\nbody 新华社东");
}

static void
test_headlines_without_marks (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("要闻\n\n首批重卡驶向西北\n\n本报讯 (记者 罗一苇) 重卡下线。\n\n林场入选康养基地名单\n\n本报讯 (记者 唐可 共享联盟·云岭 潘小鱼) 名单公布。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 2);
  g_assert_cmpuint (extraction->blocks->len, ==, 1);
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_HEADLINE, "首批重卡驶向西北");
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_SECTION, "要闻");
  fixture_assert_value (fixture_article (extraction, 1), CORPUS_FIELD_HEADLINE, "林场入选康养基地名单");
}

static void
test_broken_line_without_marks (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("乡村振兴看东州\n\n■ 本报记者 宋遥\n\n改革要走在前列。\n\n坚持生态优先,建设绿色示\n\n范。各地都在推进,村庄换了新颜,百姓笑了。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 乡村振兴\nbyline 本报记者\nbody 改革要走\nbody 坚持生态\nbody+ 范。各地");
}

static void
test_crossheads (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("## 海苔产业这样长大\n\n■ 本报记者 罗一苇\n\n渔民的日子变了。\n\n**一粒苗:从靠天到靠屏**\n\n车间里很安静。\n\n**一张网:抱团闯市场**\n\n联合社成立了。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 海苔产业\nbyline 本报记者\nbody 渔民的日\ncrosshead 一粒苗:\nbody 车间里很\ncrosshead 一张网:\nbody 联合社成");
}

static void
test_interview (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("开局看信心\n\n把书屋开到渔排上\n\n——访望海区文旅局局长邵文漪\n\n■ 本报记者 梁晓棠\n\n渔民常年生活在海上。\n\n**为什么是一艘船**\n\n"
                                                             "记者:岸上已经有书屋,为什么还要造船?\n\n邵文漪:书离渔排太远。\n",
                                                             "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "column 开局看信\nheadline 把书屋开\nsubhead ——访望\nbyline 本报记者\nbody 渔民常年\ncrosshead 为什么是\nbody 记者:岸\nbody 邵文漪:");
}

static void
test_label_over_a_picture (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("# 老楼装电梯\n\n本报讯（记者 柯一鸣）去年调解成功的共有四十\n\n■ 现场图\n\n（图片说明）居民在新电梯前合影。\n本报记者 柯一鸣 摄\n\n多件。火气下去了。\n", "2026-04-15");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 老楼装电\nbody 本报讯（\nbody+ 多件。火\ncaption 现场图\ncaption （图片说\ncredit 本报记者");
}

static void
test_photo_news (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("花开时节\n\n\n\n3月18日,游客在桃园赏花。\n通讯员 田春晓 摄\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline 花开时节\ncaption 3月18\ncredit 通讯员 ");
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_GENRE, "photo");
}

static void
test_public_notice (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("市管干部任前公示通告\n\n经研究,决定对八名同志予以公示。\n\n一、公示时间 自3月19日起。\n\n二、联系方式\n受理部门:市委组织部\n受理电话:0000-1234567\n\n"
                                                             "中共东州市委组织部\n2026年3月19日\n\n市管干部任前公示名单\n\n严松涛,男,汉族,1974年9月生,现任望海区区长,拟任区委书记。\n\n白若楠,女,回族,1979年11月生,现任青石县\n\n委常委,拟任副书记。\n",
                                                             "2026-03-19");

  g_assert_cmpuint (extraction->articles->len, ==, 2);
  check_outline (extraction, 0, "headline 市管干部\nbody 经研究,\nnotice 一、公示\nnotice 二、联系\nnotice 受理部门\nnotice 受理电话\nsignature 中共东州\nsignature 2026");
  check_outline (extraction, 1, "headline 市管干部\nlist 严松涛,\nlist 白若楠,\nlist+ 委常委,");
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_GENRE, "notice");
  fixture_assert_value (fixture_article (extraction, 1), CORPUS_FIELD_GENRE, "list");
}

static void
test_continuation (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("力争三年再造一个产业带\n\n(上接第一版)资金跟着产业走。\n\n人才是另一道题。\n\n(上接第一版)船等泊位的日子过去了。\n", "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 2);
  check_outline (extraction, 0, "jump_headline 力争三年\ncontinued (上接第\nbody 资金跟着\nbody 人才是另");
  check_outline (extraction, 1, "continued (上接第\nbody 船等泊位");
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_JUMP_FROM, "1");
}

static void
test_hard_wrapped (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("# 老楼装上新电梯\n\n爬了二十八年楼梯，家住海塘新村的郁\n阿姨终于等来电梯。十三日下午，她拎\n着两袋米，按下楼层键，十七秒就到了\n家。\n\n"
                                                             "新办法把每台电梯的补贴提高了，住户\n还可以提取本人和配偶的住房公积金。\n以五层楼为例，每户只要出六千元左右\n就能装上。\n",
                                                             "2026-04-15");
  GPtrArray *blocks = corpus_article_get_blocks (fixture_article (extraction, 0));

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_cmpuint (((CorpusBlock *) g_ptr_array_index (blocks, 1))->pieces->len, ==, 4);
}

static void
test_masthead_and_editors (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("A03 民生\n\n澜江晚报 2026.4.15 星期三 责编 邬小满 美编 齐悦\n\n地铁新线开通\n\n本报讯（记者 钟可）新线开通。\n", "2026-04-15");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  g_assert_cmpuint (extraction->blocks->len, ==, 2);
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_SECTION, "民生");
}

static void
test_english_page (void)
{
  g_autoptr (CorpusExtraction) extraction = fixture_extract ("# THE BAY COURIER\n\nWednesday, March 18, 2026 · No. 24,117\n\n## Mill reopens as training centre\n\nBy Tom Ferrars\n\n"
                                                             "HOLM VALLEY, March 16 — The mill cost $18.7 million to restore and repre-\n\nsents a new start. (Continued on Page 4)\n",
                                                             "2026-03-18");

  g_assert_cmpuint (extraction->articles->len, ==, 1);
  check_outline (extraction, 0, "headline Mill\nbyline By T\nbody HOLM\nbody+ sent\njump (Con");
  fixture_assert_value (fixture_article (extraction, 0), CORPUS_FIELD_JUMP_TO, "4");
}

/* A page with no structure that could be recognised is one article, never an error. */
static void
test_no_structure (void)
{
  static const char *const texts[] = { "字", "。", "###", "海风吹过码头,灯亮了。", "1\n", "\xe3\x80\x80\xe3\x80\x80\n新", "**", "(上接第一版)" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CorpusExtraction) extraction = fixture_extract (texts[i], NULL);

      g_assert_cmpuint (extraction->articles->len, <=, 1);
    }
  {
    g_autoptr (CorpusExtraction) extraction = fixture_extract ("海风吹过码头,灯亮了。\r\n\r\n船来了。\r\n", NULL);

    g_assert_cmpuint (extraction->articles->len, ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/structure/column-break", test_column_break);
  g_test_add_func ("/extract/structure/break-inside-a-name", test_break_inside_a_name);
  g_test_add_func ("/extract/structure/caption-in-mid-sentence", test_caption_in_mid_sentence);
  g_test_add_func ("/extract/structure/short-line-before-a-picture", test_short_line_before_a_picture);
  g_test_add_func ("/extract/structure/headline-after-its-story", test_headline_after_its_story);
  g_test_add_func ("/extract/structure/halves-in-wrong-order", test_halves_in_wrong_order);
  g_test_add_func ("/extract/structure/kicker-and-headline-on-one-line", test_kicker_and_headline_on_one_line);
  g_test_add_func ("/extract/structure/marks-against-their-rank", test_marks_against_their_rank);
  g_test_add_func ("/extract/structure/headlines-without-marks", test_headlines_without_marks);
  g_test_add_func ("/extract/structure/broken-line-without-marks", test_broken_line_without_marks);
  g_test_add_func ("/extract/structure/crossheads", test_crossheads);
  g_test_add_func ("/extract/structure/interview", test_interview);
  g_test_add_func ("/extract/structure/label-over-a-picture", test_label_over_a_picture);
  g_test_add_func ("/extract/structure/photo-news", test_photo_news);
  g_test_add_func ("/extract/structure/public-notice", test_public_notice);
  g_test_add_func ("/extract/structure/continuation", test_continuation);
  g_test_add_func ("/extract/structure/hard-wrapped", test_hard_wrapped);
  g_test_add_func ("/extract/structure/masthead-and-editors", test_masthead_and_editors);
  g_test_add_func ("/extract/structure/english-page", test_english_page);
  g_test_add_func ("/extract/structure/no-structure", test_no_structure);
  return g_test_run ();
}

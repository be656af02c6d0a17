/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Extraction must hold its promises on any text: no crash, every anchor says what the page says.
 *
 * With CORPUS_LIBFUZZER this is a target of libFuzzer (meson -Dfuzz=true, clang). Without it, it is a test that cuts,
 * joins, repeats and swaps pieces of invented pages, some thousand times, always in the same way. */

#include "extract-fixture.h"

static void
try_bytes (const guint8 *bytes,
           gsize n_bytes)
{
  g_autoptr (CorpusPage) page = corpus_page_new_from_bytes (bytes, n_bytes, "fuzz", NULL);
  g_autoptr (CorpusExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  if (page == NULL)
    return;
  page->date = g_strdup (n_bytes % 3 == 0 ? NULL : n_bytes % 3 == 1 ? "2026-01-02"
                                                                    : "2024-02-29");
  extraction = corpus_extract_page (page, NULL, &error);
  g_assert_no_error (error);
  fixture_check (page, extraction);
}

#ifdef CORPUS_LIBFUZZER

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize n_bytes)
{
  try_bytes (bytes, n_bytes);
  return 0;
}

#else

#define N_ROUNDS 3000

static const char *const pieces[] = {
  "## 全市茶产业大会在温州召开 今年新建茶园三万亩\n\n",
  "# 五港共建绿色走廊\n",
  "**守住不发生险情的底线**\n",
  "本报温州3月17日讯(记者 丁舒 通讯员 葛小满)",
  "新华社吉隆坡12月30日电（记者　程放）",
  "市长林嘉树主持会议,省委副书记、政法委书记到会。",
  "去年,全市营业收入突破26万亿元,同比增长9.7%,占比达三成半;",
  "力争到2028年达到60%—70%,惠及20亿多人口、40县(市、区)。",
  "联盟主席阿兹兰·哈希姆说:“要推进“五链协同”行动!”",
  "《东州市促进就业实施办法(2026年修订)》",
  "\n\n",
  "\r\n",
  "\n",
  "\xe3\x80\x80",
  "\xc2\xa0",
  " ",
  "■ ",
  "□ 田不语\n",
  "——访局长邵文漪\n",
  "(下转第三版)",
  "(上接1版)",
  "\n3月17日,代表参观模型。新华社记者 白鹭 摄\n",
  "本报记者 梁晓棠 摄\n",
  "编者按 ",
  "图为",
  "一、公示时间\n",
  "受理电话:0000-1234567\n",
  "2026年3月19日\n",
  "严松涛,男,汉族,1974年9月生。",
  "A03 民生\n",
  "责编 邬小满 美编 齐悦 星期三 第1期\n",
  "By Anna Whitlock and Tom Ferrars\n",
  "CALDER BAY, March 17 (Coastwire) — Revenue rose to £96.5 million from between 5 and 6 percent.",
  "Deputy Mayor Owen Bracewell, 19, of the Calder Bay Council said",
  "。",
  "”",
  "“",
  "）",
  "(",
  "1",
  "一",
  "万亿",
  "百分之",
  "至",
  "年",
  "月",
  "日",
  "\xf0\xa0\xae\xb7",
  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8c\xbe",
  "é",
  "今年一季度",
  "上个月",
  "75年来",
  "不超过",
  "以上",
  "个百分点",
  "。\n",
  "会议",
  "有限公司",
  "港",
};

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260318);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_rand_int_range (random, 1, 40);

      for (int i = 0; i < n; i++)
        {
          const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
          glong length = g_utf8_strlen (piece, -1), start = 0, end = length;

          /* Often whole, else a part of it. */
          if (g_rand_int_range (random, 0, 4) == 0)
            {
              start = g_rand_int_range (random, 0, (gint32) length);
              end = g_rand_int_range (random, (gint32) start, (gint32) length + 1);
            }
          {
            g_autofree char *part = g_utf8_substring (piece, start, end);

            for (int times = g_rand_int_range (random, 0, 12) == 0 ? 5 : 1; times > 0; times--)
              g_string_append (text, part);
          }
        }
      try_bytes ((const guint8 *) text->str, text->len);
    }
}

/* Bytes changed at random: mostly no valid text, now and then another encoding. */
static void
test_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260415);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *text = g_strconcat (pieces[round % G_N_ELEMENTS (pieces)], pieces[(round * 7 + 3) % G_N_ELEMENTS (pieces)],
                                           pieces[(round * 13 + 5) % G_N_ELEMENTS (pieces)], NULL);
      gsize length = strlen (text);

      for (int i = 0; i < 3; i++)
        text[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 1, 256);
      try_bytes ((const guint8 *) text, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/fuzz/mutations", test_mutations);
  g_test_add_func ("/extract/fuzz/bytes", test_bytes);
  return g_test_run ();
}

#endif

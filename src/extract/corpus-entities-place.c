/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places: names of the lexicon with the word for their rank, pairs of countries in one letter each, and what is known
 * by its end: ports, rivers, roads, villages, museums. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"

#define PLACES                                                                                    \
  (CORPUS_LEXICON_MASK (CORPUS_LEXICON_COUNTRY) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_PROVINCE) | \
   CORPUS_LEXICON_MASK (CORPUS_LEXICON_CITY) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_COUNTY) |      \
   CORPUS_LEXICON_MASK (CORPUS_LEXICON_REGION))

/* Names of counties that are words as well: they count only with their rank, or beside another place. */
static const char *const ambiguous[] = {
  "和平", "朝阳", "光明", "凤凰", "永安", "长安", "长寿", "兴国", "高明", "西湖", "东湖", "南湖", "三门", "龙门", "东山", "江山", "常山", "金山", "青山", "万年",
  "平原", "惠民", "政和", "明光", "无为", "天长", "双流", "太和", "泰和", "安定", "大兴", "平安", "安康", "海安", "白云", "南山", "天桥", "西城", "东城", "市中", "市南", "市北",
  "河东", "河西", "江北", "新城", "鼓楼", "钟楼", "铁西", "红桥", "中山", "安全", "建设", "大方", "富顺", "从化", "高台", "宁静", "万安", "乐平", "永和", "新洲", "天心", "开福",
  "开化", "文成", "大余", "定远", "固始", "东方", "集美", "同安", "大足", "秀山", "东平", "利川", "利津", "凤台", "凤庆", "南京路", "宜城", "海西", "三明", "大理", "大同",
  "大庆", "黄河", "云和", "天台", "仙居", "普陀", "路桥", "大通", "安福", "丰城", "会昌", "石城", "子长", "公安", "监利", "当阳", "远安", "赤壁", "临海", "平阳", "天河", "丰都",
  "来安", "望江", "象山", "清流", "将乐", "光泽", "大田", "华安", "乐安", "和县", "费县", "单县", "高安", "新安", "新建", "万载", "进贤", "德安", "修水", NULL
};

static const char *const ranks[] = { "省", "市", "县", "区", "州", "自治区",
                                     "自治州", "自治县", "特别行政区", "盟", "旗", NULL };

/* 温州市场, 杭州区域, 县域: the rank is the beginning of another word. */
static gboolean
is_rank_free (const CorpusReading *reading,
              gint64 end)
{
  static const char *const others[] = { "场", "域", "民", "值", "价", "面", "直", "委", "长",
                                        "政", "管", "级", "内", "区", "容", "别", "间", "外",
                                        "郊", "属", "人大", "纪", "监", "会", "情", "花", NULL };

  return corpus_reading_match_any (reading, end, reading->length, others) < 0;
}

/* 宁波 and the rank that follows. */
static gint64
take_rank (const CorpusReading *reading,
           gint64 at)
{
  gint64 end = -1;

  for (guint i = 0; ranks[i] != NULL; i++)
    end = MAX (end, corpus_reading_match (reading, at, reading->length, ranks[i]));
  return end > 0 && is_rank_free (reading, end) ? end : at;
}

static gboolean
is_ambiguous (const CorpusReading *reading,
              gint64 start,
              gint64 end)
{
  for (guint i = 0; ambiguous[i] != NULL; i++)
    if (corpus_reading_match (reading, start, end, ambiguous[i]) == end)
      return TRUE;
  return FALSE;
}

static gint64
place_at (CorpusMentions *self,
          gint64 at)
{
  return corpus_lexicon_match (self->lexicon, PLACES, self->reading->chars, at,
                               self->reading->length, NULL);
}

/* Whether a name stands in a list of places: 萧山、镇海、上虞. */
static gboolean
is_listed (CorpusMentions *self,
           gint64 start,
           gint64 end)
{
  const gunichar *chars = self->reading->chars;

  if (chars[end] == 0x3001 && place_at (self, end + 1) > 0)
    return TRUE;
  if (start > 2 && chars[start - 1] == 0x3001)
    for (gint64 back = start - 5; back <= start - 3; back++)
      if (back >= 0 && place_at (self, back) == start - 1)
        return TRUE;
  return FALSE;
}

/* “宁波先锋”轮: a place in the name of a ship, a train or a brand is none. */
static gboolean
is_in_proper_name (const CorpusReading *reading,
                   gint64 start,
                   gint64 end)
{
  static const char *const carriers[] = { "号", "轮", "货轮", "船", "舰", "列车",
                                          "牌", "系列", "邮轮", "客轮", NULL };

  if (start == 0 || reading->chars[start - 1] != 0x201c)
    return FALSE;
  for (gint64 at = end; at < reading->length && at < end + 8; at++)
    if (reading->chars[at] == 0x201d)
      return at > end && corpus_reading_match_any (reading, at + 1, reading->length, carriers) > 0;
  return FALSE;
}

/* 规上海洋, 新增城镇: the first or the last character belongs to the word beside. */
static gboolean
is_cut_out (CorpusMentions *self,
            gint64 start,
            gint64 end)
{
  guint words =
      CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_BASIS);

  if (end - start > 2)
    return FALSE;
  return (start > 0 && corpus_lexicon_match (self->lexicon, words, self->reading->chars, start - 1,
                                             start + 1, NULL) == start + 1) ||
         corpus_lexicon_match (self->lexicon, words, self->reading->chars, end - 1,
                               MIN (end + 1, self->reading->length), NULL) == end + 1;
}

static void
find_names (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 last_end = -1, last_start = -1;

  for (gint64 at = 0; at < reading->length; at++)
    {
      CorpusLexiconMatch match;
      gint64 end, ranked;

      if (!corpus_char_is_han (reading->chars[at]))
        continue;
      end =
          corpus_lexicon_match (self->lexicon, PLACES, reading->chars, at, reading->length, &match);
      if (end < 0)
        continue;
      ranked = take_rank (reading, end);
      if (is_cut_out (self, at, end))
        continue;
      if (is_in_proper_name (reading, at, end))
        continue;
      if (ranked == end && corpus_reading_match_any (reading, end, reading->length, ranks) < 0 &&
          is_ambiguous (reading, at, end) && at != last_end && !is_listed (self, at, end))
        continue;
      /* 温州市水利局 is the office of 温州: the rank may belong to what follows. */
      if (ranked > end)
        corpus_mentions_add (self, at, end, CORPUS_MENTION_LOC, 0.7);
      /* 温州市鹿城区 is one place, and its parts are places. */
      corpus_mentions_add (self, at, ranked, CORPUS_MENTION_LOC,
                           ranked > end                          ? 0.95
                           : match.kind == CORPUS_LEXICON_COUNTY ? 0.75
                                                                 : 0.9);
      if (last_end == at && match.kind != CORPUS_LEXICON_COUNTRY)
        {
          corpus_mentions_add (self, last_start, ranked, CORPUS_MENTION_LOC, 0.8);
        }
      else
        {
          last_start = at;
        }
      last_end = ranked;
      at = ranked - 1;
    }
}

/* 城市, 社区, 景区: the character before a rank that makes both a common noun. */
static gboolean
makes_common_noun (gunichar c)
{
  static const gunichar letters[] = {
    0x57ce /* 城 */, 0x90fd /* 都 */, 0x672c /* 本 */, 0x5168 /* 全 */, 0x6211 /* 我 */,
    0x5404 /* 各 */, 0x5730 /* 地 */, 0x793e /* 社 */, 0x56ed /* 园 */, 0x5c71 /* 山 */,
    0x666f /* 景 */, 0x5c0f /* 小 */, 0x6e2f /* 港 */, 0x5e02 /* 市 */, 0x90ca /* 郊 */,
    0x6821 /* 校 */, 0x5382 /* 厂 */, 0x77ff /* 矿 */, 0x707e /* 灾 */, 0x6797 /* 林 */,
    0x8001 /* 老 */, 0x8857 /* 街 */, 0x5e93 /* 库 */, 0x8f96 /* 辖 */, 0x7247 /* 片 */,
    0x8303 /* 范 */, 0x9a8c /* 验 */, 0x65b0 /* 新 */, 0x6d4e /* 济 */, 0x5de5 /* 工 */,
    0x4e1a /* 业 */, 0x5c45 /* 居 */, 0x519c /* 农 */, 0x4e61 /* 乡 */, 0x6751 /* 村 */,
    0x53bf /* 县 */, 0x533a /* 区 */, 0x9547 /* 镇 */, 0x5927 /* 大 */, 0x540c /* 同 */,
    0x8be5 /* 该 */, 0x8de8 /* 跨 */, 0x7ea7 /* 级 */, 0x80a1 /* 股 */, 0x8d85 /* 超 */,
    0x4e0a /* 上 */, 0x4e1c /* 东 */, 0x897f /* 西 */, 0x5357 /* 南 */, 0x5317 /* 北 */,
    0x4e2d /* 中 */, 0x6e90 /* 源 */, 0x5e7f /* 广 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == c)
      return TRUE;
  return FALSE;
}

/* Places that no lexicon has: where the story was filed, and names of two characters that stand before a rank (望海区)
 * more than once. Each is then a place wherever it stands, with or without its rank. */
static void
find_unknown (CorpusMentions *self)
{
  static const char *const low_ranks[] = { "市", "县", "区", "镇", "乡", "村", NULL };
  const CorpusReading *reading = self->reading;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (CorpusLexicon) lexicon = NULL;
  g_autoptr (GString) text = g_string_new ("[county]\n");
  g_autoptr (GArray) matches = NULL;
  gsize n_header = text->len;
  gint64 last_end = 0;

  if (self->home.end - self->home.start >= 2 && self->home.end - self->home.start <= 4 &&
      corpus_char_is_han (reading->chars[self->home.start]) &&
      place_at (self, self->home.start) < self->home.end)
    {
      g_autofree char *home = corpus_reading_dup (reading, self->home.start, self->home.end);

      g_string_append_printf (text, "%s\n", home);
    }
  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      gint64 start = word->start - 2;
      gpointer key;
      guint count;

      if (word->kind != CORPUS_LEXICON_PLACE_SUFFIX || word->end - word->start != 1 || start < 0 ||
          corpus_reading_match_any (reading, word->start, word->end, low_ranks) < 0 ||
          !is_rank_free (reading, word->end) ||
          makes_common_noun (reading->chars[word->start - 1]) ||
          makes_common_noun (reading->chars[start]) ||
          !corpus_char_is_han (reading->chars[start]) ||
          corpus_lexicon_match (self->lexicon,
                                CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD) |
                                    CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK),
                                reading->chars, start, word->start, NULL) > 0 ||
          corpus_mentions_before (self, word->end) != NULL)
        continue;
      /* The name begins after a place, a break or a mark. */
      if (corpus_mentions_before (self, start) == NULL &&
          corpus_mentions_reach_back (self, word->start, 3) != start)
        continue;
      key = GUINT_TO_POINTER ((reading->chars[start] & 0xffff) << 16 |
                              (reading->chars[start + 1] & 0xffff));
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
      if (count == 2)
        {
          g_autofree char *stem = corpus_reading_dup (reading, start, word->start);

          g_string_append_printf (text, "%s\n", stem);
        }
    }
  if (text->len == n_header)
    return;

  lexicon = corpus_lexicon_new ();
  if (!corpus_lexicon_add_text (lexicon, text->str, NULL))
    return;
  corpus_lexicon_close (lexicon);
  matches = corpus_lexicon_scan (lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_COUNTY),
                                 reading->chars, 0, reading->length);
  for (guint i = 0; i < matches->len; i++)
    {
      CorpusLexiconMatch *match = &g_array_index (matches, CorpusLexiconMatch, i);
      const CorpusMention *before = corpus_mentions_before (self, match->start);
      gint64 ranked = take_rank (reading, match->end);

      if (match->start < last_end)
        continue;
      corpus_mentions_add (self, match->start, ranked, CORPUS_MENTION_LOC,
                           ranked > match->end ? 0.8 : 0.65);
      if (ranked > match->end)
        corpus_mentions_add (self, match->start, match->end, CORPUS_MENTION_LOC, 0.6);
      if (before != NULL && before->label == CORPUS_MENTION_LOC)
        corpus_mentions_add (self, before->span.start, ranked, CORPUS_MENTION_LOC, 0.75);
      last_end = ranked;
    }
}

/* 中泰, 中美: two countries in one letter each, before a word about the two. */
static void
find_pairs (CorpusMentions *self)
{
  static const char *const followers[] = {
    "两国", "关系", "建交", "双方", "双边", "友好", "友谊", "合作", "贸易", "经贸", "命运", "人文", "领导人", "元首", "边境", "投资", "情谊", "交流", "战略", "班列", "传统", "全面",
    "外交", "两党", "高层", "人民", "青年", "文化", "自贸", "联合", "外长", "峰会", "论坛", "铁路", "之间", "携手", "同为", "都是", NULL
  };
  const CorpusReading *reading = self->reading;
  guint mask = CORPUS_LEXICON_MASK (CORPUS_LEXICON_COUNTRY_LETTER);

  for (gint64 at = 0; at + 2 < reading->length; at++)
    {
      if (reading->chars[at] != 0x4e2d && reading->chars[at + 1] != 0x4e2d)
        continue;
      if (corpus_lexicon_match (self->lexicon, mask, reading->chars, at, at + 1, NULL) < 0 ||
          corpus_lexicon_match (self->lexicon, mask, reading->chars, at + 1, at + 2, NULL) < 0 ||
          reading->chars[at] == reading->chars[at + 1])
        continue;
      if (corpus_reading_match_any (reading, at + 2, reading->length, followers) > 0)
        corpus_mentions_add (self, at, at + 2, CORPUS_MENTION_LOC, 0.85);
    }
}

/* 温州港, 青石县云雾镇, 东州图书馆: reaches back to a place, or to a break where the rest is short. */
static void
find_by_suffix (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      const CorpusMention *place;
      gint64 min, max, start;
      char *rest;

      if (word->kind != CORPUS_LEXICON_PLACE_SUFFIX || word->value == NULL)
        continue;
      min = g_ascii_strtoll (word->value, &rest, 10);
      max = g_ascii_strtoll (rest, NULL, 10);
      if (word->end - word->start == 1 && !is_rank_free (reading, word->end))
        continue;
      place = corpus_mentions_before (self, word->start);
      if (place != NULL && place->label == CORPUS_MENTION_LOC)
        {
          gboolean is_wharf =
              corpus_reading_match (reading, word->start, word->end, "码头") == word->end &&
              (reading->chars[word->start - 1] == 0x533a /* 区 */ ||
               reading->chars[word->start - 1] == 0x6e2f /* 港 */);
          gboolean is_rank =
              corpus_reading_match_any (reading, word->start, word->end, ranks) == word->end;

          /* The wharves of a port are no place of their own. */
          if (!is_rank && !is_wharf)
            corpus_mentions_add (self, place->span.start, word->end, CORPUS_MENTION_LOC, 0.85);
          continue;
        }
      start = corpus_mentions_reach_back (self, word->start, max);
      if (word->start - start < MAX (min, 2))
        continue;
      place = corpus_mentions_at (self, start);
      if (place != NULL && place->label == CORPUS_MENTION_LOC && place->span.end < word->start)
        {
          /* 杭州都市: between a place and a rank stands a name. */
          if (word->start - place->span.end < 2)
            continue;
          corpus_mentions_add (self, start, word->end, CORPUS_MENTION_LOC, 0.75);
          /* What follows the place may be a place alone: 青石县云雾镇 holds 云雾镇. */
          continue;
        }
      /* Without a place before it, only what a preposition or a mark of punctuation cuts off, and is short. */
      if (word->start - start <= MIN (max, 4) && start > 0 &&
          corpus_char_is_han (reading->chars[start]) &&
          corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                reading->chars, start, word->start, NULL) < start + 2)
        {
          static const char *const prepositions[] = { "在", "位于", "赴", "到", "从", "至",
                                                      "来到", "走进", "前往", "抵达", NULL };

          if (corpus_reading_match_any_before (reading, 0, start, prepositions) >= 0)
            corpus_mentions_add (self, start, word->end, CORPUS_MENTION_LOC, 0.55);
        }
    }
}

/* The words the lexicon knows must have been found. */
void
corpus_mentions_find_places (CorpusMentions *self)
{
  find_names (self);
  find_unknown (self);
  find_pairs (self);
  find_by_suffix (self);
}

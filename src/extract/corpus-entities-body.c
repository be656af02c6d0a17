/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Organisations: names of the lexicon, the place before and the department behind them; and what is known by its end:
 * firms, schools, offices, societies. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"

/* What stands before a common noun and makes it one: 一家公司, 该公司, 各银行. */
static const char *const common[] = { "一家", "这家", "该", "本", "某", "各",
                                      "多家", "几家", "两家", "全国", "全省", "全市",
                                      "全县", "全区", "我", "有", "新", "大",
                                      "小", "省内", "国内", "国外", NULL };

/* 中共, and a place, in front of a body: 中共东州市委, 浙江省经信厅. */
static gint64
extend_back (CorpusMentions *self,
             gint64 start)
{
  for (int i = 0; i < 3; i++)
    {
      const CorpusMention *before = corpus_mentions_before (self, start);
      gint64 party = corpus_reading_match_before (self->reading, 0, start, "中共");

      if (party >= 0)
        start = party;
      else if (before != NULL && before->span.start < start)
        start = before->span.start;
      else
        break;
    }
  return start;
}

/* 市经信局装备产业处: a department follows without a break. */
static gint64
extend_on (CorpusMentions *self,
           gint64 end)
{
  static const char *const departments[] = { "处", "科", "办公室", "中心", "室", "部", NULL };
  const CorpusReading *reading = self->reading;
  gint64 best = end;

  for (gint64 at = end;
       at < reading->length && at < end + 14 && corpus_char_is_han (reading->chars[at]); at++)
    {
      gint64 found =
          at >= end + 2 ? corpus_reading_match_any (reading, at, reading->length, departments) : -1;

      if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_POSITION),
                                reading->chars, at, reading->length, NULL) > 0)
        break;
      if (reading->chars[at] != 0x4e0e /* 与 */ && reading->chars[at] != 0x548c /* 和 */ &&
          corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK),
                                reading->chars, at, at + 3, NULL) > 0)
        break;
      /* 处于, 部署, 部分, 科技 are words of their own. */
      if (found > 0 &&
          corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                reading->chars, at, at + 2, NULL) < at + 2 &&
          reading->chars[found] != 0x7406 && reading->chars[found] != 0x5206 &&
          reading->chars[found] != 0x6280 && reading->chars[found] != 0x5b66 &&
          reading->chars[found] != 0x7f72 && reading->chars[found] != 0x4e8e)
        best = found;
    }
  return best;
}

static gboolean
is_rank_letter (gunichar c)
{
  return c == 0x7701 || c == 0x5e02 || c == 0x53bf || c == 0x533a || c == 0x5dde; /* 省市县区州 */
}

/* 部门, 局长, 所有; 干部, 西部: a suffix of one character is more often a part of another word. */
static gboolean
is_part_of_word (const CorpusReading *reading,
                 gint64 start,
                 gint64 end)
{
  static const char *const after[] = { "长", "员", "级", "门", "署", "分", "队", "件", "理",
                                       "于", "置", "罚", "在", "有", "以", "面", "势", "部",
                                       "限", "谓", "需", "属", "落", "位", "局", "处", NULL };
  static const char *const before[] = { "干", "内", "外", "全", "西", "东", "南", "北",
                                        "中", "各", "总", "俱乐", "好", "到", "之", "相",
                                        "独", "住", "场", "厕", "一", "两", "多", "何",
                                        "布", "大", "当", "级", NULL };

  return corpus_reading_match_any (reading, end, reading->length, after) > 0 ||
         corpus_reading_match_any_before (reading, 0, start, before) >= 0;
}

static void
find_names (CorpusMentions *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      gint64 start, end;

      if (word->kind != CORPUS_LEXICON_ORG)
        continue;
      /* 市委员会 and 省委员 are other words; 国会 stands in 全国会议. */
      if (word->end < self->reading->length &&
          (self->reading->chars[word->end] == 0x5458 ||
           (word->end - word->start == 2 && self->reading->chars[word->end] == 0x8bae)))
        continue;
      /* 农业农村部门. */
      if (self->reading->chars[word->end - 1] == 0x90e8 &&
          self->reading->chars[word->end] == 0x95e8 /* 门 */ &&
          is_part_of_word (self->reading, word->end - 1, word->end))
        continue;
      start = extend_back (self, word->start);
      end = extend_on (self, word->end);
      corpus_mentions_add (self, word->start, word->end, CORPUS_MENTION_ORG, 0.9);
      if (start < word->start)
        corpus_mentions_add (self, start, word->end, CORPUS_MENTION_ORG, 0.9);
      if (end > word->end)
        corpus_mentions_add (self, start, end, CORPUS_MENTION_ORG, 0.75);
    }
}

static void
find_by_suffix (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 last_end = -1;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      const CorpusMention *inner;
      gint64 start, stem, length;
      double confidence = 0;
      gboolean is_one;

      if (word->kind != CORPUS_LEXICON_ORG_SUFFIX || word->end == last_end)
        continue;
      is_one = word->end - word->start == 1;
      /* A name of the lexicon ends here: it is found already, with all that belongs to it. */
      inner = corpus_mentions_before (self, word->end);
      if (inner != NULL && inner->label == CORPUS_MENTION_ORG)
        continue;
      start = corpus_mentions_reach_back (
          self, word->start, word->value != NULL ? g_ascii_strtoll (word->value, NULL, 10) : 10);
      stem = start;
      {
        gint64 skipped = corpus_reading_match_any (reading, start, word->start, common);

        if (skipped > 0)
          continue;
      }
      length = word->start - stem;
      inner = corpus_mentions_at (self, stem);
      if (length < 2)
        continue;
      if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                reading->chars, word->start, word->start + 2,
                                NULL) == word->start + 2)
        continue;
      if (is_one && is_part_of_word (reading, word->start, word->end))
        continue;
      if (inner != NULL && inner->span.end <= word->start)
        confidence = is_one ? 0.75 : 0.85;
      else if (is_rank_letter (reading->chars[stem]) && length >= 2 && length <= 9)
        confidence = is_one ? 0.7 : 0.75;
      else if (!is_one && word->end - word->start >= 4)
        confidence = 0.85;
      else if (!is_one && length >= 2 && length <= 8 &&
               corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                     reading->chars, stem, word->start, NULL) < stem + 2)
        confidence = 0.55;
      if (confidence <= 0)
        continue;
      last_end = word->end;
      corpus_mentions_add (self, extend_back (self, stem), word->end, CORPUS_MENTION_ORG,
                           confidence);
    }
}

void
corpus_mentions_find_bodies (CorpusMentions *self)
{
  find_names (self);
  find_by_suffix (self);
}

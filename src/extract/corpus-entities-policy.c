/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Programmes, strategies, documents and standing formulas with a name.
 *
 * Most stand in quotation marks, and so do many things that are none. A quotation is taken for a name where it counts
 * (“双百行动”, “302X”), where a word for a programme completes it (“星火”计划), or where the article uses the same four
 * characters again. Documents stand in 《》. Without marks, the end alone tells (专项行动). */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"
#include "extract/corpus-quantity.h"
#include "text/corpus-numeral.h"
#include "text/corpus-width.h"

#define MAX_QUOTE 24

static gboolean
is_numeral (gunichar c)
{
  return corpus_char_is_digit (c) || corpus_numeral_digit (c) > 0 || c == 0x5341 || c == 0x767e ||
         c == 0x5343 || c == 0x4e07 || c == 0x53cc; /* 十百千万双 */
}

/* Where the word for a programme that completes a name ends, the last of several; @from where there is none. */
static gint64
complete (CorpusMentions *self,
          gint64 from)
{
  const CorpusReading *reading = self->reading;
  gint64 best = from;

  for (gint64 at = from;
       at < reading->length && at < from + 14 && corpus_char_is_han (reading->chars[at]); at++)
    {
      gint64 end =
          corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_POLICY_SUFFIX),
                                reading->chars, at, reading->length, NULL);
      gint64 stop = corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK),
                                          reading->chars, at, at + 3, NULL);

      if (end > 0)
        {
          best = end;
          at = end - 1;
        }
      /* Between the quotation and the end stands what the programme is about, not what is done with it. */
      else if (stop > 0 || corpus_mentions_at (self, at) != NULL)
        {
          break;
        }
    }
  return best;
}

static guint
count_again (const CorpusReading *reading,
             gint64 start,
             gint64 end)
{
  guint n = 0;
  gint64 limit = MIN (reading->length, start + 8000);

  for (gint64 at = MAX (start - 8000, 0); at + (end - start) <= limit && n < 3; at++)
    {
      gint64 i = 0;

      while (i < end - start && reading->chars[at + i] == reading->chars[start + i])
        i++;
      n += i == end - start;
    }
  return n;
}

/* Whether the numerals of a quotation measure: “免费停车两小时”, “修缮古桥23座”. 两个重点 counts without measuring. */
static gboolean
measures (const CorpusReading *reading,
          gint64 start,
          gint64 end)
{
  g_autoptr (GArray) quantities = corpus_quantity_scan_chars (reading->chars, start, end, NULL);

  for (guint i = 0; i < quantities->len; i++)
    {
      CorpusQuantity *quantity = corpus_quantity_at (quantities, i);

      if (quantity->unit != NULL &&
          (!quantity->is_chinese || g_strcmp0 (quantity->unit_sort, "measure") != 0))
        return TRUE;
    }
  return FALSE;
}

static void
judge_quote (CorpusMentions *self,
             gint64 open,
             gint64 close)
{
  static const char *const anniversaries[] = { "周年", "年", "岁", "点", "次", "天", "遍", NULL };
  static const char *const things[] = { "大事", "小事", "难题", "问题", "本账", "笔账",
                                        "招", "件事", "句话", "号", NULL };
  const CorpusReading *reading = self->reading;
  gint64 start = open + 1, length = close - start, end = close + 1, completed;
  gboolean has_numeral = FALSE, has_sign = FALSE, has_list = FALSE, is_counted = TRUE,
           part_counts = FALSE;
  double confidence = 0;

  if (length < 2 || length > MAX_QUOTE)
    return;
  for (gint64 i = start; i < close; i++)
    {
      gunichar c = reading->chars[i];

      if (corpus_char_is_sentence_end (c) || c == ',' || c == ';' || c == ':')
        return;
      has_numeral = has_numeral || is_numeral (c);
      has_sign = has_sign || c == '+';
      part_counts = part_counts || is_numeral (c);
      if (c == 0x3001)
        {
          has_list = TRUE;
          is_counted = is_counted && part_counts;
          part_counts = FALSE;
        }
    }
  /* 一条主线、两个重点: a list of which every part counts. */
  is_counted = is_counted && part_counts;
  completed = complete (self, end);
  /* 一进一出, 一增一减 are figures of speech. */
  if (length == 4 && reading->chars[start] == 0x4e00 && reading->chars[start + 2] == 0x4e00)
    has_numeral = FALSE;
  if (length <= 4 && corpus_reading_match_any_before (reading, start, close, anniversaries) >= 0)
    has_numeral = FALSE;
  /* 三件大事 are things to do. */
  if (corpus_reading_match_any_before (reading, start, close, things) >= 0)
    has_numeral = FALSE;
  if (has_numeral && !has_sign && completed == end && measures (reading, start, close))
    has_numeral = FALSE;
  /* 第一课, 一张网: one alone counts nothing. */
  if (reading->chars[start] == 0x7b2c ||
      (reading->chars[start] == 0x4e00 && !has_sign && length <= 3))
    has_numeral = FALSE;

  if (has_numeral && completed > end)
    confidence = 0.9;
  else if (has_numeral && (has_list ? is_counted : length <= 16))
    confidence = 0.75;
  else if (completed > end && completed - end <= 6)
    confidence = 0.7;
  else if (length == 4 && !has_list && count_again (reading, open, close + 1) > 1)
    confidence = 0.6;
  else if (has_sign)
    confidence = 0.6;
  else if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_POLICY),
                                 reading->chars, start, close, NULL) == close)
    confidence = 0.85;
  else
    for (gint64 i = start; i < close; i++)
      if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_POLICY_SUFFIX),
                                reading->chars, i, close, NULL) == close &&
          i >= start + 2)
        confidence = 0.65;
  if (confidence > 0)
    corpus_mentions_add (self, open, completed > end ? completed : end, CORPUS_MENTION_POLICY,
                         confidence);
}

static void
find_quoted (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 open = -1;

  for (gint64 at = 0; at < reading->length; at++)
    {
      /* ‘十五五’ inside a quotation; the mark is an apostrophe where no Han character follows. */
      if (reading->chars[at] == 0x201c ||
          (reading->chars[at] == 0x2018 && at + 1 < reading->length &&
           corpus_char_is_han (reading->chars[at + 1])))
        {
          open = at;
        }
      else if (reading->chars[at] == 0x201d ||
               (reading->chars[at] == 0x2019 && open >= 0 && reading->chars[open] == 0x2018))
        {
          if (open >= 0 && at - open <= MAX_QUOTE + 1)
            judge_quote (self, open, at);
          open = -1;
        }
    }
}

/* 《…实施办法》. */
static void
find_documents (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 open = -1;

  for (gint64 at = 0; at < reading->length; at++)
    {
      gint64 inner;

      if (reading->chars[at] == 0x300a)
        open = at;
      if (reading->chars[at] != 0x300b || open < 0)
        continue;
      inner = at;
      if (reading->chars[inner - 1] == ')')
        while (inner > open && reading->chars[inner] != '(')
          inner--;
      for (gint64 i = MAX (open + 1, inner - 6); i < inner; i++)
        if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_POLICY_SUFFIX),
                                  reading->chars, i, inner, NULL) == inner)
          {
            corpus_mentions_add (self, open, at + 1, CORPUS_MENTION_POLICY, 0.85);
            break;
          }
      open = -1;
    }
}

/* 印发关于加快…的若干意见: a document named without brackets. */
static void
find_about (CorpusMentions *self)
{
  static const char *const verbs[] = { "制定", "印发", "出台", "发布", "下发",
                                       "公布", "起草", "审议", "通过", "制定了",
                                       "印发了", "出台了", "发布了", NULL };
  static const char *const ends[] = { "工作指引", "指引", "实施意见", "若干意见",
                                      "指导意见", "意见", "实施办法", "办法",
                                      "方案", "通知", "决定", "若干措施",
                                      "措施", "规定", "条例", NULL };
  const CorpusReading *reading = self->reading;

  for (gint64 at = 2; at + 4 < reading->length; at++)
    {
      int depth = 0;

      if (reading->chars[at] != 0x5173 /* 关 */ || reading->chars[at + 1] != 0x4e8e /* 于 */ ||
          corpus_reading_match_any_before (reading, 0, at, verbs) < 0)
        continue;
      for (gint64 i = at + 4; i < reading->length && i < at + 60; i++)
        {
          gint64 end;

          if (reading->chars[i] == 0x201c)
            depth++;
          else if (reading->chars[i] == 0x201d)
            depth--;
          else if (depth == 0 && (reading->chars[i] == ',' || reading->chars[i] == '\n' ||
                                  corpus_char_is_sentence_end (reading->chars[i])))
            break;
          end = corpus_reading_match_any (reading, i, reading->length, ends);
          if (end > 0)
            {
              corpus_mentions_add (self, at, end, CORPUS_MENTION_POLICY, 0.75);
              break;
            }
        }
    }
}

/* 助企纾困专项行动, 平安江苏: without quotation marks. */
static void
find_bare (CorpusMentions *self)
{
  static const char *const strong[] = { "专项行动", "攻坚行动", "攻坚战", "行动计划",
                                        "行动方案", "三年行动", "民生实事", "发展战略",
                                        "发展规划", "保卫战", NULL };
  static const char *const epithets[] = { "平安", "法治", "数字", "美丽", "健康",
                                          "创新", "清廉", "文化", "善治", NULL };
  const CorpusReading *reading = self->reading;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);

      if (word->kind == CORPUS_LEXICON_POLICY)
        {
          gunichar before = word->start > 0 ? reading->chars[word->start - 1] : 0;
          gboolean is_quoted = (reading->chars[word->end] == 0x201d && before == 0x201c) ||
                               (reading->chars[word->end] == 0x2019 && before == 0x2018);

          if (!is_quoted)
            corpus_mentions_add (self, word->start, word->end, CORPUS_MENTION_POLICY, 0.7);
        }
    }
  for (gint64 at = 0; at < reading->length; at++)
    {
      gint64 end = corpus_reading_match_any (reading, at, reading->length, strong);
      const CorpusMention *place;

      if (end > 0)
        {
          gint64 start = corpus_mentions_reach_back (self, at, 12);

          if (at - start >= 2)
            corpus_mentions_add (self, start, end, CORPUS_MENTION_POLICY, 0.7);
          continue;
        }
      end = corpus_reading_match_any (reading, at, reading->length, epithets);
      if (end < 0 || end >= reading->length)
        continue;
      place = corpus_mentions_at (self, end);
      if (place != NULL && place->label == CORPUS_MENTION_LOC &&
          corpus_lexicon_match (self->lexicon,
                                CORPUS_LEXICON_MASK (CORPUS_LEXICON_PROVINCE) |
                                    CORPUS_LEXICON_MASK (CORPUS_LEXICON_CITY) |
                                    CORPUS_LEXICON_MASK (CORPUS_LEXICON_COUNTRY),
                                reading->chars, end, reading->length, NULL) == place->span.end)
        corpus_mentions_add (self, at, place->span.end, CORPUS_MENTION_POLICY, 0.7);
    }
}

void
corpus_mentions_find_policies (CorpusMentions *self)
{
  find_quoted (self);
  find_documents (self);
  find_about (self);
  find_bare (self);
}

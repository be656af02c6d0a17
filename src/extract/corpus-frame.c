/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which quantities are indicators, and what stands around them.
 *
 * A sentence of a newspaper says its figures in a fixed order: when, whose, what, how it changed, how much. So the slots
 * are read backwards from the figure inside its clause: comparator, change words, predicate, name, subject. What a
 * clause leaves out it takes from the clause before: the second figure of a sentence speaks of the same period, subject
 * and, where it is a growth rate, of the same name. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-frame-private.h"

#include <string.h>

#include "extract/corpus-lexicon.h"
#include "text/corpus-numeral.h"

/* How far a name or a subject reaches. */
#define MAX_NAME 18
#define MAX_SUBJECT 30

static gint64
match_lexicon (const CorpusFrameText *text,
               CorpusLexiconKind kind,
               gint64 at,
               gint64 end)
{
  return corpus_lexicon_match (corpus_lexicon_get (), CORPUS_LEXICON_MASK (kind),
                               text->reading->chars, at, end, NULL);
}

/* The longest word of a section that ends before @at, from @limit on; -1: none. */
static gint64
match_before (const CorpusFrameText *text,
              CorpusLexiconKind kind,
              gint64 limit,
              gint64 at,
              const char **value)
{
  for (gint64 begin = MAX (limit, at - 10); begin < at; begin++)
    {
      CorpusLexiconMatch found;

      if (corpus_lexicon_match (corpus_lexicon_get (), CORPUS_LEXICON_MASK (kind),
                                text->reading->chars, begin, at, &found) == at)
        {
          if (value != NULL)
            *value = found.value;
          return begin;
        }
    }
  return -1;
}

static gboolean
is_clause_mark (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == '\n' || corpus_char_is_sentence_end (c);
}

static CorpusSpan
clause_of (const CorpusFrameText *text,
           gint64 at,
           CorpusSpan sentence)
{
  CorpusSpan clause = { at, at };

  while (clause.start > sentence.start && !is_clause_mark (text->reading->chars[clause.start - 1]))
    clause.start--;
  while (clause.end < sentence.end && !is_clause_mark (text->reading->chars[clause.end]))
    clause.end++;
  return clause;
}

/**
 * corpus_frame_is_indicator:
 * @text: a text
 * @quantity: a quantity of it
 * @sentence: its sentence
 *
 * Returns: whether a statistician would record the quantity
 */
gboolean
corpus_frame_is_indicator (const CorpusFrameText *text,
                           const CorpusQuantity *quantity,
                           CorpusSpan sentence)
{
  const CorpusReading *reading = text->reading;
  const char *sort = quantity->unit_sort;
  gunichar after = reading->chars[quantity->value.end];
  gint64 number_length = quantity->number_span.end - quantity->number_span.start;
  gboolean has_scale = quantity->number_span.end > quantity->number_span.start &&
                       (reading->chars[quantity->number_span.end - 1] == 0x4e07 ||
                        reading->chars[quantity->number_span.end - 1] == 0x4ebf);
  gint64 limit = MAX (sentence.start, quantity->value.start - 14);

  if (after == '+')
    return FALSE;
  if (quantity->unit == NULL)
    {
      /* A bare number in 万 or 亿 after a name: 参观人数突破5200万. */
      return has_scale && match_before (text, CORPUS_LEXICON_NAME_HEAD, limit,
                                        corpus_span_is_empty (quantity->comparator) ||
                                                quantity->comparator.start > quantity->value.start
                                            ? quantity->value.start
                                            : quantity->comparator.start,
                                        NULL) >= 0;
    }
  /* 六点举措, 三件大事, 两国: counts in Chinese numerals are figures of speech, unless they measure. */
  if (quantity->is_chinese && !has_scale && g_strcmp0 (sort, "share") != 0 &&
      g_strcmp0 (sort, "ratio") != 0 && g_strcmp0 (sort, "money") != 0 &&
      g_strcmp0 (sort, "point") != 0)
    return FALSE;
  if (g_strcmp0 (sort, "age") == 0)
    return FALSE;
  /* A duration is a figure where it changed: 缩短2.5小时, 提前4天. */
  if (g_strcmp0 (sort, "duration") == 0 || g_strcmp0 (sort, "time") == 0)
    {
      static const char *const verbs[] = { "缩短", "延长", "压缩", "提前", "减少",
                                           "增加", "降至", "缩短至", "缩短到", "压缩到",
                                           "压缩至", "by ", "不超过", "以内", NULL };

      for (gint64 at = limit; at < quantity->value.start; at++)
        if (corpus_reading_match_any (reading, at, quantity->value.start, verbs) > 0)
          return TRUE;
      return FALSE;
    }
  /* 1号, 5G, 3D: letters behind a bare number are its name. */
  if (number_length == 1 && corpus_char_is_latin (after) &&
      corpus_char_is_han (reading->chars[quantity->value.end - 1]) == FALSE &&
      g_strcmp0 (sort, "other") == 0)
    return FALSE;
  return TRUE;
}

/* Whether nothing but a mark and change words stand between a figure and the one before: …88.4万标准箱,同比增长9.7%. */
static gboolean
is_growth_of (const CorpusFrameText *text,
              const CorpusFrame *frame,
              const CorpusFrame *previous)
{
  return frame->kind == CORPUS_KIND_CHANGE && !corpus_span_is_empty (frame->basis) &&
         previous->value.end < frame->basis.start &&
         frame->basis.start - MAX (previous->value.end, previous->quantity->comparator.end) <= 2;
}

/* 占全市的81.3%: what the share is a share of, from 占 to the figure. Returns where 占 stands, -1 where it does not. */
static gint64
read_share (const CorpusFrameText *text,
            CorpusFrame *frame,
            gint64 start,
            gint64 at)
{
  const gunichar *chars = text->reading->chars;

  if (g_strcmp0 (frame->quantity->unit_sort, "share") != 0)
    return -1;
  for (gint64 i = at - 1; i >= start && i > at - 14; i--)
    {
      CorpusSpan base = { i + 1, at };

      if (chars[i] != 0x5360 /* 占 */)
        continue;
      if (chars[i + 1] == 0x6bd4 /* 比 */ || corpus_reading_find (text->reading, i, at, "比重") >= 0)
        return -1;
      if (base.end > base.start && chars[base.end - 1] == 0x7684)
        base.end--;
      frame->kind = CORPUS_KIND_SHARE;
      frame->base = base;
      return i;
    }
  return -1;
}

/* Whether a figure continues a list with the one before: 38.2%、27.5%和19.4%. */
static gboolean
continues_list (const CorpusFrameText *text,
                const CorpusFrame *frame,
                const CorpusFrame *previous)
{
  static const char *const marks[] = { "、", "和", "与", "及", ",", NULL };
  gint64 end;

  if (g_strcmp0 (frame->quantity->unit, previous->quantity->unit) != 0 ||
      corpus_span_is_empty (previous->basis))
    return FALSE;
  end = corpus_reading_match_any (text->reading, previous->value.end, frame->value.start, marks);
  return end == frame->value.start;
}

/* Gives the figures of a list, first to last of @frames, the names they are told of one by one: 甲、乙产量分别增长1%和2%,
 * or, where two levels stand before, 游客1万人次,收入2亿元,分别增长3%和4%. */
static void
share_out (const CorpusFrameText *text,
           GArray *frames,
           guint first,
           guint n)
{
  CorpusFrame *leader = &g_array_index (frames, CorpusFrame, first);
  CorpusSpan items[16];
  guint n_items = 0;
  gint64 end = leader->basis.start, head;

  if (corpus_reading_find (text->reading, leader->basis.start, leader->basis.end, "分别") < 0 ||
      n > G_N_ELEMENTS (items))
    return;
  if (first >= n && is_growth_of (text, leader, leader - 1))
    {
      for (guint i = 0; i < n; i++)
        {
          CorpusFrame *frame = &g_array_index (frames, CorpusFrame, first + i),
                      *level = &g_array_index (frames, CorpusFrame, first + i - n);

          frame->of = (gint64) (first + i - n);
          frame->name = level->name;
          frame->subject = level->subject;
        }
      return;
    }
  /* The items stand before the change words, from the last to the first. */
  head = match_before (text, CORPUS_LEXICON_NAME_HEAD, MAX (end - 10, 0), end, NULL);
  for (gint64 at = end; n_items < n && at > 0;)
    {
      gint64 begin = at;

      while (begin > 0 && at - begin < MAX_NAME &&
             (corpus_char_is_han (text->reading->chars[begin - 1]) ||
              corpus_char_is_latin (text->reading->chars[begin - 1])) &&
             text->reading->chars[begin - 1] != 0x548c /* 和 */ &&
             text->reading->chars[begin - 1] != 0x4e0e /* 与 */ &&
             text->reading->chars[begin - 1] != 0x4e2d /* 中 */)
        begin--;
      if (begin == at)
        return;
      items[n_items++] = (CorpusSpan){ begin, at };
      at = begin - 1;
      if (n_items < n && text->reading->chars[at] != 0x3001 && text->reading->chars[at] != 0x548c &&
          text->reading->chars[at] != 0x4e0e)
        return;
    }
  for (guint i = 0; i < n; i++)
    {
      CorpusFrame *frame = &g_array_index (frames, CorpusFrame, first + i);
      CorpusSpan item = items[n - 1 - i];

      if (head > 0)
        {
          frame->name = (CorpusSpan){ head, end };
          if (item.end == end)
            item.end = head;
          frame->subject = item;
        }
      else
        {
          frame->name = item;
        }
    }
}

/* What stands between a name and its figure without being a part of either. */
static gint64
skip_predicates (const CorpusFrameText *text,
                 gint64 start,
                 gint64 at)
{
  static const char *const predicates[] = {
    "已经达到", "累计达到", "累计达", "达到了", "已达到", "将达到", "力争达到", "要达到", "预计达到", "达到", "多达", "已达", "总计", "合计", "共计", "累计", "分别达到", "分别为", "分别达", "平均为",
    "平均", "将达", "约为", "均为", "仅为", "稳定在", "保持在", "维持在", "控制在", "提高到", "提升到", "增加到", "增长到", "扩大到", "下降到", "降低到", "减少到", "缩短到", "压缩到", "延长到",
    "上升到", "升至", "降至", "增至", "减至", "提高至", "提升至", "缩短至", "缩短", "至", "到", "为", "达", "是", "有", "了", "已", "将", "近", "约", "超", "共", "仅", "由", "从", "最高", NULL
  };
  gint64 before;

  while (at > start &&
         (before = corpus_reading_match_any_before (text->reading, start, at, predicates)) >= 0)
    at = before;
  return at;
}

/* How far a noun phrase reaches back: to a break, a place or punctuation; quotations and brackets that close are kept. */
static gint64
reach_back (const CorpusFrameText *text,
            gint64 start,
            gint64 at,
            gint64 max)
{
  const gunichar *chars = text->reading->chars;
  gint64 from = at;

  while (at > start && from - at < max)
    {
      gunichar c = chars[at - 1];

      if (c == 0x201d || c == ')' || c == 0x300b)
        {
          gunichar open = c == ')' ? '(' : c == 0x201d ? 0x201c
                                                       : 0x300a;
          gint64 i = at - 2;

          while (i >= start && chars[i] != open)
            i--;
          if (i < start)
            break;
          at = i;
          continue;
        }
      if (!corpus_char_is_han (c) && !corpus_char_is_latin (c) && !corpus_char_is_digit (c) &&
          c != '+' && c != '-')
        break;
      if (match_before (text, CORPUS_LEXICON_BREAK, MAX (start, at - 3), at, NULL) >= 0)
        break;
      at--;
    }
  return at;
}

/* The noun phrase that follows a figure: 5个国家级园区, 60%的运输成本. */
static CorpusSpan
read_following (const CorpusFrameText *text,
                const CorpusQuantity *quantity,
                CorpusSpan clause)
{
  static const char *const verbs[] = { "快速", "左右", "以上", "以下", "以内",
                                       "负责人", "实现", "参加", "参与", "进入",
                                       "开展", "获得", "均", "都", NULL };
  /* These count what they are: 11市, 20艘次. */
  static const char *const wholes[] = { "市", "县", "区", "省", "国", "镇", "乡",
                                        "村", "街道", "社区", "校", "人次", "艘次", "架次",
                                        "班次", "车次", "户次", "台次", "场次", "批次", NULL };
  const CorpusReading *reading = text->reading;
  gint64 at = quantity->value.end, end;
  gboolean is_share = g_strcmp0 (quantity->unit_sort, "share") == 0;

  if (reading->chars[at] == 0x591a || reading->chars[at] == 0x4f59)
    at++;
  /* 30个以上标杆场景. */
  if (match_lexicon (text, CORPUS_LEXICON_AFTER, at, clause.end) > at + 1)
    at = match_lexicon (text, CORPUS_LEXICON_AFTER, at, clause.end);
  if (reading->chars[at] == 0x7684 /* 的 */)
    at++;
  else if (is_share || g_strcmp0 (quantity->unit_sort, "measure") != 0 ||
           corpus_reading_match_any (reading, quantity->unit_span.start, quantity->unit_span.end,
                                     wholes) > 0)
    return (CorpusSpan){ at, at };
  for (end = at; end < clause.end && end < at + MAX_NAME; end++)
    {
      gunichar c = reading->chars[end];

      if (c == '(' && end > at)
        {
          gint64 close = corpus_reading_find (reading, end, MIN (clause.end, end + 8), ")");

          if (close > 0)
            {
              end = close;
              continue;
            }
        }
      if (!corpus_char_is_han (c) && !corpus_char_is_latin (c) && !corpus_char_is_digit (c) &&
          c != 0x201c && c != 0x201d)
        break;
      if (end > at && (c == 0x548c /* 和 */ || c == 0x4e0e /* 与 */ || c == 0x53ca /* 及 */ ||
                       c == 0x7b49 /* 等 */ || c == 0x5728 /* 在 */ || c == 0x7684 /* 的 */))
        break;
      if (end > at && (corpus_reading_match_any (reading, end, clause.end, verbs) > 0 ||
                       match_lexicon (text, CORPUS_LEXICON_BREAK, end, end + 3) > end + 1 ||
                       match_lexicon (text, CORPUS_LEXICON_SPEECH, end, end + 3) > end + 1))
        break;
      /* 乡镇负责人 says who, not what. */
      if (end > at && match_lexicon (text, CORPUS_LEXICON_POSITION, end, end + 4) > end)
        break;
    }
  while (end > at && (reading->chars[end - 1] == 0x201c || reading->chars[end - 1] == 0x7684))
    end--;
  return (CorpusSpan){ at, end };
}

/* Change words in front of a figure: 同比增长, 新增. */
static gint64
read_basis (const CorpusFrameText *text,
            CorpusFrame *frame,
            gint64 start,
            gint64 at)
{
  const char *value = NULL;
  gint64 begin = match_before (text, CORPUS_LEXICON_BASIS, start, at, &value);
  gint64 bare;

  if (begin < 0)
    {
      bare = skip_predicates (text, start, at);
      if (bare < at)
        begin = match_before (text, CORPUS_LEXICON_BASIS, start, bare, &value);
      if (begin < 0)
        return at;
      at = bare;
    }
  {
    g_auto (GStrv) parts = g_strsplit (value, " ", 3);

    corpus_direction_from_string (parts[0], &frame->direction);
    corpus_basis_from_string (parts[1], &frame->basis_norm);
    if (g_str_equal (parts[2], "change"))
      frame->kind = CORPUS_KIND_CHANGE;
    else if (g_strcmp0 (frame->quantity->unit_sort, "share") == 0)
      frame->kind = CORPUS_KIND_SHARE;
    if (g_str_equal (parts[2], "change"))
      frame->basis = (CorpusSpan){ begin, at };
    /* 同比 may stand before the name: 同比下降0.2个百分点, 同比,… */
    return g_str_equal (parts[2], "change") ? begin : at;
  }
}

/* up 8.4 percent from a year earlier; a drop of 34 percent; prices fell by 12 to 15 percent. */
static void
read_english_change (const CorpusFrameText *text,
                     CorpusFrame *frame,
                     CorpusSpan sentence)
{
  static const struct
  {
    const char *word;
    CorpusDirection direction;
  } changes[] = {
    { "up ", CORPUS_DIRECTION_UP },
    { "rose ", CORPUS_DIRECTION_UP },
    { "grew ", CORPUS_DIRECTION_UP },
    { "gained ", CORPUS_DIRECTION_UP },
    { "climbed ", CORPUS_DIRECTION_UP },
    { "jumped ", CORPUS_DIRECTION_UP },
    { "increased ", CORPUS_DIRECTION_UP },
    { "an increase of ", CORPUS_DIRECTION_UP },
    { "a rise of ", CORPUS_DIRECTION_UP },
    { "down ", CORPUS_DIRECTION_DOWN },
    { "fell ", CORPUS_DIRECTION_DOWN },
    { "dropped ", CORPUS_DIRECTION_DOWN },
    { "slipped ", CORPUS_DIRECTION_DOWN },
    { "declined ", CORPUS_DIRECTION_DOWN },
    { "decreased ", CORPUS_DIRECTION_DOWN },
    { "a drop of ", CORPUS_DIRECTION_DOWN },
    { "a fall of ", CORPUS_DIRECTION_DOWN },
  };
  static const char *const yearly[] = { " from a year earlier", " from the year before",
                                        " year on year", " year-on-year",
                                        " over the year", NULL };
  gint64 at = frame->value.start;
  gint64 by;

  if (!corpus_span_is_empty (frame->quantity->comparator) && frame->quantity->comparator.end <= at)
    at = frame->quantity->comparator.start;
  by = corpus_reading_match_before (text->reading, sentence.start, at, "by ");
  if (by >= 0)
    at = by;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gint64 begin =
          corpus_reading_match_before (text->reading, sentence.start, at, changes[i].word);

      if (begin < 0 || (begin > 0 && corpus_char_is_latin (text->reading->chars[begin - 1])))
        continue;
      /* put up 55 percent is no change: alone these two stand behind a comma. */
      if (strlen (changes[i].word) <= 5 && strchr ("ud", changes[i].word[0]) != NULL &&
          begin >= 2 && text->reading->chars[begin - 2] != ',')
        continue;
      frame->basis = (CorpusSpan){ begin, at - 1 };
      frame->direction = changes[i].direction;
      frame->kind = CORPUS_KIND_CHANGE;
      if (corpus_reading_match_any (text->reading, frame->value.end, sentence.end, yearly) > 0)
        frame->basis_norm = CORPUS_BASIS_YOY;
      return;
    }
}

static void
read_name (const CorpusFrameText *text,
           CorpusFrame *frame,
           gint64 start,
           gint64 at)
{
  gint64 begin, head;

  at = skip_predicates (text, start, at);
  if (at <= start || text->reading->chars[at - 1] == ',')
    return;
  head = match_before (text, CORPUS_LEXICON_NAME_HEAD, start, at, NULL);
  begin = reach_back (text, start, head >= 0 ? head : at, MAX_SUBJECT);
  if (begin >= at)
    return;
  if (head < 0)
    {
      /* No word that names a figure: the phrase is the name where it is short. */
      if (at - begin <= 10 && at - begin >= 3)
        frame->name = (CorpusSpan){ begin, at };
      return;
    }
  /* 全市机动车保有量: the whole of a place, and what is counted there. */
  if (text->reading->chars[begin] == 0x5168 /* 全 */ && head - begin >= 2 && head - begin <= 8 &&
      at - head < 4)
    {
      frame->subject = (CorpusSpan){ begin, begin + 2 };
      frame->name = (CorpusSpan){ begin + 2, at };
      return;
    }
  /* What stands before the head belongs to the name where it is short, and to the subject else. */
  if ((head - begin <= 4 || at - head == 1 || at - begin <= 9) &&
      text->reading->chars[begin] != 0x201c && !text->places[begin] &&
      text->reading->chars[begin] != 0x5168 /* 全 */)
    {
      frame->name = (CorpusSpan){ begin, at };
    }
  else
    {
      frame->name = (CorpusSpan){ head, at };
      frame->subject = (CorpusSpan){ begin, head };
    }
}

/* The subject stands before the verb that the name follows: 北港累计完成. */
static void
read_subject (const CorpusFrameText *text,
              CorpusFrame *frame,
              CorpusSpan clause)
{
  static const char *const verbs[] = {
    "累计完成", "共完成", "完成", "实现", "累计实现", "达到", "拥有", "共有", "已有", "现有", "累计", "新增", "建成", "培育", "接待", "生产", "销售", "出口", "进口", "为", "投入", "筹集", "发放", "安排", "签约", "获得", NULL
  };
  gint64 at = !corpus_span_is_empty (frame->name) && frame->name.start < frame->value.start
                  ? frame->name.start
              : !corpus_span_is_empty (frame->basis) ? frame->basis.start
                                                     : frame->value.start;
  gint64 before, begin;

  if (!corpus_span_is_empty (frame->subject))
    return;
  while ((before = corpus_reading_match_any_before (text->reading, clause.start, at, verbs)) >= 0)
    at = before;
  if (at > clause.start && text->reading->chars[at - 1] == 0x7684)
    at--;
  begin = reach_back (text, clause.start, at, MAX_SUBJECT);
  if (at - begin >= 2 && at < frame->value.start)
    frame->subject = (CorpusSpan){ begin, at };
}

/**
 * corpus_frame_fill:
 * @text: a text
 * @frames: (element-type CorpusFrame): frames whose quantities and values are set
 * @first: the first frame of a sentence; its others follow
 * @sentence: the sentence
 *
 * Fills the slots of the frames of a sentence.
 */
void
corpus_frame_fill (const CorpusFrameText *text,
                   GArray *frames,
                   guint first,
                   CorpusSpan sentence)
{
  guint n_listed = 0;

  for (guint i = first; i < frames->len; i++)
    {
      CorpusFrame *frame = &g_array_index (frames, CorpusFrame, i),
                  *previous = i > first ? frame - 1 : NULL;
      CorpusSpan clause = clause_of (text, frame->value.start, sentence), following;
      gint64 start = clause.start, at = frame->value.start, share;

      frame->of = -1;
      frame->kind = frame->quantity->kind;
      frame->confidence = 0.6;
      if (previous != NULL && previous->value.end > start && previous->value.end <= at)
        start = previous->value.end;
      if (!corpus_span_is_empty (frame->quantity->comparator) &&
          frame->quantity->comparator.end <= at)
        at = frame->quantity->comparator.start;
      at = MAX (at, start);
      if (previous != NULL && continues_list (text, frame, previous))
        {
          frame->kind = previous->kind;
          frame->direction = previous->direction;
          frame->basis_norm = previous->basis_norm;
          frame->basis = previous->basis;
          frame->name = previous->name;
          frame->subject = previous->subject;
          frame->period = previous->period;
          frame->calendar = previous->calendar;
          frame->period_role = previous->period_role;
          frame->status = previous->status;
          frame->of = previous->of;
          frame->confidence = previous->confidence;
          n_listed++;
          if (i + 1 == frames->len)
            share_out (text, frames, i - n_listed, n_listed + 1);
          continue;
        }
      if (n_listed > 0)
        share_out (text, frames, i - 1 - n_listed, n_listed + 1);
      n_listed = 0;
      share = read_share (text, frame, start, at);
      at = share >= 0 ? share : read_basis (text, frame, start, at);
      if (corpus_span_is_empty (frame->basis) && share < 0)
        read_english_change (text, frame, sentence);
      following = read_following (text, frame->quantity, clause);
      corpus_frame_read_period (text, frame, sentence);
      if (!corpus_span_is_empty (following))
        frame->name = following;
      else if (frame->value.end > frame->quantity->value.end ||
               g_strcmp0 (frame->quantity->unit_text, "人口") == 0)
        frame->name = frame->quantity->unit_span;
      else
        read_name (text, frame, start, at);
      /* A date is when, not what. */
      if (!corpus_span_is_empty (frame->name) && !corpus_span_is_empty (frame->period) &&
          frame->name.start < frame->period.end && frame->period.start < frame->name.end)
        {
          frame->name.start = MIN (frame->period.end, frame->name.end);
          if (frame->name.end - frame->name.start < 2)
            frame->name = (CorpusSpan){ 0, 0 };
        }
      if (corpus_span_is_empty (frame->subject) && share < 0)
        read_subject (text, frame, (CorpusSpan){ start, clause.end });
      if (!corpus_span_is_empty (frame->subject) && !corpus_span_is_empty (frame->period) &&
          frame->subject.start < frame->period.end && frame->period.start < frame->subject.end)
        frame->subject = frame->period.end + 2 <= frame->subject.end
                             ? (CorpusSpan){ frame->period.end, frame->subject.end }
                             : (CorpusSpan){ 0, 0 };
      if (previous != NULL)
        {
          if (is_growth_of (text, frame, previous) && corpus_span_is_empty (frame->name))
            {
              frame->of = (gint64) i - 1;
              frame->name = previous->name;
              frame->subject = previous->subject;
            }
          /* 915.4亿元,占全市的81.3%. */
          if (share >= 0 && corpus_span_is_empty (frame->name) && share - previous->value.end <= 2)
            {
              frame->of = (gint64) i - 1;
              frame->name = previous->name;
            }
          if (corpus_span_is_empty (frame->subject))
            frame->subject = previous->subject;
          if (corpus_span_is_empty (frame->period))
            {
              frame->period = previous->period;
              frame->calendar = previous->calendar;
              frame->period_role = previous->period_role;
            }
        }
      corpus_frame_read_status (text, frame, sentence);
      if (!corpus_span_is_empty (frame->name))
        frame->confidence += 0.2;
      if (!corpus_span_is_empty (frame->subject) || frame->of >= 0)
        frame->confidence += 0.1;
    }
}

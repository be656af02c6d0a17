/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a figure is told of, and whether it is so already. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-frame-private.h"

/* When the figure is told of: a word such as 每年, or the last date of the sentence before it. */
void
corpus_frame_read_period (const CorpusFrameText *text,
                          CorpusFrame *frame,
                          CorpusSpan sentence)
{
  static const struct
  {
    const char *word;
    CorpusPeriodRole role;
  } roles[] = {
    { "截至", CORPUS_PERIOD_AS_OF },
    { "截止", CORPUS_PERIOD_AS_OF },
    { "到", CORPUS_PERIOD_BY },
    { "至", CORPUS_PERIOD_BY },
    { "自", CORPUS_PERIOD_SINCE },
    { "by ", CORPUS_PERIOD_BY },
    { "since ", CORPUS_PERIOD_SINCE },
    { "By ", CORPUS_PERIOD_BY },
    { "Since ", CORPUS_PERIOD_SINCE },
    { "in ", CORPUS_PERIOD_DURING },
  };
  static const char *const per[] = { "每年", "每月", "每天", "每日", "每周",
                                     "每小时", "a year", "each year", NULL };
  static const char *const per_iso[] = { "P1Y", "P1M", "P1D", "P1D", "P1W", "PT1H", "P1Y", "P1Y" };
  CorpusCalendar *best = NULL;
  guint low = 0, high = text->calendars->len;

  for (gint64 at = frame->value.start; at >= sentence.start && at > frame->value.start - 40; at--)
    for (guint i = 0; per[i] != NULL; i++)
      if (corpus_reading_match (text->reading, at, frame->value.start, per[i]) > 0)
        {
          frame->period = (CorpusSpan){ at, at + g_utf8_strlen (per[i], -1) };
          frame->period_role = CORPUS_PERIOD_PER;
          g_strlcpy (frame->calendar.iso, per_iso[i], sizeof frame->calendar.iso);
          return;
        }
  /* The last date of the sentence before the figure. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (text->calendars, CorpusCalendar, middle).end <= frame->value.start)
        low = middle + 1;
      else
        high = middle;
    }
  while (low > 0 && best == NULL)
    {
      CorpusCalendar *calendar = &g_array_index (text->calendars, CorpusCalendar, --low);

      if (calendar->start < sentence.start)
        break;
      /* 比去年, 较2020年 name what it is compared with. */
      if (calendar->start > sentence.start &&
          (text->reading->chars[calendar->start - 1] == 0x6bd4 ||
           text->reading->chars[calendar->start - 1] == 0x8f83))
        {
          if (corpus_span_is_empty (frame->base) && frame->value.start - calendar->end < 8)
            frame->base = (CorpusSpan){ calendar->start, calendar->end };
          continue;
        }
      best = calendar;
    }
  if (best == NULL)
    return;
  frame->calendar = *best;
  frame->period = (CorpusSpan){ best->start, best->end };
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 begin =
          corpus_reading_match_before (text->reading, sentence.start, best->start, roles[i].word);

      if (begin >= 0)
        {
          frame->period_role = roles[i].role;
          if (roles[i].role != CORPUS_PERIOD_DURING)
            frame->period.start = begin;
          break;
        }
    }
}

/* 年度计划 and 占计划的 speak of a plan; 计划招生, 计划于十月 plan. */
static gboolean
is_plan (const CorpusFrameText *text,
         gint64 at,
         gint64 end)
{
  static const char *const nouns[] = { "年度", "占", "全年", "目标", "行动", "五年", NULL };

  return corpus_reading_match (text->reading, at, end, "计划") > 0 &&
         corpus_reading_match (text->reading, at, end, "计划的") < 0 &&
         corpus_reading_match (text->reading, at, end, "计划投资") < 0 &&
         corpus_reading_match_any_before (text->reading, 0, at, nouns) < 0;
}

/* Whether the figure is so, is planned or is expected. */
void
corpus_frame_read_status (const CorpusFrameText *text,
                          CorpusFrame *frame,
                          CorpusSpan sentence)
{
  static const char *const forecasts[] = { "预计", "预测", "有望", "预期",
                                           "expected to", "forecast", "expects to", NULL };
  static const char *const targets[] = {
    "力争", "目标", "确保", "提出到", "规划", "要达到", "拟", "将达", "将实现",
    "将新", "将突破", "将超", "将建", "将完成", "将培育", "将增", "要新", "要建",
    "要实现", "力求", "争取", "plans to", "aims to", "will ", "target", "再降", NULL
  };

  for (gint64 at = frame->value.start - 1; at >= sentence.start && at > frame->value.start - 60;
       at--)
    {
      if (text->reading->chars[at] == ';')
        break;
      if (corpus_reading_match_any (text->reading, at, frame->value.start, forecasts) > 0)
        {
          frame->status = CORPUS_STATUS_FORECAST;
          return;
        }
      if (corpus_reading_match_any (text->reading, at, frame->value.start, targets) > 0 ||
          is_plan (text, at, frame->value.start))
        {
          frame->status = CORPUS_STATUS_TARGET;
          return;
        }
    }
  /* By a year to come. */
  if (frame->period_role == CORPUS_PERIOD_BY && !corpus_span_is_empty (frame->period))
    frame->status = CORPUS_STATUS_TARGET;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar expressions in Chinese: 2028年, 3月17日下午, 今年上半年, 上个月, 3天前, 1至2月, 去年底.
 *
 * The grammar is a year part, a part of a year, a day and a part of a day, each optional but in this order; what
 * counts from the day of printing needs that day, and without one yields no ISO form. A date without a year is of the
 * year of printing, except across New Year. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-calendar-private.h"

#include <stdio.h>
#include <string.h>

#include "text/corpus-literal.h"
#include "text/corpus-numeral.h"

/**
 * corpus_calendar_read_iso:
 * @iso: (nullable): a date as `YYYY-MM-DD`
 * @date: (out caller-allocates): the date
 *
 * Returns: whether @iso is a date
 */
gboolean
corpus_calendar_read_iso (const char *iso,
                          GDate *date)
{
  int year, month, day, n_read = 0;

  g_date_clear (date, 1);
  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d%n", &year, &month, &day, &n_read) != 3 ||
      iso[n_read] != '\0' || year < 1 || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* The year of a month that is printed without one: that of the paper, but a paper of January speaks of last December,
 * and one of December of next January. */
int
corpus_calendar_year_of (int month,
                         const GDate *today)
{
  int year, this_month;

  if (today == NULL || !g_date_valid (today))
    return 0;
  year = g_date_get_year (today);
  this_month = g_date_get_month (today);
  if (this_month <= 2 && month >= 11)
    return year - 1;
  if (this_month == 12 && month == 1)
    return year + 1;
  return year;
}

static void
write_day (char out[11],
           int year,
           int month,
           int day)
{
  g_snprintf (out, 11, "%04u-%02u-%02u", (guint) year % 10000u, (guint) month % 100u,
              (guint) day % 100u);
}

/* Makes a calendar one day. */
void
corpus_calendar_set_day (CorpusCalendar *self,
                         const GDate *day)
{
  corpus_calendar_set_days (self, g_date_get_year (day), g_date_get_month (day),
                            g_date_get_day (day), g_date_get_day (day));
}

/* Days of one month; a year of 0 is not known, a day that does not exist leaves no ISO form. */
void
corpus_calendar_set_days (CorpusCalendar *self,
                          int year,
                          int month,
                          int first_day,
                          int last_day)
{
  if (year <= 0 || !g_date_valid_dmy ((GDateDay) first_day, (GDateMonth) month, (GDateYear) year) ||
      !g_date_valid_dmy ((GDateDay) last_day, (GDateMonth) month, (GDateYear) year) ||
      last_day < first_day)
    return;
  write_day (self->first, year, month, first_day);
  write_day (self->last, year, month, last_day);
  if (first_day == last_day)
    g_strlcpy (self->iso, self->first, sizeof self->iso);
  else
    g_snprintf (self->iso, sizeof self->iso, "%s/%s", self->first, self->last);
}

/* Whole months of one year, written as a month, a quarter, a half or an interval. */
void
corpus_calendar_set_months (CorpusCalendar *self,
                            int year,
                            int first_month,
                            int last_month)
{
  guint y = (guint) year % 10000u, a = (guint) first_month % 100u, b = (guint) last_month % 100u;

  if (year <= 0 || first_month < 1 || last_month > 12 || first_month > last_month)
    return;
  write_day (self->first, year, first_month, 1);
  write_day (self->last, year, last_month,
             g_date_get_days_in_month ((GDateMonth) last_month, (GDateYear) year));
  if (first_month == last_month)
    g_snprintf (self->iso, sizeof self->iso, "%04u-%02u", y, a);
  else if (last_month - first_month == 2 && first_month % 3 == 1)
    g_snprintf (self->iso, sizeof self->iso, "%04u-Q%u", y, (a + 2) / 3);
  else if (last_month - first_month == 5 && first_month % 6 == 1)
    g_snprintf (self->iso, sizeof self->iso, "%04u-H%u", y, (a + 5) / 6);
  else
    g_snprintf (self->iso, sizeof self->iso, "%04u-%02u/%04u-%02u", y, a, y, b);
}

/* Makes a calendar one year. */
void
corpus_calendar_set_year (CorpusCalendar *self,
                          int year)
{
  if (year <= 0)
    return;
  g_snprintf (self->iso, sizeof self->iso, "%04u", (guint) year % 10000u);
  write_day (self->first, year, 1, 1);
  write_day (self->last, year, 12, 31);
}

typedef struct
{
  const gunichar *chars;
  gint64 length;
  gint64 at;
} Cursor;

static gboolean
take (Cursor *cursor,
      const char *word)
{
  gint64 end = corpus_literal_match (cursor->chars, cursor->at, cursor->length, word);

  if (end < 0)
    return FALSE;
  cursor->at = end;
  return TRUE;
}

/* Which of several words stands next, -1 for none; the longer of two that begin alike comes first in @words. */
static int
take_any (Cursor *cursor,
          const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (take (cursor, words[i]))
      return i;
  return -1;
}

/* A whole number of at most @max, Arabic or Chinese. */
static gboolean
take_number (Cursor *cursor,
             int max,
             int *number)
{
  g_auto (CorpusNumeral) numeral = { 0 };
  gint64 value;

  if (!corpus_numeral_parse (cursor->chars, cursor->length, cursor->at, &numeral) ||
      numeral.number == NULL || numeral.number_max != NULL || numeral.has_scale || numeral.is_more)
    return FALSE;
  value = g_ascii_strtoll (numeral.number, NULL, 10);
  if (value > max || strchr (numeral.number, '.') != NULL)
    return FALSE;
  *number = (int) value;
  cursor->at = numeral.end;
  return TRUE;
}

/* 上午, 凌晨, 15时30分: belongs to the expression and says nothing about the day. */
static void
take_part_of_day (Cursor *cursor)
{
  static const char *const parts[] = {
    "上午", "下午", "中午", "凌晨", "清晨", "早晨", "早上", "午后", "傍晚", "晚上", "晚间", "深夜", "夜间", "夜里", "午夜", "晚", NULL
  };
  Cursor ahead;
  int hour;

  take_any (cursor, parts);
  ahead = *cursor;
  if (take_number (&ahead, 24, &hour) && (take (&ahead, "时") || take (&ahead, "点")))
    {
      *cursor = ahead;
      if (take (&ahead, "许") || take (&ahead, "整") ||
          (take_number (&ahead, 59, &hour) && take (&ahead, "分")))
        *cursor = ahead;
    }
}

/* 2025年, 二〇二五年. Two digits are a year only as 25年 would be an age or a span, so four are asked for. */
static gboolean
take_year (Cursor *cursor,
           int *year)
{
  Cursor ahead = *cursor;
  gint64 begin = ahead.at;

  if (!take_number (&ahead, 2999, year) || ahead.at - begin != 4 || *year < 1000 ||
      !take (&ahead, "年"))
    return FALSE;
  /* 2025年度, 2025年第: still the year; but 2000年来 counts years. */
  take (&ahead, "度");
  *cursor = ahead;
  return TRUE;
}

static const char *const year_words[] = { "前年", "去年", "上年", "今年", "本年度",
                                          "本年", "当年", "明年", "后年", NULL };
static const int year_offsets[] = { -2, -1, -1, 0, 0, 0, 0, 1, 2 };

/* 首季度, 上半年, 前三季度, 1至2月, 3月下旬, 头两个月, 底. */
static gboolean
take_part_of_year (Cursor *cursor,
                   CorpusCalendar *calendar,
                   int year,
                   gboolean has_year)
{
  static const char *const months_to[] = { "至", "到", "—", "-", "~", NULL };
  static const struct
  {
    const char *word;
    int first_month;
    int last_month;
  } parts[] = {
    { "前三季度", 1, 9 },
    { "前三个季度", 1, 9 },
    { "前两季度", 1, 6 },
    { "上半年", 1, 6 },
    { "下半年", 7, 12 },
    { "首季度", 1, 3 },
    { "首季", 1, 3 },
    { "第一季度", 1, 3 },
    { "第二季度", 4, 6 },
    { "第三季度", 7, 9 },
    { "第四季度", 10, 12 },
    { "一季度", 1, 3 },
    { "二季度", 4, 6 },
    { "三季度", 7, 9 },
    { "四季度", 10, 12 },
    { "1季度", 1, 3 },
    { "2季度", 4, 6 },
    { "3季度", 7, 9 },
    { "4季度", 10, 12 },
  };
  Cursor ahead = *cursor;
  int month, last, day;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (take (cursor, parts[i].word))
      {
        calendar->unit = CORPUS_CALENDAR_PERIOD;
        corpus_calendar_set_months (calendar, year, parts[i].first_month, parts[i].last_month);
        return TRUE;
      }
  if (has_year && (take (&ahead, "前") || take (&ahead, "头")) &&
      take_number (&ahead, 11, &month) && (take (&ahead, "个月") || take (&ahead, "月")))
    {
      *cursor = ahead;
      calendar->unit = CORPUS_CALENDAR_PERIOD;
      corpus_calendar_set_months (calendar, year, 1, month);
      return TRUE;
    }
  ahead = *cursor;
  if (has_year && (take (&ahead, "年底") || take (&ahead, "底") || take (&ahead, "末")))
    {
      *cursor = ahead;
      calendar->unit = CORPUS_CALENDAR_DAY;
      corpus_calendar_set_days (calendar, year, 12, 31, 31);
      return TRUE;
    }
  if (!take_number (&ahead, 12, &month) || month < 1)
    return FALSE;
  last = month;
  {
    Cursor range = ahead;

    if (take (&range, "月"))
      range = ahead;
    if (take_any (&range, months_to) >= 0 && take_number (&range, 12, &last) &&
        take (&range, "月") && last > month)
      {
        Cursor rest = range;

        /* 4月12日至5月3日 is two dates. */
        if (!take_number (&rest, 31, &day))
          {
            take (&range, "份");
            *cursor = range;
            calendar->unit = CORPUS_CALENDAR_PERIOD;
            corpus_calendar_set_months (calendar, year, month, last);
            return TRUE;
          }
      }
  }
  if (!take (&ahead, "月"))
    return FALSE;
  calendar->unit = CORPUS_CALENDAR_MONTH;
  *cursor = ahead;
  if (take (cursor, "份"))
    {
      corpus_calendar_set_months (calendar, year, month, month);
      return TRUE;
    }
  if (take_number (&ahead, 31, &day) && day >= 1 && (take (&ahead, "日") || take (&ahead, "号")))
    {
      calendar->unit = CORPUS_CALENDAR_DAY;
      *cursor = ahead;
      corpus_calendar_set_days (calendar, year, month, day, day);
      take_part_of_day (cursor);
      return TRUE;
    }
  corpus_calendar_set_months (calendar, year, month, month);
  if (take (cursor, "上旬") || take (cursor, "初"))
    corpus_calendar_set_days (calendar, year, month, 1, 10);
  else if (take (cursor, "中旬"))
    corpus_calendar_set_days (calendar, year, month, 11, 20);
  else if (take (cursor, "下旬"))
    corpus_calendar_set_days (
        calendar, year, month, 21,
        year > 0 ? g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) : 0);
  else if (take (cursor, "末") || take (cursor, "底"))
    corpus_calendar_set_days (
        calendar, year, month,
        year > 0 ? g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) : 0,
        year > 0 ? g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) : 0);
  return TRUE;
}

/* 今天, 昨晚, 当日下午, 上个月, 本周, 年底: words that count from the day of printing. */
static gboolean
take_deictic (Cursor *cursor,
              CorpusCalendar *calendar,
              const GDate *today)
{
  static const char *const days[] = { "前天", "昨天", "昨日", "昨晚", "昨夜", "今天", "今日",
                                      "今晚", "今晨", "明天", "明日", "明晚", "后天", NULL };
  static const int day_offsets[] = { -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2 };
  static const char *const same[] = { "当日", "当天", "当晚", "当月", NULL };
  static const char *const months[] = { "上个月", "上月", "本月", "这个月", "下个月", "下月", NULL };
  static const int month_offsets[] = { -1, -1, 0, 0, 1, 1 };
  static const char *const weeks[] = { "上周", "本周", "这周", "下周", NULL };
  static const int week_offsets[] = { -7, 0, 0, 7 };
  gboolean is_known = today != NULL && g_date_valid (today);
  GDate date;
  int which;

  if (is_known)
    date = *today;
  if ((which = take_any (cursor, days)) >= 0)
    {
      calendar->unit = CORPUS_CALENDAR_DAY;
      if (is_known)
        {
          if (day_offsets[which] < 0)
            g_date_subtract_days (&date, (guint) -day_offsets[which]);
          else
            g_date_add_days (&date, (guint) day_offsets[which]);
          corpus_calendar_set_day (calendar, &date);
        }
      take_part_of_day (cursor);
      return TRUE;
    }
  /* The day they mean is the one spoken of, which is not known here. */
  if ((which = take_any (cursor, same)) >= 0)
    {
      calendar->unit = which == 3 ? CORPUS_CALENDAR_MONTH : CORPUS_CALENDAR_DAY;
      take_part_of_day (cursor);
      return TRUE;
    }
  if ((which = take_any (cursor, months)) >= 0)
    {
      calendar->unit = CORPUS_CALENDAR_MONTH;
      if (is_known)
        {
          g_date_set_day (&date, 1);
          if (month_offsets[which] < 0)
            g_date_subtract_months (&date, (guint) -month_offsets[which]);
          else
            g_date_add_months (&date, (guint) month_offsets[which]);
          corpus_calendar_set_months (calendar, g_date_get_year (&date), g_date_get_month (&date),
                                      g_date_get_month (&date));
        }
      return TRUE;
    }
  if ((which = take_any (cursor, weeks)) >= 0)
    {
      static const char *const weekdays[] = { "一", "二", "三", "四", "五", "六", "日", NULL };
      int weekday = take_any (cursor, weekdays);

      calendar->unit = weekday >= 0 ? CORPUS_CALENDAR_DAY : CORPUS_CALENDAR_PERIOD;
      if (is_known && weekday >= 0)
        {
          g_date_subtract_days (&date, (guint) g_date_get_weekday (&date) - 1);
          if (week_offsets[which] < 0)
            g_date_subtract_days (&date, 7);
          else
            g_date_add_days (&date, (guint) week_offsets[which]);
          g_date_add_days (&date, (guint) weekday);
          corpus_calendar_set_day (calendar, &date);
        }
      return TRUE;
    }
  return FALSE;
}

/* 3天前, 两年后, 60年来, 10年间: the first two name a day or a year, the others a span up to today. */
static gboolean
take_distance (Cursor *cursor,
               CorpusCalendar *calendar,
               const GDate *today)
{
  static const char *const units[] = { "个月", "年", "天", "周", NULL };
  static const char *const directions[] = { "以前", "之前", "前", "以后", "之后", "后", "以来", "来", NULL };
  Cursor ahead = *cursor;
  gboolean is_known = today != NULL && g_date_valid (today);
  int number, unit, direction;
  GDate date;

  if (!take_number (&ahead, 999, &number) || number < 1 || (unit = take_any (&ahead, units)) < 0 ||
      (take (&ahead, "多"), direction = take_any (&ahead, directions)) < 0)
    return FALSE;
  *cursor = ahead;
  if (direction >= 6)
    {
      static const char letters[] = { 'M', 'Y', 'D', 'W' };

      calendar->unit = CORPUS_CALENDAR_SPAN;
      g_snprintf (calendar->iso, sizeof calendar->iso, "P%d%c", number, letters[unit]);
      if (is_known)
        {
          date = *today;
          if (unit == 0)
            g_date_subtract_months (&date, (guint) number);
          else if (unit == 1)
            g_date_subtract_years (&date, (guint) number);
          else
            g_date_subtract_days (&date, (guint) (unit == 2 ? number : 7 * number));
          write_day (calendar->first, g_date_get_year (&date), g_date_get_month (&date),
                     g_date_get_day (&date));
          write_day (calendar->last, g_date_get_year (today), g_date_get_month (today),
                     g_date_get_day (today));
        }
      return TRUE;
    }
  calendar->unit = unit == 1 ? CORPUS_CALENDAR_YEAR : unit == 0 ? CORPUS_CALENDAR_MONTH
                                                                : CORPUS_CALENDAR_DAY;
  if (!is_known)
    return TRUE;
  date = *today;
  if (direction < 3)
    number = -number;
  if (unit == 1)
    {
      corpus_calendar_set_year (calendar, g_date_get_year (&date) + number);
    }
  else if (unit == 0)
    {
      g_date_set_day (&date, 1);
      if (number < 0)
        g_date_subtract_months (&date, (guint) -number);
      else
        g_date_add_months (&date, (guint) number);
      corpus_calendar_set_months (calendar, g_date_get_year (&date), g_date_get_month (&date),
                                  g_date_get_month (&date));
    }
  else
    {
      guint n_days = (guint) ABS (number) * (unit == 3 ? 7 : 1);

      if (number < 0)
        g_date_subtract_days (&date, n_days);
      else
        g_date_add_days (&date, n_days);
      corpus_calendar_set_day (calendar, &date);
    }
  return TRUE;
}

/* 17日上午, 22日: a day of the month of printing, or of the month before where it would lie more than a week ahead. */
static gboolean
take_bare_day (Cursor *cursor,
               CorpusCalendar *calendar,
               const GDate *today)
{
  Cursor ahead = *cursor;
  int day;

  if (cursor->at >= cursor->length || cursor->chars[cursor->at] < '0' ||
      cursor->chars[cursor->at] > '9')
    return FALSE;
  if (!take_number (&ahead, 31, &day) || day < 1 || !take (&ahead, "日"))
    return FALSE;
  *cursor = ahead;
  calendar->unit = CORPUS_CALENDAR_DAY;
  take_part_of_day (cursor);
  if (today != NULL && g_date_valid (today))
    {
      GDate date = *today;

      if (day > g_date_get_day (today) + 20)
        {
          g_date_set_day (&date, 1);
          g_date_subtract_months (&date, 1);
        }
      corpus_calendar_set_days (calendar, g_date_get_year (&date), g_date_get_month (&date), day,
                                day);
    }
  return TRUE;
}

/**
 * corpus_calendar_may_begin:
 * @c: a character
 *
 * Whether a calendar expression, Chinese or English, may begin with a character: what
 * spares the rest of a text the grammar.
 *
 * Returns: whether it may
 */
gboolean
corpus_calendar_may_begin (gunichar c)
{
  switch (c)
    {
    case 0x4eca: /* 今 */
    case 0x53bb: /* 去 */
    case 0x660e: /* 明 */
    case 0x524d: /* 前 */
    case 0x540e: /* 后 */
    case 0x4e0a: /* 上 */
    case 0x4e0b: /* 下 */
    case 0x672c: /* 本 */
    case 0x5f53: /* 当 */
    case 0x6628: /* 昨 */
    case 0x9996: /* 首 */
    case 0x7b2c: /* 第 */
    case 0x8fd9: /* 这 */
    case 0x5341: /* 十 */
    case 'l':
    case 'n':
    case 't':
    case 'y':
      return TRUE;
    default:
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || corpus_numeral_digit (c) >= 0;
    }
}

/**
 * corpus_calendar_parse:
 * @chars: (array length=length): a text, folded by corpus_width_fold()
 * @length: its length
 * @at: where the expression begins
 * @today: (nullable): the day of printing
 * @calendar: (out caller-allocates): the expression
 *
 * Reads the longest Chinese calendar expression that begins at a position: one that
 * names a time, not 日前 or 近年来. May be called from any thread.
 *
 * Returns: whether there is one
 */
gboolean
corpus_calendar_parse (const gunichar *chars,
                       gint64 length,
                       gint64 at,
                       const GDate *today,
                       CorpusCalendar *calendar)
{
  Cursor cursor = { chars, length, at };
  gboolean is_known = today != NULL && g_date_valid (today);
  int year = 0, which;

  *calendar = (CorpusCalendar){ .start = at };
  if (at > 0 &&
      ((chars[at] >= '0' && chars[at] <= '9' &&
        ((chars[at - 1] >= '0' && chars[at - 1] <= '9') || chars[at - 1] == '.')) ||
       (corpus_numeral_digit (chars[at]) >= 0 && corpus_numeral_digit (chars[at - 1]) >= 0)))
    return FALSE;

  if (take_year (&cursor, &year))
    {
      calendar->unit = CORPUS_CALENDAR_YEAR;
      corpus_calendar_set_year (calendar, year);
      take_part_of_year (&cursor, calendar, year, TRUE);
    }
  else if ((which = take_any (&cursor, year_words)) >= 0)
    {
      year = is_known ? g_date_get_year (today) + year_offsets[which] : 0;
      /* 当年 is the year spoken of. */
      if (g_str_equal (year_words[which], "当年"))
        year = 0;
      calendar->unit = CORPUS_CALENDAR_YEAR;
      calendar->is_deictic = TRUE;
      corpus_calendar_set_year (calendar, year);
      take_part_of_year (&cursor, calendar, year, TRUE);
    }
  else if (take_deictic (&cursor, calendar, today))
    {
      calendar->is_deictic = TRUE;
    }
  else if (take_distance (&cursor, calendar, today))
    {
      calendar->is_deictic = calendar->unit != CORPUS_CALENDAR_SPAN;
    }
  else if (take_bare_day (&cursor, calendar, today))
    {
      calendar->is_deictic = TRUE;
    }
  else
    {
      Cursor ahead = cursor;
      int month = 1;

      /* A quarter without a year is of this one; a month may lie across New Year. */
      year = is_known ? g_date_get_year (today) : 0;
      if (take_number (&ahead, 12, &month) && take (&ahead, "月"))
        year = corpus_calendar_year_of (month, today);
      if (!take_part_of_year (&cursor, calendar, year, FALSE))
        return FALSE;
    }
  calendar->end = cursor.at;
  return TRUE;
}

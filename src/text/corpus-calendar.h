/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorpusCalendarUnit:
 * @CORPUS_CALENDAR_DAY: names a day or a part of one
 * @CORPUS_CALENDAR_MONTH: names a month or a part of one
 * @CORPUS_CALENDAR_PERIOD: names several months: a quarter, a half, a range of months
 * @CORPUS_CALENDAR_YEAR: names a year or years
 * @CORPUS_CALENDAR_SPAN: reaches back or forward by a number of units (60年来)
 */
typedef enum
{
  CORPUS_CALENDAR_DAY,
  CORPUS_CALENDAR_MONTH,
  CORPUS_CALENDAR_PERIOD,
  CORPUS_CALENDAR_YEAR,
  CORPUS_CALENDAR_SPAN,
} CorpusCalendarUnit;

/**
 * CorpusCalendar:
 * @start: first code point
 * @end: one past the last
 * @unit: what it names
 * @iso: ISO 8601, or `YYYY-Qn`, `YYYY-Hn`; empty where the year is not known
 * @first: its first day, empty where not known
 * @last: its last day, empty where not known
 * @is_deictic: whether it counts from the day of printing (今年, 上个月)
 *
 * A calendar expression in a text.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  CorpusCalendarUnit unit;
  char iso[24];
  char first[11];
  char last[11];
  gboolean is_deictic;
} CorpusCalendar;

gboolean corpus_calendar_may_begin (gunichar c);
gboolean corpus_calendar_parse (const gunichar *chars,
                                gint64 length,
                                gint64 at,
                                const GDate *today,
                                CorpusCalendar *calendar);
gboolean corpus_calendar_parse_english (const gunichar *chars,
                                        gint64 length,
                                        gint64 at,
                                        const GDate *today,
                                        CorpusCalendar *calendar);
gboolean corpus_calendar_read_iso (const char *iso,
                                   GDate *date);

G_END_DECLS

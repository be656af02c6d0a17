/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar expressions in English: March 17, 2026; 17 March; January; last year; Tuesday. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-calendar-private.h"

#include "text/corpus-literal.h"

static const struct
{
  const char *word;
  int month;
} months[] = {
  { "January", 1 },
  { "February", 2 },
  { "March", 3 },
  { "April", 4 },
  { "May", 5 },
  { "June", 6 },
  { "July", 7 },
  { "August", 8 },
  { "September", 9 },
  { "October", 10 },
  { "November", 11 },
  { "December", 12 },
  { "Jan.", 1 },
  { "Feb.", 2 },
  { "Mar.", 3 },
  { "Apr.", 4 },
  { "Aug.", 8 },
  { "Sept.", 9 },
  { "Oct.", 10 },
  { "Nov.", 11 },
  { "Dec.", 12 },
};

static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

static gboolean
is_word_end (const gunichar *chars,
             gint64 length,
             gint64 at)
{
  return at >= length || !g_unichar_isalnum (chars[at]);
}

static int
take_month (const gunichar *chars,
            gint64 length,
            gint64 *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gint64 end = corpus_literal_match (chars, *at, length, months[i].word);

      if (end > 0 && is_word_end (chars, length, end))
        {
          *at = end;
          return months[i].month;
        }
    }
  return 0;
}

/* A number of one to @n_max digits that nothing but a word end follows. */
static int
take_digits (const gunichar *chars,
             gint64 length,
             gint64 *at,
             int n_max)
{
  gint64 i = *at;
  int number = 0;

  for (; i < length && i - *at < n_max && chars[i] >= '0' && chars[i] <= '9'; i++)
    number = number * 10 + (int) (chars[i] - '0');
  if (i == *at || !is_word_end (chars, length, i))
    return 0;
  *at = i;
  return number;
}

static gboolean
take_space (const gunichar *chars,
            gint64 length,
            gint64 *at)
{
  if (*at >= length || chars[*at] != ' ')
    return FALSE;
  (*at)++;
  return TRUE;
}

static int
take_year (const gunichar *chars,
           gint64 length,
           gint64 *at)
{
  gint64 ahead = *at;
  int year;

  if (ahead < length && chars[ahead] == ',')
    ahead++;
  if (!take_space (chars, length, &ahead))
    return 0;
  year = take_digits (chars, length, &ahead, 4);
  if (year < 1000)
    return 0;
  *at = ahead;
  return year;
}

/* 2025 is a year where a word that asks for a time stands before it. */
static gboolean
asks_for_year (const gunichar *chars,
               gint64 at)
{
  static const char *const words[] = { "in ", "In ", "since ", "Since ", "by ",
                                       "By ", "until ", "from ", "during ", "of " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gint64 n = (gint64) g_utf8_strlen (words[i], -1);

      if (at >= n && corpus_literal_match (chars, at - n, at, words[i]) == at &&
          (at == n || !g_unichar_isalnum (chars[at - n - 1])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_relative (const gunichar *chars,
               gint64 length,
               gint64 *at,
               const GDate *today,
               CorpusCalendar *calendar)
{
  static const struct
  {
    const char *word;
    CorpusCalendarUnit unit;
    int offset;
  } words[] = {
    { "last year", CORPUS_CALENDAR_YEAR, -1 },
    { "this year", CORPUS_CALENDAR_YEAR, 0 },
    { "next year", CORPUS_CALENDAR_YEAR, 1 },
    { "last month", CORPUS_CALENDAR_MONTH, -1 },
    { "this month", CORPUS_CALENDAR_MONTH, 0 },
    { "next month", CORPUS_CALENDAR_MONTH, 1 },
    { "yesterday", CORPUS_CALENDAR_DAY, -1 },
    { "tomorrow", CORPUS_CALENDAR_DAY, 1 },
  };
  static const struct
  {
    const char *capital;
    const char *word;
  } capitals[] = { { "Last ", "last " }, { "This ", "this " }, { "Next ", "next " } };
  gboolean is_known = today != NULL && g_date_valid (today);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gint64 end = corpus_literal_match (chars, *at, length, words[i].word);

      for (guint j = 0; end < 0 && j < G_N_ELEMENTS (capitals); j++)
        if (g_str_has_prefix (words[i].word, capitals[j].word))
          {
            end = corpus_literal_match (chars, *at, length, capitals[j].capital);
            if (end > 0)
              end = corpus_literal_match (chars, end, length, words[i].word + 5);
          }
      if (end < 0 || !is_word_end (chars, length, end))
        continue;
      calendar->unit = words[i].unit;
      calendar->is_deictic = TRUE;
      *at = end;
      if (is_known && words[i].unit == CORPUS_CALENDAR_YEAR)
        {
          corpus_calendar_set_year (calendar, g_date_get_year (today) + words[i].offset);
        }
      else if (is_known)
        {
          GDate date = *today;

          if (words[i].unit == CORPUS_CALENDAR_MONTH)
            g_date_set_day (&date, 1);
          if (words[i].unit == CORPUS_CALENDAR_MONTH && words[i].offset < 0)
            g_date_subtract_months (&date, 1);
          else if (words[i].unit == CORPUS_CALENDAR_MONTH)
            g_date_add_months (&date, (guint) words[i].offset);
          else if (words[i].offset < 0)
            g_date_subtract_days (&date, 1);
          else
            g_date_add_days (&date, 1);
          if (words[i].unit == CORPUS_CALENDAR_MONTH)
            corpus_calendar_set_months (calendar, g_date_get_year (&date), g_date_get_month (&date),
                                        g_date_get_month (&date));
          else
            corpus_calendar_set_day (calendar, &date);
        }
      return TRUE;
    }
  return FALSE;
}

/**
 * corpus_calendar_parse_english:
 * @chars: (array length=length): a text
 * @length: its length
 * @at: where the expression begins
 * @today: (nullable): the day of printing
 * @calendar: (out caller-allocates): the expression
 *
 * Reads the longest English calendar expression that begins at a position. May be
 * called from any thread.
 *
 * Returns: whether there is one
 */
gboolean
corpus_calendar_parse_english (const gunichar *chars,
                               gint64 length,
                               gint64 at,
                               const GDate *today,
                               CorpusCalendar *calendar)
{
  gboolean is_known = today != NULL && g_date_valid (today);
  gint64 i = at, ahead;
  int day = 0, month, year;

  *calendar = (CorpusCalendar){ .start = at };
  if (at >= length || chars[at] > 'z' ||
      (at > 0 &&
       (g_unichar_isalnum (chars[at - 1]) || chars[at - 1] == '.' || chars[at - 1] == ',')))
    return FALSE;

  for (guint w = 0; w < G_N_ELEMENTS (weekdays); w++)
    {
      gint64 end = corpus_literal_match (chars, at, length, weekdays[w]);

      if (end > 0 && is_word_end (chars, length, end))
        {
          calendar->unit = CORPUS_CALENDAR_DAY;
          calendar->is_deictic = TRUE;
          calendar->end = end;
          if (is_known)
            {
              /* A paper speaks of the last such day far more often than of the next. */
              GDate date = *today;
              guint back = ((guint) g_date_get_weekday (today) + 7 - (w + 1)) % 7;

              g_date_subtract_days (&date, back);
              corpus_calendar_set_day (calendar, &date);
            }
          return TRUE;
        }
    }
  if (take_relative (chars, length, &i, today, calendar))
    {
      calendar->end = i;
      return TRUE;
    }

  /* 17 March 2026. */
  ahead = at;
  day = take_digits (chars, length, &ahead, 2);
  if (day >= 1 && day <= 31 && take_space (chars, length, &ahead) &&
      (month = take_month (chars, length, &ahead)) > 0)
    {
      year = take_year (chars, length, &ahead);
      calendar->unit = CORPUS_CALENDAR_DAY;
      corpus_calendar_set_days (calendar, year > 0 ? year : corpus_calendar_year_of (month, today),
                                month, day, day);
      calendar->end = ahead;
      return TRUE;
    }
  ahead = at;
  year = take_digits (chars, length, &ahead, 4);
  if (year >= 1500 && year <= 2199 && ahead - at == 4 && asks_for_year (chars, at))
    {
      calendar->unit = CORPUS_CALENDAR_YEAR;
      corpus_calendar_set_year (calendar, year);
      calendar->end = ahead;
      return TRUE;
    }

  month = take_month (chars, length, &i);
  if (month == 0)
    return FALSE;
  ahead = i;
  day = take_space (chars, length, &ahead) ? take_digits (chars, length, &ahead, 2) : 0;
  if (day >= 1 && day <= 31)
    {
      i = ahead;
      year = take_year (chars, length, &i);
      calendar->unit = CORPUS_CALENDAR_DAY;
      corpus_calendar_set_days (calendar, year > 0 ? year : corpus_calendar_year_of (month, today),
                                month, day, day);
    }
  else
    {
      year = take_year (chars, length, &i);
      /* May and March are verbs as well: alone they count only after a word that asks for a time. */
      if (year == 0 && (month == 5 || month == 3) && !asks_for_year (chars, at))
        return FALSE;
      calendar->unit = CORPUS_CALENDAR_MONTH;
      corpus_calendar_set_months (
          calendar, year > 0 ? year : corpus_calendar_year_of (month, today), month, month);
    }
  calendar->end = i;
  return TRUE;
}

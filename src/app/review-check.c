/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand in the form fields that hold more than words: plain decimals, ISO days, ISO periods.
 *
 * A wrong value never reaches the corpus: a field that is checked by one of these keeps what was typed, says what is wrong,
 * and gives nothing on. Full-width digits and signs are taken for what they mean, because Chinese input methods write them. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* Full-width forms as ASCII; everything else as it is. */
static char *
fold_width (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/**
 * review_check_decimal:
 * @text: what was typed
 * @data: not looked at
 * @message: (out): what is wrong with it
 *
 * A plain decimal: digits, and one point between digits. The sign of a fall is the direction, not a minus, but a temperature or
 * a balance may be below zero. A comma is refused rather than guessed at: 12,5 and 12,500 mean different things to different people.
 *
 * Returns: (transfer full) (nullable): the number
 */
char *
review_check_decimal (const char *text,
                      gpointer data,
                      char **message)
{
  g_autofree char *folded = fold_width (text);
  const char *at = folded;
  gsize n_whole, n_part = 0;

  if (*at == '-')
    at++;
  n_whole = strspn (at, "0123456789");
  at += n_whole;
  if (*at == '.')
    {
      n_part = strspn (at + 1, "0123456789");
      if (n_part > 0)
        at += 1 + n_part;
    }
  if (n_whole > 0 && *at == '\0')
    return g_steal_pointer (&folded);

  if (strchr (folded, ',') != NULL)
    *message = g_strdup (_ ("Write the number without commas, with a point before the decimals: 12.5"));
  else
    *message = g_strdup (_ ("Write a plain number with the scale applied: 10070000 or 12.5"));
  return NULL;
}

/* A day YYYY-MM-DD that the calendar has. */
static gboolean
parse_day (const char *text,
           GDate *day)
{
  int year, month, mday;

  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;

  year = atoi (text);
  month = atoi (text + 5);
  mday = atoi (text + 8);
  if (!g_date_valid_dmy ((GDateDay) mday, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  if (day != NULL)
    g_date_set_dmy (day, (GDateDay) mday, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * review_check_date:
 * @text: what was typed
 * @data: not looked at
 * @message: (out): what is wrong with it
 *
 * Returns: (transfer full) (nullable): the day as YYYY-MM-DD
 */
char *
review_check_date (const char *text,
                   gpointer data,
                   char **message)
{
  g_autofree char *folded = fold_width (text);

  if (parse_day (folded, NULL))
    return g_steal_pointer (&folded);

  *message = g_strdup (_ ("Write a day of the calendar as year, month and day: 2025-04-15"));
  return NULL;
}

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", (int) g_date_get_year (day), (int) g_date_get_month (day),
                          (int) g_date_get_day (day));
}

static void
set_months (int year,
            int first_month,
            int last_month,
            char **start,
            char **end)
{
  int last_day = g_date_get_days_in_month ((GDateMonth) last_month, (GDateYear) year);

  *start = g_strdup_printf ("%04d-%02d-01", year, first_month);
  *end = g_strdup_printf ("%04d-%02d-%02d", year, last_month, last_day);
}

/**
 * review_check_period_days:
 * @period: a year, half, quarter, month, ISO week, day, or an interval of two of these
 * @start: (out) (transfer full): its first day
 * @end: (out) (transfer full): its last day
 *
 * Returns: whether it is a period of the calendar; a duration such as P3Y is not, because it has no days of its own
 */
gboolean
review_check_period_days (const char *period,
                          char **start,
                          char **end)
{
  const char *slash = strchr (period, '/');
  gsize length = strlen (period);
  GDate day;
  int year;

  *start = *end = NULL;

  if (slash != NULL)
    {
      g_autofree char *first = g_strndup (period, (gsize) (slash - period));
      g_autofree char *first_start = NULL, *first_end = NULL, *last_start = NULL, *last_end = NULL;

      if (strchr (slash + 1, '/') != NULL ||
          !review_check_period_days (first, &first_start, &first_end) ||
          !review_check_period_days (slash + 1, &last_start, &last_end) ||
          strcmp (first_start, last_end) > 0)
        return FALSE;
      *start = g_steal_pointer (&first_start);
      *end = g_steal_pointer (&last_end);
      return TRUE;
    }

  if (strspn (period, "0123456789") < 4 || (length > 4 && period[4] != '-'))
    return FALSE;
  year = atoi (period);
  if (year == 0)
    return FALSE;

  if (length == 4)
    {
      set_months (year, 1, 12, start, end);
    }
  else if (length == 7 && period[5] == 'Q' && period[6] >= '1' && period[6] <= '4')
    {
      int quarter = period[6] - '0';

      set_months (year, quarter * 3 - 2, quarter * 3, start, end);
    }
  else if (length == 7 && period[5] == 'H' && (period[6] == '1' || period[6] == '2'))
    {
      int half = period[6] - '0';

      set_months (year, half * 6 - 5, half * 6, start, end);
    }
  else if (length == 7 && g_ascii_isdigit (period[5]) && g_ascii_isdigit (period[6]) &&
           g_date_valid_month ((GDateMonth) atoi (period + 5)))
    {
      set_months (year, atoi (period + 5), atoi (period + 5), start, end);
    }
  else if (length == 8 && period[5] == 'W' && g_ascii_isdigit (period[6]) && g_ascii_isdigit (period[7]))
    {
      int week = atoi (period + 6);

      /* The 4th of January is always in the first ISO week. */
      g_date_set_dmy (&day, 4, G_DATE_JANUARY, (GDateYear) year);
      if (week < 1 || week > 53)
        return FALSE;
      g_date_subtract_days (&day, (guint) g_date_get_weekday (&day) - 1);
      g_date_add_days (&day, (guint) (week - 1) * 7);
      if (g_date_get_iso8601_week_of_year (&day) != (guint) week)
        return FALSE;
      *start = dup_day (&day);
      g_date_add_days (&day, 6);
      *end = dup_day (&day);
    }
  else if (parse_day (period, &day))
    {
      *start = dup_day (&day);
      *end = dup_day (&day);
    }
  return *start != NULL;
}

/* P3Y, P1Y6M, P2W, P10D: at least one part, in order. */
static gboolean
is_duration (const char *text)
{
  const char *order = "YMWD";
  const char *at = text + 1;

  if (*text != 'P' || *at == '\0')
    return FALSE;
  while (*at != '\0')
    {
      gsize n_digits = strspn (at, "0123456789");
      const char *found;

      if (n_digits == 0 || at[n_digits] == '\0')
        return FALSE;
      found = strchr (order, at[n_digits]);
      if (found == NULL)
        return FALSE;
      order = found + 1;
      at += n_digits + 1;
    }
  return TRUE;
}

/**
 * review_check_period:
 * @text: what was typed
 * @data: not looked at
 * @message: (out): what is wrong with it
 *
 * Returns: (transfer full) (nullable): the period, its letters in capitals
 */
char *
review_check_period (const char *text,
                     gpointer data,
                     char **message)
{
  g_autofree char *folded = fold_width (text);
  g_autofree char *period = g_ascii_strup (folded, -1);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (is_duration (period) || review_check_period_days (period, &start, &end))
    return g_steal_pointer (&period);

  *message = g_strdup (_ ("Write a period as 2025, 2025-Q1, 2025-H1, 2025-04, 2025-04-15, 2021/2025 or P3Y"));
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-calendar.h"
#include "text/corpus-width.h"

typedef struct
{
  const char *text;
  const char *words; /* what of it is the expression; NULL: nothing */
  const char *iso;
} Case;

typedef gboolean (*Parse) (const gunichar *chars, gint64 length, gint64 at, const GDate *today, CorpusCalendar *calendar);

static void
check_cases (const Case *cases,
             guint n_cases,
             const char *today,
             Parse parse)
{
  GDate date;

  g_assert_true (corpus_calendar_read_iso (today, &date));
  for (guint i = 0; i < n_cases; i++)
    {
      gint64 n = 0;
      g_autofree gunichar *chars = corpus_width_fold_text (cases[i].text, strlen (cases[i].text), &n);
      CorpusCalendar calendar;
      gboolean is_found = parse (chars, n, 0, &date, &calendar);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_found, ==, cases[i].words != NULL);
      if (!is_found)
        continue;
      g_assert_cmpint (calendar.end, ==, g_utf8_strlen (cases[i].words, -1));
      g_assert_cmpstr (calendar.iso, ==, cases[i].iso);
      g_assert_true (corpus_calendar_may_begin (chars[0]));
    }
}

static void
test_chinese (void)
{
  static const Case cases[] = {
    { "2027年,", "2027年", "2027" },
    { "二〇二五年底", "二〇二五年底", "2025-12-31" },
    { "2025年3月", "2025年3月", "2025-03" },
    { "2026年3月18日上午", "2026年3月18日上午", "2026-03-18" },
    { "3月17日下午3时,", "3月17日下午3时", "2026-03-17" },
    { "17日上午,", "17日上午", "2026-03-17" },
    { "今年首季度,", "今年首季度", "2026-Q1" },
    { "一季度,", "一季度", "2026-Q1" },
    { "去年上半年", "去年上半年", "2025-H1" },
    { "今年以来", "今年", "2026" },
    { "上个月,", "上个月", "2026-02" },
    { "3天前,", "3天前", "2026-03-15" },
    { "两年前", "两年前", "2024" },
    { "60年来,", "60年来", "P60Y" },
    { "1至2月,", "1至2月", "2026-01/2026-02" },
    { "前三季度", "前三季度", "2026-01/2026-09" },
    { "去年前11个月", "去年前11个月", "2025-01/2025-11" },
    { "3月下旬", "3月下旬", "2026-03-21/2026-03-31" },
    { "昨天,", "昨天", "2026-03-17" },
    { "当日下午", "当日下午", "" },
    { "12月29日", "12月29日", "2026-12-29" },
    { "2月30日", "2月30日", "" },
    { "日前,", NULL, NULL },
    { "近年来", NULL, NULL },
    { "95周年", NULL, NULL },
    { "三年行动", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "2026-03-18", corpus_calendar_parse);
}

/* A paper of January speaks of last December; one of December of next January. */
static void
test_new_year (void)
{
  static const Case january[] = { { "12月29日", "12月29日", "2025-12-29" }, { "1月2日", "1月2日", "2026-01-02" }, { "上个月", "上个月", "2025-12" } };
  static const Case december[] = { { "1月5日", "1月5日", "2026-01-05" }, { "12月1日", "12月1日", "2025-12-01" }, { "一季度", "一季度", "2025-Q1" } };

  check_cases (january, G_N_ELEMENTS (january), "2026-01-03", corpus_calendar_parse);
  check_cases (december, G_N_ELEMENTS (december), "2025-12-28", corpus_calendar_parse);
}

static void
test_without_a_day_of_printing (void)
{
  gint64 n = 0;
  g_autofree gunichar *chars = corpus_width_fold_text ("3月17日", strlen ("3月17日"), &n);
  CorpusCalendar calendar;

  g_assert_true (corpus_calendar_parse (chars, n, 0, NULL, &calendar));
  g_assert_cmpstr (calendar.iso, ==, "");
  g_assert_cmpint (calendar.end, ==, 5);
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "March 17, 2026, he", "March 17, 2026", "2026-03-17" },
    { "March 17", "March 17", "2026-03-17" },
    { "17 March 2026", "17 March 2026", "2026-03-17" },
    { "January,", "January", "2026-01" },
    { "Tuesday", "Tuesday", "2026-03-17" },
    { "Last year alone", "Last year", "2025" },
    { "last month", "last month", "2026-02" },
    { "March of the", NULL, NULL },
    { "May be", NULL, NULL },
    { "Mondayish", NULL, NULL },
    { "2024", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "2026-03-18", corpus_calendar_parse_english);
}

static void
test_iso (void)
{
  static const char *const invalid[] = { "", "2026-02-30", "2026-3", "18.3.2026", "2026-03-18x", "0000-01-01" };
  GDate date;

  g_assert_true (corpus_calendar_read_iso ("2024-02-29", &date));
  g_assert_cmpint (g_date_get_day (&date), ==, 29);
  g_assert_false (corpus_calendar_read_iso (NULL, &date));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (corpus_calendar_read_iso (invalid[i], &date));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/calendar/chinese", test_chinese);
  g_test_add_func ("/text/calendar/new-year", test_new_year);
  g_test_add_func ("/text/calendar/without-a-day-of-printing", test_without_a_day_of_printing);
  g_test_add_func ("/text/calendar/english", test_english);
  g_test_add_func ("/text/calendar/iso", test_iso);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-check.h"

static void
assert_right (ReviewCheckFunc check,
              const char *typed,
              const char *expected)
{
  g_autofree char *message = NULL;
  g_autofree char *value = check (typed, NULL, &message);

  g_assert_cmpstr (value, ==, expected);
  g_assert_null (message);
}

static void
assert_wrong (ReviewCheckFunc check,
              const char *typed)
{
  g_autofree char *message = NULL;
  g_autofree char *value = check (typed, NULL, &message);

  g_assert_null (value);
  g_assert_nonnull (message);
}

static void
test_decimal (void)
{
  assert_right (review_check_decimal, "10070000", "10070000");
  assert_right (review_check_decimal, "0.93000000000000005", "0.93000000000000005");
  assert_right (review_check_decimal, "-3.5", "-3.5");
  assert_right (review_check_decimal, "12.5", "12.5");
  assert_wrong (review_check_decimal, "12,5");
  assert_wrong (review_check_decimal, "1,007,000");
  assert_wrong (review_check_decimal, "1007万");
  assert_wrong (review_check_decimal, "1e6");
  assert_wrong (review_check_decimal, ".5");
  assert_wrong (review_check_decimal, "5.");
  assert_wrong (review_check_decimal, "5.6.7");
  assert_wrong (review_check_decimal, "+5");
}

static void
test_date (void)
{
  assert_right (review_check_date, "2026-02-28", "2026-02-28");
  assert_right (review_check_date, "2026-04-15", "2026-04-15");
  assert_wrong (review_check_date, "2026-02-29");
  assert_wrong (review_check_date, "2026-4-15");
  assert_wrong (review_check_date, "15.04.2026");
  assert_wrong (review_check_date, "2026-04-155");
}

static void
assert_days (const char *period,
             const char *expected_start,
             const char *expected_end)
{
  g_autofree char *start = NULL, *end = NULL;

  g_assert_true (review_check_period_days (period, &start, &end));
  g_assert_cmpstr (start, ==, expected_start);
  g_assert_cmpstr (end, ==, expected_end);
}

static void
test_period (void)
{
  assert_right (review_check_period, "2025-q1", "2025-Q1");
  assert_right (review_check_period, "P1Y6M", "P1Y6M");
  assert_wrong (review_check_period, "2025-Q5");
  assert_wrong (review_check_period, "2025-H3");
  assert_wrong (review_check_period, "2025-13");
  assert_wrong (review_check_period, "P");
  assert_wrong (review_check_period, "P3");
  assert_wrong (review_check_period, "P6M1Y");
  assert_wrong (review_check_period, "2025/2021");
  assert_wrong (review_check_period, "last year");
  assert_wrong (review_check_period, "0000");

  assert_days ("2025", "2025-01-01", "2025-12-31");
  assert_days ("2025-Q1", "2025-01-01", "2025-03-31");
  assert_days ("2025-Q4", "2025-10-01", "2025-12-31");
  assert_days ("2025-H2", "2025-07-01", "2025-12-31");
  assert_days ("2024-02", "2024-02-01", "2024-02-29");
  assert_days ("2025-04-15", "2025-04-15", "2025-04-15");
  assert_days ("2026-W01", "2025-12-29", "2026-01-04");
  assert_days ("2021/2025", "2021-01-01", "2025-12-31");
  assert_wrong (review_check_period, "2025-W53");
}

/* Chinese input methods write full-width digits. */
static void
test_full_width (void)
{
  assert_right (review_check_decimal, "\uff11\uff12\uff0e\uff15", "12.5");
  assert_right (review_check_date, "\uff12\uff10\uff12\uff16-\uff10\uff14-\uff11\uff15", "2026-04-15");
  assert_right (review_check_period, "2026\uff0d\uff31\uff12", "2026-Q2");
  assert_wrong (review_check_decimal, "\uff11\uff12\uff0c\uff15");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/check/decimal", test_decimal);
  g_test_add_func ("/app/check/date", test_date);
  g_test_add_func ("/app/check/period", test_period);
  g_test_add_func ("/app/check/full-width", test_full_width);
  return g_test_run ();
}

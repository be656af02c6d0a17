/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-decimal.h"

static void
check (char *actual,
       const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_shift (void)
{
  check (corpus_decimal_shift ("88.4", 4), "884000");
  check (corpus_decimal_shift ("12", 12), "12000000000000");
  check (corpus_decimal_shift ("13.90", 0), "13.90");
  check (corpus_decimal_shift ("0.05", 4), "500");
  check (corpus_decimal_shift ("1.23456", 2), "123.456");
  check (corpus_decimal_shift ("5", -1), "0.5");
  check (corpus_decimal_shift ("5", -3), "0.005");
  check (corpus_decimal_shift ("007", 0), "7");
  check (corpus_decimal_shift ("0", 4), "0");
  check (corpus_decimal_shift ("12345678901234567890.5", 1), "123456789012345678905");
}

static void
test_add (void)
{
  check (corpus_decimal_add ("300000000", "20000000"), "320000000");
  check (corpus_decimal_add ("0.1", "0.2"), "0.3");
  check (corpus_decimal_add ("99.5", "0.5"), "100.0");
  check (corpus_decimal_add ("5", "0.25"), "5.25");
}

static void
test_compare (void)
{
  g_assert_cmpint (corpus_decimal_compare ("9", "10"), <, 0);
  g_assert_cmpint (corpus_decimal_compare ("1.50", "1.5"), ==, 0);
  g_assert_cmpint (corpus_decimal_compare ("0.9", "0.89"), >, 0);
}

static void
test_is_valid (void)
{
  static const char *const valid[] = { "0", "12", "3.25", "000.1" };
  static const char *const invalid[] = { "", ".", "1.", ".5", "1e3", "-1", "1,000", "1.2.3", " 1", "１" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (corpus_decimal_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (corpus_decimal_is_valid (invalid[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/decimal/shift", test_shift);
  g_test_add_func ("/text/decimal/add", test_add);
  g_test_add_func ("/text/decimal/compare", test_compare);
  g_test_add_func ("/text/decimal/is-valid", test_is_valid);
  return g_test_run ();
}

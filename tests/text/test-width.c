/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-width.h"

/* Both forms of a line that converters write in two, character by character the same. */
static void
test_two_forms_are_one (void)
{
  static const char *const pairs[][2] = {
    { "（记者　宋遥）", "(记者 宋遥)" },
    { "增长１２．５％，", "增长12.5%," },
    { "「港口」", "“港口”" },
    { "３～５万", "3~5万" },
    { "阿兹兰•哈希姆", "阿兹兰·哈希姆" },
    { "Ａ０３：", "A03:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gint64 n = 0, m = 0;
      g_autofree gunichar *a = corpus_width_fold_text (pairs[i][0], strlen (pairs[i][0]), &n);
      g_autofree gunichar *b = corpus_width_fold_text (pairs[i][1], strlen (pairs[i][1]), &m);

      g_assert_cmpint (n, ==, m);
      g_assert_cmpmem (a, (gsize) n * sizeof *a, b, (gsize) m * sizeof *b);
    }
}

static void
test_keeps_the_length (void)
{
  static const char text[] = "\xf0\xa0\xae\xb7\r\n\xe3\x80\x80\xc2\xa0\xef\xbb\xbf\xf0\x9f\x91\xa9";
  gint64 n = 0;
  g_autofree gunichar *chars = corpus_width_fold_text (text, strlen (text), &n);

  g_assert_cmpint (n, ==, 7);
  g_assert_cmphex (chars[0], ==, 0x20bb7);
  g_assert_cmphex (chars[1], ==, '\r');
  g_assert_cmphex (chars[3], ==, ' ');
  g_assert_cmphex (chars[4], ==, ' ');
  g_assert_cmphex (chars[5], ==, ' ');
  g_assert_cmphex (chars[7], ==, 0);
}

static void
test_spaces (void)
{
  static const gunichar spaces[] = { ' ', '\t', '\n', '\r', 0x3000, 0xa0, 0x2003, 0x200b, 0xfeff, 0x2028 };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_assert_true (corpus_width_is_space (spaces[i]));
  g_assert_false (corpus_width_is_space ('a'));
  g_assert_false (corpus_width_is_space (0x3001));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/width/two-forms-are-one", test_two_forms_are_one);
  g_test_add_func ("/text/width/keeps-the-length", test_keeps_the_length);
  g_test_add_func ("/text/width/spaces", test_spaces);
  return g_test_run ();
}

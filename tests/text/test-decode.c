/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-decode.h"

#include <string.h>

#include "text/corpus-text-error.h"

#define PAGE "滨海镇 3 月 18 日\r\n全镇渔船 412 艘，比上年多 7 艘。\r\n"

static void
assert_decodes (const char *bytes,
                gsize n_bytes,
                const char *encoding,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  const char *found = NULL;
  g_autoptr (CorpusChars) chars = corpus_decode ((const guint8 *) bytes, n_bytes, &found, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, encoding);
  g_assert_cmpstr (corpus_chars_get_utf8 (chars, NULL), ==, text);
}

static void
assert_refused (const char *bytes,
                gsize n_bytes,
                CorpusTextError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (corpus_decode ((const guint8 *) bytes, n_bytes, NULL, &error));
  g_assert_error (error, CORPUS_TEXT_ERROR, (int) code);
}

static void
test_utf8 (void)
{
  assert_decodes (PAGE, strlen (PAGE), "UTF-8", PAGE);
  assert_decodes ("\xef\xbb\xbf" PAGE, 3 + strlen (PAGE), "UTF-8", PAGE);
  assert_decodes ("a", 1, "UTF-8", "a");
  assert_decodes ("😀𠮷", strlen ("😀𠮷"), "UTF-8", "😀𠮷");
}

static void
test_utf16 (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };
  static const char *const marks[] = { "\xff\xfe", "\xfe\xff" };
  static const char *const texts[] = { PAGE, "Twelve boats came home.\n", "渔船😀𠮷\n" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        gsize n_bytes;
        g_autofree char *plain = g_convert (texts[j], -1, charsets[i], "UTF-8", NULL, &n_bytes, NULL);
        g_autofree char *marked = g_malloc (n_bytes + 2);

        memcpy (marked, marks[i], 2);
        memcpy (marked + 2, plain, n_bytes);
        assert_decodes (marked, n_bytes + 2, charsets[i], texts[j]);
        assert_decodes (plain, n_bytes, charsets[i], texts[j]);
      }
}

static void
test_gb18030 (void)
{
  gsize n_bytes;
  g_autofree char *bytes = g_convert (PAGE "𠮷㐂", -1, "GB18030", "UTF-8", NULL, &n_bytes, NULL);

  assert_decodes (bytes, n_bytes, "GB18030", PAGE "𠮷㐂");
}

static void
test_refused (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0";

  assert_refused ("", 0, CORPUS_TEXT_ERROR_EMPTY);
  assert_refused ("\xef\xbb\xbf", 3, CORPUS_TEXT_ERROR_EMPTY);
  assert_refused ("渔\0船", 7, CORPUS_TEXT_ERROR_NUL);
  assert_refused ("a long line of plain text\0and more of it\n", 41, CORPUS_TEXT_ERROR_NUL);
  assert_refused (png, sizeof png - 1, CORPUS_TEXT_ERROR_NUL);
  assert_refused ("\xef\xbb\xbf"
                  "abc\xff",
                  7, CORPUS_TEXT_ERROR_ENCODING);
  assert_refused ("\xff\xfe\x00\xd8", 4, CORPUS_TEXT_ERROR_ENCODING);
  assert_refused ("abc\xff\xff", 5, CORPUS_TEXT_ERROR_ENCODING);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/decode/utf-8", test_utf8);
  g_test_add_func ("/text/decode/utf-16", test_utf16);
  g_test_add_func ("/text/decode/gb18030", test_gb18030);
  g_test_add_func ("/text/decode/refused", test_refused);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-chars.h"
#include "text/corpus-script.h"
#include "text/corpus-text-error.h"

/* One of everything that makes offsets go wrong: astral characters, combining marks, joiners, CRLF, the
 * ideographic and the no-break space, a BOM in mid-text. */
static const char *const awkward[] = {
  "",
  "plain",
  "河口镇的渔船",
  "😀a😀",
  "𠀀𠮷一", /* Extension B */
  "e\xcc\x81"
  "a\xcc\x88",
  "👨‍👩‍👧",
  "一行\r\n二行\r\n",
  "全\xe3\x80\x80角",
  "a\xc2\xa0"
  "b",
  "前\xef\xbb\xbf后",
};

static void
test_positions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      g_autoptr (CorpusChars) chars = corpus_chars_new (awkward[i], -1, NULL);
      const char *p = awkward[i];
      gint64 n = g_utf8_strlen (awkward[i], -1);

      g_assert_cmpint (corpus_chars_get_length (chars), ==, n);
      for (gint64 at = 0; at <= n; at++)
        {
          g_assert_cmpuint (corpus_chars_get_byte (chars, at), ==, (gsize) (p - awkward[i]));
          g_assert_cmpint (corpus_chars_get_position (chars, (gsize) (p - awkward[i])), ==, at);
          g_assert_cmpuint (corpus_chars_get_char (chars, at), ==, g_utf8_get_char (p));
          p = at < n ? g_utf8_next_char (p) : p;
        }
      g_assert_cmpuint (corpus_chars_get_char (chars, n), ==, 0);
      g_assert_cmpuint (corpus_chars_get_char (chars, -1), ==, 0);
    }
}

/* Longer than the stride of the samples, on both sides of it and at a multiple of it. */
static void
test_long (void)
{
  static const guint lengths[] = { 63, 64, 65, 127, 128, 129, 1000, 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CorpusChars) chars = NULL;
      gsize byte = 0;

      for (guint j = 0; j < lengths[i]; j++)
        g_string_append_unichar (text, j % 7 == 0 ? 0x20b9f : j % 3 == 0 ? 'x'
                                                                         : 0x6c34);
      chars = corpus_chars_new (text->str, (gssize) text->len, NULL);
      g_assert_cmpint (corpus_chars_get_length (chars), ==, lengths[i]);
      for (guint j = 0; j < lengths[i]; j++)
        {
          g_assert_cmpuint (corpus_chars_get_byte (chars, j), ==, byte);
          /* Any byte of a character belongs to it. */
          g_assert_cmpint (corpus_chars_get_position (chars, byte), ==, j);
          byte += (gsize) g_unichar_to_utf8 (corpus_chars_get_char (chars, j), NULL);
          g_assert_cmpint (corpus_chars_get_position (chars, byte - 1), ==, j);
        }
      g_assert_cmpint (corpus_chars_get_position (chars, byte), ==, lengths[i]);
    }
}

static void
test_ranges (void)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new ("开往😀滨江𠮷里", -1, NULL);
  g_autofree char *middle = corpus_chars_dup_range (chars, 2, 5);
  g_autofree char *empty = corpus_chars_dup_range (chars, 7, 7);
  g_autofree gunichar *ucs4 = corpus_chars_dup_ucs4 (chars);

  g_assert_cmpstr (middle, ==, "😀滨江");
  g_assert_cmpstr (empty, ==, "");
  g_assert_true (corpus_chars_range_equals (chars, 5, 7, "𠮷里"));
  g_assert_false (corpus_chars_range_equals (chars, 5, 7, "吉里"));
  g_assert_false (corpus_chars_range_equals (chars, 5, 6, "𠮷里"));
  g_assert_false (corpus_chars_range_equals (chars, 6, 8, "里"));
  g_assert_false (corpus_chars_range_equals (chars, -1, 1, "开"));
  g_assert_cmpuint (ucs4[2], ==, 0x1f600);
  g_assert_cmpuint (ucs4[7], ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GError) nul = NULL, invalid = NULL;

  g_assert_null (corpus_chars_new ("ab\0cd", 5, &nul));
  g_assert_error (nul, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_NUL);
  g_assert_nonnull (strstr (nul->message, "byte 2"));
  g_assert_null (corpus_chars_new ("abc\xff", -1, &invalid));
  g_assert_error (invalid, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_ENCODING);
  g_assert_nonnull (strstr (invalid->message, "byte 3"));
}

static void
test_script (void)
{
  static const gunichar cjk[] = { 0x6c34, 0x3042, 0x3002, 0xff0c, 0x3000, 0x20b9f, 0x3007, 0xff21 };
  static const gunichar other[] = { 'a', '1', ',', 0x201c, 0xac00, 0x1f600, 0xe9 };

  for (guint i = 0; i < G_N_ELEMENTS (cjk); i++)
    g_assert_true (corpus_script_is_cjk (cjk[i]));
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    g_assert_false (corpus_script_is_cjk (other[i]));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/chars/positions", test_positions);
  g_test_add_func ("/text/chars/long", test_long);
  g_test_add_func ("/text/chars/ranges", test_ranges);
  g_test_add_func ("/text/chars/refused", test_refused);
  g_test_add_func ("/text/script/cjk", test_script);
  return g_test_run ();
}

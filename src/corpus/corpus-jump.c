/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-jump.h"

#include <string.h>

/* The value of a Chinese digit, 10 for 十, -1 for anything else. */
static int
chinese_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                     0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return (int) i;
  return -1;
}

/* 三 is 3, 十 10, 十二 12, 二十 20, 二十三 23: newspapers have no more pages than that. */
static char *
parse_chinese (const char *text)
{
  int value = 0, pending = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = chinese_digit (g_utf8_get_char (p));

      if (digit < 0)
        break;
      if (digit == 10)
        {
          value += MAX (pending, 1) * 10;
          pending = 0;
        }
      else
        {
          pending = digit;
        }
    }
  return g_strdup_printf ("%d", value + pending);
}

/**
 * corpus_jump_parse_page:
 * @text: a jump line such as `（下转第三版）`, `(上接1版)` or `Continued on Page A6`
 *
 * Reads the page that a jump line names. Chinese numerals become digits; a letter
 * in front of a number, as English papers have it, is kept.
 *
 * Returns: (transfer full) (nullable): the page, %NULL where the line names none
 */
char *
corpus_jump_parse_page (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          GString *number = g_string_new (NULL);

          if (p > text && g_ascii_isupper (p[-1]) && (p - 1 == text || !g_ascii_isalnum (p[-2])))
            g_string_append_c (number, p[-1]);
          for (; (digit = g_unichar_digit_value (g_utf8_get_char (p))) >= 0;
               p = g_utf8_next_char (p))
            g_string_append_c (number, (char) ('0' + digit));
          return g_string_free (number, FALSE);
        }
      /* 一 also stands in words: only a numeral that the word for page follows or 第 precedes counts. */
      if (chinese_digit (c) > 0)
        {
          const char *end = p;

          while (chinese_digit (g_utf8_get_char (end)) >= 0)
            end = g_utf8_next_char (end);
          if (g_str_has_prefix (end, "版") || (p - text >= 3 && g_str_has_prefix (p - 3, "第")))
            return parse_chinese (p);
          p = g_utf8_prev_char (end);
        }
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * corpus_literal_next:
 * @word: (inout): valid UTF-8 that does not end here
 *
 * Reads a character of a literal and goes to the next. Rules compare literals with
 * code points at every position of a text, so this has to be inlined.
 *
 * Returns: the character
 */
static inline gunichar
corpus_literal_next (const char **word)
{
  const guchar *p = (const guchar *) *word;

  if (p[0] < 0x80)
    {
      *word += 1;
      return p[0];
    }
  if (p[0] < 0xe0)
    {
      *word += 2;
      return (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
  if (p[0] < 0xf0)
    {
      *word += 3;
      return (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
  *word += 4;
  return (gunichar) (p[0] & 0x07) << 18 | (gunichar) (p[1] & 0x3f) << 12 |
         (gunichar) (p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/**
 * corpus_literal_match:
 * @chars: a text
 * @at: where the literal has to begin
 * @end: where the text ends
 * @word: a literal, valid UTF-8
 *
 * Returns: one past the literal in the text, -1 where it does not stand there
 */
static inline gint64
corpus_literal_match (const gunichar *chars,
                      gint64 at,
                      gint64 end,
                      const char *word)
{
  while (*word != '\0')
    {
      if (at >= end || chars[at] != corpus_literal_next (&word))
        return -1;
      at++;
    }
  return at;
}

G_END_DECLS

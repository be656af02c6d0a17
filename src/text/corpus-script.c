/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-script.h"

/**
 * corpus_script_is_cjk:
 * @c: a character
 *
 * Whether words are written without spaces next to this character: Han, kana and
 * bopomofo, with the punctuation and the full-width forms that go with them.
 * Hangul is not: Korean parts its words.
 *
 * Returns: whether it is such a character
 */
gboolean
corpus_script_is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x312f) || (c >= 0x31a0 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f) ||
         (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

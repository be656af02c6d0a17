/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One form for what converters write in two.
 *
 * Full-width and half-width punctuation, digits and letters, the many spaces and the corner quotes of vertical
 * setting mean the same in a newspaper, and converters exchange them at will. Folding keeps one character for
 * one, so that positions in the folded text are positions in the text itself. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-width.h"

/* What is neither a full-width form of ASCII nor a space; ordered by the first. */
static const struct
{
  gunichar from;
  gunichar to;
} folds[] = {
  { 0x2022, 0x00b7 }, /* the dots that stand for the middle dot of names */
  { 0x2027, 0x00b7 },
  { 0x2013, 0x2014 }, /* en dash */
  { 0x2015, 0x2014 }, /* horizontal bar */
  { 0x2212, '-' },
  { 0x2236, ':' },
  { 0x223c, '~' },
  { 0x22ef, 0x2026 },
  { 0x2500, 0x2014 }, /* drawn line, where an OCR meant a dash */
  { 0x300c, 0x201c },
  { 0x300d, 0x201d },
  { 0x300e, 0x2018 },
  { 0x300f, 0x2019 },
  { 0x301c, '~' },
  { 0x30fb, 0x00b7 },
  { 0xfe30, ':' },
  { 0xff61, 0x3002 },
  { 0xff64, 0x3001 },
  { 0xff65, 0x00b7 },
  { 0xffe5, 0x00a5 },
  { 0xffe1, 0x00a3 },
};

/**
 * corpus_width_is_space:
 * @c: a character
 *
 * Returns: whether it shows nothing: white space of any width, or a zero-width mark
 */
gboolean
corpus_width_is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x3000 || c == 0x00a0 || c == 0x0085 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x2060 || c == 0xfeff;
}

/**
 * corpus_width_fold:
 * @c: a character
 *
 * Returns: the form by which rules know it
 */
gunichar
corpus_width_fold (gunichar c)
{
  if (c < 0x80 || (c >= 0x3400 && c <= 0x9fff))
    return c;
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;
  if (corpus_width_is_space (c))
    return c == 0x2028 || c == 0x2029 || c == 0x0085 ? '\n' : ' ';
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].from == c)
      return folds[i].to;
  return c;
}

/**
 * corpus_width_fold_text:
 * @utf8: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 * @length: (out): the number of code points
 *
 * Decodes and folds a text, one character for one. May be called from any thread.
 *
 * Returns: (transfer full) (array length=length): the folded characters, a 0 after the last
 */
gunichar *
corpus_width_fold_text (const char *utf8,
                        gsize n_bytes,
                        gint64 *length)
{
  glong n = 0;
  gunichar *chars = g_utf8_to_ucs4_fast (utf8, (glong) n_bytes, &n);

  for (glong i = 0; i < n; i++)
    chars[i] = corpus_width_fold (chars[i]);
  *length = n;
  return chars;
}

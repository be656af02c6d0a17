/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorpusNumeral:
 * @end: one past its last character
 * @number: (nullable): what it says, as a decimal with its scale applied; %NULL where it names no number (几十, 数百)
 * @number_max: (nullable): the upper of two neighbours said together (三四十)
 * @is_chinese: whether it is written in Chinese numerals throughout
 * @is_digits: whether it is a row of Chinese digits without places (二〇二五)
 * @scale: the power of ten of the scale words behind Arabic digits (万 is 4)
 * @has_scale: whether it ends with 百, 千, 万, 亿 or their like
 * @is_more: whether it says that there is more (30多万, 十余亿)
 *
 * A numeral in a text.
 */
typedef struct
{
  gint64 end;
  char *number;
  char *number_max;
  gboolean is_chinese;
  gboolean is_digits;
  int scale;
  gboolean has_scale;
  gboolean is_more;
} CorpusNumeral;

gboolean corpus_numeral_parse (const gunichar *chars,
                               gint64 length,
                               gint64 at,
                               CorpusNumeral *numeral);
void corpus_numeral_clear (CorpusNumeral *numeral);
int corpus_numeral_digit (gunichar c);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorpusNumeral, corpus_numeral_clear)

G_END_DECLS

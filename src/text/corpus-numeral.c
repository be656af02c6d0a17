/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numerals: 88.4, 1,926, 1.2万, 3亿2000万, 一百零五, 两千三, 三点五, 二〇二五, 三四十, 几十, 30多万.
 *
 * Arabic digits take Chinese scale words (万, 亿, 万亿); Chinese numerals have places (十, 百, 千) inside sections that
 * 万 and 亿 scale. Both are read from left to right once; a numeral of more than MAX_CHARS characters is no number of
 * a newspaper, and is cut there so that a page of digits costs no more than any other. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-numeral.h"

#include "text/corpus-decimal.h"

#define MAX_CHARS 40

/**
 * corpus_numeral_digit:
 * @c: a character
 *
 * Returns: the value of a Chinese digit from 0 to 9, -1 for anything else
 */
int
corpus_numeral_digit (gunichar c)
{
  switch (c)
    {
    case 0x3007: /* 〇 */
    case 0x25cb: /* ○, which many pages set for it */
    case 0x96f6: /* 零 */
      return 0;
    case 0x4e00: /* 一 */
    case 0x58f9: /* 壹 */
      return 1;
    case 0x4e8c: /* 二 */
    case 0x4e24: /* 两 */
    case 0x8d30: /* 贰 */
      return 2;
    case 0x4e09: /* 三 */
    case 0x53c1: /* 叁 */
      return 3;
    case 0x56db: /* 四 */
    case 0x8086: /* 肆 */
      return 4;
    case 0x4e94: /* 五 */
    case 0x4f0d: /* 伍 */
      return 5;
    case 0x516d: /* 六 */
    case 0x9646: /* 陆 */
      return 6;
    case 0x4e03: /* 七 */
    case 0x67d2: /* 柒 */
      return 7;
    case 0x516b: /* 八 */
    case 0x634c: /* 捌 */
      return 8;
    case 0x4e5d: /* 九 */
    case 0x7396: /* 玖 */
      return 9;
    default:
      return -1;
    }
}

/* The power of ten of a place or scale word, 0 for anything else. */
static int
place_of (gunichar c)
{
  switch (c)
    {
    case 0x5341: /* 十 */
    case 0x62fe: /* 拾 */
      return 1;
    case 0x767e: /* 百 */
    case 0x4f70: /* 佰 */
      return 2;
    case 0x5343: /* 千 */
    case 0x4edf: /* 仟 */
      return 3;
    case 0x4e07: /* 万 */
    case 0x842c: /* 萬 */
      return 4;
    case 0x4ebf: /* 亿 */
    case 0x5104: /* 億 */
      return 8;
    default:
      return 0;
    }
}

static gboolean
is_more_word (gunichar c)
{
  return c == 0x591a /* 多 */ || c == 0x4f59 /* 余 */ || c == 0x51e0 /* 几 */;
}

static gboolean
is_ascii_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* 克 米 瓦 伏 帕 卡 赫 焦: units that 千 makes larger ones of. */
static gboolean
is_kilo_unit (gunichar c)
{
  return c == 0x514b || c == 0x7c73 || c == 0x74e6 || c == 0x4f0f || c == 0x5e15 || c == 0x5361 ||
         c == 0x8d6b || c == 0x7126;
}

/* 百, 千, 万, 亿 after Arabic digits, one after the other (万亿, 百万), as a power of ten. 十 never follows them. */
static int
take_scale (const gunichar *chars,
            gint64 length,
            gint64 *at)
{
  int power = 0;

  while (*at < length)
    {
      int place = place_of (chars[*at]);

      if (place < 2 || power + place > 16)
        break;
      /* 620千克, 600千瓦: a part of the unit. */
      if (place == 3 && *at + 1 < length && is_kilo_unit (chars[*at + 1]))
        break;
      power += place;
      (*at)++;
    }
  return power;
}

/* Digits with thousands separators and a fraction; the separators count only in front of three digits. */
static char *
take_arabic (const gunichar *chars,
             gint64 length,
             gint64 *at)
{
  GString *digits = g_string_new (NULL);
  gint64 i = *at, limit = MIN (length, *at + MAX_CHARS), n_whole = 0;

  for (; i < limit; i++)
    {
      gboolean is_group = chars[i] == ',' && n_whole >= 1 && n_whole <= 3 && i + 3 < length &&
                          is_ascii_digit (chars[i + 1]) && is_ascii_digit (chars[i + 2]) &&
                          is_ascii_digit (chars[i + 3]) &&
                          !(i + 4 < length && is_ascii_digit (chars[i + 4]));

      if (is_ascii_digit (chars[i]))
        n_whole++;
      else if (is_group)
        n_whole = 0;
      else
        break;
      if (!is_group)
        g_string_append_c (digits, (char) chars[i]);
    }
  if (i + 1 < limit && chars[i] == '.' && is_ascii_digit (chars[i + 1]))
    {
      g_string_append_c (digits, '.');
      for (i++; i < limit && is_ascii_digit (chars[i]); i++)
        g_string_append_c (digits, (char) chars[i]);
    }
  *at = i;
  return g_string_free (digits, FALSE);
}

/* 88.4万, 3万亿, 30多万, 3亿2000万. */
static gboolean
parse_arabic (const gunichar *chars,
              gint64 length,
              gint64 at,
              CorpusNumeral *numeral)
{
  g_autofree char *digits = take_arabic (chars, length, &at);
  gint64 before_more = at;
  int power;

  if (at < length && (chars[at] == 0x591a || chars[at] == 0x4f59)) /* 多, 余 */
    at++;
  power = take_scale (chars, length, &at);
  numeral->is_more = power > 0 && at > before_more &&
                     (chars[before_more] == 0x591a || chars[before_more] == 0x4f59);
  if (power == 0)
    at = before_more;
  numeral->has_scale = power > 0;
  numeral->scale = power;
  numeral->number = corpus_decimal_shift (digits, power);
  /* The lower part of a number in two scales. */
  while (power >= 4 && at < length && is_ascii_digit (chars[at]))
    {
      gint64 next = at;
      g_autofree char *low = take_arabic (chars, length, &next);
      int low_power = take_scale (chars, length, &next);
      g_autofree char *shifted = NULL, *high = NULL;

      if (low_power == 0 || low_power >= power)
        break;
      shifted = corpus_decimal_shift (low, low_power);
      high = g_steal_pointer (&numeral->number);
      numeral->number = corpus_decimal_add (high, shifted);
      power = low_power;
      at = next;
    }
  numeral->end = at;
  return TRUE;
}

static gint64
power_of_ten (int power)
{
  gint64 value = 1;

  while (power-- > 0)
    value *= 10;
  return value;
}

/* A Chinese numeral is read into a total of finished 亿 and 万 sections, the section under way, and the digit that
 * waits for its place. */
typedef struct
{
  gint64 total;
  gint64 section;
  int digit;     /* -1: none waits */
  int neighbour; /* the second of 三四, -1: none */
  int last_place;
  gboolean has_place;
  gboolean is_indefinite;
  gboolean is_more;
} Places;

static void
take_place (Places *places,
            int power,
            gint64 *difference)
{
  if (power >= 4)
    {
      gint64 sum = places->section + MAX (places->digit, 0);

      if (sum == 0 && places->total > 0)
        places->total *= power_of_ten (power); /* 万亿 */
      else
        places->total = power == 8 ? (places->total + MAX (sum, 1)) * power_of_ten (power)
                                   : places->total + MAX (sum, 1) * power_of_ten (power);
      places->section = 0;
    }
  else
    {
      places->section += (places->digit < 0 ? 1 : places->digit) * power_of_ten (power);
    }
  if (places->neighbour >= 0)
    *difference = power_of_ten (power);
  else if (power >= 4 && *difference > 0 && *difference <= 10000)
    *difference *= power_of_ten (power);
  places->digit = places->neighbour = -1;
  places->last_place = power;
  places->has_place = TRUE;
}

static gboolean
parse_chinese (const gunichar *chars,
               gint64 length,
               gint64 at,
               CorpusNumeral *numeral)
{
  Places places = { .digit = -1, .neighbour = -1 };
  g_autoptr (GString) row = g_string_new (NULL), fraction = NULL;
  gint64 i = at, limit = MIN (length, at + MAX_CHARS), difference = 0, value;
  gboolean after_zero = FALSE;

  for (; i < limit; i++)
    {
      int digit = corpus_numeral_digit (chars[i]), place = place_of (chars[i]);

      if (digit >= 0)
        {
          if (!places.has_place)
            g_string_append_c (row, (char) ('0' + digit));
          after_zero = digit == 0;
          if (digit == 0)
            continue;
          if (places.digit > 0 && places.neighbour < 0 && digit == places.digit + 1)
            places.neighbour = digit;
          else
            places.digit = digit;
        }
      else if (place > 0)
        {
          if (row->len > 2 && !places.has_place && place < 4)
            break;
          /* Anything beyond 9 999 万亿 is a run of characters, not a number. */
          if (places.total > G_GINT64_CONSTANT (90000000000) && place >= 4)
            break;
          take_place (&places, place, &difference);
        }
      else if ((chars[i] == 0x51e0 || chars[i] == 0x6570) && (i + 1 < limit) && i == at &&
               place_of (chars[i + 1]) > 0) /* 几十, 数百 */
        {
          places.is_indefinite = TRUE;
          places.digit = 1;
        }
      else if (is_more_word (chars[i]) && i > at && places.digit < 0 && places.has_place &&
               places.last_place < 8 &&
               (chars[i] == 0x51e0 ||
                (i + 1 < limit && place_of (chars[i + 1]) >= 4))) /* 十几, 十多万 */
        {
          if (chars[i] == 0x51e0)
            places.is_indefinite = TRUE;
          places.is_more = TRUE;
        }
      else
        {
          break;
        }
    }
  if (i == at || (row->len == 0 && !places.has_place))
    return FALSE;

  /* 二〇二五: a row of digits. Two neighbours alone, 三五, are words as often as numbers: the caller sees is_digits. */
  if (!places.has_place)
    {
      numeral->number = g_strdup (row->str);
      numeral->is_digits = row->len > 1;
      value = 0;
    }
  else
    {
      /* 两千三 is 2300, 一百零五 is 105. */
      if (places.digit > 0 && !after_zero && places.last_place >= 2 && places.last_place <= 4 &&
          chars[i - 1] != 0x96f6 && !(i >= at + 2 && corpus_numeral_digit (chars[i - 2]) == 0))
        {
          if (places.last_place == 4)
            places.total += places.digit * power_of_ten (3);
          else
            places.section += places.digit * power_of_ten (places.last_place - 1);
        }
      else
        {
          places.section += MAX (places.digit, 0);
        }
      value = places.total + places.section;
      numeral->number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
      if (difference > 0)
        numeral->number_max = g_strdup_printf ("%" G_GINT64_FORMAT, value + difference);
    }

  /* 三点五, 百分之三点五. */
  if (i + 1 < limit && chars[i] == 0x70b9 && corpus_numeral_digit (chars[i + 1]) >= 0 &&
      !numeral->is_digits && places.total == 0)
    {
      int power = 0;
      g_autofree char *whole = g_steal_pointer (&numeral->number);
      g_autofree char *decimal = NULL;

      fraction = g_string_new (whole);
      g_string_append_c (fraction, '.');
      for (i++; i < limit && corpus_numeral_digit (chars[i]) >= 0; i++)
        g_string_append_c (fraction, (char) ('0' + corpus_numeral_digit (chars[i])));
      power = take_scale (chars, length, &i);
      decimal = g_strdup (fraction->str);
      numeral->number = corpus_decimal_shift (decimal, power);
      places.has_place = places.has_place || power > 0;
    }
  if (places.is_indefinite)
    {
      g_clear_pointer (&numeral->number, g_free);
      g_clear_pointer (&numeral->number_max, g_free);
    }
  numeral->is_chinese = TRUE;
  numeral->has_scale = places.has_place && places.last_place >= 2;
  numeral->is_more = places.is_more;
  numeral->end = i;
  return TRUE;
}

/**
 * corpus_numeral_parse:
 * @chars: (array length=length): a text, folded by corpus_width_fold()
 * @length: its length
 * @at: where the numeral begins
 * @numeral: (out caller-allocates): the numeral, to be cleared with corpus_numeral_clear()
 *
 * Reads the longest numeral that begins at a position. May be called from any thread.
 *
 * Returns: whether there is one; if not, @numeral is left empty
 */
gboolean
corpus_numeral_parse (const gunichar *chars,
                      gint64 length,
                      gint64 at,
                      CorpusNumeral *numeral)
{
  *numeral = (CorpusNumeral){ 0 };
  if (at < 0 || at >= length)
    return FALSE;
  if (is_ascii_digit (chars[at]))
    return parse_arabic (chars, length, at, numeral);
  if (corpus_numeral_digit (chars[at]) >= 0 || place_of (chars[at]) > 0 || chars[at] == 0x51e0 ||
      chars[at] == 0x6570)
    return parse_chinese (chars, length, at, numeral);
  return FALSE;
}

/**
 * corpus_numeral_clear:
 * @numeral: a numeral
 */
void
corpus_numeral_clear (CorpusNumeral *numeral)
{
  g_clear_pointer (&numeral->number, g_free);
  g_clear_pointer (&numeral->number_max, g_free);
}

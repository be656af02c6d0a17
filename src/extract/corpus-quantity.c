/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of quantities.
 *
 *   quantity   = [before] [currency] number [range number] [more] [unit] [after]
 *   number     = numeral | 百分之 numeral | numeral 分之 numeral | digits (thousand | million | billion | trillion)
 *   range      = — - ~ 至 到 to
 *
 * A numeral that belongs to something else is no quantity: a date, a time of day, a telephone number, an ordinal, a name
 * with digits (“302X”, 3+3, G20), the number of an item. Units, measure words and comparators are the lexicon's. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-quantity-private.h"

#include <string.h>

#include "extract/corpus-lexicon.h"
#include "text/corpus-calendar.h"
#include "text/corpus-decimal.h"
#include "text/corpus-numeral.h"
#include "text/corpus-width.h"

static const struct
{
  const char *sign;
  const char *unit;
} currencies[] = {
  { "US$", "USD" },
  { "HK$", "HKD" },
  { "A$", "AUD" },
  { "C$", "CAD" },
  { "$", "USD" },
  { "€", "EUR" },
  { "£", "GBP" },
  { "¥", "CNY" },
  { "RMB", "CNY" },
  { "人民币", "CNY" },
};

static const struct
{
  const char *word;
  CorpusCmp cmp;
} english_before[] = {
  { "more than ", CORPUS_CMP_GT },
  { "over ", CORPUS_CMP_GT },
  { "above ", CORPUS_CMP_GT },
  { "exceeding ", CORPUS_CMP_GT },
  { "at least ", CORPUS_CMP_GE },
  { "fewer than ", CORPUS_CMP_LT },
  { "less than ", CORPUS_CMP_LT },
  { "under ", CORPUS_CMP_LT },
  { "below ", CORPUS_CMP_LT },
  { "up to ", CORPUS_CMP_LE },
  { "at most ", CORPUS_CMP_LE },
  { "about ", CORPUS_CMP_APPROX },
  { "around ", CORPUS_CMP_APPROX },
  { "nearly ", CORPUS_CMP_APPROX },
  { "almost ", CORPUS_CMP_APPROX },
  { "roughly ", CORPUS_CMP_APPROX },
  { "approximately ", CORPUS_CMP_APPROX },
  { "some ", CORPUS_CMP_APPROX },
};

static CorpusCmp
cmp_of (const char *word)
{
  CorpusCmp cmp = CORPUS_CMP_EQ;

  corpus_cmp_from_string (word, &cmp);
  return cmp;
}

/* Whether what stands around a numeral makes it a part of something else. */
static gboolean
is_part_of_name (const CorpusQuantityScanner *self,
                 gint64 start,
                 gint64 end)
{
  gunichar before = corpus_quantity_char_at (self, start - 1),
           after = corpus_quantity_char_at (self, end),
           next = corpus_quantity_char_at (self, end + 1);

  if (corpus_char_is_digit (before) || corpus_char_is_latin (before) || before == 0x7b2c /* 第 */ ||
      before == '+' || before == '_' || before == '/')
    return TRUE;
  if ((before == '.' || before == ':') &&
      corpus_char_is_digit (corpus_quantity_char_at (self, start - 2)))
    return TRUE;
  /* After a minus that itself stands after a digit or a letter: 0000-1234567, COVID-19. */
  if (before == '-' && (corpus_char_is_digit (corpus_quantity_char_at (self, start - 2)) ||
                        corpus_char_is_latin (corpus_quantity_char_at (self, start - 2))))
    return TRUE;
  if (after == '+' || after == '_' || after == '/' || after == '@')
    return TRUE;
  if (after == ':' && corpus_char_is_digit (next))
    return TRUE;
  if (after == '.' && corpus_char_is_digit (next))
    return TRUE;
  if (after == '-' && corpus_char_is_digit (next) && end - start >= 3 &&
      corpus_quantity_char_at (self, start) == '0')
    return TRUE;
  return FALSE;
}

static gboolean
is_range_mark (const CorpusQuantityScanner *self,
               gint64 *at)
{
  static const char *const marks[] = { "——", "—", "-", "~", "至", "到", " to ", " and ", NULL };
  gint64 found = corpus_reading_match_any (&self->reading, *at, self->length, marks);

  if (found < 0)
    return FALSE;
  /* between 5 and 6 is a range, 5 and 6 are two numbers: the word in front decides, see take_range(). */
  *at = found;
  return TRUE;
}

static void
shift_number (char **number,
              int power)
{
  if (*number != NULL && power != 0)
    {
      g_autofree char *old = *number;

      *number = corpus_decimal_shift (old, power);
    }
}

/* The words in front of a number. */
static void
take_before (const CorpusQuantityScanner *self,
             CorpusQuantity *quantity)
{
  const CorpusLexicon *lexicon = corpus_lexicon_get ();
  gint64 start = quantity->value.start;

  for (guint i = 0; i < G_N_ELEMENTS (english_before); i++)
    {
      gint64 begin = corpus_reading_match_before (&self->reading, 0, start, english_before[i].word);

      if (begin >= 0 && !corpus_char_is_latin (corpus_quantity_char_at (self, begin - 1)))
        {
          quantity->comparator = (CorpusSpan){ begin, start - 1 };
          quantity->cmp = english_before[i].cmp;
          return;
        }
    }
  /* The longest word that ends here; 达 may stand between: 多达, 超过达. */
  for (gint64 begin = MAX (start - 3, 0); begin < start; begin++)
    {
      CorpusLexiconMatch found;

      if (corpus_lexicon_match (lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BEFORE), self->chars,
                                begin, start, &found) == start)
        {
          /* 节约, 附近: the last character of another word. */
          if (start - begin == 1 && begin > 0 &&
              corpus_lexicon_match (lexicon,
                                    CORPUS_LEXICON_MASK (CORPUS_LEXICON_BASIS) |
                                        CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                    self->chars, begin - 1, start, NULL) == start)
            return;
          quantity->comparator = (CorpusSpan){ begin, start };
          quantity->cmp = cmp_of (found.value);
          return;
        }
    }
}

static void
take_after (const CorpusQuantityScanner *self,
            CorpusQuantity *quantity,
            gint64 at)
{
  CorpusLexiconMatch found;

  if (corpus_lexicon_match (corpus_lexicon_get (), CORPUS_LEXICON_MASK (CORPUS_LEXICON_AFTER),
                            self->chars, at, self->length, &found) < 0 ||
      g_str_equal (found.value, "gt"))
    return;
  /* 约3000人以上 keeps the word in front. */
  if (quantity->comparator.start == quantity->comparator.end)
    quantity->comparator = (CorpusSpan){ found.start, found.end };
  if (quantity->cmp == CORPUS_CMP_EQ || quantity->cmp == CORPUS_CMP_GT)
    quantity->cmp = cmp_of (found.value);
}

/* 百分之三点五, 三分之一. */
static gint64
take_fraction (const CorpusQuantityScanner *self,
               gint64 at,
               CorpusQuantity *quantity)
{
  static const struct
  {
    const char *word;
    const char *unit;
  } bases[] = { { "百分之", "percent" }, { "千分之", "permille" }, { "万分之", "permyriad" } };
  g_auto (CorpusNumeral) numeral = { 0 }, top = { 0 };
  gint64 over;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      gint64 end = corpus_quantity_match (self, at, bases[i].word);

      if (end > 0 && corpus_numeral_parse (self->chars, self->length, end, &numeral))
        {
          quantity->number = g_steal_pointer (&numeral.number);
          quantity->unit = g_strdup (bases[i].unit);
          quantity->unit_sort = "share";
          quantity->unit_span = (CorpusSpan){ at, end };
          quantity->number_span = (CorpusSpan){ end, numeral.end };
          quantity->value = (CorpusSpan){ at, numeral.end };
          quantity->kind = CORPUS_KIND_SHARE;
          return numeral.end;
        }
    }
  if (!corpus_numeral_parse (self->chars, self->length, at, &numeral) ||
      (over = corpus_quantity_match (self, numeral.end, "分之")) < 0 ||
      !corpus_numeral_parse (self->chars, self->length, over, &top))
    return -1;
  /* A fraction such as a third has no plain decimal, so it names no number. */
  quantity->unit = g_strdup ("fraction");
  quantity->unit_sort = "share";
  quantity->number_span = quantity->value = (CorpusSpan){ at, top.end };
  quantity->kind = CORPUS_KIND_SHARE;
  return top.end;
}

/* A digit row too long, or one with a leading zero, is a number of a telephone or a register. */
static gboolean
is_register_number (const CorpusQuantityScanner *self,
                    gint64 start,
                    gint64 end)
{
  gint64 n_digits = 0;

  for (gint64 i = start; i < end; i++)
    {
      if (corpus_quantity_char_at (self, i) == ',' || corpus_quantity_char_at (self, i) == '.')
        return FALSE;
      n_digits += corpus_char_is_digit (corpus_quantity_char_at (self, i));
    }
  return n_digits >= 9 || (n_digits >= 2 && corpus_quantity_char_at (self, start) == '0');
}

static gboolean
parse (const CorpusQuantityScanner *self,
       gint64 at,
       CorpusQuantity *quantity)
{
  g_auto (CorpusNumeral) numeral = { 0 }, upper = { 0 };
  const char *currency = NULL;
  gint64 start = at, number = at, end;
  int power = 0;

  *quantity = (CorpusQuantity){ .kind = CORPUS_KIND_LEVEL };
  for (guint i = 0; i < G_N_ELEMENTS (currencies) && currency == NULL; i++)
    {
      end = corpus_quantity_match (self, at, currencies[i].sign);
      if (end > 0 &&
          corpus_char_is_digit (
              corpus_quantity_char_at (self, corpus_quantity_skip_blank (self, end))) &&
          !corpus_char_is_latin (corpus_quantity_char_at (self, at - 1)))
        {
          currency = currencies[i].unit;
          number = corpus_quantity_skip_blank (self, end);
        }
    }
  if (currency == NULL && (end = take_fraction (self, at, quantity)) > 0)
    {
      take_before (self, quantity);
      take_after (self, quantity, end);
      return TRUE;
    }
  if (!corpus_numeral_parse (self->chars, self->length, number, &numeral))
    return FALSE;
  if (currency == NULL && is_part_of_name (self, number, numeral.end))
    return FALSE;
  if (!numeral.is_chinese && !numeral.has_scale && is_register_number (self, number, numeral.end))
    return FALSE;
  if (numeral.is_digits)
    return FALSE;
  /* 万亿级, 百年: a scale word alone counts nothing, but 十 is ten. */
  if (numeral.is_chinese && corpus_numeral_digit (self->chars[number]) < 0 &&
      self->chars[number] != 0x5341 && numeral.number != NULL)
    return FALSE;

  end = numeral.end;
  quantity->number = g_strdup (numeral.number);
  quantity->number_max = g_strdup (numeral.number_max);
  quantity->is_chinese = numeral.is_chinese;
  if (numeral.is_more)
    quantity->cmp = CORPUS_CMP_GT;
  if (!numeral.is_chinese && !numeral.has_scale)
    {
      gint64 scaled = corpus_quantity_take_english_scale (self, end, currency != NULL, &power);

      if (scaled > 0)
        {
          end = scaled;
          shift_number (&quantity->number, power);
        }
    }
  quantity->value = (CorpusSpan){ start, end };
  quantity->number_span = (CorpusSpan){ number, end };

  /* 20亿多人口, 300多元: the word for more stands between the number and its unit. */
  {
    gunichar c = corpus_quantity_char_at (self, end);
    gint64 unit_at = c == 0x591a /* 多 */ || c == 0x4f59 /* 余 */ ? end + 1 : end;
    gint64 unit_end = corpus_quantity_take_unit (self, unit_at, quantity);

    if (unit_at > end && (unit_end > 0 || numeral.has_scale))
      {
        quantity->cmp = CORPUS_CMP_GT;
        quantity->comparator = (CorpusSpan){ end, end + 1 };
      }
    if (unit_end > 0)
      quantity->value.end = end = unit_end;
    else if (unit_at > end && numeral.has_scale)
      end = unit_at;
  }

  /* The upper end of a range, and its unit where the lower has none. */
  {
    gint64 second = end;
    gboolean has_unit = quantity->unit != NULL;
    gboolean is_word = corpus_quantity_match (self, end, " and ") > 0;

    if (is_range_mark (self, &second) &&
        (!is_word || corpus_reading_match_before (&self->reading, 0, start, "between ") >= 0))
      {
        g_auto (CorpusQuantity) ignored = { 0 };

        for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
          if (corpus_quantity_match (self, second, currencies[i].sign) > 0)
            {
              second = corpus_quantity_match (self, second, currencies[i].sign);
              break;
            }
        if (corpus_numeral_parse (self->chars, self->length, second, &upper) &&
            upper.number != NULL && numeral.number != NULL &&
            upper.is_chinese == numeral.is_chinese && !is_part_of_name (self, second, upper.end) &&
            corpus_quantity_char_at (self, upper.end) != 0x6708 /* 月 */)
          {
            gint64 upper_end = upper.end, unit_end;
            int upper_power = 0;
            gint64 scaled = upper.has_scale || upper.is_chinese
                                ? -1
                                : corpus_quantity_take_english_scale (
                                      self, upper_end, currency != NULL, &upper_power);

            g_free (quantity->number_max);
            quantity->number_max = g_strdup (upper.number);
            if (scaled > 0)
              {
                shift_number (&quantity->number_max, upper_power);
                upper_end = scaled;
                /* 3 to 5 million; but 3 percent to 5 million are two figures. */
                if (power == 0 && !has_unit)
                  shift_number (&quantity->number, upper_power);
              }
            /* 3—5万 is 3万 to 5万. */
            if (!has_unit && !numeral.has_scale && upper.scale > 0)
              shift_number (&quantity->number, upper.scale);
            quantity->number_span.end = upper_end;
            if (!has_unit)
              {
                unit_end = corpus_quantity_take_unit (self, upper_end, quantity);
              }
            else
              {
                unit_end = corpus_quantity_take_unit (self, upper_end, &ignored);
                if (unit_end > 0 && g_strcmp0 (ignored.unit, quantity->unit) != 0)
                  unit_end = -1;
                /* 三成至五成: the unit scales both. */
                if (unit_end > 0 && g_strcmp0 (quantity->unit, "percent") == 0 &&
                    corpus_quantity_char_at (self, unit_end - 1) == 0x6210)
                  shift_number (&quantity->number_max, 1);
              }
            if (unit_end > 0 || !has_unit)
              quantity->value.end = end = unit_end > 0 ? unit_end : upper_end;
            else
              g_clear_pointer (&quantity->number_max, g_free);
          }
      }
  }
  if (quantity->number_max != NULL)
    {
      /* 5 to 3 is no range. */
      if (quantity->number == NULL ||
          corpus_decimal_compare (quantity->number, quantity->number_max) >= 0)
        g_clear_pointer (&quantity->number_max, g_free);
      else
        quantity->cmp = CORPUS_CMP_RANGE;
    }

  if (currency != NULL)
    {
      g_free (quantity->unit);
      quantity->unit = g_strdup (currency);
      quantity->unit_sort = "money";
      if (quantity->unit_span.start == quantity->unit_span.end)
        quantity->unit_span = (CorpusSpan){ start, number };
    }
  if (g_strcmp0 (quantity->unit_sort, "share") == 0)
    quantity->kind = CORPUS_KIND_SHARE;
  else if (g_strcmp0 (quantity->unit_sort, "ratio") == 0)
    quantity->kind = CORPUS_KIND_RATIO;
  /* 三成半. */
  if (quantity->unit != NULL && corpus_quantity_char_at (self, end) == 0x534a &&
      corpus_quantity_char_at (self, end - 1) == 0x6210 && quantity->number != NULL)
    {
      g_autofree char *whole = quantity->number;

      quantity->number = corpus_decimal_add (whole, "5");
      quantity->value.end = ++end;
    }
  take_before (self, quantity);
  if (quantity->number_max != NULL)
    quantity->cmp = CORPUS_CMP_RANGE;
  take_after (self, quantity, end);
  return TRUE;
}

/**
 * corpus_quantities_new:
 *
 * Returns: (transfer full) (element-type CorpusQuantity): an empty list, to be freed with g_array_unref()
 */
GArray *
corpus_quantities_new (void)
{
  GArray *quantities = g_array_new (FALSE, FALSE, sizeof (CorpusQuantity));

  g_array_set_clear_func (quantities, (GDestroyNotify) corpus_quantity_clear);
  return quantities;
}

/**
 * corpus_quantity_clear:
 * @quantity: a quantity
 */
void
corpus_quantity_clear (CorpusQuantity *quantity)
{
  g_clear_pointer (&quantity->number, g_free);
  g_clear_pointer (&quantity->number_max, g_free);
  g_clear_pointer (&quantity->unit, g_free);
  g_clear_pointer (&quantity->unit_text, g_free);
}

/**
 * corpus_quantity_parse:
 * @chars: (array length=length): a text, folded by corpus_width_fold(), a 0 after the last
 * @length: its length
 * @at: where the number begins, or its currency sign
 * @quantity: (out caller-allocates): the quantity, to be cleared with corpus_quantity_clear()
 *
 * Reads the quantity that begins at a position. Dates are not told apart here: see
 * corpus_quantity_scan(). May be called from any thread.
 *
 * Returns: whether there is one
 */
gboolean
corpus_quantity_parse (const gunichar *chars,
                       gint64 length,
                       gint64 at,
                       CorpusQuantity *quantity)
{
  CorpusQuantityScanner self = { chars, length, { (gunichar *) chars, length } };

  if (!parse (&self, at, quantity))
    {
      corpus_quantity_clear (quantity);
      return FALSE;
    }
  if (quantity->unit_span.start < quantity->unit_span.end)
    quantity->unit_text =
        corpus_reading_dup (&self.reading, quantity->unit_span.start, quantity->unit_span.end);
  return TRUE;
}

/* Whether a quantity may begin with a character, so that the rest of a text costs nothing. */
static gboolean
may_begin (gunichar c)
{
  return corpus_char_is_digit (c) || corpus_numeral_digit (c) >= 0 || c == 0x5341 || c == 0x767e ||
         c == 0x5343 || c == 0x4e07 || c == 0x4ebf || c == 0x51e0 || c == 0x6570 || c == '$' ||
         c == 0x20ac || c == 0xa3 || c == 0xa5 || c == 'U' || c == 'H' || c == 'A' || c == 'C' ||
         c == 'R' || c == 0x4eba;
}

/**
 * corpus_quantity_scan_chars:
 * @chars: a text, folded by corpus_width_fold(), a 0 after the last
 * @start: where to begin
 * @end: where to end
 * @today: (nullable): the day of printing, for telling dates apart
 *
 * Finds the quantities of a text, dates left out. May be called from any thread.
 *
 * Returns: (transfer full) (element-type CorpusQuantity): the quantities in text order, none overlapping another
 */
GArray *
corpus_quantity_scan_chars (const gunichar *chars,
                            gint64 start,
                            gint64 end,
                            const GDate *today)
{
  GArray *quantities = corpus_quantities_new ();
  gint64 at = start;

  while (at < end)
    {
      CorpusCalendar calendar;
      CorpusQuantity quantity;
      CorpusNumeral numeral;

      if (!may_begin (chars[at]))
        {
          at++;
        }
      else if (corpus_calendar_may_begin (chars[at]) &&
               (corpus_calendar_parse (chars, end, at, today, &calendar) ||
                corpus_calendar_parse_english (chars, end, at, today, &calendar)) &&
               calendar.end > at)
        {
          at = calendar.end;
        }
      else if (corpus_quantity_parse (chars, end, at, &quantity))
        {
          g_array_append_val (quantities, quantity);
          at = MAX (quantity.value.end, at + 1);
        }
      else if (corpus_numeral_parse (chars, end, at, &numeral))
        {
          at = MAX (numeral.end, at + 1);
          corpus_numeral_clear (&numeral);
        }
      else
        {
          at++;
        }
    }
  return quantities;
}

/**
 * corpus_quantity_scan:
 * @utf8: (array length=n_bytes): a text
 * @n_bytes: its length, or -1 where it ends with a NUL
 * @today: (nullable): the day of printing, for telling dates apart
 *
 * Finds the quantities of a text: the grammar alone, without a page around it.
 * May be called from any thread.
 *
 * Returns: (transfer full) (element-type CorpusQuantity): the quantities in text order; spans count code points of @utf8
 */
GArray *
corpus_quantity_scan (const char *utf8,
                      gssize n_bytes,
                      const GDate *today)
{
  gint64 length;
  g_autofree gunichar *chars =
      corpus_width_fold_text (utf8, n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes, &length);

  return corpus_quantity_scan_chars (chars, 0, length, today);
}

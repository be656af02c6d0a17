/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The units behind a number: those of the lexicon, English ones, and the English words that scale a number. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-quantity-private.h"

#include "extract/corpus-lexicon.h"
#include "text/corpus-decimal.h"

static const struct
{
  const char *word;
  const char *unit;
  const char *sort;
} english_units[] = {
  { "percentage points", "percentage_point", "point" },
  { "percentage point", "percentage_point", "point" },
  { "per cent", "percent", "share" },
  { "percent", "percent", "share" },
  { "basis points", "basis_point", "point" },
  { "cubic metres", "m3", "volume" },
  { "cubic meters", "m3", "volume" },
  { "square metres", "m2", "area" },
  { "square meters", "m2", "area" },
  { "square kilometres", "km2", "area" },
  { "square kilometers", "km2", "area" },
  { "tonnes", "t", "mass" },
  { "tons", "t", "mass" },
  { "kilograms", "kg", "mass" },
  { "kilometres", "km", "length" },
  { "kilometers", "km", "length" },
  { "miles", "mi", "length" },
  { "metres", "m", "length" },
  { "meters", "m", "length" },
  { "hectares", "ha", "area" },
  { "acres", "acre", "area" },
  { "TEU", "TEU", "count" },
  { "dollars", "USD", "money" },
  { "pounds", "GBP", "money" },
  { "euros", "EUR", "money" },
  { "yuan", "CNY", "money" },
  { "pence", "GBp", "money" },
  { "people", "person", "count" },
  { "megawatts", "MW", "power" },
  { "times", "times", "ratio" },
  { "hours", "h", "time" },
  { "minutes", "min", "time" },
  { "seconds", "s", "time" },
  { "days", "d", "duration" },
  { "weeks", "wk", "duration" },
  { "months", "mo", "duration" },
  { "years", "a", "duration" },
  { "year", "a", "duration" },
  { "day", "d", "duration" },
};

static const struct
{
  const char *word;
  int power;
} english_scales[] = {
  { "thousand", 3 },
  { "million", 6 },
  { "billion", 9 },
  { "trillion", 12 },
  { "bn", 9 },
  { "tn", 12 },
  { "m", 6 },
  { "k", 3 },
};

/* The unit at @at; @unit gets its code. */
gint64
corpus_quantity_take_unit (const CorpusQuantityScanner *self,
                           gint64 at,
                           CorpusQuantity *quantity)
{
  const CorpusLexicon *lexicon = corpus_lexicon_get ();
  CorpusLexiconMatch found;
  gint64 begin = corpus_quantity_skip_blank (self, at), end;

  for (guint i = 0; i < G_N_ELEMENTS (english_units); i++)
    {
      end = corpus_quantity_match (self,
                                   corpus_quantity_char_at (self, begin) == '-' ? begin + 1 : begin,
                                   english_units[i].word);
      if (end > 0 && corpus_quantity_ends_word (self, end))
        {
          quantity->unit = g_strdup (english_units[i].unit);
          quantity->unit_sort = english_units[i].sort;
          quantity->unit_span = (CorpusSpan){ begin, end };
          return end;
        }
    }
  end = corpus_lexicon_match (lexicon,
                              CORPUS_LEXICON_MASK (CORPUS_LEXICON_UNIT) |
                                  CORPUS_LEXICON_MASK (CORPUS_LEXICON_MEASURE),
                              self->chars, begin, MIN (self->length, begin + 12), &found);
  if (end < 0 ||
      (begin > at && !corpus_char_is_han (corpus_quantity_char_at (self, begin)) &&
       corpus_quantity_char_at (self, begin) != '%') ||
      (corpus_char_is_latin (corpus_quantity_char_at (self, end - 1)) &&
       !corpus_quantity_ends_word (self, end)))
    return -1;
  if (found.kind == CORPUS_LEXICON_MEASURE)
    {
      quantity->unit_sort = "measure";
      /* 台(套), 县(市、区): a measure word may bring its alternatives. */
      if (corpus_quantity_char_at (self, end) == '(')
        {
          gint64 close = end + 1;

          while (close < end + 6 && (corpus_char_is_han (corpus_quantity_char_at (self, close)) ||
                                     corpus_quantity_char_at (self, close) == 0x3001))
            close++;
          if (corpus_quantity_char_at (self, close) == ')' && close > end + 1)
            end = close + 1;
        }
      quantity->unit = corpus_reading_dup (&self->reading, begin, end);
    }
  else
    {
      g_auto (GStrv) parts = g_strsplit (found.value, " ", 3);
      static const char *const sorts[] = { "money", "share", "point", "ratio",
                                           "count", "length", "area", "volume",
                                           "mass", "energy", "power", "temperature",
                                           "time", "duration", "age", "other" };
      int power = (int) g_ascii_strtoll (parts[1], NULL, 10);

      quantity->unit = g_strdup (parts[0]);
      for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
        if (g_str_equal (sorts[i], parts[2]))
          quantity->unit_sort = sorts[i];
      if (power != 0)
        {
          char **numbers[] = { &quantity->number, &quantity->number_max };

          for (guint i = 0; i < 2; i++)
            if (*numbers[i] != NULL)
              {
                g_autofree char *old = *numbers[i];

                *numbers[i] = corpus_decimal_shift (old, power);
              }
        }
    }
  quantity->unit_span = (CorpusSpan){ begin, end };
  return end;
}

/* million, bn behind Arabic digits. */
gint64
corpus_quantity_take_english_scale (const CorpusQuantityScanner *self,
                                    gint64 at,
                                    gboolean has_currency,
                                    int *power)
{
  gint64 begin = corpus_quantity_skip_blank (self, at);

  for (guint i = 0; i < G_N_ELEMENTS (english_scales); i++)
    {
      gint64 end = corpus_quantity_match (self, begin, english_scales[i].word);

      /* The letters alone are scales of money only: 3m is three metres. */
      if (end > 0 && corpus_quantity_ends_word (self, end) &&
          (end - begin > 2 || (has_currency && begin == at)))
        {
          *power = english_scales[i].power;
          return end;
        }
    }
  return -1;
}

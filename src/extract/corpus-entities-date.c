/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates: calendar expressions with their ISO form. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"
#include "text/corpus-calendar.h"
#include "text/corpus-numeral.h"

/* Whether a calendar expression may begin with a character. */
static gboolean
may_begin (gunichar c)
{
  static const gunichar letters[] = {
    0x4eca /* 今 */, 0x53bb /* 去 */, 0x660e /* 明 */, 0x524d /* 前 */, 0x540e /* 后 */, 0x4e0a /* 上 */, 0x4e0b /* 下 */, 0x672c /* 本 */,
    0x5f53 /* 当 */, 0x6628 /* 昨 */, 0x9996 /* 首 */, 0x7b2c /* 第 */, 0x8fd9 /* 这 */, 0x5341 /* 十 */
  };

  if (corpus_char_is_digit (c) || corpus_numeral_digit (c) >= 0 || (c >= 'A' && c <= 'Z') || c == 'l' || c == 't' || c == 'n' || c == 'y')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == c)
      return TRUE;
  return FALSE;
}

void
corpus_mentions_find_dates (CorpusMentions *self,
                            const GDate *today)
{
  const gunichar *chars = self->reading->chars;
  gint64 length = self->reading->length;

  for (gint64 at = 0; at < length; at++)
    {
      CorpusCalendar calendar;
      CorpusMention mention;

      if (!may_begin (chars[at]))
        continue;
      if (!corpus_calendar_parse (chars, length, at, today, &calendar) && !corpus_calendar_parse_english (chars, length, at, today, &calendar))
        continue;
      mention = (CorpusMention){ { at, calendar.end }, CORPUS_MENTION_DATE, calendar.iso[0] != '\0' ? 0.95 : 0.8, "" };
      g_strlcpy (mention.norm, calendar.iso, sizeof mention.norm);
      if (!self->is_out[at])
        g_array_append_val (self->found, mention);
      at = calendar.end - 1;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates: calendar expressions with their ISO form. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"
#include "text/corpus-calendar.h"

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

      if (!corpus_calendar_may_begin (chars[at]))
        continue;
      if (!corpus_calendar_parse (chars, length, at, today, &calendar) &&
          !corpus_calendar_parse_english (chars, length, at, today, &calendar))
        continue;
      mention = (CorpusMention){
        { at, calendar.end }, CORPUS_MENTION_DATE, calendar.iso[0] != '\0' ? 0.95 : 0.8, ""
      };
      g_strlcpy (mention.norm, calendar.iso, sizeof mention.norm);
      if (!self->is_out[at])
        g_array_append_val (self->found, mention);
      at = calendar.end - 1;
    }
}

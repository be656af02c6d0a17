/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a story, by which a story is known to begin.
 *
 * Chinese: an agency, a place, a day, the word 讯 or 电, and people in brackets: every part but the verb may be
 * missing, and spaces may stand anywhere. English: a place in capitals, a day, an agency in brackets and a dash. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-dateline-head.h"

#include "extract/corpus-people.h"
#include "text/corpus-calendar.h"
#include "text/corpus-numeral.h"
#include "text/corpus-width.h"

#define MAX_PLACE 14
#define MAX_PEOPLE 160

static const char *const agencies[] = {
  "本报", "本刊", "本社", "本网", "新华社", "新华网", "人民日报", "人民网", "中新社", "中新网客户端", "中新网", "中国新闻社", "中国新闻网", "央视网", "法新社", "路透社", "美联社",
  "塔斯社", "共同社", "中央社", "埃菲社", "安莎社", "德新社", "韩联社", "俄新社", "科技日报", "光明日报", "经济日报", "工人日报", "中国青年报", "农民日报", "法治日报",
  NULL
};

/* An agency that is not in the list: 晨报讯, 东州新闻网讯. It ends like one, and is short. */
static gint64
match_agency (const CorpusReading *reading,
              gint64 at,
              gint64 end)
{
  static const char *const endings[] = { "日报", "晚报", "早报", "晨报", "商报", "都市报",
                                         "新闻网", "客户端", "融媒体", "新闻", "时报", "青年报",
                                         "网", "报", "社", "电台", NULL };
  gint64 found = corpus_reading_match_any (reading, at, end, agencies);

  if (found >= 0)
    return found;
  for (gint64 i = at; i < MIN (end, at + 8) && corpus_char_is_han (reading->chars[i]); i++)
    {
      found = corpus_reading_match_any (reading, i, end, endings);
      /* 报 and 网 alone are no paper. */
      if (found >= 0 && found - at >= 3 && found - at <= 8)
        return found;
    }
  return -1;
}

static gint64
match_verb (const CorpusReading *reading,
            gint64 at,
            gint64 end)
{
  static const char *const verbs[] = { "综合电", "专电", "电", "讯", "消息", "综合讯", "综合消息", NULL };

  return corpus_reading_match_any (reading, corpus_reading_skip_space (reading, at, end), end,
                                   verbs);
}

/* 3月17日, 17日, at the place where a verb follows. */
static gint64
match_day (const CorpusReading *reading,
           gint64 at,
           gint64 end)
{
  CorpusCalendar calendar;

  if (!corpus_calendar_parse (reading->chars, end, at, NULL, &calendar) ||
      calendar.unit != CORPUS_CALENDAR_DAY)
    return -1;
  return calendar.end;
}

/* Names in brackets after the verb: they are people, or the brackets belong to the sentence. */
static gint64
match_people (const CorpusReading *reading,
              gint64 at,
              gint64 end,
              CorpusSpan *people)
{
  gint64 open = corpus_reading_skip_space (reading, at, end);
  g_autoptr (GArray) list = NULL;

  if (open >= end)
    return at;
  /* Older papers set no brackets: 本报北京5月4日讯记者宋遥、丁舒报道. */
  if (reading->chars[open] != '(')
    {
      gint64 stop = corpus_reading_find (reading, open, MIN (end, open + 40), "报道");
      CorpusSpan inside = { open, stop };

      list = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));
      if (stop < 0 || !corpus_people_parse (reading, inside, list))
        return at;
      *people = inside;
      return stop + 2;
    }
  for (gint64 i = open + 1; i < MIN (end, open + MAX_PEOPLE); i++)
    if (reading->chars[i] == ')')
      {
        CorpusSpan inside = { open + 1, i };

        list = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));
        if (!corpus_people_parse (reading, inside, list))
          return at;
        *people = inside;
        return i + 1;
      }
  return at;
}

static gboolean
parse_chinese (const CorpusReading *reading,
               CorpusSpan span,
               CorpusDatelineHead *head)
{
  gint64 at = span.start, agency_end, limit, verb;
  gboolean in_brackets = FALSE;

  if (at < span.end && reading->chars[at] == 0x3010) /* 【 */
    {
      in_brackets = TRUE;
      at++;
    }
  at = MAX (corpus_reading_match (reading, at, span.end, "据"), at);
  agency_end = match_agency (reading, at, span.end);
  if (agency_end < 0)
    {
      /* Brackets alone: (记者 唐可). */
      gint64 end = match_people (reading, at, span.end, &head->people);

      if (end == at || head->people.start == head->people.end)
        return FALSE;
      head->span = (CorpusSpan){ span.start, end };
      return TRUE;
    }
  head->agency = (CorpusSpan){ at, agency_end };
  at = corpus_reading_skip_space (reading, agency_end, span.end);

  /* The place is what stands between the agency and the day, or the agency and the verb. */
  limit = MIN (span.end, at + MAX_PLACE);
  verb = match_verb (reading, at, span.end);
  for (gint64 i = at; verb < 0 && i < limit; i++)
    {
      gint64 day = corpus_char_is_digit (reading->chars[i]) ||
                           corpus_numeral_digit (reading->chars[i]) > 0 ||
                           reading->chars[i] == 0x5341
                       ? match_day (reading, i, span.end)
                       : -1;

      if (day >= 0)
        {
          verb = match_verb (reading, day, span.end);
          if (verb < 0)
            return FALSE;
          head->place = corpus_reading_trim (reading, (CorpusSpan){ at, i });
          head->date = (CorpusSpan){ i, day };
        }
      else if (i > at && i <= at + 6 && reading->chars[i] == 0x7535 /* 电 */ && i + 1 < span.end &&
               (corpus_width_is_space (reading->chars[i + 1]) || reading->chars[i + 1] == '('))
        {
          head->place = corpus_reading_trim (reading, (CorpusSpan){ at, i });
          verb = i + 1;
        }
      else if (!corpus_char_is_han (reading->chars[i]) &&
               !corpus_width_is_space (reading->chars[i]) && reading->chars[i] != 0x3001 &&
               reading->chars[i] != 0xb7 && reading->chars[i] != '/')
        {
          return FALSE;
        }
    }
  if (verb < 0)
    return FALSE;
  if (in_brackets && verb < span.end && reading->chars[verb] == 0x3011) /* 】 */
    verb++;
  head->span = (CorpusSpan){ span.start, match_people (reading, verb, span.end, &head->people) };
  return TRUE;
}

/* CALDER BAY, March 17 (Coastwire) — */
static gboolean
parse_english (const CorpusReading *reading,
               CorpusSpan span,
               CorpusDatelineHead *head)
{
  gint64 at = span.start, limit = MIN (span.end, span.start + 80), place_end = 0;
  int n_capitals = 0;
  CorpusCalendar calendar;

  while (at < limit &&
         (g_unichar_isupper (reading->chars[at]) || reading->chars[at] == ' ' ||
          reading->chars[at] == '.' || reading->chars[at] == '-' || reading->chars[at] == '\''))
    {
      n_capitals += g_unichar_isupper (reading->chars[at]);
      at++;
      if (at < limit && corpus_char_is_latin (reading->chars[at - 1]))
        place_end = at;
    }
  if (n_capitals < 3 || place_end == 0)
    return FALSE;
  head->place = (CorpusSpan){ span.start, place_end };
  /* A country or state after the town: PARIS, Texas, March 17. */
  for (gint64 i = at; i < limit; i++)
    {
      if (reading->chars[i] == '(' && head->agency.end == head->agency.start)
        {
          gint64 close = corpus_reading_find (reading, i, limit, ")");

          if (close < 0)
            return FALSE;
          head->agency = (CorpusSpan){ i + 1, close };
          i = close;
        }
      else if (head->date.end == head->date.start &&
               corpus_calendar_parse_english (reading->chars, limit, i, NULL, &calendar))
        {
          head->date = (CorpusSpan){ i, calendar.end };
          i = calendar.end - 1;
        }
      else if (reading->chars[i] == 0x2014 ||
               (reading->chars[i] == '-' && i + 1 < limit &&
                (reading->chars[i + 1] == '-' || reading->chars[i - 1] == ' ')))
        {
          while (i < limit && (reading->chars[i] == 0x2014 || reading->chars[i] == '-'))
            i++;
          head->span = (CorpusSpan){ span.start, i };
          return TRUE;
        }
      else if (!corpus_char_is_latin (reading->chars[i]) && reading->chars[i] != ',' &&
               reading->chars[i] != ' ' && reading->chars[i] != '.')
        {
          return FALSE;
        }
    }
  return FALSE;
}

/**
 * corpus_dateline_head_parse:
 * @reading: a text
 * @span: a paragraph
 * @head: (out caller-allocates): the head
 *
 * Reads the dateline head that a paragraph begins with.
 *
 * Returns: whether there is one
 */
gboolean
corpus_dateline_head_parse (const CorpusReading *reading,
                            CorpusSpan span,
                            CorpusDatelineHead *head)
{
  span = corpus_reading_trim (reading, span);
  *head = (CorpusDatelineHead){ 0 };
  if (span.start == span.end)
    return FALSE;
  if (parse_chinese (reading, span, head))
    return TRUE;
  *head = (CorpusDatelineHead){ 0 };
  return parse_english (reading, span, head);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Events: meetings, fairs, contests and shows with a name. They are known by their end; the name reaches back over what
 * is no verb, brackets and quotations included, and must begin with something that makes it a particular one. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"
#include "text/corpus-numeral.h"

#define MAX_NAME 40

/* What makes a meeting a particular one, at the head of its name. */
static const char *const anchors[] = { "全国", "全省", "全市", "全县", "全区", "全球",
                                       "世界", "国际", "中央", "中国", "省", "市",
                                       "县", "区", "第", "党的", "首届", "首次",
                                       "亚太", "亚洲", "国务院", "军委", NULL };

/* 党的十九大, 党的二十大, 二十届三中全会. */
static void
find_congresses (CorpusMentions *self)
{
  static const char *const parties[] = { "党的", "中共", "越共", "老挝人革党", NULL };
  const CorpusReading *reading = self->reading;

  for (gint64 at = 0; at < reading->length; at++)
    {
      gint64 party = corpus_reading_match_any (reading, at, reading->length, parties), digits,
             end = -1;

      digits = party > 0 ? party : at;
      if (party < 0 &&
          (corpus_numeral_digit (reading->chars[at]) < 0 && reading->chars[at] != 0x5341))
        continue;
      if (party < 0 && at > 0 &&
          (corpus_numeral_digit (reading->chars[at - 1]) >= 0 || reading->chars[at - 1] == 0x5341))
        continue;
      party = digits;
      while (digits < party + 4 && (corpus_numeral_digit (reading->chars[digits]) > 0 ||
                                    reading->chars[digits] == 0x5341))
        digits++;
      if (digits == party || digits >= reading->length)
        continue;
      if (reading->chars[digits] == 0x5c4a /* 届 */ && digits + 1 < reading->length)
        {
          gint64 full = digits + 1;

          while (full < digits + 4 && corpus_numeral_digit (reading->chars[full]) > 0)
            full++;
          end = corpus_reading_match (reading, full, reading->length, "中全会");
        }
      else if (reading->chars[digits] == 0x5927 /* 大 */ && party > at &&
               corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_WORD),
                                     reading->chars, digits, digits + 3, NULL) < digits + 2)
        {
          end = digits + 1;
        }
      if (end > 0)
        corpus_mentions_add (self, at, end, CORPUS_MENTION_EVENT, 0.85);
    }
}

/* Like corpus_mentions_reach_back(), and over brackets and quotations that close. */
static gint64
reach_back (CorpusMentions *self,
            gint64 from)
{
  const gunichar *chars = self->reading->chars;
  gint64 at = from;

  while (at > 0 && from - at < MAX_NAME)
    {
      gint64 next = corpus_mentions_reach_back (self, at, MAX_NAME - (from - at));
      gunichar open = 0;

      if (next < at)
        {
          at = next;
          continue;
        }
      if (self->is_out[at - 1])
        break;
      if (chars[at - 1] == ')')
        open = '(';
      else if (chars[at - 1] == 0x201d)
        open = 0x201c;
      if (open != 0)
        {
          gint64 i = at - 2;

          while (i > at - 24 && i >= 0 && chars[i] != open)
            i--;
          if (i < 0 || chars[i] != open)
            break;
          at = i;
          continue;
        }
      break;
    }
  return at;
}

static void
find_by_suffix (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      gint64 start;
      const CorpusMention *inner;
      double confidence;

      if (word->kind != CORPUS_LEXICON_EVENT_SUFFIX)
        continue;
      /* 会议室, 大会上 is fine, 会议精神 is fine. */
      if (reading->chars[word->end] == 0x5ba4 || reading->chars[word->end] == 0x5458)
        continue;
      start = reach_back (self, word->start);
      inner = corpus_mentions_at (self, start);
      if (word->start - start < 2)
        continue;
      /* 12场平行会议 counts meetings. */
      if (corpus_char_is_digit (reading->chars[start]))
        {
          gint64 digits = start;

          while (corpus_char_is_digit (reading->chars[digits]))
            digits++;
          if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_MEASURE),
                                    reading->chars, digits, word->start, NULL) > 0 &&
              digits - start < 4)
            continue;
        }
      if (reading->chars[start] == 0x201c)
        confidence = 0.75;
      else if (inner != NULL ||
               corpus_reading_match_any (reading, start, word->start, anchors) > 0 ||
               corpus_numeral_digit (reading->chars[start]) > 0 ||
               corpus_char_is_digit (reading->chars[start]) || reading->chars[start] == '(')
        confidence = word->start - start >= 4 ? 0.8 : 0.65;
      else
        continue;
      corpus_mentions_add (self, start, word->end, CORPUS_MENTION_EVENT, confidence);
    }
}

/* “中泰文化年”: a quotation that ends like an event. */
static void
find_quoted (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);

      if (word->kind != CORPUS_LEXICON_EVENT_SUFFIX || reading->chars[word->end] != 0x201d)
        continue;
      for (gint64 at = word->start - 1; at >= 0 && at > word->start - 24; at--)
        if (reading->chars[at] == 0x201c)
          {
            if (word->start - at > 2)
              corpus_mentions_add (self, at, word->end + 1, CORPUS_MENTION_EVENT, 0.75);
            break;
          }
        else if (corpus_char_is_sentence_end (reading->chars[at]) || reading->chars[at] == '\n')
          break;
    }
}

void
corpus_mentions_find_events (CorpusMentions *self)
{
  find_congresses (self);
  find_by_suffix (self);
  find_quoted (self);
}

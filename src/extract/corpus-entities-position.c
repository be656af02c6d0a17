/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles of office: a title of the lexicon, with the bodies and places written directly before it. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"

/* What makes a title the beginning of another word: 市长期, 委员会, 秘书处, 部长级. */
static const char *const other_words[] = { "期", "会", "处", "团", "府", "级", "制",
                                           "度", "江", "远", "三角", "席", NULL };

/* Titles that are as often a plain word: they count beside a body or a name only. */
static const char *const plain[] = { "委员", "理事", "董事", "监事", "教授", "经理",
                                     "组长", "队长", "站长", "讲师", "院士", "船长",
                                     "机长", "工程师", "技术员", "专员", "特使", NULL };

void
corpus_mentions_find_positions (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 last_end = -1;

  for (guint i = 0; i < self->words->len; i++)
    {
      CorpusLexiconMatch *word = &g_array_index (self->words, CorpusLexiconMatch, i);
      gint64 start = word->start;
      gboolean has_body = FALSE;

      /* By their starts, the longer first: what lies inside one that was taken is a part of it. */
      if (word->kind != CORPUS_LEXICON_POSITION || word->start < last_end ||
          corpus_char_is_latin (reading->chars[word->start]))
        continue;
      if (corpus_reading_match_any (reading, word->end, reading->length, other_words) > 0)
        continue;
      /* 全省长跑: the rank belongs to what stands before. */
      if (word->start > 0 && reading->chars[word->start - 1] == 0x5168 &&
          word->end - word->start == 2)
        continue;
      for (int j = 0; j < 4; j++)
        {
          const CorpusMention *before = corpus_mentions_before (self, start);

          if (before == NULL || before->span.start >= start)
            break;
          start = before->span.start;
          has_body = TRUE;
        }
      last_end = word->end;
      if (!has_body &&
          corpus_reading_match_any (reading, word->start, word->end, plain) == word->end &&
          corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_SURNAME),
                                reading->chars, word->end, reading->length, NULL) < 0)
        continue;
      corpus_mentions_add (self, start, word->end, CORPUS_MENTION_POSITION, has_body ? 0.9 : 0.8);
    }
}

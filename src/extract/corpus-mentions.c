/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"

/* Adds a mention, unless it lies where annotations stay out. Bodies and places can then be asked for by their ends. */
void
corpus_mentions_add (CorpusMentions *self,
                     gint64 start,
                     gint64 end,
                     CorpusMentionLabel label,
                     double confidence)
{
  CorpusMention mention = { { start, end }, label, confidence, "" };

  if (start >= end || self->is_out[start] || self->is_out[end - 1])
    return;
  g_array_append_val (self->found, mention);
  if (label == CORPUS_MENTION_LOC || label == CORPUS_MENTION_ORG)
    {
      const CorpusMention *other = corpus_mentions_at (self, start);

      if (other == NULL || other->span.end < end)
        self->starts[start] = self->found->len;
      other = corpus_mentions_before (self, end);
      if (other == NULL || other->span.start > start)
        self->ends[end] = self->found->len;
    }
}

/* The longest body or place that begins at a position. */
const CorpusMention *
corpus_mentions_at (const CorpusMentions *self,
                    gint64 start)
{
  return self->starts[start] > 0
             ? &g_array_index (self->found, CorpusMention, self->starts[start] - 1)
             : NULL;
}

/* The longest body or place that ends before a position. */
const CorpusMention *
corpus_mentions_before (const CorpusMentions *self,
                        gint64 end)
{
  return self->ends[end] > 0 ? &g_array_index (self->found, CorpusMention, self->ends[end] - 1)
                             : NULL;
}

/* How far a name that is known by its end reaches back from @from: over Han characters, letters and digits, not over
 * punctuation nor over a word at which names break, and at most @max characters. */
gint64
corpus_mentions_reach_back (const CorpusMentions *self,
                            gint64 from,
                            gint64 max)
{
  const gunichar *chars = self->reading->chars;
  gint64 at = from;

  while (at > 0 && from - at < max)
    {
      gunichar c = chars[at - 1];

      if (self->is_out[at - 1] ||
          (!corpus_char_is_han (c) && !corpus_char_is_digit (c) && !corpus_char_is_latin (c)))
        break;
      /* A word of two characters that ends here, or of one. A place inside the name is not cut (上海, 中国). */
      if (corpus_mentions_before (self, at) != NULL)
        {
          const CorpusMention *inner = corpus_mentions_before (self, at);

          if (from - inner->span.start <= max)
            {
              at = inner->span.start;
              continue;
            }
        }
      if (corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK), chars,
                                at - 1, at, NULL) == at ||
          (at >= 2 &&
           corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK), chars,
                                 at - 2, at, NULL) == at) ||
          (at >= 3 &&
           corpus_lexicon_match (self->lexicon, CORPUS_LEXICON_MASK (CORPUS_LEXICON_BREAK), chars,
                                 at - 3, at, NULL) == at))
        break;
      at--;
    }
  return at;
}

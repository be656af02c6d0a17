/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-reading.h"

#include "text/corpus-literal.h"
#include "text/corpus-width.h"

/* Makes a reading of a text; to be cleared with corpus_reading_clear(). */
void
corpus_reading_init (CorpusReading *self,
                     CorpusChars *chars)
{
  gsize n_bytes;
  const char *utf8 = corpus_chars_get_utf8 (chars, &n_bytes);

  self->chars = corpus_width_fold_text (utf8, n_bytes, &self->length);
}

/* Frees what a reading holds. */
void
corpus_reading_clear (CorpusReading *self)
{
  g_clear_pointer (&self->chars, g_free);
  self->length = 0;
}

/* One past a word that stands at @at and does not reach beyond @end, -1 where it does not. */
gint64
corpus_reading_match (const CorpusReading *self,
                      gint64 at,
                      gint64 end,
                      const char *word)
{
  return at < 0 ? -1 : corpus_literal_match (self->chars, at, end, word);
}

/* Where a word begins that ends before @at and does not begin before @start, -1 where there is none. */
gint64
corpus_reading_match_before (const CorpusReading *self,
                             gint64 start,
                             gint64 at,
                             const char *word)
{
  gint64 begin = at;

  for (const char *p = word; *p != '\0'; begin--)
    corpus_literal_next (&p);
  return begin >= start && corpus_reading_match (self, begin, at, word) == at ? begin : -1;
}

/* Where the first of @words that begins at @at ends, -1 where none does. */
gint64
corpus_reading_match_any (const CorpusReading *self,
                          gint64 at,
                          gint64 end,
                          const char *const *words)
{
  if (at < 0)
    return -1;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 found = corpus_literal_match (self->chars, at, end, words[i]);

      if (found >= 0)
        return found;
    }
  return -1;
}

/* Where the first of @words that ends before @at begins, -1 where none does. */
gint64
corpus_reading_match_any_before (const CorpusReading *self,
                                 gint64 start,
                                 gint64 at,
                                 const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 found = corpus_reading_match_before (self, start, at, words[i]);

      if (found >= 0)
        return found;
    }
  return -1;
}

/* Where a word stands first in a range, -1 where it does not. */
gint64
corpus_reading_find (const CorpusReading *self,
                     gint64 start,
                     gint64 end,
                     const char *word)
{
  for (gint64 i = MAX (start, 0); i < end; i++)
    if (corpus_literal_match (self->chars, i, end, word) >= 0)
      return i;
  return -1;
}

/* The first position from @at on that is no space, @end where there is none. */
gint64
corpus_reading_skip_space (const CorpusReading *self,
                           gint64 at,
                           gint64 end)
{
  while (at < end && corpus_width_is_space (self->chars[at]))
    at++;
  return at;
}

/* A range without the spaces at its ends. */
CorpusSpan
corpus_reading_trim (const CorpusReading *self,
                     CorpusSpan span)
{
  span.start = corpus_reading_skip_space (self, span.start, span.end);
  while (span.end > span.start && corpus_width_is_space (self->chars[span.end - 1]))
    span.end--;
  return span;
}

/* The folded characters of a range as UTF-8. */
char *
corpus_reading_dup (const CorpusReading *self,
                    gint64 start,
                    gint64 end)
{
  return g_ucs4_to_utf8 (self->chars + start, (glong) (end - start), NULL, NULL, NULL);
}

/* Whether a range is a word, where spaces between its characters do not count: a spaced label (要 闻) is the same word. */
gboolean
corpus_reading_equals_spaced (const CorpusReading *self,
                              CorpusSpan span,
                              const char *word)
{
  const char *p = word;

  for (gint64 i = span.start; i < span.end; i++)
    {
      if (corpus_width_is_space (self->chars[i]) && *p != ' ')
        continue;
      if (*p == '\0' || self->chars[i] != g_utf8_get_char (p))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return *p == '\0';
}

/* Whether a character is a Chinese one; 〇 counts. */
gboolean
corpus_char_is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
         (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007;
}

/* Whether a character is 0 to 9; text is folded, so full width is none. */
gboolean
corpus_char_is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* Whether a character is a Latin letter, with or without an accent. */
gboolean
corpus_char_is_latin (gunichar c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7);
}

/* Whether a character ends a sentence; a full stop of the Latin script may stand in a number, so it does not count. */
gboolean
corpus_char_is_sentence_end (gunichar c)
{
  return c == 0x3002 /* 。 */ || c == '!' || c == '?' || c == 0x2026 /* … */;
}

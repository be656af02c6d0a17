/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/corpus-chars.h"
#include "text/corpus-span.h"

G_BEGIN_DECLS

/**
 * CorpusReading:
 * @chars: the characters, folded by corpus_width_fold(), a 0 after the last
 * @length: how many
 *
 * A text as the rules read it: code points, one form for full and half width.
 * Positions in it are positions in the text it was made of.
 */
typedef struct
{
  gunichar *chars;
  gint64 length;
} CorpusReading;

void corpus_reading_init (CorpusReading *self,
                          CorpusChars *chars);
void corpus_reading_clear (CorpusReading *self);
gint64 corpus_reading_match (const CorpusReading *self,
                             gint64 at,
                             gint64 end,
                             const char *word);
gint64 corpus_reading_match_before (const CorpusReading *self,
                                    gint64 start,
                                    gint64 at,
                                    const char *word);
gint64 corpus_reading_match_any (const CorpusReading *self,
                                 gint64 at,
                                 gint64 end,
                                 const char *const *words);
gint64 corpus_reading_match_any_before (const CorpusReading *self,
                                        gint64 start,
                                        gint64 at,
                                        const char *const *words);
gint64 corpus_reading_find (const CorpusReading *self,
                            gint64 start,
                            gint64 end,
                            const char *word);
gint64 corpus_reading_skip_space (const CorpusReading *self,
                                  gint64 at,
                                  gint64 end);
CorpusSpan corpus_reading_trim (const CorpusReading *self,
                                CorpusSpan span);
gboolean corpus_reading_equals_spaced (const CorpusReading *self,
                                       CorpusSpan span,
                                       const char *word);
char *corpus_reading_dup (const CorpusReading *self,
                          gint64 start,
                          gint64 end) G_GNUC_WARN_UNUSED_RESULT;

gboolean corpus_char_is_han (gunichar c);
gboolean corpus_char_is_digit (gunichar c);
gboolean corpus_char_is_latin (gunichar c);
gboolean corpus_char_is_sentence_end (gunichar c);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorpusReading, corpus_reading_clear)

G_END_DECLS

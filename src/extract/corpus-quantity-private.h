/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-quantity.h"
#include "extract/corpus-reading.h"

G_BEGIN_DECLS

/* What the files of the grammar share: the text they read, and how they look at it. */
typedef struct
{
  const gunichar *chars;
  gint64 length;
  CorpusReading reading;
} CorpusQuantityScanner;

static inline gint64
corpus_quantity_match (const CorpusQuantityScanner *self,
                       gint64 at,
                       const char *word)
{
  return corpus_reading_match (&self->reading, at, self->length, word);
}

static inline gunichar
corpus_quantity_char_at (const CorpusQuantityScanner *self,
                         gint64 at)
{
  return at >= 0 && at < self->length ? self->chars[at] : 0;
}

static inline gint64
corpus_quantity_skip_blank (const CorpusQuantityScanner *self,
                            gint64 at)
{
  while (corpus_quantity_char_at (self, at) == ' ')
    at++;
  return at;
}

static inline gboolean
corpus_quantity_ends_word (const CorpusQuantityScanner *self,
                           gint64 at)
{
  return !corpus_char_is_latin (corpus_quantity_char_at (self, at)) &&
         !corpus_char_is_digit (corpus_quantity_char_at (self, at));
}

/* corpus-quantity-unit.c */
gint64 corpus_quantity_take_unit (const CorpusQuantityScanner *self,
                                  gint64 at,
                                  CorpusQuantity *quantity);
gint64 corpus_quantity_take_english_scale (const CorpusQuantityScanner *self,
                                           gint64 at,
                                           gboolean has_currency,
                                           int *power);

G_END_DECLS

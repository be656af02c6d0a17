/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorpusIdSource:
 *
 * Gives out row ids of 63 bits: a 40-bit prefix and a 23-bit counter. Two sources
 * with different prefixes never give the same id; a source seeded with the same
 * bytes gives the same ids in the same order. To be used by one thread at a time.
 */
typedef struct
{
  gint64 prefix;   /* in place: the counter's 23 bits are zero */
  guint32 counter; /* the next id to give */
  char *seed;      /* what further prefixes are derived from; NULL draws them at random */
} CorpusIdSource;

void corpus_id_source_init_random (CorpusIdSource *self);
void corpus_id_source_init_seeded (CorpusIdSource *self,
                                   const char *seed);
void corpus_id_source_clear (CorpusIdSource *self);
gint64 corpus_id_source_next (CorpusIdSource *self);

char *corpus_id_to_string (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
gint64 corpus_id_from_string (const char *string,
                              gboolean *is_foreign);

G_END_DECLS

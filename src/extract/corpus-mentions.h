/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "extract/corpus-lexicon.h"
#include "extract/corpus-reading.h"

G_BEGIN_DECLS

/* The labels rules give, in the order in which they are sure of a place where two would cross. */
typedef enum
{
  CORPUS_MENTION_DATE,
  CORPUS_MENTION_POLICY,
  CORPUS_MENTION_EVENT,
  CORPUS_MENTION_POSITION,
  CORPUS_MENTION_PERSON,
  CORPUS_MENTION_ORG,
  CORPUS_MENTION_LOC,
} CorpusMentionLabel;

/**
 * CorpusMention:
 * @span: where, in the text of the article
 * @label: what
 * @confidence: how sure
 * @norm: the ISO form of a date; empty where there is none
 *
 * A mention that rules found.
 */
typedef struct
{
  CorpusSpan span;
  CorpusMentionLabel label;
  double confidence;
  char norm[24];
} CorpusMention;

/**
 * CorpusMentions:
 * @reading: the text of an article
 * @lexicon: the lexicons
 * @words: (element-type CorpusLexiconMatch): the words of the lexicons in the text, by their starts, the longer first
 * @found: (element-type CorpusMention): the mentions found so far
 * @starts: for each place, 1 + the index in @found of the longest body or place that begins there; 0: none
 * @ends: for each place, likewise for the longest that ends there
 * @home: the place the story was filed from; empty where it does not say
 * @is_out: for each place, whether annotations stay out of it (bylines, dateline heads, credits)
 *
 * What the rules of one label tell those of the next.
 */
typedef struct
{
  const CorpusReading *reading;
  const CorpusLexicon *lexicon;
  GArray *words;
  GArray *found;
  guint32 *starts;
  guint32 *ends;
  guint8 *is_out;
  CorpusSpan home;
} CorpusMentions;

void corpus_mentions_add (CorpusMentions *self,
                          gint64 start,
                          gint64 end,
                          CorpusMentionLabel label,
                          double confidence);
const CorpusMention *corpus_mentions_at (const CorpusMentions *self,
                                         gint64 start);
const CorpusMention *corpus_mentions_before (const CorpusMentions *self,
                                             gint64 end);
gint64 corpus_mentions_reach_back (const CorpusMentions *self,
                                   gint64 from,
                                   gint64 max);

/* One file a label, in this order: each may lean on those before it. */
void corpus_mentions_find_dates (CorpusMentions *self,
                                 const GDate *today);
void corpus_mentions_find_places (CorpusMentions *self);
void corpus_mentions_find_bodies (CorpusMentions *self);
void corpus_mentions_find_positions (CorpusMentions *self);
void corpus_mentions_find_people (CorpusMentions *self);
void corpus_mentions_find_events (CorpusMentions *self);
void corpus_mentions_find_policies (CorpusMentions *self);
void corpus_mentions_find_english (CorpusMentions *self);

G_END_DECLS

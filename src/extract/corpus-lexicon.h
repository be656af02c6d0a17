/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of the lexicons; each is a section `[name]` in one of the files of data/lexicons. */
typedef enum
{
  CORPUS_LEXICON_SURNAME,
  CORPUS_LEXICON_GIVEN,
  CORPUS_LEXICON_WORD,
  CORPUS_LEXICON_SPEECH,
  CORPUS_LEXICON_COUNTRY,
  CORPUS_LEXICON_PROVINCE,
  CORPUS_LEXICON_CITY,
  CORPUS_LEXICON_COUNTY,
  CORPUS_LEXICON_REGION,
  CORPUS_LEXICON_COUNTRY_LETTER,
  CORPUS_LEXICON_PLACE_SUFFIX,
  CORPUS_LEXICON_ORG,
  CORPUS_LEXICON_ORG_SUFFIX,
  CORPUS_LEXICON_POSITION,
  CORPUS_LEXICON_EVENT_SUFFIX,
  CORPUS_LEXICON_POLICY,
  CORPUS_LEXICON_POLICY_SUFFIX,
  CORPUS_LEXICON_UNIT,
  CORPUS_LEXICON_MEASURE,
  CORPUS_LEXICON_BEFORE,
  CORPUS_LEXICON_AFTER,
  CORPUS_LEXICON_NAME_HEAD,
  CORPUS_LEXICON_BASIS,
  CORPUS_LEXICON_BREAK,
} CorpusLexiconKind;

#define CORPUS_N_LEXICON_KINDS 24
#define CORPUS_LEXICON_MASK(kind) (1u << (kind))

/**
 * CorpusLexiconMatch:
 * @start: first code point
 * @end: one past the last
 * @kind: the section the word is of
 * @value: (nullable): what the lexicon says about it
 *
 * A word of the lexicons in a text.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  CorpusLexiconKind kind;
  const char *value;
} CorpusLexiconMatch;

typedef struct _CorpusLexicon CorpusLexicon;

const CorpusLexicon *corpus_lexicon_get (void);
CorpusLexicon *corpus_lexicon_new (void) G_GNUC_WARN_UNUSED_RESULT;
void corpus_lexicon_free (CorpusLexicon *self);
gboolean corpus_lexicon_add_text (CorpusLexicon *self,
                                  const char *text,
                                  GError **error);
void corpus_lexicon_close (CorpusLexicon *self);
gint64 corpus_lexicon_match (const CorpusLexicon *self,
                             guint kinds,
                             const gunichar *chars,
                             gint64 at,
                             gint64 end,
                             CorpusLexiconMatch *match);
GArray *corpus_lexicon_scan (const CorpusLexicon *self,
                             guint kinds,
                             const gunichar *chars,
                             gint64 start,
                             gint64 end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusLexicon, corpus_lexicon_free)

G_END_DECLS

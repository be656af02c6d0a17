/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "corpus/corpus-tagset.h"
#include "exchange/corpus-exchange-error.h"

G_BEGIN_DECLS

typedef enum
{
  CORPUS_NATIVE_LINE_CORPUS,
  CORPUS_NATIVE_LINE_PAGE,
  CORPUS_NATIVE_LINE_ARTICLE,
} CorpusNativeLineKind;

/**
 * CorpusNativeLine:
 * @kind: what the line is
 * @title: (nullable): of a corpus
 * @tagset: (nullable): of a corpus
 * @people: (element-type utf8): of a corpus: id, name, id, name …
 * @page: (nullable): the page of a page line, %NULL where its text is not in the file; of an article line the page that was
 *   made of the article's own text, because the file does not have its pages
 * @sha256: (nullable): of a page line
 * @file: (nullable): of a page line
 * @blocks: (element-type CorpusBlock): of a page line: the blocks of no article
 * @article: (nullable): of an article line
 * @extra: (nullable): of a corpus line: members that this version does not know, a JSON object
 *
 * A line of native JSON Lines.
 */
typedef struct
{
  CorpusNativeLineKind kind;
  char *title;
  CorpusTagset *tagset;
  GPtrArray *people;
  CorpusPage *page;
  char *sha256;
  char *file;
  GPtrArray *blocks;
  CorpusArticle *article;
  char *extra;
} CorpusNativeLine;

/* Finds a page that was read before: (transfer full) (nullable) */
typedef CorpusPage *(*CorpusNativeFindPage) (const char *sha256,
                                             gpointer data);

/**
 * CorpusNativeReader:
 *
 * Reads native JSON Lines, a line at a time. To be used by one thread at a time.
 */
typedef struct _CorpusNativeReader CorpusNativeReader;

CorpusNativeReader *corpus_native_reader_new (CorpusNativeFindPage find_page,
                                              gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void corpus_native_reader_free (CorpusNativeReader *self);
CorpusNativeLine *corpus_native_reader_read (CorpusNativeReader *self,
                                             const char *line,
                                             gsize n_bytes,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_native_line_free (CorpusNativeLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusNativeReader, corpus_native_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusNativeLine, corpus_native_line_free)

G_END_DECLS

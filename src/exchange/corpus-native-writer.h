/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "corpus/corpus-tagset.h"
#include "text/corpus-json-writer.h"

G_BEGIN_DECLS

/* Native JSON Lines, version 1. Each function writes one object; who calls it ends the line and clears the writer. */

void corpus_native_write_corpus (CorpusJsonWriter *writer,
                                 const char *title,
                                 CorpusTagset *tagset,
                                 GPtrArray *people,
                                 const char *producer,
                                 const char *extra);
void corpus_native_write_page (CorpusJsonWriter *writer,
                               CorpusPage *page,
                               GPtrArray *loose_blocks);
void corpus_native_write_article (CorpusJsonWriter *writer,
                                  CorpusArticle *article);

G_END_DECLS

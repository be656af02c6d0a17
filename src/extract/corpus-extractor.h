/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "corpus/corpus-article.h"
#include "text/corpus-id.h"

G_BEGIN_DECLS

/**
 * CorpusExtraction:
 * @articles: (element-type CorpusArticle): the articles of a page in the order they are read, sorted and complete
 * @blocks: (element-type CorpusBlock): the blocks that belong to no article (section labels, furniture)
 *
 * What extraction makes of a page.
 */
typedef struct
{
  GPtrArray *articles;
  GPtrArray *blocks;
} CorpusExtraction;

/* What extraction writes as producer into everything it suggests; counts up when the rules change. */
#define CORPUS_EXTRACT_PRODUCER "rules/1"

CorpusExtraction *corpus_extract_page (CorpusPage *page,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_extraction_free (CorpusExtraction *self);

/* The later stages, on an article as its blocks stand. Each takes out what it suggested before and nobody decided
 * on, and suggests anew; what a person decided stays, and nothing is suggested over it. */
void corpus_extract_metadata (CorpusArticle *article,
                              CorpusIdSource *ids);
void corpus_extract_entities (CorpusArticle *article,
                              CorpusIdSource *ids);
void corpus_extract_indicators (CorpusArticle *article,
                                CorpusIdSource *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusExtraction, corpus_extraction_free)

G_END_DECLS

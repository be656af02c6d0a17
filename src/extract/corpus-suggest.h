/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"

G_BEGIN_DECLS

void corpus_suggest (CorpusProvenance *provenance,
                     double confidence);
gboolean corpus_suggest_is_ours (const CorpusProvenance *provenance);
CorpusSpan corpus_suggest_span (CorpusText *text,
                                GArray *pieces);
gboolean corpus_suggest_get_date (CorpusArticle *article,
                                  GDate *date);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/corpus-extractor.h"
void
corpus_extract_indicators (CorpusArticle *article, CorpusIdSource *ids)
{
}

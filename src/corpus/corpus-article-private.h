/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"

G_BEGIN_DECLS

void corpus_article_invalidate_text (CorpusArticle *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "text/corpus-id.h"
#include "text/corpus-json.h"

G_BEGIN_DECLS

/* The parts of the native reader that make members of an article. */

CorpusBlock *corpus_native_read_block (const CorpusJson *object,
                                       GPtrArray *pages,
                                       CorpusIdSource *ids,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_native_read_annotations (const CorpusJson *line,
                                         CorpusArticle *article,
                                         gboolean is_self_anchored,
                                         GError **error);
gboolean corpus_native_read_metadata (const CorpusJson *line,
                                      CorpusArticle *article,
                                      gboolean is_self_anchored,
                                      CorpusIdSource *ids,
                                      GError **error);

G_END_DECLS

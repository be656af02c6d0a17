/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/corpus-native-reader.h"
#include "text/corpus-id.h"
#include "text/corpus-json.h"

G_BEGIN_DECLS

/* The parts of the native reader. */

/* Between the ranks of neighbours, so that others can be put between them. */
#define CORPUS_NATIVE_RANK_STEP 1024

gboolean corpus_native_read_corpus (const CorpusJson *object,
                                    CorpusNativeLine *line,
                                    GError **error);
gboolean corpus_native_read_blocks (const CorpusJson *object,
                                    CorpusArticle *article,
                                    CorpusPage *own_page,
                                    CorpusIdSource *ids,
                                    GError **error);
gboolean corpus_native_check_text (const CorpusJson *object,
                                   CorpusArticle *article,
                                   GError **error);
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

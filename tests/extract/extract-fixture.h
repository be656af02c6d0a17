/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-extractor.h"

G_BEGIN_DECLS

/* What the tests of extraction share: a page of invented text, extracted, and questions to ask of the result. */

CorpusPage *fixture_page (const char *text,
                          const char *date) G_GNUC_WARN_UNUSED_RESULT;
CorpusExtraction *fixture_extract (const char *text,
                                   const char *date) G_GNUC_WARN_UNUSED_RESULT;
CorpusArticle *fixture_article (CorpusExtraction *extraction,
                                guint index);
char *fixture_outline (CorpusArticle *article) G_GNUC_WARN_UNUSED_RESULT;
char *fixture_entities (CorpusArticle *article,
                        const char *label) G_GNUC_WARN_UNUSED_RESULT;
char *fixture_indicators (CorpusArticle *article) G_GNUC_WARN_UNUSED_RESULT;
void fixture_assert_value (CorpusArticle *article,
                           CorpusFieldName name,
                           const char *expected);
void fixture_check (CorpusPage *page,
                    CorpusExtraction *extraction);

G_END_DECLS

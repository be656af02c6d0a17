/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"

G_BEGIN_DECLS

/* The tables for spreadsheets and data frames, as CSV. */
typedef enum
{
  CORPUS_TABLE_ARTICLES,   /* a row an article */
  CORPUS_TABLE_ENTITIES,   /* a row a mention */
  CORPUS_TABLE_INDICATORS, /* a row a datum */
} CorpusTableKind;

void corpus_table_write_header (GString *csv,
                                CorpusTableKind kind);
guint corpus_table_write_article (GString *csv,
                                  CorpusTableKind kind,
                                  CorpusArticle *article);

G_END_DECLS

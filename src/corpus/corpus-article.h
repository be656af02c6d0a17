/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "corpus/corpus-block.h"
#include "corpus/corpus-correction.h"
#include "corpus/corpus-credit.h"
#include "corpus/corpus-dateline.h"
#include "corpus/corpus-entity.h"
#include "corpus/corpus-head.h"
#include "corpus/corpus-indicator.h"
#include "corpus/corpus-page.h"
#include "corpus/corpus-relation.h"
#include "corpus/corpus-text.h"

G_BEGIN_DECLS

#define CORPUS_TYPE_ARTICLE (corpus_article_get_type ())
G_DECLARE_FINAL_TYPE (CorpusArticle, corpus_article, CORPUS, ARTICLE, GObject)

CorpusArticle *corpus_article_new (CorpusHead *head) G_GNUC_WARN_UNUSED_RESULT;
gint64 corpus_article_get_id (CorpusArticle *self);
CorpusHead *corpus_article_get_head (CorpusArticle *self);
void corpus_article_set_head (CorpusArticle *self,
                              CorpusHead *head);
CorpusDateline *corpus_article_get_dateline (CorpusArticle *self);
void corpus_article_set_dateline (CorpusArticle *self,
                                  CorpusDateline *dateline);

/* Lists, in reading order, owned by the article: to be read, and changed by the functions below. */
GPtrArray *corpus_article_get_pages (CorpusArticle *self);
GPtrArray *corpus_article_get_blocks (CorpusArticle *self);
GPtrArray *corpus_article_get_corrections (CorpusArticle *self);
GPtrArray *corpus_article_get_credits (CorpusArticle *self);
GPtrArray *corpus_article_get_entities (CorpusArticle *self);
GPtrArray *corpus_article_get_indicators (CorpusArticle *self);
GPtrArray *corpus_article_get_relations (CorpusArticle *self);

void corpus_article_add_page (CorpusArticle *self,
                              CorpusPage *page);
CorpusPage *corpus_article_find_page (CorpusArticle *self,
                                      gint64 page_id);
void corpus_article_put_block (CorpusArticle *self,
                               CorpusBlock *block);
void corpus_article_put_correction (CorpusArticle *self,
                                    CorpusCorrection *correction);
void corpus_article_put_credit (CorpusArticle *self,
                                CorpusCredit *credit);
void corpus_article_put_entity (CorpusArticle *self,
                                CorpusEntity *entity);
void corpus_article_put_indicator (CorpusArticle *self,
                                   CorpusIndicator *indicator);
void corpus_article_put_relation (CorpusArticle *self,
                                  CorpusRelation *relation);
CorpusCredit *corpus_article_find_credit (CorpusArticle *self,
                                          gint64 id);
CorpusEntity *corpus_article_find_entity (CorpusArticle *self,
                                          gint64 id);
CorpusIndicator *corpus_article_find_indicator (CorpusArticle *self,
                                                gint64 id);
gboolean corpus_article_remove (CorpusArticle *self,
                                gint64 id);
void corpus_article_sort (CorpusArticle *self);

CorpusText *corpus_article_get_text (CorpusArticle *self);
char *corpus_article_dup_value (CorpusArticle *self,
                                CorpusFieldName name) G_GNUC_WARN_UNUSED_RESULT;
CorpusSpan corpus_article_get_extent (CorpusArticle *self,
                                      GArray *pieces);

G_END_DECLS

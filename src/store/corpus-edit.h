/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "corpus/corpus-tagset.h"

G_BEGIN_DECLS

/**
 * CorpusEdit:
 *
 * One action of a reviewer: a verb a person can read and the members that are put
 * (in the place of the one with the same id, or new) or removed. A store
 * writes it as one transaction. Filled in by one thread, then handed over.
 */
typedef struct _CorpusEdit CorpusEdit;

#define CORPUS_TYPE_EDIT (corpus_edit_get_type ())

GType corpus_edit_get_type (void);
CorpusEdit *corpus_edit_new (const char *verb,
                             gint64 article_id) G_GNUC_WARN_UNUSED_RESULT;
CorpusEdit *corpus_edit_ref (CorpusEdit *self);
void corpus_edit_unref (CorpusEdit *self);
const char *corpus_edit_get_verb (CorpusEdit *self);
gint64 corpus_edit_get_article_id (CorpusEdit *self);

void corpus_edit_put_head (CorpusEdit *self,
                           CorpusHead *head);
void corpus_edit_put_page (CorpusEdit *self,
                           CorpusPage *page);
void corpus_edit_put_block (CorpusEdit *self,
                            CorpusBlock *block);
void corpus_edit_put_correction (CorpusEdit *self,
                                 CorpusCorrection *correction);
void corpus_edit_put_credit (CorpusEdit *self,
                             CorpusCredit *credit);
void corpus_edit_put_dateline (CorpusEdit *self,
                               CorpusDateline *dateline);
void corpus_edit_put_entity (CorpusEdit *self,
                             CorpusEntity *entity);
void corpus_edit_put_indicator (CorpusEdit *self,
                                CorpusIndicator *indicator);
void corpus_edit_put_relation (CorpusEdit *self,
                               CorpusRelation *relation);
void corpus_edit_put_tagset (CorpusEdit *self,
                             CorpusTagset *tagset);
void corpus_edit_remove_correction (CorpusEdit *self,
                                    gint64 id);
void corpus_edit_remove_credit (CorpusEdit *self,
                                gint64 id);
void corpus_edit_remove_dateline (CorpusEdit *self,
                                  gint64 id);
void corpus_edit_remove_entity (CorpusEdit *self,
                                gint64 id);
void corpus_edit_remove_indicator (CorpusEdit *self,
                                   gint64 id);
void corpus_edit_remove_relation (CorpusEdit *self,
                                  gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusEdit, corpus_edit_unref)

G_END_DECLS

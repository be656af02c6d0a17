/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/review-article-model.h"
#include "app/review-desk.h"

G_BEGIN_DECLS

struct _ReviewDesk
{
  GObject parent_instance;

  /* Owned */
  CorpusWorker *worker;
  CorpusTagset *tagset;
  ReviewArticleModel *rows;
  CorpusArticle *article;
  GCancellable *loading; /* of the article that is being read, NULL: none is */
  GCancellable *listing; /* of the list that is being read */
  GSettings *settings;   /* NULL where the schema is not installed */
  char *query;
  char *reviewer;
  char *failure;

  gint64 selected_id;
  gint64 wanted_article_id; /* the one that is being read, 0: none */
  guint generation;         /* counts up with each edit, so that an article read before it is not shown after it */
  guint n_unconfirmed;      /* edits of this desk of which the worker has not spoken yet */
  gboolean is_reversing;    /* an undo or redo was asked for: go where it happened */
  gboolean has_opened;      /* an article was shown since the corpus was opened */
};

void desk_apply (ReviewDesk *self,
                 CorpusEdit *edit);
void desk_announce_article (ReviewDesk *self);
gboolean desk_can_edit (ReviewDesk *self);
char *desk_dup_now (void);
char *desk_dup_short (const char *text);
CorpusEdit *desk_begin_edit (ReviewDesk *self,
                             const char *verb,
                             CorpusTask task);
void desk_put_head (ReviewDesk *self,
                    CorpusEdit *edit,
                    CorpusHead *head);
void desk_accept_all (ReviewDesk *self,
                      CorpusEdit *edit);

G_END_DECLS

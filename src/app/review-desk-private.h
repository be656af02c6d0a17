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

enum
{
  DESK_PROP_0,
  DESK_PROP_WORKER,
  DESK_PROP_ARTICLE,
  DESK_PROP_TAGSET,
  DESK_PROP_SELECTED_ID,
  DESK_PROP_IS_LOADING,
  DESK_PROP_QUERY,
  DESK_PROP_FAILURE,
  DESK_N_PROPS
};

extern GParamSpec *desk_props[DESK_N_PROPS];

/* review-desk.c */
void desk_take_worker (ReviewDesk *self,
                       CorpusWorker *worker);
void desk_forget_corpus (ReviewDesk *self);
void desk_load_article (ReviewDesk *self,
                        gint64 article_id);
void desk_set_failure (ReviewDesk *self,
                       const char *words);
void desk_announce_rows (ReviewDesk *self);
void desk_cancel (GCancellable **cancellable);
void desk_apply (ReviewDesk *self,
                 CorpusEdit *edit);
void desk_announce_article (ReviewDesk *self);
gboolean desk_can_edit (ReviewDesk *self);

/* review-desk-rows.c */
void desk_reload_row (ReviewDesk *self,
                      gint64 article_id);

/* review-desk-verbs.c */
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "corpus/corpus-article.h"
#include "corpus/corpus-tagset.h"
#include "store/corpus-change.h"
#include "store/corpus-edit.h"
#include "store/corpus-row.h"
#include "store/corpus-store-error.h"

G_BEGIN_DECLS

/* One connection to a .corpus file. All calls block; one thread at a time may use it.
 * The window goes through CorpusWorker, which owns one on a thread of its own. */
#define CORPUS_TYPE_STORE (corpus_store_get_type ())
G_DECLARE_FINAL_TYPE (CorpusStore, corpus_store, CORPUS, STORE, GObject)

typedef enum
{
  CORPUS_STORE_CREATE = 1 << 0,    /* make the file where there is none */
  CORPUS_STORE_READ_ONLY = 1 << 1, /* never write */
} CorpusStoreFlags;

typedef enum
{
  CORPUS_ONLY_ALL,
  CORPUS_ONLY_REVIEWED, /* all four tasks done */
  CORPUS_ONLY_CHANGED,  /* a reviewer decided something */
} CorpusOnly;

/* Totals for `stats` and the status line. */
typedef struct
{
  gint64 n_pages;
  gint64 n_articles;
  gint64 n_reviewed;
  gint64 n_entities;   /* not rejected */
  gint64 n_indicators; /* not rejected */
  gint64 n_to_check;
  gint64 n_edits;
} CorpusStats;

/* A line of the history, newest first. */
typedef struct
{
  gint64 id;
  char *at;          /* ISO 8601, UTC */
  char *by;          /* name of the reviewer */
  char *verb;        /* in words */
  char *kind;        /* "edit", "undo", "redo" or "batch" */
  gint64 article_id; /* 0 where it concerns no single one */
  gboolean is_undone;
} CorpusHistoryLine;

/* Opening and closing */
CorpusStore *corpus_store_open (const char *path,
                                CorpusStoreFlags flags,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_store_close (CorpusStore *self,
                             GError **error);
const char *corpus_store_get_path (CorpusStore *self);
void corpus_store_set_reviewer (CorpusStore *self,
                                const char *name);
const char *corpus_store_get_reviewer_id (CorpusStore *self);
gint64 corpus_store_new_id (CorpusStore *self);

/* Reading */
char *corpus_store_dup_title (CorpusStore *self,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_store_dup_extra (
    CorpusStore *self, /* members of the corpus line that this version does not know */
    GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorpusTagset *corpus_store_load_tagset (CorpusStore *self,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *corpus_store_list_page_ids (CorpusStore *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* gint64, in corpus order */
CorpusPage *corpus_store_load_page (CorpusStore *self,
                                    gint64 page_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *corpus_store_list_pages (CorpusStore *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* CorpusPage, in corpus order, with text */
CorpusPage *corpus_store_find_page (CorpusStore *self, const char *sha256, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* NULL without error: none */
GPtrArray *corpus_store_load_loose_blocks (CorpusStore *self, gint64 page_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* CorpusBlock of no article */
GPtrArray *corpus_store_list_articles (CorpusStore *self,
                                       CorpusOnly only,
                                       const char *query, /* NULL or words to find in the text */
                                       GCancellable *cancellable,
                                       GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* CorpusRow, in corpus order */
CorpusRow *corpus_store_load_row (CorpusStore *self,
                                  gint64 article_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorpusArticle *corpus_store_load_article (CorpusStore *self,
                                          gint64 article_id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_store_get_stats (CorpusStore *self,
                                 CorpusStats *stats,
                                 GError **error);
GPtrArray *
corpus_store_list_history (CorpusStore *self,
                           gint64 article_id, /* 0: all */
                           guint limit,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT; /* CorpusHistoryLine */
void corpus_history_line_free (CorpusHistoryLine *line);
GPtrArray *corpus_store_list_people (CorpusStore *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* char*: id, name, id, name … */

/* Writing */
CorpusChange *corpus_store_apply (CorpusStore *self,
                                  CorpusEdit *edit,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorpusChange *corpus_store_undo (CorpusStore *self,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorpusChange *corpus_store_redo (CorpusStore *self,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_store_dup_undo_verb (CorpusStore *self)
    G_GNUC_WARN_UNUSED_RESULT; /* NULL: nothing to undo */
char *corpus_store_dup_redo_verb (CorpusStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* Batches: an import is committed page by page under one batch id */
gint64 corpus_store_begin_batch (CorpusStore *self,
                                 const char *verb,
                                 GError **error);
gboolean
corpus_store_add_page (CorpusStore *self,
                       gint64 batch_id,
                       CorpusPage *page,
                       GPtrArray *loose_blocks, /* CorpusBlock, may be NULL */
                       GPtrArray *articles,     /* CorpusArticle; their other pages were added before */
                       GCancellable *cancellable,
                       GError **error); /* CORPUS_STORE_ERROR_DUPLICATE where the page is there */
gboolean corpus_store_add_extracted_page (
    CorpusStore *self, /* the same for articles as extraction made them */
    gint64 batch_id,
    CorpusPage *page,
    GPtrArray *loose_blocks,
    GPtrArray *articles,
    GCancellable *cancellable,
    GError **error);
gboolean
corpus_store_set_corpus (CorpusStore *self, /* what a corpus line of the native format says */
                         gint64 batch_id,
                         const char *title,
                         CorpusTagset *tagset,
                         GPtrArray *people, /* char*: id, name, id, name … */
                         const char *extra,
                         GError **error);
gboolean corpus_store_end_batch (CorpusStore *self,
                                 gint64 batch_id,
                                 GError **error);
gboolean corpus_store_cancel_batch (CorpusStore *self,
                                    gint64 batch_id,
                                    GError **error);

/* Checking: integrity, anchors, journal; findings in words, an empty list where all is well */
GPtrArray *corpus_store_verify (CorpusStore *self,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT; /* char* */
gboolean corpus_store_rebuild_derived (CorpusStore *self,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS

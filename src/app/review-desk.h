/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-worker.h"

G_BEGIN_DECLS

/* What the window is about at this moment: the open corpus, the list of its articles, the article on the paper, the selected
 * annotation. Every pane observes the desk and calls its verbs; panes never talk to each other. A verb changes
 * the article at once, tells the panes, and hands the edit to the worker; when the store says no, the article is
 * read again and "message" says why. Main thread only.
 *
 * Every verb of a reviewer on a suggestion accepts it: what a person changed is no suggestion any more. The put verbs see to
 * that by themselves (state, by, at, was), so that a caller only changes what it is about.
 *
 * Properties (all notify): "worker" (CorpusWorker, NULL: no corpus open), "article" (CorpusArticle, NULL: none on the paper),
 *             "tagset" (CorpusTagset), "selected-id" (gint64, 0: none), "is-loading" (gboolean),
 *             "query" (string: what the list is filtered by), "failure" (string, NULL: the last edit or reading went well).
 * Signals:    "article-changed": members of the article on the paper changed (also after "article" itself did);
 *             "rows-changed": the list of articles or the totals changed;
 *             "message" (string text, string action-name, string button-label): words for a toast or banner, in the user's language;
 *             action and button may be NULL. */
#define REVIEW_TYPE_DESK (review_desk_get_type ())
G_DECLARE_FINAL_TYPE (ReviewDesk, review_desk, REVIEW, DESK, GObject)

ReviewDesk      *review_desk_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/* The corpus */
void             review_desk_open_async       (ReviewDesk          *self,
                                               const char          *path,
                                               gboolean             create,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean         review_desk_open_finish      (ReviewDesk          *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void             review_desk_close_async      (ReviewDesk          *self,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean         review_desk_close_finish     (ReviewDesk          *self,
                                               GAsyncResult        *result,
                                               GError             **error);
CorpusWorker    *review_desk_get_worker       (ReviewDesk          *self); /* NULL: none open */
CorpusTagset    *review_desk_get_tagset       (ReviewDesk          *self);
void             review_desk_reload_rows      (ReviewDesk          *self); /* after an import by another connection */
void             review_desk_set_reviewer     (ReviewDesk          *self,
                                               const char          *name); /* under which decisions are recorded */
gboolean         review_desk_get_stats        (ReviewDesk          *self,
                                               CorpusStats         *stats); /* FALSE: no corpus, or not counted yet */
void             review_desk_say              (ReviewDesk          *self, /* emits "message" */
                                               const char          *text,
                                               const char          *action,
                                               const char          *button);
const char      *review_desk_get_failure      (ReviewDesk          *self);

/* The list: only what holds the words of the query; an empty one or NULL shows all. A GListModel of ReviewArticleItem (review-article-item.h: a GObject around a CorpusRow) */
GListModel      *review_desk_get_rows         (ReviewDesk          *self);
void             review_desk_set_query        (ReviewDesk          *self,
                                               const char          *query);
const char      *review_desk_get_query        (ReviewDesk          *self);
void             review_desk_open_article     (ReviewDesk          *self,
                                               gint64               article_id);
gboolean         review_desk_open_neighbour   (ReviewDesk          *self,
                                               int                  step); /* +1 next, -1 previous */

gboolean         review_desk_open_unreviewed  (ReviewDesk          *self); /* the next with something left to review */

/* The article on the paper */
CorpusArticle   *review_desk_get_article      (ReviewDesk          *self);
gint64           review_desk_get_selected_id  (ReviewDesk          *self);
void             review_desk_select           (ReviewDesk          *self,
                                               gint64               id); /* of an entity or indicator, 0: none */
CorpusEntity    *review_desk_get_selected_entity (ReviewDesk       *self); /* NULL: not an entity */
CorpusIndicator *review_desk_get_selected_indicator (ReviewDesk    *self);
gboolean         review_desk_select_to_check  (ReviewDesk          *self,
                                               int                  step); /* next or previous undecided one in reading order */
guint            review_desk_count_to_check   (ReviewDesk          *self);
guint            review_desk_get_check_place  (ReviewDesk          *self); /* of the selected one among them, from 1; 0: it is decided */

CorpusSpan       review_desk_get_extent       (ReviewDesk          *self,
                                               gint64               id); /* of an annotation in the text; empty where detached */

/* Verbs on the selected annotation */
void             review_desk_decide           (ReviewDesk          *self,
                                               gint64               id,
                                               CorpusState          state);
void             review_desk_remove           (ReviewDesk          *self,
                                               gint64               id); /* what a reviewer made goes; a suggestion is rejected */
void             review_desk_relabel          (ReviewDesk          *self,
                                               gint64               id,
                                               const char          *label);
void             review_desk_set_extent       (ReviewDesk          *self,
                                               gint64               id,
                                               gint64               start,
                                               gint64               end); /* of an entity, or of the value of an indicator; offsets of the article's text */
gint64           review_desk_add_entity       (ReviewDesk          *self,
                                               const char          *label,
                                               gint64               start,
                                               gint64               end);
gint64           review_desk_add_indicator    (ReviewDesk          *self,
                                               gint64               start,
                                               gint64               end);
void             review_desk_set_slot         (ReviewDesk          *self,
                                               gint64               id,
                                               CorpusSlot           slot,
                                               gint64               start,
                                               gint64               end); /* start == end empties the slot */
/* Puts a changed copy of an annotation in the place of the old one. @verb is what the history and undo say, in the user's language. */
void             review_desk_put_entity       (ReviewDesk          *self,
                                               const char          *verb,
                                               CorpusEntity        *entity);
void             review_desk_put_indicator    (ReviewDesk          *self,
                                               const char          *verb,
                                               CorpusIndicator     *indicator);

/* Verbs on the article */
void             review_desk_set_field        (ReviewDesk          *self,
                                               CorpusFieldName      name,
                                               const char          *value); /* NULL says that there is no such value */
void             review_desk_reset_field      (ReviewDesk          *self,
                                               CorpusFieldName      name); /* gives it back to the blocks */
void             review_desk_set_dateline     (ReviewDesk          *self,
                                               const char          *place,
                                               const char          *date);
void             review_desk_put_credit       (ReviewDesk          *self,
                                               CorpusCredit        *credit); /* new or changed */
void             review_desk_remove_credit    (ReviewDesk          *self,
                                               gint64               id);
void             review_desk_set_review       (ReviewDesk          *self,
                                               CorpusTask           task,
                                               CorpusReviewStatus   status);
void             review_desk_finish           (ReviewDesk          *self,
                                               gboolean             accept_rest); /* all tasks done; asks by "message" while suggestions are left */
void             review_desk_set_flagged      (ReviewDesk          *self,
                                               gboolean             is_flagged);
void             review_desk_set_excluded     (ReviewDesk          *self,
                                               gboolean             is_excluded); /* from datasets */
void             review_desk_set_note         (ReviewDesk          *self,
                                               const char          *note);
void             review_desk_undo             (ReviewDesk          *self);
void             review_desk_redo             (ReviewDesk          *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The desk: the one state all panes share, and the traffic with the worker.
 *
 * A verb changes the article in memory, says so, and hands the edit over; the worker writes edits in the order they
 * came. What comes back as "changed" is either the echo of such an edit, which the panes show already, or news: an
 * undo, a redo, an import, another process. Only news makes the desk read the article again. The worker's echo carries no name,
 * so echoes are counted; a count that is wrong because another process wrote meanwhile costs one reading too many or
 * is made good by the next echo. An article that was read before an edit was made is never shown after it: "generation"
 * tells, and the echo of that edit then counts as news. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Beyond so many changed articles the whole list is read again instead of row by row. */
#define MAX_SINGLE_ROWS 40

enum
{
  PROP_0,
  PROP_WORKER,
  PROP_ARTICLE,
  PROP_TAGSET,
  PROP_SELECTED_ID,
  PROP_IS_LOADING,
  PROP_QUERY,
  PROP_FAILURE,
  N_PROPS
};

enum
{
  SIGNAL_ARTICLE_CHANGED,
  SIGNAL_ROWS_CHANGED,
  SIGNAL_MESSAGE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReviewDesk, review_desk, G_TYPE_OBJECT)

static void load_article (ReviewDesk *self,
                          gint64 article_id);

static void
set_failure (ReviewDesk *self,
             const char *words)
{
  if (g_strcmp0 (self->failure, words) == 0)
    return;
  g_free (self->failure);
  self->failure = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILURE]);
}

static gboolean
has_member (ReviewDesk *self,
            gint64 id)
{
  return self->article != NULL && (corpus_article_find_entity (self->article, id) != NULL ||
                                   corpus_article_find_indicator (self->article, id) != NULL);
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

void
desk_announce_article (ReviewDesk *self)
{
  if (self->selected_id != 0 && !has_member (self, self->selected_id))
    {
      self->selected_id = 0;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
    }
  g_signal_emit (self, signals[SIGNAL_ARTICLE_CHANGED], 0);
}

static void
set_article (ReviewDesk *self,
             CorpusArticle *article)
{
  gint64 old_id = self->article != NULL ? corpus_article_get_id (self->article) : 0;
  gboolean is_other = article == NULL || corpus_article_get_id (article) != old_id;

  g_object_freeze_notify (G_OBJECT (self));
  if (is_other && self->selected_id != 0)
    {
      self->selected_id = 0;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
    }
  if (g_set_object (&self->article, article))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
  g_object_thaw_notify (G_OBJECT (self));
  desk_announce_article (self);
  if (is_other && article != NULL)
    review_desk_select_to_check (self, 1);
}

static void
stop_loading (ReviewDesk *self)
{
  cancel (&self->loading);
  self->wanted_article_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_LOADING]);
}

typedef struct
{
  ReviewDesk *desk;
  guint generation;
  gint64 article_id;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->desk);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static void
load_article_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusArticle) article = corpus_worker_load_article_finish (CORPUS_WORKER (source), result, &error);
  ReviewDesk *self = loading->desk;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || CORPUS_WORKER (source) != self->worker ||
      self->wanted_article_id != loading->article_id)
    return;

  stop_loading (self);
  if (article == NULL)
    {
      if (self->article != NULL && corpus_article_get_id (self->article) == loading->article_id)
        set_article (self, NULL);
      set_failure (self, error->message);
      review_desk_say (self, error->message, NULL, NULL);
      return;
    }
  /* An edit was made while the article was read: what was read lacks it. Its echo is news then. */
  if (loading->generation != self->generation && self->article != NULL &&
      corpus_article_get_id (self->article) == loading->article_id)
    {
      self->n_unconfirmed = 0;
      if (corpus_worker_get_pending (self->worker) == 0)
        load_article (self, loading->article_id);
      return;
    }
  self->has_opened = TRUE;
  set_article (self, article);
}

static void
load_article (ReviewDesk *self,
              gint64 article_id)
{
  Loading *loading = g_new0 (Loading, 1);

  cancel (&self->loading);
  self->loading = g_cancellable_new ();
  self->wanted_article_id = article_id;
  loading->desk = g_object_ref (self);
  loading->generation = self->generation;
  loading->article_id = article_id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_LOADING]);
  corpus_worker_load_article_async (self->worker, article_id, self->loading, load_article_cb, loading);
}

static void
list_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (ReviewDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_worker_list_finish (CORPUS_WORKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || CORPUS_WORKER (source) != self->worker)
    return;
  g_clear_object (&self->listing);
  if (rows == NULL)
    {
      set_failure (self, error->message);
      review_desk_say (self, error->message, NULL, NULL);
      return;
    }
  review_article_model_set_rows (self->rows, rows);
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);

  /* A corpus that has just been opened or filled shows something to do. */
  if (self->article == NULL && self->wanted_article_id == 0 && rows->len > 0 && !self->has_opened)
    {
      ReviewArticleItem *item = review_article_model_find_unreviewed (self->rows, 0);
      CorpusRow *first = g_ptr_array_index (rows, 0);

      review_desk_open_article (self, item != NULL ? review_article_item_get_id (item) : first->article_id);
    }
}

static void
load_row_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (ReviewDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusRow) row = corpus_worker_load_row_finish (CORPUS_WORKER (source), result, &error);

  if (CORPUS_WORKER (source) != self->worker)
    return;
  if (row != NULL)
    review_article_model_update_row (self->rows, row);
  else if (g_error_matches (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND))
    review_desk_reload_rows (self);
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
}

static void
load_tagset_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (ReviewDesk) self = data;
  g_autoptr (CorpusTagset) tagset = corpus_worker_load_tagset_finish (CORPUS_WORKER (source), result, NULL);

  if (tagset == NULL || CORPUS_WORKER (source) != self->worker)
    return;
  g_clear_pointer (&self->tagset, corpus_tagset_unref);
  self->tagset = g_steal_pointer (&tagset);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAGSET]);
  desk_announce_article (self);
}

static void
changed_cb (CorpusWorker *worker,
            CorpusChange *change,
            ReviewDesk *self)
{
  gint64 shown_id = self->article != NULL ? corpus_article_get_id (self->article) : 0;
  gboolean is_shown_touched = shown_id != 0 && (change->is_everything || corpus_change_touches (change, shown_id));
  gboolean is_echo = self->n_unconfirmed > 0 && is_shown_touched && !change->is_everything && !self->is_reversing;

  if (is_echo)
    self->n_unconfirmed--;
  else if (is_shown_touched)
    load_article (self, shown_id);
  else if (self->is_reversing && change->article_ids->len == 1)
    review_desk_open_article (self, g_array_index (change->article_ids, gint64, 0));
  if (corpus_worker_get_pending (worker) == 0)
    {
      self->n_unconfirmed = 0;
      self->is_reversing = FALSE;
    }
  set_failure (self, NULL);

  if (change->is_everything)
    corpus_worker_load_tagset_async (worker, NULL, load_tagset_cb, g_object_ref (self));
  if (change->is_everything || change->article_ids->len > MAX_SINGLE_ROWS)
    {
      review_desk_reload_rows (self);
      return;
    }
  for (guint i = 0; i < change->article_ids->len; i++)
    {
      gint64 id = g_array_index (change->article_ids, gint64, i);

      if (review_article_model_find (self->rows, id) != NULL)
        corpus_worker_load_row_async (worker, id, NULL, load_row_cb, g_object_ref (self));
    }
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
}

static void
failed_cb (CorpusWorker *worker,
           GError *error,
           gint64 article_id,
           ReviewDesk *self)
{
  g_autofree char *words = NULL;

  self->is_reversing = FALSE;
  self->n_unconfirmed = 0;
  if (g_error_matches (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING))
    {
      review_desk_say (self, error->message, NULL, NULL);
      return;
    }
  /* Translators: %s is what went wrong, a sentence */
  words = g_strdup_printf (_ ("Not saved, and taken back here: %s"), error->message);
  set_failure (self, words);
  review_desk_say (self, words, NULL, NULL);
  if (self->article != NULL && (article_id == 0 || article_id == corpus_article_get_id (self->article)))
    load_article (self, corpus_article_get_id (self->article));
}

static void
forget_corpus (ReviewDesk *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  cancel (&self->loading);
  cancel (&self->listing);
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_clear_object (&self->worker);
  self->wanted_article_id = 0;
  self->n_unconfirmed = 0;
  self->is_reversing = FALSE;
  self->has_opened = FALSE;
  if (self->query != NULL)
    {
      g_clear_pointer (&self->query, g_free);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUERY]);
    }
  set_failure (self, NULL);
  set_article (self, NULL);
  review_article_model_set_rows (self->rows, none);
}

static void
review_desk_get_property (GObject *object,
                          guint property_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  ReviewDesk *self = REVIEW_DESK (object);

  switch (property_id)
    {
    case PROP_WORKER:
      g_value_set_object (value, self->worker);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_TAGSET:
      g_value_set_boxed (value, self->tagset);
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected_id);
      break;
    case PROP_IS_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
review_desk_set_property (GObject *object,
                          guint property_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  ReviewDesk *self = REVIEW_DESK (object);

  switch (property_id)
    {
    case PROP_SELECTED_ID:
      review_desk_select (self, g_value_get_int64 (value));
      break;
    case PROP_QUERY:
      review_desk_set_query (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
review_desk_dispose (GObject *object)
{
  ReviewDesk *self = REVIEW_DESK (object);

  cancel (&self->loading);
  cancel (&self->listing);
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_clear_object (&self->worker);
  g_clear_object (&self->article);
  g_clear_object (&self->rows);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->tagset, corpus_tagset_unref);

  G_OBJECT_CLASS (review_desk_parent_class)->dispose (object);
}

static void
review_desk_finalize (GObject *object)
{
  ReviewDesk *self = REVIEW_DESK (object);

  g_free (self->query);
  g_free (self->reviewer);
  g_free (self->failure);

  G_OBJECT_CLASS (review_desk_parent_class)->finalize (object);
}

static void
review_desk_class_init (ReviewDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = review_desk_get_property;
  object_class->set_property = review_desk_set_property;
  object_class->dispose = review_desk_dispose;
  object_class->finalize = review_desk_finalize;

  props[PROP_WORKER] = g_param_spec_object ("worker", NULL, NULL, CORPUS_TYPE_WORKER, read_only);
  props[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, CORPUS_TYPE_ARTICLE, read_only);
  props[PROP_TAGSET] = g_param_spec_boxed ("tagset", NULL, NULL, CORPUS_TYPE_TAGSET, read_only);
  props[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, read_write);
  props[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, FALSE, read_only);
  props[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, read_write);
  props[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, read_only);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_ARTICLE_CHANGED] = g_signal_new ("article-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ROWS_CHANGED] = g_signal_new ("rows-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
review_desk_init (ReviewDesk *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  self->rows = review_article_model_new ();
  self->tagset = corpus_tagset_new_default ();
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "io.github.corpusreview.CorpusReview", TRUE);
  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
}

/**
 * review_desk_new:
 *
 * Returns: (transfer full): a desk without a corpus
 */
ReviewDesk *
review_desk_new (void)
{
  return g_object_new (REVIEW_TYPE_DESK, NULL);
}

static void
worker_open_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GTask) task = data;
  ReviewDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  CorpusWorker *worker = corpus_worker_open_finish (result, &error);

  if (worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  forget_corpus (self);
  self->worker = worker;
  g_signal_connect (worker, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (worker, "failed", G_CALLBACK (failed_cb), self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKER]);
  corpus_worker_load_tagset_async (worker, NULL, load_tagset_cb, g_object_ref (self));
  review_desk_reload_rows (self);
  g_task_return_boolean (task, TRUE);
}

static void
open_worker (GTask *task)
{
  ReviewDesk *self = g_task_get_source_object (task);
  const char *path = g_task_get_task_data (task);
  gboolean create = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "create"));
  const char *reviewer = self->reviewer != NULL && *self->reviewer != '\0' ? self->reviewer : g_get_real_name ();

  if (g_str_equal (reviewer, "Unknown"))
    reviewer = g_get_user_name ();
  corpus_worker_open_async (path, create ? CORPUS_STORE_CREATE : 0, reviewer, NULL, worker_open_cb, g_object_ref (task));
}

/* The same file cannot be open twice here; a corpus that is open stays so until the next one is found to be sound. */
static void
close_for_open_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!review_desk_close_finish (REVIEW_DESK (source), result, &error))
    g_task_return_error (task, error);
  else
    open_worker (task);
}

static void
old_close_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReviewDesk) self = data;

  if (!corpus_worker_close_finish (CORPUS_WORKER (source), result, &error))
    review_desk_say (self, error->message, NULL, NULL);
}

static void
open_beside_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (CorpusWorker) old = g_object_steal_data (G_OBJECT (task), "old");
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (old != NULL)
    corpus_worker_close_async (old, old_close_cb, g_object_ref (source));
  g_task_return_boolean (task, TRUE);
}

/**
 * review_desk_open_async:
 * @self: a desk
 * @path: a corpus file
 * @create: whether to make it where it does not exist
 * @callback: called when it is open, or could not be opened
 * @user_data: for @callback
 *
 * Opens a corpus in the place of the one that is open. If that fails, the open one stays.
 */
void
review_desk_open_async (ReviewDesk *self,
                        const char *path,
                        gboolean create,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, review_desk_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "create", GINT_TO_POINTER (create));
  if (self->worker != NULL && g_strcmp0 (corpus_worker_get_path (self->worker), path) == 0)
    {
      review_desk_close_async (self, close_for_open_cb, g_object_ref (task));
    }
  else if (self->worker != NULL)
    {
      g_autoptr (GTask) inner = g_task_new (self, NULL, open_beside_cb, g_object_ref (task));

      g_task_set_source_tag (inner, open_beside_cb);
      g_task_set_task_data (inner, g_strdup (path), g_free);
      g_object_set_data (G_OBJECT (inner), "create", GINT_TO_POINTER (create));
      g_object_set_data_full (G_OBJECT (task), "old", g_object_ref (self->worker), g_object_unref);
      open_worker (inner);
    }
  else
    {
      open_worker (task);
    }
}

/**
 * review_desk_open_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the corpus is open; if not, @error is of %CORPUS_STORE_ERROR
 */
gboolean
review_desk_open_finish (ReviewDesk *self,
                         GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
worker_close_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!corpus_worker_close_finish (CORPUS_WORKER (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * review_desk_close_async:
 * @self: a desk
 * @callback: called when every edit is on the disk and the file is closed
 * @user_data: for @callback
 *
 * Closes the corpus. The desk is empty at once.
 */
void
review_desk_close_async (ReviewDesk *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (CorpusWorker) worker = self->worker != NULL ? g_object_ref (self->worker) : NULL;

  g_task_set_source_tag (task, review_desk_close_async);
  if (worker == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  forget_corpus (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKER]);
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
  corpus_worker_close_async (worker, worker_close_cb, g_object_ref (task));
}

/**
 * review_desk_close_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the corpus was closed in good order
 */
gboolean
review_desk_close_finish (ReviewDesk *self,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * review_desk_get_worker:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): who reads and writes the open corpus
 */
CorpusWorker *
review_desk_get_worker (ReviewDesk *self)
{
  return self->worker;
}

/**
 * review_desk_get_tagset:
 * @self: a desk
 *
 * Returns: (transfer none): the tag set of the corpus, the default one while there is none
 */
CorpusTagset *
review_desk_get_tagset (ReviewDesk *self)
{
  return self->tagset;
}

/**
 * review_desk_set_reviewer:
 * @self: a desk
 * @name: (nullable): under which decisions are recorded; %NULL or empty takes the name of the user account
 */
void
review_desk_set_reviewer (ReviewDesk *self,
                          const char *name)
{
  if (g_strcmp0 (self->reviewer, name) == 0)
    return;
  g_free (self->reviewer);
  self->reviewer = g_strdup (name);
  if (self->worker != NULL && name != NULL && *name != '\0')
    corpus_worker_set_reviewer (self->worker, name);
}

/**
 * review_desk_get_stats:
 * @self: a desk
 * @stats: (out caller-allocates): the totals of the corpus
 *
 * Returns: %FALSE where no corpus is open or nothing was counted yet
 */
gboolean
review_desk_get_stats (ReviewDesk *self,
                       CorpusStats *stats)
{
  return self->worker != NULL && corpus_worker_get_stats (self->worker, stats);
}

/**
 * review_desk_say:
 * @self: a desk
 * @text: words in the user's language
 * @action: (nullable): a detailed action name that mends or takes up what @text says
 * @button: (nullable): what the button of @action says
 *
 * Lets the window tell the reviewer something in passing.
 */
void
review_desk_say (ReviewDesk *self,
                 const char *text,
                 const char *action,
                 const char *button)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, action, button);
}

/**
 * review_desk_get_failure:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): what went wrong with the last edit or reading, in words
 */
const char *
review_desk_get_failure (ReviewDesk *self)
{
  return self->failure;
}

/**
 * review_desk_reload_rows:
 * @self: a desk
 *
 * Reads the list again.
 */
void
review_desk_reload_rows (ReviewDesk *self)
{
  if (self->worker == NULL)
    return;
  cancel (&self->listing);
  self->listing = g_cancellable_new ();
  corpus_worker_list_async (self->worker, CORPUS_ONLY_ALL, self->query, self->listing, list_cb, g_object_ref (self));
}

/**
 * review_desk_get_rows:
 * @self: a desk
 *
 * Returns: (transfer none): a #GListModel of #ReviewArticleItem
 */
GListModel *
review_desk_get_rows (ReviewDesk *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * review_desk_set_query:
 * @self: a desk
 * @query: (nullable): words
 *
 * Shows only the articles that hold these words.
 */
void
review_desk_set_query (ReviewDesk *self,
                       const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query != NULL ? query : ""));
  const char *words = *stripped != '\0' ? stripped : NULL;

  if (g_strcmp0 (self->query, words) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUERY]);
  review_desk_reload_rows (self);
}

/**
 * review_desk_get_query:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the words the list is filtered by
 */
const char *
review_desk_get_query (ReviewDesk *self)
{
  return self->query;
}

/**
 * review_desk_open_article:
 * @self: a desk
 * @article_id: an article
 *
 * Puts an article on the paper.
 */
void
review_desk_open_article (ReviewDesk *self,
                          gint64 article_id)
{
  if (self->worker == NULL || self->wanted_article_id == article_id)
    return;
  if (self->wanted_article_id == 0 && self->article != NULL && corpus_article_get_id (self->article) == article_id)
    return;
  load_article (self, article_id);
}

/* The article that is or will be on the paper. */
static gint64
current_id (ReviewDesk *self)
{
  if (self->wanted_article_id != 0)
    return self->wanted_article_id;
  return self->article != NULL ? corpus_article_get_id (self->article) : 0;
}

/**
 * review_desk_open_neighbour:
 * @self: a desk
 * @step: 1 for the next, -1 for the previous
 *
 * Puts a neighbour in the list on the paper.
 *
 * Returns: %FALSE where there is none
 */
gboolean
review_desk_open_neighbour (ReviewDesk *self,
                            int step)
{
  ReviewArticleItem *item = review_article_model_find (self->rows, current_id (self));
  gint64 position = item != NULL ? (gint64) review_article_item_get_position (item) + step : 0;
  g_autoptr (ReviewArticleItem) neighbour = NULL;

  if (position >= 0)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->rows), (guint) position);
  if (neighbour == NULL)
    return FALSE;
  review_desk_open_article (self, review_article_item_get_id (neighbour));
  return TRUE;
}

/**
 * review_desk_open_unreviewed:
 * @self: a desk
 *
 * Puts the next article with something left to review on the paper.
 *
 * Returns: %FALSE where there is none
 */
gboolean
review_desk_open_unreviewed (ReviewDesk *self)
{
  ReviewArticleItem *item = review_article_model_find_unreviewed (self->rows, current_id (self));

  if (item == NULL)
    return FALSE;
  review_desk_open_article (self, review_article_item_get_id (item));
  return TRUE;
}

/**
 * review_desk_get_article:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the article on the paper
 */
CorpusArticle *
review_desk_get_article (ReviewDesk *self)
{
  return self->article;
}

/**
 * review_desk_get_selected_id:
 * @self: a desk
 *
 * Returns: the selected annotation, 0 where none is
 */
gint64
review_desk_get_selected_id (ReviewDesk *self)
{
  return self->selected_id;
}

/**
 * review_desk_select:
 * @self: a desk
 * @id: an entity or indicator of the article on the paper, 0 for none
 *
 * Selects an annotation.
 */
void
review_desk_select (ReviewDesk *self,
                    gint64 id)
{
  if (id == self->selected_id || (id != 0 && !has_member (self, id)))
    return;
  self->selected_id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
}

/**
 * review_desk_get_selected_entity:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the selected annotation where it is an entity
 */
CorpusEntity *
review_desk_get_selected_entity (ReviewDesk *self)
{
  return self->article != NULL ? corpus_article_find_entity (self->article, self->selected_id) : NULL;
}

/**
 * review_desk_get_selected_indicator:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the selected annotation where it is an indicator
 */
CorpusIndicator *
review_desk_get_selected_indicator (ReviewDesk *self)
{
  return self->article != NULL ? corpus_article_find_indicator (self->article, self->selected_id) : NULL;
}

/**
 * review_desk_get_extent:
 * @self: a desk
 * @id: an entity or indicator of the article on the paper
 *
 * Returns: from its first to its last offset in the text (of an indicator: of its value); empty where the text does not show it
 */
CorpusSpan
review_desk_get_extent (ReviewDesk *self,
                        gint64 id)
{
  CorpusEntity *entity = self->article != NULL ? corpus_article_find_entity (self->article, id) : NULL;
  CorpusIndicator *indicator = self->article != NULL ? corpus_article_find_indicator (self->article, id) : NULL;
  CorpusFiller *value = indicator != NULL ? corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE) : NULL;

  if (entity != NULL)
    return corpus_article_get_extent (self->article, entity->pieces);
  if (value != NULL)
    return corpus_article_get_extent (self->article, value->pieces);
  return (CorpusSpan){ 0, 0 };
}

typedef struct
{
  gint64 id;
  CorpusSpan extent;
  double confidence;
  gboolean is_to_check;
} Queued;

/* Reading order; the outer one first. */
static int
compare_reading (gconstpointer a,
                 gconstpointer b)
{
  const Queued *x = a, *y = b;

  if (x->extent.start != y->extent.start)
    return x->extent.start < y->extent.start ? -1 : 1;
  if (x->extent.end != y->extent.end)
    return x->extent.end > y->extent.end ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static int
compare_doubt (gconstpointer a,
               gconstpointer b)
{
  const Queued *x = a, *y = b;

  if (x->confidence < y->confidence || x->confidence > y->confidence)
    return x->confidence < y->confidence ? -1 : 1;
  return compare_reading (a, b);
}

/* All annotations in the order in which they are gone through. */
static GArray *
build_queue (ReviewDesk *self)
{
  GArray *queue = g_array_new (FALSE, TRUE, sizeof (Queued));
  GPtrArray *entities = corpus_article_get_entities (self->article);
  GPtrArray *indicators = corpus_article_get_indicators (self->article);
  g_autofree char *order = self->settings != NULL ? g_settings_get_string (self->settings, "suggestion-order") : NULL;

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      Queued queued = { entity->id, review_desk_get_extent (self, entity->id), entity->provenance.confidence,
                        entity->provenance.state == CORPUS_STATE_SUGGESTED };

      g_array_append_val (queue, queued);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      Queued queued = { indicator->id, review_desk_get_extent (self, indicator->id), indicator->provenance.confidence,
                        indicator->provenance.state == CORPUS_STATE_SUGGESTED };

      g_array_append_val (queue, queued);
    }
  g_array_sort (queue, g_strcmp0 (order, "doubt") == 0 ? compare_doubt : compare_reading);
  return queue;
}

/**
 * review_desk_select_to_check:
 * @self: a desk
 * @step: 1 for the next, -1 for the previous
 *
 * Selects the next suggestion nobody has decided, beginning anew at the end of the article.
 *
 * Returns: %FALSE where nothing else is left; the selection stays
 */
gboolean
review_desk_select_to_check (ReviewDesk *self,
                             int step)
{
  g_autoptr (GArray) queue = NULL;
  gint64 at = step > 0 ? -1 : 0;

  if (self->article == NULL)
    return FALSE;
  queue = build_queue (self);
  for (guint i = 0; i < queue->len; i++)
    if (g_array_index (queue, Queued, i).id == self->selected_id)
      at = i;
  for (guint i = 0; i < queue->len; i++)
    {
      const Queued *queued;

      at = (at + step + queue->len) % queue->len;
      queued = &g_array_index (queue, Queued, at);
      if (queued->is_to_check && queued->id != self->selected_id)
        {
          review_desk_select (self, queued->id);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * review_desk_count_to_check:
 * @self: a desk
 *
 * Returns: how many suggestions of the article on the paper nobody has decided
 */
guint
review_desk_count_to_check (ReviewDesk *self)
{
  GPtrArray *entities, *indicators;
  guint n = 0;

  if (self->article == NULL)
    return 0;
  entities = corpus_article_get_entities (self->article);
  indicators = corpus_article_get_indicators (self->article);
  for (guint i = 0; i < entities->len; i++)
    if (((CorpusEntity *) g_ptr_array_index (entities, i))->provenance.state == CORPUS_STATE_SUGGESTED)
      n++;
  for (guint i = 0; i < indicators->len; i++)
    if (((CorpusIndicator *) g_ptr_array_index (indicators, i))->provenance.state == CORPUS_STATE_SUGGESTED)
      n++;
  return n;
}

gboolean
desk_can_edit (ReviewDesk *self)
{
  return self->worker != NULL && self->article != NULL;
}

/* What the article shows already goes to the disk. */
void
desk_apply (ReviewDesk *self,
            CorpusEdit *edit)
{
  self->generation++;
  self->n_unconfirmed++;
  corpus_worker_apply (self->worker, edit);
  desk_announce_article (self);
}

/**
 * review_desk_undo:
 * @self: a desk
 *
 * Takes back the reviewer's last edit and goes where it was made.
 */
void
review_desk_undo (ReviewDesk *self)
{
  if (self->worker == NULL)
    return;
  self->is_reversing = TRUE;
  corpus_worker_undo (self->worker);
}

/**
 * review_desk_redo:
 * @self: a desk
 *
 * Does the last undone edit again and goes where it was made.
 */
void
review_desk_redo (ReviewDesk *self)
{
  if (self->worker == NULL)
    return;
  self->is_reversing = TRUE;
  corpus_worker_redo (self->worker);
}

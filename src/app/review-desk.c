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
  SIGNAL_ARTICLE_CHANGED,
  SIGNAL_ROWS_CHANGED,
  SIGNAL_MESSAGE,
  N_SIGNALS
};

GParamSpec *desk_props[DESK_N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReviewDesk, review_desk, G_TYPE_OBJECT)

void
desk_set_failure (ReviewDesk *self,
                  const char *words)
{
  if (g_strcmp0 (self->failure, words) == 0)
    return;
  g_free (self->failure);
  self->failure = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_FAILURE]);
}

static gboolean
has_member (ReviewDesk *self,
            gint64 id)
{
  return self->article != NULL && (corpus_article_find_entity (self->article, id) != NULL ||
                                   corpus_article_find_indicator (self->article, id) != NULL);
}

void
desk_cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

void
desk_announce_rows (ReviewDesk *self)
{
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
}

void
desk_announce_article (ReviewDesk *self)
{
  if (self->selected_id != 0 && !has_member (self, self->selected_id))
    {
      self->selected_id = 0;
      g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_SELECTED_ID]);
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
      g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_SELECTED_ID]);
    }
  if (g_set_object (&self->article, article))
    g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_ARTICLE]);
  g_object_thaw_notify (G_OBJECT (self));
  desk_announce_article (self);
  if (is_other && article != NULL)
    review_desk_select_to_check (self, 1);
}

static void
stop_loading (ReviewDesk *self)
{
  desk_cancel (&self->loading);
  self->wanted_article_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_IS_LOADING]);
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
      desk_set_failure (self, error->message);
      review_desk_say (self, error->message, NULL, NULL);
      return;
    }
  /* An edit was made while the article was read: what was read lacks it. Its echo is news then. */
  if (loading->generation != self->generation && self->article != NULL &&
      corpus_article_get_id (self->article) == loading->article_id)
    {
      self->n_unconfirmed = 0;
      if (corpus_worker_get_pending (self->worker) == 0)
        desk_load_article (self, loading->article_id);
      return;
    }
  self->has_opened = TRUE;
  set_article (self, article);
}

void
desk_load_article (ReviewDesk *self,
                   gint64 article_id)
{
  Loading *loading = g_new0 (Loading, 1);

  desk_cancel (&self->loading);
  self->loading = g_cancellable_new ();
  self->wanted_article_id = article_id;
  loading->desk = g_object_ref (self);
  loading->generation = self->generation;
  loading->article_id = article_id;
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_IS_LOADING]);
  corpus_worker_load_article_async (self->worker, article_id, self->loading, load_article_cb, loading);
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
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_TAGSET]);
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
    desk_load_article (self, shown_id);
  else if (self->is_reversing && change->article_ids->len == 1)
    review_desk_open_article (self, g_array_index (change->article_ids, gint64, 0));
  if (corpus_worker_get_pending (worker) == 0)
    {
      self->n_unconfirmed = 0;
      self->is_reversing = FALSE;
    }
  desk_set_failure (self, NULL);

  if (change->is_everything)
    corpus_worker_load_tagset_async (worker, NULL, load_tagset_cb, g_object_ref (self));
  if (change->is_everything || change->article_ids->len > MAX_SINGLE_ROWS)
    {
      review_desk_reload_rows (self);
      return;
    }
  for (guint i = 0; i < change->article_ids->len; i++)
    desk_reload_row (self, g_array_index (change->article_ids, gint64, i));
  desk_announce_rows (self);
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
  /* The commonest of them has words that fit into one line: the window says already which corpus it is. */
  if (g_error_matches (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL))
    words = g_strdup (_ ("Not saved, and taken back here: the disk is full. Make room, then try again."));
  else
    /* Translators: %s is what went wrong, a sentence */
    words = g_strdup_printf (_ ("Not saved, and taken back here: %s"), error->message);
  desk_set_failure (self, words);
  review_desk_say (self, words, NULL, NULL);
  if (self->article != NULL && (article_id == 0 || article_id == corpus_article_get_id (self->article)))
    desk_load_article (self, corpus_article_get_id (self->article));
}

void
desk_forget_corpus (ReviewDesk *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  desk_cancel (&self->loading);
  desk_cancel (&self->listing);
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
      g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_QUERY]);
    }
  desk_set_failure (self, NULL);
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
    case DESK_PROP_WORKER:
      g_value_set_object (value, self->worker);
      break;
    case DESK_PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case DESK_PROP_TAGSET:
      g_value_set_boxed (value, self->tagset);
      break;
    case DESK_PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected_id);
      break;
    case DESK_PROP_IS_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    case DESK_PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case DESK_PROP_FAILURE:
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
    case DESK_PROP_SELECTED_ID:
      review_desk_select (self, g_value_get_int64 (value));
      break;
    case DESK_PROP_QUERY:
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

  desk_cancel (&self->loading);
  desk_cancel (&self->listing);
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

  desk_props[DESK_PROP_WORKER] = g_param_spec_object ("worker", NULL, NULL, CORPUS_TYPE_WORKER, read_only);
  desk_props[DESK_PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, CORPUS_TYPE_ARTICLE, read_only);
  desk_props[DESK_PROP_TAGSET] = g_param_spec_boxed ("tagset", NULL, NULL, CORPUS_TYPE_TAGSET, read_only);
  desk_props[DESK_PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, read_write);
  desk_props[DESK_PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, FALSE, read_only);
  desk_props[DESK_PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, read_write);
  desk_props[DESK_PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, read_only);
  g_object_class_install_properties (object_class, DESK_N_PROPS, desk_props);

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

/* From here on the desk is about the corpus of @worker. */
void
desk_take_worker (ReviewDesk *self,
                  CorpusWorker *worker) /* transfer full */
{
  self->worker = worker;
  g_signal_connect (worker, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (worker, "failed", G_CALLBACK (failed_cb), self);
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_WORKER]);
  corpus_worker_load_tagset_async (worker, NULL, load_tagset_cb, g_object_ref (self));
  review_desk_reload_rows (self);
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
  desk_load_article (self, article_id);
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
  g_object_notify_by_pspec (G_OBJECT (self), desk_props[DESK_PROP_SELECTED_ID]);
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

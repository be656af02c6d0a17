/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-status-bar.h"

#include <glib/gi18n.h>

struct _ReviewStatusBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkImage *saved_icon;
  GtkLabel *saved;
  GtkWidget *progress_box;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkLabel *order;
  GtkWidget *keys;

  /* Owned */
  ReviewDesk *desk;
  CorpusWorker *worker;
  GSettings *settings; /* NULL where the schema is not installed */
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ReviewStatusBar, review_status_bar, ADW_TYPE_BIN)

/* The truth: saved is what is durable, and nothing else. */
static void
update_saved (ReviewStatusBar *self)
{
  const char *failure = review_desk_get_failure (self->desk);
  guint n_pending = self->worker != NULL ? corpus_worker_get_pending (self->worker) : 0;
  const char *icon = "emblem-ok-symbolic", *words = _ ("All changes saved");

  if (failure != NULL)
    {
      icon = "dialog-warning-symbolic";
      words = failure;
    }
  else if (n_pending > 0)
    {
      icon = "emblem-synchronizing-symbolic";
      words = _ ("Saving…");
    }
  gtk_image_set_from_icon_name (self->saved_icon, icon);
  gtk_label_set_text (self->saved, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved), failure);
  if (failure != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "failed");
  /* What went wrong needs the room more than the keys do. */
  gtk_widget_set_visible (self->keys, failure == NULL);
}

static void
pending_cb (CorpusWorker *worker,
            GParamSpec *pspec,
            ReviewStatusBar *self)
{
  update_saved (self);
}

static void
failure_cb (ReviewDesk *desk,
            GParamSpec *pspec,
            ReviewStatusBar *self)
{
  update_saved (self);
}

static void
update_progress (ReviewStatusBar *self)
{
  CorpusStats stats;
  g_autofree char *words = NULL;

  if (!review_desk_get_stats (self->desk, &stats) || stats.n_articles == 0)
    {
      gtk_widget_set_visible (self->progress_box, FALSE);
      return;
    }
  words = g_strdup_printf (_ ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " reviewed"), stats.n_reviewed, stats.n_articles);
  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, (double) stats.n_reviewed / (double) stats.n_articles);
  gtk_widget_set_visible (self->progress_box, TRUE);
}

static void
rows_changed_cb (ReviewDesk *desk,
                 ReviewStatusBar *self)
{
  update_progress (self);
}

static void
worker_cb (ReviewDesk *desk,
           GParamSpec *pspec,
           ReviewStatusBar *self)
{
  CorpusWorker *worker = review_desk_get_worker (desk);

  if (self->worker == worker)
    return;
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_set_object (&self->worker, worker);
  if (worker != NULL)
    g_signal_connect (worker, "notify::pending", G_CALLBACK (pending_cb), self);
  update_saved (self);
  update_progress (self);
}

static void
order_cb (GSettings *settings,
          const char *key,
          ReviewStatusBar *self)
{
  g_autofree char *order = g_settings_get_string (settings, "suggestion-order");

  gtk_label_set_text (self->order, g_str_equal (order, "doubt") ? _ ("doubtful first") : _ ("in reading order"));
}

static void
review_status_bar_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_DESK)
    g_value_set_object (value, REVIEW_STATUS_BAR (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
review_status_bar_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_DESK)
    review_status_bar_set_desk (REVIEW_STATUS_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
review_status_bar_dispose (GObject *object)
{
  ReviewStatusBar *self = REVIEW_STATUS_BAR (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_STATUS_BAR);
  g_clear_object (&self->worker);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (review_status_bar_parent_class)->dispose (object);
}

static void
review_status_bar_class_init (ReviewStatusBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = review_status_bar_get_property;
  object_class->set_property = review_status_bar_set_property;
  object_class->dispose = review_status_bar_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, REVIEW_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, saved);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, progress_box);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, progress_words);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, progress);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, order);
  gtk_widget_class_bind_template_child (widget_class, ReviewStatusBar, keys);
}

static void
review_status_bar_init (ReviewStatusBar *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "io.github.corpusreview.CorpusReview", TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_object (self->settings, "changed::suggestion-order", G_CALLBACK (order_cb), self, 0);
  order_cb (self->settings, NULL, self);
}

/**
 * review_status_bar_new:
 * @desk: what it speaks of
 *
 * Returns: (transfer floating): a status line
 */
GtkWidget *
review_status_bar_new (ReviewDesk *desk)
{
  return g_object_new (REVIEW_TYPE_STATUS_BAR, "desk", desk, NULL);
}

/**
 * review_status_bar_set_desk:
 * @self: a status line
 * @desk: what it speaks of; it keeps its first desk
 */
void
review_status_bar_set_desk (ReviewStatusBar *self,
                            ReviewDesk *desk)
{
  if (desk == NULL || self->desk != NULL)
    return;
  self->desk = g_object_ref (desk);
  g_signal_connect (desk, "notify::worker", G_CALLBACK (worker_cb), self);
  g_signal_connect (desk, "notify::failure", G_CALLBACK (failure_cb), self);
  g_signal_connect (desk, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  worker_cb (desk, NULL, self);
  update_saved (self);
  update_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESK]);
}

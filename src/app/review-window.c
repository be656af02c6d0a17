/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window puts the panes side by side and ties them to one desk. What the reviewer does goes through actions
 * (review-window-actions.c, and the group "paper"); this file is about what is seen. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/review-compat.h"
#include "app/review-welcome.h"

/* Narrower than this there is no room for list, paper and inspector at once. */
#define NARROW_WIDTH 1160
#define MAX_RECENT 8

G_DEFINE_FINAL_TYPE (ReviewWindow, review_window, ADW_TYPE_APPLICATION_WINDOW)

static void
toast_dismissed_cb (AdwToast *toast,
                    ReviewWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/* What was said before is behind us, and toasts would wait for each other: one that is still shown says the new thing. (To dismiss it
 * while it slides in crashes libadwaita 1.2.) */
static void
message_cb (ReviewDesk *desk,
            const char *text,
            const char *action,
            const char *button,
            ReviewWindow *self)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  gboolean is_offer = action != NULL && button != NULL;
  AdwToast *toast = self->toast;

  if (toast == NULL)
    toast = adw_toast_new (title);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, is_offer ? button : NULL);
  adw_toast_set_action_name (toast, is_offer ? action : NULL);
  if (self->toast == toast)
    return;
  adw_toast_set_timeout (toast, is_offer ? 8 : 5);
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
update_title (ReviewWindow *self)
{
  CorpusWorker *worker = review_desk_get_worker (self->desk);
  g_autofree char *name = NULL, *folder = NULL, *parent = NULL;

  if (worker == NULL)
    {
      adw_window_title_set_title (self->title, _ ("Corpus Review"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Corpus Review"));
      return;
    }
  name = g_path_get_basename (corpus_worker_get_path (worker));
  parent = g_path_get_dirname (corpus_worker_get_path (worker));
  folder = g_filename_display_name (parent);
  if (g_str_has_suffix (name, ".corpus"))
    name[strlen (name) - strlen (".corpus")] = '\0';
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, folder);
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
update_undo (ReviewWindow *self)
{
  const char *undo = self->worker != NULL ? corpus_worker_get_undo_verb (self->worker) : NULL;
  const char *redo = self->worker != NULL ? corpus_worker_get_redo_verb (self->worker) : NULL;
  /* Translators: %s is what was done, such as “Accept Hangzhou” */
  g_autofree char *undo_words = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_words = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo_words);
  gtk_widget_set_tooltip_text (self->redo_button, redo_words);
  window_update_actions (self);
}

static void
verb_cb (CorpusWorker *worker,
         GParamSpec *pspec,
         ReviewWindow *self)
{
  update_undo (self);
}

static void
remember_corpus (ReviewWindow *self,
                 const char *path)
{
  g_auto (GStrv) old = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = NULL;
  guint n = 1;

  if (self->settings == NULL)
    return;
  old = g_settings_get_strv (self->settings, "recent-corpora");
  g_strv_builder_add (builder, path);
  for (guint i = 0; old[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (old[i], path))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  recent = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-corpora", (const char *const *) recent);
}

static void
worker_cb (ReviewDesk *desk,
           GParamSpec *pspec,
           ReviewWindow *self)
{
  CorpusWorker *worker = review_desk_get_worker (desk);

  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_set_object (&self->worker, worker);
  if (worker != NULL)
    {
      g_signal_connect (worker, "notify::undo-verb", G_CALLBACK (verb_cb), self);
      g_signal_connect (worker, "notify::redo-verb", G_CALLBACK (verb_cb), self);
      remember_corpus (self, corpus_worker_get_path (worker));
    }
  self->awaits_article = worker != NULL;
  if (worker != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "reviewing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "reviewing");
  gtk_stack_set_visible_child_name (self->stack, worker != NULL ? "review" : "welcome");
  gtk_widget_set_visible (GTK_WIDGET (self->status_bar), worker != NULL);
  update_title (self);
  update_undo (self);
}

static void
article_cb (ReviewDesk *desk,
            GParamSpec *pspec,
            ReviewWindow *self)
{
  gboolean has_article = review_desk_get_article (desk) != NULL;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->paper_stack), has_article ? "paper" : "none");
  /* The first article of a corpus can be gone through at once; who types somewhere goes on typing. */
  if (has_article && self->awaits_article && !GTK_IS_EDITABLE (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->paper));
  if (has_article)
    self->awaits_article = FALSE;
}

static void
chosen_cb (ReviewWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
settings_cb (GSettings *settings,
             const char *key,
             ReviewWindow *self)
{
  g_autofree char *reviewer = g_settings_get_string (settings, "reviewer-name");

  review_desk_set_reviewer (self->desk, reviewer);
}

static void
open_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (ReviewWindow) self = data;
  g_autoptr (GError) error = NULL;

  g_autofree char *words = NULL;

  if (review_desk_open_finish (REVIEW_DESK (source), result, &error) || self->is_closing)
    return;
  words = g_strdup_printf ("%s.", error->message);
  review_compat_alert (GTK_WINDOW (self), _ ("The corpus was not opened"), words);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         ReviewWindow *self)
{
  GSList *dropped = g_value_get_boxed (value);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = dropped; link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "drop-target-here");
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;
  review_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

static GdkDragAction
drop_enter_cb (GtkDropTarget *target,
               double x,
               double y,
               ReviewWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "drop-target-here");
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target,
               ReviewWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "drop-target-here");
}

/* In a narrow window list and inspector take turns. */
static void
arrange (ReviewWindow *self)
{
  window_show_inspector (self, !self->is_narrow && self->wants_inspector);
}

static gboolean
arrange_cb (gpointer data)
{
  ReviewWindow *self = data;

  if (!self->has_sizes && gtk_widget_get_width (GTK_WIDGET (self->inspector_paned)) > 0)
    {
      int list = self->settings != NULL ? g_settings_get_int (self->settings, "list-width") : 280;
      int inspector = self->settings != NULL ? g_settings_get_int (self->settings, "inspector-width") : 340;
      int width = gtk_widget_get_width (GTK_WIDGET (self->list_paned));

      gtk_paned_set_position (self->list_paned, list);
      gtk_paned_set_position (self->inspector_paned, width - list - inspector);
      self->has_sizes = TRUE;
    }
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
review_window_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  ReviewWindow *self = REVIEW_WINDOW (widget);
  gboolean is_narrow = width < NARROW_WIDTH;

  GTK_WIDGET_CLASS (review_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_narrow != self->is_narrow || !self->has_sizes)
    {
      self->is_narrow = is_narrow;
      /* Not while the widgets are being given their places. */
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, g_object_ref (self), g_object_unref);
    }
}

static void
save_sizes (ReviewWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 240, 16384));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!self->has_sizes || self->is_narrow)
    return;
  g_settings_set_int (self->settings, "list-width", CLAMP (gtk_paned_get_position (self->list_paned), 160, 4096));
  if (self->shows_inspector)
    g_settings_set_int (self->settings, "inspector-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->inspector_paned)) -
                                   gtk_paned_get_position (self->inspector_paned),
                               200, 4096));
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (ReviewWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!review_desk_close_finish (REVIEW_DESK (source), result, &error))
    g_printerr ("%s\n", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The window goes when the last edit is on the disk, not before. */
static gboolean
review_window_close_request (GtkWindow *window)
{
  ReviewWindow *self = REVIEW_WINDOW (window);

  if (self->is_closing)
    return GDK_EVENT_STOP;
  self->is_closing = TRUE;
  review_inspector_commit (self->inspector);
  save_sizes (self);
  /* A window that has the focus in a pane that goes away holds on to it until a frame that never comes. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  review_desk_close_async (self->desk, closed_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
review_window_dispose (GObject *object)
{
  ReviewWindow *self = REVIEW_WINDOW (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_WINDOW);
  g_clear_object (&self->worker);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_window_parent_class)->dispose (object);
}

static void
review_window_class_init (ReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_window_dispose;
  widget_class->size_allocate = review_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = review_window_close_request;

  g_type_ensure (REVIEW_TYPE_ARTICLE_LIST);
  g_type_ensure (REVIEW_TYPE_PAPER);
  g_type_ensure (REVIEW_TYPE_DECISION_BAR);
  g_type_ensure (REVIEW_TYPE_STATUS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, list_paned);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, inspector_paned);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, article_list);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, paper_stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, decision_bar);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, ReviewWindow, status_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  window_actions_class_init (widget_class);
}

static void
restore_settings (ReviewWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "io.github.corpusreview.CorpusReview", TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->settings, "changed::reviewer-name", G_CALLBACK (settings_cb), self, 0);
  settings_cb (self->settings, NULL, self);
}

static void
review_window_init (ReviewWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->desk = review_desk_new ();
  self->wants_inspector = TRUE;
  self->shows_inspector = TRUE;
  restore_settings (self);

  adw_bin_set_child (self->welcome_bin, review_welcome_new ());
  self->inspector = REVIEW_INSPECTOR (review_inspector_new (self->desk));
  adw_bin_set_child (self->inspector_bin, GTK_WIDGET (self->inspector));
  review_paper_set_desk (self->paper, self->desk);
  review_article_list_set_desk (self->article_list, self->desk);
  review_status_bar_set_desk (self->status_bar, self->desk);
  review_decision_bar_set_up (self->decision_bar, self->desk, self->paper);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper", review_paper_get_actions (self->paper));

  g_signal_connect (self->desk, "message", G_CALLBACK (message_cb), self);
  g_signal_connect (self->desk, "notify::worker", G_CALLBACK (worker_cb), self);
  g_signal_connect (self->desk, "notify::article", G_CALLBACK (article_cb), self);
  worker_cb (self->desk, NULL, self);

  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (drop, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (drop_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * review_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer none): a window without a corpus
 */
ReviewWindow *
review_window_new (GtkApplication *application)
{
  return g_object_new (REVIEW_TYPE_WINDOW, "application", application, NULL);
}

/**
 * review_window_get_desk:
 * @self: a window
 *
 * Returns: (transfer none): what its panes share
 */
ReviewDesk *
review_window_get_desk (ReviewWindow *self)
{
  return self->desk;
}

/**
 * review_window_open_corpus:
 * @self: a window
 * @path: a corpus file
 * @create: whether to make it where it does not exist
 *
 * Opens a corpus in the place of the one the window shows. What goes wrong is said in the window.
 */
void
review_window_open_corpus (ReviewWindow *self,
                           const char *path,
                           gboolean create)
{
  review_desk_open_async (self->desk, path, create, open_cb, g_object_ref (self));
}

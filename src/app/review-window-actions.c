/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window itself can do; all of it as actions of the group "win". */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-window-private.h"

#include <glib/gi18n.h>

#include "app/review-export-dialog.h"
#include "app/review-import-dialog.h"

/**
 * review_window_import:
 * @self: a window
 * @files: (nullable): #GFile objects; %NULL lets the reviewer choose
 *
 * Imports pages into the open corpus, or into a new one where none is open. A single file that is a corpus is opened instead.
 */
void
review_window_import (ReviewWindow *self,
                      GListModel *files)
{
  if (files != NULL && g_list_model_get_n_items (files) == 1)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, 0);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL && g_str_has_suffix (path, ".corpus"))
        {
          review_window_open_corpus (self, path, FALSE);
          return;
        }
    }
  review_import_dialog_present (GTK_WINDOW (self), self->desk, files);
}

static void
import_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  review_window_import (REVIEW_WINDOW (widget), NULL);
}

static void
export_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  review_export_dialog_present (GTK_WINDOW (widget), REVIEW_WINDOW (widget)->desk);
}

static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  review_desk_undo (REVIEW_WINDOW (widget)->desk);
}

static void
redo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  review_desk_redo (REVIEW_WINDOW (widget)->desk);
}

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  ReviewWindow *self = REVIEW_WINDOW (widget);

  if (self->is_narrow)
    window_show_inspector (self, FALSE);
  review_article_list_focus_search (self->article_list);
}

static void
edit_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  ReviewWindow *self = REVIEW_WINDOW (widget);

  window_show_inspector (self, TRUE);
  review_inspector_focus_selected (self->inspector);
}

static void
focus_paper_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  ReviewWindow *self = REVIEW_WINDOW (widget);

  review_inspector_commit (self->inspector);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (ReviewWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!review_desk_close_finish (REVIEW_DESK (source), result, &error))
    review_desk_say (self->desk, error->message, NULL, NULL);
}

static void
close_corpus_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  ReviewWindow *self = REVIEW_WINDOW (widget);

  review_inspector_commit (self->inspector);
  review_desk_close_async (self->desk, closed_cb, g_object_ref (self));
}

static void
open_corpus_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  review_window_open_corpus (REVIEW_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

enum
{
  PROP_0,
  PROP_SHOWS_INSPECTOR,
};

static void
get_property (GObject *object,
              guint property_id,
              GValue *value,
              GParamSpec *pspec)
{
  if (property_id == PROP_SHOWS_INSPECTOR)
    g_value_set_boolean (value, REVIEW_WINDOW (object)->shows_inspector);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
set_property (GObject *object,
              guint property_id,
              const GValue *value,
              GParamSpec *pspec)
{
  ReviewWindow *self = REVIEW_WINDOW (object);

  if (property_id != PROP_SHOWS_INSPECTOR)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  if (!self->is_narrow)
    self->wants_inspector = g_value_get_boolean (value);
  window_show_inspector (self, g_value_get_boolean (value));
}

/* Shows or folds the inspector; in a narrow window it takes the place of the list. */
void
window_show_inspector (ReviewWindow *self,
                       gboolean shows)
{
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_bin), shows);
  gtk_widget_set_visible (GTK_WIDGET (self->article_list), !self->is_narrow || !shows);
  if (self->shows_inspector == shows)
    return;
  self->shows_inspector = shows;
  g_object_notify (G_OBJECT (self), "shows-inspector");
}

/* Says which verbs make sense now. */
void
window_update_actions (ReviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->worker != NULL;

  gtk_widget_action_set_enabled (widget, "win.export", is_open);
  gtk_widget_action_set_enabled (widget, "win.find", is_open);
  gtk_widget_action_set_enabled (widget, "win.edit", is_open);
  gtk_widget_action_set_enabled (widget, "win.focus-paper", is_open);
  gtk_widget_action_set_enabled (widget, "win.inspector", is_open);
  gtk_widget_action_set_enabled (widget, "win.close-corpus", is_open);
  gtk_widget_action_set_enabled (widget, "win.undo", is_open && corpus_worker_get_undo_verb (self->worker) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", is_open && corpus_worker_get_redo_verb (self->worker) != NULL);
}

void
window_actions_class_init (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  g_object_class_install_property (object_class, PROP_SHOWS_INSPECTOR,
                                   g_param_spec_boolean ("shows-inspector", NULL, NULL, TRUE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-paper", NULL, focus_paper_cb);
  gtk_widget_class_install_property_action (widget_class, "win.inspector", "shows-inspector");
  gtk_widget_class_install_action (widget_class, "win.close-corpus", NULL, close_corpus_cb);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_corpus_cb);
}

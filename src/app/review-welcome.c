/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-welcome.h"

#include <glib/gi18n.h>

#include "config.h"

struct _ReviewWelcome
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *page;
  AdwPreferencesGroup *recent;

  GSettings *settings;
  GPtrArray *rows; /* borrowed: what the group of recent corpora shows */
};

G_DEFINE_FINAL_TYPE (ReviewWelcome, review_welcome, ADW_TYPE_BIN)

static void
activated_cb (GtkWidget *row,
              const char *path)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (application != NULL)
    g_application_open (application, &file, 1, "");
}

/* The corpora that still exist, the latest first. */
static void
refresh_recent (ReviewWelcome *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-corpora");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);
      g_autofree char *folder = g_path_get_dirname (paths[i]);
      g_autofree char *shown_folder = g_filename_display_name (folder);
      GtkWidget *row;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown_folder);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_set_tooltip_text (row, paths[i]);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), g_strdup (paths[i]), (GClosureNotify) g_free, 0);
      adw_preferences_group_add (self->recent, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
}

static void
review_welcome_dispose (GObject *object)
{
  ReviewWelcome *self = REVIEW_WELCOME (object);

  g_clear_object (&self->settings);
  /* The bin lets go of its child itself: were it still there, disposing of the template would take it away first. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_WELCOME);

  G_OBJECT_CLASS (review_welcome_parent_class)->dispose (object);
}

static void
review_welcome_finalize (GObject *object)
{
  g_ptr_array_unref (REVIEW_WELCOME (object)->rows);

  G_OBJECT_CLASS (review_welcome_parent_class)->finalize (object);
}

static void
review_welcome_class_init (ReviewWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_welcome_dispose;
  G_OBJECT_CLASS (klass)->finalize = review_welcome_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, ReviewWelcome, recent);
}

static void
review_welcome_init (ReviewWelcome *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, APPLICATION_ID);
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::recent-corpora", G_CALLBACK (refresh_recent), self, G_CONNECT_SWAPPED);
  refresh_recent (self);
}

/**
 * review_welcome_new:
 *
 * Returns: (transfer floating): the page a window without a corpus shows
 */
GtkWidget *
review_welcome_new (void)
{
  return g_object_new (REVIEW_TYPE_WELCOME, NULL);
}

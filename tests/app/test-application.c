/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>

#include "app/review-application.h"
#include "app/review-window.h"

static GtkWindow *
get_window (gpointer application)
{
  GList *windows = gtk_application_get_windows (application);

  return windows != NULL ? windows->data : NULL;
}

static gboolean
shows_article (gpointer application)
{
  GtkWindow *window = get_window (application);

  return window != NULL && review_desk_get_article (review_window_get_desk (REVIEW_WINDOW (window))) != NULL;
}

static gboolean
has_no_window (gpointer application)
{
  return get_window (application) == NULL;
}

static void
test_opens_the_sample (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "corpus-review", "sample.corpus", NULL);
  g_autoptr (ReviewApplication) application = review_application_new ();
  g_autoptr (GError) error = NULL;
  GListModel *rows;

  g_remove (path);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  app_fixture_wait (shows_article, application);
  rows = review_desk_get_rows (review_window_get_desk (REVIEW_WINDOW (get_window (application))));
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 20);

  /* The second time it is there already, in the window that shows it. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  app_fixture_wait (has_no_window, application);
  g_assert_no_errno (g_remove (path));
}

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/app/application/opens-the-sample", test_opens_the_sample);
  return g_test_run ();
}

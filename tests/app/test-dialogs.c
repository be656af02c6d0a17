/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-compat.h"
#include "app/review-export-dialog.h"
#include "app/review-preferences.h"
#include "app/review-welcome.h"
#include "pane-fixture.h"

#define SCHEMA "io.github.corpusreview.CorpusReview"

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static GtkWidget *
find_row (GtkWidget *root,
          const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = pane_find (root, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  g_assert_not_reached ();
}

static const char *
subtitle_of (GtkWidget *root,
             const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (root, title)));
}

/* How many articles there are is said before anything is written, and what is empty cannot be exported. */
static void
test_export (PaneFixture *self,
             gconstpointer data)
{
  GtkWidget *dialog, *reviewed;

  gtk_window_present (GTK_WINDOW (self->window));
  review_desk_decide (self->desk, self->person_id, CORPUS_STATE_ACCEPTED);
  pane_fixture_wait_saved (self, 1);
  review_export_dialog_present (GTK_WINDOW (self->window), self->desk);
  dialog = find_window (REVIEW_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  pane_wait_until (g_str_equal (subtitle_of (dialog, "All articles"), "1 article"));
  pane_wait_until (g_str_equal (subtitle_of (dialog, "Those that somebody changed"), "1 article"));
  pane_wait_until (g_str_equal (subtitle_of (dialog, "Those that are reviewed"), "0 articles"));
  g_assert_true (gtk_widget_get_sensitive (pane_find_button (dialog, "_Export…")));

  reviewed = pane_find (find_row (dialog, "Those that are reviewed"), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (reviewed), TRUE);
  g_assert_false (gtk_widget_get_sensitive (pane_find_button (dialog, "_Export…")));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_null (find_window (REVIEW_TYPE_EXPORT_DIALOG));
}

static void
test_preferences (PaneFixture *self,
                  gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  g_autofree char *scheme = NULL, *order = NULL, *name = NULL;
  GtkWidget *dialog, *entry;

  gtk_window_present (GTK_WINDOW (self->window));
  review_preferences_present (GTK_WINDOW (self->window));
  dialog = find_window (REVIEW_TYPE_PREFERENCES);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "_Light or dark")), 2);
  scheme = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (scheme, ==, "dark");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "_Order of suggestions")), 1);
  order = g_settings_get_string (settings, "suggestion-order");
  g_assert_cmpstr (order, ==, "doubt");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (pane_find (dialog, GTK_TYPE_SPIN_BUTTON, 0)), 18);
  g_assert_cmpint (g_settings_get_int (settings, "text-font-size"), ==, 18);

  /* A name that is half typed is not one yet. */
  entry = find_row (dialog, "Name of the _reviewer");
  gtk_editable_set_text (GTK_EDITABLE (entry), "江陵");
  name = g_settings_get_string (settings, "reviewer-name");
  g_assert_cmpstr (name, ==, "");
  g_signal_emit_by_name (entry, "apply");
  g_free (name);
  name = g_settings_get_string (settings, "reviewer-name");
  g_assert_cmpstr (name, ==, "江陵");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A corpus that is gone is not offered. */
static void
test_welcome (PaneFixture *self,
              gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  const char *const paths[] = { self->path, "/nowhere/gone.corpus", NULL };
  GtkWidget *page = review_welcome_new ();

  pane_fixture_show (self, page);
  g_assert_null (pane_find (page, ADW_TYPE_ACTION_ROW, 0));
  g_settings_set_strv (settings, "recent-corpora", paths);
  pane_wait_until (pane_find (page, ADW_TYPE_ACTION_ROW, 0) != NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (pane_find (page, ADW_TYPE_ACTION_ROW, 0))), ==,
                   "test.corpus");
  g_assert_null (pane_find (page, ADW_TYPE_ACTION_ROW, 1));
  g_settings_reset (settings, "recent-corpora");
  pane_wait_until (pane_find (page, ADW_TYPE_ACTION_ROW, 0) == NULL);
}

static void
test_keys (PaneFixture *self,
           gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/corpusreview/CorpusReview/gtk/help-overlay.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_nonnull (window);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (window));
  pane_wait_until (gtk_widget_get_mapped (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_about (PaneFixture *self,
            gconstpointer data)
{
  GType window_type, dialog_type;

  gtk_window_present (GTK_WINDOW (self->window));
  review_compat_show_about (GTK_WINDOW (self->window));
  /* A window of its own; where libadwaita has dialogs within the window, one of these. */
  window_type = g_type_from_name ("AdwAboutWindow");
  dialog_type = g_type_from_name ("AdwAboutDialog");
  g_assert_true ((window_type != 0 && find_window (window_type) != NULL) ||
                 (dialog_type != 0 && pane_find (self->window, dialog_type, 0) != NULL));
}

#define ADD(name, function) \
  g_test_add ("/app/dialogs/" name, PaneFixture, NULL, pane_fixture_set_up, function, pane_fixture_tear_down)

int
main (int argc, char *argv[])
{
  pane_test_init (&argc, &argv);
  ADD ("export", test_export);
  ADD ("preferences", test_preferences);
  ADD ("welcome", test_welcome);
  ADD ("keys", test_keys);
  ADD ("about", test_about);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/review-import-dialog.h"
#include "app/review-import-table.h"
#include "pane-fixture.h"

static const char PAGE[] = "双溪小学新教学楼启用\n\n"
                           "本报讯 3月8日,双溪小学新教学楼启用,可容纳学生1200人。\n";

/* Pages to import, in a folder of the fixture that goes away with it. */
static GListModel *
new_files (PaneFixture *self,
           const char *first_name,
           ...)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  const char *name;
  va_list names;

  va_start (names, first_name);
  for (name = first_name; name != NULL; name = va_arg (names, const char *))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  va_end (names);
  return G_LIST_MODEL (files);
}

static void
write_file (PaneFixture *self,
            const char *name,
            const char *contents,
            gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static GtkWidget *
present (PaneFixture *self,
         GListModel *files)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (self->window));
  review_import_dialog_present (GTK_WINDOW (self->window), self->desk, files);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REVIEW_IS_IMPORT_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static GListModel *
rows_of (GtkWidget *dialog)
{
  return review_import_table_get_rows (REVIEW_IMPORT_TABLE (pane_find (dialog, REVIEW_TYPE_IMPORT_TABLE, 0)));
}

/* The title of a row of the report, NULL where there is none. */
static GtkWidget *
find_report_row (GtkWidget *dialog,
                 const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = pane_find (dialog, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;
  return NULL;
}

static gboolean
shows_headline (PaneFixture *self,
                const char *words)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  g_autofree char *headline = article != NULL ? corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE) : NULL;

  return g_strcmp0 (headline, words) == 0;
}

static void
test_import (PaneFixture *self,
             gconstpointer data)
{
  g_autoptr (GListModel) files = new_files (self, "shuangxi_2026-03-09_p1.txt", "broken_2026-03-09_p2.txt", NULL);
  GListModel *articles = review_desk_get_rows (self->desk);
  guint n_before = g_list_model_get_n_items (articles);
  GtkWidget *dialog, *failure;
  g_autoptr (ReviewImportRow) row = NULL;

  write_file (self, "shuangxi_2026-03-09_p1.txt", PAGE, -1);
  write_file (self, "broken_2026-03-09_p2.txt", "\x00\x01\x02", 3);
  dialog = present (self, files);
  pane_wait_until (g_list_model_get_n_items (rows_of (dialog)) == 2);
  row = g_list_model_get_item (rows_of (dialog), 0);
  g_assert_cmpstr (review_import_row_get_value (row, REVIEW_IMPORT_DATE), ==, "2026-03-09");
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));

  pane_wait_until (gtk_widget_is_sensitive (pane_find_button (dialog, "_Import")));
  g_signal_emit_by_name (pane_find_button (dialog, "_Import"), "clicked");
  /* The window is free while pages are read. */
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (dialog)));
  pane_wait_until (find_report_row (dialog, "broken_2026-03-09_p2.txt") != NULL);
  failure = find_report_row (dialog, "broken_2026-03-09_p2.txt");
  g_assert_cmpuint (strlen (adw_action_row_get_subtitle (ADW_ACTION_ROW (failure))), >, 0);
  pane_wait_until (g_list_model_get_n_items (articles) > n_before);
  g_assert_true (gtk_widget_get_visible (pane_find_button (dialog, "_Done")));

  /* Then one is at the first suggestion of what is new. */
  g_signal_emit_by_name (pane_find_button (dialog, "_Done"), "clicked");
  pane_wait_until (shows_headline (self, "双溪小学新教学楼启用"));
  g_assert_cmpint (review_desk_get_selected_id (self->desk), !=, 0);
}

static void
test_wrong_date (PaneFixture *self,
                 gconstpointer data)
{
  g_autoptr (GListModel) files = new_files (self, "shuangxi_2026-03-09_p1.txt", NULL);
  GtkWidget *dialog;
  g_autoptr (ReviewImportRow) row = NULL;

  write_file (self, "shuangxi_2026-03-09_p1.txt", PAGE, -1);
  dialog = present (self, files);
  pane_wait_until (g_list_model_get_n_items (rows_of (dialog)) == 1);
  row = g_list_model_get_item (rows_of (dialog), 0);
  review_import_row_type (row, REVIEW_IMPORT_DATE, "Monday");
  pane_wait_until (!gtk_widget_get_sensitive (pane_find_button (dialog, "_Import")));
  review_import_row_type (row, REVIEW_IMPORT_DATE, "");
  pane_wait_until (gtk_widget_get_sensitive (pane_find_button (dialog, "_Import")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_manifest (PaneFixture *self,
               gconstpointer data)
{
  g_autoptr (GListModel) files = new_files (self, "manifest.csv", NULL);
  GtkWidget *dialog;
  g_autoptr (ReviewImportRow) row = NULL;

  write_file (self, "a.txt", PAGE, -1);
  write_file (self, "manifest.csv", "file,publication,date,page\na.txt,\"Shuangxi, Weekly\",2026-03-09,4\n", -1);
  dialog = present (self, files);
  pane_wait_until (g_list_model_get_n_items (rows_of (dialog)) == 1);
  row = g_list_model_get_item (rows_of (dialog), 0);
  g_assert_cmpstr (review_import_row_get_value (row, REVIEW_IMPORT_PUBLICATION), ==, "Shuangxi, Weekly");
  g_assert_cmpstr (review_import_row_get_value (row, REVIEW_IMPORT_NUMBER), ==, "4");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A folder stands for the page texts in it, in the order of their names. */
static void
test_folder (PaneFixture *self,
             gconstpointer data)
{
  g_autoptr (GListModel) files = new_files (self, ".", NULL);
  GtkWidget *dialog;
  g_autoptr (ReviewImportRow) row = NULL;

  write_file (self, "p10.txt", PAGE, -1);
  write_file (self, "p9.md", PAGE, -1);
  write_file (self, "notes.pdf", PAGE, -1);
  dialog = present (self, files);
  pane_wait_until (g_list_model_get_n_items (rows_of (dialog)) == 2);
  row = g_list_model_get_item (rows_of (dialog), 0);
  g_assert_true (g_str_has_suffix (review_import_row_get_path (row), "p9.md"));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A cancelled import leaves the corpus and the table as they were. */
static void
test_cancel (PaneFixture *self,
             gconstpointer data)
{
  g_autoptr (GListModel) files = new_files (self, "shuangxi_2026-03-09_p1.txt", NULL);
  GListModel *articles = review_desk_get_rows (self->desk);
  guint n_before = g_list_model_get_n_items (articles);
  GtkWidget *dialog, *import;

  write_file (self, "shuangxi_2026-03-09_p1.txt", PAGE, -1);
  dialog = present (self, files);
  import = pane_find_button (dialog, "_Import");
  pane_wait_until (gtk_widget_is_sensitive (import));
  g_signal_emit_by_name (import, "clicked");
  g_assert_false (gtk_widget_get_visible (import));
  g_signal_emit_by_name (pane_find_button (dialog, "_Cancel"), "clicked");
  pane_wait_until (gtk_widget_get_visible (import));
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (dialog)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, n_before);
  gtk_window_close (GTK_WINDOW (dialog));
}

#define ADD(name, function) \
  g_test_add ("/app/import-dialog/" name, PaneFixture, NULL, pane_fixture_set_up, function, pane_fixture_tear_down)

int
main (int argc, char *argv[])
{
  pane_test_init (&argc, &argv);
  ADD ("import", test_import);
  ADD ("wrong-date", test_wrong_date);
  ADD ("cancel", test_cancel);
  ADD ("manifest", test_manifest);
  ADD ("folder", test_folder);
  return g_test_run ();
}

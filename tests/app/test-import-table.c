/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-import-table.h"
#include "pane-fixture.h"

typedef struct
{
  ReviewImportTable *table;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->table = REVIEW_IMPORT_TABLE (review_import_table_new ());
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->table));
  review_import_table_add (self->table, "/p/lanqiao_2026-03-06_p1.txt");
  review_import_table_add (self->table, "/p/lanqiao_2026-03-06_p2.txt");
  review_import_table_add (self->table, "/p/lanqiao_2026-03-07_p1.txt");
  review_import_table_add (self->table, "/p/notes.txt");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 400);
  gtk_window_present (GTK_WINDOW (self->window));
  pane_wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->table)));
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static ReviewImportRow *
row_at (Fixture *self,
        guint position)
{
  g_autoptr (ReviewImportRow) row = g_list_model_get_item (review_import_table_get_rows (self->table), position);

  return row;
}

static void
assert_cell (Fixture *self,
             guint position,
             ReviewImportColumn column,
             const char *expected)
{
  g_assert_cmpstr (review_import_row_get_value (row_at (self, position), column), ==, expected);
}

static void
test_pattern (Fixture *self,
              gconstpointer data)
{
  g_assert_cmpuint (review_import_table_fill (self->table, "{publication}_{date}_p{page}"), ==, 3);
  assert_cell (self, 1, REVIEW_IMPORT_PUBLICATION, "lanqiao");
  assert_cell (self, 1, REVIEW_IMPORT_DATE, "2026-03-06");
  assert_cell (self, 1, REVIEW_IMPORT_NUMBER, "2");
  assert_cell (self, 3, REVIEW_IMPORT_PUBLICATION, "");

  /* What was typed stays when the pattern changes. */
  review_import_row_type (row_at (self, 0), REVIEW_IMPORT_PUBLICATION, "岚桥报");
  g_assert_cmpuint (review_import_table_fill (self->table, "{section}_{date}_p{page}"), ==, 3);
  assert_cell (self, 0, REVIEW_IMPORT_PUBLICATION, "岚桥报");
  assert_cell (self, 0, REVIEW_IMPORT_SECTION, "lanqiao");
  assert_cell (self, 1, REVIEW_IMPORT_PUBLICATION, "");
  assert_cell (self, 1, REVIEW_IMPORT_SECTION, "lanqiao");
}

static void
test_guess (Fixture *self,
            gconstpointer data)
{
  g_assert_true (review_import_row_fill (row_at (self, 2), NULL));
  assert_cell (self, 2, REVIEW_IMPORT_DATE, "2026-03-07");
  g_assert_false (review_import_row_fill (row_at (self, 3), "{publication}_{date}"));
}

static void
test_fill_down_selected (Fixture *self,
                         gconstpointer data)
{
  GtkSelectionModel *selection = review_import_table_get_selection (self->table);

  review_import_row_type (row_at (self, 1), REVIEW_IMPORT_EDITION, "city");
  gtk_selection_model_select_item (selection, 1, TRUE);
  gtk_selection_model_select_item (selection, 3, FALSE);
  review_import_table_fill_down (self->table);
  assert_cell (self, 3, REVIEW_IMPORT_EDITION, "");

  review_import_table_set_cell (self->table, 3, REVIEW_IMPORT_EDITION);
  review_import_table_fill_down (self->table);
  assert_cell (self, 0, REVIEW_IMPORT_EDITION, "");
  assert_cell (self, 2, REVIEW_IMPORT_EDITION, "");
  assert_cell (self, 3, REVIEW_IMPORT_EDITION, "city");
}

static void
test_fill_down_to_the_end (Fixture *self,
                           gconstpointer data)
{
  gtk_selection_model_select_item (review_import_table_get_selection (self->table), 1, TRUE);
  review_import_row_type (row_at (self, 1), REVIEW_IMPORT_SECTION, "要闻");
  review_import_table_set_cell (self->table, 1, REVIEW_IMPORT_SECTION);
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.fill-down", NULL);
  assert_cell (self, 0, REVIEW_IMPORT_SECTION, "");
  assert_cell (self, 2, REVIEW_IMPORT_SECTION, "要闻");
  assert_cell (self, 3, REVIEW_IMPORT_SECTION, "要闻");
}

static void
test_wrong_date (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (CorpusImportItem) item = NULL;

  review_import_row_type (row_at (self, 0), REVIEW_IMPORT_DATE, "6 March");
  g_assert_true (review_import_row_is_wrong (row_at (self, 0)));
  g_assert_cmpuint (review_import_table_count_wrong (self->table), ==, 1);
  review_import_row_type (row_at (self, 0), REVIEW_IMPORT_DATE, " 2026-03-06 ");
  g_assert_cmpuint (review_import_table_count_wrong (self->table), ==, 0);

  item = review_import_row_dup_item (row_at (self, 0));
  g_assert_cmpstr (item->date, ==, "2026-03-06");
  g_assert_cmpstr (item->path, ==, "/p/lanqiao_2026-03-06_p1.txt");
  g_assert_null (item->edition);
}

static void
test_same_file (Fixture *self,
                gconstpointer data)
{
  GListModel *rows = review_import_table_get_rows (self->table);

  g_assert_null (review_import_table_add (self->table, "/p/notes.txt"));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);

  gtk_selection_model_select_item (review_import_table_get_selection (self->table), 0, TRUE);
  gtk_selection_model_select_item (review_import_table_get_selection (self->table), 3, FALSE);
  review_import_table_remove_selected (self->table);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpstr (review_import_row_get_path (row_at (self, 0)), ==, "/p/lanqiao_2026-03-06_p2.txt");
  g_assert_nonnull (review_import_table_add (self->table, "/p/notes.txt"));
}

/* The cells are what is typed into, and show what a pattern fills. */
static void
test_cells (Fixture *self,
            gconstpointer data)
{
  GtkWidget *cell;

  review_import_table_fill (self->table, "{publication}_{date}_p{page}");
  pane_wait_until (pane_find (GTK_WIDGET (self->table), GTK_TYPE_TEXT, 0) != NULL);
  cell = pane_find (GTK_WIDGET (self->table), GTK_TYPE_TEXT, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, "lanqiao");
  gtk_editable_set_text (GTK_EDITABLE (cell), "岚桥报");
  assert_cell (self, 0, REVIEW_IMPORT_PUBLICATION, "岚桥报");

  gtk_widget_grab_focus (cell);
  g_assert_true (gtk_selection_model_is_selected (review_import_table_get_selection (self->table), 0));
  review_import_table_fill_down (self->table);
  assert_cell (self, 3, REVIEW_IMPORT_PUBLICATION, "岚桥报");

  cell = pane_find (GTK_WIDGET (self->table), GTK_TYPE_TEXT, 1);
  gtk_editable_set_text (GTK_EDITABLE (cell), "2026-13-01");
  g_assert_true (gtk_widget_has_css_class (cell, "error"));
}

int
main (int argc, char *argv[])
{
  pane_test_init (&argc, &argv);
  g_test_add ("/app/import-table/pattern", Fixture, NULL, set_up, test_pattern, tear_down);
  g_test_add ("/app/import-table/guess", Fixture, NULL, set_up, test_guess, tear_down);
  g_test_add ("/app/import-table/fill-down-selected", Fixture, NULL, set_up, test_fill_down_selected, tear_down);
  g_test_add ("/app/import-table/fill-down-to-the-end", Fixture, NULL, set_up, test_fill_down_to_the_end, tear_down);
  g_test_add ("/app/import-table/wrong-date", Fixture, NULL, set_up, test_wrong_date, tear_down);
  g_test_add ("/app/import-table/same-file", Fixture, NULL, set_up, test_same_file, tear_down);
  g_test_add ("/app/import-table/cells", Fixture, NULL, set_up, test_cells, tear_down);
  return g_test_run ();
}

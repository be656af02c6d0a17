/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is a plain entry that is always open: writing down a column needs no extra key. The row whose cell has the focus
 * is selected with it, and filling down means what it means in a spreadsheet: from the first selected row to the other
 * selected ones, or to all below where only one is selected. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-import-table.h"

#include <glib/gi18n.h>

struct _ReviewImportTable
{
  AdwBin parent_instance;

  GtkWidget *view;
  GListStore *rows;
  GtkMultiSelection *selection;
  GHashTable *paths; /* of the rows */

  guint position; /* of the cell that had the focus last */
  int column;     /* -1: none had */
};

G_DEFINE_FINAL_TYPE (ReviewImportTable, review_import_table, ADW_TYPE_BIN)

enum
{
  PROP_CAN_FILL_DOWN = 1,
};

static GParamSpec *props[PROP_CAN_FILL_DOWN + 1];
static guint changed_signal;

static const struct
{
  const char *title;
  int width; /* in characters */
} columns[REVIEW_N_IMPORT_COLUMNS] = {
  { N_ ("Publication"), 14 },
  { N_ ("Date"), 10 },
  { N_ ("Edition"), 8 },
  { N_ ("Page"), 5 },
  { N_ ("Section"), 10 },
};

static void typed_cb (GtkWidget *text,
                      GtkListItem *list_item);

static void
show_cell (GtkListItem *list_item)
{
  ReviewImportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *text = gtk_list_item_get_child (list_item);
  ReviewImportColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (text), "column"));
  const char *value = review_import_row_get_value (row, column);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (text)), value) != 0)
    {
      /* Setting a text empties the entry first, and that is not what anybody typed. */
      g_signal_handlers_block_by_func (text, typed_cb, list_item);
      gtk_editable_set_text (GTK_EDITABLE (text), value);
      g_signal_handlers_unblock_by_func (text, typed_cb, list_item);
    }
  if (column != REVIEW_IMPORT_DATE)
    return;

  if (review_import_row_is_wrong (row))
    {
      gtk_widget_add_css_class (text, "error");
      gtk_widget_set_tooltip_text (text, _ ("Not a date. Write it as 2025-04-15"));
      gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (text, "error");
      gtk_widget_set_tooltip_text (text, NULL);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static void
typed_cb (GtkWidget *text,
          GtkListItem *list_item)
{
  ReviewImportRow *row = gtk_list_item_get_item (list_item);

  if (row != NULL)
    review_import_row_type (row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (text), "column")),
                            gtk_editable_get_text (GTK_EDITABLE (text)));
}

static void
entered_cb (GtkEventController *controller,
            GtkListItem *list_item)
{
  GtkWidget *text = gtk_event_controller_get_widget (controller);
  GtkWidget *table = gtk_widget_get_ancestor (text, REVIEW_TYPE_IMPORT_TABLE);
  guint position = gtk_list_item_get_position (list_item);
  GtkSelectionModel *selection;

  if (table == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  review_import_table_set_cell (REVIEW_IMPORT_TABLE (table), position,
                                GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (text), "column")));
  selection = review_import_table_get_selection (REVIEW_IMPORT_TABLE (table));
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               gpointer data)
{
  GtkWidget *text = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  ReviewImportColumn column = GPOINTER_TO_UINT (data);

  g_object_set_data (G_OBJECT (text), "column", data);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), columns[column].width);
  gtk_widget_add_css_class (text, "cell");
  g_signal_connect (text, "changed", G_CALLBACK (typed_cb), list_item);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), list_item);
  gtk_widget_add_controller (text, focus);
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem *list_item,
              gpointer data)
{
  ReviewImportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *text = gtk_list_item_get_child (list_item);
  g_autofree char *name = g_filename_display_basename (review_import_row_get_path (row));
  /* Translators: a cell of the import table, for screen readers: the column, the file */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s of %2$s"), _ (columns[GPOINTER_TO_UINT (data)].title), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  show_cell (list_item);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_cell), list_item);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item)
{
  ReviewImportRow *row = gtk_list_item_get_item (list_item);

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, show_cell, list_item);
}

static void
setup_file_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_file_cb (GtkSignalListItemFactory *factory,
              GtkListItem *list_item)
{
  const char *path = review_import_row_get_path (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = g_filename_display_name (path);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, shown);
}

static void
append_column (ReviewImportTable *self,
               const char *title,
               GtkListItemFactory *factory,
               gboolean expands)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expands);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
}

static void
announce_change (ReviewImportTable *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
fill_down_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  review_import_table_fill_down (REVIEW_IMPORT_TABLE (widget));
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  review_import_table_remove_selected (REVIEW_IMPORT_TABLE (widget));
}

static void
review_import_table_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_CAN_FILL_DOWN)
    g_value_set_boolean (value, REVIEW_IMPORT_TABLE (object)->column >= 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
review_import_table_finalize (GObject *object)
{
  ReviewImportTable *self = REVIEW_IMPORT_TABLE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_hash_table_unref (self->paths);

  G_OBJECT_CLASS (review_import_table_parent_class)->finalize (object);
}

static void
review_import_table_class_init (ReviewImportTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = review_import_table_get_property;
  object_class->finalize = review_import_table_finalize;

  props[PROP_CAN_FILL_DOWN] = g_param_spec_boolean ("can-fill-down", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "table.fill-down", NULL, fill_down_action);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "table.fill-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.remove", NULL);
}

static void
review_import_table_init (ReviewImportTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->column = -1;
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_list_store_new (REVIEW_TYPE_IMPORT_ROW);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "import-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages to import"), -1);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_file_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_file_cb), NULL);
  append_column (self, _ ("File"), factory, TRUE);
  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
      append_column (self, _ (columns[i].title), factory, i == REVIEW_IMPORT_PUBLICATION);
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * review_import_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
review_import_table_new (void)
{
  return g_object_new (REVIEW_TYPE_IMPORT_TABLE, NULL);
}

/**
 * review_import_table_get_rows:
 * @self: a table
 *
 * Returns: (transfer none): its rows, #ReviewImportRow
 */
GListModel *
review_import_table_get_rows (ReviewImportTable *self)
{
  g_return_val_if_fail (REVIEW_IS_IMPORT_TABLE (self), NULL);
  return G_LIST_MODEL (self->rows);
}

/**
 * review_import_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): which rows are selected
 */
GtkSelectionModel *
review_import_table_get_selection (ReviewImportTable *self)
{
  g_return_val_if_fail (REVIEW_IS_IMPORT_TABLE (self), NULL);
  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * review_import_table_add:
 * @self: a table
 * @path: a file
 *
 * Adds a row for a file.
 *
 * Returns: (transfer none) (nullable): the row; %NULL where the file has one already
 */
ReviewImportRow *
review_import_table_add (ReviewImportTable *self,
                         const char *path)
{
  g_autoptr (ReviewImportRow) row = NULL;

  g_return_val_if_fail (REVIEW_IS_IMPORT_TABLE (self), NULL);

  if (!g_hash_table_add (self->paths, g_strdup (path)))
    return NULL;
  row = review_import_row_new (path);
  g_signal_connect_object (row, "changed", G_CALLBACK (announce_change), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->rows, row);
  announce_change (self);
  return row;
}

/**
 * review_import_table_fill:
 * @self: a table
 * @pattern: how file names are written
 *
 * Fills what nobody typed from the names of the files.
 *
 * Returns: how many names fit
 */
guint
review_import_table_fill (ReviewImportTable *self,
                          const char *pattern)
{
  guint n_fit = 0;

  g_return_val_if_fail (REVIEW_IS_IMPORT_TABLE (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (ReviewImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (review_import_row_fill (row, pattern))
        n_fit++;
    }
  return n_fit;
}

/**
 * review_import_table_set_cell:
 * @self: a table
 * @position: of a row
 * @column: of one of its cells
 *
 * Says which cell is written in; filling down copies from its column.
 */
void
review_import_table_set_cell (ReviewImportTable *self,
                              guint position,
                              ReviewImportColumn column)
{
  gboolean was_none;

  g_return_if_fail (REVIEW_IS_IMPORT_TABLE (self));

  was_none = self->column < 0;
  self->position = position;
  self->column = (int) column;
  if (was_none)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_FILL_DOWN]);
}

/**
 * review_import_table_fill_down:
 * @self: a table
 *
 * Copies a cell of the first selected row to the other selected rows, or, where only one is selected, to all below it. Does
 * nothing before a cell had the focus.
 */
void
review_import_table_fill_down (ReviewImportTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) targets = NULL;
  g_autoptr (ReviewImportRow) source = NULL;
  g_autofree char *value = NULL;
  guint n_rows;
  guint first;

  g_return_if_fail (REVIEW_IS_IMPORT_TABLE (self));

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (self->column < 0 || n_rows == 0)
    return;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  targets = gtk_bitset_copy (selected);
  first = gtk_bitset_is_empty (targets) ? self->position : gtk_bitset_get_minimum (targets);
  if (gtk_bitset_get_size (targets) < 2)
    gtk_bitset_add_range_closed (targets, first, n_rows - 1);

  source = g_list_model_get_item (G_LIST_MODEL (self->rows), first);
  if (source == NULL)
    return;
  value = g_strdup (review_import_row_get_value (source, (ReviewImportColumn) self->column));
  for (guint i = first + 1; i < n_rows; i++)
    {
      g_autoptr (ReviewImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (gtk_bitset_contains (targets, i))
        review_import_row_type (row, (ReviewImportColumn) self->column, value);
    }
}

/**
 * review_import_table_remove_selected:
 * @self: a table
 *
 * Takes the selected rows out; their files are not touched.
 */
void
review_import_table_remove_selected (ReviewImportTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) left = NULL;

  g_return_if_fail (REVIEW_IS_IMPORT_TABLE (self));

  /* The selection changes with every row that goes; from the last one up the positions stay true. */
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  left = gtk_bitset_copy (selected);
  while (!gtk_bitset_is_empty (left))
    {
      guint position = gtk_bitset_get_maximum (left);
      g_autoptr (ReviewImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

      gtk_bitset_remove (left, position);
      g_hash_table_remove (self->paths, review_import_row_get_path (row));
      g_list_store_remove (self->rows, position);
    }
  announce_change (self);
}

/**
 * review_import_table_count_wrong:
 * @self: a table
 *
 * Returns: how many rows have a wrong date
 */
guint
review_import_table_count_wrong (ReviewImportTable *self)
{
  guint n_wrong = 0;

  g_return_val_if_fail (REVIEW_IS_IMPORT_TABLE (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (ReviewImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (review_import_row_is_wrong (row))
        n_wrong++;
    }
  return n_wrong;
}

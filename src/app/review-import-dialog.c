/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three steps in one window: choose (the table), work (a bar), report. While pages are chosen the dialog keeps the window
 * to itself; while it works the window is free, because the importer has a connection and a thread of its own. Closing it at
 * work only puts it out of sight: it comes back where there is something to be said. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-import-dialog.h"

#include <glib/gi18n.h>

#include "app/review-article-item.h"
#include "app/review-compat.h"
#include "app/review-import-files.h"
#include "app/review-import-table.h"
#include "config.h"

/* So many failures and notices are listed one by one. */
#define MAX_LISTED 200

struct _ReviewImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkStack *table_stack;
  ReviewImportTable *table;
  GtkEditable *pattern;
  GtkLabel *fit;
  GtkLabel *summary;
  GtkWidget *add_button;
  GtkWidget *import_button;
  GtkWidget *cancel_button;
  GtkWidget *done_button;
  GtkWidget *fill_down_button;
  GtkWidget *remove_button;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  AdwStatusPage *report;
  AdwPreferencesGroup *failures;
  AdwPreferencesGroup *notices;

  ReviewDesk *desk;
  GSettings *settings;
  GCancellable *finding;   /* of files in folders */
  GCancellable *importing; /* NULL: not at work */
  GHashTable *known_ids;   /* gint64: articles in the list before the import, NULL: none was done */
  gint64 shown_id;         /* the article on the paper then, 0: none */
  char *complaint;         /* what went wrong while choosing, NULL: nothing did */
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (ReviewImportDialog, review_import_dialog, ADW_TYPE_WINDOW)

static void
refresh (ReviewImportDialog *self)
{
  GListModel *rows = review_import_table_get_rows (self->table);
  guint n_rows = g_list_model_get_n_items (rows);
  guint n_wrong = review_import_table_count_wrong (self->table);
  gboolean can_fill_down;
  g_autofree char *words = NULL;

  gtk_stack_set_visible_child_name (self->table_stack, n_rows > 0 ? "table" : "empty");
  gtk_widget_set_sensitive (self->import_button, n_rows > 0 && n_wrong == 0);
  g_object_get (self->table, "can-fill-down", &can_fill_down, NULL);
  gtk_widget_set_sensitive (self->fill_down_button, n_rows > 0 && can_fill_down);
  gtk_widget_set_sensitive (self->remove_button, n_rows > 0);

  if (self->complaint != NULL)
    words = g_strdup (self->complaint);
  else if (n_wrong > 0)
    words = g_strdup_printf (ngettext ("%u date is wrong. Write it as 2025-04-15, or leave it empty.",
                                       "%u dates are wrong. Write them as 2025-04-15, or leave them empty.", n_wrong),
                             n_wrong);
  else if (n_rows > 0)
    words = g_strdup_printf (ngettext ("%u file to import", "%u files to import", n_rows), n_rows);
  gtk_label_set_label (self->summary, words != NULL ? words : "");
  if (self->complaint != NULL || n_wrong > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
}

static gboolean
refresh_idle (gpointer data)
{
  ReviewImportDialog *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* A pattern changes every row, and each says so: look once. */
static void
table_changed_cb (ReviewImportDialog *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_idle, self);
}

static void
complain (ReviewImportDialog *self,
          const char *words)
{
  g_autofree char *old = self->complaint;

  self->complaint = g_strdup (words);
  refresh (self);
}

static void
fill (ReviewImportDialog *self)
{
  const char *pattern = gtk_editable_get_text (self->pattern);
  guint n_rows = g_list_model_get_n_items (review_import_table_get_rows (self->table));
  g_autofree char *words = NULL;
  guint n_fit;

  if (n_rows > 0 && *pattern != '\0')
    {
      n_fit = review_import_table_fill (self->table, pattern);
      /* Translators: how many file names a pattern can be read off */
      words = g_strdup_printf (_ ("%1$u of %2$u fit"), n_fit, n_rows);
    }
  gtk_label_set_label (self->fit, words != NULL ? words : "");
}

static void
pattern_cb (ReviewImportDialog *self)
{
  /* The entry also speaks while the template is being built. */
  if (self->settings != NULL)
    fill (self);
}

/* Adds a row; what its name does not say by the pattern is guessed. */
static void
add_path (ReviewImportDialog *self,
          const char *path)
{
  ReviewImportRow *row = review_import_table_add (self->table, path);
  const char *pattern = gtk_editable_get_text (self->pattern);

  if (row != NULL && (*pattern == '\0' || !review_import_row_fill (row, pattern)))
    review_import_row_fill (row, NULL);
}

static void
add_manifest (ReviewImportDialog *self,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = corpus_import_read_manifest (path, &error);
  GListModel *rows = review_import_table_get_rows (self->table);
  g_autoptr (GHashTable) by_path = NULL;

  if (items == NULL)
    {
      complain (self, error->message);
      return;
    }

  for (guint i = 0; i < items->len; i++)
    review_import_table_add (self->table, ((CorpusImportItem *) g_ptr_array_index (items, i))->path);
  by_path = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      ReviewImportRow *row = g_list_model_get_item (rows, i);

      g_hash_table_insert (by_path, (gpointer) review_import_row_get_path (row), row);
    }
  for (guint i = 0; i < items->len; i++)
    {
      CorpusImportItem *item = g_ptr_array_index (items, i);
      ReviewImportRow *row = g_hash_table_lookup (by_path, item->path);

      if (row != NULL)
        review_import_row_take (row, item);
    }
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = review_import_files_find_finish (result, &error);

  if (self->desk == NULL)
    return;
  complain (self, error != NULL ? error->message : NULL);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *folded = g_ascii_strdown (path, -1);

      if (g_str_has_suffix (folded, ".csv"))
        add_manifest (self, path);
      else
        add_path (self, path);
    }
  fill (self);
  refresh (self);
  /* Where the names said everything, Enter is all that is left to do. */
  if (gtk_widget_is_sensitive (self->import_button))
    gtk_widget_grab_focus (self->import_button);
}

static void
add_files (ReviewImportDialog *self,
           GListModel *files)
{
  review_import_files_find_async (files, self->finding, found_cb, g_object_ref (self));
}

static void
files_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = review_compat_open_files_finish (result, &error);

  if (files != NULL && self->desk != NULL)
    add_files (self, files);
}

static void
folder_chosen_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = review_compat_open_folder_finish (result, &error);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (folder == NULL || self->desk == NULL)
    return;
  g_list_store_append (files, folder);
  add_files (self, G_LIST_MODEL (files));
}

static void
add_files_cb (ReviewImportDialog *self)
{
  g_autoptr (GListModel) filters = review_compat_filter_pages ();

  review_compat_open_files_async (GTK_WINDOW (self), _ ("Add pages"), filters, TRUE, files_chosen_cb, g_object_ref (self));
}

static void
add_folder_cb (ReviewImportDialog *self)
{
  review_compat_open_folder_async (GTK_WINDOW (self), _ ("Add a folder of pages"), folder_chosen_cb, g_object_ref (self));
}

static void
add_manifest_cb (ReviewImportDialog *self)
{
  g_autoptr (GListModel) filters = review_compat_filter_manifests ();

  review_compat_open_files_async (GTK_WINDOW (self), _ ("Open a manifest"), filters, FALSE, files_chosen_cb,
                                  g_object_ref (self));
}

static void
fill_down_cb (ReviewImportDialog *self)
{
  review_import_table_fill_down (self->table);
}

static void
remove_cb (ReviewImportDialog *self)
{
  review_import_table_remove_selected (self->table);
  fill (self);
}

static gboolean
drop_cb (ReviewImportDialog *self,
         const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped = g_value_get_boxed (value);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") != 0)
    return FALSE;
  for (GSList *link = dropped; link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  add_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static void
progress_cb (guint done,
             guint total,
             const char *path,
             gpointer data)
{
  ReviewImportDialog *self = data;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (self->desk == NULL || total == 0)
    return;
  gtk_progress_bar_set_fraction (self->progress, (double) done / total);
  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  /* Translators: progress of an import: so many of so many files, the file at work */
  words = g_strdup_printf (_ ("%1$u of %2$u · %3$s"), done, total, name);
  gtk_label_set_label (self->progress_label, words);
}

static void
add_report_row (AdwPreferencesGroup *group,
                const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_rest_row (AdwPreferencesGroup *group,
              guint n_all)
{
  g_autofree char *words = NULL;

  if (n_all <= MAX_LISTED)
    return;
  words = g_strdup_printf (_ ("and %u more"), n_all - MAX_LISTED);
  add_report_row (group, words, NULL);
}

static char *
dup_figures (CorpusImportReport *report)
{
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", report->n_pages), report->n_pages);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", report->n_articles), report->n_articles);
  g_autofree char *entities = g_strdup_printf (ngettext ("%u entity", "%u entities", report->n_entities), report->n_entities);
  g_autofree char *indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", report->n_indicators),
                                                 report->n_indicators);
  g_autofree char *figures = g_strdup_printf ("%s · %s · %s · %s", pages, articles, entities, indicators);
  g_autofree char *known = NULL;

  if (report->n_known == 0)
    return g_steal_pointer (&figures);
  known = g_strdup_printf (ngettext ("%u page was in the corpus already", "%u pages were in the corpus already", report->n_known),
                           report->n_known);
  return g_strdup_printf ("%s\n%s", figures, known);
}

static void
show_report (ReviewImportDialog *self,
             CorpusImportReport *report)
{
  guint n_failures = report->failures != NULL ? report->failures->len : 0;
  guint n_notices = report->notices != NULL ? report->notices->len : 0;
  g_autofree char *figures = dup_figures (report);
  g_autofree char *title = NULL;

  adw_status_page_set_title (self->report, report->n_pages > 0 ? _ ("Imported") : _ ("Nothing new was imported"));
  adw_status_page_set_icon_name (self->report, n_failures == 0 ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  adw_status_page_set_description (self->report, figures);

  title = g_strdup_printf (ngettext ("%u file could not be imported", "%u files could not be imported", n_failures), n_failures);
  adw_preferences_group_set_title (self->failures, title);
  for (guint i = 0; i < MIN (n_failures, MAX_LISTED); i++)
    {
      CorpusImportFailure *failure = g_ptr_array_index (report->failures, i);
      g_autofree char *name = g_filename_display_basename (failure->path);

      add_report_row (self->failures, name, failure->reason);
    }
  add_rest_row (self->failures, n_failures);
  gtk_widget_set_visible (GTK_WIDGET (self->failures), n_failures > 0);

  for (guint i = 0; i < MIN (n_notices, MAX_LISTED); i++)
    add_report_row (self->notices, g_ptr_array_index (report->notices, i), NULL);
  add_rest_row (self->notices, n_notices);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), n_notices > 0);
}

static void
show_step (ReviewImportDialog *self,
           const char *step)
{
  gboolean is_choosing = g_str_equal (step, "choose");
  gboolean is_reporting = g_str_equal (step, "report");

  gtk_stack_set_visible_child_name (self->stack, step);
  gtk_widget_set_visible (self->import_button, is_choosing);
  gtk_widget_set_visible (self->cancel_button, !is_reporting);
  gtk_widget_set_visible (self->done_button, is_reporting);
  gtk_widget_set_tooltip_text (self->cancel_button, is_choosing ? _ ("Import nothing (Esc)")
                                                                : _ ("Stop; nothing of this import stays in the corpus"));
  /* Reviewing goes on while pages are imported. */
  gtk_window_set_modal (GTK_WINDOW (self), is_choosing);
}

static void
imported_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusImportReport) report = corpus_import_finish (result, &error);

  g_clear_object (&self->importing);
  if (self->desk == NULL)
    return;

  review_desk_reload_rows (self->desk);
  if (report != NULL)
    {
      show_report (self, report);
      show_step (self, "report");
      gtk_window_present (GTK_WINDOW (self));
      gtk_widget_grab_focus (self->done_button);
      review_compat_announce (self->done_button, adw_status_page_get_description (self->report));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_step (self, "choose");
      complain (self, _ ("Import cancelled; the corpus is as it was."));
      gtk_window_present (GTK_WINDOW (self));
    }
  else
    {
      show_step (self, "choose");
      complain (self, error->message);
      gtk_window_present (GTK_WINDOW (self));
    }
}

static gint64
get_shown_id (ReviewImportDialog *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);

  return article != NULL ? corpus_article_get_id (article) : 0;
}

static void
remember_articles (ReviewImportDialog *self)
{
  GListModel *articles = review_desk_get_rows (self->desk);

  g_clear_pointer (&self->known_ids, g_hash_table_unref);
  self->known_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown_id = get_shown_id (self);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ReviewArticleItem) item = g_list_model_get_item (articles, i);
      gint64 id = review_article_item_get_id (item);

      g_hash_table_add (self->known_ids, g_memdup2 (&id, sizeof id));
    }
}

/* Puts the first imported article on the paper, ready for the keys. Who went on to another article meanwhile stays there, and so
 * does who has filtered the list: what is new in it then may be old. */
static void
show_imported (ReviewImportDialog *self)
{
  GListModel *articles = review_desk_get_rows (self->desk);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->known_ids == NULL)
    return;
  if (review_desk_get_query (self->desk) == NULL && (self->shown_id == 0 || get_shown_id (self) == self->shown_id))
    for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
      {
        g_autoptr (ReviewArticleItem) item = g_list_model_get_item (articles, i);
        gint64 id = review_article_item_get_id (item);

        if (g_hash_table_contains (self->known_ids, &id))
          continue;
        if (id != get_shown_id (self))
          review_desk_open_article (self->desk, id);
        break;
      }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.focus-paper", NULL);
}

static void
start_import (ReviewImportDialog *self)
{
  GListModel *rows = review_import_table_get_rows (self->table);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_import_item_free);
  CorpusWorker *worker = review_desk_get_worker (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (ReviewImportRow) row = g_list_model_get_item (rows, i);

      g_ptr_array_add (items, review_import_row_dup_item (row));
    }
  g_settings_set_string (self->settings, "last-import-pattern", gtk_editable_get_text (self->pattern));
  g_clear_pointer (&self->complaint, g_free);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_label (self->progress_label, "");
  self->importing = g_cancellable_new ();
  remember_articles (self);
  show_step (self, "working");
  corpus_import_async (corpus_worker_get_path (worker), items, progress_cb, self, self->importing, imported_cb,
                       g_object_ref (self));
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_open = review_desk_open_finish (REVIEW_DESK (object), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (is_open)
    start_import (self);
  else
    complain (self, error->message);
}

static void
place_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (ReviewImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = review_compat_save_file_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->desk == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  review_desk_open_async (self->desk, path, TRUE, opened_cb, g_object_ref (self));
}

/* The first publication of the table makes a good name. */
static char *
dup_corpus_name (ReviewImportDialog *self)
{
  GListModel *rows = review_import_table_get_rows (self->table);
  g_autoptr (ReviewImportRow) first = g_list_model_get_item (rows, 0);
  const char *publication = first != NULL ? review_import_row_get_value (first, REVIEW_IMPORT_PUBLICATION) : "";
  g_autofree char *name = g_strdup (*publication != '\0' ? publication : _ ("Newspapers"));

  return g_strconcat (g_strdelimit (name, "/\\", '-'), ".corpus", NULL);
}

static void
import_cb (ReviewImportDialog *self)
{
  g_autofree char *folder_path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;

  if (!gtk_widget_get_sensitive (self->import_button))
    return;
  if (review_desk_get_worker (self->desk) != NULL)
    {
      start_import (self);
      return;
    }
  folder_path = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);
  g_mkdir_with_parents (folder_path, 0700);
  folder = g_file_new_for_path (folder_path);
  name = dup_corpus_name (self);
  review_compat_save_file_async (GTK_WINDOW (self), _ ("Where shall the new corpus lie?"), NULL, folder, name, place_chosen_cb,
                                 g_object_ref (self));
}

static void
cancel_cb (ReviewImportDialog *self)
{
  if (self->importing != NULL)
    {
      g_cancellable_cancel (self->importing);
      gtk_label_set_label (self->progress_label, _ ("Cancelling"));
    }
  else
    {
      gtk_window_close (GTK_WINDOW (self));
    }
}

static gboolean
close_request_cb (ReviewImportDialog *self)
{
  if (self->importing == NULL)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report") == 0)
        show_imported (self);
      return GDK_EVENT_PROPAGATE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
}

static void
review_import_dialog_dispose (GObject *object)
{
  ReviewImportDialog *self = REVIEW_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->finding);
  g_cancellable_cancel (self->importing);
  g_clear_object (&self->finding);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (review_import_dialog_parent_class)->dispose (object);
}

static void
review_import_dialog_finalize (GObject *object)
{
  ReviewImportDialog *self = REVIEW_IMPORT_DIALOG (object);

  g_clear_object (&self->importing);
  g_clear_pointer (&self->known_ids, g_hash_table_unref);
  g_free (self->complaint);

  G_OBJECT_CLASS (review_import_dialog_parent_class)->finalize (object);
}

static void
review_import_dialog_class_init (ReviewImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = review_import_dialog_finalize;

  g_type_ensure (REVIEW_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corpusreview/CorpusReview/review-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, table_stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, pattern);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, fit);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, fill_down_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, report);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, failures);
  gtk_widget_class_bind_template_child (widget_class, ReviewImportDialog, notices);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_manifest_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, pattern_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
}

static void
review_import_dialog_init (ReviewImportDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autofree char *pattern = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->finding = g_cancellable_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  pattern = g_settings_get_string (self->settings, "last-import-pattern");
  gtk_editable_set_text (self->pattern, pattern);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (self->table, "notify::can-fill-down", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/**
 * review_import_dialog_present:
 * @parent: the window it belongs to
 * @desk: whose corpus the pages go into; where none is open, the place of a new one is asked for
 * @files: (nullable): a list of #GFile to begin with; a CSV file among them is taken for a manifest
 *
 * Shows the dialog.
 */
void
review_import_dialog_present (GtkWindow *parent,
                              ReviewDesk *desk,
                              GListModel *files)
{
  ReviewImportDialog *self = g_object_new (REVIEW_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  refresh (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->add_button);
  gtk_window_present (GTK_WINDOW (self));
  if (files != NULL)
    add_files (self, files);
}

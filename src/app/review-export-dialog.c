/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choose, see how many articles that is, choose a place, and go on reviewing: the export has its own connection, so the
 * dialog gives the window back while it works. The result is said in the window, not here. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-export-dialog.h"

#include <glib/gi18n.h>

#include "app/review-compat.h"
#include "project/corpus-export.h"

#define N_ONLY 3
#define N_FORMATS 4

struct _ReviewExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *export_button;
  GtkCheckButton *jsonl;
  GtkCheckButton *csv_articles;
  GtkCheckButton *csv_entities;
  GtkCheckButton *csv_indicators;
  GtkCheckButton *all;
  GtkCheckButton *reviewed;
  GtkCheckButton *changed;
  AdwActionRow *all_row;
  AdwActionRow *reviewed_row;
  AdwActionRow *changed_row;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  AdwStatusPage *failure;

  ReviewDesk *desk;
  GCancellable *counting;
  GCancellable *exporting; /* NULL: not at work */
  int counts[N_ONLY];      /* -1: not known yet */
  char *output;
};

G_DEFINE_FINAL_TYPE (ReviewExportDialog, review_export_dialog, ADW_TYPE_WINDOW)

static const char *const endings[N_FORMATS] = { ".jsonl", "-articles.csv", "-entities.csv", "-indicators.csv" };

static CorpusFormat
get_format (ReviewExportDialog *self)
{
  if (gtk_check_button_get_active (self->csv_articles))
    return CORPUS_FORMAT_CSV_ARTICLES;
  if (gtk_check_button_get_active (self->csv_entities))
    return CORPUS_FORMAT_CSV_ENTITIES;
  if (gtk_check_button_get_active (self->csv_indicators))
    return CORPUS_FORMAT_CSV_INDICATORS;
  return CORPUS_FORMAT_JSONL;
}

static CorpusOnly
get_only (ReviewExportDialog *self)
{
  if (gtk_check_button_get_active (self->reviewed))
    return CORPUS_ONLY_REVIEWED;
  return gtk_check_button_get_active (self->changed) ? CORPUS_ONLY_CHANGED : CORPUS_ONLY_ALL;
}

static void
refresh (ReviewExportDialog *self)
{
  AdwActionRow *rows[N_ONLY] = { self->all_row, self->reviewed_row, self->changed_row };
  gboolean is_options = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "options") == 0;

  for (guint i = 0; i < N_ONLY; i++)
    {
      g_autofree char *words = NULL;

      if (self->counts[i] < 0)
        words = g_strdup (_ ("counting…"));
      else
        words = g_strdup_printf (ngettext ("%d article", "%d articles", (gulong) self->counts[i]), self->counts[i]);
      adw_action_row_set_subtitle (rows[i], words);
    }
  gtk_widget_set_visible (self->export_button, is_options);
  gtk_widget_set_sensitive (self->export_button, self->counts[get_only (self)] != 0 && review_desk_get_worker (self->desk) != NULL);
}

static void
format_cb (ReviewExportDialog *self)
{
  if (self->desk != NULL)
    refresh (self);
}

static void
only_cb (ReviewExportDialog *self)
{
  if (self->desk != NULL)
    refresh (self);
}

typedef struct
{
  ReviewExportDialog *self;
  CorpusOnly only;
} Count;

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autofree Count *count = data;
  g_autoptr (ReviewExportDialog) self = count->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_worker_list_finish (CORPUS_WORKER (object), result, &error);

  if (rows == NULL || self->desk == NULL)
    return;
  self->counts[count->only] = (int) rows->len;
  refresh (self);
}

static void
count_articles (ReviewExportDialog *self)
{
  CorpusWorker *worker = review_desk_get_worker (self->desk);

  for (CorpusOnly only = CORPUS_ONLY_ALL; worker != NULL && only <= CORPUS_ONLY_CHANGED; only++)
    {
      Count *count = g_new0 (Count, 1);

      count->self = g_object_ref (self);
      count->only = only;
      corpus_worker_list_async (worker, only, NULL, self->counting, counted_cb, count);
    }
}

static void
progress_cb (guint done,
             guint total,
             const char *path,
             gpointer data)
{
  ReviewExportDialog *self = data;
  g_autofree char *words = NULL;

  if (self->desk == NULL)
    return;
  if (total == 0)
    {
      gtk_progress_bar_pulse (self->progress);
      return;
    }
  gtk_progress_bar_set_fraction (self->progress, (double) done / total);
  /* Translators: progress of an export */
  words = g_strdup_printf (_ ("%1$u of %2$u articles"), done, total);
  gtk_label_set_label (self->progress_label, words);
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (ReviewExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  CorpusExportReport report = { 0 };
  gboolean is_done = corpus_export_finish (result, &report, &error);

  g_clear_object (&self->exporting);
  if (self->desk == NULL)
    return;
  if (is_done)
    {
      g_autofree char *name = g_filename_display_basename (self->output);
      /* Translators: the result of an export: how many articles, the name of the file */
      g_autofree char *words = g_strdup_printf (ngettext ("%1$u article exported to %2$s", "%1$u articles exported to %2$s", report.n_articles),
                                                report.n_articles, name);

      g_signal_emit_by_name (self->desk, "message", words, NULL, NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_signal_emit_by_name (self->desk, "message", _ ("Export cancelled; nothing was written"), NULL, NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      gtk_window_set_modal (GTK_WINDOW (self), TRUE);
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      gtk_window_present (GTK_WINDOW (self));
      refresh (self);
    }
}

static void
place_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (ReviewExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = review_compat_save_file_finish (result, &error);
  CorpusWorker *worker = self->desk != NULL ? review_desk_get_worker (self->desk) : NULL;
  CorpusExportOptions options;

  if (worker == NULL || file == NULL)
    return;

  self->output = g_file_get_path (file);
  if (self->output == NULL)
    {
      adw_status_page_set_description (self->failure, _ ("That place has no path on this computer. Choose a folder of your own."));
      gtk_stack_set_visible_child_name (self->stack, "failed");
      refresh (self);
      return;
    }
  options = (CorpusExportOptions){ get_format (self), get_only (self) };
  self->exporting = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  refresh (self);
  corpus_export_async (corpus_worker_get_path (worker), self->output, &options, progress_cb, self, self->exporting, exported_cb,
                       g_object_ref (self));
}

static void
export_cb (ReviewExportDialog *self)
{
  CorpusWorker *worker = review_desk_get_worker (self->desk);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (worker == NULL)
    return;
  base = g_path_get_basename (corpus_worker_get_path (worker));
  if (g_str_has_suffix (base, ".corpus"))
    base[strlen (base) - strlen (".corpus")] = '\0';
  name = g_strconcat (base, endings[get_format (self)], NULL);
  review_compat_save_file_async (GTK_WINDOW (self), _ ("Export to"), NULL, NULL, name, place_chosen_cb, g_object_ref (self));
}

static void
cancel_cb (ReviewExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Closing while it works means to cancel; the window goes when the worker has let go of the file. */
static gboolean
close_request_cb (ReviewExportDialog *self)
{
  if (self->exporting == NULL)
    return GDK_EVENT_PROPAGATE;
  g_cancellable_cancel (self->exporting);
  gtk_label_set_label (self->progress_label, _ ("Cancelling"));
  return GDK_EVENT_STOP;
}

static void
review_export_dialog_dispose (GObject *object)
{
  ReviewExportDialog *self = REVIEW_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (review_export_dialog_parent_class)->dispose (object);
}

static void
review_export_dialog_finalize (GObject *object)
{
  g_free (REVIEW_EXPORT_DIALOG (object)->output);

  G_OBJECT_CLASS (review_export_dialog_parent_class)->finalize (object);
}

static void
review_export_dialog_class_init (ReviewExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = review_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corpusreview/CorpusReview/review-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, jsonl);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, csv_articles);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, csv_entities);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, csv_indicators);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, all);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, reviewed);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, changed);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, reviewed_row);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, changed_row);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, ReviewExportDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_cb);
}

static void
review_export_dialog_init (ReviewExportDialog *self)
{
  for (guint i = 0; i < N_ONLY; i++)
    self->counts[i] = -1;
  self->counting = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->jsonl, TRUE);
  gtk_check_button_set_active (self->all, TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

/**
 * review_export_dialog_present:
 * @parent: the window it belongs to
 * @desk: whose corpus is exported
 *
 * Shows the dialog.
 */
void
review_export_dialog_present (GtkWindow *parent,
                              ReviewDesk *desk)
{
  ReviewExportDialog *self = g_object_new (REVIEW_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  refresh (self);
  count_articles (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  gtk_window_present (GTK_WINDOW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The things that GTK and libadwaita changed between Debian 12 and today. Nothing else asks for a version: the rest of
 * the window keeps to what both have. The macros that silence deprecations also let the newer calls through, which the
 * oldest version we name would warn about. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-compat.h"

#include <glib/gi18n.h>

#include "config.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GListModel *
new_filters (GtkFileFilter *first) /* transfer full */
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkFileFilter *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, first);
  g_list_store_append (filters, all);
  g_object_unref (first);
  g_object_unref (all);
  return G_LIST_MODEL (filters);
}

static GtkFileFilter *
new_filter (const char *name,
            const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

/**
 * review_compat_filter_corpora:
 *
 * Returns: (transfer full): filters for choosing a corpus
 */
GListModel *
review_compat_filter_corpora (void)
{
  return new_filters (new_filter (_ ("Corpora"), (const char *const[]){ "corpus", NULL }));
}

/**
 * review_compat_filter_pages:
 *
 * Returns: (transfer full): filters for choosing what can be imported
 */
GListModel *
review_compat_filter_pages (void)
{
  return new_filters (new_filter (_ ("Page texts and native JSON Lines"), (const char *const[]){ "txt", "md", "jsonl", NULL }));
}

/**
 * review_compat_filter_manifests:
 *
 * Returns: (transfer full): filters for choosing a manifest
 */
GListModel *
review_compat_filter_manifests (void)
{
  return new_filters (new_filter (_ ("Manifests (CSV)"), (const char *const[]){ "csv", NULL }));
}

#if GTK_CHECK_VERSION(4, 10, 0)

static GtkFileDialog *
new_dialog (const char *title,
            GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (filters != NULL)
    gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

static void
return_error (GTask *task,
              GError *error) /* transfer full */
{
  /* GTK has a domain of its own for a chooser that was closed. */
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  g_clear_error (&error);
}

static void
files_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (object);
  GError *error = NULL;
  GListModel *files = NULL;

  if (GPOINTER_TO_INT (g_task_get_task_data (task)))
    {
      files = gtk_file_dialog_open_multiple_finish (dialog, result, &error);
    }
  else
    {
      g_autoptr (GFile) file = gtk_file_dialog_open_finish (dialog, result, &error);

      if (file != NULL)
        {
          files = G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
          g_list_store_append (G_LIST_STORE (files), file);
        }
    }
  if (files != NULL)
    g_task_return_pointer (task, files, g_object_unref);
  else
    return_error (task, error);
}

static void
folder_chosen_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);

  if (folder != NULL)
    g_task_return_pointer (task, folder, g_object_unref);
  else
    return_error (task, error);
}

static void
place_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    return_error (task, error);
}

#else

/* The native chooser is not a widget: somebody has to hold it until it has answered, and that is its task. */
static void
responded_cb (GtkNativeDialog *dialog,
              int response,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Nothing was chosen"));
  else if (GPOINTER_TO_INT (g_task_get_task_data (task)))
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
new_chooser (GtkWindow *parent,
             const char *title,
             GtkFileChooserAction action,
             GListModel *filters)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  return dialog;
}

static void
show_chooser (GtkFileChooserNative *dialog,
              GTask *task, /* transfer full */
              gboolean is_list)
{
  g_task_set_task_data (task, GINT_TO_POINTER (is_list), NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * review_compat_open_files_async:
 * @parent: (nullable): the window that asks
 * @title: what is to be chosen
 * @filters: (nullable): a list of #GtkFileFilter
 * @is_multiple: whether several files may be chosen
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Lets the user choose files to open.
 */
void
review_compat_open_files_async (GtkWindow *parent,
                                const char *title,
                                GListModel *filters,
                                gboolean is_multiple,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, review_compat_open_files_async);
#if GTK_CHECK_VERSION(4, 10, 0)
  {
    g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);

    g_task_set_task_data (task, GINT_TO_POINTER (is_multiple), NULL);
    if (is_multiple)
      gtk_file_dialog_open_multiple (dialog, parent, NULL, files_chosen_cb, task);
    else
      gtk_file_dialog_open (dialog, parent, NULL, files_chosen_cb, task);
  }
#else
  {
    GtkFileChooserNative *dialog = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, filters);

    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), is_multiple);
    show_chooser (dialog, task, TRUE);
  }
#endif
}

/**
 * review_compat_open_files_finish:
 * @result: the answer
 * @error: %G_IO_ERROR_CANCELLED where nothing was chosen
 *
 * Returns: (transfer full): a list of #GFile
 */
GListModel *
review_compat_open_files_finish (GAsyncResult *result,
                                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * review_compat_open_folder_async:
 * @parent: (nullable): the window that asks
 * @title: what is to be chosen
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Lets the user choose a folder.
 */
void
review_compat_open_folder_async (GtkWindow *parent,
                                 const char *title,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, review_compat_open_folder_async);
#if GTK_CHECK_VERSION(4, 10, 0)
  {
    g_autoptr (GtkFileDialog) dialog = new_dialog (title, NULL);

    gtk_file_dialog_select_folder (dialog, parent, NULL, folder_chosen_cb, task);
  }
#else
  show_chooser (new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL), task, FALSE);
#endif
}

/**
 * review_compat_open_folder_finish:
 * @result: the answer
 * @error: %G_IO_ERROR_CANCELLED where nothing was chosen
 *
 * Returns: (transfer full): the folder
 */
GFile *
review_compat_open_folder_finish (GAsyncResult *result,
                                  GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * review_compat_save_file_async:
 * @parent: (nullable): the window that asks
 * @title: what is to be written
 * @filters: (nullable): a list of #GtkFileFilter
 * @folder: (nullable): where to begin
 * @name: the name that is proposed
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Lets the user choose where to write a file.
 */
void
review_compat_save_file_async (GtkWindow *parent,
                               const char *title,
                               GListModel *filters,
                               GFile *folder,
                               const char *name,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, review_compat_save_file_async);
#if GTK_CHECK_VERSION(4, 10, 0)
  {
    g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);

    if (folder != NULL)
      gtk_file_dialog_set_initial_folder (dialog, folder);
    gtk_file_dialog_set_initial_name (dialog, name);
    gtk_file_dialog_save (dialog, parent, NULL, place_chosen_cb, task);
  }
#else
  {
    GtkFileChooserNative *dialog = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, filters);

    if (folder != NULL)
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
    show_chooser (dialog, task, FALSE);
  }
#endif
}

/**
 * review_compat_save_file_finish:
 * @result: the answer
 * @error: %G_IO_ERROR_CANCELLED where nothing was chosen
 *
 * Returns: (transfer full): where to write
 */
GFile *
review_compat_save_file_finish (GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * review_compat_alert:
 * @parent: the window it belongs to
 * @heading: what happened
 * @body: what is safe and what to do
 *
 * Says what takes more than the one line of a toast.
 */
void
review_compat_alert (GtkWindow *parent,
                     const char *heading,
                     const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s", body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * review_compat_show_about:
 * @parent: the window it belongs to
 *
 * Says what the program is and whose.
 */
void
review_compat_show_about (GtkWindow *parent)
{
  const char *comments = _ ("Turns newspaper page texts into a reviewed dataset. Nothing leaves this computer.");

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_show_about_dialog (GTK_WIDGET (parent),
                         "application-name", _ ("Corpus Review"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", comments,
                         "developer-name", _ ("The Corpus Review contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
#else
  adw_show_about_window (parent,
                         "application-name", _ ("Corpus Review"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", comments,
                         "developer-name", _ ("The Corpus Review contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
#endif
}

/**
 * review_compat_announce:
 * @widget: where something happened
 * @words: what happened
 *
 * Has a screen reader say something that is not to be seen where the focus is. GTK can do so from 4.14 on.
 */
void
review_compat_announce (GtkWidget *widget,
                        const char *words)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS

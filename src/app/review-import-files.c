/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-import-files.h"

#include <glib/gi18n.h>

/* So deep are folders looked into: an archive is year, month, day, page. */
#define MAX_DEPTH 8

static gboolean
is_page_text (const char *name)
{
  static const char *const endings[] = { ".txt", ".md", ".jsonl" };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return *name != '.';
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(char *const *) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(char *const *) b, -1);

  return strcmp (first, second);
}

/* The pages of a folder, then those of the folders in it. A folder that cannot be read is an error only where it was chosen. */
static gboolean
list_folder (const char *folder,
             guint depth,
             GPtrArray *paths,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name != '.' && g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        g_ptr_array_add (folders, g_steal_pointer (&path));
      else if (is_page_text (name))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  g_ptr_array_sort (files, compare_names);
  g_ptr_array_sort (folders, compare_names);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (paths, g_strdup (g_ptr_array_index (files, i)));
  for (guint i = 0; depth < MAX_DEPTH && i < folders->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!list_folder (g_ptr_array_index (folders, i), depth + 1, paths, cancellable, NULL) &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
find_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  GPtrArray *files = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      guint n_before = paths->len;
      GError *error = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_ptr_array_add (paths, g_strdup (path));
          continue;
        }
      if (!list_folder (path, 0, paths, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (paths->len == n_before)
        {
          g_autofree char *name = g_filename_display_name (path);

          g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                   _ ("%s holds no page texts. Files that end in .txt, .md or .jsonl are taken."), name);
          return;
        }
    }
  g_task_return_pointer (task, g_steal_pointer (&paths), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * review_import_files_find_async:
 * @files: a list of #GFile
 * @cancellable: (nullable): to give it up
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Finds the files behind what a user chose or dropped.
 */
void
review_import_files_find_async (GListModel *files,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_task_set_source_tag (task, review_import_files_find_async);
  g_task_set_task_data (task, paths, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * review_import_files_find_finish:
 * @result: the answer
 * @error: where a folder cannot be read or holds nothing to import
 *
 * Returns: (transfer full) (element-type filename): paths
 */
GPtrArray *
review_import_files_find_finish (GAsyncResult *result,
                                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

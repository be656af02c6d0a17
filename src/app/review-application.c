/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/review-compat.h"
#include "app/review-init.h"
#include "app/review-preferences.h"
#include "app/review-window.h"
#include "config.h"
#include "project/corpus-import.h"

struct _ReviewApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (ReviewApplication, review_application, ADW_TYPE_APPLICATION)

static ReviewWindow *
get_window (ReviewApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* A dialog may be the active one. */
  while (window != NULL && !REVIEW_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? REVIEW_WINDOW (window) : review_window_new (GTK_APPLICATION (self));
}

/* A corpus that is open is shown again; a window that shows another one keeps it. */
static ReviewWindow *
get_window_for (ReviewApplication *self,
                const char *path,
                gboolean *is_open)
{
  ReviewWindow *window = NULL;

  *is_open = FALSE;
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      CorpusWorker *worker = REVIEW_IS_WINDOW (link->data) ? review_desk_get_worker (review_window_get_desk (link->data)) : NULL;

      if (worker != NULL && g_strcmp0 (corpus_worker_get_path (worker), path) == 0)
        {
          *is_open = TRUE;
          return link->data;
        }
      if (worker == NULL && window == NULL && REVIEW_IS_WINDOW (link->data))
        window = link->data;
    }
  return window != NULL ? window : review_window_new (GTK_APPLICATION (self));
}

static void
open_corpus (ReviewApplication *self,
             const char *path,
             gboolean create)
{
  gboolean is_open;
  ReviewWindow *window = get_window_for (self, path, &is_open);

  if (!is_open)
    review_window_open_corpus (window, path, create);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  review_compat_show_about (GTK_WINDOW (get_window (data)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  review_preferences_present (GTK_WINDOW (get_window (data)));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_window (data)), "win.show-help-overlay", NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each window closes its corpus first; the program ends with the last of them. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
new_corpus_chosen_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (ReviewApplication) self = data;
  g_autoptr (GFile) file = review_compat_save_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *named = NULL;

  if (path == NULL)
    return;
  named = g_str_has_suffix (path, ".corpus") ? g_strdup (path) : g_strconcat (path, ".corpus", NULL);
  open_corpus (self, named, TRUE);
}

static void
new_corpus_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  g_autoptr (GListModel) filters = review_compat_filter_corpora ();

  review_compat_save_file_async (GTK_WINDOW (get_window (data)), _ ("New Corpus"), filters, NULL, _ ("New.corpus"),
                                 new_corpus_chosen_cb, g_object_ref (data));
}

static void
corpus_chosen_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (ReviewApplication) self = data;
  g_autoptr (GListModel) files = review_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    open_corpus (self, path, FALSE);
}

static void
open_corpus_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  g_autoptr (GListModel) filters = review_compat_filter_corpora ();

  review_compat_open_files_async (GTK_WINDOW (get_window (data)), _ ("Open Corpus"), filters, FALSE,
                                  corpus_chosen_cb, g_object_ref (data));
}

/* Where the sample pages lie: beside other data of the program, or beside the build. */
static char *
find_samples (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *program_folder = program != NULL ? g_path_get_dirname (program) : NULL;
  const char *const near_program[] = { "../share/corpus-review/samples", "../../data/samples" };

  for (guint i = 0; program_folder != NULL && i < G_N_ELEMENTS (near_program); i++)
    {
      g_autofree char *manifest = g_build_filename (program_folder, near_program[i], "manifest.csv", NULL);

      if (g_file_test (manifest, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&manifest);
    }
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *manifest = g_build_filename (folders[i], "corpus-review", "samples", "manifest.csv", NULL);

      if (g_file_test (manifest, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&manifest);
    }
  return NULL;
}

static void
say (ReviewApplication *self,
     const char *words)
{
  review_desk_say (review_window_get_desk (get_window (self)), words, NULL, NULL);
}

static char *
dup_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "corpus-review", "sample.corpus", NULL);
}

static void
sample_imported_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (ReviewApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusImportReport) report = corpus_import_finish (result, &error);
  g_autofree char *path = dup_sample_path ();

  if (report == NULL)
    {
      /* What is left of it would be taken for the sample the next time. */
      g_unlink (path);
      say (self, error->message);
    }
  else
    {
      say (self, _ ("This sample is a copy of your own: try everything"));
      open_corpus (self, path, FALSE);
    }
  g_application_release (G_APPLICATION (self));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  ReviewApplication *self = data;
  g_autofree char *path = dup_sample_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *manifest = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      open_corpus (self, path, FALSE);
      return;
    }
  manifest = find_samples ();
  if (manifest == NULL)
    {
      say (self, _ ("The sample pages are not installed. Import pages of your own instead."));
      return;
    }
  items = corpus_import_read_manifest (manifest, &error);
  if (items == NULL)
    {
      say (self, error->message);
      return;
    }
  g_mkdir_with_parents (folder, 0755);
  say (self, _ ("Reading the sample pages…"));
  g_application_hold (G_APPLICATION (self));
  corpus_import_async (path, items, NULL, NULL, NULL, sample_imported_cb, g_object_ref (self));
}

static void
scheme_cb (GSettings *settings,
           const char *key,
           gpointer data)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

static void
review_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "preferences", preferences_cb },
    { "shortcuts", shortcuts_cb },
    { "quit", quit_cb },
    { "new-corpus", new_corpus_cb },
    { "open-corpus", open_corpus_cb },
    { "open-sample", open_sample_cb },
  };
  static const struct
  {
    const char *action;
    const char *keys[2];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.new-corpus", { "<Control>n" } },
    { "app.open-corpus", { "<Control>o" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control>e" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
  };
  ReviewApplication *self = REVIEW_APPLICATION (application);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_APPLICATION_CLASS (review_application_parent_class)->startup (application);

  review_init ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char *[]){ accelerators[i].keys[0], NULL });
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (scheme_cb), self, 0);
  scheme_cb (self->settings, NULL, self);
}

static void
review_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (REVIEW_APPLICATION (application))));
}

static void
review_application_open (GApplication *application,
                         GFile **files,
                         int n_files,
                         const char *hint)
{
  ReviewApplication *self = REVIEW_APPLICATION (application);
  g_autoptr (GListStore) pages = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL && g_str_has_suffix (path, ".corpus"))
        open_corpus (self, path, FALSE);
      else
        g_list_store_append (pages, files[i]);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (pages)) > 0)
    {
      ReviewWindow *window = get_window (self);

      gtk_window_present (GTK_WINDOW (window));
      review_window_import (window, G_LIST_MODEL (pages));
    }
}

static int
review_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("corpus-review %s\n", PACKAGE_VERSION);
      return 0;
    }
  return -1;
}

static void
review_application_dispose (GObject *object)
{
  g_clear_object (&REVIEW_APPLICATION (object)->settings);

  G_OBJECT_CLASS (review_application_parent_class)->dispose (object);
}

static void
review_application_class_init (ReviewApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_application_dispose;
  application_class->startup = review_application_startup;
  application_class->activate = review_application_activate;
  application_class->open = review_application_open;
  application_class->handle_local_options = review_application_handle_local_options;
}

static void
review_application_init (ReviewApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PAGE-OR-CORPUS…]"));
}

/**
 * review_application_new:
 *
 * Returns: (transfer full): the program
 */
ReviewApplication *
review_application_new (void)
{
  return g_object_new (REVIEW_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

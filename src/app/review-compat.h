/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What GTK and libadwaita do one way on the oldest version we run on and another way on newer ones, behind one face.
 * Only review-compat.c asks for a version. Main thread only.
 *
 * A chooser that is closed without a choice ends with G_IO_ERROR_CANCELLED. Filters are lists of GtkFileFilter and may be NULL. */
void review_compat_open_files_async (GtkWindow *parent,
                                     const char *title,
                                     GListModel *filters,
                                     gboolean is_multiple,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GListModel *review_compat_open_files_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT; /* GFile */
void review_compat_open_folder_async (GtkWindow *parent,
                                      const char *title,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GFile *review_compat_open_folder_finish (GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void review_compat_save_file_async (GtkWindow *parent,
                                    const char *title,
                                    GListModel *filters,
                                    GFile *folder, /* NULL: the one used last */
                                    const char *name,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GFile *review_compat_save_file_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void review_compat_alert (GtkWindow *parent,
                          const char *heading,
                          const char *body);
void review_compat_show_about (GtkWindow *parent);
void review_compat_announce (GtkWidget *widget,
                             const char *words); /* to a screen reader, where GTK can */

/* Filters for the choosers above; full transfer. */
GListModel *review_compat_filter_corpora (void) G_GNUC_WARN_UNUSED_RESULT;
GListModel *review_compat_filter_pages (void) G_GNUC_WARN_UNUSED_RESULT;
GListModel *review_compat_filter_manifests (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

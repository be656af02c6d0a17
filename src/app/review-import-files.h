/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Finds the files behind what a user chose or dropped: files as they are, and of folders the page texts in them and in
 * the folders below, in the order of their names. Reads on a thread of its own. */
void review_import_files_find_async (GListModel *files, /* GFile */
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *review_import_files_find_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* char*: paths */

G_END_DECLS

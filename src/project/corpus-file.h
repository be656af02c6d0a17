/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *corpus_file_explain (int code);
GBytes *corpus_file_read (const char *path,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

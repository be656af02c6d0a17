/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar corpus_width_fold (gunichar c);
gboolean corpus_width_is_space (gunichar c);
gunichar *corpus_width_fold_text (const char *utf8,
                                  gsize n_bytes,
                                  gint64 *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/corpus-chars.h"

G_BEGIN_DECLS

CorpusChars *corpus_decode (const guint8 *bytes,
                            gsize n_bytes,
                            const char **encoding,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

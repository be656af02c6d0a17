/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CorpusOutput:
 *
 * A file that is written beside the one it will take the place of, so that
 * whatever happens on the way leaves the old one whole.
 */
typedef struct _CorpusOutput CorpusOutput;

CorpusOutput *corpus_output_open (const char *path,
                                  const char *corpus_path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_output_write (CorpusOutput *self,
                              const char *bytes,
                              gsize n_bytes,
                              GError **error);
gboolean corpus_output_close (CorpusOutput *self,
                              GError **error);
void corpus_output_abandon (CorpusOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusOutput, corpus_output_abandon)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store-private.h"

G_BEGIN_DECLS

/* For the errors of everything that is written for an edit. */
#define CORPUS_PUT_INTENT "save the edit"

CorpusStatement *corpus_put_prepare (CorpusStore *self,
                                     const CorpusTable *table,
                                     gboolean is_new) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_put_run (CorpusStore *self,
                         CorpusStatement *statement,
                         const CorpusTable *table,
                         gint64 id,
                         GError **error);
void corpus_put_bind_provenance (CorpusStatement *statement,
                                 const CorpusProvenance *provenance);
void corpus_put_bind_strings (CorpusStatement *statement,
                              char **strings);
gboolean corpus_put_delete (CorpusStore *self,
                            const char *sql,
                            gint64 first,
                            gint64 second,
                            gint64 third,
                            gint64 fourth,
                            GError **error);
gboolean corpus_put_anchored (CorpusStore *self, /* corpus-put-anchored.c */
                              CorpusMember kind,
                              gpointer value,
                              const CorpusPut *how,
                              GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"
#include "text/corpus-json.h"
#include "text/corpus-json-writer.h"

G_BEGIN_DECLS

/* What the files of the native writer share. */
typedef struct
{
  CorpusJsonWriter *json;
  GPtrArray *pages; /* CorpusPage, what the first number of a source counts */
  CorpusText *text; /* NULL for the blocks of a page */
  GHashTable
      *foreign_ids; /* borrowed gint64 -> borrowed string, for the ids that are not in our form */
} CorpusNativeWriter;

/* corpus-native-members.c */
void corpus_native_add_string (CorpusNativeWriter *self,
                               const char *name,
                               const char *value);
void corpus_native_add_format (CorpusNativeWriter *self,
                               const char *format);
void corpus_native_add_strings (CorpusNativeWriter *self,
                                const char *name,
                                char **values);
CorpusJson *corpus_native_parse_extra (const char *extra) G_GNUC_WARN_UNUSED_RESULT;
void corpus_native_add_others (CorpusNativeWriter *self,
                               const CorpusJson *extra,
                               const char *const *known);
void corpus_native_add_extra (CorpusNativeWriter *self,
                              const char *extra,
                              const char *const *known);
void corpus_native_add_id (CorpusNativeWriter *self,
                           const char *name,
                           gint64 id);
void corpus_native_add_source (CorpusNativeWriter *self,
                               GArray *pieces);
void corpus_native_add_anchor (CorpusNativeWriter *self,
                               GArray *pieces,
                               const char *inferred);
void corpus_native_add_provenance (CorpusNativeWriter *self,
                                   const CorpusProvenance *provenance);
void corpus_native_add_decision (CorpusNativeWriter *self,
                                 const CorpusProvenance *provenance);
void corpus_native_add_was_and_note (CorpusNativeWriter *self,
                                     const CorpusProvenance *provenance,
                                     const char *note);

/* corpus-native-annotations.c */
void corpus_native_write_entity (CorpusNativeWriter *self,
                                 CorpusEntity *entity);
void corpus_native_write_indicator (CorpusNativeWriter *self,
                                    CorpusIndicator *indicator);
void corpus_native_write_relation (CorpusNativeWriter *self,
                                   CorpusRelation *relation);

G_END_DECLS

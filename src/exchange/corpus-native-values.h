/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-piece.h"
#include "corpus/corpus-provenance.h"
#include "corpus/corpus-text.h"
#include "text/corpus-json-writer.h"

G_BEGIN_DECLS

/* How the native reader takes values out of an object. Where a member is not there, or null, its value is left as it was; errors
 * begin with the name of the member, so that who calls can put the names around it before. */

gboolean corpus_native_get_text (const CorpusJson *object,
                                 const char *name,
                                 char **value,
                                 GError **error);
gboolean corpus_native_need_text (const CorpusJson *object,
                                  const char *name,
                                  char **value,
                                  GError **error);
gboolean corpus_native_get_boolean (const CorpusJson *object,
                                    const char *name,
                                    gboolean *value,
                                    GError **error);
gboolean corpus_native_get_strings (const CorpusJson *object,
                                    const char *name,
                                    char ***values,
                                    GError **error);
gboolean corpus_native_get_array (const CorpusJson *object,
                                  const char *name,
                                  const CorpusJson **array,
                                  GError **error);
gboolean corpus_native_get_objects (const CorpusJson *object,
                                    const char *name,
                                    const CorpusJson **array,
                                    GError **error);
gboolean corpus_native_get_object (const CorpusJson *object,
                                   const char *name,
                                   const CorpusJson **member,
                                   GError **error);
gboolean corpus_native_get_id (const CorpusJson *object,
                               const char *name,
                               gint64 *id,
                               char **foreign_id,
                               GError **error);
gboolean corpus_native_get_provenance (const CorpusJson *object,
                                       CorpusProvenance *provenance,
                                       GError **error);
gboolean corpus_native_get_source (const CorpusJson *object,
                                   GPtrArray *pages,
                                   gboolean with_text,
                                   GArray *pieces,
                                   GError **error);
gboolean corpus_native_get_spans (const CorpusJson *object,
                                  gint64 length,
                                  GArray *spans,
                                  GError **error);
gboolean corpus_native_bad_word (const CorpusJson *object,
                                 const char *name,
                                 GError **error);

/* Takes a word of a closed vocabulary: @from_string is its corpus_…_from_string(). */
#define corpus_native_get_word(object, name, from_string, value, error)           \
  (corpus_json_get_kind (corpus_json_find ((object), (name))) == CORPUS_JSON_NULL \
       ? TRUE                                                                     \
       : from_string (corpus_json_get_string (corpus_json_find ((object), (name)), NULL), (value)) || corpus_native_bad_word ((object), (name), (error)))

/* What an owner keeps of the members it does not know: its own and, under their names, those of objects inside. */
typedef struct
{
  CorpusJsonWriter *writer; /* NULL while there is nothing */
} CorpusNativeExtra;

void corpus_native_extra_add_others (CorpusNativeExtra *self,
                                     const CorpusJson *object,
                                     const char *const *known);
void corpus_native_extra_add_nested (CorpusNativeExtra *self,
                                     const char *name,
                                     char *json);
char *corpus_native_extra_end (CorpusNativeExtra *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

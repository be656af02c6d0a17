/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CORPUS_JSON_NULL,
  CORPUS_JSON_FALSE,
  CORPUS_JSON_TRUE,
  CORPUS_JSON_NUMBER,
  CORPUS_JSON_STRING,
  CORPUS_JSON_ARRAY,
  CORPUS_JSON_OBJECT,
} CorpusJsonKind;

/**
 * CorpusJson:
 *
 * A JSON value as it was read: members in their order, numbers as they were
 * written, strings with their length. It is not changed after it was parsed.
 */
typedef struct _CorpusJson CorpusJson;

CorpusJson *corpus_json_parse (const char *text,
                               gssize n_bytes,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void corpus_json_free (CorpusJson *self);
CorpusJsonKind corpus_json_get_kind (const CorpusJson *self);
const char *corpus_json_get_string (const CorpusJson *self,
                                    gsize *n_bytes);
const char *corpus_json_get_number (const CorpusJson *self);
gboolean corpus_json_get_int (const CorpusJson *self,
                              gint64 *value);
guint corpus_json_get_length (const CorpusJson *self);
const CorpusJson *corpus_json_get_at (const CorpusJson *self,
                                      guint index);
const char *corpus_json_get_name (const CorpusJson *self,
                                  guint index,
                                  gsize *n_bytes);
const CorpusJson *corpus_json_find (const CorpusJson *self,
                                    const char *name);
char *corpus_json_to_text (const CorpusJson *self) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_json_dup_others (const CorpusJson *self,
                              const char *const *known) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusJson, corpus_json_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/corpus-json.h"

G_BEGIN_DECLS

/**
 * CorpusJsonWriter:
 *
 * Writes one compact JSON value after the other into memory. To be used by one
 * thread at a time.
 */
typedef struct _CorpusJsonWriter CorpusJsonWriter;

CorpusJsonWriter *corpus_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void corpus_json_writer_free (CorpusJsonWriter *self);
void corpus_json_writer_begin_object (CorpusJsonWriter *self);
void corpus_json_writer_end_object (CorpusJsonWriter *self);
void corpus_json_writer_begin_array (CorpusJsonWriter *self);
void corpus_json_writer_end_array (CorpusJsonWriter *self);
void corpus_json_writer_add_name (CorpusJsonWriter *self,
                                  const char *name);
void corpus_json_writer_add_name_len (CorpusJsonWriter *self,
                                      const char *name,
                                      gsize n_bytes);
void corpus_json_writer_add_string (CorpusJsonWriter *self,
                                    const char *string);
void corpus_json_writer_add_string_len (CorpusJsonWriter *self,
                                        const char *string,
                                        gsize n_bytes);
void corpus_json_writer_add_int (CorpusJsonWriter *self,
                                 gint64 value);
void corpus_json_writer_add_double (CorpusJsonWriter *self,
                                    double value);
void corpus_json_writer_add_boolean (CorpusJsonWriter *self,
                                     gboolean value);
void corpus_json_writer_add_null (CorpusJsonWriter *self);
void corpus_json_writer_add_value (CorpusJsonWriter *self,
                                   const CorpusJson *value);
void corpus_json_writer_add_json (CorpusJsonWriter *self,
                                  const char *json);
const char *corpus_json_writer_peek (CorpusJsonWriter *self,
                                     gsize *n_bytes);
void corpus_json_writer_clear (CorpusJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusJsonWriter, corpus_json_writer_free)

G_END_DECLS

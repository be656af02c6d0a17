/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "text/corpus-span.h"

G_BEGIN_DECLS

/**
 * CorpusChars:
 *
 * An immutable text addressed by code point. Everything above `text/` counts in
 * code points; bytes are met here and nowhere else. May be used by any number of
 * threads at once.
 */
typedef struct _CorpusChars CorpusChars;

#define CORPUS_TYPE_CHARS (corpus_chars_get_type ())

GType corpus_chars_get_type (void);
CorpusChars *corpus_chars_new (const char *utf8,
                               gssize n_bytes,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorpusChars *corpus_chars_new_take (char *utf8,
                                    gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
CorpusChars *corpus_chars_ref (CorpusChars *self);
void corpus_chars_unref (CorpusChars *self);
gint64 corpus_chars_get_length (CorpusChars *self);
const char *corpus_chars_get_utf8 (CorpusChars *self,
                                   gsize *n_bytes);
gsize corpus_chars_get_byte (CorpusChars *self,
                             gint64 position);
gint64 corpus_chars_get_position (CorpusChars *self,
                                  gsize byte);
gunichar corpus_chars_get_char (CorpusChars *self,
                                gint64 position);
char *corpus_chars_dup_range (CorpusChars *self,
                              gint64 start,
                              gint64 end) G_GNUC_WARN_UNUSED_RESULT;
gboolean corpus_chars_range_equals (CorpusChars *self,
                                    gint64 start,
                                    gint64 end,
                                    const char *utf8);
gunichar *corpus_chars_dup_ucs4 (CorpusChars *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusChars, corpus_chars_unref)

G_END_DECLS

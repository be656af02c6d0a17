/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-types.h"
#include "text/corpus-chars.h"

G_BEGIN_DECLS

/**
 * CorpusPage:
 * @id: unique in the corpus, above 0
 * @sha256: of the bytes of the file, 64 hexadecimal digits
 * @file: the name of the file it came from
 * @encoding: what the file was decoded from
 * @publication: (nullable): the newspaper
 * @date: (nullable): ISO 8601
 * @edition: (nullable): the edition
 * @number: (nullable): the page number as printed
 * @section: (nullable): the name of its section
 * @chars: the text, never changed
 * @extra: (nullable): members of its line that this version does not know, a JSON object kept as it was read
 *
 * A page of a newspaper: its text as the converter left it, and where it was printed.
 * The text never changes: every annotation is anchored to it.
 */
struct _CorpusPage
{
  gint64 id;
  char *sha256;
  char *file;
  char *encoding;
  char *publication;
  char *date;
  char *edition;
  char *number;
  char *section;
  CorpusChars *chars;
  char *extra;
};

#define CORPUS_TYPE_PAGE (corpus_page_get_type ())

GType corpus_page_get_type (void);
CorpusPage *corpus_page_new (gint64 id,
                             CorpusChars *chars,
                             const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
CorpusPage *corpus_page_copy (CorpusPage *self) G_GNUC_WARN_UNUSED_RESULT;
CorpusPage *corpus_page_ref (CorpusPage *self);
void corpus_page_unref (CorpusPage *self);
CorpusPage *corpus_page_new_from_bytes (const guint8 *bytes,
                                        gsize n_bytes,
                                        const char *file,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusPage, corpus_page_unref)

G_END_DECLS

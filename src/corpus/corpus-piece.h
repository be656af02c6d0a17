/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "corpus/corpus-types.h"

G_BEGIN_DECLS

/**
 * CorpusPiece:
 * @page_id: the page
 * @start: first code point of that page's text
 * @end: one past the last, above @start
 * @text: (nullable): what the page says there; the check that keeps anchors honest. Pieces of blocks have none.
 *
 * A source anchor: a range of the text of one page.
 */
typedef struct
{
  gint64 page_id;
  gint64 start;
  gint64 end;
  char *text;
} CorpusPiece;

GArray *corpus_pieces_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *corpus_pieces_copy (GArray *pieces) G_GNUC_WARN_UNUSED_RESULT;
void corpus_pieces_add (GArray *pieces,
                        gint64 page_id,
                        gint64 start,
                        gint64 end,
                        const char *text);
void corpus_pieces_add_page (GArray *pieces,
                             CorpusPage *page,
                             gint64 start,
                             gint64 end);
gboolean corpus_pieces_equal (GArray *a,
                              GArray *b);
char *corpus_pieces_dup_text (GArray *pieces) G_GNUC_WARN_UNUSED_RESULT;

#define corpus_piece_at(pieces, i) (&g_array_index ((pieces), CorpusPiece, (i)))

G_END_DECLS

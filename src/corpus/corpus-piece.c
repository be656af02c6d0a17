/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-piece.h"

#include "corpus/corpus-page.h"

static void
piece_clear (gpointer data)
{
  CorpusPiece *piece = data;

  g_free (piece->text);
}

/**
 * corpus_pieces_new:
 *
 * Returns: (transfer full) (element-type CorpusPiece): an empty list of pieces, to be freed with g_array_unref()
 */
GArray *
corpus_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (CorpusPiece));

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

/**
 * corpus_pieces_copy:
 * @pieces: (element-type CorpusPiece): a list of pieces
 *
 * Returns: (transfer full) (element-type CorpusPiece): a copy with texts of its own
 */
GArray *
corpus_pieces_copy (GArray *pieces)
{
  GArray *copy = corpus_pieces_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      CorpusPiece *piece = corpus_piece_at (pieces, i);

      corpus_pieces_add (copy, piece->page_id, piece->start, piece->end, piece->text);
    }
  return copy;
}

/**
 * corpus_pieces_add:
 * @pieces: (element-type CorpusPiece): a list of pieces
 * @page_id: a page
 * @start: first code point
 * @end: one past the last
 * @text: (nullable): what the page says there
 *
 * Appends a piece.
 */
void
corpus_pieces_add (GArray *pieces,
                   gint64 page_id,
                   gint64 start,
                   gint64 end,
                   const char *text)
{
  CorpusPiece piece = { page_id, start, end, g_strdup (text) };

  g_array_append_val (pieces, piece);
}

/**
 * corpus_pieces_add_page:
 * @pieces: (element-type CorpusPiece): a list of pieces
 * @page: a page
 * @start: first code point
 * @end: one past the last, within the page
 *
 * Appends a piece together with what the page says there.
 */
void
corpus_pieces_add_page (GArray *pieces,
                        CorpusPage *page,
                        gint64 start,
                        gint64 end)
{
  CorpusPiece piece = { page->id, start, end, corpus_chars_dup_range (page->chars, start, end) };

  g_array_append_val (pieces, piece);
}

/**
 * corpus_pieces_equal:
 * @a: (element-type CorpusPiece): a list of pieces
 * @b: (element-type CorpusPiece): another
 *
 * Returns: whether both name the same ranges in the same order
 */
gboolean
corpus_pieces_equal (GArray *a,
                     GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      CorpusPiece *p = corpus_piece_at (a, i), *q = corpus_piece_at (b, i);

      if (p->page_id != q->page_id || p->start != q->start || p->end != q->end)
        return FALSE;
    }
  return TRUE;
}

/**
 * corpus_pieces_dup_text:
 * @pieces: (element-type CorpusPiece): pieces that know their text
 *
 * Returns: (transfer full): the texts of all pieces one after the other
 */
char *
corpus_pieces_dup_text (GArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    if (corpus_piece_at (pieces, i)->text != NULL)
      g_string_append (text, corpus_piece_at (pieces, i)->text);
  return g_string_free (text, FALSE);
}

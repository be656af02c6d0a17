/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of an article, and the way between it and the pages.
 *
 * The text is derived: the blocks in reading order, corrections laid over them, put together by a newline or,
 * where a block joins the one before it, by nothing next to a CJK character and one space elsewhere. Blocks whose
 * role stays out of the text have an empty span. The map is a list of segments in text order; a second order by
 * page serves the way back. A segment is either verbatim (equal lengths, position for position) or corrected
 * (one reading for another, ends snap outwards). An article has some ten to some hundred segments. */

#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-text.h"

#include <string.h>

#include "corpus/corpus-block.h"
#include "corpus/corpus-correction.h"
#include "corpus/corpus-page.h"
#include "text/corpus-script.h"

typedef struct
{
  CorpusSpan text;
  gint64 page_id;
  CorpusSpan page;
  gboolean is_corrected;
  gboolean is_glued; /* nothing but glue lies between it and the segment before it */
} Segment;

struct _CorpusText
{
  CorpusChars *chars;
  GPtrArray *pages;    /* CorpusPage */
  GArray *block_spans; /* CorpusSpan */
  GArray *segments;    /* Segment, in text order */
  GArray *by_page;     /* guint into segments, by page and position */
};

typedef struct
{
  CorpusText *self;
  GPtrArray *
      corrections; /* CorpusCorrection, by page and start; NULL in the place of one that was laid */
  GString *utf8;
  gint64 length; /* of utf8 in code points */
  gunichar last; /* the last character of utf8 */
} Builder;

G_DEFINE_BOXED_TYPE (CorpusText, corpus_text, corpus_text_ref, corpus_text_unref)

static CorpusPage *
find_page (GPtrArray *pages,
           gint64 page_id)
{
  for (guint i = 0; i < pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, i);

      if (page->id == page_id)
        return page;
    }
  return NULL;
}

static void
append (Builder *builder,
        const char *utf8,
        gssize n_bytes)
{
  gsize length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;

  if (length == 0)
    return;
  g_string_append_len (builder->utf8, utf8, (gssize) length);
  builder->length += g_utf8_strlen (utf8, (gssize) length);
  builder->last = g_utf8_get_char (g_utf8_prev_char (builder->utf8->str + builder->utf8->len));
}

static void
append_segment (Builder *builder,
                CorpusPage *page,
                gint64 start,
                gint64 end,
                const char *reading,
                gboolean is_glued)
{
  Segment segment = { .page_id = page->id,
                      .page = { start, end },
                      .is_corrected = reading != NULL,
                      .is_glued = is_glued };

  segment.text.start = builder->length;
  if (reading != NULL)
    {
      append (builder, reading, -1);
    }
  else
    {
      gsize start_byte = corpus_chars_get_byte (page->chars, start);
      gsize end_byte = corpus_chars_get_byte (page->chars, end);

      append (builder, corpus_chars_get_utf8 (page->chars, NULL) + start_byte,
              (gssize) (end_byte - start_byte));
    }
  segment.text.end = builder->length;
  g_array_append_val (builder->self->segments, segment);
}

/* One range of a page, cut where corrections lie over it. */
static void
append_range (Builder *builder,
              CorpusPage *page,
              gint64 start,
              gint64 end,
              gboolean is_glued)
{
  gint64 at = start;

  for (guint i = 0; builder->corrections != NULL && i < builder->corrections->len; i++)
    {
      CorpusCorrection *correction = g_ptr_array_index (builder->corrections, i);

      /* An insertion between two ranges that touch belongs to the first that is read. */
      if (correction == NULL || correction->page_id != page->id || correction->start < at ||
          correction->end > end)
        continue;
      if (correction->start > at)
        append_segment (builder, page, at, correction->start, NULL, is_glued || at > start);
      append_segment (builder, page, correction->start, correction->end, correction->text,
                      is_glued || correction->start > start);
      at = correction->end;
      builder->corrections->pdata[i] = NULL;
    }
  if (at < end)
    append_segment (builder, page, at, end, NULL, is_glued || at > start);
}

/* A join puts nothing next to a CJK character or behind the hyphen of a broken word, one space between words. */
static void
append_glue (Builder *builder,
             gunichar next)
{
  if (builder->length > 0 && builder->last != '-' && !corpus_script_is_cjk (builder->last) &&
      !corpus_script_is_cjk (next) && !g_unichar_isspace (builder->last) &&
      !g_unichar_isspace (next))
    append (builder, " ", 1);
}

static CorpusSpan
append_block (Builder *builder,
              CorpusBlock *block)
{
  CorpusSpan span = { builder->length, builder->length };
  gboolean is_first = TRUE;

  if (!corpus_role_is_in_text (block->role))
    return span;

  for (guint i = 0; i < block->pieces->len; i++)
    {
      CorpusPiece *piece = corpus_piece_at (block->pieces, i);
      CorpusPage *page = find_page (builder->self->pages, piece->page_id);
      gboolean is_glued = !is_first || block->joins;

      if (page == NULL || piece->end > corpus_chars_get_length (page->chars))
        continue;
      if (builder->length > 0 && !is_glued)
        append (builder, "\n", 1);
      else if (builder->length > 0)
        append_glue (builder, corpus_chars_get_char (page->chars, piece->start));
      if (is_first)
        span.start = builder->length;
      append_range (builder, page, piece->start, piece->end, is_glued && builder->length > 0);
      is_first = FALSE;
    }
  span.end = builder->length;
  return span;
}

static int
compare_by_page (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  GArray *segments = data;
  const Segment *s = &g_array_index (segments, Segment, *(const guint *) a);
  const Segment *t = &g_array_index (segments, Segment, *(const guint *) b);

  if (s->page_id != t->page_id)
    return s->page_id < t->page_id ? -1 : 1;
  if (s->page.start != t->page.start)
    return s->page.start < t->page.start ? -1 : 1;
  return (s->page.end > t->page.end) - (s->page.end < t->page.end);
}

static int
compare_corrections (gconstpointer a,
                     gconstpointer b)
{
  const CorpusCorrection *c = *(CorpusCorrection *const *) a, *d = *(CorpusCorrection *const *) b;

  if (c->page_id != d->page_id)
    return c->page_id < d->page_id ? -1 : 1;
  return (c->start > d->start) - (c->start < d->start);
}

/**
 * corpus_text_new:
 * @blocks: (element-type CorpusBlock): the blocks of an article in reading order
 * @pages: (element-type CorpusPage): the pages they lie on
 * @corrections: (nullable) (element-type CorpusCorrection): the readings to lay over these pages; of two that overlap
 *   the first counts
 *
 * Derives the text of an article. May be called from any thread.
 *
 * Returns: (transfer full): the text and its map
 */
CorpusText *
corpus_text_new (GPtrArray *blocks,
                 GPtrArray *pages,
                 GPtrArray *corrections)
{
  CorpusText *self = g_atomic_rc_box_new0 (CorpusText);
  g_autoptr (GPtrArray) sorted =
      corrections != NULL ? g_ptr_array_copy (corrections, NULL, NULL) : NULL;
  Builder builder = { .self = self, .corrections = sorted, .utf8 = g_string_new (NULL) };
  gsize n_bytes;

  /* The copy borrows: its elements belong to @corrections. */
  if (sorted != NULL)
    {
      g_ptr_array_set_free_func (sorted, NULL);
      g_ptr_array_sort (sorted, compare_corrections);
    }

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_page_unref);
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (self->pages, corpus_page_ref (g_ptr_array_index (pages, i)));
  self->block_spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->by_page = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusSpan span = append_block (&builder, g_ptr_array_index (blocks, i));

      g_array_append_val (self->block_spans, span);
    }
  for (guint i = 0; i < self->segments->len; i++)
    g_array_append_val (self->by_page, i);
  g_array_sort_with_data (self->by_page, compare_by_page, self->segments);

  n_bytes = builder.utf8->len;
  self->chars = corpus_chars_new_take (g_string_free (builder.utf8, FALSE), n_bytes);
  return self;
}

/**
 * corpus_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
CorpusText *
corpus_text_ref (CorpusText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
text_clear (gpointer data)
{
  CorpusText *self = data;

  corpus_chars_unref (self->chars);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->block_spans);
  g_array_unref (self->segments);
  g_array_unref (self->by_page);
}

/**
 * corpus_text_unref:
 * @self: (transfer full) (nullable): a text
 */
void
corpus_text_unref (CorpusText *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, text_clear);
}

/**
 * corpus_text_get_chars:
 * @self: a text
 *
 * Returns: (transfer none): its characters
 */
CorpusChars *
corpus_text_get_chars (CorpusText *self)
{
  return self->chars;
}

/**
 * corpus_text_get_block_span:
 * @self: a text
 * @block_index: a block by its place in the list it was derived from
 *
 * Returns: the range of the block in the text; empty where its role stays out of it
 */
CorpusSpan
corpus_text_get_block_span (CorpusText *self,
                            guint block_index)
{
  g_return_val_if_fail (block_index < self->block_spans->len, ((CorpusSpan){ 0, 0 }));

  return g_array_index (self->block_spans, CorpusSpan, block_index);
}

/**
 * corpus_text_to_page:
 * @self: a text
 * @offset: a code point of the text
 * @page_id: (out): the page it stands on
 * @position: (out): the code point of that page; inside a correction its first
 *
 * Goes from the text to the page, in O(log segments).
 *
 * Returns: %FALSE where the offset is glue between blocks or outside the text
 */
gboolean
corpus_text_to_page (CorpusText *self,
                     gint64 offset,
                     gint64 *page_id,
                     gint64 *position)
{
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Segment *segment = &g_array_index (self->segments, Segment, middle);

      if (offset < segment->text.start)
        {
          high = middle;
        }
      else if (offset >= segment->text.end)
        {
          low = middle + 1;
        }
      else
        {
          *page_id = segment->page_id;
          *position = segment->page.start + (segment->is_corrected ? 0 : offset - segment->text.start);
          return TRUE;
        }
    }
  return FALSE;
}

/* The first of the segments, by page order, that ends after a position of a page. */
static guint
first_after (CorpusText *self,
             gint64 page_id,
             gint64 position)
{
  guint low = 0, high = self->by_page->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Segment *segment =
          &g_array_index (self->segments, Segment, g_array_index (self->by_page, guint, middle));

      if (segment->page_id < page_id ||
          (segment->page_id == page_id && segment->page.end <= position))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * corpus_text_from_page:
 * @self: a text
 * @page_id: a page
 * @position: a code point of that page
 *
 * Goes from the page to the text, in O(log segments).
 *
 * Returns: the offset in the text, -1 where the article does not show that position
 */
gint64
corpus_text_from_page (CorpusText *self,
                       gint64 page_id,
                       gint64 position)
{
  guint i = first_after (self, page_id, position);
  const Segment *segment;

  if (i == self->by_page->len)
    return -1;
  segment = &g_array_index (self->segments, Segment, g_array_index (self->by_page, guint, i));
  if (segment->page_id != page_id || position < segment->page.start)
    return -1;
  return segment->text.start + (segment->is_corrected ? 0 : position - segment->page.start);
}

typedef struct
{
  CorpusSpan span;
  guint segment;
} Mapped;

static int
compare_mapped (gconstpointer a,
                gconstpointer b)
{
  const Mapped *m = a, *n = b;

  return (m->span.start > n->span.start) - (m->span.start < n->span.start);
}

/* Whether @next follows @last with nothing but glue between them. */
static gboolean
is_continued (CorpusText *self,
              const Mapped *last,
              const Mapped *next)
{
  const Segment *segment = &g_array_index (self->segments, Segment, next->segment);

  if (next->span.start <= last->span.end)
    return TRUE;
  return segment->is_glued && next->span.start == segment->text.start &&
         next->segment == last->segment + 1 &&
         last->span.end == g_array_index (self->segments, Segment, last->segment).text.end;
}

/**
 * corpus_text_map_pieces:
 * @self: a text
 * @pieces: (element-type CorpusPiece): anchors
 * @is_complete: (out) (optional): whether the text shows all of them; %FALSE means that the annotation is detached
 *
 * Finds where the text shows a list of pieces. Pieces that the text puts together
 * come back as one span; an end inside a correction snaps outwards.
 *
 * Returns: (transfer full) (element-type CorpusSpan): spans in text order, none where the text shows nothing of it
 */
GArray *
corpus_text_map_pieces (CorpusText *self,
                        GArray *pieces,
                        gboolean *is_complete)
{
  g_autoptr (GArray) mapped = g_array_new (FALSE, FALSE, sizeof (Mapped));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));
  gint64 n_wanted = 0, n_found = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CorpusPiece *piece = corpus_piece_at (pieces, i);

      n_wanted += piece->end - piece->start;
      for (guint j = first_after (self, piece->page_id, piece->start); j < self->by_page->len; j++)
        {
          guint index = g_array_index (self->by_page, guint, j);
          const Segment *segment = &g_array_index (self->segments, Segment, index);
          Mapped found = { segment->text, index };

          if (segment->page_id != piece->page_id || segment->page.start >= piece->end)
            break;
          n_found += MIN (segment->page.end, piece->end) - MAX (segment->page.start, piece->start);
          if (!segment->is_corrected)
            {
              found.span.start += MAX (piece->start - segment->page.start, 0);
              found.span.end -= MAX (segment->page.end - piece->end, 0);
            }
          if (found.span.start < found.span.end)
            g_array_append_val (mapped, found);
        }
    }

  g_array_sort (mapped, compare_mapped);
  for (guint i = 0; i < mapped->len; i++)
    {
      const Mapped *next = &g_array_index (mapped, Mapped, i);

      if (i > 0 && is_continued (self, &g_array_index (mapped, Mapped, i - 1), next))
        {
          CorpusSpan *last = &g_array_index (spans, CorpusSpan, spans->len - 1);

          last->end = MAX (last->end, next->span.end);
        }
      else
        {
          g_array_append_val (spans, next->span);
        }
    }
  if (is_complete != NULL)
    *is_complete = n_found == n_wanted && spans->len > 0;
  return spans;
}

/**
 * corpus_text_anchor:
 * @self: a text
 * @start: first code point of the text
 * @end: one past the last
 *
 * Finds the source of a range of the text: the way an annotation is made from a
 * selection. Glue has no source; a part of a correction stands for all of it.
 *
 * Returns: (transfer full) (element-type CorpusPiece): pieces with their page text, none where there is no source
 */
GArray *
corpus_text_anchor (CorpusText *self,
                    gint64 start,
                    gint64 end)
{
  GArray *pieces = corpus_pieces_new ();
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->segments, Segment, middle).text.end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      CorpusSpan page = segment->page;
      CorpusPiece *last = pieces->len > 0 ? corpus_piece_at (pieces, pieces->len - 1) : NULL;

      if (segment->text.start >= end)
        break;
      if (!segment->is_corrected)
        {
          page.start += MAX (start - segment->text.start, 0);
          page.end -= MAX (segment->text.end - end, 0);
        }
      if (page.start == page.end)
        continue;
      if (last != NULL && last->page_id == segment->page_id && last->end == page.start)
        {
          page.start = last->start;
          g_array_set_size (pieces, pieces->len - 1);
        }
      corpus_pieces_add_page (pieces, find_page (self->pages, segment->page_id), page.start,
                              page.end);
    }
  return pieces;
}

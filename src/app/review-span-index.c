/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An array sorted by start, outer before inner, with the greatest end so far beside each entry: a query begins at the first
 * entry whose greatest end reaches it, found by binary search, and stops at the first start beyond it. An article has
 * ten to some thousand ranges, a screen some hundred.
 *
 * Nesting is found in one sweep with a stack. The depth of a range counts what it has inside (0: nothing); one that crosses another counts
 * as inside the one that begins first. The height is the greatest depth among what overlaps it from
 * outside, so that labels of a nest can be set above all of it. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-span-index.h"

typedef struct
{
  CorpusSpan span;
  gint64 max_end; /* of this and all before it */
  guint span_index;
} Entry;

struct _ReviewSpanIndex
{
  GArray *entries;
  guint *depths;  /* by span index */
  guint *heights; /* by span index */
};

G_DEFINE_BOXED_TYPE (ReviewSpanIndex, review_span_index, review_span_index_ref, review_span_index_unref)

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return (x->span_index > y->span_index) - (x->span_index < y->span_index);
}

/* Ends the innermost open range: whatever it lies in is at least one step taller. */
static void
pop (ReviewSpanIndex *self,
     GArray *open)
{
  guint inner = g_array_index (open, guint, open->len - 1);

  g_array_set_size (open, open->len - 1);
  if (open->len > 0)
    {
      guint outer = g_array_index (open, guint, open->len - 1);

      self->depths[outer] = MAX (self->depths[outer], self->depths[inner] + 1);
    }
}

static void
find_nesting (ReviewSpanIndex *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* span indices, outermost first */
  g_autoptr (GArray) open_ends = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      while (open->len > 0 && g_array_index (open_ends, gint64, open->len - 1) <= entry->span.start)
        {
          g_array_set_size (open_ends, open->len - 1);
          pop (self, open);
        }
      g_array_append_val (open, entry->span_index);
      g_array_append_val (open_ends, entry->span.end);
    }
  while (open->len > 0)
    pop (self, open);

  /* Depths are known: hand the greatest of each nest down to what lies in it. */
  g_array_set_size (open_ends, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint height = self->depths[entry->span_index];

      while (open->len > 0 && g_array_index (open_ends, gint64, open->len - 1) <= entry->span.start)
        {
          g_array_set_size (open_ends, open->len - 1);
          g_array_set_size (open, open->len - 1);
        }
      if (open->len > 0)
        height = MAX (height, self->heights[g_array_index (open, guint, open->len - 1)]);
      self->heights[entry->span_index] = height;
      g_array_append_val (open, entry->span_index);
      g_array_append_val (open_ends, entry->span.end);
    }
}

/**
 * review_span_index_new:
 * @spans: (array length=n_spans): ranges in any order; empty ones are never found
 * @n_spans: how many
 *
 * Returns: (transfer full): an index of them
 */
ReviewSpanIndex *
review_span_index_new (const CorpusSpan *spans,
                       guint n_spans)
{
  ReviewSpanIndex *self = g_atomic_rc_box_new0 (ReviewSpanIndex);
  gint64 max_end = G_MININT64;

  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_spans);
  self->depths = g_new0 (guint, MAX (n_spans, 1));
  self->heights = g_new0 (guint, MAX (n_spans, 1));
  for (guint i = 0; i < n_spans; i++)
    {
      Entry entry = { spans[i], 0, i };

      if (spans[i].start < spans[i].end)
        g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      max_end = MAX (max_end, entry->span.end);
      entry->max_end = max_end;
    }
  find_nesting (self);
  return self;
}

/**
 * review_span_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
ReviewSpanIndex *
review_span_index_ref (ReviewSpanIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
span_index_clear (gpointer data)
{
  ReviewSpanIndex *self = data;

  g_array_unref (self->entries);
  g_free (self->depths);
  g_free (self->heights);
}

/**
 * review_span_index_unref:
 * @self: (transfer full) (nullable): an index
 */
void
review_span_index_unref (ReviewSpanIndex *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, span_index_clear);
}

/**
 * review_span_index_find:
 * @self: an index
 * @start: first code point
 * @end: one past the last
 * @func: (scope call): called for each range that overlaps
 * @data: for @func
 *
 * Finds the ranges that share a character with `[start, end)`.
 */
void
review_span_index_find (ReviewSpanIndex *self,
                        gint64 start,
                        gint64 end,
                        ReviewSpanFunc func,
                        gpointer data)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->entries, Entry, middle).max_end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->span.start >= end)
        break;
      if (entry->span.end > start)
        func (entry->span_index, data);
    }
}

/**
 * review_span_index_get_depth:
 * @self: an index
 * @span_index: a range by its place in the list
 *
 * Returns: how many steps of other ranges it has inside it
 */
guint
review_span_index_get_depth (ReviewSpanIndex *self,
                             guint span_index)
{
  return self->depths[span_index];
}

/**
 * review_span_index_get_height:
 * @self: an index
 * @span_index: a range by its place in the list
 *
 * Returns: the depth of the tallest range of the nest it belongs to
 */
guint
review_span_index_get_height (ReviewSpanIndex *self,
                              guint span_index)
{
  return self->heights[span_index];
}

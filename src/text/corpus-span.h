/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorpusSpan:
 * @start: first code point
 * @end: one past the last code point
 *
 * A half-open range of code points in some text, `0 <= start <= end`.
 * Which text is said by whoever holds the span.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} CorpusSpan;

static inline gboolean
corpus_span_is_empty (CorpusSpan span)
{
  return span.start >= span.end;
}

static inline gboolean
corpus_span_overlaps (CorpusSpan a,
                      CorpusSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
corpus_span_contains (CorpusSpan outer,
                      CorpusSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

G_END_DECLS

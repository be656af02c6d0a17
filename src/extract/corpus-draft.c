/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-draft.h"

/* A draft without spans; @role is interned. */
CorpusDraft *
corpus_draft_new (const char *role,
                  double confidence)
{
  CorpusDraft *self = g_new0 (CorpusDraft, 1);

  self->role = role;
  self->confidence = confidence;
  self->spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));
  return self;
}

/* Frees a draft; NULL is none. */
void
corpus_draft_free (CorpusDraft *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->spans);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_free (self);
}

/* Adds a range of the page behind the others; an empty one is left out. */
void
corpus_draft_add_span (CorpusDraft *self,
                       CorpusSpan span)
{
  if (span.start < span.end)
    g_array_append_val (self->spans, span);
}

/* Notes why a person should look at the block, once. */
void
corpus_draft_add_doubt (CorpusDraft *self,
                        const char *doubt)
{
  if (self->doubts == NULL)
    self->doubts = g_ptr_array_new ();
  if (!g_ptr_array_find_with_equal_func (self->doubts, doubt, g_str_equal, NULL))
    g_ptr_array_add (self->doubts, (gpointer) doubt);
}

/* From the first to the last character of a draft, which has at least one span. */
CorpusSpan
corpus_draft_get_extent (CorpusDraft *self)
{
  return (CorpusSpan){ g_array_index (self->spans, CorpusSpan, 0).start,
                       g_array_index (self->spans, CorpusSpan, self->spans->len - 1).end };
}

/* The number of its characters. */
gint64
corpus_draft_get_length (CorpusDraft *self)
{
  gint64 length = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      CorpusSpan *span = &g_array_index (self->spans, CorpusSpan, i);

      length += span->end - span->start;
    }
  return length;
}

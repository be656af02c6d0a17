/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-story.h"

#include "corpus/corpus-role.h"

/* A story without anything in it. */
CorpusStory *
corpus_story_new (void)
{
  CorpusStory *self = g_new0 (CorpusStory, 1);

  self->heads = g_ptr_array_new ();
  self->bylines = g_ptr_array_new ();
  self->bodies = g_ptr_array_new ();
  self->pictures = g_ptr_array_new ();
  self->jumps = g_ptr_array_new ();
  return self;
}

/* Frees a story; the drafts stay. */
void
corpus_story_free (CorpusStory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->bylines);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->jumps);
  g_free (self);
}

/* Whether its text so far ends in mid-sentence, and no jump line says where it goes on. */
gboolean
corpus_story_is_open (CorpusStory *self)
{
  CorpusDraft *last;

  if (self->is_closed || self->bodies->len == 0)
    return FALSE;
  last = g_ptr_array_index (self->bodies, self->bodies->len - 1);
  return last->is_open && (last->role == CORPUS_ROLE_BODY || last->role == CORPUS_ROLE_LIST ||
                           last->role == CORPUS_ROLE_NOTICE);
}

/* Whether its first body begins with a dateline head. */
gboolean
corpus_story_has_dateline (CorpusStory *self)
{
  return self->bodies->len > 0 &&
         ((CorpusDraft *) g_ptr_array_index (self->bodies, 0))->has_dateline;
}

/* Where its first block stands on the page. */
gint64
corpus_story_get_start (CorpusStory *self)
{
  GPtrArray *lists[] = { self->heads, self->bylines, self->bodies, self->pictures, self->jumps };
  gint64 start =
      self->continued != NULL ? corpus_draft_get_extent (self->continued).start : G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i]->len > 0)
      start = MIN (start, corpus_draft_get_extent (g_ptr_array_index (lists[i], 0)).start);
  return start;
}

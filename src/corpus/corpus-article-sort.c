/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of the members of an article: blocks by rank, annotations as they are read. */

#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-article-private.h"

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  const CorpusBlock *x = *(CorpusBlock *const *) a, *y = *(CorpusBlock *const *) b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

typedef struct
{
  CorpusSpan extent;
  gint64 id;
  gpointer member;
} Placed;

/* Outer before inner where two begin together. */
static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *x = a, *y = b;

  if (x->extent.start != y->extent.start)
    return x->extent.start < y->extent.start ? -1 : 1;
  if (x->extent.end != y->extent.end)
    return x->extent.end > y->extent.end ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

typedef GArray *(*PiecesFunc) (gconstpointer member);

static GArray *
entity_pieces (gconstpointer member)
{
  return ((const CorpusEntity *) member)->pieces;
}

static GArray *
credit_pieces (gconstpointer member)
{
  return ((const CorpusCredit *) member)->pieces;
}

/* An indicator stands where its value stands. */
static GArray *
indicator_pieces (gconstpointer member)
{
  CorpusFiller *value = corpus_indicator_get_filler ((CorpusIndicator *) member, CORPUS_SLOT_VALUE);

  return value != NULL ? value->pieces : NULL;
}

static void
sort_members (CorpusArticle *self,
              GPtrArray *list,
              PiecesFunc get_pieces)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), list->len);
  g_autoptr (GArray) none = corpus_pieces_new ();

  for (guint i = 0; i < list->len; i++)
    {
      gpointer member = g_ptr_array_index (list, i);
      GArray *pieces = get_pieces (member);
      Placed place = { corpus_article_get_extent (self, pieces != NULL ? pieces : none),
                       *(gint64 *) member, member };

      g_array_append_val (placed, place);
    }
  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = g_array_index (placed, Placed, i).member;
}

/**
 * corpus_article_sort:
 * @self: an article
 *
 * Puts the blocks in the order of their ranks, and credits, entities and
 * indicators in reading order, an outer one before the inner ones it begins with.
 */
void
corpus_article_sort (CorpusArticle *self)
{
  g_ptr_array_sort (corpus_article_get_blocks (self), compare_blocks);
  corpus_article_invalidate_text (self);
  sort_members (self, corpus_article_get_credits (self), credit_pieces);
  sort_members (self, corpus_article_get_entities (self), entity_pieces);
  sort_members (self, corpus_article_get_indicators (self), indicator_pieces);
}

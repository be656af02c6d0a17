/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page in, its articles out: the stages in their order, and the drafts of the first two made into the model. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-extractor.h"

#include "extract/corpus-story.h"
#include "extract/corpus-suggest.h"

/* Room between two ranks, so that others can be put between without moving any. */
#define RANK_STEP 1024

typedef struct
{
  CorpusPage *page;
  CorpusReading reading;
  CorpusIdSource ids;
} Extractor;

static CorpusBlock *
make_block (Extractor *self,
            CorpusDraft *draft)
{
  CorpusBlock *block = corpus_block_new (corpus_id_source_next (&self->ids), draft->role);

  for (guint i = 0; i < draft->spans->len; i++)
    {
      CorpusSpan *span = &g_array_index (draft->spans, CorpusSpan, i);

      corpus_pieces_add (block->pieces, self->page->id, span->start, span->end, NULL);
    }
  corpus_suggest (&block->provenance, draft->confidence);
  if (draft->doubts != NULL)
    {
      block->doubts = g_new0 (char *, draft->doubts->len + 1);
      for (guint i = 0; i < draft->doubts->len; i++)
        block->doubts[i] = g_strdup (g_ptr_array_index (draft->doubts, i));
    }
  return block;
}

static void
put_drafts (Extractor *self,
            CorpusArticle *article,
            GPtrArray *drafts,
            const char *role,
            gint64 *rank)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (CorpusBlock) block = NULL;

      if (role != NULL && draft->role != role)
        continue;
      block = make_block (self, draft);
      block->article_id = corpus_article_get_id (article);
      block->joins = draft->joins;
      block->rank = *rank;
      *rank += RANK_STEP;
      corpus_article_put_block (article, block);
    }
}

static CorpusArticle *
make_article (Extractor *self,
              CorpusStory *story,
              gint64 rank)
{
  const char *const head_roles[] = { CORPUS_ROLE_COLUMN, CORPUS_ROLE_KICKER, CORPUS_ROLE_HEADLINE,
                                     CORPUS_ROLE_JUMP_HEADLINE, CORPUS_ROLE_SUBHEAD };
  g_autoptr (CorpusHead) head = corpus_head_new (corpus_id_source_next (&self->ids));
  CorpusArticle *article;
  gint64 block_rank = RANK_STEP;

  head->rank = rank;
  article = corpus_article_new (head);
  corpus_article_add_page (article, self->page);
  for (guint i = 0; i < G_N_ELEMENTS (head_roles); i++)
    put_drafts (self, article, story->heads, head_roles[i], &block_rank);
  put_drafts (self, article, story->bylines, NULL, &block_rank);
  if (story->continued != NULL)
    {
      g_autoptr (GPtrArray) continued = g_ptr_array_new ();

      g_ptr_array_add (continued, story->continued);
      put_drafts (self, article, continued, NULL, &block_rank);
    }
  put_drafts (self, article, story->bodies, NULL, &block_rank);
  put_drafts (self, article, story->jumps, NULL, &block_rank);
  put_drafts (self, article, story->pictures, NULL, &block_rank);
  return article;
}

/* The section that a page's own label names, for the articles of a page that was not told its section. */
static void
set_section (CorpusArticle *article,
             const char *section)
{
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  CorpusField *field = corpus_field_new (section);

  corpus_suggest (&field->provenance, 0.8);
  corpus_head_set_field (head, CORPUS_FIELD_SECTION, field);
  corpus_article_set_head (article, head);
}

static char *
dup_section (Extractor *self,
             GPtrArray *loose)
{
  for (guint i = 0; i < loose->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (loose, i);
      CorpusSpan extent = corpus_draft_get_extent (draft);

      if (draft->role != CORPUS_ROLE_SECTION)
        continue;
      /* A03 民生 names a page before its section. */
      while (extent.start < extent.end && self->reading.chars[extent.start] < 0x80)
        extent.start++;
      return extent.start < extent.end
                 ? corpus_reading_dup (&self->reading, extent.start, extent.end)
                 : NULL;
    }
  return NULL;
}

/**
 * corpus_extract_page:
 * @page: a page
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Makes articles of a page: blocks, metadata, entities and indicators. The same page
 * gives the same articles with the same ids. A page without any structure is one
 * article. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the articles and the blocks of none, or %NULL with %G_IO_ERROR_CANCELLED
 */
CorpusExtraction *
corpus_extract_page (CorpusPage *page,
                     GCancellable *cancellable,
                     GError **error)
{
  Extractor self = { .page = page };
  g_autoptr (GPtrArray) drafts = NULL, stories = NULL, loose = g_ptr_array_new ();
  g_autoptr (CorpusExtraction) extraction = g_new0 (CorpusExtraction, 1);
  g_autofree char *section = NULL;

  extraction->articles = g_ptr_array_new_with_free_func (g_object_unref);
  extraction->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  corpus_id_source_init_seeded (&self.ids, page->sha256);
  /* The first id of this seed is the page's own. */
  corpus_id_source_next (&self.ids);
  corpus_reading_init (&self.reading, page->chars);

  drafts = corpus_blocks_cut (&self.reading);
  corpus_blocks_classify (&self.reading, drafts);
  stories = corpus_assemble (&self.reading, drafts, loose);

  for (guint i = 0; i < loose->len; i++)
    g_ptr_array_add (extraction->blocks, make_block (&self, g_ptr_array_index (loose, i)));
  section = page->section == NULL ? dup_section (&self, loose) : NULL;
  for (guint i = 0; i < stories->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CorpusArticle *article =
          make_article (&self, g_ptr_array_index (stories, i), (gint64) (i + 1) * RANK_STEP);

      g_ptr_array_add (extraction->articles, article);
      if (section != NULL)
        set_section (article, section);
      corpus_extract_metadata (article, &self.ids);
      corpus_extract_entities (article, &self.ids);
      corpus_extract_indicators (article, &self.ids);
      corpus_article_sort (article);
    }

  corpus_reading_clear (&self.reading);
  corpus_id_source_clear (&self.ids);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&extraction);
}

/**
 * corpus_extraction_free:
 * @self: (transfer full) (nullable): what extraction made of a page
 */
void
corpus_extraction_free (CorpusExtraction *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

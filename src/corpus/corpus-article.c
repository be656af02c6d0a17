/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article: what its pages, blocks and annotations make together.
 *
 * The members are values that are replaced, never changed, so that an article can be read from a store, shown and
 * edited while older values are still on their way to the disk. The text and its map are derived when first
 * asked for and again after a block, a page or a correction was put. Which annotations belong to an article is decided
 * by who puts them here (the store: by the blocks they lie on). Belongs to one thread at a time. */

#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-article-private.h"

struct _CorpusArticle
{
  GObject parent_instance;

  CorpusHead *head;
  CorpusDateline *dateline; /* NULL where there is none */
  GPtrArray *pages;
  GPtrArray *blocks;
  GPtrArray *corrections;
  GPtrArray *credits;
  GPtrArray *entities;
  GPtrArray *indicators;
  GPtrArray *relations;
  GHashTable *members; /* a member, found by the id it begins with -> the list it is in */
  CorpusText *text;    /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (CorpusArticle, corpus_article, G_TYPE_OBJECT)

static void
corpus_article_finalize (GObject *object)
{
  CorpusArticle *self = CORPUS_ARTICLE (object);

  g_clear_pointer (&self->head, corpus_head_unref);
  g_clear_pointer (&self->dateline, corpus_dateline_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->text, corpus_text_unref);

  G_OBJECT_CLASS (corpus_article_parent_class)->finalize (object);
}

static void
corpus_article_class_init (CorpusArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = corpus_article_finalize;
}

static void
corpus_article_init (CorpusArticle *self)
{
  self->members = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_page_unref);
  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_correction_unref);
  self->credits = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_credit_unref);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_entity_unref);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_indicator_unref);
  self->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_relation_unref);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
}

/* Members are found by the id that each begins with. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusBlock, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusCorrection, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusCredit, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusEntity, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusIndicator, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (CorpusRelation, id) == 0);

static gpointer
find_member (CorpusArticle *self,
             GPtrArray *list,
             gint64 id)
{
  gpointer member, found_list;

  if (!g_hash_table_lookup_extended (self->members, &id, &member, &found_list) ||
      found_list != list)
    return NULL;
  return member;
}

/* Puts a member in the place of the one with the same id, or at the end. */
static void
put_member (CorpusArticle *self,
            GPtrArray *list,
            gpointer member)
{
  gpointer old = find_member (self, list, *(gint64 *) member);
  guint index;

  g_hash_table_replace (self->members, member, list);
  if (old == NULL)
    {
      g_ptr_array_add (list, member);
    }
  else if (g_ptr_array_find (list, old, &index))
    {
      g_ptr_array_insert (list, (int) index, member);
      g_ptr_array_remove_index (list, index + 1);
    }
}

/* Makes the text to be derived again when it is next asked for. */
void
corpus_article_invalidate_text (CorpusArticle *self)
{
  g_clear_pointer (&self->text, corpus_text_unref);
}

/**
 * corpus_article_new:
 * @head: what is said of the article as a whole
 *
 * Returns: (transfer full): an article without members
 */
CorpusArticle *
corpus_article_new (CorpusHead *head)
{
  CorpusArticle *self = g_object_new (CORPUS_TYPE_ARTICLE, NULL);

  self->head = corpus_head_ref (head);
  return self;
}

/**
 * corpus_article_get_id:
 * @self: an article
 *
 * Returns: its id
 */
gint64
corpus_article_get_id (CorpusArticle *self)
{
  return self->head->id;
}

/**
 * corpus_article_get_head:
 * @self: an article
 *
 * Returns: (transfer none): what is said of it as a whole
 */
CorpusHead *
corpus_article_get_head (CorpusArticle *self)
{
  return self->head;
}

/**
 * corpus_article_set_head:
 * @self: an article
 * @head: what is said of it as a whole, with the same id
 */
void
corpus_article_set_head (CorpusArticle *self,
                         CorpusHead *head)
{
  CorpusHead *old = self->head;

  g_return_if_fail (head->id == old->id);

  self->head = corpus_head_ref (head);
  corpus_head_unref (old);
}

/**
 * corpus_article_get_dateline:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): where and when it was filed
 */
CorpusDateline *
corpus_article_get_dateline (CorpusArticle *self)
{
  return self->dateline;
}

/**
 * corpus_article_set_dateline:
 * @self: an article
 * @dateline: (nullable): where and when it was filed
 */
void
corpus_article_set_dateline (CorpusArticle *self,
                             CorpusDateline *dateline)
{
  CorpusDateline *old = self->dateline;

  self->dateline = dateline != NULL ? corpus_dateline_ref (dateline) : NULL;
  corpus_dateline_unref (old);
}

/**
 * corpus_article_get_pages:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusPage): the pages it lies on
 */
GPtrArray *
corpus_article_get_pages (CorpusArticle *self)
{
  return self->pages;
}

/**
 * corpus_article_get_blocks:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusBlock): its blocks
 */
GPtrArray *
corpus_article_get_blocks (CorpusArticle *self)
{
  return self->blocks;
}

/**
 * corpus_article_get_corrections:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusCorrection): its corrections
 */
GPtrArray *
corpus_article_get_corrections (CorpusArticle *self)
{
  return self->corrections;
}

/**
 * corpus_article_get_credits:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusCredit): its credits
 */
GPtrArray *
corpus_article_get_credits (CorpusArticle *self)
{
  return self->credits;
}

/**
 * corpus_article_get_entities:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusEntity): its entities
 */
GPtrArray *
corpus_article_get_entities (CorpusArticle *self)
{
  return self->entities;
}

/**
 * corpus_article_get_indicators:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusIndicator): its indicators
 */
GPtrArray *
corpus_article_get_indicators (CorpusArticle *self)
{
  return self->indicators;
}

/**
 * corpus_article_get_relations:
 * @self: an article
 *
 * Returns: (transfer none) (element-type CorpusRelation): its relations
 */
GPtrArray *
corpus_article_get_relations (CorpusArticle *self)
{
  return self->relations;
}

/**
 * corpus_article_find_page:
 * @self: an article
 * @page_id: a page
 *
 * Returns: (transfer none) (nullable): the page, where the article lies on it
 */
CorpusPage *
corpus_article_find_page (CorpusArticle *self,
                          gint64 page_id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (self->pages, i);

      if (page->id == page_id)
        return page;
    }
  return NULL;
}

/**
 * corpus_article_add_page:
 * @self: an article
 * @page: a page it lies on; one that it has already is replaced
 */
void
corpus_article_add_page (CorpusArticle *self,
                         CorpusPage *page)
{
  CorpusPage *old = corpus_article_find_page (self, page->id);
  guint index;

  corpus_article_invalidate_text (self);
  g_ptr_array_add (self->pages, corpus_page_ref (page));
  if (old != NULL && g_ptr_array_find (self->pages, old, &index))
    g_ptr_array_remove_index_fast (self->pages, index);
}

/**
 * corpus_article_put_block:
 * @self: an article
 * @block: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_block (CorpusArticle *self,
                          CorpusBlock *block)
{
  corpus_article_invalidate_text (self);
  put_member (self, self->blocks, corpus_block_ref (block));
}

/**
 * corpus_article_put_correction:
 * @self: an article
 * @correction: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_correction (CorpusArticle *self,
                               CorpusCorrection *correction)
{
  corpus_article_invalidate_text (self);
  put_member (self, self->corrections, corpus_correction_ref (correction));
}

/**
 * corpus_article_put_credit:
 * @self: an article
 * @credit: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_credit (CorpusArticle *self,
                           CorpusCredit *credit)
{
  put_member (self, self->credits, corpus_credit_ref (credit));
}

/**
 * corpus_article_put_entity:
 * @self: an article
 * @entity: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_entity (CorpusArticle *self,
                           CorpusEntity *entity)
{
  put_member (self, self->entities, corpus_entity_ref (entity));
}

/**
 * corpus_article_put_indicator:
 * @self: an article
 * @indicator: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_indicator (CorpusArticle *self,
                              CorpusIndicator *indicator)
{
  put_member (self, self->indicators, corpus_indicator_ref (indicator));
}

/**
 * corpus_article_put_relation:
 * @self: an article
 * @relation: takes the place of the one with the same id, or comes last
 */
void
corpus_article_put_relation (CorpusArticle *self,
                             CorpusRelation *relation)
{
  put_member (self, self->relations, corpus_relation_ref (relation));
}

/**
 * corpus_article_find_credit:
 * @self: an article
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the credit of that id
 */
CorpusCredit *
corpus_article_find_credit (CorpusArticle *self,
                            gint64 id)
{
  return find_member (self, self->credits, id);
}

/**
 * corpus_article_find_entity:
 * @self: an article
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the entity of that id
 */
CorpusEntity *
corpus_article_find_entity (CorpusArticle *self,
                            gint64 id)
{
  return find_member (self, self->entities, id);
}

/**
 * corpus_article_find_indicator:
 * @self: an article
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the indicator of that id
 */
CorpusIndicator *
corpus_article_find_indicator (CorpusArticle *self,
                               gint64 id)
{
  return find_member (self, self->indicators, id);
}

/**
 * corpus_article_remove:
 * @self: an article
 * @id: of one of its members, or of its dateline
 *
 * Takes a member out.
 *
 * Returns: whether there was one
 */
gboolean
corpus_article_remove (CorpusArticle *self,
                       gint64 id)
{
  gpointer member, list;

  if (self->dateline != NULL && self->dateline->id == id)
    {
      corpus_article_set_dateline (self, NULL);
      return TRUE;
    }
  if (!g_hash_table_lookup_extended (self->members, &id, &member, &list))
    return FALSE;

  if (list == self->blocks || list == self->corrections)
    corpus_article_invalidate_text (self);
  g_hash_table_remove (self->members, &id);
  return g_ptr_array_remove (list, member);
}

/**
 * corpus_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none): its text, derived where it has changed
 */
CorpusText *
corpus_article_get_text (CorpusArticle *self)
{
  if (self->text == NULL)
    self->text = corpus_text_new (self->blocks, self->pages, self->corrections);
  return self->text;
}

/**
 * corpus_article_get_extent:
 * @self: an article
 * @pieces: (element-type CorpusPiece): anchors
 *
 * Returns: from the first to the last offset at which the article's text shows the pieces; empty, at the end of the
 *   text, where it shows none of them
 */
CorpusSpan
corpus_article_get_extent (CorpusArticle *self,
                           GArray *pieces)
{
  CorpusText *text = corpus_article_get_text (self);
  g_autoptr (GArray) spans = corpus_text_map_pieces (text, pieces, NULL);
  gint64 length = corpus_chars_get_length (corpus_text_get_chars (text));

  if (spans->len == 0)
    return (CorpusSpan){ length, length };
  return (CorpusSpan){ g_array_index (spans, CorpusSpan, 0).start,
                       g_array_index (spans, CorpusSpan, spans->len - 1).end };
}

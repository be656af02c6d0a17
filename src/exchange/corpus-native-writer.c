/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines, version 1: the writer.
 *
 * The form is fixed (DESIGN.md section 8): the members in that order, `null` or `[]` where there is nothing. Members that
 * another version of the program wrote and this one does not know stand at the end of their object. What such members
 * stood inside of an object without a value of its own in the model (metadata, review, period …), the owner keeps under
 * the name of that object. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-writer.h"

#include "exchange/corpus-native-members.h"
#include "exchange/corpus-native.h"

static int
compare_corrections (gconstpointer a,
                     gconstpointer b)
{
  const CorpusCorrection *c = *(CorpusCorrection *const *) a, *d = *(CorpusCorrection *const *) b;

  if (c->start != d->start)
    return c->start < d->start ? -1 : 1;
  return (c->id > d->id) - (c->id < d->id);
}

static void
write_correction (CorpusNativeWriter *self,
                  CorpusCorrection *correction)
{
  corpus_json_writer_begin_object (self->json);
  corpus_json_writer_add_name (self->json, "source");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < self->pages->len; i++)
    if (((CorpusPage *) g_ptr_array_index (self->pages, i))->id == correction->page_id)
      corpus_json_writer_add_int (self->json, i);
  corpus_json_writer_add_int (self->json, correction->start);
  corpus_json_writer_add_int (self->json, correction->end);
  corpus_json_writer_end_array (self->json);
  corpus_native_add_string (self, "text", correction->text);
  corpus_native_add_extra (self, correction->extra, corpus_native_correction_members);
  corpus_json_writer_end_object (self->json);
}

/* Writes the corrections that a piece of a block holds, and takes them out of those that are still to be written. */
static void
write_corrections (CorpusNativeWriter *self,
                   const CorpusPiece *piece,
                   GPtrArray *corrections)
{
  for (guint i = 0; i < corrections->len;)
    {
      CorpusCorrection *correction = g_ptr_array_index (corrections, i);

      if (correction->page_id != piece->page_id || correction->start < piece->start ||
          correction->end > piece->end)
        {
          i++;
          continue;
        }
      write_correction (self, correction);
      g_ptr_array_remove_index (corrections, i);
    }
}

/* @corrections: those still to be written. */
static void
write_block (CorpusNativeWriter *self,
             CorpusBlock *block,
             CorpusSpan span,
             GPtrArray *corrections)
{
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_string (self, "role", block->role);
  corpus_json_writer_add_name (self->json, "start");
  corpus_json_writer_add_int (self->json, span.start);
  corpus_json_writer_add_name (self->json, "end");
  corpus_json_writer_add_int (self->json, span.end);
  corpus_native_add_source (self, block->pieces);
  corpus_json_writer_add_name (self->json, "joins");
  corpus_json_writer_add_boolean (self->json, block->joins);

  corpus_json_writer_add_name (self->json, "corrections");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; corrections != NULL && i < block->pieces->len; i++)
    write_corrections (self, corpus_piece_at (block->pieces, i), corrections);
  corpus_json_writer_end_array (self->json);

  corpus_native_add_provenance (self, &block->provenance);
  corpus_native_add_strings (self, "doubts", block->doubts);
  corpus_native_add_extra (self, block->extra, corpus_native_block_members);
  corpus_json_writer_end_object (self->json);
}

static void
write_page_refs (CorpusNativeWriter *self,
                 const CorpusJson *extra)
{
  corpus_json_writer_add_name (self->json, "pages");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < self->pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (self->pages, i);

      corpus_json_writer_begin_object (self->json);
      corpus_native_add_string (self, "sha256", page->sha256);
      corpus_native_add_string (self, "file", page->file);
      corpus_native_add_string (self, "publication", page->publication);
      corpus_native_add_string (self, "date", page->date);
      corpus_native_add_string (self, "edition", page->edition);
      corpus_native_add_string (self, "number", page->number);
      corpus_native_add_others (self, corpus_json_find (extra, page->sha256),
                                corpus_native_page_ref_members);
      corpus_json_writer_end_object (self->json);
    }
  corpus_json_writer_end_array (self->json);
}

static void
write_dateline (CorpusNativeWriter *self,
                CorpusDateline *dateline)
{
  corpus_json_writer_add_name (self->json, "dateline");
  if (dateline == NULL)
    {
      corpus_json_writer_add_null (self->json);
      return;
    }
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_string (self, "place", dateline->place);
  corpus_native_add_string (self, "date", dateline->date);
  corpus_native_add_source (self, dateline->pieces);
  corpus_native_add_extra (self, dateline->extra, corpus_native_dateline_members);
  corpus_json_writer_end_object (self->json);
}

static void
write_credit (CorpusNativeWriter *self,
              CorpusCredit *credit)
{
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_string (self, "name", credit->name);
  corpus_native_add_string (self, "role", corpus_credit_role_to_string (credit->role));
  corpus_native_add_string (self, "affiliation", credit->affiliation);
  corpus_native_add_source (self, credit->pieces);
  corpus_native_add_extra (self, credit->extra, corpus_native_credit_members);
  corpus_json_writer_end_object (self->json);
}

static void
add_value (CorpusNativeWriter *self,
           CorpusArticle *article,
           const char *name,
           CorpusFieldName field)
{
  g_autofree char *value = corpus_article_dup_value (article, field);

  corpus_native_add_string (self, name, value);
}

static void
write_metadata (CorpusNativeWriter *self,
                CorpusArticle *article,
                const CorpusJson *extra)
{
  GPtrArray *credits = corpus_article_get_credits (article);
  g_autofree char *jump_to = corpus_article_dup_value (article, CORPUS_FIELD_JUMP_TO);
  g_autofree char *jump_from = corpus_article_dup_value (article, CORPUS_FIELD_JUMP_FROM);
  const CorpusJson *jump_extra = corpus_json_find (extra, "jump");

  corpus_json_writer_add_name (self->json, "metadata");
  corpus_json_writer_begin_object (self->json);
  add_value (self, article, "kicker", CORPUS_FIELD_KICKER);
  add_value (self, article, "headline", CORPUS_FIELD_HEADLINE);
  add_value (self, article, "subhead", CORPUS_FIELD_SUBHEAD);
  add_value (self, article, "column", CORPUS_FIELD_COLUMN);
  add_value (self, article, "section", CORPUS_FIELD_SECTION);
  add_value (self, article, "agency", CORPUS_FIELD_AGENCY);
  write_dateline (self, corpus_article_get_dateline (article));

  corpus_json_writer_add_name (self->json, "credits");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < credits->len; i++)
    write_credit (self, g_ptr_array_index (credits, i));
  corpus_json_writer_end_array (self->json);

  corpus_json_writer_add_name (self->json, "jump");
  if (jump_to != NULL || jump_from != NULL || jump_extra != NULL)
    {
      corpus_json_writer_begin_object (self->json);
      corpus_native_add_string (self, "to", jump_to);
      corpus_native_add_string (self, "from", jump_from);
      corpus_native_add_others (self, jump_extra, corpus_native_jump_members);
      corpus_json_writer_end_object (self->json);
    }
  else
    {
      corpus_json_writer_add_null (self->json);
    }
  add_value (self, article, "genre", CORPUS_FIELD_GENRE);
  corpus_native_add_others (self, extra, corpus_native_metadata_members);
  corpus_json_writer_end_object (self->json);
}

static void
write_review (CorpusNativeWriter *self,
              CorpusHead *head,
              const CorpusJson *extra)
{
  corpus_json_writer_add_name (self->json, "review");
  corpus_json_writer_begin_object (self->json);
  for (CorpusTask task = 0; task < CORPUS_N_TASKS; task++)
    {
      const CorpusReview *review = &head->reviews[task];

      corpus_json_writer_add_name (self->json, corpus_task_to_string (task));
      corpus_json_writer_begin_object (self->json);
      corpus_native_add_string (self, "status", corpus_review_to_string (review->status));
      corpus_native_add_string (self, "by", review->by);
      corpus_native_add_string (self, "at", review->at);
      corpus_native_add_others (self, corpus_json_find (extra, corpus_task_to_string (task)),
                                corpus_native_task_members);
      corpus_json_writer_end_object (self->json);
    }
  corpus_native_add_strings (self, "flags", head->flags);
  corpus_json_writer_add_name (self->json, "excluded");
  corpus_json_writer_add_boolean (self->json, head->excluded);
  corpus_native_add_string (self, "note", head->note);
  corpus_native_add_others (self, extra, corpus_native_review_members);
  corpus_json_writer_end_object (self->json);
}

static void
write_blocks (CorpusNativeWriter *self,
              CorpusArticle *article)
{
  GPtrArray *blocks = corpus_article_get_blocks (article);
  GPtrArray *all = corpus_article_get_corrections (article);
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (corrections, g_ptr_array_index (all, i));
  g_ptr_array_sort (corrections, compare_corrections);

  corpus_json_writer_add_name (self->json, "blocks");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < blocks->len; i++)
    write_block (self, g_ptr_array_index (blocks, i), corpus_text_get_block_span (self->text, i),
                 corrections);
  corpus_json_writer_end_array (self->json);
}

/* The ids of the article's annotations that another program made. */
static GHashTable *
collect_foreign_ids (CorpusArticle *article)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);
  GPtrArray *relations = corpus_article_get_relations (article);
  CorpusHead *head = corpus_article_get_head (article);

  if (head->foreign_id != NULL)
    g_hash_table_insert (ids, &head->id, head->foreign_id);
  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);

      if (entity->foreign_id != NULL)
        g_hash_table_insert (ids, &entity->id, entity->foreign_id);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);

      if (indicator->foreign_id != NULL)
        g_hash_table_insert (ids, &indicator->id, indicator->foreign_id);
    }
  for (guint i = 0; i < relations->len; i++)
    {
      CorpusRelation *relation = g_ptr_array_index (relations, i);

      if (relation->foreign_id != NULL)
        g_hash_table_insert (ids, &relation->id, relation->foreign_id);
    }
  return ids;
}

static void
write_tagset (CorpusNativeWriter *self,
              CorpusTagset *tagset)
{
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_string (self, "name", tagset->name);
  corpus_json_writer_add_name (self->json, "version");
  corpus_json_writer_add_int (self->json, tagset->version);
  corpus_json_writer_add_name (self->json, "labels");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < tagset->labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (tagset->labels, i);

      corpus_json_writer_begin_object (self->json);
      corpus_native_add_string (self, "name", label->name);
      corpus_native_add_string (self, "title", label->title);
      corpus_native_add_string (self, "colour", label->colour);
      corpus_native_add_string (self, "key", label->key);
      corpus_native_add_string (self, "description", label->description);
      corpus_native_add_string (self, "parent", label->parent);
      corpus_native_add_extra (self, label->extra, corpus_native_label_members);
      corpus_json_writer_end_object (self->json);
    }
  corpus_json_writer_end_array (self->json);
  corpus_json_writer_add_name (self->json, "attributes");
  corpus_json_writer_add_json (self->json, tagset->attributes != NULL ? tagset->attributes : "[]");
  corpus_json_writer_add_name (self->json, "relations");
  corpus_json_writer_add_json (self->json, tagset->relations != NULL ? tagset->relations : "[]");
  corpus_native_add_string (self, "guidelines", tagset->guidelines);
  corpus_native_add_extra (self, tagset->extra, corpus_native_tagset_members);
  corpus_json_writer_end_object (self->json);
}

/**
 * corpus_native_write_corpus:
 * @writer: a writer that is empty
 * @title: (nullable): of the corpus
 * @tagset: its tag set
 * @people: (nullable) (element-type utf8): id, name, id, name …
 * @producer: the program that writes
 * @extra: (nullable): members of the line that this version does not know, a JSON object
 *
 * Writes the line that begins a file.
 */
void
corpus_native_write_corpus (CorpusJsonWriter *writer,
                            const char *title,
                            CorpusTagset *tagset,
                            GPtrArray *people,
                            const char *producer,
                            const char *extra)
{
  CorpusNativeWriter self = { .json = writer };
  g_autoptr (CorpusJson) others = corpus_native_parse_extra (extra);

  corpus_json_writer_begin_object (writer);
  corpus_native_add_format (&self, CORPUS_NATIVE_CORPUS);
  corpus_native_add_string (&self, "title", title);
  corpus_json_writer_add_name (writer, "tagset");
  write_tagset (&self, tagset);
  corpus_json_writer_add_name (writer, "people");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; people != NULL && i + 1 < people->len; i += 2)
    {
      corpus_json_writer_begin_object (writer);
      corpus_native_add_string (&self, "id", g_ptr_array_index (people, i));
      corpus_native_add_string (&self, "name", g_ptr_array_index (people, i + 1));
      corpus_native_add_others (
          &self,
          corpus_json_find (corpus_json_find (others, "people"), g_ptr_array_index (people, i)),
          corpus_native_person_members);
      corpus_json_writer_end_object (writer);
    }
  corpus_json_writer_end_array (writer);
  corpus_native_add_string (&self, "producer", producer);
  corpus_native_add_others (&self, others, corpus_native_corpus_members);
  corpus_json_writer_end_object (writer);
}

/**
 * corpus_native_write_page:
 * @writer: a writer that is empty
 * @page: a page
 * @loose_blocks: (nullable) (element-type CorpusBlock): its blocks that belong to no article
 *
 * Writes the line of a page.
 */
void
corpus_native_write_page (CorpusJsonWriter *writer,
                          CorpusPage *page,
                          GPtrArray *loose_blocks)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  CorpusNativeWriter self = { .json = writer, .pages = pages };
  gsize n_bytes;
  const char *utf8 = corpus_chars_get_utf8 (page->chars, &n_bytes);

  g_ptr_array_add (pages, page);
  corpus_json_writer_begin_object (writer);
  corpus_native_add_format (&self, CORPUS_NATIVE_PAGE);
  corpus_native_add_string (&self, "sha256", page->sha256);
  corpus_native_add_string (&self, "file", page->file);
  corpus_native_add_string (&self, "encoding", page->encoding);
  corpus_native_add_string (&self, "publication", page->publication);
  corpus_native_add_string (&self, "date", page->date);
  corpus_native_add_string (&self, "edition", page->edition);
  corpus_native_add_string (&self, "number", page->number);
  corpus_native_add_string (&self, "section", page->section);
  corpus_json_writer_add_name (writer, "text");
  corpus_json_writer_add_string_len (writer, utf8, n_bytes);
  corpus_json_writer_add_name (writer, "blocks");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; loose_blocks != NULL && i < loose_blocks->len; i++)
    write_block (&self, g_ptr_array_index (loose_blocks, i), (CorpusSpan){ 0, 0 }, NULL);
  corpus_json_writer_end_array (writer);
  corpus_native_add_extra (&self, page->extra, corpus_native_page_members);
  corpus_json_writer_end_object (writer);
}

/**
 * corpus_native_write_article:
 * @writer: a writer that is empty
 * @article: an article with its pages, sorted
 *
 * Writes the line of an article.
 */
void
corpus_native_write_article (CorpusJsonWriter *writer,
                             CorpusArticle *article)
{
  CorpusHead *head = corpus_article_get_head (article);
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);
  GPtrArray *relations = corpus_article_get_relations (article);
  g_autoptr (CorpusJson) extra = corpus_native_parse_extra (head->extra);
  g_autoptr (GHashTable) foreign_ids = collect_foreign_ids (article);
  CorpusNativeWriter self = { writer, corpus_article_get_pages (article),
                              corpus_article_get_text (article), foreign_ids };
  const char *utf8;
  gsize n_bytes;

  corpus_json_writer_begin_object (writer);
  corpus_native_add_format (&self, CORPUS_NATIVE_ARTICLE);
  corpus_native_add_id (&self, "id", head->id);
  write_page_refs (&self, corpus_json_find (extra, "pages"));
  write_metadata (&self, article, corpus_json_find (extra, "metadata"));
  corpus_json_writer_add_name (writer, "text");
  utf8 = corpus_chars_get_utf8 (corpus_text_get_chars (self.text), &n_bytes);
  corpus_json_writer_add_string_len (writer, utf8, n_bytes);
  write_blocks (&self, article);

  corpus_json_writer_add_name (writer, "entities");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; i < entities->len; i++)
    corpus_native_write_entity (&self, g_ptr_array_index (entities, i));
  corpus_json_writer_end_array (writer);

  corpus_json_writer_add_name (writer, "indicators");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; i < indicators->len; i++)
    corpus_native_write_indicator (&self, g_ptr_array_index (indicators, i));
  corpus_json_writer_end_array (writer);

  corpus_json_writer_add_name (writer, "relations");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; i < relations->len; i++)
    corpus_native_write_relation (&self, g_ptr_array_index (relations, i));
  corpus_json_writer_end_array (writer);

  write_review (&self, head, corpus_json_find (extra, "review"));
  corpus_native_add_others (&self, extra, corpus_native_article_members);
  corpus_json_writer_end_object (writer);
}

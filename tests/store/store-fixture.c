/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/corpus-member.h"
#include "text/corpus-id.h"

/* Two stories, a section label, a figure and a correction to make. Written for these tests. */
static const char page_text[] =
    "要闻\n"
    "青澜港去年吞吐量增长一成\n"
    "本报记者 穆川\n"
    "本报青澜3月2日电 青澜港集团昨日公布，去年全港货物吞吐量达到1.2亿吨，同比增长10.4%。\n"
    "港务局局长杜若说，今年将再建两座泊\n"
    "位。\n"
    "图书馆新馆开放\n"
    "新馆位于滨河路，藏书八十万册，由市文化局与青澜大学共建。\n";

void
store_fixture_set_up (StoreFixture *self,
                      gconstpointer data)
{
  self->folder = g_dir_make_tmp ("corpus-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "青澜 & co.corpus", NULL);
}

void
store_fixture_tear_down (StoreFixture *self,
                         gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

CorpusStore *
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = corpus_store_open (self->path, CORPUS_STORE_CREATE, NULL, &error);

  g_assert_no_error (error);
  corpus_store_set_reviewer (store, "穆川");
  return store;
}

void
store_fixture_close (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;

  corpus_store_close (store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

CorpusPage *
store_fixture_small_page (const char *name,
                          const char *text)
{
  g_autoptr (GError) error = NULL;
  CorpusPage *page = corpus_page_new_from_bytes ((const guint8 *) text, strlen (text), name, &error);

  g_assert_no_error (error);
  return page;
}

/* A page of the paper; pages of other numbers have other ids. */
CorpusPage *
store_fixture_page (guint number)
{
  g_autofree char *text = g_strdup_printf ("%s第%u版\n", page_text, number);
  g_autofree char *name = g_strdup_printf ("page-%u.txt", number);
  CorpusPage *page = store_fixture_small_page (name, text);

  page->publication = g_strdup ("青澜日报");
  page->date = g_strdup ("2026-03-03");
  page->edition = g_strdup ("本埠");
  page->number = g_strdup_printf ("A%u", number);
  page->section = g_strdup ("要闻");
  page->extra = g_strdup ("{\"scanner\":\"b\"}");
  return page;
}

static gint64
find (CorpusPage *page,
      const char *words)
{
  const char *text = corpus_chars_get_utf8 (page->chars, NULL);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return corpus_chars_get_position (page->chars, (gsize) (found - text));
}

static void
anchor (GArray *pieces,
        CorpusPage *page,
        const char *words)
{
  gint64 start = find (page, words);

  corpus_pieces_add_page (pieces, page, start, start + g_utf8_strlen (words, -1));
}

static CorpusBlock *
make_block (CorpusPage *page,
            gint64 id,
            const char *role,
            const char *from,
            const char *to)
{
  CorpusBlock *block = corpus_block_new (id, corpus_role (role));
  gint64 start = find (page, from);
  gint64 end = find (page, to) + g_utf8_strlen (to, -1);

  corpus_pieces_add (block->pieces, page->id, start, end, NULL);
  return block;
}

static void
put_block (CorpusArticle *article,
           CorpusBlock *block,
           gint64 rank)
{
  g_autoptr (CorpusBlock) owned = block;

  owned->article_id = corpus_article_get_id (article);
  owned->rank = rank;
  corpus_article_put_block (article, owned);
}

/* Every member of the provenance has a value of its own. */
static void
fill_provenance (CorpusProvenance *provenance,
                 CorpusState state)
{
  corpus_provenance_clear (provenance);
  corpus_provenance_init (provenance, CORPUS_ORIGIN_MODEL, state, 0.93);
  provenance->producer = g_strdup ("model/7");
  provenance->by = g_strdup ("person-1");
  provenance->at = g_strdup ("2026-03-04T05:06:07Z");
  provenance->tagset_version = 3;
  provenance->was = g_strdup ("{\"label\":\"ORG\"}");
}

/* The first story, with every kind of member and every field of each. */
static CorpusArticle *
make_port_story (CorpusPage *page,
                 gint64 id)
{
  g_autoptr (CorpusHead) head = corpus_head_new (id);
  g_autoptr (CorpusEntity) org = NULL, person = NULL;
  g_autoptr (CorpusIndicator) volume = NULL, growth = NULL;
  g_autoptr (CorpusCredit) credit = NULL, typed = NULL;
  g_autoptr (CorpusDateline) dateline = NULL;
  g_autoptr (CorpusCorrection) correction = NULL;
  g_autoptr (CorpusRelation) relation = NULL;
  const char *doubts[] = { "the paragraph ends in mid-sentence", "it may be \"two\" stories", NULL };
  const char *flags[] = { "ask\\me", "数字", NULL };
  const char *refs[] = { "org/1", "org/2", NULL };
  CorpusArticle *article;
  CorpusBlock *block;
  CorpusField *field;

  head->foreign_id = g_strdup ("doc-17");
  head->rank = 2048;
  head->flags = g_strdupv ((char **) flags);
  head->excluded = TRUE;
  head->note = g_strdup ("check the tonnage");
  head->extra = g_strdup ("{\"weight\":12345678901234567890}");
  field = corpus_field_new ("report");
  fill_provenance (&field->provenance, CORPUS_STATE_ACCEPTED);
  corpus_head_set_field (head, CORPUS_FIELD_GENRE, field);
  corpus_head_set_field (head, CORPUS_FIELD_SUBHEAD, corpus_field_new (NULL));
  corpus_head_set_review (head, CORPUS_TASK_ENTITIES, CORPUS_REVIEW_DOING, "person-1", "2026-03-04T05:06:07Z");
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);

  put_block (article, make_block (page, id + 1, "headline", "青澜港去年", "一成"), 10);
  put_block (article, make_block (page, id + 2, "byline", "本报记者", "穆川"), 20);
  put_block (article, make_block (page, id + 3, "body", "本报青澜3月", "10.4%。"), 30);
  block = make_block (page, id + 4, "body", "港务局局长", "两座泊");
  corpus_pieces_add (block->pieces, page->id, find (page, "位。\n图"), find (page, "位。\n图") + 2, NULL);
  block->doubts = g_strdupv ((char **) doubts);
  block->joins = TRUE;
  block->extra = g_strdup ("{\"x\":1}");
  corpus_provenance_init (&block->provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED, 0.1);
  block->provenance.producer = g_strdup ("rules/1");
  put_block (article, block, 40);
  put_block (article, make_block (page, id + 5, "a role of the future", "第", "版"), 50);

  org = corpus_entity_new (id + 10, "ORG");
  anchor (org->pieces, page, "青澜港集团");
  org->foreign_id = g_strdup ("T1");
  org->norm = g_strdup ("青澜港集团有限公司");
  org->refs = g_strdupv ((char **) refs);
  org->attributes = g_strdup ("{\"kind\":\"firm\"}");
  org->note = g_strdup ("new name since 2024");
  org->extra = g_strdup ("{\"score\":0.93}");
  fill_provenance (&org->provenance, CORPUS_STATE_ACCEPTED);
  corpus_article_put_entity (article, org);

  /* 泊 … 位: one mention in two pieces, over a line break. */
  person = corpus_entity_new (id + 11, "LOC");
  anchor (person->pieces, page, "两座泊");
  corpus_pieces_add_page (person->pieces, page, find (page, "位。\n图"), find (page, "位。\n图") + 1);
  corpus_article_put_entity (article, person);

  volume = corpus_indicator_new (id + 20);
  volume->foreign_id = g_strdup ("I1");
  anchor (corpus_indicator_add_filler (volume, CORPUS_SLOT_VALUE, "1.2亿吨")->pieces, page, "1.2亿吨");
  anchor (corpus_indicator_add_filler (volume, CORPUS_SLOT_NAME, "货物吞吐量")->pieces, page, "货物吞吐量");
  corpus_indicator_add_filler (volume, CORPUS_SLOT_SUBJECT, "青澜港")->extra = g_strdup ("{\"inferred\":true}");
  corpus_indicator_add_filler (volume, CORPUS_SLOT_SUBJECT, "全港");
  anchor (corpus_indicator_get_filler (volume, CORPUS_SLOT_SUBJECT)->pieces, page, "全港");
  anchor (corpus_indicator_add_filler (volume, CORPUS_SLOT_PERIOD, "去年")->pieces, page, "去年全港");
  volume->number = g_strdup ("120000000");
  volume->number_max = g_strdup ("130000000");
  volume->unit = g_strdup ("t");
  volume->unit_text = g_strdup ("吨");
  volume->cmp = CORPUS_CMP_RANGE;
  volume->kind = CORPUS_KIND_RATIO;
  volume->direction = CORPUS_DIRECTION_UP;
  volume->basis = CORPUS_BASIS_PLAN;
  volume->status = CORPUS_STATUS_FORECAST;
  volume->period_iso = g_strdup ("2025");
  volume->period_start = g_strdup ("2025-01-01");
  volume->period_end = g_strdup ("2025-12-31");
  volume->period_role = CORPUS_PERIOD_SINCE;
  volume->series = g_strdup ("port/tonnage");
  volume->note = g_strdup ("rounded");
  volume->extra = g_strdup ("{\"y\":[]}");
  fill_provenance (&volume->provenance, CORPUS_STATE_REJECTED);
  corpus_article_put_indicator (article, volume);

  growth = corpus_indicator_new (id + 21);
  anchor (corpus_indicator_add_filler (growth, CORPUS_SLOT_VALUE, "10.4%")->pieces, page, "10.4%");
  growth->of = volume->id;
  growth->same_as = id + 20;
  corpus_article_put_indicator (article, growth);

  credit = corpus_credit_new (id + 30, CORPUS_CREDIT_CORRESPONDENT, "穆川");
  anchor (credit->pieces, page, "穆川");
  credit->affiliation = g_strdup ("本报");
  credit->extra = g_strdup ("{\"z\":null}");
  fill_provenance (&credit->provenance, CORPUS_STATE_ACCEPTED);
  corpus_article_put_credit (article, credit);
  typed = corpus_credit_new (id + 31, CORPUS_CREDIT_TRANSLATOR, "A. Person");
  typed->article_id = id;
  corpus_article_put_credit (article, typed);

  dateline = corpus_dateline_new (id + 32);
  dateline->place = g_strdup ("青澜");
  dateline->date = g_strdup ("2026-03-02");
  dateline->extra = g_strdup ("{}");
  anchor (dateline->pieces, page, "本报青澜3月2日电");
  fill_provenance (&dateline->provenance, CORPUS_STATE_SUGGESTED);
  corpus_article_set_dateline (article, dateline);

  correction = corpus_correction_new (id + 33, page->id, find (page, "昨日"), find (page, "昨日") + 2, "前日");
  correction->extra = g_strdup ("{\"seen\":true}");
  fill_provenance (&correction->provenance, CORPUS_STATE_ACCEPTED);
  corpus_article_put_correction (article, correction);

  relation = corpus_relation_new (id + 34, "operates", org->id, volume->id);
  relation->foreign_id = g_strdup ("R1");
  relation->extra = g_strdup ("{\"since\":2024}");
  fill_provenance (&relation->provenance, CORPUS_STATE_ACCEPTED);
  corpus_article_put_relation (article, relation);

  corpus_article_sort (article);
  return article;
}

/* The second story: plain. */
static CorpusArticle *
make_library_story (CorpusPage *page,
                    gint64 id)
{
  g_autoptr (CorpusHead) head = corpus_head_new (id);
  g_autoptr (CorpusEntity) org = corpus_entity_new (id + 10, "ORG");
  g_autoptr (CorpusEntity) school = corpus_entity_new (id + 11, "ORG");
  CorpusArticle *article = corpus_article_new (head);

  head->rank = 4096;
  corpus_article_add_page (article, page);
  put_block (article, make_block (page, id + 1, "headline", "图书馆新馆", "开放"), 10);
  put_block (article, make_block (page, id + 2, "body", "新馆位于", "共建。"), 20);
  anchor (org->pieces, page, "市文化局");
  corpus_article_put_entity (article, org);
  anchor (school->pieces, page, "青澜大学");
  corpus_article_put_entity (article, school);
  corpus_article_sort (article);
  return article;
}

/* Article 0 or 1 of a page. */
CorpusArticle *
store_fixture_article (CorpusPage *page,
                       guint number)
{
  gint64 id = page->id + 1000 * (number + 1);

  return number == 0 ? make_port_story (page, id) : make_library_story (page, id);
}

GPtrArray *
store_fixture_loose_blocks (CorpusPage *page)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  CorpusBlock *block = make_block (page, page->id + 900, "section", "要闻", "要闻");

  block->rank = 5;
  g_ptr_array_add (blocks, block);
  return blocks;
}

static void
add_page (CorpusStore *store,
          gint64 batch_id,
          guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusPage) page = store_fixture_page (number);
  g_autoptr (GPtrArray) blocks = store_fixture_loose_blocks (page);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, store_fixture_article (page, 0));
  g_ptr_array_add (articles, store_fixture_article (page, 1));
  corpus_store_add_page (store, batch_id, page, blocks, articles, NULL, &error);
  g_assert_no_error (error);
}

/* Imports pages 1 to @n_pages, two articles each. */
void
store_fixture_import (CorpusStore *store,
                      guint n_pages)
{
  g_autoptr (GError) error = NULL;
  gint64 batch_id = corpus_store_begin_batch (store, "Import pages", &error);

  g_assert_no_error (error);
  for (guint i = 1; i <= n_pages; i++)
    add_page (store, batch_id, i);
  corpus_store_end_batch (store, batch_id, &error);
  g_assert_no_error (error);
}

/* The id of an article by its place in the corpus. */
gint64
store_fixture_article_id (CorpusStore *store,
                          guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (index, <, rows->len);
  return ((CorpusRow *) g_ptr_array_index (rows, index))->article_id;
}

/* A new entity of the reviewer's over the first place where the page says @words. */
CorpusEntity *
store_fixture_entity (CorpusStore *store,
                      CorpusPage *page,
                      const char *words,
                      const char *label)
{
  CorpusEntity *entity = corpus_entity_new (corpus_store_new_id (store), label);

  anchor (entity->pieces, page, words);
  corpus_provenance_init (&entity->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
  corpus_provenance_decide (&entity->provenance, CORPUS_STATE_ACCEPTED, corpus_store_get_reviewer_id (store), "2026-03-04T05:06:07Z");
  return entity;
}

/* Dumps */

static void
dump_text (GString *dump,
           const char *name,
           const char *value)
{
  if (value != NULL)
    g_string_append_printf (dump, " %s=“%s”", name, value);
}

static void
dump_strings (GString *dump,
              const char *name,
              char **values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    dump_text (dump, name, values[i]);
}

static void
dump_pieces (GString *dump,
             GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      CorpusPiece *piece = corpus_piece_at (pieces, i);

      g_string_append_printf (dump, " [%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, piece->page_id, piece->start, piece->end);
      dump_text (dump, "text", piece->text);
      g_string_append_c (dump, ']');
    }
}

static void
dump_provenance (GString *dump,
                 const CorpusProvenance *provenance)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (dump, " | %s %s %s %d", corpus_origin_to_string (provenance->origin), corpus_state_to_string (provenance->state),
                          g_ascii_dtostr (buffer, sizeof buffer, provenance->confidence), provenance->tagset_version);
  dump_text (dump, "producer", provenance->producer);
  dump_text (dump, "by", provenance->by);
  dump_text (dump, "at", provenance->at);
  dump_text (dump, "was", provenance->was);
  g_string_append_c (dump, '\n');
}

static void
dump_head (GString *dump,
           CorpusHead *head)
{
  g_string_append_printf (dump, "article %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d", head->id, head->rank, head->excluded);
  dump_text (dump, "foreign", head->foreign_id);
  dump_strings (dump, "flag", head->flags);
  dump_text (dump, "note", head->note);
  dump_text (dump, "extra", head->extra);
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (head->fields[i] != NULL)
      {
        g_string_append_printf (dump, "field %s", corpus_field_to_string (i));
        dump_text (dump, "value", head->fields[i]->value);
        dump_provenance (dump, &head->fields[i]->provenance);
      }
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    {
      g_string_append_printf (dump, "review %s %s", corpus_task_to_string (i), corpus_review_to_string (head->reviews[i].status));
      dump_text (dump, "by", head->reviews[i].by);
      dump_text (dump, "at", head->reviews[i].at);
      g_string_append_c (dump, '\n');
    }
}

static void
dump_block (gpointer data,
            gpointer user_data)
{
  CorpusBlock *block = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "block %" G_GINT64_FORMAT " %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          block->id, block->role, block->joins, block->article_id, block->rank);
  dump_pieces (dump, block->pieces);
  dump_strings (dump, "doubt", block->doubts);
  dump_text (dump, "extra", block->extra);
  dump_provenance (dump, &block->provenance);
}

static void
dump_page (gpointer data,
           gpointer user_data)
{
  CorpusPage *page = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "page %" G_GINT64_FORMAT, page->id);
  dump_text (dump, "sha256", page->sha256);
  dump_text (dump, "file", page->file);
  dump_text (dump, "encoding", page->encoding);
  dump_text (dump, "publication", page->publication);
  dump_text (dump, "date", page->date);
  dump_text (dump, "edition", page->edition);
  dump_text (dump, "number", page->number);
  dump_text (dump, "section", page->section);
  dump_text (dump, "extra", page->extra);
  dump_text (dump, "text", corpus_chars_get_utf8 (page->chars, NULL));
  g_string_append_c (dump, '\n');
}

static void
dump_entity (gpointer data,
             gpointer user_data)
{
  CorpusEntity *entity = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "entity %" G_GINT64_FORMAT " %s", entity->id, entity->label);
  dump_pieces (dump, entity->pieces);
  dump_text (dump, "foreign", entity->foreign_id);
  dump_text (dump, "norm", entity->norm);
  dump_strings (dump, "ref", entity->refs);
  dump_text (dump, "attributes", entity->attributes);
  dump_text (dump, "note", entity->note);
  dump_text (dump, "extra", entity->extra);
  dump_provenance (dump, &entity->provenance);
}

static void
dump_indicator (gpointer data,
                gpointer user_data)
{
  CorpusIndicator *indicator = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "indicator %" G_GINT64_FORMAT " %s %s %s %s %s %s of %" G_GINT64_FORMAT " same %" G_GINT64_FORMAT " in %" G_GINT64_FORMAT,
                          indicator->id, corpus_cmp_to_string (indicator->cmp), corpus_kind_to_string (indicator->kind),
                          corpus_direction_to_string (indicator->direction), corpus_basis_to_string (indicator->basis),
                          corpus_status_to_string (indicator->status), corpus_period_role_to_string (indicator->period_role),
                          indicator->of, indicator->same_as, indicator->article_id);
  dump_text (dump, "foreign", indicator->foreign_id);
  dump_text (dump, "number", indicator->number);
  dump_text (dump, "number_max", indicator->number_max);
  dump_text (dump, "unit", indicator->unit);
  dump_text (dump, "unit_text", indicator->unit_text);
  dump_text (dump, "iso", indicator->period_iso);
  dump_text (dump, "start", indicator->period_start);
  dump_text (dump, "end", indicator->period_end);
  dump_text (dump, "series", indicator->series);
  dump_text (dump, "note", indicator->note);
  dump_text (dump, "extra", indicator->extra);
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    for (guint i = 0; i < indicator->slots[slot]->len; i++)
      {
        CorpusFiller *filler = g_ptr_array_index (indicator->slots[slot], i);

        dump_text (dump, corpus_slot_to_string (slot), filler->text);
        dump_text (dump, "extra", filler->extra);
        dump_pieces (dump, filler->pieces);
      }
  dump_provenance (dump, &indicator->provenance);
}

static void
dump_credit (gpointer data,
             gpointer user_data)
{
  CorpusCredit *credit = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "credit %" G_GINT64_FORMAT " %s in %" G_GINT64_FORMAT, credit->id, corpus_credit_role_to_string (credit->role), credit->article_id);
  dump_text (dump, "name", credit->name);
  dump_text (dump, "affiliation", credit->affiliation);
  dump_pieces (dump, credit->pieces);
  dump_text (dump, "extra", credit->extra);
  dump_provenance (dump, &credit->provenance);
}

static void
dump_correction (gpointer data,
                 gpointer user_data)
{
  CorpusCorrection *correction = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "correction %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                          correction->id, correction->page_id, correction->start, correction->end);
  dump_text (dump, "text", correction->text);
  dump_text (dump, "extra", correction->extra);
  dump_provenance (dump, &correction->provenance);
}

static void
dump_relation (gpointer data,
               gpointer user_data)
{
  CorpusRelation *relation = data;
  GString *dump = user_data;

  g_string_append_printf (dump, "relation %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          relation->id, relation->type, relation->from_id, relation->to_id);
  dump_text (dump, "foreign", relation->foreign_id);
  dump_text (dump, "extra", relation->extra);
  dump_provenance (dump, &relation->provenance);
}

/* All that is known of an article, as text. */
char *
store_fixture_dump_article (CorpusArticle *article)
{
  GString *dump = g_string_new (NULL);
  CorpusDateline *dateline = corpus_article_get_dateline (article);

  dump_head (dump, corpus_article_get_head (article));
  g_ptr_array_foreach (corpus_article_get_pages (article), dump_page, dump);
  g_ptr_array_foreach (corpus_article_get_blocks (article), dump_block, dump);
  g_ptr_array_foreach (corpus_article_get_corrections (article), dump_correction, dump);
  g_ptr_array_foreach (corpus_article_get_credits (article), dump_credit, dump);
  if (dateline != NULL)
    {
      g_string_append_printf (dump, "dateline %" G_GINT64_FORMAT " in %" G_GINT64_FORMAT, dateline->id, dateline->article_id);
      dump_text (dump, "place", dateline->place);
      dump_text (dump, "date", dateline->date);
      dump_pieces (dump, dateline->pieces);
      dump_text (dump, "extra", dateline->extra);
      dump_provenance (dump, &dateline->provenance);
    }
  g_ptr_array_foreach (corpus_article_get_entities (article), dump_entity, dump);
  g_ptr_array_foreach (corpus_article_get_indicators (article), dump_indicator, dump);
  g_ptr_array_foreach (corpus_article_get_relations (article), dump_relation, dump);
  return g_string_free (dump, FALSE);
}

static void
dump_table (sqlite3 *db,
            const char *table,
            GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (dump, "|%s", text != NULL ? text : "<null>");
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

/* What is in a file: the recorded tables, and, unless those are all, texts, derived rows and batches as well. */
char *
store_fixture_dump_file (const char *path,
                         gboolean is_recorded_only)
{
  static const char *const others[] = { "page_text", "article_row", "article_text", "batch_page", "batch_article" };
  GString *dump = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  for (guint i = 0; corpus_recorded_tables[i] != NULL; i++)
    dump_table (db, corpus_recorded_tables[i], dump);
  for (guint i = 0; !is_recorded_only && i < G_N_ELEMENTS (others); i++)
    dump_table (db, others[i], dump);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (dump, FALSE);
}

/* Verify finds nothing. */
void
store_fixture_assert_verified (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = corpus_store_verify (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

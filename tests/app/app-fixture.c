/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "app/review-init.h"
#include "store/corpus-store.h"
#include "text/corpus-id.h"

/* Written for these tests. */
static const char page_text[] =
    "白鹭湾港上半年吞吐量再创新高\n"
    "白鹭湾港集团昨日公布,上半年全港完成集装箱吞吐量486万标准箱,同比增长6.4%。集团董事长何远舟表示,下半年将新开三条航线。\n"
    "社区食堂开到第三百家\n"
    "北岸区第三百家社区食堂在柳浪街道开张,首日接待居民420人。\n";

void
app_fixture_init (int *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  review_init ();
}

static CorpusPage *
make_page (const char *text,
           const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("page-%s.txt", number);
  CorpusPage *page = corpus_page_new_from_bytes ((const guint8 *) text, strlen (text), name, &error);

  g_assert_no_error (error);
  page->publication = g_strdup ("白鹭湾日报");
  page->date = g_strdup ("2026-07-15");
  page->number = g_strdup (number);
  return page;
}

static void
put_block (CorpusArticle *article,
           CorpusPage *page,
           CorpusIdSource *ids,
           const char *role,
           gint64 start,
           gint64 end)
{
  g_autoptr (CorpusBlock) block = corpus_block_new (corpus_id_source_next (ids), corpus_role (role));

  corpus_pieces_add (block->pieces, page->id, start, end, NULL);
  block->article_id = corpus_article_get_id (article);
  block->rank = (gint64) corpus_article_get_blocks (article)->len * 1024 + 1024;
  corpus_article_put_block (article, block);
}

static GArray *
find_pieces (CorpusPage *page,
             const char *words)
{
  const char *text = corpus_chars_get_utf8 (page->chars, NULL);
  const char *found = strstr (text, words);
  GArray *pieces = corpus_pieces_new ();
  gint64 start;

  g_assert_nonnull (found);
  start = corpus_chars_get_position (page->chars, (gsize) (found - text));
  corpus_pieces_add_page (pieces, page, start, start + g_utf8_strlen (words, -1));
  return pieces;
}

static void
put_entity (CorpusArticle *article,
            CorpusPage *page,
            CorpusIdSource *ids,
            const char *label,
            const char *words,
            double confidence)
{
  g_autoptr (CorpusEntity) entity = corpus_entity_new (corpus_id_source_next (ids), label);

  g_array_unref (entity->pieces);
  entity->pieces = find_pieces (page, words);
  entity->provenance.confidence = confidence;
  corpus_article_put_entity (article, entity);
}

static void
put_indicator (CorpusArticle *article,
               CorpusPage *page,
               CorpusIdSource *ids,
               const char *words,
               const char *number,
               const char *unit)
{
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (corpus_id_source_next (ids));
  CorpusFiller *value = corpus_indicator_add_filler (indicator, CORPUS_SLOT_VALUE, words);

  g_array_unref (value->pieces);
  value->pieces = find_pieces (page, words);
  indicator->number = g_strdup (number);
  indicator->unit = g_strdup (unit);
  indicator->provenance.confidence = 0.9;
  corpus_article_put_indicator (article, indicator);
}

static CorpusArticle *
make_article (CorpusPage *page,
              CorpusIdSource *ids)
{
  g_autoptr (CorpusHead) head = corpus_head_new (corpus_id_source_next (ids));
  CorpusArticle *article;

  head->rank = 1024;
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);
  return article;
}

static CorpusStore *
open_store (AppFixture *self)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = corpus_store_open (self->path, CORPUS_STORE_CREATE, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
add_page (AppFixture *self,
          CorpusPage *page,
          GPtrArray *articles)
{
  g_autoptr (CorpusStore) store = open_store (self);
  g_autoptr (GError) error = NULL;
  gint64 batch_id = corpus_store_begin_batch (store, "Import", &error);

  g_assert_no_error (error);
  corpus_store_add_page (store, batch_id, page, NULL, articles, NULL, &error);
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch_id, &error);
  g_assert_no_error (error);
  corpus_store_close (store, &error);
  g_assert_no_error (error);
}

void
app_fixture_set_up (AppFixture *self,
                    gconstpointer data)
{
  g_autoptr (CorpusPage) page = make_page (page_text, "1");
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  CorpusArticle *port, *canteen;
  CorpusIdSource ids;

  self->folder = g_dir_make_tmp ("corpus-app-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "湾.corpus", NULL);

  corpus_id_source_init_seeded (&ids, page->sha256);
  port = make_article (page, &ids);
  put_block (port, page, &ids, "headline", 0, 14);
  put_block (port, page, &ids, "body", 15, 78);
  put_entity (port, page, &ids, "ORG", "白鹭湾港集团", 0.9);
  put_entity (port, page, &ids, "LOC", "白鹭湾港", 0.4);
  put_entity (port, page, &ids, "PERSON", "何远舟", 0.95);
  put_indicator (port, page, &ids, "486万标准箱", "4860000", "TEU");
  put_indicator (port, page, &ids, "6.4%", "6.4", "percent");
  corpus_article_sort (port);
  g_ptr_array_add (articles, port);

  canteen = make_article (page, &ids);
  put_block (canteen, page, &ids, "headline", 79, 89);
  put_block (canteen, page, &ids, "body", 90, 120);
  put_entity (canteen, page, &ids, "LOC", "北岸区", 0.9);
  corpus_article_sort (canteen);
  g_ptr_array_add (articles, canteen);
  corpus_id_source_clear (&ids);

  add_page (self, page, articles);
  self->desk = review_desk_new ();
}

gint64
app_fixture_add_article (AppFixture *self,
                         const char *body)
{
  static const char *const roles[] = { "body", NULL };

  return app_fixture_add_lines (self, roles, body);
}

gint64
app_fixture_add_lines (AppFixture *self,
                       const char *const *roles,
                       const char *text)
{
  g_autoptr (CorpusPage) page = make_page (text, "2");
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  CorpusArticle *article;
  CorpusIdSource ids;
  gint64 id, start = 0;

  corpus_id_source_init_seeded (&ids, page->sha256);
  article = make_article (page, &ids);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      gint64 end = start + g_utf8_strlen (lines[i], -1);

      put_block (article, page, &ids, roles[i], start, end);
      start = end + 1;
    }
  corpus_article_sort (article);
  g_ptr_array_add (articles, article);
  id = corpus_article_get_id (article);
  corpus_id_source_clear (&ids);
  add_page (self, page, articles);
  return id;
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

void
app_fixture_tear_down (AppFixture *self,
                       gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  app_fixture_close (self);
  /* Answers that were still on their way hold the desk until they have come. */
  app_fixture_wait (is_last_reference, self->desk);
  g_assert_finalize_object (self->desk);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
time_out_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
app_fixture_wait (AppFixtureFunc is_so,
                  gpointer data)
{
  gboolean is_late = FALSE;
  guint source = g_timeout_add_seconds (10, time_out_cb, &is_late);

  while (!is_so (data) && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (is_so (data));
}

typedef struct
{
  GAsyncResult *result;
} Waiting;

static void
ready_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  ((Waiting *) data)->result = g_object_ref (result);
}

static gboolean
is_ready (gpointer data)
{
  return ((Waiting *) data)->result != NULL;
}

static gboolean
has_article (gpointer data)
{
  return review_desk_get_article (((AppFixture *) data)->desk) != NULL;
}

/* Opens the corpus and waits for its first article. */
void
app_fixture_open (AppFixture *self)
{
  Waiting waiting = { NULL };
  g_autoptr (GError) error = NULL;

  review_desk_set_reviewer (self->desk, "何笔");
  review_desk_open_async (self->desk, self->path, FALSE, ready_cb, &waiting);
  app_fixture_wait (is_ready, &waiting);
  review_desk_open_finish (self->desk, waiting.result, &error);
  g_assert_no_error (error);
  g_clear_object (&waiting.result);
  app_fixture_wait (has_article, self);
}

void
app_fixture_close (AppFixture *self)
{
  Waiting waiting = { NULL };
  g_autoptr (GError) error = NULL;

  review_desk_close_async (self->desk, ready_cb, &waiting);
  app_fixture_wait (is_ready, &waiting);
  review_desk_close_finish (self->desk, waiting.result, &error);
  g_assert_no_error (error);
  g_clear_object (&waiting.result);
}

static gboolean
is_quiet (gpointer data)
{
  ReviewDesk *desk = ((AppFixture *) data)->desk;
  gboolean is_loading;

  g_object_get (desk, "is-loading", &is_loading, NULL);
  return corpus_worker_get_pending (review_desk_get_worker (desk)) == 0 && !is_loading;
}

/* The worker answers in order: when it has answered this, it has done all that was asked before. */
static void
ask_worker (AppFixture *self)
{
  Waiting waiting = { NULL };
  g_autoptr (CorpusTagset) tagset = NULL;

  corpus_worker_load_tagset_async (review_desk_get_worker (self->desk), NULL, ready_cb, &waiting);
  app_fixture_wait (is_ready, &waiting);
  tagset = corpus_worker_load_tagset_finish (review_desk_get_worker (self->desk), waiting.result, NULL);
  g_assert_nonnull (tagset);
  g_clear_object (&waiting.result);
}

void
app_fixture_settle (AppFixture *self)
{
  /* An edit, what it makes the desk read, and what that makes it read. */
  for (guint i = 0; i < 3; i++)
    {
      ask_worker (self);
      app_fixture_wait (is_quiet, self);
    }
}

CorpusSpan
app_fixture_find (AppFixture *self,
                  const char *words)
{
  CorpusChars *chars = corpus_text_get_chars (corpus_article_get_text (review_desk_get_article (self->desk)));
  const char *text = corpus_chars_get_utf8 (chars, NULL);
  const char *found = strstr (text, words);
  gint64 start;

  g_assert_nonnull (found);
  start = corpus_chars_get_position (chars, (gsize) (found - text));
  return (CorpusSpan){ start, start + g_utf8_strlen (words, -1) };
}

gint64
app_fixture_find_entity (AppFixture *self,
                         const char *words)
{
  GPtrArray *entities = corpus_article_get_entities (review_desk_get_article (self->desk));

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *text = corpus_pieces_dup_text (entity->pieces);

      if (g_str_equal (text, words))
        return entity->id;
    }
  return 0;
}

gint64
app_fixture_find_indicator (AppFixture *self,
                            const char *words)
{
  GPtrArray *indicators = corpus_article_get_indicators (review_desk_get_article (self->desk));

  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);

      if (value != NULL && g_str_equal (value->text, words))
        return indicator->id;
    }
  return 0;
}

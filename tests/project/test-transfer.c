/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Import into a corpus and export out of it: what goes in comes out, nothing half done stays, bad input is named. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/corpus-csv.h"
#include "exchange/corpus-native-writer.h"
#include "project/corpus-export.h"
#include "text/corpus-id.h"

typedef struct
{
  char *folder;
  char *corpus;
} Fixture;

static char *
in_folder (Fixture *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
fixture_set_up (Fixture *self,
                gconstpointer data)
{
  self->folder = g_dir_make_tmp ("corpus-XXXXXX", NULL);
  self->corpus = in_folder (self, "test.corpus");
}

static void
fixture_tear_down (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (self, name);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->corpus);
}

static char *
write_file (Fixture *self,
            const char *name,
            const char *bytes,
            gssize n_bytes)
{
  char *path = in_folder (self, name);

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

static GPtrArray *
items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_import_item_free);
}

static CorpusImportItem *
add_item (GPtrArray *items,
          const char *path,
          const char *date,
          const char *number)
{
  CorpusImportItem *item = corpus_import_item_new (path);

  item->publication = g_strdup ("东州日报");
  item->date = g_strdup (date);
  item->number = g_strdup (number);
  g_ptr_array_add (items, item);
  return item;
}

static CorpusImportReport *
import_path (const char *corpus,
             const char *path)
{
  g_autoptr (GPtrArray) items = items_new ();
  g_autoptr (GError) error = NULL;
  CorpusImportReport *report;

  g_ptr_array_add (items, corpus_import_item_new (path));
  report = corpus_import_run (corpus, items, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static char *
export_to (const char *corpus,
           const char *output,
           CorpusFormat format,
           CorpusOnly only)
{
  CorpusExportOptions options = { .format = format, .only = only };
  CorpusExportReport report;
  g_autoptr (GError) error = NULL;
  char *text;

  g_assert_true (corpus_export_run (corpus, output, &options, &report, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (output, &text, NULL, NULL));
  return text;
}

static const char *const page_texts[] = {
  "# 东港新开三条航线\n\n本报讯(记者 林远舟)东港集团昨日开通三条航线,货运量同比增长12.5%。\n\n# 城北新区供水管网完工\n\n管网总长48公里,惠及居民6.2万人。\n",
  "# Ferry returns\n\nThe ferry carried 1,200 people on its first day.\r\n",
  "# 😀 𠀀 与 CRLF\r\n\r\n本版说明:全年计划投资30亿元。\r\n",
};

static GPtrArray *
write_pages (Fixture *self)
{
  GPtrArray *items = items_new ();

  for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("p%u.txt", i + 1);
      g_autofree char *path = write_file (self, name, page_texts[i], -1);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_item (items, path, "2026-03-18", number);
    }
  return items;
}

static void
count_progress (guint done,
                guint total,
                const char *path,
                gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, *last);
  g_assert_nonnull (path);
  *last = done;
}

static void
test_pages (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autoptr (GError) error = NULL;
  guint last = 0;
  g_autoptr (CorpusImportReport) report = corpus_import_run (self->corpus, items, count_progress, &last, NULL, &error);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  CorpusStats stats;

  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 3);
  g_assert_cmpuint (report->n_pages, ==, 3);
  g_assert_cmpuint (report->n_known, ==, 0);
  g_assert_cmpuint (report->failures->len, ==, 0);
  g_assert_cmpuint (report->n_articles, >=, 3);

  store = corpus_store_open (self->corpus, CORPUS_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (corpus_store_get_stats (store, &stats, NULL));
  g_assert_cmpint (stats.n_pages, ==, 3);
  g_assert_cmpint (stats.n_articles, ==, report->n_articles);
  g_assert_cmpint (stats.n_entities, ==, report->n_entities);
  g_assert_cmpint (stats.n_indicators, ==, report->n_indicators);
  pages = corpus_store_list_pages (store, NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, i);

      g_assert_cmpstr (corpus_chars_get_utf8 (page->chars, NULL), ==, page_texts[i]);
      g_assert_cmpstr (page->publication, ==, "东州日报");
    }
}

static void
test_known_page (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autofree char *copy = write_file (self, "copy.txt", page_texts[0], -1);
  g_autoptr (CorpusImportReport) first = NULL;
  g_autoptr (CorpusImportReport) again = NULL;

  add_item (items, copy, "2026-03-18", "1");
  first = corpus_import_run (self->corpus, items, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (first->n_pages, ==, 3);
  g_assert_cmpuint (first->n_known, ==, 1);
  g_assert_cmpuint (first->notices->len, ==, 1);
  again = corpus_import_run (self->corpus, items, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (again->n_pages, ==, 0);
  g_assert_cmpuint (again->n_known, ==, 4);
  g_assert_cmpuint (again->failures->len, ==, 0);
}

static void
test_new_reading (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autoptr (CorpusImportReport) first = corpus_import_run (self->corpus, items, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) later = items_new ();
  g_autofree char *path = write_file (self, "rescan.txt", "# 东港新开三条航线\n\n重新识别的一版。\n", -1);
  g_autoptr (CorpusImportReport) report = NULL;
  const char *notice;

  g_assert_cmpuint (first->n_pages, ==, 3);
  add_item (later, path, "2026-03-18", "1");
  report = corpus_import_run (self->corpus, later, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (report->n_pages, ==, 1);
  g_assert_cmpuint (report->notices->len, ==, 1);
  notice = g_ptr_array_index (report->notices, 0);
  g_assert_nonnull (strstr (notice, "rescan.txt"));
  g_assert_nonnull (strstr (notice, "new reading of page 1 of 2026-03-18"));
}

/* A text with NULs in it, and its length. */
#define BYTES(text) text, sizeof text - 1

/* Every bad file is named with its reason, and the good one between them is imported. */
static void
test_bad_files (Fixture *self,
                gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize n_bytes;
    const char *reason;
  } bad[] = {
    { "empty.txt", BYTES (""), "empty" },
    { "bom.txt", BYTES ("\xef\xbb\xbf"), "empty" },
    { "binary.txt", BYTES ("\x7f\x45\x4c\x46\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01"), "not a text file" },
    { "nul.txt", BYTES ("港口\0航线 and more text behind it"), "NUL" },
    { "invalid.txt", BYTES ("港口\xff\xff\xfe\x80航线"), "UTF-8" },
  };
  g_autoptr (GPtrArray) items = items_new ();
  g_autofree char *good = write_file (self, "good.txt", page_texts[0], -1);
  g_autofree char *loop = in_folder (self, "loop.txt");
  g_autofree char *not_folder = in_folder (self, "good.txt/page.txt");
  g_autofree char *missing = in_folder (self, "missing.txt");
  g_autoptr (CorpusImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = write_file (self, bad[i].name, bad[i].bytes, bad[i].n_bytes);

      add_item (items, path, "2026-03-18", "9");
    }
  add_item (items, good, "2026-03-18", "1");
  add_item (items, self->folder, "2026-03-18", "9");
  add_item (items, missing, "2026-03-18", "9");
  /* Files that cannot be read for other reasons than their permissions, which root does not feel. */
  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  add_item (items, loop, "2026-03-18", "9");
  add_item (items, not_folder, "2026-03-18", "9");

  report = corpus_import_run (self->corpus, items, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_pages, ==, 1);
  g_assert_cmpuint (report->failures->len, ==, G_N_ELEMENTS (bad) + 4);
  for (guint i = 0; i < report->failures->len; i++)
    {
      static const char *const others[] = { "folder", "no such file", "link", "not a folder" };
      const CorpusImportFailure *failure = g_ptr_array_index (report->failures, i);
      const char *reason = i < G_N_ELEMENTS (bad) ? bad[i].reason : others[i - G_N_ELEMENTS (bad)];

      if (strstr (failure->reason, reason) == NULL)
        g_error ("%s: “%s” does not say “%s”", failure->path, failure->reason, reason);
    }
}

static void
test_no_permission (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *path = write_file (self, "locked.txt", page_texts[0], -1);
  g_autoptr (CorpusImportReport) report = NULL;

  g_chmod (path, 0);
  /* Root reads it all the same: then the import has to succeed. */
  report = import_path (self->corpus, path);
  if (g_access (path, R_OK) == 0)
    {
      g_assert_cmpuint (report->n_pages, ==, 1);
      return;
    }
  g_assert_cmpuint (report->failures->len, ==, 1);
  g_assert_nonnull (strstr (((CorpusImportFailure *) g_ptr_array_index (report->failures, 0))->reason, "permission"));
}

/* An import that could put nothing into a new corpus leaves none. */
static void
test_nothing_imported (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *path = write_file (self, "empty.txt", "", 0);
  g_autoptr (CorpusImportReport) report = import_path (self->corpus, path);

  g_assert_cmpuint (report->failures->len, ==, 1);
  g_assert_false (g_file_test (self->corpus, G_FILE_TEST_EXISTS));
}

static void
test_foreign_corpus (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *page = write_file (self, "p1.txt", page_texts[0], -1);
  g_autofree char *foreign = write_file (self, "other.corpus", "this is no database at all, but a longer text of some sort", -1);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) items = items_new ();
  g_autoptr (GError) error = NULL;

  add_item (items, page, NULL, NULL);
  g_assert_null (corpus_import_run (foreign, items, NULL, NULL, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (foreign, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "this is no database at all, but a longer text of some sort");
}

static void
cancel_at_second (guint done,
                  guint total,
                  const char *path,
                  gpointer data)
{
  if (g_str_has_suffix (path, "p2.txt"))
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autoptr (GPtrArray) first = items_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorpusImportReport) report = NULL;
  g_autoptr (CorpusStore) store = NULL;
  g_autofree char *before = in_folder (self, "before.jsonl"), *after = in_folder (self, "after.jsonl");
  g_autofree char *old = NULL, *now = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  /* A corpus that was not there is not there afterwards. */
  g_assert_null (corpus_import_run (self->corpus, items, cancel_at_second, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->corpus, G_FILE_TEST_EXISTS));

  /* One that was there is as it was. */
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  other = write_file (self, "other.txt", "# 另一版\n\n正文在此。\n", -1);
  add_item (first, other, "2026-03-17", "1");
  report = corpus_import_run (self->corpus, first, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (report->n_pages, ==, 1);
  old = export_to (self->corpus, before, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);
  g_assert_null (corpus_import_run (self->corpus, items, cancel_at_second, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  now = export_to (self->corpus, after, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);
  g_assert_cmpstr (now, ==, old);
  store = corpus_store_open (self->corpus, CORPUS_STORE_READ_ONLY, NULL, NULL);
  {
    g_autoptr (GPtrArray) findings = corpus_store_verify (store, NULL, NULL);

    g_assert_cmpuint (findings->len, ==, 0);
  }
}

/* What a corpus line says of the people. */
static char *
dup_people (const char *text)
{
  const char *start = strstr (text, "\"people\":"), *end = strstr (text, ",\"producer\":");

  g_assert_nonnull (start);
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

/* corpus -> lines -> corpus -> lines: the same bytes. @text is imported first and comes out the same where @is_exact. */
static void
check_round_trip (Fixture *self,
                  const char *text,
                  gboolean is_exact)
{
  g_autofree char *first = write_file (self, "first.jsonl", text, -1);
  g_autofree char *second = in_folder (self, "second.jsonl"), *third = in_folder (self, "third.jsonl");
  g_autofree char *other = in_folder (self, "other.corpus");
  g_autofree char *once = NULL, *twice = NULL;
  g_autoptr (CorpusImportReport) report = import_path (self->corpus, first);
  g_autoptr (CorpusImportReport) again = NULL;

  g_assert_cmpuint (report->failures->len, ==, 0);
  once = export_to (self->corpus, second, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);
  again = import_path (other, second);
  g_assert_cmpuint (again->failures->len, ==, 0);
  g_assert_cmpuint (again->n_pages, ==, report->n_pages);
  g_assert_cmpuint (again->n_articles, ==, report->n_articles);
  twice = export_to (other, third, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);
  g_assert_cmpstr (twice, ==, once);
  if (is_exact)
    {
      g_autofree char *people = dup_people (once), *wanted = dup_people (text);

      /* The lines behind the first: the program writes its own name into that one. */
      g_assert_cmpstr (strchr (once, '\n'), ==, strchr (text, '\n'));
      g_assert_cmpstr (people, ==, wanted);
    }
}

static void
test_round_trip_of_pages (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autofree char *source = in_folder (self, "source.corpus"), *output = in_folder (self, "out.jsonl");
  g_autoptr (CorpusImportReport) report = corpus_import_run (source, items, NULL, NULL, NULL, NULL);
  g_autofree char *text = export_to (source, output, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);

  g_assert_cmpuint (report->n_pages, ==, 3);
  check_round_trip (self, text, TRUE);
}

static void
append_line (GString *lines,
             CorpusJsonWriter *writer)
{
  g_string_append (lines, corpus_json_writer_peek (writer, NULL));
  g_string_append_c (lines, '\n');
  corpus_json_writer_clear (writer);
}

static void
put_block (CorpusArticle *article,
           gint64 id,
           const char *role,
           gboolean joins,
           CorpusPage *page,
           gint64 start,
           gint64 end)
{
  g_autoptr (CorpusBlock) block = corpus_block_new (id, corpus_role (role));

  block->article_id = corpus_article_get_id (article);
  block->rank = id;
  block->joins = joins;
  corpus_pieces_add (block->pieces, page->id, start, end, NULL);
  corpus_article_put_block (article, block);
}

/* All that the format can say: an article on two pages, joined in mid-word; a correction; discontinuous, nested,
 * detached, rejected and foreign annotations; an indicator without anchors; a relation; people; members that this version does not know. */
static char *
make_rich_file (void)
{
  g_autoptr (CorpusChars) chars1 = corpus_chars_new ("东港开通新航线\r\n货运量增长😀二成半,下转第\n目录", -1, NULL);
  g_autoptr (CorpusChars) chars2 = corpus_chars_new ("三版 上接\n集装箱吞吐𠀀量达九万箱", -1, NULL);
  g_autoptr (CorpusPage) page1 = corpus_page_new (1, chars1, NULL);
  g_autoptr (CorpusPage) page2 = corpus_page_new (2, chars2, NULL);
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new_default ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) loose = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  g_autoptr (CorpusHead) head = corpus_head_new (0x50);
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusEntity) pieces = corpus_entity_new (0x61, "ORG");
  g_autoptr (CorpusEntity) nested = corpus_entity_new (0x62, "LOC");
  g_autoptr (CorpusEntity) detached = corpus_entity_new (0x63, "自定义");
  g_autoptr (CorpusIndicator) anchored = corpus_indicator_new (0x71);
  g_autoptr (CorpusIndicator) inferred = corpus_indicator_new (0x72);
  g_autoptr (CorpusRelation) relation = corpus_relation_new (0x81, "part of", 0x62, 0x61);
  g_autoptr (CorpusCredit) credit = corpus_credit_new (0x91, CORPUS_CREDIT_EDITOR, "林远舟");
  g_autoptr (CorpusCorrection) correction = corpus_correction_new (0xa1, 1, 14, 15, "");
  GString *lines = g_string_new (NULL);
  CorpusFiller *filler;
  CorpusBlock *loose_block;
  gboolean is_foreign;

  g_ptr_array_add (people, (gpointer) "r1");
  g_ptr_array_add (people, (gpointer) "林远舟");
  tagset->version = 4;
  tagset->attributes = (g_free (tagset->attributes), g_strdup ("[{\"name\":\"role\",\"max\":1.50}]"));
  tagset->extra = g_strdup ("{\"owner\":\"x\"}");
  corpus_native_write_corpus (writer, "海港", tagset, people, "test", "{\"license\":{\"id\":\"CC0\"}}");
  append_line (lines, writer);

  page1->date = g_strdup ("2026-03-18");
  page1->number = g_strdup ("1");
  page1->extra = g_strdup ("{\"scan\":7}");
  loose_block = corpus_block_new (3, CORPUS_ROLE_FURNITURE);
  corpus_pieces_add (loose_block->pieces, 1, 23, 25, NULL);
  g_ptr_array_add (loose, loose_block);
  corpus_native_write_page (writer, page1, loose);
  append_line (lines, writer);
  page2->date = g_strdup ("2026-03-18");
  page2->number = g_strdup ("3");
  corpus_native_write_page (writer, page2, NULL);
  append_line (lines, writer);

  head->foreign_id = g_strdup ("story/1");
  head->id = corpus_id_from_string ("story/1", &is_foreign);
  head->flags = g_strsplit ("look", ",", -1);
  head->note = g_strdup ("看一下");
  head->extra = g_strdup ("{\"metadata\":{\"topic\":\"港\"},\"review\":{\"entities\":{\"round\":2}},\"source_url\":null}");
  corpus_head_set_field (head, CORPUS_FIELD_HEADLINE, corpus_field_new ("改过的标题"));
  corpus_head_set_field (head, CORPUS_FIELD_AGENCY, corpus_field_new ("本报"));
  corpus_head_set_review (head, CORPUS_TASK_METADATA, CORPUS_REVIEW_DONE, "r1", "2026-03-20T08:00:00Z");
  article = corpus_article_new (head);
  corpus_article_add_page (article, page1);
  corpus_article_add_page (article, page2);
  put_block (article, 11, "headline", FALSE, page1, 0, 7);
  put_block (article, 12, "body", FALSE, page1, 9, 19);
  put_block (article, 13, "jump", FALSE, page1, 19, 22);
  put_block (article, 14, "continued", FALSE, page2, 3, 5);
  put_block (article, 15, "body", TRUE, page2, 6, 17);
  corpus_article_put_correction (article, correction);

  corpus_pieces_add_page (pieces->pieces, page1, 0, 2);
  corpus_pieces_add_page (pieces->pieces, page1, 17, 19);
  corpus_pieces_add_page (pieces->pieces, page2, 6, 9);
  pieces->provenance.was = g_strdup ("{\"label\":\"LOC\"}");
  pieces->refs = g_strsplit ("Q1,Q2", ",", -1);
  pieces->attributes = g_strdup ("{\"role\":\"carrier\"}");
  corpus_provenance_decide (&pieces->provenance, CORPUS_STATE_ACCEPTED, "r1", "2026-03-20T08:00:00Z");
  corpus_article_put_entity (article, pieces);
  nested->foreign_id = g_strdup ("T1");
  nested->id = corpus_id_from_string ("T1", &is_foreign);
  relation->from_id = nested->id;
  corpus_pieces_add_page (nested->pieces, page1, 0, 1);
  nested->provenance.state = CORPUS_STATE_REJECTED;
  corpus_article_put_entity (article, nested);
  corpus_pieces_add_page (detached->pieces, page1, 5, 7);
  corpus_pieces_add_page (detached->pieces, page1, 23, 24);
  detached->provenance.confidence = 0.25;
  corpus_article_put_entity (article, detached);

  filler = corpus_indicator_add_filler (anchored, CORPUS_SLOT_VALUE, NULL);
  corpus_pieces_add_page (filler->pieces, page2, 14, 16);
  filler->text = g_strdup ("九万");
  filler->extra = g_strdup ("{\"hint\":1}");
  corpus_indicator_add_filler (anchored, CORPUS_SLOT_SUBJECT, "东港");
  anchored->number = g_strdup ("90000");
  anchored->same_as = 0x72;
  anchored->extra = g_strdup ("{\"period\":{\"tz\":\"+08\"},\"q\":1}");
  corpus_article_put_indicator (article, anchored);
  corpus_indicator_add_filler (inferred, CORPUS_SLOT_NAME, "吞吐量");
  inferred->article_id = head->id;
  inferred->period_iso = g_strdup ("2026-Q1");
  corpus_article_put_indicator (article, inferred);
  corpus_article_put_relation (article, relation);
  credit->article_id = head->id;
  corpus_article_put_credit (article, credit);
  corpus_article_sort (article);
  corpus_native_write_article (writer, article);
  append_line (lines, writer);
  return g_string_free (lines, FALSE);
}

static void
test_round_trip_of_everything (Fixture *self,
                               gconstpointer data)
{
  g_autofree char *text = make_rich_file ();

  check_round_trip (self, text, TRUE);
}

/* What a reviewer did is in the lines and survives the way. */
static void
test_round_trip_of_edits (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autofree char *source = in_folder (self, "source.corpus"), *output = in_folder (self, "out.jsonl");
  g_autoptr (CorpusImportReport) report = corpus_import_run (source, items, NULL, NULL, NULL, NULL);
  g_autoptr (CorpusStore) store = corpus_store_open (source, 0, NULL, NULL);
  g_autoptr (GPtrArray) rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, NULL);
  gint64 article_id = ((CorpusRow *) g_ptr_array_index (rows, 0))->article_id;
  g_autoptr (CorpusArticle) article = corpus_store_load_article (store, article_id, NULL);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("relabel", article_id);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (corpus_store_new_id (store), "ORG");
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  g_autoptr (CorpusChange) change = NULL;
  g_autoptr (GArray) pieces = corpus_text_anchor (corpus_article_get_text (article), 0, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *changed = NULL, *reviewed = NULL;

  g_assert_cmpuint (report->n_pages, ==, 3);
  g_array_unref (entity->pieces);
  entity->pieces = g_array_ref (pieces);
  entity->provenance.origin = CORPUS_ORIGIN_REVIEWER;
  corpus_provenance_decide (&entity->provenance, CORPUS_STATE_ACCEPTED, corpus_store_get_reviewer_id (store), "2026-03-20T08:00:00Z");
  corpus_edit_put_entity (edit, entity);
  for (CorpusTask task = 0; task < CORPUS_N_TASKS; task++)
    corpus_head_set_review (head, task, CORPUS_REVIEW_DONE, corpus_store_get_reviewer_id (store), "2026-03-20T08:00:00Z");
  corpus_head_set_field (head, CORPUS_FIELD_COLUMN, corpus_field_new ("海港观察"));
  corpus_edit_put_head (edit, head);
  change = corpus_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (corpus_store_close (store, NULL));

  text = export_to (source, output, CORPUS_FORMAT_JSONL, CORPUS_ONLY_ALL);
  g_assert_nonnull (strstr (text, "海港观察"));
  changed = export_to (source, output, CORPUS_FORMAT_JSONL, CORPUS_ONLY_CHANGED);
  reviewed = export_to (source, output, CORPUS_FORMAT_JSONL, CORPUS_ONLY_REVIEWED);
  g_assert_cmpstr (changed, ==, reviewed);
  g_assert_cmpuint (strlen (changed), <, strlen (text));
  check_round_trip (self, text, TRUE);
}

static void
test_bad_lines (Fixture *self,
                gconstpointer data)
{
  g_autofree char *text = make_rich_file ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) spoilt = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (CorpusImportReport) report = NULL;
  static const char *const wanted[] = { "line 1: not valid JSON", "line 3: ", "line 7: pages" };

  g_string_append_printf (spoilt, "{\n%s\n{\"text\":\"no\"}\n%s\n%s\n%s\n", lines[0], lines[1], lines[2], lines[3]);
  /* The same article on a page that is not in the file. */
  {
    g_autofree char *sha256 = g_strndup (strstr (lines[3], "\"sha256\":\"") + strlen ("\"sha256\":\""), 64);
    g_auto (GStrv) parts = g_strsplit (lines[3], sha256, -1);
    g_autofree char *zeros = g_strnfill (64, '0');
    g_autofree char *elsewhere = g_strjoinv (zeros, parts);

    g_string_append_printf (spoilt, "%s\n", elsewhere);
  }
  path = write_file (self, "spoilt.jsonl", spoilt->str, -1);
  report = import_path (self->corpus, path);
  for (guint i = 0; i < report->failures->len; i++)
    g_test_message ("%s", ((CorpusImportFailure *) g_ptr_array_index (report->failures, i))->reason);
  g_assert_cmpuint (report->n_pages, ==, 2);
  g_assert_cmpuint (report->n_articles, ==, 1);
  g_assert_cmpuint (report->failures->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_str_has_prefix (((CorpusImportFailure *) g_ptr_array_index (report->failures, i))->reason, wanted[i]));
}

/* An article that has no block (and so no page), and an entity that lies in no block of its own. */
static void
test_strays (Fixture *self,
             gconstpointer data)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new ("港口\n航线", -1, NULL);
  g_autoptr (CorpusPage) page = corpus_page_new (1, chars, NULL);
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();
  g_autoptr (CorpusHead) bare_head = corpus_head_new (0x10), head = corpus_head_new (0x20);
  g_autoptr (CorpusArticle) bare = corpus_article_new (bare_head), article = corpus_article_new (head);
  g_autoptr (CorpusEntity) stray = corpus_entity_new (0x30, "LOC");
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new_default ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (CorpusImportReport) report = NULL;

  corpus_native_write_corpus (writer, NULL, tagset, NULL, "test", NULL);
  append_line (lines, writer);
  corpus_native_write_page (writer, page, NULL);
  append_line (lines, writer);
  corpus_native_write_article (writer, bare);
  append_line (lines, writer);
  corpus_article_add_page (article, page);
  put_block (article, 21, "body", FALSE, page, 0, 2);
  corpus_pieces_add_page (stray->pieces, page, 3, 5);
  corpus_article_put_entity (article, stray);
  corpus_native_write_article (writer, article);
  append_line (lines, writer);

  path = write_file (self, "strays.jsonl", lines->str, -1);
  report = import_path (self->corpus, path);
  g_assert_cmpuint (report->failures->len, ==, 0);
  g_assert_cmpuint (report->n_pages, ==, 1);
  g_assert_cmpuint (report->n_articles, ==, 2);
  g_assert_cmpuint (report->notices->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (report->notices, 0), "line 4: 1 annotations lie in no block"));
}

static void
test_page_without_text (Fixture *self,
                        gconstpointer data)
{
  g_autofree char *text = make_rich_file ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GRegex) regex = g_regex_new ("\"text\":\"[^\"]*\",\"blocks\"", 0, 0, NULL);
  g_autofree char *page1 = g_regex_replace_literal (regex, lines[1], -1, 0, "\"text\":null,\"blocks\"", 0, NULL);
  g_autofree char *page2 = g_regex_replace_literal (regex, lines[2], -1, 0, "\"text\":null,\"blocks\"", 0, NULL);
  g_autofree char *without = g_strjoin ("\n", page1, page2, lines[3], NULL);
  g_autofree char *path = write_file (self, "without.jsonl", without, -1);
  g_autoptr (CorpusImportReport) report = import_path (self->corpus, path);

  g_assert_cmpuint (report->failures->len, ==, 0);
  g_assert_cmpuint (report->notices->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (report->notices, 0), "line 1"));
  g_assert_cmpuint (report->n_articles, ==, 1);
}

static void
test_tables (Fixture *self,
             gconstpointer data)
{
  static const CorpusFormat formats[] = { CORPUS_FORMAT_CSV_ARTICLES, CORPUS_FORMAT_CSV_ENTITIES, CORPUS_FORMAT_CSV_INDICATORS };
  static const guint n_rows[] = { 1, 3, 2 };
  g_autofree char *text = make_rich_file ();
  g_autofree char *path = write_file (self, "rich.jsonl", text, -1);
  g_autofree char *output = in_folder (self, "table.csv");
  g_autoptr (CorpusImportReport) report = import_path (self->corpus, path);

  g_assert_cmpuint (report->n_articles, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *csv = export_to (self->corpus, output, formats[i], CORPUS_ONLY_ALL);
      g_autoptr (CorpusCsvReader) reader = corpus_csv_reader_new (csv, strlen (csv));
      g_auto (GStrv) header = corpus_csv_reader_next (reader, NULL, NULL);
      guint n_found = 0;

      for (;;)
        {
          g_auto (GStrv) row = corpus_csv_reader_next (reader, NULL, NULL);

          if (row == NULL)
            break;
          g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (header));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, n_rows[i]);
    }
}

static void
test_export_is_atomic (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autoptr (CorpusImportReport) imported = corpus_import_run (self->corpus, items, NULL, NULL, NULL, NULL);
  g_autofree char *output = write_file (self, "out.jsonl", "old", -1);
  g_autofree char *after = NULL;
  g_autofree char *missing = in_folder (self, "none/out.jsonl");
  CorpusExportOptions options = { .format = CORPUS_FORMAT_JSONL };
  CorpusExportReport report;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  g_assert_cmpuint (imported->n_pages, ==, 3);
  g_cancellable_cancel (cancellable);
  g_assert_false (corpus_export_run (self->corpus, output, &options, &report, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (output, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "old");

  g_assert_false (corpus_export_run (self->corpus, "/dev/full", &options, &report, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (corpus_export_run (self->corpus, self->folder, &options, &report, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "folder"));
  g_clear_error (&error);
  g_assert_false (corpus_export_run (self->corpus, missing, &options, &report, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (corpus_export_run (self->corpus, self->corpus, &options, &report, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);

  /* Nothing lies beside: three pages, the corpus, the old file. */
  dir = g_dir_open (self->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 5);
}

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
  GThread *thread;
  guint n_progress;
} Wait;

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
async_progress (guint done,
                guint total,
                const char *path,
                gpointer data)
{
  Wait *wait = data;

  g_assert_true (g_thread_self () == wait->thread);
  g_assert_null (wait->result);
  wait->n_progress++;
}

static void
test_async (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) items = write_pages (self);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *output = in_folder (self, "out.csv");
  CorpusExportOptions options = { .format = CORPUS_FORMAT_CSV_ARTICLES, .with_bom = TRUE };
  CorpusExportReport exported;
  Wait wait = { loop, NULL, g_thread_self (), 0 };
  g_autoptr (CorpusImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  corpus_import_async (self->corpus, items, async_progress, &wait, NULL, done_cb, &wait);
  g_main_loop_run (loop);
  report = corpus_import_finish (wait.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_pages, ==, 3);
  g_clear_object (&wait.result);

  corpus_export_async (self->corpus, output, &options, async_progress, &wait, NULL, done_cb, &wait);
  g_main_loop_run (loop);
  g_assert_true (corpus_export_finish (wait.result, &exported, &error));
  g_assert_cmpuint (exported.n_articles, ==, report->n_articles);
  g_clear_object (&wait.result);
  g_assert_true (g_file_get_contents (output, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfid,"));
}

/* A line of 20 MB is a page like any other (100 MB takes longer than a test should, not another way). */
static void
test_long_line (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GString) text = g_string_sized_new (20 << 20);
  g_autofree char *path = NULL;
  g_autoptr (CorpusImportReport) report = NULL;

  while (text->len < 20 << 20)
    g_string_append (text, "港口货运量增长,");
  path = write_file (self, "long.txt", text->str, (gssize) text->len);
  report = import_path (self->corpus, path);
  g_assert_cmpuint (report->n_pages, ==, 1);
  g_assert_cmpuint (report->failures->len, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/project/import/pages", test_pages);
  ADD ("/project/import/known-page", test_known_page);
  ADD ("/project/import/new-reading", test_new_reading);
  ADD ("/project/import/bad-files", test_bad_files);
  ADD ("/project/import/no-permission", test_no_permission);
  ADD ("/project/import/nothing-imported", test_nothing_imported);
  ADD ("/project/import/foreign-corpus", test_foreign_corpus);
  ADD ("/project/import/cancel", test_cancel);
  ADD ("/project/import/bad-lines", test_bad_lines);
  ADD ("/project/import/page-without-text", test_page_without_text);
  ADD ("/project/import/strays", test_strays);
  ADD ("/project/import/long-line", test_long_line);
  ADD ("/project/round-trip/pages", test_round_trip_of_pages);
  ADD ("/project/round-trip/everything", test_round_trip_of_everything);
  ADD ("/project/round-trip/edits", test_round_trip_of_edits);
  ADD ("/project/export/tables", test_tables);
  ADD ("/project/export/atomic", test_export_is_atomic);
  ADD ("/project/async", test_async);
  return g_test_run ();
}

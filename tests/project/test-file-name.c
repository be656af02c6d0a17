/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the names of page files say, and what manifests say. */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/corpus-exchange-error.h"
#include "project/corpus-import.h"

static void
check_pattern (const char *path,
               const char *pattern,
               const char *publication,
               const char *date,
               const char *edition,
               const char *number,
               const char *section)
{
  g_autoptr (CorpusImportItem) item = corpus_import_item_new (path);

  g_assert_true (pattern != NULL ? corpus_import_item_apply_pattern (item, pattern) : corpus_import_item_guess (item));
  g_assert_cmpstr (item->publication, ==, publication);
  g_assert_cmpstr (item->date, ==, date);
  g_assert_cmpstr (item->edition, ==, edition);
  g_assert_cmpstr (item->number, ==, number);
  g_assert_cmpstr (item->section, ==, section);
}

static void
test_pattern (void)
{
  check_pattern ("/a/b_c/dongzhou-daily_2026-03-18_p01.txt", "{publication}_{date}_p{page}", "dongzhou-daily", "2026-03-18", NULL, "1", NULL);
  check_pattern ("东州日报2026年3月8日第03版要闻.md", "{publication}{date}第{page}版{section}", "东州日报", "2026-03-08", NULL, "3", "要闻");
  check_pattern ("20260318-a03-晚报.scan.txt", "{date}-{page}-*", NULL, "2026-03-18", NULL, "A03", NULL);
  check_pattern ("lj_2026.3.18_早版_A3.md", "{publication}_{date}_{edition}_{page}", "lj", "2026-03-18", "早版", "A3", NULL);
  check_pattern ("a+b (1).txt", "{publication} (*)", "a+b", NULL, NULL, NULL, NULL);
}

static void
test_pattern_that_does_not_fit (void)
{
  static const char *const pairs[][2] = {
    { "daily_2026-02-30_p1.txt", "{publication}_{date}_p{page}" },
    { "daily.txt", "{publication}_{date}" },
    { "daily_2026-03-18.txt", "{paper}_{date}" },
    { "daily_2026-03-18.txt", "{publication_{date}" },
    { "a_2026-03-18_2026-03-19.txt", "{publication}_{date}_{date}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (CorpusImportItem) item = corpus_import_item_new (pairs[i][0]);

      g_assert_false (corpus_import_item_apply_pattern (item, pairs[i][1]));
      g_assert_null (item->publication);
      g_assert_null (item->date);
      g_assert_null (item->number);
    }
}

static void
test_guess (void)
{
  g_autoptr (CorpusImportItem) nothing = corpus_import_item_new ("scan.txt");

  check_pattern ("dongzhou-daily_2026-03-18_p1.txt", NULL, "dongzhou-daily", "2026-03-18", NULL, "1", NULL);
  check_pattern ("dongzhou-daily-2026-03-18-p12.txt", NULL, "dongzhou-daily", "2026-03-18", NULL, "12", NULL);
  check_pattern ("lanjiang-evening_2026-04-15_a03.txt", NULL, "lanjiang-evening", "2026-04-15", NULL, "A03", NULL);
  check_pattern ("20260318_02.txt", NULL, NULL, "2026-03-18", NULL, "2", NULL);
  g_assert_false (corpus_import_item_guess (nothing));
}

static void
test_day (void)
{
  static const struct
  {
    const char *text, *day;
  } days[] = {
    { "2026-3-8", "2026-03-08" },
    { "2026-03-08 7:05:00", "2026-03-08" },
    { "2026/3/18", "2026-03-18" },
    { "20260318", "2026-03-18" },
    { "2026年3月18日 星期三", "2026-03-18" },
    { "2026-13-01", NULL },
    { "2026-02-29", NULL },
    { "999999999999-1-1", NULL },
    { "2026-03", NULL },
    { "soon", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = corpus_import_dup_day (days[i].text);

      g_assert_cmpstr (day, ==, days[i].day);
    }
  g_assert_true (corpus_import_is_day ("2024-02-29"));
  g_assert_false (corpus_import_is_day ("2025-02-29"));
  g_assert_false (corpus_import_is_day ("2025-1--05"));
  g_assert_false (corpus_import_is_day ("2025-04"));
  g_assert_false (corpus_import_is_day (""));
}

static char *
write_manifest (const char *folder,
                const char *text,
                gssize n_bytes)
{
  char *path = g_build_filename (folder, "manifest.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, n_bytes, NULL));
  return path;
}

static void
test_manifest (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corpus-XXXXXX", NULL);
  g_autofree char *path = write_manifest (folder,
                                          "\xef\xbb\xbf"
                                          "Date,file,page,publication,remark\r\n"
                                          "2026-03-18,p1.txt,1,\"东州,日报\",x\r\n"
                                          ",\"/abs/two\nlines.txt\"\r\n",
                                          -1);
  g_autofree char *first_path = g_build_filename (folder, "p1.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = corpus_import_read_manifest (path, &error);
  const CorpusImportItem *item;

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->path, ==, first_path);
  g_assert_cmpstr (item->publication, ==, "东州,日报");
  g_assert_cmpstr (item->date, ==, "2026-03-18");
  g_assert_cmpstr (item->number, ==, "1");
  g_assert_null (item->edition);
  item = g_ptr_array_index (items, 1);
  g_assert_cmpstr (item->path, ==, "/abs/two\nlines.txt");
  g_assert_null (item->date);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_manifest_errors (void)
{
  static const char *const pairs[][2] = {
    { "name,date\na,2026-03-18\n", "line 1" },
    { "file,date\na.txt,2026-03-18\nb.txt,18.3.2026\n", "line 3" },
    { "file,date\n,2026-03-18\n", "line 2" },
    { "file,date\na.txt,2026-03-18,x,y\n", "line 2" },
    { "file,date\n\"a.txt,2026-03-18\n", "line 2" },
    { "\n\n", "it has no lines" },
  };
  g_autofree char *folder = g_dir_make_tmp ("corpus-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) missing_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = NULL;

      g_free (path);
      path = write_manifest (folder, pairs[i][0], -1);
      items = corpus_import_read_manifest (path, &error);
      g_assert_null (items);
      g_assert_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, pairs[i][1]));
      g_assert_nonnull (strstr (error->message, "manifest.csv"));
    }
  g_unlink (path);
  g_rmdir (folder);
  g_assert_null (corpus_import_read_manifest (path, &missing_error));
  g_assert_error (missing_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/file-name/pattern", test_pattern);
  g_test_add_func ("/project/file-name/pattern-that-does-not-fit", test_pattern_that_does_not_fit);
  g_test_add_func ("/project/file-name/guess", test_guess);
  g_test_add_func ("/project/file-name/day", test_day);
  g_test_add_func ("/project/manifest/rows", test_manifest);
  g_test_add_func ("/project/manifest/errors", test_manifest_errors);
  return g_test_run ();
}
